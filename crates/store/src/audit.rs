//! Who changed which setting, and who signed in. Written in the same unit as the change itself.

use desk::id::{AgentId, OrganisationId};
use desk::moment::Moment;
use uuid::Uuid;

use crate::db::{Result, Row, Tx};
use crate::{statements, values};

/// One act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub audit_id: Uuid,
    /// When.
    pub at: Moment,
    /// Who; `None` for nobody known.
    pub agent_id: Option<AgentId>,
    /// Name of who, as it was then.
    pub name: String,
    /// A stable word such as `signed_in` or `client_changed`.
    pub act: String,
    /// Upon what.
    pub object: String,
    /// From which address.
    pub address: String,
}

statements! {
    ADD = "insert into audit (organisation_id, audit_id, at_us, agent_id, name, act, object, address)
           values ($1, $2, $3, $4, $5, $6, $7, $8)";
    NEWEST = "select audit_id, at_us, agent_id, name, act, object, address from audit
               where organisation_id = $1 order by at_us desc, audit_id desc limit $2";
    OLDER = "select audit_id, at_us, agent_id, name, act, object, address from audit
              where organisation_id = $1 and (at_us < $2 or (at_us = $2 and audit_id < $3))
              order by at_us desc, audit_id desc limit $4";
}

/// Stores one act.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, entry: &Entry) -> Result<()> {
    let values = values![organisation, entry.audit_id, entry.at, entry.agent_id, &entry.name, &entry.act, &entry.object, &entry.address,];
    tx.execute(ADD, values).await?;
    Ok(())
}

/// Acts, newest first; those before `(at, id)` when it is given.
pub async fn list(tx: &mut Tx, organisation: OrganisationId, before: Option<(Moment, Uuid)>, limit: i64) -> Result<Vec<Entry>> {
    let rows = match before {
        None => tx.rows(NEWEST, values![organisation, limit]).await?,
        Some((at, id)) => tx.rows(OLDER, values![organisation, at, id, limit]).await?,
    };
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Entry> {
    Ok(Entry {
        audit_id: row.get(0)?,
        at: row.get(1)?,
        agent_id: row.get(2)?,
        name: row.get(3)?,
        act: row.get(4)?,
        object: row.get(5)?,
        address: row.get(6)?,
    })
}
