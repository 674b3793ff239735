//! The line from the desk to each open screen.
//!
//! Read in this order: [`session`] (what happens on a line), [`line`] (a socket or long polls), [`ticket`] (who may
//! open one), then the two sides, [`agent_socket`] and [`widget_socket`], [`poll`] for networks that block sockets,
//! and [`told`]: what the rest of the server calls when something that is no event has to be told.

mod agent_says;
mod agent_socket;
mod catch_up;
pub mod line;
pub mod poll;
pub mod recheck;
mod session;
pub mod ticket;
pub mod told;
mod widget_socket;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use desk::id::{AgentId, ClientId, OrganisationId, SessionId};
use live::Key;
use tokio::sync::watch;
use utoipa_axum::router::OpenApiRouter;

use crate::address::Group;
use crate::connection::Connection;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;

/// Every route of this slice.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().merge(agent_socket::routes()).merge(widget_socket::routes()).merge(poll::routes())
}

/// Whom a line lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// A person of the desk, through a sign-in.
    Agent {
        /// Whose desk.
        organisation: OrganisationId,
        /// Who.
        agent: AgentId,
        /// Through which sign-in.
        session: SessionId,
    },
    /// Somebody's browser at a widget.
    Visitor {
        /// Whose desk.
        organisation: OrganisationId,
        /// At whose widget.
        client: ClientId,
        /// What is known of the secret that the browser made, once it has made one.
        key: Option<Key>,
        /// In which visit of somebody whom the website has named.
        visit: Option<Key>,
    },
}

/// How a line is entered.
#[derive(Debug)]
pub enum Entrance {
    /// With a ticket, on this connection.
    Ticket(Option<Connection>),
    /// With a ticket for this client's widget, on this connection.
    TicketOf(ClientId, Option<Connection>),
    /// By somebody who is known already.
    Known(Admission),
}

impl Entrance {
    /// Whom it lets in with `ticket`.
    fn admits(self, desk: &Desk, ticket: &str) -> Option<Admission> {
        let of_ticket = || desk.sockets.tickets.take(ticket, desk.clock.running());
        let (admission, connection) = match self {
            Self::Known(admission) => return Some(admission),
            Self::Ticket(connection) => (of_ticket()?, connection),
            Self::TicketOf(widget, connection) => {
                let of_widget = |admission: &Admission| matches!(admission, Admission::Visitor { client, .. } if *client == widget);
                (of_ticket().filter(of_widget)?, connection)
            }
        };
        if let Some(connection) = connection {
            connection.is_no_stranger();
        }
        Some(admission)
    }
}

/// The lines that are open or about to be.
#[derive(Default)]
pub struct Sockets {
    /// Keys that have not been used yet.
    pub tickets: ticket::Tickets,
    /// Screens that poll.
    pub polls: poll::Polls,
    seats: Arc<Mutex<HashMap<Group, u32>>>,
    open: watch::Sender<usize>,
}

impl Sockets {
    /// Counts a line as open until the answer is dropped.
    fn opened(&self) -> OpenLine {
        self.open.send_modify(|open| *open += 1);
        OpenLine(self.open.clone())
    }

    /// Waits until every line has ended.
    pub async fn all_ended(&self) {
        // The sender is in `self`, so this cannot fail.
        let _ = self.open.subscribe().wait_for(|open| *open == 0).await;
    }

    /// A seat for a visitor's line, or 429 when `limit` of them are open from the same address (trust 110).
    fn seat(&self, address: Group, limit: u32) -> Answer<Seat> {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = seats.entry(address).or_default();
        if *taken >= limit {
            return Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(30));
        }
        *taken += 1;
        Ok(Seat { seats: Arc::clone(&self.seats), address })
    }
}

/// An open line.
struct OpenLine(watch::Sender<usize>);

impl Drop for OpenLine {
    fn drop(&mut self) {
        self.0.send_modify(|open| *open = open.saturating_sub(1));
    }
}

/// A visitor's line counts against its address until this is dropped.
struct Seat {
    seats: Arc<Mutex<HashMap<Group, u32>>>,
    address: Group,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = seats.get_mut(&self.address) {
            *taken = taken.saturating_sub(1);
            if *taken == 0 {
                seats.remove(&self.address);
            }
        }
    }
}
