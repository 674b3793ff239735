//! An agent's slots (fi *luukut*): how many contacts at once, and which place each has (UH-12).

use super::Refusal;
use crate::routing::{CHAT_WEIGHT, Lack};

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
    /// How much all of that weighs, in the measure of [`CHAT_WEIGHT`].
    load: i64,
    /// How much the contact weighs that is claimed.
    weight: i64,
    lacks: Option<Lack>,
}

impl Slots {
    /// `limit` as set for the agent (held to 1–8); `taken`: the places in use; `offered`: how many other contacts are offered
    /// to them, each of which holds a slot until it is taken or goes on.
    pub fn new(limit: i64, taken: Vec<i64>, offered: usize) -> Self {
        let count = i64::try_from(taken.len().saturating_add(offered)).unwrap_or(i64::MAX);
        let load = count.saturating_mul(CHAT_WEIGHT);
        Self { limit: limit.clamp(1, SLOTS_LIMIT), taken, offered, load, weight: CHAT_WEIGHT, lacks: None }
    }

    /// The same when what is in use and offered weighs `load` together, and the claimed contact `weight`, not all of them being
    /// chats.
    #[must_use]
    pub fn weighing(self, load: i64, weight: i64) -> Self {
        Self { load, weight, ..self }
    }

    /// The slots of somebody who lacks this for the contact: it is no contact for them, whatever is free.
    #[must_use]
    pub fn lacking(self, lacks: Option<Lack>) -> Self {
        Self { lacks, ..self }
    }

    /// The lowest free place.
    ///
    /// # Errors
    /// [`Refusal::Lacks`] when they do not know what the contact needs; [`Refusal::SlotsFull`] when it would be more than the agent may have at once, whatever
    /// the places are, or when all of the [`SLOTS_LIMIT`] places are in use or offered.
    pub fn first_free(&self) -> Result<i64, Refusal> {
        if let Some(lack) = self.lacks {
            return Err(Refusal::Lacks(lack));
        }
        if self.load.saturating_add(self.weight) > self.limit.saturating_mul(CHAT_WEIGHT) {
            return Err(Refusal::SlotsFull);
        }
        self.place_over()
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
