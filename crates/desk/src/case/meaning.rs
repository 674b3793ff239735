//! What an event means to others: whose words it carries, who sees it, who should know of it, whom it names.

use super::event::{Author, Event, TransferTarget};
use super::offering::OfferEnd;
use super::state::{CaseState, Contact, EndedBy, TakenBackReason};
use crate::id::{AgentId, MessageId};

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
        | Event::Labelled { .. }
        | Event::Referred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. } => None,
    }
}

/// Whether `after`, which came right after `before` at the same moment, was made happen by the same command: who sends
/// that command once more is told the same again.
pub fn is_one_act(before: &Event, after: &Event) -> bool {
    match (before, after) {
        (Event::CaseOpened { .. } | Event::StateChanged { by: None, .. }, Event::ContactStarted { .. })
        | (Event::ContactStarted { .. }, Event::Received { .. })
        | (Event::Received { .. }, Event::SaidAutomatically { .. })
        | (Event::SaidAutomatically { .. }, Event::Parked { .. } | Event::ContactEnded { agent: Some(_), .. })
        | (Event::Replied { .. } | Event::PromiseKept { .. } | Event::StateChanged { by: None, .. }, Event::SaidAutomatically { .. })
        | (Event::Received { .. }, Event::TakenBack { reason: TakenBackReason::CustomerWrote, .. })
        | (Event::Replied { .. }, Event::PromiseKept { .. })
        | (Event::PromiseKept { .. }, Event::StateChanged { .. } | Event::ContactEnded { .. })
        | (
            Event::Taken { .. } | Event::OwnerChanged { .. } | Event::Transferred { .. } | Event::ContactResumed { .. },
            Event::RaisedToLead { .. },
        )
        | (Event::RaisedToLead { .. }, Event::Replied { .. })
        | (Event::Received { .. } | Event::Replied { .. }, Event::StateChanged { by: None, .. })
        | (Event::StateChanged { by: None, .. }, Event::ContactEnded { agent: Some(_), .. })
        | (Event::Transferred { .. }, Event::OwnerChanged { .. })
        | (Event::StateChanged { from: CaseState::Solved, .. }, Event::OwnerChanged { .. } | Event::ContactResumed { .. })
        | (Event::OwnerChanged { .. }, Event::ContactResumed { .. }) => true,
        (Event::Replied { by, .. } | Event::Noted { by, .. }, Event::ContactEnded { agent, .. })
        | (Event::ContactEnded { agent, .. }, Event::Blocked { by, .. }) => *agent == Some(*by),
        (Event::ContactResumed { by, .. } | Event::Taken { by, .. }, Event::Replied { by: replies, .. }) => by == replies,
        (Event::OwnerChanged { to, by: None, .. }, Event::Replied { by, .. })
        | (Event::Taken { by, .. }, Event::OwnerChanged { to, .. }) => *to == Some(*by),
        (Event::ContactEnded { agent, .. }, Event::StateChanged { by, .. }) => agent.is_some() && agent == by,
        (
            Event::Noted { by, .. },
            Event::Transferred { by: from, .. } | Event::Blocked { by: from, .. } | Event::Referred { by: from, .. },
        ) => by == from,
        (Event::Referred { by, .. }, Event::ContactEnded { agent: ends, .. } | Event::StateChanged { by: ends, .. }) => *ends == Some(*by),
        (Event::Noted { by, .. }, Event::Taken { by: taker, .. }) => by == taker,
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
        | Event::Labelled { .. }
        | Event::Referred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. } => false,
    }
}

/// Whether somebody who looks after the desk should know that this happened: it went another way than a conversation
/// that is answered and solved by who took it.
pub fn is_notable(event: &Event) -> bool {
    match event {
        Event::TakenBack { reason, .. } => *reason != TakenBackReason::CustomerWrote,
        Event::Transferred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. }
        | Event::PromiseBroken { .. }
        | Event::Referred { .. }
        | Event::RaisedToLead { .. } => true,
        Event::Taken { exceeds, .. } => exceeds.is_some(),
        Event::ContactEnded { by, .. } => *by == EndedBy::Silence,
        Event::OfferEnded { why, .. } => *why == OfferEnd::LetPass,
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
        | Event::Labelled { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. } => false,
    }
}

/// Who held the contact until `event` ended that, as far as the event says: the end of a contact names who held it only when
/// they ended it themselves, and the ended contact still says who it was.
pub fn let_go_by(event: &Event, ended: &Contact) -> Option<AgentId> {
    match event {
        Event::TakenBack { from, .. } => Some(*from),
        Event::Transferred { by, .. } | Event::Parked { by, .. } => Some(*by),
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
        | Event::Labelled { .. }
        | Event::Referred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. } => None,
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
        | Event::Labelled { .. }
        | Event::Referred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. } => None,
    }
}
