//! To which other teams a chat goes as well when nobody has taken it in time: its customer waits less, and sees nothing of it.

use std::collections::HashMap;

use crate::id::{ClientId, TeamId};
use crate::moment::Span;

/// A chat goes on from team to team at most this many times.
pub const CHAIN_LIMIT: usize = 2;

/// When chats of a team go to another one as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// How long the customer has waited then, counted from when the chat came to the team.
    pub after: Span,
    /// To which team.
    pub to: TeamId,
}

impl Overflow {
    /// A team needs at least this long to take a chat itself, in seconds.
    pub const SHORTEST_AFTER_S: i64 = 10;
    /// And keeps it to itself for at most this long, in seconds.
    pub const LONGEST_AFTER_S: i64 = 3_600;
}

/// A team as overflowing sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overflowing {
    /// Which.
    pub team: TeamId,
    /// Whom it serves.
    pub clients: Vec<ClientId>,
    /// Its rule.
    pub overflow: Option<Overflow>,
}

/// Why a team's rule cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongOverflow {
    /// The team is not there.
    NoSuchTeam,
    /// It comes back to a team where it has been.
    Cycle,
    /// It goes on for more than [`CHAIN_LIMIT`] teams.
    TooLong,
}

/// The teams to which a chat of `client` goes as well that was handed to `for_team`, or to none, when its customer has waited
/// for `waited`: each with the team whose rule says so, in the order in which it goes. A rule that leads to a removed team, back
/// to where the chat has been, or too far does nothing.
pub fn overflows(client: ClientId, for_team: Option<TeamId>, waited: Span, teams: &[Overflowing]) -> Vec<(TeamId, TeamId)> {
    let is_first = |team: &&Overflowing| for_team.map_or_else(|| team.clients.contains(&client), |id| team.team == id);
    let mut has = teams.iter().filter(is_first).map(|team| team.team).collect::<Vec<_>>();
    let mut goes = Vec::new();
    for first in teams.iter().filter(is_first) {
        let mut after = Span::default();
        for (from, overflow) in steps(first, teams) {
            after = after.plus(overflow.after);
            if waited < after {
                break;
            }
            if !has.contains(&overflow.to) {
                has.push(overflow.to);
                goes.push((from, overflow.to));
            }
        }
    }
    goes
}

/// Those of the teams `also_for` to which a chat would still go: a rule that was taken away leads nowhere any more.
pub fn still_help(client: ClientId, for_team: Option<TeamId>, also_for: &[TeamId], teams: &[Overflowing]) -> Vec<TeamId> {
    let all = overflows(client, for_team, Span::millis(i64::MAX), teams);
    also_for.iter().copied().filter(|team| all.iter().any(|(_, to)| to == team)).collect()
}

/// For each team the clients whose chats can come to it from others: its members see their cases, to know whom they help.
pub fn helped(teams: &[Overflowing]) -> HashMap<TeamId, Vec<ClientId>> {
    let mut helped: HashMap<TeamId, Vec<ClientId>> = HashMap::new();
    for from in teams {
        for (_, overflow) in steps(from, teams) {
            helped.entry(overflow.to).or_default().extend_from_slice(&from.clients);
        }
    }
    helped
}

/// Whether the rule of `team` makes sense, for it and for every team whose chats come to it.
///
/// # Errors
/// What is wrong with it.
pub fn wrong_overflow(team: TeamId, teams: &[Overflowing]) -> Result<(), WrongOverflow> {
    let has_rule = teams.iter().any(|one| one.team == team && one.overflow.is_some());
    for first in teams.iter().filter(|_| has_rule) {
        let (steps, end) = way(first, teams);
        if first.team != team && !steps.iter().any(|(_, step)| step.to == team) {
            continue;
        }
        if first.team == team && steps.is_empty() && end == End::Removed {
            return Err(WrongOverflow::NoSuchTeam);
        }
        if end == End::Back {
            return Err(WrongOverflow::Cycle);
        }
        if steps.len() > CHAIN_LIMIT {
            return Err(WrongOverflow::TooLong);
        }
    }
    Ok(())
}

/// Where a way from team to team ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// At a team that keeps its chats.
    Kept,
    /// Before a team that is not there any more.
    Removed,
    /// Before a team where it has been.
    Back,
}

/// The way of chats of `first` from team to team, and how it ends.
fn way(first: &Overflowing, teams: &[Overflowing]) -> (Vec<(TeamId, Overflow)>, End) {
    let (mut been, mut steps, mut here) = (vec![first.team], Vec::new(), first);
    loop {
        let Some(overflow) = here.overflow else { return (steps, End::Kept) };
        if been.contains(&overflow.to) {
            return (steps, End::Back);
        }
        let Some(next) = teams.iter().find(|team| team.team == overflow.to) else { return (steps, End::Removed) };
        steps.push((here.team, overflow));
        been.push(next.team);
        here = next;
    }
}

/// As much of that way as chats go.
fn steps(first: &Overflowing, teams: &[Overflowing]) -> Vec<(TeamId, Overflow)> {
    let mut steps = way(first, teams).0;
    steps.truncate(CHAIN_LIMIT);
    steps
}
