//! Notes how agents' days go, gives them fewer slots where their clients want that, and tells each of them, and nobody
//! else, how their own day weighs on them ([`desk::load`]).

use std::collections::HashMap;
use std::time::Duration;

use desk::case::{Author, Contact, author};
use desk::id::{AgentId, OrganisationId};
use desk::load::{self, Hints, PROPOSED_AFTER};
use desk::moment::Moment;
use store::events::Happened;
use store::{Tx, agents, stretches, weights};
use wire::frames::AgentFrame;
use wire::load::{LoadHints, OwnAnswers};

use crate::refusal::Answer;
use crate::state::Desk;
use crate::tell::frame;
use crate::translate::seconds;

/// What the passing of time alone changes is told this often.
const EVERY: Duration = Duration::from_mins(1);

/// Notes what an act means for the days of those who hold the contact, or held it.
pub async fn note(
    tx: &mut Tx,
    organisation: OrganisationId,
    (before, after): (&Contact, &Contact),
    happened: &[Happened],
    at: Moment,
) -> store::Result<()> {
    stretches::held(tx, organisation, before, after, at).await?;
    let by_person = |one: &Happened| if let Some((_, Author::Agent(by))) = author(&one.event) { Some(by) } else { None };
    let answered = happened.iter().find_map(by_person);
    if let (Some(agent), Some(since)) = (answered, before.customer_waits_since) {
        stretches::answered(tx, organisation, agent, before, since, at).await?;
    }
    Ok(())
}

/// How the day of `agent` weighs on them at `at`.
pub async fn hints(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> store::Result<LoadHints> {
    let hints = load::hints(&stretches::of_agent(tx, organisation, agent, at).await?, weights::load(tx, organisation).await?, at);
    Ok(shown(&hints, stretches::eased(tx, organisation, agent).await?))
}

fn shown(hints: &Hints, slots_eased: i64) -> LoadHints {
    LoadHints {
        chat_since: hints.chat_since.map(Moment::millis),
        break_proposed_at: hints.chat_since.map(|since| since.plus(PROPOSED_AFTER).millis()),
        break_ended_at: hints.break_ended_at.map(Moment::millis),
        load: hints.load,
        load_of_late: hints.load_of_late,
        slots_eased,
        answers: hints.answers.map(|own| OwnAnswers { of_late_s: seconds(own.of_late), earlier_s: seconds(own.earlier) }),
    }
}

/// Gives `agent` fewer slots or more, as their clients' rules have it, and tells them, on their own screens, how their day
/// weighs on them now.
pub async fn weigh(desk: &Desk, organisation: OrganisationId, agent: AgentId) -> store::Result<()> {
    let at = desk.now();
    let looked = desk.db.read(async move |tx: &mut Tx| {
        let (wanted, is_so) = (wanted(tx, organisation, agent, at).await?, stretches::eased(tx, organisation, agent).await?);
        Ok((hints(tx, organisation, agent, at).await?, wanted == is_so))
    });
    let (mut told, is_right) = looked.await?;
    if !is_right {
        let eased = desk.db.unit(async move |tx: &mut Tx| {
            // Claims wait for this, or this for them: nobody takes by a number that is changed at the same moment.
            agents::lock(tx, organisation, agent).await?;
            let wanted = wanted(tx, organisation, agent, at).await?;
            stretches::ease(tx, organisation, agent, wanted).await.map(|()| wanted)
        });
        told.slots_eased = eased.await?;
        desk.pulse.touch_all(organisation);
    }
    desk.live.tell_person(organisation, agent, &frame(&AgentFrame::Load(told)));
    Ok(())
}

/// How many of their slots the rules have `agent` do without at `at`.
async fn wanted(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> store::Result<i64> {
    let rules = stretches::rules(tx, organisation, agent).await?;
    if rules.is_empty() {
        return Ok(0);
    }
    let Some(known) = agents::load(tx, organisation, agent).await? else { return Ok(0) };
    let stretches = stretches::of_agent(tx, organisation, agent, at).await?;
    let hints = load::hints(&stretches, weights::load(tx, organisation).await?, at);
    Ok(load::eased(known.slots, &rules, hints.chat_since, at))
}

/// What is remembered from one time to the next.
#[derive(Default)]
pub struct Loads {
    next: HashMap<OrganisationId, Duration>,
}

impl Loads {
    /// Weighs the day of everybody who has a screen open.
    pub async fn look_at(&mut self, desk: &Desk, organisation: OrganisationId, running: Duration) -> Answer<()> {
        if self.next.get(&organisation).is_some_and(|next| running < *next) {
            return Ok(());
        }
        self.next.insert(organisation, running + EVERY);
        let at = desk.now();
        desk.db.unit(async move |tx: &mut Tx| stretches::forget_old(tx, organisation, at).await).await?;
        for agent in desk.live.agents_here(organisation) {
            // One by one, so that a large desk is never held up by all of its people at once.
            weigh(desk, organisation, agent).await?;
        }
        Ok(())
    }
}
