//! What is written into the audit list, in the same unit as the change itself.

use desk::id::AgentId;
use desk::moment::Moment;
use serde::Serialize;
use serde_json::{Map, Value};
use store::audit::{Change, Entry};
use uuid::Uuid;

use crate::address::Address;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::who::Who;

/// An entry about what `who` does now.
pub fn by(desk: &Desk, who: &Who, act: &str, object: impl Into<String>) -> Answer<Entry> {
    let at = desk.now();
    Ok(entry(desk.new_id(at)?, at, Some(who.agent_id), &who.name, act, object, who.address))
}

/// An entry about somebody who is not signed in (yet).
pub fn by_stranger(desk: &Desk, agent: Option<(AgentId, &str)>, act: &str, object: &str, address: Address) -> Answer<Entry> {
    let at = desk.now();
    let name = agent.map(|(_, name)| name).unwrap_or_default();
    Ok(entry(desk.new_id(at)?, at, agent.map(|(id, _)| id), name, act, object, address))
}

fn entry(id: Uuid, at: Moment, agent_id: Option<AgentId>, name: &str, act: &str, object: impl Into<String>, address: Address) -> Entry {
    Entry {
        audit_id: id,
        at,
        agent_id,
        name: name.to_owned(),
        act: act.to_owned(),
        object: object.into(),
        address: address.to_string(),
        changes: Vec::new(),
    }
}

/// Which settings differ between what was there before and what is there after, each with its old and new value. What was
/// added has nothing before it and what was removed nothing after it; there, what is empty is no change.
pub fn changes(before: Option<&impl Serialize>, after: Option<&impl Serialize>) -> Vec<Change> {
    let (before, after) = (before.map(fields), after.map(fields));
    let names: Vec<String> = after.iter().chain(&before).flat_map(Map::keys).cloned().collect();
    let value = |of: &Option<Map<String, Value>>, name: &str| of.as_ref().and_then(|fields| fields.get(name)).cloned().unwrap_or_default();
    let mut found: Vec<Change> = Vec::new();
    for name in names {
        let (before, after) = (value(&before, &name), value(&after, &name));
        let is_known = found.iter().any(|change| change.field == name);
        if !is_known && before != after && !(is_empty(&before) && is_empty(&after)) {
            found.push(Change { field: name, before, after });
        }
    }
    found
}

/// The settings, without the ids that only programs read. How a client speaks is many settings, each with its own name.
fn fields(settings: &impl Serialize) -> Map<String, Value> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(settings) else { return Map::new() };
    if let Some(Value::Object(speech)) = fields.remove("speech") {
        fields.extend(speech.into_iter().map(|(name, value)| (format!("speech.{name}"), value)));
    }
    fields
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// Says no from inside a unit: nothing of it is stored.
#[expect(clippy::unnecessary_wraps, reason = "it is what a unit answers")]
pub fn no<T>(tx: &mut store::Tx, refused: Refused) -> store::Result<Answer<T>> {
    tx.roll_back();
    Ok(Err(refused))
}
