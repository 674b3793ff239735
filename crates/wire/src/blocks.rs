//! Visitors who are kept out for a while.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cases::CustomerBrief;
use crate::common::mirror;

mirror! {
    /// For how long a visitor is kept out.
    BlockFor = desk::case::BlockFor {
        /// An hour.
        Hour,
        /// A day.
        Day,
        /// A week.
        Week,
    }
}

/// Keep the customer of this case out; a chat that I hold with them ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockCustomer {
    /// Chosen by the screen.
    pub note_id: Uuid,
    /// Why: required, kept as a note.
    pub reason: String,
    /// For how long.
    pub how_long: BlockFor,
}

/// A visitor who is kept out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Block {
    /// Which.
    pub block_id: Uuid,
    /// In which case it began.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client_id: Uuid,
    /// Who is kept out.
    pub customer: CustomerBrief,
    /// By whom.
    pub agent_id: Uuid,
    /// Since when (ms).
    pub at: i64,
    /// Until when (ms).
    pub until: i64,
    /// Why.
    pub reason: String,
}
