//! Whether agents are there. What they choose is kept; that they are gone is found out by their screens' silence.

use std::collections::HashMap;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use desk::availability::{GONE_AFTER, Presence};
use desk::case::{Command, waits_in_vain, why_taken_back};
use desk::id::{AgentId, CaseId, OrganisationId};
use desk::may::Act;
use desk::moment::Moment;
use store::agents::{self, Agent};
use store::cases::CaseRecord;
use store::{Tx, presence, staffing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::agent::AgentRow;
use wire::commands::SetPresence;
use wire::frames::AgentFrame;

use crate::carry_out::{NewWords, Plan, Planner, carry_out};
use crate::extract::Body;
use crate::loads;
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::agent_row;
use crate::state::Desk;
use crate::tell::frame;
use crate::who::Who;

/// That a screen was heard is written down at most this often for each agent.
const NOTE_EVERY: Duration = Duration::from_secs(10);

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(set_presence))
}

/// Takes chats from now on, or no new ones. Who has no screen open could not see a chat come: for them it counts once
/// they have one.
#[utoipa::path(put, path = "/api/me/presence", request_body = SetPresence, responses((status = OK, body = AgentRow)))]
async fn set_presence(State(desk): State<Desk>, who: Who, Body(wanted): Body<SetPresence>) -> Answer<Json<AgentRow>> {
    who.may(Act::Answer)?;
    // Whether a person is there they say themselves.
    who.session()?;
    let wanted: Presence = wanted.presence.into();
    if wanted == Presence::Gone {
        // Nobody chooses to be gone: they sign out.
        return Err(Refused::invalid(vec![Wrong::new("presence", "field-presence")]));
    }
    let (organisation, agent, at) = (who.organisation, who.agent_id, desk.now());
    let has_screen = desk.live.agents_here(organisation).contains(&agent);
    let chosen = desk.db.unit(async move |tx: &mut Tx| {
        presence::choose(tx, organisation, agent, wanted, at).await?;
        if has_screen {
            presence::come_back(tx, organisation, agent, at).await?;
        }
        agents::load(tx, organisation, agent).await
    });
    let agent = chosen.await?.ok_or_else(Refused::not_found)?;
    tell(&desk, organisation, &agent);
    loads::weigh(&desk, organisation, agent.agent_id).await?;
    Ok(Json(agent_row(&agent)))
}

/// A gone agent has opened a screen.
pub async fn come_back(desk: &Desk, organisation: OrganisationId, agent: AgentId) -> store::Result<()> {
    let at = desk.now();
    let back = desk.db.unit(async move |tx: &mut Tx| {
        let is_back = presence::come_back(tx, organisation, agent, at).await?;
        if is_back { agents::load(tx, organisation, agent).await } else { Ok(None) }
    });
    if let Some(agent) = back.await? {
        tell(desk, organisation, &agent);
        loads::weigh(desk, organisation, agent.agent_id).await?;
    }
    Ok(())
}

/// An agent has signed out. Who has no screen open any more is gone at once.
pub async fn left(desk: &Desk, organisation: OrganisationId, agent: AgentId) -> Answer<()> {
    if !desk.live.agents_here(organisation).contains(&agent) {
        let at = desk.now();
        gone(desk, organisation, vec![agent], at).await?;
        take_back(desk, organisation).await?;
    }
    Ok(())
}

/// Tells everybody what an agent is now who has been changed by a rule.
pub async fn tell_changed(desk: &Desk, organisation: OrganisationId, agent: AgentId) -> store::Result<()> {
    let agent = desk.db.read(async move |tx: &mut Tx| agents::load(tx, organisation, agent).await).await?;
    if let Some(agent) = agent {
        tell(desk, organisation, &agent);
    }
    Ok(())
}

fn tell(desk: &Desk, organisation: OrganisationId, agent: &Agent) {
    desk.live.tell_desk(organisation, None, &frame(&AgentFrame::Agent(agent_row(agent))));
    desk.pulse.touch_all(organisation);
}

/// What the sweep remembers from one time to the next.
#[derive(Default)]
pub struct Heard {
    /// When each agent's screens were last heard, also when they are closed by now.
    last: HashMap<(OrganisationId, AgentId), Duration>,
    noted: HashMap<(OrganisationId, AgentId), Duration>,
    /// Since when this process has been listening without a break.
    listening_since: Option<Moment>,
}

impl Heard {
    /// Takes over what [`live`] has heard.
    pub fn listen(&mut self, desk: &Desk, running: Duration) {
        self.last.extend(desk.live.agents_heard());
        let kept = gone_after() * 2;
        self.last.retain(|_, at| running.saturating_sub(*at) < kept);
        self.noted.retain(|_, at| running.saturating_sub(*at) < kept);
    }

    /// Forgets everything, when the clock or the history is another one.
    pub fn start_anew(&mut self, at: Moment) {
        *self = Self { listening_since: Some(at), ..Self::default() };
    }

    /// Since when this process has been listening without a break; none before its first beat.
    pub const fn listening_since(&self) -> Option<Moment> {
        self.listening_since
    }

    fn is_heard(&self, who: (OrganisationId, AgentId), running: Duration) -> Option<bool> {
        self.last.get(&who).map(|at| running.saturating_sub(*at) < gone_after())
    }

