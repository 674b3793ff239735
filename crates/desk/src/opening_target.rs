//! The answer target as a condition of being open: a client's chat takes new visitors only while those before them are answered in
//! time (UH-20). Who waits already keeps their place.

use crate::metrics::{Answered, answers};
use crate::moment::Span;

/// Fewer chats than this say more about chance than about the service.
pub const ENOUGH_TO_JUDGE: i64 = 5;
/// So many points of per cent better it must be than what closed the chat, before it opens again: otherwise it would open and
/// close with every answer.
pub const BETTER_BY: i64 = 10;

/// When a client's chat closes because its answer target is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningTarget {
    /// Over how long the share is counted.
    pub window: Span,
    /// The chat closes when fewer than so many per cent were answered within their target.
    pub least_percent: i64,
    /// And when somebody has waited for longer than so many times the target.
    pub longest_wait: i64,
}

impl OpeningTarget {
    /// Shortest and longest window, in minutes.
    pub const WINDOW_MIN: (i64, i64) = (5, 240);
    /// Smallest and largest share, in per cent.
    pub const LEAST_PERCENT: (i64, i64) = (1, 99);
    /// Fewest and most times the target.
    pub const LONGEST_WAIT: (i64, i64) = (1, 20);
}

/// Whether new visitors can count on an answer in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetNow {
    /// They can, or nobody has made it a condition.
    Kept,
    /// They cannot.
    NotKept,
}

/// How the last chats of a client were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// Chats that have kept or missed their target.
    pub judged: i64,
    /// Those that have kept it.
    pub in_time: i64,
    /// How long the one has waited who waits longest.
    pub oldest_wait: Span,
    /// The target of those who come.
    pub target: Span,
}

impl Served {
    /// Counts `chats`.
    pub fn of(chats: &[Answered], oldest_wait: Span, target: Span) -> Self {
        let counted = answers(chats);
        let judged = counted.answered.saturating_add(counted.unanswered).saturating_add(counted.overdue);
        Self { judged, in_time: counted.within_target, oldest_wait, target }
    }

    fn percent(self) -> Option<i64> {
        (self.judged >= ENOUGH_TO_JUDGE).then(|| self.in_time.saturating_mul(100).div_euclid(self.judged))
    }
}

/// Whether the answer target of `rule` is kept, when it was `before`. Without enough chats the share says nothing: a chat that is
/// closed opens again when those who were late have left the window.
pub fn target_now(rule: OpeningTarget, served: Served, before: TargetNow) -> TargetNow {
    let (least, times) = match before {
        TargetNow::Kept => (rule.least_percent, rule.longest_wait),
        TargetNow::NotKept => (rule.least_percent.saturating_add(BETTER_BY).min(100), 1),
    };
    let is_share_kept = served.percent().is_none_or(|percent| percent >= least);
    let longest = Span::millis(served.target.as_millis().saturating_mul(times));
    if is_share_kept && served.oldest_wait <= longest { TargetNow::Kept } else { TargetNow::NotKept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TargetNow::{Kept, NotKept};

    const RULE: OpeningTarget = OpeningTarget { window: Span::seconds(1800), least_percent: 60, longest_wait: 3 };

    fn served(in_time: i64, judged: i64, oldest_wait_s: i64) -> Served {
        Served { judged, in_time, oldest_wait: Span::seconds(oldest_wait_s), target: Span::seconds(60) }
    }

    #[test]
    fn a_chat_closes_when_too_few_were_answered_in_time() {
        assert_eq!(target_now(RULE, served(6, 10, 0), Kept), Kept);
        assert_eq!(target_now(RULE, served(59, 100, 0), Kept), NotKept);
    }

    #[test]
    fn a_chat_closes_when_somebody_has_waited_for_too_many_times_the_target() {
        assert_eq!(target_now(RULE, served(10, 10, 180), Kept), Kept);
        assert_eq!(target_now(RULE, served(10, 10, 181), Kept), NotKept);
    }

    #[test]
    fn a_closed_chat_opens_only_when_it_has_become_clearly_better() {
        assert_eq!(target_now(RULE, served(69, 100, 0), NotKept), NotKept);
        assert_eq!(target_now(RULE, served(70, 100, 0), NotKept), Kept);
        assert_eq!(target_now(RULE, served(90, 100, 61), NotKept), NotKept, "somebody still waits past the target");
        assert_eq!(target_now(RULE, served(90, 100, 60), NotKept), Kept);
    }

    #[test]
    fn a_few_chats_say_nothing_so_that_an_emptied_window_opens_again() {
        assert_eq!(target_now(RULE, served(0, 4, 0), Kept), Kept);
        assert_eq!(target_now(RULE, served(0, 4, 0), NotKept), Kept);
        let strict = OpeningTarget { least_percent: 99, ..RULE };
        assert_eq!(target_now(strict, served(10, 10, 0), NotKept), Kept, "nobody asks for more than everybody");
    }

    #[test]
    fn who_left_without_an_answer_and_who_is_late_count_as_not_answered_in_time() {
        let chat = |after_ms, waits_ms| Answered { after_ms, target_ms: 60_000, waits_ms, exceeds: false };
        let chats =
            [chat(Some(30_000), None), chat(Some(90_000), None), chat(None, None), chat(None, Some(61_000)), chat(None, Some(5_000))];
        let counted = Served::of(&chats, Span::default(), Span::seconds(60));
        assert_eq!((counted.judged, counted.in_time), (4, 1), "who can still be answered in time is not judged yet");
    }
}
