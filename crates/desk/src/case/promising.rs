//! A promise to come back: a chat is parked, its slot is free, and what was promised is kept or broken. Called by
//! [`super::decide`] alone.

use super::event::Event;
use super::holding::held_by;
use super::refusal::Refusal;
use super::state::{Case, Channel};
use crate::id::{AgentId, MessageId};
use crate::moment::{Moment, Span};

/// Nobody is promised anything sooner: that is an answer.
pub const SOONEST: Span = Span::seconds(60);
/// Nor later than this: a month is no promise that a customer can wait for.
pub const LATEST: Span = Span::seconds(31 * 86_400);

/// Lays a held contact aside until `until`; `message` tells the customer so. The answer clock goes on: automatic words are
/// no answer.
pub(super) fn park(case: &Case, by: AgentId, until: Moment, message: MessageId, at: Moment) -> Result<Vec<Event>, Refusal> {
    held_by(case, by)?;
    if awaits_call(case) {
        return Err(Refusal::AwaitsCall);
    }
    is_a_promise(until, at)?;
    let contact = case.contact.id;
    Ok(vec![Event::SaidAutomatically { contact, message }, Event::Parked { contact, by, until }])
}

/// Whether its customer has been promised a call that nobody has made: another promise would not take its place.
pub fn awaits_call(case: &Case) -> bool {
    case.contact.channel == Channel::CallBack && case.promise.is_some()
}

/// Whether somebody can be promised that.
pub(super) fn is_a_promise(until: Moment, at: Moment) -> Result<(), Refusal> {
    let ahead = until.since(at);
    if ahead < SOONEST || ahead > LATEST { Err(Refusal::PromiseTime) } else { Ok(()) }
}

/// A person's words are what was promised, whoever says them. A call is not kept by writing.
pub(super) fn kept_by_words(case: &Case, at: Moment) -> Option<Event> {
    kept(case, at).filter(|_| case.contact.channel != Channel::CallBack)
}

/// What was promised has come, whoever brings it.
pub(super) fn kept(case: &Case, at: Moment) -> Option<Event> {
    let promise = case.promise?;
    (!promise.is_broken && at <= promise.until).then_some(Event::PromiseKept { by: promise.by, until: promise.until })
}

/// Notes once that nobody has come back by the promised time.
pub(super) fn break_promise(case: &Case, at: Moment) -> Vec<Event> {
    match case.promise {
        Some(promise) if !promise.is_broken && at > promise.until => vec![Event::PromiseBroken { by: promise.by, until: promise.until }],
        Some(_) | None => Vec::new(),
    }
}
