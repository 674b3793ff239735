//! Opening hours as a visitor meets them (CC-11, CC-12; trust 32).

use crate::dice::Dice;
use desk::hours::{
    Date, DayException, DayOfHours, END_OF_DAY, Hours, HoursRefusal, Slot, WeekHours, Weekday, closes_at, is_open, midnight, next_opening,
    today, validate,
};
use desk::moment::{Moment, Span};

const NINE_TO_FOUR: Slot = Slot::new(9 * 60, 16 * 60);

/// A moment written as `2026-10-23T15:30+03`.
pub fn at(text: &str) -> Moment {
    Moment::from_micros(text.parse::<jiff::Timestamp>().expect(text).as_microsecond())
}

pub fn date(text: &str) -> Date {
    text.parse().expect(text)
}

fn in_helsinki(week: WeekHours) -> Hours {
    Hours { week, holidays: None, exceptions: Vec::new(), time_zone: "Europe/Helsinki".to_owned() }
}

fn office() -> Hours {
    in_helsinki(WeekHours::on_workdays(&[NINE_TO_FOUR]))
}

fn with_exception(mut hours: Hours, day: &str, slots: &[Slot]) -> Hours {
    hours.exceptions.push(DayException { date: date(day), slots: slots.to_vec(), name: None });
    hours
}

/// How many whole minutes of the span are open.
fn open_minutes(hours: &Hours, from: Moment, to: Moment) -> i64 {
    let minutes = to.since(from).as_millis() / 60_000;
    let open = (0..minutes).filter(|minute| is_open(hours, from.plus(Span::seconds(minute * 60)))).count();
    i64::try_from(open).unwrap()
}

#[test]
fn the_desk_opens_at_the_first_minute_and_closes_at_the_last() {
    let hours = office();
    assert!(!is_open(&hours, at("2026-11-23T08:59:59.999999+02")));
    assert!(is_open(&hours, at("2026-11-23T09:00+02")));
    assert!(is_open(&hours, at("2026-11-23T15:59:59.999999+02")));
    assert!(!is_open(&hours, at("2026-11-23T16:00+02")));
    assert!(!is_open(&hours, at("2026-11-22T12:00+02")), "it is Sunday");
}

#[test]
fn a_visitor_in_the_evening_is_told_the_next_morning() {
    assert_eq!(next_opening(&office(), at("2026-11-23T16:00+02")), Some(at("2026-11-24T09:00+02")));
}

#[test]
fn a_visitor_on_friday_evening_is_told_monday() {
    assert_eq!(next_opening(&office(), at("2026-11-27T17:00+02")), Some(at("2026-11-30T09:00+02")));
}

#[test]
fn while_the_desk_is_open_the_next_opening_is_the_one_after_closing() {
    assert_eq!(next_opening(&office(), at("2026-11-23T09:00+02")), Some(at("2026-11-24T09:00+02")));
}

#[test]
fn the_next_morning_is_right_over_the_night_when_summer_time_ends() {
    assert_eq!(next_opening(&office(), at("2026-10-23T16:30+03")), Some(at("2026-10-26T09:00+02")));
}

#[test]
fn a_lunch_break_is_closed_and_ends() {
    let hours = in_helsinki(WeekHours::on_workdays(&[Slot::new(12 * 60, 16 * 60), Slot::new(9 * 60, 11 * 60)]));
    let lunch = at("2026-11-23T11:30+02");
    assert!(!is_open(&hours, lunch));
    assert_eq!(next_opening(&hours, lunch), Some(at("2026-11-23T12:00+02")));
    assert_eq!(closes_at(&hours, at("2026-11-23T10:00+02")), Some(at("2026-11-23T11:00+02")));
}

#[test]
fn an_agent_sees_when_the_chat_closes() {
    assert_eq!(closes_at(&office(), at("2026-11-23T12:00+02")), Some(at("2026-11-23T16:00+02")));
    assert_eq!(closes_at(&office(), at("2026-11-23T16:00+02")), None);
}

#[test]
fn a_holiday_is_closed_all_day() {
    let hours = with_exception(office(), "2026-12-24", &[]);
    assert!(is_open(&office(), at("2026-12-24T12:00+02")));
    assert!(!is_open(&hours, at("2026-12-24T12:00+02")));
    assert_eq!(next_opening(&hours, at("2026-12-23T18:00+02")), Some(at("2026-12-25T09:00+02")));
}

#[test]
fn a_day_may_be_open_otherwise_than_its_weekday() {
    let hours = with_exception(office(), "2026-11-28", &[Slot::new(10 * 60, 12 * 60)]);
    assert_eq!(next_opening(&hours, at("2026-11-27T16:00+02")), Some(at("2026-11-28T10:00+02")));
    assert!(!is_open(&hours, at("2026-11-28T12:00+02")));
    assert_eq!(hours.on(date("2026-11-28")), [Slot::new(600, 720)]);
}

