//! Who may make what happen in a case, and when. One small function per command, in the file of what it is about: the
//! list below names them.

use super::calling::{mark_called, mark_not_reached, order_call, require_contact};
use super::command::{Command, Starting, Thanks};
use super::conduct::{block, flag};
use super::describing::{say_automatically, set_owner, set_subject};
use super::ending::{end, end_by_silence, leave, reopen, resume, set_state, solve, undo_solve};
use super::event::Event;
use super::holding::{exceed, free_from_team, give_back, held_by, overflow, take, take_back, transfer};
use super::labelling::{label, require_labels};
use super::offering::{end_offer, offer};
use super::promising::{break_promise, kept_by_words, park};
use super::referring::refer;
use super::refusal::Refusal;
use super::slots::Slots;
use super::state::{Case, CaseState, ContactState, TakenBackReason};
use super::target::miss_answer_target;
use crate::id::{AgentId, ClientId, CustomerId, MessageId};
use crate::may::Served;
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
        Command::Take { by, slots, teams, serves } => take(case, by, &slots, &teams, &serves),
        Command::Exceed { by, slots, teams, serves, exceeding } => exceed(case, by, &slots, &teams, &serves, exceeding),
        Command::Offer { to, slots, within } => offer(case, to, &slots, within),
        Command::EndOffer { to, why } => Ok(end_offer(case, to, why)),
        Command::TakeBack { from, reason } => Ok(take_back(case, from, reason)),
        Command::GiveBack { by, whose } => give_back(case, by, whose),
        Command::FreeFromTeam { team } => Ok(free_from_team(case, team)),
        Command::Overflow { to } => Ok(overflow(case, &to)),
        Command::Flag { by, is_marked } => flag(case, by, is_marked),
        Command::Block { by, note, until } => block(case, by, note, until),
        Command::MissAnswerTarget => Ok(miss_answer_target(&case.contact, at)),
        Command::Reply { message, by, unseen_colleague, slots } => reply(case, message, by, unseen_colleague, slots.as_ref(), at),
        Command::SayAutomatically { message } => say_automatically(case, message),
        Command::WriteNote { note, by } => Ok(vec![Event::Noted { note, by }]),
        Command::Transfer { by, note, to } => transfer(case, by, note, to),
        Command::End { by } => end(case, by),
        Command::Leave { contact } => Ok(leave(case, contact)),
        Command::EndBySilence { limit } => Ok(end_by_silence(case, limit, at)),
        Command::Solve { by } => solve(case, by),
        Command::Refer { by, whose, referral, note, labels } => refer(case, (by, whose), referral, note, &labels),
        Command::UndoSolve { by, slots, customer_waits_since, call } => undo_solve(case, by, &slots, (customer_waits_since, call), at),
        Command::Reopen { by } => reopen(case, by),
        Command::SetState { by, state } => set_state(case, by, state),
        Command::SetOwner { by, owner } => set_owner(case, by, owner),
        Command::SetSubject { by, subject } => set_subject(case, by, subject),
        Command::Park { by, until, message } => park(case, by, until, message, at),
        Command::BreakPromise => Ok(break_promise(case, at)),
        Command::Label { by, category, tags, labels } => label(case, by, category, tags, &labels),
        Command::Triage { by, triage: said, earlier } => super::triaging::triage(case, by, said, earlier),
        Command::RequireLabels { asked } => require_labels(case, asked),
        Command::OrderCall { about, again, when, message } => order_call(case, about, again, when, message),
        Command::RequireContact { contact } => require_contact(case, contact),
        Command::MarkCalled { by, note, message } => mark_called(case, by, note, message, at),
        Command::MarkNotReached { by, limit, until, message } => mark_not_reached(case, by, limit, until, message, at),
    }
}

pub(super) fn started(starting: Starting) -> Event {
    Event::ContactStarted {
        contact: starting.contact,
        channel: starting.channel,
        language: starting.language,
        demand: starting.demand,
        for_team: starting.for_team,
        by_rule: starting.by_rule,
        last_with: starting.last_with,
        answer_target: starting.answer_target,
        start_page: starting.start_page,
        start_title: starting.start_title,
        referrer: starting.referrer,
        invitation: starting.invitation,
        chosen: starting.chosen,
    }
}

pub(super) fn changed(case: &Case, to: CaseState, by: Option<AgentId>) -> Event {
    Event::StateChanged { from: case.state, to, by }
}

fn receive(case: &Case, message: MessageId, thanks: Thanks, again: Starting, grace: Span, at: Moment) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    let contact = case.contact.id;
    if case.contact.state != ContactState::Ended {
        let mut events = vec![Event::Received { contact, message }];
        if let (ContactState::Parked, Some(from), Thanks::No) = (case.contact.state, case.contact.held_by, thanks) {
            events.push(Event::TakenBack { contact, from, reason: TakenBackReason::CustomerWrote, by: None });
        }
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

fn reply(
    case: &Case,
    message: MessageId,
    by: AgentId,
    unseen_colleague: Option<AgentId>,
    slots: Option<&Slots>,
    at: Moment,
) -> Result<Vec<Event>, Refusal> {
    let mut events = match slots {
        Some(slots) if case.contact.state == ContactState::Ended => resume(case, by, slots)?,
        // Who answers in a parked chat has it again; that they serve the client was asked before.
        Some(slots) if case.contact.state == ContactState::Parked => take(case, by, slots, &[], &Served::Every)?,
        Some(_) | None => {
            held_by(case, by)?;
            Vec::new()
        }
    };
    if let Some(colleague) = unseen_colleague {
        return Err(Refusal::ColleagueAnswered(colleague));
    }
    events.push(Event::Replied { contact: case.contact.id, message, by });
    events.extend(kept_by_words(case, at));
    if case.state == CaseState::New {
        events.push(changed(case, CaseState::Open, None));
    }
    Ok(events)
}
