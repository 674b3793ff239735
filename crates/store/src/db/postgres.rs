//! PostgreSQL: a pool of connections, each unit in a task of its own, so that a caller who goes away cannot stop it
//! between the commit and the push.

use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType};
use futures_util::future::{join, join_all};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_postgres::config::TargetSessionAttrs;
use tokio_postgres::types::ToSql;
use tokio_postgres::{NoTls, Statement};

use super::postgres_wire::{failure, row_of};
use super::tx::Connection;
use super::unit::{Unit, publish, run};
use super::{Failure, Result, Row, Tx, Value};

/// How many connections one desk holds at most.
const CONNECTIONS: u32 = 16;
/// How long a caller waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Nothing on a connection may wait for ever, and an acknowledged commit is on the server's disk whatever the
/// server's default is.
const SETTINGS: &str = "set statement_timeout = '10s';
    set lock_timeout = '5s';
    set idle_in_transaction_session_timeout = '15s';
    set synchronous_commit = on;
    set client_min_messages = warning";

pub(super) struct Postgres {
    pool: Pool,
    turns: Arc<Semaphore>,
}

impl Postgres {
    pub(super) async fn open(url: &str) -> Result<Self> {
        // The error is not shown: it could hold the password.
        let unreadable = |_| Failure::Broken("the address of the PostgreSQL database cannot be read".into());
        let mut config: tokio_postgres::Config = url.parse().map_err(unreadable)?;
        config.connect_timeout(PATIENCE).keepalives(true).tcp_user_timeout(Duration::from_secs(30));
        // Who may do what is never read from a copy that lags behind.
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
        let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let connections = usize::try_from(CONNECTIONS).unwrap_or(1);
        let pool = Pool::builder(manager)
            .max_size(connections)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .recycle_timeout(Some(PATIENCE))
            .runtime(Runtime::Tokio1)
            .post_create(Hook::async_fn(|client, _| {
                Box::pin(async move { client.batch_execute(SETTINGS).await.map_err(HookError::Backend) })
            }))
            .build()
            .map_err(|error| Failure::Broken(format!("the connection pool cannot be made: {error}")))?;
        let postgres = Self { pool, turns: Arc::new(Semaphore::new(connections)) };
        // A wrong address or password is told at the start, not to the first customer.
        drop(connection(&postgres.pool).await?);
        Ok(postgres)
    }

    pub(super) async fn unit<T, F, P>(&self, unit: F, published: P) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
        P: FnOnce(&T) + Send + 'static,
    {
        let turn = self.turn().await?;
        let pool = self.pool.clone();
        let carried_out = tokio::spawn(async move {
            let mut tx = begin(&pool, "begin").await?;
            let result = run(&mut tx, unit).await;
            let keep = !tx.take_roll_back();
            let mut session = tx.into_session()?;
            let committed = if keep && result.is_ok() { session.commit().await } else { Ok(()) };
            session.roll_back().await;
            drop(session);
            drop(turn);
            committed?;
            if keep && let Ok(stored) = &result {
                publish(published, stored);
            }
            result
        });
        carried_out.await.unwrap_or(Err(Failure::Unavailable))
    }

    pub(super) async fn read<T, F>(&self, unit: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
    {
        let turn = self.turn().await?;
        let pool = self.pool.clone();
        let read = tokio::spawn(async move {
            let mut tx = begin(&pool, "begin isolation level repeatable read, read only").await?;
            let result = run(&mut tx, unit).await;
            let mut session = tx.into_session()?;
            // Whoever asked need not wait for the end of a transaction that changed nothing.
            tokio::spawn(async move {
                session.roll_back().await;
                drop(turn);
            });
            result
        });
        read.await.unwrap_or(Err(Failure::Unavailable))
    }

    /// Waits for the units that run and closes the connections.
    pub(super) async fn close(&self) {
        if let Ok(all) = self.turns.acquire_many(CONNECTIONS).await {
            self.turns.close();
            drop(all);
            self.pool.close();
        }
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        turn.map_err(|_| Failure::Busy)?.map_err(|_| Failure::Unavailable)
    }
}

async fn begin(pool: &Pool, sql: &'static str) -> Result<Tx> {
    let session =
        Session { client: Some(connection(pool).await?), in_transaction: false, unsent: Unsent { begin: Some(sql), puts: Vec::new() } };
    Ok(Tx::new(Connection::Postgres(session)))
}

async fn connection(pool: &Pool) -> Result<Object> {
    pool.get().await.map_err(|error| match error {
        PoolError::Timeout(TimeoutType::Wait) => Failure::Busy,
        PoolError::Timeout(TimeoutType::Create | TimeoutType::Recycle) | PoolError::Closed => Failure::Unavailable,
        PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)) => failure("connect", &error),
        PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(HookError::Message(_)) => {
            Failure::Broken("the connection pool is not set up".into())
        }
    })
}

