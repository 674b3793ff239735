//! What an agent is told of their own load. Nobody else is told any of it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How my own day weighs on me; for me alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LoadHints {
    /// Since when I have been in chat without a break (ms); `null` while I am not.
    pub chat_since: Option<i64>,
    /// When a break is proposed (ms), if I go on like this; `null` while I am not in chat.
    pub break_proposed_at: Option<i64>,
    /// When my last break ended (ms); `null` when I have had none today, or am on one.
    pub break_ended_at: Option<i64>,
    /// What I hold now; a chat is 100.
    pub load: i64,
    /// What I have held over the last hour, weighted by time.
    pub load_of_late: i64,
    /// How many of my luukut I do without until I have had a break.
    pub slots_eased: i64,
    /// How long customers waited for my words; `null` before there are enough to compare.
    pub answers: Option<OwnAnswers>,
}

/// Medians of how long customers waited for my words today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnAnswers {
    /// Within the last hour, in seconds.
    pub of_late_s: i64,
    /// Before that, in seconds.
    pub earlier_s: i64,
}
