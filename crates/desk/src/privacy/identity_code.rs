//! Finnish personal identity codes: `ddmmyy`, a separator that tells the century, an individual number, a check
//! character (decree 128/2010 as amended; the separators since 2023 by the Digital and Population Data Services
//! Agency).

use super::date::PunctuatedDate;
use super::glyphs::{Glyph, Glyphs};
use super::label::{Label, label_before};
use super::{date_exists, number};

/// The check character is this table's entry number `ddmmyynnn` mod 31.
const CHECK_CHARACTERS: &str = "0123456789ABCDEFHJKLMNPRSTUVWXY";

/// How many blanks or line breaks people and mail programs leave on either side of the separator.
const WIDEST_GAP: usize = 4;

/// From here on, the two figures of a year make a day long past: nobody names files after days of 1940.
const FIRST_YEAR_LONG_PAST: u32 = 40;

/// Where the code that begins at `at` ends. Its check character must match and its day exist, so that only one in a
/// thousand order numbers of the very same shape is taken for one. Numbers 900–999 are test codes and masked as well.
pub(super) fn find(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let code = Code::read(glyphs, at)?;
    // Pasted twice without a blank. Signs tell that from a hash, which letters between the digits would not.
    let is_followed_by_one = || !code.is_lettered && Code::read(glyphs, code.end).is_some();
    (glyphs.ends_before(code.end) || is_followed_by_one()).then_some(code.end)
}

/// A code whose day and check character hold, whatever follows it.
struct Code {
    end: usize,
    /// A letter is its separator.
    is_lettered: bool,
}

impl Code {
    fn read(glyphs: &Glyphs, at: usize) -> Option<Self> {
        let (date, next) = birthday(glyphs, at)?;
        let separator = glyphs.after_gap(next, WIDEST_GAP);
        let is_lettered = matches!(glyphs.get(separator), Glyph::Letter(_));
        let as_due =
            century(glyphs.get(separator)).and_then(|century| rest(glyphs, date, &[century], glyphs.after_gap(separator + 1, WIDEST_GAP)));
        if let Some(rest) = as_due {
            return Some(Self { end: rest.end, is_lettered });
        }
        let loose = match label_before(glyphs, at) {
            // Whoever says that it is one may have left the separator out, or have taken another.
            Label::Person => rest(glyphs, date, &[1900, 2000], after_anything(glyphs, next)),
            Label::OtherNumber => None,
            Label::Nothing => with_signs(glyphs, date, at),
        };
        loose.map(|rest| Self { end: rest.end, is_lettered: false })
    }
}

/// Signs in the place of the separator or around it: `131052_900W`, `131052/-900W`, `131052-**900W**`. Days with a time or
/// a number behind them name files (`231126_0915`), so four figures are taken only after a day long past.
fn with_signs(glyphs: &Glyphs, date: [u32; 6], at: usize) -> Option<Rest> {
    glyphs.digits::<6>(at)?;
    let is_stand_in = |glyph: Glyph| match glyph {
        Glyph::Dash | Glyph::Plus => true,
        // These stand in lists and sums.
        Glyph::Sign(sign) => !matches!(sign, ',' | ';'),
        Glyph::Digit(_) | Glyph::Letter(_) | Glyph::Blank | Glyph::Break | Glyph::Dot | Glyph::Masked | Glyph::Edge => false,
    };
    let signs = (at + 6..at + 6 + WIDEST_GAP).take_while(|index| is_stand_in(glyphs.get(*index))).count();
    let [_, _, _, _, y1, y2] = date;
    // A separator alone tells the century, and has been tried.
    let is_separator = signs == 1 && matches!(glyphs.get(at + 6), Glyph::Dash | Glyph::Plus);
    let rest = rest(glyphs, date, &[1900, 2000], at + 6 + signs).filter(|_| signs > 0 && !is_separator)?;
    (rest.ends_in_letter || number(&[y1, y2]) >= FIRST_YEAR_LONG_PAST).then_some(rest)
}

