//! When a client's chat is open. A chat is never open to nobody (CC-11).

use crate::language::Language;
use crate::may::{Act, Role, may};
use crate::moment::Span;
use crate::opening_target::TargetNow;
use crate::staffing::Staffings;

/// How long an agent may be silent before they count as gone.
pub const GONE_AFTER: Span = Span::seconds(45);

/// Whether an agent is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Takes chats.
    Present,
    /// Takes no new chats; keeps the open ones.
    Away,
    /// Signed out, or silent for [`GONE_AFTER`].
    Gone,
}

/// Why somebody is away who has not said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwayBecause {
    /// They let an offered chat pass ([`crate::case::OfferEnd::pauses`]).
    LetPass,
}

impl Presence {
    /// As what somebody counts whose `role` is none when they have been shut out: who only looks takes no chats.
    #[must_use]
    pub fn of(self, role: Option<Role>) -> Self {
        match (self, role) {
            (_, None) | (Self::Gone, Some(_)) => Self::Gone,
            (Self::Present, Some(role)) if may(role, Act::Answer) => Self::Present,
            (Self::Present | Self::Away, Some(_)) => Self::Away,
        }
    }
}

/// Why a chat is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedReason {
    /// Outside opening hours.
    Hours,
    /// No agent who serves this client is present.
    NobodyPresent,
    /// Nobody who is present speaks the language.
    NoSpeaker,
    /// For every free slot somebody waits, and behind them as many as the queue's ceiling allows.
    QueueFull,
    /// Closed by hand.
    ByHand,
    /// Those who have come are not answered in time ([`crate::opening_target`]).
    TargetNotKept,
    /// Nobody has opened it to customers yet ([`crate::launch`]).
    NotLive,
}

impl ClosedReason {
    /// Whether the hours say when the chat opens again. Inside them it opens when somebody comes, when the queue moves
    /// or when a hand opens it: the next opening of the week would be a promise that nobody made.
    pub fn ends_with_hours(self) -> bool {
        match self {
            Self::Hours => true,
            Self::NobodyPresent | Self::NoSpeaker | Self::QueueFull | Self::ByHand | Self::TargetNotKept | Self::NotLive => false,
        }
    }
}

/// What visitors find while a chat is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenClosed {
    /// Nothing: the website shows no chat.
    Hidden,
    /// The hours and when it opens next.
    Hours,
    /// The same, and they may leave a message that becomes a case.
    Message,
}

impl WhenClosed {
    /// Whether somebody who has no conversation may leave a message, the chat being open or not by `availability`. While it
    /// is open they always may: instead of waiting in the queue.
    pub fn takes_messages<No: Copy>(self, availability: Result<(), No>) -> bool {
        match self {
            Self::Message => true,
            Self::Hidden | Self::Hours => availability.is_ok(),
        }
    }
}

/// In which languages a chat takes nobody although it is open, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClosedIn {
    fi: Option<ClosedReason>,
    sv: Option<ClosedReason>,
    en: Option<ClosedReason>,
}

impl ClosedIn {
    /// Why it is closed in `language`; nothing where it is open.
    pub fn reason(self, language: Language) -> Option<ClosedReason> {
        match language {
            Language::Fi => self.fi,
            Language::Sv => self.sv,
            Language::En => self.en,
        }
    }

    /// The same, and closed in `language` as well.
    #[must_use]
    pub fn and(mut self, language: Language, reason: ClosedReason) -> Self {
        match language {
            Language::Fi => self.fi = Some(reason),
            Language::Sv => self.sv = Some(reason),
            Language::En => self.en = Some(reason),
        }
        self
    }

    /// Every language in which it is closed.
    pub fn each(self) -> impl Iterator<Item = (Language, ClosedReason)> {
        Language::ALL.into_iter().filter_map(move |language| Some((language, self.reason(language)?)))
    }
}

/// Hours as they matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Inside opening hours.
    InHours,
    /// Outside.
    OutOfHours,
    /// Shut by hand, whatever the hours say.
    ShutByHand,
    /// Not opened to customers yet.
    NotLive,
}

