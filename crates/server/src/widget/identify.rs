//! A website has signed its visitor in, and hands the widget a token that says so. A good one begins a visit of that person;
//! with any other the visitor stays who their browser is.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{ClientId, IdentityKeyId, OrganisationId, PersonId};
use desk::identity::{self, Named, Unsigned};
use desk::moment::{Moment, Span};
use store::identity_keys::{self, Checking};
use store::people::{self, NewPerson, NewVisit};
use store::{Tx, clients};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::identity::{Identified, Identify};

use super::speech::address;
use super::token::Token;
use crate::extract::Body;
use crate::ingest;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused};
use crate::secret::{self, Hash};
use crate::state::Desk;
use crate::visitor::Caller;

/// The longest name that is kept, in characters.
const NAME_LIMIT: usize = 80;
/// That a key is in use is noted again after so long.
const NOTED_AGAIN_AFTER: Span = Span::seconds(60);

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(identify))
}

/// A good token, with the key that has signed it.
struct Signed {
    key: IdentityKeyId,
    named: Named,
}

#[utoipa::path(post, path = "/api/widget/{key}/identity", request_body = Identify, params(("key" = String, Path)),
    responses((status = OK, body = Identified), (status = 422, description = "`token_refused`: the visitor stays anonymous")))]
async fn identify(State(desk): State<Desk>, caller: Caller, Body(given): Body<Identify>) -> Answer<Json<Identified>> {
    caller.counts(&desk, Doing::Connecting)?;
    let (organisation, browser, at) = (caller.organisation, caller.secret()?, desk.now());
    let widget_id = caller.widget_id.clone();
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::by_widget(tx, organisation, &widget_id).await? else { return Ok(None) };
        Ok(Some((client.client_id, identity_keys::checking(tx, organisation, client.client_id).await?)))
    });
    let (client, keys) = found.await?.ok_or_else(Refused::not_found)?;
    let widget_key = secret::widget_key(organisation, &caller.widget_id);
    let Some(token) = Token::read(&given.token) else { return Err(refused(client, None, Unsigned::Unreadable)) };
    let signed = signed(&token, &keys, &widget_key, at).map_err(|(key, why)| refused(client, key, why))?;
    let person = NewPerson {
        id: desk.new_id(at)?.into(),
        client,
        subject_hash: secret::subject(client, &signed.named.subject),
        // A name or an address that is none is left out; who it is does not hang on it.
        name: ingest::cut_line(token.name(), NAME_LIMIT).filter(|name| !name.is_empty()),
        email: token.email().and_then(|email| address(email).ok()),
    };
    let (visit, hash) = secret::make(&desk, organisation)?;
    let key = signed.key;
    let clock = desk.clone();
    let begun = desk.db.unit(async move |tx: &mut Tx| {
        // The key's row is locked: the time is read after it, or whoever retired it meanwhile would have done so later.
        let retires_at = identity_keys::retires(tx, organisation, signed.key).await?;
        let at = clock.now();
        if !identity::is_in_use(retires_at, at) {
            return Ok(Err(Unsigned::RetiredKey));
        }
        begin(tx, organisation, signed, person, (browser, hash), at).await
    });
    let begun = begun.await?;
    let person = begun.map_err(|why| refused(client, Some(key), why))?;
    Ok(Json(Identified { key: visit, person_id: person.0 }))
}

/// Whom a token names: its signature first, so that nobody learns more from a token of their own making.
fn signed(token: &Token<'_>, keys: &[Checking], widget_key: &str, at: Moment) -> Result<Signed, (Option<IdentityKeyId>, Unsigned)> {
    let by = keys.iter().find(|one| token.is_signed_with(one.key.algorithm, &one.material));
    let key = &by.ok_or((None, Unsigned::Signature))?.key;
    if !identity::is_in_use(key.retires_at, at) {
        return Err((Some(key.id), Unsigned::RetiredKey));
    }
    let named = identity::named(&token.claims(), widget_key, at).map_err(|why| (Some(key.id), why))?;
    Ok(Signed { key: key.id, named })
}

/// A visit of the person begins, unless another visitor has used this token.
async fn begin(
    tx: &mut Tx,
    organisation: OrganisationId,
    signed: Signed,
    person: NewPerson,
    (browser, visit): (Hash, Hash),
    at: Moment,
) -> store::Result<Result<PersonId, Unsigned>> {
    let Signed { key, named } = signed;
    if !people::use_token(tx, organisation, person.client, secret::token_name(&named.token), browser, named.until).await? {
        return Ok(Err(Unsigned::UsedByAnother));
    }
    let person = people::meet(tx, organisation, &person, at).await?;
    people::begin_visit(tx, organisation, NewVisit { secret_hash: visit, person, key, until: at.plus(identity::VISIT) }, at).await?;
    identity_keys::used(tx, organisation, key, at, at.minus(NOTED_AGAIN_AFTER)).await?;
    Ok(Ok(person))
}

/// A no that tells the visitor nothing, and the log why: whoever looks after the website has to find it.
fn refused(client: ClientId, key: Option<IdentityKeyId>, why: Unsigned) -> Refused {
    let key = key.map(|key| key.to_string());
    tracing::warn!(%client, key, reason = why.name(), "a website's token names nobody; its visitor stays anonymous");
    Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "token_refused")
}
