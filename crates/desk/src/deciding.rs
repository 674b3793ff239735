//! How a self-directed team decides about its own rules (TE-24): a member proposes, the others consent or object, and what
//! enough of them stand behind takes effect. No supervisor is needed.

use crate::id::{AgentId, ClientId};
use crate::may::Role;
use crate::moment::{Moment, Span};
use crate::routing::{Offers, Overflow, Overflowing, helped};

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

/// Whether no team sees more clients by the rules of `after` than by those of `before`. Who helps sees the clients of whom they
/// help, and may pass that on: rights are for who looks after the desk to give, so no team decides upon more than that.
pub fn shows_nobody_more(before: &[Overflowing], after: &[Overflowing]) -> bool {
    let (helped_before, helped_after) = (helped(before), helped(after));
    after.iter().all(|team| {
        let served = before.iter().find(|there| there.team == team.team).map_or(&[][..], |there| &there.clients);
        let seen =
            |client: &ClientId| served.contains(client) || helped_before.get(&team.team).is_some_and(|clients| clients.contains(client));
        helped_after.get(&team.team).is_none_or(|clients| clients.iter().all(seen))
    })
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
    use crate::id::TeamId;
    use uuid::Uuid;

    #[test]
    fn a_team_lets_only_those_help_who_see_its_clients_already() {
        let [bank, school] = [1, 2].map(|id| ClientId(Uuid::from_u128(id)));
        let team = |id, clients: &[ClientId], to: Option<u128>| Overflowing {
            team: TeamId(Uuid::from_u128(id)),
            clients: clients.to_vec(),
            overflow: to.map(|to| Overflow { after: Span::seconds(60), to: TeamId(Uuid::from_u128(to)) }),
        };
        let alone = [team(3, &[bank], None), team(4, &[school, bank], None), team(5, &[school], None)];
        let to = |id| [team(3, &[bank], Some(id)), team(4, &[school, bank], None), team(5, &[school], None)];
        assert!(shows_nobody_more(&alone, &to(4)));
        assert!(!shows_nobody_more(&alone, &to(5)));
        assert!(shows_nobody_more(&to(5), &to(5)), "as it was set: the time may change");
        assert!(!shows_nobody_more(&to(4), &to(5)), "nobody looks after the desk here");
        // Who helps serves nobody of their own, and passes on what they see.
        let helping = [team(3, &[bank], Some(4)), team(4, &[], None), team(5, &[], None)];
        let passed_on = [team(3, &[bank], Some(4)), team(4, &[], Some(5)), team(5, &[], None)];
        assert!(!shows_nobody_more(&helping, &passed_on));
    }
}
