//! The same line for networks that block sockets: a screen that exists here only, and fetches its frames by long poll.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Body as Answered;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use desk::id::OrganisationId;
use live::{Frame, Key};
use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, mpsc, watch};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::frames::{AgentSays, CustomerSays, Poll};

use super::agent_socket::{self, Workspace};
use super::line::{Close, FRAME_LIMIT, Heard, Line, PollLine};
use super::session::{self, Screen};
use super::widget_socket::{self, Chat};
use super::{Admission, Entrance};
use crate::extract::{Body, InPath, InQuery};
use crate::limits::Doing;
use crate::refusal::{Answer, Refused, Wrong};
use crate::state::Desk;
use crate::visitor::Visitor;
use crate::who::Who;

/// How long a poll waits for something to happen.
pub const WAIT: Duration = Duration::from_secs(25);
/// A screen that has not polled for this long is forgotten.
pub const FORGOTTEN_AFTER: Duration = Duration::from_mins(1);
/// How many screens of agents, and how many of visitors, may poll at once.
const MOST: usize = 20_000;
/// How many screens of one person or browser may: each holds all that there is to see until it has been fetched. The one
/// that has polled least lately makes room for the next.
const MOST_OF_ONE: usize = 12;
/// How many frames, and how many bytes of them, wait for one poll.
const KEPT_FRAMES: usize = 256;
const KEPT_BYTES: usize = 256 * 1024;
/// What a screen may have said that has not been heard yet.
const INBOX: usize = 16;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(begin_workspace))
        .routes(routes!(poll_workspace, say_workspace))
        .routes(routes!(begin_widget))
        .routes(routes!(poll_widget, say_widget))
}

/// Screens that poll. Agents and visitors have places of their own.
#[derive(Default)]
pub struct Polls {
    screens: Mutex<Screens>,
    opened: AtomicU64,
}

#[derive(Default)]
struct Screens {
    agents: HashMap<String, Arc<Polling>>,
    visitors: HashMap<String, Arc<Polling>>,
}

struct Polling {
    owner: Admission,
    inbox: mpsc::Sender<Heard>,
    outbox: Arc<Outbox>,
    polled: Mutex<Duration>,
    /// In the order in which they were opened.
    number: u64,
}

impl Polls {
    /// Forgets the screens that have not polled for [`FORGOTTEN_AFTER`]; their lines end with that.
    pub fn forget_old(&self, now: Duration) {
        let is_fresh = |screen: &Polling| now.saturating_sub(screen.polled_at()) < FORGOTTEN_AFTER;
        let mut screens = self.lock();
        screens.agents.retain(|_, screen| is_fresh(screen));
        screens.visitors.retain(|_, screen| is_fresh(screen));
    }

    /// The screen, if it is this asker's.
    fn find(&self, screen: &str, owner: Admission) -> Answer<Arc<Polling>> {
        let found = self.lock().like(owner).get(screen).cloned();
        found.filter(|screen| screen.owner == owner).ok_or_else(gone)
    }

    fn add(&self, name: String, screen: Arc<Polling>) -> Answer<()> {
        let mut screens = self.lock();
        let alike = screens.like(screen.owner);
        if let Some(one) = one(screen.owner) {
            let own = || alike.iter().filter(|(_, other)| self::one(other.owner) == Some(one));
            if own().count() >= MOST_OF_ONE {
                let oldest = own().min_by_key(|(_, other)| (other.polled_at(), other.number)).map(|(name, _)| name.clone());
                // Whoever waits for its news at this moment hears that it is gone.
                if let Some(oldest) = oldest.and_then(|name| alike.remove(&name)) {
                    oldest.outbox.end();
                }
            }
        }
        if alike.len() >= MOST {
            return Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(30));
        }
        alike.insert(name, screen);
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Screens> {
        self.screens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Screens {
    fn like(&mut self, owner: Admission) -> &mut HashMap<String, Arc<Polling>> {
        match owner {
            Admission::Agent { .. } => &mut self.agents,
            Admission::Visitor { .. } => &mut self.visitors,
        }
    }
}

/// Whose screens count together: those of a person, whatever their sign-in, or of a browser that has made its secret. Whoever
/// has none sees nothing that takes room.
fn one(owner: Admission) -> Option<(OrganisationId, Uuid, Option<Key>)> {
    match owner {
        Admission::Agent { organisation, agent, .. } => Some((organisation, agent.0, None)),
        Admission::Visitor { organisation, client, key, .. } => key.map(|key| (organisation, client.0, Some(key))),
    }
}

/// Nobody can fetch any more: a line that waits for that ends, and gives its seat back.
impl Drop for Polling {
    fn drop(&mut self) {
        self.outbox.end();
    }
}

impl Polling {
    fn polled_at(&self) -> Duration {
        *self.polled.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note_poll(&self, now: Duration) {
        *self.polled.lock().unwrap_or_else(PoisonError::into_inner) = now;
        // A full inbox is a sign of life as well.
        let _ = self.inbox.try_send(Heard::Sign);
    }

    fn say(&self, words: Bytes) -> Answer<()> {
        self.inbox.try_send(Heard::Words(words)).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(1),
            mpsc::error::TrySendError::Closed(_) => gone(),
        })
    }
}

fn gone() -> Refused {
    Refused::new(StatusCode::GONE, "screen_gone")
}

/// Frames that wait to be fetched, numbered from 1.
pub struct Outbox {
    kept: Mutex<Kept>,
    /// Number of the last frame, and whether more can come.
    last: watch::Sender<(i64, bool)>,
    fetched: Notify,
}

#[derive(Default)]
struct Kept {
    frames: VecDeque<Frame>,
    bytes: usize,
    last: i64,
    is_over: bool,
}

impl Outbox {
    fn new() -> Self {
        Self { kept: Mutex::default(), last: watch::Sender::new((0, false)), fetched: Notify::new() }
    }

