//! Work that takes much of the machine or of the database: never more than a few at once.

use std::sync::Arc;

use axum::http::StatusCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::refusal::{Answer, Refused};

/// One kind of work, so many at once and so many in line.
#[derive(Clone, Debug)]
pub struct Turns {
    at_once: Arc<Semaphore>,
    in_line: Arc<Semaphore>,
}

/// Somebody's turn, until it is dropped.
#[derive(Debug)]
pub struct Turn {
    // In this order: whose turn is over leaves the line.
    _turn: OwnedSemaphorePermit,
    _place: OwnedSemaphorePermit,
}

impl Turns {
    /// `in_line` counts those at work as well. More are sent away: an answer after many seconds helps nobody.
    pub fn new(at_once: usize, in_line: usize) -> Self {
        Self { at_once: Arc::new(Semaphore::new(at_once)), in_line: Arc::new(Semaphore::new(in_line)) }
    }

    /// Waits for a turn; it is over when the answer is dropped.
    ///
    /// # Errors
    /// Too many are in line.
    pub async fn turn(&self) -> Answer<Turn> {
        let too_many = |_| Refused::new(StatusCode::SERVICE_UNAVAILABLE, "too_many").retry_after(5);
        let place = Arc::clone(&self.in_line).try_acquire_owned().map_err(too_many)?;
        let turn = Arc::clone(&self.at_once).acquire_owned().await.map_err(|_| Refused::broken())?;
        Ok(Turn { _turn: turn, _place: place })
    }

    /// Does `work` when its turn has come, away from the threads that serve requests.
    pub async fn away<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
        let turn = self.turn().await?;
        let worked = tokio::task::spawn_blocking(move || {
            let worked = work();
            drop(turn);
            worked
        });
        worked.await.map_err(|_| Refused::broken())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Mutex;
    use std::sync::mpsc::channel;

    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn only_so_many_work_at_once_and_only_so_many_wait() {
        let turns = Turns::new(2, 3);
        let (start, mut began) = tokio::sync::mpsc::unbounded_channel();
        let (go, wait) = channel::<()>();
        let wait = Arc::new(Mutex::new(wait));
        let works: Vec<_> = (0..3)
            .map(|_| {
                let (turns, start, wait) = (turns.clone(), start.clone(), Arc::clone(&wait));
                tokio::spawn(async move {
                    let work = move || {
                        start.send(()).unwrap();
                        wait.lock().unwrap().recv().unwrap();
                    };
                    turns.away(work).await.is_ok()
                })
            })
            .collect();
        began.recv().await.unwrap();
        began.recv().await.unwrap();
        // All three have a place in line, and two of them a turn.
        while turns.in_line.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(turns.away(|| ()).await.is_err());
        assert_eq!(turns.at_once.available_permits(), 0);
        assert!(began.try_recv().is_err());
        for _ in 0..3 {
            go.send(()).unwrap();
        }
        for work in works {
            assert!(work.await.unwrap());
        }
        began.recv().await.unwrap();
    }
}
