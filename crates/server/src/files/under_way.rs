//! Uploads hold their bytes in memory until they are kept, so only so many are under way at once (trust 107).

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::HttpBody;
use axum::extract::Request;
use axum::http::StatusCode;
use bytes::Bytes;
use desk::id::{AgentId, OrganisationId};
use tokio::sync::oneshot;

use super::upload::{FILE_LIMIT, MEGABYTE};
use crate::address::Group;
use crate::extract::{Came, Extent, whole_body};
use crate::limits::Limits;
use crate::refusal::{Answer, Refused};
use crate::state::{Clock, Desk};

/// How soon one of the others may have ended.
const RETRY_AFTER_S: u32 = 10;
/// While there is room, a file may come as slowly as any body. When others need the room, it must come so fast that the
/// largest takes three minutes, which a bad mobile line still does.
const SLOWEST_WHEN_SCARCE: u128 = {
    const LARGEST: u128 = 10 * 1024 * 1024;
    LARGEST / 180
};
/// How fast a file comes is not known before this.
const TOO_SOON_TO_TELL: Duration = Duration::from_secs(10);

/// Who sends files. Visitors and agents have room of their own, so that no visitor keeps an agent from sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sender {
    /// The visitors of one address.
    Visitors(Group),
    /// One person or key.
    Agent(OrganisationId, AgentId),
}

impl Sender {
    pub(super) fn is_visitor(self) -> bool {
        match self {
            Self::Visitors(_) => true,
            Self::Agent(..) => false,
        }
    }
}

/// The uploads that are under way.
pub struct Uploads {
    under_way: Arc<Mutex<UnderWay>>,
    of_one_mb: u32,
    of_all_mb: u32,
    clock: Arc<dyn Clock>,
}

#[derive(Default)]
struct UnderWay {
    uploads: HashMap<u64, Begun>,
    next: u64,
}

struct Begun {
    sender: Sender,
    megabytes: u32,
    at: Duration,
    came: Came,
    /// Breaks it off; none when all of it has come.
    break_off: Option<oneshot::Sender<Refused>>,
}

/// The room of one upload, until it is dropped.
pub(super) struct Room {
    under_way: Arc<Mutex<UnderWay>>,
    sender: Sender,
    number: u64,
    came: Came,
    broken_off: oneshot::Receiver<Refused>,
}

impl Uploads {
    /// Nothing is under way yet.
    pub fn new(limits: &Limits, clock: Arc<dyn Clock>) -> Self {
        let one_file = megabytes(FILE_LIMIT);
        let (of_one_mb, of_all_mb) = (limits.upload_mb.max(one_file), limits.upload_mb_of_all.max(one_file));
        Self { under_way: Arc::default(), of_one_mb, of_all_mb, clock }
    }

    /// How many bytes have come of all that is under way.
    pub fn bytes_that_came(&self) -> usize {
        lock(&self.under_way).uploads.values().map(Begun::came).sum()
    }

    /// Takes room for the body of `request`.
    pub(super) fn begin(&self, sender: Sender, request: &Request) -> Answer<Room> {
        self.take(sender, said_megabytes(request))
    }

    fn take(&self, sender: Sender, megabytes: u32) -> Answer<Room> {
        let at = self.clock.running();
        let mut under_way = lock(&self.under_way);
        let of_one = under_way.of(|begun| begun.sender == sender).saturating_add(megabytes);
        if of_one > self.of_one_mb {
            return Err(too_many());
        }
        let of_all = under_way.of(|begun| begun.sender.is_visitor() == sender.is_visitor()).saturating_add(megabytes);
        let missing = of_all.saturating_sub(self.of_all_mb);
        if missing > 0 && !under_way.make_room(sender, of_one, missing, at) {
            return Err(too_many());
        }
        let (break_off, broken_off) = oneshot::channel();
        let (number, came) = (under_way.next, Came::default());
        under_way.next += 1;
        under_way.uploads.insert(number, Begun { sender, megabytes, at, came: came.clone(), break_off: Some(break_off) });
        Ok(Room { under_way: Arc::clone(&self.under_way), sender, number, came, broken_off })
    }
}

impl Room {
    /// Who sends it.
    pub(super) fn sender(&self) -> Sender {
        self.sender
    }

    /// All of the body of `request`, unless others need the room before it has come.
    pub(super) async fn fill(&mut self, desk: &Desk, mut request: Request, extent: Extent, too_large: Refused) -> Answer<Bytes> {
        request.extensions_mut().insert(self.came.clone());
        let whole = tokio::select! {
            whole = whole_body(desk, request, extent, too_large) => whole?,
            why = &mut self.broken_off => return Err(why.unwrap_or_else(|_| Refused::broken())),
        };
        let mut under_way = lock(&self.under_way);
        if let Some(begun) = under_way.uploads.get_mut(&self.number) {
            begun.break_off = None;
        }
        Ok(whole)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        lock(&self.under_way).uploads.remove(&self.number);
    }
}

impl UnderWay {
    /// The megabytes of those that are `counted`.
    fn of(&self, counted: impl Fn(&Begun) -> bool) -> u32 {
        self.uploads.values().filter(|begun| counted(begun)).fold(0, |sum, begun| sum.saturating_add(begun.megabytes))
    }

