//! What a client keeps of its customers: the fields, their names in its languages, and their order.

use axum::Json;
use axum::extract::State;
use desk::id::{ClientId, KnownFieldId, OrganisationId};
use desk::known::{Field, LONGEST_NAME, MOST, MOST_EVER};
use desk::language::Language;
use desk::may::Act;
use desk::moment::Moment;
use serde::Serialize;
use store::{Tx, audit, clients, known};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::known::{KnownField, KnownFields};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::{known_field, tell_settings};
use crate::settings::checks::Checks;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show, change))
}

#[utoipa::path(get, path = "/api/clients/{client_id}/known-fields", params(("client_id" = Uuid, Path)), responses((status = OK, body = KnownFields)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<KnownFields>> {
    who.may(Act::SeeSettings)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    let found = desk.db.read(async move |tx: &mut Tx| {
        if clients::load(tx, organisation, client).await?.is_none() {
            return Ok(None);
        }
        known::of_client(tx, organisation, client).await.map(Some)
    });
    found.await?.map(|fields| Json(shown(&fields))).ok_or_else(Refused::not_found)
}

#[utoipa::path(put, path = "/api/clients/{client_id}/known-fields", params(("client_id" = Uuid, Path)), request_body = KnownFields,
    responses((status = OK, body = KnownFields), (status = 404), (status = 409, description = "`id_reused`")))]
async fn change(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<KnownFields>,
) -> Answer<Json<KnownFields>> {
    who.may(Act::ChangeSettings)?;
    let client = ClientId(client);
    let mut entry = noted::by(&desk, &who, "known_fields_changed", "")?;
    let (organisation, now) = (who.organisation, desk.now());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load_to_change(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        let wanted = match checked(client, &there.languages, &given) {
            Ok(wanted) => wanted,
            Err(refused) => return no(tx, refused),
        };
        let before = known::of_client(tx, organisation, client).await?;
        let after = match joined(wanted, &before) {
            Ok(after) => after,
            Err(refused) => return no(tx, refused),
        };
        if before == after {
            return Ok(Ok((after, false)));
        }
        if !keep(tx, organisation, &before, &after, now).await? {
            return no(tx, Refused::conflict("id_reused"));
        }
        entry.object = there.name;
        entry.changes = noted::changes(Some(&Told::of(&before)), Some(&Told::of(&after)));
        audit::add(tx, organisation, &entry).await?;
        Ok(Ok((after, true)))
    });
    let (kept, is_new) = stored.await??;
    if is_new {
        tell_settings(&desk, organisation).await;
    }
    Ok(Json(shown(&kept)))
}

/// What was sent, tidied. Each field has a name in every language of its client.
fn checked(client: ClientId, languages: &[Language], given: &KnownFields) -> Answer<Vec<Field>> {
    let mut checks = Checks::default();
    let mut wanted: Vec<Field> = Vec::new();
    if given.fields.len() > MOST_EVER {
        checks.note::<()>(Err(too_many(MOST_EVER)));
    }
    for (place, field) in given.fields.iter().take(MOST_EVER).enumerate() {
        let names = Language::ALL.map(|language| name(&mut checks, place, field, language, languages));
        let field = Field { id: KnownFieldId(field.known_field_id), client, names, is_retired: field.retired };
        if wanted.iter().any(|other| other.is_called_like(&field) || other.id == field.id) {
            checks.wrong(&format!("fields.{place}"), "field-label-taken");
        }
        wanted.push(field);
    }
    checks.done()?;
    Ok(wanted)
}

fn name(checks: &mut Checks, place: usize, field: &KnownField, language: Language, languages: &[Language]) -> String {
    let typed = match language {
        Language::Fi => &field.name_fi,
        Language::Sv => &field.name_sv,
        Language::En => &field.name_en,
    };
    let where_it_stands = format!("fields.{place}.name_{}", language.code());
    if languages.contains(&language) {
        checks.line(&where_it_stands, typed, LONGEST_NAME)
    } else {
        checks.optional_line(&where_it_stands, typed, LONGEST_NAME)
    }
}

/// What was sent, and behind it what was not named: somebody else has added it meanwhile.
fn joined(wanted: Vec<Field>, before: &[Field]) -> Answer<Vec<Field>> {
    let mut all = wanted;
    for other in before {
        if all.iter().any(|field| field.id == other.id) {
            continue;
        }
        if all.iter().any(|field| field.is_called_like(other)) {
            return Err(Refused::invalid(vec![Wrong::new("fields", "field-label-taken")]));
        }
        all.push(other.clone());
    }
    if all.len() > MOST_EVER {
        return Err(Refused::invalid(vec![too_many(MOST_EVER)]));
    }
    if all.iter().filter(|field| !field.is_retired).count() > MOST {
        return Err(Refused::invalid(vec![too_many(MOST)]));
    }
    Ok(all)
}

/// Stores what differs. False when a new one has an id that is in use elsewhere.
async fn keep(tx: &mut Tx, organisation: OrganisationId, before: &[Field], after: &[Field], at: Moment) -> store::Result<bool> {
    for (place, field) in (0_i64..).zip(after) {
        if before.iter().any(|one| one.id == field.id) {
            known::change(tx, organisation, field, place).await?;
        } else if !known::add(tx, organisation, field, place, at).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn too_many(limit: usize) -> Wrong {
    Wrong::new("fields", "field-too-many").with("limit", limit.to_string())
}

fn shown(fields: &[Field]) -> KnownFields {
    KnownFields { fields: fields.iter().map(known_field).collect() }
}

/// The fields as the audit list tells of them: in their order, each with its names, a retired one in brackets.
#[derive(Serialize)]
struct Told {
    known_fields: Vec<String>,
}

impl Told {
    fn of(fields: &[Field]) -> Self {
        let described = |field: &Field| {
            let names = field.names.iter().filter(|name| !name.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" / ");
            if field.is_retired { format!("({names})") } else { names }
        };
        Self { known_fields: fields.iter().map(described).collect() }
    }
}