    /// Adds a frame; waits while the screen has more to fetch than it may.
    pub async fn put(&self, frame: Frame) -> Result<(), Close> {
        loop {
            // Listens before it looks, so that nothing fetched in between is missed.
            let fetched = self.fetched.notified();
            if self.put_now(&frame)? {
                return Ok(());
            }
            fetched.await;
        }
    }

    fn put_now(&self, frame: &Frame) -> Result<bool, Close> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.is_over {
            return Err(Close::GONE);
        }
        if kept.frames.len() >= KEPT_FRAMES || kept.bytes >= KEPT_BYTES {
            return Ok(false);
        }
        kept.bytes += frame.len();
        kept.frames.push_back(frame.clone());
        kept.last += 1;
        self.last.send_replace((kept.last, false));
        Ok(true)
    }

    /// No more frames come.
    pub fn end(&self) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.is_over = true;
        self.last.send_replace((kept.last, true));
        self.fetched.notify_waiters();
    }

    /// The frames after number `after`, which the screen has received; waits for one until `deadline` is done.
    async fn fetch(&self, after: i64, deadline: impl Future<Output = ()>) -> Answer<(i64, Vec<Frame>)> {
        let mut last = self.last.subscribe();
        if last.borrow().0 < after {
            return Err(gone());
        }
        tokio::select! {
            // The sender is in `self`, so this cannot fail.
            _ = last.wait_for(|(last, is_over)| *last > after || *is_over) => {}
            () = deadline => {}
        }
        self.take(after)
    }

    fn take(&self, after: i64) -> Answer<(i64, Vec<Frame>)> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let first = kept.last - i64::try_from(kept.frames.len()).unwrap_or(i64::MAX);
        // Frames before the first one have been received; nobody can ask for them again, nor for the future.
        if !(first..=kept.last).contains(&after) || (kept.is_over && after == kept.last) {
            return Err(gone());
        }
        for _ in first..after {
            if let Some(frame) = kept.frames.pop_front() {
                kept.bytes -= frame.len();
            }
        }
        self.fetched.notify_one();
        Ok((kept.last, kept.frames.iter().cloned().collect()))
    }
}

