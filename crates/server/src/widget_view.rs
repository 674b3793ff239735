//! A client's chat as its widget shows it before anybody has written.

use axum::Json;
use axum::extract::State;
use desk::hours::{self, Date};
use desk::id::OrganisationId;
use desk::metrics::nearest_rank;
use desk::moment::Moment;
use desk::queue::{ENOUGH_TO_TELL, RATE_WINDOW};
use store::clients::{Client, OpenException, OpenSlot};
use store::{Tx, figures};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::customer::Widget;

use crate::doors::{availability_of, hours_of};
use crate::files::FILE_LIMIT;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::visitor::Visitor;

/// How far ahead days of their own are shown.
const DAYS_AHEAD: i64 = 14;

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show))
}

/// The client's chat, before anybody has written.
#[utoipa::path(get, path = "/api/widget/{key}", params(("key" = String, Path)), responses((status = OK, body = Widget)))]
async fn show(State(desk): State<Desk>, visitor: Visitor) -> Answer<Json<Widget>> {
    let at = desk.now();
    let shown = desk.db.read(async move |tx: &mut Tx| widget(tx, visitor.organisation, &visitor.client, at).await);
    Ok(Json(shown.await?))
}

/// The client's chat at `at`.
pub async fn widget(tx: &mut Tx, organisation: OrganisationId, client: &Client, at: Moment) -> store::Result<Widget> {
    let hours = hours_of(client);
    let today = hours::today(&hours, at);
    let mut waits = figures::waits_since(tx, organisation, client.client_id, at.minus(RATE_WINDOW)).await?;
    waits.sort_unstable();
    let is_enough = i64::try_from(waits.len()).unwrap_or(i64::MAX) >= ENOUGH_TO_TELL;
    Ok(Widget {
        name: client.name.clone(),
        desk_name: client.desk_name.clone(),
        languages: client.languages.iter().copied().map(Into::into).collect(),
        colour: client.colour.clone(),
        time_zone: client.time_zone.clone(),
        week: client.week.iter().map(|day| slots(day)).collect(),
        exceptions: client.exceptions.iter().filter(|exception| is_near(exception, today)).map(shown).collect(),
        availability: availability_of(tx, organisation, client, at).await?,
        typical_answer_s: nearest_rank(&waits, 50).filter(|_| is_enough).map(|ms| ms / 1000),
        file_limit_bytes: i64::try_from(FILE_LIMIT).unwrap_or(i64::MAX),
        text_limit: i64::try_from(desk::text::LONGEST_MESSAGE).unwrap_or(i64::MAX),
        now: at.millis(),
    })
}

fn is_near(exception: &OpenException, today: Option<Date>) -> bool {
    let (Ok(date), Some(today)) = (exception.date.parse::<Date>(), today) else {
        return false;
    };
    let days = date.duration_since(today).as_hours() / 24;
    (0..=DAYS_AHEAD).contains(&days)
}

fn shown(exception: &OpenException) -> wire::customer::OpenException {
    wire::customer::OpenException { date: exception.date.clone(), slots: slots(&exception.slots), name: exception.name.clone() }
}

fn slots(slots: &[OpenSlot]) -> Vec<wire::customer::OpenSlot> {
    let shown = |slot: &OpenSlot| wire::customer::OpenSlot { from_minute: slot.from_minute, to_minute: slot.to_minute };
    slots.iter().map(shown).collect()
}
