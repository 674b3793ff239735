//! How a client's desk speaks: as settings have it, and as agents get it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::{Language, mirror};
use crate::prepared::PreparedText;

mirror! {
    /// Who says the first or the last words of a chat.
    SaidHow = desk::speech::SaidHow {
        /// The agent, in words of their own.
        Live,
        /// The agent, who is offered words and may change them.
        Prepared,
        /// The desk itself, marked as automatic. That answers nobody.
        Automatic,
    }
}

mirror! {
    /// How many emoji agents may put into one message.
    EmojiRule = desk::emoji::EmojiRule {
        /// As many as they like.
        Allow,
        /// At most one.
        Limit,
        /// None.
        Forbid,
    }
}

/// How a client's desk speaks. What is left out is as it is without a choice: the desk greets if there is a greeting, and
/// says no last words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Speech {
    /// Who says the first words, which are `greeting_fi`, `greeting_sv` and `greeting_en`.
    pub greeting: SaidHow,
    /// Who says the last words, when an agent solves the case or ends the chat.
    pub closing: SaidHow,
    /// The last words; empty = none.
    pub closing_fi: String,
    /// Swedish.
    pub closing_sv: String,
    /// English.
    pub closing_en: String,
    /// What an agent is offered to say to who writes what nobody should have to read; empty: the desk's own words.
    pub warning_fi: String,
    /// Swedish.
    pub warning_sv: String,
    /// English.
    pub warning_en: String,
    /// What customers are asked to keep to, for them to read before their first words; empty = nothing.
    pub rules_fi: String,
    /// Swedish.
    pub rules_sv: String,
    /// English.
    pub rules_en: String,
    /// What agents are asked to keep to. Each of them says once that they have read it, and anew when it changes.
    pub agent_rules: String,
    /// How agents are asked to write, in at most 500 characters.
    pub style: String,
    /// Words that agents are asked not to use: at most 50 of at most 40 characters. They are warned, not refused.
    pub avoid: Vec<String>,
    /// How many emoji agents may put into one message.
    pub emoji: EmojiRule,
}

impl Default for Speech {
    fn default() -> Self {
        Self {
            greeting: SaidHow::Automatic,
            closing: SaidHow::Live,
            closing_fi: String::new(),
            closing_sv: String::new(),
            closing_en: String::new(),
            warning_fi: String::new(),
            warning_sv: String::new(),
            warning_en: String::new(),
            rules_fi: String::new(),
            rules_sv: String::new(),
            rules_en: String::new(),
            agent_rules: String::new(),
            style: String::new(),
            avoid: Vec::new(),
            emoji: EmojiRule::Allow,
        }
    }
}

/// What agents know of how a client's desk speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClientSpeech {
    /// First words that are offered to who answers first.
    pub greeting: Vec<OfferedWords>,
    /// Last words that are offered to who solves.
    pub closing: Vec<OfferedWords>,
    /// The warning to who writes what nobody should have to read; what is empty is said in the desk's own words.
    pub warning: Worded,
    /// What agents are asked to keep to; `null` where nothing is asked.
    pub agent_rules: Option<AgentRules>,
    /// How to write; empty where nothing is asked.
    pub style: String,
    /// Words not to use.
    pub avoid: Vec<String>,
    /// How many emoji may be in one message.
    pub emoji: EmojiRule,
}

/// The same words in each language; empty for none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Worded {
    /// Finnish.
    pub fi: String,
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

/// Words that an agent may put into a message and change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfferedWords {
    /// In this language.
    pub language: Language,
    /// The words.
    pub text: PreparedText,
}

/// What a client asks of its agents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentRules {
    /// Which text it is.
    pub version: i64,
    /// The text.
    pub text: String,
}

/// Which version of a client's rules for agents I have read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentRulesRead {
    /// Whose.
    pub client_id: Uuid,
    /// Which.
    pub version: i64,
}

/// Say that I have read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadAgentRules {
    /// Which text.
    pub version: i64,
}

/// An agent of a client, and whether they have read what it asks now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentRulesReader {
    /// Who.
    pub agent_id: Uuid,
    /// Full name.
    pub name: String,
    /// When they said that they have read it (ms); `null`: not yet.
    pub read_at: Option<i64>,
}
