//! Keys of integrations. The key itself is never stored, only its SHA-256.

use desk::id::{AgentId, ApiTokenId, OrganisationId};
use desk::may::Scope;
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{statements, stored, values};

/// How many keys one organisation may have.
pub const LIMIT: i64 = 200;

/// A key of an integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// Which.
    pub api_token_id: ApiTokenId,
    /// Who made it; it acts as this person.
    pub agent_id: AgentId,
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Moment,
    /// Good until; `None` for ever.
    pub expires_at: Option<Moment>,
    /// Last used, to the minute.
    pub used_at: Option<Moment>,
}

macro_rules! select_token {
    ($rest:literal) => {
        concat!("select api_token_id, agent_id, name, scopes, created_at_us, expires_at_us, used_at_us from api_tokens ", $rest)
    };
}

statements! {
    BY_SECRET = select_token!("where organisation_id = $1 and secret_hash = $2
                               and (expires_at_us is null or expires_at_us > $3)");
    LIST = select_token!("where organisation_id = $1 order by created_at_us, api_token_id limit $2");
    ADD = "insert into api_tokens (organisation_id, api_token_id, agent_id, name, secret_hash, scopes, created_at_us,
             expires_at_us, used_at_us) values ($1, $2, $3, $4, $5, $6, $7, $8, null)";
    USED = "update api_tokens set used_at_us = $3 where organisation_id = $1 and api_token_id = $2";
    REVOKE = "delete from api_tokens where organisation_id = $1 and api_token_id = $2";
    REVOKE_ALL_OF = "delete from api_tokens where organisation_id = $1 and agent_id = $2";
}

/// The key that belongs to a secret, unless it has expired.
pub async fn by_secret(tx: &mut Tx, organisation: OrganisationId, hash: [u8; 32], now: Moment) -> Result<Option<ApiToken>> {
    tx.row(BY_SECRET, values![organisation, hash, now]).await?.as_ref().map(read).transpose()
}

/// Every key, oldest first.
pub async fn list(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<ApiToken>> {
    tx.rows(LIST, values![organisation, LIMIT]).await?.iter().map(read).collect()
}

/// Stores a new key.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &ApiToken, secret_hash: [u8; 32]) -> Result<()> {
    let values = values![
        organisation,
        new.api_token_id,
        new.agent_id,
        &new.name,
        secret_hash,
        stored::texts(&new.scopes),
        new.created_at,
        new.expires_at,
    ];
    tx.execute(ADD, values).await?;
    Ok(())
}

/// Notes that the key is in use.
pub async fn used(tx: &mut Tx, organisation: OrganisationId, token: ApiTokenId, at: Moment) -> Result<()> {
    tx.execute(USED, values![organisation, token, at]).await?;
    Ok(())
}

/// Makes a key worthless. False when there is none.
pub async fn revoke(tx: &mut Tx, organisation: OrganisationId, token: ApiTokenId) -> Result<bool> {
    Ok(tx.execute(REVOKE, values![organisation, token]).await? == 1)
}

/// Makes every key of a person worthless.
pub async fn revoke_all_of(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<u64> {
    tx.execute(REVOKE_ALL_OF, values![organisation, agent]).await
}

fn read(row: &Row) -> Result<ApiToken> {
    Ok(ApiToken {
        api_token_id: row.get(0)?,
        agent_id: row.get(1)?,
        name: row.get(2)?,
        scopes: stored::values(&row.get::<String>(3)?)?,
        created_at: row.get(4)?,
        expires_at: row.get(5)?,
        used_at: row.get(6)?,
    })
}
