//! One unit of work: an async closure over a transaction.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use super::{Failure, Result, Tx};

/// What [`Db::unit`](super::Db::unit) takes: `async move |tx: &mut Tx| { … Ok(x) }`. The type of `tx` must be written.
///
/// A trait of our own because the future of an `AsyncFnOnce` cannot be named as `Send` in stable Rust, and
/// PostgreSQL runs it in a task of its own.
pub trait Unit<'a, T>: FnOnce(&'a mut Tx) -> Self::Fut + Send {
    /// What the closure returns.
    type Fut: Future<Output = Result<T>> + Send + 'a;
}

impl<'a, T, F, Fut> Unit<'a, T> for F
where
    F: FnOnce(&'a mut Tx) -> Fut + Send,
    Fut: Future<Output = Result<T>> + Send + 'a,
{
    type Fut = Fut;
}

/// A unit that is running. Boxed, because the compiler cannot prove an unnamed borrowed future `Send` inside a task.
type Running<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Runs `f` where every statement is ready at once: on SQLite. Awaiting anything else is an error.
pub(super) fn run_at_once<T, F>(tx: &mut Tx, f: F) -> Result<T>
where
    F: for<'a> Unit<'a, T>,
{
    let ran = catch_unwind(AssertUnwindSafe(|| {
        let mut running = pin!(f(&mut *tx));
        match running.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => Err(Failure::Broken("a unit of work awaited something else than its transaction".into())),
        }
    }));
    tx.judge(ran.unwrap_or_else(|panic| Err(panicked(&*panic))))
}

/// Runs `f` on a connection that has to be waited for: on PostgreSQL.
pub(super) async fn run<T, F>(tx: &mut Tx, f: F) -> Result<T>
where
    F: for<'a> Unit<'a, T>,
{
    let ran = match catch_unwind(AssertUnwindSafe(|| start(f, &mut *tx))) {
        Ok(running) => until_panic(running).await,
        Err(panic) => Err(panicked(&*panic)),
    };
    tx.judge(ran)
}

fn start<'a, T, F: Unit<'a, T>>(f: F, tx: &'a mut Tx) -> Running<'a, T> {
    Box::pin(f(tx))
}

async fn until_panic<T>(mut running: Running<'_, T>) -> Result<T> {
    std::future::poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(context))).unwrap_or_else(|panic| Poll::Ready(Err(panicked(&*panic))))
    })
    .await
}

/// Calls `published`; a panic in it is logged, because what it was told about is stored already.
pub(super) fn publish<T>(published: impl FnOnce(&T), stored: &T) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| published(stored))) {
        tracing::error!(failure = panicked(&*panic).for_log(), "telling about a stored change failed");
    }
}

fn panicked(panic: &(dyn Any + Send)) -> Failure {
    let reason = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Failure::Broken(format!("a unit of work panicked: {}", reason.unwrap_or("for an unknown reason")))
}
