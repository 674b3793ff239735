//! Teams: who serves whom.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::deciding::TeamRules;
use desk::id::{AgentId, ClientId, OrganisationId, TeamId};
use desk::may::Act;
use serde::Serialize;
use store::teams::Team;
use store::{Tx, agents, audit, clients, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::agent::TeamRow;
use wire::settings::{AgentTeams, TeamSettings};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::{team_row, tell_settings};
use crate::settings::checks::Checks;
use crate::settings::settling::{self, Settling};
use crate::settings::team_rules::{self, Named};
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(create, change, remove)).routes(routes!(join))
}

#[utoipa::path(get, path = "/api/teams", responses((status = OK, body = Vec<TeamRow>)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<TeamRow>>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| teams::list(tx, organisation).await).await?;
    Ok(Json(found.iter().map(team_row).collect()))
}

#[utoipa::path(post, path = "/api/teams/{team_id}", params(("team_id" = Uuid, Path)), request_body = TeamSettings,
    responses((status = OK, body = TeamRow), (status = 409, description = "`id_reused`")))]
async fn create(State(desk): State<Desk>, who: Who, InPath(team): InPath<Uuid>, Body(given): Body<TeamSettings>) -> Answer<Json<TeamRow>> {
    who.may(Act::ChangeSettings)?;
    let team = checked(TeamId(team), &given)?;
    let answer = team_row(&team);
    let mut entry = noted::by(&desk, &who, "team_added", &team.name)?;
    let (organisation, now) = (who.organisation, desk.now());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        teams::lock(tx, organisation).await?;
        if let Err(refused) = all_known(tx, organisation, &team).await? {
            return no(tx, refused);
        }
        if teams::add(tx, organisation, &team, now).await? {
            entry.changes = noted::changes(None::<&Named>, Some(&Named::of(tx, organisation, &team).await?));
            return audit::add(tx, organisation, &entry).await.map(Ok);
        }
        // The same team with the same id: the answer to the first time was lost on its way.
        if teams::list(tx, organisation).await?.contains(&team) { Ok(Ok(())) } else { no(tx, Refused::conflict("id_reused")) }
    });
    stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(answer))
}

#[utoipa::path(put, path = "/api/teams/{team_id}", params(("team_id" = Uuid, Path)), request_body = TeamSettings,
    responses((status = OK, body = TeamRow), (status = 404)))]
async fn change(State(desk): State<Desk>, who: Who, InPath(team): InPath<Uuid>, Body(given): Body<TeamSettings>) -> Answer<Json<TeamRow>> {
    who.may(Act::ChangeSettings)?;
    let team = checked(TeamId(team), &given)?;
    let mut entry = noted::by(&desk, &who, "team_changed", &team.name)?;
    let (organisation, settling) = (who.organisation, Settling::by(&desk, &who));
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        teams::lock(tx, organisation).await?;
        let before = teams::list(tx, organisation).await?.into_iter().find(|there| there.team_id == team.team_id);
        let Some(before) = before else { return no(tx, Refused::not_found()) };
        let team = Team { is_self_directed: given.is_self_directed.unwrap_or(before.is_self_directed), ..team };
        if let Err(refused) = all_known(tx, organisation, &team).await? {
            return no(tx, refused);
        }
        let told_before = Named::of(tx, organisation, &before).await?;
        teams::change(tx, organisation, &team).await?;
        entry.changes = noted::changes(Some(&told_before), Some(&Named::of(tx, organisation, &team).await?));
        audit::add(tx, organisation, &entry).await?;
        if let Err(refused) = settling::note_direct(tx, &settling, &before, &team).await? {
            return no(tx, refused);
        }
        Ok(settling::settle(tx, &settling).await?.map(|()| team_row(&team)))
    });
    let answer = stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(answer))
}

#[utoipa::path(delete, path = "/api/teams/{team_id}", params(("team_id" = Uuid, Path)),
    responses((status = NO_CONTENT), (status = 409, description = "`in_use`")))]
async fn remove(State(desk): State<Desk>, who: Who, InPath(team): InPath<Uuid>) -> Answer<StatusCode> {
    who.may(Act::ChangeSettings)?;
    let team = TeamId(team);
    let (organisation, settling) = (who.organisation, Settling::by(&desk, &who));
    let mut entry = noted::by(&desk, &who, "team_removed", "")?;
    let removed = desk.db.unit(async move |tx: &mut Tx| {
        teams::lock(tx, organisation).await?;
        let there = teams::list(tx, organisation).await?.into_iter().find(|there| there.team_id == team);
        let Some(there) = there else { return no(tx, Refused::not_found()) };
        if teams::is_waited_for(tx, organisation, team).await? {
            return no(tx, Refused::conflict("in_use"));
        }
        teams::remove(tx, organisation, team).await?;
        entry.changes = noted::changes(Some(&Named::of(tx, organisation, &there).await?), None::<&Named>);
        entry.object = there.name;
        audit::add(tx, organisation, &entry).await?;
        settling::settle(tx, &settling).await
    });
    removed.await??;
    tell_settings(&desk, organisation).await;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody's teams, and nobody else's: a whole team stored again would undo what another supervisor did meanwhile.
#[utoipa::path(put, path = "/api/agents/{agent_id}/teams", params(("agent_id" = Uuid, Path)), request_body = AgentTeams,
    responses((status = OK, body = AgentTeams), (status = 404)))]
