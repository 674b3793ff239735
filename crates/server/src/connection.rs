//! One connection, seen from below HTTP: what is written to it has to be read, and whoever has not shown who they are
//! makes room for others (trust 108, 110).
//!
//! When one address has more connections open than [`crate::limits::Limits::connections_open`], the oldest on which nobody is
//! known ends. So thousands of silent connections keep nobody out, agents behind the same address least of all: theirs
//! do not count.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::task::AtomicWaker;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use crate::address::Group;

/// The connections on which nobody is known yet, by their address, the oldest first.
#[derive(Clone, Default)]
pub struct Strangers(Arc<Crowd>);

#[derive(Default)]
struct Crowd {
    by_address: Mutex<HashMap<Group, BTreeMap<u64, Arc<Fate>>>>,
    last: AtomicU64,
}

/// Whether a connection has to end.
#[derive(Default)]
struct Fate {
    is_over: AtomicBool,
    waiting: AtomicWaker,
}

/// A connection, for whoever learns who is at its other end. Goes with every request, as the peer's address does.
#[derive(Clone)]
pub struct Connection {
    crowd: Arc<Crowd>,
    address: Group,
    number: u64,
    fate: Arc<Fate>,
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Connection").field(&self.number).finish()
    }
}

impl Strangers {
    /// A new connection from `address`. When there are more than `limit`, the oldest of them ends.
    pub fn come(&self, address: Group, limit: u32) -> Connection {
        let number = self.0.last.fetch_add(1, Ordering::Relaxed);
        let connection = Connection { crowd: Arc::clone(&self.0), address, number, fate: Arc::default() };
        let mut by_address = self.0.lock();
        let those = by_address.entry(address).or_default();
        those.insert(number, Arc::clone(&connection.fate));
        if those.len() > usize::try_from(limit).unwrap_or(usize::MAX)
            && let Some((_, oldest)) = those.pop_first()
        {
            oldest.end();
        }
        connection
    }

    /// A connection of somebody who speaks for many, such as a proxy of ours.
    pub fn known(&self, address: Group) -> Connection {
        Connection { crowd: Arc::clone(&self.0), address, number: self.0.last.fetch_add(1, Ordering::Relaxed), fate: Arc::default() }
    }
}

impl Crowd {
    fn lock(&self) -> MutexGuard<'_, HashMap<Group, BTreeMap<u64, Arc<Fate>>>> {
        self.by_address.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fate {
    fn end(&self) {
        self.is_over.store(true, Ordering::Release);
        self.waiting.wake();
    }
}

impl Connection {
    /// Somebody on it has shown who they are, or has gone: it does not count any more.
    pub fn is_no_stranger(&self) {
        let mut by_address = self.crowd.lock();
        if let Some(those) = by_address.get_mut(&self.address) {
            those.remove(&self.number);
            if those.is_empty() {
                by_address.remove(&self.address);
            }
        }
    }
}

/// A stream that ends when the other end does not read for [`crate::Patience::answer`], or when it has to make room.
pub struct Watched {
    stream: TcpStream,
    connection: Connection,
    patience: Duration,
    unread: Option<Pin<Box<Sleep>>>,
}

impl Watched {
    /// Watches over `stream`.
    pub fn new(stream: TcpStream, connection: Connection, patience: Duration) -> Self {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection is slower than it could be");
        }
        Self { stream, connection, patience, unread: None }
    }

    /// Fails when the connection has to make room; else whoever asks is woken when it has to.
    fn goes_on(&self, context: &Context<'_>) -> io::Result<()> {
        let fate = &self.connection.fate;
        fate.waiting.register(context.waker());
        if fate.is_over.load(Ordering::Acquire) { Err(ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }

    fn in_time(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.unread = None;
            return written;
        }
        let patience = self.patience;
        let unread = self.unread.get_or_insert_with(|| Box::pin(sleep(patience)));
        if unread.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        // Without this the machine would keep what nobody reads, and try to deliver it for minutes.
        Poll::Ready(self.stream.set_zero_linger().and(Err(ErrorKind::TimedOut.into())))
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.connection.is_no_stranger();
    }
}

impl AsyncRead for Watched {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.goes_on(context)?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Watched {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.goes_on(context)?;
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.in_time(context, written)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, context: &mut Context<'_>, parts: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        self.goes_on(context)?;
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.in_time(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
