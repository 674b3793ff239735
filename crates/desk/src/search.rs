//! Search: which words a text is found by, what a person asks for, and where a text answers it. Finnish words change their
//! endings, so what is asked are beginnings of words: "tulosti" finds "tulostimen".

use std::ops::Range;

/// The most words of one question; more narrow nothing.
pub const MOST_WORDS: usize = 6;
/// The fewest letters that a word is looked for by: one letter begins nearly every text.
pub const FEWEST_LETTERS: usize = 2;
/// How many letters of a word are told apart. What is longer is an address or a key, and found by its beginning.
pub const LONGEST_WORD: usize = 40;
/// How much is shown before the first hit, in letters.
const BEFORE: usize = 30;

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
            if is_long_enough(&word) && !beginnings.contains(&word) && beginnings.len() < MOST_WORDS {
                beginnings.push(word);
            }
        }
        (!beginnings.is_empty()).then_some(Self(beginnings))
    }

    /// The same for customers, who are found by their telephone number as well, however it is written.
    #[must_use]
    pub fn for_customers(typed: &str) -> Option<Self> {
        crate::phone::looked_for(typed).map(|digits| Self(vec![digits])).or_else(|| Self::read(typed))
    }

    /// The beginnings, as they are compared.
    #[must_use]
    pub fn beginnings(&self) -> &[String] {
        &self.0
    }

    /// The words of `text` that answer, in bytes and in order.
    fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        let answers = |range: &Range<usize>| {
            let word = folded(text.get(range.clone()).unwrap_or_default());
            self.0.iter().any(|beginning| word.starts_with(beginning.as_str()))
        };
        words(text).filter(answers).collect()
    }
}

/// A piece of a text that is shown as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its letters.
    pub text: String,
    /// Whether it is what was asked for.
    pub is_hit: bool,
}

/// The words that `text` is found by, each once.
#[must_use]
pub fn index_words(text: &str) -> Vec<String> {
    let mut all: Vec<String> = words(text).map(|range| folded(text.get(range).unwrap_or_default())).collect();
    all.retain(|word| is_long_enough(word));
    all.sort_unstable();
    all.dedup();
    all
}

/// At most about `most` letters of `text` on one line, from a little before what answers first, in pieces.
#[must_use]
pub fn excerpt(text: &str, asked: &Asked, most: usize) -> Vec<Piece> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = asked.places_in(&line).first().map_or(0, |range| range.start);
    let from = if line.chars().count() <= most { 0 } else { word_before(&line, first) };
    let rest = line.get(from..).unwrap_or_default();
    let (shown, is_cut) = match rest.char_indices().nth(most) {
        Some((end, _)) => (rest.get(..end).unwrap_or_default(), true),
        None => (rest, false),
    };
    let mut pieces = Vec::new();
    push(&mut pieces, if from > 0 { "… " } else { "" }, false);
    let mut at = 0;
    for range in asked.places_in(shown) {
        push(&mut pieces, shown.get(at..range.start).unwrap_or_default(), false);
        push(&mut pieces, shown.get(range.clone()).unwrap_or_default(), true);
        at = range.end;
    }
    push(&mut pieces, shown.get(at..).unwrap_or_default(), false);
    push(&mut pieces, if is_cut { "…" } else { "" }, false);
    pieces
}

/// Where a word begins, at most [`BEFORE`] letters before `at`.
fn word_before(line: &str, at: usize) -> usize {
    let before = line.get(..at).unwrap_or_default();
    let Some((earliest, _)) = before.char_indices().rev().nth(BEFORE) else {
        return 0;
    };
    let space = before.get(earliest..).and_then(|near| near.find(' '));
    space.map_or(at, |space| earliest + space + 1)
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_hit: bool) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.is_hit == is_hit => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), is_hit }),
    }
}

fn is_long_enough(word: &str) -> bool {
    word.chars().nth(FEWEST_LETTERS - 1).is_some()
}

