//! What self-directed teams propose and have decided, as screens show it and are told of it. What may be done with it is in
//! `settings/deciding.rs`.

use desk::deciding::{ProposalState, Standing, TeamRules, Word, decides, needed, open_until, standing, state_at};
use desk::id::{AgentId, OrganisationId, ProposalId};
use desk::may::{Act, may};
use desk::moment::Moment;
use store::agents::Agent;
use store::proposals::Proposal;
use store::teams::Team;
use store::{Tx, agents, proposals, teams};
use wire::agent::{Offers, Overflow};
use wire::deciding::{ProposalRow, WordRow};
use wire::frames::AgentFrame;

use crate::state::Desk;
use crate::tell::frame;
use crate::translate::seconds;

/// Those of every self-directed team of an organisation.
#[derive(Clone, Debug)]
pub struct Proposals {
    all: Vec<Proposal>,
    /// When they were read.
    at: Moment,
}

impl Proposals {
    /// Reads them.
    pub async fn load(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> store::Result<Self> {
        Ok(Self { all: proposals::of_teams(tx, organisation).await?, at })
    }

    /// Those that somebody sees.
    pub fn rows_for(&self, agent: &Agent, teams: &[Team], agents: &[Agent]) -> Vec<ProposalRow> {
        let of_team = |proposal: &Proposal| teams.iter().find(|team| team.team_id == proposal.team);
        let seen = self.all.iter().filter_map(|proposal| of_team(proposal).filter(|team| sees(agent, team)).map(|team| (proposal, team)));
        seen.map(|(proposal, team)| row(proposal, &deciders(team, agents), self.at)).collect()
    }
}

/// Whether somebody sees what the team decides: its members, and who looks after the desk.
fn sees(agent: &Agent, team: &Team) -> bool {
    agent.active && (team.agent_ids.contains(&agent.agent_id) || may(agent.role, Act::SeeSettings))
}

/// Those who decide with the team now.
pub fn deciders(team: &Team, agents: &[Agent]) -> Vec<AgentId> {
    let is_member = |agent: &Agent| team.agent_ids.contains(&agent.agent_id);
    agents.iter().filter(|agent| decides(agent.role, agent.active, is_member(agent))).map(|agent| agent.agent_id).collect()
}

/// How a proposal stands among `deciders`.
pub fn standing_of(proposal: &Proposal, deciders: &[AgentId]) -> Standing {
    let words: Vec<(AgentId, Word)> = proposal.words.iter().map(|said| (said.agent, said.word)).collect();
    standing(proposal.by, &words, deciders)
}

/// A proposal as its team sees it.
pub fn row(proposal: &Proposal, deciders: &[AgentId], at: Moment) -> ProposalRow {
    let state = state_at(proposal.state, proposal.at, at);
    let now = (state == ProposalState::Open).then(|| standing_of(proposal, deciders));
    let words = proposal.words.iter().map(|said| WordRow {
        agent_id: said.agent.0,
        word: said.word.into(),
        reason: said.reason.clone(),
        at: said.at.millis(),
        counts: deciders.contains(&said.agent),
    });
    let until = open_until(proposal.at);
    ProposalRow {
        proposal_id: proposal.id.0,
        team_id: proposal.team.0,
        agent_id: proposal.by.0,
        version: proposal.version,
        at: proposal.at.millis(),
        reason: proposal.reason.clone(),
        before: rules(&proposal.change.before),
        after: rules(&proposal.change.after),
        words: words.collect(),
        needed: count(needed(deciders.len())),
        missing: match now {
            Some(Standing::Waits(missing)) => count(missing),
            Some(Standing::Carried | Standing::Stopped) | None => 0,
        },
        is_stopped: now == Some(Standing::Stopped),
        state: state.into(),
        open_until: until.millis(),
        ended_at: if state == ProposalState::Expired { Some(until.millis()) } else { proposal.ended_at.map(Moment::millis) },
    }
}

fn count(people: usize) -> i64 {
    i64::try_from(people).unwrap_or(i64::MAX)
}

fn rules(rules: &TeamRules) -> wire::deciding::TeamRules {
    wire::deciding::TeamRules {
        name: rules.name.clone(),
        offers: rules.offers.map(|offers| Offers { after_s: seconds(offers.after), within_s: seconds(offers.within) }),
        overflow: rules.overflow.map(|overflow| Overflow { after_s: seconds(overflow.after), team_id: overflow.to.0 }),
    }
}

/// Tells every screen that sees it how a proposal is now.
pub async fn tell(desk: &Desk, organisation: OrganisationId, id: ProposalId) {
    // One after the other, each as it is then, so that an older reading is never told after a newer one.
    let _turn = desk.settings_turn.lock().await;
    let read = desk.db.read(async move |tx: &mut Tx| {
        let Some(proposal) = proposals::load(tx, organisation, id).await? else { return Ok(None) };
        let team = teams::list(tx, organisation).await?.into_iter().find(|team| team.team_id == proposal.team);
        Ok(team.map(|team| (proposal, team)).zip(Some(agents::list(tx, organisation).await?)))
    });
    match read.await {
        Ok(Some(((proposal, team), agents))) => {
            let told = frame(&AgentFrame::Proposal(Box::new(row(&proposal, &deciders(&team, &agents), desk.now()))));
            for agent in agents.iter().filter(|agent| sees(agent, &team)) {
                desk.live.tell_agent(organisation, agent.agent_id, None, &told);
            }
        }
        Ok(None) => {}
        // It is stored, and every screen that comes anew reads it.
        Err(failure) => tracing::warn!(because = failure.for_log(), "open screens could not be told about a proposal"),
    }
}
