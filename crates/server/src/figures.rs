//! What is counted for `/metrics`. Only numbers: no names, no addresses.

use std::sync::atomic::{AtomicU64, Ordering};

/// Counters since the start.
#[derive(Debug, Default)]
pub struct Figures {
    /// Requests answered.
    pub requests: Counter,
    /// Answers of 400–499.
    pub refused: Counter,
    /// Answers of 500–599.
    pub failed: Counter,
    /// Refused because of too many requests.
    pub limited: Counter,
    /// Handlers that panicked.
    pub panics: Counter,
    /// Messages and notes stored.
    pub messages_stored: Counter,
    /// How long units of work took to be durable.
    pub commits: Histogram,
}

/// A number that only grows.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// One more.
    pub fn add_one(&self) {
        self.add(1);
    }
    /// So many more.
    pub fn add(&self, more: usize) {
        self.0.fetch_add(u64::try_from(more).unwrap_or_default(), Ordering::Relaxed);
    }
    /// How many.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// The upper edges of [`Histogram`]'s classes, in microseconds.
pub const EDGES_US: [u64; 8] = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 1_000_000];

/// How often something took how long.
#[derive(Debug, Default)]
pub struct Histogram {
    classes: [AtomicU64; EDGES_US.len()],
    sum_us: AtomicU64,
    count: AtomicU64,
}

impl Histogram {
    /// Counts one that took `us` microseconds.
    pub fn add(&self, us: u64) {
        let class = EDGES_US.iter().zip(&self.classes).find(|(edge, _)| us <= **edge);
        if let Some((_, count)) = class {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.sum_us.fetch_add(us, Ordering::Relaxed);
        self.count.fetch_add(1, Ordering::Relaxed);
    }

    /// `(edge, how many were not longer)` for each edge.
    pub fn cumulative(&self) -> Vec<(u64, u64)> {
        let mut so_far = 0;
        let classes = EDGES_US.iter().zip(&self.classes);
        classes
            .map(|(edge, count)| {
                so_far += count.load(Ordering::Relaxed);
                (*edge, so_far)
            })
            .collect()
    }

    /// How many, and how many microseconds together.
    pub fn totals(&self) -> (u64, u64) {
        (self.count.load(Ordering::Relaxed), self.sum_us.load(Ordering::Relaxed))
    }
}
