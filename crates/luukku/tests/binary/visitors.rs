//! Visitors who write as quickly as they are answered, and remember what was acknowledged.

use std::io::Result;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;

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

/// Many visitors at once, until they are told to stop or the desk is gone.
pub struct Crowd {
    threads: Vec<JoinHandle<Visitor>>,
    stop: Arc<AtomicBool>,
    acknowledged: Arc<AtomicU64>,
}

impl Crowd {
    pub fn of(visitors: Vec<Visitor>, desk: &Desk) -> Self {
        let (stop, acknowledged, address) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)), desk.address);
        let write = |mut visitor: Visitor| {
            let (stop, acknowledged) = (Arc::clone(&stop), Arc::clone(&acknowledged));
            std::thread::spawn(move || {
                let mut line = visitor.line(address);
                while !stop.load(Ordering::Relaxed) {
                    let Ok(answer) = visitor.write(&mut line) else { break };
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
        Self { threads: visitors.into_iter().map(write).collect(), stop: Arc::clone(&stop), acknowledged: Arc::clone(&acknowledged) }
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
