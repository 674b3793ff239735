//! Holidays: as a client keeps them, and as a visitor is told of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::mirror;
use crate::customer::OpenSlot;

mirror! {
    /// Whose holidays.
    Country = desk::hours::Country {
        /// Of Finland.
        Finland,
        /// Of Sweden.
        Sweden,
    }
}

mirror! {
    /// A day with a name.
    Holiday = desk::hours::Holiday {
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
        /// Forty days of Easter.
        Ascension,
        /// Fifty days of Easter.
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
}

/// Whose holidays a client keeps, and when it is open on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidaySettings {
    /// Whose.
    pub country: Country,
    /// Hours on public holidays; empty = closed.
    pub on_holidays: Vec<OpenSlot>,
    /// Hours on eves (Midsummer Eve, Christmas Eve and, in Sweden, Easter Eve and New Year's Eve); empty = closed.
    pub on_eves: Vec<OpenSlot>,
    /// Hours on short days (Maundy Thursday, 30 April and others); empty = closed, `null` = the hours of the weekday.
    pub on_short_days: Option<Vec<OpenSlot>>,
}

/// A day with hours of its own, as a visitor is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SpecialDay {
    /// `2026-12-06`.
    pub date: String,
    /// Hours; empty = closed.
    pub slots: Vec<OpenSlot>,
    /// Why, in the client's own words.
    pub name: Option<String>,
    /// Which holiday it is; `null` for a day that only this client has, or has given other words.
    pub holiday: Option<Holiday>,
}
