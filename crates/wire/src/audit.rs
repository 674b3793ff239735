//! The log of sign-ins and of changes to settings.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A change of settings or a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// Which.
    pub audit_id: Uuid,
    /// When (ms).
    pub at: i64,
    /// Who; `null` for nobody known.
    pub agent_id: Option<Uuid>,
    /// Name of who, as it was then.
    pub name: String,
    /// A stable word: `signed_in`, `sign_in_failed`, `client_changed` …
    pub act: String,
    /// Upon what.
    pub object: String,
    /// From where.
    pub address: String,
    /// Which settings became what; none for what happened before this was kept. No secret is ever among them.
    pub changes: Vec<AuditChange>,
}

/// One setting that is another than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditChange {
    /// Which setting, as its own shape calls it; people and clients by name.
    pub field: String,
    /// What it was; `null` when there was none.
    pub before: Value,
    /// What it is; `null` when there is none.
    pub after: Value,
}

/// Upon what kind of thing somebody acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditArea {
    /// Coming in and going out, and passwords.
    SigningIn,
    /// Clients, and the set-up that made the first one.
    Clients,
    /// Prepared replies.
    Prepared,
    /// Teams.
    Teams,
    /// People.
    Agents,
    /// Keys of integrations.
    Keys,
}
