//! What happened in a case, in the order in which it happened.
//!
//! Two transactions of one case commit one after the other, but on PostgreSQL the news of the second may be here
//! first. Such news waits a moment for what it follows. If that does not come, it is told all the same: the screens
//! see the hole and ask the store.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::Duration;

/// How long news waits for what it follows.
pub const PATIENCE: Duration = Duration::from_millis(100);

/// How many keys are remembered before the ones that have been quiet longest are forgotten.
const REMEMBERED: usize = 20_000;

/// Puts news about many things in order, each thing by itself.
pub struct Order<K, T> {
    /// Last place told, of what was told lately and of what was told before that.
    told: HashMap<K, i64>,
    told_before: HashMap<K, i64>,
    /// Too early, in order of arrival.
    early: VecDeque<Early<K, T>>,
}

struct Early<K, T> {
    key: K,
    after: i64,
    last: i64,
    news: T,
    until: Duration,
}

impl<K: Hash + Eq + Copy, T> Default for Order<K, T> {
    fn default() -> Self {
        Self { told: HashMap::new(), told_before: HashMap::new(), early: VecDeque::new() }
    }
}

impl<K: Hash + Eq + Copy, T> Order<K, T> {
    /// News about `key` that follows place `after` and ends at place `last`. Answers what can be told now, in order; what
    /// has waited long enough first, so that it waits no longer however much other news keeps coming.
    pub fn arrived(&mut self, key: K, after: i64, last: i64, news: T, now: Duration) -> Vec<T> {
        let mut ready = self.overdue(now);
        ready.extend(self.in_order(key, after, last, news, now));
        ready
    }

    fn in_order(&mut self, key: K, after: i64, last: i64, news: T, now: Duration) -> Vec<T> {
        let told = self.told.get(&key).or_else(|| self.told_before.get(&key)).copied();
        if told.is_some_and(|told| after > told) {
            self.early.push_back(Early { key, after, last, news, until: now + PATIENCE });
            return Vec::new();
        }
        let mut ready = vec![news];
        let mut place = self.note(key, last.max(told.unwrap_or(last)));
        // Each piece that is told may be what another one waits for.
        while let Some(at) = self.early.iter().position(|early| early.key == key && early.after <= place) {
            let Some(early) = self.early.remove(at) else { break };
            place = self.note(key, early.last.max(place));
            ready.push(early.news);
        }
        ready
    }

    /// News that has waited long enough at `now`.
    pub fn overdue(&mut self, now: Duration) -> Vec<T> {
        let mut ready = Vec::new();
        while self.early.front().is_some_and(|early| early.until <= now) {
            let Some(early) = self.early.pop_front() else { break };
            ready.extend(self.arrived_late(early, now));
        }
        ready
    }

    /// When somebody should ask for what is overdue; `None` when nothing waits.
    pub fn waits_until(&self) -> Option<Duration> {
        self.early.front().map(|early| early.until)
    }

    fn arrived_late(&mut self, early: Early<K, T>, now: Duration) -> Vec<T> {
        self.note(early.key, early.after);
        self.in_order(early.key, early.after, early.last, early.news, now)
    }

    fn note(&mut self, key: K, last: i64) -> i64 {
        if self.told.len() >= REMEMBERED {
            self.told_before = std::mem::take(&mut self.told);
        }
        self.told.insert(key, last);
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::from_secs(5);

    #[test]
    fn news_in_order_is_told_at_once() {
        let mut order = Order::default();
        assert_eq!(order.arrived(1, 0, 2, "a", NOW), ["a"]);
        assert_eq!(order.arrived(1, 2, 3, "b", NOW), ["b"]);
        assert_eq!(order.waits_until(), None);
    }

    #[test]
    fn news_that_overtook_its_forerunner_waits_for_it() {
        let mut order = Order::default();
        assert_eq!(order.arrived(1, 0, 1, "a", NOW), ["a"]);
        assert!(order.arrived(1, 3, 4, "d", NOW).is_empty());
        assert!(order.arrived(1, 2, 3, "c", NOW).is_empty());
        // Another case does not wait with it.
        assert_eq!(order.arrived(2, 0, 1, "x", NOW), ["x"]);
        assert_eq!(order.arrived(1, 1, 2, "b", NOW), ["b", "c", "d"]);
        assert_eq!(order.waits_until(), None);
    }

    #[test]
    fn news_waits_no_longer_than_a_tenth_of_a_second() {
        let mut order = Order::default();
        order.arrived(1, 0, 1, "a", NOW);
        assert!(order.arrived(1, 2, 3, "c", NOW).is_empty());
        assert_eq!(order.waits_until(), Some(NOW + PATIENCE));
        assert!(order.overdue(NOW + PATIENCE / 2).is_empty());
        assert_eq!(order.overdue(NOW + PATIENCE), ["c"]);
        // What comes too late is told too: the screen ignores what it has asked for meanwhile.
        assert_eq!(order.arrived(1, 1, 2, "b", NOW + PATIENCE), ["b"]);
        assert_eq!(order.arrived(1, 3, 4, "d", NOW + PATIENCE), ["d"]);
    }

    #[test]
    fn news_that_keeps_coming_holds_nothing_up_that_has_waited_long_enough() {
        let mut order = Order::default();
        order.arrived(1, 0, 1, "a", NOW);
        assert!(order.arrived(1, 2, 3, "c", NOW).is_empty());
        assert_eq!(order.arrived(2, 0, 1, "x", NOW + PATIENCE / 2), ["x"]);
        assert_eq!(order.arrived(2, 1, 2, "y", NOW + PATIENCE), ["c", "y"]);
    }

    #[test]
    fn what_has_been_quiet_for_long_is_forgotten_and_told_again_at_once() {
        let mut order = Order::default();
        for case in 0..3 * i64::try_from(REMEMBERED).unwrap_or(0) {
            order.arrived(case, 0, 1, (), NOW);
        }
        assert!(order.told.len() + order.told_before.len() <= 2 * REMEMBERED);
        assert_eq!(order.arrived(0, 7, 8, (), NOW).len(), 1);
    }
}
