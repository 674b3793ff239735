//! The thread that writes to SQLite. It takes the units that wait, carries them out in one transaction with a
//! savepoint for each, commits, and then answers: one fsync serves all of them.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use rusqlite::config::DbConfig;
use tokio::sync::oneshot;

use super::sqlite;
use super::tx::Connection;
use super::unit::{Unit, publish, run_at_once};
use super::{Failure, Result, Tx};

/// How many units may wait; more than that and the desk says that it is busy.
const QUEUE: usize = 10_000;
/// How many units one transaction takes.
const BATCH: usize = 256;
/// After how many new pages in the write-ahead log they are copied into the database file.
const CHECKPOINT_PAGES: i32 = 1_000;
/// From how many pages on the log may not only be copied but has to begin anew, although that waits for readers.
const RESTART_PAGES: i32 = 16_384;
/// How long a restart of the log waits for readers.
const RESTART_PATIENCE: Duration = Duration::from_millis(250);

/// The way to the writing thread. The thread ends when this is dropped or closed.
pub(super) struct Writer {
    queue: SyncSender<Message>,
}

enum Message {
    Unit(Box<dyn Job>),
    Close(oneshot::Sender<()>),
}

impl Writer {
    /// Opens the database and starts the thread. Blocks on the disk.
    pub(super) fn start(path: &Path) -> Result<Self> {
        let mut connection = sqlite::open_writer(path)?;
        let log_pages = Arc::new(AtomicI32::new(0));
        let counted = Arc::clone(&log_pages);
        connection
            .wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, pages| {
                counted.store(pages, Ordering::Relaxed);
                Ok(())
            }))
            .map_err(|error| sqlite::failure("wal hook", &error))?;
        let (queue, waiting) = sync_channel(QUEUE);
        let tx = Tx::new(Connection::Sqlite(connection));
        let desk = Desk { tx, waiting, closed: None, stopped: None, log_pages, checkpoint_at: CHECKPOINT_PAGES };
        std::thread::Builder::new().name("sqlite-writer".into()).spawn(move || desk.work()).map_err(|_| Failure::Unavailable)?;
        Ok(Self { queue })
    }

    pub(super) async fn unit<T, F, P>(&self, unit: F, published: P) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> Unit<'a, T> + 'static,
        P: FnOnce(&T) + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting { unit: Some(unit), published, result: None, keep: false, answer };
        self.queue.try_send(Message::Unit(Box::new(waiting))).map_err(|refused| match refused {
            TrySendError::Full(_) => Failure::Busy,
            TrySendError::Disconnected(_) => Failure::Unavailable,
        })?;
        // Without an answer the thread has ended before it came to this unit.
        answered.await.unwrap_or(Err(Failure::Unavailable))
    }

    /// Comes back when everything that waited is done and the file is closed.
    pub(super) async fn close(&self) {
        let queue = self.queue.clone();
        let (closed, told) = oneshot::channel();
        let asked = tokio::task::spawn_blocking(move || queue.send(Message::Close(closed))).await;
        if let Ok(Ok(())) = asked {
            // An error means that the thread has ended already, which is what was wanted.
            let _ = told.await;
        }
    }
}

/// What the thread has.
struct Desk {
    tx: Tx,
    waiting: Receiver<Message>,
    /// Who asked for the end.
    closed: Option<oneshot::Sender<()>>,
    /// Why nothing is written any more.
    stopped: Option<Failure>,
    log_pages: Arc<AtomicI32>,
    checkpoint_at: i32,
}

impl Desk {
    fn work(mut self) {
        let mut batch = Vec::with_capacity(BATCH);
        while let Ok(first) = self.waiting.recv() {
            self.accept(first, &mut batch);
            while batch.len() < BATCH && self.accept_waiting(&mut batch) {}
            if !batch.is_empty() {
                self.carry_out(&mut batch);
                self.checkpoint_when_due();
            }
            if let Some(told) = self.closed.take() {
                self.checkpoint("pragma wal_checkpoint(truncate)");
                drop(self);
                // Nobody listens when the caller of `close` has gone away.
                let _ = told.send(());
                return;
            }
        }
    }

    fn accept(&mut self, message: Message, batch: &mut Vec<Box<dyn Job>>) {
        match message {
            Message::Unit(job) => batch.push(job),
            Message::Close(told) => self.closed = Some(told),
        }
    }

    /// Takes what waits into the batch, if anything does and nobody has asked for the end.
    fn accept_waiting(&mut self, batch: &mut Vec<Box<dyn Job>>) -> bool {
        let next = if self.closed.is_none() { self.waiting.try_recv().ok() } else { None };
        next.map(|message| self.accept(message, batch)).is_some()
    }

    fn carry_out(&mut self, batch: &mut Vec<Box<dyn Job>>) {
        let begun = self.begin();
        if let Err(Failure::Busy) = begun {
            // Another process holds the file. Whoever waits now has waited long enough: everybody hears it at once,
            // instead of each batch waiting its own five seconds.
            while batch.len() < QUEUE && self.accept_waiting(batch) {}
        }
        let stored = begun.and_then(|()| self.run_all(batch)).and_then(|()| self.command("commit"));
        if stored.is_err() {
            self.leave_transaction();
        }
        for job in batch.drain(..) {
            job.answer(stored.as_ref().err());
        }
    }

    fn begin(&mut self) -> Result<()> {
        self.stopped.clone().map_or(Ok(()), Err)?;
        self.command("begin immediate")
    }

