//! Whoever is refused before all of the request has come hears why.

use std::time::Duration;

use testkit::whole_desk::WholeDesk;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Nothing here takes longer unless it is broken.
const DEADLINE: Duration = Duration::from_secs(20);

/// Sends all of a request whose body is `bytes` long, as a program does that looks for the answer when it has sent, and
/// answers what it hears.
async fn ask(desk: &WholeDesk, path: &str, bytes: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(server::serve(desk.desk.clone(), listener, std::future::pending()));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("POST {path} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-length: {bytes}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let sent = tokio::time::timeout(DEADLINE, stream.write_all(&vec![b'x'; bytes])).await.expect("the desk reads on");
    sent.expect("the connection holds until all has been sent");
    let mut answer = [0; 12];
    tokio::time::timeout(DEADLINE, stream.read_exact(&mut answer)).await.expect("it is answered").expect("the answer comes whole");
    String::from_utf8(answer.to_vec()).unwrap()
}

#[tokio::test]
async fn who_is_refused_before_all_has_come_hears_why() {
    let desk = WholeDesk::on_sqlite().await;
    let id = uuid::Uuid::now_v7();
    let to_a_case = format!("/api/cases/{id}/attachments/{id}?name=kuva.png");
    assert_eq!(ask(&desk, &to_a_case, 3_000_000).await, "HTTP/1.1 401", "nobody is signed in");
    assert_eq!(ask(&desk, "/api/nothing", 3_000_000).await, "HTTP/1.1 404");
    assert_eq!(ask(&desk, "/api/session", 12_000_000).await, "HTTP/1.1 415", "it is no JSON");
}
