//! What somebody has confirmed before a client's chat is opened to its customers.

use desk::id::{AgentId, ClientId, OrganisationId};
use desk::launch::LaunchPoint;
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{statements, stored, values};

/// A confirmed point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// Which.
    pub point: LaunchPoint,
    /// How it was agreed.
    pub words: String,
    /// By whom.
    pub confirmed_by: AgentId,
    /// Name of who, as it was then.
    pub name: String,
    /// When.
    pub at: Moment,
}

statements! {
    OF_CLIENT = "select point, words, confirmed_by, name, at_us from launch_points
                  where organisation_id = $1 and client_id = $2 order by point limit 100";
    CONFIRM = "insert into launch_points (organisation_id, client_id, point, words, confirmed_by, name, at_us)
               values ($1, $2, $3, $4, $5, $6, $7)
               on conflict (organisation_id, client_id, point) do update set
                 words = excluded.words, confirmed_by = excluded.confirmed_by, name = excluded.name, at_us = excluded.at_us";
}

/// Every confirmed point of a client.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Confirmed>> {
    tx.rows(OF_CLIENT, values![organisation, client]).await?.iter().map(read).collect()
}

/// Stores what was confirmed, in place of what was before.
pub async fn confirm(tx: &mut Tx, organisation: OrganisationId, client: ClientId, confirmed: &Confirmed) -> Result<()> {
    let values = values![
        organisation,
        client,
        stored::text(confirmed.point),
        &confirmed.words,
        confirmed.confirmed_by,
        &confirmed.name,
        confirmed.at,
    ];
    tx.execute(CONFIRM, values).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Confirmed> {
    Ok(Confirmed {
        point: stored::value(&row.get::<String>(0)?)?,
        words: row.get(1)?,
        confirmed_by: row.get(2)?,
        name: row.get(3)?,
        at: row.get(4)?,
    })
}
