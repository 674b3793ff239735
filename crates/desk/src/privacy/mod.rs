//! What must not be kept: personal identity codes, payment cards and bank accounts that people write into any
//! field are masked here, in the one place that every channel passes, before anything else sees the words.
//!
//! Read in this order: this page (what comes out), [`glyphs`] (how writing is read: full-width digits, every kind of
//! dash, invisible characters), then one page per kind: `identity_code`, `swedish`, `card`, `iban`. `label` reads the
//! word before a number, which tells an order number from a personal number where the digits alone cannot.
//!
//! A number is masked on its form *and* its check digits *and* its surroundings: order numbers, telephone numbers
//! and hashes pass through. `crates/desk/tests/vectors/masking.tsv` holds the examples, for the widget's own
//! reading of the same rules too.

mod card;
mod date;
mod glyphs;
mod iban;
mod identity_code;
mod label;
mod swedish;

use std::ops::Range;

use glyphs::{Glyph, Glyphs, Reading};

/// What a masked place held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MaskedKind {
    /// A Finnish personal identity code (*henkilötunnus*).
    PersonalIdentityCode,
    /// A Swedish personal or co-ordination number (*personnummer*, *samordningsnummer*).
    SwedishPersonalNumber,
    /// The number of a payment card.
    PaymentCard,
    /// A bank account in the IBAN form.
    BankAccount,
}

/// What a Finnish personal identity code is replaced by.
pub const IDENTITY_CODE_MASK: &str = "●●●●●●-●●●●";
/// What a Swedish personal or co-ordination number is replaced by, however many digits it was written with.
pub const SWEDISH_NUMBER_MASK: &str = "●●●●●●●●-●●●●";
/// What stands before the last four digits of a payment card.
pub const CARD_MASK: &str = "●●●● ●●●● ●●●● ";
/// What stands between the country and the last four characters of a bank account: `FI●● ●●●● 0785`.
pub const ACCOUNT_MASK: &str = "●● ●●●● ";

/// How a masked place looks, so that a screen can draw it as a chip: `●` is itself, `9` a digit, `A` a capital
/// letter, `N` either. The longer of two that fit is the right one, so the order matters.
pub const MASK_PATTERNS: [(MaskedKind, &str); 4] = [
    (MaskedKind::SwedishPersonalNumber, SWEDISH_NUMBER_MASK),
    (MaskedKind::PersonalIdentityCode, IDENTITY_CODE_MASK),
    (MaskedKind::PaymentCard, "●●●● ●●●● ●●●● 9999"),
    (MaskedKind::BankAccount, "AA●● ●●●● NNNN"),
];

/// A text that is safe to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked {
    /// The text with every find replaced.
    pub text: String,
    /// What was replaced, in the order of the text.
    pub kinds: Vec<MaskedKind>,
}

/// Masks everything in `text` that must not be kept. Masking twice changes nothing more.
pub fn mask(text: &str) -> Masked {
    let finds = find(text);
    let mut masked = Masked { text: String::with_capacity(text.len()), kinds: Vec::with_capacity(finds.len()) };
    let mut kept_until = 0;
    for find in finds {
        masked.text.push_str(text.get(kept_until..find.range.start).unwrap_or_default());
        masked.text.push_str(&find.mask);
        masked.kinds.push(find.kind);
        kept_until = find.range.end;
    }
    masked.text.push_str(text.get(kept_until..).unwrap_or_default());
    masked
}

/// The first thing in `text` that [`mask`] would replace: what a warning before sending speaks about.
pub fn looks_like(text: &str) -> Option<MaskedKind> {
    find(text).first().map(|find| find.kind)
}

/// Where `text` has already been masked, as byte ranges. A visitor who types such bullets gets a harmless chip.
pub fn find_masked(text: &str) -> Vec<(Range<usize>, MaskedKind)> {
    if !text.contains('●') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = None;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        let hit = MASK_PATTERNS.into_iter().find_map(|(kind, pattern)| {
            // Letters of a word before the country, as in `xFI●● …`, belong to the word.
            let glued = kind == MaskedKind::BankAccount && before.is_some_and(glyphs::is_word_character);
            pattern_length(rest, pattern).filter(|_| !glued).map(|length| (kind, length))
        });
        let length = hit.map_or(first.len_utf8(), |(_, length)| length);
        if let Some((kind, _)) = hit {
            found.push((at..at + length, kind));
        }
        before = rest.get(..length).and_then(|passed| passed.chars().next_back());
        at += length;
    }
    found
}

