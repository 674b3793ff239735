//! From slots on a clock face to moments.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::{Hours, Slot};
use crate::moment::Moment;

/// How far ahead an opening or a closing is looked for: over a year, so that a desk that is open one day a year is found.
pub(super) const DAYS_AHEAD: i32 = 400;

/// From when until when it is open without a break.
pub(super) type Stretch = (Moment, Moment);

/// Whether `at` is within the opening hours. Hours in an unknown time zone are never open.
pub fn is_open(hours: &Hours, at: Moment) -> bool {
    stretches(hours, at, 1).any(|(from, to)| from <= at && at < to)
}

/// When the desk next opens after `at`; while it is open, that is the opening after the next closing. `None` when it
/// does not open within 400 days.
pub fn next_opening(hours: &Hours, at: Moment) -> Option<Moment> {
    let mut closed_since = None;
    for (from, to) in stretches(hours, at, DAYS_AHEAD) {
        // A stretch that begins where the one before ended goes on, over midnight for instance.
        if from > at && closed_since != Some(from) {
            return Some(from);
        }
        closed_since = Some(to);
    }
    None
}

/// When the desk closes, if it is open at `at`. `None` when it is closed, or stays open for 400 days.
pub fn closes_at(hours: &Hours, at: Moment) -> Option<Moment> {
    let mut open_until = None;
    for (from, to) in stretches(hours, at, DAYS_AHEAD) {
        match open_until {
            None if from <= at && at < to => open_until = Some(to),
            None if from > at => return None,
            None => {}
            Some(until) if from == until => open_until = Some(to),
            Some(until) => return Some(until),
        }
    }
    let horizon = day_start(hours, at, DAYS_AHEAD)?;
    open_until.filter(|until| *until <= horizon)
}

/// Since when it has been open without a break, if it is open at `at`; at the earliest since the day before.
pub fn open_since(hours: &Hours, at: Moment) -> Option<Moment> {
    let mut open: Option<Stretch> = None;
    for (from, to) in stretches(hours, at, 1).take_while(|(from, _)| *from <= at) {
        open = match open {
            Some((since, until)) if until == from => Some((since, to)),
            Some(_) | None => Some((from, to)),
        };
    }
    open.filter(|(_, until)| at < *until).map(|(since, _)| since)
}

/// When the day of `at` began where the hours are meant. `None` in an unknown time zone.
pub fn midnight(hours: &Hours, at: Moment) -> Option<Moment> {
    day_start(hours, at, 0)
}

/// The first moment of `date` and of the day after it, where the hours are meant. `None` in an unknown time zone.
pub fn day_bounds(hours: &Hours, date: Date) -> Option<(Moment, Moment)> {
    let zone = zone(hours)?;
    Some((moment(&zone, date, 0)?, moment(&zone, plus_days(date, 1)?, 0)?))
}

/// Which day it is at `at` where the hours are meant.
pub fn today(hours: &Hours, at: Moment) -> Option<Date> {
    local_date(&zone(hours)?, at)
}

/// When clocks where the hours are meant show this minute of `date`. `None` in an unknown time zone.
pub fn on_the_clock(hours: &Hours, date: Date, minute: u16) -> Option<Moment> {
    moment(&zone(hours)?, date, minute)
}

/// What clocks where the hours are meant show at `at`: the day, and the minute of it. `None` in an unknown time zone.
pub fn clock_of(hours: &Hours, at: Moment) -> Option<(Date, u16)> {
    let local = zone(hours)?.to_datetime(Timestamp::from_microsecond(at.micros()).ok()?);
    let minute = i16::from(local.hour()) * 60 + i16::from(local.minute());
    Some((local.date(), u16::try_from(minute).ok()?))
}

/// The time zone of the hours, if there is such a one. An offset or a name of this machine is none.
pub(super) fn zone(hours: &Hours) -> Option<TimeZone> {
    TimeZone::get(&hours.time_zone).ok().filter(|zone| zone.iana_name().is_some_and(|name| name != "Etc/Unknown"))
}

/// Every slot from the day before `at` to `days_ahead` days after it, in order.
pub(super) fn stretches(hours: &Hours, at: Moment, days_ahead: i32) -> impl Iterator<Item = Stretch> {
    let start = zone(hours).and_then(|zone| Some((local_date(&zone, at)?, zone)));
    start.into_iter().flat_map(move |(today, zone)| {
        (-1..=days_ahead).filter_map(move |ahead| plus_days(today, ahead)).flat_map(move |date| {
            let mut slots = hours.on(date).to_vec();
            slots.sort_unstable();
            let zone = zone.clone();
            slots.into_iter().filter_map(move |slot| stretch(&zone, date, slot))
        })
    })
}

/// `None` for a slot whose whole time the clocks jumped over.
fn stretch(zone: &TimeZone, date: Date, slot: Slot) -> Option<Stretch> {
    let from = moment(zone, date, slot.from_minute)?;
    let to = moment(zone, date, slot.to_minute)?;
    (from < to).then_some((from, to))
}

/// When the clocks of the zone show this minute of the day: for the first time where it happens twice; the moment of
/// the turn where it does not happen.
fn moment(zone: &TimeZone, date: Date, minute: u16) -> Option<Moment> {
    let (date, minute) = if minute < super::END_OF_DAY { (date, minute) } else { (date.tomorrow().ok()?, 0) };
    let time = Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
    let local = DateTime::from_parts(date, time);
    let timestamp = match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(local).ok()?,
        AmbiguousOffset::Fold { before, .. } => before.to_timestamp(local).ok()?,
        AmbiguousOffset::Gap { before, .. } => {
            let after_the_turn = before.to_timestamp(local).ok()?;
            zone.preceding(Timestamp::from_microsecond(after_the_turn.as_microsecond().saturating_add(1)).ok()?).next()?.timestamp()
        }
    };
    Some(Moment::from_micros(timestamp.as_microsecond()))
}

fn local_date(zone: &TimeZone, at: Moment) -> Option<Date> {
    Some(zone.to_datetime(Timestamp::from_microsecond(at.micros()).ok()?).date())
}

fn day_start(hours: &Hours, at: Moment, days_ahead: i32) -> Option<Moment> {
    let zone = zone(hours)?;
    moment(&zone, plus_days(local_date(&zone, at)?, days_ahead)?, 0)
}

/// The date this many days later; none beyond the end of the calendar.
pub fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
