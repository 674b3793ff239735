//! Holidays, eves and time that counts only while the desk is open (trust 32; `vectors/holidays_fi.tsv`,
//! `vectors/sla_business_time.tsv`).

use std::collections::BTreeMap;

use crate::dice::Dice;
use crate::hours::{agree_for_a_day, at, date};
use desk::hours::{
    Country, Date, DayException, DayOfHours, Holiday, HolidayHours, HolidayKind, Hours, HoursRefusal, Slot, WeekHours, after_open,
    closes_at, is_open, next_opening, open_between, plus_days, validate,
};
use desk::moment::{Moment, Span};

const HOLIDAYS: &str = include_str!("../vectors/holidays_fi.tsv");
const OPEN_TIME: &str = include_str!("../vectors/sla_business_time.tsv");
const EIGHT_TO_FOUR: Slot = Slot::new(480, 960);

fn finnish() -> Hours {
    Hours {
        week: WeekHours::on_workdays(&[EIGHT_TO_FOUR]),
        holidays: Some(HolidayHours::closed(Country::Finland)),
        exceptions: Vec::new(),
        time_zone: "Europe/Helsinki".to_owned(),
    }
}

fn swedish() -> Hours {
    Hours { holidays: Some(HolidayHours::closed(Country::Sweden)), time_zone: "Europe/Stockholm".to_owned(), ..finnish() }
}

fn rows(vectors: &str) -> impl Iterator<Item = Vec<&str>> {
    vectors.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect())
}

fn days_of(year: i16) -> impl Iterator<Item = Date> {
    (0..366).map_while(move |day| plus_days(Date::constant(year, 1, 1), day)).filter(move |day| day.year() == year)
}

fn name(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "Uudenvuodenpäivä",
        Holiday::Epiphany => "Loppiainen",
        Holiday::GoodFriday => "Pitkäperjantai",
        Holiday::EasterSunday => "Pääsiäispäivä",
        Holiday::EasterMonday => "2. pääsiäispäivä",
        Holiday::MayDay => "Vappu",
        Holiday::Ascension => "Helatorstai",
        Holiday::Whitsun => "Helluntaipäivä",
        Holiday::MidsummerEve => "Juhannusaatto",
        Holiday::MidsummerDay => "Juhannuspäivä",
        Holiday::AllSaints => "Pyhäinpäivä",
        Holiday::IndependenceDay => "Itsenäisyyspäivä",
        Holiday::ChristmasEve => "Jouluaatto",
        Holiday::ChristmasDay => "Joulupäivä",
        Holiday::SecondChristmasDay => "Tapaninpäivä",
        other @ (Holiday::EpiphanyEve
        | Holiday::MaundyThursday
        | Holiday::EasterEve
        | Holiday::MayDayEve
        | Holiday::SwedishNationalDay
        | Holiday::AllSaintsEve
        | Holiday::NewYearsEve) => panic!("{other:?} is no Finnish holiday or eve"),
    }
}

#[test]
fn finnish_holidays_and_eves_are_those_of_the_almanac_and_no_others() {
    let mut wanted: BTreeMap<i16, Vec<(String, String, String)>> = BTreeMap::new();
    for row in rows(HOLIDAYS) {
        let day = (row[0].to_owned(), row[1].to_owned(), row[2].to_owned());
        wanted.entry(date(row[0]).year()).or_default().push(day);
    }
    assert_eq!(wanted.values().map(Vec::len).sum::<usize>(), 60);
    for (year, wanted) in wanted {
        let found = days_of(year).filter_map(|day| {
            let (holiday, kind) = Country::Finland.holiday_on(day)?;
            let kind = match kind {
                HolidayKind::Public => "public",
                HolidayKind::Eve => "eve",
                HolidayKind::ShortDay => return None,
            };
            Some((day.to_string(), name(holiday).to_owned(), kind.to_owned()))
        });
        assert_eq!(found.collect::<Vec<_>>(), wanted);
    }
}

