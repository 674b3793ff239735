//! Times within the opening hours that somebody can choose from.

use super::Hours;
use super::opening::stretches;
use crate::moment::{Moment, Span};

/// Times of `long` each that begin at `at` or later and end before it closes, counted from when it opens: the first `most`
/// of them within `days`.
pub fn windows(hours: &Hours, at: Moment, long: Span, days: i32, most: usize) -> Vec<(Moment, Moment)> {
    let step = long.as_micros().max(1);
    let begun = stretches(hours, at, days).flat_map(|(opens, closes)| {
        let skipped = at.since(opens).as_micros().max(0);
        let first = opens.plus(Span::micros((skipped + step - 1).div_euclid(step).saturating_mul(step)));
        std::iter::successors(Some(first), move |from| Some(from.plus(long))).take_while(move |from| from.plus(long) <= closes)
    });
    begun.map(|from| (from, from.plus(long))).take(most).collect()
}
