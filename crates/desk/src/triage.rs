//! A first estimate of a contact before the work on it starts: how urgent it is, and how it is best handled (UH-15).

use std::ops::RangeInclusive;

use crate::metrics::{Answered, nearest_rank};

/// The steps of impact and of urgency; 1 is the greatest.
pub const STEPS: RangeInclusive<i64> = 1..=3;

/// So many estimates of one contact are kept.
pub const MOST: usize = 20;

/// How a contact is best handled: each is something that the desk can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandlingPath {
    /// It is answered at once, in the same contact.
    Now,
    /// Somebody comes back to the customer at a promised time.
    Later,
    /// It is handed to an agent or a team who knows it.
    Colleague,
    /// The customer is sent to a place outside the desk.
    Elsewhere,
}

/// What was estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Triage {
    /// How much depends on it; one of [`STEPS`].
    pub impact: i64,
    /// How soon it must be helped; one of [`STEPS`].
    pub urgency: i64,
    /// How it is best handled.
    pub path: HandlingPath,
}

impl Triage {
    /// None when a step is none of [`STEPS`].
    pub fn new(impact: i64, urgency: i64, path: HandlingPath) -> Option<Self> {
        (STEPS.contains(&impact) && STEPS.contains(&urgency)).then_some(Self { impact, urgency, path })
    }

    /// Impact by urgency, 1 (first) to 5: the usual priority matrix of ITIL with three steps each way, in which a step less of
    /// either is a class less.
    pub fn class(&self) -> i64 {
        self.impact.saturating_add(self.urgency).saturating_sub(1)
    }

    /// Where that puts it in the queue ([`crate::routing::Demand::priority`]): the middle class is as usual, what is above goes
    /// first, what is below waits.
    pub fn priority(&self) -> i64 {
        match self.class() {
            ..=2 => 1,
            3 => 2,
            4.. => 3,
        }
    }
}

/// How contacts of a set were triaged. Population: chats by their start; clock: from the customer's first message to the first
/// estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Triages {
    /// How many were.
    pub triaged: i64,
    /// Of those, before a person answered: before work on it started.
    pub in_time: i64,
    /// Median, in whole seconds rounded down.
    pub median_s: Option<i64>,
    /// 90th percentile, likewise.
    pub p90_s: Option<i64>,
}

/// Counts `chats`.
pub fn triages(chats: &[Answered]) -> Triages {
    let mut times: Vec<i64> = chats.iter().filter_map(|chat| chat.triaged_after_ms).collect();
    times.sort_unstable();
    let is_in_time = |chat: &&Answered| match (chat.triaged_after_ms, chat.after_ms) {
        (Some(triaged), Some(answered)) => triaged <= answered,
        (Some(_), None) => true,
        (None, _) => false,
    };
    let count = |all: usize| i64::try_from(all).unwrap_or(i64::MAX);
    Triages {
        triaged: count(times.len()),
        in_time: count(chats.iter().filter(is_in_time).count()),
        median_s: nearest_rank(&times, 50).map(|ms| ms / 1000),
        p90_s: nearest_rank(&times, 90).map(|ms| ms / 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn triage(impact: i64, urgency: i64) -> Triage {
        Triage { impact, urgency, path: HandlingPath::Now }
    }

    #[test]
    fn impact_by_urgency_is_the_usual_matrix_and_the_middle_of_it_is_as_usual_in_the_queue() {
        let classes: Vec<Vec<i64>> = STEPS.map(|impact| STEPS.map(|urgency| triage(impact, urgency).class()).collect()).collect();
        assert_eq!(classes, [[1, 2, 3], [2, 3, 4], [3, 4, 5]]);
        let priorities: Vec<Vec<i64>> = STEPS.map(|impact| STEPS.map(|urgency| triage(impact, urgency).priority()).collect()).collect();
        assert_eq!(priorities, [[1, 1, 2], [1, 2, 3], [2, 3, 3]]);
        assert_eq!(triage(2, 2).priority(), crate::routing::Demand::default().priority, "an ordinary one stands where it would without");
    }

    #[test]
    fn there_are_three_steps_each_way() {
        assert_eq!(Triage::new(3, 1, HandlingPath::Now), Some(triage(3, 1)));
        assert_eq!(Triage::new(0, 1, HandlingPath::Now), None);
        assert_eq!(Triage::new(1, 4, HandlingPath::Now), None);
    }

    #[test]
    fn the_time_to_triage_is_that_of_the_triaged_and_in_time_is_before_the_first_answer() {
        let chat = |triaged_after_ms, after_ms| Answered {
            after_ms,
            triaged_after_ms,
            target_ms: 60_000,
            waits_ms: None,
            left_after_ms: None,
            to_call_after_ms: None,
            exceeds: false,
        };
        let chats = [
            chat(Some(10_900), Some(30_000)),
            chat(Some(20_000), None),
            chat(Some(90_000), Some(60_000)),
            chat(None, Some(5_000)),
            chat(None, None),
        ];
        assert_eq!(triages(&chats), Triages { triaged: 3, in_time: 2, median_s: Some(20), p90_s: Some(90) });
        assert_eq!(triages(&chats[3..]).median_s, None, "nobody has triaged: there is no time");
    }
}
