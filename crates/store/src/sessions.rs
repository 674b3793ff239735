//! Signed-in devices. The secret itself is never stored, only its SHA-256.

use desk::id::{AgentId, OrganisationId, SessionId};
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{statements, values};

/// How many devices one person's list shows.
const LIMIT: i64 = 100;
/// How many sessions of a whole organisation are looked at.
const ALL_LIMIT: i64 = 1_000_000;

/// A signed-in device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub session_id: SessionId,
    /// Whose.
    pub agent_id: AgentId,
    /// What the browser called itself.
    pub browser: String,
    /// From where it signed in.
    pub address: String,
    /// When.
    pub signed_in_at: Moment,
    /// Last used, to the minute.
    pub used_at: Moment,
    /// Good until.
    pub expires_at: Moment,
}

macro_rules! select_session {
    ($rest:literal) => {
        concat!("select session_id, agent_id, browser, address, signed_in_at_us, used_at_us, expires_at_us from sessions ", $rest)
    };
}

statements! {
    BY_SECRET = select_session!("where organisation_id = $1 and secret_hash = $2 and expires_at_us > $3");
    LIST = select_session!("where organisation_id = $1 and agent_id = $2 and expires_at_us > $3
                            order by used_at_us desc, session_id limit $4");
    ADD = "insert into sessions (organisation_id, session_id, agent_id, secret_hash, browser, address, signed_in_at_us,
             used_at_us, expires_at_us) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    USED = "update sessions set used_at_us = $3 where organisation_id = $1 and session_id = $2";
    END = "delete from sessions where organisation_id = $1 and agent_id = $2 and session_id = $3";
    END_ALL = "delete from sessions where organisation_id = $1 and agent_id = $2";
    END_OTHERS = "delete from sessions where organisation_id = $1 and agent_id = $2 and session_id <> $3";
    FORGET_EXPIRED = "delete from sessions where organisation_id = $1 and agent_id = $2 and expires_at_us <= $3";
    IS_OPEN = "select 1 from sessions where organisation_id = $1 and agent_id = $2 and session_id = $3 and expires_at_us > $4";
    ALL_OPEN = "select session_id from sessions where organisation_id = $1 and expires_at_us > $2
                order by session_id limit $3";
    KNOWS_ADDRESS = "select session_id from sessions where organisation_id = $1 and agent_id = $2 and address = $3 limit 1";
}

/// The session that belongs to a secret, unless it has expired.
pub async fn by_secret(tx: &mut Tx, organisation: OrganisationId, hash: [u8; 32], now: Moment) -> Result<Option<Session>> {
    tx.row(BY_SECRET, values![organisation, hash, now]).await?.as_ref().map(read).transpose()
}

/// A person's devices, last used first.
pub async fn list(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, now: Moment) -> Result<Vec<Session>> {
    tx.rows(LIST, values![organisation, agent, now, LIMIT]).await?.iter().map(read).collect()
}

/// Whether the person is still signed in through `session`.
pub async fn is_open(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, session: SessionId, now: Moment) -> Result<bool> {
    Ok(tx.row(IS_OPEN, values![organisation, agent, session, now]).await?.is_some())
}

/// Every session of everybody.
pub async fn all_open(tx: &mut Tx, organisation: OrganisationId, now: Moment) -> Result<Vec<SessionId>> {
    tx.rows(ALL_OPEN, values![organisation, now, ALL_LIMIT]).await?.iter().map(|row| row.get(0)).collect()
}

/// Stores a new session and forgets the person's expired ones.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Session, secret_hash: [u8; 32]) -> Result<()> {
    tx.execute(FORGET_EXPIRED, values![organisation, new.agent_id, new.signed_in_at]).await?;
    let values = values![
        organisation,
        new.session_id,
        new.agent_id,
        secret_hash,
        &new.browser,
        &new.address,
        new.signed_in_at,
        new.used_at,
        new.expires_at,
    ];
    tx.execute(ADD, values).await?;
    Ok(())
}

/// Notes that the session is in use.
pub async fn used(tx: &mut Tx, organisation: OrganisationId, session: SessionId, at: Moment) -> Result<()> {
    tx.execute(USED, values![organisation, session, at]).await?;
    Ok(())
}

/// Ends one session of a person. False when the person has no such session.
pub async fn end(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, session: SessionId) -> Result<bool> {
    Ok(tx.execute(END, values![organisation, agent, session]).await? == 1)
}

/// Ends every session of a person.
pub async fn end_all(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<u64> {
    tx.execute(END_ALL, values![organisation, agent]).await
}

/// Ends every session of a person but this one.
pub async fn end_others(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, keep: SessionId) -> Result<u64> {
    tx.execute(END_OTHERS, values![organisation, agent, keep]).await
}

/// Whether the person has been signed in from this address before, as far as sessions remember.
pub async fn knows_address(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, address: &str) -> Result<bool> {
    Ok(tx.row(KNOWS_ADDRESS, values![organisation, agent, address]).await?.is_some())
}

fn read(row: &Row) -> Result<Session> {
    Ok(Session {
        session_id: row.get(0)?,
        agent_id: row.get(1)?,
        browser: row.get(2)?,
        address: row.get(3)?,
        signed_in_at: row.get(4)?,
        used_at: row.get(5)?,
        expires_at: row.get(6)?,
    })
}
