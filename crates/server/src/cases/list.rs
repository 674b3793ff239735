//! The list of cases, newest change first, page by page.

use axum::Json;
use axum::extract::State;
use desk::id::{AgentId, CaseId, ClientId, LabelId};
use desk::may::Act;
use desk::moment::Moment;
use serde::Deserialize;
use store::Tx;
use store::case_lists::{self, Cursor, Narrowing};
use store::cases::CaseRecord;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::cases::CaseRow;
use wire::common::{CaseState, Page};

use crate::extract::InQuery;
use crate::refusal::{Answer, Refused, Wrong};
use crate::state::Desk;
use crate::translate;
use crate::who::Who;

const PAGE: i64 = 50;
const LONGEST_PAGE: i64 = 200;
/// How many rows one request reads at most while it looks for those that fit several narrowings at once.
const READ_AT_MOST: i64 = 2_000;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list))
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Only cases in this state.
    state: Option<CaseState>,
    /// Only cases of this client.
    client: Option<Uuid>,
    /// Only cases of this owner.
    owner: Option<Uuid>,
    /// Only cases of this category.
    category: Option<Uuid>,
    /// Only cases with this tag.
    tag: Option<Uuid>,
    /// The case with this number.
    number: Option<i64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many rows, 1–200; 50 when left out.
    limit: Option<i64>,
}

#[utoipa::path(get, path = "/api/cases", params(Asked), responses((status = OK, body = Page<CaseRow>)))]
async fn list(State(desk): State<Desk>, who: Who, InQuery(asked): InQuery<Asked>) -> Answer<Json<Page<CaseRow>>> {
    who.may(Act::SeeCases)?;
    let after = match &asked.cursor {
        Some(cursor) => read_cursor(cursor).ok_or_else(|| Refused::invalid(vec![Wrong::new("cursor", "field-wrong-type")]))?,
        None => Cursor::start(),
    };
    let limit = asked.limit.unwrap_or(PAGE).clamp(1, LONGEST_PAGE);
    let page = desk.db.read(async move |tx: &mut Tx| {
        if let Some(number) = asked.number {
            let found = case_lists::by_number(tx, who.organisation, who.agent_id, &who.served, number).await?;
            return Ok(Page { items: found.iter().map(translate::row).collect(), next: None });
        }
        read_page(tx, &who, &asked, after, limit).await
    });
    Ok(Json(page.await?))
}

/// Reads on until the page is full: the database narrows by one thing, the rest is looked through here.
async fn read_page(tx: &mut Tx, who: &Who, asked: &Asked, mut after: Cursor, limit: i64) -> store::Result<Page<CaseRow>> {
    let narrowing = narrowing(asked);
    let wanted = usize::try_from(limit).unwrap_or(1);
    let mut items = Vec::new();
    let mut read = 0;
    loop {
        let rows = case_lists::page(tx, who.organisation, who.agent_id, &who.served, narrowing, after, limit).await?;
        let is_last = i64::try_from(rows.len()).unwrap_or(limit) < limit;
        read += limit;
        for record in rows {
            after = Cursor { changed_at: record.changed_at, case: record.id };
            if fits(&record, asked) {
                items.push(translate::row(&record));
                if items.len() == wanted {
                    return Ok(Page { items, next: Some(write_cursor(after)) });
                }
            }
        }
        if is_last {
            return Ok(Page { items, next: None });
        }
        if read >= READ_AT_MOST {
            return Ok(Page { items, next: Some(write_cursor(after)) });
        }
    }
}

/// The narrowest first: an owner has fewer cases than a category, that fewer than its client, and a client fewer than most states.
fn narrowing(asked: &Asked) -> Narrowing {
    match (asked.owner, asked.category, asked.client, asked.state) {
        (Some(owner), _, _, _) => Narrowing::Owner(AgentId(owner)),
        (None, Some(category), _, _) => Narrowing::Category(LabelId(category)),
        (None, None, Some(client), _) => Narrowing::Client(ClientId(client)),
        (None, None, None, Some(state)) => Narrowing::State(state.into()),
        (None, None, None, None) => Narrowing::Nothing,
    }
}

fn fits(record: &CaseRecord, asked: &Asked) -> bool {
    asked.state.is_none_or(|state| record.case.state == state.into())
        && asked.client.is_none_or(|client| record.case.client.0 == client)
        && asked.owner.is_none_or(|owner| record.case.owner == Some(AgentId(owner)))
        && asked.category.is_none_or(|category| record.case.category == Some(LabelId(category)))
        && asked.tag.is_none_or(|tag| record.case.tags.contains(&LabelId(tag)))
}

fn write_cursor(cursor: Cursor) -> String {
    format!("{}.{}", cursor.changed_at.micros(), cursor.case)
}

fn read_cursor(text: &str) -> Option<Cursor> {
    let (changed, case) = text.split_once('.')?;
    Some(Cursor { changed_at: Moment::from_micros(changed.parse().ok()?), case: CaseId(case.parse().ok()?) })
}
