//! Customers who were sent elsewhere: on a case, and counted.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::mirror;

mirror! {
    /// Why a customer was sent elsewhere.
    ReferralReason = desk::case::ReferralReason {
        /// The matter is somebody else's.
        NotOurs,
        /// Nobody here may do what it needs.
        NoRight,
        /// Nobody here knows what it needs.
        NoKnowledge,
    }
}

/// Where the customer of a case was sent, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Referral {
    /// One of the client's labels of the kind `place`; `null` when only the note says where.
    pub place_id: Option<Uuid>,
    /// Why.
    pub reason: ReferralReason,
    /// One of the kind `remedy`; `null` for `not_ours`, and when only the note says it.
    pub remedy_id: Option<Uuid>,
}

/// The customer was sent elsewhere: the case is solved, a chat that I hold ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refer {
    /// Where, of the client's places; or the note says it.
    #[serde(default)]
    pub place_id: Option<Uuid>,
    /// Why.
    pub reason: ReferralReason,
    /// With what it had been solved here, of the client's remedies; or the note says it. Never for `not_ours`.
    #[serde(default)]
    pub remedy_id: Option<Uuid>,
    /// Chosen by the screen.
    pub note_id: Uuid,
    /// What is in no list, kept as a note; at most 8,000 characters.
    #[serde(default)]
    pub note: String,
}

/// So many cases had this label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelCount {
    /// Which; `null` for what only notes say.
    pub label_id: Option<Uuid>,
    /// Cases.
    pub cases: i64,
}

/// So many cases had this reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReasonCount {
    /// Which.
    pub reason: ReferralReason,
    /// Cases.
    pub cases: i64,
}

/// Of so many cases about one matter, so many were referred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MatterCount {
    /// The category; `null` for cases that nobody has sorted.
    pub category_id: Option<Uuid>,
    /// Cases that are over.
    pub ended: i64,
    /// Of those, referred.
    pub referred: i64,
}

/// The referrals of a client over the last days. Every list begins with what is most frequent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Referrals {
    /// From when (ms) …
    pub from: i64,
    /// … until when (ms) cases ended that are counted.
    pub until: i64,
    /// Cases that are over.
    pub ended: i64,
    /// Of those, referred.
    pub referred: i64,
    /// Why.
    pub reasons: Vec<ReasonCount>,
    /// Where to.
    pub places: Vec<LabelCount>,
    /// What would have solved it here.
    pub remedies: Vec<LabelCount>,
    /// What they were about: only matters of which something was referred.
    pub matters: Vec<MatterCount>,
}
