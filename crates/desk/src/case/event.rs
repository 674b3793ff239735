//! What can happen in a case. Words of people are not in events: they name a message or a note.

use super::offering::OfferEnd;
use super::slots::ExceedReason;
use super::state::{CaseState, Channel, Contact, EndedBy, TakenBackReason};
use crate::id::{AgentId, ClientId, ContactId, CustomerId, LabelId, MessageId, NoteId, TeamId};
use crate::language::Language;
use crate::moment::{Moment, Span};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The case began.
    CaseOpened {
        /// Whose customer.
        client: ClientId,
        /// Who asks.
        customer: CustomerId,
        /// Its number.
        number: i64,
    },
    /// A contact began.
    ContactStarted {
        /// Which.
        contact: ContactId,
        /// Through what.
        channel: Channel,
        /// In which language.
        language: Language,
        /// The promise that holds for it, as it was when it began.
        answer_target: Span,
        /// Page.
        start_page: Option<String>,
        /// Title of the page.
        start_title: Option<String>,
        /// From where.
        referrer: Option<String>,
    },
    /// The customer said something.
    Received {
        /// In which contact.
        contact: ContactId,
        /// What.
        message: MessageId,
    },
    /// A person of the desk said something to the customer.
    Replied {
        /// In which contact.
        contact: ContactId,
        /// What.
        message: MessageId,
        /// Who.
        by: AgentId,
    },
    /// The desk said something by itself; stops no clock.
    SaidAutomatically {
        /// In which contact.
        contact: ContactId,
        /// What.
        message: MessageId,
    },
    /// Something was noted inside the desk.
    Noted {
        /// What.
        note: NoteId,
        /// Who.
        by: AgentId,
    },
    /// An agent took the contact.
    Taken {
        /// Which.
        contact: ContactId,
        /// Who.
        by: AgentId,
        /// Into which slot.
        luukku: i64,
        /// Why, when it was more than they have slots.
        exceeds: Option<ExceedReason>,
    },
    /// The contact was offered to an agent.
    Offered {
        /// Which.
        contact: ContactId,
        /// To whom.
        to: AgentId,
        /// For how long.
        within: Span,
    },
    /// An offer came to its end, and the contact still waits.
    OfferEnded {
        /// Which.
        contact: ContactId,
        /// To whom it was offered.
        to: AgentId,
        /// Why it ended.
        why: OfferEnd,
    },
    /// The contact went back to the front of the queue.
    TakenBack {
        /// Which.
        contact: ContactId,
        /// From whom.
        from: AgentId,
        /// Why.
        reason: TakenBackReason,
        /// Who gave it back; none when a rule did it.
        by: Option<AgentId>,
    },
    /// Nobody of the team that the contact waited for is there: it waits for everybody who serves the client.
    FreedFromTeam {
        /// Which.
        contact: ContactId,
        /// Of which team.
        team: TeamId,
    },
    /// The chat has waited for so long that another team may take it as well.
    Overflowed {
        /// Which.
        contact: ContactId,
        /// Whose rule that is.
        from: TeamId,
        /// The team that may take it as well.
        to: TeamId,
    },
    /// The customer of a chat has waited for a person's words for longer than its answer target. Once for each wait.
    AnswerTargetMissed {
        /// Which.
        contact: ContactId,
        /// Since when the customer waits.
        waits_since: Moment,
        /// The target.
        target: Span,
    },
    /// The contact was handed over.
    Transferred {
        /// Which.
        contact: ContactId,
        /// By whom.
        by: AgentId,
        /// To whom.
        to: TransferTarget,
    },
    /// The contact ended.
    ContactEnded {
        /// Which.
        contact: ContactId,
        /// By whose act.
        by: EndedBy,
        /// Which agent, when by an agent.
        agent: Option<AgentId>,
    },
    /// The contact goes on as if it had not ended: solving it was a slip.
    ContactResumed {
        /// Which.
        contact: ContactId,
        /// Who ended it and has it again.
        by: AgentId,
        /// In which slot.
        luukku: i64,
        /// The answer clock as it was when it ended.
        customer_waits_since: Option<Moment>,
    },
    /// The case changed its state.
    StateChanged {
        /// From.
        from: CaseState,
        /// To.
        to: CaseState,
        /// By whom; none when a rule did it.
        by: Option<AgentId>,
    },
    /// Somebody else answers for the case now.
    OwnerChanged {
        /// From.
        from: Option<AgentId>,
        /// To.
        to: Option<AgentId>,
        /// By whom; none when a rule did it.
        by: Option<AgentId>,
    },
    /// The subject line changed.
    SubjectChanged {
        /// Now.
        subject: String,
        /// By whom.
        by: AgentId,
    },
    /// The case is sorted by these labels now.
    Labelled {
        /// What it is about.
        category: Option<LabelId>,
        /// What it is found by.
        tags: Vec<LabelId>,
        /// Who says so.
        by: AgentId,
    },
}

