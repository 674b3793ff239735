//! How the desk can say no.

use crate::availability::ClosedReason;
use crate::id::AgentId;
use crate::labels::Requires;
use crate::routing::Lack;

/// Why the desk says no. Expected, translated, never an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Another agent has the contact.
    HeldByAnother(AgentId),
    /// The agent has as many contacts as they may.
    SlotsFull,
    /// Only who has the right takes a contact over their slots.
    MayNotExceed,
    /// Only who holds the contact may do this.
    NotHeldByYou,
    /// The contact is offered to another agent just now.
    OfferedToAnother(AgentId),
    /// The contact waits for another team, or for teams that serve its client.
    ForAnotherTeam,
    /// The agent does not know what the contact needs.
    Lacks(Lack),
    /// The contact is over.
    ContactEnded,
    /// There are [`crate::triage::MOST`] estimates of the contact.
    TooManyEstimates,
    /// The case is closed for good.
    CaseClosed,
    /// A colleague has answered since the writer looked.
    ColleagueAnswered(AgentId),
    /// The agent or team cannot receive the contact now: absent, full, not serving this client, or nobody in it.
    TargetGone,
    /// The chat is closed.
    ChatClosed(ClosedReason),
    /// It is too late to take it back, or somebody else did it.
    TooLateToUndo,
    /// That state is not set by hand.
    NotByHand,
    /// A promise can be made for a minute from now at the soonest, and for a month at the latest.
    PromiseTime,
    /// The client has no such category or tag, or has retired it; or there are too many.
    UnknownLabel,
    /// Where the customer was sent is neither named nor written.
    PlaceMissing,
    /// What would have let the desk solve it is neither named nor written.
    RemedyMissing,
    /// The client asks for these before a case is solved.
    LabelsMissing(Requires),
    /// The customer has asked to be called already.
    CallOrdered,
    /// The customer has asked to be called instead of waiting in the chat that somebody wanted to take.
    AsksForCall,
    /// The customer has asked for no call.
    NoCall,
    /// The customer waits for a call: what comes of it is noted, or the case is handed on.
    AwaitsCall,
}
