//! The times at which a customer can be promised by one press that somebody comes back: within the opening hours, so that
//! nobody promises a Saturday on which the desk is closed.

use crate::hours::{Hours, Slot, on_the_clock, plus_days, today};
use crate::moment::Moment;

/// Later today means this time of the client's clock (minutes of the day).
const AFTERNOON: u16 = 15 * 60;
/// On the next open day this time, or where it opens later …
const MORNING: u16 = 9 * 60;
/// … so many minutes after it opens: what waits since the evening comes first.
const AFTER_OPENING: u16 = 60;
/// How many days ahead an open one is looked for.
const DAYS_AHEAD: i32 = 400;

/// What can be promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComeBack {
    /// This afternoon; none on a day on which it is closed then. It may have passed.
    pub today: Option<Moment>,
    /// On the next day on which it is open; none when there is none within 400 days.
    pub next_day: Option<Moment>,
}

/// What can be promised at `at`. Nothing where the time zone is unknown.
pub fn come_back(hours: &Hours, at: Moment) -> ComeBack {
    let Some(date) = today(hours, at) else { return ComeBack { today: None, next_day: None } };
    let this_afternoon = is_within(hours.on(date), AFTERNOON).then(|| on_the_clock(hours, date, AFTERNOON)).flatten();
    let next_day = (1..=DAYS_AHEAD).find_map(|ahead| {
        let date = plus_days(date, ahead)?;
        on_the_clock(hours, date, morning(hours.on(date))?)
    });
    ComeBack { today: this_afternoon, next_day }
}

/// When somebody has had time to come back on a day with these hours; none on a closed one.
fn morning(slots: &[Slot]) -> Option<u16> {
    let first = slots.iter().min()?;
    let begun = first.from_minute + AFTER_OPENING;
    let usual = begun.max(MORNING);
    Some(if is_within(slots, usual) { usual } else { begun.min(first.to_minute) })
}

/// Whether it is open until this minute: who comes back by then was there.
fn is_within(slots: &[Slot], minute: u16) -> bool {
    slots.iter().any(|slot| slot.from_minute < minute && minute <= slot.to_minute)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::*;
    use crate::hours::{Country, Date, DayException, HolidayHours, WeekHours};

    fn open(slots: &[Slot]) -> Hours {
        Hours { week: WeekHours::on_workdays(slots), holidays: None, exceptions: Vec::new(), time_zone: "Europe/Helsinki".into() }
    }

    fn clock(hours: &Hours, (month, day): (i8, i8), hour: u16) -> Option<Moment> {
        on_the_clock(hours, Date::constant(2026, month, day), hour * 60)
    }

    fn promised(hours: &Hours, day: (i8, i8)) -> ComeBack {
        come_back(hours, clock(hours, day, 10).expect("a time of the calendar"))
    }

    #[test]
    fn a_friday_offers_its_afternoon_and_the_morning_of_monday() {
        let office = open(&[Slot::new(8 * 60, 16 * 60)]);
        assert_eq!(promised(&office, (11, 27)), ComeBack { today: clock(&office, (11, 27), 15), next_day: clock(&office, (11, 30), 9) });
        assert_eq!(promised(&office, (11, 28)).today, None, "a Saturday is closed");
    }

    #[test]
    fn no_holiday_and_no_day_off_is_promised() {
        let holidays = HolidayHours::closed(Country::Finland);
        let mut office = open(&[Slot::new(8 * 60, 16 * 60)]);
        office.holidays = Some(holidays);
        office.exceptions = vec![DayException { date: Date::constant(2026, 12, 28), slots: Vec::new(), name: None }];
        assert_eq!(promised(&office, (12, 23)).next_day, clock(&office, (12, 29), 9), "Christmas, a weekend and a day off");
    }

    #[test]
    fn the_time_lies_within_the_hours_of_the_day() {
        let at = |slots: &[Slot]| {
            let hours = open(slots);
            let promised = promised(&hours, (11, 26));
            let minute = |moment: Moment| crate::hours::clock_of(&hours, moment).expect("a time of the calendar").1;
            (promised.today.map(minute), promised.next_day.map(minute))
        };
        assert_eq!(at(&[Slot::new(8 * 60, 14 * 60)]), (None, Some(9 * 60)), "it closes before three");
        assert_eq!(at(&[Slot::new(10 * 60, 18 * 60)]), (Some(15 * 60), Some(11 * 60)));
        assert_eq!(at(&[Slot::new(17 * 60, 21 * 60)]), (None, Some(18 * 60)));
        assert_eq!(at(&[Slot::new(6 * 60, 8 * 60), Slot::new(12 * 60, 16 * 60)]), (Some(15 * 60), Some(7 * 60)));
        assert_eq!(at(&[Slot::new(12 * 60, 12 * 60 + 30)]), (None, Some(12 * 60 + 30)), "half an hour is all there is");
    }

    #[test]
    fn around_the_clock_it_is_the_next_day_and_where_it_never_opens_no_time_at_all() {
        let always = Hours { week: WeekHours::always(), ..open(&[]) };
        assert_eq!(promised(&always, (11, 27)).next_day, clock(&always, (11, 28), 9));
        let never = open(&[]);
        assert_eq!(promised(&never, (11, 27)), ComeBack { today: None, next_day: None });
    }
}
