//! Time that is counted only while the desk is open: for promises that stand still over nights and holidays.

use super::Hours;
use super::opening::{DAYS_AHEAD, stretches};
use crate::moment::{Moment, Span};

/// How much of the time from `from` to `to` the desk is open; nothing when `to` is not later. Turned clocks count as
/// time that goes by: the night of 25 hours has 25.
pub fn open_between(hours: &Hours, from: Moment, to: Moment) -> Span {
    let day_us = Span::seconds(86_400).as_micros();
    // A day more than the calendar's on either side, for time zones and the nights when clocks are turned.
    let days = i32::try_from(to.since(from).as_micros() / day_us + 2).unwrap_or(i32::MAX);
    let open = stretches(hours, from, days).map(|(opens, closes)| closes.min(to).since(opens.max(from)).as_micros());
    Span::micros(open.sum())
}

/// When the desk has been open for `span` since `from`; at the very end of a day when that is enough. `None` when that
/// takes more than 400 days.
pub fn after_open(hours: &Hours, from: Moment, span: Span) -> Option<Moment> {
    let mut left = span.as_micros();
    for (opens, closes) in stretches(hours, from, DAYS_AHEAD) {
        let begins = opens.max(from);
        let has = closes.since(begins).as_micros();
        if has > 0 && left <= has {
            return Some(begins.plus(Span::micros(left)));
        }
        left -= has;
    }
    None
}
