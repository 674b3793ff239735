//! What is being played: which script a simulated contact follows, how far it has come, and whose turn it is to take it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use uuid::Uuid;

use super::super::content::{Line, Script};

/// One conversation, as both of its sides know it.
#[derive(Clone)]
pub struct Part(Arc<Played>);

struct Played {
    script: Arc<Script>,
    /// Simulated agents take it after this moment.
    left_alone_until: Instant,
    /// How many lines the customer has said.
    said: AtomicUsize,
    is_answered: AtomicBool,
}

/// Only one simulated agent at a time has a part; dropped, it is free for the next.
pub struct Answering(pub Part);

impl Part {
    /// Simulated agents leave it alone until then.
    pub fn new(script: Arc<Script>, left_alone_until: Instant) -> Self {
        Self(Arc::new(Played { script, left_alone_until, said: AtomicUsize::new(0), is_answered: AtomicBool::new(false) }))
    }

    /// What the two say.
    pub fn script(&self) -> &Script {
        &self.0.script
    }

    /// The customer has said a line.
    pub fn say(&self) {
        self.0.said.fetch_add(1, Ordering::SeqCst);
    }

    /// How many lines the customer has said.
    pub fn said(&self) -> usize {
        self.0.said.load(Ordering::SeqCst)
    }

    /// The answer to the customer's `said`-th line; in a script the two take turns.
    pub fn answer(&self, said: usize) -> Option<&Line> {
        self.script().turns.get((2 * said).checked_sub(1)?)
    }

    /// Whether the customer has more than `said` lines.
    pub fn goes_on_after(&self, said: usize) -> bool {
        self.script().turns.len() > 2 * said
    }

    /// Whether it has been left alone for long enough.
    pub fn is_due(&self, now: Instant) -> bool {
        now >= self.0.left_alone_until
    }

    /// Takes it for one simulated agent, unless another has it.
    pub fn take(&self) -> Option<Answering> {
        (!self.0.is_answered.swap(true, Ordering::SeqCst)).then(|| Answering(self.clone()))
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.0.is_answered.store(false, Ordering::SeqCst);
    }
}

/// The parts of the contacts that are simulated now.
#[derive(Clone, Default)]
pub struct Stage(Arc<Mutex<HashMap<Uuid, Part>>>);

impl Stage {
    /// A customer comes.
    pub fn enter(&self, contact: Uuid, part: Part) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(contact, part);
    }
    /// What is played in `contact`; `None` when it is nobody's of the simulation, or its customer has left.
    pub fn part(&self, contact: Uuid) -> Option<Part> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&contact).cloned()
    }
    /// The customer leaves.
    pub fn leave(&self, contact: Uuid) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&contact);
    }
    /// How many customers there are.
    pub fn crowd(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use std::time::Duration;

    use super::*;
    use crate::demo::content;

    fn a_part(left_alone_until: Instant) -> Part {
        let mut scripts = content::load(|_| String::new()).unwrap().scripts;
        Part::new(Arc::new(scripts.swap_remove(0)), left_alone_until)
    }

    #[test]
    fn a_chat_that_is_left_to_a_person_is_for_colleagues_after_a_while() {
        let now = Instant::now();
        let part = a_part(now + Duration::from_secs(40));
        assert!(!part.is_due(now + Duration::from_secs(39)));
        assert!(part.is_due(now + Duration::from_secs(40)));
    }

    #[test]
    fn one_simulated_agent_at_a_time_answers_and_another_goes_on_where_it_stopped() {
        let part = a_part(Instant::now());
        let answering = part.take().unwrap();
        assert!(part.take().is_none());
        part.say();
        let first = answering.0.answer(part.said()).unwrap().text.clone();
        drop(answering);
        part.say();
        let second = part.take().unwrap().0.answer(part.said()).unwrap().text.clone();
        assert_eq!([&first, &second], [&part.script().turns[1].text, &part.script().turns[3].text]);
        assert!(part.goes_on_after(1) && !part.goes_on_after(part.script().turns.len()));
    }
}
