//! What a client asks of its agents: each of them says once that they have read it (CC-18).

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{AgentId, ClientId};
use desk::may::{Act, may};
use store::agent_rules::{self, RulesRead};
use store::{Tx, agents, audit, clients, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::speech::{AgentRulesRead, AgentRulesReader, ReadAgentRules};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(mine)).routes(routes!(readers)).routes(routes!(read))
}

/// What I have read.
#[utoipa::path(get, path = "/api/me/agent-rules", responses((status = OK, body = Vec<AgentRulesRead>)))]
async fn mine(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<AgentRulesRead>>> {
    who.session()?;
    let (organisation, agent) = (who.organisation, who.agent_id);
    let found = desk.db.read(async move |tx: &mut Tx| agent_rules::of_agent(tx, organisation, agent).await).await?;
    Ok(Json(found.into_iter().map(|(client, version)| AgentRulesRead { client_id: client.0, version }).collect()))
}

/// Those who answer for the client, and who of them has read what it asks now.
#[utoipa::path(get, path = "/api/clients/{client_id}/agent-rules", params(("client_id" = Uuid, Path)),
    responses((status = OK, body = Vec<AgentRulesReader>), (status = 404)))]
async fn readers(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<Vec<AgentRulesReader>>> {
    who.may(Act::SeeSettings)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(there) = clients::load(tx, organisation, client).await? else { return Ok(None) };
        let read = agent_rules::of_client(tx, organisation, client).await?;
        let now = read.iter().filter(|read| read.version == there.speech.agent_rules_version);
        let read: HashMap<AgentId, i64> = now.map(|read| (read.agent, read.at.millis())).collect();
        let teams = teams::list(tx, organisation).await?;
        let serves = |agent| teams.iter().any(|team| team.client_ids.contains(&client) && team.agent_ids.contains(&agent));
        let all = agents::list(tx, organisation).await?;
        let answering = all.into_iter().filter(|agent| agent.active && may(agent.role, Act::Answer) && serves(agent.agent_id));
        let shown = |agent: agents::Agent| AgentRulesReader {
            agent_id: agent.agent_id.0,
            name: agent.name,
            read_at: read.get(&agent.agent_id).copied(),
        };
        Ok(Some(answering.map(shown).collect::<Vec<_>>()))
    });
    found.await?.map(Json).ok_or_else(Refused::not_found)
}

/// Says that I have read what the client asks. A text that has changed meanwhile is read anew.
#[utoipa::path(post, path = "/api/clients/{client_id}/agent-rules-read", params(("client_id" = Uuid, Path)), request_body = ReadAgentRules,
    responses((status = NO_CONTENT), (status = 404), (status = 409, description = "`rules_changed`")))]
async fn read(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>, Body(given): Body<ReadAgentRules>) -> Answer<StatusCode> {
    // Nobody reads for somebody else, and no program does.
    who.session()?;
    who.may(Act::Answer)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    who.sees(client)?;
    let mut entry = noted::by(&desk, &who, "agent_rules_read", "")?;
    let by = RulesRead { agent: who.agent_id, version: given.version, at: desk.now() };
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load_to_change(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        if there.speech.agent_rules_version != by.version || there.speech.agent_rules.is_empty() {
            return no(tx, Refused::conflict("rules_changed"));
        }
        if agent_rules::read(tx, organisation, client, by).await? {
            entry.object = there.name;
            audit::add(tx, organisation, &entry).await?;
        }
        Ok(Ok(()))
    });
    stored.await??;
    Ok(StatusCode::NO_CONTENT)
}
