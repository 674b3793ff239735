//! When each client's chat opened and closed, and until when the desk is known to have run.

use desk::availability::ClosedIn;
use desk::availability_log::{AvailabilityChange, Openness};
use desk::id::{ClientId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::{statements, stored, values};

statements! {
    LAST = "select at_us, state, closed_in, closed_rules from availability_changes where organisation_id = $1 and client_id = $2 and at_us <= $3
            order by at_us desc limit 1";
    BETWEEN = "select at_us, state, closed_in, closed_rules from availability_changes
               where organisation_id = $1 and client_id = $2 and at_us > $3 and at_us < $4 order by at_us desc limit $5";
    ADD = "insert into availability_changes (organisation_id, client_id, at_us, state, closed_in, closed_rules)
           values ($1, $2, $3, $4, $5, $6) on conflict (organisation_id, client_id, at_us) do update set state = excluded.state,
           closed_in = excluded.closed_in, closed_rules = excluded.closed_rules";
    ALIVE = "select alive_at_us from organisations where organisation_id = $1";
    IS_ALIVE = "update organisations set alive_at_us = $2 where organisation_id = $1";
}

/// The most changes that are read at once: a chat that opens and closes every second of a day has more.
const MOST: i64 = 20_000;

/// Notes what the chat of `client` is from then on, unless the log says so already.
pub async fn note(tx: &mut Tx, organisation: OrganisationId, client: ClientId, change: AvailabilityChange) -> Result<()> {
    let last = last(tx, organisation, client, change.at).await?;
    if last.is_some_and(|last| last.is == change.is) {
        return Ok(());
    }
    let Openness { state, closed_in, closed_rules } = change.is;
    let closed_in: Vec<String> =
        closed_in.each().map(|(language, reason)| format!("{}:{}", stored::text(language), stored::text(reason))).collect();
    // A name is one line.
    let closed_rules = closed_rules.join("\n");
    tx.put(ADD, values![organisation, client, change.at, stored::text(state), closed_in.join(" "), closed_rules]).await
}

/// The changes from `from` to `until`, in order of time, and before them the last one earlier. Of too many the newest: what it is now
/// is what people look for.
pub async fn changes(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    from: Moment,
    until: Moment,
) -> Result<Vec<AvailabilityChange>> {
    let mut found: Vec<AvailabilityChange> = last(tx, organisation, client, from).await?.into_iter().collect();
    let newest = tx.rows(BETWEEN, values![organisation, client, from, until, MOST]).await?;
    for row in newest.iter().rev() {
        found.push(read(row)?);
    }
    Ok(found)
}

/// What the chat of `client` is at `at`; none before the log began.
pub async fn state_at(tx: &mut Tx, organisation: OrganisationId, client: ClientId, at: Moment) -> Result<Option<AvailabilityChange>> {
    last(tx, organisation, client, at).await
}

/// When the desk was last known to run for this organisation; none when it never has.
pub async fn alive_at(tx: &mut Tx, organisation: OrganisationId) -> Result<Option<Moment>> {
    let Some(row) = tx.row(ALIVE, values![organisation]).await? else { return Ok(None) };
    Ok(Some(row.get::<Moment>(0)?).filter(|at| at.micros() > 0))
}

/// The desk runs at `at`.
pub async fn is_alive(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> Result<()> {
    tx.put(IS_ALIVE, values![organisation, at]).await
}

async fn last(tx: &mut Tx, organisation: OrganisationId, client: ClientId, at: Moment) -> Result<Option<AvailabilityChange>> {
    tx.row(LAST, values![organisation, client, at]).await?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<AvailabilityChange> {
    let closed_in = closed_in(&row.get::<String>(2)?)?;
    let closed_rules = row.get::<String>(3)?.lines().map(str::to_owned).collect();
    Ok(AvailabilityChange { at: row.get(0)?, is: Openness { state: stored::value(&row.get::<String>(1)?)?, closed_in, closed_rules } })
}

fn closed_in(kept: &str) -> Result<ClosedIn> {
    kept.split_whitespace().try_fold(ClosedIn::default(), |closed, one| {
        let (language, reason) = one.split_once(':').ok_or(Failure::Corrupt)?;
        Ok(closed.and(stored::value(language)?, stored::value(reason)?))
    })
}
