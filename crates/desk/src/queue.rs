//! What a waiting visitor is told, and nothing that was not measured.

use crate::metrics::nearest_rank;
use crate::moment::Span;

/// Rates are measured over this long.
pub const RATE_WINDOW: Span = Span::seconds(30 * 60);

/// Fewer taken chats than this in the window say nothing about the next one.
pub const ENOUGH_TO_TELL: i64 = 5;

/// What was measured of a client's queue during the last [`RATE_WINDOW`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How long (ms) those waited who were answered, in no order.
    pub waits_ms: Vec<i64>,
    /// How many chats were taken from the queue.
    pub taken: i64,
}

impl Measured {
    /// Seconds that the visitor at `place` (1 = next) can expect to wait for the first answer. Whoever has a free slot
    /// waits as long as others did: the median. Behind the free slots it is the place divided by the rate at which
    /// chats were taken. None without enough data.
    #[must_use]
    pub fn estimate_s(&self, place: i64, free_slots: i64) -> Option<i64> {
        if place > free_slots { self.by_rate(place) } else { self.by_waits() }
    }

    fn by_rate(&self, place: i64) -> Option<i64> {
        if self.taken < ENOUGH_TO_TELL {
            return None;
        }
        let window_s = RATE_WINDOW.as_millis() / 1000;
        Some(place.saturating_mul(window_s).div_euclid(self.taken))
    }

    fn by_waits(&self) -> Option<i64> {
        let mut waits = self.waits_ms.clone();
        waits.sort_unstable();
        let is_enough = i64::try_from(waits.len()).unwrap_or(i64::MAX) >= ENOUGH_TO_TELL;
        nearest_rank(&waits, 50).filter(|_| is_enough).map(|ms| ms / 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(waits_ms: &[i64], taken: i64) -> Measured {
        Measured { waits_ms: waits_ms.to_vec(), taken }
    }

    #[test]
    fn behind_the_free_slots_an_estimate_comes_from_the_measured_rate() {
        // Thirty chats in thirty minutes: one a minute, so the second in the queue waits about two.
        assert_eq!(measured(&[20_000; 9], 30).estimate_s(2, 0), Some(120));
        assert_eq!(measured(&[20_000; 9], 30).estimate_s(3, 1), Some(180));
    }

    #[test]
    fn where_a_slot_is_free_the_usual_answer_time_is_expected_before_and_after_writing() {
        // Eight chats in half an hour: by the rate it would be almost four minutes, though 22 slots are free.
        let quiet = measured(&[50_000, 20_000, 30_000, 90_000, 40_000], 8);
        assert_eq!(quiet.estimate_s(1, 22), Some(40));
    }

    #[test]
    fn without_enough_data_nothing_is_said() {
        assert_eq!(measured(&[1000; 9], 4).estimate_s(1, 0), None);
        assert_eq!(measured(&[1000; 4], 30).estimate_s(1, 2), None, "four answers say nothing about the next");
    }
}
