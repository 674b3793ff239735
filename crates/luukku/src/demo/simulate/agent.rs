//! A simulated agent: signs in, is present, takes simulated chats after a moment, answers by the script and solves.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::timeout;
use uuid::Uuid;

use super::super::content::Speaker;
use super::web::{Browser, Trouble};
use super::{Desk, Part, Stage, dice, pause};

const HEARTBEAT: Duration = Duration::from_secs(15);
/// How many chats at once: fewer than the slots, so that colleagues who are people can hand something over.
const AT_ONCE: usize = 2;

/// Works until the task is dropped; after trouble a pause, and on.
pub async fn work(desk: Arc<Desk>, stage: Stage, email: String) {
    loop {
        if let Err(trouble) = shift(&desk, &stage, &email).await {
            tracing::debug!(%trouble, "a simulated agent takes a break");
        }
        pause(5).await;
    }
}

async fn shift(desk: &Desk, stage: &Stage, email: &str) -> Result<(), Trouble> {
    let door = Browser::new(&desk.base_url);
    let credentials = json!({ "email": email, "password": desk.password });
    let (me, cookie) = door.ask_with_cookie("POST", "/api/session", &credentials).await?;
    let me = me.get("agent_id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let browser = door.with("cookie", cookie.ok_or("no cookie")?);
    browser.ask("PUT", "/api/me/presence", &json!({ "presence": "present" })).await?;
    let mut line = browser.line("/api/socket", "/api/socket-ticket").await?;
    let (typing, mut typed) = mpsc::channel::<Value>(16);
    let mut mine: HashMap<Uuid, mpsc::Sender<()>> = HashMap::new();
    loop {
        let frame = tokio::select! {
            heard = timeout(HEARTBEAT, line.hear()) => if let Ok(frame) = heard { frame? } else {
                line.say(&json!({ "type": "ping" })).await?;
                continue
            },
            Some(words) = typed.recv() => { line.say(&words).await?; continue }
        };
        let welcome = frame.get("active").and_then(Value::as_array).cloned().unwrap_or_default();
        let rows = welcome.iter().chain(frame.get("row"));
        for row in rows {
            let Some(seen) = Seen::of(row) else { continue };
            mine.retain(|_, customer| !customer.is_closed());
            if let Some(customer) = mine.get(&seen.case) {
                if seen.customer_waits {
                    // A full channel means that it has been told already.
                    let _ = customer.try_send(());
                }
                continue;
            }
            let Some(part) = stage.part(seen.contact).filter(|part| !part.is_for_a_person) else { continue };
            let holds = seen.is_held_by(&me);
            if holds || (seen.is_waiting && mine.len() < AT_ONCE) {
                let (wake, woken) = mpsc::channel(4);
                if seen.customer_waits {
                    let _ = wake.try_send(());
                }
                mine.insert(seen.case, wake);
                let chat =
                    Chat { browser: browser.clone(), case: seen.case, part, typing: typing.clone(), site: site(desk, stage, seen.contact) };
                tokio::spawn(chat.answer(woken));
            }
        }
    }
}

fn site(desk: &Desk, stage: &Stage, contact: Uuid) -> String {
    let client = stage.part(contact).map(|part| part.script.client.clone()).unwrap_or_default();
    desk.sites.get(&client).cloned().unwrap_or_default()
}

/// What an agent sees of a row.
struct Seen {
    case: Uuid,
    contact: Uuid,
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
    part: Part,
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
        let case = format!("/api/cases/{}", self.case);
        // People do not jump at every chat in the same second, and a colleague may be quicker.
        pause(dice(&(3..20))).await;
        self.browser.ask("POST", &format!("{case}/take"), &Value::Null).await?;
        for line in self.part.script.turns.iter().filter(|line| line.who == Speaker::Agent) {
            if woken.recv().await.is_none() {
                return Ok(());
            }
            pause(dice(&(2..8))).await;
            for _ in 0..line.typing_s.div_ceil(3) {
                self.typing.send(json!({ "type": "typing", "case_id": self.case, "active": true })).await?;
                pause(3).await;
            }
            let words = json!({ "message_id": Uuid::now_v7(), "text": line.text.replace("{{site}}", &self.site) });
            self.browser.ask("POST", &format!("{case}/messages"), &words).await?;
        }
        pause(dice(&(20..50))).await;
        self.browser.ask("POST", &format!("{case}/solve"), &Value::Null).await?;
        Ok(())
    }
}
