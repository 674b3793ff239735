//! Handovers that the customer feels: another person comes after the first human answer. Called by [`super::decide`] and
//! [`super::apply`] alone.

use super::event::Event;
use super::state::Case;
use crate::id::AgentId;

/// At this one whoever leads is told: a matter that has been explained to so many is stuck (CC-22).
pub const BOUNCE_LIMIT: i64 = 3;

/// Whether `agent` is another person than the one whom the customer is with since they were first answered.
fn is_another(case: &Case, agent: AgentId) -> bool {
    case.with.is_some_and(|with| with != agent)
}

/// The customer is told of `agent`.
pub(super) fn comes(case: &mut Case, agent: AgentId) {
    if is_another(case, agent) {
        case.handovers += 1;
        case.with = Some(agent);
    }
}

/// What goes with `agent` coming to the customer when that is the handover at which the lead is told; once for each case.
pub(super) fn raised(case: &Case, agent: AgentId) -> Option<Event> {
    let is_the_one = is_another(case, agent) && case.handovers + 1 == BOUNCE_LIMIT;
    is_the_one.then_some(Event::RaisedToLead { handovers: BOUNCE_LIMIT })
}
