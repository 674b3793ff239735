//! Checks of what people type into settings. Every wrong field gets its sentence, not only the first.

use std::collections::HashSet;
use std::hash::Hash;

use desk::call_back::{TRIES, WITHIN_MIN};
use desk::colour::Colour;
use desk::hours::{self, Date, DayException, END_OF_DAY, Hours, HoursRefusal, Slot, WeekHours};
use desk::language::Language;
use desk::load::Ease;
use desk::opening_target::OpeningTarget;
use desk::website;
use wire::customer::{OpenException, OpenSlot};
use wire::settings::ClientSettings;

use super::speech::LONGEST_WORDS;
use super::{holidays, speech};
use crate::ingest;
use crate::refusal::{Answer, Refused, Wrong};

/// Days of their own that one client may have.
const MOST_EXCEPTIONS: usize = 400;
/// Websites that one client may have.
const MOST_WEBSITES: usize = 50;
/// Slots of one day.
pub(super) const MOST_SLOTS: usize = 12;

/// What has been found wrong so far.
#[derive(Debug, Default)]
pub struct Checks {
    wrong: Vec<Wrong>,
}

impl Checks {
    /// Refuses with all that was wrong.
    pub fn done(self) -> Answer<()> {
        if self.wrong.is_empty() { Ok(()) } else { Err(Refused::invalid(self.wrong)) }
    }

    /// Notes what another check has found.
    pub fn note<T>(&mut self, checked: Result<T, Wrong>) {
        if let Err(wrong) = checked {
            self.wrong.push(wrong);
        }
    }

    /// Notes that `field` is wrong; `key` is a sentence `field-…`.
    pub fn wrong(&mut self, field: &str, key: &'static str) {
        self.wrong.push(Wrong::new(field, key));
    }

    /// What was checked as `from` stands as `to` on the form.
    pub fn rename(&mut self, from: &str, to: &str) {
        for wrong in &mut self.wrong {
            wrong.rename(from, to);
        }
    }

    /// One line that must not be empty.
    pub fn line(&mut self, field: &str, typed: &str, limit: usize) -> String {
        let line = self.optional_line(field, typed, limit);
        if line.is_empty() {
            self.wrong(field, "field-empty");
        }
        line
    }

    /// One line that may be empty, cleaned and masked like a line of a customer's: it stands beside theirs and is noted
    /// in the audit list.
    pub fn optional_line(&mut self, field: &str, typed: &str, limit: usize) -> String {
        let line = typed.trim();
        if line.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
            self.wrong(field, "field-one-line");
        }
        let Ok(clean) = ingest::line(Some(line), limit) else {
            self.too_long(field, limit);
            return line.to_owned();
        };
        clean.unwrap_or_default()
    }

    /// Words over several lines, which may be empty, cleaned and masked like a message: customers read them as one.
    pub fn words(&mut self, field: &str, typed: &str, limit: usize) -> String {
        let clean = ingest::draft(typed.trim()).ok().filter(|clean| clean.chars().count() <= limit);
        clean.unwrap_or_else(|| {
            self.too_long(field, limit);
            typed.to_owned()
        })
    }

    /// Notes that `field` has more than `limit` characters.
    pub fn too_long(&mut self, field: &str, limit: usize) {
        self.wrong.push(Wrong::new(field, "field-too-long").with("limit", limit.to_string()));
    }

    /// An address for mail.
    pub fn email(&mut self, field: &str, typed: &str) -> String {
        let email = typed.trim();
        let is_one = email.len() <= 320
            && !email.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')'))
            && email.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
            });
        if !is_one {
            self.wrong(field, "field-email");
        }
        email.to_owned()
    }

    /// A number between two.
    pub fn range(&mut self, field: &str, number: i64, from: i64, to: i64) -> i64 {
        if !(from..=to).contains(&number) {
            self.wrong.push(Wrong::new(field, "field-range").with("from", from.to_string()).with("to", to.to_string()));
        }
        number
    }

    /// At least one language, each once.
    pub fn languages(&mut self, field: &str, languages: &[wire::common::Language]) -> Vec<Language> {
        if languages.is_empty() || !all_differ(languages) {
            self.wrong(field, "field-languages");
        }
        languages.iter().map(|language| (*language).into()).collect()
    }

    /// Notes that `field` has more than `limit` entries.
    pub fn at_most(&mut self, field: &str, count: usize, limit: usize) {
        if count > limit {
            self.wrong.push(Wrong::new(field, "field-too-many").with("limit", limit.to_string()));
        }
    }
}

/// Whether nothing is there twice.
pub fn all_differ<T: Hash + Eq>(items: &[T]) -> bool {
    items.iter().collect::<HashSet<_>>().len() == items.len()
}

