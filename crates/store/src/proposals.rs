//! What the members of self-directed teams propose about its rules, and what each of them says to it.

use std::collections::HashMap;

use desk::deciding::{Change, ProposalState, TeamRules, Word};
use desk::id::{AgentId, OrganisationId, ProposalId, TeamId};
use desk::moment::{Moment, Span};
use desk::routing::{Offers, Overflow};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::{Failure, Result, Row, Tx};
use crate::{statements, stored, values};

/// So many of each team are read at most: the open ones first, then the newest.
pub const SHOWN: i64 = 40;
/// Words over all of those that are read.
const MOST_WORDS: i64 = 200 * crate::agents::LIMIT;

/// What one member says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub agent: AgentId,
    /// What.
    pub word: Word,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// A proposal with what was said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which.
    pub id: ProposalId,
    /// Of which team.
    pub team: TeamId,
    /// Who proposes it.
    pub by: AgentId,
    /// Counts up when who proposes it changes it.
    pub version: i64,
    /// When it was proposed, or changed last.
    pub at: Moment,
    /// Why.
    pub reason: String,
    /// What would become what.
    pub change: Change,
    /// Where it is; what nobody decided in time is stored as open.
    pub state: ProposalState,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// What the others say, in the order in which they said it.
    pub words: Vec<Said>,
}

/// The stored form of rules. Fields are added with a default, never renamed: databases have them.
#[derive(Serialize, Deserialize)]
struct RulesBody {
    name: String,
    offer_after_s: Option<i64>,
    offer_within_s: Option<i64>,
    overflow_after_s: Option<i64>,
    overflow_team: Option<Uuid>,
}

statements! {
    OF_TEAMS = "select proposal_id, team_id, agent_id, version, at_us, reason, rules_before, rules_after, state, ended_at_us from
 (select p.*, row_number() over (partition by p.team_id
 order by case when p.state = 'open' then 0 else 1 end, p.at_us desc, p.proposal_id desc) as place
 from team_proposals p join teams t on t.organisation_id = p.organisation_id and t.team_id = p.team_id
 where p.organisation_id = $1 and t.self_directed = 1) shown
 where place <= $2 order by case when state = 'open' then 0 else 1 end, at_us desc, proposal_id desc";
    OPEN = "select proposal_id, team_id, agent_id, version, at_us, reason, rules_before, rules_after, state, ended_at_us from team_proposals
 where organisation_id = $1 and team_id = $2 and state = 'open' order by at_us, proposal_id limit $3";
    UNDECIDED = "select distinct team_id from team_proposals where organisation_id = $1 and state = 'open' order by team_id limit $2";
    ONE = "select proposal_id, team_id, agent_id, version, at_us, reason, rules_before, rules_after, state, ended_at_us from team_proposals
 where organisation_id = $1 and proposal_id = $2";
    WORDS = "select w.proposal_id, w.agent_id, w.word, w.reason, w.at_us from team_words w
 join team_proposals p on p.organisation_id = w.organisation_id and p.proposal_id = w.proposal_id
 join teams t on t.organisation_id = p.organisation_id and t.team_id = p.team_id
 where w.organisation_id = $1 and t.self_directed = 1 order by w.at_us, w.agent_id limit $2";
    WORDS_OF = "select proposal_id, agent_id, word, reason, at_us from team_words
 where organisation_id = $1 and proposal_id = $2 order by at_us, agent_id limit $3";
    ADD = "insert into team_proposals (organisation_id, proposal_id, team_id, agent_id, version, at_us, reason, rules_before, rules_after,
 state, ended_at_us) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing";
    CHANGE = "update team_proposals set version = $3, at_us = $4, reason = $5, rules_before = $6, rules_after = $7
 where organisation_id = $1 and proposal_id = $2";
    END = "update team_proposals set state = $3, ended_at_us = $4 where organisation_id = $1 and proposal_id = $2 and state = 'open'";
    SAY = "insert into team_words (organisation_id, proposal_id, agent_id, word, reason, at_us) values ($1, $2, $3, $4, $5, $6)
 on conflict (organisation_id, proposal_id, agent_id) do update set word = excluded.word, reason = excluded.reason, at_us = excluded.at_us";
    UNSAY = "delete from team_words where organisation_id = $1 and proposal_id = $2 and agent_id = $3";
    FORGET_WORDS = "delete from team_words where organisation_id = $1 and proposal_id = $2";
    FORGET_WORDS_OF_TEAM = "delete from team_words where organisation_id = $1 and proposal_id in
 (select proposal_id from team_proposals where organisation_id = $1 and team_id = $2)";
    FORGET_TEAM = "delete from team_proposals where organisation_id = $1 and team_id = $2";
}

