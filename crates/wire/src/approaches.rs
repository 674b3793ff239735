//! Invitations to a client's chat: when they come, what became of them, and what the widget does with them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::mirror;
use crate::speech::Worded;

mirror! {
    /// Whom an invitation is for.
    Whom = desk::approach::Whom {
        /// Everybody.
        Everybody,
        /// Who has not been here before.
        New,
        /// Who has.
        Returning,
    }
}

mirror! {
    /// What became of a visitor who met the conditions of an invitation.
    Became = desk::approach::Became {
        /// They were invited, or held out.
        Met,
        /// They said no.
        SaidNo,
        /// They opened the chat from the invitation.
        Opened,
        /// They began a chat in the same visit.
        Chatted,
    }
}

/// When a client invites visitors to its chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approaches {
    /// Whether it does at all.
    pub on: bool,
    /// How often at most in one visit, 1–5.
    pub per_visit: i64,
    /// In one day, 1–10.
    pub per_day: i64,
    /// In one week, 1–20.
    pub per_week: i64,
    /// For how many days who has said no is left in peace, 1–365.
    pub peace_days: i64,
    /// The share that is invited to nothing, 0–50 per cent.
    pub held_out_percent: i64,
    /// The invitations, at most 10; the first that fits goes first.
    pub approaches: Vec<Approach>,
}

/// One invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approach {
    /// Which; made by whoever adds it.
    pub approach_id: Uuid,
    /// On which pages, as paths (`/prices`), at most 20; none are all.
    pub pages: Vec<String>,
    /// After how many seconds on the page, 5–600.
    pub after_s: i64,
    /// After how much of the page has been scrolled through, 0–100 per cent.
    pub scrolled_percent: i64,
    /// Whom.
    pub whom: Whom,
    /// What it says; at most 200 characters in each language.
    pub words: Worded,
}

/// When a client invites visitors, and what became of those invitations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ClientApproaches {
    /// As it is set.
    pub settings: Approaches,
    /// Over how many days was counted.
    pub days: i64,
    /// What became of each invitation that anybody has met.
    pub results: Vec<ApproachResult>,
}

/// What became of one invitation. Each visitor once a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ApproachResult {
    /// Which.
    pub approach_id: Uuid,
    /// Visitors who were invited.
    pub invited: i64,
    /// Of them, who said no.
    pub said_no: i64,
    /// Of them, who opened the chat from the invitation.
    pub opened: i64,
    /// Of them, who began a chat in the same visit.
    pub chatted: i64,
    /// Visitors who met the conditions and were invited to nothing.
    pub held_out: i64,
    /// Of them, who began a chat in the same visit.
    pub held_out_chatted: i64,
    /// How many per cent more of the invited began a chat; nothing while there is nobody to compare with.
    pub effect: Option<ApproachEffect>,
}

/// A difference of two shares with its 95 % interval, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ApproachEffect {
    /// The difference.
    pub points: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// What a widget waits for on this page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AwaitedApproach {
    /// Which invitation.
    pub approach_id: Uuid,
    /// After how many seconds on the page.
    pub after_s: i64,
    /// After how much of the page, in per cent.
    pub scrolled_percent: i64,
}

/// What a widget tells of its visitor, who may be invited now. The browser alone remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetApproach {
    /// By what the browser tells itself from others, made on its first visit.
    pub browser_id: Uuid,
    /// The page's address, without query and fragment.
    pub page: String,
    /// Seconds on the page.
    pub on_page_s: i64,
    /// How much of it was scrolled through, in per cent.
    pub scrolled_percent: i64,
    /// Whether the visitor has been here before.
    pub returning: bool,
    /// How often they were invited in this visit.
    pub in_visit: i64,
    /// In the last 24 hours.
    pub in_day: i64,
    /// In the last seven days.
    pub in_week: i64,
    /// How many seconds ago they said no.
    pub said_no_s: Option<i64>,
    /// Whether they were held out before: who is, stays so.
    pub held_out: Option<bool>,
}

/// Whether a visitor is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum ApproachAnswer {
    /// They are.
    Invited {
        /// With these words.
        words: String,
    },
    /// They are among those who are invited to nothing.
    HeldOut,
    /// Not now; perhaps in a while.
    NotNow,
    /// Not on this page.
    Never,
}

/// What became of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproachBecame {
    /// By what the browser tells itself from others, made on its first visit.
    pub browser_id: Uuid,
    /// What.
    pub became: Became,
    /// Whether the visitor was held out.
    pub held_out: bool,
}
