//! When each client's chat was open and why it was closed: noted as it turns, shown day by day.

use axum::Json;
use axum::extract::State;
use desk::availability_log::{AvailabilityChange, AvailabilityState, MetClosed, stretches, sum, who_met};
use desk::hours::{Date, Hours, day_bounds, today};
use desk::id::{ClientId, OrganisationId};
use desk::may::Act;
use desk::moment::{Moment, Span};
use serde::Deserialize;
use store::{Tx, availability_log, clients, met_closed};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::availability_log::{AvailabilityDay, AvailabilityStretch};
use wire::common::ClosedLanguage;

use crate::doors::hours_of;
use crate::extract::{InPath, InQuery};
use crate::refusal::{Answer, Refused, Wrong};
use crate::state::Desk;
use crate::who::Who;

/// A desk that has not been heard of for longer than this was down.
pub const DOWN_AFTER: Span = Span::seconds(60);

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(day))
}

/// Which day.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Such as `2026-11-28`, in the client's time zone; today when it is left out.
    date: Option<String>,
}

/// When the client's chat was open on a day, why it was closed, and how much of that was within its hours.
#[utoipa::path(get, path = "/api/clients/{client_id}/availability", params(("client_id" = Uuid, Path), Asked),
    responses((status = OK, body = AvailabilityDay), (status = 404)))]
async fn day(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    InQuery(asked): InQuery<Asked>,
) -> Answer<Json<AvailabilityDay>> {
    who.may(Act::SeeCases)?;
    let client = ClientId(client);
    if !who.served.covers(client) {
        return Err(Refused::not_found());
    }
    let wrong = || Refused::invalid(vec![Wrong::new("date", "field-wrong-type")]);
    let asked: Option<Date> = asked.date.map(|date| date.parse().map_err(|_| wrong())).transpose()?;
    let (organisation, now) = (who.organisation, desk.now());
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::load(tx, organisation, client).await? else { return Ok(None) };
        let hours = hours_of(&client);
        let bounds = asked.or_else(|| today(&hours, now)).and_then(|date| Some((date, day_bounds(&hours, date)?)));
        let Some((date, (from, until))) = bounds else { return Ok(Some(None)) };
        let changes = availability_log::changes(tx, organisation, client.client_id, from, until).await?;
        let stretches = stretches(&changes, from, until.min(now));
        let met = met_closed::on_day(tx, organisation, client.client_id, date).await?;
        Ok(Some(Some(shown(date, (from, until), &stretches, &hours, &met))))
    });
    let found = found.await?.ok_or_else(Refused::not_found)?;
    Ok(Json(found.ok_or_else(wrong)?))
}

fn shown(
    date: Date,
    (from, until): (Moment, Moment),
    stretches: &[desk::availability_log::AvailabilityStretch],
    hours: &Hours,
    met: &[MetClosed],
) -> AvailabilityDay {
    let sum = sum(stretches, hours);
    AvailabilityDay {
        date: date.to_string(),
        from: from.millis(),
        until: until.millis(),
        stretches: stretches
            .iter()
            .map(|one| AvailabilityStretch {
                from: one.from.millis(),
                until: one.until.millis(),
                state: one.was.state.into(),
                closed_in: ClosedLanguage::each(one.was.closed_in),
                closed_rules: one.was.closed_rules.clone(),
                met_closed: who_met(one, from, met),
            })
            .collect(),
        open_ms: sum.open.as_millis(),
        closed_in_hours_ms: sum.closed_in_hours.as_millis(),
        met_closed: met.iter().map(|one| one.visitors).sum(),
    }
}

/// Notes what a client's chat is since `now`. `down_since` is when the desk was last known to run, if it was down until now.
pub async fn note(
    desk: &Desk,
    organisation: OrganisationId,
    client: ClientId,
    now: AvailabilityChange,
    down_since: Option<Moment>,
) -> store::Result<()> {
    let noted = desk.db.unit(async move |tx: &mut Tx| {
        if let Some(since) = down_since {
            let down = AvailabilityChange { at: since, is: AvailabilityState::DeskDown.into() };
            availability_log::note(tx, organisation, client, down).await?;
        }
        let at = now.at;
        availability_log::note(tx, organisation, client, now).await?;
        // It ran when this was noted: a desk that ends right after it was not down before it.
        availability_log::is_alive(tx, organisation, at).await
    });
    noted.await
}