/// Checks all settings of a client and answers them as they are stored: trimmed, websites as origins.
pub fn client(checks: &mut Checks, given: &ClientSettings) -> ClientSettings {
    let optional = |text: String| Some(text).filter(|text| !text.is_empty());
    let desk_name = checks.optional_line("desk_name", given.desk_name.as_deref().unwrap_or_default(), 60);
    checks.languages("languages", &given.languages);
    checks.range("queue_ceiling", given.queue_ceiling, 0, 500);
    if let Some(opening_target) = given.opening_target {
        let within = |checks: &mut Checks, field: &str, value: i64, (from, to): (i64, i64)| checks.range(field, value, from, to);
        within(checks, "opening_target.window_min", opening_target.window_min, OpeningTarget::WINDOW_MIN);
        within(checks, "opening_target.least_percent", opening_target.least_percent, OpeningTarget::LEAST_PERCENT);
        within(checks, "opening_target.longest_wait", opening_target.longest_wait, OpeningTarget::LONGEST_WAIT);
    }
    if let Some(ease) = given.ease {
        checks.range("ease.after_min", ease.after_min, Ease::AFTER_MIN.0, Ease::AFTER_MIN.1);
        checks.range("ease.least_slots", ease.least_slots, Ease::LEAST_SLOTS.0, Ease::LEAST_SLOTS.1);
    }
    if let Some(given) = given.call_back {
        checks.range("call_back.within_min", given.within_min, *WITHIN_MIN.start(), *WITHIN_MIN.end());
        checks.range("call_back.tries", given.tries, *TRIES.start(), *TRIES.end());
    }
    checks.range("answer_target_s", given.answer_target_s, 10, 86_400);
    checks.range("silence_min", given.silence_min, 2, 1_440);
    checks.range("thanks_grace_min", given.thanks_grace_min, 0, 10_080);
    let (week, exceptions) = opening_hours(checks, given);
    ClientSettings {
        name: checks.line("name", &given.name, 120),
        desk_name: optional(desk_name),
        languages: given.languages.clone(),
        colour: colour(checks, given.colour.as_deref()),
        time_zone: given.time_zone.trim().to_owned(),
        week,
        exceptions,
        holidays: given.holidays.as_ref().map(holidays::tidy),
        websites: websites(checks, &given.websites),
        greeting_fi: checks.words("greeting_fi", &given.greeting_fi, LONGEST_WORDS),
        greeting_sv: checks.words("greeting_sv", &given.greeting_sv, LONGEST_WORDS),
        greeting_en: checks.words("greeting_en", &given.greeting_en, LONGEST_WORDS),
        speech: speech::tidy(checks, given),
        ..*given
    }
}

fn colour(checks: &mut Checks, typed: Option<&str>) -> Option<String> {
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty())?;
    match Colour::parse(typed) {
        None => checks.wrong("colour", "field-colour"),
        Some(colour) if colour.carries_text() => return Some(colour.to_text()),
        Some(colour) => {
            let nearest = colour.nearest_that_carries_text().to_text();
            checks.wrong.push(Wrong::new("colour", "field-colour-contrast").with("nearest", nearest));
        }
    }
    None
}

fn websites(checks: &mut Checks, typed: &[String]) -> Vec<String> {
    checks.at_most("websites", typed.len(), MOST_WEBSITES);
    let mut origins: Vec<String> = Vec::new();
    for typed in typed.iter().take(MOST_WEBSITES) {
        match website::origin(typed) {
            Some(origin) if origins.contains(&origin) => {}
            Some(origin) => origins.push(origin),
            None => checks.wrong("websites", "field-website"),
        }
    }
    origins
}

