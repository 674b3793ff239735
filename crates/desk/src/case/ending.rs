//! How a contact ends, how its case is solved, and how both are taken back. Called by [`super::decide`] alone.

use super::bouncing::raised;
use super::decide::changed;
use super::event::Event;
use super::holding::may_end;
use super::refusal::Refusal;
use super::slots::Slots;
use super::state::{Case, CaseState, Channel, ContactState, EndedBy, UNDO_WITHIN};
use crate::call_back::CallTime;
use crate::id::{AgentId, ContactId};
use crate::moment::{Moment, Span};

fn ended(case: &Case, by: EndedBy, agent: Option<AgentId>) -> Event {
    Event::ContactEnded { contact: case.contact.id, by, agent }
}

pub(super) fn end(case: &Case, by: AgentId) -> Result<Vec<Event>, Refusal> {
    if case.contact.state == ContactState::Ended {
        return Ok(Vec::new());
    }
    may_end(case, by)?;
    Ok(vec![ended(case, EndedBy::Agent, Some(by))])
}

pub(super) fn leave(case: &Case, contact: ContactId) -> Vec<Event> {
    if case.contact.id != contact || case.contact.state == ContactState::Ended {
        return Vec::new();
    }
    vec![ended(case, EndedBy::Customer, None)]
}

pub(super) fn end_by_silence(case: &Case, limit: Span, at: Moment) -> Vec<Event> {
    // A waiting visitor is never dropped, and nobody is dropped while we owe them an answer.
    let is_silent = case.contact.state == ContactState::Taken
        && case.contact.channel == Channel::Chat
        && case.contact.customer_waits_since.is_none()
        && at.since(case.contact.last_said_at) >= limit;
    if is_silent { vec![ended(case, EndedBy::Silence, None)] } else { Vec::new() }
}

pub(super) fn solve(case: &Case, by: AgentId) -> Result<Vec<Event>, Refusal> {
    match case.state {
        CaseState::Solved => return Ok(Vec::new()),
        CaseState::Closed => return Err(Refusal::CaseClosed),
        CaseState::New | CaseState::Open | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => {}
    }
    let mut events = Vec::new();
    if case.contact.state != ContactState::Ended {
        may_end(case, by)?;
        // Solving frees the slot; the customer can still write, and then it was not solved.
        events.push(ended(case, EndedBy::Agent, Some(by)));
    }
    events.push(changed(case, CaseState::Solved, Some(by)));
    Ok(events)
}

/// The customer must not be left with an ended chat because somebody's hand slipped: the contact that ended by solving
/// goes on where it was. A case whose contact had ended before is only opened again.
pub(super) fn undo_solve(
    case: &Case,
    by: AgentId,
    slots: &Slots,
    (waits_since, call): (Option<Moment>, Option<CallTime>),
    at: Moment,
) -> Result<Vec<Event>, Refusal> {
    let contact = &case.contact;
    let mut events = reopen(case, by)?;
    if events.is_empty() || contact.ended_at != case.solved_at {
        return Ok(events);
    }
    let is_in_time = case.solved_at.is_some_and(|solved| at.since(solved) <= UNDO_WITHIN);
    if contact.held_by != Some(by) || !is_in_time {
        return Err(Refusal::TooLateToUndo);
    }
    let luukku = slots.first_free()?;
    events.push(Event::ContactResumed { contact: contact.id, by, luukku, customer_waits_since: waits_since });
    // What was promised is still to come.
    let call = call.filter(|call| contact.channel == Channel::CallBack && call.until > at);
    events.extend(call.map(|CallTime { from, until }| Event::CallOrdered { contact: contact.id, from, until }));
    Ok(events)
}

/// What makes an ended contact go on with the words of `by`: a case is never left without a way to answer in it.
pub(super) fn resume(case: &Case, by: AgentId, slots: &Slots) -> Result<Vec<Event>, Refusal> {
    let mut events = reopen(case, by)?;
    let luukku = slots.first_free()?;
    if case.owner != Some(by) {
        events.push(Event::OwnerChanged { from: case.owner, to: Some(by), by: None });
    }
    events.push(Event::ContactResumed { contact: case.contact.id, by, luukku, customer_waits_since: None });
    events.extend(raised(case, by));
    Ok(events)
}

pub(super) fn reopen(case: &Case, by: AgentId) -> Result<Vec<Event>, Refusal> {
    match case.state {
        CaseState::Solved => Ok(vec![changed(case, CaseState::Open, Some(by))]),
        CaseState::Closed => Err(Refusal::CaseClosed),
        CaseState::New | CaseState::Open | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => Ok(Vec::new()),
    }
}

pub(super) fn set_state(case: &Case, by: AgentId, state: CaseState) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed && state != CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    if case.state == state {
        return Ok(Vec::new());
    }
    match state {
        CaseState::New => Err(Refusal::NotByHand),
        CaseState::Solved => solve(case, by),
        CaseState::Closed => {
            let mut events = end(case, by)?;
            events.push(changed(case, CaseState::Closed, Some(by)));
            Ok(events)
        }
        CaseState::Open | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => Ok(vec![changed(case, state, Some(by))]),
    }
}
