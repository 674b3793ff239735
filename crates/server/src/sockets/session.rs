//! What happens on a line, the same for a socket and for long polls, for agents and for visitors:
//! greeting → welcome → what was missed → live.
//!
//! A screen is opened in [`live`] before the snapshot is read, and what happens meanwhile waits in its backlog. So a
//! screen may hear of something twice, and never not at all (D4); it knows by the `seq`.

use std::time::Duration;

use bytes::Bytes;
use live::{Frames, ScreenId};
use serde::de::DeserializeOwned;

use super::Entrance;
use super::line::{Close, Heard, Line};
use crate::extract;
use crate::refusal::Refused;
use crate::state::Desk;

/// How soon the greeting has to come.
const GREET_WITHIN: Duration = Duration::from_secs(10);

/// One side of the desk on a line.
pub trait Screen: Sized + Send {
    /// What it may say: a closed set.
    type Says: DeserializeOwned + Send;

    /// Lets in whoever greets, and says everything up to now.
    fn open(
        desk: &Desk,
        line: &mut Line,
        entrance: Entrance,
        greeting: Self::Says,
    ) -> impl Future<Output = Result<(Self, Frames), Close>> + Send;

    /// Answers what the screen says later.
    fn hear(&mut self, desk: &Desk, line: &mut Line, says: Self::Says) -> impl Future<Output = Result<(), Close>> + Send;

    /// Which it is in [`live`].
    fn id(&self) -> ScreenId;

    /// Tidies up when the line has ended.
    fn left(self, desk: &Desk);
}

/// Serves a line to its end. `entrance`: how its screen is let in.
pub async fn serve<S: Screen>(desk: Desk, mut line: Line, entrance: Entrance) {
    let _open = desk.sockets.opened();
    // Boxed, so that an idle line holds no room for the snapshot that it was greeted with.
    let close = match Box::pin(greeted::<S>(&desk, &mut line, entrance)).await {
        Ok((mut screen, mut frames)) => {
            let close = converse(&desk, &mut line, &mut screen, &mut frames).await;
            desk.live.close(screen.id());
            screen.left(&desk);
            close
        }
        Err(close) => close,
    };
    line.hang_up(close).await;
}

async fn greeted<S: Screen>(desk: &Desk, line: &mut Line, entrance: Entrance) -> Result<(S, Frames), Close> {
    let deadline = desk.clock.running() + GREET_WITHIN;
    let greeting = tokio::select! {
        greeting = first(line) => greeting?,
        () = desk.pulse.until(deadline) => return Err(Close::SILENT),
    };
    S::open(desk, line, entrance, says(&greeting)?).await
}

async fn first(line: &mut Line) -> Result<Bytes, Close> {
    loop {
        match line.hear().await? {
            Heard::Words(words) => return Ok(words),
            Heard::Sign => {}
        }
    }
}

async fn converse<S: Screen>(desk: &Desk, line: &mut Line, screen: &mut S, frames: &mut Frames) -> Close {
    loop {
        let went_on = tokio::select! {
            frame = frames.next() => match frame {
                Some(frame) => line.pass_on(frame, frames).await,
                None => Err(frames.why().into()),
            },
            heard = line.hear() => match heard {
                Ok(heard) => {
                    desk.live.heard(screen.id(), desk.clock.running());
                    match heard {
                        Heard::Words(words) => match says(&words) {
                            Ok(says) => Box::pin(screen.hear(desk, line, says)).await,
                            Err(close) => Err(close),
                        },
                        Heard::Sign => Ok(()),
                    }
                }
                Err(close) => Err(close),
            },
        };
        if let Err(close) = went_on {
            return close;
        }
    }
}

/// What a frame says. Whatever is wrong with it, one word is the answer (trust 70).
fn says<T: DeserializeOwned>(words: &[u8]) -> Result<T, Close> {
    extract::parse(words).map_err(|_| Close::BAD_FRAME)
}

impl From<Refused> for Close {
    fn from(refused: Refused) -> Self {
        if refused.status().is_server_error() { Self::UNAVAILABLE } else { Self::SIGNED_OUT }
    }
}

/// The database's failure, logged here once, is one word on the line.
impl From<store::Failure> for Close {
    fn from(failure: store::Failure) -> Self {
        Refused::from(failure).into()
    }
}
