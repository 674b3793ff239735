//! Ending with "referred elsewhere", and how often that happens: where customers are sent, and with what they could have been
//! helped here (CC-23, CC-24).

use axum::Json;
use axum::extract::State;
use desk::case::{Referral, Whose};
use desk::id::{ClientId, LabelId, NoteId};
use desk::may::Act;
use desk::moment::Span;
use desk::referrals::{DAYS, referrals};
use serde::Deserialize;
use store::{Tx, clients};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::cases::Done;
use wire::referrals::{LabelCount, MatterCount, ReasonCount, Refer, Referrals};

use super::act::act;
use super::orders::Order;
use crate::extract::{Body, InPath, InQuery};
use crate::ingest;
use crate::refusal::{Answer, Refused, Wrong};
use crate::state::Desk;
use crate::who::Who;

const DAY_S: i64 = 24 * 3600;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(refer)).routes(routes!(counted))
}

/// Solves the case with the customer sent elsewhere.
#[utoipa::path(post, path = "/api/cases/{case}/refer", request_body = Refer, params(("case" = Uuid, Path)), responses((status = OK, body = Done),
    (status = 409, description = "`unknown_label`, `labels_missing`"), (status = 422, description = "`place_missing`, `remedy_missing`")))]
async fn refer(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(refer): Body<Refer>) -> Answer<Json<Done>> {
    let note = match refer.note.trim() {
        "" => None,
        text => Some((NoteId(refer.note_id), ingest::message(text, 0)?)),
    };
    let referral = Referral { place: refer.place_id.map(LabelId), reason: refer.reason.into(), remedy: refer.remedy_id.map(LabelId) };
    let whose = Whose::by(who.is_allowed(Act::GiveBackForOthers));
    act(&desk, &who, case, Order::Refer { referral, whose, note }).await
}

/// Over how long.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// So many days until now (1–366); 30 when it is left out.
    days: Option<i64>,
}

/// How many of the client's cases ended with the customer sent elsewhere, over the last days.
#[utoipa::path(get, path = "/api/clients/{client_id}/referrals", params(("client_id" = Uuid, Path), Asked),
    responses((status = OK, body = Referrals), (status = 404)))]
async fn counted(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    InQuery(asked): InQuery<Asked>,
) -> Answer<Json<Referrals>> {
    who.may(Act::SeeCases)?;
    let client = ClientId(client);
    if !who.served.covers(client) {
        return Err(Refused::not_found());
    }
    let (days, (fewest, most)) = (asked.days.unwrap_or(30), DAYS);
    if !(fewest..=most).contains(&days) {
        let wrong = Wrong::new("days", "field-range").with("from", fewest.to_string()).with("to", most.to_string());
        return Err(Refused::invalid(vec![wrong]));
    }
    let (organisation, until) = (who.organisation, desk.now());
    let from = until.minus(Span::seconds(days.saturating_mul(DAY_S)));
    let ended = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::load(tx, organisation, client).await? else { return Ok(None) };
        store::referrals::ended(tx, organisation, client.client_id, from, until).await.map(Some)
    });
    let found = referrals(&ended.await?.ok_or_else(Refused::not_found)?);
    Ok(Json(Referrals {
        from: from.millis(),
        until: until.millis(),
        ended: found.ended,
        referred: found.referred,
        reasons: found.reasons.into_iter().map(|(reason, cases)| ReasonCount { reason: reason.into(), cases }).collect(),
        places: counts(found.places),
        remedies: counts(found.remedies),
        matters: found
            .matters
            .into_iter()
            .map(|one| MatterCount { category_id: one.category.map(|id| id.0), ended: one.ended, referred: one.referred })
            .collect(),
    }))
}

fn counts(all: Vec<(Option<LabelId>, i64)>) -> Vec<LabelCount> {
    all.into_iter().map(|(label, cases)| LabelCount { label_id: label.map(|id| id.0), cases }).collect()
}
