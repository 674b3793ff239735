//! The answer target: how soon a customer in a chat is promised a person's words, and that they have not come in time.

use super::event::Event;
use super::state::{Channel, Contact};
use crate::moment::Moment;

/// Notes once for each wait that it is longer than the target. Also the second answer is promised, and a customer who is
/// handed on waits for one. Nobody sits and waits for the answer to a left message.
pub(super) fn miss_answer_target(contact: &Contact, at: Moment) -> Vec<Event> {
    let Some(waits_since) = contact.customer_waits_since else { return Vec::new() };
    let (target, is_chat) = (contact.answer_target, contact.channel == Channel::Chat);
    // An answer in the last moment of the target is in time, as in the figures.
    if !is_chat || contact.target_missed_at.is_some() || at.since(waits_since) <= target {
        return Vec::new();
    }
    vec![Event::AnswerTargetMissed { contact: contact.id, waits_since, target }]
}
