//! The answer target as a condition of being open: a client's chat takes new visitors only while those before them are answered in
//! time (UH-20). Who waits already keeps their place.

use crate::availability_log::{AvailabilityChange, AvailabilityState};
use crate::metrics::{Answered, answers};
use crate::moment::{Moment, Span};
use crate::staffing::Staffing;

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

/// How the last chats of a client were answered, and who waits now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// Chats that have kept or missed their target.
    pub judged: i64,
    /// Those that have kept it.
    pub in_time: i64,
    /// How long the one has waited who waits longest of those whom somebody present could answer.
    pub oldest_wait: Span,
    /// The target of those who come.
    pub target: Span,
    /// Who is there, and who waits for them.
    pub now: Staffing,
}

impl Served {
    /// Counts `chats`. Who left in time was not kept waiting: they say nothing, or one visitor who comes and goes could close the
    /// chat for everybody.
    pub fn of(chats: &[Answered], oldest_wait: Span, target: Span, now: Staffing) -> Self {
        let said: Vec<Answered> = chats.iter().copied().filter(|chat| !chat.is_left_in_time()).collect();
        let counted = answers(&said);
        let judged = counted.answered.saturating_add(counted.unanswered).saturating_add(counted.overdue);
        Self { judged, in_time: counted.within_target, oldest_wait, target, now }
    }

    fn percent(self) -> Option<i64> {
        (self.judged >= ENOUGH_TO_JUDGE).then(|| self.in_time.saturating_mul(100).div_euclid(self.judged))
    }

    /// Nobody waits and somebody is free: who comes now is answered at once, whatever has happened before.
    fn is_anybody_free(self) -> bool {
        self.now.waiting <= 0 && self.now.free_slots > 0
    }
}

/// Whether the answer target of `rule` is kept, when it was `before`. Without enough chats the share says nothing.
///
/// The share closes a chat only while somebody waits or everybody is full, and what it closed opens again as soon as nobody waits
/// and somebody is free: nobody is let into a closed chat, so its share could not become better, and visitors would be told of a
/// crowd that is not there. Whoever comes then is judged anew ([`judged_since`]), so that the chat closes again only after enough
/// new ones have been late: it does not open and close with every answer.
pub fn target_now(rule: OpeningTarget, served: Served, before: TargetNow) -> TargetNow {
    let (least, times) = match before {
        TargetNow::Kept => (rule.least_percent, rule.longest_wait),
        TargetNow::NotKept => (rule.least_percent.saturating_add(BETTER_BY).min(100), 1),
    };
    let is_share_kept = served.is_anybody_free() || served.percent().is_none_or(|percent| percent >= least);
    let longest = Span::millis(served.target.as_millis().saturating_mul(times));
    if is_share_kept && served.oldest_wait <= longest { TargetNow::Kept } else { TargetNow::NotKept }
}

/// What the target was last, by what the log says of the chat (in order of time), and since when those who came are judged: since
/// it opened after it had closed for its target's sake. None: over the whole window.
pub fn judged_since(log: &[AvailabilityChange]) -> (TargetNow, Option<Moment>) {
    let is = |state| move |change: &AvailabilityChange| change.is.state == state;
    let mut after = log.rsplit(is(AvailabilityState::TargetNotKept));
    let (since, was_closed) = (after.next(), after.next().is_some());
    if !was_closed {
        return (TargetNow::Kept, None);
    }
    match since.and_then(|since| since.iter().find(|change| is(AvailabilityState::Open)(change))) {
        Some(opened) => (TargetNow::Kept, Some(opened.at)),
        None => (TargetNow::NotKept, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TargetNow::{Kept, NotKept};

    const RULE: OpeningTarget = OpeningTarget { window: Span::seconds(1800), least_percent: 60, longest_wait: 3 };

    /// One waits, and nobody is free.
    const BUSY: Staffing = Staffing { present: 1, free_slots: 0, waiting: 1 };

    fn served(in_time: i64, judged: i64, oldest_wait_s: i64) -> Served {
        Served { judged, in_time, oldest_wait: Span::seconds(oldest_wait_s), target: Span::seconds(60), now: BUSY }
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
    fn a_chat_in_which_nobody_waits_and_somebody_is_free_is_not_closed_by_what_happened_before() {
        let with = |waiting, free_slots, before| {
            target_now(RULE, Served { now: Staffing { present: 2, free_slots, waiting }, ..served(0, 10, 0) }, before)
        };
        for before in [Kept, NotKept] {
            assert_eq!(with(0, 1, before), Kept);
            assert_eq!(with(1, 1, before), NotKept, "somebody waits already");
            assert_eq!(with(0, 0, before), NotKept, "everybody is full");
        }
        let late = Served { now: Staffing { present: 2, free_slots: 1, waiting: 0 }, ..served(0, 10, 181) };
        assert_eq!(target_now(RULE, late, Kept), NotKept, "somebody who was taken still waits for words");
    }

    #[test]
    fn who_comes_after_it_opened_again_is_judged_anew() {
        let change = |at, state: AvailabilityState| AvailabilityChange { at: Moment::from_micros(at), is: state.into() };
        let (open, target, hours) = (AvailabilityState::Open, AvailabilityState::TargetNotKept, AvailabilityState::Hours);
        let judged = |log: &[AvailabilityChange]| judged_since(log);
        assert_eq!(judged(&[]), (Kept, None));
        assert_eq!(judged(&[change(1, open), change(2, hours), change(3, open)]), (Kept, None));
        let closed = [change(1, open), change(2, target), change(3, hours)];
        assert_eq!((judged(&closed[..2]), judged(&closed)), ((NotKept, None), (NotKept, None)), "nothing has opened it");
        let opened = [closed.as_slice(), &[change(4, open), change(5, hours), change(6, open)]].concat();
        assert_eq!(judged(&opened), (Kept, Some(Moment::from_micros(4))));
        let twice = [opened.as_slice(), &[change(7, target), change(8, open)]].concat();
        assert_eq!(judged(&twice), (Kept, Some(Moment::from_micros(8))));
    }

    #[test]
    fn who_is_late_or_was_let_down_counts_as_not_answered_in_time_and_who_left_before_does_not() {
        let chat = |after_ms, waits_ms, left_after_ms| Answered {
            after_ms,
            target_ms: 60_000,
            waits_ms,
            left_after_ms,
            to_call_after_ms: None,
            triaged_after_ms: None,
            exceeds: false,
        };
        let judged = [
            chat(Some(30_000), None, None),
            chat(Some(90_000), None, None),
            chat(None, None, None),
            chat(None, None, Some(61_000)),
            chat(None, Some(61_000), None),
        ];
        let not_yet = [chat(None, Some(5_000), None), chat(None, None, Some(200)), chat(None, None, Some(60_000))];
        let counted = Served::of(&[judged.as_slice(), &not_yet].concat(), Span::default(), Span::seconds(60), BUSY);
        assert_eq!((counted.judged, counted.in_time), (5, 1), "who can still be answered in time is not judged yet");
    }
}
