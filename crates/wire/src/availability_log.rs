//! When a client's chat was open, for whoever looks after the desk.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::{ClosedLanguage, mirror};

mirror! {
    /// What a chat was.
    AvailabilityState = desk::availability_log::AvailabilityState {
        /// Open.
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
}

/// It was so the whole time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AvailabilityStretch {
    /// First moment (ms).
    pub from: i64,
    /// First moment after it (ms).
    pub until: i64,
    /// What.
    pub state: AvailabilityState,
    /// In which languages it was closed although it was open.
    pub closed_in: Vec<ClosedLanguage>,
    /// The rules that closed it to those for whom they decide although it was open, by the names that they had.
    pub closed_rules: Vec<String>,
    /// Visitors who opened the chat and met it closed, at all, in their language or by a rule; at least.
    pub met_closed: i64,
}

/// One day of a client's chat, in the client's own time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AvailabilityDay {
    /// Which day, `2026-11-28`.
    pub date: String,
    /// Its first moment (ms).
    pub from: i64,
    /// The first moment of the next day (ms): a day has 23 or 25 hours when clocks are turned.
    pub until: i64,
    /// One after the other, without a gap, as far as is known: from when the log began, and until now.
    pub stretches: Vec<AvailabilityStretch>,
    /// How long it was open (ms).
    pub open_ms: i64,
    /// How long it was closed although its hours said that it is open (ms).
    pub closed_in_hours_ms: i64,
    /// Visitors who met it closed, each once for each stretch; at least.
    pub met_closed: i64,
}