/// Whether anybody may start a chat now, whatever they speak.
///
/// # Errors
/// The first reason why not, the one that the visitor can do least about first.
fn anybody_may_come(door: Door, staffings: &Staffings) -> Result<(), ClosedReason> {
    match door {
        Door::NotLive => Err(ClosedReason::NotLive),
        Door::ShutByHand => Err(ClosedReason::ByHand),
        Door::OutOfHours => Err(ClosedReason::Hours),
        Door::InHours if staffings.everybody().present <= 0 => Err(ClosedReason::NobodyPresent),
        Door::InHours => Ok(()),
    }
}

/// Whether a visitor who asks in `language` may start a chat now: a chat is never open to nobody in that language either (SM-05).
/// Who waits for people who do not speak it closes nothing ([`Staffings::has_room`]).
///
/// # Errors
/// The first reason why not, the one that the visitor can do least about first.
pub fn availability_in(
    language: Language,
    door: Door,
    staffings: &Staffings,
    queue_ceiling: i64,
    opening_target: TargetNow,
) -> Result<(), ClosedReason> {
    anybody_may_come(door, staffings)?;
    if staffings.who_speak(language).present <= 0 {
        return Err(ClosedReason::NoSpeaker);
    }
    if !staffings.has_room(language, queue_ceiling) {
        return Err(ClosedReason::QueueFull);
    }
    match opening_target {
        TargetNow::Kept => Ok(()),
        TargetNow::NotKept => Err(ClosedReason::TargetNotKept),
    }
}

