//! Settings of the clients whom the desk serves.

use axum::Json;
use axum::extract::State;
use desk::id::{ClientId, OrganisationId};
use desk::may::Act;
use desk::moment::Moment;
use serde_json::Value;
use store::{Tx, audit, clients};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::customer::{OpenException, OpenSlot};
use wire::settings::{CallBack, Client, ClientSettings, Ease, OpeningTarget};

use crate::extract::{Body, InPath, parse};
use crate::loaders;
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused};
use crate::rows::tell_settings;
use crate::secret;
use crate::settings::checks::{self, Checks};
use crate::settings::{holidays, speech};
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(show, create, change))
}

#[utoipa::path(get, path = "/api/clients", responses((status = OK, body = Vec<Client>)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<Client>>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| clients::list(tx, organisation).await).await?;
    Ok(Json(found.iter().map(|client| shown(&desk, organisation, client)).collect()))
}

#[utoipa::path(get, path = "/api/clients/{client_id}", params(("client_id" = Uuid, Path)), responses((status = OK, body = Client)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<Client>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| clients::load(tx, organisation, ClientId(client)).await).await?;
    found.map(|client| Json(shown(&desk, organisation, &client))).ok_or_else(Refused::not_found)
}

#[utoipa::path(post, path = "/api/clients/{client_id}", params(("client_id" = Uuid, Path)), request_body = ClientSettings,
    responses((status = OK, body = Client), (status = 409, description = "`id_reused`")))]
async fn create(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<ClientSettings>,
) -> Answer<Json<Client>> {
    who.may(Act::ChangeSettings)?;
    let new = with_settings(ClientId(client), secret::new_widget_id(&desk)?, checked(&given)?, desk.now());
    let mut entry = noted::by(&desk, &who, "client_added", &new.name)?;
    entry.changes = noted::changes(None::<&ClientSettings>, Some(&settings(&new)));
    let organisation = who.organisation;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        if clients::add(tx, organisation, &new).await? {
            audit::add(tx, organisation, &entry).await?;
            return Ok(Ok((new, true)));
        }
        // The same settings with the same id: the answer to the first time was lost on its way.
        let there = clients::load(tx, organisation, new.client_id).await?;
        match there.filter(|there| settings(there) == settings(&new)) {
            Some(there) => Ok(Ok((there, false))),
            None => no(tx, Refused::conflict("id_reused")),
        }
    });
    let (client, is_new) = stored.await??;
    if is_new {
        tell_settings(&desk, organisation).await;
    }
    Ok(Json(shown(&desk, organisation, &client)))
}

/// Changes a client. What is left out stays as it is, in `speech` as well: a program that does not know of a setting erases none.
#[utoipa::path(put, path = "/api/clients/{client_id}", params(("client_id" = Uuid, Path)), request_body = ClientSettings,
    responses((status = OK, body = Client), (status = 404)))]
async fn change(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>, Body(given): Body<Value>) -> Answer<Json<Client>> {
    who.may(Act::ChangeSettings)?;
    let mut entry = noted::by(&desk, &who, "client_changed", "")?;
    let (organisation, client, at) = (who.organisation, ClientId(client), desk.now());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(before) = clients::load_to_change(tx, organisation, client).await? else {
            return no(tx, Refused::not_found());
        };
        let given = match settings_over(&before, given).and_then(|given| checked(&given)) {
            Ok(given) => given,
            Err(refused) => return no(tx, refused),
        };
        let changed = with_settings(client, String::new(), given, at);
        let changed = clients::Client { speech: speech::following(&before.speech, changed.speech.clone()), ..changed };
        entry.object.clone_from(&changed.name);
        clients::change(tx, organisation, &changed).await?;
        entry.changes = noted::changes(Some(&settings(&before)), Some(&settings(&changed)));
        audit::add(tx, organisation, &entry).await?;
        Ok(clients::load(tx, organisation, changed.client_id).await?.ok_or_else(Refused::not_found))
    });
    let client = stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(shown(&desk, organisation, &client)))
}

/// The settings of a client with what is `given` of them.
fn settings_over(before: &clients::Client, given: Value) -> Answer<ClientSettings> {
    let mut whole = serde_json::to_value(settings(before)).map_err(|_| Refused::malformed())?;
    match (&mut whole, given) {
        (Value::Object(there), Value::Object(given)) => {
            for (field, value) in given {
                match (there.get_mut(&field), value) {
                    (Some(Value::Object(speech)), Value::Object(more)) if field == "speech" => speech.extend(more),
                    (_, value) => drop(there.insert(field, value)),
                }
            }
        }
        (there, given) => *there = given,
    }
    parse(whole.to_string().as_bytes())
}

