//! What a scenario file says. What cannot be played is refused with a sentence and, where the file itself is wrong, the
//! line.

use std::collections::{BTreeMap, HashSet};

use desk::language::Language;
use desk::moment::Span;
use desk::routing::{Level, Mode};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Time from the beginning, in milliseconds; seconds in the file, with up to three decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub i64);

/// A year: longer scenarios are slips of the keys.
const LONGEST_S: i64 = 366 * 86_400;
/// As many slots as an agent can have.
const MOST_SLOTS: i64 = desk::case::SLOTS_LIMIT;

/// A scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The rules that hold.
    pub settings: Settings,
    /// Who answers.
    pub agents: Vec<Agent>,
    /// Who asks.
    pub contacts: Vec<Contact>,
    /// What else happens.
    #[serde(default)]
    pub events: Vec<Event>,
}

/// The rules that hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How contacts find agents.
    #[serde(deserialize_with = "mode")]
    pub mode: Mode,
    /// How long an offer stands.
    pub offer_s: Time,
    /// How long a contact may stand while an eligible agent has a free slot.
    #[serde(default = "half_a_minute")]
    pub idle_s: Time,
    /// After how much silence an agent is gone.
    #[serde(default = "gone_after")]
    pub presence_s: Time,
    /// How long a visitor waits who does not say; null for ever.
    #[serde(default)]
    pub abandon_s: Option<Time>,
}

/// An agent.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// What they are called.
    pub id: String,
    /// How well they speak what.
    pub languages: BTreeMap<String, Level>,
    /// What they know.
    #[serde(default)]
    pub skills: Vec<String>,
    /// How many contacts at once.
    pub slots: i64,
    /// From when until when they are there.
    pub present: Vec<(Time, Time)>,
    /// When their connection was lost without their signing off.
    #[serde(default)]
    pub last_seen: Option<Time>,
    /// False for one who never takes an offer.
    #[serde(default)]
    pub accepts: Option<bool>,
    /// How likely they take an offer.
    #[serde(default)]
    pub accept_prob: Option<f64>,
}

/// A contact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What it is called.
    pub id: String,
    /// When it comes.
    pub at: Time,
    /// In which language.
    pub language: String,
    /// How well the agent must speak it.
    #[serde(default)]
    pub min_level: Option<Level>,
    /// What the agent must know.
    #[serde(default)]
    pub skill: Option<String>,
    /// 1 goes first.
    #[serde(default = "usual_priority")]
    pub priority: i64,
    /// How long it is worked on.
    pub handling_s: Time,
    /// How long the visitor waits.
    #[serde(default)]
    pub patience_s: Option<Time>,
}

/// Something else that happens.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    pub at: Time,
    /// To whom.
    pub agent: String,
    /// What.
    pub what: What,
    /// Which contact is tried.
    #[serde(default)]
    pub contact: Option<String>,
    /// How many slots.
    #[serde(default)]
    pub value: Option<i64>,
}

/// What can happen.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum What {
    /// An agent takes a contact by hand.
    #[serde(rename = "tries to take")]
    TriesToTake,
    /// Somebody gives an agent another number of slots.
    #[serde(rename = "slots_set")]
    SlotsSet,
}

impl Time {
    /// As the rules have it.
    pub const fn span(self) -> Span {
        Span::millis(self.0)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(from)?;
        let seconds = match number.as_f64() {
            Some(seconds) => format!("{seconds:.3}"),
            None => number.to_string(),
        };
        let time = seconds.replace('.', "").parse().map(Time).ok();
        time.filter(|time| (0..=LONGEST_S * 1000).contains(&time.0))
            .ok_or_else(|| D::Error::custom(format!("{number} is not a time; write seconds from 0 to {LONGEST_S}")))
    }
}

fn mode<'de, D: Deserializer<'de>>(from: D) -> Result<Mode, D::Error> {
    match String::deserialize(from)?.as_str() {
        "push" => Ok(Mode::Push),
        "pull" => Ok(Mode::Pull),
        other => Err(D::Error::custom(format!("mode `{other}` is not known; write `push` or `pull`"))),
    }
}

const fn half_a_minute() -> Time {
    Time(30_000)
}

