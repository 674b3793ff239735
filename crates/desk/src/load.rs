//! How an agent's own day weighs on them: told to nobody but them, and never compared with anybody else's (CC-19, UH-29).
//!
//! Read in this order: [`Stretch`] (what is known), [`hints`] (what it says), [`Ease`] (what a client lets follow from it).

use crate::case::{Channel, SLOTS_LIMIT};
use crate::metrics::nearest_rank;
use crate::moment::{Moment, Span};
use crate::routing::Weights;

/// Between two chats that are at least this far apart one has not been in chat. Shorter than that nobody gets up: our own
/// choice, the same as what counts as a break.
pub const GAP: Span = Span::seconds(5 * 60);
/// Being away for this long is a break. Breaks of up to ten minutes lessen tiredness (Albulescu et al. 2022, "Give me a
/// break!", PLOS ONE 17(8)); five of them are our own choice.
pub const BREAK: Span = Span::seconds(5 * 60);
/// After so long in chat a break is proposed. Work at a screen has to be broken up (Government Decision 1405/1993); it
/// says not how often, and two hours is how far apart coffee breaks are in a Finnish working day.
pub const PROPOSED_AFTER: Span = Span::seconds(120 * 60);
/// A working day: what is older says nothing of today.
pub const DAY: Span = Span::seconds(12 * 60 * 60);
/// Over so much time the load and the answers "of late" are counted.
pub const OF_LATE: Span = Span::seconds(60 * 60);
/// A median of fewer answers says more of their customers than of the agent.
pub const ENOUGH_ANSWERS: usize = 5;

/// What a stretch of an agent's time was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They held a contact.
    Held(Channel),
    /// They were not present.
    Away,
    /// A customer waited for their words, and got them at its end.
    Answered,
}

/// A stretch of an agent's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What it was.
    pub kind: Kind,
    /// Since when.
    pub from: Moment,
    /// Until when; none while it goes on.
    pub until: Option<Moment>,
}

impl Stretch {
    fn end(&self, at: Moment) -> Moment {
        self.until.unwrap_or(at)
    }
}

/// What an agent may know of their own load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hints {
    /// Since when they have been in chat without a break or a gap; none while they are not.
    pub chat_since: Option<Moment>,
    /// When their last break ended; none when they have had none today, or are on one.
    pub break_ended_at: Option<Moment>,
    /// What they hold now, in the measure of [`crate::routing::CHAT_WEIGHT`].
    pub load: i64,
    /// What they have held over the last hour: the mean weighted by time.
    pub load_of_late: i64,
    /// How their own answers have changed; none before there are enough of them.
    pub answers: Option<OwnAnswers>,
}

/// How long customers waited for an agent's words: medians, by nearest rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnAnswers {
    /// Within the last hour.
    pub of_late: Span,
    /// Before that, today.
    pub earlier: Span,
}

/// What the stretches of one agent say at `at`.
pub fn hints(stretches: &[Stretch], weights: Weights, at: Moment) -> Hints {
    let breaks = breaks(stretches, at);
    Hints {
        chat_since: chat_since(stretches, &breaks, at),
        break_ended_at: breaks.iter().map(|(_, until)| *until).max().filter(|until| *until < at),
        load: stretches.iter().filter(|one| one.until.is_none()).map(|one| weight(one, weights)).sum(),
        load_of_late: load_of_late(stretches, weights, at),
        answers: own_answers(stretches, at),
    }
}

/// How much holding it takes of an agent.
fn weight(stretch: &Stretch, weights: Weights) -> i64 {
    match stretch.kind {
        Kind::Held(channel) => weights.of(channel),
        Kind::Away | Kind::Answered => 0,
    }
}

/// Times away that were a break. Whoever answers a customer is on none: it begins after their last words.
fn breaks(stretches: &[Stretch], at: Moment) -> Vec<(Moment, Moment)> {
    let said = |from: Moment, until: Moment| {
        let answers = stretches.iter().filter(|one| one.kind == Kind::Answered).map(|one| one.end(at));
        answers.filter(|said| from <= *said && *said <= until).max().unwrap_or(from)
    };
    let away = stretches.iter().filter(|one| one.kind == Kind::Away).map(|one| (said(one.from, one.end(at)), one.end(at)));
    away.filter(|(from, until)| until.since(*from) >= BREAK).collect()
}