/// To whom a contact is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferTarget {
    /// To a person, into this slot.
    Agent(AgentId, i64),
    /// To the queue of a team.
    Team(TeamId),
}

/// Who said the words of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The customer.
    Customer,
    /// A person of the desk.
    Agent(AgentId),
    /// The desk by itself.
    Automatic,
}

/// The message that an event carries, and who said it.
pub fn author(event: &Event) -> Option<(MessageId, Author)> {
    match event {
        Event::Received { message, .. } => Some((*message, Author::Customer)),
        Event::Replied { message, by, .. } => Some((*message, Author::Agent(*by))),
        Event::SaidAutomatically { message, .. } => Some((*message, Author::Automatic)),
        Event::CaseOpened { .. }
        | Event::ContactStarted { .. }
        | Event::Noted { .. }
        | Event::Taken { .. }
        | Event::Offered { .. }
        | Event::OfferEnded { .. }
        | Event::TakenBack { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. }
        | Event::Transferred { .. }
        | Event::ContactEnded { .. }
        | Event::ContactResumed { .. }
        | Event::StateChanged { .. }
        | Event::OwnerChanged { .. }
        | Event::SubjectChanged { .. }
        | Event::Labelled { .. } => None,
    }
}

/// Whether `after`, which came right after `before` at the same moment, was made happen by the same command: who sends
/// that command once more is told the same again.
pub fn is_one_act(before: &Event, after: &Event) -> bool {
    match (before, after) {
        (Event::CaseOpened { .. } | Event::StateChanged { by: None, .. }, Event::ContactStarted { .. })
        | (Event::ContactStarted { .. }, Event::Received { .. })
        | (Event::Received { .. }, Event::SaidAutomatically { .. })
        | (Event::Received { .. } | Event::Replied { .. }, Event::StateChanged { by: None, .. })
        | (Event::StateChanged { by: None, .. }, Event::ContactEnded { agent: Some(_), .. })
        | (Event::Transferred { .. }, Event::OwnerChanged { .. })
        | (Event::StateChanged { from: CaseState::Solved, .. }, Event::OwnerChanged { .. } | Event::ContactResumed { .. })
        | (Event::OwnerChanged { .. }, Event::ContactResumed { .. }) => true,
        (Event::Replied { by, .. }, Event::ContactEnded { agent, .. }) => *agent == Some(*by),
        (Event::ContactResumed { by, .. }, Event::Replied { by: replies, .. }) => by == replies,
        (Event::ContactEnded { agent, .. }, Event::StateChanged { by, .. }) => agent.is_some() && agent == by,
        (Event::Noted { by, .. }, Event::Transferred { by: from, .. }) => by == from,
        (Event::Noted { by, .. }, Event::Taken { by: taker, .. }) => by == taker,
        (Event::Taken { by, .. }, Event::OwnerChanged { to, .. }) => *to == Some(*by),
        _ => false,
    }
}

