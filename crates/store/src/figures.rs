//! The facts that numbers are counted from. What they mean is in [`desk::metrics`].

use desk::case::EndedBy;
use desk::id::{ClientId, OrganisationId};
use desk::metrics::{Answered, PromisedCall};
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{cases, statements, stored, values};

statements! {
    // The call that is asked for instead begins when the chat ends; whoever cancelled it before anybody called has left.
    STARTED_SINCE = "select k.started_at_us, k.answered_at_us, k.answer_target_s, k.state, k.exceeds, k.ended_at_us, k.ended_by,
                      k.triaged_at_us, case when k.ended_by = 'call_back' then (select min(c.ended_at_us) from contacts c
                      where c.organisation_id = k.organisation_id and c.case_id = k.case_id and c.channel = 'call_back'
                      and c.started_at_us = k.ended_at_us and c.ended_by = 'customer' and c.called_at_us is null) end
                      from contacts k
                      where k.organisation_id = $1 and k.client_id = $2 and k.started_at_us >= $3 and k.channel = 'chat'
                      order by k.started_at_us, k.contact_id limit $4";
    CALLS_SINCE = "select call_until_us, called_at_us, spoken_at_us, ended_at_us, ended_by from contacts
                    where organisation_id = $1 and client_id = $2 and started_at_us >= $3 and channel = 'call_back'
                    order by started_at_us, contact_id limit $4";
    WAITS_SINCE = "select customer_waits_since_us from contacts
                    where organisation_id = $1 and client_id = $2 and state = 'taken' and channel = 'chat'
                    and customer_waits_since_us is not null order by customer_waits_since_us, contact_id limit 1";
    ANSWERED_SINCE = "select started_at_us, answered_at_us from contacts
                       where organisation_id = $1 and client_id = $2 and answered_at_us >= $3 and channel = 'chat'
                       order by answered_at_us desc, contact_id limit $4";
}

/// The most chats of one client and day that are counted.
const MOST_CHATS: i64 = 20_000;
/// The most answers that the usual wait is measured by.
const MOST_ANSWERS: i64 = 500;

/// A client's chats that were started since `since`, as they stand at `at`.
pub async fn started_since(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    since: Moment,
    at: Moment,
) -> Result<Vec<Answered>> {
    let rows = tx.rows(STARTED_SINCE, values![organisation, client, since, MOST_CHATS]).await?;
    rows.iter().map(|row| answered(row, at)).collect()
}

/// The calls that a client's customers have asked for since `since`.
pub async fn calls_since(tx: &mut Tx, organisation: OrganisationId, client: ClientId, since: Moment) -> Result<Vec<PromisedCall>> {
    let rows = tx.rows(CALLS_SINCE, values![organisation, client, since, MOST_CHATS]).await?;
    let call = |row: &Row| {
        let promised = |call| {
            let ended_by: Option<String> = row.get(4)?;
            Ok(PromisedCall { call, ended_at: row.get(3)?, ended_by: stored::optional(ended_by.as_deref())? })
        };
        cases::call(row, 0)?.map(promised).transpose()
    };
    rows.iter().filter_map(|row| call(row).transpose()).collect()
}

/// Since when the customer of the chats that a client's agents hold waits for words who waits longest.
pub async fn held_waits_since(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Option<Moment>> {
    tx.row(WAITS_SINCE, values![organisation, client]).await?.map(|row| row.get(0)).transpose()
}

/// How long, in milliseconds, those waited who were answered since `since`, in no order.
pub async fn waits_since(tx: &mut Tx, organisation: OrganisationId, client: ClientId, since: Moment) -> Result<Vec<i64>> {
    let rows = tx.rows(ANSWERED_SINCE, values![organisation, client, since, MOST_ANSWERS]).await?;
    let wait = |row: &Row| Ok(row.get::<Moment>(1)?.since(row.get(0)?).as_millis());
    rows.iter().map(wait).collect()
}

fn answered(row: &Row, at: Moment) -> Result<Answered> {
    let started: Moment = row.get(0)?;
    let answered: Option<Moment> = row.get(1)?;
    let is_over = row.get::<String>(3)? == "ended";
    let (ended, ended_by): (Option<Moment>, Option<String>) = (row.get(5)?, row.get(6)?);
    let ended_by = stored::optional(ended_by.as_deref())?.filter(|_| answered.is_none());
    let ended_after = |by| ended.filter(|_| ended_by == Some(by)).map(|ended| ended.since(started).as_millis());
    let cancelled_after = row.get::<Option<Moment>>(8)?.filter(|_| answered.is_none()).map(|ended| ended.since(started).as_millis());
    Ok(Answered {
        after_ms: answered.map(|answered| answered.since(started).as_millis()),
        target_ms: row.get::<i64>(2)?.saturating_mul(1000),
        exceeds: row.get::<Option<String>>(4)?.is_some(),
        left_after_ms: ended_after(EndedBy::Customer).or(cancelled_after),
        to_call_after_ms: ended_after(EndedBy::CallBack).filter(|_| cancelled_after.is_none()),
        triaged_after_ms: row.get::<Option<Moment>>(7)?.map(|triaged| triaged.since(started).as_millis()),
        waits_ms: (answered.is_none() && !is_over).then(|| at.since(started).as_millis()),
    })
}
