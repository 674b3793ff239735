//! What a screen is and how it is fed.

use std::collections::HashSet;
use std::sync::Arc;

use desk::id::{AgentId, CaseId, ClientId, CustomerId, OrganisationId, SessionId};
use tokio::sync::mpsc;

use crate::Frame;

/// One open screen in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScreenId(pub(crate) u64);

/// Which clients' cases somebody sees.
#[derive(Clone, Debug)]
pub enum Sight {
    /// All.
    EveryClient,
    /// Those that their teams serve.
    Clients(Arc<HashSet<ClientId>>),
}

impl Sight {
    /// Whether it reaches `client`.
    pub fn reaches(&self, client: ClientId) -> bool {
        match self {
            Self::EveryClient => true,
            Self::Clients(clients) => clients.contains(&client),
        }
    }
}

/// A screen of an agent.
#[derive(Clone, Debug)]
pub struct AgentScreen {
    /// Whose desk.
    pub organisation: OrganisationId,
    /// Whose screen.
    pub agent: AgentId,
    /// Through which sign-in.
    pub session: Option<SessionId>,
    /// What they see.
    pub sight: Sight,
    /// Which case it shows.
    pub looking: Option<CaseId>,
}

/// A widget on a website.
#[derive(Clone, Copy, Debug)]
pub struct VisitorScreen {
    /// Whose desk.
    pub organisation: OrganisationId,
    /// Of which client.
    pub client: ClientId,
    /// Who, once they have written.
    pub customer: Option<CustomerId>,
}

/// A screen with the way to it.
pub(crate) struct Watcher<S> {
    pub of: S,
    pub feed: Feed,
}

/// The way to a screen.
pub(crate) struct Feed(pub mpsc::Sender<Frame>);

impl Feed {
    /// False when the screen has fallen too far behind or is gone.
    pub fn give(&self, frame: &Frame) -> bool {
        self.0.try_send(frame.clone()).is_ok()
    }
}
