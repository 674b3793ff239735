//! The only place that knows that there are two database engines.
//!
//! Read in this order: [`Db`] (what the rest of the store may do), [`Unit`] (one unit of work), [`Tx`] (a unit's only
//! way to the database), [`Value`] and [`Row`] (what goes in and comes out), [`Failure`] (how it fails). Then the
//! engines: `sqlite` (one connection), `sqlite_writer` (the thread that commits in batches), `sqlite_readers`,
//! `postgres` and `postgres_wire`; and `migrate`.
//!
//! One SQL text serves both engines. What that asks of a statement:
//!
//! - Parameters are `$1`, `$2`, … and each of them occurs. Where PostgreSQL cannot tell a parameter's type, or takes it
//!   for a small integer (`seq > $1 + 1`), write `$1::bigint`; SQLite reads the same parameter.
//! - `for update` or `for update skip locked` at the very end locks the rows on PostgreSQL. SQLite has one writer, so
//!   the words are left out there.
//! - A statement that fails ends its unit. Use `on conflict`, not a second try.
//! - Yes and no are `1` and `0` in a `bigint` column, ids are `uuid`, JSON is `text`.
//!
//! A file with statements lists them with [`statements!`](crate::statements), so that one test prepares each of them
//! on both engines.

mod failure;
mod ids;
mod migrate;
mod postgres;
mod postgres_wire;
mod row;
mod sqlite;
mod sqlite_readers;
mod sqlite_writer;
mod tx;
mod unit;
mod value;
mod words;

use std::path::Path;
use std::sync::Arc;

use desk::moment::Moment;

pub use failure::{Failure, Result};
pub use migrate::{Applied, MIGRATIONS, Migration};
pub use row::{FromValue, Row};
pub use tx::Tx;
pub use unit::Unit;
pub use value::Value;

/// Which engine a database runs on. For reports and messages; no rule and no statement may depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite in a file beside the desk.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// An open database. Cheap to clone; all clones are the same database.
#[derive(Clone)]
pub struct Db {
    inside: Inside,
}

#[derive(Clone)]
enum Inside {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<postgres::Postgres>),
}

struct Sqlite {
    writer: sqlite_writer::Writer,
    readers: Arc<sqlite_readers::Readers>,
}

impl Db {
    /// Opens the SQLite database at `path` and makes an empty one when there is none. Migrates nothing.
    pub async fn open_sqlite(path: &Path) -> Result<Self> {
        let path = path.to_owned();
        let opened = tokio::task::spawn_blocking(move || {
            let writer = sqlite_writer::Writer::start(&path)?;
            let readers = Arc::new(sqlite_readers::Readers::open(&path)?);
            Ok(Sqlite { writer, readers })
        });
        let sqlite = opened.await.map_err(|_| Failure::Unavailable)??;
        Ok(Self { inside: Inside::Sqlite(Arc::new(sqlite)) })
    }

    /// Connects to the PostgreSQL database at `url` (`postgres://user:password@host/database`). Migrates nothing.
    pub async fn open_postgres(url: &str) -> Result<Self> {
        let postgres = postgres::Postgres::open(url).await?;
        Ok(Self { inside: Inside::Postgres(Arc::new(postgres)) })
    }

    /// Runs `f` as one unit of work: all of it is stored durably when this answers `Ok`, or nothing of it.
    ///
    /// Inside the unit nothing but `tx` may be awaited. A rule that says no returns its refusal inside `T` after
    /// [`Tx::roll_back`]. When the caller goes away, the unit is still carried out to its end.
    ///
    /// # Errors
    /// After [`Failure::Unavailable`] a commit may have taken effect all the same, when the connection broke in
    /// that moment; ids chosen by the sender make the repetition harmless. After any other failure nothing happened.
    pub async fn unit<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
    {
        self.unit_then(f, |_| ()).await
    }

    /// Like [`unit`](Self::unit); `published` sees the answer as soon as it is durable, before the caller does, and
    /// never sees that of a unit which was rolled back. On SQLite it is called in commit order, by the thread that
    /// commits, so it must be quick and must not wait for anything.
    pub async fn unit_then<T, F, P>(&self, f: F, published: P) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
        P: FnOnce(&T) + Send + 'static,
    {
        match &self.inside {
            Inside::Sqlite(sqlite) => sqlite.writer.unit(f, published).await,
            Inside::Postgres(postgres) => postgres.unit(f, published).await,
        }
    }

