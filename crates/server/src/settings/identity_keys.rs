//! Keys with which a client's website signs who its visitor is. A shared secret is shown once; people add keys, integrations
//! do not: whoever has one can speak as any customer of the client.

use axum::Json;
use axum::extract::State;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use desk::id::{ClientId, IdentityKeyId, OrganisationId};
use desk::identity::{self, MOST_KEYS};
use desk::may::Act;
use desk::moment::{Moment, Span};
use ed25519_dalek::VerifyingKey;
use serde::Serialize;
use store::identity_keys::{self, Checking};
use store::{Tx, audit, clients, people};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::identity::{AddIdentityKey, Algorithm, IdentityKey, IdentityKeys, NewIdentityKey, RetireIdentityKey};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::secret;
use crate::settings::checks::Checks;
use crate::sockets::recheck;
use crate::state::Desk;
use crate::who::Who;

/// The most characters of a key's name.
const LONGEST_NAME: usize = 60;
/// The most hours for which a key goes on beside its successor.
const LONGEST_OVERLAP_H: i64 = 720;
/// What stands before the 32 bytes of an Ed25519 key in the form that programs write (RFC 8410).
const BEFORE_ED25519: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(retire))
}

#[utoipa::path(get, path = "/api/clients/{client_id}/identity-keys", params(("client_id" = Uuid, Path)),
    responses((status = OK, body = IdentityKeys), (status = 404)))]
async fn list(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<IdentityKeys>> {
    who.may(Act::SeeSettings)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::load(tx, organisation, client).await? else { return Ok(None) };
        Ok(Some((client.widget_id, identity_keys::of_client(tx, organisation, client.client_id).await?)))
    });
    let (widget_id, keys) = found.await?.ok_or_else(Refused::not_found)?;
    Ok(Json(IdentityKeys { audience: secret::widget_key(organisation, &widget_id), keys: keys.iter().map(shown).collect() }))
}

#[utoipa::path(post, path = "/api/clients/{client_id}/identity-keys", params(("client_id" = Uuid, Path)), request_body = AddIdentityKey,
    responses((status = OK, body = NewIdentityKey), (status = 404)))]
async fn add(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<AddIdentityKey>,
) -> Answer<Json<NewIdentityKey>> {
    who.session()?;
    who.may(Act::ChangeSettings)?;
    let (organisation, client, at) = (who.organisation, ClientId(client), desk.now());
    let mut checks = Checks::default();
    let name = checks.line("name", &given.name, LONGEST_NAME);
    let (secret, material) = match given.algorithm {
        Algorithm::Hs256 => {
            let secret = secret::new_signing(&desk)?;
            (Some(secret.clone()), secret.into_bytes())
        }
        Algorithm::EdDsa => {
            let public = given.public_key.as_deref().and_then(public_key);
            if public.is_none() {
                checks.wrong("public_key", "field-public-key");
            }
            (None, public.unwrap_or_default())
        }
    };
    checks.done()?;
    let key = identity_keys::IdentityKey {
        id: IdentityKeyId(desk.new_id(at)?),
        client,
        name,
        algorithm: given.algorithm.into(),
        created_at: at,
        used_at: None,
        retires_at: None,
    };
    let answer = NewIdentityKey { key: shown(&key), secret };
    let mut entry = noted::by(&desk, &who, "identity_key_added", "")?;
    entry.changes = noted::changes(None::<&Told>, Some(&Told::of(&key, None)));
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        let keys = identity_keys::of_client(tx, organisation, client).await?;
        if keys.iter().filter(|key| identity::is_in_use(key.retires_at, at)).count() >= MOST_KEYS {
            let too_many = Wrong::new("name", "field-too-many").with("limit", MOST_KEYS.to_string());
            return no(tx, Refused::invalid(vec![too_many]));
        }
        entry.object = format!("{}: {}", there.name, key.name);
        identity_keys::add(tx, organisation, &Checking { key, material }).await?;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    Ok(Json(answer))
}

#[utoipa::path(put, path = "/api/clients/{client_id}/identity-keys/{identity_key_id}", request_body = RetireIdentityKey,
    params(("client_id" = Uuid, Path), ("identity_key_id" = Uuid, Path)), responses((status = OK, body = IdentityKey), (status = 404)))]
async fn retire(
    State(desk): State<Desk>,
    who: Who,
    InPath((client, key)): InPath<(Uuid, Uuid)>,
    Body(given): Body<RetireIdentityKey>,
) -> Answer<Json<IdentityKey>> {
    who.session()?;
    who.may(Act::ChangeSettings)?;
    let mut checks = Checks::default();
    let hours = checks.range("in_hours", given.in_hours, 0, LONGEST_OVERLAP_H);
    checks.done()?;
    let (organisation, client, at) = (who.organisation, ClientId(client), desk.now());
    let retires_at = at.plus(Span::seconds(hours.saturating_mul(3_600)));
    let mut entry = noted::by(&desk, &who, "identity_key_retired", "")?;
    let retired = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        let all = identity_keys::of_client(tx, organisation, client).await?;
        let Some(before) = all.into_iter().find(|one| one.id.0 == key) else { return no(tx, Refused::not_found()) };
        let after = retired_at(tx, organisation, &before, (retires_at, at)).await?;
        entry.object = format!("{}: {}", there.name, after.name);
        entry.changes = noted::changes(Some(&Told::of(&before, None)), Some(&Told::of(&after, Some(hours))));
        audit::add(tx, organisation, &entry).await?;
        Ok(Ok(after))
    });
    let retired = retired.await??;
    recheck::visits(&desk, organisation).await?;
    Ok(Json(shown(&retired)))
}

async fn retired_at(
    tx: &mut Tx,
    organisation: OrganisationId,
    before: &identity_keys::IdentityKey,
    (retires_at, at): (Moment, Moment),
) -> store::Result<identity_keys::IdentityKey> {
    // What is out of use stays so.
    let retires_at = before.retires_at.filter(|_| !identity::is_in_use(before.retires_at, at)).unwrap_or(retires_at);
    identity_keys::retire(tx, organisation, before.id, retires_at).await?;
    if !identity::is_in_use(Some(retires_at), at) {
        people::end_visits(tx, organisation, before.id).await?;
    }
    Ok(identity_keys::IdentityKey { retires_at: Some(retires_at), ..before.clone() })
}

/// The 32 bytes of a public key, from PEM or from base64.
fn public_key(given: &str) -> Option<Vec<u8>> {
    let encoded: String = given.lines().filter(|line| !line.starts_with("-----")).flat_map(str::split_whitespace).collect();
    let bytes = STANDARD.decode(&encoded).or_else(|_| URL_SAFE_NO_PAD.decode(&encoded)).ok()?;
    let bytes = bytes.strip_prefix(&BEFORE_ED25519).unwrap_or(&bytes);
    let key = VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?;
    (!key.is_weak()).then(|| bytes.to_vec())
}

/// A key as the log tells of it: never what it signs with.
#[derive(Serialize)]
struct Told {
    algorithm: Algorithm,
    retires_in_hours: Option<i64>,
}

impl Told {
    fn of(key: &identity_keys::IdentityKey, retires_in_hours: Option<i64>) -> Self {
        Self { algorithm: key.algorithm.into(), retires_in_hours }
    }
}

fn shown(key: &identity_keys::IdentityKey) -> IdentityKey {
    IdentityKey {
        identity_key_id: key.id.0,
        name: key.name.clone(),
        algorithm: key.algorithm.into(),
        created_at: key.created_at.millis(),
        used_at: key.used_at.map(Moment::millis),
        retires_at: key.retires_at.map(Moment::millis),
    }
}
