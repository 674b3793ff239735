//! The line of a workspace screen.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::{Extension, Json};
use desk::availability::Presence;
use desk::id::{AgentId, OrganisationId, SessionId};
use desk::may::{Act, Served, may};
use desk::moment::Moment;
use live::{AgentScreen, Frames, ScreenId};
use store::agents::{self, Agent};
use store::{Tx, sessions};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::common::SocketTicket;
use wire::frames::{AgentFrame, AgentSays};

use super::agent_says::Said;
use super::catch_up::{self, Looker};
use super::line::{Close, Line, sized};
use super::session::{self, Screen};
use super::{Admission, Entrance, told};
use crate::connection::Connection;
use crate::refusal::{Answer, Refused};
use crate::rows::signed_out;
use crate::state::Desk;
use crate::tell::frame;
use crate::who::Who;
use crate::{guard, presence, snapshot};

/// A screen that opens reads its rights so often by the way; then it takes its turn.
const TRIES_BEFORE_A_TURN: u8 = 2;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(make_ticket)).routes(routes!(open_socket))
}

/// Whom a signed-in person's line lets in. Keys of integrations have none: what they may do they do over HTTP.
pub(super) fn admission(who: &Who) -> Answer<Admission> {
    who.may(Act::SeeCases)?;
    Ok(Admission::Agent { organisation: who.organisation, agent: who.agent_id, session: who.session()? })
}

/// A key for one socket.
#[utoipa::path(post, path = "/api/socket-ticket", responses((status = OK, body = SocketTicket)))]
async fn make_ticket(State(desk): State<Desk>, who: Who) -> Answer<Json<SocketTicket>> {
    Ok(Json(SocketTicket { ticket: desk.sockets.tickets.make(&desk, admission(&who)?)? }))
}

