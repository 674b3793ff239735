//! Who waits in a queue or for a call from which address (trust 110), so that one address does not fill the queue of a small
//! desk and close the chat for everybody, nor promise its agents' next days away.
//!
//! Addresses are not stored anywhere, so this is known in memory alone. What is known here are contacts that began;
//! whether they wait still, the store says.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use desk::case::{Channel, Contact, ContactState};
use desk::id::{ContactId, OrganisationId};
use store::clients::Client;
use store::{Tx, contacts, routing};

use crate::address::Group;
use crate::carry_out::Outcome;

/// What a contact that began waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// For somebody who takes it from the queue.
    InQueue,
    /// For the call that was promised, until it is made or given up.
    ForCall,
}

impl Waiting {
    /// Nothing waits for so long: no chat is open for a day, and a call is promised within the next open days.
    fn longest(self) -> Duration {
        match self {
            Self::InQueue => Duration::from_hours(24),
            Self::ForCall => Duration::from_hours(24 * 14),
        }
    }

    fn is_in(self, contact: &Contact) -> bool {
        match self {
            Self::InQueue => contact.channel == Channel::Chat && contact.state == ContactState::Waiting,
            Self::ForCall => contact.channel == Channel::CallBack && contact.state != ContactState::Ended,
        }
    }
}

/// The visitors of one address at one widget.
type Neighbours = (OrganisationId, String, Group);

/// What began at each widget and may wait, by address.
pub struct Queued {
    waiting: Waiting,
    begun: Arc<Mutex<Begun>>,
}

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

/// A contact that is about to begin, until it waits or is dropped.
pub(super) struct Beginning {
    waiting: Waiting,
    begun: Arc<Mutex<Begun>>,
    neighbours: Neighbours,
    number: u64,
    contact: ContactId,
    most: u32,
}

impl Queued {
    /// Nothing has begun that waits so.
    pub fn new(waiting: Waiting) -> Self {
        Self { waiting, begun: Arc::default() }
    }

    /// A contact is about to begin; at most `most` from this address may wait.
    pub(super) fn begin(&self, neighbours: Neighbours, contact: ContactId, at: Duration, most: u32) -> Beginning {
        let mut begun = lock(&self.begun);
        let number = begun.next;
        begun.next += 1;
        begun.of.entry(neighbours.clone()).or_default().push(One { number, contact, at, is_settled: false });
        Beginning { waiting: self.waiting, begun: Arc::clone(&self.begun), neighbours, number, contact, most }
    }

    /// Forgets what began so long ago that it waits no more.
    pub fn forget_old(&self, now: Duration) {
        let mut begun = lock(&self.begun);
        begun.of.retain(|_, all| {
            all.retain(|one| now.saturating_sub(one.at) < self.waiting.longest());
            !all.is_empty()
        });
    }
}

impl Beginning {
    /// Whether as many wait already as may. Asked when it is the contact's turn, so that nobody comes in between.
    pub(super) async fn is_one_too_many(&self, tx: &mut Tx, client: &Client) -> store::Result<bool> {
        if self.others(None) < self.most {
            return Ok(false);
        }
        let waiting = match self.waiting {
            Waiting::InQueue => {
                let queue = routing::queue(tx, self.neighbours.0, client.client_id).await?;
                queue.into_iter().map(|one| one.waiting.contact).collect()
            }
            Waiting::ForCall => self.open_calls(tx).await?,
        };
        Ok(self.others(Some(&waiting)) >= self.most)
    }

    /// Of the calls that were asked for, those that are still to be made. They are hardly more than may wait. One whose unit
    /// has just ended may not be settled yet, and is asked about as well.
    async fn open_calls(&self, tx: &mut Tx) -> store::Result<HashSet<ContactId>> {
        let asked: HashSet<ContactId> = lock(&self.begun).of.get(&self.neighbours).into_iter().flatten().map(|one| one.contact).collect();
        let mut open = HashSet::new();
        for contact in asked {
            if contacts::is_open_call(tx, self.neighbours.0, contact).await? {
                open.insert(contact);
            }
        }
        Ok(open)
    }

    /// Hears what became of it. If it waits, it counts until it is known to wait no more.
    pub(super) fn begun(&self, outcome: &Outcome) {
        let newest = &outcome.record.case.contact;
        if newest.id != self.contact || !self.waiting.is_in(newest) {
            return;
        }
        let mut begun = lock(&self.begun);
        let Some(all) = begun.of.get_mut(&self.neighbours) else { return };
        // What came before and is told again is known already.
        all.retain(|one| one.number == self.number || !one.is_settled || one.contact != self.contact);
        if let Some(one) = all.iter_mut().find(|one| one.number == self.number) {
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
