//! Who may make what happen in a case, and when. One small function per command.

use super::command::{Command, Receiver, Refusal, Starting, Thanks};
use super::event::{Event, TransferTarget};
use super::returning::{TeamNow, Whose, waits_in_vain};
use super::slots::Slots;
use super::state::{Case, CaseState, Channel, Contact, ContactState, EndedBy, TakenBackReason, UNDO_WITHIN};
use crate::id::{AgentId, ClientId, ContactId, CustomerId, MessageId, NoteId, TeamId};
use crate::moment::{Moment, Span};

/// Opens a case with its first message. Whether the chat is open has been asked of
/// [`crate::availability::availability`] in the same transaction.
pub fn open(client: ClientId, customer: CustomerId, number: i64, starting: Starting, message: MessageId) -> Vec<Event> {
    let contact = starting.contact;
    vec![Event::CaseOpened { client, customer, number }, started(starting), Event::Received { contact, message }]
}

/// What `command` makes happen at `at`. No events: it had happened before, and saying it again is harmless.
///
/// # Errors
/// A [`Refusal`]; nothing has happened then.
pub fn decide(case: &Case, command: Command, at: Moment) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Receive { message, thanks, again, grace } => receive(case, message, thanks, again, grace, at),
        Command::Take { by, slots, teams } => take(case, by, &slots, &teams),
        Command::TakeBack { from, reason } => Ok(take_back(case, from, reason)),
        Command::GiveBack { by, whose } => give_back(case, by, whose),
        Command::FreeFromTeam { team } => Ok(free_from_team(case, team)),
        Command::Reply { message, by, unseen_colleague } => reply(case, message, by, unseen_colleague),
        Command::SayAutomatically { message } => say_automatically(case, message),
        Command::WriteNote { note, by } => Ok(vec![Event::Noted { note, by }]),
        Command::Transfer { by, note, to } => transfer(case, by, note, to),
        Command::End { by } => end(case, by),
        Command::Leave { contact } => Ok(leave(case, contact)),
        Command::EndBySilence { limit } => Ok(end_by_silence(case, limit, at)),
        Command::Solve { by } => solve(case, by),
        Command::UndoSolve { by, slots, customer_waits_since } => undo_solve(case, by, &slots, customer_waits_since, at),
        Command::Reopen { by } => reopen(case, by),
        Command::SetState { by, state } => set_state(case, by, state),
        Command::SetOwner { by, owner } => set_owner(case, by, owner),
        Command::SetSubject { by, subject } => Ok(set_subject(case, by, subject)),
    }
}

fn started(starting: Starting) -> Event {
    Event::ContactStarted {
        contact: starting.contact,
        channel: starting.channel,
        language: starting.language,
        answer_target: starting.answer_target,
        start_page: starting.start_page,
        start_title: starting.start_title,
        referrer: starting.referrer,
    }
}

fn changed(case: &Case, to: CaseState, by: Option<AgentId>) -> Event {
    Event::StateChanged { from: case.state, to, by }
}

fn receive(case: &Case, message: MessageId, thanks: Thanks, again: Starting, grace: Span, at: Moment) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    let contact = case.contact.id;
    if case.contact.state != ContactState::Ended {
        let mut events = vec![Event::Received { contact, message }];
        if case.state == CaseState::WaitingForCustomer {
            events.push(changed(case, CaseState::Open, None));
        }
        return Ok(events);
    }
    let over_since = case.solved_at.max(case.contact.ended_at).unwrap_or(at);
    if thanks == Thanks::Only && at.since(over_since) <= grace {
        return Ok(vec![Event::Received { contact, message }]);
    }
    let mut events = Vec::new();
    // An answer to a solved case means that it was not solved.
    if matches!(case.state, CaseState::Solved | CaseState::WaitingForCustomer) {
        events.push(changed(case, CaseState::Open, None));
    }
    let contact = again.contact;
    events.push(started(again));
    events.push(Event::Received { contact, message });
    Ok(events)
}

fn take(case: &Case, by: AgentId, slots: &Slots, teams: &[TeamId]) -> Result<Vec<Event>, Refusal> {
    let contact = &case.contact;
    match contact.state {
        ContactState::Ended => return Err(Refusal::ContactEnded),
        ContactState::Taken if contact.is_held_by(by) => return Ok(Vec::new()),
        ContactState::Taken => return Err(held(contact)),
        ContactState::Waiting => {}
    }
    if contact.for_team.is_some_and(|team| !teams.contains(&team)) {
        return Err(Refusal::ForAnotherTeam);
    }
    let luukku = slots.first_free()?;
    let mut events = vec![Event::Taken { contact: contact.id, by, luukku }];
    if case.owner != Some(by) {
        events.push(Event::OwnerChanged { from: case.owner, to: Some(by), by: None });
    }
    Ok(events)
}

fn take_back(case: &Case, from: AgentId, reason: TakenBackReason) -> Vec<Event> {
    if !case.contact.is_held_by(from) {
        return Vec::new();
    }
    vec![Event::TakenBack { contact: case.contact.id, from, reason, by: None }]
}

fn give_back(case: &Case, by: AgentId, whose: Whose) -> Result<Vec<Event>, Refusal> {
    let contact = &case.contact;
    let Some(from) = contact.holder() else {
        return Ok(Vec::new());
    };
    if from != by && whose == Whose::Own {
        return Err(Refusal::HeldByAnother(from));
    }
    Ok(vec![Event::TakenBack { contact: contact.id, from, reason: TakenBackReason::GivenBack, by: Some(by) }])
}

