//! The connections that only read SQLite. In write-ahead mode they never wait for the writer.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::sqlite;
use super::tx::Connection;
use super::unit::{Unit, run_at_once};
use super::{Failure, Result, Tx};

/// How many can read at the same time.
const READERS: u32 = 4;

pub(super) struct Readers {
    idle: Mutex<Vec<Tx>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    /// Opens the connections. Blocks on the disk.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let open = |_| Ok(Tx::new(Connection::Sqlite(sqlite::open_reader(path)?)));
        let idle = (0..READERS).map(open).collect::<Result<Vec<_>>>()?;
        Ok(Self { turns: Arc::new(Semaphore::new(idle.len())), idle: Mutex::new(idle) })
    }

    pub(super) async fn read<T, F>(self: Arc<Self>, unit: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
    {
        let turns = Arc::clone(&self.turns);
        let turn = tokio::time::timeout(sqlite::BUSY_TIMEOUT, turns.acquire_owned()).await;
        let turn = turn.map_err(|_| Failure::Busy)?.map_err(|_| Failure::Unavailable)?;
        let read = tokio::task::spawn_blocking(move || self.read_now(unit, turn));
        read.await.unwrap_or(Err(Failure::Unavailable))
    }

    fn read_now<T, F>(&self, unit: F, turn: OwnedSemaphorePermit) -> Result<T>
    where
        F: for<'a> Unit<'a, T>,
    {
        let mut tx = self.idle().pop().ok_or(Failure::Unavailable)?;
        let result = sqlite::script(tx.sqlite()?, "begin").and_then(|()| run_at_once(&mut tx, unit));
        tx.take_roll_back();
        let ended = if tx.sqlite()?.is_autocommit() { Ok(()) } else { sqlite::script(tx.sqlite()?, "rollback") };
        self.idle().push(tx);
        drop(turn);
        ended.and(result)
    }

    /// Waits for those who read and closes the connections.
    pub(super) async fn close(&self) {
        if let Ok(all) = self.turns.acquire_many(READERS).await {
            self.turns.close();
            drop(all);
            self.idle().clear();
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Tx>> {
        // A list of connections is whole at every moment, so a panic beside it has spoilt nothing.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
