//! The prepared replies of the demo's agents.

use std::collections::HashMap;

use desk::id::{ClientId, PreparedReplyId};
use desk::language::Language;
use desk::prepared::PreparedKind;
use serde::Deserialize;
use server::Desk;
use store::prepared::PreparedReply;

use super::content::{self, Unreadable};
use crate::stop::Stop;

const REPLIES: &str = include_str!("../../demo/prepared.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    replies: Vec<Prepared>,
}

/// A text that agents insert.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prepared {
    /// Key of the client; `None` for all of them.
    pub client: Option<String>,
    #[serde(deserialize_with = "content::language")]
    pub language: Language,
    /// What is typed after the slash.
    pub name: String,
    pub text: String,
}

/// Reads them all; see [`content::load`] for `site_of`.
pub fn load(site_of: impl Fn(&str) -> String) -> Result<Vec<Prepared>, Unreadable> {
    let File { mut replies } = content::parse("prepared", REPLIES)?;
    for reply in &mut replies {
        if let Some(client) = &reply.client {
            reply.text = reply.text.replace(content::SITE, &site_of(client));
        }
    }
    Ok(replies)
}

/// As they are stored.
pub fn rows(desk: &Desk, replies: &[Prepared], clients: &HashMap<String, ClientId>) -> Result<Vec<PreparedReply>, Stop> {
    let row = |reply: &Prepared| {
        Ok(PreparedReply {
            prepared_reply_id: PreparedReplyId(desk.new_id(desk.now()).map_err(|_| super::people::no_chance())?),
            client_id: reply.client.as_ref().and_then(|key| clients.get(key)).copied(),
            language: reply.language,
            name: reply.name.clone(),
            text: reply.text.clone(),
            kind: PreparedKind::Reply,
        })
    };
    replies.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use desk::{prepared, privacy};

    use super::*;

    #[test]
    fn every_prepared_reply_of_the_demo_is_one_that_settings_would_take() {
        let replies = load(|client| format!("https://{client}.example")).unwrap();
        assert!(replies.len() >= 12);
        let mut names = BTreeSet::new();
        for reply in &replies {
            assert_eq!(prepared::name(&reply.name).as_ref(), Ok(&reply.name));
            let parts = prepared::parse(&reply.text).unwrap();
            assert_eq!(prepared::write(&parts, reply.language), reply.text, "variables are written in the language of the text");
            assert!(reply.text.chars().count() <= prepared::LONGEST_TEXT);
            assert_eq!(privacy::mask(&reply.text).text, reply.text, "{}", reply.name);
            assert!(names.insert((&reply.client, reply.language, &reply.name)), "{} is there twice", reply.name);
        }
        for language in Language::ALL {
            for client in ["koskela", "havuvaara"] {
                let is_there = |reply: &&Prepared| reply.language == language && reply.client.as_deref() == Some(client);
                assert!(replies.iter().any(|reply| is_there(&reply)), "{client} has none in {}", language.code());
            }
        }
    }
}
