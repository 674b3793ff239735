//! Which version of what a client asks of its agents each of them has read (CC-18).

use desk::id::{AgentId, ClientId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Tx};
use crate::{statements, values};

/// Who has read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RulesRead {
    /// Who.
    pub agent: AgentId,
    /// Which version.
    pub version: i64,
    /// When.
    pub at: Moment,
}

statements! {
    READ = "insert into agent_rules_read (organisation_id, client_id, agent_id, version, at_us) values ($1, $2, $3, $4, $5)
            on conflict (organisation_id, client_id, agent_id) do update set version = excluded.version, at_us = excluded.at_us
            where agent_rules_read.version < excluded.version";
    OF_CLIENT = "select agent_id, version, at_us from agent_rules_read where organisation_id = $1 and client_id = $2 order by agent_id";
    OF_AGENT = "select client_id, version from agent_rules_read where organisation_id = $1 and agent_id = $2 order by client_id";
}

/// Notes that somebody has read a version. False when they had before.
pub async fn read(tx: &mut Tx, organisation: OrganisationId, client: ClientId, read: RulesRead) -> Result<bool> {
    Ok(tx.execute(READ, values![organisation, client, read.agent, read.version, read.at]).await? == 1)
}

/// Everybody who has read any version of a client's.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<RulesRead>> {
    let rows = tx.rows(OF_CLIENT, values![organisation, client]).await?;
    rows.iter().map(|row| Ok(RulesRead { agent: row.get(0)?, version: row.get(1)?, at: row.get(2)? })).collect()
}

/// What somebody has read, of each client the newest version.
pub async fn of_agent(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Vec<(ClientId, i64)>> {
    let rows = tx.rows(OF_AGENT, values![organisation, agent]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
