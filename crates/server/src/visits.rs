//! Whether customers are still on the website. [`desk::on_page`] says when one has left; here it is noticed, kept and told.
//!
//! What was told is remembered in this process, and kept in the database, so that a desk that starts again knows who was
//! there: who does not come back in time left when it had begun to listen, at the latest.

use std::collections::{HashMap, HashSet};

use desk::case::{ContactState, Event};
use desk::id::{CustomerId, OrganisationId};
use desk::moment::Moment;
use desk::on_page::OnPage;
use store::{Tx, on_page};
use wire::frames::AgentFrame;

use crate::carry_out::Outcome;
use crate::pulse::Touched;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::tell::frame;
use crate::translate;

/// Who is there, as it was told last.
#[derive(Default)]
pub struct Visits {
    here: HashMap<OrganisationId, HashMap<CustomerId, Visit>>,
}

/// One customer who counts as there.
#[derive(Clone, Copy)]
struct Visit {
    since: Moment,
    seen: Moment,
}

impl Visits {
    /// Finds out who came and who left, and tells it; tells as well where those are whose contact has begun.
    /// `listening_since`: nobody could be seen before.
    pub async fn look_at(&mut self, desk: &Desk, organisation: OrganisationId, touched: &Touched, listening_since: Moment) -> Answer<()> {
        let at = desk.now();
        let known = match self.here.remove(&organisation) {
            Some(known) => known,
            None => kept(desk, organisation, listening_since).await?,
        };
        let (known, changed) = next(known, &desk.live.customers_here(organisation), listening_since, at);
        self.here.insert(organisation, known);
        let mut done = Ok(());
        for (customer, now) in &changed {
            // What cannot be kept for one is told of all others; this one is looked at again.
            if let Err(refused) = keep_and_tell(desk, organisation, *customer, Some(*now)).await {
                self.here.remove(&organisation);
                done = Err(refused);
            }
        }
        for (_, customer) in touched.customers.iter().filter(|of| of.0 == organisation && !changed.iter().any(|one| one.0 == of.1)) {
            done = keep_and_tell(desk, organisation, *customer, None).await.and(done);
        }
        done
    }
}

/// Whoever sees a contact that has begun, or goes on, has to hear where its customer is.
pub fn heard_of(desk: &Desk, outcome: &Outcome) {
    let begins = |event: &Event| matches!(event, Event::ContactStarted { .. } | Event::ContactResumed { .. });
    if outcome.entries.iter().any(|entry| begins(&entry.happened.event)) {
        desk.pulse.contact_began(outcome.organisation, outcome.record.case.customer);
    }
}

/// Who was there when this process began.
async fn kept(desk: &Desk, organisation: OrganisationId, seen: Moment) -> Answer<HashMap<CustomerId, Visit>> {
    let here = desk.db.read(async move |tx: &mut Tx| on_page::here(tx, organisation).await).await?;
    let visit = |(customer, on_page)| match on_page {
        OnPage::Since(since) => Some((customer, Visit { since, seen })),
        OnPage::LeftAt(_) => None,
    };
    Ok(here.into_iter().filter_map(visit).collect())
}

type Changed = Vec<(CustomerId, OnPage)>;

fn next(
    mut known: HashMap<CustomerId, Visit>,
    open: &HashSet<CustomerId>,
    listening_since: Moment,
    at: Moment,
) -> (HashMap<CustomerId, Visit>, Changed) {
    let mut changed = Vec::new();
    for customer in open {
        let visit = known.entry(*customer).or_insert_with(|| {
            changed.push((*customer, OnPage::Since(at)));
            Visit { since: at, seen: at }
        });
        visit.seen = at;
    }
    known.retain(|customer, visit| match OnPage::still(visit.since, visit.seen.max(listening_since), at) {
        OnPage::Since(_) => true,
        left @ OnPage::LeftAt(_) => {
            changed.push((*customer, left));
            false
        }
    });
    (known, changed)
}

/// Keeps where a customer is `now`, when that is new, and tells it to those who see their contact.
async fn keep_and_tell(desk: &Desk, organisation: OrganisationId, customer: CustomerId, now: Option<OnPage>) -> Answer<()> {
    let with = desk.db.unit(async move |tx: &mut Tx| {
        if let Some(now) = now {
            on_page::keep(tx, organisation, customer, now).await?;
        }
        on_page::with(tx, organisation, customer).await
    });
    // Where somebody is whose contact is over is nobody's business.
    if let Some(with) = with.await?.filter(|with| with.state != ContactState::Ended)
        && let Some(on_page) = with.on_page
    {
        let told = frame(&AgentFrame::OnPage(translate::on_page(customer, on_page)));
        let holder = with.held_by.filter(|_| with.state == ContactState::Taken);
        desk.live.tell_who_sees(organisation, with.client, holder, &told);
    }
    Ok(())
}
