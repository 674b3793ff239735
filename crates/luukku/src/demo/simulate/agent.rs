//! A simulated agent: signs in, is present, takes simulated chats after a moment, answers by the script and solves.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval, timeout};
use uuid::Uuid;

use super::super::content::Agent;
use super::part::{Answering, Stage};
use super::web::{Browser, Trouble};
use super::{Desk, dice, pause};

const HEARTBEAT: Duration = Duration::from_secs(15);
/// How often an agent glances at the queue.
const GLANCE: Duration = Duration::from_secs(1);
/// How many chats at once: fewer than the slots, so that colleagues who are people can hand something over.
const AT_ONCE: usize = 2;
/// How long an agent waits for a customer who says nothing more, before the case is solved.
const PATIENCE: Duration = Duration::from_mins(3);

/// Works until the task is dropped; after trouble a pause, and on.
pub async fn work(desk: Arc<Desk>, stage: Stage, agent: Agent) {
    loop {
        if let Err(trouble) = shift(&desk, &stage, &agent).await {
            tracing::debug!(%trouble, "a simulated agent takes a break");
        }
        pause(5).await;
    }
}

async fn shift(desk: &Desk, stage: &Stage, agent: &Agent) -> Result<(), Trouble> {
    let door = Browser::new(&desk.base_url);
    let credentials = json!({ "email": agent.email, "password": desk.password });
    let (me, cookie) = door.ask_with_cookie("POST", "/api/session", &credentials).await?;
    let me = me.get("agent_id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let browser = door.with("cookie", cookie.ok_or("no cookie")?);
    browser.ask("PUT", "/api/me/presence", &json!({ "presence": "present" })).await?;
    let mut line = browser.line("/api/socket", "/api/socket-ticket").await?;
    let (typing, mut typed) = mpsc::channel::<Value>(16);
    let mut hands = Hands { agent, me, browser, typing, desk, stage, mine: HashMap::new(), waiting: HashMap::new() };
    let (mut heartbeat, mut glance) = (interval(HEARTBEAT), interval(GLANCE));
    glance.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            heard = line.hear() => hands.see(&heard?),
            Some(words) = typed.recv() => line.say(&words).await?,
            _ = heartbeat.tick() => line.say(&json!({ "type": "ping" })).await?,
            _ = glance.tick() => hands.reach(),
        }
    }
}

/// What an agent has in hand and could take.
struct Hands<'a> {
    agent: &'a Agent,
    me: String,
    browser: Browser,
    typing: mpsc::Sender<Value>,
    desk: &'a Desk,
    stage: &'a Stage,
    /// By case: what wakes the chat when its customer has said something.
    mine: HashMap<Uuid, mpsc::Sender<()>>,
    /// By case: its contact. Kept, because a chat that waits says nothing new to whoever had no hand free for it.
    waiting: HashMap<Uuid, Uuid>,
}

impl Hands<'_> {
    fn see(&mut self, frame: &Value) {
        let welcome = frame.get("active").and_then(Value::as_array).into_iter().flatten();
        for row in welcome.chain(frame.get("row")) {
            let Some(seen) = Seen::of(row) else { continue };
            self.forget_finished();
            if let Some(customer) = self.mine.get(&seen.case) {
                if seen.customer_waits {
                    // A full channel means that it has been told already.
                    let _ = customer.try_send(());
                }
            } else if seen.is_held_by(&self.me) {
                self.begin(seen.case, seen.contact);
            }
            if seen.is_waiting && self.agent.languages.iter().any(|language| language.code() == seen.language) {
                self.waiting.insert(seen.case, seen.contact);
            } else {
                self.waiting.remove(&seen.case);
            }
        }
    }

    /// Takes one of the chats that wait, when a hand is free. The more somebody has in hand, the seldomer they look.
    fn reach(&mut self) {
        self.forget_finished();
        self.waiting.retain(|_, contact| self.stage.part(*contact).is_some());
        let busy = u64::try_from(self.mine.len()).unwrap_or(u64::MAX);
        if self.mine.len() >= AT_ONCE || dice(&(0..1 + 2 * busy)) > 0 {
            return;
        }
        let now = Instant::now();
        let is_due = |contact: &Uuid| self.stage.part(*contact).is_some_and(|part| part.is_due(now));
        if let Some((case, contact)) = self.waiting.iter().find(|(_, contact)| is_due(contact)).map(|(case, contact)| (*case, *contact)) {
            // When it cannot be taken, its next change brings it back.
            self.waiting.remove(&case);
            self.begin(case, contact);
        }
    }

    fn forget_finished(&mut self) {
        self.mine.retain(|_, customer| !customer.is_closed());
    }

    fn begin(&mut self, case: Uuid, contact: Uuid) {
        let Some(answering) = self.stage.part(contact).and_then(|part| part.take()) else { return };
        let site = self.desk.sites.get(&answering.0.script().client).cloned().unwrap_or_default();
        let (wake, woken) = mpsc::channel(1);
        // The first line is there already.
        let _ = wake.try_send(());
        self.mine.insert(case, wake);
        let chat = Chat { browser: self.browser.clone(), case, answering, typing: self.typing.clone(), site };
        tokio::spawn(chat.answer(woken));
    }
}

