//! How a client's desk speaks, as it is stored: one text of JSON in the client's row.

use desk::emoji::EmojiRule;
use desk::language::Language;
use desk::speech::SaidHow;
use serde::{Deserialize, Serialize};

use crate::stored::by_text;

/// How a client's desk speaks. What a row does not tell is as it was before there was such a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Speech {
    /// Who says the first words.
    #[serde(with = "said_how")]
    pub greeting: SaidHow,
    /// Who says the last words.
    #[serde(with = "said_how")]
    pub closing: SaidHow,
    /// The last words; none are empty.
    pub closing_words: Worded,
    /// What is said to who writes what nobody should have to read; none where the desk's own words do.
    pub warning: Worded,
    /// What customers are asked to keep to, shown before their first words; none are empty.
    pub rules: Worded,
    /// What agents are asked to keep to; empty for nothing.
    pub agent_rules: String,
    /// The how-manieth text that is: each agent reads each once.
    pub agent_rules_version: i64,
    /// How agents are asked to write; empty for nothing.
    pub style: String,
    /// Words that they are asked not to use.
    pub avoid: Vec<String>,
    /// How many emoji they use.
    #[serde(with = "emoji_rule")]
    pub emoji: EmojiRule,
}

impl Default for Speech {
    fn default() -> Self {
        Self {
            greeting: SaidHow::Automatic,
            closing: SaidHow::Live,
            closing_words: Worded::default(),
            warning: Worded::default(),
            rules: Worded::default(),
            agent_rules: String::new(),
            agent_rules_version: 0,
            style: String::new(),
            avoid: Vec::new(),
            emoji: EmojiRule::default(),
        }
    }
}

/// The same words in each language; empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Worded {
    /// Finnish.
    pub fi: String,
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl Worded {
    /// Those in `language`.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Fi => &self.fi,
            Language::Sv => &self.sv,
            Language::En => &self.en,
        }
    }
}

by_text!(said_how, desk::speech::SaidHow);
by_text!(emoji_rule, desk::emoji::EmojiRule);