/// Past what may stand in the place of a separator.
fn after_anything(glyphs: &Glyphs, at: usize) -> usize {
    let is_joint = |glyph: Glyph| glyph.is_gap() || matches!(glyph, Glyph::Dash | Glyph::Plus | Glyph::Dot | Glyph::Sign(_));
    at + (at..at + WIDEST_GAP).take_while(|index| is_joint(glyphs.get(*index))).count()
}

/// The individual number and the check character.
struct Rest {
    end: usize,
    ends_in_letter: bool,
}

/// What a code goes on with at `at`, if it holds in one of the centuries.
fn rest(glyphs: &Glyphs, date: [u32; 6], centuries: &[u32], at: usize) -> Option<Rest> {
    let (individual, check_at) = individual_number(glyphs, at)?;
    let (check, ends_in_letter) = match glyphs.get(check_at) {
        Glyph::Digit(value) => (char::from_digit(value, 10)?, false),
        Glyph::Letter(letter) => (letter, true),
        Glyph::Blank | Glyph::Break | Glyph::Dash | Glyph::Plus | Glyph::Dot | Glyph::Sign(_) | Glyph::Masked | Glyph::Edge => {
            return None;
        }
    };
    let [d1, d2, m1, m2, y1, y2] = date;
    let exists = |century: &u32| date_exists(century + number(&[y1, y2]), number(&[m1, m2]), number(&[d1, d2]));
    let is_code = centuries.iter().any(exists)
        && individual >= 2
        && usize::try_from((number(&date) * 1000 + individual) % 31).is_ok_and(|index| CHECK_CHARACTERS.chars().nth(index) == Some(check));
    is_code.then_some(Rest { end: check_at + 1, ends_in_letter })
}

/// `131052`, `13 10 52`, `1 3 1 0 5 2`, `13.10.52` or `13/10/1952`, and what follows. Other gaps would let telephone numbers in (`040 123-456…`).
fn birthday(glyphs: &Glyphs, at: usize) -> Option<([u32; 6], usize)> {
    if let Some(date) = glyphs.digits::<6>(at) {
        return Some((date, at + 6));
    }
    if let Some(date) = spaced_digits::<6>(glyphs, at, 1) {
        return Some((date, at + 11));
    }
    if let Some(date) = spaced_digits::<6>(glyphs, at, 2) {
        return Some((date, at + 8));
    }
    let written = PunctuatedDate::read(glyphs, at)?;
    let (PunctuatedDate { parts: [day, month, year], end }, two) = (written, |value: u32| [value % 100 / 10, value % 10]);
    let ([d1, d2], [m1, m2], [y1, y2]) = (two(day), two(month), two(year));
    (day < 100 && month < 100).then_some(([d1, d2, m1, m2, y1, y2], end))
}

/// `308` or `3 0 8`, and where the check character stands (`308T`, `308 T`).
fn individual_number(glyphs: &Glyphs, at: usize) -> Option<(u32, usize)> {
    let (digits, next) = match glyphs.digits::<3>(at) {
        Some(digits) => (digits, at + 3),
        None => (spaced_digits::<3>(glyphs, at, 1)?, at + 5),
    };
    Some((number(&digits), if glyphs.get(next) == Glyph::Blank { next + 1 } else { next }))
}

/// `N` digits with one blank after each `group` of them.
fn spaced_digits<const N: usize>(glyphs: &Glyphs, at: usize, group: usize) -> Option<[u32; N]> {
    let mut digits = [0; N];
    let mut next = at;
    for (index, place) in digits.iter_mut().enumerate() {
        if index > 0 && index.is_multiple_of(group) {
            if glyphs.get(next) != Glyph::Blank {
                return None;
            }
            next += 1;
        }
        let Glyph::Digit(value) = glyphs.get(next) else { return None };
        *place = value;
        next += 1;
    }
    Some(digits)
}

fn century(separator: Glyph) -> Option<u32> {
    match separator {
        Glyph::Plus => Some(1800),
        Glyph::Dash | Glyph::Letter('Y' | 'X' | 'W' | 'V' | 'U') => Some(1900),
        Glyph::Letter('A'..='F') => Some(2000),
        Glyph::Letter(_) | Glyph::Digit(_) | Glyph::Blank | Glyph::Break | Glyph::Dot | Glyph::Sign(_) | Glyph::Masked | Glyph::Edge => {
            None
        }
    }
}
