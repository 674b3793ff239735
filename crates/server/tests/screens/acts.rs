//! What people do in these tests, over the public API.

use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::people::Visitor;
use uuid::Uuid;

/// Starts a chat and answers the desk's id of the case, as the workspace sees it.
pub async fn start(visitor: &mut Visitor, agent: &mut Browser, text: &str) -> String {
    let number = visitor.start_chat(text).await;
    let found = agent.get(&format!("/api/cases?number={number}")).await.expect(200).json();
    found["items"][0]["case_id"].as_str().unwrap().to_owned()
}

/// An agent does something to a case.
pub async fn act(agent: &mut Browser, case: &str, act: &str, body: Value) -> Reply {
    agent.post(&format!("/api/cases/{case}/{act}"), body).await
}

pub async fn take(agent: &mut Browser, case: &str) {
    act(agent, case, "take", json!({})).await.expect(200);
}

pub async fn reply(agent: &mut Browser, case: &str, text: &str) -> Value {
    let body = json!({ "message_id": Uuid::now_v7(), "text": text, "seen_seq": 1_000_000 });
    act(agent, case, "messages", body).await.expect(200).json()
}

pub async fn note(agent: &mut Browser, case: &str, text: &str) {
    act(agent, case, "notes", json!({ "note_id": Uuid::now_v7(), "text": text })).await.expect(200);
}

pub async fn write(visitor: &mut Visitor, text: &str) -> Value {
    let path = format!("/api/widget/{}/messages", visitor.key);
    let body = json!({ "message_id": Uuid::now_v7(), "text": text });
    visitor.browser.post(&path, body).await.expect(200).json()
}

/// The contact that a visitor's widget shows.
pub async fn contact(visitor: &mut Visitor) -> Value {
    let path = format!("/api/widget/{}/conversation", visitor.key);
    visitor.browser.get(&path).await.expect(200).json()["standing"]["contact_id"].clone()
}

/// The texts of messages in entries.
pub fn texts(entries: &Value) -> Vec<String> {
    let entries = entries.as_array().unwrap();
    entries.iter().filter(|entry| entry["kind"] == "message").map(|entry| entry["text"].as_str().unwrap().to_owned()).collect()
}

pub fn seqs(entries: &Value) -> Vec<i64> {
    entries.as_array().unwrap().iter().map(|entry| entry["seq"].as_i64().unwrap()).collect()
}
