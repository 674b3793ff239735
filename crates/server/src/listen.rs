//! Connections: accepted, served, and ended when the desk stops or when no whole request comes on them.
//!
//! `axum::serve` waits for the head of a request for ever, and whoever opens thousands of connections and says nothing
//! would keep everybody else out (trust 108).

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt;

/// How long to wait when the machine gives no more connections.
const BREATH: Duration = Duration::from_secs(1);

/// Serves what comes to `listener` until `stop` is done and the requests that are open then are answered. On a
/// connection the whole head of the next request comes within `head_time`, or it is closed.
pub async fn until(app: Router, listener: TcpListener, head_time: Duration, stop: impl Future<Output = ()>) {
    // Every open connection holds a receiver: by it they hear of the end, and when all are gone they have ended.
    let (stopping, open) = watch::channel(false);
    let mut http = Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_time);
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => serve(&http, open.clone(), app.clone(), stream, peer),
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

fn serve(http: &Builder, mut stopping: watch::Receiver<bool>, app: Router, stream: TcpStream, peer: SocketAddr) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection is slower than it could be");
    }
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        app.clone().oneshot(request.map(Body::new))
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
