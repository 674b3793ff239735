//! How much one address or account may do. Numbers, not rules: they keep one from taking what is there for all.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use desk::id::{AgentId, OrganisationId};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use uuid::Uuid;

use crate::address::Group;
use crate::refusal::{Answer, Refused};
use crate::state::Clock;

/// So many at once, then one per `every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// Then one in this time.
    pub every: Duration,
}

impl Rate {
    /// `burst` at once, then one per `ms` milliseconds.
    pub const fn new(burst: u32, ms: u64) -> Self {
        Self { burst, every: Duration::from_millis(ms) }
    }
}

/// Every limit. The defaults suit a desk whose visitors may share an address, such as a school's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Sign-ins of one account from one address: 6 at once and one per 225 s are at most 10 in 15 minutes.
    pub sign_in: Rate,
    /// Sign-ins of one account from all addresses that it has not been signed in from.
    pub sign_in_account: Rate,
    /// Sign-ins from one address, whatever the account.
    pub sign_in_address: Rate,
    /// Requests without or with a wrong session from one address.
    pub anonymous: Rate,
    /// Requests of one signed-in person or key.
    pub agent: Rate,
    /// Screens that one signed-in person opens where sockets are blocked: each is answered with all there is to see.
    pub agent_poll: Rate,
    /// Requests of visitors from one address.
    pub visitor: Rate,
    /// Chats started and messages left from one address.
    pub visitor_start: Rate,
    /// Messages of visitors from one address.
    pub visitor_message: Rate,
    /// Files of visitors from one address.
    pub visitor_upload: Rate,
    /// Sockets opened by visitors from one address.
    pub visitor_socket: Rate,
    /// Words of one person or visitor that they type or have stopped typing, over all of their screens.
    pub typing: Rate,
    /// Sockets of visitors from one address that are open at once.
    pub visitor_open: u32,
    /// Chats that wait in one client's queue and began from one address. Another one is asked to leave a message.
    pub visitor_waiting: u32,
    /// Calls that one client has promised, that were asked for from one address and are not made or given up yet. Another one
    /// is asked to leave a message. More than may wait in a chat: a call of next Monday stays for days.
    pub visitor_calls: u32,
    /// Connections from one address that are open at once and on which nobody has shown who they are; when there are
    /// more, the oldest ends.
    pub connections_open: u32,
    /// Megabytes of files that the visitors of one address, or one person or key, may have under way at once. One file
    /// always has room.
    pub upload_mb: u32,
    /// Megabytes of files that all visitors together may have under way at once; those who have signed in have as many for
    /// themselves.
    pub upload_mb_of_all: u32,
    /// Megabytes of files that visitors of one address may have sent without a message yet. As much as one message of many
    /// large files takes.
    pub unsent_mb: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            sign_in: Rate::new(6, 225_000),
            sign_in_account: Rate::new(50, 18_000),
            sign_in_address: Rate::new(60, 15_000),
            anonymous: Rate::new(120, 100),
            agent: Rate::new(600, 20),
            agent_poll: Rate::new(30, 2_000),
            visitor: Rate::new(600, 20),
            visitor_start: Rate::new(30, 10_000),
            visitor_message: Rate::new(120, 200),
            visitor_upload: Rate::new(40, 15_000),
            visitor_socket: Rate::new(300, 100),
            typing: Rate::new(8, 900),
            visitor_open: 2_000,
            visitor_waiting: 8,
            visitor_calls: 20,
            connections_open: 4_000,
            upload_mb: 64,
            upload_mb_of_all: 256,
            unsent_mb: 100,
        }
    }
}

