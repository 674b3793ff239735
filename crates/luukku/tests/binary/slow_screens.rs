//! Screens that do not read what they are sent (trust 18).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::{SinkExt, StreamExt};
use serde_json::json;
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::desk::{Desk, Folder, PATIENCE, Staff, until};
use crate::visitors::{Crowd, Visitor};

const SLOW: usize = 20;
/// What one of them may cost, in kB.
const EACH_KB: u64 = 1_024;
const MESSAGES: u64 = 2_000;

type Screen = WebSocketStream<TcpStream>;

/// An agent's screen behind a window of four kilobytes, greeted and welcomed, that looks at `case`.
async fn screen(desk: &Desk, staff: &Staff, case: &str) -> Screen {
    let ticket = staff.line(desk).post("/api/socket-ticket", &json!({})).unwrap().json()["ticket"].clone();
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4 * 1024).unwrap();
    let stream = socket.connect(desk.address).await.unwrap();
    let mut request = format!("ws://{}/api/socket", desk.address).into_client_request().unwrap();
    request.headers_mut().insert("origin", format!("http://{}", desk.address).parse().unwrap());
    let (mut screen, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
    screen.send(Message::text(json!({ "type": "hello", "ticket": ticket }).to_string())).await.unwrap();
    let welcome = screen.next().await.unwrap().unwrap();
    assert!(welcome.to_text().unwrap().contains("welcome"), "{welcome}");
    screen.send(Message::text(json!({ "type": "looking", "case_id": case, "seq": 0 }).to_string())).await.unwrap();
    screen
}

/// Lets visitors write.
fn crowd(visitors: Vec<Visitor>, desk: &Desk) {
    let crowd = Crowd::of(visitors, desk);
    until("enough is written", || (crowd.acknowledged() > MESSAGES).then_some(()));
    crowd.stop();
}

/// Somebody who has begun a chat, and its case.
fn somebody(desk: &Desk, staff: &Staff) -> (Visitor, String) {
    let mut visitor = Visitor::new(100, &staff.widget);
    visitor.write(&mut visitor.line(desk.address)).unwrap();
    let contact = visitor.acknowledged[0].to_string();
    let cases = staff.line(desk).get("/api/cases?state=new&limit=200").unwrap().json();
    let row = cases["items"].as_array().unwrap().iter().find(|row| row["contact"]["contact_id"] == contact.as_str()).unwrap().clone();
    (visitor, row["case_id"].as_str().unwrap().to_owned())
}

fn resident_kb(desk: &Desk) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", desk.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn open_screens(desk: &Desk) -> String {
    let figures = String::from_utf8(desk.browser().get("/metrics").unwrap().body).unwrap();
    figures.lines().find(|line| line.starts_with("luukku_screens{of=\"agents\"}")).unwrap().rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn trust_18_screens_that_do_not_read_cost_little_and_are_cut_off_while_others_go_on() {
    let folder = Folder::new();
    let settings = folder.path("luukku.toml");
    let wide = ["visitor_message", "visitor", "agent"].map(|name| format!("{name} = {{ burst = 1000000, every_ms = 1 }}\n")).concat();
    std::fs::write(&settings, format!("[limits]\n{wide}")).unwrap();
    let mut desk = Desk::start_with(&folder.path("data"), &["--config", settings.to_str().unwrap()]);
    let staff = desk.set_up();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    // Whatever the desk keeps for itself it has by now.
    crowd((0..10).map(|number| Visitor::new(number, &staff.widget)).collect(), &desk);
    let (visitor, case) = somebody(&desk, &staff);
    let before = resident_kb(&desk);

    let mut quick = runtime.block_on(screen(&desk, &staff, &case));
    let seen = Arc::new(AtomicU64::new(0));
    let counting = Arc::clone(&seen);
    let reading = runtime.spawn(async move {
        while let Some(Ok(message)) = quick.next().await {
            counting.fetch_add(u64::from(message.to_text().is_ok_and(|text| text.contains("\"case\""))), Ordering::Relaxed);
        }
    });
    let slow: Vec<Screen> = (0..SLOW).map(|_| runtime.block_on(screen(&desk, &staff, &case))).collect();
    // Who looks at a case hears every word of it.
    crowd(vec![visitor], &desk);
    let grown = resident_kb(&desk).saturating_sub(before);
    assert!(grown < EACH_KB * u64::try_from(SLOW).unwrap(), "{grown} kB for {SLOW} screens");
    until("the slow ones are cut off, and the quick one is not", || (open_screens(&desk) == "1").then_some(()));
    until("the quick one has heard of all that was written", || (seen.load(Ordering::Relaxed) >= MESSAGES).then_some(()));
    assert!(!reading.is_finished());
    // They hear why as soon as they read, or find the line closed, and would resume.
    let ended = runtime.block_on(async {
        let mut ended = 0;
        for mut screen in slow {
            let reads_on = async { while let Some(Ok(_)) = screen.next().await {} };
            ended += usize::from(tokio::time::timeout(PATIENCE, reads_on).await.is_ok());
        }
        ended
    });
    assert_eq!(ended, SLOW);
    reading.abort();
}
