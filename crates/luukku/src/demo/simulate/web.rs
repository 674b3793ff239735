//! A browser's side of HTTP and sockets, as little of it as a simulated person needs.

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Request};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// Why a simulated person gave up.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// A browser with one identity.
#[derive(Clone)]
pub struct Browser {
    client: Client<HttpConnector, Full<Bytes>>,
    base_url: String,
    headers: Vec<(&'static str, String)>,
}

/// A socket that has said hello.
pub struct Line(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Browser {
    /// A browser that has not been anywhere.
    pub fn new(base_url: &str) -> Self {
        Self { client: Client::builder(TokioExecutor::new()).build_http(), base_url: base_url.to_owned(), headers: Vec::new() }
    }

    /// The same browser, which sends a header with everything it asks.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Asks; the answer's JSON, or null when it has none. Statuses from 400 on are troubles.
    pub async fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, Trouble> {
        Ok(self.ask_with_cookie(method, path, body).await?.0)
    }

    /// Asks, and keeps the cookie that comes with the answer.
    pub async fn ask_with_cookie(&self, method: &str, path: &str, body: &Value) -> Result<(Value, Option<String>), Trouble> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.base_url));
        request = request.header("content-type", "application/json").header("origin", &self.base_url);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let bytes = if body.is_null() { Vec::new() } else { serde_json::to_vec(body)? };
        let answer = self.client.request(request.body(Full::from(bytes))?).await?;
        let status = answer.status();
        let cookie = answer.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
        let bytes = answer.into_body().collect().await?.to_bytes();
        if status.as_u16() >= 400 {
            return Err(format!("{method} {path} was answered with {status}").into());
        }
        Ok((if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes)? }, cookie))
    }

    /// Opens a socket: fetches a ticket and says hello with it.
    pub async fn line(&self, path: &str, ticket_path: &str) -> Result<Line, Trouble> {
        let answer = self.ask("POST", ticket_path, &Value::Null).await?;
        let ticket = answer.get("ticket").cloned().unwrap_or_default();
        let mut request = format!("{}{path}", self.base_url.replacen("http", "ws", 1)).into_client_request()?;
        request.headers_mut().insert("origin", HeaderValue::from_str(&self.base_url)?);
        let (socket, _) = connect_async(request).await?;
        let mut line = Line(socket);
        line.say(&serde_json::json!({ "type": "hello", "ticket": ticket })).await?;
        Ok(line)
    }
}

impl Line {
    /// Says something.
    pub async fn say(&mut self, words: &Value) -> Result<(), Trouble> {
        Ok(self.0.send(Message::text(words.to_string())).await?)
    }

    /// The next thing heard. May be dropped while it waits.
    pub async fn hear(&mut self) -> Result<Value, Trouble> {
        loop {
            let frame = self.0.next().await.ok_or("the line was cut")??;
            if let Message::Text(text) = frame {
                return Ok(serde_json::from_str(&text)?);
            }
        }
    }
}
