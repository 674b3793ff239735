//! Messages: how many are stored and delivered, and how soon an agent sees one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use desk::id::MessageId;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Place, Running};
use crate::http::Connection;
use crate::report::{Figure, Number, Target, Times};
use crate::world::SLOTS;
use crate::{Result, socket, world};

const SENDERS: usize = 64;

/// 64 senders write as fast as they are answered; every message has to reach the socket of the agent who holds it.
pub async fn throughput(place: &Place, time: Duration) -> Result<Vec<Figure>> {
    let mut desk = place.desk(SENDERS.div_ceil(SLOTS), 0).await?;
    let chats = start_chats(&desk, SENDERS).await?;
    let heard = Heard::listen(&desk, SENDERS).await?;
    let (started, used_before) = (Instant::now(), desk.processor_ms()?);
    let mut senders = JoinSet::new();
    for n in 0..chats {
        senders.spawn(write_until(desk.port, n, heard.clone(), started + time));
    }
    let mut acked: Vec<MessageId> = Vec::new();
    let mut answers = Vec::new();
    while let Some(sent) = senders.join_next().await {
        for (id, answered_in) in sent?? {
            acked.push(id);
            answers.push(answered_in);
        }
    }
    // Only what has reached a socket counts: the time runs until the last one has.
    let undelivered = heard.wait_for_all(Duration::from_secs(10)).await;
    let rate = f64_of(acked.len() - undelivered) / started.elapsed().as_secs_f64();
    let used_us = (desk.processor_ms()? - used_before) * 1000.0 / f64_of(acked.len());
    // The end of the process is a kill -9: what was acknowledged has to be there.
    desk.kill()?;
    let db = desk.db().await?;
    let missing = world::missing(&db, &acked).await?;
    db.close().await;
    let target = Target::AtLeast(if place.is_postgres { 3_000.0 } else { 5_000.0 });
    let lost = vec![
        Number::new("not delivered", f64_of(undelivered), "", Target::AtMost(0.0)),
        Number::new("missing after kill -9", f64_of(missing), "", Target::AtMost(0.0)),
    ];
    Ok(vec![
        Figure::one(format!("durable chat messages, {SENDERS} senders, stored, answered and delivered"), rate, "/s", target),
        Figure::of(format!("… of {}", acked.len()), lost),
        Figure::percentiles("… acknowledged within", &Times::of(answers), Target::None, Target::None),
        Figure::one("… the desk's processor time for each", used_us, "µs", Target::None),
    ])
}