/// Since when chats have followed one another, each less than [`GAP`] after the one before, none of it before a break.
fn chat_since(stretches: &[Stretch], breaks: &[(Moment, Moment)], at: Moment) -> Option<Moment> {
    let rested_until = breaks.iter().map(|(_, until)| *until).max();
    if rested_until.is_some_and(|until| until >= at) {
        return None;
    }
    let chats = stretches.iter().filter(|one| one.kind == Kind::Held(Channel::Chat)).map(|one| (one.from, one.end(at)));
    let after_break = |(from, until): (Moment, Moment)| (rested_until.map_or(from, |rested| from.max(rested)), until);
    let mut chats: Vec<_> = chats.map(after_break).filter(|(from, until)| from <= until).collect();
    chats.sort_unstable();
    let run = chats.into_iter().fold(None, |run: Option<(Moment, Moment)>, (from, until)| match run {
        Some((since, last)) if from.since(last) < GAP => Some((since, last.max(until))),
        _ => Some((from, until)),
    });
    run.filter(|(_, last)| at.since(*last) < GAP).map(|(since, _)| since)
}

/// The mean of what was held, each weight counted for as long as it was held: the area under the load by the hour.
fn load_of_late(stretches: &[Stretch], weights: Weights, at: Moment) -> i64 {
    let hour_ago = at.minus(OF_LATE);
    let area = stretches.iter().map(|one| {
        let held_ms = one.end(at).min(at).since(one.from.max(hour_ago)).as_millis();
        held_ms.saturating_mul(weight(one, weights))
    });
    area.fold(0_i64, i64::saturating_add) / OF_LATE.as_millis()
}

fn own_answers(stretches: &[Stretch], at: Moment) -> Option<OwnAnswers> {
    let (hour_ago, day_ago) = (at.minus(OF_LATE), at.minus(DAY));
    let answers = || stretches.iter().filter(|one| one.kind == Kind::Answered).map(|one| (one.end(at), one.end(at).since(one.from)));
    let of_late = median(answers().filter(|(said, _)| *said > hour_ago).map(|(_, took)| took))?;
    let earlier = median(answers().filter(|(said, _)| *said <= hour_ago && *said > day_ago).map(|(_, took)| took))?;
    Some(OwnAnswers { of_late, earlier })
}

fn median(times: impl Iterator<Item = Span>) -> Option<Span> {
    let mut times: Vec<i64> = times.map(Span::as_micros).collect();
    times.sort_unstable();
    if times.len() < ENOUGH_ANSWERS { None } else { nearest_rank(&times, 50).map(Span::micros) }
}

/// What a client lets follow from a long time in chat: whoever serves it has fewer slots until they have rested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ease {
    /// For each full stretch of this length one slot less.
    pub after: Span,
    /// So many remain, however long it goes on.
    pub least: i64,
}

impl Ease {
    /// Shortest and longest stretch, in minutes.
    pub const AFTER_MIN: (i64, i64) = (30, 480);
    /// Fewest and most slots that remain.
    pub const LEAST_SLOTS: (i64, i64) = (1, SLOTS_LIMIT);
}

/// How many of their `slots` somebody does without who has been in chat since `chat_since`. Of several rules the strictest
/// holds: it is one person who tires, whomever they serve.
pub fn eased(slots: i64, rules: &[Ease], chat_since: Option<Moment>, at: Moment) -> i64 {
    let Some(since) = chat_since else { return 0 };
    let without = |rule: &Ease| {
        let stretches = at.since(since).as_micros() / rule.after.as_micros().max(1);
        stretches.min(slots.saturating_sub(rule.least.max(1))).max(0)
    };
    rules.iter().map(without).max().unwrap_or(0)
}

#[cfg(test)]
#[path = "load/tests.rs"]
mod tests;
