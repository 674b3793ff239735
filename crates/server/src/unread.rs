//! A request that is refused before all of it has come: too large, too many, not signed in.
//!
//! When a connection is closed with words of the other side unread, the machine tells that side that the connection is
//! broken, and the answer is often lost with it: a browser then says that the network failed. So what an answer left
//! unread is read and forgotten before the answer leaves.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::EXPECT;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt;
use hyper::body::{Body as _, Frame, Incoming, SizeHint};
use tower::ServiceExt;

/// Somebody whose file is somewhat too large hears of it; whoever sends more than this is hung up on.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// How long the rest may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Answers `request`, and reads what the answer left unread of it.
pub async fn answer(app: Router, request: Request<Incoming>) -> Result<Response, Infallible> {
    // Who asks first whether to send the body has not sent it.
    if request.body().is_end_stream() || request.headers().contains_key(EXPECT) {
        return app.oneshot(request.map(Body::new)).await;
    }
    let (head, body) = request.into_parts();
    let body = Shared(Arc::new(Mutex::new(body)));
    let rest = body.clone();
    let answer = app.oneshot(Request::from_parts(head, Body::new(body))).await?;
    // Who is too slow already is not waited for again.
    if answer.status() != StatusCode::REQUEST_TIMEOUT && !rest.is_end_stream() {
        // The answer leaves in either case; a rest that goes on for too long breaks the connection as it would have before.
        let _ = tokio::time::timeout(PATIENCE, rest.forget()).await;
    }
    Ok(answer)
}

/// A body that is still there when the route has let go of it.
#[derive(Clone)]
struct Shared(Arc<Mutex<Incoming>>);

impl Shared {
    async fn forget(mut self) {
        let mut bytes = 0;
        while bytes < MOST_BYTES
            && let Some(Ok(frame)) = self.frame().await
        {
            bytes += frame.data_ref().map_or(0, Bytes::len);
        }
    }
}

impl hyper::body::Body for Shared {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}