impl Limits {
    /// So much that nobody reaches it: for measuring on one's own machine.
    pub fn unlimited() -> Self {
        let all = Rate { burst: u32::MAX, every: Duration::from_nanos(1) };
        Self {
            sign_in: all,
            sign_in_account: all,
            sign_in_address: all,
            anonymous: all,
            agent: all,
            agent_poll: all,
            visitor: all,
            visitor_start: all,
            visitor_message: all,
            visitor_upload: all,
            visitor_socket: all,
            typing: all,
            visitor_open: u32::MAX,
            visitor_waiting: u32::MAX,
            visitor_calls: u32::MAX,
            connections_open: u32::MAX,
            upload_mb: u32::MAX,
            upload_mb_of_all: u32::MAX,
            unsent_mb: u32::MAX,
        }
    }
}

/// What a visitor does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Asks something.
    Asking,
    /// Starts a chat or leaves a message.
    Starting,
    /// Writes.
    Writing,
    /// Sends a file.
    Uploading,
    /// Opens a socket.
    Connecting,
}

/// Who has done how much lately.
pub struct Limiter {
    sign_in: Bucket<(String, Group)>,
    sign_in_account: Bucket<String>,
    sign_in_address: Bucket<Group>,
    anonymous: Bucket<Group>,
    agent: Bucket<(OrganisationId, AgentId)>,
    agent_poll: Bucket<(OrganisationId, AgentId)>,
    visitor: Bucket<Group>,
    visitor_start: Bucket<Group>,
    visitor_message: Bucket<Group>,
    visitor_upload: Bucket<Group>,
    visitor_socket: Bucket<Group>,
    typing: Bucket<Uuid>,
}

impl Limiter {
    /// Nobody has done anything yet.
    pub fn new(limits: &Limits, clock: Arc<dyn Clock>) -> Self {
        let ticks = Ticks(clock);
        Self {
            sign_in: Bucket::new(limits.sign_in, &ticks),
            sign_in_account: Bucket::new(limits.sign_in_account, &ticks),
            sign_in_address: Bucket::new(limits.sign_in_address, &ticks),
            anonymous: Bucket::new(limits.anonymous, &ticks),
            agent: Bucket::new(limits.agent, &ticks),
            agent_poll: Bucket::new(limits.agent_poll, &ticks),
            visitor: Bucket::new(limits.visitor, &ticks),
            visitor_start: Bucket::new(limits.visitor_start, &ticks),
            visitor_message: Bucket::new(limits.visitor_message, &ticks),
            visitor_upload: Bucket::new(limits.visitor_upload, &ticks),
            visitor_socket: Bucket::new(limits.visitor_socket, &ticks),
            typing: Bucket::new(limits.typing, &ticks),
        }
    }

    /// Counts one try to sign in. An account that is attacked from everywhere stays open for addresses that it
    /// knows, so that nobody can lock somebody else out.
    pub fn sign_in(&self, account: &str, address: Group, is_known_address: bool) -> Answer<()> {
        self.sign_in_address.take(&address)?;
        self.sign_in.take(&(account.to_owned(), address))?;
        if is_known_address { Ok(()) } else { self.sign_in_account.take(&account.to_owned()) }
    }

    /// Counts one try to sign in as somebody who cannot exist.
    pub fn sign_in_of_nobody(&self, address: Group) -> Answer<()> {
        self.sign_in_address.take(&address)
    }

    /// Counts one request of somebody who has not signed in.
    pub fn anonymous(&self, address: Group) -> Answer<()> {
        self.anonymous.take(&address)
    }

    /// Counts one request of a signed-in person or key, wherever it comes from.
    pub fn agent(&self, organisation: OrganisationId, agent: AgentId) -> Answer<()> {
        self.agent.take(&(organisation, agent))
    }

    /// Counts one screen that polls and that this person opens.
    pub fn agent_poll(&self, organisation: OrganisationId, agent: AgentId) -> Answer<()> {
        self.agent_poll.take(&(organisation, agent))
    }

    /// Counts one act of a visitor.
    pub fn visitor(&self, doing: Doing, address: Group) -> Answer<()> {
        match doing {
            Doing::Asking => self.visitor.take(&address),
            Doing::Starting => self.visitor_start.take(&address),
            Doing::Writing => self.visitor_message.take(&address),
            Doing::Uploading => self.visitor_upload.take(&address),
            Doing::Connecting => self.visitor_socket.take(&address),
        }
    }

