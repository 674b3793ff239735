//! What a waiting visitor is told, and nothing that was not measured.

use crate::availability::Staffing;
use crate::metrics::nearest_rank;
use crate::moment::Span;

/// Rates are measured over this long.
pub const RATE_WINDOW: Span = Span::seconds(30 * 60);

/// Fewer taken chats than this in the window say nothing about the next one.
pub const ENOUGH_TO_TELL: i64 = 5;

/// Seconds until the visitor at `place` (1 = next) is taken, when `taken` chats of the client were taken from the queue
/// during the last [`RATE_WINDOW`]: place divided by the measured rate. None without enough data.
pub fn estimate_s(place: i64, taken: i64) -> Option<i64> {
    if taken < ENOUGH_TO_TELL || place < 1 {
        return None;
    }
    let window_s = RATE_WINDOW.as_millis() / 1000;
    Some(place.saturating_mul(window_s).div_euclid(taken))
}

/// Seconds that a visitor who comes now can expect to wait for the first answer. With a free slot that is the median of
/// `waits_ms`, the measured waits of the last [`RATE_WINDOW`]; without one it is what the end of the queue is told. None
/// without enough data.
pub fn expected_answer_s(waits_ms: &mut [i64], staffing: Staffing, taken: i64) -> Option<i64> {
    if staffing.waiting >= staffing.free_slots {
        return estimate_s(staffing.waiting.saturating_add(1), taken);
    }
    waits_ms.sort_unstable();
    let is_enough = i64::try_from(waits_ms.len()).unwrap_or(i64::MAX) >= ENOUGH_TO_TELL;
    nearest_rank(waits_ms, 50).filter(|_| is_enough).map(|ms| ms / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Staffing = Staffing { present: 1, free_slots: 2, waiting: 1 };
    const BUSY: Staffing = Staffing { present: 1, free_slots: 1, waiting: 2 };

    #[test]
    fn an_estimate_comes_from_the_measured_rate() {
        // Thirty chats in thirty minutes: one a minute, so the second in the queue waits about two.
        assert_eq!(estimate_s(2, 30), Some(120));
    }

    #[test]
    fn without_enough_data_nothing_is_said() {
        assert_eq!(estimate_s(1, 4), None);
    }
    #[test]
    fn where_a_slot_is_free_the_usual_answer_time_is_expected() {
        assert_eq!(expected_answer_s(&mut [50_000, 20_000, 30_000, 90_000, 40_000], FREE, 30), Some(40));
        assert_eq!(expected_answer_s(&mut [1000; 4], FREE, 30), None, "four answers say nothing about the next");
    }

    #[test]
    fn on_a_full_desk_nobody_is_promised_what_those_got_who_came_to_a_free_one() {
        // Two wait for the one slot that is free, so the next is third: three minutes at one chat a minute.
        assert_eq!(expected_answer_s(&mut [20_000; 9], BUSY, 30), Some(180));
        assert_eq!(expected_answer_s(&mut [20_000; 9], BUSY, 4), None);
    }
}
