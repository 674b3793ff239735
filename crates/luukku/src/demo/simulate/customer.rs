//! A simulated customer: opens the widget, writes, reads what is answered, and writes on.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::timeout;
use uuid::Uuid;

use super::super::content::{Line, Speaker};
use super::part::{Part, Stage};
use super::web::{Browser, Line as Socket, Trouble};
use super::{Desk, dice, pause};

/// How long a customer waits for an answer before they end the chat.
const PATIENCE: Duration = Duration::from_mins(4);
const HEARTBEAT: Duration = Duration::from_secs(20);

/// One visit, from the first word to the last.
pub async fn visit(desk: Arc<Desk>, stage: Stage, part: Part) {
    let contact = Uuid::now_v7();
    stage.enter(contact, part.clone());
    if let Err(trouble) = visited(&desk, contact, &part).await {
        tracing::debug!(%trouble, "a simulated customer gave up");
    }
    stage.leave(contact);
}

async fn visited(desk: &Desk, contact: Uuid, part: &Part) -> Result<(), Trouble> {
    let script = part.script();
    let key = desk.widgets.get(&script.client).ok_or("no such client")?;
    let site = desk.sites.get(&script.client).cloned().unwrap_or_default();
    let browser = Browser::new(&desk.base_url).with("authorization", format!("Bearer {}", secret()));
    let visitor = Visitor { browser, widget: format!("/api/widget/{key}"), site };
    let talked = visitor.talk(contact, part).await;
    if talked.is_err() || dice(&(0..2)) == 0 {
        pause(dice(&(4..15))).await;
        // Nobody waits in the queue for somebody who has gone. Refused when the desk has ended the chat already.
        let ended = visitor.browser.ask("POST", &format!("{}/end", visitor.widget), &json!({ "contact_id": contact })).await;
        ended.or_else(|refused| if talked.is_err() { Ok(Value::Null) } else { Err(refused) })?;
    }
    talked
}

/// Somebody on a client's website.
struct Visitor {
    browser: Browser,
    /// Where the widget asks.
    widget: String,
    site: String,
}

impl Visitor {
    async fn talk(&self, contact: Uuid, part: &Part) -> Result<(), Trouble> {
        let (script, Self { browser, widget, site }) = (part.script(), self);
        let mut lines = script.turns.iter().filter(|line| line.who == Speaker::Customer);
        let first = lines.next().ok_or("a script without a customer")?;
        pause(u64::from(first.typing_s)).await;
        part.say();
        let start = json!({
            "contact_id": contact, "message_id": Uuid::now_v7(), "text": first.text.replace("{{site}}", site),
            "language": script.language.code(), "name": script.customer, "start_page": format!("{site}{}", script.start_page),
        });
        browser.ask("POST", &format!("{widget}/chats"), &start).await?;
        let mut socket = browser.line(&format!("{widget}/socket"), &format!("{widget}/socket-ticket")).await?;
        for line in lines {
            timeout(PATIENCE, wait_for_answer(&mut socket, browser, widget, contact)).await??;
            self.type_and_send(&mut socket, part, line).await?;
        }
        timeout(PATIENCE, wait_for_answer(&mut socket, browser, widget, contact)).await?
    }

    async fn type_and_send(&self, socket: &mut Socket, part: &Part, line: &Line) -> Result<(), Trouble> {
        pause(dice(&(2..7))).await;
        for _ in 0..line.typing_s.div_ceil(3) {
            socket.say(&json!({ "type": "typing", "active": true })).await?;
            pause(3).await;
        }
        // Said before it is sent: the agent may hear of it sooner than the answer comes back.
        part.say();
        let words = json!({ "message_id": Uuid::now_v7(), "text": line.text.replace("{{site}}", &self.site) });
        self.browser.ask("POST", &format!("{}/messages", self.widget), &words).await?;
        Ok(())
    }
}

/// Listens until a person has said something, reads it, and keeps the line alive meanwhile.
async fn wait_for_answer(socket: &mut Socket, browser: &Browser, widget: &str, contact: Uuid) -> Result<(), Trouble> {
    loop {
        let Ok(heard) = timeout(HEARTBEAT, socket.hear()).await else {
            socket.say(&json!({ "type": "ping" })).await?;
            continue;
        };
        let frame = heard?;
        let entries = frame.get("entries").and_then(Value::as_array).into_iter().flatten();
        for entry in entries {
            if entry.get("by").and_then(Value::as_str) == Some("agent") {
                pause(1).await;
                let seen = json!({ "contact_id": contact, "seq": entry.get("seq") });
                browser.ask("PUT", &format!("{widget}/read"), &seen).await?;
                return Ok(());
            }
            if entry.get("kind").and_then(Value::as_str) == Some("ended") {
                return Err("the desk ended the chat".into());
            }
        }
    }
}

/// 32 random bytes in base64url, as the widget makes them.
fn secret() -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let random = [Uuid::new_v4().into_bytes(), Uuid::new_v4().into_bytes(), Uuid::new_v4().into_bytes()].concat();
    let signs = random.iter().take(42).filter_map(|byte| SIGNS.get(usize::from(byte & 63)));
    // 43 signs carry 258 bits; the last one may only use those that end a 32-byte value.
    signs.map(|sign| char::from(*sign)).chain(std::iter::once('A')).collect()
}
