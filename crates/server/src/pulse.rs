//! What the desk does by itself: tells who waits where they stand, opens and closes chats, counts today, notices who is
//! gone or silent. Woken by whatever changes something, and once a second by the clock.
//!
//! [`Pulse`] is what others touch; [`beat`] is what happens on a beat.

mod beat;
mod client;

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use desk::id::{ClientId, CustomerId, OrganisationId};
use tokio::sync::{Notify, watch};

pub use beat::run;
pub use client::{Line, place_of, today};

/// What may have changed since it was told last.
#[derive(Default)]
pub struct Pulse {
    touched: Mutex<Touched>,
    woken: Notify,
    /// The time of the last beat, by the clock that never jumps.
    beats: watch::Sender<Duration>,
    /// When it has beaten last, by the machine: a pulse that stands still does not read our clock.
    beaten: Mutex<Option<Instant>>,
}

/// A pulse that has not beaten for this long stands still.
const STANDS_STILL: Duration = Duration::from_mins(1);

/// What has to be looked at again.
#[derive(Debug, Default)]
pub struct Touched {
    /// The queue, availability or figures of these.
    pub clients: HashSet<(OrganisationId, ClientId)>,
    /// The same of every client of these.
    pub organisations: HashSet<OrganisationId>,
    /// Clients, teams, agents and rights of these.
    pub settings: HashSet<OrganisationId>,
    /// Of whom the desk's people have to hear where they are: a contact of theirs has begun.
    pub customers: HashSet<(OrganisationId, CustomerId)>,
}

impl Pulse {
    /// Something changed for `client`: a queue, a slot.
    pub fn touch(&self, organisation: OrganisationId, client: ClientId) {
        self.note(|touched| touched.clients.insert((organisation, client)));
    }

    /// Something changed for every client: somebody came or went.
    pub fn touch_all(&self, organisation: OrganisationId) {
        self.note(|touched| touched.organisations.insert(organisation));
    }

    /// A contact of this customer has begun, or goes on: whoever sees it wants to know whether they are there.
    pub fn contact_began(&self, organisation: OrganisationId, customer: CustomerId) {
        self.note(|touched| touched.customers.insert((organisation, customer)));
    }

    /// Clients, teams, agents or their rights were changed: so the hours of clients are read anew, and everything is looked at.
    pub fn settings(&self, organisation: OrganisationId) {
        self.note(|touched| touched.settings.insert(organisation));
    }

    /// Beats at once, not only within a second.
    pub fn hurry(&self) {
        self.woken.notify_one();
    }

    /// Done when the clock that never jumps shows `deadline`.
    pub async fn until(&self, deadline: Duration) {
        // The sender is in `self`, so this cannot fail.
        let _ = self.beats.subscribe().wait_for(|now| *now >= deadline).await;
    }

    /// Whether it has begun to beat and stands still now.
    pub fn stands_still(&self) -> bool {
        let beaten = *self.beaten.lock().unwrap_or_else(PoisonError::into_inner);
        beaten.is_some_and(|beaten| beaten.elapsed() > STANDS_STILL)
    }

    fn beat(&self, running: Duration) {
        *self.beaten.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        self.beats.send_replace(running);
    }

    fn note(&self, note: impl FnOnce(&mut Touched) -> bool) {
        note(&mut self.touched.lock().unwrap_or_else(PoisonError::into_inner));
        self.woken.notify_one();
    }

    fn take(&self) -> Touched {
        std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