    /// Breaks off what comes slowly, the slowest first, and if that is not enough, what a sender has under way who has more
    /// than `of_one`, the least that has come first. False, and nothing has happened, when even that is not enough.
    fn make_room(&mut self, sender: Sender, of_one: u32, missing: u32, at: Duration) -> bool {
        let mut free = 0_u32;
        let mut give_way: Vec<(u64, Refused)> = Vec::new();
        while free < missing {
            let is_left = |number: u64| give_way.iter().all(|(other, _)| *other != number);
            let left = || self.uploads.iter().filter(|(number, begun)| begun.may_give_way_to(sender) && is_left(**number));
            let has_more = |begun: &Begun| {
                let of_other = self.uploads.iter().filter(|(number, other)| other.sender == begun.sender && is_left(**number));
                of_other.fold(0_u32, |sum, (_, other)| sum.saturating_add(other.megabytes)) > of_one
            };
            let slowest =
                left().filter(|(_, begun)| begun.is_slow(at)).min_by_key(|(number, begun)| (begun.bytes_a_second(at), begun.at, **number));
            let next = slowest.map(|(number, _)| (*number, Refused::new(StatusCode::REQUEST_TIMEOUT, "too_slow"))).or_else(|| {
                let least = left().filter(|(_, begun)| has_more(begun)).min_by_key(|(number, begun)| (begun.came(), Reverse(**number)));
                least.map(|(number, _)| (*number, too_many()))
            });
            let Some((number, why)) = next else { return false };
            free = free.saturating_add(self.uploads.get(&number).map_or(0, |begun| begun.megabytes));
            give_way.push((number, why));
        }
        for (number, why) in give_way {
            // Whoever has gone by themselves needs no word.
            let _ = self.uploads.remove(&number).and_then(|begun| begun.break_off).map(|break_off| break_off.send(why));
        }
        true
    }
}

impl Begun {
    fn came(&self) -> usize {
        self.came.0.load(Ordering::Relaxed)
    }

    fn may_give_way_to(&self, sender: Sender) -> bool {
        self.break_off.is_some() && self.sender != sender && self.sender.is_visitor() == sender.is_visitor()
    }

    fn is_slow(&self, now: Duration) -> bool {
        now.saturating_sub(self.at) >= TOO_SOON_TO_TELL && self.bytes_a_second(now) < SLOWEST_WHEN_SCARCE
    }

    fn bytes_a_second(&self, now: Duration) -> u128 {
        let came_in_ms = u128::try_from(self.came()).unwrap_or(u128::MAX).saturating_mul(1000);
        came_in_ms / now.saturating_sub(self.at).as_millis().max(1)
    }
}

fn too_many() -> Refused {
    Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(RETRY_AFTER_S)
}

/// The size of the body of `request` as its head says, or else as large as a file may be.
pub(super) fn said_megabytes(request: &Request) -> u32 {
    let said = request.body().size_hint().upper().and_then(|bytes| usize::try_from(bytes).ok());
    megabytes(said.unwrap_or(FILE_LIMIT).min(FILE_LIMIT))
}

/// Begun ones count whole: the smallest body takes its place, too.
pub(super) fn megabytes(bytes: usize) -> u32 {
    u32::try_from(bytes.div_ceil(MEGABYTE)).unwrap_or(u32::MAX).max(1)
}

fn lock(under_way: &Mutex<UnderWay>) -> MutexGuard<'_, UnderWay> {
    under_way.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use uuid::Uuid;

    use super::*;
    use crate::address::Address;
    use crate::state::SystemClock;

    fn visitors(ip: &str) -> Sender {
        Sender::Visitors(Address { ip: ip.parse().unwrap(), is_this_machine: false }.group())
    }

    fn uploads(upload_mb: u32, upload_mb_of_all: u32) -> Uploads {
        Uploads::new(&Limits { upload_mb, upload_mb_of_all, ..Limits::default() }, Arc::<SystemClock>::default())
    }

    #[test]
    fn trust_107_uploads_of_one_address_and_of_all_take_only_so_much_and_none_of_it_from_agents() {
        let uploads = uploads(20, 30);
        let first = uploads.take(visitors("198.51.100.1"), 10).unwrap();
        let second = uploads.take(visitors("198.51.100.1"), 10).unwrap();
        assert!(uploads.take(visitors("198.51.100.1"), 1).is_err(), "the address has all that one may have");
        let third = uploads.take(visitors("198.51.100.2"), 10).unwrap();
        assert!(uploads.take(visitors("198.51.100.2"), 10).is_err(), "all together have all there is");
        let agent = Sender::Agent(OrganisationId(Uuid::nil()), AgentId(Uuid::nil()));
        assert!(uploads.take(agent, 10).is_ok());
        drop(first);
        assert!(uploads.take(visitors("198.51.100.3"), 10).is_ok());
        assert!(uploads.take(visitors("198.51.100.1"), 10).is_ok());
        drop((second, third));
        assert!(lock(&uploads.under_way).uploads.is_empty(), "who sends nothing is forgotten");
    }

    #[test]
    fn one_file_always_has_room_however_little_is_set() {
        assert!(uploads(1, 1).take(visitors("198.51.100.1"), megabytes(FILE_LIMIT)).is_ok());
    }

    #[test]
    fn trust_107_nobody_gives_way_for_a_file_that_has_no_room_even_then() {
        let uploads = uploads(20, 20);
        let mut small = uploads.take(visitors("198.51.100.1"), 5).unwrap();
        let mut other = uploads.take(visitors("198.51.100.1"), 7).unwrap();
        let _third = uploads.take(visitors("198.51.100.2"), 8).unwrap();
        // One of them would have to give way, and then nobody has more than the new one would.
        assert!(uploads.take(visitors("198.51.100.3"), 10).is_err());
        assert!(small.broken_off.try_recv().is_err() && other.broken_off.try_recv().is_err());
        assert!(uploads.take(visitors("198.51.100.3"), 5).is_ok());
    }
}
