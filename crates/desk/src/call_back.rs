//! When a customer who asks to be called is called: as soon as somebody has time, or at a time that they choose.

use crate::hours::{Hours, after_open, windows};
use crate::moment::{Moment, Span};

/// In how many open minutes a client may promise a call.
pub const WITHIN_MIN: std::ops::RangeInclusive<i64> = 5..=2_880;
/// How often it may let a call be tried.
pub const TRIES: std::ops::RangeInclusive<i64> = 1..=10;
/// So many calls to one number may be asked for at once: one person has no more matters than that, and nobody is rung by dozens
/// because somebody else left their number.
pub const MOST_TO_ONE: i64 = 3;
/// So long is a time that can be chosen: nobody knows to the minute when a call before is over.
const WINDOW: Span = Span::seconds(30 * 60);
/// No call is promised at a time that comes sooner than this: that is "as soon as possible".
const SOONEST: Span = Span::seconds(15 * 60);
/// Times are shown for this many days, and not more of them than a list on a telephone can be read through.
const DAYS: i32 = 7;
const MOST: usize = 120;

/// When the customer is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallTime {
    /// Not before, when they chose a time.
    pub from: Option<Moment>,
    /// By when.
    pub until: Moment,
}

/// By when somebody is called who says no time, where a client promises it within so much of its open time. None where it is
/// never open.
pub fn soon(hours: &Hours, at: Moment, within: Span) -> Option<CallTime> {
    const MINUTE_US: i64 = 60_000_000;
    // A whole minute, as it is told.
    let at = Moment::from_micros(at.micros().saturating_add(MINUTE_US - 1).div_euclid(MINUTE_US).saturating_mul(MINUTE_US));
    Some(CallTime { from: None, until: after_open(hours, at, within)? })
}

/// The times that can be chosen at `at`.
pub fn times(hours: &Hours, at: Moment) -> Vec<CallTime> {
    let found = windows(hours, at.plus(SOONEST), WINDOW, DAYS, MOST);
    found.into_iter().map(|(from, until)| CallTime { from: Some(from), until }).collect()
}

/// The chosen time that begins at `from`; none when it cannot be chosen (any more).
pub fn chosen(hours: &Hours, at: Moment, from: Moment) -> Option<CallTime> {
    times(hours, at).into_iter().find(|time| time.from == Some(from))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;
    use crate::hours::{Date, END_OF_DAY, Slot, WeekHours, on_the_clock};

    fn office() -> Hours {
        let week = WeekHours::on_workdays(&[Slot::new(8 * 60, 16 * 60)]);
        Hours { week, holidays: None, exceptions: Vec::new(), time_zone: "Europe/Helsinki".into() }
    }

    /// Friday is the 27th.
    fn on(hours: &Hours, day: i8, hour: u16, minute: u16) -> Moment {
        on_the_clock(hours, Date::constant(2026, 11, day), hour * 60 + minute).expect("a time of the calendar")
    }

    #[test]
    fn who_says_no_time_is_called_within_the_open_time_that_is_promised() {
        let (hours, hour) = (office(), Span::seconds(3_600));
        assert_eq!(soon(&hours, on(&hours, 27, 10, 0), hour).map(|time| time.until), Some(on(&hours, 27, 11, 0)));
        // Half an hour of Friday is left, and half an hour of Monday is needed.
        assert_eq!(soon(&hours, on(&hours, 27, 15, 30), hour).map(|time| time.until), Some(on(&hours, 30, 8, 30)));
        assert_eq!(soon(&hours, on(&hours, 28, 12, 0), hour).map(|time| time.until), Some(on(&hours, 30, 9, 0)));
        let never = Hours { week: WeekHours::default(), ..hours };
        assert_eq!(soon(&never, on(&never, 27, 10, 0), hour), None);
    }

    #[test]
    fn times_are_within_the_hours_and_not_too_soon() {
        let hours = office();
        let first = |day, hour, minute| times(&hours, on(&hours, day, hour, minute)).first().copied();
        let begins = |day, hour, minute| {
            Some(CallTime { from: Some(on(&hours, day, hour, minute)), until: on(&hours, day, hour, minute).plus(WINDOW) })
        };
        assert_eq!(first(27, 10, 0), begins(27, 10, 30));
        assert_eq!(first(27, 10, 15), begins(27, 10, 30));
        assert_eq!(first(27, 10, 16), begins(27, 11, 0));
        assert_eq!(first(27, 15, 30), begins(30, 8, 0), "the last of Friday would begin when it closes");
        assert!(times(&hours, on(&hours, 27, 10, 0)).len() <= MOST);
    }

    #[test]
    fn a_time_that_has_passed_or_is_no_time_of_the_desk_cannot_be_chosen() {
        let hours = office();
        let at = on(&hours, 27, 10, 0);
        assert!(chosen(&hours, at, on(&hours, 27, 13, 0)).is_some());
        for wrong in [on(&hours, 27, 9, 0), on(&hours, 27, 13, 10), on(&hours, 28, 13, 0), Moment::from_micros(i64::MAX)] {
            assert_eq!(chosen(&hours, at, wrong), None);
        }
    }

    #[test]
    fn around_the_clock_a_time_goes_over_midnight_and_the_turn_of_the_clocks() {
        let always = Hours { week: WeekHours::always(), ..office() };
        let before = on(&always, 27, 23, 20);
        assert_eq!(times(&always, before).first().and_then(|time| time.from), Some(on(&always, 28, 0, 0)));
        assert_eq!(always.on(Date::constant(2026, 10, 25)), [Slot::new(0, END_OF_DAY)]);
        let night = on_the_clock(&always, Date::constant(2026, 10, 25), 0).expect("the night of 25 hours");
        let shown = times(&always, night);
        assert!(shown.array_windows().all(|[one, next]| one.until <= next.from.expect("begins")), "none twice");
    }
}
