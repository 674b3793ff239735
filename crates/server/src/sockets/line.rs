//! One line to one screen: a WebSocket, or the same frames by long poll. What is said over it is not known here.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use bytes::Bytes;
use futures_util::SinkExt;
use live::{Closing, Frame, Frames};
use tokio::sync::mpsc;

use super::poll::Outbox;

/// The largest frame that a screen may send, in bytes.
pub const FRAME_LIMIT: usize = 16 * 1024;
/// The largest frame that the desk says, in bytes: a welcome with a thousand open cases is about a megabyte. Only
/// one frame at a time lies in this buffer; what waits behind it is bounded in [`live`].
const SAID_LIMIT: usize = 16 * 1024 * 1024;
/// Frames that wait together leave together until they are this many bytes. The buffer grows when it is needed.
const SAID_TOGETHER: usize = 16 * 1024;
/// How long a screen may take to read a frame before it counts as gone.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why a line ends: a code that programs read, and a short word. Never more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Close {
    /// In the range that is free for applications.
    pub code: u16,
    /// One word.
    pub word: &'static str,
}

impl Close {
    /// It fell behind, or the history was replaced.
    pub const RESUME: Self = Self { code: 4000, word: "resume" };
    /// The process ends.
    pub const RESTART: Self = Self { code: 4001, word: "restart" };
    /// The sign-in is over.
    pub const SIGNED_OUT: Self = Self { code: 4003, word: "signed_out" };
    /// Nothing was heard for too long, or no greeting came.
    pub const SILENT: Self = Self { code: 4004, word: "silent" };
    /// A frame that is not one.
    pub const BAD_FRAME: Self = Self { code: 4400, word: "bad_frame" };
    /// No such ticket, or used, or too old.
    pub const BAD_TICKET: Self = Self { code: 4401, word: "bad_ticket" };
    /// A frame over [`FRAME_LIMIT`].
    pub const TOO_LARGE: Self = Self { code: 4413, word: "too_large" };
    /// The desk cannot answer now.
    pub const UNAVAILABLE: Self = Self { code: 4503, word: "unavailable" };
    /// The other end is gone; nobody hears why.
    pub const GONE: Self = Self { code: 1001, word: "" };
}

impl From<Closing> for Close {
    fn from(closing: Closing) -> Self {
        match closing {
            Closing::Resume => Self::RESUME,
            Closing::Restart => Self::RESTART,
            Closing::SignedOut => Self::SIGNED_OUT,
            Closing::Silent => Self::SILENT,
        }
    }
}

/// A line.
pub enum Line {
    /// A WebSocket.
    Socket(Box<WebSocket>),
    /// A screen that polls.
    Poll(PollLine),
}

/// The desk's end of a screen that polls.
pub struct PollLine {
    /// What the screen says.
    pub inbox: mpsc::Receiver<Heard>,
    /// What it will fetch.
    pub outbox: Arc<Outbox>,
}

/// What came from the other end.
pub enum Heard {
    /// A frame.
    Words(Bytes),
    /// A sign of life without words.
    Sign,
}

/// Buffers as small as chat needs: ten thousand idle visitors cost their sockets and little more.
pub fn sized(upgrade: WebSocketUpgrade) -> WebSocketUpgrade {
    upgrade
        .read_buffer_size(1024)
        .write_buffer_size(SAID_TOGETHER)
        .max_write_buffer_size(SAID_LIMIT)
        .max_message_size(FRAME_LIMIT)
        .max_frame_size(FRAME_LIMIT)
}

impl Line {
    /// What comes next. May be dropped while waiting.
    pub async fn hear(&mut self) -> Result<Heard, Close> {
        match self {
            Self::Socket(socket) => match socket.recv().await {
                Some(Ok(Message::Text(text))) => Ok(Heard::Words(text.into())),
                Some(Ok(Message::Binary(_))) => Err(Close::BAD_FRAME),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(Heard::Sign),
                Some(Ok(Message::Close(_))) | None => Err(Close::GONE),
                Some(Err(error)) => Err(broken(&error)),
            },
            Self::Poll(line) => line.inbox.recv().await.ok_or(Close::GONE),
        }
    }

    /// Says one frame.
    pub async fn say(&mut self, frame: Frame) -> Result<(), Close> {
        match self {
            Self::Socket(socket) => in_time(socket.send(message(frame))).await,
            Self::Poll(line) => line.outbox.put(frame).await,
        }
    }

    /// Says `frame` and whatever else waits already, in one go.
    pub async fn pass_on(&mut self, frame: Frame, frames: &mut Frames) -> Result<(), Close> {
        let Self::Socket(socket) = self else {
            return self.say(frame).await;
        };
        let Some(second) = frames.at_once() else {
            return in_time(socket.send(message(frame))).await;
        };
        in_time(async {
            socket.feed(message(frame)).await?;
            socket.feed(message(second)).await?;
            while let Some(next) = frames.at_once() {
                socket.feed(message(next)).await?;
            }
            socket.flush().await
        })
        .await
    }

    /// Ends the line and says why, if anybody still listens.
    pub async fn hang_up(self, close: Close) {
        match self {
            Self::Socket(mut socket) => {
                if close != Close::GONE {
                    let last = Message::Close(Some(CloseFrame { code: close.code, reason: Utf8Bytes::from_static(close.word) }));
                    // Whoever does not take it finds the line dead, and comes back just the same.
                    drop(tokio::time::timeout(Duration::from_secs(2), socket.send(last)).await);
                }
            }
            Self::Poll(line) => line.outbox.end(),
        }
    }
}

fn message(frame: Frame) -> Message {
    // Frames are JSON of our own, so they are UTF-8.
    Message::Text(Utf8Bytes::try_from(frame).unwrap_or_default())
}

async fn in_time(sending: impl Future<Output = Result<(), axum::Error>>) -> Result<(), Close> {
    match tokio::time::timeout(PATIENCE, sending).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            // Mostly the other end is gone. A frame that does not fit would be the desk's own fault, and has to be seen.
            tracing::debug!(%error, "a frame could not be said");
            Err(Close::GONE)
        }
        Err(_) => Err(Close::GONE),
    }
}

/// The library says in words what it met; which of two kinds it was is told, never its words.
fn broken(error: &axum::Error) -> Close {
    let said = error.to_string();
    if said.contains("too long") || said.contains("too big") {
        Close::TOO_LARGE
    } else if said.contains("UTF-8") || said.contains("utf-8") {
        Close::BAD_FRAME
    } else {
        Close::GONE
    }
}
