//! Search: which words a text is found by, what a person asks for, and where a text answers it.

use std::ops::Range;

/// The most words of one question; more narrow nothing.
pub const MOST_WORDS: usize = 6;
/// The fewest letters that a word of a message is looked for by: one letter begins nearly every text.
pub const FEWEST_LETTERS: usize = 2;

/// What a person looks for: beginnings of words, every one of which must begin a word of what is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked(Vec<String>);

impl Asked {
    /// Reads what was typed. None when nothing of it is long enough to look for.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let mut beginnings: Vec<String> = Vec::new();
        for range in words(typed) {
            let word = folded(typed.get(range).unwrap_or_default());
            if word.chars().count() >= FEWEST_LETTERS && !beginnings.contains(&word) && beginnings.len() < MOST_WORDS {
                beginnings.push(word);
            }
        }
        (!beginnings.is_empty()).then_some(Self(beginnings))
    }

    /// The beginnings, as they are compared.
    #[must_use]
    pub fn beginnings(&self) -> &[String] {
        &self.0
    }

    /// Where `text` answers, in bytes and in order; none when a beginning is missing.
    #[must_use]
    pub fn found_in(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let there: Vec<(Range<usize>, String)> =
            words(text).map(|range| (range.clone(), folded(text.get(range).unwrap_or_default()))).collect();
        let begins = |word: &str| self.0.iter().any(|beginning| word.starts_with(beginning.as_str()));
        let all = self.0.iter().all(|beginning| there.iter().any(|(_, word)| word.starts_with(beginning.as_str())));
        all.then(|| there.into_iter().filter(|(_, word)| begins(word)).map(|(range, _)| range).collect())
    }
}

/// The words that `text` is found by, each once.
#[must_use]
pub fn index_words(text: &str) -> Vec<String> {
    let mut all: Vec<String> = words(text).map(|range| folded(text.get(range).unwrap_or_default())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn folded(word: &str) -> String {
    word.to_lowercase()
}

/// The runs of letters and digits in `text`.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while chars.next_if(|(_, one)| !one.is_alphanumeric()).is_some() {}
        let &(start, _) = chars.peek()?;
        let mut end = start;
        while let Some((at, one)) = chars.next_if(|(_, one)| one.is_alphanumeric()) {
            end = at + one.len_utf8();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits<'text>(typed: &str, text: &'text str) -> Option<Vec<&'text str>> {
        Asked::read(typed)?.found_in(text).map(|all| all.into_iter().filter_map(|range| text.get(range)).collect())
    }

    #[test]
    fn the_beginning_of_a_word_finds_its_inflected_forms() {
        assert_eq!(hits("tulosti", "Uuden tulostimen muste, ja TULOSTIN."), Some(vec!["tulostimen", "TULOSTIN"]));
        assert_eq!(hits("sähkö", "Sähköposti ei kulje"), Some(vec!["Sähköposti"]));
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        assert_eq!(hits("lasku tulosti", "Tulostimen lasku"), Some(vec!["Tulostimen", "lasku"]));
        assert_eq!(hits("lasku kahvi", "Tulostimen lasku"), None);
    }

    #[test]
    fn the_middle_of_a_word_is_not_found() {
        assert_eq!(hits("posti", "Sähköposti ei kulje"), None);
    }

    #[test]
    fn an_address_is_found_by_any_of_its_parts() {
        assert_eq!(hits("aino@esim", "aino@esimerkki.fi"), Some(vec!["aino", "esimerkki"]));
    }

    #[test]
    fn a_question_without_words_asks_nothing_and_a_long_one_is_cut() {
        assert_eq!(Asked::read(" %*\"' a"), None);
        let long: Vec<String> = (10..30).map(|number| number.to_string()).collect();
        assert_eq!(Asked::read(&long.join(" ")).map(|asked| asked.beginnings().len()), Some(MOST_WORDS));
    }

    #[test]
    fn a_text_is_found_by_each_of_its_words_once() {
        assert_eq!(index_words("Lasku, lasku ja Tulostin"), ["ja", "lasku", "tulostin"]);
    }
}
