//! Offering a contact to one agent, who has it alone for some seconds: nobody waits for somebody who does not look.

use super::event::Event;
use super::refusal::Refusal;
use super::slots::Slots;
use super::state::{Case, Channel, ContactState, Offer};
use crate::availability::AwayBecause;
use crate::id::AgentId;
use crate::moment::{Moment, Span};

/// Why an offer came to its end without being taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferEnd {
    /// The agent did not take it in time.
    LetPass,
    /// The agent went away, or cannot have it any more.
    Withdrawn,
}

impl OfferEnd {
    /// Why the agent gets no more offers until they say that they are back; none when they go on as before. Whoever let one
    /// pass is not looking, and the next customer must not wait for them as well.
    pub fn pauses(self) -> Option<AwayBecause> {
        match self {
            Self::LetPass => Some(AwayBecause::LetPass),
            Self::Withdrawn => None,
        }
    }
}

/// What is known of the agent of an offer when somebody asks what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedAgent {
    /// Whether they could still take it: present, of a team that serves the client, with room for it.
    pub can_take: bool,
    /// Whether they are present.
    pub is_present: bool,
    /// Since when this desk has been running without a break: before that nobody could have seen the offer.
    pub desk_runs_since: Moment,
}

/// What becomes of `offer` at `at`; none while it stands. Whoever had it for its whole time has let it pass, also when they
/// are away by now: of two offers whose time ends together the first one pauses them.
pub fn offer_end(offer: Offer, agent: OfferedAgent, at: Moment) -> Option<OfferEnd> {
    let is_over = at >= offer.until;
    let had_it = is_over && agent.desk_runs_since <= offer.at;
    if had_it && (agent.can_take || !agent.is_present) {
        return Some(OfferEnd::LetPass);
    }
    (is_over || !agent.can_take).then_some(OfferEnd::Withdrawn)
}

/// Offers a waiting chat. Nothing happens when it has been taken or offered meanwhile.
pub(super) fn offer(case: &Case, to: AgentId, slots: &Slots, within: Span) -> Result<Vec<Event>, Refusal> {
    let contact = &case.contact;
    if contact.state != ContactState::Waiting || contact.channel != Channel::Chat || contact.offer.is_some() {
        return Ok(Vec::new());
    }
    slots.first_free()?;
    Ok(vec![Event::Offered { contact: contact.id, to, within }])
}

/// Ends an offer. Nothing happens when it is not there any more.
pub(super) fn end_offer(case: &Case, to: AgentId, why: OfferEnd) -> Vec<Event> {
    match case.contact.offer {
        Some(offer) if offer.to == to => vec![Event::OfferEnded { contact: case.contact.id, to, why }],
        Some(_) | None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Moment = Moment::from_micros(1_000_000_000);

    fn offer() -> Offer {
        Offer { to: uuid::Uuid::from_u128(1).into(), at: AT, until: AT.plus(Span::seconds(20)) }
    }

    fn looking() -> OfferedAgent {
        OfferedAgent { can_take: true, is_present: true, desk_runs_since: AT.minus(Span::seconds(60)) }
    }

    #[test]
    fn an_offer_stands_until_its_time_is_over_and_has_then_been_let_pass() {
        assert_eq!(offer_end(offer(), looking(), AT.plus(Span::millis(19_999))), None);
        assert_eq!(offer_end(offer(), looking(), AT.plus(Span::seconds(20))), Some(OfferEnd::LetPass));
    }

    #[test]
    fn an_offer_to_somebody_who_goes_away_is_withdrawn_at_once_and_held_against_nobody() {
        let away = OfferedAgent { can_take: false, is_present: false, ..looking() };
        assert_eq!(offer_end(offer(), away, AT.plus(Span::millis(19_999))), Some(OfferEnd::Withdrawn));
        assert_eq!(OfferEnd::Withdrawn.pauses(), None);
        assert_eq!(OfferEnd::LetPass.pauses(), Some(AwayBecause::LetPass));
    }

    #[test]
    fn of_two_offers_that_end_together_both_have_been_let_pass_although_the_first_one_pauses() {
        let paused = OfferedAgent { can_take: false, is_present: false, ..looking() };
        assert_eq!(offer_end(offer(), paused, AT.plus(Span::seconds(20))), Some(OfferEnd::LetPass));
        let full = OfferedAgent { can_take: false, ..looking() };
        let said = "who has filled their slots by hand works";
        assert_eq!(offer_end(offer(), full, AT.plus(Span::seconds(20))), Some(OfferEnd::Withdrawn), "{said}");
    }

    #[test]
    fn what_nobody_could_see_because_the_desk_was_down_is_held_against_nobody() {
        let restarted = OfferedAgent { desk_runs_since: AT.plus(Span::seconds(5)), ..looking() };
        assert_eq!(offer_end(offer(), restarted, AT.plus(Span::seconds(30))), Some(OfferEnd::Withdrawn));
    }
}
