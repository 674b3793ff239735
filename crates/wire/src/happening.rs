//! What somebody who looks after the desk is told of.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cases::CustomerBrief;
use crate::common::Channel;
use crate::entries::Entry;

/// Something that whoever looks after the desk should know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Happening {
    /// In which case.
    pub case_id: Uuid,
    /// Its number.
    pub number: i64,
    /// Whose customer.
    pub client_id: Uuid,
    /// Who asks.
    pub customer: CustomerBrief,
    /// Channel of the case's newest contact.
    pub channel: Channel,
    /// When (ms).
    pub at: i64,
    /// What.
    pub entry: Entry,
}
