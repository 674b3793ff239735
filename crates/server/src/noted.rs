//! What is written into the audit list, in the same unit as the change itself.

use desk::id::AgentId;
use desk::moment::Moment;
use store::audit::Entry;
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
    Entry { audit_id: id, at, agent_id, name: name.to_owned(), act: act.to_owned(), object: object.into(), address: address.to_string() }
}

/// Says no from inside a unit: nothing of it is stored.
#[expect(clippy::unnecessary_wraps, reason = "it is what a unit answers")]
pub fn no<T>(tx: &mut store::Tx, refused: Refused) -> store::Result<Answer<T>> {
    tx.roll_back();
    Ok(Err(refused))
}
