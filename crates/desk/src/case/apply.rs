//! What an event changes. Never fails: history has happened.

use super::beginning::{begin, start_contact};
use super::bouncing::comes;
use super::calling::call_happened;
use super::event::{Event, TransferTarget};
use super::offering::OfferEnd;
use super::state::{Case, CaseState, Channel, Contact, ContactState, EndedBy, Offer, Promise, TakenBackReason};
use crate::id::AgentId;
use crate::moment::Moment;

/// The case after `event`, which happened at `at`. A case begins with [`Event::CaseOpened`] followed by
/// [`Event::ContactStarted`]; between the two there is nothing to show, so both come in one unit of work.
#[must_use]
pub fn apply(case: Option<Case>, event: &Event, at: Moment) -> Option<Case> {
    let Some(mut case) = case else {
        return begin(event, at);
    };
    match event {
        Event::CaseOpened { .. } | Event::Noted { .. } | Event::Flagged { .. } | Event::Blocked { .. } | Event::RaisedToLead { .. } => {}
        Event::PromiseKept { .. } => case.promise = None,
        Event::PromiseBroken { .. } => case.promise = case.promise.map(|promise| Promise { is_broken: true, ..promise }),
        Event::Parked { by, until, .. } => {
            case.contact.state = ContactState::Parked;
            case.contact.luukku = None;
            case.promise = Some(Promise { by: Some(*by), from: None, until: *until, is_broken: false });
        }
        Event::ContactStarted { .. } => start_contact(&mut case, event, at),
        Event::Received { .. } => received(&mut case.contact, at),
        Event::Replied { by, .. } => {
            case.with = Some(*by);
            replied(&mut case.contact, at);
            case.promise = case.promise.filter(|_| case.contact.channel == Channel::CallBack);
        }
        Event::CallOrdered { .. } | Event::Called { .. } | Event::NotReached { .. } => call_happened(&mut case, event, at),
        Event::SaidAutomatically { .. } => case.contact.last_said_at = at,
        Event::Taken { by, luukku, exceeds, .. } => {
            if case.contact.state == ContactState::Parked {
                // Its silence was agreed; what is counted begins now.
                (case.contact.last_said_at, case.contact.turn_since) = (at, case.contact.customer_waits_since.unwrap_or(at));
            }
            comes(&mut case, *by);
            hold(&mut case.contact, *by, *luukku);
            (case.contact.exceeds, case.contact.taken_at) = (exceeds.or(case.contact.exceeds), Some(at));
        }
        Event::Offered { to, within, .. } => case.contact.offer = Some(Offer { to: *to, at, until: at.plus(*within) }),
        Event::OfferEnded { to, why, .. } => end_offer(&mut case.contact, *to, *why),
        Event::TakenBack { from, reason, .. } => {
            let_go(&mut case.contact, at);
            if *reason != TakenBackReason::CustomerWrote {
                case.contact.passed_by = vec![*from];
            }
        }
        Event::FreedFromTeam { .. } => case.contact.for_team = None,
        Event::Overflowed { to, .. } => case.contact.also_for.push(*to),
        Event::AnswerTargetMissed { .. } => case.contact.target_missed_at = Some(at),
        Event::Transferred { to: TransferTarget::Agent(agent, luukku), .. } => {
            comes(&mut case, *agent);
            hold(&mut case.contact, *agent, *luukku);
            case.contact.for_team = None;
            waits_for_us(&mut case.contact, at);
        }
        Event::Transferred { to: TransferTarget::Team(team), .. } => {
            let_go(&mut case.contact, at);
            case.contact.for_team = Some(*team);
            case.team = Some(*team);
        }
        Event::ContactEnded { by, .. } => {
            end(&mut case.contact, *by, at);
            case.promise = None;
        }
        Event::ContactResumed { by, luukku, customer_waits_since, .. } => {
            comes(&mut case, *by);
            hold(&mut case.contact, *by, *luukku);
            (case.contact.ended_at, case.contact.ended_by) = (None, None);
            case.contact.customer_waits_since = *customer_waits_since;
            // Nobody waits for an answer: it has been the customer's turn since the last words.
            case.contact.turn_since = customer_waits_since.unwrap_or(case.contact.last_said_at);
        }
        Event::StateChanged { to, .. } => {
            case.state = *to;
            case.solved_at = (*to == CaseState::Solved).then_some(at);
            case.referral = case.referral.filter(|_| matches!(to, CaseState::Solved | CaseState::Closed));
        }
        Event::OwnerChanged { to, .. } => case.owner = *to,
        Event::SubjectChanged { subject, .. } => case.subject = Some(subject.clone()),
        Event::Referred { referral, .. } => case.referral = Some(*referral),
        Event::Triaged { triage, .. } => super::triaging::triaged(&mut case.contact, *triage, at),
        Event::Labelled { category, tags, .. } => {
            case.category = *category;
            case.tags.clone_from(tags);
        }
    }
    Some(case)
}

fn received(contact: &mut Contact, at: Moment) {
    contact.last_said_at = at;
    // A thank-you to a contact that is over or parked starts no clock: nobody owes an answer to it. What asks for one
    // brings a parked contact back, and that starts it.
    if !matches!(contact.state, ContactState::Ended | ContactState::Parked) {
        waits_for_us(contact, at);
    }
}

/// The answer clock runs from now on, unless it does already.
pub(super) fn waits_for_us(contact: &mut Contact, at: Moment) {
    if contact.customer_waits_since.is_none() {
        contact.customer_waits_since = Some(at);
        contact.target_missed_at = None;
        contact.turn_since = at;
    }
}

pub(super) fn replied(contact: &mut Contact, at: Moment) {
    contact.last_said_at = at;
    if contact.answered_at.is_none() {
        contact.answered_at = Some(at);
    }
    if contact.customer_waits_since.take().is_some() {
        contact.turn_since = at;
    }
}

fn hold(contact: &mut Contact, agent: AgentId, luukku: i64) {
    contact.state = ContactState::Taken;
    contact.held_by = Some(agent);
    contact.luukku = Some(luukku);
    forget_receivers(contact);
}

/// Back to the queue: also a customer who has been answered before waits for somebody again, and is told so.
fn let_go(contact: &mut Contact, at: Moment) {
    waits_for_us(contact, at);
    contact.state = ContactState::Waiting;
    contact.held_by = None;
    contact.luukku = None;
    forget_receivers(contact);
}

fn end(contact: &mut Contact, by: EndedBy, at: Moment) {
    contact.state = ContactState::Ended;
    contact.ended_at = Some(at);
    contact.ended_by = Some(by);
    contact.luukku = None;
    contact.for_team = None;
    contact.customer_waits_since = None;
    contact.turn_since = at;
    forget_receivers(contact);
}

fn end_offer(contact: &mut Contact, to: AgentId, why: OfferEnd) {
    contact.offer = None;
    if why == OfferEnd::LetPass && !contact.passed_by.contains(&to) {
        contact.passed_by.push(to);
    }
}

fn forget_receivers(contact: &mut Contact) {
    contact.also_for.clear();
    contact.offer = None;
    contact.passed_by.clear();
}