/// The workspace's socket. The first frame is `AgentSays::Hello` with a ticket; then `AgentFrame` and `AgentSays`.
#[utoipa::path(get, path = "/api/socket", responses((status = SWITCHING_PROTOCOLS)))]
async fn open_socket(
    State(desk): State<Desk>,
    connection: Option<Extension<Connection>>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Answer<Response> {
    guard::same_origin(&desk.settings, &headers)?;
    let upgrade = upgrade.map_err(|_| Refused::malformed())?;
    let entrance = Entrance::Ticket(connection.map(|Extension(connection)| connection));
    Ok(sized(upgrade).on_upgrade(move |socket| session::serve::<Workspace>(desk, Line::Socket(Box::new(socket)), entrance)))
}

/// A workspace screen.
pub(super) struct Workspace {
    pub(super) id: ScreenId,
    pub(super) who: Looker,
    pub(super) first_name: String,
    pub(super) may_answer: bool,
    /// A page on a wall, which everybody reads.
    pub(super) is_wallboard: bool,
    pub(super) said: Said,
}

impl Screen for Workspace {
    type Says = AgentSays;

    async fn open(desk: &Desk, line: &mut Line, entrance: Entrance, greeting: AgentSays) -> Result<(Self, Frames), Close> {
        let AgentSays::Hello { ticket, epoch, cases, is_wallboard } = greeting else {
            return Err(Close::BAD_FRAME);
        };
        let Some(Admission::Agent { organisation, agent, session }) = entrance.admits(desk, &ticket) else {
            return Err(Close::BAD_TICKET);
        };
        let Some(known) = known(desk, organisation, agent, session).await? else {
            line.say(signed_out()).await?;
            return Err(Close::SIGNED_OUT);
        };
        if known.agent.presence == Presence::Gone && !is_wallboard {
            presence::come_back(desk, organisation, agent).await?;
        }
        let (id, frames) = desk.live.open_agent(
            AgentScreen {
                organisation,
                agent,
                session: Some(session),
                until: Some(known.until),
                served: Arc::new(known.served),
                looking: None,
                is_wallboard,
            },
            desk.clock.running(),
        );
        let screen = Self {
            id,
            who: Looker { organisation, agent },
            first_name: known.agent.first_name,
            may_answer: may(known.agent.role, Act::Answer),
            is_wallboard,
            said: Said::default(),
        };
        match screen.greet(desk, line, session, epoch.as_deref(), cases).await {
            Ok(()) => Ok((screen, frames)),
            Err(close) => {
                desk.live.close(id);
                Err(close)
            }
        }
    }

    async fn hear(&mut self, desk: &Desk, line: &mut Line, says: AgentSays) -> Result<(), Close> {
        match says {
            AgentSays::Hello { .. } => Err(Close::BAD_FRAME),
            AgentSays::Ping {} => line.say(frame(&AgentFrame::Pong { now: desk.now().millis() })).await,
            AgentSays::Looking { case_id, seq } => self.look(desk, line, case_id.map(Into::into), seq).await,
            AgentSays::Typing { case_id, is_note, active } => self.types(desk, case_id.into(), is_note, active).await,
        }
    }

    fn id(&self) -> ScreenId {
        self.id
    }

    fn left(self, desk: &Desk) {
        if let Some(case) = self.said.looking {
            told::lookers(desk, self.who.organisation, case);
        }
    }
}

impl Workspace {
    /// Says everything up to now: the lists, then what was missed of each case that the screen has.
    async fn greet(
        &self,
        desk: &Desk,
        line: &mut Line,
        session: SessionId,
        epoch: Option<&str>,
        cases: Vec<wire::frames::Have>,
    ) -> Result<(), Close> {
        let Looker { organisation, agent } = self.who;
        let (mut tries, mut turn) = (0_u8, None);
        let mut welcome = loop {
            // Settings that change again and again must not keep a screen from opening: it takes its turn among them.
            if tries >= TRIES_BEFORE_A_TURN && turn.is_none() {
                turn = Some(desk.settings_turn.lock().await);
            }
            tries = tries.saturating_add(1);
            let version = desk.live.rights_version(organisation);
            // Read anew now that the screen is registered: whoever signs it out or changes its rights from here on finds
            // it, and what happened before is in what is read.
            let Some((welcome, served)) = snapshot::welcome(desk, organisation, agent, Some(session)).await? else {
                line.say(signed_out()).await?;
                return Err(Close::SIGNED_OUT);
            };
            if desk.live.set_served(organisation, agent, &Arc::new(served), version) {
                break welcome;
            }
        };
        drop(turn);
        if self.is_wallboard {
            // How somebody's day weighs on them is for their eyes alone.
            welcome.load = None;
        }
        let is_same_history = epoch.is_none_or(|epoch| epoch == welcome.epoch);
        line.say(frame(&AgentFrame::Welcome(Box::new(welcome)))).await?;
        if !is_same_history || (epoch.is_none() && !cases.is_empty()) {
            return line.say(frame(&AgentFrame::Resync { case_id: None })).await;
        }
        for have in cases {
            catch_up::agent(desk, line, self.who, have.case_id.into(), have.seq).await?;
        }
        Ok(())
    }
}

struct Known {
    agent: Agent,
    served: Served,
    until: Moment,
}

/// Who greets, if the person and the sign-in are still good.
async fn known(desk: &Desk, organisation: OrganisationId, agent: AgentId, session: SessionId) -> store::Result<Option<Known>> {
    let at = desk.now();
    desk.db
        .read(async move |tx: &mut Tx| {
            let own = sessions::list(tx, organisation, agent, at).await?;
            let Some(session) = own.into_iter().find(|own| own.session_id == session) else { return Ok(None) };
            let agent = agents::load(tx, organisation, agent).await?.filter(|agent| agent.active);
            let Some(agent) = agent else { return Ok(None) };
            let served = snapshot::served(tx, organisation, &agent).await?;
            Ok(Some(Known { agent, served, until: session.expires_at }))
        })
        .await
}
