//! Whether a visitor does something for the first time, so that numbers count visitors and not what they repeat.
//!
//! What tells them apart is where they ask from and what their browser calls itself, both as a number that means nothing
//! outside this process, in memory until the next period. Before their first words nothing is kept in a visitor's browser:
//! where it has no name of its own, two browsers of one network that call themselves the same are one. So the truth is never
//! less than the number.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, PoisonError};

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use desk::id::{ClientId, OrganisationId};

use crate::visitor::Visitor;

/// So many browsers of one address are believed: whoever makes up names for more adds nothing.
const BROWSERS: usize = 20;
/// So many addresses are told apart for one client.
const ADDRESSES: usize = 50_000;

/// Where somebody asks from, and what their browser is called.
pub(super) type Browser = (crate::address::Group, Option<Vec<u8>>);

/// The browser that sent `headers`.
pub(super) fn browser(visitor: &Visitor, headers: &HeaderMap) -> Browser {
    (visitor.caller.address.group(), headers.get(USER_AGENT).map(|name| name.as_bytes().to_vec()))
}

/// Who has done `What` at which client in the period that goes on.
pub struct Firsts<When, What> {
    numbers: RandomState,
    by_client: Mutex<HashMap<(OrganisationId, ClientId), Period<When, What>>>,
}

impl<When, What> Default for Firsts<When, What> {
    fn default() -> Self {
        Self { numbers: RandomState::default(), by_client: Mutex::default() }
    }
}

struct Period<When, What> {
    when: When,
    by_address: HashMap<u64, HashMap<u64, HashSet<What>>>,
}

impl<When: PartialEq + Copy, What: Eq + Hash> Firsts<When, What> {
    /// Whether this is the first time in the period `when` that a browser does `what` at `client`.
    pub(super) fn is_first(&self, client: (OrganisationId, ClientId), when: When, (address, browser): Browser, what: What) -> bool {
        let (address, browser) = (self.numbers.hash_one(address), self.numbers.hash_one(browser));
        let mut by_client = self.by_client.lock().unwrap_or_else(PoisonError::into_inner);
        let period = by_client.entry(client).or_insert_with(|| Period { when, by_address: HashMap::new() });
        if period.when != when {
            *period = Period { when, by_address: HashMap::new() };
        }
        let addresses = &mut period.by_address;
        if addresses.len() >= ADDRESSES && !addresses.contains_key(&address) {
            return false;
        }
        let browsers = addresses.entry(address).or_default();
        if browsers.len() >= BROWSERS && !browsers.contains_key(&browser) {
            return false;
        }
        browsers.entry(browser).or_default().insert(what)
    }
    /// Whether a browser has done `what` at `client` in the period `when`.
    pub(super) fn has_done(&self, client: (OrganisationId, ClientId), when: When, (address, browser): &Browser, what: &What) -> bool {
        let (address, browser) = (self.numbers.hash_one(address), self.numbers.hash_one(browser));
        let by_client = self.by_client.lock().unwrap_or_else(PoisonError::into_inner);
        let period = by_client.get(&client).filter(|period| period.when == when);
        let done = period.and_then(|period| period.by_address.get(&address)?.get(&browser));
        done.is_some_and(|done| done.contains(what))
    }
}
