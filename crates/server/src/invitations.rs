//! The page behind an invitation: a person chooses a password and is signed in. And the link that a terminal makes for
//! somebody who has forgotten theirs, when nobody else of the desk can invite them.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use desk::moment::Span;
use store::agents::Agent;
use store::audit::Entry;
use store::{Tx, agents, audit, invitations, organisations, sessions};
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

/// How long a link that was made at the terminal is good. Whoever made it is there to use it.
const FROM_TERMINAL: Span = Span::seconds(3600);

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show)).routes(routes!(accept))
}

/// A link through which the person with this address chooses a new password, for the binary to print; one for each
/// organisation in which there is such a person, and none when nobody may sign in with the address. Their sign-ins end.
pub async fn renew(desk: &Desk, email: &str) -> Answer<Vec<String>> {
    let (email, now) = (email.to_owned(), desk.now());
    let known = desk.db.read(async move |tx: &mut Tx| {
        let mut known = Vec::new();
        for organisation in organisations::all(tx).await? {
            let id = organisation.organisation_id;
            known.extend(agents::by_email(tx, id, &email).await?.filter(|agent| agent.active).map(|agent| (id, agent)));
        }
        Ok(known)
    });
    let mut links = Vec::new();
    for (organisation, agent) in known.await? {
        let (token, hash) = secret::make(desk, organisation)?;
        let entry = Entry {
            audit_id: desk.new_id(now)?,
            at: now,
            agent_id: None,
            name: String::new(),
            act: "password_link_made".to_owned(),
            object: agent.name,
            address: String::new(),
            changes: Vec::new(),
        };
        let made = desk.db.unit(async move |tx: &mut Tx| {
            invitations::add(tx, organisation, agent.agent_id, hash, now.plus(FROM_TERMINAL)).await?;
            sessions::end_all(tx, organisation, agent.agent_id).await?;
            audit::add(tx, organisation, &entry).await
        });
        made.await?;
        links.push(format!("{}/invitation/{token}", desk.settings.base_url));
    }
    Ok(links)
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
    let mut agent = invited(&desk, &given.token).await?;
    password::check_new("password", &given.password).map_err(|wrong| Refused::invalid(vec![wrong]))?;
    let hashed = desk.passwords.hash(given.password).await?;
    let (id, token) = secret::open(&given.token).ok_or_else(Refused::not_found)?;
    let (agent_id, now) = (agent.agent_id, desk.now());
    agent.password_hash = Some(hashed.clone());
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
