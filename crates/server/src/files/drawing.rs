//! Whose picture is drawn anew next. One at a time, and nobody keeps others from theirs (trust 107).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::StatusCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::kind::{Ready, is_picture, look_into};
use super::under_way::Sender;
use crate::refusal::{Answer, Refused};

/// Longer than a few large pictures of others take. A picture that had to wait longer is not kept as it was sent: it may
/// tell where it was taken.
const PATIENCE: Duration = Duration::from_secs(10);
const RETRY_AFTER_S: u32 = 10;

/// The one place where pictures are drawn anew.
#[derive(Clone)]
pub struct Pictures(Arc<Line>);

/// A picture may take a few hundred megabytes and seconds of a core, so only one is drawn at a time. One visitor's and one
/// agent's wait next to it, and take turns however many wait behind them. Behind them is one of each address or person:
/// whoever sends many waits behind their own. Whoever waits holds a file in memory, for which there was room.
struct Line {
    at_work: Arc<Semaphore>,
    visitors: Arc<Semaphore>,
    agents: Arc<Semaphore>,
    places: Mutex<HashMap<Sender, Arc<Semaphore>>>,
    patience: Duration,
}

/// The place of one sender, or of who waits behind their own.
struct Place {
    line: Arc<Line>,
    sender: Sender,
    taken: Option<OwnedSemaphorePermit>,
}

/// Until it is dropped, nobody else draws.
struct Turn {
    _at_work: OwnedSemaphorePermit,
    _next: OwnedSemaphorePermit,
    _place: Place,
}

impl Default for Pictures {
    fn default() -> Self {
        Self::with_patience(PATIENCE)
    }
}

impl Pictures {
    fn with_patience(patience: Duration) -> Self {
        let one = || Arc::new(Semaphore::new(1));
        Self(Arc::new(Line { at_work: one(), visitors: one(), agents: one(), places: Mutex::default(), patience }))
    }

    /// Looks into `bytes`. Only pictures have to wait for their turn.
    pub(super) async fn look_into(&self, sender: Sender, bytes: Vec<u8>) -> Answer<Ready> {
        if !is_picture(&bytes) {
            return Ok(look_into(bytes));
        }
        let turn = tokio::time::timeout(self.0.patience, self.turn(sender));
        let too_long = |_| Refused::new(StatusCode::SERVICE_UNAVAILABLE, "pictures_wait").retry_after(RETRY_AFTER_S);
        let turn = turn.await.map_err(too_long)??;
        let drawn = tokio::task::spawn_blocking(move || {
            let ready = look_into(bytes);
            drop(turn);
            ready
        });
        drawn.await.map_err(|_| Refused::broken())
    }

    async fn turn(&self, sender: Sender) -> Answer<Turn> {
        let place = Place::take(&self.0, sender).await?;
        let next = permit(if sender.is_visitor() { &self.0.visitors } else { &self.0.agents }).await?;
        let at_work = permit(&self.0.at_work).await?;
        Ok(Turn { _at_work: at_work, _next: next, _place: place })
    }
}

impl Place {
    async fn take(line: &Arc<Line>, sender: Sender) -> Answer<Self> {
        // There before it waits, so that its sender is forgotten when it stops waiting, too.
        let mut place = Self { line: Arc::clone(line), sender, taken: None };
        let one = Arc::clone(place.line.places().entry(sender).or_insert_with(|| Arc::new(Semaphore::new(1))));
        place.taken = Some(permit(&one).await?);
        Ok(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.taken = None;
        let mut places = self.line.places();
        // Whoever has or awaits the place holds it as well.
        if places.get(&self.sender).is_some_and(|place| Arc::strong_count(place) == 1) {
            places.remove(&self.sender);
        }
    }
}

impl Line {
    fn places(&self) -> std::sync::MutexGuard<'_, HashMap<Sender, Arc<Semaphore>>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever asked first gets it first.
async fn permit(of: &Arc<Semaphore>) -> Answer<OwnedSemaphorePermit> {
    Arc::clone(of).acquire_owned().await.map_err(|_| Refused::broken())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::pin::Pin;

    use desk::id::{AgentId, OrganisationId};
    use futures_util::FutureExt;
    use uuid::Uuid;

    use super::*;
    use crate::address::Address;

    fn visitors(ip: &str) -> Sender {
        Sender::Visitors(Address { ip: ip.parse().unwrap(), is_this_machine: false }.group())
    }

    /// Whether it has got its turn by now.
    fn got<F: Future<Output = Answer<Turn>>>(waiting: &mut Pin<Box<F>>) -> Option<Turn> {
        waiting.as_mut().now_or_never().map(|turn| turn.unwrap())
    }

    #[tokio::test]
    async fn trust_107_who_sends_many_pictures_waits_behind_their_own_and_an_agent_waits_for_one_alone() {
        let pictures = Pictures::default();
        let (many, other) = (visitors("198.51.100.1"), visitors("198.51.100.2"));
        let agent = Sender::Agent(OrganisationId(Uuid::nil()), AgentId(Uuid::nil()));
        let first = pictures.turn(many).await.unwrap();
        let mut own: Vec<_> = (0..20).map(|_| Box::pin(pictures.turn(many))).collect();
        assert!(own.iter_mut().all(|waiting| got(waiting).is_none()));
        let mut visitor = Box::pin(pictures.turn(other));
        let mut of_agent = Box::pin(pictures.turn(agent));
        assert!(got(&mut visitor).is_none() && got(&mut of_agent).is_none());

        drop(first);
        assert!(own.iter_mut().all(|waiting| got(waiting).is_none()));
        assert!(got(&mut visitor).is_none());
        let at_work = got(&mut of_agent).unwrap();
        drop(at_work);
        let at_work = got(&mut visitor).unwrap();
        assert!(own.iter_mut().all(|waiting| got(waiting).is_none()));
        drop(at_work);
        assert!(got(own.first_mut().unwrap()).is_some());
        drop(own);
        assert!(pictures.0.places().is_empty(), "who waits for nothing is forgotten");
    }

    #[tokio::test]
    async fn trust_90_a_picture_that_has_waited_too_long_is_sent_again_and_never_kept_as_it_was_sent() {
        let pictures = Pictures::with_patience(Duration::from_millis(1));
        let turn = pictures.turn(visitors("198.51.100.1")).await.unwrap();
        let mut gif = Vec::new();
        image::DynamicImage::new_rgba8(1, 1).write_to(&mut std::io::Cursor::new(&mut gif), image::ImageFormat::Gif).unwrap();
        assert!(pictures.look_into(visitors("198.51.100.2"), gif.clone()).await.is_err());
        assert!(pictures.look_into(visitors("198.51.100.2"), b"%PDF-".to_vec()).await.is_ok(), "and nothing else waits");
        drop(turn);
        assert!(pictures.look_into(visitors("198.51.100.2"), gif).await.is_ok());
    }
}
