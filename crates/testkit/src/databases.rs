//! A fresh database for one test, on each engine.
//!
//! ```no_run
//! # use testkit::databases::each_engine;
//! # async fn a_test() {
//! for db in each_engine().await {
//!     assert!(db.migrate(testkit::databases::THE_BEGINNING).await.unwrap().is_empty());
//! }
//! # }
//! ```
// A test that cannot have its database has failed; nothing else is of use to it.
#![allow(clippy::expect_used, clippy::missing_panics_doc)]

use std::io::Write as _;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use desk::moment::Moment;
use store::Db;
use tokio_postgres::NoTls;
use uuid::Uuid;

use crate::postgres_cluster::{Cluster, Durability};

/// When a test's database was made, by its own clock: 2026-01-05, a Monday, at 06:00 UTC.
pub const THE_BEGINNING: Moment = Moment::from_micros(1_767_592_800_000_000);

/// A database that is gone when this is dropped. Use it like a [`Db`]; clone the `Db` in it to hand it on.
pub struct TestDatabase {
    db: Db,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Server { admin_url: String, name: String },
}

/// A migrated database on SQLite and another on PostgreSQL, where that is installed.
pub async fn each_engine() -> Vec<TestDatabase> {
    let databases = each_engine_empty().await;
    for database in &databases {
        database.migrate(THE_BEGINNING).await.expect("the schema can be made");
    }
    databases
}

/// Like [`each_engine`], without a schema.
pub async fn each_engine_empty() -> Vec<TestDatabase> {
    let mut databases = vec![sqlite().await];
    databases.extend(postgres().await);
    databases
}

/// An empty SQLite database in a folder of its own.
pub async fn sqlite() -> TestDatabase {
    let folder = std::env::temp_dir().join(format!("luukku-test-{}", Uuid::now_v7()));
    std::fs::create_dir(&folder).expect("the temporary folder can be written to");
    let db = Db::open_sqlite(&folder.join("desk.db")).await.expect("SQLite opens");
    TestDatabase { db, place: Place::Folder(folder) }
}

/// An empty PostgreSQL database; `None`, and a line on the error output, when PostgreSQL is not installed.
pub async fn postgres() -> Option<TestDatabase> {
    let admin_url = cluster_url()?;
    let name = format!("luukku_test_{}", Uuid::now_v7().simple());
    administer(&admin_url, &format!("create database {name}")).await.expect("a database can be made");
    let (server, _) = admin_url.rsplit_once('/').expect("the address names a database");
    let db = Db::open_postgres(&format!("{server}/{name}")).await.expect("PostgreSQL opens");
    Some(TestDatabase { db, place: Place::Server { admin_url, name } })
}

/// The server of this run: the one in `LUUKKU_TEST_POSTGRES`, which `cargo xtask test` starts, or one of our own.
fn cluster_url() -> Option<String> {
    static OURS: OnceLock<Option<Cluster>> = OnceLock::new();
    static SKIPPED: AtomicU32 = AtomicU32::new(0);
    if let Ok(url) = std::env::var("LUUKKU_TEST_POSTGRES") {
        return Some(url);
    }
    let ours = OURS.get_or_init(|| Cluster::start(Durability::Quick).expect("an installed PostgreSQL starts"));
    if ours.is_none() {
        let times = SKIPPED.fetch_add(1, Ordering::Relaxed) + 1;
        // Not `eprintln!`, which the test harness keeps to itself.
        writeln!(std::io::stderr(), "skipped: PostgreSQL (not installed), {times} so far").expect("stderr is open");
    }
    ours.as_ref().map(|cluster| cluster.url().to_owned())
}

async fn administer(url: &str, sql: &str) -> Result<(), tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    let connection = tokio::spawn(connection);
    let done = client.batch_execute(sql).await;
    drop(client);
    connection.await.expect("the connection ends by itself")?;
    done
}

impl TestDatabase {
    /// Where the SQLite database is; `None` on PostgreSQL.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        match &self.place {
            Place::Folder(folder) => Some(folder.join("desk.db")),
            Place::Server { .. } => None,
        }
    }

    /// The address of the PostgreSQL database; `None` on SQLite.
    pub fn postgres_url(&self) -> Option<String> {
        match &self.place {
            Place::Folder(_) => None,
            Place::Server { admin_url, name } => admin_url.rsplit_once('/').map(|(server, _)| format!("{server}/{name}")),
        }
    }

    /// Closes the database and opens it again, as a restart does.
    pub async fn reopen(&mut self) {
        self.db.close().await;
        let opened = match &self.place {
            Place::Folder(folder) => Db::open_sqlite(&folder.join("desk.db")).await,
            Place::Server { admin_url, name } => {
                let (server, _) = admin_url.rsplit_once('/').expect("the address names a database");
                Db::open_postgres(&format!("{server}/{name}")).await
            }
        };
        self.db = opened.expect("the database opens again");
    }
}

impl Deref for TestDatabase {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let removed = match &self.place {
            Place::Folder(folder) => std::fs::remove_dir_all(folder).map_err(|error| error.to_string()),
            Place::Server { admin_url, name } => drop_database(admin_url.clone(), name),
        };
        if let Err(error) = removed {
            eprintln!("a test database was left behind: {error}");
        }
    }
}

/// In a thread of its own, because a value is dropped inside a runtime that cannot wait.
fn drop_database(admin_url: String, name: &str) -> Result<(), String> {
    let sql = format!("drop database {name} with (force)");
    let thread = std::thread::spawn(move || -> Result<(), String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        runtime.block_on(administer(&admin_url, &sql)).map_err(|error| error.to_string())
    });
    thread.join().unwrap_or_else(|_| Err("the thread panicked".into()))
}