#[test]
fn every_year_has_each_holiday_once_where_none_fall_together() {
    for country in [Country::Finland, Country::Sweden] {
        for year in 1992..=2100 {
            let mut found: Vec<Holiday> = days_of(year).filter_map(|day| Some(country.holiday_on(day)?.0)).collect();
            let all = found.len();
            found.sort_unstable();
            found.dedup();
            assert_eq!(found.len(), all, "{country:?} {year}: a holiday twice");
            // Ascension can be May Day or its eve, Whitsun the national day: one name gives way then.
            assert!((country.days().len() - 1..=country.days().len()).contains(&all), "{country:?} {year}: {all}");
        }
    }
}

#[test]
fn sweden_has_its_own_days_with_the_same_rules() {
    let on = |day: &str| Country::Sweden.holiday_on(date(day));
    assert_eq!(on("2026-06-06"), Some((Holiday::SwedishNationalDay, HolidayKind::Public)));
    assert_eq!(on("2026-06-19"), Some((Holiday::MidsummerEve, HolidayKind::Eve)));
    assert_eq!(on("2026-12-31"), Some((Holiday::NewYearsEve, HolidayKind::Eve)));
    assert_eq!(on("2026-10-30"), Some((Holiday::AllSaintsEve, HolidayKind::ShortDay)));
    assert_eq!(on("2026-04-04"), Some((Holiday::EasterEve, HolidayKind::Eve)));
    assert_eq!(on("2026-12-06"), None, "the independence day is Finland's");
    assert_eq!(Country::Finland.holiday_on(date("2026-06-06")), None);
    // Easter at its earliest and latest, and Ascension on May Day.
    assert_eq!(on("2008-03-23"), Some((Holiday::EasterSunday, HolidayKind::Public)));
    assert_eq!(on("2038-04-25"), Some((Holiday::EasterSunday, HolidayKind::Public)));
    assert_eq!(on("2008-05-01"), Some((Holiday::MayDay, HolidayKind::Public)));
}

#[test]
fn midsummer_eve_is_closed_and_the_next_opening_is_on_monday() {
    for (hours, noon, monday) in
        [(finnish(), "2026-06-19T12:00+03", "2026-06-22T08:00+03"), (swedish(), "2026-06-19T12:00+02", "2026-06-22T08:00+02")]
    {
        let open_without = Hours { holidays: None, ..hours.clone() };
        assert!(is_open(&open_without, at(noon)), "a Friday like any other");
        assert!(!is_open(&hours, at(noon)));
        assert_eq!(next_opening(&hours, at(noon)), Some(at(monday)));
        assert_eq!(hours.holiday_on(date("2026-06-19")).unwrap().0, Holiday::MidsummerEve);
    }
}

#[test]
fn a_holiday_on_a_day_that_is_closed_anyway_is_no_day_of_its_own() {
    // Independence Day of 2026 is a Sunday, that of 2027 a Monday.
    assert_eq!(finnish().holiday_on(date("2026-12-06")), None);
    assert_eq!(finnish().holiday_on(date("2027-12-06")), Some((Holiday::IndependenceDay, &[][..])));
    let around_the_clock = Hours { week: WeekHours::always(), ..finnish() };
    assert_eq!(around_the_clock.holiday_on(date("2026-12-06")), Some((Holiday::IndependenceDay, &[][..])));
}

#[test]
fn eves_and_short_days_have_hours_of_their_own_per_client() {
    let mut hours = finnish();
    let holidays = hours.holidays.as_mut().unwrap();
    holidays.on_eves = vec![Slot::new(540, 720)];
    holidays.on_short_days = Some(vec![Slot::new(480, 780)]);
    assert_eq!(closes_at(&hours, at("2026-12-24T10:00+02")), Some(at("2026-12-24T12:00+02")));
    assert_eq!(closes_at(&hours, at("2026-04-30T10:00+03")), Some(at("2026-04-30T13:00+03")));
    assert!(!is_open(&hours, at("2026-12-25T10:00+02")));
    assert_eq!(finnish().on(date("2026-04-30")), [EIGHT_TO_FOUR], "like any Thursday unless the client says otherwise");
    assert_eq!(finnish().holiday_on(date("2026-04-30")), None);
}