/// Those of every self-directed team.
pub async fn of_teams(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Proposal>> {
    let rows = tx.rows(OF_TEAMS, values![organisation, SHOWN]).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut words: HashMap<ProposalId, Vec<Said>> = HashMap::new();
    for row in tx.rows(WORDS, values![organisation, MOST_WORDS]).await? {
        words.entry(row.get(0)?).or_default().push(said(&row)?);
    }
    rows.iter().map(|row| read(row, words.remove(&row.get(0)?).unwrap_or_default())).collect()
}

/// The teams that have any stored as open.
pub async fn undecided(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<TeamId>> {
    tx.rows(UNDECIDED, values![organisation, crate::teams::LIMIT]).await?.iter().map(|row| row.get(0)).collect()
}

/// Those of one team that are stored as open, the oldest first.
pub async fn open_of(tx: &mut Tx, organisation: OrganisationId, team: TeamId) -> Result<Vec<Proposal>> {
    let mut found = Vec::new();
    for row in tx.rows(OPEN, values![organisation, team, SHOWN]).await? {
        let words = words_of(tx, organisation, row.get(0)?).await?;
        found.push(read(&row, words)?);
    }
    Ok(found)
}

/// One of them.
pub async fn load(tx: &mut Tx, organisation: OrganisationId, id: ProposalId) -> Result<Option<Proposal>> {
    let Some(row) = tx.row(ONE, values![organisation, id]).await? else { return Ok(None) };
    let words = words_of(tx, organisation, id).await?;
    read(&row, words).map(Some)
}

/// Stores a new one. False when the id is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Proposal) -> Result<bool> {
    let (before, after) = (body(&new.change.before)?, body(&new.change.after)?);
    let state = stored::text(new.state);
    let values = values![organisation, new.id, new.team, new.by, new.version, new.at, &new.reason, before, after, state, new.ended_at];
    Ok(tx.execute(ADD, values).await? == 1)
}

/// Stores what who proposed it thinks now. What was said was said to something else and is forgotten.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, now: &Proposal) -> Result<()> {
    let (before, after) = (body(&now.change.before)?, body(&now.change.after)?);
    tx.execute(CHANGE, values![organisation, now.id, now.version, now.at, &now.reason, before, after]).await?;
    tx.execute(FORGET_WORDS, values![organisation, now.id]).await?;
    Ok(())
}

/// Notes how an open one has ended.
pub async fn end(tx: &mut Tx, organisation: OrganisationId, id: ProposalId, state: ProposalState, at: Moment) -> Result<()> {
    tx.execute(END, values![organisation, id, stored::text(state), at]).await?;
    Ok(())
}

/// Stores somebody's word in the place of the one that they said before.
pub async fn say(tx: &mut Tx, organisation: OrganisationId, id: ProposalId, said: &Said) -> Result<()> {
    tx.execute(SAY, values![organisation, id, said.agent, stored::text(said.word), &said.reason, said.at]).await?;
    Ok(())
}

/// Takes somebody's word back.
pub async fn unsay(tx: &mut Tx, organisation: OrganisationId, id: ProposalId, agent: AgentId) -> Result<()> {
    tx.execute(UNSAY, values![organisation, id, agent]).await?;
    Ok(())
}

/// Forgets everything of a team that is removed. What was decided stands in the log.
pub async fn forget_team(tx: &mut Tx, organisation: OrganisationId, team: TeamId) -> Result<()> {
    tx.execute(FORGET_WORDS_OF_TEAM, values![organisation, team]).await?;
    tx.execute(FORGET_TEAM, values![organisation, team]).await?;
    Ok(())
}

async fn words_of(tx: &mut Tx, organisation: OrganisationId, id: ProposalId) -> Result<Vec<Said>> {
    tx.rows(WORDS_OF, values![organisation, id, crate::agents::LIMIT]).await?.iter().map(said).collect()
}

fn said(row: &Row) -> Result<Said> {
    Ok(Said { agent: row.get(1)?, word: stored::value(&row.get::<String>(2)?)?, reason: row.get(3)?, at: row.get(4)? })
}

fn read(row: &Row, words: Vec<Said>) -> Result<Proposal> {
    Ok(Proposal {
        id: row.get(0)?,
        team: row.get(1)?,
        by: row.get(2)?,
        version: row.get(3)?,
        at: row.get(4)?,
        reason: row.get(5)?,
        change: Change { before: rules(&row.get::<String>(6)?)?, after: rules(&row.get::<String>(7)?)? },
        state: stored::value(&row.get::<String>(8)?)?,
        ended_at: row.get(9)?,
        words,
    })
}

fn body(rules: &TeamRules) -> Result<String> {
    let seconds = |span: Span| span.as_millis() / 1_000;
    let body = RulesBody {
        name: rules.name.clone(),
        offer_after_s: rules.offers.map(|offers| seconds(offers.after)),
        offer_within_s: rules.offers.map(|offers| seconds(offers.within)),
        overflow_after_s: rules.overflow.map(|overflow| seconds(overflow.after)),
        overflow_team: rules.overflow.map(|overflow| overflow.to.0),
    };
    serde_json::to_string(&body).map_err(|_| Failure::Corrupt)
}

fn rules(stored: &str) -> Result<TeamRules> {
    let body: RulesBody = serde_json::from_str(stored).map_err(|_| Failure::Corrupt)?;
    let offers = body.offer_after_s.zip(body.offer_within_s);
    let overflow = body.overflow_after_s.zip(body.overflow_team);
    Ok(TeamRules {
        name: body.name,
        offers: offers.map(|(after, within)| Offers { after: Span::seconds(after), within: Span::seconds(within) }),
        overflow: overflow.map(|(after, to)| Overflow { after: Span::seconds(after), to: TeamId(to) }),
    })
}
