//! What an event means to others: whose words it carries, who sees it, who should know of it, whom it names.

use super::command::Command;
use super::event::{Author, Event, TransferTarget};
use super::offering::OfferEnd;
use super::state::{Case, CaseState, EndedBy, TakenBackReason};
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
        | Event::Triaged { .. }
        | Event::Referred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. }
        | Event::CallOrdered { .. }
        | Event::Called { .. }
        | Event::NotReached { .. } => None,
    }
}

/// Whether `event` is what `command` makes of its words: the same words with the same id that did something else before are
/// another act, and not this one for a second time. Commands that bring no words of people are never asked.
pub fn is_made_by(command: &Command, event: &Event) -> bool {
    match command {
        Command::Receive { .. } => matches!(event, Event::Received { .. }),
        Command::Reply { .. } => matches!(event, Event::Replied { .. }),
        Command::Park { .. } => matches!(event, Event::Parked { .. }),
        Command::OrderCall { .. } => matches!(event, Event::CallOrdered { .. }),
        Command::MarkCalled { .. } => matches!(event, Event::Called { .. }),
        Command::MarkNotReached { .. } => matches!(event, Event::NotReached { .. }),
        Command::WriteNote { .. } => matches!(event, Event::Noted { .. }),
        Command::Exceed { .. } => matches!(event, Event::Taken { .. }),
        Command::Transfer { .. } => matches!(event, Event::Transferred { .. }),
        Command::Block { .. } => matches!(event, Event::Blocked { .. }),
        Command::Refer { referral, .. } => matches!(event, Event::Referred { referral: said, .. } if said == referral),
        Command::Take { .. }
        | Command::SayAutomatically { .. }
        | Command::Offer { .. }
        | Command::EndOffer { .. }
        | Command::TakeBack { .. }
        | Command::GiveBack { .. }
        | Command::FreeFromTeam { .. }
        | Command::Overflow { .. }
        | Command::Flag { .. }
        | Command::MissAnswerTarget
        | Command::End { .. }
        | Command::Leave { .. }
        | Command::EndBySilence { .. }
        | Command::Solve { .. }
        | Command::UndoSolve { .. }
        | Command::Reopen { .. }
        | Command::SetState { .. }
        | Command::SetOwner { .. }
        | Command::SetSubject { .. }
        | Command::BreakPromise
        | Command::Label { .. }
        | Command::Triage { .. }
        | Command::RequireLabels { .. }
        | Command::RequireContact { .. } => true,
    }
}

/// Whether the customer of `case` sees that this happened to it. Such events get a place in the customer's own gap-free order as
/// well, so that what is inside the desk leaves no hole that could be counted.
///
/// Who is sent elsewhere is told that, and not that their case is solved: for them it is not. A referral that is corrected later
/// tells them nothing new.
pub fn is_public(case: &Case, event: &Event) -> bool {
    match event {
        Event::ContactStarted { .. }
        | Event::Received { .. }
        | Event::Replied { .. }
        | Event::SaidAutomatically { .. }
        | Event::Taken { .. }
        | Event::TakenBack { .. }
        | Event::Transferred { .. }
        | Event::ContactResumed { .. } => true,
        // Who asks to be called goes on in the same matter: what follows says so.
        Event::ContactEnded { by, .. } => *by != EndedBy::CallBack,
        Event::StateChanged { to, .. } => *to == CaseState::Solved && case.referral.is_none(),
        Event::Referred { .. } => case.referral.is_none(),
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
        | Event::Triaged { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. }
        | Event::CallOrdered { .. }
        | Event::Called { .. }
        | Event::NotReached { .. } => false,
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
        | Event::Triaged { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::CallOrdered { .. }
        | Event::Called { .. }
        | Event::NotReached { .. } => false,
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
        | Event::Triaged { .. }
        | Event::Referred { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. }
        | Event::CallOrdered { .. }
        | Event::Called { .. }
        | Event::NotReached { .. } => None,
    }
}