#[test]
fn an_exception_goes_before_a_holiday() {
    let mut hours = finnish();
    hours.exceptions.push(DayException { date: date("2026-12-06"), slots: vec![EIGHT_TO_FOUR], name: None });
    assert!(is_open(&hours, at("2026-12-06T12:00+02")), "a Sunday and a holiday, and open all the same");
    assert!(!is_open(&finnish(), at("2026-12-06T12:00+02")));
}

#[test]
fn overlapping_hours_of_an_eve_are_refused() {
    let mut hours = finnish();
    hours.holidays.as_mut().unwrap().on_eves = vec![Slot::new(480, 700), Slot::new(600, 800)];
    assert_eq!(validate(&hours), Err(HoursRefusal::Overlapping(DayOfHours::Holiday(HolidayKind::Eve))));
    assert_eq!(validate(&finnish()), Ok(()));
}

#[test]
fn time_counts_only_while_the_desk_is_open() {
    let zone = jiff::tz::TimeZone::get("Europe/Helsinki").unwrap();
    let local = |text: &str| {
        let civil: jiff::civil::DateTime = text.parse().unwrap();
        Moment::from_micros(zone.to_timestamp(civil).unwrap().as_microsecond())
    };
    let always = Hours { week: WeekHours::always(), holidays: None, ..finnish() };
    let minutes = |hours: &Hours, from: &str, to: &str| open_between(hours, local(from), local(to)).as_millis() / 60_000;
    let mut checked = 0;
    for row in rows(OPEN_TIME) {
        let (from, argument, wanted) = (row[1], row[2], row[3]);
        match row[0] {
            "add_min" => {
                let span = Span::seconds(argument.parse::<i64>().unwrap() * 60);
                assert_eq!(after_open(&finnish(), local(from), span), Some(at(wanted)), "{row:?}");
            }
            "elapsed" => assert_eq!(minutes(&finnish(), from, argument), wanted.parse::<i64>().unwrap(), "{row:?}"),
            "elapsed_24x7" => assert_eq!(minutes(&always, from, argument), wanted.parse::<i64>().unwrap(), "{row:?}"),
            other => panic!("{other}"),
        }
        checked += 1;
    }
    assert_eq!(checked, 9);
    assert_eq!(minutes(&always, "2026-03-29T00:00", "2026-03-30T00:00"), 1380);
    assert_eq!(after_open(&Hours { week: WeekHours::default(), ..finnish() }, local("2026-03-29T00:00"), Span::seconds(1)), None);
}

#[test]
fn around_holidays_each_minute_is_either_open_or_closed_and_open_time_adds_up() {
    let mut dice = Dice::new(24);
    for begin in ["2026-06-18T09:00Z", "2026-12-23T09:00Z", "2027-03-24T20:00Z", "2026-10-30T20:00Z"] {
        for country in [Country::Finland, Country::Sweden] {
            let mut slots = || {
                let from = dice.below(700);
                vec![Slot::new(u16::try_from(from).unwrap(), u16::try_from(from + 1 + dice.below(700)).unwrap())]
            };
            let holidays = HolidayHours { country, on_holidays: slots(), on_eves: slots(), on_short_days: Some(slots()) };
            let hours = Hours { week: WeekHours::on_workdays(&slots()), holidays: Some(holidays), ..finnish() };
            assert_eq!(validate(&hours), Ok(()));
            agree_for_a_day(&hours, at(begin));
            let minutes = 3 * 24 * 60;
            let open = (0..minutes).filter(|minute| is_open(&hours, at(begin).plus(Span::seconds(minute * 60)))).count();
            let counted = open_between(&hours, at(begin), at(begin).plus(Span::seconds(minutes * 60)));
            assert_eq!(counted.as_millis() / 60_000, i64::try_from(open).unwrap());
        }
    }
}
