//! What was changed by whom, and who signed in.

use axum::Json;
use axum::extract::State;
use desk::may::Act;
use desk::moment::Moment;
use serde::Deserialize;
use store::audit::Entry;
use store::{Tx, audit};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::common::Page;
use wire::settings::AuditEntry;

use crate::extract::InQuery;
use crate::refusal::{Answer, Refused, Wrong};
use crate::state::Desk;
use crate::who::Who;

/// Entries of one page.
const PAGE: i64 = 100;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// `next` of the page before.
    cursor: Option<String>,
}

#[utoipa::path(get, path = "/api/audit", params(Asked), responses((status = OK, body = Page<AuditEntry>)))]
async fn list(State(desk): State<Desk>, who: Who, InQuery(asked): InQuery<Asked>) -> Answer<Json<Page<AuditEntry>>> {
    who.may(Act::SeeSettings)?;
    let before = asked.cursor.as_deref().map(read_cursor).transpose()?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| audit::list(tx, organisation, before, PAGE).await).await?;
    let is_full = i64::try_from(found.len()).unwrap_or_default() == PAGE;
    let next = found.last().filter(|_| is_full).map(|last| format!("{}.{}", last.at.micros(), last.audit_id.simple()));
    Ok(Json(Page { items: found.into_iter().map(shown).collect(), next }))
}

fn read_cursor(cursor: &str) -> Answer<(Moment, Uuid)> {
    let parts = cursor.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    let (at, id) = parts.ok_or_else(|| Refused::invalid(vec![Wrong::new("cursor", "field-wrong-type")]))?;
    Ok((Moment::from_micros(at), id))
}

fn shown(entry: Entry) -> AuditEntry {
    AuditEntry {
        audit_id: entry.audit_id,
        at: entry.at.millis(),
        agent_id: entry.agent_id.map(|id| id.0),
        name: entry.name,
        act: entry.act,
        object: entry.object,
        address: entry.address,
    }
}