/// One connection inside a transaction. Dropped before the transaction has ended, it is not given back to the pool
/// but closed, and the server rolls back.
///
/// A way to the server and back costs more than most statements, so what needs no answer of its own travels with what
/// does: `begin` with the first statement, what was [`put`](Session::put) with the next one or with the commit. The
/// server carries all of it out in the order in which it was sent, and after a failure nothing more.
pub(super) struct Session {
    client: Option<Object>,
    in_transaction: bool,
    unsent: Unsent,
}

/// What goes ahead of the next statement.
struct Unsent {
    begin: Option<&'static str>,
    puts: Vec<Put>,
}

/// A statement that is stored without waiting for its answer.
struct Put {
    sql: &'static str,
    values: Vec<Value>,
}

/// More than this is not held back.
const MOST_UNSENT: usize = 16;

impl Session {
    pub(super) async fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        let statement = self.prepared(sql).await?;
        let (client, ahead) = self.ahead().await?;
        let (ahead, changed) = join(ahead, client.execute(&statement, &parameters(values))).await;
        ahead?;
        changed.map_err(|error| failure(sql, &error))
    }

    pub(super) async fn rows(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>> {
        let statement = self.prepared(sql).await?;
        let (client, ahead) = self.ahead().await?;
        let (ahead, rows) = join(ahead, client.query(&statement, &parameters(values))).await;
        ahead?;
        let rows = rows.map_err(|error| failure(sql, &error))?;
        rows.iter().map(|row| row_of(sql, row)).collect()
    }

    /// Stores `values` with the next statement that is answered, or with the commit, whose failure this one's is then.
    pub(super) async fn put(&mut self, sql: &'static str, values: &[Value]) -> Result<()> {
        self.unsent.puts.push(Put { sql, values: values.to_vec() });
        if self.unsent.puts.len() < MOST_UNSENT {
            return Ok(());
        }
        let (_, ahead) = self.ahead().await?;
        ahead.await
    }

    pub(super) async fn script(&mut self, sql: &str) -> Result<()> {
        let (client, ahead) = self.ahead().await?;
        let (ahead, ran) = join(ahead, client.batch_execute(sql)).await;
        ahead?;
        ran.map_err(|error| failure(sql, &error))
    }

    pub(super) async fn prepare(&mut self, sql: &'static str) -> Result<()> {
        self.prepared(sql).await.map(drop)
    }

    async fn prepared(&self, sql: &'static str) -> Result<Statement> {
        self.client()?.prepare_cached(sql).await.map_err(|error| failure(sql, &error))
    }

    /// The connection, and everything unsent as one future: polled first, it is sent first.
    async fn ahead(&mut self) -> Result<(&Object, impl Future<Output = Result<()>>)> {
        let Unsent { begin, puts } = &mut self.unsent;
        let (begin, puts) = (begin.take(), std::mem::take(puts));
        // From here on the server may be in a transaction.
        self.in_transaction = true;
        let client = self.client()?;
        let mut statements = Vec::with_capacity(puts.len());
        for put in puts {
            let statement = client.prepare_cached(put.sql).await.map_err(|error| failure(put.sql, &error))?;
            statements.push((statement, put));
        }
        let begin = async move {
            match begin {
                Some(begin) => client.batch_execute(begin).await.map_err(|error| failure(begin, &error)),
                None => Ok(()),
            }
        };
        let puts = join_all(statements.into_iter().map(|(statement, put)| async move {
            let stored = client.execute(&statement, &parameters(&put.values)).await;
            stored.map(drop).map_err(|error| failure(put.sql, &error))
        }));
        let ahead = async move {
            let (opened, stored) = join(begin, puts).await;
            opened.and_then(|()| stored.into_iter().collect())
        };
        Ok((client, ahead))
    }

    /// A plain `commit` answers Ok after a failed statement although the server rolled back. `select 1` in the same
    /// message fails then, so that the commit is not reached.
    async fn commit(&mut self) -> Result<()> {
        if self.unsent.begin.is_some() && self.unsent.puts.is_empty() {
            return Ok(());
        }
        self.script("select 1; commit").await?;
        self.in_transaction = false;
        Ok(())
    }

    /// Ends a transaction that was not committed. When the server does not answer, the connection is closed, which comes
    /// to the same.
    async fn roll_back(&mut self) {
        self.unsent = Unsent { begin: None, puts: Vec::new() };
        if self.in_transaction {
            self.in_transaction = self.script("rollback").await.is_err();
        }
    }

    fn client(&self) -> Result<&Object> {
        self.client.as_ref().ok_or(Failure::Unavailable)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.in_transaction
            && let Some(client) = self.client.take()
        {
            drop(Object::take(client));
        }
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| -> &(dyn ToSql + Sync) { value }).collect()
}
