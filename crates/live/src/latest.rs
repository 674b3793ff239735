//! News of which only the newest matters, such as how a case stands in a list: the first is told at once, and while
//! more comes, the newest ten times a second.
//!
//! A person who sees fifty chats in a list reads none of them word for word. Without this every message of every chat
//! would be a frame for every open workspace.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::Duration;

/// How long after news about a key its next news waits.
pub const PAUSE: Duration = Duration::from_millis(100);

/// The newest news about each of many things.
pub struct Latest<K, T> {
    /// The highest place that came of each, and the news of it when it has not been told.
    told: HashMap<K, (i64, Option<T>)>,
    /// When each key in `told` may be told again: in order, because all wait equally long.
    pauses: VecDeque<(Duration, K)>,
}

impl<K: Hash + Eq + Copy, T> Default for Latest<K, T> {
    fn default() -> Self {
        Self { told: HashMap::new(), pauses: VecDeque::new() }
    }
}

impl<K: Hash + Eq + Copy, T> Latest<K, T> {
    /// News about `key` as it stands at `place` in its order. Answers it when it is to be told at once; otherwise it waits and
    /// replaces what waited, unless that stands later.
    pub fn arrived(&mut self, key: K, place: i64, news: T, now: Duration) -> Option<T> {
        if let Some(latest) = self.told.get_mut(&key) {
            if place >= latest.0 {
                *latest = (place, Some(news));
            }
            return None;
        }
        self.pause(key, place, now);
        Some(news)
    }

    /// What has waited long enough at `now`.
    pub fn due(&mut self, now: Duration) -> Vec<T> {
        let mut due = Vec::new();
        while let Some((_, key)) = self.pauses.pop_front_if(|(until, _)| *until <= now) {
            if let Some((place, Some(news))) = self.told.remove(&key) {
                due.push(news);
                self.pause(key, place, now);
            }
        }
        due
    }

    /// When somebody should ask for what is due; `None` when nothing was told lately.
    pub fn waits_until(&self) -> Option<Duration> {
        self.pauses.front().map(|(until, _)| *until)
    }

    fn pause(&mut self, key: K, place: i64, now: Duration) {
        self.told.insert(key, (place, None));
        self.pauses.push_back((now + PAUSE, key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn the_first_news_is_told_at_once_and_after_a_burst_the_newest() {
        let mut latest = Latest::default();
        assert_eq!(latest.arrived("a case", 1, 1, ms(0)), Some(1));
        assert_eq!(latest.arrived("a case", 2, 2, ms(10)), None);
        assert_eq!(latest.arrived("a case", 3, 3, ms(20)), None);
        assert_eq!(latest.arrived("another", 7, 7, ms(30)), Some(7));
        assert_eq!(latest.due(ms(99)), Vec::<i32>::new());
        assert_eq!(latest.due(ms(100)), vec![3]);
    }

    #[test]
    fn a_burst_that_goes_on_is_told_ten_times_a_second() {
        let mut latest = Latest::default();
        let mut told = 0;
        for (at, place) in (0..1000).zip(0..) {
            told += usize::from(latest.arrived("a case", place, at, ms(at)).is_some()) + latest.due(ms(at)).len();
        }
        assert_eq!(told, 10);
    }

    #[test]
    fn news_that_was_overtaken_replaces_nothing() {
        let mut latest = Latest::default();
        assert_eq!(latest.arrived("a case", 5, 5, ms(0)), Some(5));
        assert_eq!(latest.arrived("a case", 4, 4, ms(10)), None);
        assert_eq!(latest.due(ms(100)), Vec::<i32>::new());
        assert_eq!(latest.arrived("a case", 5, 5, ms(200)), Some(5));
        latest.arrived("a case", 7, 7, ms(210));
        latest.arrived("a case", 6, 6, ms(220));
        assert_eq!(latest.due(ms(300)), vec![7]);
    }

    #[test]
    fn what_was_quiet_for_a_while_is_forgotten_and_told_at_once_again() {
        let mut latest = Latest::default();
        latest.arrived("a case", 1, 1, ms(0));
        assert_eq!(latest.waits_until(), Some(ms(100)));
        assert_eq!(latest.due(ms(100)), Vec::<i32>::new());
        assert_eq!(latest.waits_until(), None);
        assert_eq!(latest.arrived("a case", 2, 2, ms(101)), Some(2));
    }
}
