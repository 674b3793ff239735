//! The page behind an invitation: a person chooses a password and is signed in.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use store::agents::Agent;
use store::{Tx, agents, invitations, organisations, sessions};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::agent::Me;
use wire::settings::{AcceptInvitation, Invited};

use crate::address::Address;
use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::{guard, password, secret, sign_in};

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show)).routes(routes!(accept))
}

#[utoipa::path(get, path = "/api/invitations/{token}", params(("token" = String, Path)),
    responses((status = OK, body = Invited), (status = 404)))]
async fn show(State(desk): State<Desk>, InPath(token): InPath<String>) -> Answer<Json<Invited>> {
    let agent = invited(&desk, &token).await?;
    Ok(Json(Invited { name: agent.name, email: agent.email }))
}

/// Whom a link is for, while it is good.
async fn invited(desk: &Desk, token: &str) -> Answer<Agent> {
    let (organisation, hash) = secret::open(token).ok_or_else(Refused::not_found)?;
    let now = desk.now();
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(agent) = invitations::find(tx, organisation, hash, now).await? else { return Ok(None) };
        agents::load(tx, organisation, agent).await
    });
    found.await?.filter(|agent| agent.active).ok_or_else(Refused::not_found)
}

#[utoipa::path(post, path = "/api/invitations", request_body = AcceptInvitation,
    responses((status = OK, body = Me), (status = 404)))]
async fn accept(State(desk): State<Desk>, address: Address, headers: HeaderMap, Body(given): Body<AcceptInvitation>) -> Answer<Response> {
    guard::same_site(&desk.settings, &Method::POST, &headers)?;
    let agent = invited(&desk, &given.token).await?;
    password::check_new("password", &given.password).map_err(|wrong| Refused::invalid(vec![wrong]))?;
    let hashed = desk.passwords.hash(given.password).await?;
    let (id, token) = secret::open(&given.token).ok_or_else(Refused::not_found)?;
    let (agent_id, now) = (agent.agent_id, desk.now());
    let accepted = desk.db.unit(async move |tx: &mut Tx| {
        if !invitations::use_up(tx, id, token, now).await? {
            return no(tx, Refused::not_found());
        }
        agents::set_password(tx, id, agent_id, &hashed).await?;
        invitations::forget_all_of(tx, id, agent_id).await?;
        // Whoever was signed in with the password before is not any more.
        sessions::end_all(tx, id, agent_id).await?;
        Ok(Ok(organisations::load(tx, id).await?))
    });
    let organisation = accepted.await??.ok_or_else(Refused::not_found)?;
    desk.live.sign_out(id, agent_id, None, &crate::rows::signed_out());
    let entry = noted::by_stranger(&desk, Some((agent_id, &agent.name)), "password_chosen", "", address)?;
    sign_in::open(&desk, organisation, agent, &headers, address, entry).await
}