/// How many bytes of `text` the pattern covers from its beginning; `None` when it does not fit.
fn pattern_length(text: &str, pattern: &str) -> Option<usize> {
    let mut characters = text.chars();
    let mut length = 0;
    for wanted in pattern.chars() {
        let character = characters.next()?;
        let fits = match wanted {
            '9' => character.is_ascii_digit(),
            'A' => character.is_ascii_uppercase(),
            'N' => character.is_ascii_uppercase() || character.is_ascii_digit(),
            literal => character == literal,
        };
        if !fits {
            return None;
        }
        length += character.len_utf8();
    }
    let ends_in_words = !pattern.ends_with('●');
    let glued = ends_in_words && characters.next().is_some_and(glyphs::is_word_character);
    (!glued).then_some(length)
}

/// One thing to be masked.
struct Find {
    range: Range<usize>,
    kind: MaskedKind,
    mask: String,
}

fn find(text: &str) -> Vec<Find> {
    if !glyphs::has_enough_digits(text) {
        return Vec::new();
    }
    let mut closed: Vec<Range<usize>> = find_masked(text).into_iter().map(|(range, _)| range).collect();
    let mut finds: Vec<Find> = Vec::new();
    loop {
        let before = finds.len();
        for reading in Reading::all_of(text) {
            let found = find_in(Glyphs::of(text, reading, &closed));
            closed.extend(found.iter().map(|find| find.range.clone()));
            closed.sort_by_key(|range| range.start);
            finds.extend(found);
        }
        // What was found may have stood in the way of its neighbours; masking the result again must change nothing.
        if finds.len() == before {
            break;
        }
    }
    finds.sort_by_key(|find| find.range.start);
    finds
}

fn find_in(mut glyphs: Glyphs) -> Vec<Find> {
    let mut finds = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        match find_at(&glyphs, at) {
            Some((end, kind, mask)) => {
                finds.push(Find { range: glyphs.byte_range(at, end), kind, mask });
                // What was found counts as one closed thing for its neighbours, as it will when masked again.
                glyphs.hide(at, end);
                at = end;
            }
            None => at += 1,
        }
    }
    finds
}

/// What begins exactly at `at`: where it ends (glyph index), what it is, what replaces it. A mask that ends or begins with
/// letters or digits is kept apart from the word that the number was written together with.
fn find_at(glyphs: &Glyphs, at: usize) -> Option<(usize, MaskedKind, String)> {
    let apart = |end: usize| if glyphs.get(end).is_word() { " " } else { "" };
    match glyphs.get(at) {
        Glyph::Letter(_) => {
            let account = iban::find(glyphs, at)?;
            let before = if glyphs.before(at).is_word() { " " } else { "" };
            let mask = format!("{before}{}{ACCOUNT_MASK}{}{}", account.country, account.last_four, apart(account.end));
            Some((account.end, MaskedKind::BankAccount, mask))
        }
        Glyph::Digit(_) => {
            let word = glyphs.word_glued_before(at)?;
            if let Some(end) = identity_code::find(glyphs, at) {
                return Some((end, MaskedKind::PersonalIdentityCode, IDENTITY_CODE_MASK.to_owned()));
            }
            if (word.is_empty() || label::is_of_person(&word))
                && let Some(end) = swedish::find(glyphs, at)
            {
                return Some((end, MaskedKind::SwedishPersonalNumber, SWEDISH_NUMBER_MASK.to_owned()));
            }
            if !word.is_empty() && !label::is_of_card(&word) {
                return None;
            }
            let card = card::find(glyphs, at)?;
            Some((card.end, MaskedKind::PaymentCard, CARD_MASK.to_owned() + &card.last_four + apart(card.end)))
        }
        Glyph::Blank | Glyph::Break | Glyph::Dash | Glyph::Plus | Glyph::Dot | Glyph::Sign(_) | Glyph::Masked | Glyph::Edge => None,
    }
}

/// Whether the calendar has such a day (Gregorian; `year` with its century).
fn date_exists(year: u32, month: u32, day: u32) -> bool {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// The digits read as one number.
fn number(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

/// Luhn's check (ISO/IEC 7812-1, annex B) over digits that include the check digit.
fn luhn_holds(digits: &[u32]) -> bool {
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(place, digit)| if place % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}
