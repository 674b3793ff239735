//! How a client's desk speaks: checked as it was typed, as it is stored and as agents get it.

use desk::language::Language;
use desk::prepared::{self, Part};
use desk::speech::SaidHow;
use store::clients::Client;
use store::speech::{self as stored, Worded};
use wire::settings::ClientSettings;
use wire::speech::{AgentRules, ClientSpeech, OfferedWords, Speech};

use super::checks::Checks;
use super::prepared::template;
use crate::prepared::text;
use crate::refusal::Wrong;

/// The most characters of first and last words.
pub const LONGEST_WORDS: usize = 1_000;
/// The most characters of what agents are told about style: it is read while somebody waits.
const LONGEST_STYLE: usize = 500;
/// The most characters of what agents are asked to keep to: it is read once.
const LONGEST_AGENT_RULES: usize = 4_000;
const MOST_AVOIDED: usize = 50;
const LONGEST_AVOIDED: usize = 40;

/// Checks how a client's desk speaks and answers it as it is stored.
pub fn tidy(checks: &mut Checks, given: &ClientSettings) -> Speech {
    let speech = &given.speech;
    let tidy = Speech {
        closing_fi: checks.words("speech.closing_fi", &speech.closing_fi, LONGEST_WORDS),
        closing_sv: checks.words("speech.closing_sv", &speech.closing_sv, LONGEST_WORDS),
        closing_en: checks.words("speech.closing_en", &speech.closing_en, LONGEST_WORDS),
        warning_fi: checks.words("speech.warning_fi", &speech.warning_fi, LONGEST_WORDS),
        warning_sv: checks.words("speech.warning_sv", &speech.warning_sv, LONGEST_WORDS),
        warning_en: checks.words("speech.warning_en", &speech.warning_en, LONGEST_WORDS),
        rules_fi: checks.words("speech.rules_fi", &speech.rules_fi, LONGEST_WORDS),
        rules_sv: checks.words("speech.rules_sv", &speech.rules_sv, LONGEST_WORDS),
        rules_en: checks.words("speech.rules_en", &speech.rules_en, LONGEST_WORDS),
        agent_rules: checks.words("speech.agent_rules", &speech.agent_rules, LONGEST_AGENT_RULES),
        style: checks.words("speech.style", &speech.style, LONGEST_STYLE),
        avoid: avoided(checks, &speech.avoid),
        ..*speech
    };
    let greetings = [("greeting_fi", &given.greeting_fi), ("greeting_sv", &given.greeting_sv), ("greeting_en", &given.greeting_en)];
    let closings =
        [("speech.closing_fi", &tidy.closing_fi), ("speech.closing_sv", &tidy.closing_sv), ("speech.closing_en", &tidy.closing_en)];
    for (how, words) in [(speech.greeting, greetings), (speech.closing, closings)] {
        for (language, (field, words)) in Language::ALL.into_iter().zip(words) {
            variables(checks, how.into(), field, words, language);
        }
    }
    tidy
}

/// Each word once, as it was typed first.
fn avoided(checks: &mut Checks, typed: &[String]) -> Vec<String> {
    checks.at_most("speech.avoid", typed.len(), MOST_AVOIDED);
    let mut words: Vec<String> = Vec::new();
    for word in typed.iter().take(MOST_AVOIDED) {
        let word = checks.optional_line("speech.avoid", word, LONGEST_AVOIDED);
        if !word.is_empty() && !words.iter().any(|there| there.to_lowercase() == word.to_lowercase()) {
            words.push(word);
        }
    }
    words
}

/// Who says words themselves knows what fills them; the desk does not.
fn variables(checks: &mut Checks, how: SaidHow, field: &str, words: &str, language: Language) {
    match how {
        SaidHow::Live => {}
        SaidHow::Prepared => {
            template(checks, field, words, language);
        }
        SaidHow::Automatic => {
            let parts = prepared::parse(words).unwrap_or_default();
            if let Some(variable) = parts.iter().find_map(|part| if let Part::Value(variable) = part { Some(variable) } else { None }) {
                let wrong = Wrong::new(field, "field-automatic-variable").with("variable", variable.written(language));
                checks.note::<()>(Err(wrong));
            }
        }
    }
}

/// As settings have it.
pub fn shown(kept: &stored::Speech) -> Speech {
    let Worded { fi, sv, en } = kept.closing_words.clone();
    let (warning, rules) = (kept.warning.clone(), kept.rules.clone());
    Speech {
        greeting: kept.greeting.into(),
        closing: kept.closing.into(),
        closing_fi: fi,
        closing_sv: sv,
        closing_en: en,
        warning_fi: warning.fi,
        warning_sv: warning.sv,
        warning_en: warning.en,
        rules_fi: rules.fi,
        rules_sv: rules.sv,
        rules_en: rules.en,
        agent_rules: kept.agent_rules.clone(),
        style: kept.style.clone(),
        avoid: kept.avoid.clone(),
        emoji: kept.emoji.into(),
    }
}

/// As it is stored.
pub fn kept(given: Speech) -> stored::Speech {
    stored::Speech {
        greeting: given.greeting.into(),
        closing: given.closing.into(),
        closing_words: Worded { fi: given.closing_fi, sv: given.closing_sv, en: given.closing_en },
        warning: Worded { fi: given.warning_fi, sv: given.warning_sv, en: given.warning_en },
        rules: Worded { fi: given.rules_fi, sv: given.rules_sv, en: given.rules_en },
        agent_rules_version: i64::from(!given.agent_rules.is_empty()),
        agent_rules: given.agent_rules,
        style: given.style,
        avoid: given.avoid,
        emoji: given.emoji.into(),
    }
}

/// As agents get it.
pub fn row(client: &Client) -> ClientSpeech {
    let speech = &client.speech;
    ClientSpeech {
        greeting: offered(speech.greeting, |language| client.greeting(language)),
        closing: offered(speech.closing, |language| speech.closing_words.of(language)),
        warning: worded(&speech.warning),
        agent_rules: Some(&speech.agent_rules)
            .filter(|text| !text.is_empty())
            .map(|text| AgentRules { version: speech.agent_rules_version, text: text.clone() }),
        style: speech.style.clone(),
        avoid: speech.avoid.clone(),
        emoji: speech.emoji.into(),
    }
}

/// `changed` as it follows `before`: another text of the rules for agents is read anew.
pub fn following(before: &stored::Speech, changed: stored::Speech) -> stored::Speech {
    let is_another = before.agent_rules != changed.agent_rules;
    stored::Speech { agent_rules_version: before.agent_rules_version + i64::from(is_another), ..changed }
}

/// The same words in each language, as screens get them.
pub fn worded(words: &Worded) -> wire::speech::Worded {
    wire::speech::Worded { fi: words.fi.clone(), sv: words.sv.clone(), en: words.en.clone() }
}

fn offered<'a>(how: SaidHow, words: impl Fn(Language) -> &'a str) -> Vec<OfferedWords> {
    let offered = |language: Language| {
        let words = Some(words(language)).filter(|words| how == SaidHow::Prepared && !words.is_empty())?;
        // Words that were kept while the desk said them itself may have lone braces: they stay what they are.
        let parts = prepared::parse(words).unwrap_or_else(|_| vec![Part::Words(words.to_owned())]);
        Some(OfferedWords { language: language.into(), text: text(&parts) })
    };
    Language::ALL.into_iter().filter_map(offered).collect()
}
