//! What a waiting visitor is told, and nothing that was not measured.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_comes_from_the_measured_rate() {
        // Thirty chats in thirty minutes: one a minute, so the second in the queue waits about two.
        assert_eq!(estimate_s(2, 30), Some(120));
    }

    #[test]
    fn without_enough_data_nothing_is_said() {
        assert_eq!(estimate_s(1, 4), None);
    }
}