fn opening_hours(checks: &mut Checks, given: &ClientSettings) -> (Vec<Vec<OpenSlot>>, Vec<OpenException>) {
    checks.at_most("exceptions", given.exceptions.len(), MOST_EXCEPTIONS);
    let mut week = WeekHours::default();
    let is_a_week = given.week.len() == week.days.len() && given.week.iter().all(|day| day.len() <= MOST_SLOTS);
    let mut readable = true;
    for (day, typed) in week.days.iter_mut().zip(&given.week) {
        readable &= read_slots(typed).map(|slots| *day = slots).is_some();
    }
    if !is_a_week || !readable {
        checks.wrong("week", "field-week");
        return (Vec::new(), Vec::new());
    }
    let mut exceptions = Vec::new();
    let mut kept = Vec::new();
    for typed in given.exceptions.iter().take(MOST_EXCEPTIONS) {
        let name = checks.optional_line("exceptions", typed.name.as_deref().unwrap_or_default(), 120);
        let date = typed.date.parse::<Date>().ok().filter(|date| date.to_string() == typed.date);
        let slots = read_slots(&typed.slots).filter(|slots| slots.len() <= MOST_SLOTS);
        let (Some(date), Some(slots)) = (date, slots) else {
            checks.wrong("exceptions", "field-date");
            continue;
        };
        let name = Some(name).filter(|name| !name.is_empty());
        kept.push(OpenException { date: date.to_string(), slots: sorted(&typed.slots), name: name.clone() });
        exceptions.push(DayException { date, slots, name });
    }
    let holidays = holidays::read(checks, given.holidays.as_ref());
    let hours = Hours { week, holidays, exceptions, time_zone: given.time_zone.trim().to_owned() };
    match hours::validate(&hours) {
        Ok(()) => {}
        Err(HoursRefusal::UnknownTimeZone) => checks.wrong("time_zone", "field-time-zone"),
        Err(HoursRefusal::DateTwice(_)) => checks.wrong("exceptions", "field-date"),
        Err(HoursRefusal::EndsBeforeItBegins(day) | HoursRefusal::PastMidnight(day) | HoursRefusal::Overlapping(day)) => match day {
            hours::DayOfHours::Weekday(_) => checks.wrong("week", "field-week"),
            hours::DayOfHours::Date(_) => checks.wrong("exceptions", "field-week"),
            hours::DayOfHours::Holiday(_) => checks.wrong("holidays", "field-week"),
        },
    }
    (given.week.iter().map(|day| sorted(day)).collect(), kept)
}

/// The slots as the rules have them; `None` when a minute is no minute of a day.
pub(super) fn read_slots(typed: &[OpenSlot]) -> Option<Vec<Slot>> {
    let minute = |minute: i64| u16::try_from(minute).ok().filter(|minute| *minute <= END_OF_DAY);
    typed.iter().map(|slot| Some(Slot::new(minute(slot.from_minute)?, minute(slot.to_minute)?))).collect()
}

