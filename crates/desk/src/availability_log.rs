//! When a client's chat was open, and why it was closed. At every moment that is known it is in exactly one state.

use crate::availability::ClosedReason;
use crate::hours::{Hours, open_between};
use crate::moment::{Moment, Span};

/// What a chat is for those who come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AvailabilityState {
    /// Whoever writes reaches a person.
    Open,
    /// Closed by its hours.
    Hours,
    /// Closed: nobody who serves the client was present.
    NobodyPresent,
    /// Closed: the queue was full.
    QueueFull,
    /// Closed by hand.
    ByHand,
    /// The desk itself did not run.
    DeskDown,
}

impl From<Result<(), ClosedReason>> for AvailabilityState {
    fn from(availability: Result<(), ClosedReason>) -> Self {
        match availability {
            Ok(()) => Self::Open,
            Err(ClosedReason::Hours) => Self::Hours,
            Err(ClosedReason::NobodyPresent) => Self::NobodyPresent,
            Err(ClosedReason::QueueFull) => Self::QueueFull,
            Err(ClosedReason::ByHand) => Self::ByHand,
        }
    }
}

/// From here on it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilityChange {
    /// Since when.
    pub at: Moment,
    /// What.
    pub state: AvailabilityState,
}

/// It was so the whole time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilityStretch {
    /// First moment.
    pub from: Moment,
    /// First moment after it.
    pub until: Moment,
    /// What.
    pub state: AvailabilityState,
}

/// What a chat was from `from` to `until`, by `changes` in order of time: all that lie between, and before them the last
/// one earlier. Each stretch ends where the next begins, and two neighbours differ. Before the first change ever nothing
/// is known, and no stretch says anything.
pub fn stretches(changes: &[AvailabilityChange], from: Moment, until: Moment) -> Vec<AvailabilityStretch> {
    let mut found: Vec<AvailabilityStretch> = Vec::new();
    let ends = changes.iter().skip(1).map(|next| next.at).chain([until]);
    for (change, end) in changes.iter().zip(ends) {
        let (begins, ends) = (change.at.max(from), end.min(until));
        if ends <= begins {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.state == change.state => last.until = ends,
            _ => found.push(AvailabilityStretch { from: begins, until: ends, state: change.state }),
        }
    }
    found
}

/// How much of the time a chat was open, and how much it was not although its hours said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilitySum {
    /// Open.
    pub open: Span,
    /// Closed within the hours: nobody was there, the queue was full, a hand had closed it, or the desk was down.
    pub closed_in_hours: Span,
}

/// Adds up `stretches` by `hours`.
pub fn sum(stretches: &[AvailabilityStretch], hours: &Hours) -> AvailabilitySum {
    let mut sum = AvailabilitySum { open: Span::millis(0), closed_in_hours: Span::millis(0) };
    for stretch in stretches {
        match stretch.state {
            AvailabilityState::Open => sum.open = sum.open.plus(stretch.until.since(stretch.from)),
            AvailabilityState::Hours => {}
            AvailabilityState::NobodyPresent | AvailabilityState::QueueFull | AvailabilityState::ByHand | AvailabilityState::DeskDown => {
                sum.closed_in_hours = sum.closed_in_hours.plus(open_between(hours, stretch.from, stretch.until));
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{Slot, WeekHours};
    use AvailabilityState::{DeskDown, NobodyPresent, Open};

    /// 2026-01-05, a Monday, 00:00 UTC.
    const MONDAY: i64 = 1_767_571_200;

    fn at(hour: i64) -> Moment {
        Moment::from_micros((MONDAY + hour * 3_600) * 1_000_000)
    }

    fn change(hour: i64, state: AvailabilityState) -> AvailabilityChange {
        AvailabilityChange { at: at(hour), state }
    }

    fn stretch(from: i64, until: i64, state: AvailabilityState) -> AvailabilityStretch {
        AvailabilityStretch { from: at(from), until: at(until), state }
    }

    fn hours() -> Hours {
        Hours { week: WeekHours::on_workdays(&[Slot::new(480, 960)]), holidays: None, exceptions: Vec::new(), time_zone: "UTC".into() }
    }

    #[test]
    fn a_day_begins_as_the_day_before_ended_and_has_no_gap() {
        let changes = [change(-8, AvailabilityState::Hours), change(8, Open), change(16, AvailabilityState::Hours)];
        let found = stretches(&changes, at(0), at(24));
        let hours = AvailabilityState::Hours;
        assert_eq!(found, [stretch(0, 8, hours), stretch(8, 16, Open), stretch(16, 24, hours)]);
    }

    #[test]
    fn nothing_is_said_of_the_time_before_the_log_began() {
        assert_eq!(stretches(&[change(10, Open)], at(0), at(12)), [stretch(10, 12, Open)]);
        assert_eq!(stretches(&[], at(0), at(24)), []);
        assert_eq!(stretches(&[change(30, Open)], at(0), at(24)), []);
    }

    #[test]
    fn a_state_that_was_noted_twice_is_one_stretch() {
        assert_eq!(stretches(&[change(1, Open), change(2, Open)], at(0), at(3)), [stretch(1, 3, Open)]);
    }

    #[test]
    fn only_the_time_within_the_hours_counts_as_closed_when_it_should_have_been_open() {
        let found =
            [stretch(0, 6, AvailabilityState::Hours), stretch(6, 9, DeskDown), stretch(9, 14, Open), stretch(14, 20, NobodyPresent)];
        let sum = sum(&found, &hours());
        assert_eq!(sum.open, Span::seconds(5 * 3_600));
        // One hour of the three that the desk was down, and two until the hours ended.
        assert_eq!(sum.closed_in_hours, Span::seconds(3 * 3_600));
    }
}
