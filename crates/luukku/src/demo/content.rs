//! What the demo desk is made of, read from the files in `crates/luukku/demo`. Its `README.md` tells what the fields mean.
//!
//! The files are part of the binary. They are written by people, so an unknown field or a misspelt word is refused.

use std::collections::BTreeMap;
use std::fmt;

use desk::language::Language;
use desk::routing::Level;
use serde::{Deserialize, Deserializer, de};

use super::choices::{self, Choices};
use super::prepared::{self, Prepared};

const ORGANISATION: &str = include_str!("../../demo/organisation.toml");
const SCRIPTS: &str = include_str!("../../demo/scripts.toml");

/// Every file of conversations with the name by which a mistake in it is told.
const CONVERSATIONS: [(&str, &str); 7] = [
    ("koskela-fi", include_str!("../../demo/conversations/koskela-fi.toml")),
    ("koskela-fi-tunnukset", include_str!("../../demo/conversations/koskela-fi-tunnukset.toml")),
    ("koskela-sv", include_str!("../../demo/conversations/koskela-sv.toml")),
    ("koskela-en", include_str!("../../demo/conversations/koskela-en.toml")),
    ("havuvaara-fi", include_str!("../../demo/conversations/havuvaara-fi.toml")),
    ("havuvaara-sv", include_str!("../../demo/conversations/havuvaara-sv.toml")),
    ("havuvaara-en", include_str!("../../demo/conversations/havuvaara-en.toml")),
];

/// Where a text names the address of its client's demo website.
pub(super) const SITE: &str = "{{site}}";

/// All of the demo.
#[derive(Clone, Debug)]
pub struct Content {
    /// Who runs the desk, whom it serves and who answers.
    pub organisation: Organisation,
    /// The history, file by file; not in the order of time.
    pub conversations: Vec<Conversation>,
    /// What simulated people say.
    pub scripts: Vec<Script>,
    /// What agents insert.
    pub prepared: Vec<Prepared>,
    /// What the owner has chosen in settings.
    pub choices: Choices,
}

/// Who runs the desk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub name: String,
    #[serde(deserialize_with = "language")]
    pub language: Language,
    /// A name of the time zone database; every clock in the demo is read in it.
    pub time_zone: String,
    pub clients: Vec<Client>,
    pub teams: Vec<Team>,
    pub agents: Vec<Agent>,
}

/// Whom the desk serves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Client {
    pub key: String,
    pub name: String,
    /// What the client's customers call the desk.
    pub desk: Worded,
    /// What the closed widget says while the chat is open.
    #[allow(dead_code)] // Told by the files for a desk that will have room for it.
    pub greeting: Worded,
    #[serde(deserialize_with = "languages")]
    pub languages: Vec<Language>,
    /// How soon the first human answer is promised in chat.
    pub answer_target_s: u32,
    /// The hours that such a client would keep.
    #[allow(dead_code)] // Told by the files for a desk that will have room for it.
    pub hours: Vec<Opening>,
    /// The hours that the demo keeps.
    pub demo_hours: Vec<Opening>,
    /// How customers can ask to be called.
    pub call_back: Option<store::clients::CallBack>,
}

/// One text in each language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worded {
    pub fi: String,
    pub sv: String,
    pub en: String,
}

/// From when to when the chat is open on some days of the week.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub days: Vec<Day>,
    pub opens: Clock,
    /// `24:00` is the end of the day.
    pub closes: Clock,
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// A time of day as people write it, `08:12`; from `00:00` to `24:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
}

impl Clock {
    /// Seconds since the day began.
    pub fn seconds(self) -> u32 {
        u32::from(self.hour) * 3600 + u32::from(self.minute) * 60
    }

    fn read(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let clock = Self { hour: hour.parse().ok()?, minute: minute.parse().ok()? };
        (clock.minute < 60 && clock.seconds() <= 86_400).then_some(clock)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| de::Error::custom(format!("{text:?} is not a time of day such as 08:12")))
    }
}

/// Who answers together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    pub name: String,
    /// Keys of the clients that the team serves.
    pub clients: Vec<String>,
    /// Whether its members decide about its rules together.
    #[serde(default)]
    pub self_directed: bool,
}

/// Somebody who signs in to the desk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    pub key: String,
    pub name: String,
    /// What customers see.
    pub first_name: String,
    pub email: String,
    pub role: Role,
    /// The one that the agent would rather write comes first.
    #[serde(deserialize_with = "languages")]
    pub languages: Vec<Language>,
    /// How well they write each of those.
    pub levels: Vec<Level>,
    /// Names of what they know.
    #[serde(default)]
    pub skills: Vec<String>,
    /// How many chats at once.
    pub slots: u8,
    /// Names of the agent's teams.
    pub teams: Vec<String>,
}

/// What an agent may do.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Owner,
    Supervisor,
    Agent,
    ReadOnly,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConversationFile {
    client: String,
    #[serde(deserialize_with = "language")]
    language: Language,
    conversations: Vec<Conversation>,
}