async fn join(State(desk): State<Desk>, who: Who, InPath(agent): InPath<Uuid>, Body(given): Body<AgentTeams>) -> Answer<Json<AgentTeams>> {
    who.may(Act::ChangeSettings)?;
    let (agent, wanted) = (AgentId(agent), given.team_ids.clone());
    let (organisation, settling) = (who.organisation, Settling::by(&desk, &who));
    let mut entry = noted::by(&desk, &who, "agent_teams_changed", "")?;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        teams::lock(tx, organisation).await?;
        let Some(agent) = agents::list(tx, organisation).await?.into_iter().find(|there| there.agent_id == agent) else {
            return no(tx, Refused::not_found());
        };
        let teams = teams::list(tx, organisation).await?;
        if !wanted.iter().all(|id| teams.iter().any(|team| team.team_id.0 == *id)) {
            return no(tx, Refused::invalid(vec![Wrong::new("team_ids", "field-unknown-id")]));
        }
        let is_other = |team: &&Team| team.agent_ids.contains(&agent.agent_id) != wanted.contains(&team.team_id.0);
        let others: Vec<&Team> = teams.iter().filter(is_other).collect();
        for team in &others {
            teams::set_member(tx, organisation, team.team_id, agent.agent_id, wanted.contains(&team.team_id.0)).await?;
        }
        if !others.is_empty() {
            let in_teams = |is_in: &dyn Fn(&Team) -> bool| {
                teams.iter().filter(|team| is_in(team)).map(|team| team.name.clone()).collect::<Vec<String>>()
            };
            let before = Teams { teams: in_teams(&|team| team.agent_ids.contains(&agent.agent_id)) };
            let after = Teams { teams: in_teams(&|team| wanted.contains(&team.team_id.0)) };
            entry.changes = noted::changes(Some(&before), Some(&after));
            entry.object = agent.name;
            audit::add(tx, organisation, &entry).await?;
            // Who has left decides no more, and that may decide.
            if let Err(refused) = settling::settle(tx, &settling).await? {
                return no(tx, refused);
            }
        }
        Ok(Ok(!others.is_empty()))
    });
    if stored.await?? {
        tell_settings(&desk, organisation).await;
    }
    Ok(Json(given))
}

/// Somebody's teams as the log tells of them.
#[derive(Serialize)]
struct Teams {
    teams: Vec<String>,
}

fn checked(team_id: TeamId, given: &TeamSettings) -> Answer<Team> {
    let mut checks = Checks::default();
    let TeamRules { name, offers, overflow } = team_rules::checked(&mut checks, &given.name, given.offers, given.overflow);
    checks.done()?;
    let mut client_ids: Vec<ClientId> = given.client_ids.iter().copied().map(ClientId).collect();
    let mut agent_ids: Vec<AgentId> = given.agent_ids.iter().copied().map(AgentId).collect();
    // In the order in which the store answers them, so that the same team is equal to itself.
    client_ids.sort_unstable();
    client_ids.dedup();
    agent_ids.sort_unstable();
    agent_ids.dedup();
    Ok(Team { team_id, name, offers, overflow, is_self_directed: given.is_self_directed.unwrap_or_default(), client_ids, agent_ids })
}

/// Whether every client and member is of this organisation. What is not, does not exist here.
async fn all_known(tx: &mut Tx, organisation: OrganisationId, team: &Team) -> store::Result<Answer<()>> {
    let mut checks = Checks::default();
    let clients: Vec<ClientId> = clients::list(tx, organisation).await?.iter().map(|client| client.client_id).collect();
    if !team.client_ids.iter().all(|id| clients.contains(id)) {
        checks.wrong("client_ids", "field-unknown-id");
    }
    let agents: Vec<AgentId> = agents::list(tx, organisation).await?.iter().map(|agent| agent.agent_id).collect();
    if !team.agent_ids.iter().all(|id| agents.contains(id)) {
        checks.wrong("agent_ids", "field-unknown-id");
    }
    team_rules::check_overflow(&mut checks, &teams::list(tx, organisation).await?, team);
    Ok(checks.done())
}
