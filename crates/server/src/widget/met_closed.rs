//! How many visitors met a chat closed: who opens the panel while it is, also if only a rule closes it to them, once for each
//! stretch and each day.
//!
//! Only how many they were is stored; [`super::firsts`] tells who was counted already.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use desk::hours::{Date, today};
use desk::moment::Moment;
use store::{Tx, availability_log};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::firsts::{Firsts, browser};
use super::opening::WouldBegin;
use crate::doors::hours_of;
use crate::extract::InQuery;
use crate::refusal::{Answer, header_language};
use crate::state::Desk;
use crate::visitor::Visitor;

/// Who has met which chat closed as it is now.
pub type MetClosed = Firsts<(Moment, Date), ()>;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(meet))
}

/// The visitor has opened the panel and is shown that the chat is closed, at all, in their language, or for what they would ask.
/// Counted as a number, when it is the first time.
#[utoipa::path(post, path = "/api/widget/{key}/met-closed", params(("key" = String, Path), WouldBegin), responses((status = NO_CONTENT)))]
async fn meet(State(desk): State<Desk>, visitor: Visitor, headers: HeaderMap, InQuery(would): InQuery<WouldBegin>) -> Answer<StatusCode> {
    let (organisation, client, at) = (visitor.caller.organisation, visitor.client.client_id, desk.now());
    // Another website could make its own readers count here: they send no words, so a browser asks nobody for leave.
    if headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin") {
        return Ok(StatusCode::NO_CONTENT);
    }
    let Some(day) = today(&hours_of(&visitor.client), at) else { return Ok(StatusCode::NO_CONTENT) };
    let (language, its) = (header_language(&headers), visitor.clone());
    let met = desk.db.read(async move |tx: &mut Tx| {
        let Some(change) = availability_log::state_at(tx, organisation, client, at).await? else { return Ok(None) };
        let begins = would.begin(tx, &its, language, at).await?.is_ok();
        Ok(change.is.is_met_closed(language, &its.client.languages, begins).then_some(change))
    });
    let Some(closed) = met.await? else {
        return Ok(StatusCode::NO_CONTENT);
    };
    if desk.met_closed.is_first((organisation, client), (closed.at, day), browser(&visitor, &headers), ()) {
        desk.db.unit(async move |tx: &mut Tx| store::met_closed::add(tx, organisation, client, day, closed.at).await).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