/// Opens a screen that polls, with its greeting, and answers its first frames.
async fn begin<S: Screen>(desk: &Desk, owner: Admission, greeting: &impl Serialize, seat: impl Send + 'static) -> Answer<Response> {
    let words = serde_json::to_vec(greeting).map_err(|_| Refused::malformed())?;
    if words.len() > FRAME_LIMIT {
        return Err(Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
    }
    let name = URL_SAFE_NO_PAD.encode(desk.random_bytes::<32>()?);
    let (inbox, heard) = mpsc::channel(INBOX);
    let outbox = Arc::new(Outbox::new());
    let polled = Mutex::new(desk.clock.running());
    let number = desk.sockets.polls.opened.fetch_add(1, Ordering::Relaxed);
    let screen = Arc::new(Polling { owner, inbox, outbox: Arc::clone(&outbox), polled, number });
    screen.say(words.into())?;
    desk.sockets.polls.add(name.clone(), Arc::clone(&screen))?;
    let (line, its_desk) = (Line::Poll(PollLine { inbox: heard, outbox }), desk.clone());
    tokio::spawn(async move {
        let _seat = seat;
        session::serve::<S>(its_desk, line, Entrance::Known(owner)).await;
    });
    fetched(desk, &name, &screen, 0).await
}

async fn fetched(desk: &Desk, name: &str, screen: &Polling, after: i64) -> Answer<Response> {
    screen.note_poll(desk.clock.running());
    let until = desk.clock.running() + WAIT;
    let (last, frames) = screen.outbox.fetch(after, desk.pulse.until(until)).await?;
    Ok(answer(name, last, &frames))
}

/// A [`Poll`], put together from frames that are JSON already.
fn answer(screen: &str, last: i64, frames: &[Frame]) -> Response {
    let mut json = format!(r#"{{"screen":"{screen}","last":{last},"frames":["#).into_bytes();
    for (place, frame) in frames.iter().enumerate() {
        if place > 0 {
            json.push(b',');
        }
        json.extend_from_slice(frame);
    }
    json.extend_from_slice(b"]}");
    let mut response = Answered::from(json).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn not_a_greeting() -> Refused {
    Refused::invalid(vec![Wrong::new("type", "field-wrong-type")])
}

/// Which frames a screen has.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct Fetched {
    /// Number of the last frame received.
    after: i64,
}

/// Opens a workspace screen that polls; the body is `AgentSays::Hello` with an empty ticket.
#[utoipa::path(post, path = "/api/poll", request_body = AgentSays, responses((status = OK, body = Poll)))]
async fn begin_workspace(State(desk): State<Desk>, who: Who, Body(says): Body<AgentSays>) -> Answer<Response> {
    let owner = agent_socket::admission(&who)?;
    desk.limiter.agent_poll(who.organisation, who.agent_id)?;
    match says {
        AgentSays::Hello { .. } => begin::<Workspace>(&desk, owner, &says, ()).await,
        AgentSays::Looking { .. } | AgentSays::Typing { .. } | AgentSays::Ping {} => Err(not_a_greeting()),
    }
}

/// Fetches what has happened; waits at most 25 s for something.
#[utoipa::path(get, path = "/api/poll/{screen}", params(("screen" = String, Path), Fetched), responses((status = OK, body = Poll)))]
async fn poll_workspace(
    State(desk): State<Desk>,
    who: Who,
    InPath(screen): InPath<String>,
    InQuery(fetched_until): InQuery<Fetched>,
) -> Answer<Response> {
    let polling = desk.sockets.polls.find(&screen, agent_socket::admission(&who)?)?;
    fetched(&desk, &screen, &polling, fetched_until.after).await
}

/// Says something, as over the socket.
#[utoipa::path(post, path = "/api/poll/{screen}", request_body = AgentSays, params(("screen" = String, Path)), responses((status = NO_CONTENT)))]
async fn say_workspace(
    State(desk): State<Desk>,
    who: Who,
    InPath(screen): InPath<String>,
    Body(says): Body<AgentSays>,
) -> Answer<StatusCode> {
    let polling = desk.sockets.polls.find(&screen, agent_socket::admission(&who)?)?;
    said(&polling, &says)
}

/// Opens a widget that polls; the body is `CustomerSays::Hello` with an empty ticket.
#[utoipa::path(post, path = "/api/widget/{key}/poll", request_body = CustomerSays, params(("key" = String, Path)), responses((status = OK, body = Poll)))]
async fn begin_widget(State(desk): State<Desk>, visitor: Visitor, Body(says): Body<CustomerSays>) -> Answer<Response> {
    visitor.caller.counts(&desk, Doing::Connecting)?;
    let seat = desk.sockets.seat(visitor.caller.address.group(), desk.settings.limits.visitor_open)?;
    match says {
        CustomerSays::Hello { .. } => begin::<Chat>(&desk, widget_socket::admission(&visitor), &says, seat).await,
        CustomerSays::Typing { .. } | CustomerSays::Ping {} => Err(not_a_greeting()),
    }
}

/// Fetches what has happened; waits at most 25 s for something.
#[utoipa::path(get, path = "/api/widget/{key}/poll/{screen}", params(("key" = String, Path), ("screen" = String, Path), Fetched), responses((status = OK, body = Poll)))]
async fn poll_widget(
    State(desk): State<Desk>,
    visitor: Visitor,
    InPath((_, screen)): InPath<(String, String)>,
    InQuery(fetched_until): InQuery<Fetched>,
) -> Answer<Response> {
    let polling = desk.sockets.polls.find(&screen, widget_socket::admission(&visitor))?;
    fetched(&desk, &screen, &polling, fetched_until.after).await
}

/// Says something, as over the socket.
#[utoipa::path(post, path = "/api/widget/{key}/poll/{screen}", request_body = CustomerSays, params(("key" = String, Path), ("screen" = String, Path)), responses((status = NO_CONTENT)))]
async fn say_widget(
    State(desk): State<Desk>,
    visitor: Visitor,
    InPath((_, screen)): InPath<(String, String)>,
    Body(says): Body<CustomerSays>,
) -> Answer<StatusCode> {
    let polling = desk.sockets.polls.find(&screen, widget_socket::admission(&visitor))?;
    said(&polling, &says)
}

fn said(screen: &Polling, says: &impl Serialize) -> Answer<StatusCode> {
    let words = serde_json::to_vec(says).map_err(|_| Refused::malformed())?;
    screen.say(words.into())?;
    Ok(StatusCode::NO_CONTENT)
}