const fn gone_after() -> Time {
    Time(desk::availability::GONE_AFTER.as_millis())
}

const fn usual_priority() -> i64 {
    3
}

/// Reads a scenario.
///
/// # Errors
/// A sentence that says what is wrong and where.
pub fn read(text: &str) -> Result<Scenario, String> {
    let scenario: Scenario = serde_json::from_str(text).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        format!("line {}: {}", error.line(), error.to_string().replace(&place, ""))
    })?;
    check(&scenario)?;
    Ok(scenario)
}

/// The language of a two-letter code that the desk speaks.
pub fn language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.code() == code)
}

fn check(scenario: &Scenario) -> Result<(), String> {
    if scenario.settings.offer_s.0 == 0 {
        return Err("`offer_s` is 0; an offer must stand for a while".into());
    }
    let agents = names("agent", scenario.agents.iter().map(|agent| agent.id.as_str()))?;
    let contacts = names("contact", scenario.contacts.iter().map(|contact| contact.id.as_str()))?;
    scenario.agents.iter().try_for_each(check_agent)?;
    scenario.contacts.iter().try_for_each(check_contact)?;
    for event in &scenario.events {
        if !agents.contains(event.agent.as_str()) {
            return Err(format!("an event names agent `{}`, who is not among the agents", event.agent));
        }
        let contact = event.contact.as_deref();
        match (event.what, contact, event.value) {
            (What::TriesToTake, Some(contact), None) if contacts.contains(contact) => {}
            (What::TriesToTake, Some(contact), None) => {
                return Err(format!("agent `{}` tries to take contact `{contact}`, which is not among the contacts", event.agent));
            }
            (What::TriesToTake, ..) => return Err(format!("`tries to take` of agent `{}` needs `contact` and no `value`", event.agent)),
            (What::SlotsSet, None, Some(value)) if (0..=MOST_SLOTS).contains(&value) => {}
            (What::SlotsSet, ..) => {
                return Err(format!("`slots_set` of agent `{}` needs `value` from 0 to {MOST_SLOTS} and no `contact`", event.agent));
            }
        }
    }
    Ok(())
}

fn names<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<HashSet<&'a str>, String> {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(format!("{kind} `{id}` is there twice"));
        }
    }
    Ok(seen)
}

fn check_agent(agent: &Agent) -> Result<(), String> {
    let who = &agent.id;
    for (code, level) in &agent.languages {
        spoken(code).and_then(|()| leveled(*level)).map_err(|wrong| format!("agent `{who}`: {wrong}"))?;
    }
    if !(0..=MOST_SLOTS).contains(&agent.slots) {
        return Err(format!("agent `{who}` has {} slots; there can be 0 to {MOST_SLOTS}", agent.slots));
    }
    if agent.present.iter().any(|(from, to)| from >= to) {
        return Err(format!("agent `{who}`: a stretch of `present` ends when it begins or before"));
    }
    if agent.present.array_windows().any(|[one, next]| one.1 > next.0) {
        return Err(format!("agent `{who}`: stretches of `present` overlap or are not in order"));
    }
    if agent.accept_prob.is_some_and(|chance| !(0.0..=1.0).contains(&chance)) {
        return Err(format!("agent `{who}`: `accept_prob` is not between 0 and 1"));
    }
    if agent.accepts.is_some() && agent.accept_prob.is_some() {
        return Err(format!("agent `{who}` has `accepts` and `accept_prob`; one of them says it"));
    }
    Ok(())
}

fn check_contact(contact: &Contact) -> Result<(), String> {
    let wrong = |wrong| format!("contact `{}`: {wrong}", contact.id);
    spoken(&contact.language).map_err(wrong)?;
    leveled(contact.min_level.unwrap_or(1)).map_err(wrong)?;
    if contact.priority < 1 {
        return Err(wrong("`priority` begins at 1, the highest".to_owned()));
    }
    Ok(())
}

fn spoken(code: &str) -> Result<(), String> {
    language(code).map(drop).ok_or_else(|| format!("the desk does not speak `{code}`; it speaks fi, sv and en"))
}

fn leveled(level: Level) -> Result<(), String> {
    if (1..=3).contains(&level) { Ok(()) } else { Err(format!("level {level} is not between 1 and 3")) }
}
