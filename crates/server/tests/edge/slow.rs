//! Whoever opens connections and says nothing keeps nobody out (trust 108).

use std::time::Duration;

use axum::http::Method;
use testkit::people::Visitor;
use testkit::whole_desk::WholeDesk;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// Nothing here takes longer unless it is broken.
const DEADLINE: Duration = Duration::from_secs(20);
const HEAD: &str = "POST /api/session HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-type: application/json\r\n";

pub async fn listening(desk: &WholeDesk) -> std::net::SocketAddr {
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
async fn trust_75_an_order_whose_body_comes_after_its_giver_was_shut_out_is_not_carried_out() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let address = listening(&desk).await;
    let body = |active: bool| {
        serde_json::json!({"name": "Veikko Valvoja", "first_name": "Veikko", "email": a.supervisor.email, "role": "supervisor",
            "slots": 4, "languages": ["fi"], "active": active})
    };
    let (path, mut owner) = (format!("/api/agents/{}", a.supervisor.id), a.owner.browser.clone());
    let words = body(true).to_string();
    let mut late = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "PUT {path} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncookie: luukku={}\r\n\
         content-type: application/json\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-length: {}\r\n\r\n",
        a.supervisor.browser.cookie("luukku").unwrap(),
        words.len()
    );
    late.write_all(head.as_bytes()).await.unwrap();
    // It asks for the body when it has let the head in.
    let mut go_on = [0; 25];
    late.read_exact(&mut go_on).await.unwrap();
    assert!(go_on.starts_with(b"HTTP/1.1 100"));
    owner.put(&path, body(false)).await.expect(200);
    late.write_all(words.as_bytes()).await.unwrap();
    let mut answer = String::new();
    tokio::time::timeout(DEADLINE, late.read_to_string(&mut answer)).await.unwrap().unwrap();
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    let agents = owner.get("/api/agents").await.expect(200).json();
    let there = agents.as_array().unwrap().iter().find(|one| one["agent_id"] == serde_json::json!(a.supervisor.id.0)).unwrap();
    assert_eq!(there["settings"]["active"], false);
}

