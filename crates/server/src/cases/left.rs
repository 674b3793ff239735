//! Where the customer's contact before this one was left: in this case, or else in the one before it.

use desk::case::{Event, LeftAt, left_at, left_before};
use desk::id::OrganisationId;
use desk::moment::Moment;
use store::case_lists::EarlierCase;
use store::cases::{self, CaseRecord};
use store::timeline::TimelineEntry;
use store::{Tx, events};

use crate::translate;

/// So many of the newest events of the case before are looked at.
const LOOKED_AT: i64 = 50;

/// Where it was left, from the case's own newest entries and, when they are all of one contact, from the case before.
pub(super) async fn left(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    entries: &[TimelineEntry],
    earlier: &[EarlierCase],
) -> store::Result<Option<wire::cases::LeftAt>> {
    let own: Vec<(&Event, Moment)> = entries.iter().map(|entry| (&entry.happened.event, entry.happened.at)).collect();
    if let Some(left) = left_before(&own) {
        // Its own promise stands in the row, and stays right there.
        return Ok(Some(told(record, left, None)));
    }
    let Some(before) = earlier.first() else { return Ok(None) };
    let Some(record) = cases::look(tx, organisation, before.id).await? else { return Ok(None) };
    let happened = events::newest_before(tx, organisation, before.id, i64::MAX, LOOKED_AT).await?;
    let left = left_at(happened.iter().map(|one| (&one.event, one.at)));
    let promise = record.case.promise.map(translate::promised);
    Ok(left.map(|left| told(&record, left, promise)))
}

fn told(record: &CaseRecord, left: LeftAt, promise: Option<wire::cases::CustomerPromise>) -> wire::cases::LeftAt {
    wire::cases::LeftAt {
        case_id: record.id.0,
        number: record.case.number,
        how: left.how.into(),
        by: left.by.map(|by| by.0),
        at: left.at.millis(),
        promise,
    }
}
