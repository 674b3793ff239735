//! How many visitors met each client's chat closed. Numbers only: who they were is nowhere.

use desk::availability_log::MetClosed;
use desk::hours::Date;
use desk::id::{ClientId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Tx};
use crate::{statements, values};

statements! {
    ADD = "insert into met_closed (organisation_id, client_id, day, since_us, visitors) values ($1, $2, $3, $4, 1)
           on conflict (organisation_id, client_id, day, since_us) do update set visitors = met_closed.visitors + 1";
    ON_DAY = "select since_us, visitors from met_closed where organisation_id = $1 and client_id = $2 and day = $3
              order by since_us limit $4";
}

/// As many as the log of a day has changes.
const MOST: i64 = 20_000;

/// One more visitor met the chat of `client` on `day` as it is closed since `since`.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, client: ClientId, day: Date, since: Moment) -> Result<()> {
    tx.put(ADD, values![organisation, client, day.to_string(), since]).await
}

/// Everybody who met it closed on `day`.
pub async fn on_day(tx: &mut Tx, organisation: OrganisationId, client: ClientId, day: Date) -> Result<Vec<MetClosed>> {
    let rows = tx.rows(ON_DAY, values![organisation, client, day.to_string(), MOST]).await?;
    rows.iter().map(|row| Ok(MetClosed { since: row.get(0)?, visitors: row.get(1)? })).collect()
}
