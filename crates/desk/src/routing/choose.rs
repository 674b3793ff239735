//! Whom a contact is offered to.

use super::eligible::{Ineligible, eligible, may_take};
use super::queue::in_order;
use super::{AgentNow, Lack, Waiting};
use crate::availability::Presence;
use crate::id::{AgentId, ContactId};
use crate::moment::Moment;

/// A decision with everything that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// About which contact.
    pub contact: ContactId,
    /// Every agent in the order given, and how each was judged.
    pub steps: Vec<(AgentId, Step)>,
    /// Who is offered it; nobody while it goes on waiting.
    pub chosen: Option<AgentId>,
}

/// How one agent was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// May not have it.
    Out(Ineligible),
    /// Takes it from the common list: it is not offered to their team, or has not waited long enough for that.
    TakesByHand,
    /// Has let it pass; asked again only when nobody else may have it.
    LetItPass,
    /// May have it; compared by load, then by how long nothing has come or gone.
    MayHaveIt {
        /// What they have.
        load: i64,
        /// Since when.
        idle_since: Moment,
        /// Whether they answered this customer last: then they go before the others.
        was_last: bool,
    },
}

/// Chooses whom `waiting` is offered to at `at`: who answered its customer last, else the least loaded, of them the longest idle;
/// the key breaks ties.
pub fn choose(waiting: &Waiting, agents: &[AgentNow], at: Moment) -> Decision {
    let waited = at.since(waiting.arrived_at);
    let was_last = |agent: &AgentNow| waiting.last_with == Some(agent.agent);
    let judged = |agent: &AgentNow| match eligible(agent, &waiting.needs) {
        Err(why) => Step::Out(why),
        Ok(()) if agent.offered_within(&waiting.needs, waited).is_none() => Step::TakesByHand,
        Ok(()) if waiting.passed_by.contains(&agent.agent) => Step::LetItPass,
        Ok(()) => Step::MayHaveIt { load: agent.load, idle_since: agent.idle_since, was_last: was_last(agent) },
    };
    let steps: Vec<(AgentId, Step)> = agents.iter().map(|agent| (agent.agent, judged(agent))).collect();
    let among = |wanted: fn(&Step) -> bool| {
        let asked = agents.iter().zip(&steps).filter(|(_, (_, step))| wanted(step)).map(|(agent, _)| agent);
        asked.min_by_key(|agent| (agent.load, agent.idle_since, agent.agent)).map(|agent| agent.agent)
    };
    let knows_them = steps.iter().find(|(_, step)| matches!(step, Step::MayHaveIt { was_last: true, .. })).map(|(agent, _)| *agent);
    let chosen =
        knows_them.or_else(|| among(|step| matches!(step, Step::MayHaveIt { .. }))).or_else(|| among(|step| *step == Step::LetItPass));
    Decision { contact: waiting.contact, steps, chosen }
}

/// The decision about `waiting` as it stands at `at`, for somebody who wants to know why: while it is offered to
/// `offered_to` that is who was chosen, and otherwise it is what [`choose`] says now. Who is asked first comes first, then
/// who could have it in another way, then who may not have it and could most easily.
pub fn explain(waiting: &Waiting, mut agents: Vec<AgentNow>, offered_to: Option<AgentId>, at: Moment) -> Decision {
    agents.sort_by_key(|agent| (agent.load, agent.idle_since, agent.agent));
    let mut decision = match offered_to {
        Some(to) => offered(waiting, &agents, to),
        None => choose(waiting, &agents, at),
    };
    decision.steps.sort_by_key(|(_, step)| step.place());
    decision
}

fn offered(waiting: &Waiting, agents: &[AgentNow], to: AgentId) -> Decision {
    let weight = waiting.needs.weight;
    let judged = |agent: &AgentNow| match eligible(agent, &waiting.needs) {
        // Their room is held for it already.
        _ if agent.agent == to => may_take(agent, &waiting.needs, Some(to)).map_or_else(Step::Out, |()| Step::MayHaveIt {
            load: agent.load.saturating_sub(weight),
            idle_since: agent.idle_since,
            was_last: waiting.last_with == Some(to),
        }),
        Err(why) => Step::Out(why),
        Ok(()) => Step::Out(Ineligible::OfferedTo(to)),
    };
    Decision { contact: waiting.contact, steps: agents.iter().map(|agent| (agent.agent, judged(agent))).collect(), chosen: Some(to) }
}

impl Step {
    /// How near who was judged so is to having the contact; the nearest first.
    fn place(&self) -> u8 {
        match self {
            Self::MayHaveIt { was_last: true, .. } => 0,
            Self::MayHaveIt { was_last: false, .. } => 1,
            Self::LetItPass => 2,
            Self::TakesByHand => 3,
            Self::Out(Ineligible::OfferedTo(_)) => 4,
            Self::Out(Ineligible::Full { .. }) => 5,
            Self::Out(Ineligible::Absent) => 6,
            Self::Out(Ineligible::Lacks(Lack::Skill(_))) => 7,
            Self::Out(Ineligible::Lacks(Lack::Level { .. })) => 8,
            Self::Out(Ineligible::Lacks(Lack::Language(_))) => 9,
            Self::Out(Ineligible::OtherClient) => 10,
        }
    }
}

/// Who is offered what at `at`, the next one first: each offer takes room from the ones after it.
pub fn hand_out<'a>(waiting: impl IntoIterator<Item = &'a Waiting>, agents: Vec<AgentNow>, at: Moment) -> Vec<(ContactId, AgentId)> {
    // Who is not there or has no room gets nothing, whatever waits: with many waiting, asking them each time takes long.
    let has_room = |agent: &AgentNow| agent.presence == Presence::Present && agent.free() > 0;
    let mut free: Vec<AgentNow> = agents.into_iter().filter(has_room).collect();
    let mut offers = Vec::new();
    for waiting in in_order(waiting) {
        if free.is_empty() {
            break;
        }
        let Some(to) = choose(waiting, &free, at).chosen else { continue };
        offers.push((waiting.contact, to));
        for agent in free.iter_mut().filter(|agent| agent.agent == to) {
            agent.load += waiting.needs.weight;
        }
        free.retain(has_room);
    }
    offers
}

/// Whether nobody is there who could ever have the contact: then the queue is closed to it, and who waits is told.
/// Somebody who is only full keeps it open.
pub fn is_unattended(waiting: &Waiting, agents: &[AgentNow]) -> bool {
    !agents.iter().any(|agent| matches!(eligible(agent, &waiting.needs), Ok(()) | Err(Ineligible::Full { .. })))
}