/// Whether the customer sees that this happened. Such events get a place in the customer's own gap-free order as well,
/// so that what is inside the desk leaves no hole that could be counted.
pub fn is_public(event: &Event) -> bool {
    match event {
        Event::ContactStarted { .. }
        | Event::Received { .. }
        | Event::Replied { .. }
        | Event::SaidAutomatically { .. }
        | Event::Taken { .. }
        | Event::TakenBack { .. }
        | Event::Transferred { .. }
        | Event::ContactEnded { .. }
        | Event::ContactResumed { .. } => true,
        Event::StateChanged { to, .. } => *to == CaseState::Solved,
        Event::CaseOpened { .. }
        | Event::Noted { .. }
        | Event::Offered { .. }
        | Event::OfferEnded { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. }
        | Event::OwnerChanged { .. }
        | Event::SubjectChanged { .. }
        | Event::Labelled { .. } => false,
    }
}

/// Whether somebody who looks after the desk should know that this happened: it went another way than a conversation
/// that is answered and solved by who took it.
pub fn is_notable(event: &Event) -> bool {
    match event {
        Event::TakenBack { .. }
        | Event::Transferred { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. } => true,
        Event::ContactEnded { by, .. } => *by == EndedBy::Silence,
        Event::OfferEnded { why, .. } => *why == OfferEnd::LetPass,
        Event::Taken { exceeds, .. } => exceeds.is_some(),
        // The customer came back: it was not solved.
        Event::StateChanged { from, by, .. } => *from == CaseState::Solved && by.is_none(),
        Event::CaseOpened { .. }
        | Event::ContactStarted { .. }
        | Event::ContactResumed { .. }
        | Event::Received { .. }
        | Event::Replied { .. }
        | Event::SaidAutomatically { .. }
        | Event::Noted { .. }
        | Event::Offered { .. }
        | Event::OwnerChanged { .. }
        | Event::SubjectChanged { .. }
        | Event::Labelled { .. } => false,
    }
}

/// Who held the contact until `event` ended that, as far as the event says: the end of a contact names who held it only when
/// they ended it themselves, and the ended contact still says who it was.
pub fn let_go_by(event: &Event, ended: &Contact) -> Option<AgentId> {
    match event {
        Event::TakenBack { from, .. } => Some(*from),
        Event::Transferred { by, .. } => Some(*by),
        Event::ContactEnded { contact, .. } => ended.held_by.filter(|_| *contact == ended.id),
        Event::CaseOpened { .. }
        | Event::ContactStarted { .. }
        | Event::ContactResumed { .. }
        | Event::Offered { .. }
        | Event::OfferEnded { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. }
        | Event::Received { .. }
        | Event::Replied { .. }
        | Event::SaidAutomatically { .. }
        | Event::Noted { .. }
        | Event::Taken { .. }
        | Event::StateChanged { .. }
        | Event::OwnerChanged { .. }
        | Event::SubjectChanged { .. }
        | Event::Labelled { .. } => None,
    }
}

/// The agent whom the customer learns of through `event`.
pub fn agent_shown(event: &Event) -> Option<AgentId> {
    match event {
        Event::Replied { by, .. } | Event::Taken { by, .. } | Event::ContactResumed { by, .. } => Some(*by),
        Event::Transferred { to: TransferTarget::Agent(agent, _), .. } => Some(*agent),
        Event::Transferred { to: TransferTarget::Team(_), .. }
        | Event::CaseOpened { .. }
        | Event::ContactStarted { .. }
        | Event::Received { .. }
        | Event::SaidAutomatically { .. }
        | Event::Noted { .. }
        | Event::Offered { .. }
        | Event::OfferEnded { .. }
        | Event::TakenBack { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. }
        | Event::ContactEnded { .. }
        | Event::StateChanged { .. }
        | Event::OwnerChanged { .. }
        | Event::SubjectChanged { .. }
        | Event::Labelled { .. } => None,
    }
}
