//! How a client's desk speaks: who says its first and last words.

use crate::case::{Channel, Contact, ContactState};

/// Who says the first or the last words of a chat (CC-14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SaidHow {
    /// The agent, in words of their own.
    Live,
    /// The agent, who is offered words and may change them.
    Prepared,
    /// The desk itself, marked as automatic. That answers nobody: the answer clock goes on.
    Automatic,
}

impl SaidHow {
    /// What the desk itself says; none where an agent does, and where there are no words.
    pub fn by_itself(self, words: &str) -> Option<&str> {
        (self == Self::Automatic && !words.is_empty()).then_some(words)
    }
}

/// Whether a contact that an agent is about to end, or whose case they solve, ends with the client's last words: a chat
/// that still goes on. Who left a message reads them long after.
pub fn has_last_words(contact: &Contact) -> bool {
    contact.channel == Channel::Chat && contact.state != ContactState::Ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_itself_says_automatic_words_only() {
        assert_eq!(SaidHow::Automatic.by_itself("Hei!"), Some("Hei!"));
        assert_eq!(SaidHow::Automatic.by_itself(""), None, "there is nothing to say");
        assert_eq!(SaidHow::Prepared.by_itself("Hei!"), None);
        assert_eq!(SaidHow::Live.by_itself("Hei!"), None);
    }
}
