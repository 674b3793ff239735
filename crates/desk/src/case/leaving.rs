//! Where a contact was left, for whoever meets the customer the next time.

use super::event::Event;
use super::state::{CaseState, EndedBy};
use crate::id::AgentId;
use crate::moment::Moment;

/// How a contact was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftAs {
    /// The case was solved.
    Solved,
    /// The customer was sent elsewhere.
    Referred,
    /// An agent promised to come back.
    Promised,
    /// The contact ended, and nothing was agreed.
    Ended,
}

/// Where a contact was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftAt {
    /// How.
    pub how: LeftAs,
    /// By whom; of a contact that only ended, who ended it or had it last. None when nobody did.
    pub by: Option<AgentId>,
    /// When.
    pub at: Moment,
}

/// Where the newest contact of a case was left, from what happened in it, oldest first. None while nothing was.
pub fn left_at<'a>(happened: impl IntoIterator<Item = (&'a Event, Moment)>) -> Option<LeftAt> {
    let (mut left, mut had) = (None, None);
    for (event, at) in happened {
        match event {
            Event::ContactStarted { .. } => (left, had) = (None, None),
            Event::Replied { by, .. } => had = Some(*by),
            // Who had promised to come back has done so, and it goes on from there.
            Event::Taken { by, .. } => {
                had = Some(*by);
                left = left.filter(|left: &LeftAt| left.how != LeftAs::Promised);
            }
            Event::Referred { by, .. } => left = Some(LeftAt { how: LeftAs::Referred, by: Some(*by), at }),
            Event::StateChanged { to: CaseState::Solved | CaseState::Closed, by, .. } => {
                // A referral solves the case as well; it says more.
                if !left.is_some_and(|left: LeftAt| left.how == LeftAs::Referred) {
                    left = Some(LeftAt { how: LeftAs::Solved, by: *by, at });
                }
            }
            // An agent opened it again. When the customer comes back, it was left where it was.
            Event::StateChanged { from: CaseState::Solved, by: Some(_), .. } | Event::ContactResumed { .. } | Event::PromiseKept { .. } => {
                left = None;
            }
            Event::Parked { by, .. } => left = Some(LeftAt { how: LeftAs::Promised, by: Some(*by), at }),
            // Who asks to be called is waiting for that, and has been left nowhere.
            Event::ContactEnded { agent, by, .. } if *by != EndedBy::CallBack => {
                left = left.or(Some(LeftAt { how: LeftAs::Ended, by: agent.or(had), at }));
            }
            Event::ContactEnded { .. }
            | Event::StateChanged { .. }
            | Event::CaseOpened { .. }
            | Event::Received { .. }
            | Event::SaidAutomatically { .. }
            | Event::Noted { .. }
            | Event::Offered { .. }
            | Event::OfferEnded { .. }
            | Event::TakenBack { .. }
            | Event::FreedFromTeam { .. }
            | Event::Overflowed { .. }
            | Event::AnswerTargetMissed { .. }
            | Event::Flagged { .. }
            | Event::Blocked { .. }
            | Event::Transferred { .. }
            | Event::OwnerChanged { .. }
            | Event::SubjectChanged { .. }
            | Event::RaisedToLead { .. }
            | Event::PromiseBroken { .. }
            | Event::CallOrdered { .. }
            | Event::Called { .. }
            | Event::NotReached { .. }
            | Event::Labelled { .. }
            | Event::Triaged { .. } => {}
        }
    }
    left
}

/// Where the contact before the newest one was left, in the same case. None when the newest is the first.
pub fn left_before(happened: &[(&Event, Moment)]) -> Option<LeftAt> {
    let newest = happened.iter().rposition(|(event, _)| matches!(event, Event::ContactStarted { .. }))?;
    left_at(happened.get(..newest)?.iter().copied())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::case::{Referral, ReferralReason};
    use crate::id::{ContactId, MessageId};

    const AINO: AgentId = AgentId(Uuid::from_u128(1));
    const CONTACT: ContactId = ContactId(Uuid::from_u128(2));

    fn ended() -> Event {
        Event::ContactEnded { contact: CONTACT, by: EndedBy::Customer, agent: None }
    }

    fn replied() -> Event {
        Event::Replied { contact: CONTACT, message: MessageId(Uuid::from_u128(3)), by: AINO }
    }

    fn changed(from: CaseState, to: CaseState, by: Option<AgentId>) -> Event {
        Event::StateChanged { from, to, by }
    }

    fn left(events: &[Event]) -> Option<(LeftAs, Option<AgentId>)> {
        left_at(events.iter().map(|event| (event, Moment::from_micros(0)))).map(|left| (left.how, left.by))
    }

    #[test]
    fn a_contact_is_left_where_it_was_agreed_and_otherwise_with_whoever_had_it_last() {
        assert_eq!(left(&[replied()]), None, "it goes on");
        assert_eq!(left(&[ended()]), Some((LeftAs::Ended, None)));
        assert_eq!(left(&[replied(), ended()]), Some((LeftAs::Ended, Some(AINO))));
        assert_eq!(left(&[Event::ContactEnded { contact: CONTACT, by: EndedBy::CallBack, agent: None }]), None);
        let solved = changed(CaseState::Open, CaseState::Solved, Some(AINO));
        assert_eq!(left(&[replied(), solved.clone(), ended()]), Some((LeftAs::Solved, Some(AINO))));
        let referral = Referral { place: None, reason: ReferralReason::NotOurs, remedy: None };
        let referred = Event::Referred { contact: CONTACT, by: AINO, referral };
        assert_eq!(left(&[referred, solved.clone(), ended()]), Some((LeftAs::Referred, Some(AINO))));
        // The customer is back: that is where it was left. An agent has opened it: it goes on.
        let back = changed(CaseState::Solved, CaseState::Open, None);
        assert_eq!(left(&[solved.clone(), back]), Some((LeftAs::Solved, Some(AINO))));
        let opened = changed(CaseState::Solved, CaseState::Open, Some(AINO));
        assert_eq!(left(&[solved, opened]), None);
        let parked = Event::Parked { contact: CONTACT, by: AINO, until: Moment::from_micros(9) };
        let taken = Event::Taken { contact: CONTACT, by: AINO, luukku: 1, exceeds: None };
        assert_eq!(left(&[taken.clone(), ended()]), Some((LeftAs::Ended, Some(AINO))));
        assert_eq!(left(&[parked.clone(), ended()]), Some((LeftAs::Promised, Some(AINO))));
        assert_eq!(left(&[parked, taken, ended()]), Some((LeftAs::Ended, Some(AINO))), "taken up again and ended");
    }
}
