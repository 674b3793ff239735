//! How much a contact takes of whoever holds it: not everything that somebody holds keeps them as busy as a chat.

use super::CHAT_WEIGHT;
use crate::case::{Channel, SLOTS_LIMIT};

/// How much somebody of `slots` may have in all who has `load` in `places` places. Nobody has more than [`SLOTS_LIMIT`]
/// places, so light contacts can fill somebody who could carry more: [`crate::case::Slots::place_over`] lets nothing more in.
pub fn capacity(slots: i64, load: i64, places: i64) -> i64 {
    let left = SLOTS_LIMIT.saturating_sub(places).max(0).saturating_mul(CHAT_WEIGHT);
    slots.clamp(1, SLOTS_LIMIT).saturating_mul(CHAT_WEIGHT).min(load.saturating_add(left))
}

/// What each channel weighs in one organisation, in the measure of [`CHAT_WEIGHT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    message: i64,
}

impl Weights {
    /// Unless an organisation says otherwise: nobody sits and waits for the answer to a left message, so it is written in the
    /// pauses of chats; four of them are the writing of one chat.
    pub const USUAL_MESSAGE: i64 = 25;

    /// A left message weighs this much: nothing at least, and a chat at most.
    pub fn with_message(message: i64) -> Self {
        Self { message: message.clamp(0, CHAT_WEIGHT) }
    }

    /// What a contact that is held weighs: who is on the telephone does nothing else, so a call leaves room for nothing more.
    pub fn held(self, channel: Channel) -> i64 {
        match channel {
            Channel::CallBack => SLOTS_LIMIT.saturating_mul(CHAT_WEIGHT),
            Channel::Chat | Channel::Message => self.of(channel),
        }
    }

    /// What must be free for a contact that came through `channel`. Who takes a call may have chats open: they are what
    /// the call interrupts.
    pub fn of(self, channel: Channel) -> i64 {
        match channel {
            Channel::Chat | Channel::CallBack => CHAT_WEIGHT,
            Channel::Message => self.message,
        }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::with_message(Self::USUAL_MESSAGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_taken_into_one_free_luukku_and_leaves_none() {
        let weights = Weights::default();
        assert_eq!(weights.of(Channel::CallBack), CHAT_WEIGHT);
        for slots in 1..=SLOTS_LIMIT {
            let load = weights.held(Channel::CallBack);
            assert!(capacity(slots, load, 1) - load < weights.of(Channel::Message).max(1), "of {slots}");
        }
    }

    #[test]
    fn eight_light_contacts_leave_no_room_for_a_chat_however_little_they_weigh() {
        let free = |slots, load, places| capacity(slots, load, places) - load;
        assert_eq!(free(8, 8 * 25, 8), 0, "all places are in use");
        assert_eq!(free(8, 7 * 25, 7), CHAT_WEIGHT, "one is left");
        assert_eq!(free(3, 4 * 25, 4), 2 * CHAT_WEIGHT, "their own limit comes first");
        assert_eq!(free(8, 0, 0), 8 * CHAT_WEIGHT);
        assert!(free(8, 9 * CHAT_WEIGHT, 9) <= 0, "taken over the limit");
    }
}
