//! A client's chat as its widget shows it before anybody has written.

use axum::Json;
use axum::extract::State;
use desk::colour::Colour;
use desk::hours::{self, Date, DayException, Holiday, Hours, Slot};
use desk::id::OrganisationId;
use desk::language::Language;
use desk::moment::Moment;
use store::Tx;
use store::clients::Client;
use store::labels::{self, Label};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::customer::{Matter, OpenSlot, Widget};
use wire::holidays::SpecialDay;
use wire::speech::Worded;

use crate::doors::hours_of;
use crate::files::FILE_LIMIT;
use crate::opening;
use crate::pulse::Line;
use crate::refusal::Answer;
use crate::settings::clients::shown_slots;
use crate::settings::speech;
use crate::state::Desk;
use crate::visitor::Visitor;

/// How far ahead days of their own are shown.
const DAYS_AHEAD: i32 = 14;

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show))
}

/// The client's chat, before anybody has written.
#[utoipa::path(get, path = "/api/widget/{key}", params(("key" = String, Path)), responses((status = OK, body = Widget)))]
async fn show(State(desk): State<Desk>, visitor: Visitor) -> Answer<Json<Widget>> {
    let at = desk.now();
    let shown = desk.db.read(async move |tx: &mut Tx| widget(tx, visitor.caller.organisation, &visitor.client, at).await);
    Ok(Json(shown.await?))
}

/// The client's chat at `at`.
pub async fn widget(tx: &mut Tx, organisation: OrganisationId, client: &Client, at: Moment) -> store::Result<Widget> {
    let hours = hours_of(client);
    let line = Line::of(tx, organisation, client.client_id, at).await?;
    Ok(Widget {
        name: client.name.clone(),
        desk_name: client.desk_name.clone(),
        languages: client.languages.iter().copied().map(Into::into).collect(),
        colour: client.colour.clone(),
        ink: client.colour.as_deref().and_then(Colour::parse).map(|colour| colour.ink().to_text()),
        time_zone: client.time_zone.clone(),
        week: client.week.iter().map(|day| shown_slots(day)).collect(),
        exceptions: special_days(&hours, hours::today(&hours, at)),
        availability: opening::of_client(tx, organisation, client, at).await?.availability,
        call_back: client.call_back.is_some() && !client.closed_by_hand,
        typical_answer_s: line.newcomer_s(),
        rules: speech::worded(&client.speech.rules),
        matters: labels::offered(tx, organisation, client.client_id).await?.iter().map(matter).collect(),
        file_limit_bytes: i64::try_from(FILE_LIMIT).unwrap_or(i64::MAX),
        text_limit: i64::try_from(desk::text::LONGEST_MESSAGE).unwrap_or(i64::MAX),
        now: at.millis(),
    })
}

fn matter(label: &Label) -> Matter {
    let text = |language| label.read_in(language).to_owned();
    Matter { category_id: label.label_id.0, name: Worded { fi: text(Language::Fi), sv: text(Language::Sv), en: text(Language::En) } }
}

/// The holidays and exceptions of the next days, in order.
fn special_days(hours: &Hours, today: Option<Date>) -> Vec<SpecialDay> {
    let days = (0..=DAYS_AHEAD).filter_map(|ahead| hours::plus_days(today?, ahead));
    days.filter_map(|date| special_day(hours, date)).collect()
}

fn special_day(hours: &Hours, date: Date) -> Option<SpecialDay> {
    let day = |slots: &[Slot], name: Option<String>, holiday: Option<Holiday>| SpecialDay {
        date: date.to_string(),
        slots: slots.iter().map(|slot| OpenSlot { from_minute: slot.from_minute.into(), to_minute: slot.to_minute.into() }).collect(),
        name,
        holiday: holiday.map(Into::into),
    };
    let holiday = hours.holiday_on(date);
    match hours.exception_on(date) {
        // The client's own words for a day go before the almanac's.
        Some(DayException { slots, name: Some(name), .. }) => Some(day(slots, Some(name.clone()), None)),
        Some(DayException { slots, name: None, .. }) => Some(day(slots, None, holiday.map(|(holiday, _)| holiday))),
        None => holiday.map(|(holiday, slots)| day(slots, None, Some(holiday))),
    }
}