/// A word as words are compared: small letters, with the dots and rings of Finnish and Swedish as one character each.
fn folded(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        let whole = match (letters.chars().last(), letter) {
            (Some('a'), '\u{308}') => 'ä',
            (Some('o'), '\u{308}') => 'ö',
            (Some('u'), '\u{308}') => 'ü',
            (Some('a'), '\u{30a}') => 'å',
            (Some('e'), '\u{301}') => 'é',
            (_, letter) => {
                letters.push(letter);
                continue;
            }
        };
        letters.pop();
        letters.push(whole);
    }
    letters.chars().take(LONGEST_WORD).collect()
}

/// The runs of letters and digits in `text`.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while chars.next_if(|(_, one)| !one.is_alphanumeric()).is_some() {}
        let &(start, _) = chars.peek()?;
        let mut end = start;
        while let Some((at, one)) = chars.next_if(|(_, one)| one.is_alphanumeric() || is_mark(*one)) {
            end = at + one.len_utf8();
        }
        Some(start..end)
    })
}

/// Whether `letter` only adds something to the one before it.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str) -> Asked {
        Asked::read(typed).unwrap_or(Asked(Vec::new()))
    }

    fn hits(typed: &str, text: &str) -> Vec<String> {
        excerpt(text, &asked(typed), 1_000).into_iter().filter(|piece| piece.is_hit).map(|piece| piece.text).collect()
    }

    /// A short text with what answers in brackets.
    fn shown(typed: &str, text: &str, most: usize) -> String {
        let pieces = excerpt(text, &asked(typed), most);
        pieces.iter().map(|piece| if piece.is_hit { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    #[test]
    fn the_beginning_of_a_word_finds_its_inflected_forms() {
        assert_eq!(hits("tulosti", "Uuden tulostimen muste, ja TULOSTIN."), ["tulostimen", "TULOSTIN"]);
        assert_eq!(hits("sähkö", "Sähköposti ei kulje"), ["Sähköposti"]);
    }

    #[test]
    fn dots_that_stand_for_themselves_are_the_same_letter() {
        assert_eq!(index_words("sa\u{308}hko\u{308} ja A\u{30a}bo"), ["ja", "sähkö", "åbo"]);
        assert_eq!(hits("sähkö", "Sa\u{308}hko\u{308}posti"), ["Sa\u{308}hko\u{308}posti"]);
    }

    #[test]
    fn the_middle_of_a_word_is_not_found() {
        assert!(hits("posti", "Sähköposti ei kulje").is_empty());
    }

    #[test]
    fn an_address_is_found_by_any_of_its_parts() {
        assert_eq!(hits("aino@esim", "aino@esimerkki.fi"), ["aino", "esimerkki"]);
    }

    #[test]
    fn a_question_without_words_asks_nothing_and_a_long_one_is_cut() {
        assert_eq!(Asked::read(" %*\"' a"), None);
        let long: Vec<String> = (10..30).map(|number| number.to_string()).collect();
        assert_eq!(Asked::read(&long.join(" ")).map(|asked| asked.beginnings().len()), Some(MOST_WORDS));
    }

    #[test]
    fn a_text_is_found_by_each_of_its_words_once_and_by_none_of_one_letter() {
        assert_eq!(index_words("Lasku, lasku ja Tulostin, a"), ["ja", "lasku", "tulostin"]);
    }

    #[test]
    fn a_word_of_any_length_is_found_by_its_beginning() {
        let key = "x".repeat(9_000);
        assert_eq!(index_words(&key).first().map(String::len), Some(LONGEST_WORD));
        assert_eq!(asked(&key).beginnings(), index_words(&key));
    }

    #[test]
    fn a_long_text_is_shown_from_a_little_before_what_answers() {
        let text = "Hei! Ostin teiltä viime viikolla pöydän, ja siitä tuli kaksi laskua.\nKumpi on oikea?";
        assert_eq!(shown("lasku", text, 40), "… pöydän, ja siitä tuli kaksi [laskua]. Kump…");
        assert_eq!(shown("hei", text, 20), "[Hei]! Ostin teiltä vi…");
        assert_eq!(shown("lasku", "Missä lasku on?", 40), "Missä [lasku] on?");
    }

    #[test]
    fn a_text_that_is_found_by_something_else_is_shown_from_its_beginning() {
        assert_eq!(shown("kahvi", "Tulostimen lasku", 12), "Tulostimen l…");
    }
}