    /// Runs `f` over one unchanging state of the database, without waiting for those who write. Writing fails.
    pub async fn read<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
    {
        let read = match &self.inside {
            Inside::Sqlite(sqlite) => Arc::clone(&sqlite.readers).read(f).await,
            Inside::Postgres(postgres) => postgres.read(f).await,
        };
        // Nothing is stored here, so "read-only" is not the disk's word but the transaction's.
        if matches!(read, Err(Failure::Full)) {
            return Err(Failure::Broken("a unit that only reads tried to write".into()));
        }
        read
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match &self.inside {
            Inside::Sqlite(_) => Engine::Sqlite,
            Inside::Postgres(_) => Engine::Postgres,
        }
    }

    /// Lets the units that wait or run come to their end, folds the write-ahead log into the database file and
    /// closes it. Units that come later fail with [`Failure::Unavailable`].
    pub async fn close(&self) {
        match &self.inside {
            Inside::Sqlite(sqlite) => {
                sqlite.readers.close().await;
                sqlite.writer.close().await;
            }
            Inside::Postgres(postgres) => postgres.close().await,
        }
    }

    /// Brings the schema up to what this program knows and says what it did, oldest first.
    ///
    /// # Errors
    /// [`Failure::NewerDatabase`] when a newer program has been here; nothing has happened then.
    pub async fn migrate(&self, now: Moment) -> Result<Vec<Applied>> {
        self.migrate_with(MIGRATIONS, now).await
    }

    /// The number of the newest migration that the database has; 0 for one without a schema. Changes nothing.
    pub async fn newest_migration(&self) -> Result<i64> {
        migrate::newest(self).await
    }

    /// Like [`migrate`](Self::migrate) with another list, for tests of upgrades.
    pub async fn migrate_with(&self, migrations: &'static [Migration], now: Moment) -> Result<Vec<Applied>> {
        migrate::migrate(self, migrations, now).await
    }

    /// Lets the engine look at how many rows of which kind there are, so that it plans statements by them. For just after
    /// many rows came at once: PostgreSQL looks by itself within minutes, but until then it plans for empty tables and reads
    /// all of an organisation's rows where one is asked for. SQLite plans without such knowledge.
    pub async fn take_statistics(&self) -> Result<()> {
        match &self.inside {
            Inside::Sqlite(_) => Ok(()),
            Inside::Postgres(_) => self.unit(async |tx: &mut Tx| tx.script("analyze").await).await,
        }
    }

    /// Prepares every one of `statements` against the present schema without running it.
    ///
    /// # Errors
    /// [`Failure::Broken`] that names each statement which this engine does not accept.
    pub async fn prepare_all(&self, statements: &[&'static str]) -> Result<()> {
        let mut refused = Vec::new();
        for sql in statements.iter().copied() {
            let tried = self.read(async move |tx: &mut Tx| tx.prepare(sql).await).await;
            if let Err(failure) = tried {
                refused.push(failure.for_log());
            }
        }
        if refused.is_empty() { Ok(()) } else { Err(Failure::Broken(refused.join("\n"))) }
    }
}

/// Lists the statements of one file: each becomes a constant, and all of them together `STATEMENTS`, which `lib.rs`
/// adds to the list that the test `every_statement_prepares_on_both_engines` reads.
///
/// ```
/// store::statements! {
///     /// One case of one organisation.
///     LOAD = "select number from cases where organisation_id = $1 and case_id = $2";
/// }
/// # fn main() { assert_eq!(STATEMENTS, [LOAD]); }
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $sql:expr;)*) => {
        $($(#[$meta])* $vis const $name: &str = $sql;)*
        /// Every statement of this file, for the test that prepares each of them on both engines.
        pub(crate) const STATEMENTS: &[&str] = &[$($name),*];
    };
}

/// The values of a statement, in the order of its `$1`, `$2`, …: `tx.row(LOAD, values![organisation, case]).await?`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}