pub(super) fn sorted(slots: &[OpenSlot]) -> Vec<OpenSlot> {
    let mut slots = slots.to_vec();
    slots.sort_by_key(|slot| (slot.from_minute, slot.to_minute));
    slots
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;
    use crate::texts::Texts;
    use wire::holidays::{Country, HolidaySettings};

    fn settings() -> ClientSettings {
        ClientSettings {
            name: " IT-tuki ".into(),
            desk_name: Some("  ".into()),
            languages: vec![wire::common::Language::Fi],
            colour: Some("#0B5CAD".into()),
            time_zone: "Europe/Helsinki".into(),
            week: vec![Vec::new(); 7],
            exceptions: Vec::new(),
            holidays: None,
            closed_by_hand: false,
            when_closed: wire::common::WhenClosed::Message,
            queue_ceiling: 10,
            opening_target: None,
            ease: None,
            call_back: None,
            answer_target_s: 60,
            silence_min: 15,
            thanks_grace_min: 60,
            websites: vec!["Example.fi/chat".into(), "https://example.fi".into()],
            greeting_fi: String::new(),
            greeting_sv: String::new(),
            greeting_en: String::new(),
            speech: wire::speech::Speech::default(),
        }
    }

    fn wrong(change: impl FnOnce(&mut ClientSettings)) -> Vec<String> {
        let mut given = settings();
        change(&mut given);
        let mut checks = Checks::default();
        client(&mut checks, &given);
        let Err(refused) = checks.done() else { return Vec::new() };
        let problem = refused.problem(&Texts::load(), Language::En);
        assert!(problem.fields.iter().all(|field| !field.sentence.starts_with("field-")), "{problem:?}");
        problem.fields.into_iter().map(|field| field.field).collect()
    }

    #[test]
    fn what_was_typed_is_stored_tidily() {
        let mut checks = Checks::default();
        let stored = client(&mut checks, &settings());
        assert!(checks.done().is_ok());
        assert_eq!((stored.name.as_str(), stored.desk_name), ("IT-tuki", None));
        assert_eq!(stored.websites, ["https://example.fi"]);
        assert_eq!(stored.colour.as_deref(), Some("#0b5cad"));
    }

    #[test]
    fn trust_132_what_settings_say_is_masked_like_what_customers_write() {
        let mut given = settings();
        given.name = "Tuki 131052-900W".into();
        given.greeting_fi = "Hei!\nLähetä tunnus, esimerkiksi 131052-900W.".into();
        given.exceptions = vec![OpenException { date: "2026-12-07".into(), slots: Vec::new(), name: Some("131052-900W".into()) }];
        let stored = client(&mut Checks::default(), &given);
        assert_eq!(stored.name, "Tuki ●●●●●●-●●●●");
        assert_eq!(stored.greeting_fi, "Hei!\nLähetä tunnus, esimerkiksi ●●●●●●-●●●●.");
        assert_eq!(stored.exceptions[0].name.as_deref(), Some("●●●●●●-●●●●"));
    }

    #[test]
    fn what_nobody_sees_is_taken_out_of_settings_like_out_of_messages() {
        let mut given = settings();
        given.name = "\u{202E}IT-\u{200B}tuki\u{202C}".into();
        given.desk_name = Some("\u{2066}Neuvonta\u{200F}".into());
        given.greeting_en = "Hello\u{202E}!\r\nWe answer\u{FEFF} soon.".into();
        let stored = client(&mut Checks::default(), &given);
        assert_eq!((stored.name.as_str(), stored.desk_name.as_deref()), ("IT-tuki", Some("Neuvonta")));
        assert_eq!(stored.greeting_en, "Hello!\nWe answer soon.");
        assert_eq!(wrong(|given| given.name = "\u{202E}\u{200B}".into()), ["name"]);
    }

    #[test]
    fn every_wrong_field_is_named() {
        let slot = |from_minute, to_minute| OpenSlot { from_minute, to_minute };
        let day = |date: &str| OpenException { date: date.into(), slots: Vec::new(), name: None };
        assert_eq!(wrong(|given| given.name = " ".into()), ["name"]);
        assert_eq!(wrong(|given| given.name = "a\nb".into()), ["name"]);
        assert_eq!(wrong(|given| given.name = "x".repeat(121)), ["name"]);
        assert_eq!(wrong(|given| given.languages.clear()), ["languages"]);
        assert_eq!(wrong(|given| given.colour = Some("#7a7a7a".into())), ["colour"]);
        assert_eq!(wrong(|given| given.time_zone = "Mars/Olympus".into()), ["time_zone"]);
        assert_eq!(wrong(|given| given.week.truncate(6)), ["week"]);
        assert_eq!(wrong(|given| given.week[0] = vec![slot(600, 480)]), ["week"]);
        assert_eq!(wrong(|given| given.week[0] = vec![slot(480, 700), slot(600, 800)]), ["week"]);
        assert_eq!(wrong(|given| given.week[0] = vec![slot(-1, 70_000)]), ["week"]);
        assert_eq!(wrong(|given| given.exceptions = vec![day("2026-02-30")]), ["exceptions"]);
        assert_eq!(wrong(|given| given.exceptions = vec![day("2026-12-06"), day("2026-12-06")]), ["exceptions"]);
        let eves = |on_eves| Some(HolidaySettings { country: Country::Finland, on_holidays: Vec::new(), on_eves, on_short_days: None });
        assert_eq!(wrong(|given| given.holidays = eves(vec![slot(480, 960)])), Vec::<String>::new());
        assert_eq!(wrong(|given| given.holidays = eves(vec![slot(600, 480)])), ["holidays"]);
        assert_eq!(wrong(|given| given.holidays = eves(vec![slot(0, 1441)])), ["holidays"]);
        assert_eq!(wrong(|given| given.websites = vec!["https://*".into()]), ["websites"]);
        assert_eq!(wrong(|given| given.queue_ceiling = -1), ["queue_ceiling"]);
        assert_eq!(wrong(|given| given.answer_target_s = i64::MAX), ["answer_target_s"]);
        assert_eq!(wrong(|given| given.greeting_en = "x".repeat(1_001)), ["greeting_en"]);
        assert_eq!(wrong(|given| given.greeting_en = "x".repeat(8_001)), ["greeting_en"]);
        assert_eq!(wrong(|given| given.speech.closing_sv = "x".repeat(1_001)), ["speech.closing_sv"]);
    }

    #[test]
    fn agents_fill_variables_of_first_and_last_words_and_the_desk_does_not() {
        use wire::speech::SaidHow::{Automatic, Live, Prepared};
        let greeting = |how, words: &str| {
            wrong(|given| {
                given.speech.greeting = how;
                given.greeting_fi = words.to_owned();
            })
        };
        assert_eq!(greeting(Prepared, "Hei {asiakas}, olen {neuvoja}."), Vec::<String>::new());
        assert_eq!(greeting(Prepared, "Hei {nimi}!"), ["greeting_fi"]);
        assert_eq!(greeting(Automatic, "Hei, olen {neuvoja}."), ["greeting_fi"]);
        assert_eq!(greeting(Automatic, "Hei :{"), Vec::<String>::new());
        assert_eq!(greeting(Live, "Hei {nimi}!"), Vec::<String>::new());
    }
}
