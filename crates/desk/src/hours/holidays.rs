//! Public holidays, eves and short days of Finland and Sweden, computed by the rules that hold today.
//!
//! Finland: equal to the list of the `holidays` library for 1992–2100. Sweden: with the national day, a holiday since
//! 2005, and without Whit Monday, which is none since then. Eves are no public holidays in either country, though
//! nobody expects an answer on them; on short days many close early.

use super::{Date, Slot, Weekday};

/// Whose holidays are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Country {
    /// Finland.
    Finland,
    /// Sweden.
    Sweden,
}

/// What sort of day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayKind {
    /// A public holiday by law.
    Public,
    /// An eve on which nearly everything is closed.
    Eve,
    /// A working day that many end early.
    ShortDay,
}

/// A day with a name. The same day has the same name in both countries, whatever it is called there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 5 January.
    EpiphanyEve,
    /// 6 January.
    Epiphany,
    /// The day before Good Friday.
    MaundyThursday,
    /// Two days before Easter.
    GoodFriday,
    /// The Saturday before Easter.
    EasterEve,
    /// Easter Sunday.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// 30 April.
    MayDayEve,
    /// 1 May.
    MayDay,
    /// The fortieth day of Easter, a Thursday.
    Ascension,
    /// The fiftieth day of Easter, a Sunday.
    Whitsun,
    /// 6 June, of Sweden.
    SwedishNationalDay,
    /// The Friday before Midsummer Day.
    MidsummerEve,
    /// The Saturday between 20 and 26 June.
    MidsummerDay,
    /// The Friday before All Saints' Day.
    AllSaintsEve,
    /// The Saturday between 31 October and 6 November.
    AllSaints,
    /// 6 December, of Finland.
    IndependenceDay,
    /// 24 December.
    ChristmasEve,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
    /// 31 December.
    NewYearsEve,
}

/// Whose holidays a client keeps, and when it is open on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayHours {
    /// Whose.
    pub country: Country,
    /// On public holidays; empty for closed.
    pub on_holidays: Vec<Slot>,
    /// On eves; empty for closed.
    pub on_eves: Vec<Slot>,
    /// On short days; none for the hours of their weekday.
    pub on_short_days: Option<Vec<Slot>>,
}

impl HolidayHours {
    /// Closed on holidays and eves; short days are like any other.
    pub const fn closed(country: Country) -> Self {
        Self { country, on_holidays: Vec::new(), on_eves: Vec::new(), on_short_days: None }
    }

    /// The hours of a day of this kind; none where its weekday decides.
    pub fn on(&self, kind: HolidayKind) -> Option<&[Slot]> {
        match kind {
            HolidayKind::Public => Some(&self.on_holidays),
            HolidayKind::Eve => Some(&self.on_eves),
            HolidayKind::ShortDay => self.on_short_days.as_deref(),
        }
    }
}

impl Country {
    /// The country in whose time zone a desk stands.
    pub fn of_time_zone(name: &str) -> Option<Self> {
        match name {
            "Europe/Helsinki" | "Europe/Mariehamn" => Some(Self::Finland),
            "Europe/Stockholm" => Some(Self::Sweden),
            _ => None,
        }
    }

    /// Every named day of the country with its kind, in the order of a year without coincidences.
    pub const fn days(self) -> &'static [(Holiday, HolidayKind)] {
        match self {
            Self::Finland => FINLAND,
            Self::Sweden => SWEDEN,
        }
    }

    /// What `date` is called here. Where two fall together the public one gives the name, then the eve.
    pub fn holiday_on(self, date: Date) -> Option<(Holiday, HolidayKind)> {
        let of_date = self.days().iter().filter(|(holiday, _)| holiday.is_on(date));
        of_date.min_by_key(|(holiday, kind)| (*kind, *holiday)).copied()
    }
}

