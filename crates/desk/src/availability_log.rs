//! When a client's chat was open, and why it was closed. At every moment that is known it is in exactly one state.

use crate::availability::{ClosedIn, ClosedReason};
use crate::hours::{Hours, open_between, open_since};
use crate::language::Language;
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
    /// Closed: nobody who was present spoke any of its languages.
    NoSpeaker,
    /// Closed: the queue was full.
    QueueFull,
    /// Closed by hand.
    ByHand,
    /// Closed: those who had come were not answered in time.
    TargetNotKept,
    /// Nobody had opened it to customers yet.
    NotLive,
    /// The desk itself did not run.
    DeskDown,
}

impl From<Result<(), ClosedReason>> for AvailabilityState {
    fn from(availability: Result<(), ClosedReason>) -> Self {
        match availability {
            Ok(()) => Self::Open,
            Err(ClosedReason::Hours) => Self::Hours,
            Err(ClosedReason::NobodyPresent) => Self::NobodyPresent,
            Err(ClosedReason::NoSpeaker) => Self::NoSpeaker,
            Err(ClosedReason::QueueFull) => Self::QueueFull,
            Err(ClosedReason::ByHand) => Self::ByHand,
            Err(ClosedReason::TargetNotKept) => Self::TargetNotKept,
            Err(ClosedReason::NotLive) => Self::NotLive,
        }
    }
}

impl AvailabilityState {
    /// Whether nobody came in although the hours said that it is open.
    fn keeps_out(self) -> KeepsOut {
        match self {
            // Whom it was never promised to is not kept out.
            Self::Open | Self::Hours | Self::NotLive => KeepsOut::Never,
            // Out of its hours it would have been closed by them, whatever hours it has been given since.
            Self::NobodyPresent | Self::NoSpeaker | Self::QueueFull | Self::TargetNotKept => KeepsOut::Always,
            Self::ByHand | Self::DeskDown => KeepsOut::WithinHours,
        }
    }
}

/// When a state keeps somebody out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeepsOut {
    Never,
    /// For as long as it lasts.
    Always,
    /// It may begin before the hours do and last longer.
    WithinHours,
}

/// How a chat stands, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Openness {
    /// What it is for those who come.
    pub state: AvailabilityState,
    /// In which languages it is closed although it is open.
    pub closed_in: ClosedIn,
    /// The rules that close it to those for whom they decide although it is open, by the names that they have, in their order.
    pub closed_rules: Vec<String>,
}

impl Openness {
    /// Whether a visitor who asks in `language` meets the chat closed; `served` are the languages of its client, and `begins` says
    /// whether their chat would begin by its rules. In a language that is not served an open chat is not closed: it never opens.
    pub fn is_met_closed(&self, language: Language, served: &[Language], begins: bool) -> bool {
        let is_closed_to_them = self.closed_in.reason(language).is_some() || !begins;
        self.state != AvailabilityState::Open || (served.contains(&language) && is_closed_to_them)
    }
}

impl From<AvailabilityState> for Openness {
    /// The same for everybody.
    fn from(state: AvailabilityState) -> Self {
        Self { state, closed_in: ClosedIn::default(), closed_rules: Vec::new() }
    }
}

/// From here on it is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvailabilityChange {
    /// Since when.
    pub at: Moment,
    /// What.
    pub is: Openness,
}

/// It was so the whole time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvailabilityStretch {
    /// First moment.
    pub from: Moment,
    /// First moment after it.
    pub until: Moment,
    /// What.
    pub was: Openness,
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
        match found.last_mut().filter(|last| last.was == change.is) {
            Some(stretch) => stretch.until = ends,
            None => found.push(AvailabilityStretch { from: begins, until: ends, was: change.is.clone() }),
        }
    }
    found
}

/// Visitors who met a chat closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetClosed {
    /// Since when it was closed as they met it.
    pub since: Moment,
    /// How many, each once.
    pub visitors: i64,
}

/// How many of those counted `met` one of the stretches that begin at `from` or later: what was closed before that goes on
/// in the first of them.
pub fn who_met(stretch: &AvailabilityStretch, from: Moment, met: &[MetClosed]) -> i64 {
    let is_here = |one: &&MetClosed| (stretch.from..stretch.until).contains(&one.since.max(from));
    met.iter().filter(is_here).fold(0, |all, one| all.saturating_add(one.visitors))
}

/// How much of the time a chat was open, and how much it was not although its hours said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilitySum {
    /// Open.
    pub open: Span,
    /// Closed within the hours: nobody was there, the queue was full, a hand had closed it, or the desk was down.
    pub closed_in_hours: Span,
}

/// Adds up `stretches`; `hours` are asked only where the log does not say that it was within them.
pub fn sum(stretches: &[AvailabilityStretch], hours: &Hours) -> AvailabilitySum {
    let mut sum = AvailabilitySum { open: Span::millis(0), closed_in_hours: Span::millis(0) };
    for stretch in stretches {
        let whole = stretch.until.since(stretch.from);
        if stretch.was.state == AvailabilityState::Open {
            sum.open = sum.open.plus(whole);
        }
        let closed = match stretch.was.state.keeps_out() {
            KeepsOut::Never => Span::millis(0),
            KeepsOut::Always => whole,
            KeepsOut::WithinHours => open_between(hours, stretch.from, stretch.until),
        };
        sum.closed_in_hours = sum.closed_in_hours.plus(closed);
    }
    sum
}

/// How long a chat has been closed within its hours, for whoever goes on counting by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedSoFar {
    /// Without what goes on now.
    pub before: Span,
    /// Since when it is closed within its hours now, if it is.
    pub since: Option<Moment>,
}

