//! What every number means. Percentiles by nearest rank; no data is none, never 0 or 100 %.

use crate::moment::Span;

mod calls;

pub use calls::{Calls, PromisedCall, calls};

/// First human answers of a set of chats. Population: chats by their start; clock: calendar time from the customer's
/// first message to the first public reply of a person. Automatic words and notes never count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Chats started.
    pub started: i64,
    /// Answered by a person.
    pub answered: i64,
    /// Of those, within their own target.
    pub within_target: i64,
    /// Ended without an answer.
    pub unanswered: i64,
    /// Their customer asked to be called instead before they had missed their target: neither answered nor unanswered. Who has
    /// waited past it before asking was not answered in time, and who has cancelled the call before it was made has left.
    pub called_instead: i64,
    /// Still without an answer, and past their target: they have missed it already.
    pub overdue: i64,
    /// Taken by somebody over their slots.
    pub exceeded: i64,
    /// How long the answered waited, all of them together: over any number of sets, the mean is this by `answered`.
    pub took_ms: i64,
    /// Median, in whole seconds rounded down.
    pub median_s: Option<i64>,
    /// 90th percentile, likewise.
    pub p90_s: Option<i64>,
}

/// One chat as the numbers see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Milliseconds from start to the first human answer; none while there is none.
    pub after_ms: Option<i64>,
    /// The target that held for it, in milliseconds.
    pub target_ms: i64,
    /// Milliseconds that the customer has waited so far; none when somebody has answered or it is over.
    pub waits_ms: Option<i64>,
    /// Milliseconds from start until its customer ended it without an answer, or cancelled the call that they asked for instead;
    /// none when they did neither.
    pub left_after_ms: Option<i64>,
    /// Milliseconds from start until its customer asked to be called instead; none when they did not, or cancelled it.
    pub to_call_after_ms: Option<i64>,
    /// Milliseconds from start until somebody said how urgent it is ([`crate::triage`]); none when nobody has.
    pub triaged_after_ms: Option<i64>,
    /// Whether somebody took it over their slots.
    pub exceeds: bool,
}

/// Whoever ends a chat so soon did not mean to begin it: the usual short abandonment of chats.
const SHORT_ABANDONMENT: Span = Span::seconds(10);

impl Answered {
    /// Whether its customer left before anybody can be said to have been late: within the target, or at once. The fourth of the
    /// published service levels leaves such chats out: answered in time by all that were answered or missed.
    pub fn is_left_in_time(&self) -> bool {
        self.left_after_ms.is_some_and(|left| left <= self.target_ms.max(SHORT_ABANDONMENT.as_millis()))
    }

    /// Whether its customer asked to be called instead while it could still be answered in time.
    fn is_called_instead(&self) -> bool {
        self.to_call_after_ms.is_some_and(|asked| asked <= self.target_ms)
    }

    /// Milliseconds until it misses its target, while it can still be kept.
    fn left_ms(&self) -> Option<i64> {
        self.waits_ms.map(|waits| self.target_ms.saturating_sub(waits)).filter(|left| *left >= 0)
    }
}

/// In how many milliseconds the next of `chats` becomes overdue, if nobody answers.
pub fn next_overdue_ms(chats: &[Answered]) -> Option<i64> {
    chats.iter().filter_map(Answered::left_ms).min().map(|left| left.saturating_add(1))
}

/// Counts `chats`.
pub fn answers(chats: &[Answered]) -> Answers {
    let mut times: Vec<i64> = chats.iter().filter_map(|chat| chat.after_ms).collect();
    times.sort_unstable();
    let count = |is: &dyn Fn(&Answered) -> bool| i64::try_from(chats.iter().filter(|chat| is(chat)).count()).unwrap_or(i64::MAX);
    Answers {
        started: count(&|_| true),
        answered: count(&|chat| chat.after_ms.is_some()),
        within_target: count(&|chat| chat.after_ms.is_some_and(|after| after <= chat.target_ms)),
        unanswered: count(&|chat| chat.after_ms.is_none() && chat.waits_ms.is_none() && !chat.is_called_instead()),
        called_instead: count(&Answered::is_called_instead),
        overdue: count(&|chat| chat.waits_ms.is_some() && chat.left_ms().is_none()),
        exceeded: count(&|chat| chat.exceeds),
        took_ms: times.iter().fold(0, |all: i64, one| all.saturating_add(*one)),
        median_s: nearest_rank(&times, 50).map(|ms| ms / 1000),
        p90_s: nearest_rank(&times, 90).map(|ms| ms / 1000),
    }
}

