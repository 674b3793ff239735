//! A whole desk in a test: own database, own clock, asked in-process.
#![allow(clippy::expect_used, clippy::missing_panics_doc)]

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use desk::moment::{Moment, Span};
use server::{Clock, Desk, Settings, SystemRandom};

use crate::browser::Browser;
use crate::databases::{THE_BEGINNING, TestDatabase, each_engine, sqlite};

/// Where a test's desk is reached.
pub const BASE_URL: &str = "http://desk.test";

/// A clock that stands still until the test moves it.
#[derive(Debug)]
pub struct TestClock {
    now_us: AtomicI64,
    running_us: AtomicU64,
}

impl TestClock {
    /// Lets `span` go by.
    pub fn advance(&self, span: Span) {
        self.now_us.fetch_add(span.as_micros(), Ordering::SeqCst);
        self.running_us.fetch_add(span.as_micros().unsigned_abs(), Ordering::SeqCst);
    }

    /// Somebody sets the machine's clock; no time goes by.
    pub fn jump_to(&self, now: Moment) {
        self.now_us.store(now.micros(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        Moment::from_micros(self.now_us.load(Ordering::SeqCst))
    }
    fn running(&self) -> Duration {
        Duration::from_micros(self.running_us.load(Ordering::SeqCst))
    }
}

/// A desk with everything around it. Gone, with its database and files, when it is dropped.
pub struct WholeDesk {
    /// The desk itself, for what a test cannot see from outside.
    pub desk: Desk,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its service.
    pub router: Router,
    database: TestDatabase,
}

impl WholeDesk {
    /// An empty desk on each engine.
    pub async fn on_each_engine() -> Vec<Self> {
        let mut desks = Vec::new();
        for database in each_engine().await {
            desks.push(Self::over(database, |_| {}));
        }
        desks
    }

    /// An empty desk on each engine without limits: for a test that asks more in a moment than people do.
    pub async fn unlimited_on_each_engine() -> Vec<Self> {
        let unlimited = |settings: &mut Settings| settings.limits = server::limits::Limits::unlimited();
        each_engine().await.into_iter().map(|database| Self::over(database, unlimited)).collect()
    }

    /// An empty desk on SQLite.
    pub async fn on_sqlite() -> Self {
        Self::with_settings(|_| {}).await
    }

    /// An empty desk on SQLite with other settings than usual.
    pub async fn with_settings(change: impl FnOnce(&mut Settings)) -> Self {
        let database = sqlite().await;
        database.migrate(THE_BEGINNING).await.expect("the schema can be made");
        Self::over(database, change)
    }

    /// A desk on each engine that does nothing by itself: nobody is found gone and no silent chat ends when the test
    /// moves the clock, so that only what the test asks for happens.
    pub async fn still_on_each_engine(change: impl Fn(&mut Settings)) -> Vec<Self> {
        each_engine().await.into_iter().map(|database| Self::around(database, &change)).collect()
    }

    /// Like [`Self::still_on_each_engine`], on SQLite alone.
    pub async fn still_on_sqlite(change: impl FnOnce(&mut Settings)) -> Self {
        let database = sqlite().await;
        database.migrate(THE_BEGINNING).await.expect("the schema can be made");
        Self::around(database, change)
    }

    fn over(database: TestDatabase, change: impl FnOnce(&mut Settings)) -> Self {
        let whole = Self::around(database, change);
        whole.desk.start();
        whole
    }

    fn around(database: TestDatabase, change: impl FnOnce(&mut Settings)) -> Self {
        let files = std::env::temp_dir().join(format!("luukku-test-files-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&files).expect("the temporary folder can be written to");
        let mut settings = Settings::new(BASE_URL, files);
        change(&mut settings);
        let clock = TestClock { now_us: AtomicI64::new(THE_BEGINNING.micros()), running_us: AtomicU64::new(0) };
        let clock = Arc::new(clock);
        let desk = Desk::new(database.clone(), settings, Arc::<TestClock>::clone(&clock), Arc::new(SystemRandom));
        let router = server::router(desk.clone());
        Self { desk, clock, router, database }
    }

    /// The database, to look into.
    pub fn database(&self) -> &TestDatabase {
        &self.database
    }

    /// A browser that has never been here, at an address of its own.
    pub fn browser(&self) -> Browser {
        self.browser_at(IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)))
    }

    /// A browser that has never been here, at this address.
    pub fn browser_at(&self, address: IpAddr) -> Browser {
        Browser::new(self.router.clone(), self.desk.settings.base_url.clone(), address)
    }
}

impl Drop for WholeDesk {
    fn drop(&mut self) {
        // What is left behind in the temporary folder is harmless.
        let _ = std::fs::remove_dir_all(&self.desk.settings.data_dir);
    }
}
