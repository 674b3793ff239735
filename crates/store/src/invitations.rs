//! Links through which a person chooses a password. Stored hashed, good once and for 72 hours.

use desk::id::{AgentId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Tx};
use crate::{statements, values};

statements! {
    ADD = "insert into invitations (organisation_id, secret_hash, agent_id, expires_at_us) values ($1, $2, $3, $4)";
    FIND = "select agent_id from invitations where organisation_id = $1 and secret_hash = $2 and expires_at_us > $3";
    FORGET_ALL_OF = "delete from invitations where organisation_id = $1 and agent_id = $2";
    USE_UP = "delete from invitations where organisation_id = $1 and secret_hash = $2 and expires_at_us > $3";
}

/// Stores a new link for a person; earlier ones stop working.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, secret_hash: [u8; 32], expires_at: Moment) -> Result<()> {
    forget_all_of(tx, organisation, agent).await?;
    tx.execute(ADD, values![organisation, secret_hash, agent, expires_at]).await?;
    Ok(())
}

/// Whom a link is for, unless it has expired.
pub async fn find(tx: &mut Tx, organisation: OrganisationId, secret_hash: [u8; 32], now: Moment) -> Result<Option<AgentId>> {
    tx.row(FIND, values![organisation, secret_hash, now]).await?.map(|row| row.get(0)).transpose()
}

/// Uses a link up. False when it was not good any more, or somebody was quicker.
pub async fn use_up(tx: &mut Tx, organisation: OrganisationId, secret_hash: [u8; 32], now: Moment) -> Result<bool> {
    Ok(tx.execute(USE_UP, values![organisation, secret_hash, now]).await? == 1)
}

/// Makes every link of a person worthless.
pub async fn forget_all_of(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<()> {
    tx.execute(FORGET_ALL_OF, values![organisation, agent]).await?;
    Ok(())
}
