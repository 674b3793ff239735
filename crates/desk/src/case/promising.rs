//! A promise to come back: a chat is parked, its slot is free, and what was promised is kept or broken. Called by
//! [`super::decide`] alone.

use super::command::Refusal;
use super::event::Event;
use super::holding::held_by;
use super::state::Case;
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
    let ahead = until.since(at);
    if ahead < SOONEST || ahead > LATEST {
        return Err(Refusal::PromiseTime);
    }
    let contact = case.contact.id;
    Ok(vec![Event::SaidAutomatically { contact, message }, Event::Parked { contact, by, until }])
}

/// A person's words are what was promised, whoever says them.
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
