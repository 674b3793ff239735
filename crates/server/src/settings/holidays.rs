//! Whose holidays a client keeps: checked, stored and shown.

use desk::hours::{Country, END_OF_DAY, HolidayHours};
use store::clients;
use wire::customer::OpenSlot;
use wire::holidays::HolidaySettings;

use super::checks::{Checks, MOST_SLOTS, read_slots, sorted};
use super::clients::{kept_slots, shown_slots};

/// Checks the hours on holidays; those that can be read are answered for the rules to look at.
pub fn read(checks: &mut Checks, typed: Option<&HolidaySettings>) -> Option<HolidayHours> {
    let typed = typed?;
    let slots = |typed: &[OpenSlot]| read_slots(typed).filter(|slots| slots.len() <= MOST_SLOTS);
    let short_days = typed.on_short_days.as_deref().map(slots);
    if let (Some(on_holidays), Some(on_eves), None | Some(Some(_))) = (slots(&typed.on_holidays), slots(&typed.on_eves), &short_days) {
        return Some(HolidayHours { country: typed.country.into(), on_holidays, on_eves, on_short_days: short_days.flatten() });
    }
    checks.wrong("holidays", "field-week");
    None
}

/// The hours on holidays in the order of the day.
pub fn tidy(typed: &HolidaySettings) -> HolidaySettings {
    HolidaySettings {
        country: typed.country,
        on_holidays: sorted(&typed.on_holidays),
        on_eves: sorted(&typed.on_eves),
        on_short_days: typed.on_short_days.as_deref().map(sorted),
    }
}

/// What a client begins with: closed on the holidays of the country where it stands. Around the clock means on holidays, too.
pub fn first(time_zone: &str, week: &[Vec<OpenSlot>]) -> Option<HolidaySettings> {
    let is_whole =
        |day: &Vec<OpenSlot>| matches!(day.as_slice(), [OpenSlot { from_minute: 0, to_minute }] if *to_minute == i64::from(END_OF_DAY));
    if week.iter().all(is_whole) {
        return None;
    }
    let country = Country::of_time_zone(time_zone.trim())?;
    Some(HolidaySettings { country: country.into(), on_holidays: Vec::new(), on_eves: Vec::new(), on_short_days: None })
}

/// As stored.
pub fn kept(given: HolidaySettings) -> clients::KeptHolidays {
    clients::KeptHolidays {
        country: given.country.into(),
        on_holidays: kept_slots(given.on_holidays),
        on_eves: kept_slots(given.on_eves),
        on_short_days: given.on_short_days.map(kept_slots),
    }
}

/// As settings show them.
pub fn shown(kept: &clients::KeptHolidays) -> HolidaySettings {
    HolidaySettings {
        country: kept.country.into(),
        on_holidays: shown_slots(&kept.on_holidays),
        on_eves: shown_slots(&kept.on_eves),
        on_short_days: kept.on_short_days.as_deref().map(shown_slots),
    }
}