/// One case of the history from its first words to its outcome.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversation {
    /// Key of the client; written once at the head of the file.
    #[serde(skip)]
    pub client: String,
    /// Written once at the head of the file.
    #[serde(skip, default = "finnish")]
    pub language: Language,
    /// What an agent calls the case.
    pub subject: String,
    /// `None` for somebody who gave no name.
    pub customer: Option<String>,
    /// Where to answer a message that was left while the chat was closed.
    pub email: Option<String>,
    /// Where to call who asked for it.
    pub phone: Option<String>,
    pub channel: Channel,
    /// Key of the first holder; `None` while nobody has taken the message.
    pub agent: Option<String>,
    /// 0 is today. A conversation whose clock is still ahead today happened yesterday.
    pub days_ago: u8,
    /// When the first turn was written.
    pub clock: Clock,
    /// Path on the client's demo website.
    pub start_page: String,
    /// Name of the category that the customer chose before the first words.
    pub matter: Option<String>,
    /// What the agent wrote down of the customer, by the field's Finnish name.
    #[serde(default)]
    pub known: BTreeMap<String, String>,
    pub outcome: Outcome,
    pub turns: Vec<Turn>,
}

/// How the case came in.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Chat,
    /// Left while the chat was closed.
    Message,
    /// The customer asked to be called.
    Call,
}

/// The state of the case at the end.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    New,
    Open,
    WaitingForCustomer,
    WaitingForOthers,
    Solved,
    Closed,
}

/// One thing said or done.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    pub who: Who,
    /// Key of an agent, when it is not the holder.
    pub agent: Option<String>,
    /// Key of the agent or name of the team that gets the case; only in a transfer.
    pub to: Option<String>,
    /// Since the turn before; 0 in the first one.
    #[serde(default)]
    pub after_s: u32,
    /// Empty only where an agent marks the case solved.
    #[serde(default)]
    pub text: String,
}

/// Whose turn it is, or what it does.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    Customer,
    Agent,
    /// Seen only inside the desk.
    Note,
    /// Said by the desk itself.
    Automatic,
    /// The holder hands the case over; the text is the note that goes with it.
    Transfer,
    /// The holder marks the case solved.
    Solves,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptFile {
    scripts: Vec<Script>,
}

/// A conversation that is yet to happen: what a simulated customer says and what a simulated agent answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Key of the client.
    pub client: String,
    #[serde(deserialize_with = "language")]
    pub language: Language,
    /// `None` for somebody who gives no name.
    pub customer: Option<String>,
    /// Path on the client's demo website.
    pub start_page: String,
    pub turns: Vec<Line>,
}

/// What one side says in its turn.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub who: Speaker,
    /// How long it takes to write.
    pub typing_s: u32,
    pub text: String,
}

/// A side of a script.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    Customer,
    Agent,
}

/// A file of the demo that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    file: &'static str,
    reason: toml::de::Error,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "the demo's file {} cannot be read: {}", self.file, self.reason)
    }
}

impl std::error::Error for Unreadable {}

/// Reads all of the demo. `site_of` says the address of a client's demo website, without a slash at its end, from the
/// client's key; links in the texts lead there.
pub fn load(site_of: impl Fn(&str) -> String) -> Result<Content, Unreadable> {
    let organisation = parse("organisation", ORGANISATION)?;
    let ScriptFile { mut scripts } = parse("scripts", SCRIPTS)?;
    for script in &mut scripts {
        let site = site_of(&script.client);
        for line in &mut script.turns {
            line.text = line.text.replace(SITE, &site);
        }
    }
    let mut conversations = Vec::new();
    for (name, text) in CONVERSATIONS {
        let file: ConversationFile = parse(name, text)?;
        let site = site_of(&file.client);
        for mut conversation in file.conversations {
            conversation.client.clone_from(&file.client);
            conversation.language = file.language;
            for turn in &mut conversation.turns {
                turn.text = turn.text.replace(SITE, &site);
            }
            conversations.push(conversation);
        }
    }
    Ok(Content { organisation, conversations, scripts, prepared: prepared::load(site_of)?, choices: choices::load()? })
}

pub(super) fn parse<T: de::DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Unreadable> {
    toml::from_str(text).map_err(|reason| Unreadable { file, reason })
}

pub(super) fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
    spoken(&String::deserialize(deserializer)?)
}

pub(super) fn languages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Language>, D::Error> {
    Vec::<String>::deserialize(deserializer)?.iter().map(|tag| spoken(tag)).collect()
}

fn spoken<E: de::Error>(tag: &str) -> Result<Language, E> {
    Language::from_tag(tag).ok_or_else(|| E::custom(format!("the desk does not speak {tag:?}")))
}

fn finnish() -> Language {
    Language::Fi
}

#[cfg(test)]
#[path = "content_tests.rs"]
mod tests;
