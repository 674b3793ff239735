//! Lets chats that wait for too long go to other teams as well. [`desk::routing`] says which, and to whom.

use desk::case::Command;
use desk::id::OrganisationId;
use desk::moment::{Moment, Span};
use desk::routing::{Overflow, Overflowing, Waiting, overflows, still_help};
use store::cases::CaseRecord;
use store::teams::Team;
use store::{Tx, routing, teams};

use crate::carry_out::{NewWords, Plan, Planner, carry_out};
use crate::refusal::Answer;
use crate::state::Desk;

/// Lets go on what has waited long enough. Found in the store, so that waiting goes on while the desk is down.
pub async fn look_at(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    let at = desk.now();
    let looked = desk.db.read(async move |tx: &mut Tx| {
        if !teams::is_overflowing(tx, organisation).await? {
            return Ok(None);
        }
        let until = at.minus(Span::seconds(Overflow::SHORTEST_AFTER_S));
        let waiting = routing::long_waiting(tx, organisation, until).await?;
        if waiting.is_empty() { Ok(None) } else { Ok(Some((waiting, rules(tx, organisation).await?))) }
    });
    let Some((waiting, rules)) = looked.await? else { return Ok(()) };
    let mut done = Ok(());
    for one in waiting {
        let goes = overflows(one.client, one.for_team, at.since(one.since), &rules);
        if goes.iter().any(|(_, to)| !one.also_for.contains(to)) {
            // One case that cannot be changed keeps no other from going on.
            done = carry_out(desk, organisation, one.case, GoOn { at }).await.map(drop).and(done);
        }
    }
    done
}

struct GoOn {
    at: Moment,
}

impl Planner for GoOn {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        let contact = &record.case.contact;
        // Who has answered or taken it meanwhile, and rules that were changed, are found in this transaction.
        let Some(since) = contact.customer_waits_since else { return Ok(Ok((Vec::new(), NewWords::None))) };
        let to = overflows(record.case.client, contact.for_team, self.at.since(since), &rules(tx, organisation).await?);
        Ok(Ok((vec![Command::Overflow { to }], NewWords::None)))
    }
}

/// A waiting chat as it may be offered now: only teams whose help still stands have it as well.
pub async fn waiting_now(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Waiting> {
    let mut waiting = routing::waiting(tx, organisation, record.case.client, &record.case.contact).await?;
    only_standing(tx, organisation, std::iter::once(&mut waiting)).await?;
    Ok(waiting)
}

/// Leaves of the teams to which chats have gone only those whose help still stands.
pub async fn only_standing(tx: &mut Tx, organisation: OrganisationId, all: impl Iterator<Item = &mut Waiting>) -> store::Result<()> {
    let gone: Vec<&mut Waiting> = all.filter(|waiting| !waiting.needs.also.is_empty()).collect();
    if gone.is_empty() {
        return Ok(());
    }
    let rules = rules(tx, organisation).await?;
    for waiting in gone {
        let needs = &mut waiting.needs;
        needs.also = still_help(needs.client, needs.team, &needs.also, &rules);
    }
    Ok(())
}

async fn rules(tx: &mut Tx, organisation: OrganisationId) -> store::Result<Vec<Overflowing>> {
    Ok(teams::list(tx, organisation).await?.iter().map(Team::overflowing).collect())
}