/// Counts from `from` to `at` by `changes` in order of time, as [`stretches`] takes them. It holds until the chat or its
/// hours open or close.
pub fn closed_so_far(changes: &[AvailabilityChange], hours: &Hours, from: Moment, at: Moment) -> ClosedSoFar {
    let since = changes.iter().rev().find(|change| change.at <= at).and_then(|change| match change.is.state.keeps_out() {
        KeepsOut::Never => None,
        KeepsOut::Always => Some(change.at.max(from)),
        KeepsOut::WithinHours => Some(open_since(hours, at)?.max(change.at).max(from)),
    });
    ClosedSoFar { before: sum(&stretches(changes, from, since.unwrap_or(at)), hours).closed_in_hours, since }
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
        AvailabilityChange { at: at(hour), is: state.into() }
    }

    fn stretch(from: i64, until: i64, state: AvailabilityState) -> AvailabilityStretch {
        AvailabilityStretch { from: at(from), until: at(until), was: state.into() }
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
    fn a_language_that_nobody_spoke_for_a_while_begins_a_stretch_of_its_own_sm_05() {
        let no_swedish = ClosedIn::default().and(Language::Sv, ClosedReason::NoSpeaker);
        let not_to_all = Openness { closed_in: no_swedish, ..Open.into() };
        let changes = [change(8, Open), AvailabilityChange { at: at(10), is: not_to_all.clone() }, change(12, Open)];
        let found = stretches(&changes, at(8), at(16));
        let between = AvailabilityStretch { from: at(10), until: at(12), was: not_to_all };
        assert_eq!(found, [stretch(8, 10, Open), between, stretch(12, 16, Open)]);
        assert_eq!(sum(&found, &hours()).open, Span::seconds(8 * 3_600), "it was open to the others");
    }

    #[test]
    fn a_rule_that_closed_the_chat_to_some_for_a_while_begins_a_stretch_of_its_own_cc_11() {
        let not_to_all = Openness { closed_rules: vec!["Pay".to_owned()], ..Open.into() };
        let by_rule = |hour| AvailabilityChange { at: at(hour), is: not_to_all.clone() };
        let found = stretches(&[change(8, Open), by_rule(10), by_rule(11), change(12, Open)], at(8), at(16));
        let between = AvailabilityStretch { from: at(10), until: at(12), was: not_to_all.clone() };
        assert_eq!(found, [stretch(8, 10, Open), between, stretch(12, 16, Open)]);
        assert_eq!(sum(&found, &hours()).open, Span::seconds(8 * 3_600), "it was open to the others");
    }

    #[test]
    fn only_the_time_within_the_hours_counts_as_closed_when_it_should_have_been_open() {
        let found = [
            stretch(0, 6, AvailabilityState::Hours),
            stretch(6, 9, DeskDown),
            stretch(9, 14, Open),
            stretch(14, 20, AvailabilityState::ByHand),
        ];
        let sum = sum(&found, &hours());
        assert_eq!(sum.open, Span::seconds(5 * 3_600));
        // One hour of the three that the desk was down, and two until the hours ended.
        assert_eq!(sum.closed_in_hours, Span::seconds(3 * 3_600));
    }

    #[test]
    fn what_is_closed_now_is_counted_from_when_the_hours_opened_and_what_was_before_is_done() {
        // Closed by hand the whole night; open from ten to eleven and from one on.
        let changes = [change(-8, AvailabilityState::ByHand), change(10, Open), change(11, NobodyPresent), change(13, Open)];
        let so_far = |at_hour| closed_so_far(&changes, &hours(), at(0), at(at_hour));
        let counted = |hours: i64, since: Option<i64>| ClosedSoFar { before: Span::seconds(hours * 3_600), since: since.map(at) };
        assert_eq!(so_far(7), counted(0, None));
        assert_eq!(so_far(9), counted(0, Some(8)));
        assert_eq!(so_far(10), counted(2, None));
        assert_eq!(so_far(11), counted(2, Some(11)), "from its first moment on");
        assert_eq!(so_far(14), counted(4, None));
        assert_eq!(closed_so_far(&[], &hours(), at(0), at(9)), counted(0, None));
    }

    #[test]
    fn hours_that_are_changed_later_change_nothing_of_what_was() {
        let day = [stretch(8, 10, Open), stretch(10, 12, NobodyPresent), stretch(12, 16, Open)];
        let shorter = Hours { week: WeekHours::on_workdays(&[Slot::new(480, 600)]), ..hours() };
        assert_eq!(sum(&day, &shorter), sum(&day, &hours()));
        assert_eq!(sum(&day, &shorter).closed_in_hours, Span::seconds(2 * 3_600));
    }

    #[test]
    fn a_new_day_begins_with_nothing_also_when_it_was_closed_over_midnight() {
        let always = Hours { week: WeekHours::always(), ..hours() };
        let so_far = closed_so_far(&[change(-8, NobodyPresent)], &always, at(0), at(1));
        assert_eq!(so_far, ClosedSoFar { before: Span::seconds(0), since: Some(at(0)) });
    }

    #[test]
    fn who_met_a_chat_closed_is_told_where_it_was_closed_also_when_that_began_the_day_before() {
        let found = [stretch(0, 8, AvailabilityState::Hours), stretch(8, 16, Open), stretch(16, 24, NobodyPresent)];
        let met = [(-8, 3), (16, 1), (18, 2)].map(|(hour, visitors)| MetClosed { since: at(hour), visitors });
        assert_eq!(found.map(|one| who_met(&one, at(0), &met)), [3, 0, 3]);
    }
}
