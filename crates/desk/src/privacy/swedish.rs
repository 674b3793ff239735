//! Swedish personal numbers and co-ordination numbers (the day plus 60): `yymmdd-nnnc` or `yyyymmdd-nnnc`, where
//! `+` stands for `-` from the year of the hundredth birthday, and `c` is Luhn's digit over the other nine.
//!
//! The form with a separator speaks for itself. Ten bare digits do not: one in 140 random ones has a day and a check
//! digit that fit, Nordic telephone numbers begin with `0`, and time stamps look like birthdays. So a bare number is
//! masked when the word before it says what it is, or when nothing says otherwise and it can only be an adult's.

use super::date::PunctuatedDate;
use super::glyphs::{Glyph, Glyphs};
use super::label::{Label, label_before};
use super::{date_exists, luhn_holds, number};

const WIDEST_GAP: usize = 4;

/// Where the number that begins at `at` ends.
pub(super) fn find(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let written = Written::read(glyphs, at).or_else(|| Written::read_punctuated(glyphs, at))?;
    let is_safe = match written.form {
        Form::Separated => glyphs.ends_before(written.end) && stands_out(glyphs, at, &written),
        Form::Bare => !glyphs.get(written.end).is_word() && is_bare_number(glyphs, at, &written),
        Form::Punctuated(sign) => glyphs.ends_before(written.end) && stands_out_punctuated(glyphs, at, &written, sign),
    };
    (is_safe && written.holds()).then_some(written.end)
}

/// How it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `811228-9874`
    Separated,
    /// `8112289874`
    Bare,
    /// `1981-12-28-9874`, with the sign in the date.
    Punctuated(Glyph),
}

/// A number as somebody wrote it.
struct Written {
    /// `None` in the form of ten digits.
    century: Option<u32>,
    year: u32,
    month: u32,
    /// With the 60 of a co-ordination number.
    day: u32,
    /// The birth number and the check digit.
    serial: u32,
    /// The ten digits that the check digit is counted over.
    checked: [u32; 10],
    form: Form,
    end: usize,
}

impl Written {
    fn read(glyphs: &Glyphs, at: usize) -> Option<Self> {
        let run = glyphs.digit_run(at, 13);
        let (date_length, serial_at, form) = match run {
            10 | 12 => (run - 4, at + run - 4, Form::Bare),
            6 | 8 => {
                let gap_end = glyphs.after_gap(at + run, WIDEST_GAP);
                match glyphs.get(gap_end) {
                    Glyph::Dash | Glyph::Plus => (run, glyphs.after_gap(gap_end + 1, WIDEST_GAP), Form::Separated),
                    Glyph::Digit(_) if gap_end == at + run + 1 => (run, gap_end, Form::Bare),
                    Glyph::Digit(_)
                    | Glyph::Letter(_)
                    | Glyph::Blank
                    | Glyph::Break
                    | Glyph::Dot
                    | Glyph::Sign(_)
                    | Glyph::Masked
                    | Glyph::Edge => return None,
                }
            }
            _ => return None,
        };
        let century = if date_length == 8 { Some(number(&glyphs.digits::<2>(at)?)) } else { None };
        let date = glyphs.digits::<6>(at + date_length - 6)?;
        let serial = glyphs.digits::<4>(serial_at)?;
        let ([y1, y2, m1, m2, d1, d2], [n1, n2, n3, check]) = (date, serial);
        Some(Self {
            century,
            year: number(&[y1, y2]),
            month: number(&[m1, m2]),
            day: number(&[d1, d2]),
            serial: number(&serial),
            checked: [y1, y2, m1, m2, d1, d2, n1, n2, n3, check],
            form,
            end: serial_at + 4,
        })
    }

