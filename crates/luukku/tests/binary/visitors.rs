//! Visitors who write as quickly as they are answered, and remember what was acknowledged.

use std::io::Result;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::Desk;
use crate::http::{Answer, Line};

/// Somebody at the widget. The secret is what their browser made.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub number: u32,
    pub widget: String,
    secret: String,
    has_started: bool,
    /// Ids of messages in the order in which they were acknowledged.
    pub acknowledged: Vec<Uuid>,
    /// The message that was on its way when the connection broke: sent again first of all, with the same id.
    pending: Option<(Uuid, String)>,
}

impl Visitor {
    pub fn new(number: u32, widget: &str) -> Self {
        // Any 32 bytes in base64url; the last letter stands for four bits only.
        let secret = format!("{}{number:010}A", Uuid::new_v4().simple());
        Self { number, widget: widget.to_owned(), secret, has_started: false, acknowledged: Vec::new(), pending: None }
    }

    /// Somebody who has written before.
    pub fn known(number: u32, widget: &str, secret: &str) -> Self {
        Self { number, widget: widget.to_owned(), secret: secret.to_owned(), has_started: true, acknowledged: Vec::new(), pending: None }
    }

    /// The same person from another address.
    pub fn on_another_network(self) -> Self {
        Self { number: self.number + 1_000, ..self }
    }

    /// From an address of their own.
    pub fn line(&self, desk: SocketAddr) -> Line {
        let address = format!("10.{}.{}.{}", self.number / 65_536 % 256, self.number / 256 % 256, self.number % 256);
        Line::to(desk).with("Authorization", format!("Bearer {}", self.secret)).with("X-Forwarded-For", address)
    }

    /// Sends the message that broke off, or a new one.
    pub fn write(&mut self, line: &mut Line) -> Result<Answer> {
        let number = self.acknowledged.len();
        let (id, text) = self.pending.clone().unwrap_or_else(|| (Uuid::now_v7(), format!("viesti {number} asiakkaalta {}", self.number)));
        self.pending = Some((id, text.clone()));
        let answer = self.say(line, id, &text)?;
        if answer.status == 200 {
            self.has_started = true;
            self.pending = None;
            self.acknowledged.push(id);
        }
        Ok(answer)
    }

    pub fn say(&self, line: &mut Line, id: Uuid, text: &str) -> Result<Answer> {
        let key = &self.widget;
        if self.has_started {
            return line.post(&format!("/api/widget/{key}/messages"), &json!({ "message_id": id, "text": text }));
        }
        let start = json!({ "contact_id": id, "message_id": id, "text": text, "language": "fi" });
        line.post(&format!("/api/widget/{key}/chats"), &start)
    }

    /// The id of what was on its way when the connection broke.
    pub fn pending_id(&self) -> Option<Uuid> {
        self.pending.as_ref().map(|(id, _)| *id)
    }

    /// What the visitor sees of the conversation now.
    pub fn conversation(&self, desk: &Desk) -> Value {
        let mut line = self.line(desk.address);
        let answer = line.get(&format!("/api/widget/{}/conversation", self.widget)).unwrap();
        assert!(answer.status == 200 || answer.status == 404, "{answer:?}");
        answer.json()
    }

    /// The ids of the visitor's own messages as the desk has them.
    pub fn stored(&self, desk: &Desk) -> Vec<Uuid> {
        messages(&self.conversation(desk))
    }

    /// Everything acknowledged is there once and in order; at most the one that broke off came as well; no place in the
    /// order is empty.
    pub fn check(&self, desk: &Desk) {
        let conversation = self.conversation(desk);
        let mut stored = messages(&conversation);
        let seqs: Vec<i64> = entries(&conversation).iter().filter_map(|entry| entry["seq"].as_i64()).collect();
        assert!(seqs.windows(2).all(|two| two[1] == two[0] + 1), "visitor {}: a hole in {seqs:?}", self.number);
        if let Some((id, _)) = &self.pending
            && stored.last() == Some(id)
        {
            stored.pop();
        }
        // A page of the conversation holds the newest; the older ones were checked when they were.
        let newest = self.acknowledged.len().saturating_sub(stored.len());
        assert!(!stored.is_empty() || self.acknowledged.is_empty(), "visitor {} lost everything", self.number);
        assert_eq!(stored, self.acknowledged[newest..], "visitor {}", self.number);
    }
}

fn entries(conversation: &Value) -> Vec<Value> {
    conversation["entries"].as_array().cloned().unwrap_or_default()
}

pub fn messages(conversation: &Value) -> Vec<Uuid> {
    let entries = entries(conversation);
    let mine = entries.iter().filter(|entry| entry["kind"] == "message" && entry["by"] == "me");
    mine.filter_map(|entry| entry["message_id"].as_str()?.parse().ok()).collect()
}

/// The ids of everybody's messages.
pub fn messages_of_all(entries: &[Value]) -> Vec<Uuid> {
    let said = entries.iter().filter(|entry| entry["kind"] == "message");
    said.map(|entry| entry["message_id"].as_str().unwrap().parse().unwrap()).collect()
}

/// Many visitors at once, until they are told to stop or the desk is gone.
pub struct Crowd {
    threads: Vec<JoinHandle<Visitor>>,
    stop: Arc<AtomicBool>,
    acknowledged: Arc<AtomicU64>,
    gave_up: Arc<AtomicU64>,
}

impl Crowd {
    /// Visitors who stop when their connection breaks.
    pub fn of(visitors: Vec<Visitor>, desk: &Desk) -> Self {
        Self::with(visitors, desk, None)
    }

    /// Visitors who wait only so long, and then try again on a new connection.
    pub fn of_patience(visitors: Vec<Visitor>, desk: &Desk, patience: Duration) -> Self {
        Self::with(visitors, desk, Some(patience))
    }

    fn with(visitors: Vec<Visitor>, desk: &Desk, patience: Option<Duration>) -> Self {
        let (stop, acknowledged, address) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)), desk.address);
        let gave_up = Arc::new(AtomicU64::new(0));
        let write = |mut visitor: Visitor| {
            let (stop, acknowledged, gave_up) = (Arc::clone(&stop), Arc::clone(&acknowledged), Arc::clone(&gave_up));
            std::thread::spawn(move || {
                let mut line = visitor.line(address);
                line.patience = patience.unwrap_or(line.patience);
                while !stop.load(Ordering::Relaxed) {
                    let Ok(answer) = visitor.write(&mut line) else {
                        if patience.is_none() {
                            break;
                        }
                        gave_up.fetch_add(1, Ordering::Relaxed);
                        continue;
                    };
                    match answer.status {
                        200 => acknowledged.fetch_add(1, Ordering::Relaxed),
                        // Whoever is refused for now has been told so, and stops.
                        429 | 503 | 507 => break,
                        _ => panic!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body)),
                    };
                }
                visitor
            })
        };
        let threads = visitors.into_iter().map(write).collect();
        Self { threads, stop: Arc::clone(&stop), acknowledged: Arc::clone(&acknowledged), gave_up: Arc::clone(&gave_up) }
    }

    /// How often somebody lost their patience.
    pub fn gave_up(&self) -> u64 {
        self.gave_up.load(Ordering::Relaxed)
    }

    /// How many messages have been acknowledged so far, all together.
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged.load(Ordering::Relaxed)
    }

    /// Lets them stop by themselves.
    pub fn stop(self) -> Vec<Visitor> {
        self.stop.store(true, Ordering::Relaxed);
        self.join()
    }

    /// Waits until the desk has gone away from all of them.
    pub fn join(self) -> Vec<Visitor> {
        self.threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    }
}
