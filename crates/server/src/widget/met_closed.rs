//! How many visitors met a chat closed: who opens the panel while it is, once for each stretch in which it was closed and
//! each day.
//!
//! Before their first words nothing is kept in a visitor's browser, so it has no name by which it could be told from
//! another. What tells them apart is where they ask from and what their browser calls itself, both as a number that
//! means nothing outside this process, in memory until the next stretch or day. Only how many they were is stored. Two
//! browsers of one network that call themselves the same are one, so the truth is never less than the number.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;
use std::sync::{Mutex, PoisonError};

use axum::extract::State;
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};
use desk::availability_log::{AvailabilityChange, AvailabilityState};
use desk::hours::{Date, today};
use desk::id::{ClientId, OrganisationId};
use desk::moment::Moment;
use store::{Tx, availability_log};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::doors::hours_of;
use crate::refusal::{Answer, header_language};
use crate::state::Desk;
use crate::visitor::Visitor;

/// So many browsers of one address are believed: whoever makes up names for more adds nothing.
const BROWSERS: usize = 20;
/// So many addresses are told apart for one client.
const ADDRESSES: usize = 50_000;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(meet))
}

/// The visitor has opened the panel and is shown that the chat is closed, at all or in their language. Counted as a number, when it is the first time.
#[utoipa::path(post, path = "/api/widget/{key}/met-closed", params(("key" = String, Path)), responses((status = NO_CONTENT)))]
async fn meet(State(desk): State<Desk>, visitor: Visitor, headers: HeaderMap) -> Answer<StatusCode> {
    let (organisation, client, at) = (visitor.caller.organisation, visitor.client.client_id, desk.now());
    let Some(day) = today(&hours_of(&visitor.client), at) else { return Ok(StatusCode::NO_CONTENT) };
    let read = desk.db.read(async move |tx: &mut Tx| availability_log::state_at(tx, organisation, client, at).await);
    let language = header_language(&headers);
    let is_closed = |change: &AvailabilityChange| change.state != AvailabilityState::Open || change.closed_in.reason(language).is_some();
    let Some(closed) = read.await?.filter(is_closed) else {
        return Ok(StatusCode::NO_CONTENT);
    };
    let browser = headers.get(USER_AGENT).map(|name| name.as_bytes().to_vec());
    if desk.met_closed.is_first((organisation, client), (closed.at, day), (visitor.caller.address.group(), browser)) {
        desk.db.unit(async move |tx: &mut Tx| store::met_closed::add(tx, organisation, client, day, closed.at).await).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Who has met which chat closed as it is now.
#[derive(Default)]
pub struct MetClosed {
    numbers: RandomState,
    by_client: Mutex<HashMap<(OrganisationId, ClientId), Meetings>>,
}

struct Meetings {
    when: (Moment, Date),
    browsers: HashMap<u64, HashSet<u64>>,
}

impl MetClosed {
    /// Whether this is the first time that a browser at an address meets the chat of `client` as it is closed `when`: since
    /// that moment, on that day.
    fn is_first(
        &self,
        client: (OrganisationId, ClientId),
        when: (Moment, Date),
        (address, browser): (crate::address::Group, Option<Vec<u8>>),
    ) -> bool {
        let (address, browser) = (self.numbers.hash_one(address), self.numbers.hash_one(browser));
        let mut by_client = self.by_client.lock().unwrap_or_else(PoisonError::into_inner);
        let meetings = by_client.entry(client).or_insert_with(|| Meetings { when, browsers: HashMap::new() });
        if meetings.when != when {
            *meetings = Meetings { when, browsers: HashMap::new() };
        }
        if meetings.browsers.len() >= ADDRESSES && !meetings.browsers.contains_key(&address) {
            return false;
        }
        let browsers = meetings.browsers.entry(address).or_default();
        browsers.len() < BROWSERS && browsers.insert(browser)
    }
}
