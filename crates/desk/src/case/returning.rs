//! When a contact goes back to a queue, or out of one: its holder cannot answer it, or its team is not there.

use super::state::{Channel, TakenBackReason};
use crate::availability::Presence;
use crate::may::{Act, Role, may};

/// Whose contacts somebody may give back to the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Their own.
    Own,
    /// Everybody's, of the clients that they see.
    Everybodys,
}

impl Whose {
    /// For a person who may, or may not, do [`Act::GiveBackForOthers`].
    pub fn by(gives_back_for_others: bool) -> Self {
        if gives_back_for_others { Self::Everybodys } else { Self::Own }
    }
}

/// Who of a team is there for a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamNow {
    /// Somebody is present.
    Present,
    /// Nobody is present, but somebody can be.
    Absent,
    /// Nobody who answers is in it, or it does not serve the client any more.
    Empty,
}

/// Whether a contact waits in vain for its team. Who waits in a chat waits now: they never wait for people who are not
/// there. A left message and a call wait for their team until the next morning, but not for a team without anybody in it.
pub fn waits_in_vain(channel: Channel, team: TeamNow) -> bool {
    match (channel, team) {
        (Channel::Chat, TeamNow::Absent) | (_, TeamNow::Empty) => true,
        (Channel::Message | Channel::CallBack, TeamNow::Absent) | (_, TeamNow::Present) => false,
    }
}

/// Why a contact is taken back from its holder, whose `role` is none when they have been shut out; none while they keep
/// it. A left message can wait until its holder is back; a chat cannot, nor a call that was promised.
pub fn why_taken_back(channel: Channel, presence: Presence, role: Option<Role>) -> Option<TakenBackReason> {
    if !role.is_some_and(|role| may(role, Act::Answer)) {
        return Some(TakenBackReason::NoLongerAnswers);
    }
    (channel != Channel::Message && presence == Presence::Gone).then_some(TakenBackReason::AgentGone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_waits_for_a_team_only_while_somebody_of_it_is_there() {
        assert!(!waits_in_vain(Channel::Chat, TeamNow::Present));
        assert!(waits_in_vain(Channel::Chat, TeamNow::Absent));
        assert!(waits_in_vain(Channel::Chat, TeamNow::Empty));
    }

    #[test]
    fn a_left_message_waits_for_a_team_that_has_gone_home_but_not_for_an_empty_one() {
        assert!(!waits_in_vain(Channel::Message, TeamNow::Absent));
        assert!(waits_in_vain(Channel::Message, TeamNow::Empty));
    }

    #[test]
    fn an_absent_agent_keeps_left_messages_and_loses_chats_and_calls() {
        let of_gone = |channel| why_taken_back(channel, Presence::Gone, Some(Role::Agent));
        assert_eq!(of_gone(Channel::Chat), Some(TakenBackReason::AgentGone));
        assert_eq!(of_gone(Channel::CallBack), Some(TakenBackReason::AgentGone));
        assert_eq!(of_gone(Channel::Message), None);
        assert_eq!(why_taken_back(Channel::Chat, Presence::Away, Some(Role::Agent)), None);
    }

    #[test]
    fn who_is_shut_out_or_only_looks_keeps_nothing() {
        for role in [None, Some(Role::ReadOnly)] {
            for channel in [Channel::Chat, Channel::Message] {
                assert_eq!(why_taken_back(channel, Presence::Present, role), Some(TakenBackReason::NoLongerAnswers));
            }
        }
    }
}
