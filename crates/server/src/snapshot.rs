//! Everything that a screen needs at once: what a workspace's lists show, and what a widget shows.
//!
//! A screen that takes a snapshot and applies the frames pushed afterwards shows the same as one that takes a
//! snapshot then (trust 15).

use std::collections::HashSet;

use axum::Json;
use axum::extract::State;
use desk::case::Channel;
use desk::id::{AgentId, ClientId, CustomerId, OrganisationId, SessionId};
use desk::may::{Act, Served};
use store::agents::Agent;
use store::{Failure, Tx, agents, case_lists, clients, drafts, on_page, organisations, sessions};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::frames::{AgentWelcome, CustomerFrame};

use crate::conversation;
use crate::refusal::{Answer, Refused};
use crate::rows::Everything;
use crate::state::Desk;
use crate::who::Who;
use crate::{cases, loads, mentions, prepared, pulse, sign_in, translate, widget_view};

/// The most open cases that the lists show. What one has oneself is always among them.
const ACTIVE_LIMIT: i64 = 1_000;

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(overview))
}

/// Everything that the workspace's lists need: the same as the first frame of its socket.
#[utoipa::path(get, path = "/api/overview", responses((status = OK, body = AgentWelcome)))]
async fn overview(State(desk): State<Desk>, who: Who) -> Answer<Json<AgentWelcome>> {
    who.may(Act::SeeCases)?;
    let (welcome, _) = welcome(&desk, who.organisation, who.agent_id, who.session().ok()).await?.ok_or_else(Refused::not_found)?;
    Ok(Json(welcome))
}

/// The lists of one person, and whose cases they see; none when there is no such active person, or they are not signed in
/// through `session` any more. A key has no session, and is not shown what the person has not said yet.
pub async fn welcome(
    desk: &Desk,
    organisation: OrganisationId,
    agent: AgentId,
    session: Option<SessionId>,
) -> store::Result<Option<(AgentWelcome, Served)>> {
    let at = desk.now();
    desk.db
        .read(async move |tx: &mut Tx| {
            let Some(me) = agents::load(tx, organisation, agent).await?.filter(|me| me.active) else { return Ok(None) };
            if let Some(session) = session
                && !sessions::is_open(tx, organisation, agent, session, at).await?
            {
                return Ok(None);
            }
            let served = served(tx, organisation, &me).await?;
            let of = organisations::load(tx, organisation).await?.ok_or(Failure::Corrupt)?;
            let everything = Everything::load(tx, organisation, at).await?;
            let mut today = Vec::new();
            for (client, _) in everything.clients.iter().filter(|(client, _)| served.covers(client.client_id)) {
                today.push(pulse::today(tx, organisation, client, at).await?.today);
            }
            let active = case_lists::active(tx, organisation, agent, &served, ACTIVE_LIMIT).await?;
            let mut kept = Vec::new();
            let unsaid = if session.is_some() { drafts::of_agent(tx, organisation, agent).await? } else { Vec::new() };
            for draft in unsaid {
                kept.push(cases::draft_of(tx, organisation, agent, &draft).await?);
            }
            let shown: HashSet<CustomerId> = active.iter().map(|record| record.case.customer).collect();
            let mut visits = on_page::of_active(tx, organisation).await?;
            visits.retain(|(customer, _)| shown.contains(customer));
            let welcome = AgentWelcome {
                epoch: of.epoch,
                now: at.millis(),
                me: sign_in::me(&of.name, &me),
                agents: everything.agent_rows(),
                teams: everything.team_rows(),
                skills: everything.skill_rows(),
                message_weight: everything.weights.of(Channel::Message),
                clients: everything.client_rows(&served),
                active: active.iter().map(translate::row).collect(),
                today,
                drafts: kept,
                limits: cases::message_limits(),
                prepared: prepared::rows(tx, organisation, &served).await?,
                // A key of an integration is nobody who could be told.
                mentions: if session.is_some() { mentions::rows(tx, organisation, agent, &served).await? } else { Vec::new() },
                on_page: visits.into_iter().map(|(customer, on_page)| translate::on_page(customer, on_page)).collect(),
                load: if session.is_some() { Some(loads::hints(tx, organisation, agent, at).await?) } else { None },
                proposals: if session.is_some() { everything.proposal_rows(&me) } else { Vec::new() },
            };
            Ok(Some((welcome, served)))
        })
        .await
}

/// Whose cases somebody sees, read in this transaction.
pub async fn served(tx: &mut Tx, organisation: OrganisationId, agent: &Agent) -> store::Result<Served> {
    let of_teams = agents::clients_served(tx, organisation, agent.agent_id).await?;
    Ok(Served::by(agent.role, of_teams))
}

/// A widget's first frame, and what follows it.
pub struct CustomerWelcome {
    /// The frame.
    pub frame: CustomerFrame,
    /// What follows.
    pub then: Then,
}

/// What follows a widget's first frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing: it has everything.
    Nothing,
    /// The word that its seq or epoch is not of this history.
    Resync,
    /// More entries, after this seq.
    EntriesAfter(i64),
}

/// What a widget is told first; none when its client is gone.
pub async fn customer_welcome(
    desk: &Desk,
    organisation: OrganisationId,
    client: ClientId,
    customer: Option<CustomerId>,
    epoch: Option<String>,
    seq: i64,
) -> store::Result<Option<CustomerWelcome>> {
    let at = desk.now();
    desk.db
        .read(async move |tx: &mut Tx| {
            let Some(client) = clients::load(tx, organisation, client).await? else { return Ok(None) };
            let now_epoch = organisations::epoch(tx, organisation).await?;
            let widget = Box::new(widget_view::widget(tx, organisation, &client, at).await?);
            let is_other = (seq != 0 || epoch.is_some()) && epoch.as_ref() != Some(&now_epoch);
            let (mut conversation, mut queue, mut then) = (None, None, Then::Nothing);
            if is_other {
                then = Then::Resync;
            } else if let Some(customer) = customer
                && let Some(record) = conversation::current(tx, organisation, customer).await?
            {
                queue = pulse::place_of(tx, organisation, &record, at).await?;
                if (0..=record.public_seq).contains(&seq) {
                    let part = conversation::after(tx, organisation, &record, now_epoch.clone(), seq).await?;
                    then = if part.seq < record.public_seq { Then::EntriesAfter(part.seq) } else { Then::Nothing };
                    conversation = Some(Box::new(part));
                } else {
                    then = Then::Resync;
                }
            }
            let frame = CustomerFrame::Welcome { epoch: now_epoch, widget, conversation, queue };
            Ok(Some(CustomerWelcome { frame, then }))
        })
        .await
}
