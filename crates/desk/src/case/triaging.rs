//! How urgent a contact is said to be, and how it is best handled. Called by [`super::decide`] and [`super::apply`] alone.

use super::event::Event;
use super::refusal::Refusal;
use super::state::{Case, Contact, ContactState};
use crate::id::AgentId;
use crate::moment::Moment;
use crate::triage::{MOST, Triage};

/// Whoever answers for the client says it, whoever has the contact: the estimate comes before the work.
///
/// Each stands in the history for good, where hundreds by one person would bury what happened.
pub(super) fn triage(case: &Case, by: AgentId, triage: Triage, earlier: usize) -> Result<Vec<Event>, Refusal> {
    if case.contact.state == ContactState::Ended {
        return Err(Refusal::ContactEnded);
    }
    if case.contact.triage == Some(triage) {
        return Ok(Vec::new());
    }
    if earlier >= MOST {
        return Err(Refusal::TooManyEstimates);
    }
    Ok(vec![Event::Triaged { contact: case.contact.id, by, triage }])
}

/// A better estimate replaces the one before, but the time of the first stays.
pub(super) fn triaged(contact: &mut Contact, triage: Triage, at: Moment) {
    contact.triage = Some(triage);
    contact.triaged_at = contact.triaged_at.or(Some(at));
    contact.demand.priority = triage.priority();
}
