//! Who waits in a queue from which address (trust 110), so that one address does not fill the queue of a small desk and
//! close the chat for everybody.
//!
//! Addresses are not stored anywhere, so this is known in memory alone. What is known here are contacts that began;
//! whether they wait still, the queue itself says.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use desk::case::{Channel, ContactState};
use desk::id::{ContactId, OrganisationId};
use store::clients::Client;
use store::{Tx, routing};

use crate::address::Group;
use crate::carry_out::Outcome;

/// No chat is open for so long.
const WAITS_NO_MORE: Duration = Duration::from_hours(24);

/// The visitors of one address at one widget.
type Neighbours = (OrganisationId, String, Group);

/// The chats that began at each widget, by address.
#[derive(Default)]
pub struct Queued(Arc<Mutex<Begun>>);

#[derive(Default)]
struct Begun {
    of: HashMap<Neighbours, Vec<One>>,
    next: u64,
}

struct One {
    number: u64,
    contact: ContactId,
    at: Duration,
    /// False while its unit is under way, and nobody can see yet whether it will wait.
    is_settled: bool,
}

/// A chat that is about to begin, until it waits or is dropped.
pub(super) struct Beginning {
    begun: Arc<Mutex<Begun>>,
    neighbours: Neighbours,
    number: u64,
    contact: ContactId,
    most: u32,
}

impl Queued {
    /// A chat is about to begin; at most `most` from this address may wait.
    pub(super) fn begin(&self, neighbours: Neighbours, contact: ContactId, at: Duration, most: u32) -> Beginning {
        let mut begun = lock(&self.0);
        let number = begun.next;
        begun.next += 1;
        begun.of.entry(neighbours.clone()).or_default().push(One { number, contact, at, is_settled: false });
        Beginning { begun: Arc::clone(&self.0), neighbours, number, contact, most }
    }

    /// Forgets what began so long ago that it waits no more.
    pub fn forget_old(&self, now: Duration) {
        let mut begun = lock(&self.0);
        begun.of.retain(|_, all| {
            all.retain(|one| now.saturating_sub(one.at) < WAITS_NO_MORE);
            !all.is_empty()
        });
    }
}

impl Beginning {
    /// Whether as many wait already as may. Asked when it is the chat's turn, so that nobody comes in between.
    pub(super) async fn is_one_too_many(&self, tx: &mut Tx, client: &Client) -> store::Result<bool> {
        if self.others(None) < self.most {
            return Ok(false);
        }
        let queue = routing::queue(tx, self.neighbours.0, client.client_id).await?;
        let waiting: HashSet<ContactId> = queue.into_iter().map(|one| one.waiting.contact).collect();
        Ok(self.others(Some(&waiting)) >= self.most)
    }

    /// Hears what became of it. If it waits, it counts until the queue names it no more.
    pub(super) fn begun(&self, outcome: &Outcome) {
        let newest = &outcome.record.case.contact;
        if newest.id != self.contact || newest.channel != Channel::Chat || newest.state != ContactState::Waiting {
            return;
        }
        let mut begun = lock(&self.begun);
        if let Some(one) = begun.of.get_mut(&self.neighbours).and_then(|all| all.iter_mut().find(|one| one.number == self.number)) {
            one.is_settled = true;
        }
    }

    /// How many others began; those who do not wait any more are forgotten, when it is known who does.
    fn others(&self, waiting: Option<&HashSet<ContactId>>) -> u32 {
        let mut begun = lock(&self.begun);
        let Some(all) = begun.of.get_mut(&self.neighbours) else { return 0 };
        let waits = |one: &One| waiting.is_none_or(|waiting| waiting.contains(&one.contact));
        all.retain(|one| !one.is_settled || waits(one));
        // The same beginning may come twice.
        let others: HashSet<ContactId> =
            all.iter().filter(|one| one.contact != self.contact && waits(one)).map(|one| one.contact).collect();
        u32::try_from(others.len()).unwrap_or(u32::MAX)
    }
}

impl Drop for Beginning {
    fn drop(&mut self) {
        let mut begun = lock(&self.begun);
        if let Some(all) = begun.of.get_mut(&self.neighbours) {
            all.retain(|one| one.is_settled || one.number != self.number);
            if all.is_empty() {
                begun.of.remove(&self.neighbours);
            }
        }
    }
}

fn lock(begun: &Mutex<Begun>) -> MutexGuard<'_, Begun> {
    begun.lock().unwrap_or_else(PoisonError::into_inner)
}