/// What an agent sees of a row.
struct Seen {
    case: Uuid,
    contact: Uuid,
    language: String,
    is_waiting: bool,
    customer_waits: bool,
    held_by: Option<String>,
}

impl Seen {
    fn of(row: &Value) -> Option<Self> {
        let id = |pointer: &str| row.pointer(pointer).and_then(Value::as_str).and_then(|id| id.parse().ok());
        let contact_state = row.pointer("/contact/state").and_then(Value::as_str)?;
        Some(Self {
            case: id("/case_id")?,
            contact: id("/contact/contact_id")?,
            language: row.pointer("/contact/language").and_then(Value::as_str)?.to_owned(),
            is_waiting: contact_state == "waiting",
            customer_waits: row.pointer("/contact/customer_waits_since").is_some_and(|since| !since.is_null()),
            held_by: (contact_state == "taken").then(|| row.pointer("/contact/held_by")?.as_str().map(str::to_owned)).flatten(),
        })
    }

    fn is_held_by(&self, agent: &str) -> bool {
        self.held_by.as_deref() == Some(agent)
    }
}

/// One chat of a simulated agent.
struct Chat {
    browser: Browser,
    case: Uuid,
    answering: Answering,
    typing: mpsc::Sender<Value>,
    site: String,
}

impl Chat {
    async fn answer(self, mut woken: mpsc::Receiver<()>) {
        if let Err(trouble) = self.answer_all(&mut woken).await {
            tracing::debug!(%trouble, "a simulated agent left a chat");
        }
    }

    async fn answer_all(&self, woken: &mut mpsc::Receiver<()>) -> Result<(), Trouble> {
        let (case, part) = (format!("/api/cases/{}", self.case), &self.answering.0);
        // Refused when somebody was quicker.
        self.browser.ask("POST", &format!("{case}/take"), &Value::Null).await?;
        let mut answered = 0;
        // A customer who has gone silent is not waited for: the case is solved then as well.
        while let Ok(Some(())) = timeout(PATIENCE, woken.recv()).await {
            let said = part.said();
            if said == answered {
                continue;
            }
            if let Some(line) = part.answer(said) {
                self.write(&case, &line.text, line.typing_s).await?;
            }
            answered = said;
            if !part.goes_on_after(said) {
                break;
            }
        }
        pause(dice(&(20..50))).await;
        self.browser.ask("POST", &format!("{case}/solve"), &Value::Null).await?;
        Ok(())
    }

    async fn write(&self, case: &str, text: &str, typing_s: u32) -> Result<(), Trouble> {
        pause(dice(&(2..8))).await;
        for _ in 0..typing_s.div_ceil(3) {
            self.typing.send(json!({ "type": "typing", "case_id": self.case, "active": true })).await?;
            pause(3).await;
        }
        let words = json!({ "message_id": Uuid::now_v7(), "text": text.replace("{{site}}", &self.site) });
        self.browser.ask("POST", &format!("{case}/messages"), &words).await?;
        Ok(())
    }
}
