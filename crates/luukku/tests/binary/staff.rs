//! Agents who answer as quickly as they can, and remember what was acknowledged.

use std::collections::HashMap;
use std::io::Result;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Desk, PASSWORD, Staff};
use crate::http::{Answer, Line};
use crate::visitors::{Visitor, messages_of_all};

/// One chat as the agent who holds it knows it.
pub struct Chat {
    case: String,
    /// Ids of replies in the order in which they were acknowledged.
    acknowledged: Vec<Uuid>,
    /// The reply that was on its way when the connection broke: sent again first of all, with the same id.
    pending: Option<Uuid>,
}

/// Somebody who answers, with a sign-in of their own.
pub struct Agent {
    cookie: String,
    pub chats: Vec<Chat>,
}

impl Agent {
    /// Invites agent `number`, who chooses a password and is there at once.
    pub fn invite(number: usize, desk: &Desk, staff: &Staff) -> Self {
        let id = Uuid::now_v7();
        let mut owner = staff.line(desk);
        let settings = json!({
            "name": format!("Neuvoja {number}"), "first_name": format!("Neuvoja{number}"), "email": format!("neuvoja{number}@luukku.example"),
            "role": "agent", "slots": 4, "languages": ["fi"], "active": true
        });
        let invitation = good(owner.post(&format!("/api/agents/{id}"), &settings)).json();
        let mut team = good(owner.get("/api/teams")).json()[0].clone();
        let team_id = team.as_object_mut().unwrap().remove("team_id").unwrap();
        team["agent_ids"].as_array_mut().unwrap().push(json!(id));
        good(owner.put(&format!("/api/teams/{}", team_id.as_str().unwrap()), &team));
        let token = invitation["link"].as_str().unwrap().rsplit('/').next().unwrap();
        let accepted = good(desk.browser().post("/api/invitations", &json!({ "token": token, "password": PASSWORD })));
        let cookie = accepted.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let agent = Self { cookie, chats: Vec::new() };
        agent.is_there(desk);
        agent
    }

    fn line(&self, desk: SocketAddr) -> Line {
        Line::to(desk).with("Cookie", &self.cookie)
    }

    pub fn is_there(&self, desk: &Desk) {
        self.line(desk.address).be_present();
    }

    /// Takes the chat of `visitor`, who has begun one.
    pub fn take(&mut self, visitor: &Visitor, desk: &Desk) {
        let conversation = visitor.conversation(desk);
        let number = conversation["entries"].as_array().unwrap().iter().find_map(|entry| entry["case_number"].as_i64()).unwrap();
        let mut line = self.line(desk.address);
        let found = good(line.get(&format!("/api/cases?number={number}"))).json();
        let case = found["items"][0]["case_id"].as_str().unwrap().to_owned();
        good(line.post(&format!("/api/cases/{case}/take"), &json!({})));
        self.chats.push(Chat { case, acknowledged: Vec::new(), pending: None });
    }
}

impl Chat {
    fn reply(&mut self, line: &mut Line) -> Result<Answer> {
        let id = *self.pending.get_or_insert_with(Uuid::now_v7);
        let path = format!("/api/cases/{}/messages", self.case);
        let answer = line.post(&path, &json!({ "message_id": id, "text": format!("vastaus {}", self.acknowledged.len()) }))?;
        if answer.status == 200 {
            self.pending = None;
            self.acknowledged.push(id);
        }
        Ok(answer)
    }

    /// The ledger of one chat: everything that either side was told is stored is there once, each side's in its order,
    /// no place in the order is empty, nothing is there that nobody wrote, and the customer sees the same order.
    pub fn check(&self, visitor: &Visitor, desk: &Desk, owner: &Staff) {
        let timeline = self.timeline(desk, owner);
        let seqs: Vec<i64> = timeline.iter().map(|entry| entry["seq"].as_i64().unwrap()).collect();
        assert_eq!(seqs, (1..).take(seqs.len()).collect::<Vec<_>>(), "a hole or a repeated place in {}", self.case);
        let all = messages_of_all(&timeline);
        let mut times: HashMap<Uuid, usize> = HashMap::new();
        for id in &all {
            *times.entry(*id).or_default() += 1;
        }
        assert!(times.values().all(|times| *times == 1), "something is there twice in {}", self.case);
        let mut unknown = times.clone();
        for (who, acknowledged, pending) in
            [("visitor", &visitor.acknowledged, visitor.pending_id()), ("agent", &self.acknowledged, self.pending)]
        {
            let stored: Vec<Uuid> = all.iter().copied().filter(|id| acknowledged.contains(id)).collect();
            assert_eq!(&stored, acknowledged, "the {who}'s words in {}", self.case);
            for id in stored.into_iter().chain(pending) {
                unknown.remove(&id);
            }
        }
        assert!(unknown.is_empty(), "nobody wrote {unknown:?}");
        let seen = messages_of_all(visitor.conversation(desk)["entries"].as_array().unwrap());
        assert!(all.ends_with(&seen) && !seen.is_empty(), "the customer sees another order in {}", self.case);
    }

    fn timeline(&self, desk: &Desk, owner: &Staff) -> Vec<Value> {
        let mut line = owner.line(desk);
        let mut all: Vec<Value> = Vec::new();
        loop {
            let after = all.last().map_or(0, |entry| entry["seq"].as_i64().unwrap());
            let page = good(line.get(&format!("/api/cases/{}/timeline?after={after}", self.case))).json();
            let page = page["entries"].as_array().unwrap();
            if page.is_empty() {
                return all;
            }
            all.extend(page.iter().cloned());
        }
    }
}

/// Agents at work, until the desk is gone.
pub struct Shift {
    threads: Vec<JoinHandle<Agent>>,
    acknowledged: Arc<AtomicU64>,
}

impl Shift {
    pub fn of(agents: Vec<Agent>, desk: &Desk) -> Self {
        let (acknowledged, address) = (Arc::new(AtomicU64::new(0)), desk.address);
        let work = |mut agent: Agent| {
            let acknowledged = Arc::clone(&acknowledged);
            std::thread::spawn(move || {
                let mut line = agent.line(address);
                'shift: loop {
                    for chat in &mut agent.chats {
                        let Ok(answer) = chat.reply(&mut line) else { break 'shift };
                        match answer.status {
                            200 => acknowledged.fetch_add(1, Ordering::Relaxed),
                            // Whoever is refused for now has been told so, and stops.
                            429 | 503 | 507 => break 'shift,
                            _ => panic!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body)),
                        };
                    }
                }
                agent
            })
        };
        Self { threads: agents.into_iter().map(work).collect(), acknowledged: Arc::clone(&acknowledged) }
    }

    /// How many replies have been acknowledged so far, all together.
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged.load(Ordering::Relaxed)
    }

    /// Waits until the desk has gone away from all of them.
    pub fn join(self) -> Vec<Agent> {
        self.threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    }
}

fn good(answer: Result<Answer>) -> Answer {
    let answer = answer.unwrap();
    assert!(answer.status < 300, "{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    answer
}