/// In which of a client's `languages` visitors may start a chat now: in all but these.
///
/// # Errors
/// When they may in none: why not, in the first of them.
pub fn open_in(
    languages: &[Language],
    door: Door,
    staffings: &Staffings,
    queue_ceiling: i64,
    opening_target: TargetNow,
) -> Result<ClosedIn, ClosedReason> {
    anybody_may_come(door, staffings)?;
    let (mut closed, mut first, mut is_open) = (ClosedIn::default(), None, languages.is_empty());
    for language in languages {
        match availability_in(*language, door, staffings, queue_ceiling, opening_target) {
            Ok(()) => is_open = true,
            Err(reason) => {
                first = first.or(Some(reason));
                closed = closed.and(*language, reason);
            }
        }
    }
    match first.filter(|_| !is_open) {
        Some(reason) => Err(reason),
        None => Ok(closed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::staffing::{Present, WaitingAlike};

    /// So many are there who speak Finnish only, the first of them with the free slots.
    fn there(present: usize, free_slots: i64, waiting: i64) -> Staffings {
        let one = |free_slots| Present { languages: vec![(Language::Fi, 2)], skills: Vec::new(), free_slots };
        let people: Vec<Present> = (0..present).map(|place| one(if place == 0 { free_slots } else { 0 })).collect();
        Staffings::of(&people, &[WaitingAlike { language: Language::Fi, level: 1, skill: None, chats: waiting, oldest: None }])
    }

    fn staffed() -> Staffings {
        there(1, 1, 0)
    }

    fn availability(door: Door, staffings: &Staffings, queue_ceiling: i64, opening_target: TargetNow) -> Result<(), ClosedReason> {
        availability_in(Language::Fi, door, staffings, queue_ceiling, opening_target)
    }

    #[test]
    fn who_only_looks_is_never_present_and_who_was_shut_out_is_gone() {
        assert_eq!(Presence::Present.of(Some(Role::Agent)), Presence::Present);
        assert_eq!(Presence::Present.of(Some(Role::ReadOnly)), Presence::Away);
        assert_eq!(Presence::Gone.of(Some(Role::ReadOnly)), Presence::Gone);
        assert_eq!(Presence::Present.of(None), Presence::Gone);
    }

    #[test]
    fn a_chat_is_open_when_its_hours_say_so_and_somebody_is_there() {
        assert_eq!(availability(Door::InHours, &staffed(), 0, TargetNow::Kept), Ok(()));
    }

    #[test]
    fn a_chat_is_never_open_to_nobody_cc_11() {
        assert_eq!(availability(Door::InHours, &there(0, 0, 0), 500, TargetNow::Kept), Err(ClosedReason::NobodyPresent));
    }

    #[test]
    fn a_chat_is_never_open_to_nobody_in_the_language_of_who_comes_sm_05() {
        let there = staffed();
        let begins = |language, door| availability_in(language, door, &there, 9, TargetNow::Kept);
        assert_eq!(begins(Language::Fi, Door::InHours), Ok(()));
        assert_eq!(begins(Language::Sv, Door::InHours), Err(ClosedReason::NoSpeaker));
        assert_eq!(begins(Language::En, Door::InHours), Err(ClosedReason::NoSpeaker));
        assert_eq!(begins(Language::Sv, Door::OutOfHours), Err(ClosedReason::Hours));
        let open = |languages: &[Language]| open_in(languages, Door::InHours, &there, 9, TargetNow::Kept);
        assert_eq!(open(&[Language::Fi]), Ok(ClosedIn::default()));
        assert_eq!(open(&[Language::Sv, Language::Fi]), Ok(ClosedIn::default().and(Language::Sv, ClosedReason::NoSpeaker)));
        assert_eq!(open(&[Language::Sv, Language::En]), Err(ClosedReason::NoSpeaker), "open in no language is not open");
    }

    #[test]
    fn a_full_desk_takes_visitors_until_the_queue_reaches_its_ceiling() {
        let full = |waiting| there(2, 0, waiting);
        assert_eq!(availability(Door::InHours, &full(2), 3, TargetNow::Kept), Ok(()));
        assert_eq!(availability(Door::InHours, &full(3), 3, TargetNow::Kept), Err(ClosedReason::QueueFull));
    }

    #[test]
    fn who_waits_for_a_free_slot_is_not_counted_against_the_ceiling() {
        let two_free = |waiting| there(1, 2, waiting);
        assert_eq!(availability(Door::InHours, &two_free(4), 3, TargetNow::Kept), Ok(()));
        assert_eq!(availability(Door::InHours, &two_free(5), 3, TargetNow::Kept), Err(ClosedReason::QueueFull));
        assert_eq!(availability(Door::InHours, &two_free(2), 0, TargetNow::Kept), Err(ClosedReason::QueueFull));
    }

    #[test]
    fn only_a_chat_that_its_hours_closed_knows_when_it_opens_cc_12() {
        assert!(ClosedReason::Hours.ends_with_hours());
        for reason in
            [ClosedReason::NobodyPresent, ClosedReason::QueueFull, ClosedReason::ByHand, ClosedReason::TargetNotKept, ClosedReason::NotLive]
        {
            assert!(!reason.ends_with_hours(), "{reason:?}");
        }
    }

    #[test]
    fn a_target_that_is_not_kept_closes_a_chat_that_could_be_open() {
        assert_eq!(availability(Door::InHours, &staffed(), 9, TargetNow::NotKept), Err(ClosedReason::TargetNotKept));
        assert_eq!(availability(Door::OutOfHours, &staffed(), 9, TargetNow::NotKept), Err(ClosedReason::Hours));
    }

    #[test]
    fn hours_and_the_hand_close_a_staffed_chat() {
        assert_eq!(availability(Door::OutOfHours, &staffed(), 9, TargetNow::Kept), Err(ClosedReason::Hours));
        assert_eq!(availability(Door::ShutByHand, &staffed(), 9, TargetNow::Kept), Err(ClosedReason::ByHand));
    }

    #[test]
    fn a_chat_that_nobody_has_opened_to_customers_stays_shut_whoever_is_there_cc_01() {
        assert_eq!(availability(Door::NotLive, &staffed(), 9, TargetNow::Kept), Err(ClosedReason::NotLive));
    }

    #[test]
    fn a_closed_chat_takes_messages_only_where_the_client_wants_them() {
        let closed = Err(ClosedReason::NobodyPresent);
        let all = [WhenClosed::Hidden, WhenClosed::Hours, WhenClosed::Message];
        assert_eq!(all.map(|one| one.takes_messages(closed)), [false, false, true]);
        assert_eq!(all.map(|one| one.takes_messages(Ok::<(), ClosedReason>(()))), [true, true, true]);
    }
}