const FINLAND: &[(Holiday, HolidayKind)] = &[
    (Holiday::NewYear, HolidayKind::Public),
    (Holiday::Epiphany, HolidayKind::Public),
    (Holiday::MaundyThursday, HolidayKind::ShortDay),
    (Holiday::GoodFriday, HolidayKind::Public),
    (Holiday::EasterSunday, HolidayKind::Public),
    (Holiday::EasterMonday, HolidayKind::Public),
    (Holiday::MayDayEve, HolidayKind::ShortDay),
    (Holiday::MayDay, HolidayKind::Public),
    (Holiday::Ascension, HolidayKind::Public),
    (Holiday::Whitsun, HolidayKind::Public),
    (Holiday::MidsummerEve, HolidayKind::Eve),
    (Holiday::MidsummerDay, HolidayKind::Public),
    (Holiday::AllSaints, HolidayKind::Public),
    (Holiday::IndependenceDay, HolidayKind::Public),
    (Holiday::ChristmasEve, HolidayKind::Eve),
    (Holiday::ChristmasDay, HolidayKind::Public),
    (Holiday::SecondChristmasDay, HolidayKind::Public),
    (Holiday::NewYearsEve, HolidayKind::ShortDay),
];

const SWEDEN: &[(Holiday, HolidayKind)] = &[
    (Holiday::NewYear, HolidayKind::Public),
    (Holiday::EpiphanyEve, HolidayKind::ShortDay),
    (Holiday::Epiphany, HolidayKind::Public),
    (Holiday::MaundyThursday, HolidayKind::ShortDay),
    (Holiday::GoodFriday, HolidayKind::Public),
    (Holiday::EasterEve, HolidayKind::Eve),
    (Holiday::EasterSunday, HolidayKind::Public),
    (Holiday::EasterMonday, HolidayKind::Public),
    (Holiday::MayDayEve, HolidayKind::ShortDay),
    (Holiday::MayDay, HolidayKind::Public),
    (Holiday::Ascension, HolidayKind::Public),
    (Holiday::Whitsun, HolidayKind::Public),
    (Holiday::SwedishNationalDay, HolidayKind::Public),
    (Holiday::MidsummerEve, HolidayKind::Eve),
    (Holiday::MidsummerDay, HolidayKind::Public),
    (Holiday::AllSaintsEve, HolidayKind::ShortDay),
    (Holiday::AllSaints, HolidayKind::Public),
    (Holiday::ChristmasEve, HolidayKind::Eve),
    (Holiday::ChristmasDay, HolidayKind::Public),
    (Holiday::SecondChristmasDay, HolidayKind::Public),
    (Holiday::NewYearsEve, HolidayKind::Eve),
];

impl Holiday {
    fn is_on(self, date: Date) -> bool {
        let is = |month: i8, day: i8| (date.month(), date.day()) == (month, day);
        let from_easter = || easter(date.year()).map(|easter| i32::from(date.day_of_year()) - i32::from(easter.day_of_year()));
        match self {
            Self::NewYear => is(1, 1),
            Self::EpiphanyEve => is(1, 5),
            Self::Epiphany => is(1, 6),
            Self::MaundyThursday => from_easter() == Some(-3),
            Self::GoodFriday => from_easter() == Some(-2),
            Self::EasterEve => from_easter() == Some(-1),
            Self::EasterSunday => from_easter() == Some(0),
            Self::EasterMonday => from_easter() == Some(1),
            Self::MayDayEve => is(4, 30),
            Self::MayDay => is(5, 1),
            Self::Ascension => from_easter() == Some(39),
            Self::Whitsun => from_easter() == Some(49),
            Self::SwedishNationalDay => is(6, 6),
            Self::MidsummerEve => is_between(date, Weekday::Friday, (6, 19), (6, 25)),
            Self::MidsummerDay => is_between(date, Weekday::Saturday, (6, 20), (6, 26)),
            Self::AllSaintsEve => is_between(date, Weekday::Friday, (10, 30), (11, 5)),
            Self::AllSaints => is_between(date, Weekday::Saturday, (10, 31), (11, 6)),
            Self::IndependenceDay => is(12, 6),
            Self::ChristmasEve => is(12, 24),
            Self::ChristmasDay => is(12, 25),
            Self::SecondChristmasDay => is(12, 26),
            Self::NewYearsEve => is(12, 31),
        }
    }
}

fn is_between(date: Date, weekday: Weekday, first: (i8, i8), last: (i8, i8)) -> bool {
    let day = (date.month(), date.day());
    date.weekday() == weekday && first <= day && day <= last
}

/// Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4) - epact - of_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let day = epact + to_sunday - 7 * late + 114;
    Date::new(year, i8::try_from(day.div_euclid(31)).ok()?, i8::try_from(day.rem_euclid(31) + 1).ok()?).ok()
}
