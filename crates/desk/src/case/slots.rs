//! An agent's slots (fi *luukut*): how many contacts at once, and which place each has (UH-12).

use super::Refusal;
use crate::routing::Lack;

/// Why somebody takes a chat although their slots are full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExceedReason {
    /// It cannot wait.
    Urgent,
    /// They know the matter already.
    Known,
    /// Nobody else can take it.
    NobodyElse,
    /// Something else, told in a note.
    Other,
}

/// The most slots that anybody can have.
pub const SLOTS_LIMIT: i64 = 8;

/// The slots of one agent at the moment of a claim, and what they lack for it, read in the claim's own transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    limit: i64,
    taken: Vec<i64>,
    offered: usize,
    lacks: Option<Lack>,
}

impl Slots {
    /// `limit` as set for the agent (held to 1–8); `taken`: the places in use; `offered`: how many other contacts are offered
    /// to them, each of which holds a slot until it is taken or goes on.
    pub fn new(limit: i64, taken: Vec<i64>, offered: usize) -> Self {
        Self { limit: limit.clamp(1, SLOTS_LIMIT), taken, offered, lacks: None }
    }

    /// The slots of somebody who lacks this for the contact: it is no contact for them, whatever is free.
    #[must_use]
    pub fn lacking(self, lacks: Option<Lack>) -> Self {
        Self { lacks, ..self }
    }

    /// The lowest free place.
    ///
    /// # Errors
    /// [`Refusal::Lacks`] when they do not know what the contact needs; [`Refusal::SlotsFull`] when as many are in use or offered as the agent may have, whatever their places are.
    pub fn first_free(&self) -> Result<i64, Refusal> {
        if let Some(lack) = self.lacks {
            return Err(Refusal::Lacks(lack));
        }
        if self.taken.len().saturating_add(self.offered) >= usize::try_from(self.limit).unwrap_or(0) {
            return Err(Refusal::SlotsFull);
        }
        self.lowest()
    }

    /// The lowest free place whatever the limit is.
    ///
    /// # Errors
    /// [`Refusal::SlotsFull`] when all of the [`SLOTS_LIMIT`] places are in use or offered: nobody can have more.
    pub fn place_over(&self) -> Result<i64, Refusal> {
        let is_full = self.taken.len().saturating_add(self.offered) >= usize::try_from(SLOTS_LIMIT).unwrap_or(0);
        if is_full { Err(Refusal::SlotsFull) } else { self.lowest() }
    }

    fn lowest(&self) -> Result<i64, Refusal> {
        // A limit that was lowered while chats were open can leave a place above it in use: places run to eight.
        (1..=SLOTS_LIMIT).find(|place| !self.taken.contains(place)).ok_or(Refusal::SlotsFull)
    }
}