fn free_from_team(case: &Case, now: TeamNow) -> Vec<Event> {
    let contact = &case.contact;
    match contact.for_team {
        Some(team) if contact.state == ContactState::Waiting && waits_in_vain(contact.channel, now) => {
            vec![Event::FreedFromTeam { contact: contact.id, team }]
        }
        Some(_) | None => Vec::new(),
    }
}

fn reply(case: &Case, message: MessageId, by: AgentId, unseen_colleague: Option<AgentId>) -> Result<Vec<Event>, Refusal> {
    held_by(case, by)?;
    if let Some(colleague) = unseen_colleague {
        return Err(Refusal::ColleagueAnswered(colleague));
    }
    let mut events = vec![Event::Replied { contact: case.contact.id, message, by }];
    if case.state == CaseState::New {
        events.push(changed(case, CaseState::Open, None));
    }
    Ok(events)
}

fn say_automatically(case: &Case, message: MessageId) -> Result<Vec<Event>, Refusal> {
    if case.is_closed() {
        return Err(Refusal::CaseClosed);
    }
    Ok(vec![Event::SaidAutomatically { contact: case.contact.id, message }])
}

fn transfer(case: &Case, by: AgentId, note: NoteId, to: Option<Receiver>) -> Result<Vec<Event>, Refusal> {
    held_by(case, by)?;
    let to = match to.ok_or(Refusal::TargetGone)? {
        Receiver::Agent(agent, _) if agent == by => return Err(Refusal::TargetGone),
        Receiver::Agent(agent, slots) => TransferTarget::Agent(agent, slots.first_free().map_err(|_| Refusal::TargetGone)?),
        Receiver::Team(team) => TransferTarget::Team(team),
    };
    let mut events = vec![Event::Noted { note, by }, Event::Transferred { contact: case.contact.id, by, to }];
    if let TransferTarget::Agent(agent, _) = to {
        events.push(Event::OwnerChanged { from: case.owner, to: Some(agent), by: Some(by) });
    }
    Ok(events)
}

fn ended(case: &Case, by: EndedBy, agent: Option<AgentId>) -> Event {
    Event::ContactEnded { contact: case.contact.id, by, agent }
}

fn end(case: &Case, by: AgentId) -> Result<Vec<Event>, Refusal> {
    if case.contact.state == ContactState::Ended {
        return Ok(Vec::new());
    }
    held_by(case, by)?;
    Ok(vec![ended(case, EndedBy::Agent, Some(by))])
}

fn leave(case: &Case, contact: ContactId) -> Vec<Event> {
    if case.contact.id != contact || case.contact.state == ContactState::Ended {
        return Vec::new();
    }
    vec![ended(case, EndedBy::Customer, None)]
}

fn end_by_silence(case: &Case, limit: Span, at: Moment) -> Vec<Event> {
    // A waiting visitor is never dropped, and nobody is dropped while we owe them an answer.
    let is_silent = case.contact.state == ContactState::Taken
        && case.contact.channel == Channel::Chat
        && case.contact.customer_waits_since.is_none()
        && at.since(case.contact.last_said_at) >= limit;
    if is_silent { vec![ended(case, EndedBy::Silence, None)] } else { Vec::new() }
}

fn solve(case: &Case, by: AgentId) -> Result<Vec<Event>, Refusal> {
    match case.state {
        CaseState::Solved => return Ok(Vec::new()),
        CaseState::Closed => return Err(Refusal::CaseClosed),
        CaseState::New | CaseState::Open | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => {}
    }
    let mut events = Vec::new();
    if case.contact.state != ContactState::Ended {
        held_by(case, by)?;
        // Solving frees the slot; the customer can still write, and then it was not solved.
        events.push(ended(case, EndedBy::Agent, Some(by)));
    }
    events.push(changed(case, CaseState::Solved, Some(by)));
    Ok(events)
}

/// The customer must not be left with an ended chat because somebody's hand slipped: the contact that ended by solving
/// goes on where it was. A case whose contact had ended before is only opened again.
fn undo_solve(case: &Case, by: AgentId, slots: &Slots, waits_since: Option<Moment>, at: Moment) -> Result<Vec<Event>, Refusal> {
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
    Ok(events)
}

fn reopen(case: &Case, by: AgentId) -> Result<Vec<Event>, Refusal> {
    match case.state {
        CaseState::Solved => Ok(vec![changed(case, CaseState::Open, Some(by))]),
        CaseState::Closed => Err(Refusal::CaseClosed),
        CaseState::New | CaseState::Open | CaseState::WaitingForCustomer | CaseState::WaitingForOthers => Ok(Vec::new()),
    }
}

fn set_state(case: &Case, by: AgentId, state: CaseState) -> Result<Vec<Event>, Refusal> {
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

fn set_owner(case: &Case, by: AgentId, owner: Option<AgentId>) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    if case.owner == owner {
        return Ok(Vec::new());
    }
    Ok(vec![Event::OwnerChanged { from: case.owner, to: owner, by: Some(by) }])
}

fn set_subject(case: &Case, by: AgentId, subject: String) -> Vec<Event> {
    if case.subject.as_deref() == Some(subject.as_str()) {
        return Vec::new();
    }
    vec![Event::SubjectChanged { subject, by }]
}

/// Only the agent who holds a contact may act in it.
fn held_by(case: &Case, by: AgentId) -> Result<(), Refusal> {
    match case.contact.state {
        ContactState::Ended => Err(Refusal::ContactEnded),
        ContactState::Waiting => Err(Refusal::NotHeldByYou),
        ContactState::Taken if case.contact.is_held_by(by) => Ok(()),
        ContactState::Taken => Err(held(&case.contact)),
    }
}

fn held(contact: &Contact) -> Refusal {
    contact.held_by.map_or(Refusal::NotHeldByYou, Refusal::HeldByAnother)
}
