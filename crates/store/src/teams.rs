//! Groups of agents who serve the same clients.

use std::collections::BTreeMap;

use desk::deciding::TeamRules;
use desk::id::{AgentId, ClientId, OrganisationId, TeamId};
use desk::moment::{Moment, Span};
use desk::routing::{Offers, Overflow, Overflowing};

use crate::db::{Result, Tx};
use crate::{proposals, statements, values};

/// How many teams one organisation may have.
pub const LIMIT: i64 = 200;
/// Members or clients over all teams: as many as there can be, since whoever is left out would lose their clients.
const LINKS: i64 = LIMIT * crate::agents::LIMIT;

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Which.
    pub team_id: TeamId,
    /// Name.
    pub name: String,
    /// How its members are offered what waits; none: they take it from the common list.
    pub offers: Option<Offers>,
    /// When its chats go to another team as well, and to which.
    pub overflow: Option<Overflow>,
    /// Whether its members decide about its rules together.
    pub is_self_directed: bool,
    /// The clients it serves.
    pub client_ids: Vec<ClientId>,
    /// Its members.
    pub agent_ids: Vec<AgentId>,
}

statements! {
    LIST = "select team_id, name, offer_after_s, offer_within_s, overflow_after_s, overflow_team_id, self_directed from teams
             where organisation_id = $1 order by name, team_id limit $2";
    OVERFLOWING = "select team_id from teams where organisation_id = $1 and overflow_after_s is not null order by team_id limit 1";
    ALL_CLIENTS = "select team_id, client_id from team_clients where organisation_id = $1
                    order by team_id, client_id limit $2";
    ALL_MEMBERS = "select team_id, agent_id from team_members where organisation_id = $1
                    order by team_id, agent_id limit $2";
    LOCK = "select team_id from teams where organisation_id = $1 order by team_id limit $2 for update";
    ADD = "insert into teams (organisation_id, team_id, name, created_at_us, offer_after_s, offer_within_s, overflow_after_s, overflow_team_id,
            self_directed)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict do nothing";
    CHANGE = "update teams set name = $3, offer_after_s = $4, offer_within_s = $5, overflow_after_s = $6, overflow_team_id = $7,
              self_directed = $8 where organisation_id = $1 and team_id = $2";
    REMOVE = "delete from teams where organisation_id = $1 and team_id = $2";
    ADD_CLIENT = "insert into team_clients (organisation_id, team_id, client_id) values ($1, $2, $3)
                  on conflict do nothing";
    ADD_MEMBER = "insert into team_members (organisation_id, team_id, agent_id) values ($1, $2, $3)
                  on conflict do nothing";
    REMOVE_MEMBER = "delete from team_members where organisation_id = $1 and team_id = $2 and agent_id = $3";
    REMOVE_CLIENTS = "delete from team_clients where organisation_id = $1 and team_id = $2";
    REMOVE_MEMBERS = "delete from team_members where organisation_id = $1 and team_id = $2";
    WAITED_FOR = "select contact_id from contacts where organisation_id = $1 and state = 'waiting' and for_team = $2
                  order by contact_id limit 1";
}

