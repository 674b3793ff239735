//! The one-time link of an empty desk.

use desk::id::OrganisationId;
use desk::moment::Moment;

use crate::db::{Result, Tx};
use crate::{statements, values};

statements! {
    /// An earlier link that nobody used is dead as soon as there is a new one.
    FORGET_ALL = "delete from set_up";
    ADD = "insert into set_up (organisation_id, secret_hash, created_at_us) values ($1, $2, $3)";
    KNOWN = "select created_at_us from set_up where organisation_id = $1 and secret_hash = $2";
    USE_UP = "delete from set_up where organisation_id = $1 and secret_hash = $2";
}

/// Makes the secret with `secret_hash` the only one that can set up the desk.
pub async fn offer(tx: &mut Tx, organisation: OrganisationId, secret_hash: [u8; 32], at: Moment) -> Result<()> {
    tx.execute(FORGET_ALL, values![]).await?;
    tx.execute(ADD, values![organisation, secret_hash, at]).await?;
    Ok(())
}

/// Whether this secret can set up the desk.
pub async fn is_offered(tx: &mut Tx, organisation: OrganisationId, secret_hash: [u8; 32]) -> Result<bool> {
    Ok(tx.row(KNOWN, values![organisation, secret_hash]).await?.is_some())
}

/// Uses the secret up. False when it was not on offer, or somebody was quicker.
pub async fn use_up(tx: &mut Tx, organisation: OrganisationId, secret_hash: [u8; 32]) -> Result<bool> {
    Ok(tx.execute(USE_UP, values![organisation, secret_hash]).await? == 1)
}
