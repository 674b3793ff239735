//! Sockets of agents and visitors.

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

use crate::Result;
use crate::http::Connection;

/// An open socket that has been welcomed.
pub type Socket = WebSocketStream<TcpStream>;

/// Opens a socket at `path` with a ticket from `ticket_path`, and waits for the welcome.
pub async fn open(port: u16, path: &str, ticket_path: &str, headers: &str) -> Result<Socket> {
    let body = Connection::open(port).await?.must("POST", ticket_path, headers, "").await?;
    let answer: serde_json::Value = serde_json::from_str(&body)?;
    let ticket = answer.get("ticket").and_then(serde_json::Value::as_str).ok_or("no ticket")?;
    let mut request = format!("ws://127.0.0.1:{port}{path}").into_client_request()?;
    request.headers_mut().insert("origin", HeaderValue::from_str(&format!("http://127.0.0.1:{port}"))?);
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let config = WebSocketConfig::default().read_buffer_size(4096).write_buffer_size(0);
    let (mut socket, _) = tokio_tungstenite::client_async_with_config(request, stream, Some(config)).await?;
    socket.send(Message::text(format!(r#"{{"type":"hello","ticket":"{ticket}"}}"#))).await?;
    loop {
        let frame = text(&mut socket).await?;
        if frame.contains(r#""type":"welcome""#) {
            return Ok(socket);
        }
    }
}

/// The next text frame.
pub async fn text(socket: &mut Socket) -> Result<String> {
    loop {
        let frame = socket.next().await.ok_or("the socket ended")??;
        if let Message::Close(reason) = frame {
            return Err(format!("the socket was closed: {reason:?}").into());
        }
        if let Message::Text(text) = frame {
            return Ok(text.as_str().to_owned());
        }
    }
}