#[tokio::test]
async fn trust_108_a_head_without_end_is_not_kept() {
    let desk = WholeDesk::on_sqlite().await;
    let mut stream = TcpStream::connect(listening(&desk).await).await.unwrap();
    stream.write_all(HEAD.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = stream.into_split();
    let talking = tokio::spawn(async move {
        let line = format!("x-more: {}\r\n", "a".repeat(1000));
        for _ in 0..1000 {
            if writing.write_all(line.as_bytes()).await.is_err() {
                return;
            }
        }
    });
    let mut heard = Vec::new();
    let _ = tokio::time::timeout(DEADLINE, reading.read_to_end(&mut heard)).await.expect("the desk hangs up");
    talking.await.unwrap();
    let heard = String::from_utf8(heard).unwrap();
    // What was not read when it hung up may take the answer with it.
    assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 431"), "{heard}");
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

/// A file that does not fit into what the machine keeps for a connection.
async fn with_a_large_file(desk: &WholeDesk) -> (Visitor, String) {
    let organisation = desk.organisation("A").await;
    let visitor = desk.visitor(&organisation.clients[0]);
    let path = format!("/api/widget/{}/attachments/{}", visitor.key, uuid::Uuid::now_v7());
    let kept = visitor.browser.clone().send(Method::POST, &path, Some(("application/octet-stream", vec![b'x'; LARGE]))).await;
    kept.expect(200);
    (visitor, path)
}

/// As large as a file may be.
pub const LARGE: usize = 10 * 1024 * 1024;

async fn ask_for(address: std::net::SocketAddr, visitor: &Visitor, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\nconnection: close\r\n\r\n", visitor.secret);
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn trust_108_who_does_not_read_what_was_asked_for_is_hung_up_on_and_who_reads_gets_all_of_it() {
    let desk = WholeDesk::with_settings(|settings| settings.patience.answer = Duration::from_millis(500)).await;
    let address = listening(&desk).await;
    let (visitor, path) = with_a_large_file(&desk).await;

    let mut answer = Vec::new();
    let mut reading = ask_for(address, &visitor, &path).await;
    tokio::time::timeout(DEADLINE, reading.read_to_end(&mut answer)).await.expect("it comes").unwrap();
    let body = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
    assert!(String::from_utf8_lossy(&answer[..body]).contains(&format!("content-length: {LARGE}")));
    assert!(answer.len() - body == LARGE && answer[body..].iter().all(|byte| *byte == b'x'));

    let mut silent = ask_for(address, &visitor, &path).await;
    let hung_up = async {
        let mut beat = tokio::time::interval(Duration::from_millis(20));
        // Nothing is read here, so only the end of the connection makes this fail.
        while silent.write_all(b"a").await.is_ok() {
            beat.tick().await;
        }
    };
    tokio::time::timeout(DEADLINE, hung_up).await.expect("the desk hangs up");
}

#[tokio::test]
async fn trust_110_silent_connections_make_room_for_others_of_their_address_and_nobody_who_is_known_does() {
    let desk = WholeDesk::with_settings(|settings| settings.limits.connections_open = 10).await;
    let organisation = desk.organisation("A").await;
    let address = listening(&desk).await;
    let cookie = format!("luukku={}", organisation.agent.browser.cookie("luukku").unwrap());
    let asks = format!("GET /api/me HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\n\r\n");
    let mut agent = TcpStream::connect(address).await.unwrap();
    let mut heard = [0; 8192];
    agent.write_all(asks.as_bytes()).await.unwrap();
    let length = agent.read(&mut heard).await.unwrap();
    assert!(heard[..length].starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&heard[..length]));

    let mut silent = Vec::new();
    for _ in 0..50 {
        silent.push(TcpStream::connect(address).await.unwrap());
    }
    for oldest in silent.iter_mut().take(40) {
        let mut nothing = Vec::new();
        let ended = tokio::time::timeout(DEADLINE, oldest.read_to_end(&mut nothing)).await.expect("it makes room");
        assert!(ended.is_err() || nothing.is_empty());
    }
    for newest in silent.iter_mut().skip(40).chain([&mut agent]) {
        newest.write_all(asks.as_bytes()).await.unwrap();
        let length = newest.read(&mut heard).await.unwrap();
        assert!(heard[..length].starts_with(b"HTTP/1.1 200"));
    }
}

/// Begins to send a file of `size` bytes and keeps the last one back.
async fn all_but_one_byte(address: std::net::SocketAddr, visitor: &Visitor, size: usize) -> TcpStream {
    all_but_one_byte_from("", address, visitor, size).await
}

/// The same through a proxy that says `forwarded`.
pub async fn all_but_one_byte_from(forwarded: &str, address: std::net::SocketAddr, visitor: &Visitor, size: usize) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (key, secret, id) = (&visitor.key, &visitor.secret, uuid::Uuid::now_v7());
    let head = format!(
        "POST /api/widget/{key}/attachments/{id} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {secret}\r\n{forwarded}\
         connection: close\r\ncontent-length: {size}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&vec![b'x'; size - 1]).await.unwrap();
    stream
}

/// What is answered until the desk hangs up.
pub async fn answer(mut stream: TcpStream) -> String {
    let mut heard = String::new();
    tokio::time::timeout(DEADLINE, stream.read_to_string(&mut heard)).await.expect("it is answered").unwrap();
    heard
}

#[tokio::test]
async fn trust_108_who_has_sent_nearly_all_at_once_may_not_keep_the_rest_for_long() {
    let desk = WholeDesk::with_settings(|settings| settings.patience.body = Duration::from_millis(500)).await;
    let address = listening(&desk).await;
    let organisation = desk.organisation("A").await;
    let visitor = desk.visitor(&organisation.clients[0]);
    let held = all_but_one_byte(address, &visitor, LARGE / 4).await;
    let heard = answer(held).await;
    assert!(heard.starts_with("HTTP/1.1 408"), "{heard}");
}

#[tokio::test]
async fn trust_107_files_under_way_from_one_address_take_only_so_much_and_who_has_ended_makes_room() {
    let desk = WholeDesk::with_settings(|settings| settings.limits.upload_mb = 10).await;
    let address = listening(&desk).await;
    let organisation = desk.organisation("A").await;
    let visitor = desk.visitor(&organisation.clients[0]);
    let mut held = all_but_one_byte(address, &visitor, LARGE).await;
    let mut refused = all_but_one_byte(address, &visitor, 2).await;
    refused.write_all(b"x").await.unwrap();
    let refused = answer(refused).await;
    assert!(refused.starts_with("HTTP/1.1 429") && refused.contains("\"code\":\"too_many\""), "{refused}");
    assert!(refused.contains("retry-after: 10"), "{refused}");
    // Another address is not kept waiting by it.
    let path = format!("/api/widget/{}/attachments/{}", visitor.key, uuid::Uuid::now_v7());
    let elsewhere = visitor.browser.clone().send(Method::POST, &path, Some(("application/octet-stream", b"x".to_vec()))).await;
    elsewhere.expect(200);

    held.write_all(b"x").await.unwrap();
    let kept = answer(held).await;
    assert!(kept.starts_with("HTTP/1.1 200"), "{kept}");
    let mut next = all_but_one_byte(address, &visitor, 2).await;
    next.write_all(b"x").await.unwrap();
    let next = answer(next).await;
    assert!(next.starts_with("HTTP/1.1 200"), "{next}");
}
