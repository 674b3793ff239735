//! Ending with "referred elsewhere": where the customer was sent, why, and what would have let the desk solve it here (CC-23,
//! CC-24). Called by [`super::decide`] alone.

use super::ending::solve;
use super::event::Event;
use super::refusal::Refusal;
use super::returning::Whose;
use super::state::{Case, ContactState};
use crate::id::{AgentId, LabelId, NoteId};
use crate::labels::Labels;

/// Why a customer was sent elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReferralReason {
    /// The matter is somebody else's.
    NotOurs,
    /// Nobody here may do what it needs.
    NoRight,
    /// Nobody here knows what it needs.
    NoKnowledge,
}

/// Where a customer was sent, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Referral {
    /// One of the client's places; none when only the note says where.
    pub place: Option<LabelId>,
    /// Why.
    pub reason: ReferralReason,
    /// The right or the knowledge with which it had been solved here; none when the matter is not ours, or only the note says it.
    pub remedy: Option<LabelId>,
}

/// Notes the referral and solves the case: for the desk the matter is over. What is not in the client's lists, the note says.
/// What a colleague has said of a case that is over stands, unless whoever answers for it or supervises says otherwise.
pub(super) fn refer(
    case: &Case,
    (by, whose): (AgentId, Whose),
    referral: Referral,
    note: Option<NoteId>,
    labels: &Labels,
) -> Result<Vec<Event>, Refusal> {
    if case.referral == Some(referral) {
        return Ok(Vec::new());
    }
    if case.contact.state == ContactState::Ended && whose == Whose::Own && !is_theirs(case, by) {
        return Err(case.owner.or(case.contact.held_by).map_or(Refusal::NotHeldByYou, Refusal::HeldByAnother));
    }
    let solved = solve(case, by)?;
    let is_ours = referral.reason != ReferralReason::NotOurs;
    if !referral.place.is_none_or(|one| labels.places.contains(&one))
        || !referral.remedy.is_none_or(|one| is_ours && labels.remedies.contains(&one))
    {
        return Err(Refusal::UnknownLabel);
    }
    if note.is_none() && referral.place.is_none() {
        return Err(Refusal::PlaceMissing);
    }
    if note.is_none() && is_ours && referral.remedy.is_none() {
        return Err(Refusal::RemedyMissing);
    }
    let mut events: Vec<Event> = note.map(|note| Event::Noted { note, by }).into_iter().collect();
    events.push(Event::Referred { contact: case.contact.id, by, referral });
    events.extend(solved);
    Ok(events)
}

/// Who had it last, who answers for it, and anybody where nobody does.
fn is_theirs(case: &Case, by: AgentId) -> bool {
    let (had_it, owns_it) = (case.contact.held_by, case.owner);
    had_it == Some(by) || owns_it == Some(by) || (had_it.is_none() && owns_it.is_none())
}
