//! How much contacts take of whoever holds them.

use axum::Json;
use axum::extract::State;
use desk::case::Channel;
use desk::may::Act;
use desk::routing::{CHAT_WEIGHT, Weights};
use store::{Tx, audit, organisations, weights};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::checks::Checks;
use crate::extract::Body;
use crate::noted;
use crate::refusal::Answer;
use crate::rows::tell_settings;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show, change))
}

#[utoipa::path(get, path = "/api/weights", responses((status = OK, body = wire::settings::Weights)))]
async fn show(State(desk): State<Desk>, who: Who) -> Answer<Json<wire::settings::Weights>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    Ok(Json(shown(desk.db.read(async move |tx: &mut Tx| weights::load(tx, organisation).await).await?)))
}

/// Whoever holds more than fits from now on keeps what they have.
#[utoipa::path(put, path = "/api/weights", request_body = wire::settings::Weights,
    responses((status = OK, body = wire::settings::Weights)))]
async fn change(State(desk): State<Desk>, who: Who, Body(given): Body<wire::settings::Weights>) -> Answer<Json<wire::settings::Weights>> {
    who.may(Act::ChangeSettings)?;
    let mut checks = Checks::default();
    let wanted = Weights::with_message(checks.range("message_weight", given.message_weight, 0, CHAT_WEIGHT));
    checks.done()?;
    let mut entry = noted::by(&desk, &who, "weights_changed", "")?;
    let organisation = who.organisation;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        // Two changes at once are noted one after the other, each with what was there before it.
        organisations::lock(tx, organisation).await?;
        let before = weights::load(tx, organisation).await?;
        if before != wanted {
            weights::set(tx, organisation, wanted).await?;
            entry.changes = noted::changes(Some(&shown(before)), Some(&shown(wanted)));
            audit::add(tx, organisation, &entry).await?;
        }
        Ok(before != wanted)
    });
    if stored.await? {
        tell_settings(&desk, organisation).await;
    }
    Ok(Json(shown(wanted)))
}

fn shown(weights: Weights) -> wire::settings::Weights {
    wire::settings::Weights { message_weight: weights.of(Channel::Message) }
}