fn checked(given: &ClientSettings) -> Answer<ClientSettings> {
    let mut checks = Checks::default();
    let settings = checks::client(&mut checks, given);
    checks.done()?;
    Ok(settings)
}

/// A client as the wire has it, with the line that goes on its website.
fn shown(desk: &Desk, organisation: OrganisationId, client: &clients::Client) -> Client {
    let widget_key = secret::widget_key(organisation, &client.widget_id);
    let base = &desk.settings.base_url;
    Client {
        client_id: client.client_id.0,
        embed: format!("<script src=\"{base}/widget.js\" data-widget=\"{widget_key}\" async></script>"),
        embed_pinned: loaders::pinned_line(base, &widget_key),
        widget_key,
        settings: settings(client),
    }
}

fn settings(client: &clients::Client) -> ClientSettings {
    let exception =
        |day: &clients::OpenException| OpenException { date: day.date.clone(), slots: shown_slots(&day.slots), name: day.name.clone() };
    ClientSettings {
        name: client.name.clone(),
        desk_name: client.desk_name.clone(),
        languages: client.languages.iter().map(|language| (*language).into()).collect(),
        colour: client.colour.clone(),
        time_zone: client.time_zone.clone(),
        week: client.week.iter().map(|day| shown_slots(day)).collect(),
        exceptions: client.exceptions.iter().map(exception).collect(),
        holidays: client.holidays.as_ref().map(holidays::shown),
        closed_by_hand: client.closed_by_hand,
        when_closed: client.when_closed.into(),
        queue_ceiling: client.queue_ceiling,
        opening_target: client.opening_target.map(|kept| OpeningTarget {
            window_min: kept.window_min,
            least_percent: kept.least_percent,
            longest_wait: kept.longest_wait,
        }),
        ease: client.ease.map(|ease| Ease { after_min: ease.after_min, least_slots: ease.least_slots }),
        call_back: client.call_back.map(|kept| CallBack { within_min: kept.within_min, tries: kept.tries }),
        answer_target_s: client.answer_target_s,
        silence_min: client.silence_min,
        thanks_grace_min: client.thanks_grace_min,
        websites: client.websites.clone(),
        greeting_fi: client.greeting_fi.clone(),
        greeting_sv: client.greeting_sv.clone(),
        greeting_en: client.greeting_en.clone(),
        speech: speech::shown(&client.speech),
    }
}

/// Hours of a day as settings and widgets show them.
pub fn shown_slots(slots: &[clients::OpenSlot]) -> Vec<OpenSlot> {
    slots.iter().map(|slot| OpenSlot { from_minute: slot.from_minute, to_minute: slot.to_minute }).collect()
}

/// Hours of a day as they are stored.
pub fn kept_slots(slots: Vec<OpenSlot>) -> Vec<clients::OpenSlot> {
    slots.into_iter().map(|slot| clients::OpenSlot { from_minute: slot.from_minute, to_minute: slot.to_minute }).collect()
}

/// The row of a client with checked settings.
pub fn with_settings(client_id: ClientId, widget_id: String, given: ClientSettings, at: Moment) -> clients::Client {
    let exception = |day: OpenException| clients::OpenException { date: day.date, slots: kept_slots(day.slots), name: day.name };
    clients::Client {
        client_id,
        widget_id,
        name: given.name,
        desk_name: given.desk_name,
        languages: given.languages.into_iter().map(Into::into).collect(),
        colour: given.colour,
        time_zone: given.time_zone,
        week: given.week.into_iter().map(kept_slots).collect(),
        exceptions: given.exceptions.into_iter().map(exception).collect(),
        holidays: given.holidays.map(holidays::kept),
        closed_by_hand: given.closed_by_hand,
        when_closed: given.when_closed.into(),
        queue_ceiling: given.queue_ceiling,
        opening_target: given.opening_target.map(|given| clients::OpeningTarget {
            window_min: given.window_min,
            least_percent: given.least_percent,
            longest_wait: given.longest_wait,
        }),
        ease: given.ease.map(|ease| clients::Ease { after_min: ease.after_min, least_slots: ease.least_slots }),
        call_back: given.call_back.map(|given| clients::CallBack { within_min: given.within_min, tries: given.tries }),
        answer_target_s: given.answer_target_s,
        silence_min: given.silence_min,
        thanks_grace_min: given.thanks_grace_min,
        websites: given.websites,
        greeting_fi: given.greeting_fi,
        greeting_sv: given.greeting_sv,
        greeting_en: given.greeting_en,
        speech: speech::kept(given.speech),
        created_at: at,
        // Whoever has thought it over opens it (CC-01).
        launch: clients::Launch::default(),
    }
}
