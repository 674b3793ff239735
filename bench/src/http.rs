//! The smallest HTTP/1.1 client that can keep a connection busy: the load must cost less than what it measures.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Result;

/// One kept-alive connection.
pub struct Connection {
    stream: TcpStream,
    host: String,
    read: Vec<u8>,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: String,
}

impl Connection {
    /// Connects to the desk on `port`.
    pub async fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host: format!("127.0.0.1:{port}"), read: Vec::with_capacity(8192) })
    }

    /// Asks and waits for the whole answer. `headers` are lines that end in CRLF.
    pub async fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<Answer> {
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{headers}\r\n{body}",
            self.host
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.read.clear();
        loop {
            if self.stream.read_buf(&mut self.read).await? == 0 {
                return Err("the desk closed the connection".into());
            }
            if let Some(answer) = whole(&self.read)? {
                return Ok(answer);
            }
        }
    }

    /// Like [`ask`](Self::ask); any status but 200 and 204 is an error.
    pub async fn must(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<String> {
        let answer = self.ask(method, path, headers, body).await?;
        if answer.status == 200 || answer.status == 204 {
            Ok(answer.body)
        } else {
            Err(format!("{method} {path}: {} {}", answer.status, answer.body).into())
        }
    }
}

fn whole(read: &[u8]) -> Result<Option<Answer>> {
    let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") else {
        return Ok(None);
    };
    let (head, rest) = read.split_at(end + 4);
    let head = std::str::from_utf8(head)?;
    let status = head.get(9..12).ok_or("no status")?.parse()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let length = if status == 204 { 0 } else { length.ok_or("no length")? };
    match rest.get(..length) {
        Some(body) => Ok(Some(Answer { status, body: std::str::from_utf8(body)?.to_owned() })),
        None => Ok(None),
    }
}
