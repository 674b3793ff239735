//! Whether a customer is still on the website, as the agents see it: whoever is there waits otherwise than who has gone.

use crate::moment::{Moment, Span};

/// A chat that is not heard for this long has left the page. Shorter than this is the way to the next page of the site, or a
/// network that was lost for a moment: both come back by themselves, and saying so each time would only flicker.
pub const LEFT_AFTER: Span = Span::seconds(20);

/// Who has left yields to those who are there this long after leaving, see [`OnPage::yields`].
pub const YIELDS_AFTER: Span = Span::seconds(60);
/// And no longer than this after leaving.
pub const YIELDS_UNTIL: Span = Span::seconds(10 * 60);

/// Where a customer is whose chat has been heard at least once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPage {
    /// On the website; since when.
    Since(Moment),
    /// Not any more; when they were last there.
    LeftAt(Moment),
}

impl OnPage {
    /// Where a customer is at `at` who `was` there: `seen` is when their chat was last open.
    #[must_use]
    pub fn still(was_since: Moment, seen: Moment, at: Moment) -> Self {
        if at.since(seen) < LEFT_AFTER { Self::Since(was_since) } else { Self::LeftAt(seen) }
    }

    /// From when until when a customer who has left yields to those who are there: the agent's key for "the next one" then
    /// passes them over. Nobody is moved in the queue, and alone they are next as ever.
    ///
    /// The first minute belongs to people who come back at once. After it an answer is read later in either case, while the
    /// one who is there counts the seconds. After ten minutes only the wait decides again, so that nobody is put off for as
    /// long as others keep coming.
    #[must_use]
    pub fn yields(self) -> Option<(Moment, Moment)> {
        match self {
            Self::Since(_) => None,
            Self::LeftAt(left) => Some((left.plus(YIELDS_AFTER), left.plus(YIELDS_UNTIL))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn who_goes_to_the_next_page_has_not_left() {
        assert_eq!(OnPage::still(s(0), s(100), s(119)), OnPage::Since(s(0)));
    }

    #[test]
    fn who_is_not_heard_for_twenty_seconds_left_when_they_were_last_there() {
        assert_eq!(OnPage::still(s(0), s(100), s(120)), OnPage::LeftAt(s(100)));
    }

    #[test]
    fn who_has_left_yields_after_a_minute_and_not_for_ever() {
        assert_eq!(OnPage::LeftAt(s(100)).yields(), Some((s(160), s(700))));
        assert_eq!(OnPage::Since(s(100)).yields(), None);
    }
}
