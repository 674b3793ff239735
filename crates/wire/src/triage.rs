//! How urgent a contact is said to be, and how it is best handled.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::common::mirror;

mirror! {
    /// How a contact is best handled.
    HandlingPath = desk::triage::HandlingPath {
        /// It is answered at once, in the same contact.
        Now,
        /// Somebody comes back to the customer at a promised time.
        Later,
        /// It is handed to an agent or a team who knows it.
        Colleague,
        /// The customer is sent to a place outside the desk.
        Elsewhere,
    }
}

/// What somebody has said; sent, it takes the place of what was said before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Triage {
    /// How much depends on it, 1 (most) to 3.
    pub impact: i64,
    /// How soon it must be helped, 1 (at once) to 3.
    pub urgency: i64,
    /// How it is best handled.
    pub path: HandlingPath,
}

impl From<desk::triage::Triage> for Triage {
    fn from(triage: desk::triage::Triage) -> Self {
        Self { impact: triage.impact, urgency: triage.urgency, path: triage.path.into() }
    }
}
