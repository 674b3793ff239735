//! Uploads hold their bytes in memory until they are kept, so only so many are under way at once (trust 107).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::HttpBody;
use axum::extract::Request;
use axum::http::StatusCode;
use desk::id::{AgentId, OrganisationId};

use super::upload::{FILE_LIMIT, MEGABYTE};
use crate::address::Group;
use crate::limits::Limits;
use crate::refusal::{Answer, Refused};

/// How soon one of the others may have ended.
const RETRY_AFTER_S: u32 = 10;

/// Who sends files. Visitors and agents have room of their own, so that no visitor keeps an agent from sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sender {
    /// The visitors of one address.
    Visitors(Group),
    /// One person or key.
    Agent(OrganisationId, AgentId),
}

impl Sender {
    fn is_visitor(self) -> bool {
        match self {
            Self::Visitors(_) => true,
            Self::Agent(..) => false,
        }
    }
}

/// The megabytes of the uploads that are under way.
#[derive(Debug)]
pub struct Uploads {
    taken: Arc<Mutex<HashMap<Sender, u32>>>,
    of_one_mb: u32,
    of_all_mb: u32,
}

/// The room of one upload, until it is dropped.
#[derive(Debug)]
pub(super) struct Room {
    taken: Arc<Mutex<HashMap<Sender, u32>>>,
    sender: Sender,
    megabytes: u32,
}

impl Uploads {
    /// Nothing is under way yet.
    pub fn new(limits: &Limits) -> Self {
        let one_file = megabytes(FILE_LIMIT);
        Self { taken: Arc::default(), of_one_mb: limits.upload_mb.max(one_file), of_all_mb: limits.upload_mb_of_all.max(one_file) }
    }

    /// Takes room for the body of `request`, which is as large as its head says, or else as large as a file may be.
    pub(super) fn begin(&self, sender: Sender, request: &Request) -> Answer<Room> {
        let said = request.body().size_hint().upper().and_then(|bytes| usize::try_from(bytes).ok());
        self.take(sender, megabytes(said.unwrap_or(FILE_LIMIT).min(FILE_LIMIT)))
    }

    fn take(&self, sender: Sender, megabytes: u32) -> Answer<Room> {
        let mut taken = lock(&self.taken);
        let of_one = taken.get(&sender).copied().unwrap_or_default().saturating_add(megabytes);
        let of_others = taken.iter().filter(|(other, _)| other.is_visitor() == sender.is_visitor()).map(|(_, taken)| *taken);
        let of_all = of_others.fold(megabytes, u32::saturating_add);
        if of_one > self.of_one_mb || of_all > self.of_all_mb {
            return Err(Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(RETRY_AFTER_S));
        }
        taken.insert(sender, of_one);
        Ok(Room { taken: Arc::clone(&self.taken), sender, megabytes })
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        if let Some(of_one) = taken.get_mut(&self.sender) {
            *of_one = of_one.saturating_sub(self.megabytes);
            if *of_one == 0 {
                taken.remove(&self.sender);
            }
        }
    }
}

/// Begun ones count whole: the smallest body takes its place, too.
fn megabytes(bytes: usize) -> u32 {
    u32::try_from(bytes.div_ceil(MEGABYTE)).unwrap_or(u32::MAX).max(1)
}

fn lock(taken: &Mutex<HashMap<Sender, u32>>) -> MutexGuard<'_, HashMap<Sender, u32>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use uuid::Uuid;

    use super::*;
    use crate::address::Address;

    fn visitors(ip: &str) -> Sender {
        Sender::Visitors(Address { ip: ip.parse().unwrap(), is_this_machine: false }.group())
    }

    #[test]
    fn trust_107_uploads_of_one_address_and_of_all_take_only_so_much_and_none_of_it_from_agents() {
        let uploads = Uploads::new(&Limits { upload_mb: 20, upload_mb_of_all: 30, ..Limits::default() });
        let first = uploads.take(visitors("198.51.100.1"), 10).unwrap();
        let second = uploads.take(visitors("198.51.100.1"), 10).unwrap();
        assert!(uploads.take(visitors("198.51.100.1"), 1).is_err(), "the address has all that one may have");
        let third = uploads.take(visitors("198.51.100.2"), 10).unwrap();
        assert!(uploads.take(visitors("198.51.100.3"), 1).is_err(), "all together have all there is");
        let agent = Sender::Agent(OrganisationId(Uuid::nil()), AgentId(Uuid::nil()));
        assert!(uploads.take(agent, 10).is_ok());
        drop(first);
        assert!(uploads.take(visitors("198.51.100.3"), 10).is_ok());
        assert!(uploads.take(visitors("198.51.100.1"), 10).is_ok());
        drop((second, third));
        assert!(lock(&uploads.taken).is_empty(), "who sends nothing is forgotten");
    }

    #[test]
    fn one_file_always_has_room_however_little_is_set() {
        let uploads = Uploads::new(&Limits { upload_mb: 1, upload_mb_of_all: 1, ..Limits::default() });
        assert!(uploads.take(visitors("198.51.100.1"), megabytes(FILE_LIMIT)).is_ok());
    }
}
