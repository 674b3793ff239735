//! How a self-directed team decides about its own rules (TE-24): a member proposes, the others consent or object, and what
//! enough of them stand behind takes effect. No supervisor is needed.

use crate::id::{AgentId, ClientId, TeamId};
use crate::may::Role;
use crate::moment::{Moment, Span};
use crate::routing::{Offers, Overflow};

/// A proposal that nobody has decided in this time is over.
pub const OPEN_FOR: Span = Span::seconds(14 * 86_400);
/// So many proposals of a team may be open at once: more than that nobody reads.
pub const MOST_OPEN: usize = 20;
/// And so many of one member, who would otherwise leave no room for what the others propose.
pub const MOST_OPEN_EACH: usize = 5;
/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 1_000;

/// What a team decides about itself. Who is in it and whom it serves is not among it: that gives rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamRules {
    /// What it is called.
    pub name: String,
    /// How its members are offered what waits; none: they take it from the common list.
    pub offers: Option<Offers>,
    /// When its chats go to another team as well, and to which.
    pub overflow: Option<Overflow>,
}

/// What would become what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The rules as they were when it was thought of.
    pub before: TeamRules,
    /// As they would be.
    pub after: TeamRules,
}

impl Change {
    /// Whether nothing would be otherwise.
    pub fn is_nothing(&self) -> bool {
        self.before == self.after
    }

    /// The rules after this change, when they are `now`. None when somebody else has changed the same thing meanwhile: what they
    /// did is not undone by something that was thought of before it. What this change leaves alone stays as it is now.
    pub fn upon(&self, now: &TeamRules) -> Option<TeamRules> {
        Some(TeamRules {
            name: changed(&self.before.name, &self.after.name, &now.name)?,
            offers: changed(&self.before.offers, &self.after.offers, &now.offers)?,
            overflow: changed(&self.before.overflow, &self.after.overflow, &now.overflow)?,
        })
    }
}

fn changed<T: Clone + PartialEq>(before: &T, after: &T, now: &T) -> Option<T> {
    if before == after {
        return Some(now.clone());
    }
    (before == now).then(|| after.clone())
}

/// Whether a team that serves `own` may send its chats to another one that serves `others`, in the place of the one that it sends
/// them to now. Who helps sees the clients of whom they help, so the team gives that to nobody who has it not: the other
/// serves all of them already. Anything more is for who looks after the desk.
pub fn may_send_to(now: Option<TeamId>, to: TeamId, own: &[ClientId], others: &[ClientId]) -> bool {
    now == Some(to) || own.iter().all(|client| others.contains(client))
}

/// What a member says to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// It may be so.
    Consents,
    /// It may not.
    Objects,
}

/// Where a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalState {
    /// Members may say their word.
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

/// How an open proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Enough members stand behind it.
    Carried,
    /// A member objects.
    Stopped,
    /// So many more must consent.
    Waits(usize),
}

/// Whether somebody decides with the team: its members who answer, and nobody else. Who looks after the desk changes its rules
/// directly; who only looks does not.
pub fn decides(role: Role, is_active: bool, is_member: bool) -> bool {
    is_member && is_active && matches!(role, Role::Agent)
}

/// How many of `deciders` must stand behind a proposal: at least half, who proposed it included. Nobody decides for others
/// alone: in a team of two both are needed.
pub fn needed(deciders: usize) -> usize {
    if deciders <= 1 { 1 } else { deciders.div_ceil(2).max(2) }
}

/// How an open proposal of `by` stands. Only the words of those count who decide with the team now.
pub fn standing(by: AgentId, words: &[(AgentId, Word)], deciders: &[AgentId]) -> Standing {
    let counted = || words.iter().filter(|(agent, _)| *agent != by && deciders.contains(agent));
    if counted().any(|(_, word)| *word == Word::Objects) {
        return Standing::Stopped;
    }
    let behind = counted().count() + usize::from(deciders.contains(&by));
    match needed(deciders.len()).saturating_sub(behind) {
        0 => Standing::Carried,
        missing => Standing::Waits(missing),
    }
}

/// Until when a proposal of `at` can be decided.
pub fn open_until(at: Moment) -> Moment {
    at.plus(OPEN_FOR)
}

/// Where a proposal of `at` is that is stored as `stored`: nothing has to happen for it to expire.
pub fn state_at(stored: ProposalState, at: Moment, now: Moment) -> ProposalState {
    if stored == ProposalState::Open && now >= open_until(at) { ProposalState::Expired } else { stored }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_team_lets_only_those_help_who_serve_its_clients_already() {
        let [bank, school] = [1, 2].map(|id| ClientId(Uuid::from_u128(id)));
        let [helping, other] = [3, 4].map(|id| TeamId(Uuid::from_u128(id)));
        assert!(may_send_to(None, other, &[bank], &[school, bank]));
        assert!(!may_send_to(None, other, &[bank, school], &[bank]));
        assert!(!may_send_to(Some(helping), other, &[bank], &[]), "nobody looks after the desk here");
        assert!(may_send_to(Some(helping), helping, &[bank], &[]), "as it was set: the time may change");
    }
}
