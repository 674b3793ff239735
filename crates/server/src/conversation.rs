//! A visitor's own conversation: the newest case of theirs that is not closed, as they see it.

use std::collections::{HashMap, HashSet};

use axum::Json;
use axum::extract::State;
use desk::case::agent_shown;
use desk::id::{AgentId, CustomerId, OrganisationId};
use store::cases::{self, CaseRecord};
use store::timeline::{self, Page, TimelineEntry};
use store::{Tx, agents, contacts, events, organisations};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::customer::{Conversation, CustomerEntry, Standing};

use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::translate;
use crate::visitor::Visitor;

/// The most entries that somebody who has none gets.
const NEWEST: i64 = 500;
const AT_ONCE: Page = Page::of(NEWEST);

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(conversation))
}

/// The newest of the visitor's conversation.
#[utoipa::path(get, path = "/api/widget/{key}/conversation", params(("key" = String, Path)), responses((status = OK, body = Conversation)))]
async fn conversation(State(desk): State<Desk>, visitor: Visitor) -> Answer<Json<Conversation>> {
    let (organisation, customer) = (visitor.caller.organisation, visitor.known()?);
    let whole = desk.db.read(async move |tx: &mut Tx| {
        let Some(record) = current(tx, organisation, customer).await? else { return Ok(None) };
        let epoch = organisations::epoch(tx, organisation).await?;
        let entries = timeline::newest_public(tx, organisation, record.id, 0, AT_ONCE).await?;
        with(tx, organisation, &record, epoch, &entries).await.map(Some)
    });
    Ok(Json(whole.await?.ok_or_else(Refused::not_found)?))
}

/// The newest case of a customer, unless it is closed.
pub async fn current(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> store::Result<Option<CaseRecord>> {
    let Some(case) = cases::newest_of(tx, organisation, customer).await? else { return Ok(None) };
    let record = cases::look(tx, organisation, case).await?;
    Ok(record.filter(|record| !record.case.is_closed()))
}

/// The conversation as its customer sees it: the first entries after `seq` that fit, and with 0 the first of the newest
/// 500. When its own `seq`, that of the last entry in it, is not the newest, there is more to ask for.
pub async fn after(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, epoch: String, seq: i64) -> store::Result<Conversation> {
    // The customer's order has no gaps, so that the newest can be counted.
    let seq = if seq == 0 { (record.public_seq - NEWEST).max(0) } else { seq };
    let entries = timeline::public_after(tx, organisation, record.id, seq, AT_ONCE).await?;
    with(tx, organisation, record, epoch, &entries).await
}

async fn with(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    epoch: String,
    entries: &[TimelineEntry],
) -> store::Result<Conversation> {
    let entries = as_seen(tx, organisation, record, entries).await?;
    Ok(Conversation {
        epoch,
        case_number: record.case.number,
        standing: translate::standing(record),
        seq: entries.last().map_or(record.public_seq, |entry| entry.seq),
        entries,
        desk_read_seq: events::public_seq_until(tx, organisation, record.id, record.desk_read_seq).await?,
        read_seq: record.customer_read_seq,
    })
}

/// The entries of a customer's conversation after their own `seq`, the oldest of them; none when there is no such place.
pub async fn page(
    tx: &mut Tx,
    organisation: OrganisationId,
    customer: CustomerId,
    seq: i64,
    page: Page,
) -> store::Result<Option<(Vec<CustomerEntry>, Standing)>> {
    let Some(record) = current(tx, organisation, customer).await?.filter(|record| seq <= record.public_seq) else {
        return Ok(None);
    };
    let entries = timeline::public_after(tx, organisation, record.id, seq, page).await?;
    Ok(Some((as_seen(tx, organisation, &record, &entries).await?, translate::standing(&record))))
}

async fn as_seen(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    entries: &[TimelineEntry],
) -> store::Result<Vec<CustomerEntry>> {
    let met: HashSet<AgentId> = entries.iter().filter_map(|entry| agent_shown(&entry.happened.event)).collect();
    let mut first_names = HashMap::new();
    for agent in met {
        if let Some(agent) = agents::load(tx, organisation, agent).await? {
            first_names.insert(agent.agent_id, agent.first_name);
        }
    }
    let number = record.case.number;
    let contacts = if first_names.is_empty() { Vec::new() } else { contacts::of_case(tx, organisation, record.id).await? };
    let channel_of = |id| contacts.iter().find(|contact| contact.id == id).map_or(record.case.contact.channel, |contact| contact.channel);
    Ok(entries.iter().filter_map(|entry| translate::customer_entry(entry, number, &first_names, channel_of)).collect())
}
