//! How much a contact takes of whoever holds it: not everything that somebody holds keeps them as busy as a chat.

use super::CHAT_WEIGHT;
use crate::case::Channel;

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

    /// What a contact weighs that came through `channel`.
    pub fn of(self, channel: Channel) -> i64 {
        match channel {
            Channel::Chat => CHAT_WEIGHT,
            Channel::Message => self.message,
        }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::with_message(Self::USUAL_MESSAGE)
    }
}
