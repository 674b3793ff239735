//! A customer asks to be called instead of waiting: one contact ends, one for the call begins in the same case, and what
//! they are promised is a promise like any other. Called by [`super::decide`] alone, but for [`open_with_call`].

use super::apply::{replied, waits_for_us};
use super::command::Starting;
use super::decide::{changed, started};
use super::event::Event;
use super::holding::held_by;
use super::promising::{is_a_promise, kept};
use super::refusal::Refusal;
use super::state::{Call, Case, CaseState, Channel, Contact, ContactState, EndedBy, Promise};
use crate::call_back::CallTime;
use crate::id::{AgentId, ClientId, ContactId, CustomerId, MessageId, NoteId};
use crate::moment::Moment;

/// Opens a case with the wish to be called about something.
pub fn open_with_call(
    (client, customer, number): (ClientId, CustomerId, i64),
    starting: Starting,
    about: MessageId,
    when: CallTime,
    message: MessageId,
) -> Vec<Event> {
    let mut events = vec![Event::CaseOpened { client, customer, number }];
    events.extend(ordered(starting, Some(about), when, message));
    events
}

/// The customer asks to be called. Who has been taken meanwhile is talked to: the call would be a second one.
pub(super) fn order_call(
    case: &Case,
    about: Option<MessageId>,
    again: Starting,
    when: CallTime,
    message: MessageId,
) -> Result<Vec<Event>, Refusal> {
    if case.is_closed() {
        return Err(Refusal::CaseClosed);
    }
    let contact = &case.contact;
    let mut events = Vec::new();
    match (contact.state, contact.channel) {
        (ContactState::Ended, _) => {}
        (ContactState::Waiting | ContactState::Taken | ContactState::Parked, Channel::CallBack) => return Err(Refusal::CallOrdered),
        (ContactState::Waiting, Channel::Chat | Channel::Message) => {
            events.push(Event::ContactEnded { contact: contact.id, by: EndedBy::CallBack, agent: None });
        }
        (ContactState::Taken | ContactState::Parked, Channel::Chat | Channel::Message) => {
            return Err(contact.held_by.map_or(Refusal::NotHeldByYou, Refusal::HeldByAnother));
        }
    }
    if matches!(case.state, CaseState::Solved | CaseState::WaitingForCustomer) {
        events.push(changed(case, CaseState::Open, None));
    }
    events.extend(ordered(again, about, when, message));
    Ok(events)
}

fn ordered(starting: Starting, about: Option<MessageId>, when: CallTime, message: MessageId) -> Vec<Event> {
    let contact = starting.contact;
    let mut events = vec![started(starting)];
    events.extend(about.map(|message| Event::Received { contact, message }));
    events.push(Event::CallOrdered { contact, from: when.from, until: when.until });
    events.push(Event::SaidAutomatically { contact, message });
    events
}

/// Whoever takes a chat means that chat, and not the call that its customer has asked for at the same moment.
pub(super) fn require_contact(case: &Case, contact: ContactId) -> Result<Vec<Event>, Refusal> {
    let is_another = case.contact.id != contact && case.contact.channel == Channel::CallBack;
    if is_another { Err(Refusal::AsksForCall) } else { Ok(Vec::new()) }
}

/// An agent has spoken with the customer: that is what was promised. The case goes on until it is solved.
pub(super) fn mark_called(case: &Case, by: AgentId, note: NoteId, message: MessageId, at: Moment) -> Result<Vec<Event>, Refusal> {
    let is_over = was_left_to(case, by);
    let contact = if is_over { case.contact.id } else { held_call(case, by)? };
    let mut events = vec![Event::Noted { note, by }, Event::SaidAutomatically { contact, message }, Event::Called { contact, by }];
    if !is_over {
        events.extend(kept(case, at));
        // A call is over when it is over: handed on or taken back, it would be made once more.
        events.push(Event::ContactEnded { contact, by: EndedBy::Agent, agent: Some(by) });
    }
    if case.state == CaseState::New {
        events.push(changed(case, CaseState::Open, Some(by)));
    }
    Ok(events)
}

/// Nobody answered. The customer is told when it is tried again; after the last try it is their turn to write.
pub(super) fn mark_not_reached(
    case: &Case,
    by: AgentId,
    limit: i64,
    until: Moment,
    message: MessageId,
    at: Moment,
) -> Result<Vec<Event>, Refusal> {
    let contact = held_call(case, by)?;
    let tries = case.contact.tries.saturating_add(1);
    let mut events = vec![Event::NotReached { contact, by, tries }, Event::SaidAutomatically { contact, message }];
    if is_last_try(&case.contact, limit) {
        // What was promised was to call, and they were called.
        events.extend(kept(case, at));
        events.push(Event::ContactEnded { contact, by: EndedBy::Agent, agent: Some(by) });
        if case.state != CaseState::WaitingForCustomer {
            events.push(changed(case, CaseState::WaitingForCustomer, Some(by)));
        }
    } else {
        is_a_promise(until, at)?;
        events.push(Event::Parked { contact, by, until });
    }
    Ok(events)
}

/// Whether the customer is called no more when they are not reached once again, where a client lets it be tried so often.
pub fn is_last_try(contact: &Contact, limit: i64) -> bool {
    contact.tries.saturating_add(1) >= limit
}

/// Whether the customer ended a call in writing while `by` had it: they may be speaking with one another, and what they agree on
/// is noted all the same, once: that note is what is said last.
fn was_left_to(case: &Case, by: AgentId) -> bool {
    let contact = &case.contact;
    let is_noted = contact.ended_at.is_some_and(|ended| contact.last_said_at > ended);
    !is_noted
        && contact.channel == Channel::CallBack
        && contact.state == ContactState::Ended
        && contact.ended_by == Some(EndedBy::Customer)
        && contact.held_by == Some(by)
        && !case.is_closed()
}

fn held_call(case: &Case, by: AgentId) -> Result<ContactId, Refusal> {
    held_by(case, by)?;
    // Without a promise they have been called already.
    if case.contact.channel == Channel::CallBack && case.promise.is_some() { Ok(case.contact.id) } else { Err(Refusal::NoCall) }
}

/// What these events change.
pub(super) fn call_happened(case: &mut Case, event: &Event, at: Moment) {
    if let Event::CallOrdered { from, until, .. } = event {
        waits_for_us(&mut case.contact, at);
        case.promise = Some(Promise { by: None, from: *from, until: *until, is_broken: false });
        case.contact.call.get_or_insert(Call { until: *until, called_at: None, spoken_at: None });
    } else if let Event::Called { by, .. } = event {
        was_called(&mut case.contact, true, at);
        case.with = Some(*by);
        replied(&mut case.contact, at);
        case.promise = None;
    } else if let Event::NotReached { tries, .. } = event {
        was_called(&mut case.contact, false, at);
        case.contact.tries = *tries;
    }
}

fn was_called(contact: &mut Contact, is_spoken: bool, at: Moment) {
    if let Some(call) = &mut contact.call {
        call.called_at = call.called_at.or(Some(at));
        call.spoken_at = call.spoken_at.or(is_spoken.then_some(at));
    }
}
