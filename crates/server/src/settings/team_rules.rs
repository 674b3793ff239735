//! The rules of a team: how they are checked, whoever sets them, and how the log tells of them.

use desk::deciding::TeamRules;
use desk::id::{OrganisationId, TeamId};
use desk::moment::Span;
use desk::routing::{Offers, Overflow, Overflowing, WrongOverflow, wrong_overflow};
use serde::Serialize;
use store::teams::Team;
use store::{Tx, agents, clients, teams};

use super::checks::Checks;
use crate::rows::team_row;

/// A team as the log tells of it: whom it serves and who is in it, by name.
#[derive(Serialize)]
pub struct Named {
    name: String,
    offers: Option<wire::agent::Offers>,
    overflow: Option<NamedOverflow>,
    is_self_directed: Option<bool>,
    clients: Vec<String>,
    agents: Vec<String>,
}

impl Named {
    /// With the names that everything has now.
    pub async fn of(tx: &mut Tx, organisation: OrganisationId, team: &Team) -> store::Result<Self> {
        let clients = clients::list(tx, organisation).await?;
        let agents = agents::list(tx, organisation).await?;
        let serves = clients.into_iter().filter(|client| team.client_ids.contains(&client.client_id));
        let overflow = team_row(team).overflow;
        let teams = teams::list(tx, organisation).await?;
        let to = overflow.and_then(|overflow| teams.into_iter().find(|team| team.team_id.0 == overflow.team_id)).map(|team| team.name);
        let members = agents.into_iter().filter(|agent| team.agent_ids.contains(&agent.agent_id));
        Ok(Self {
            name: team.name.clone(),
            offers: team_row(team).offers,
            overflow: overflow.zip(to).map(|(overflow, to)| NamedOverflow { after_s: overflow.after_s, team: to }),
            // A team whose supervisors set its rules is how teams are.
            is_self_directed: team.is_self_directed.then_some(true),
            clients: serves.map(|client| client.name).collect(),
            agents: members.map(|agent| agent.name).collect(),
        })
    }
}

/// Where a team's chats go when they wait, by name.
#[derive(Serialize)]
struct NamedOverflow {
    after_s: i64,
    team: String,
}

/// The rules as they are stored, with what is wrong about them noted.
pub fn checked(checks: &mut Checks, name: &str, offers: Option<wire::agent::Offers>, overflow: Option<wire::agent::Overflow>) -> TeamRules {
    let name = checks.line("name", name, 120);
    let offers = offers.map(|offers| {
        let after_s = checks.range("offers.after_s", offers.after_s, 0, Offers::LONGEST_AFTER_S);
        let within_s = checks.range("offers.within_s", offers.within_s, Offers::SHORTEST_WITHIN_S, Offers::LONGEST_WITHIN_S);
        Offers { after: Span::seconds(after_s), within: Span::seconds(within_s) }
    });
    let overflow = overflow.map(|overflow| {
        let after_s = checks.range("overflow.after_s", overflow.after_s, Overflow::SHORTEST_AFTER_S, Overflow::LONGEST_AFTER_S);
        Overflow { after: Span::seconds(after_s), to: TeamId(overflow.team_id) }
    });
    TeamRules { name, offers, overflow }
}

/// Notes what is wrong with the overflow of `team` among all `teams`, whose rules may be older.
pub fn check_overflow(checks: &mut Checks, teams: &[Team], team: &Team) {
    if let Err(wrong) = overflow_of(teams, team) {
        checks.wrong("overflow.team_id", sentence_of(wrong));
    }
}

/// Whether the overflow of `team` can be, among all `teams`.
pub fn overflow_of(teams: &[Team], team: &Team) -> Result<(), WrongOverflow> {
    if team.overflow.is_none() {
        return Ok(());
    }
    let mut all: Vec<Overflowing> = teams.iter().map(Team::overflowing).collect();
    all.retain(|there| there.team != team.team_id);
    all.push(team.overflowing());
    wrong_overflow(team.team_id, &all)
}

fn sentence_of(wrong: WrongOverflow) -> &'static str {
    match wrong {
        WrongOverflow::NoSuchTeam => "field-team-removed",
        WrongOverflow::Cycle => "field-overflow-cycle",
        WrongOverflow::TooLong => "field-overflow-too-long",
    }
}
