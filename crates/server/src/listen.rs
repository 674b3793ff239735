//! Connections: accepted, served, and ended when the desk stops or when no whole request comes on them.
//!
//! `axum::serve` waits for the head of a request for ever, and whoever opens thousands of connections and says nothing
//! would keep everybody else out; nor does it ever give up somebody who does not read (trust 108).

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::address::Address;
use crate::connection::{Connection, Strangers, Watched};
use crate::state::Settings;
use crate::unread;

/// How long to wait when the machine gives no more connections.
const BREATH: Duration = Duration::from_secs(1);

/// The longest head of a request, in bytes; a longer one is answered with 431. So much memory can each stranger hold.
const LONGEST_HEAD: usize = 32 * 1024;

/// Serves what comes to `listener` until `stop` is done and the requests that are open then are answered. On a
/// connection the whole head of the next request comes in its time, and what is answered is read in its time, or it is
/// closed.
pub async fn until(app: Router, listener: TcpListener, settings: &Settings, stop: impl Future<Output = ()>) {
    let strangers = Strangers::default();
    // Every open connection holds a receiver: by it they hear of the end, and when all are gone they have ended.
    let (stopping, open) = watch::channel(false);
    let mut http = Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(settings.patience.head).max_buf_size(LONGEST_HEAD);
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                let connection = connection(&strangers, settings, peer);
                let watched = Watched::new(stream, connection.clone(), settings.patience.answer);
                serve(&http, open.clone(), app.clone(), watched, (peer, connection));
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                tokio::select! {
                    () = &mut stop => break,
                    () = tokio::time::sleep(BREATH) => {}
                }
            }
        }
    }
    // Nobody waits in a queue that is not looked at any more.
    drop(listener);
    drop(open);
    stopping.send_replace(true);
    stopping.closed().await;
}

/// Proxies of ours speak for many, so theirs do not count.
fn connection(strangers: &Strangers, settings: &Settings, peer: SocketAddr) -> Connection {
    let address = Address::of(settings, peer.ip(), &HeaderMap::new());
    let is_ours = settings.trusted_proxies.iter().any(|network| network.contains(address.ip));
    if is_ours { strangers.known(address.group()) } else { strangers.come(address.group(), settings.limits.connections_open) }
}

fn serve(http: &Builder, mut stopping: watch::Receiver<bool>, app: Router, stream: Watched, from: (SocketAddr, Connection)) {
    let (peer, connection) = from;
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(connection.clone());
        unread::answer(app.clone(), request)
    });
    let connection = http.serve_connection(TokioIo::new(stream), answer).with_upgrades();
    tokio::spawn(async move {
        let mut connection = pin!(connection);
        let ended = tokio::select! {
            ended = &mut connection => ended,
            () = told(&mut stopping) => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        // Whoever is at the other end has gone away, or was too slow: nobody is left to tell.
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}

/// Done when the desk stops.
async fn told(stopping: &mut watch::Receiver<bool>) {
    // An error means that nobody serves any more, which comes to the same.
    drop(stopping.wait_for(|is_stopping| *is_stopping).await);
}

/// Whether only the connection that was just coming is lost.
fn is_of_one_connection(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset)
}
