//! What has to be looked at again because something changed.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use desk::id::{ClientId, OrganisationId};
use tokio::sync::Notify;

/// Clients whose queue, availability or figures may have changed since they were told last.
#[derive(Default)]
pub struct Pulse {
    touched: Mutex<HashSet<(OrganisationId, ClientId)>>,
    woken: Notify,
}

impl Pulse {
    /// Something changed for `client`.
    pub fn touch(&self, organisation: OrganisationId, client: ClientId) {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).insert((organisation, client));
        self.woken.notify_one();
    }

    /// Waits until something has changed and takes the list of what.
    pub async fn touched(&self) -> HashSet<(OrganisationId, ClientId)> {
        self.woken.notified().await;
        std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
