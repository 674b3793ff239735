//! Whom a client's website names with a signature: the keys it signs with, and what the widget does with a token.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::common::mirror;

mirror! {
    /// How a key signs.
    Algorithm = desk::identity::Algorithm {
        /// HMAC with SHA-256: the website and the desk share a secret.
        Hs256,
        /// Ed25519: the desk has the public half only.
        EdDsa,
    }
}

/// A key with which a client's website signs who its visitor is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IdentityKey {
    /// Which.
    pub identity_key_id: Uuid,
    /// What it is called.
    pub name: String,
    /// How it signs.
    pub algorithm: Algorithm,
    /// Made (ms).
    pub created_at: i64,
    /// Last used (ms), to the minute.
    pub used_at: Option<i64>,
    /// From when on what it signs names nobody (ms); `null` when it stays in use.
    pub retires_at: Option<i64>,
}

/// What a website needs to name its visitors, and the keys it may do that with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IdentityKeys {
    /// What every token says as `aud`.
    pub audience: String,
    /// The keys, oldest first.
    pub keys: Vec<IdentityKey>,
}

/// Add a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddIdentityKey {
    /// What it is called; at most 60 characters.
    pub name: String,
    /// How it signs.
    pub algorithm: Algorithm,
    /// Of Ed25519 the public key: PEM, or its 32 bytes in base64. `null` for a shared secret, which the desk makes.
    pub public_key: Option<String>,
}

/// A key that was just made. The secret is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewIdentityKey {
    /// The key.
    pub key: IdentityKey,
    /// What the website signs with, as it is written; `null` where the desk has the public half only.
    pub secret: Option<String>,
}

/// Let a key go out of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RetireIdentityKey {
    /// In so many hours (0–720), so that a new key can take its place. At once, the visits that it has begun end too.
    pub in_hours: i64,
}

/// What the website says of its visitor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identify {
    /// A JWT in its compact form.
    pub token: String,
}

/// The visit of somebody whom the website has named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Identified {
    /// Sent in the place of the browser's own secret as long as the page is open. It is kept nowhere in the browser.
    pub key: String,
    /// Who that is, so that what is kept in the browser for them is kept apart from what others of the same browser have.
    pub person_id: Uuid,
}
