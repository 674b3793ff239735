//! What is known of customers: the fields of a client in settings and on screens, and what stands in them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A field that a client keeps of its customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownField {
    /// Chosen by who adds it.
    pub known_field_id: Uuid,
    /// Its name in Finnish, at most 40 characters; empty where the client is not served in it. Each name stands once.
    pub name_fi: String,
    /// In Swedish.
    pub name_sv: String,
    /// In English.
    pub name_en: String,
    /// True: what it holds stays until somebody takes it out, and nothing more is written in it.
    pub retired: bool,
}

/// What a client keeps of its customers, in order. Sent back, it changes what it names; a field that it does not name stays as
/// it is, behind the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownFields {
    /// At most 20 in use.
    pub fields: Vec<KnownField>,
}

/// What is known of a customer in one field. Of two the higher version is the newer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KnownValue {
    /// In which.
    pub known_field_id: Uuid,
    /// What; empty when it was taken out.
    pub text: String,
    /// Grows with every change.
    pub version: i64,
    /// Who wrote it.
    pub agent_id: Uuid,
    /// When (ms).
    pub at: i64,
}

/// News of what is known of a customer: it takes the place of older versions, and what it does not name stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerKnown {
    /// Of whom.
    pub customer_id: Uuid,
    /// What.
    pub values: Vec<KnownValue>,
}

/// What is known in a field from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetKnown {
    /// At most 200 characters in one line; empty takes it out, also of a retired field.
    pub text: String,
}
