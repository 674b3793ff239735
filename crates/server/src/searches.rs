//! Whose search is when: few go on at once, one of each person, and of the same person's others the newest is next.
//!
//! Whoever searches as they type has asked anew before the answer comes; however many of those wait, a colleague's search has its turn.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use desk::id::AgentId;
use tokio::sync::oneshot;

use crate::refusal::{Answer, Refused};
use crate::turns::{Turn, Turns};

/// How many searches go on at once: one by somebody who sees hundreds of clients takes seconds.
const AT_ONCE: usize = 3;
/// How many people may search or wait for it.
const IN_LINE: usize = 60;
/// How many searches of one person wait while one goes on: a few tabs.
const WAITING: usize = 3;

/// Who waits behind their own search, the newest last. Whoever has no search under way is not there.
type Lines = Arc<Mutex<HashMap<AgentId, VecDeque<oneshot::Sender<Own>>>>>;

/// The searches that go on and wait.
#[derive(Clone, Debug)]
pub struct Searches {
    lines: Lines,
    turns: Turns,
}

/// A search's turn, until it is dropped.
#[derive(Debug)]
pub struct Searching {
    // In this order: the person's next one finds a free turn.
    _turn: Turn,
    _own: Own,
}

/// The one search that somebody may have under way. Dropped, it goes on to their newest that waits.
#[derive(Debug)]
struct Own {
    agent: AgentId,
    lines: Lines,
}

impl Default for Searches {
    fn default() -> Self {
        Self { lines: Lines::default(), turns: Turns::new(AT_ONCE, IN_LINE) }
    }
}

impl Searches {
    /// Waits until `agent` may search. A newer search of theirs goes first, and whoever gives up has left the line.
    ///
    /// # Errors
    /// `too_many_searches` for the oldest that waits when the same person asks once too often; `too_many` when everybody does.
    pub async fn turn(&self, agent: AgentId) -> Answer<Searching> {
        let own = match self.own_or_place(agent) {
            Ok(own) => own,
            Err(place) => place.await.map_err(|_| Refused::new(StatusCode::TOO_MANY_REQUESTS, "too_many_searches").retry_after(1))?,
        };
        Ok(Searching { _turn: self.turns.turn().await?, _own: own })
    }

    fn own_or_place(&self, agent: AgentId) -> Result<Own, oneshot::Receiver<Own>> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(line) = lines.get_mut(&agent) else {
            lines.insert(agent, VecDeque::new());
            return Ok(Own { agent, lines: Arc::clone(&self.lines) });
        };
        line.retain(|waiting| !waiting.is_closed());
        // The oldest: what it asks for has been typed over most surely.
        if line.len() >= WAITING {
            line.pop_front();
        }
        let (next, place) = oneshot::channel();
        line.push_back(next);
        Err(place)
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let next = {
            let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
            let next = lines.get_mut(&self.agent).and_then(VecDeque::pop_back);
            if next.is_none() {
                lines.remove(&self.agent);
            }
            next
        };
        if let Some(next) = next {
            // Whoever has given up meanwhile gives it back, which drops it here: then the next one has it.
            drop(next.send(Self { agent: self.agent, lines: Arc::clone(&self.lines) }));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn agent(number: u128) -> AgentId {
        AgentId(uuid::Uuid::from_u128(number))
    }

    /// What it says when it is asked once.
    fn now<T>(future: std::pin::Pin<&mut impl Future<Output = T>>) -> Poll<T> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    #[tokio::test]
    async fn however_often_one_person_asks_a_colleague_has_their_turn_at_once() {
        let searches = Searches::default();
        let mut asked: Vec<_> = (0..60).map(|_| Box::pin(searches.turn(agent(1)))).collect();
        let under_way = asked.iter_mut().filter_map(|one| match now(one.as_mut()) {
            Poll::Ready(turn) => Some(turn.unwrap()),
            Poll::Pending => None,
        });
        let under_way: Vec<_> = under_way.collect();
        assert_eq!(under_way.len(), 1, "one of each person");
        assert!(matches!(now(pin!(searches.turn(agent(2)))), Poll::Ready(Ok(_))));
    }

    #[tokio::test]
    async fn the_newest_is_next_and_of_too_many_the_oldest_is_sent_away() {
        let searches = Searches::default();
        let first = searches.turn(agent(1)).await.unwrap();
        let [mut oldest, mut older, mut given_up, mut newest] = [0; 4].map(|_| Box::pin(searches.turn(agent(1))));
        for waiting in [&mut oldest, &mut older, &mut given_up, &mut newest] {
            assert!(now(waiting.as_mut()).is_pending());
        }
        assert!(matches!(now(oldest.as_mut()), Poll::Ready(Err(_))));
        drop(given_up);
        drop(first);
        assert!(now(older.as_mut()).is_pending());
        let Poll::Ready(Ok(second)) = now(newest.as_mut()) else { unreachable!("its turn has come") };
        drop(second);
        assert!(matches!(now(older.as_mut()), Poll::Ready(Ok(_))), "whoever gave up is passed over");
        drop(older);
        assert!(searches.lines.lock().unwrap().is_empty(), "nothing is kept of who does not search");
    }
}
