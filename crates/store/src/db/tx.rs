//! A unit's only way to the database.

use super::postgres::Session;
use super::{Engine, Failure, Result, Row, Value, sqlite};

/// One transaction. A statement that fails ends it: every later statement fails too, and the unit is rolled back
/// even if it answers `Ok`.
pub struct Tx {
    // Owned, because a borrowed SQLite connection could not be sent to the thread that uses it.
    connection: Connection,
    failed: Option<Failure>,
    did_statement_fail: bool,
    roll_back: bool,
}

pub(super) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Session),
}

impl Tx {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection, failed: None, did_statement_fail: false, roll_back: false }
    }

    /// Runs a statement that answers no rows, and says how many rows it stored, changed or removed.
    pub async fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        self.still_good()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Connection::Postgres(session) => session.execute(sql, values).await,
        };
        self.noted(result)
    }

    /// Runs a statement whose answer nobody needs. On PostgreSQL it travels with the next one that is answered, or with
    /// the commit; when it fails, that one fails.
    pub async fn put(&mut self, sql: &'static str, values: &[Value]) -> Result<()> {
        self.still_good()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::execute(connection, sql, values).map(drop),
            Connection::Postgres(session) => session.put(sql, values).await,
        };
        self.noted(result)
    }

    /// Every row that a statement answers, in its order. The statement says how many at most (`limit`).
    pub async fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>> {
        self.still_good()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::rows(connection, sql, values),
            Connection::Postgres(session) => session.rows(sql, values).await,
        };
        self.noted(result)
    }

    /// The first row that a statement answers; `None` when there is none.
    pub async fn row(&mut self, sql: &'static str, values: &[Value]) -> Result<Option<Row>> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Marks the unit: whatever it answers, nothing of it is stored, and `published` is not called. This is how a
    /// unit says no: `tx.roll_back(); return Ok(Err(refusal));`.
    pub fn roll_back(&mut self) {
        self.roll_back = true;
    }

    /// Runs several statements that are not known before, as a migration does.
    pub(super) async fn script(&mut self, sql: &str) -> Result<()> {
        self.still_good()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::script(connection, sql),
            Connection::Postgres(session) => session.script(sql).await,
        };
        self.noted(result)
    }

    /// Prepares a statement without running it.
    pub(super) async fn prepare(&mut self, sql: &'static str) -> Result<()> {
        self.still_good()?;
        let result = match &mut self.connection {
            Connection::Sqlite(connection) => sqlite::prepare(connection, sql),
            Connection::Postgres(session) => session.prepare(sql).await,
        };
        self.noted(result)
    }

    pub(super) fn engine(&self) -> Engine {
        match &self.connection {
            Connection::Sqlite(_) => Engine::Sqlite,
            Connection::Postgres(_) => Engine::Postgres,
        }
    }

    /// The result of a whole unit: a failed statement counts even when the unit overlooked it.
    pub(super) fn judge<T>(&mut self, result: Result<T>) -> Result<T> {
        self.did_statement_fail = self.failed.is_some();
        match self.failed.take() {
            Some(failure) => Err(failure),
            None => result,
        }
    }

    /// Whether the failure of the unit judged last came from the engine, and not from what the unit made of its answers.
    pub(super) fn did_statement_fail(&self) -> bool {
        self.did_statement_fail
    }

    /// Whether the unit asked to be rolled back; forgets it, so that the next unit starts anew.
    pub(super) fn take_roll_back(&mut self) -> bool {
        std::mem::take(&mut self.roll_back)
    }

    /// The SQLite connection, for what belongs to nobody's unit.
    pub(super) fn sqlite(&self) -> Result<&rusqlite::Connection> {
        match &self.connection {
            Connection::Sqlite(connection) => Ok(connection),
            Connection::Postgres(_) => Err(Failure::Broken("this transaction runs on PostgreSQL".into())),
        }
    }

    /// The PostgreSQL session, to end the transaction with.
    pub(super) fn into_session(self) -> Result<Session> {
        match self.connection {
            Connection::Postgres(session) => Ok(session),
            Connection::Sqlite(_) => Err(Failure::Broken("this transaction runs on SQLite".into())),
        }
    }

    fn still_good(&self) -> Result<()> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    /// The one place that every statement's result passes.
    fn noted<T>(&mut self, result: Result<T>) -> Result<T> {
        if let Err(failure) = &result {
            self.failed = Some(failure.clone());
        }
        result
    }
}
