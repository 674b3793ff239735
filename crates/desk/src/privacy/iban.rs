//! Bank accounts in the IBAN form (ISO 13616): country, two check digits, and the account as its country writes it.

use super::glyphs::{Glyph, Glyphs};
use super::label::is_of_account;

/// An account found in a text.
pub(super) struct Account {
    pub end: usize,
    /// Two capital letters.
    pub country: String,
    pub last_four: String,
}

/// How each country writes the account after the check digits, from the IBAN registry: `n` digits, `a` capital
/// letters, `c` either. All SEPA countries and the neighbours whose accounts are common here.
#[rustfmt::skip]
const COUNTRIES: [(&str, &str); 55] = [
    ("AD", "n8c12"), ("AE", "n19"), ("AL", "n8c16"), ("AT", "n16"), ("BA", "n16"), ("BE", "n12"), ("BG", "a4n6c8"),
    ("BY", "c4n4c16"), ("CH", "n5c12"), ("CY", "n8c16"), ("CZ", "n20"), ("DE", "n18"), ("DK", "n14"), ("EE", "n16"),
    ("ES", "n20"), ("FI", "n14"), ("FO", "n14"), ("FR", "n10c11n2"), ("GB", "a4n14"), ("GE", "a2n16"), ("GI", "a4c15"),
    ("GL", "n14"), ("GR", "n7c16"), ("HR", "n17"), ("HU", "n24"), ("IE", "a4n14"), ("IL", "n19"), ("IS", "n22"),
    ("IT", "a1n10c12"), ("KZ", "n3c13"), ("LI", "n5c12"), ("LT", "n16"), ("LU", "n3c13"), ("LV", "a4c13"),
    ("MC", "n10c11n2"), ("MD", "c20"), ("ME", "n18"), ("MK", "n3c10n2"), ("MT", "a4n5c18"), ("NL", "a4n10"),
    ("NO", "n11"), ("PL", "n24"), ("PT", "n21"), ("RO", "a4c16"), ("RS", "n18"), ("SA", "n2c18"), ("SE", "n20"),
    ("SI", "n15"), ("SK", "n20"), ("SM", "a1n10c12"), ("TR", "n6c16"), ("UA", "n6c19"), ("VA", "n18"), ("XK", "n16"),
    ("PS", "a4c21"),
];

/// What may stand between two groups.
const WIDEST_JOINT: usize = 2;

/// The account that begins at `at`.
pub(super) fn find(glyphs: &Glyphs, at: usize) -> Option<Account> {
    let (Glyph::Letter(first), Glyph::Letter(second)) = (glyphs.get(at), glyphs.get(at + 1)) else { return None };
    let country = String::from_iter([first, second]);
    let (_, structure) = COUNTRIES.iter().find(|(code, _)| *code == country)?;
    let glued = glyphs.word_glued_before(at)?;
    if !glued.is_empty() && !is_of_account(&glued) {
        return None;
    }
    let mut reader = Reader { glyphs, next: at + 2, places: 2, gaps: 0, last_four: String::new() };
    let check_1 = reader.take('n')?;
    let check_2 = reader.take('n')?;
    let mut remainder = 0;
    for kind in expand(structure) {
        remainder = append(remainder, reader.take(kind)?);
    }
    // ISO 7064 mod 97-10: country and check digits move to the end, a letter counts as 10–35, and 1 remains.
    for value in [letter_value(first)?, letter_value(second)?, check_1, check_2] {
        remainder = append(remainder, value);
    }
    let is_whole = if is_digits_only(structure) {
        glyphs.ends_before(reader.next)
    } else {
        !glyphs.get(reader.next).is_word() && reader.has_usual_grouping()
    };
    let is_account = remainder == 1 && is_whole;
    is_account.then_some(Account { end: reader.next, country, last_four: reader.last_four })
}

/// Reads the characters of an account one by one, over the blanks and dashes between groups.
struct Reader<'a> {
    glyphs: &'a Glyphs,
    next: usize,
    /// How many characters have been read.
    places: usize,
    /// Bit `n` is set when a gap follows the first `n` characters.
    gaps: u64,
    last_four: String,
}

impl Reader<'_> {
    /// The value of the next character, 0–35, when it is of this kind.
    fn take(&mut self, kind: char) -> Option<u32> {
        let is_joint = |index: &usize| self.glyphs.get(*index).is_gap() || self.glyphs.get(*index) == Glyph::Dash;
        let joint = (self.next..self.next + WIDEST_JOINT).take_while(is_joint).count();
        if joint > 0 {
            self.gaps |= 1 << self.places;
        }
        self.next += joint;
        let (value, character) = match self.glyphs.get(self.next) {
            Glyph::Digit(value) if kind != 'a' => (value, char::from_digit(value, 10)?),
            Glyph::Letter(letter) if kind != 'n' => (letter_value(letter)?, letter),
            Glyph::Digit(_)
            | Glyph::Letter(_)
            | Glyph::Blank
            | Glyph::Break
            | Glyph::Dash
            | Glyph::Plus
            | Glyph::Dot
            | Glyph::Sign(_)
            | Glyph::Masked
            | Glyph::Edge => return None,
        };
        if self.last_four.len() == 4 {
            self.last_four.remove(0);
        }
        self.last_four.push(character);
        self.next += 1;
        self.places += 1;
        Some(value)
    }

    /// In one piece, in fours, or with the country apart. Where letters belong to the account, any other grouping
    /// would swallow the words that follow.
    fn has_usual_grouping(&self) -> bool {
        (1..self.places).all(|place| self.gaps & (1 << place) == 0 || place == 2 || place % 4 == 0)
    }
}

fn is_digits_only(structure: &str) -> bool {
    !structure.contains(['a', 'c'])
}

/// `a4n14` as one letter per character.
fn expand(structure: &str) -> Vec<char> {
    let mut kinds = Vec::new();
    let (mut kind, mut count) = ('n', 0);
    for character in structure.chars() {
        if let Some(digit) = character.to_digit(10) {
            count = count * 10 + digit;
        } else {
            kinds.extend((0..count).map(|_| kind));
            (kind, count) = (character, 0);
        }
    }
    kinds.extend((0..count).map(|_| kind));
    kinds
}

fn letter_value(letter: char) -> Option<u32> {
    letter.is_ascii_uppercase().then(|| letter.to_digit(36)).flatten()
}

fn append(remainder: u32, value: u32) -> u32 {
    (remainder * if value < 10 { 10 } else { 100 } + value) % 97
}
