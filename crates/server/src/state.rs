//! What every handler has at hand: [`Desk`].

use std::net::IpAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use desk::moment::Moment;
use live::{Closing, Live};
use store::Db;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::carry_out::Outcome;
use crate::figures::Figures;
use crate::files::{Pictures, Unsent, Uploads};
use crate::limits::{Limiter, Limits};
use crate::password::Passwords;
use crate::prepared;
use crate::pulse::{self, Pulse};
use crate::refusal::Refused;
use crate::searches::Searches;
use crate::sockets::Sockets;
use crate::tell::{self, Teller};
use crate::texts::Texts;
use crate::widget::{Approached, MetClosed, Queued, Waiting};

/// The clock. Read once per request and handed on.
pub trait Clock: Send + Sync {
    /// What time it is. May jump when somebody sets the machine's clock.
    fn now(&self) -> Moment;
    /// How long the desk has been running. Never jumps: what rate limits count by.
    fn running(&self) -> Duration;
}

/// The machine's clock.
#[derive(Debug)]
pub struct SystemClock(Instant);

impl Default for SystemClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment::from_micros(i64::try_from(since_1970.as_micros()).unwrap_or(i64::MAX))
    }
    fn running(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Where secrets come from.
pub trait Random: Send + Sync {
    /// Fills `bytes` with bytes that nobody can guess; false when the machine has none to give.
    fn fill(&self, bytes: &mut [u8]) -> bool;
}

/// The operating system's generator.
#[derive(Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> bool {
        getrandom::fill(bytes).is_ok()
    }
}

/// What the person who runs the desk has set. Reading it from files and flags is the binary's job.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach the desk, such as `https://desk.example.fi`; no slash at the end.
    pub base_url: String,
    /// Where uploaded files lie.
    pub data_dir: PathBuf,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Opens `/metrics` to a peer that is not on this machine.
    pub metrics_token: Option<String>,
    /// True for the demo desk.
    pub is_demo: bool,
    /// How much one address or account may do.
    pub limits: Limits,
    /// How long the parts of a request may take.
    pub patience: Patience,
}

/// How long the desk waits for the parts of a request (trust 108).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the whole head of the next request. Longer than proxies keep a connection that nobody uses, so that it is
    /// they who close it, and none of their requests meets a closing door.
    pub head: Duration,
    /// For the body to go on. What comes faster than the slowest line gives some of it back, but never more than this.
    pub body: Duration,
    /// For whoever is answered to read on, whenever nothing more can be sent before they do.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { head: Duration::from_secs(75), body: Duration::from_secs(30), answer: Duration::from_secs(30) }
    }
}

impl Settings {
    /// Everything as it is without a settings file.
    pub fn new(base_url: impl Into<String>, data_dir: impl Into<PathBuf>) -> Self {
        Self {
            base_url: base_url.into().trim_end_matches('/').to_owned(),
            data_dir: data_dir.into(),
            trusted_proxies: Vec::new(),
            metrics_token: None,
            is_demo: false,
            limits: Limits::default(),
            patience: Patience::default(),
        }
    }

    /// Whether people reach the desk by https.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The host and port of the desk's own address, as browsers write them.
    pub fn host(&self) -> &str {
        self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest.split('/').next().unwrap_or_default())
    }
}

/// A network such as `10.0.0.0/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// From `10.0.0.0/8`, `::1` and the like; `None` when it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.trim().parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(most), |bits| bits.trim().parse().ok())?;
        (bits <= most).then_some(Self { address, bits })
    }

    /// Whether `address` lies in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        let same = |a: u128, b: u128, width: u32| {
            let shift = width.saturating_sub(u32::from(self.bits));
            a.checked_shr(shift).unwrap_or(0) == b.checked_shr(shift).unwrap_or(0)
        };
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(a), IpAddr::V4(b)) => same(u128::from(a.to_bits()), u128::from(b.to_bits()), 32),
            (IpAddr::V6(a), IpAddr::V6(b)) => same(a.to_bits(), b.to_bits(), 128),
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

/// The application. Cheap to clone; all clones are the same desk.
#[derive(Clone)]
pub struct Desk(Arc<Parts>);

/// What a [`Desk`] is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Where secrets come from.
    pub random: Arc<dyn Random>,
    /// What has been set.
    pub settings: Settings,
    /// The open screens.
    pub live: Live,
    /// What the server itself says.
    pub texts: Texts,
    /// Who has done how much lately.
    pub limiter: Limiter,
    /// The one place where passwords are hashed.
    pub passwords: Passwords,
    /// Searches, few at once and one of each person.
    pub searches: Searches,
    /// The one place where pictures are drawn anew.
    pub pictures: Pictures,
    /// How much of files is under way.
    pub uploads: Uploads,
    /// Who has met which chat closed.
    pub met_closed: MetClosed,
    /// Who was counted already of those whom invitations have met.
    pub approached: Approached,
    /// What visitors have sent without a message.
    pub unsent: Unsent,
    /// Who waits in a queue from which address.
    pub queued: Queued,
    /// Who has been promised a call from which address.
    pub calls: Queued,
    /// What is counted for `/metrics`.
    pub figures: Figures,
    /// The way from a commit to the screens.
    pub teller: Teller,
    /// What the desk does by itself.
    pub pulse: Pulse,
    /// The lines to the open screens.
    pub sockets: Sockets,
    /// Held while open screens are told about new settings, and by a screen that must open between two such times.
    pub settings_turn: tokio::sync::Mutex<()>,
    /// Whose turn it is to tell the screens of prepared replies.
    pub prepared: prepared::Turn,
    /// What the desk does by itself, once it has been started.
    pub own_work: OwnWork,
    outcomes: Mutex<Option<UnboundedReceiver<Arc<Outcome>>>>,
}

