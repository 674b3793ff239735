//! Keys that open one line: made over HTTP, where it is known who asks, and said in the line's first frame.
//!
//! They live in memory only. Whoever had one when the desk was restarted asks for another.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::Admission;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;

/// How long a ticket is good.
pub const GOOD_FOR: Duration = Duration::from_mins(1);
/// How many tickets may be out at once.
const MOST: usize = 100_000;
const BYTES: usize = 32;

/// The tickets that have not been used yet.
#[derive(Default)]
pub struct Tickets(Mutex<HashMap<[u8; BYTES], Ticket>>);

struct Ticket {
    admits: Admission,
    until: Duration,
}

impl Tickets {
    /// A new ticket for whoever `admits` names.
    pub fn make(&self, desk: &Desk, admits: Admission) -> Answer<String> {
        let bytes: [u8; BYTES] = desk.random_bytes()?;
        let now = desk.clock.running();
        let mut tickets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if tickets.len() >= MOST {
            tickets.retain(|_, ticket| ticket.until > now);
        }
        if tickets.len() >= MOST {
            return Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(10));
        }
        tickets.insert(bytes, Ticket { admits, until: now + GOOD_FOR });
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Whom a ticket admits. It is gone afterwards, whoever used it.
    pub fn take(&self, ticket: &str, now: Duration) -> Option<Admission> {
        if ticket.len() > 2 * BYTES {
            return None;
        }
        let bytes: [u8; BYTES] = URL_SAFE_NO_PAD.decode(ticket).ok()?.try_into().ok()?;
        let ticket = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&bytes)?;
        (now < ticket.until).then_some(ticket.admits)
    }

    /// Forgets tickets that nobody has used in time.
    pub fn forget_old(&self, now: Duration) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, ticket| ticket.until > now);
    }
}