    /// `81.12.28-9874` and `1981-12-28-9874`.
    fn read_punctuated(glyphs: &Glyphs, at: usize) -> Option<Self> {
        let year_length = glyphs.digit_run(at, 5);
        let PunctuatedDate { parts: [year, month, day], end } = PunctuatedDate::read(glyphs, at)?;
        let separator = glyphs.after_gap(end, WIDEST_GAP);
        let is_date = matches!(year_length, 2 | 4) && month < 100 && day < 100;
        if !is_date || !matches!(glyphs.get(separator), Glyph::Dash | Glyph::Plus) {
            return None;
        }
        let serial_at = glyphs.after_gap(separator + 1, WIDEST_GAP);
        let serial = glyphs.digits::<4>(serial_at)?;
        let [n1, n2, n3, check] = serial;
        let two = |value: u32| [value % 100 / 10, value % 10];
        let ([y1, y2], [m1, m2], [d1, d2]) = (two(year), two(month), two(day));
        Some(Self {
            century: (year_length == 4).then_some(year / 100),
            year: year % 100,
            month,
            day,
            serial: number(&serial),
            checked: [y1, y2, m1, m2, d1, d2, n1, n2, n3, check],
            form: Form::Punctuated(glyphs.get(at + year_length)),
            end: serial_at + 4,
        })
    }

    fn is_co_ordination_number(&self) -> bool {
        self.day > 60
    }

    /// Whether the day exists and the check digit matches.
    fn holds(&self) -> bool {
        let day = if self.is_co_ordination_number() { self.day - 60 } else { self.day };
        let has_day = match self.century {
            Some(century) => (18..=20).contains(&century) && date_exists(century * 100 + self.year, self.month, day),
            None => [1900, 2000].into_iter().any(|century| date_exists(century + self.year, self.month, day)),
        };
        has_day && self.serial >= 10 && luhn_holds(&self.checked)
    }
}

/// The form with a separator is let through only where it is more likely something else: ten digits in the middle of a
/// longer row, and a day of these years with what looks like an order's serial (`20261123-0042`).
fn stands_out(glyphs: &Glyphs, at: usize, written: &Written) -> bool {
    let is_tied = || glyphs.is_tied_before(at) || glyphs.is_tied_after(written.end);
    let is_recent_day = written.century == Some(20) && written.year >= 15 && !written.is_co_ordination_number();
    if is_recent_day {
        return match label_before(glyphs, at) {
            Label::Person => true,
            Label::OtherNumber => false,
            // One child in ten has such a number; almost every shop has fewer than a thousand orders a day.
            Label::Nothing => written.serial >= 1000 && !is_tied(),
        };
    }
    written.century.is_some() || !is_tied()
}

/// Days with signs in them begin file names and order numbers (`2026-11-23-0042`), and two digits with dashes are how
/// telephone numbers are written.
fn stands_out_punctuated(glyphs: &Glyphs, at: usize, written: &Written, sign: Glyph) -> bool {
    let is_recent_day = written.century == Some(20) && written.year >= 15;
    let may_be_telephone = written.century.is_none() && sign == Glyph::Dash;
    match label_before(glyphs, at) {
        Label::Person => true,
        Label::OtherNumber => false,
        Label::Nothing => !is_recent_day && !may_be_telephone && !glyphs.is_tied_before(at) && !glyphs.is_tied_after(written.end),
    }
}

fn is_bare_number(glyphs: &Glyphs, at: usize, written: &Written) -> bool {
    match label_before(glyphs, at) {
        Label::Person => true,
        Label::OtherNumber => false,
        Label::Nothing => is_alone(glyphs, at, written.end) && !may_be_something_else(written),
    }
}

/// Telephone numbers (0…), time stamps (`yymmddhhmm`, `yyyymmddhhmm`) and seconds since 1970 (17…) look the same.
fn may_be_something_else(written: &Written) -> bool {
    match written.century {
        None => written.year < 30 || written.is_co_ordination_number(),
        Some(century) => century == 20 && written.serial / 100 < 24 && written.serial % 100 < 60,
    }
}

/// Not one of several groups of digits on a line, and not after a plus: those are telephone and reference numbers.
fn is_alone(glyphs: &Glyphs, at: usize, end: usize) -> bool {
    let is_joint = |glyph: &Glyph| matches!(glyph, Glyph::Blank | Glyph::Dash | Glyph::Dot | Glyph::Sign('/' | '(' | ')'));
    let before = (0..at).rev().take(3).map(|index| glyphs.get(index)).find(|glyph| !is_joint(glyph));
    let after = (end..end + 3).map(|index| glyphs.get(index)).find(|glyph| !is_joint(glyph));
    before.is_none_or(|glyph| !glyph.is_of_number() && glyph != Glyph::Plus) && after.is_none_or(|glyph| !glyph.is_of_number())
}
