//! What the members of self-directed teams have decided takes effect here: in the transaction of the word that decides, or of
//! the change by which enough words became enough.

use desk::deciding::{Change, ProposalState, Standing, TeamRules, shows_nobody_more, state_at};
use desk::id::{OrganisationId, ProposalId, TeamId};
use desk::moment::Moment;
use desk::routing::Overflowing;
use serde_json::Value;
use store::agents::Agent;
use store::audit::Change as Noted;
use store::proposals::Proposal;
use store::teams::Team;
use store::{Tx, agents, audit, proposals, teams};

use super::team_rules::{Named, overflow_of};
use crate::noted;
use crate::proposals::{deciders, standing_of};
use crate::refusal::Answer;
use crate::state::Desk;
use crate::who::Who;

/// Who does what may decide, and when.
pub struct Settling {
    desk: Desk,
    who: Who,
    organisation: OrganisationId,
    at: Moment,
}

impl Settling {
    /// Because of what `who` does now.
    pub fn by(desk: &Desk, who: &Who) -> Self {
        Self { desk: desk.clone(), who: who.clone(), organisation: who.organisation, at: desk.now() }
    }
}

/// What became of a proposal.
enum Became {
    /// A rule: others may be out of date by that.
    Rule,
    /// Nothing more, and nothing else changes by that.
    Nothing,
}

/// Notes for the team that who looks after the desk has changed its rules without it.
pub async fn note_direct(tx: &mut Tx, by: &Settling, before: &Team, after: &Team) -> store::Result<Answer<()>> {
    let change = Change { before: before.rules(), after: after.rules() };
    if !before.is_self_directed || !after.is_self_directed || change.is_nothing() {
        return Ok(Ok(()));
    }
    let id = match by.desk.new_id(by.at) {
        Ok(id) => id,
        Err(refused) => return noted::no(tx, refused),
    };
    let direct = Proposal {
        id: ProposalId(id),
        team: after.team_id,
        by: by.who.agent_id,
        version: 1,
        at: by.at,
        reason: String::new(),
        change,
        state: ProposalState::Direct,
        ended_at: Some(by.at),
        words: Vec::new(),
    };
    proposals::add(tx, by.organisation, &direct).await.map(|_| Ok(()))
}

/// Carries out what is carried and ends what is over, in every team. Teams must be locked: two who consent at
/// once come here one after the other.
pub async fn settle(tx: &mut Tx, by: &Settling) -> store::Result<Answer<()>> {
    let mut settled = settle_once(tx, by).await?;
    while let Ok(true) = settled {
        settled = settle_once(tx, by).await?;
    }
    Ok(settled.map(|_| ()))
}

/// Goes through them once. True when a rule has changed: then everything is looked at anew.
async fn settle_once(tx: &mut Tx, by: &Settling) -> store::Result<Answer<bool>> {
    let undecided = proposals::undecided(tx, by.organisation).await?;
    if undecided.is_empty() {
        return Ok(Ok(false));
    }
    let teams = teams::list(tx, by.organisation).await?;
    let agents = agents::list(tx, by.organisation).await?;
    for team in teams.iter().filter(|team| undecided.contains(&team.team_id)) {
        for proposal in proposals::open_of(tx, by.organisation, team.team_id).await? {
            match settle_one(tx, by, &proposal, team, (&teams, &agents)).await? {
                Ok(Became::Rule) => return Ok(Ok(true)),
                Ok(Became::Nothing) => {}
                Err(refused) => return Ok(Err(refused)),
            }
        }
    }
    Ok(Ok(false))
}

async fn settle_one(
    tx: &mut Tx,
    by: &Settling,
    proposal: &Proposal,
    team: &Team,
    (teams, agents): (&[Team], &[Agent]),
) -> store::Result<Answer<Became>> {
    if state_at(proposal.state, proposal.at, by.at) == ProposalState::Expired {
        let until = desk::deciding::open_until(proposal.at);
        proposals::end(tx, by.organisation, proposal.id, ProposalState::Expired, until).await?;
        return Ok(Ok(Became::Nothing));
    }
    let Some(changed) = changed(proposal, team, teams) else {
        proposals::end(tx, by.organisation, proposal.id, ProposalState::OutOfDate, by.at).await?;
        return Ok(Ok(Became::Nothing));
    };
    if standing_of(proposal, &deciders(team, agents)) != Standing::Carried {
        return Ok(Ok(Became::Nothing));
    }
    let mut entry = match noted::by(&by.desk, &by.who, "team_decided", &changed.name) {
        Ok(entry) => entry,
        Err(refused) => return noted::no(tx, refused),
    };
    let told_before = Named::of(tx, by.organisation, team).await?;
    teams::change(tx, by.organisation, &changed).await?;
    entry.changes = noted::changes(Some(&told_before), Some(&Named::of(tx, by.organisation, &changed).await?));
    entry.changes.extend(people(proposal, agents));
    audit::add(tx, by.organisation, &entry).await?;
    proposals::end(tx, by.organisation, proposal.id, ProposalState::TakenEffect, by.at).await?;
    Ok(Ok(Became::Rule))
}

/// The team as it would be. None when the proposal is out of date: the same was changed otherwise, its team is not
/// self-directed any more, or the other team that it tells of is not there, sends its own chats here or would get rights by it.
fn changed(proposal: &Proposal, team: &Team, teams: &[Team]) -> Option<Team> {
    let rules = proposal.change.upon(&team.rules()).filter(|_| team.is_self_directed)?;
    let is_other = proposal.change.before.overflow != proposal.change.after.overflow;
    let changed = team.with_rules(rules.clone());
    (!is_other || (overflow_of(teams, &changed).is_ok() && gives_nothing(team, &rules, teams))).then_some(changed)
}

/// Whether nobody gets to see more by these rules of `team` than by those that it has.
pub fn gives_nothing(team: &Team, rules: &TeamRules, teams: &[Team]) -> bool {
    let before: Vec<Overflowing> = teams.iter().map(Team::overflowing).collect();
    let mut after = before.clone();
    for there in after.iter_mut().filter(|there| there.team == team.team_id) {
        there.overflow = rules.overflow;
    }
    shows_nobody_more(&before, &after)
}

/// Who has decided, by name, for the log.
fn people(proposal: &Proposal, agents: &[Agent]) -> [Noted; 2] {
    let name = |id| agents.iter().find(|agent| agent.agent_id == id).map_or("–", |agent| agent.name.as_str());
    let consented: Vec<Value> = proposal.words.iter().map(|said| name(said.agent).into()).collect();
    [
        Noted { field: "proposed_by".to_owned(), before: Value::Null, after: name(proposal.by).into() },
        Noted { field: "consented".to_owned(), before: Value::Null, after: consented.into() },
    ]
}

/// Which team of `teams` is meant.
pub fn team_of(teams: Vec<Team>, id: TeamId) -> Option<Team> {
    teams.into_iter().find(|team| team.team_id == id)
}
