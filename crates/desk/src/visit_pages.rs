//! The pages on which a customer was in this visit, where their website says that they have agreed to that being told.

use crate::moment::{Moment, Span};

/// So many of the newest are kept: enough to see what somebody has looked for.
pub const MOST: usize = 20;
/// The most characters of a title that are kept.
pub const LONGEST_TITLE: usize = 200;
/// No visit is longer (seconds); what a browser says of an earlier time is a clock that was set.
pub const LONGEST_S: i64 = 24 * 60 * 60;

/// A page on which a customer was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitPage {
    /// Its address, without query and fragment.
    pub address: String,
    /// Its title, when it has one.
    pub title: Option<String>,
    /// When they came to it.
    pub at: Moment,
}

/// When somebody came to a page who says at `now` that it was so many seconds ago.
pub fn came_at(ago_s: i64, now: Moment) -> Moment {
    now.minus(Span::seconds(ago_s.clamp(0, LONGEST_S)))
}

/// Of what a browser tells the newest, in the order of time.
pub fn newest(mut told: Vec<VisitPage>) -> Vec<VisitPage> {
    // A stable order: pages of one second stay as they were told.
    told.sort_by_key(|page| page.at);
    told.split_off(told.len().saturating_sub(MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_was_seen_tomorrow_or_last_week() {
        let now = Moment::from_micros(1_000_000_000_000);
        assert_eq!(came_at(-60, now), now);
        assert_eq!(came_at(i64::MAX, now), now.minus(Span::seconds(LONGEST_S)));
        assert_eq!(came_at(90, now), now.minus(Span::seconds(90)));
    }

    #[test]
    fn the_newest_twenty_are_kept_in_the_order_of_time() {
        let page = |at: i64| VisitPage { address: at.to_string(), title: None, at: Moment::from_micros(at) };
        let kept = newest((0..30).rev().map(page).collect());
        assert_eq!(kept.len(), MOST);
        assert_eq!((kept.first(), kept.last()), (Some(&page(10)), Some(&page(29))));
    }
}
