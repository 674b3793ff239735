//! The line of a widget. Before the visitor has written, it tells only whether the chat is open.

use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::{Extension, Json};
use desk::id::{ClientId, CustomerId, OrganisationId};
use live::{Frames, Key, ScreenId, VisitorScreen};
use store::{Tx, cases, customers};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::common::SocketTicket;
use wire::frames::{AgentFrame, CustomerFrame, CustomerSays};

use super::agent_says::TYPING_EVERY;
use super::line::{Close, Line, sized};
use super::session::{self, Screen};
use super::{Admission, Entrance, catch_up, recheck};
use crate::connection::Connection;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::tell::frame;
use crate::visitor::Visitor;
use crate::{guard, snapshot};

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(make_ticket)).routes(routes!(open_socket))
}

/// Whom a visitor's line lets in.
pub(super) fn admission(visitor: &Visitor) -> Admission {
    let caller = &visitor.caller;
    Admission::Visitor { organisation: caller.organisation, client: visitor.client.client_id, key: caller.secret_hash, visit: caller.visit }
}

/// A key for one socket.
#[utoipa::path(post, path = "/api/widget/{key}/socket-ticket", params(("key" = String, Path)), responses((status = OK, body = SocketTicket)))]
async fn make_ticket(State(desk): State<Desk>, visitor: Visitor) -> Answer<Json<SocketTicket>> {
    visitor.caller.counts(&desk, Doing::Connecting)?;
    Ok(Json(SocketTicket { ticket: desk.sockets.tickets.make(&desk, admission(&visitor))? }))
}

/// The widget's socket. The first frame is `CustomerSays::Hello` with a ticket; then `CustomerFrame` and `CustomerSays`.
/// The frame page comes from the desk itself, so no other origin opens it; which websites may show that page is the
/// page's own matter.
#[utoipa::path(get, path = "/api/widget/{key}/socket", params(("key" = String, Path)), responses((status = SWITCHING_PROTOCOLS)))]
async fn open_socket(
    State(desk): State<Desk>,
    visitor: Visitor,
    connection: Option<Extension<Connection>>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Answer<Response> {
    guard::same_origin(&desk.settings, &headers)?;
    let upgrade = upgrade.map_err(|_| Refused::malformed())?;
    let seat = desk.sockets.seat(visitor.caller.address.group(), desk.settings.limits.visitor_open)?;
    let entrance = Entrance::TicketOf(visitor.client.client_id, connection.map(|Extension(connection)| connection));
    let serve = move |socket| async move {
        let _seat = seat;
        session::serve::<Chat>(desk, Line::Socket(Box::new(socket)), entrance).await;
    };
    Ok(sized(upgrade).on_upgrade(serve))
}

/// A widget.
pub(super) struct Chat {
    id: ScreenId,
    organisation: OrganisationId,
    typed: Option<(bool, Duration)>,
}

impl Screen for Chat {
    type Says = CustomerSays;

    async fn open(desk: &Desk, line: &mut Line, entrance: Entrance, greeting: CustomerSays) -> Result<(Self, Frames), Close> {
        let CustomerSays::Hello { ticket, epoch, seq } = greeting else {
            return Err(Close::BAD_FRAME);
        };
        let Some(Admission::Visitor { organisation, client, key, visit }) = entrance.admits(desk, &ticket) else {
            return Err(Close::BAD_TICKET);
        };
        let screen = VisitorScreen { organisation, client, key, visit, customer: None };
        let (id, frames) = desk.live.open_visitor(screen, desk.clock.running());
        match greet(desk, line, &screen, Had { epoch, seq }).await {
            Ok(()) => Ok((Self { id, organisation, typed: None }, frames)),
            Err(close) => {
                desk.live.close(id);
                Err(close)
            }
        }
    }

    async fn hear(&mut self, desk: &Desk, line: &mut Line, says: CustomerSays) -> Result<(), Close> {
        match says {
            CustomerSays::Hello { .. } => Err(Close::BAD_FRAME),
            CustomerSays::Ping {} => line.say(frame(&CustomerFrame::Pong { now: desk.now().millis() })).await,
            CustomerSays::Typing { active } => self.types(desk, active).await,
        }
    }

    fn id(&self) -> ScreenId {
        self.id
    }

    fn left(self, _: &Desk) {}
}

/// What a widget has.
struct Had {
    epoch: Option<String>,
    seq: i64,
}

async fn greet(desk: &Desk, line: &mut Line, screen: &VisitorScreen, had: Had) -> Result<(), Close> {
    // The visit may have ended since the ticket was made.
    if let Some(visit) = screen.visit
        && recheck::is_over(desk, screen.organisation, visit).await?
    {
        return Err(Close::SIGNED_OUT);
    }
    let customer = match screen.key {
        Some(key) => meet(desk, screen.organisation, screen.client, key).await?,
        None => None,
    };
    let Some(welcome) = snapshot::customer_welcome(desk, screen.organisation, screen.client, customer, had.epoch, had.seq).await? else {
        return Err(Close::BAD_TICKET);
    };
    line.say(frame(&welcome.frame)).await?;
    match (welcome.then, customer) {
        (snapshot::Then::Nothing, _) | (_, None) => Ok(()),
        (snapshot::Then::Resync, _) => line.say(frame(&CustomerFrame::Resync)).await,
        (snapshot::Then::EntriesAfter(seq), Some(customer)) => catch_up::customer(desk, line, screen.organisation, customer, seq).await,
    }
}

/// Who has this key. Found after the screen was opened, so that whoever writes for the first time right now is met by
/// one of the two sides.
async fn meet(desk: &Desk, organisation: OrganisationId, client: ClientId, key: Key) -> store::Result<Option<CustomerId>> {
    let customer = desk.db.read(async move |tx: &mut Tx| customers::by_secret(tx, organisation, client, &key).await).await?;
    if let Some(customer) = customer {
        desk.live.meet(client, key, customer);
    }
    Ok(customer)
}

impl Chat {
    /// The visitor types, or stopped: whoever holds or looks at their conversation sees it.
    async fn types(&mut self, desk: &Desk, active: bool) -> Result<(), Close> {
        let now = desk.clock.running();
        let again = self.typed.is_some_and(|(was_active, at)| was_active == active && now.saturating_sub(at) < TYPING_EVERY);
        let customer = desk.live.customer_at(self.id).filter(|_| !again);
        let Some(customer) = customer.filter(|customer| desk.limiter.typing(customer.0)) else {
            return Ok(());
        };
        self.typed = Some((active, now));
        let organisation = self.organisation;
        let found = desk.db.read(async move |tx: &mut Tx| match cases::newest_of(tx, organisation, customer).await? {
            Some(case) => cases::look(tx, organisation, case).await,
            None => Ok(None),
        });
        if let Some(record) = found.await? {
            let told = frame(&AgentFrame::Typing { case_id: record.id.0, agent_id: None, is_note: false, active });
            let contact = &record.case.contact;
            let holder = contact.held_by.filter(|holder| contact.is_held_by(*holder));
            desk.live.tell_followers(organisation, record.id, holder, None, &told);
        }
        Ok(())
    }
}