/// `chats` chats in which every customer writes every two seconds.
pub async fn latency(place: &Place, chats: usize, time: Duration, p50: Target, p99: Target) -> Result<Vec<Figure>> {
    let desk = place.desk(chats.div_ceil(SLOTS), 0).await?;
    let chats = start_chats(&desk, chats).await?;
    let heard = Heard::listen(&desk, chats).await?;
    let started = Instant::now();
    let mut writers = JoinSet::new();
    for n in 0..chats {
        writers.spawn(write_slowly(desk.port, n, chats, heard.clone(), started + time));
    }
    while let Some(writer) = writers.join_next().await {
        writer??;
    }
    let undelivered = heard.wait_for_all(Duration::from_secs(10)).await;
    let times = Times::of(heard.times());
    let words = format!("post → agent's socket, {chats} chats × 0.5/s, {} messages", times.count());
    let lost = Figure::one("… of them not delivered", f64_of(undelivered), "", Target::AtMost(0.0));
    Ok(vec![Figure::percentiles(words, &times, p50, p99), lost])
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
fn f64_of(count: usize) -> f64 {
    count as f64
}

/// Starts `chats` chats over the widget's interface and has each taken by an agent with a free slot.
async fn start_chats(desk: &Running, chats: usize) -> Result<usize> {
    let key = world::widget_key();
    let mut connection = Connection::open(desk.port).await?;
    for n in 0..chats {
        let (contact, message) = (Uuid::now_v7(), Uuid::now_v7());
        let body = format!(r#"{{"contact_id":"{contact}","message_id":"{message}","text":"Moi","language":"fi"}}"#);
        connection.must("POST", &format!("/api/widget/{key}/chats"), &world::visitor_headers(n), &body).await?;
    }
    for agent in 0..chats.div_ceil(SLOTS) {
        let headers = world::agent_headers(agent, desk.port);
        let list = connection.must("GET", "/api/cases?state=new&limit=200", &headers, "").await?;
        let list: serde_json::Value = serde_json::from_str(&list)?;
        let mut taken = 0;
        for row in list.get("items").and_then(serde_json::Value::as_array).into_iter().flatten() {
            if taken == SLOTS || row.pointer("/contact/state").and_then(serde_json::Value::as_str) != Some("waiting") {
                continue;
            }
            let case = row.get("case_id").and_then(serde_json::Value::as_str).ok_or("a row without a case")?;
            connection.must("POST", &format!("/api/cases/{case}/take"), &headers, "").await?;
            // A first answer takes the case out of the list of new ones.
            let reply = format!(r#"{{"message_id":"{}","text":"Hei"}}"#, Uuid::now_v7());
            connection.must("POST", &format!("/api/cases/{case}/messages"), &headers, &reply).await?;
            taken += 1;
        }
    }
    // A desk that has been up for some minutes plans by what it has; this one has just been filled.
    if desk.is_on_postgres() {
        let db = desk.db().await?;
        db.take_statistics().await?;
        db.close().await;
    }
    Ok(chats)
}

fn body(id: Uuid) -> String {
    format!(r#"{{"message_id":"{id}","text":"Tulostin näyttää koodia E-403, mitä teen seuraavaksi?"}}"#)
}

async fn write_until(port: u16, n: usize, heard: Heard, until: Instant) -> Result<Vec<(MessageId, Duration)>> {
    let mut connection = Connection::open(port).await?;
    let (path, headers) = (format!("/api/widget/{}/messages", world::widget_key()), world::visitor_headers(n));
    let mut sent = Vec::new();
    while Instant::now() < until {
        let id = Uuid::now_v7();
        let posted = heard.posted(id);
        connection.must("POST", &path, &headers, &body(id)).await?;
        sent.push((MessageId(id), posted.elapsed()));
    }
    Ok(sent)
}

async fn write_slowly(port: u16, n: usize, of: usize, heard: Heard, until: Instant) -> Result<()> {
    let mut connection = Connection::open(port).await?;
    let (path, headers) = (format!("/api/widget/{}/messages", world::widget_key()), world::visitor_headers(n));
    let turn = Duration::from_secs(2);
    // Spread over the two seconds, as people are.
    tokio::time::sleep(turn.mul_f64(f64_of(n) / f64_of(of))).await;
    let mut ticks = tokio::time::interval(turn);
    while Instant::now() < until {
        ticks.tick().await;
        let id = Uuid::now_v7();
        heard.posted(id);
        connection.must("POST", &path, &headers, &body(id)).await?;
    }
    Ok(())
}

/// What the sockets of agents have heard of what was posted.
#[derive(Clone, Default)]
struct Heard {
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    posted: HashMap<Uuid, Instant>,
    times: Vec<Duration>,
}

impl Heard {
    /// Opens a socket of every agent who holds one of the chats.
    async fn listen(desk: &Running, chats: usize) -> Result<Self> {
        let heard = Self::default();
        for agent in 0..chats.div_ceil(SLOTS) {
            let headers = world::agent_headers(agent, desk.port);
            let mut socket = socket::open(desk.port, "/api/socket", "/api/socket-ticket", &headers).await?;
            let heard = heard.clone();
            tokio::spawn(async move {
                while let Ok(frame) = socket::text(&mut socket).await {
                    heard.frame(&frame);
                }
            });
        }
        Ok(heard)
    }

    fn posted(&self, id: Uuid) -> Instant {
        let now = Instant::now();
        self.lock().posted.insert(id, now);
        now
    }

    /// Only a frame with the message itself counts, not a changed row.
    fn frame(&self, frame: &str) {
        let now = Instant::now();
        let Some((_, rest)) = frame.split_once(r#""message_id":""#) else { return };
        let Some(id) = rest.get(..36).and_then(|id| id.parse::<Uuid>().ok()) else { return };
        let mut inside = self.lock();
        if let Some(posted) = inside.posted.remove(&id) {
            inside.times.push(now.duration_since(posted));
        }
    }

    async fn wait_for_all(&self, at_most: Duration) -> usize {
        let until = Instant::now() + at_most;
        while !self.lock().posted.is_empty() && Instant::now() < until {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.lock().posted.len()
    }

    fn times(&self) -> Vec<Duration> {
        self.lock().times.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
