//! Who changed which setting, and who signed in. Written in the same unit as the change itself.

use desk::id::{AgentId, OrganisationId};
use desk::moment::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::db::{Failure, Result, Row, Tx};
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
    /// Which settings became what.
    pub changes: Vec<Change>,
}

/// One setting that is another than before. Stored as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which setting, as the API calls it.
    pub field: String,
    /// What it was; null when there was none.
    pub before: Json,
    /// What it is; null when there is none.
    pub after: Json,
}

/// What the list is narrowed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// Who; anybody when there is none.
    pub agent: Option<AgentId>,
    /// Which acts; any when there is none of them.
    pub acts: &'static [&'static str],
    /// From then on.
    pub from: Moment,
    /// Before then.
    pub until: Moment,
}

statements! {
    ADD = "insert into audit (organisation_id, audit_id, at_us, agent_id, name, act, object, address, changes)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    // An act is among those in $5 when taking it out leaves something else.
    LIST = "select audit_id, at_us, agent_id, name, act, object, address, changes from audit
             where organisation_id = $1 and at_us >= $2 and (at_us < $3 or (at_us = $3 and audit_id < $4))
               and ($5 = '' or replace($5, ' ' || act || ' ', '') <> $5)
             order by at_us desc, audit_id desc limit $6";
    LIST_OF = "select audit_id, at_us, agent_id, name, act, object, address, changes from audit
                where organisation_id = $1 and at_us >= $2 and (at_us < $3 or (at_us = $3 and audit_id < $4))
                  and ($5 = '' or replace($5, ' ' || act || ' ', '') <> $5) and agent_id = $7
                order by at_us desc, audit_id desc limit $6";
}

/// Stores one act.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, entry: &Entry) -> Result<()> {
    let changes = match entry.changes.as_slice() {
        [] => String::new(),
        changes => serde_json::to_string(changes).map_err(|_| Failure::Broken("changes of settings cannot be written".into()))?,
    };
    let values =
        values![organisation, entry.audit_id, entry.at, entry.agent_id, &entry.name, &entry.act, &entry.object, &entry.address, changes,];
    tx.execute(ADD, values).await?;
    Ok(())
}

/// Acts, newest first; those before `(at, id)` when it is given.
pub async fn list(
    tx: &mut Tx,
    organisation: OrganisationId,
    narrowing: &Narrowing,
    before: Option<(Moment, Uuid)>,
    limit: i64,
) -> Result<Vec<Entry>> {
    // What is of this very moment is not before it, whatever its id.
    let (until, id) = before.filter(|(at, _)| *at < narrowing.until).unwrap_or((narrowing.until, Uuid::nil()));
    let acts = if narrowing.acts.is_empty() { String::new() } else { format!(" {} ", narrowing.acts.join("  ")) };
    let rows = match narrowing.agent {
        None => tx.rows(LIST, values![organisation, narrowing.from, until, id, acts, limit]).await?,
        Some(agent) => tx.rows(LIST_OF, values![organisation, narrowing.from, until, id, acts, limit, agent]).await?,
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
        changes: match row.get::<String>(7)?.as_str() {
            "" => Vec::new(),
            changes => serde_json::from_str(changes).map_err(|_| Failure::Corrupt)?,
        },
    })
}