/// What goes on as long as the desk does: telling the screens, and the pulse.
#[derive(Default)]
pub struct OwnWork(Mutex<Vec<JoinHandle<()>>>);

impl OwnWork {
    /// Whether some of it has come to an end, which it never should while people are served.
    pub fn has_ended(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().any(JoinHandle::is_finished)
    }

    /// Ends it, when nobody is served any more.
    pub fn end(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(JoinHandle::abort);
    }
}

impl Deref for Desk {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Desk {
    /// A desk over an open and migrated database.
    pub fn new(db: Db, settings: Settings, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let (teller, outcomes) = tokio::sync::mpsc::unbounded_channel();
        let limiter = Limiter::new(&settings.limits, Arc::clone(&clock));
        let unsent = Unsent::new(&settings.limits);
        let uploads = Uploads::new(&settings.limits, Arc::clone(&clock));
        Self(Arc::new(Parts {
            db,
            clock,
            random,
            settings,
            live: Live::default(),
            texts: Texts::load(),
            limiter,
            passwords: Passwords::default(),
            searches: Searches::default(),
            pictures: Pictures::default(),
            uploads,
            met_closed: MetClosed::default(),
            approached: Approached::default(),
            unsent,
            queued: Queued::new(Waiting::InQueue),
            calls: Queued::new(Waiting::ForCall),
            figures: Figures::default(),
            teller,
            pulse: Pulse::default(),
            sockets: Sockets::default(),
            settings_turn: tokio::sync::Mutex::default(),
            prepared: prepared::Turn::default(),
            own_work: OwnWork::default(),
            outcomes: Mutex::new(Some(outcomes)),
        }))
    }

    /// Starts what the desk does by itself. Needs a tokio runtime; a second call does nothing.
    pub fn start(&self) {
        let outcomes = self.outcomes.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(outcomes) = outcomes {
            let work = [tokio::spawn(tell::run(self.clone(), outcomes)), tokio::spawn(pulse::run(self.clone()))];
            self.own_work.0.lock().unwrap_or_else(PoisonError::into_inner).extend(work);
        }
    }

    /// Sends every open screen away with the word that the desk comes back, and waits until they have heard it.
    pub async fn send_screens_away(&self) {
        self.live.close_all(Closing::Restart);
        // Whoever does not listen is not waited for.
        let _ = tokio::time::timeout(Duration::from_secs(3), self.sockets.all_ended()).await;
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// [`Db::unit_then`], counted and timed for the figures.
    pub async fn unit_then<T, F, P>(&self, unit: F, published: P) -> store::Result<T>
    where
        T: Send + 'static,
        F: for<'a> store::db::Unit<'a, T> + 'static,
        P: FnOnce(&T) + Send + 'static,
    {
        let began = self.clock.running();
        let stored = self.db.unit_then(unit, published).await?;
        let took = self.clock.running().saturating_sub(began);
        self.figures.commits.add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        Ok(stored)
    }

    /// Bytes that nobody can guess.
    pub fn random_bytes<const N: usize>(&self) -> Result<[u8; N], Refused> {
        let mut bytes = [0; N];
        if self.random.fill(&mut bytes) {
            Ok(bytes)
        } else {
            tracing::error!("the operating system gave no random bytes");
            Err(Refused::broken())
        }
    }

    /// A new id (a UUID of version 7) for something that the server itself makes.
    pub fn new_id(&self, at: Moment) -> Result<Uuid, Refused> {
        let random: [u8; 10] = self.random_bytes()?;
        let ms = u64::try_from(at.millis()).unwrap_or_default();
        Ok(uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_network_contains_what_lies_in_it_and_nothing_else() {
        let ten = Network::parse("10.0.0.0/8").unwrap();
        assert!(ten.contains("10.255.0.1".parse().unwrap()));
        assert!(ten.contains("::ffff:10.1.1.1".parse().unwrap()));
        assert!(!ten.contains("11.0.0.1".parse().unwrap()));
        assert!(Network::parse("::/0").unwrap().contains("2001:db8::1".parse().unwrap()));
        assert!(!Network::parse("::1").unwrap().contains("::2".parse().unwrap()));
        assert_eq!(Network::parse("10.0.0.0/33"), None);
        assert_eq!(Network::parse("localhost"), None);
    }
}
