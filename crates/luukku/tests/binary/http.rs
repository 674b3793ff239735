//! As much of HTTP as these tests need, with nothing in between that would try again by itself.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

/// What the desk answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let is = |line: &&str| line.split_once(':').is_some_and(|(known, _)| known.eq_ignore_ascii_case(name));
        self.head.lines().find(is).and_then(|line| line.split_once(':')).map(|(_, value)| value.trim())
    }
}

/// One connection, made when it is needed and given up after trouble.
pub struct Line {
    address: SocketAddr,
    open: Option<BufReader<TcpStream>>,
    /// How long to wait for an answer.
    pub patience: Duration,
    /// Headers that go with every request.
    pub headers: Vec<(String, String)>,
}

impl Line {
    pub fn to(address: SocketAddr) -> Self {
        let patience = Duration::from_secs(40);
        Self { address, open: None, patience, headers: vec![("Origin".into(), format!("http://{address}"))] }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask("GET", path, "", &[])
    }

    pub fn post(&mut self, path: &str, body: &Value) -> Result<Answer> {
        self.ask("POST", path, "application/json", body.to_string().as_bytes())
    }

    /// Opens a screen, and is present from then on: nobody is without one.
    pub fn be_present(&mut self) {
        let screen = self.post("/api/poll", &json!({ "type": "hello", "ticket": "" })).unwrap();
        assert_eq!(screen.status, 200, "{}", String::from_utf8_lossy(&screen.body));
        let row = self.put("/api/me/presence", &json!({ "presence": "present" })).unwrap();
        assert_eq!(row.json()["presence"], "present", "{}", String::from_utf8_lossy(&row.body));
    }

    pub fn put(&mut self, path: &str, body: &Value) -> Result<Answer> {
        self.ask("PUT", path, "application/json", body.to_string().as_bytes())
    }

    pub fn ask(&mut self, method: &str, path: &str, media_type: &str, body: &[u8]) -> Result<Answer> {
        let asked = self.try_to_ask(method, path, media_type, body);
        if asked.is_err() {
            self.open = None;
        }
        asked
    }

    fn try_to_ask(&mut self, method: &str, path: &str, media_type: &str, body: &[u8]) -> Result<Answer> {
        if self.open.is_none() {
            let stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(self.patience))?;
            self.open = Some(BufReader::new(stream));
        }
        let stream = self.open.as_mut().ok_or(ErrorKind::NotConnected)?;
        let head =
            [("Host", self.address.to_string()), ("Content-Length", body.len().to_string()), ("Content-Type", media_type.to_owned())];
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let headers = head.into_iter().chain(own).filter(|(_, value)| !value.is_empty());
        let headers: String = headers.flat_map(|(name, value)| [name.to_owned(), ": ".into(), value, "\r\n".into()]).collect();
        let request = format!("{method} {path} HTTP/1.1\r\n{headers}\r\n");
        stream.get_mut().write_all(&[request.as_bytes(), body].concat())?;
        read(stream)
    }
}

fn read(stream: &mut BufReader<TcpStream>) -> Result<Answer> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head)? == 0 {
            return Err(Error::from(ErrorKind::UnexpectedEof));
        }
    }
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or(ErrorKind::InvalidData)?;
    let mut answer = Answer { status, head, body: Vec::new() };
    let length: u64 = answer.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
    assert!(answer.header("transfer-encoding").is_none(), "these tests read whole answers only");
    stream.take(length).read_to_end(&mut answer.body)?;
    if u64::try_from(answer.body.len()).unwrap() < length {
        return Err(Error::from(ErrorKind::UnexpectedEof));
    }
    Ok(answer)
}
