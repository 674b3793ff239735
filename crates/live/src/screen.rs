//! What a screen is and how it is fed.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use desk::id::{AgentId, CaseId, ClientId, CustomerId, OrganisationId, SessionId};
use desk::may::Served;
use desk::moment::Moment;
use tokio::sync::mpsc;

use crate::{BACKLOG, BACKLOG_BYTES, Frame};

/// One open screen in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScreenId(pub(crate) u64);

/// A screen of an agent.
#[derive(Clone, Debug)]
pub struct AgentScreen {
    /// Whose desk.
    pub organisation: OrganisationId,
    /// Whose screen.
    pub agent: AgentId,
    /// Through which sign-in.
    pub session: Option<SessionId>,
    /// Until when the sign-in is good.
    pub until: Option<Moment>,
    /// Whose cases they see.
    pub served: Arc<Served>,
    /// Which case it shows.
    pub looking: Option<Looking>,
    /// Whether it hangs on a wall: that it is heard says nothing of whether its agent is there.
    pub is_wallboard: bool,
}

impl AgentScreen {
    /// Whether it shows `case` and its agent may see that now, which may have changed since it was opened.
    pub fn looks_at(&self, case: CaseId) -> bool {
        self.looking.is_some_and(|looking| looking.case == case && (looking.is_holder || self.served.covers(looking.client)))
    }
}

/// The case that a screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looking {
    /// Which.
    pub case: CaseId,
    /// Of which client.
    pub client: ClientId,
    /// Whether the agent holds it, and so sees it whatever they serve.
    pub is_holder: bool,
}

/// What is known of the secret that a visitor's browser made.
pub type Key = [u8; 32];

/// A widget on a website.
#[derive(Clone, Copy, Debug)]
pub struct VisitorScreen {
    /// Whose desk.
    pub organisation: OrganisationId,
    /// Of which client.
    pub client: ClientId,
    /// Whose browser, once it has made a secret.
    pub key: Option<Key>,
    /// In which visit of somebody whom the website has named.
    pub visit: Option<Key>,
    /// Who, once they have written.
    pub customer: Option<CustomerId>,
}

/// Why a screen was closed from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// It fell behind, or its history was replaced: come back and resume.
    Resume,
    /// The process ends: come back and resume.
    Restart,
    /// The sign-in is over.
    SignedOut,
    /// Nothing has been heard of it for too long.
    Silent,
}

/// A screen with the way to it.
pub(crate) struct Watcher<S> {
    pub of: S,
    pub feed: Feed,
    /// When it was last heard, by the clock that never jumps.
    pub heard: Duration,
}

/// The way to a screen.
pub(crate) struct Feed {
    frames: mpsc::Sender<Frame>,
    waiting_bytes: Arc<AtomicUsize>,
    why: Arc<OnceLock<Closing>>,
}

/// What comes to a screen.
pub struct Frames {
    receiver: mpsc::Receiver<Frame>,
    waiting_bytes: Arc<AtomicUsize>,
    why: Arc<OnceLock<Closing>>,
}

/// A feed with its other end.
pub(crate) fn feed() -> (Feed, Frames) {
    let (sender, receiver) = mpsc::channel(BACKLOG);
    let (waiting_bytes, why) = (Arc::new(AtomicUsize::new(0)), Arc::new(OnceLock::new()));
    let feed = Feed { frames: sender, waiting_bytes: Arc::clone(&waiting_bytes), why: Arc::clone(&why) };
    (feed, Frames { receiver, waiting_bytes, why })
}

impl Feed {
    /// False when the screen has fallen too far behind or is gone.
    pub fn give(&self, frame: &Frame) -> bool {
        let waiting = self.waiting_bytes.fetch_add(frame.len(), Ordering::Relaxed);
        waiting <= BACKLOG_BYTES && self.frames.try_send(frame.clone()).is_ok()
    }

    /// Says why the screen is about to be closed; the first reason stays.
    pub fn because(&self, why: Closing) {
        let _ = self.why.set(why);
    }
}

impl Frames {
    /// The next frame; `None` when the screen has been closed and everything before that was received.
    pub async fn next(&mut self) -> Option<Frame> {
        let frame = self.receiver.recv().await?;
        self.waiting_bytes.fetch_sub(frame.len(), Ordering::Relaxed);
        Some(frame)
    }

    /// The next frame if it is there already.
    pub fn at_once(&mut self) -> Option<Frame> {
        let frame = self.receiver.try_recv().ok()?;
        self.waiting_bytes.fetch_sub(frame.len(), Ordering::Relaxed);
        Some(frame)
    }

    /// Whether the screen has been closed and nothing is left to receive.
    pub fn is_over(&self) -> bool {
        self.receiver.is_closed() && self.receiver.is_empty()
    }

    /// Why it was closed.
    pub fn why(&self) -> Closing {
        self.why.get().copied().unwrap_or(Closing::Resume)
    }
}
