//! What must never be in a log.

use serde_json::json;

use crate::desk::{Desk, Folder, PASSWORD};
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
