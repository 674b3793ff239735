//! Screens of agents and visitors over real sockets.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::people::{Person, Visitor};
use testkit::whole_desk::{BASE_URL, WholeDesk};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

/// Nothing in these tests takes longer than this unless it is broken.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// A desk that listens on a port of its own.
pub struct Listening {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

impl Listening {
    pub async fn to(whole: &WholeDesk) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(server::serve(whole.desk.clone(), listener, async move {
            let _ = stopped.await;
        }));
        Self { address, stop: Some(stop), serving }
    }

    /// Tells the desk to stop, as SIGTERM does.
    pub fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits until it has stopped.
    pub async fn stopped(self) {
        tokio::time::timeout(DEADLINE, self.serving).await.expect("it stops").unwrap();
    }

    /// A raw socket whose opening request carries `headers`.
    pub async fn open(&self, path: &str, headers: &[(&'static str, &str)]) -> Result<Screen, u16> {
        let mut request = format!("ws://desk.test{path}").into_client_request().unwrap();
        request.headers_mut().insert("host", "desk.test".parse().unwrap());
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        let stream = TcpStream::connect(self.address).await.unwrap();
        match tokio_tungstenite::client_async(request, stream).await {
            Ok((socket, _)) => Ok(Screen { socket, seen: Vec::new() }),
            Err(tokio_tungstenite::tungstenite::Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }

    /// A raw socket from the desk's own page.
    pub async fn own(&self, path: &str) -> Screen {
        self.open(path, &[("origin", BASE_URL)]).await.expect("the desk's own page may")
    }

    /// A workspace screen that has greeted and been welcomed.
    pub async fn workspace(&self, person: &mut Person) -> (Screen, Value) {
        self.workspace_with(person, json!({})).await
    }

    /// The same, with what it has.
    pub async fn workspace_with(&self, person: &mut Person, has: Value) -> (Screen, Value) {
        let mut screen = self.own("/api/socket").await;
        screen.say(greeting(&agent_ticket(&mut person.browser).await, &has)).await;
        let welcome = screen.next_of("welcome").await;
        (screen, welcome)
    }

    /// A widget that has greeted and been welcomed.
    pub async fn widget(&self, visitor: &mut Visitor) -> (Screen, Value) {
        self.widget_with(visitor, json!({})).await
    }

    /// The same, with what it has.
    pub async fn widget_with(&self, visitor: &mut Visitor, has: Value) -> (Screen, Value) {
        let mut screen = self.own(&format!("/api/widget/{}/socket", visitor.key)).await;
        screen.say(greeting(&visitor_ticket(visitor).await, &has)).await;
        let welcome = screen.next_of("welcome").await;
        (screen, welcome)
    }
}

/// A hello with a ticket.
pub fn greeting(ticket: &str, has: &Value) -> Value {
    let mut hello = json!({ "type": "hello", "ticket": ticket });
    hello.as_object_mut().unwrap().extend(has.as_object().unwrap().clone());
    hello
}

pub async fn agent_ticket(browser: &mut Browser) -> String {
    let answer = browser.post("/api/socket-ticket", json!({})).await.expect(200).json();
    answer["ticket"].as_str().unwrap().to_owned()
}

pub async fn visitor_ticket(visitor: &mut Visitor) -> String {
    let path = format!("/api/widget/{}/socket-ticket", visitor.key);
    visitor.browser.post(&path, json!({})).await.expect(200).json()["ticket"].as_str().unwrap().to_owned()
}

/// One end of a socket.
pub struct Screen {
    pub socket: WebSocketStream<TcpStream>,
    /// Every frame so far, for messages of failed tests.
    seen: Vec<Value>,
}

impl Screen {
    pub async fn say(&mut self, frame: Value) {
        self.send(Message::text(frame.to_string())).await;
    }

    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.unwrap();
    }

    /// The next frame.
    pub async fn next(&mut self) -> Value {
        match self.heard().await {
            Ok(frame) => frame,
            Err((code, word)) => panic!("closed with {code} {word} after {:#?}", self.seen),
        }
    }

    /// The next frame, or the code and word it was closed with.
    pub async fn heard(&mut self) -> Result<Value, (u16, String)> {
        loop {
            let next = tokio::time::timeout(DEADLINE, self.socket.next()).await;
            let next = next.unwrap_or_else(|_| panic!("nothing more after {:#?}", self.seen));
            match next {
                Some(Ok(Message::Text(text))) => {
                    let frame: Value = serde_json::from_str(&text).unwrap();
                    self.seen.push(frame.clone());
                    return Ok(frame);
                }
                Some(Ok(Message::Close(Some(close)))) => return Err((close.code.into(), close.reason.to_string())),
                Some(Ok(Message::Close(None)) | Err(_)) | None => return Err((0, String::new())),
                Some(Ok(_)) => {}
            }
        }
    }

    /// The next frame of this type; others are passed over.
    pub async fn next_of(&mut self, kind: &str) -> Value {
        self.find(|frame| frame["type"] == kind).await
    }

    /// The next frame that `is` says yes to; others are passed over.
    pub async fn find(&mut self, is: impl Fn(&Value) -> bool) -> Value {
        loop {
            let frame = self.next().await;
            if is(&frame) {
                return frame;
            }
        }
    }

    /// Reads to the end and answers the code and word of it.
    pub async fn end(&mut self) -> (u16, String) {
        loop {
            if let Err(close) = self.heard().await {
                return close;
            }
        }
    }

    /// Everything that is on its way: says ping and collects what comes before the pong.
    pub async fn everything(&mut self) -> Vec<Value> {
        self.say(json!({ "type": "ping" })).await;
        let mut frames = Vec::new();
        loop {
            let frame = self.next().await;
            if frame["type"] == "pong" {
                return frames;
            }
            frames.push(frame);
        }
    }
}
