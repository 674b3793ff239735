//! Payment cards: 13–19 digits in a range that some scheme issues, with Luhn's check digit, written in one piece or
//! in the groups that are printed on cards.

use super::glyphs::{Glyph, Glyphs};
use super::label::{Label, label_before};
use super::{luhn_holds, number};

/// A card found in a text.
pub(super) struct Card {
    pub end: usize,
    pub last_four: String,
}

const SHORTEST: usize = 13;
const LONGEST: usize = 19;

/// What may stand between two groups: `4111 - 1111`.
const WIDEST_JOINT: usize = 3;

/// The card that begins at `at`. When more digits follow in the same groups (a security code, say), the longest
/// number that holds is the card.
pub(super) fn find(glyphs: &Glyphs, at: usize) -> Option<Card> {
    let is_decimal = glyphs.before(at) == Glyph::Dot && at >= 2 && glyphs.get(at - 2).is_of_number();
    if is_decimal || glyphs.is_tied_before(at) {
        return None;
    }
    let row = Row::read(glyphs, at);
    (SHORTEST..=LONGEST).rev().find_map(|length| {
        let end = row.ends.get(length).copied().flatten()?;
        let digits = row.digits.get(..length)?;
        let gaps = row.gaps & ((1 << length) - 1);
        let is_continued = glyphs.is_tied_after(end) || (glyphs.get(end) == Glyph::Dot && glyphs.get(end + 1).is_of_number());
        let is_card = is_issued(digits)
            && is_usual_grouping(gaps, length)
            && luhn_holds(digits)
            && !is_continued
            && !(gaps == 0 && is_another_number(glyphs, at, digits));
        is_card.then(|| Card { end, last_four: digits.iter().skip(length - 4).map(ToString::to_string).collect() })
    })
}

/// Groups of digits in a row, up to the length of the longest card.
struct Row {
    digits: [u32; LONGEST],
    /// Bit `n` is set when a gap follows the first `n` digits.
    gaps: u32,
    /// By number of digits: where the row could end, because a group ends there.
    ends: [Option<usize>; LONGEST + 1],
}

impl Row {
    fn read(glyphs: &Glyphs, at: usize) -> Self {
        let mut row = Self { digits: [0; LONGEST], gaps: 0, ends: [None; LONGEST + 1] };
        let mut next = at;
        let mut length = 0;
        while let Glyph::Digit(value) = glyphs.get(next) {
            let Some(place) = row.digits.get_mut(length) else { break };
            *place = value;
            length += 1;
            next += 1;
            if glyphs.get(next).is_word() {
                if matches!(glyphs.get(next), Glyph::Digit(_)) {
                    continue;
                }
                if !glyphs.ends_before(next) {
                    break;
                }
            }
            if let Some(end) = row.ends.get_mut(length) {
                *end = Some(next);
            }
            let is_joint = |index: &usize| glyphs.get(*index).is_gap() || glyphs.get(*index) == Glyph::Dash;
            let joint = (next..next + WIDEST_JOINT).take_while(is_joint).count();
            if joint == 0 {
                break;
            }
            row.gaps |= 1 << length;
            next += joint;
        }
        row
    }
}

/// In one piece, in fours (or eights), as on American Express and Diners cards (4-6-5, 4-6-4), or digit by digit.
fn is_usual_grouping(gaps: u32, length: usize) -> bool {
    const AFTER_EACH_FOUR: u32 = 1 << 4 | 1 << 8 | 1 << 12 | 1 << 16;
    const FOUR_SIX_REST: u32 = 1 << 4 | 1 << 10;
    let after_each = (1 << length) - 2;
    gaps & !AFTER_EACH_FOUR == 0 || (gaps == FOUR_SIX_REST && length <= 15) || gaps == after_each
}

/// Whether a scheme issues such numbers (ISO/IEC 7812 issuer ranges as the schemes publish them).
fn is_issued(digits: &[u32]) -> bool {
    let Some(prefix) = digits.get(..6).map(number) else { return false };
    let length = digits.len();
    match prefix {
        // Visa
        400_000..=499_999 => matches!(length, 13 | 16 | 19),
        // Mastercard, Dankort
        510_000..=559_999 | 222_100..=272_099 | 501_900..=501_999 => length == 16,
        // American Express
        340_000..=349_999 | 370_000..=379_999 => length == 15,
        // Diners Club
        300_000..=305_999 | 309_500..=309_599 | 360_000..=369_999 | 380_000..=399_999 => (14..=19).contains(&length),
        // JCB, Discover, UnionPay, Mir
        352_800..=358_999 | 601_100..=601_199 | 620_000..=629_999 | 644_000..=659_999 | 220_000..=220_499 => (16..=19).contains(&length),
        // Maestro
        501_800..=501_899
        | 502_000..=502_099
        | 503_800..=503_899
        | 589_300..=589_399
        | 630_400..=630_499
        | 675_900..=675_999
        | 676_100..=676_399 => true,
        _ => false,
    }
}

/// In one piece a card looks like a long order or parcel number when it is called so, or like an article's EAN.
fn is_another_number(glyphs: &Glyphs, at: usize, digits: &[u32]) -> bool {
    (digits.len() == 13 && ean_holds(digits)) || label_before(glyphs, at) == Label::OtherNumber
}

/// The check digit of an EAN-13 article number: weights 1 and 3 in turn.
fn ean_holds(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().enumerate().map(|(place, digit)| if place % 2 == 0 { *digit } else { digit * 3 }).sum();
    sum.is_multiple_of(10)
}