#[test]
fn hours_over_midnight_are_one_stretch() {
    let mut week = WeekHours::default();
    week.days[4] = vec![Slot::new(20 * 60, END_OF_DAY)];
    week.days[5] = vec![Slot::new(0, 2 * 60)];
    let hours = in_helsinki(week);
    let friday_night = at("2026-11-27T23:59:59+02");
    assert!(is_open(&hours, friday_night));
    assert!(is_open(&hours, at("2026-11-28T00:00+02")));
    assert_eq!(closes_at(&hours, friday_night), Some(at("2026-11-28T02:00+02")));
    assert_eq!(next_opening(&hours, friday_night), Some(at("2026-12-04T20:00+02")), "not at midnight");
}

#[test]
fn a_desk_around_the_clock_never_closes_and_never_opens() {
    let hours = in_helsinki(WeekHours::always());
    let now = at("2026-11-23T12:00+02");
    assert!(is_open(&hours, now));
    assert_eq!((closes_at(&hours, now), next_opening(&hours, now)), (None, None));
}

#[test]
fn a_desk_without_hours_never_opens() {
    let hours = in_helsinki(WeekHours::default());
    let now = at("2026-11-23T12:00+02");
    assert!(!is_open(&hours, now));
    assert_eq!((closes_at(&hours, now), next_opening(&hours, now)), (None, None));
}

#[test]
fn one_open_day_a_year_is_found() {
    let hours = with_exception(in_helsinki(WeekHours::default()), "2027-11-22", &[NINE_TO_FOUR]);
    assert_eq!(next_opening(&hours, at("2026-11-23T12:00+02")), Some(at("2027-11-22T09:00+02")));
}

#[test]
fn a_day_around_the_clock_has_23_hours_in_spring_and_25_in_autumn() {
    let hours = in_helsinki(WeekHours::always());
    assert_eq!(open_minutes(&hours, at("2027-03-28T00:00+02"), at("2027-03-29T00:00+03")), 1380);
    assert_eq!(open_minutes(&hours, at("2026-10-25T00:00+03"), at("2026-10-26T00:00+02")), 1500);
}

#[test]
fn an_opening_at_a_time_that_spring_jumps_over_is_the_turn_of_the_clocks() {
    let mut week = WeekHours::default();
    week.days[6] = vec![Slot::new(3 * 60 + 30, 5 * 60)];
    let hours = in_helsinki(week);
    let turn = at("2027-03-28T04:00+03");
    assert_eq!(next_opening(&hours, at("2027-03-28T02:00+02")), Some(turn));
    assert!(is_open(&hours, turn));
    assert!(!is_open(&hours, at("2027-03-28T02:59+02")));
    assert_eq!(closes_at(&hours, turn), Some(at("2027-03-28T05:00+03")));
}

#[test]
fn hours_that_spring_jumps_over_altogether_do_not_happen() {
    let mut week = WeekHours::default();
    week.days[6] = vec![Slot::new(3 * 60, 4 * 60)];
    let hours = in_helsinki(week);
    assert_eq!(next_opening(&hours, at("2027-03-21T04:00+02")), Some(at("2027-04-04T03:00+03")));
}

#[test]
fn a_time_that_autumn_brings_twice_means_the_first() {
    let mut week = WeekHours::default();
    week.days[6] = vec![Slot::new(60, 3 * 60 + 30), Slot::new(3 * 60 + 45, 5 * 60)];
    let hours = in_helsinki(week);
    assert_eq!(closes_at(&hours, at("2026-10-25T02:00+03")), Some(at("2026-10-25T03:30+03")));
    assert_eq!(next_opening(&hours, at("2026-10-25T03:30+03")), Some(at("2026-10-25T03:45+03")));
    assert!(is_open(&hours, at("2026-10-25T03:30+02")), "the second half past three is after the opening");
    assert_eq!(closes_at(&hours, at("2026-10-25T03:45+03")), Some(at("2026-10-25T05:00+02")));
}

#[test]
fn every_minute_is_either_open_or_closed_and_the_three_answers_agree() {
    let mut dice = Dice::new(32);
    for (night, zone) in [
        ("2027-03-27T12:00Z", "Europe/Helsinki"),
        ("2026-10-24T12:00Z", "Europe/Helsinki"),
        ("2026-10-24T12:00Z", "Europe/Stockholm"),
        ("2026-11-01T00:00Z", "America/Havana"),
        ("2026-04-04T06:00Z", "Australia/Lord_Howe"),
    ] {
        for _ in 0..4 {
            let hours = random_hours(&mut dice, zone);
            assert_eq!(validate(&hours), Ok(()));
            agree_for_a_day(&hours, at(night));
        }
    }
}

