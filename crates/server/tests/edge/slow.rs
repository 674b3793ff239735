//! Whoever opens connections and says nothing keeps nobody out (trust 108).

use std::time::Duration;

use testkit::whole_desk::WholeDesk;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// Nothing here takes longer unless it is broken.
const DEADLINE: Duration = Duration::from_secs(20);
const HEAD: &str = "POST /api/session HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-type: application/json\r\n";

async fn listening(desk: &WholeDesk) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(server::serve(desk.desk.clone(), listener, std::future::pending()));
    address
}

/// Says `begin`, then one more letter whenever somebody looks, and answers what it hears until the desk hangs up.
async fn trickle(address: std::net::SocketAddr, begin: String) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(begin.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = stream.into_split();
    let talking = tokio::spawn(async move {
        let mut beat = tokio::time::interval(Duration::from_millis(20));
        loop {
            beat.tick().await;
            if writing.write_all(b"a").await.is_err() {
                return;
            }
        }
    });
    let mut heard = Vec::new();
    // The desk may break off with what we said unread.
    let _ = tokio::time::timeout(DEADLINE, reading.read_to_end(&mut heard)).await.expect("the desk hangs up");
    talking.abort();
    String::from_utf8(heard).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_108_who_never_comes_to_the_end_is_hung_up_on_and_nobody_else_notices() {
    let desk = WholeDesk::with_settings(|settings| {
        settings.patience.head = Duration::from_millis(400);
        settings.patience.body = Duration::from_millis(400);
    })
    .await;
    let address = listening(&desk).await;
    let mut slow = JoinSet::new();
    for number in 0..150 {
        slow.spawn(match number % 3 {
            // A head, or not even that.
            0 => trickle(address, format!("{HEAD}x-more: ")),
            1 => trickle(address, String::new()),
            // A body that never ends.
            _ => trickle(address, format!("{HEAD}content-length: 100000\r\n\r\n{{\"email\":\"")),
        });
    }
    while !slow.is_empty() {
        let mut other = TcpStream::connect(address).await.unwrap();
        other.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        tokio::time::timeout(DEADLINE, other.read_to_string(&mut answer)).await.expect("others are served").unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        if let Ok(Some(heard)) = tokio::time::timeout(Duration::from_millis(50), slow.join_next()).await {
            let heard = heard.unwrap();
            assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 408"), "{heard}");
            assert!(heard.is_empty() || heard.contains("\"code\":\"too_slow\""), "{heard}");
        }
    }
}

#[tokio::test]
async fn trust_108_a_body_that_comes_slowly_but_steadily_is_no_attack() {
    let desk = WholeDesk::with_settings(|settings| settings.patience.body = Duration::from_secs(1)).await;
    let address = listening(&desk).await;
    // 60 kB in pieces, each within its time, altogether longer than a short body may take.
    let padding = "a".repeat(4 * 1024);
    let body = format!("{{\"email\":\"x\",\"password\":\"{}\"}}", padding.repeat(15));
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(format!("{HEAD}content-length: {}\r\nconnection: close\r\n\r\n", body.len()).as_bytes()).await.unwrap();
    let mut beat = tokio::time::interval(Duration::from_millis(100));
    for piece in body.as_bytes().chunks(4 * 1024) {
        beat.tick().await;
        stream.write_all(piece).await.unwrap();
    }
    let mut answer = String::new();
    tokio::time::timeout(DEADLINE, stream.read_to_string(&mut answer)).await.expect("it is answered").unwrap();
    assert!(answer.starts_with("HTTP/1.1 4") && !answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn trust_108_a_connection_without_a_request_is_closed_and_one_that_is_used_is_not() {
    let desk = WholeDesk::with_settings(|settings| settings.patience.head = Duration::from_secs(2)).await;
    let address = listening(&desk).await;
    let mut idle = TcpStream::connect(address).await.unwrap();
    let mut used = TcpStream::connect(address).await.unwrap();
    let mut beat = tokio::time::interval(Duration::from_millis(100));
    for _ in 0..25 {
        beat.tick().await;
        used.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
        let mut heard = [0; 4096];
        let length = used.read(&mut heard).await.unwrap();
        assert!(heard[..length].starts_with(b"HTTP/1.1 200"));
    }
    let mut heard = Vec::new();
    let closed = tokio::time::timeout(DEADLINE, idle.read_to_end(&mut heard)).await.expect("it is closed");
    assert!(closed.is_ok_and(|length| length == 0), "{heard:?}");
}
