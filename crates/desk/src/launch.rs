//! What must have been thought of before a client's chat is opened to its customers (CC-01), and when it is looked
//! through again. Eleven points: some are read from the settings, the others somebody confirms in words.

use crate::hours::{Date, plus_days};
use crate::language::Language;

/// Days from the opening of a chat to its first review.
const REVIEW_AFTER_DAYS: i32 = 365;
/// Longest words of a confirmation, in characters.
pub const LONGEST_WORDS: usize = 1_000;

/// One of the eleven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LaunchPoint {
    /// What the chat is for (CC-04).
    Purpose,
    /// Who answers, in every language of the client (CC-07, CC-08).
    Answerers,
    /// When it is open (CC-12).
    Hours,
    /// On which websites it is (CC-09).
    Website,
    /// What happens when nobody answers, and outside the hours (CC-11, SM-23).
    Closed,
    /// How a conversation is begun (CC-14).
    Greeting,
    /// What may be asked of customers (CC-15).
    Asking,
    /// How criticism and hostile words are answered (CC-16, CC-17).
    Criticism,
    /// Rules of play and the way of a case, for customers and for agents (CC-18, UH-22).
    Rules,
    /// Whether and how offers are told of (CC-05).
    Offers,
    /// Whether the chat invites by itself (CC-13).
    Invitations,
}

impl LaunchPoint {
    /// Every one, in the order in which they are thought of.
    pub const ALL: [Self; 11] = [
        Self::Purpose,
        Self::Answerers,
        Self::Hours,
        Self::Website,
        Self::Closed,
        Self::Greeting,
        Self::Asking,
        Self::Criticism,
        Self::Rules,
        Self::Offers,
        Self::Invitations,
    ];

    /// Whether a chat stays shut while this is open.
    pub fn is_mandatory(self) -> bool {
        !matches!(self, Self::Offers | Self::Invitations)
    }

    /// Whether somebody confirms it; otherwise the settings say.
    pub fn is_confirmed(self) -> bool {
        match self {
            Self::Answerers | Self::Hours | Self::Website | Self::Greeting => false,
            Self::Purpose | Self::Closed | Self::Asking | Self::Criticism | Self::Rules | Self::Offers | Self::Invitations => true,
        }
    }
}

/// What the settings of a client say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaunchFacts {
    /// Its languages.
    pub languages: Vec<Language>,
    /// Languages of those who may answer and whose team serves it.
    pub answered_in: Vec<Language>,
    /// Languages in which there are words to begin with: a greeting, or a prepared reply.
    pub begun_in: Vec<Language>,
    /// Whether its week has an hour in which it is open.
    pub has_hours: bool,
    /// Whether a website may show it.
    pub has_website: bool,
    /// What somebody has confirmed.
    pub confirmed: Vec<LaunchPoint>,
}

/// What a point still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Somebody's word.
    Confirmation,
    /// Any hour.
    Hours,
    /// Any website.
    Website,
    /// Somebody who answers in this language.
    Answerer(Language),
    /// Words to begin with in this language.
    Beginning(Language),
}

/// What `point` lacks; nothing when it is done.
pub fn lacks(point: LaunchPoint, facts: &LaunchFacts) -> Vec<Lack> {
    let missing = |there: &[Language], lack: fn(Language) -> Lack| {
        facts.languages.iter().filter(|language| !there.contains(language)).map(|language| lack(*language)).collect()
    };
    if point.is_confirmed() {
        return if facts.confirmed.contains(&point) { Vec::new() } else { vec![Lack::Confirmation] };
    }
    let unless = |is_there: bool, lack: Lack| if is_there { Vec::new() } else { vec![lack] };
    match point {
        LaunchPoint::Answerers => missing(&facts.answered_in, Lack::Answerer),
        LaunchPoint::Greeting => missing(&facts.begun_in, Lack::Beginning),
        LaunchPoint::Hours => unless(facts.has_hours, Lack::Hours),
        LaunchPoint::Website => unless(facts.has_website, Lack::Website),
        LaunchPoint::Purpose
        | LaunchPoint::Closed
        | LaunchPoint::Asking
        | LaunchPoint::Criticism
        | LaunchPoint::Rules
        | LaunchPoint::Offers
        | LaunchPoint::Invitations => Vec::new(),
    }
}

/// Whether the chat may be opened to customers.
///
/// # Errors
/// The mandatory points that are still open, in order.
pub fn may_open(facts: &LaunchFacts) -> Result<(), Vec<LaunchPoint>> {
    let is_open = |point: &LaunchPoint| point.is_mandatory() && !lacks(*point, facts).is_empty();
    let open: Vec<LaunchPoint> = LaunchPoint::ALL.into_iter().filter(is_open).collect();
    if open.is_empty() { Ok(()) } else { Err(open) }
}

/// The day on which a chat is looked through: the one that was `chosen`, or a year after it was opened, also when that was
/// long before anybody asked (CC-01, CC-02).
pub fn review_day(chosen: Option<Date>, opened: Option<Date>) -> Option<Date> {
    chosen.or_else(|| plus_days(opened?, REVIEW_AFTER_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready() -> LaunchFacts {
        LaunchFacts {
            languages: vec![Language::Fi, Language::Sv],
            answered_in: vec![Language::Sv, Language::Fi, Language::En],
            begun_in: vec![Language::Fi, Language::Sv],
            has_hours: true,
            has_website: true,
            confirmed: LaunchPoint::ALL.into_iter().filter(|point| point.is_confirmed() && point.is_mandatory()).collect(),
        }
    }

    #[test]
    fn there_are_eleven_points_and_each_is_there_once_cc_01() {
        let mut points = LaunchPoint::ALL.to_vec();
        points.dedup();
        assert_eq!(points.len(), 11);
    }

    #[test]
    fn a_new_client_is_told_every_mandatory_point() {
        let mandatory: Vec<_> = LaunchPoint::ALL.into_iter().filter(|point| point.is_mandatory()).collect();
        let new = LaunchFacts { languages: vec![Language::Fi], ..LaunchFacts::default() };
        assert_eq!(may_open(&new), Err(mandatory));
    }

    #[test]
    fn a_chat_opens_when_only_points_of_choice_are_open() {
        assert_eq!(may_open(&ready()), Ok(()));
        assert_eq!(lacks(LaunchPoint::Offers, &ready()), [Lack::Confirmation]);
    }

    #[test]
    fn a_language_in_which_nobody_answers_keeps_it_shut() {
        let facts = LaunchFacts { answered_in: vec![Language::Fi], ..ready() };
        assert_eq!(lacks(LaunchPoint::Answerers, &facts), [Lack::Answerer(Language::Sv)]);
        assert_eq!(may_open(&facts), Err(vec![LaunchPoint::Answerers]));
    }

    #[test]
    fn an_old_chat_is_looked_through_a_year_after_it_was_opened_unless_a_day_was_chosen_cc_02() {
        let day = |text: &str| text.parse::<Date>().ok();
        assert_eq!(review_day(None, day("2024-11-28")), day("2025-11-28"));
        assert_eq!(review_day(day("2026-03-01"), day("2024-11-28")), day("2026-03-01"));
        assert_eq!(review_day(None, None), None);
    }
}
