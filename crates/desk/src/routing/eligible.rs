//! Whether an agent may have a contact, and why not.

use super::{AgentNow, Lack, Needs, lacks};
use crate::availability::Presence;
use crate::id::AgentId;

/// Why an agent may not have a contact. The first reason that holds, what changes least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ineligible {
    /// None of their teams serves the client, or none that the contact was handed to.
    OtherClient,
    /// They do not know what is needed.
    Lacks(Lack),
    /// They are away or gone.
    Absent,
    /// It is more than they may have at once.
    Full {
        /// How much they may still have.
        free: i64,
    },
    /// It is offered to somebody else just now.
    OfferedTo(AgentId),
}

/// Whether `agent` may have a contact with these needs now.
///
/// # Errors
/// The first reason why not.
pub fn eligible(agent: &AgentNow, needs: &Needs) -> Result<(), Ineligible> {
    if !agent.serves.iter().any(|serving| serving.is_for(needs)) {
        return Err(Ineligible::OtherClient);
    }
    if let Some(lack) = lacks(&agent.languages, &agent.skills, needs.language, needs.level, needs.skill) {
        return Err(Ineligible::Lacks(lack));
    }
    if agent.presence != Presence::Present {
        return Err(Ineligible::Absent);
    }
    if agent.free() < needs.weight {
        return Err(Ineligible::Full { free: agent.free() });
    }
    Ok(())
}

/// Whether `agent` may take a waiting contact by hand. Who was offered it holds room for it already.
///
/// # Errors
/// The first reason why not.
pub fn may_take(agent: &AgentNow, needs: &Needs, offered_to: Option<AgentId>) -> Result<(), Ineligible> {
    match offered_to {
        Some(other) if other != agent.agent => Err(Ineligible::OfferedTo(other)),
        Some(_) => eligible(&AgentNow { load: agent.load.saturating_sub(needs.weight), ..agent.clone() }, needs),
        None => eligible(agent, needs),
    }
}
