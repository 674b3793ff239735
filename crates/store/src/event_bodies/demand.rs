//! What a contact needs, as an event is written.

use desk::routing::Demand;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a contact needs.
#[derive(Serialize, Deserialize)]
pub(super) struct DemandBody {
    level: u8,
    skill: Option<Uuid>,
    priority: i64,
}

impl From<Demand> for DemandBody {
    fn from(demand: Demand) -> Self {
        Self { level: demand.level, skill: demand.skill.map(|skill| skill.0), priority: demand.priority }
    }
}

impl From<DemandBody> for Demand {
    fn from(body: DemandBody) -> Self {
        Self { level: body.level, skill: body.skill.map(Into::into), priority: body.priority }
    }
}
