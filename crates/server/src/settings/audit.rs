//! What was changed by whom, and who signed in.

use axum::Json;
use axum::extract::State;
use desk::id::AgentId;
use desk::may::Act;
use desk::moment::Moment;
use serde::Deserialize;
use store::audit::{Entry, Narrowing};
use store::{Tx, audit};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::audit::{AuditArea, AuditChange, AuditEntry};
use wire::common::Page;

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

/// Which page, of what.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// `next` of the page before.
    cursor: Option<String>,
    /// Only what this person did.
    who: Option<Uuid>,
    /// Only acts of this kind.
    what: Option<AuditArea>,
    /// Only from then on (ms).
    from: Option<i64>,
    /// Only before then (ms).
    until: Option<i64>,
}

#[utoipa::path(get, path = "/api/audit", params(Asked), responses((status = OK, body = Page<AuditEntry>)))]
async fn list(State(desk): State<Desk>, who: Who, InQuery(asked): InQuery<Asked>) -> Answer<Json<Page<AuditEntry>>> {
    who.may(Act::SeeSettings)?;
    let before = asked.cursor.as_deref().map(read_cursor).transpose()?;
    let narrowing = Narrowing {
        agent: asked.who.map(AgentId),
        acts: asked.what.map_or(&[], acts_of),
        from: asked.from.map_or(Moment::from_micros(0), moment),
        until: asked.until.map_or(Moment::from_micros(i64::MAX), moment),
    };
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| audit::list(tx, organisation, &narrowing, before, PAGE).await).await?;
    let is_full = i64::try_from(found.len()).unwrap_or_default() == PAGE;
    let next = found.last().filter(|_| is_full).map(|last| format!("{}.{}", last.at.micros(), last.audit_id.simple()));
    Ok(Json(Page { items: found.into_iter().map(shown).collect(), next }))
}

fn moment(millis: i64) -> Moment {
    Moment::from_micros(millis.saturating_mul(1_000))
}

fn acts_of(area: AuditArea) -> &'static [&'static str] {
    match area {
        AuditArea::SigningIn => {
            &["signed_in", "sign_in_failed", "signed_out", "device_signed_out", "password_changed", "password_chosen", "password_link_made"]
        }
        AuditArea::Clients => &[
            "set_up",
            "client_added",
            "client_changed",
            "client_opened",
            "client_review_changed",
            "launch_point_confirmed",
            "labels_changed",
            "known_fields_changed",
            "rules_changed",
            "identity_key_added",
            "identity_key_retired",
            "block_lifted",
            "agent_rules_read",
        ],
        AuditArea::Prepared => &["prepared_reply_added", "prepared_reply_changed", "prepared_reply_removed"],
        AuditArea::Teams => &["team_added", "team_changed", "team_removed", "team_decided", "agent_teams_changed"],
        AuditArea::Agents => &["agent_invited", "agent_changed", "agent_teams_changed", "password_link_made"],
        AuditArea::Keys => &["api_token_made", "api_token_revoked"],
    }
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
        changes: entry
            .changes
            .into_iter()
            .map(|change| AuditChange { field: change.field, before: change.before, after: change.after })
            .collect(),
    }
}
