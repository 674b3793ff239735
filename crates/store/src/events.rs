//! The history of cases: appended, never changed.

use desk::call_back::CallTime;
use desk::case::{Event, is_notable};
use desk::id::{CaseId, ContactId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::event_bodies::{body, event};
use crate::values;

/// More events than one act makes happen.
const LONGEST_ACT: i64 = 20;
/// More notable events than come between two messages of a customer.
const MOST_NOTABLE: i64 = 200;

crate::statements! {
    APPEND = "insert into events (organisation_id, case_id, seq, public_seq, at_us, body, notable, act_seq) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    BETWEEN = "select seq, public_seq, at_us, body from events
 where organisation_id = $1 and case_id = $2 and seq > $3 and seq <= $4
 order by seq limit $5";
    NEWEST_BEFORE = "select seq, public_seq, at_us, body from events
 where organisation_id = $1 and case_id = $2 and seq < $3
 order by seq desc limit $4";
    ACT_OF = "select min(seq), max(seq) from events where organisation_id = $1 and case_id = $2 and seq > $4 and seq < $5
 and act_seq = (select act_seq from events where organisation_id = $1 and case_id = $2 and seq = $3)";
    NOTABLE_SINCE_CUSTOMER = "select seq, public_seq, at_us, body from events
 where organisation_id = $1 and case_id = $2 and notable = 1 and seq > coalesce((select max(m.seq) from messages m
 where m.organisation_id = $1 and m.case_id = $2 and m.author = 'customer'), 0)
 order by seq limit $3";
    SEQ_OF_PUBLIC = "select seq from events where organisation_id = $1 and case_id = $2 and public_seq = $3";
    PUBLIC_SEQ_UNTIL = "select public_seq from events
 where organisation_id = $1 and case_id = $2 and seq <= $3 and public_seq is not null
 order by seq desc limit 1";
    PUBLIC_AFTER = "select seq, public_seq, at_us, body from events
 where organisation_id = $1 and case_id = $2 and public_seq > $3
 order by public_seq limit $4";
    NEWEST_PUBLIC = "select seq, public_seq, at_us, body from events
 where organisation_id = $1 and case_id = $2 and public_seq > $3
 order by public_seq desc limit $4";
}

/// The place in the one order of what has `public_seq` in the customer's; 0 for 0.
pub async fn seq_of_public(tx: &mut Tx, organisation: OrganisationId, case: CaseId, public_seq: i64) -> Result<i64> {
    let row = tx.row(SEQ_OF_PUBLIC, values![organisation, case, public_seq]).await?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// The last place in the customer's order among what has a place up to `seq` in the one order; 0 for none.
pub async fn public_seq_until(tx: &mut Tx, organisation: OrganisationId, case: CaseId, seq: i64) -> Result<i64> {
    let row = tx.row(PUBLIC_SEQ_UNTIL, values![organisation, case, seq]).await?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// An event in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Place in the case's one order, from 1, gap-free.
    pub seq: i64,
    /// Place in the customer's own gap-free order, when the customer sees it.
    pub public_seq: Option<i64>,
    /// When; for display only.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// Appends `happened` to the history of `case`; `act` is the place of the first event of the same act.
pub async fn append(tx: &mut Tx, organisation: OrganisationId, case: CaseId, happened: &Happened, act: i64) -> Result<()> {
    let body = body(&happened.event)?;
    tx.put(APPEND, values![organisation, case, happened.seq, happened.public_seq, happened.at, body, is_notable(&happened.event), act])
        .await
}

/// The places of the first and the last event of the act that made `seq` happen.
pub async fn act_of(tx: &mut Tx, organisation: OrganisationId, case: CaseId, seq: i64) -> Result<(i64, i64)> {
    let row = tx.row(ACT_OF, values![organisation, case, seq, seq - LONGEST_ACT, seq + LONGEST_ACT]).await?.ok_or(Failure::Corrupt)?;
    // What happened before acts were kept is an act of its own.
    Ok((row.get::<Option<i64>>(0)?.unwrap_or(seq), row.get::<Option<i64>>(1)?.unwrap_or(seq)))
}

/// Whether somebody has marked what the customer of `case` wrote, who has written nothing since.
pub async fn is_flagged_since_the_customer_wrote(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<bool> {
    for row in tx.rows(NOTABLE_SINCE_CUSTOMER, values![organisation, case, MOST_NOTABLE]).await? {
        if matches!(happened(&row)?.event, Event::Flagged { .. }) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The call that the customer of `case` was promised and that nobody has made since, whatever has ended meanwhile.
pub async fn promised_call(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<Option<CallTime>> {
    let (mut promised, mut after) = (None, 0);
    loop {
        let page = between(tx, organisation, case, after, i64::MAX, 500).await?;
        let Some(last) = page.last() else { return Ok(promised) };
        after = last.seq;
        for happened in page {
            if let Event::CallOrdered { from, until, .. } = happened.event {
                promised = Some(CallTime { from, until });
            } else if matches!(happened.event, Event::Called { .. } | Event::NotReached { .. } | Event::PromiseBroken { .. }) {
                promised = None;
            }
        }
    }
}

/// How many estimates of this contact there are.
pub async fn estimates(tx: &mut Tx, organisation: OrganisationId, case: CaseId, of: ContactId) -> Result<usize> {
    let (mut estimates, mut after) = (0, 0);
    loop {
        let page = between(tx, organisation, case, after, i64::MAX, 500).await?;
        let Some(last) = page.last() else { return Ok(estimates) };
        after = last.seq;
        estimates += page.iter().filter(|one| matches!(one.event, Event::Triaged { contact, .. } if contact == of)).count();
    }
}

/// The history after `after` up to and including `until`, oldest first, at most `limit`.
pub async fn between(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, until: i64, limit: i64) -> Result<Vec<Happened>> {
    let rows = tx.rows(BETWEEN, values![organisation, case, after, until, limit]).await?;
    rows.iter().map(happened).collect()
}

/// The newest `limit` events before `before`, oldest first.
pub async fn newest_before(tx: &mut Tx, organisation: OrganisationId, case: CaseId, before: i64, limit: i64) -> Result<Vec<Happened>> {
    let rows = tx.rows(NEWEST_BEFORE, values![organisation, case, before, limit]).await?;
    rows.iter().rev().map(happened).collect()
}

/// What the customer may see after their own `after`: the oldest `limit`, oldest first.
pub async fn public_after(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, limit: i64) -> Result<Vec<Happened>> {
    let rows = tx.rows(PUBLIC_AFTER, values![organisation, case, after, limit]).await?;
    rows.iter().map(happened).collect()
}

/// What the customer may see after their own `after`: the newest `limit`, oldest first.
pub async fn newest_public(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, limit: i64) -> Result<Vec<Happened>> {
    let rows = tx.rows(NEWEST_PUBLIC, values![organisation, case, after, limit]).await?;
    rows.iter().rev().map(happened).collect()
}

/// From the columns that every statement here begins with.
pub(crate) fn happened(row: &Row) -> Result<Happened> {
    let body: String = row.get(3)?;
    Ok(Happened { seq: row.get(0)?, public_seq: row.get(1)?, at: row.get(2)?, event: event(&body)? })
}
