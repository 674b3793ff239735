//! How writing is read before anything is looked for: what looks the same to a person is the same here.

use std::ops::Range;

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
        | '\u{58A}'
        | '\u{5BE}'
        | '\u{1400}'
        | '\u{1806}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{207B}'
        | '\u{208B}'
        | '\u{2212}'
        | '\u{2500}'
        | '\u{2796}'
        | '\u{2E3A}'
        | '\u{2E3B}'
        | '\u{2E40}'
        | '\u{301C}'
        | '\u{30A0}'
        | '\u{FE31}'
        | '\u{FE32}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '\u{FF0D}' => Glyph::Dash,
        '+' | '\u{2795}' | '\u{FE62}' | '\u{FF0B}' => Glyph::Plus,
        '.' | '\u{FF0E}' => Glyph::Dot,
        '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{489}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E01EF}' => return None,
        'a'..='z' | 'A'..='Z' => Glyph::Letter(character.to_ascii_uppercase()),
        // Full-width Latin letters stand 0xFEE0 above the plain ones.
        '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            let plain = char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character);
            Glyph::Letter(plain.to_ascii_uppercase())
        }
        '\u{2800}' => Glyph::Blank,
        _ if character.is_whitespace() => Glyph::Blank,
        _ if character.is_control() => return None,
        _ if character.is_alphanumeric() => {
            Glyph::Letter(twin(character).unwrap_or_else(|| character.to_lowercase().next().unwrap_or(character)))
        }
        sign => Glyph::Sign(sign),
    })
}

/// The Latin capital that a Cyrillic or Greek letter looks like, or that a letter of another style is.
fn twin(character: char) -> Option<char> {
    const CYRILLIC: (&str, &str) = ("АВЕКМНОРСТУХавекмнорстухЅѕІіЈјҮүҺһѴѵԜԝ", "ABEKMHOPCTYXABEKMHOPCTYXSSIIJJYYHHVVWW");
    const GREEK: (&str, &str) = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ");
    const DOUBLE_STRUCK_AND_SCRIPT: (&str, &str) = ("ℂℭℰℱℋℌℍℒℳℕℙℛℜℝ", "CCEFHHHLMNPRRR");
    [CYRILLIC, GREEK, DOUBLE_STRUCK_AND_SCRIPT]
        .iter()
        .find_map(|(theirs, ours)| theirs.chars().zip(ours.chars()).find(|(one, _)| *one == character).map(|(_, twin)| twin))
        .or_else(|| styled(character))
}

/// Alphabets one after another: mathematical ones (bold, italic, script …), letters in circles, in squares.
const ALPHABETS: [(u32, u32); 5] =
    [(0x1_D400, 0x1_D6A3), (0x24B6, 0x24E9), (0x1_F130, 0x1_F149), (0x1_F150, 0x1_F169), (0x1_F170, 0x1_F189)];

fn styled(character: char) -> Option<char> {
    let code = u32::from(character);
    let (first, _) = ALPHABETS.into_iter().find(|(first, last)| (*first..=*last).contains(&code))?;
    char::from_u32(u32::from('A') + (code - first) % 26)
}

/// How a text is read. Each reading finds what the others hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// As it is written; a soft hyphen is a hyphen.
    AsWritten,
    /// A soft hyphen only allows a line to break and is not seen.
    Unbroken,
    /// As an address of the web that is written with `%2D` and the like.
    Decoded,
}

impl Reading {
    /// The readings of `text` that may differ.
    pub fn all_of(text: &str) -> impl Iterator<Item = Self> {
        let is_worth_it = |reading: &Self| match reading {
            Self::AsWritten => true,
            Self::Unbroken => text.contains(SOFT_HYPHEN),
            Self::Decoded => text.contains('%'),
        };
        [Self::AsWritten, Self::Unbroken, Self::Decoded].into_iter().filter(is_worth_it)
    }

    /// The first character of `text` in this reading, and how many bytes it takes.
    fn first(self, text: &str) -> Option<(char, usize)> {
        let plain = text.chars().next().map(|character| (character, character.len_utf8()));
        match self {
            Self::Decoded => decoded(text.as_bytes()).or(plain),
            Self::AsWritten | Self::Unbroken => plain,
        }
    }
}

const SOFT_HYPHEN: char = '\u{AD}';

/// The character that `text` begins with as `%2D` or `%E2%80%93`, also when it was written so twice (`%252D`).
fn decoded(text: &[u8]) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let mut length = 0;
    let mut until = 0;
    while let Some(place) = bytes.get_mut(length) {
        let (byte, taken) = decoded_byte(text.get(until..)?)?;
        *place = byte;
        length += 1;
        until += taken;
        let read = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).and_then(|text| text.chars().next());
        if let Some(character) = read {
            return (!character.is_control()).then_some((character, until));
        }
    }
    None
}

fn decoded_byte(text: &[u8]) -> Option<(u8, usize)> {
    let hex = |at: usize| text.get(at).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|value| u8::try_from(value).ok());
    if text.first() != Some(&b'%') {
        return None;
    }
    let mut at = 1;
    while text.get(at..at + 2) == Some(b"25") && hex(at + 2).is_some() && hex(at + 3).is_some() {
        at += 2;
    }
    Some((hex(at)? * 16 + hex(at + 1)?, at + 2))
}

struct Placed {
    glyph: Glyph,
    bytes: Range<usize>,
}

/// A text as glyphs that remember where they stood.
pub(super) struct Glyphs(Vec<Placed>);

impl Glyphs {
    /// Reads `text`; the ranges that are masked already, in their order, are closed to every search.
    pub fn of(text: &str, reading: Reading, masked: &[Range<usize>]) -> Self {
        let mut closed = masked.iter().peekable();
        let mut placed = Vec::with_capacity(text.len());
        let mut start = 0;
        while let Some((character, length)) = text.get(start..).and_then(|rest| reading.first(rest)) {
            while closed.next_if(|range| range.end <= start).is_some() {}
            let bytes = start..start + length;
            start = bytes.end;
            let is_closed = closed.peek().is_some_and(|range| range.contains(&bytes.start));
            let is_unseen = character == SOFT_HYPHEN && reading != Reading::AsWritten;
            let glyph = if is_closed { Some(Glyph::Masked) } else { read(character).filter(|_| !is_unseen) };
            placed.extend(glyph.map(|glyph| Placed { glyph, bytes }));
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

    /// The letters right before `at` when they are a whole word (capital Latin, small other), and nothing when `at` begins
    /// a word itself. `None` in the middle of a word with digits in it.
    pub fn word_glued_before(&self, at: usize) -> Option<String> {
        let mut letters = Vec::new();
        let mut start = at;
        while let Glyph::Letter(letter) = self.before(start) {
            letters.push(letter);
            start -= 1;
            if letters.len() > LONGEST_GLUED {
                return None;
            }
        }
        (!self.before(start).is_word()).then(|| letters.into_iter().rev().collect())
    }

    /// Whether a word ends before `at`, or goes on with an ending of letters alone, as in `131052-900Wn`.
    pub fn ends_before(&self, at: usize) -> bool {
        let ending = (at..=at + LONGEST_GLUED).take_while(|index| matches!(self.get(*index), Glyph::Letter(_))).count();
        ending <= LONGEST_GLUED && !self.get(at + ending).is_word()
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

/// The longest word that is written together with a number.
const LONGEST_GLUED: usize = 24;

/// How far a tied word is read: the last group of a UUID has twelve characters.
const LONGEST_TIE: usize = 12;

fn is_tie(glyph: Glyph) -> bool {
    glyph.is_word() || glyph == Glyph::Masked
}
