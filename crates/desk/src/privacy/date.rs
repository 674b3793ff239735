//! Days as people write them inside a number: `13.10.52`, `13/10/1952`, `1981-12-28`.

use super::glyphs::{Glyph, Glyphs};

/// Three numbers with the same sign between them.
pub(super) struct PunctuatedDate {
    /// In the order in which they stand; a year may have two digits or four.
    pub parts: [u32; 3],
    pub end: usize,
}

impl PunctuatedDate {
    /// What begins at `at`. A blank may follow each sign.
    pub fn read(glyphs: &Glyphs, at: usize) -> Option<Self> {
        let (first, next) = short_number(glyphs, at)?;
        let sign = glyphs.get(next);
        if !matches!(sign, Glyph::Dot | Glyph::Dash | Glyph::Sign('/')) {
            return None;
        }
        let after_sign = |at: usize| (glyphs.get(at) == sign).then(|| glyphs.after_gap(at + 1, 1));
        let (second, next) = short_number(glyphs, after_sign(next)?)?;
        let (third, end) = short_number(glyphs, after_sign(next)?)?;
        Some(Self { parts: [first, second, third], end })
    }
}

/// A number of one, two or four digits, and what follows it.
fn short_number(glyphs: &Glyphs, at: usize) -> Option<(u32, usize)> {
    let length = glyphs.digit_run(at, 5);
    let mut value = 0;
    for index in at..at + length {
        let Glyph::Digit(digit) = glyphs.get(index) else { return None };
        value = value * 10 + digit;
    }
    matches!(length, 1 | 2 | 4).then_some((value, at + length))
}