    fn note_due(&mut self, organisation: OrganisationId, running: Duration) -> Vec<AgentId> {
        let is_due = |who: &(OrganisationId, AgentId), heard: Duration| {
            self.noted.get(who).is_none_or(|noted| heard.saturating_sub(*noted) >= NOTE_EVERY)
        };
        let due: Vec<_> =
            self.last.iter().filter(|(who, heard)| who.0 == organisation && is_due(who, **heard)).map(|(who, _)| *who).collect();
        self.noted.extend(due.iter().map(|who| (*who, running)));
        due.into_iter().map(|(_, agent)| agent).collect()
    }
}

/// [`GONE_AFTER`] on the clock that never jumps. Screens that are silent for as long are closed, too.
pub fn gone_after() -> Duration {
    Duration::from_millis(u64::try_from(GONE_AFTER.as_millis()).unwrap_or_default())
}

/// Finds out who is gone and who is back, and gives the chats of those who are gone back to the queue.
pub async fn sweep(desk: &Desk, organisation: OrganisationId, heard: &mut Heard, running: Duration) -> Answer<()> {
    let at = desk.now();
    let there = desk.db.read(async move |tx: &mut Tx| presence::there(tx, organisation).await).await?;
    let listening_since = heard.listening_since.unwrap_or(at);
    let is_there = |one: &presence::There| {
        let by_store = at.since(one.seen_at.max(listening_since)) < GONE_AFTER;
        one.active && heard.is_heard((organisation, one.agent), running).unwrap_or(by_store)
    };
    let silent = there.iter().filter(|one| !is_there(one)).map(|one| one.agent).collect();
    let known: Vec<AgentId> = there.iter().map(|one| one.agent).collect();
    let back: Vec<AgentId> = heard
        .last
        .keys()
        .filter(|who| who.0 == organisation && !known.contains(&who.1) && heard.is_heard(**who, running) == Some(true))
        .filter(|who| desk.live.agents_here(organisation).contains(&who.1))
        .map(|who| who.1)
        .collect();
    gone(desk, organisation, silent, at).await?;
    for agent in back {
        come_back(desk, organisation, agent).await?;
    }
    let due = heard.note_due(organisation, running);
    if !due.is_empty() {
        desk.db.unit(async move |tx: &mut Tx| presence::seen(tx, organisation, &due, at).await).await?;
    }
    let taken_back = take_back(desk, organisation).await;
    free_from_teams(desk, organisation).await.and(taken_back)
}

async fn gone(desk: &Desk, organisation: OrganisationId, agents: Vec<AgentId>, at: Moment) -> Answer<()> {
    for agent in agents {
        let went = desk.db.unit(async move |tx: &mut Tx| {
            let went = presence::go(tx, organisation, agent, at).await?;
            if went { agents::load(tx, organisation, agent).await } else { Ok(None) }
        });
        if let Some(agent) = went.await? {
            tell(desk, organisation, &agent);
        }
    }
    Ok(())
}

/// Gives what agents hold who cannot answer it back to the front of its queue. Found in the store, so that a process
/// that ended in between changes nothing.
async fn take_back(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    let held = desk.db.read(async move |tx: &mut Tx| presence::held_in_vain(tx, organisation).await).await?;
    let mut done = Ok(());
    for (case, agent) in held {
        // One case that cannot be changed keeps no other from being taken back.
        done = carry_out(desk, organisation, case, TakeBack(agent)).await.map(drop).and(done);
    }
    done
}

struct TakeBack(AgentId);

impl Planner for TakeBack {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        // Asked again in this transaction: who is back meanwhile keeps their chats.
        let holder = agents::load(tx, organisation, self.0).await?;
        let why =
            holder.and_then(|holder| why_taken_back(record.case.contact.channel, holder.presence, holder.active.then_some(holder.role)));
        let commands = why.map(|reason| Command::TakeBack { from: self.0, reason }).into_iter().collect();
        Ok(Ok((commands, NewWords::None)))
    }
}

/// Opens what waits in vain for a team to everybody who serves its client: nobody waits in an unattended queue.
async fn free_from_teams(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    let waiting = desk.db.read(async move |tx: &mut Tx| staffing::waiting_for_teams(tx, organisation).await).await?;
    let mut done = Ok(());
    for one in waiting.iter().filter(|one| waits_in_vain(one.channel, one.team)) {
        done = carry_out(desk, organisation, one.case, FreeFromTeam).await.map(drop).and(done);
    }
    done
}

struct FreeFromTeam;

impl Planner for FreeFromTeam {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        // Asked again in this transaction: somebody of the team may be back.
        let Some(team) = record.case.contact.for_team else { return Ok(Ok((Vec::new(), NewWords::None))) };
        let team = staffing::team_now(tx, organisation, team, record.case.client).await?;
        Ok(Ok((vec![Command::FreeFromTeam { team }], NewWords::None)))
    }
}

/// The chats of a client in which nobody has written for as long as it allows come to their end.
pub async fn end_silent(desk: &Desk, organisation: OrganisationId, client: &store::clients::Client) -> Answer<()> {
    let limit = desk::moment::Span::seconds(client.silence_min.saturating_mul(60));
    let (client, since) = (client.client_id, desk.now().minus(limit));
    let silent: Vec<CaseId> = desk.db.read(async move |tx: &mut Tx| store::staffing::silent(tx, organisation, client, since).await).await?;
    let mut done = Ok(());
    for case in silent {
        done = carry_out(desk, organisation, case, EndSilent(limit)).await.map(drop).and(done);
    }
    done
}

struct EndSilent(desk::moment::Span);

impl Planner for EndSilent {
    async fn plan(self, _: &mut Tx, _: OrganisationId, _: &CaseRecord) -> store::Result<Plan> {
        Ok(Ok((vec![Command::EndBySilence { limit: self.0 }], NewWords::None)))
    }
}
