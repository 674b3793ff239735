//! What the members of self-directed teams decide about its rules.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::agent::{Offers, Overflow};
use crate::common::mirror;

mirror! {
    /// What a member says to a proposal.
    TeamWord = desk::deciding::Word {
        /// It may be so.
        Consents,
        /// It may not: one objection stops a proposal.
        Objects,
    }
}

mirror! {
    /// Where a proposal is.
    ProposalState = desk::deciding::ProposalState {
        /// Members may say their word, until `open_until`.
        Open,
        /// It has become a rule.
        TakenEffect,
        /// Who proposed it has taken it back.
        Withdrawn,
        /// What it would change was changed otherwise, or cannot be so any more.
        OutOfDate,
        /// Nobody decided in time.
        Expired,
        /// It was no proposal: who looks after the desk has changed the rules directly.
        Direct,
    }
}

/// What a team decides about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TeamRules {
    /// Name.
    pub name: String,
    /// How its members are offered what waits; `null`: they take it from the common list.
    pub offers: Option<Offers>,
    /// When its chats go to another team as well, and to which; `null`: never.
    pub overflow: Option<Overflow>,
}

/// What one member has said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WordRow {
    /// Who.
    pub agent_id: Uuid,
    /// What.
    pub word: TeamWord,
    /// Why; may be empty for a consent.
    pub reason: String,
    /// When (ms).
    pub at: i64,
    /// Whether it counts: who has left the team decides no more.
    pub counts: bool,
}

/// A proposal as its team sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProposalRow {
    /// Which.
    pub proposal_id: Uuid,
    /// Of which team.
    pub team_id: Uuid,
    /// Who proposes it, and stands behind it by that.
    pub agent_id: Uuid,
    /// Counts up when they change it. Say it with your word.
    pub version: i64,
    /// When (ms) it was proposed, or changed last.
    pub at: i64,
    /// Why; empty for a direct change.
    pub reason: String,
    /// The rules as they were when it was thought of.
    pub before: TeamRules,
    /// As they would be.
    pub after: TeamRules,
    /// What the others say.
    pub words: Vec<WordRow>,
    /// How many must stand behind it, who proposes it included.
    pub needed: i64,
    /// How many of them are missing while it is open; one objection stops it however few they are.
    pub missing: i64,
    /// Whether a member objects.
    pub is_stopped: bool,
    /// Where it is.
    pub state: ProposalState,
    /// Until when it can be decided (ms).
    pub open_until: i64,
    /// When it ended (ms).
    pub ended_at: Option<i64>,
}

/// Propose other rules for one's own team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// Chosen by who proposes, so that a resend is harmless.
    pub proposal_id: Uuid,
    /// Why (1–1,000 characters).
    pub reason: String,
    /// The name as it would be.
    pub name: String,
    /// The offers as they would be.
    #[serde(default)]
    pub offers: Option<Offers>,
    /// The overflow as it would be.
    #[serde(default)]
    pub overflow: Option<Overflow>,
}

/// Propose something else instead: what was said to it before is forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeOtherwise {
    /// Why (1–1,000 characters).
    pub reason: String,
    /// The name as it would be.
    pub name: String,
    /// The offers as they would be.
    #[serde(default)]
    pub offers: Option<Offers>,
    /// The overflow as it would be.
    #[serde(default)]
    pub overflow: Option<Overflow>,
}

/// Say one's word to a proposal, in the place of the one said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SayWord {
    /// Which version was read.
    pub version: i64,
    /// What.
    pub word: TeamWord,
    /// Why (at most 1,000 characters); an objection needs it.
    #[serde(default)]
    pub reason: String,
}
