//! When things happen in the demo, which is always about the days before its start.

use desk::moment::{Moment, Span};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use super::content::{Clock, Conversation};

/// When a conversation began: on its day, or so many days earlier that it is over by now. `last_click` is what comes after its last words.
pub fn start(conversation: &Conversation, last_click: Span, now: Moment, zone: &TimeZone) -> Option<Moment> {
    let today = today(now, zone)?;
    let length = Span::seconds(conversation.turns.iter().map(|turn| i64::from(turn.after_s)).sum()).as_micros() + last_click.as_micros();
    (i64::from(conversation.days_ago)..).take(40).find_map(|days| {
        let begun = at_clock(&today, -days, clock_of(conversation.clock)?)?;
        (begun.micros() + length <= now.micros()).then_some(begun)
    })
}

/// The day after today at a full hour, with its day and month.
pub fn tomorrow_at(hour: i8, now: Moment, zone: &TimeZone) -> Option<(Moment, i8, i8)> {
    let today = today(now, zone)?;
    let day = today.checked_add(1.days()).ok()?;
    Some((at_clock(&today, 1, (hour, 0))?, day.day(), day.month()))
}

/// The day before today at a full hour.
pub fn yesterday_at(hour: i8, now: Moment, zone: &TimeZone) -> Option<Moment> {
    at_clock(&today(now, zone)?, -1, (hour, 0))
}

fn today(now: Moment, zone: &TimeZone) -> Option<Zoned> {
    Some(Timestamp::from_microsecond(now.micros()).ok()?.to_zoned(zone.clone()))
}

fn clock_of(clock: Clock) -> Option<(i8, i8)> {
    Some((i8::try_from(clock.hour).ok()?, i8::try_from(clock.minute).ok()?))
}

fn at_clock(today: &Zoned, days: i64, (hour, minute): (i8, i8)) -> Option<Moment> {
    let midnight = today.start_of_day().ok()?.checked_add(days.days()).ok()?;
    let at = midnight.with().hour(hour).minute(minute).build().ok()?;
    Some(Moment::from_micros(at.timestamp().as_microsecond()))
}
