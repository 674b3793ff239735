//! What the demo's owner has chosen in settings: what customers and agents sort matters by, what is known of customers, what
//! contacts need by the rules, whom the desk invites, and what a self-directed team is to decide.

use serde::Deserialize;

use desk::language::Language;
use desk::routing::Level;

use super::content::{self, Unreadable, Worded};

const CHOICES: &str = include_str!("../../demo/choices.toml");

/// All of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub clients: Vec<OfClient>,
    pub proposals: Vec<Proposal>,
}

/// What was chosen for a client.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfClient {
    /// Key of the client.
    pub client: String,
    pub categories: Vec<Category>,
    pub tags: Vec<String>,
    pub known: Vec<Field>,
    /// The first that matches decides.
    pub rules: Vec<Rule>,
    pub invitations: Vec<Invitation>,
}

/// What a case can be about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    pub name: String,
    /// What customers choose it by; `None` where only agents do.
    pub offered: Option<Worded>,
}

/// What is kept of customers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub fi: String,
    pub sv: String,
    pub en: String,
    #[serde(default)]
    pub retired: bool,
}

/// What a contact needs. Everything that is named is named as people see it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub name: String,
    #[serde(default, deserialize_with = "content::languages")]
    pub languages: Vec<Language>,
    pub customer: Option<Who>,
    #[serde(default)]
    pub categories: Vec<String>,
    pub level: Option<Level>,
    pub skill: Option<String>,
    pub priority: Option<i64>,
    pub team: Option<String>,
}

/// Of whom a rule speaks.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    Known,
    New,
}

/// When a visitor is invited.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    pub pages: Vec<String>,
    pub after_s: i64,
    pub scrolled_percent: i64,
    pub whom: Whom,
    pub words: Worded,
}

/// Who is invited.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    Everybody,
    Returning,
}

/// How a member wants chats to be offered from now on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Name of the team.
    pub team: String,
    /// Key of the agent.
    pub by: String,
    pub offer_after_s: i64,
    pub offer_within_s: i64,
    pub reason: String,
}

/// Reads them.
pub fn load() -> Result<Choices, Unreadable> {
    content::parse("choices", CHOICES)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use desk::{approach, known, labels, privacy, routing};

    use super::*;

    #[test]
    fn what_the_owner_of_the_demo_has_chosen_is_what_settings_would_take() {
        assert_eq!(privacy::mask(CHOICES).text, CHOICES);
        for client in load().unwrap().clients {
            assert!(client.categories.len() + client.tags.len() <= labels::MOST);
            assert!(client.rules.len() <= routing::rules::MOST && client.invitations.len() <= approach::MOST);
            for field in &client.known {
                assert!([&field.fi, &field.sv, &field.en].iter().all(|name| (1..=known::LONGEST_NAME).contains(&name.chars().count())));
            }
            for invitation in &client.invitations {
                let words = [&invitation.words.fi, &invitation.words.sv, &invitation.words.en];
                assert!(words.iter().all(|words| (1..=approach::LONGEST_WORDS).contains(&words.chars().count())));
                assert!((approach::AFTER_S.0..=approach::AFTER_S.1).contains(&invitation.after_s));
            }
        }
    }
}
