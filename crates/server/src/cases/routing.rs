//! Whom a waiting chat would be offered to now, and why: what [`desk::routing`] decides, without doing it.

use axum::Json;
use axum::extract::State;
use desk::case::{Channel, ContactState};
use desk::id::{AgentId, CaseId};
use desk::may::Act;
use desk::routing::{CHAT_WEIGHT, Ineligible, Lack, Step, explain};
use store::{Tx, routing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::routing::{RoutedAgent, Routing, RoutingStep};

use super::show::seen;
use crate::extract::InPath;
use crate::overflows::waiting_now;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::who::Who;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(why))
}

/// For whoever looks after everybody's chats: it shows how much colleagues have.
#[utoipa::path(get, path = "/api/cases/{case}/routing", params(("case" = Uuid, Path)), responses((status = OK, body = Routing)))]
async fn why(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Routing>> {
    who.may(Act::SeeEveryClient)?;
    let at = desk.now();
    let read = desk.db.read(async move |tx: &mut Tx| {
        let record = match seen(tx, &who, CaseId(case)).await? {
            Ok(record) => record,
            Err(refused) => return Ok(Err(refused)),
        };
        let contact = &record.case.contact;
        let for_team = contact.for_team.map(|team| team.0);
        let also_for = contact.also_for.iter().map(|team| team.0).collect();
        let by_rule = contact.by_rule.clone();
        if contact.state != ContactState::Waiting || contact.channel != Channel::Chat {
            return Ok(Ok(Routing { waits: false, by_rule, for_team, also_for, offered_to: None, chosen: None, agents: Vec::new() }));
        }
        let offered_to = contact.offer.map(|offer| offer.to);
        let agents = routing::agents(tx, who.organisation).await?;
        let decision = explain(&waiting_now(tx, who.organisation, &record).await?, agents, offered_to, at);
        Ok(Ok(Routing {
            waits: true,
            by_rule,
            for_team,
            also_for,
            offered_to: offered_to.map(|to| to.0),
            chosen: decision.chosen.map(|chosen| chosen.0),
            agents: decision.steps.into_iter().map(routed).collect(),
        }))
    });
    read.await?.map(Json)
}

/// How one agent was judged, for screens.
pub fn routed((agent, step): (AgentId, Step)) -> RoutedAgent {
    RoutedAgent { agent_id: agent.0, step: shown(step) }
}

fn shown(step: Step) -> RoutingStep {
    match step {
        Step::Out(Ineligible::OtherClient) => RoutingStep::OtherClient,
        Step::Out(Ineligible::Lacks(Lack::Language(_))) => RoutingStep::Language,
        Step::Out(Ineligible::Lacks(Lack::Level { has, needs, .. })) => RoutingStep::Level { has, needs },
        Step::Out(Ineligible::Lacks(Lack::Skill(_))) => RoutingStep::Skill,
        Step::Out(Ineligible::Absent) => RoutingStep::Absent,
        Step::Out(Ineligible::Full { .. }) => RoutingStep::Full,
        Step::Out(Ineligible::OfferedTo(_)) => RoutingStep::OfferedToAnother,
        Step::TakesByHand => RoutingStep::TakesByHand,
        Step::LetItPass => RoutingStep::LetItPass,
        Step::MayHaveIt { load, idle_since, was_last } => {
            RoutingStep::MayHaveIt { chats: load / CHAT_WEIGHT, idle_since: idle_since.millis(), was_last }
        }
    }
}