/// Every team, by name.
pub async fn list(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Team>> {
    let mut clients: BTreeMap<TeamId, Vec<ClientId>> = BTreeMap::new();
    for row in tx.rows(ALL_CLIENTS, values![organisation, LINKS]).await? {
        clients.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut members: BTreeMap<TeamId, Vec<AgentId>> = BTreeMap::new();
    for row in tx.rows(ALL_MEMBERS, values![organisation, LINKS]).await? {
        members.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut teams = Vec::new();
    for row in tx.rows(LIST, values![organisation, LIMIT]).await? {
        let team_id = row.get(0)?;
        teams.push(Team {
            team_id,
            name: row.get(1)?,
            offers: offers(row.get(2)?, row.get(3)?),
            overflow: overflow(row.get(4)?, row.get(5)?),
            is_self_directed: row.get::<i64>(6)? == 1,
            client_ids: clients.remove(&team_id).unwrap_or_default(),
            agent_ids: members.remove(&team_id).unwrap_or_default(),
        });
    }
    Ok(teams)
}

/// Makes whoever else changes teams, or who is in them, wait until this unit ends: what is read after it is true until then.
pub async fn lock(tx: &mut Tx, organisation: OrganisationId) -> Result<()> {
    tx.rows(LOCK, values![organisation, LIMIT]).await?;
    Ok(())
}

/// Stores a new team with its clients and members. False when the id is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, team: &Team, at: Moment) -> Result<bool> {
    let (after_s, to) = overflow_of(team);
    let decides = i64::from(team.is_self_directed);
    let values = values![organisation, team.team_id, &team.name, at, offer_after_s(team), within_s(team), after_s, to, decides];
    let stored = tx.execute(ADD, values).await?;
    if stored == 1 {
        link(tx, organisation, team).await?;
    }
    Ok(stored == 1)
}

/// Stores another name, other offers, another overflow, clients and members. False when there is no such team.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, team: &Team) -> Result<bool> {
    let (after_s, to) = overflow_of(team);
    let decides = i64::from(team.is_self_directed);
    let values = values![organisation, team.team_id, &team.name, offer_after_s(team), within_s(team), after_s, to, decides];
    if tx.execute(CHANGE, values).await? != 1 {
        return Ok(false);
    }
    unlink(tx, organisation, team.team_id).await?;
    link(tx, organisation, team).await?;
    Ok(true)
}

/// Makes somebody a member of a team, or no longer; its other members stay as they are.
pub async fn set_member(tx: &mut Tx, organisation: OrganisationId, team: TeamId, agent: AgentId, is_member: bool) -> Result<()> {
    let statement = if is_member { ADD_MEMBER } else { REMOVE_MEMBER };
    tx.execute(statement, values![organisation, team, agent]).await?;
    Ok(())
}

/// Removes a team with what it has decided. False when there is no such team.
pub async fn remove(tx: &mut Tx, organisation: OrganisationId, team: TeamId) -> Result<bool> {
    proposals::forget_team(tx, organisation, team).await?;
    unlink(tx, organisation, team).await?;
    Ok(tx.execute(REMOVE, values![organisation, team]).await? == 1)
}

/// Whether a contact waits for this team and no other.
pub async fn is_waited_for(tx: &mut Tx, organisation: OrganisationId, team: TeamId) -> Result<bool> {
    Ok(tx.row(WAITED_FOR, values![organisation, team]).await?.is_some())
}

/// Whether chats of any team go to another one as well.
pub async fn is_overflowing(tx: &mut Tx, organisation: OrganisationId) -> Result<bool> {
    Ok(tx.row(OVERFLOWING, values![organisation]).await?.is_some())
}

impl Team {
    /// What overflowing knows of it.
    pub fn overflowing(&self) -> Overflowing {
        Overflowing { team: self.team_id, clients: self.client_ids.clone(), overflow: self.overflow }
    }

    /// What it decides about itself when it is self-directed.
    pub fn rules(&self) -> TeamRules {
        TeamRules { name: self.name.clone(), offers: self.offers, overflow: self.overflow }
    }

    /// The same team with other rules.
    #[must_use]
    pub fn with_rules(&self, rules: TeamRules) -> Self {
        let TeamRules { name, offers, overflow } = rules;
        Self { name, offers, overflow, ..self.clone() }
    }
}

fn overflow(after_s: Option<i64>, to: Option<TeamId>) -> Option<Overflow> {
    Some(Overflow { after: Span::seconds(after_s?), to: to? })
}

fn overflow_of(team: &Team) -> (Option<i64>, Option<TeamId>) {
    team.overflow.map_or((None, None), |overflow| (Some(overflow.after.as_millis() / 1000), Some(overflow.to)))
}

/// What the columns say.
pub(crate) fn offers(after_s: Option<i64>, within_s: i64) -> Option<Offers> {
    after_s.map(|after_s| Offers { after: Span::seconds(after_s), within: Span::seconds(within_s) })
}

fn offer_after_s(team: &Team) -> Option<i64> {
    team.offers.map(|offers| offers.after.as_millis() / 1000)
}

fn within_s(team: &Team) -> i64 {
    team.offers.map_or(Offers::USUAL_WITHIN_S, |offers| offers.within.as_millis() / 1000)
}

async fn link(tx: &mut Tx, organisation: OrganisationId, team: &Team) -> Result<()> {
    for client in &team.client_ids {
        tx.execute(ADD_CLIENT, values![organisation, team.team_id, *client]).await?;
    }
    for agent in &team.agent_ids {
        tx.execute(ADD_MEMBER, values![organisation, team.team_id, *agent]).await?;
    }
    Ok(())
}

async fn unlink(tx: &mut Tx, organisation: OrganisationId, team: TeamId) -> Result<()> {
    tx.execute(REMOVE_CLIENTS, values![organisation, team]).await?;
    tx.execute(REMOVE_MEMBERS, values![organisation, team]).await?;
    Ok(())
}
