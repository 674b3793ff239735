//! What a signed-in person sets for themselves. No key of an integration gets in here.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{AgentId, OrganisationId, SessionId};
use desk::may::Act;
use store::agents::Agent;
use store::organisations::Organisation;
use store::{Tx, agents, audit, invitations, organisations, sessions};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::agent::{Device, Me};
use wire::commands::{ChangePassword, Preferences};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::password;
use crate::refusal::{Answer, Refused, Wrong};
use crate::sign_in;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(set_preferences))
        .routes(routes!(change_password))
        .routes(routes!(devices))
        .routes(routes!(end_device))
}

#[utoipa::path(get, path = "/api/me", responses((status = OK, body = Me)))]
async fn show(State(desk): State<Desk>, who: Who) -> Answer<Json<Me>> {
    who.may(Act::SeeCases).or_else(|_| who.may(Act::SeeSettings))?;
    let (organisation, agent) = load(&desk, who.organisation, who.agent_id).await?;
    Ok(Json(sign_in::me(&organisation.name, &agent)))
}

async fn load(desk: &Desk, organisation: OrganisationId, agent: AgentId) -> Answer<(Organisation, Agent)> {
    let found = desk
        .db
        .read(async move |tx: &mut Tx| Ok((organisations::load(tx, organisation).await?, agents::load(tx, organisation, agent).await?)));
    match found.await? {
        (Some(organisation), Some(agent)) => Ok((organisation, agent)),
        _ => Err(Refused::not_found()),
    }
}

#[utoipa::path(put, path = "/api/me/preferences", request_body = Preferences, responses((status = OK, body = Me)))]
async fn set_preferences(State(desk): State<Desk>, who: Who, Body(wanted): Body<Preferences>) -> Answer<Json<Me>> {
    who.session()?;
    let (organisation, mut agent) = load(&desk, who.organisation, who.agent_id).await?;
    agent.language = wanted.language.into();
    agent.sound = wanted.sound;
    agent.notifications = wanted.notifications;
    agent.shortcuts = wanted.shortcuts;
    let answer = sign_in::me(&organisation.name, &agent);
    let id = who.organisation;
    desk.db.unit(async move |tx: &mut Tx| agents::set_preferences(tx, id, &agent).await).await?;
    Ok(Json(answer))
}

#[utoipa::path(post, path = "/api/me/password", request_body = ChangePassword, responses((status = NO_CONTENT)))]
async fn change_password(State(desk): State<Desk>, who: Who, Body(given): Body<ChangePassword>) -> Answer<StatusCode> {
    let keep = who.session()?;
    password::check_new("new", &given.new).map_err(|wrong| Refused::invalid(vec![wrong]))?;
    let (_, agent) = load(&desk, who.organisation, who.agent_id).await?;
    // A stolen session must not become a place to guess the password.
    desk.limiter.sign_in(&agents::fold_email(&agent.email), who.address.group(), true)?;
    let known = agent.password_hash.clone();
    if !desk.passwords.verify(given.current, known.clone()).await? {
        return Err(Refused::invalid(vec![Wrong::new("current", "field-password-wrong")]));
    }
    let hash = desk.passwords.hash(given.new).await?;
    let entry = noted::by(&desk, &who, "password_changed", "")?;
    let (id, agent_id, now) = (who.organisation, who.agent_id, desk.now());
    let changed = desk.db.unit(async move |tx: &mut Tx| {
        let agent = agents::lock(tx, id, agent_id).await?;
        // Somebody else who had the old password may have been quicker.
        if agent.is_none_or(|agent| agent.password_hash != known) {
            return no(tx, Refused::invalid(vec![Wrong::new("current", "field-password-wrong")]));
        }
        agents::set_password(tx, id, agent_id, &hash).await?;
        // Whoever has an old link must not choose another password after this one.
        invitations::forget_all_of(tx, id, agent_id).await?;
        let others: Vec<SessionId> = sessions::list(tx, id, agent_id, now).await?.iter().map(|session| session.session_id).collect();
        sessions::end_others(tx, id, agent_id, keep).await?;
        audit::add(tx, id, &entry).await?;
        Ok(Ok(others))
    });
    for session in changed.await??.into_iter().filter(|session| *session != keep) {
        close(&desk, &who, session);
    }
    Ok(StatusCode::NO_CONTENT)
}

#[utoipa::path(get, path = "/api/me/devices", responses((status = OK, body = Vec<Device>)))]
async fn devices(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<Device>>> {
    let this = who.session()?;
    let (id, agent, now) = (who.organisation, who.agent_id, desk.now());
    let found = desk.db.read(async move |tx: &mut Tx| sessions::list(tx, id, agent, now).await).await?;
    let devices = found.into_iter().map(|session| Device {
        session_id: session.session_id.0,
        browser: session.browser,
        address: session.address,
        signed_in_at: session.signed_in_at.millis(),
        used_at: session.used_at.millis(),
        is_this: session.session_id == this,
    });
    Ok(Json(devices.collect()))
}

#[utoipa::path(delete, path = "/api/me/devices/{session_id}", params(("session_id" = Uuid, Path)),
    responses((status = NO_CONTENT)))]
async fn end_device(State(desk): State<Desk>, who: Who, InPath(session): InPath<Uuid>) -> Answer<StatusCode> {
    who.session()?;
    let session = SessionId(session);
    let entry = noted::by(&desk, &who, "device_signed_out", "")?;
    let (id, agent) = (who.organisation, who.agent_id);
    let ended = desk.db.unit(async move |tx: &mut Tx| {
        if !sessions::end(tx, id, agent, session).await? {
            return no(tx, Refused::not_found());
        }
        audit::add(tx, id, &entry).await.map(Ok)
    });
    ended.await??;
    close(&desk, &who, session);
    Ok(StatusCode::NO_CONTENT)
}

fn close(desk: &Desk, who: &Who, session: SessionId) {
    desk.live.sign_out(who.organisation, who.agent_id, Some(session), &crate::rows::signed_out());
}
