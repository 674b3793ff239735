//! Teams: who serves whom.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{AgentId, ClientId, OrganisationId, TeamId};
use desk::may::Act;
use desk::moment::Span;
use desk::routing::{Offers, Overflow, Overflowing, WrongOverflow, wrong_overflow};
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
    let answer = team_row(&team);
    let mut entry = noted::by(&desk, &who, "team_changed", &team.name)?;
    let organisation = who.organisation;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        teams::lock(tx, organisation).await?;
        let before = teams::list(tx, organisation).await?.into_iter().find(|there| there.team_id == team.team_id);
        let Some(before) = before else { return no(tx, Refused::not_found()) };
        if let Err(refused) = all_known(tx, organisation, &team).await? {
            return no(tx, refused);
        }
        teams::change(tx, organisation, &team).await?;
        let (before, after) = (Named::of(tx, organisation, &before).await?, Named::of(tx, organisation, &team).await?);
        entry.changes = noted::changes(Some(&before), Some(&after));
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(answer))
}

#[utoipa::path(delete, path = "/api/teams/{team_id}", params(("team_id" = Uuid, Path)),
    responses((status = NO_CONTENT), (status = 409, description = "`in_use`")))]
async fn remove(State(desk): State<Desk>, who: Who, InPath(team): InPath<Uuid>) -> Answer<StatusCode> {
    who.may(Act::ChangeSettings)?;
    let team = TeamId(team);
    let organisation = who.organisation;
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
        audit::add(tx, organisation, &entry).await.map(Ok)
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
    let organisation = who.organisation;
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
        }
        Ok(Ok(!others.is_empty()))
    });
    if stored.await?? {
        tell_settings(&desk, organisation).await;
    }
    Ok(Json(given))
}

/// A team as the log tells of it: whom it serves and who is in it, by name.
#[derive(Serialize)]
struct Named {
    name: String,
    offers: Option<wire::agent::Offers>,
    overflow: Option<NamedOverflow>,
    clients: Vec<String>,
    agents: Vec<String>,
}

impl Named {
    async fn of(tx: &mut Tx, organisation: OrganisationId, team: &Team) -> store::Result<Self> {
        let clients = clients::list(tx, organisation).await?;
        let agents = agents::list(tx, organisation).await?;
        let serves = clients.into_iter().filter(|client| team.client_ids.contains(&client.client_id));
        let overflow = team_row(team).overflow;
        let teams = teams::list(tx, organisation).await?;
        let to = overflow.and_then(|overflow| teams.into_iter().find(|team| team.team_id.0 == overflow.team_id)).map(|team| team.name);
        let members = agents.into_iter().filter(|agent| team.agent_ids.contains(&agent.agent_id));
        Ok(Self {
            name: team.name.clone(),
            offers: team_row(team).offers,
            overflow: overflow.zip(to).map(|(overflow, to)| NamedOverflow { after_s: overflow.after_s, team: to }),
            clients: serves.map(|client| client.name).collect(),
            agents: members.map(|agent| agent.name).collect(),
        })
    }
}

/// Where a team's chats go when they wait, by name.
#[derive(Serialize)]
struct NamedOverflow {
    after_s: i64,
    team: String,
}

/// Somebody's teams as the log tells of them.
#[derive(Serialize)]
struct Teams {
    teams: Vec<String>,
}

fn checked(team_id: TeamId, given: &TeamSettings) -> Answer<Team> {
    let mut checks = Checks::default();
    let name = checks.line("name", &given.name, 120);
    let offers = given.offers.map(|offers| {
        let after_s = checks.range("offers.after_s", offers.after_s, 0, Offers::LONGEST_AFTER_S);
        let within_s = checks.range("offers.within_s", offers.within_s, Offers::SHORTEST_WITHIN_S, Offers::LONGEST_WITHIN_S);
        Offers { after: Span::seconds(after_s), within: Span::seconds(within_s) }
    });
    let overflow = given.overflow.map(|overflow| {
        let after_s = checks.range("overflow.after_s", overflow.after_s, Overflow::SHORTEST_AFTER_S, Overflow::LONGEST_AFTER_S);
        Overflow { after: Span::seconds(after_s), to: TeamId(overflow.team_id) }
    });
    checks.done()?;
    let mut client_ids: Vec<ClientId> = given.client_ids.iter().copied().map(ClientId).collect();
    let mut agent_ids: Vec<AgentId> = given.agent_ids.iter().copied().map(AgentId).collect();
    // In the order in which the store answers them, so that the same team is equal to itself.
    client_ids.sort_unstable();
    client_ids.dedup();
    agent_ids.sort_unstable();
    agent_ids.dedup();
    Ok(Team { team_id, name, offers, overflow, client_ids, agent_ids })
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
    if team.overflow.is_some() {
        let mut all: Vec<Overflowing> = teams::list(tx, organisation).await?.iter().map(Team::overflowing).collect();
        all.retain(|there| there.team != team.team_id);
        all.push(team.overflowing());
        if let Err(wrong) = wrong_overflow(team.team_id, &all) {
            checks.wrong("overflow.team_id", sentence_of(wrong));
        }
    }
    Ok(checks.done())
}

fn sentence_of(wrong: WrongOverflow) -> &'static str {
    match wrong {
        WrongOverflow::NoSuchTeam => "field-team-removed",
        WrongOverflow::Cycle => "field-overflow-cycle",
        WrongOverflow::TooLong => "field-overflow-too-long",
    }
}