/// The `percent`-th percentile of sorted `values` by nearest rank: the smallest value with at least that share at or below it.
pub fn nearest_rank(values: &[i64], percent: usize) -> Option<i64> {
    let rank = (values.len() * percent).div_ceil(100).max(1);
    values.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(after_ms: i64) -> Answered {
        Answered { after_ms: Some(after_ms), ..left_unanswered() }
    }

    fn waits(ms: i64) -> Answered {
        Answered { waits_ms: Some(ms), ..left_unanswered() }
    }

    fn left_unanswered() -> Answered {
        Answered {
            after_ms: None,
            target_ms: 60_000,
            waits_ms: None,
            left_after_ms: None,
            to_call_after_ms: None,
            triaged_after_ms: None,
            exceeds: false,
        }
    }

    #[test]
    fn no_chats_have_no_median() {
        assert_eq!(answers(&[]).median_s, None);
    }

    #[test]
    fn an_answer_at_sixty_seconds_is_within_sixty_seconds_and_one_after_is_not() {
        let counted = answers(&[answered(60_000), answered(60_001), left_unanswered(), waits(1_000)]);
        assert_eq!((counted.started, counted.answered, counted.within_target, counted.unanswered), (4, 2, 1, 1));
    }

    #[test]
    fn who_waits_past_the_target_has_missed_it_before_anybody_answers() {
        let counted = answers(&[waits(60_000), waits(60_001), answered(70_000), left_unanswered()]);
        assert_eq!((counted.started, counted.overdue, counted.unanswered), (4, 1, 1));
    }

    #[test]
    fn the_next_target_that_is_missed_is_that_of_who_has_least_time_left() {
        assert_eq!(next_overdue_ms(&[waits(10_000), waits(59_999), waits(90_000), answered(5)]), Some(2));
        assert_eq!(next_overdue_ms(&[waits(90_000), left_unanswered()]), None);
    }

    #[test]
    fn the_waits_of_the_answered_add_up_to_their_mean_and_nobody_elses_do() {
        let counted = answers(&[answered(10_000), answered(35_500), left_unanswered(), waits(90_000)]);
        assert_eq!((counted.took_ms, counted.answered), (45_500, 2));
    }

    #[test]
    fn who_leaves_within_the_target_or_at_once_has_not_been_let_down() {
        let left = |after, target_ms| Answered { left_after_ms: Some(after), target_ms, ..left_unanswered() }.is_left_in_time();
        assert!(left(60_000, 60_000) && !left(60_001, 60_000));
        assert!(left(10_000, 5_000) && !left(10_001, 5_000), "ten seconds is at once, whatever was promised");
        assert!(!left_unanswered().is_left_in_time(), "somebody else ended it");
    }

    #[test]
    fn percentiles_go_by_nearest_rank() {
        let ten: Vec<i64> = (1..=10).collect();
        assert_eq!((nearest_rank(&ten, 50), nearest_rank(&ten, 90)), (Some(5), Some(9)));
    }

    #[test]
    fn who_asks_to_be_called_in_time_is_neither_answered_nor_unanswered_and_after_the_target_nobody_was_in_time() {
        let asked = |after_ms| Answered { to_call_after_ms: Some(after_ms), ..left_unanswered() };
        let counted = answers(&[asked(30_000), asked(60_000), asked(60_001), answered(5_000)]);
        assert_eq!((counted.started, counted.answered, counted.unanswered, counted.called_instead), (4, 1, 1, 2));
    }
}
