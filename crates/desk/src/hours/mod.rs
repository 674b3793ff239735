//! Opening hours: when a client's chat and telephones are attended.
//!
//! A week, holidays and eves with hours of their own, exceptions for single days, and the time zone in which all are
//! meant: an exception goes before a holiday, a holiday before its weekday. On the nights when clocks are
//! turned, a time of day that happens twice means the first time, and one that does not happen means the moment when
//! the clocks were turned; so every moment is either open or closed, and hours of one day never overlap another's.

mod holidays;
mod open_time;
mod opening;
mod windows;

pub use holidays::{Country, Holiday, HolidayHours, HolidayKind};
pub use jiff::civil::{Date, Weekday};
pub use open_time::{after_open, open_between};
pub use opening::{clock_of, closes_at, day_bounds, is_open, midnight, next_opening, on_the_clock, open_since, plus_days, today};
pub use windows::windows;

/// Minutes in a day's clock face; the end of the day as `to_minute`.
pub const END_OF_DAY: u16 = 24 * 60;

/// One stretch of opening time within a day, in minutes from its 00:00. Hours over midnight are two slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The first minute that is open.
    pub from_minute: u16,
    /// The first minute that is not open any more; at most [`END_OF_DAY`].
    pub to_minute: u16,
}

/// The slots of a usual week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekHours {
    /// Monday first; an empty day is closed.
    pub days: [Vec<Slot>; 7],
}

/// One day that is not like its weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayException {
    /// Which day.
    pub date: Date,
    /// When it is open; empty for closed all day.
    pub slots: Vec<Slot>,
    /// Why, as a key of the texts or in the client's own words.
    pub name: Option<String>,
}

/// The opening hours of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The usual week.
    pub week: WeekHours,
    /// The holidays that are kept; none where they are like any other day.
    pub holidays: Option<HolidayHours>,
    /// Single days that replace their weekday, and the holiday on it, in any order.
    pub exceptions: Vec<DayException>,
    /// IANA name, such as `Europe/Helsinki`.
    pub time_zone: String,
}

/// Which day of the hours a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOfHours {
    /// A day of the usual week.
    Weekday(Weekday),
    /// An exception.
    Date(Date),
    /// Public holidays, eves or short days.
    Holiday(HolidayKind),
}

/// Why opening hours cannot be kept as given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursRefusal {
    /// There is no such time zone.
    UnknownTimeZone,
    /// A slot ends when it begins or before.
    EndsBeforeItBegins(DayOfHours),
    /// A slot goes on after 24:00.
    PastMidnight(DayOfHours),
    /// Two slots of a day share a minute.
    Overlapping(DayOfHours),
    /// Two exceptions for one date.
    DateTwice(Date),
}

impl Slot {
    /// From the first minute to the minute after the last.
    pub const fn new(from_minute: u16, to_minute: u16) -> Self {
        Self { from_minute, to_minute }
    }
}

impl WeekHours {
    /// The same slots from Monday to Friday.
    pub fn on_workdays(slots: &[Slot]) -> Self {
        let mut week = Self::default();
        for day in week.days.iter_mut().take(5) {
            slots.clone_into(day);
        }
        week
    }

    /// Around the clock.
    pub fn always() -> Self {
        Self { days: std::array::from_fn(|_| vec![Slot::new(0, END_OF_DAY)]) }
    }

    /// The slots of one weekday.
    pub fn on(&self, weekday: Weekday) -> &[Slot] {
        let index = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default();
        self.days.get(index).map_or(&[], Vec::as_slice)
    }
}

impl Hours {
    /// The slots of one date, its exception and its holiday taken into account.
    pub fn on(&self, date: Date) -> &[Slot] {
        match (self.exception_on(date), self.holiday_on(date)) {
            (Some(exception), _) => &exception.slots,
            (None, Some((_, slots))) => slots,
            (None, None) => self.week.on(date.weekday()),
        }
    }

    /// The holiday of a date on which other hours hold than on its weekday, with those hours.
    pub fn holiday_on(&self, date: Date) -> Option<(Holiday, &[Slot])> {
        let holidays = self.holidays.as_ref()?;
        let (holiday, kind) = holidays.country.holiday_on(date)?;
        let slots = holidays.on(kind)?;
        (slots != self.week.on(date.weekday())).then_some((holiday, slots))
    }

    /// What makes this date different, when something does.
    pub fn exception_on(&self, date: Date) -> Option<&DayException> {
        self.exceptions.iter().find(|exception| exception.date == date)
    }
}

/// Whether the hours make sense.
///
/// # Errors
/// [`HoursRefusal`] for the first thing that does not: the time zone, the usual week, holidays, exceptions.
pub fn validate(hours: &Hours) -> Result<(), HoursRefusal> {
    opening::zone(hours).ok_or(HoursRefusal::UnknownTimeZone)?;
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        validate_day(hours.week.on(weekday), DayOfHours::Weekday(weekday))?;
    }
    for kind in [HolidayKind::Public, HolidayKind::Eve, HolidayKind::ShortDay] {
        let slots = hours.holidays.as_ref().and_then(|holidays| holidays.on(kind));
        validate_day(slots.unwrap_or_default(), DayOfHours::Holiday(kind))?;
    }
    let mut dates: Vec<Date> = Vec::with_capacity(hours.exceptions.len());
    for exception in &hours.exceptions {
        validate_day(&exception.slots, DayOfHours::Date(exception.date))?;
        dates.push(exception.date);
    }
    dates.sort_unstable();
    dates.array_windows().find(|[one, other]| one == other).map_or(Ok(()), |[date, _]| Err(HoursRefusal::DateTwice(*date)))
}

fn validate_day(slots: &[Slot], day: DayOfHours) -> Result<(), HoursRefusal> {
    if slots.iter().any(|slot| slot.from_minute >= slot.to_minute) {
        return Err(HoursRefusal::EndsBeforeItBegins(day));
    }
    if slots.iter().any(|slot| slot.to_minute > END_OF_DAY) {
        return Err(HoursRefusal::PastMidnight(day));
    }
    let mut sorted = slots.to_vec();
    sorted.sort_unstable();
    let overlaps = sorted.array_windows().any(|[earlier, later]| earlier.to_minute > later.from_minute);
    if overlaps { Err(HoursRefusal::Overlapping(day)) } else { Ok(()) }
}
