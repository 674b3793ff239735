//! Who answers for a case, and what it is called. Called by [`super::decide`] alone.

use super::event::Event;
use super::refusal::Refusal;
use super::state::{Case, CaseState};
use crate::id::{AgentId, MessageId};

pub(super) fn set_owner(case: &Case, by: AgentId, owner: Option<AgentId>) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    if case.owner == owner {
        return Ok(Vec::new());
    }
    Ok(vec![Event::OwnerChanged { from: case.owner, to: owner, by: Some(by) }])
}

pub(super) fn set_subject(case: &Case, by: AgentId, subject: String) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    if case.subject.as_deref() == Some(subject.as_str()) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SubjectChanged { subject, by }])
}

pub(super) fn say_automatically(case: &Case, message: MessageId) -> Result<Vec<Event>, Refusal> {
    if case.is_closed() {
        return Err(Refusal::CaseClosed);
    }
    Ok(vec![Event::SaidAutomatically { contact: case.contact.id, message }])
}
