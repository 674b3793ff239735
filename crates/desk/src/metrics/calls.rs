//! What became of the calls that customers asked for.

use crate::case::{Call, EndedBy};
use crate::moment::{Moment, Span};

/// The call-backs that were promised in a stretch of time. Population: call-backs by when they were asked for, without those that
/// their customer took back before anybody called and before their time had passed; what the desk calls off was promised. Clock: the calendar, until the time that was promised first. A
/// call is kept by calling, whether the customer answers it or not; words are no call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// Promised: kept + late + those whose time has not come.
    pub promised: i64,
    /// First called by the promised time.
    pub kept: i64,
    /// First called after it, or not called although it has passed or somebody of the desk has ended it.
    pub late: i64,
    /// Of the promised: called, and never spoken with so far.
    pub not_reached: i64,
    /// When the next of them is late, if nobody calls.
    pub late_at: Option<Moment>,
}

/// One of them, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromisedCall {
    /// By when, and what has become of it.
    pub call: Call,
    /// When its contact ended; a solution that is taken back unmakes it.
    pub ended_at: Option<Moment>,
    /// Who ended it.
    pub ended_by: Option<EndedBy>,
}

impl PromisedCall {
    fn is_withdrawn(&self) -> bool {
        let is_theirs = self.ended_by == Some(EndedBy::Customer);
        is_theirs && self.call.called_at.is_none() && self.ended_at.is_some_and(|ended| ended <= self.call.until)
    }

    /// Whether it waits for a call that can still come in time.
    fn is_ahead(&self, at: Moment) -> bool {
        self.call.called_at.is_none() && self.ended_at.is_none() && at <= self.call.until
    }

    fn is_kept(&self) -> bool {
        self.call.called_at.is_some_and(|called| called <= self.call.until)
    }
}

/// Counts `asked_for` as they stand at `at`.
pub fn calls(asked_for: &[PromisedCall], at: Moment) -> Calls {
    let all: Vec<_> = asked_for.iter().filter(|one| !one.is_withdrawn()).collect();
    let count = |is: &dyn Fn(&PromisedCall) -> bool| i64::try_from(all.iter().filter(|one| is(one)).count()).unwrap_or(i64::MAX);
    Calls {
        promised: count(&|_| true),
        kept: count(&PromisedCall::is_kept),
        late: count(&|one| !one.is_kept() && !one.is_ahead(at)),
        not_reached: count(&|one| one.call.called_at.is_some() && one.call.spoken_at.is_none()),
        late_at: all.iter().filter(|one| one.is_ahead(at)).map(|one| one.call.until.plus(Span::micros(1))).min(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every call is promised by then.
    const UNTIL: i64 = 3_600;
    const ORDERED: PromisedCall =
        PromisedCall { call: Call { until: second(UNTIL), called_at: None, spoken_at: None }, ended_at: None, ended_by: None };

    const fn second(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    fn spoken_with(at: i64) -> PromisedCall {
        let at = Some(second(at));
        PromisedCall { call: Call { called_at: at, spoken_at: at, ..ORDERED.call }, ended_at: at, ended_by: Some(EndedBy::Agent) }
    }

    fn not_reached(at: i64) -> PromisedCall {
        PromisedCall { call: Call { called_at: Some(second(at)), ..ORDERED.call }, ..ORDERED }
    }

    fn cancelled(at: i64) -> PromisedCall {
        PromisedCall { ended_at: Some(second(at)), ended_by: Some(EndedBy::Customer), ..ORDERED }
    }

    /// Promised, kept, late and not reached.
    fn counted(asked_for: &[PromisedCall], at: i64) -> [i64; 4] {
        let all = calls(asked_for, second(at));
        [all.promised, all.kept, all.late, all.not_reached]
    }

    #[test]
    fn a_call_at_the_promised_time_is_kept_and_one_after_it_is_late() {
        assert_eq!(counted(&[], 0), [0; 4]);
        let day = [spoken_with(UNTIL), spoken_with(UNTIL + 1), ORDERED];
        assert_eq!(counted(&day, UNTIL), [3, 1, 1, 0], "the third can still come in time");
        assert_eq!(counted(&day, UNTIL + 1), [3, 1, 2, 0], "and now it is late before anybody calls");
    }

    #[test]
    fn who_does_not_answer_has_been_called_in_time_and_is_not_reached_until_spoken_with() {
        let tried = not_reached(60);
        assert_eq!(counted(&[tried], 9_000), [1, 1, 0, 1]);
        let spoken = PromisedCall { call: Call { spoken_at: Some(second(9_000)), ..tried.call }, ..tried };
        assert_eq!(counted(&[spoken], 9_000), [1, 1, 0, 0]);
        assert_eq!(counted(&[not_reached(UNTIL + 1)], 9_000), [1, 0, 1, 1]);
    }

    #[test]
    fn who_cancels_in_time_was_promised_nothing_and_who_gives_up_afterwards_was_let_down() {
        assert_eq!(counted(&[cancelled(UNTIL)], 9_000), [0; 4]);
        assert_eq!(counted(&[cancelled(UNTIL + 1)], 9_000), [1, 0, 1, 0]);
        let called_off = PromisedCall { ended_by: Some(EndedBy::Agent), ..cancelled(60) };
        assert_eq!(counted(&[called_off], 90), [1, 0, 1, 0], "the desk promised, and has not called");
        // They were on the call when they ended the conversation.
        let noted = PromisedCall { ended_at: Some(second(60)), ..spoken_with(90) };
        assert_eq!(counted(&[noted], 9_000), [1, 1, 0, 0]);
    }

    #[test]
    fn the_next_call_that_is_late_is_the_one_that_nobody_has_made() {
        let late_at = |asked_for: &[PromisedCall], at| calls(asked_for, second(at)).late_at;
        assert_eq!(late_at(&[ORDERED], 60), Some(second(UNTIL).plus(Span::micros(1))));
        assert_eq!(late_at(&[spoken_with(30)], 60), None);
        assert_eq!(late_at(&[ORDERED], UNTIL + 1), None);
    }
}