    /// # Errors
    /// When the disk failed, so that nobody in the batch may be told that their unit is stored.
    fn run_all(&mut self, batch: &mut [Box<dyn Job>]) -> Result<()> {
        for job in batch {
            self.command("savepoint unit")?;
            match job.run(&mut self.tx) {
                Outcome::Keep => {}
                Outcome::Undo if self.tx.sqlite()?.is_autocommit() => {}
                Outcome::Undo => self.command("rollback to unit")?,
                Outcome::DiskFailed(failure) => {
                    if failure == Failure::Corrupt {
                        self.stop(Failure::Corrupt);
                    }
                    return Err(failure);
                }
            }
            if self.tx.sqlite()?.is_autocommit() {
                // SQLite itself gave up the whole transaction, and its neighbours' units with it.
                return Err(Failure::Unavailable);
            }
            self.command("release unit")?;
        }
        Ok(())
    }

    fn leave_transaction(&mut self) {
        let is_open = |desk: &Self| desk.tx.sqlite().is_ok_and(|connection| !connection.is_autocommit());
        if is_open(self) && self.command("rollback").is_err() && is_open(self) {
            self.stop(Failure::Unavailable);
        }
    }

    /// Runs one of the few statements that belong to nobody's unit.
    fn command(&mut self, sql: &'static str) -> Result<()> {
        let ran = self.tx.sqlite()?.prepare_cached(sql).and_then(|mut statement| {
            let mut rows = statement.raw_query();
            while rows.next()?.is_some() {}
            Ok(())
        });
        let Err(error) = ran else { return Ok(()) };
        let failure = sqlite::failure(sql, &error);
        if sqlite::is_failed_fsync(&error) {
            self.stop(Failure::Unavailable);
        } else if failure == Failure::Corrupt {
            self.stop(Failure::Corrupt);
        }
        Err(failure)
    }

    /// Refuses everything from now on, until the database is opened again.
    fn stop(&mut self, failure: Failure) {
        if self.stopped.is_none() {
            tracing::error!(%failure, "the disk of the database failed; nothing is written until the desk is restarted");
            self.stopped = Some(failure);
            // Closing would copy the log into the database file; what is on the disk is left as it is.
            let kept = self.tx.sqlite().map(|connection| connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true));
            if !matches!(kept, Ok(Ok(_))) {
                tracing::warn!("the write-ahead log may be copied when the database is closed");
            }
        }
    }

    fn checkpoint_when_due(&mut self) {
        let pages = self.log_pages.load(Ordering::Relaxed);
        if pages < CHECKPOINT_PAGES {
            // The log has begun anew.
            self.checkpoint_at = CHECKPOINT_PAGES;
        }
        if pages < self.checkpoint_at {
            return;
        }
        self.checkpoint_at = pages.saturating_add(CHECKPOINT_PAGES);
        if pages < RESTART_PAGES {
            self.checkpoint("pragma wal_checkpoint(passive)");
        } else {
            self.wait_at_most(RESTART_PATIENCE);
            self.checkpoint("pragma wal_checkpoint(restart)");
            self.wait_at_most(sqlite::BUSY_TIMEOUT);
        }
    }

    fn wait_at_most(&mut self, patience: Duration) {
        if self.tx.sqlite().is_ok_and(|connection| connection.busy_timeout(patience).is_err()) {
            tracing::warn!("the patience of the database connection could not be changed");
        }
    }

    /// Copies the log into the database file. When that fails, everything is still in the log.
    fn checkpoint(&mut self, sql: &'static str) {
        if self.stopped.is_some() {
            return;
        }
        if let Err(failure) = self.command(sql) {
            tracing::warn!(failure = failure.for_log(), "the write-ahead log could not be copied into the database");
        }
    }
}

/// What becomes of a unit's savepoint.
enum Outcome {
    Keep,
    Undo,
    DiskFailed(Failure),
}

/// A unit whose types the queue does not know.
trait Job: Send {
    fn run(&mut self, tx: &mut Tx) -> Outcome;
    /// Tells about it and answers; `lost` says why the whole batch is not stored.
    fn answer(self: Box<Self>, lost: Option<&Failure>);
}

struct Waiting<T, F, P> {
    unit: Option<F>,
    published: P,
    result: Option<Result<T>>,
    keep: bool,
    answer: oneshot::Sender<Result<T>>,
}

impl<T, F, P> Job for Waiting<T, F, P>
where
    T: Send,
    F: for<'a> Unit<'a, T>,
    P: FnOnce(&T) + Send,
{
    fn run(&mut self, tx: &mut Tx) -> Outcome {
        let Some(unit) = self.unit.take() else {
            return Outcome::Undo;
        };
        let result = run_at_once(tx, unit);
        let roll_back = tx.take_roll_back();
        let outcome = match &result {
            Ok(_) if !roll_back => Outcome::Keep,
            // A row that this program cannot read is one unit's trouble, not the disk's.
            Err(failure @ (Failure::Full | Failure::Unavailable | Failure::Corrupt)) if tx.did_statement_fail() => {
                Outcome::DiskFailed(failure.clone())
            }
            Ok(_) | Err(_) => Outcome::Undo,
        };
        self.keep = matches!(outcome, Outcome::Keep);
        self.result = Some(result);
        outcome
    }

    fn answer(self: Box<Self>, lost: Option<&Failure>) {
        let result = match lost {
            Some(failure) => Err(failure.clone()),
            None => self.result.unwrap_or(Err(Failure::Unavailable)),
        };
        if self.keep
            && let Ok(stored) = &result
        {
            publish(self.published, stored);
        }
        // Nobody waits any more when the caller has gone away.
        let _ = self.answer.send(result);
    }
}
