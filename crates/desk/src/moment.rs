//! A point in time and a span of it, in whole microseconds.

/// A point in time: microseconds since 1970-01-01T00:00:00Z. For display and durations, never for order inside a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// A span of time in microseconds; never negative when it comes from [`Moment::since`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span(i64);

impl Moment {
    /// From microseconds since the Unix epoch.
    pub const fn from_micros(us: i64) -> Self {
        Self(us)
    }
    /// Microseconds since the Unix epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// Milliseconds since the Unix epoch, rounded down: what the wire carries.
    pub const fn millis(self) -> i64 {
        self.0.div_euclid(1000)
    }
    /// How long ago `earlier` was; zero when the clock was turned back in between.
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0).max(0))
    }
    /// This moment and `span` later.
    #[must_use]
    pub fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
    /// This moment and `span` earlier.
    #[must_use]
    pub fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Span {
    /// Both spans, one after the other.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
    /// A span of `seconds`.
    pub const fn seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000_000))
    }
    /// A span of `ms` milliseconds.
    pub const fn millis(ms: i64) -> Self {
        Self(ms.saturating_mul(1000))
    }
    /// A span of `us` microseconds.
    pub const fn micros(us: i64) -> Self {
        Self(us)
    }
    /// In whole milliseconds, rounded down.
    pub const fn as_millis(self) -> i64 {
        self.0 / 1000
    }
    /// In whole microseconds.
    pub const fn as_micros(self) -> i64 {
        self.0
    }
}
