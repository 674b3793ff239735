//! What must never be in a log, and what a log must be like whatever is in it.

use serde_json::json;

use crate::desk::{Desk, Folder, PASSWORD, until};
use crate::visitors::Visitor;

#[test]
fn trust_113_no_word_of_anybody_and_no_secret_is_in_the_log() {
    const CODE: &str = "010594Y9032";
    const WORDS: &str = "kanarianlintu lauloi aamulla";
    const PHONE: &str = "040 7654321";
    const EMAIL: &str = "kanaria@lintu.example";
    let folder = Folder::new();
    let arguments = ["--log-level", "debug", "--log-format", "json", "--metrics-token", "kanaria-metrics-token"];
    let mut desk = Desk::start_with(&folder.path("data"), &arguments);
    let staff = desk.set_up();
    let mut visitor = Visitor::new(1, &staff.widget);
    let mut line = visitor.line(desk.address);
    visitor.write(&mut line).unwrap();
    let id = uuid::Uuid::now_v7();
    for (id, text) in [(id, WORDS), (id, PHONE), (uuid::Uuid::now_v7(), CODE)] {
        // The second has the id of the first and is refused.
        visitor.say(&mut line, id, text).unwrap();
    }
    let key = &staff.widget;
    let mistakes = [
        (format!("/api/widget/{key}/messages"), json!({ "message_id": WORDS, "text": PHONE })),
        (format!("/api/widget/{key}/chats"), json!({ WORDS: CODE })),
        ("/api/session".to_owned(), json!({ "email": EMAIL, "password": WORDS })),
        ("/api/session".to_owned(), json!({ "email": "leena@luukku.example", "password": PASSWORD })),
        ("/api/set-up".to_owned(), json!({ "token": staff.token, "owner_email": EMAIL })),
    ];
    for (path, body) in mistakes {
        line.post(&path, &body).unwrap();
    }
    line.get(&format!("/api/cases/{}?secret={EMAIL}", WORDS.replace(' ', "%20"))).unwrap();
    let left = json!({
        "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "text": WORDS, "email": EMAIL, "language": "fi"
    });
    Visitor::new(2, key).line(desk.address).post(&format!("/api/widget/{key}/left-messages"), &left).unwrap();
    let figures = desk.browser().get("/metrics").unwrap();
    // The link is for the person at the terminal, who has to see it once.
    let said = desk.stop();
    let said = said.lines().filter(|line| !line.contains("/set-up/")).collect::<Vec<_>>().join("\n");
    assert!(said.contains("\"level\":\"INFO\""), "something is logged: {said}");
    let figures = String::from_utf8(figures.body).unwrap();
    let cookie = staff.cookie.split('=').nth(1).unwrap();
    for canary in [CODE, WORDS, PHONE, EMAIL, PASSWORD, "kanaria", &staff.token, cookie] {
        assert!(!said.contains(canary), "{canary} is in the log:\n{said}");
        assert!(!figures.contains(canary), "{canary} is in the figures");
    }
}

#[test]
#[cfg(unix)]
fn trust_114_one_event_is_one_line_whatever_anybody_writes() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    // The one thing from outside that is logged by its name: the folder, because everybody may look into it.
    let hostile = "x\n{\"level\":\"ERROR\"}\r\u{1b}[31m\u{2028}\u{202e}x";
    let data = folder.path(hostile);
    std::fs::create_dir(&data).unwrap();
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut desk = Desk::start_with(&data, &["--log-level", "debug", "--log-format", "json"]);
    let staff = desk.set_up();
    let visitor = Visitor::new(1, &staff.widget);
    let long = "a\u{2028}%0a%1b".repeat(70_000);
    for header in ["User-Agent", "Referer", "X-Forwarded-For", "X-Request-Id", "Cookie"] {
        // Some are too long for a head, some too strange: each gets an answer or a closed line.
        for value in ["\u{1b}[31mred", "x\\nERROR", &long[..3_000]] {
            let _ = visitor.line(desk.address).with(header, value).get("/api/me");
        }
    }
    for path in ["/%0a%7b%22level%22%3a%22ERROR%22%7d", "/api/cases/%1b%5b31m", "/%e2%80%a8"] {
        visitor.line(desk.address).get(path).unwrap();
    }
    let name = format!("{hostile}{long}");
    visitor.line(desk.address).post("/api/session", &json!({ "email": name, "password": name })).unwrap();
    let mut broken = visitor.line(desk.address);
    let _ = broken.ask("POST", "/api/session", "application/json", long.as_bytes());
    until("it is logged", || desk.said().contains("chmod 700").then_some(()));
    let said = desk.stop();
    let for_people = ["Luukku is ready at ", "This desk is empty.", "/set-up/"];
    let lines = said.lines().filter(|line| !line.is_empty() && !for_people.iter().any(|known| line.contains(known)));
    let mut events = 0;
    for line in lines {
        let event: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        assert!(event["level"].is_string() && line.len() < 16 * 1024, "{line}");
        assert!(!line.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{202e}')), "{line:?}");
        // A line that somebody else had written would have no time.
        assert!(event["timestamp"].is_string() && event["message"].is_string(), "{line}");
        events += 1;
    }
    assert!(events >= 3, "{said}");
}

#[test]
fn trust_126_nobody_else_on_the_machine_can_read_what_the_desk_keeps_even_if_they_can_look_into_its_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let data = folder.path("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut desk = Desk::start(&data);
    let staff = desk.set_up();
    let visitor = Visitor::new(1, &staff.widget);
    let path = format!("/api/widget/{}/attachments/{}?name=a.pdf", staff.widget, uuid::Uuid::now_v7());
    let kept = visitor.line(desk.address).ask("POST", &path, "application/octet-stream", b"%PDF-1.7").unwrap();
    assert_eq!(kept.status, 200);
    let mut waiting = vec![data.clone()];
    let mut seen = Vec::new();
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(&next).unwrap().map(Result::unwrap) {
            let known = entry.metadata().unwrap();
            assert_eq!(known.permissions().mode() & 0o077, 0, "{}", entry.path().display());
            seen.push(entry.file_name());
            if known.is_dir() {
                waiting.push(entry.path());
            }
        }
    }
    assert!(seen.iter().any(|name| name == "files") && seen.iter().any(|name| name == "desk.db"), "{seen:?}");
    desk.stop();
}