fn random_hours(dice: &mut Dice, zone: &str) -> Hours {
    let mut week = WeekHours::default();
    for day in &mut week.days {
        let mut cuts: Vec<u16> = (0..4).map(|_| u16::try_from(dice.below(97) * 15).unwrap()).collect();
        cuts.sort_unstable();
        cuts.dedup();
        *day = cuts.chunks_exact(2).map(|pair| Slot::new(pair[0], pair[1])).collect();
    }
    Hours { week, holidays: None, exceptions: Vec::new(), time_zone: zone.to_owned() }
}

pub fn agree_for_a_day(hours: &Hours, begin: Moment) {
    for minute in (0..36 * 60).step_by(5) {
        let now = begin.plus(Span::seconds(minute * 60));
        let just_before = now.minus(Span::micros(1));
        let (was_open, open) = (is_open(hours, just_before), is_open(hours, now));
        assert_eq!(closes_at(hours, now).is_some(), open, "{now:?}");
        if open && !was_open {
            assert_eq!(next_opening(hours, just_before), Some(now));
        }
        if was_open && !open {
            assert_eq!(closes_at(hours, just_before), Some(now));
        }
    }
}

#[test]
fn hours_that_make_no_sense_are_refused_with_the_day() {
    let on_monday = |slots: &[Slot]| {
        let mut week = WeekHours::default();
        week.days[0] = slots.to_vec();
        validate(&in_helsinki(week))
    };
    let monday = DayOfHours::Weekday(Weekday::Monday);
    assert_eq!(on_monday(&[Slot::new(540, 720), Slot::new(720, 960)]), Ok(()), "one slot may begin where another ends");
    assert_eq!(on_monday(&[Slot::new(700, 960), Slot::new(540, 720)]), Err(HoursRefusal::Overlapping(monday)));
    assert_eq!(on_monday(&[Slot::new(540, 540)]), Err(HoursRefusal::EndsBeforeItBegins(monday)));
    assert_eq!(on_monday(&[Slot::new(960, 540)]), Err(HoursRefusal::EndsBeforeItBegins(monday)));
    assert_eq!(on_monday(&[Slot::new(540, END_OF_DAY + 1)]), Err(HoursRefusal::PastMidnight(monday)));
    let christmas = date("2026-12-24");
    let twice = with_exception(with_exception(office(), "2026-12-24", &[]), "2026-12-24", &[NINE_TO_FOUR]);
    assert_eq!(validate(&twice), Err(HoursRefusal::DateTwice(christmas)));
    let short = with_exception(office(), "2026-12-24", &[Slot::new(9, 9)]);
    assert_eq!(validate(&short), Err(HoursRefusal::EndsBeforeItBegins(DayOfHours::Date(christmas))));
}

#[test]
fn a_time_zone_that_is_not_one_is_refused_and_keeps_the_desk_closed() {
    for zone in ["", "Europe/Helsingfors", "EET2", "+02:00", "../../etc/passwd", "Europe/Helsinki\u{0}"] {
        let hours = Hours { time_zone: zone.to_owned(), ..in_helsinki(WeekHours::always()) };
        assert_eq!(validate(&hours), Err(HoursRefusal::UnknownTimeZone), "{zone}");
        assert!(!is_open(&hours, at("2026-11-23T12:00+02")));
        assert_eq!(next_opening(&hours, at("2026-11-23T12:00+02")), None);
    }
}

#[test]
fn moments_at_the_ends_of_time_are_answered_too() {
    for us in [i64::MIN, i64::MAX, 253_402_207_200_000_000, -377_705_023_201_000_000] {
        let _ = is_open(&office(), Moment::from_micros(us));
        let _ = next_opening(&office(), Moment::from_micros(us));
        let _ = closes_at(&office(), Moment::from_micros(us));
    }
}

#[test]
fn a_day_begins_at_midnight_where_the_hours_are_meant() {
    let hours = office();
    assert_eq!(midnight(&hours, at("2026-11-23T00:30+02")), Some(at("2026-11-23T00:00+02")));
    assert_eq!(midnight(&hours, at("2026-11-22T22:30Z")), Some(at("2026-11-23T00:00+02")));
    assert_eq!(today(&hours, at("2026-11-22T22:30Z")), Some(date("2026-11-23")));
    let nowhere = Hours { time_zone: "Atlantis/Deep".into(), ..office() };
    assert_eq!(midnight(&nowhere, at("2026-11-23T00:30+02")), None);
}
