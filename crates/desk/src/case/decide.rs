//! Who may make what happen in a case, and when. One small function per command.

use super::event::{Event, TransferTarget};
use super::slots::Slots;
use super::state::{Case, CaseState, Channel, Contact, ContactState, EndedBy, TakenBackReason};
use crate::availability::ClosedReason;
use crate::id::{AgentId, ClientId, ContactId, CustomerId, MessageId, NoteId, TeamId};
use crate::language::Language;
use crate::moment::{Moment, Span};

/// Why the desk says no. Expected, translated, never an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Another agent has the contact.
    HeldByAnother(AgentId),
    /// The agent has as many contacts as they may.
    SlotsFull,
    /// Only who holds the contact may do this.
    NotHeldByYou,
    /// The contact waits for another team.
    ForAnotherTeam,
    /// The contact is over.
    ContactEnded,
    /// The case is closed for good.
    CaseClosed,
    /// A colleague has answered since the writer looked.
    ColleagueAnswered(AgentId),
    /// The agent or team cannot receive the contact now: absent, full, not serving this client, or nobody in it.
    TargetGone,
    /// The chat is closed.
    ChatClosed(ClosedReason),
    /// That state is not set by hand.
    NotByHand,
}

/// What somebody wants to happen. Facts that a rule needs are read in the same transaction and come along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The customer writes.
    Receive {
        /// What.
        message: MessageId,
        /// Whether it is nothing but a thank-you ([`crate::courtesy::is_only_thanks`]).
        thanks: Thanks,
        /// How a new contact would start, when the newest one is over.
        again: Starting,
        /// How long after the end a mere thank-you changes nothing.
        grace: Span,
    },
    /// An agent takes the contact from the queue.
    Take {
        /// Who.
        by: AgentId,
        /// Their slots now.
        slots: Slots,
        /// Their teams.
        teams: Vec<TeamId>,
    },
    /// The contact goes back to the queue.
    TakeBack {
        /// From whom.
        from: AgentId,
        /// Why.
        reason: TakenBackReason,
    },
    /// An agent says something.
    Reply {
        /// What.
        message: MessageId,
        /// Who.
        by: AgentId,
        /// Who else replied after what the writer had seen.
        unseen_colleague: Option<AgentId>,
    },
    /// The desk says something by itself.
    SayAutomatically {
        /// What.
        message: MessageId,
    },
    /// Somebody notes something.
    WriteNote {
        /// What.
        note: NoteId,
        /// Who.
        by: AgentId,
    },
    /// The holder hands the contact over, with a note.
    Transfer {
        /// Who.
        by: AgentId,
        /// Why.
        note: NoteId,
        /// To whom; none when the target cannot receive it now.
        to: Option<Receiver>,
    },
    /// An agent ends the contact.
    End {
        /// Who.
        by: AgentId,
    },
    /// The customer ends the contact.
    Leave,
    /// Nobody has written for as long as the client allows.
    EndBySilence {
        /// The client's limit.
        limit: Span,
    },
    /// An agent says that the matter is solved.
    Solve {
        /// Who.
        by: AgentId,
    },
    /// An agent opens a solved case again.
    Reopen {
        /// Who.
        by: AgentId,
    },
    /// An agent sets the state.
    SetState {
        /// Who.
        by: AgentId,
        /// To.
        state: CaseState,
    },
    /// Somebody sets who answers for the case.
    SetOwner {
        /// Who sets.
        by: AgentId,
        /// To whom.
        owner: Option<AgentId>,
    },
    /// Somebody writes the subject line.
    SetSubject {
        /// Who.
        by: AgentId,
        /// One line, cleaned.
        subject: String,
    },
}

/// Whether words are only a thank-you.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thanks {
    /// Nothing else.
    Only,
    /// There is more.
    No,
}

/// Who could receive a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// An agent who is present and serves the client, with their slots.
    Agent(AgentId, Slots),
    /// A team that serves the client and has somebody present.
    Team(TeamId),
}

/// How a contact starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starting {
    /// Chosen by the visitor's widget.
    pub contact: ContactId,
    /// A chat when it is open, a left message when not.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// The client's promise.
    pub answer_target: Span,
    /// Page.
    pub start_page: Option<String>,
    /// Title of the page.
    pub start_title: Option<String>,
    /// From where.
    pub referrer: Option<String>,
}

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
        Command::Reply { message, by, unseen_colleague } => reply(case, message, by, unseen_colleague),
        Command::SayAutomatically { message } => Ok(vec![Event::SaidAutomatically { contact: case.contact.id, message }]),
        Command::WriteNote { note, by } => Ok(vec![Event::Noted { note, by }]),
        Command::Transfer { by, note, to } => transfer(case, by, note, to),
        Command::End { by } => end(case, by),
        Command::Leave => Ok(leave(case)),
        Command::EndBySilence { limit } => Ok(end_by_silence(case, limit, at)),
        Command::Solve { by } => solve(case, by),
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
    vec![Event::TakenBack { contact: case.contact.id, from, reason }]
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

fn leave(case: &Case) -> Vec<Event> {
    if case.contact.state == ContactState::Ended {
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
