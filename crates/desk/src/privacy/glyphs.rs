//! How writing is read before anything is looked for: what looks the same to a person is the same here.

use std::ops::Range;

use super::MaskedKind;

/// One thing that a person sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// A decimal digit, full-width and the like included.
    Digit(u32),
    /// A letter: Latin ones as capitals `A`–`Z`, all others in lower case; also figures that are no digits (`½`).
    Letter(char),
    /// Any white space within a line, the non-breaking included.
    Blank,
    /// A line break.
    Break,
    /// Any hyphen, dash or minus.
    Dash,
    /// A plus sign.
    Plus,
    /// A full stop.
    Dot,
    /// Any other sign.
    Sign(char),
    /// A part of something that is masked.
    Masked,
    /// Before the beginning and after the end.
    Edge,
}

impl Glyph {
    /// Whether this glues to a word or number next to it.
    pub fn is_word(self) -> bool {
        matches!(self, Self::Digit(_) | Self::Letter(_))
    }

    /// Whether this belongs to a number; what is masked was one.
    pub fn is_of_number(self) -> bool {
        matches!(self, Self::Digit(_) | Self::Masked)
    }

    /// White space, line breaks included.
    pub fn is_gap(self) -> bool {
        matches!(self, Self::Blank | Self::Break)
    }
}

/// The first of ten digits: full-width, Arabic-Indic, extended Arabic-Indic, and the five mathematical styles.
const ZEROS: [u32; 8] = [0xFF10, 0x0660, 0x06F0, 0x1_D7CE, 0x1_D7D8, 0x1_D7E2, 0x1_D7EC, 0x1_D7F6];

/// Fewer digits than these hold nothing to be masked (an account in Malta has at least seven).
const FEWEST_DIGITS: usize = 7;

/// Whether `text` is worth a closer look. Most messages are not, so this is one quick pass.
pub(super) fn has_enough_digits(text: &str) -> bool {
    text.chars().filter(|character| digit(*character).is_some()).take(FEWEST_DIGITS).count() == FEWEST_DIGITS
}

/// Whether the character glues to a word or number next to it.
pub(super) fn is_word_character(character: char) -> bool {
    read(character).is_some_and(Glyph::is_word)
}

fn digit(character: char) -> Option<u32> {
    if character.is_ascii() {
        return character.to_digit(10);
    }
    let code = u32::from(character);
    ZEROS.into_iter().find_map(|zero| code.checked_sub(zero).filter(|value| *value < 10))
}

/// `None` for what nobody sees: joiners, direction marks, combining marks, emoji selectors, control characters.
fn read(character: char) -> Option<Glyph> {
    if let Some(value) = digit(character) {
        return Some(Glyph::Digit(value));
    }
    Some(match character {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Glyph::Break,
        '-'
        | '\u{AD}'
        | '\u{2D7}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2796}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '\u{FF0D}' => Glyph::Dash,
        '+' | '\u{2795}' | '\u{FE62}' | '\u{FF0B}' => Glyph::Plus,
        '.' | '\u{FF0E}' => Glyph::Dot,
        '\u{300}'..='\u{36F}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0000}'..='\u{E01EF}' => return None,
        'a'..='z' | 'A'..='Z' => Glyph::Letter(character.to_ascii_uppercase()),
        // Full-width Latin letters stand 0xFEE0 above the plain ones.
        '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            let plain = char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character);
            Glyph::Letter(plain.to_ascii_uppercase())
        }
        _ if character.is_whitespace() => Glyph::Blank,
        _ if character.is_control() => return None,
        _ if character.is_alphanumeric() => Glyph::Letter(character.to_lowercase().next().unwrap_or(character)),
        sign => Glyph::Sign(sign),
    })
}

struct Placed {
    glyph: Glyph,
    bytes: Range<usize>,
}

/// A text as glyphs that remember where they stood.
pub(super) struct Glyphs(Vec<Placed>);

impl Glyphs {
    /// Reads `text`; the ranges that are masked already are closed to every search.
    pub fn of(text: &str, masked: &[(Range<usize>, MaskedKind)]) -> Self {
        let mut closed = masked.iter().map(|(range, _)| range).peekable();
        let mut placed = Vec::with_capacity(text.len());
        for (start, character) in text.char_indices() {
            while closed.next_if(|range| range.end <= start).is_some() {}
            let bytes = start..start + character.len_utf8();
            if closed.peek().is_some_and(|range| range.contains(&start)) {
                placed.push(Placed { glyph: Glyph::Masked, bytes });
            } else if let Some(glyph) = read(character) {
                placed.push(Placed { glyph, bytes });
            }
        }
        Self(placed)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The glyph at `at`, or the edge beyond the end.
    pub fn get(&self, at: usize) -> Glyph {
        self.0.get(at).map_or(Glyph::Edge, |placed| placed.glyph)
    }

    /// The glyph before `at`, or the edge.
    pub fn before(&self, at: usize) -> Glyph {
        at.checked_sub(1).map_or(Glyph::Edge, |index| self.get(index))
    }

    /// Where in the text the glyphs `from..to` stand, with invisible characters between them.
    pub fn byte_range(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.0.get(from).map_or(0, |placed| placed.bytes.start);
        let end = to.checked_sub(1).and_then(|last| self.0.get(last)).map_or(start, |placed| placed.bytes.end);
        start..end
    }

    /// Closes the glyphs `from..to` to every later search.
    pub fn hide(&mut self, from: usize, to: usize) {
        for placed in self.0.iter_mut().take(to).skip(from) {
            placed.glyph = Glyph::Masked;
        }
    }

    /// How many digits stand side by side from `at`, counted up to `most`.
    pub fn digit_run(&self, at: usize, most: usize) -> usize {
        (at..at + most).take_while(|index| matches!(self.get(*index), Glyph::Digit(_))).count()
    }

    /// The digits `at..at + N`, side by side.
    pub fn digits<const N: usize>(&self, at: usize) -> Option<[u32; N]> {
        let mut digits = [0; N];
        for (index, place) in digits.iter_mut().enumerate() {
            let Glyph::Digit(value) = self.get(at + index) else { return None };
            *place = value;
        }
        Some(digits)
    }

    /// Past at most `most` blanks and line breaks.
    pub fn after_gap(&self, at: usize, most: usize) -> usize {
        at + (at..at + most).take_while(|index| self.get(*index).is_gap()).count()
    }

    /// Whether a dash ties what begins at `at` to a number before it, as in `12-811228-9874`.
    pub fn is_tied_before(&self, at: usize) -> bool {
        self.before(at) == Glyph::Dash
            && at >= 2
            && (0..at - 1).rev().take(LONGEST_TIE).map(|index| self.get(index)).take_while(|glyph| is_tie(*glyph)).any(Glyph::is_of_number)
    }

    /// Whether a dash ties what ends before `at` to a number after it, as in a UUID.
    pub fn is_tied_after(&self, at: usize) -> bool {
        self.get(at) == Glyph::Dash
            && (at + 1..).take(LONGEST_TIE).map(|index| self.get(index)).take_while(|glyph| is_tie(*glyph)).any(Glyph::is_of_number)
    }
}

/// How far a tied word is read: the last group of a UUID has twelve characters.
const LONGEST_TIE: usize = 12;

fn is_tie(glyph: Glyph) -> bool {
    glyph.is_word() || glyph == Glyph::Masked
}