    /// Whether one more word about typing of this person or customer is passed on. What is not may get lost (D7): the next
    /// one says how it is.
    pub fn typing(&self, by: Uuid) -> bool {
        self.typing.take(&by).is_ok()
    }

    /// Forgets those who have been quiet so long that they may do everything again. Whoever still waits is remembered,
    /// however many others there are.
    pub fn forget_quiet(&self) {
        self.sign_in.forget_quiet();
        self.sign_in_account.forget_quiet();
        let by_address = [
            &self.sign_in_address,
            &self.anonymous,
            &self.visitor,
            &self.visitor_start,
            &self.visitor_message,
            &self.visitor_upload,
            &self.visitor_socket,
        ];
        by_address.into_iter().for_each(Bucket::forget_quiet);
        self.agent.forget_quiet();
        self.agent_poll.forget_quiet();
        self.typing.forget_quiet();
    }
}

/// Time for governor, which must not jump.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl governor::clock::Clock for Ticks {
    type Instant = Duration;
    fn now(&self) -> Duration {
        self.0.running()
    }
}

struct Bucket<K: Hash + Eq + Clone> {
    limiter: RateLimiter<K, HashMapStateStore<K>, Ticks, NoOpMiddleware<Duration>>,
    ticks: Ticks,
    taken: AtomicU32,
}

/// After so many, those who have been quiet are forgotten at once, and not only when the time for that comes.
const FORGET_AFTER: u32 = 4096;

impl<K: Hash + Eq + Clone> Bucket<K> {
    fn new(rate: Rate, ticks: &Ticks) -> Self {
        let burst = NonZeroU32::new(rate.burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(rate.every).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst);
        let limiter = RateLimiter::new(quota, HashMapStateStore::default(), ticks.clone());
        Self { limiter, ticks: ticks.clone(), taken: AtomicU32::new(0) }
    }

    fn forget_quiet(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }

    fn take(&self, key: &K) -> Answer<()> {
        if self.taken.fetch_add(1, Ordering::Relaxed) % FORGET_AFTER == FORGET_AFTER - 1 {
            self.forget_quiet();
        }
        self.limiter.check_key(key).map_err(|not_until| {
            let wait = not_until.wait_time_from(governor::clock::Clock::now(&self.ticks));
            let seconds = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1);
            Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many").retry_after(seconds)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU64;

    use desk::moment::Moment;

    use super::*;

    #[derive(Default)]
    struct Seconds(AtomicU64);

    impl Clock for Seconds {
        fn now(&self) -> Moment {
            Moment::from_micros(0)
        }
        fn running(&self) -> Duration {
            Duration::from_secs(self.0.load(Ordering::SeqCst))
        }
    }

    #[test]
    fn trust_110_a_flood_of_others_makes_nobody_forgotten_who_still_waits_and_is_forgotten_itself() {
        let clock = Arc::new(Seconds::default());
        let bucket: Bucket<u32> = Bucket::new(Rate::new(2, 60_000), &Ticks(Arc::<Seconds>::clone(&clock)));
        assert!(bucket.take(&0).is_ok() && bucket.take(&0).is_ok() && bucket.take(&0).is_err());
        for other in 1..=3 * FORGET_AFTER {
            assert!(bucket.take(&other).is_ok());
        }
        assert!(bucket.take(&0).is_err());
        clock.0.store(61, Ordering::SeqCst);
        assert!(bucket.take(&0).is_ok() && bucket.take(&0).is_err());
        clock.0.store(121, Ordering::SeqCst);
        bucket.forget_quiet();
        // The others may long do everything again; the one who takes all has only one back.
        assert_eq!(bucket.limiter.len(), 1);
        assert!(bucket.take(&0).is_ok() && bucket.take(&0).is_err());
    }
}
