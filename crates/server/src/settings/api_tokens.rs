//! Keys of integrations: shown once, stored as a hash, never more than the person who made them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::ApiTokenId;
use desk::may::{Act, Scope};
use desk::moment::Span;
use serde::Serialize;
use store::{Tx, api_tokens, audit};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::settings::{ApiToken, CreateApiToken, NewApiToken};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::secret;
use crate::settings::checks::{Checks, all_differ};
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(revoke))
}

#[utoipa::path(get, path = "/api/api-tokens", responses((status = OK, body = Vec<ApiToken>)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<ApiToken>>> {
    who.may(Act::Own)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| api_tokens::list(tx, organisation).await).await?;
    Ok(Json(found.iter().map(shown).collect()))
}

#[utoipa::path(post, path = "/api/api-tokens", request_body = CreateApiToken, responses((status = OK, body = NewApiToken)))]
async fn create(State(desk): State<Desk>, who: Who, Body(given): Body<CreateApiToken>) -> Answer<Json<NewApiToken>> {
    who.may(Act::Own)?;
    let mut checks = Checks::default();
    let name = checks.line("name", &given.name, 120);
    if given.scopes.is_empty() || !all_differ(&given.scopes) {
        checks.wrong("scopes", "field-scopes");
    }
    let days = given.days.map(|days| checks.range("days", days, 1, 3_650));
    checks.done()?;
    let now = desk.now();
    let (secret, hash) = secret::make(&desk, who.organisation)?;
    let token = api_tokens::ApiToken {
        api_token_id: ApiTokenId(desk.new_id(now)?),
        agent_id: who.agent_id,
        name,
        scopes: given.scopes.into_iter().map(Scope::from).collect(),
        created_at: now,
        expires_at: days.map(|days| now.plus(Span::seconds(days * 86_400))),
        used_at: None,
    };
    let answer = NewApiToken { token: shown(&token), secret: format!("{}{secret}", secret::API_TOKEN_PREFIX) };
    let mut entry = noted::by(&desk, &who, "api_token_made", &token.name)?;
    entry.changes = noted::changes(None::<&Told>, Some(&Told { scopes: answer.token.scopes.clone(), days }));
    let organisation = who.organisation;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let there = i64::try_from(api_tokens::list(tx, organisation).await?.len()).unwrap_or(i64::MAX);
        if there >= api_tokens::LIMIT {
            let too_many = Wrong::new("name", "field-too-many").with("limit", api_tokens::LIMIT.to_string());
            return no(tx, Refused::invalid(vec![too_many]));
        }
        api_tokens::add(tx, organisation, &token, hash).await?;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    Ok(Json(answer))
}

#[utoipa::path(delete, path = "/api/api-tokens/{api_token_id}", params(("api_token_id" = Uuid, Path)),
    responses((status = NO_CONTENT), (status = 404)))]
async fn revoke(State(desk): State<Desk>, who: Who, InPath(token): InPath<Uuid>) -> Answer<StatusCode> {
    who.may(Act::Own)?;
    let token = ApiTokenId(token);
    let mut entry = noted::by(&desk, &who, "api_token_revoked", "")?;
    let organisation = who.organisation;
    let revoked = desk.db.unit(async move |tx: &mut Tx| {
        let there = api_tokens::list(tx, organisation).await?.into_iter().find(|there| there.api_token_id == token);
        let Some(there) = there else { return no(tx, Refused::not_found()) };
        api_tokens::revoke(tx, organisation, token).await?;
        entry.object = there.name;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    revoked.await??;
    Ok(StatusCode::NO_CONTENT)
}

/// A key as the log tells of it: what it opens and for how long, never the key itself.
#[derive(Serialize)]
struct Told {
    scopes: Vec<wire::settings::Scope>,
    days: Option<i64>,
}

fn shown(token: &api_tokens::ApiToken) -> ApiToken {
    ApiToken {
        api_token_id: token.api_token_id.0,
        name: token.name.clone(),
        scopes: token.scopes.iter().map(|scope| (*scope).into()).collect(),
        created_at: token.created_at.millis(),
        expires_at: token.expires_at.map(desk::moment::Moment::millis),
        used_at: token.used_at.map(desk::moment::Moment::millis),
    }
}
