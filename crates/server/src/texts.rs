//! What the server itself says, in the three languages. The sentences are in `texts/*/server.ftl`.

use std::sync::Arc;

use desk::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// The server's sentences. Cheap to clone.
#[derive(Clone)]
pub struct Texts {
    bundles: Arc<[(Language, FluentBundle<FluentResource>)]>,
}

/// The words that are put into a sentence, by name.
pub type Words<'a> = &'a [(&'a str, String)];

impl Texts {
    /// Reads the sentences that the binary carries.
    pub fn load() -> Self {
        let bundles = Language::ALL.map(|language| (language, bundle(language)));
        Self { bundles: Arc::new(bundles) }
    }

    /// The sentence `key`, or `None` when there is no such sentence.
    pub fn find(&self, language: Language, key: &str, words: Words<'_>) -> Option<String> {
        let (_, bundle) = self.bundles.iter().find(|(known, _)| *known == language)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut args = FluentArgs::new();
        for (name, word) in words {
            args.set(*name, word.clone());
        }
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// The sentence `key`. A key without a sentence is answered as it is, and a test of the texts fails.
    pub fn say(&self, language: Language, key: &str, words: Words<'_>) -> String {
        self.find(language, key, words).unwrap_or_else(|| key.to_owned())
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let text = match language {
        Language::Fi => include_str!("../../../texts/fi/server.ftl"),
        Language::Sv => include_str!("../../../texts/sv/server.ftl"),
        Language::En => include_str!("../../../texts/en/server.ftl"),
    };
    // What is broken in the file is left out here; the test below says what.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The first language of an `Accept-Language` header that the desk speaks.
pub fn language_of(accept_language: Option<&str>) -> Language {
    let mut wanted: Vec<(u32, Language)> = Vec::new();
    for one in accept_language.unwrap_or_default().split(',').take(20) {
        let (tag, quality) = one.split_once(";q=").unwrap_or((one, "1"));
        if let Some(language) = Language::from_tag(tag.trim()) {
            wanted.push((thousandths(quality.trim()), language));
        }
    }
    // A stable sort: of two that are wanted alike, the one that was named first.
    wanted.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    wanted.first().filter(|(quality, _)| *quality > 0).map_or(Language::En, |(_, language)| *language)
}

fn thousandths(quality: &str) -> u32 {
    let (whole, part) = quality.split_once('.').unwrap_or((quality, ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    whole.parse::<u32>().unwrap_or(0).min(1) * 1000 + digits.parse::<u32>().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn the_texts_of_all_languages_can_be_read() {
        for text in [
            include_str!("../../../texts/fi/server.ftl"),
            include_str!("../../../texts/sv/server.ftl"),
            include_str!("../../../texts/en/server.ftl"),
        ] {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{errors:?}");
            }
        }
    }

    #[test]
    fn the_asker_gets_the_language_they_want_most() {
        assert_eq!(language_of(Some("sv-FI, fi;q=0.8")), Language::Sv);
        assert_eq!(language_of(Some("de, fi;q=0.8, en;q=0.9")), Language::En);
        assert_eq!(language_of(Some("fi;q=0")), Language::En);
        assert_eq!(language_of(Some("fi")), Language::Fi);
        assert_eq!(language_of(None), Language::En);
    }
}
