//! One case on a screen, and parts of its history.

use axum::Json;
use axum::extract::State;
use desk::case::ContactState;
use desk::id::{AgentId, CaseId, OrganisationId};
use desk::may::Act;
use serde::Deserialize;
use store::cases::{self, CaseRecord};
use store::timeline::{self, Page};
use store::{Tx, case_lists, drafts, organisations};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::cases::{CaseView, Draft, Timeline};
use wire::entries::Entry;

use super::known::known_of;
use super::left::left;
use crate::extract::{InPath, InQuery};
use crate::mentions::SIDE_LINES;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::translate;
use crate::who::Who;

/// How many entries a screen gets at once.
pub const ENTRIES_AT_ONCE: i64 = 200;
/// How much of a side conversation a screen gets at once, in bytes of words.
const SIDE_BYTES: usize = 256 * 1024;
const AT_ONCE: Page = Page::of(ENTRIES_AT_ONCE);

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show)).routes(routes!(part))
}

/// Loads a case that `who` may see, or says that there is none.
pub async fn seen(tx: &mut Tx, who: &Who, case: CaseId) -> store::Result<Answer<CaseRecord>> {
    let Some(record) = cases::look(tx, who.organisation, case).await? else {
        return Ok(Err(Refused::not_found()));
    };
    let case = &record.case;
    Ok(if who.served.shows(who.agent_id, case.client, case.contact.holder()) { Ok(record) } else { Err(Refused::not_found()) })
}

#[utoipa::path(get, path = "/api/cases/{case}", params(("case" = Uuid, Path)), responses((status = OK, body = CaseView)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<CaseView>> {
    who.may(Act::SeeCases)?;
    let view = desk.db.read(async move |tx: &mut Tx| match seen(tx, &who, CaseId(case)).await? {
        Ok(record) => view(tx, &who, record).await.map(Ok),
        Err(refused) => Ok(Err(refused)),
    });
    view.await?.map(Json)
}

async fn view(tx: &mut Tx, who: &Who, record: CaseRecord) -> store::Result<CaseView> {
    let organisation = who.organisation;
    let entries = timeline::newest_before(tx, organisation, record.id, record.seq + 1, AT_ONCE).await?;
    let contacts = store::contacts::of_case(tx, organisation, record.id).await?;
    let earlier = case_lists::earlier(tx, organisation, who.agent_id, &who.served, record.case.customer, record.id).await?;
    // What a person has not said yet is for nobody else, keys of their own making included.
    let draft = match who.session() {
        Ok(_) => drafts::find(tx, organisation, who.agent_id, record.id).await?,
        Err(_) => None,
    };
    let draft = match draft {
        Some(kept) => Some(draft_of(tx, organisation, who.agent_id, &kept).await?),
        None => None,
    };
    let left_at = left(tx, organisation, &record, &entries, &earlier).await?;
    let side = side_of(tx, organisation, record.id).await?;
    let known = known_of(tx, organisation, &record).await?.values;
    // Where the customer is on the website belongs to the contact that goes on, not to their earlier cases.
    let visit_pages = if record.case.contact.state == ContactState::Ended {
        Vec::new()
    } else {
        store::visit_pages::of_customer(tx, organisation, record.case.customer).await?
    };
    Ok(CaseView {
        epoch: organisations::epoch(tx, organisation).await?,
        row: translate::row(&record),
        has_older: entries.first().is_some_and(|entry| entry.happened.seq > 1),
        entries: entries.iter().map(translate::entry).collect(),
        customer_read_seq: customer_read_seq(tx, organisation, &record).await?,
        desk_read_seq: record.desk_read_seq,
        contacts: contacts.iter().map(translate::contact_brief).collect(),
        earlier: earlier.iter().map(translate::earlier).collect(),
        draft,
        left_at,
        visit_pages: visit_pages.iter().map(translate::visit_page).collect(),
        known,
        side,
    })
}

/// The side conversation as far as it fits into one answer: its newest lines.
async fn side_of(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> store::Result<Vec<Entry>> {
    let lines = store::messages::side_of_case(tx, organisation, case, SIDE_LINES).await?;
    let mut room = SIDE_BYTES;
    let fitting = lines.iter().rev().take_while(|line| {
        room = room.saturating_sub(line.text.len());
        room > 0
    });
    let mut entries: Vec<Entry> = fitting.map(translate::side_line).collect();
    entries.reverse();
    Ok(entries)
}

/// How far the customer has read, in the desk's order.
pub async fn customer_read_seq(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<i64> {
    store::events::seq_of_public(tx, organisation, record.id, record.customer_read_seq).await
}

/// Unsent words, with those of their files that can still be sent.
pub async fn draft_of(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, kept: &drafts::Draft) -> store::Result<Draft> {
    let files = drafts::files(tx, organisation, agent, kept).await?;
    let attachments = files.iter().map(translate::attachment).collect();
    Ok(Draft { case_id: kept.case.0, text: kept.text.clone(), note: kept.note.clone(), at: kept.at.millis(), attachments })
}

/// Which part of the history: before a place, or after one.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct PartOf {
    /// Entries before this seq, the newest of them.
    before: Option<i64>,
    /// Entries after this seq, the oldest of them.
    after: Option<i64>,
}

#[utoipa::path(get, path = "/api/cases/{case}/timeline", params(("case" = Uuid, Path), PartOf), responses((status = OK, body = Timeline)))]
async fn part(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, InQuery(part): InQuery<PartOf>) -> Answer<Json<Timeline>> {
    who.may(Act::SeeCases)?;
    let timeline = desk.db.read(async move |tx: &mut Tx| match seen(tx, &who, CaseId(case)).await? {
        Ok(record) => part_of(tx, &who, &record, part).await.map(Ok),
        Err(refused) => Ok(Err(refused)),
    });
    timeline.await?.map(Json)
}

async fn part_of(tx: &mut Tx, who: &Who, record: &CaseRecord, part: PartOf) -> store::Result<Timeline> {
    let organisation = who.organisation;
    let (entries, more) = if let Some(after) = part.after {
        let entries = timeline::between(tx, organisation, record.id, after.max(0), record.seq, AT_ONCE).await?;
        let more = entries.last().is_some_and(|entry| entry.happened.seq < record.seq);
        (entries, more)
    } else {
        let before = part.before.unwrap_or(i64::MAX);
        let entries = timeline::newest_before(tx, organisation, record.id, before, AT_ONCE).await?;
        let more = entries.first().is_some_and(|entry| entry.happened.seq > 1);
        (entries, more)
    };
    Ok(Timeline { epoch: organisations::epoch(tx, organisation).await?, entries: entries.iter().map(translate::entry).collect(), more })
}
