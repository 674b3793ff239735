//! What is done when a customer writes what nobody should have to read: it is marked, and who goes on is kept out for a
//! while. Called by [`super::decide`] alone; for how long somebody may be kept out is in [`BlockFor`].

use super::event::Event;
use super::holding::held_by;
use super::refusal::Refusal;
use super::state::{Case, ContactState, EndedBy};
use crate::id::{AgentId, NoteId};
use crate::moment::{Moment, Span};

/// For how long a visitor can be kept out. Nobody is kept out for good: people cool down, and computers change hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockFor {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
}

impl BlockFor {
    /// How long that is.
    pub fn span(self) -> Span {
        let hours = match self {
            Self::Hour => 1,
            Self::Day => 24,
            Self::Week => 7 * 24,
        };
        Span::seconds(hours * 3600)
    }
}

/// Marks what the customer wrote as hostile. Whoever holds the chat does, and when it is over, whoever reads it. The same words are
/// marked once, whoever does: whoever supervises has been told.
pub(super) fn flag(case: &Case, by: AgentId, is_marked: bool) -> Result<Vec<Event>, Refusal> {
    if case.contact.state != ContactState::Ended {
        held_by(case, by)?;
    }
    Ok(if is_marked { Vec::new() } else { vec![Event::Flagged { contact: case.contact.id, by }] })
}

/// Keeps the customer out until `until`, with the reason in a note. A chat with somebody who cannot write is over.
pub(super) fn block(case: &Case, by: AgentId, note: NoteId, until: Moment) -> Result<Vec<Event>, Refusal> {
    let contact = case.contact.id;
    let mut events = vec![Event::Noted { note, by }];
    if case.contact.state != ContactState::Ended {
        held_by(case, by)?;
        events.push(Event::ContactEnded { contact, by: EndedBy::Agent, agent: Some(by) });
    }
    events.push(Event::Blocked { by, until });
    Ok(events)
}
