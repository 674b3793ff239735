//! Who is there, with how many free slots: the facts that claims and availability are decided upon, read in their transaction.

use desk::case::{Channel, Contact, Slots, TeamNow};
use desk::id::{AgentId, ClientId, OrganisationId, TeamId};
use desk::may::may_exceed;
use desk::moment::Moment;
use desk::routing::{self, CHAT_WEIGHT, capacity};
use desk::staffing::{Present, Staffings, WaitingAlike};

use crate::db::{Result, Row, Tx};
use crate::{agents, skills, stored, values, weights};

crate::statements! {
    // Locks the agent's row: two claims of one agent are decided one after the other, on both engines.
    LOCK_AGENT = "select slots - coalesce((select e.slots from eased e
 where e.organisation_id = agents.organisation_id and e.agent_id = agents.agent_id), 0), presence, chat_fi, chat_sv, chat_en, skills, role, may_exceed from agents
 where organisation_id = $1 and agent_id = $2 and active = 1 and role <> 'read_only' for update";
    PLACES = "select coalesce(luukku, 0), 1, channel from contacts where organisation_id = $1 and held_by = $2 and state = 'taken'
 union all select 0, 0, channel from contacts where organisation_id = $1 and offered_to = $2 and contact_id <> $3
 order by 1 limit 100";
    GOT = "update agents set last_got_us = $3 where organisation_id = $1 and agent_id = $2";
    TEAMS_OF = "select team_id from team_members where organisation_id = $1 and agent_id = $2 order by team_id limit 500";
    SERVES = "select 1 from team_members m join team_clients s on s.organisation_id = m.organisation_id and s.team_id = m.team_id
 where m.organisation_id = $1 and m.agent_id = $2 and s.client_id = $3 limit 1";
    // 2: somebody is present; 1: nobody is, but somebody can be; 0: nobody.
    TEAM_NOW = "select cast(coalesce(max(case when a.presence = 'present' then 2 else 1 end), 0) as bigint) from team_members m
 join agents a on a.organisation_id = m.organisation_id and a.agent_id = m.agent_id
 join team_clients s on s.organisation_id = m.organisation_id and s.team_id = m.team_id
 where m.organisation_id = $1 and m.team_id = $2 and s.client_id = $3 and a.active = 1 and a.role <> 'read_only'";
    WAITING_FOR_TEAMS = "select k.case_id, k.channel, (
 select cast(coalesce(max(case when a.presence = 'present' then 2 else 1 end), 0) as bigint) from team_members m
 join agents a on a.organisation_id = m.organisation_id and a.agent_id = m.agent_id
 join team_clients s on s.organisation_id = m.organisation_id and s.team_id = m.team_id
 where m.organisation_id = k.organisation_id and m.team_id = k.for_team and s.client_id = k.client_id and a.active = 1
 and a.role <> 'read_only')
 from contacts k where k.organisation_id = $1 and k.state = 'waiting' and k.for_team is not null
 order by k.waiting_since_us, k.contact_id limit 5000";
    PRESENT = "select a.chat_fi, a.chat_sv, a.chat_en, a.skills,
 a.slots - coalesce((select e.slots from eased e where e.organisation_id = a.organisation_id and e.agent_id = a.agent_id), 0),
 (select cast(coalesce(sum(case k.channel when 'message' then o.message_weight when 'call_back' then 800 else 100 end), 0) as bigint) from contacts k
 where k.organisation_id = a.organisation_id and k.held_by = a.agent_id and k.state = 'taken'),
 (select count(*) from contacts k where k.organisation_id = a.organisation_id and k.held_by = a.agent_id and k.state = 'taken')
 from agents a join organisations o on o.organisation_id = a.organisation_id
 where a.organisation_id = $1 and a.presence = 'present' and a.active = 1 and a.role <> 'read_only'
 and a.agent_id in (select m.agent_id from team_members m
 join team_clients s on s.organisation_id = m.organisation_id and s.team_id = m.team_id
 where m.organisation_id = $1 and s.client_id = $2) order by a.agent_id limit $3";
    // A skill that has been removed is needed no more.
    WAITING = "select k.language, k.level, s.skill_id, count(*), min(k.customer_waits_since_us) from contacts k
 left join skills s on s.organisation_id = k.organisation_id and s.skill_id = k.skill_id
 where k.organisation_id = $1 and k.state = 'waiting' and k.client_id = $2 and k.channel = 'chat'
 group by k.language, k.level, s.skill_id order by k.language, k.level, s.skill_id limit 2000";
    // Two visitors who start at once are decided one after the other, so that the queue's ceiling holds on both engines.
    QUEUE_TURN = "update clients set queue_turn = queue_turn + 1 where organisation_id = $1 and client_id = $2";
    TAKEN_SINCE = "select count(*) from contacts where organisation_id = $1 and client_id = $2 and channel = 'chat'
 and started_at_us >= $3 - 86400000000 and taken_at_us >= $3";
    SILENT = "select case_id from contacts where organisation_id = $1 and state = 'taken' and client_id = $2 and channel = 'chat'
 and customer_waits_since_us is null and last_said_at_us <= $3
 order by last_said_at_us, contact_id limit 500";
    PAST_TARGET = "select case_id from contacts where organisation_id = $1 and channel = 'chat' and customer_waits_since_us is not null
 and target_missed_at_us is null and customer_waits_since_us + answer_target_s * 1000000 < $2
 order by customer_waits_since_us, contact_id limit 200";
}

/// A contact that waits for a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForTeam {
    /// Of which case.
    pub case: desk::id::CaseId,
    /// Through what it came.
    pub channel: Channel,
    /// Who of the team is there.
    pub team: TeamNow,
}

/// An agent who may claim something, locked until the unit ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimant {
    /// Their slots now, and what they lack for the contact.
    pub slots: Slots,
    /// Whether they are present.
    pub is_present: bool,
    /// Whether they may take a contact over their slots.
    pub may_exceed: bool,
}

/// Locks `agent` and reads what a claim of `contact` is decided upon. None: no such agent who answers.
pub async fn claimant(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, contact: &Contact) -> Result<Option<Claimant>> {
    let Some(row) = tx.row(LOCK_AGENT, values![organisation, agent]).await? else {
        return Ok(None);
    };
    let (limit, presence): (i64, String) = (row.get(0)?, row.get(1)?);
    let (spoken, known) = (agents::spoken(row.get(2)?, row.get(3)?, row.get(4)?), stored::ids_of(&row.get::<String>(5)?)?);
    let demand = skills::still_there(tx, organisation, contact.demand).await?;
    let lacks = routing::lacks(&spoken, &known, contact.language, demand.level, demand.skill);
    let weights = weights::load(tx, organisation).await?;
    let (mut taken, mut offered, mut load) = (Vec::new(), 0, 0_i64);
    for row in tx.rows(PLACES, values![organisation, agent, contact.id]).await? {
        let channel = stored::value(&row.get::<String>(2)?)?;
        let weight = if row.get(1)? {
            taken.push(row.get(0)?);
            weights.held(channel)
        } else {
            offered += 1;
            weights.of(channel)
        };
        load = load.saturating_add(weight);
    }
    let slots = Slots::new(limit, taken, offered).weighing(load, weights.of(contact.channel)).lacking(lacks);
    let may_exceed = may_exceed(stored::value(&row.get::<String>(6)?)?, row.get(7)?);
    Ok(Some(Claimant { slots, is_present: presence == "present", may_exceed }))
}

/// Notes that an agent has got a contact: who has got none for longest is offered the next one.
pub async fn got(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> Result<()> {
    tx.execute(GOT, values![organisation, agent, at]).await?;
    Ok(())
}

/// The teams of an agent.
pub async fn teams_of(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Vec<TeamId>> {
    tx.rows(TEAMS_OF, values![organisation, agent]).await?.iter().map(|row| row.get(0)).collect()
}

/// Whether one of the agent's teams serves the client.
pub async fn serves(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, client: ClientId) -> Result<bool> {
    Ok(tx.row(SERVES, values![organisation, agent, client]).await?.is_some())
}

/// Who of the team is there for the client.
pub async fn team_now(tx: &mut Tx, organisation: OrganisationId, team: TeamId, client: ClientId) -> Result<TeamNow> {
    let row = tx.row(TEAM_NOW, values![organisation, team, client]).await?;
    row.map_or(Ok(TeamNow::Empty), |row| Ok(there(row.get(0)?)))
}

/// What waits for a team, longest wait first.
pub async fn waiting_for_teams(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<ForTeam>> {
    let rows = tx.rows(WAITING_FOR_TEAMS, values![organisation]).await?;
    let waiting = |row: &Row| Ok(ForTeam { case: row.get(0)?, channel: stored::value(&row.get::<String>(1)?)?, team: there(row.get(2)?) });
    rows.iter().map(waiting).collect()
}

fn there(most: i64) -> TeamNow {
    match most {
        ..=0 => TeamNow::Empty,
        1 => TeamNow::Absent,
        2.. => TeamNow::Present,
    }
}

/// Who is there for a client, and who waits for them.
pub async fn staffing(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Staffings> {
    let present = tx.rows(PRESENT, values![organisation, client, agents::LIMIT]).await?;
    let waiting = tx.rows(WAITING, values![organisation, client]).await?;
    let present: Vec<Present> = present.iter().map(is_there).collect::<Result<_>>()?;
    let waiting: Vec<WaitingAlike> = waiting.iter().map(waits_alike).collect::<Result<_>>()?;
    Ok(Staffings::of(&present, &waiting))
}

fn is_there(row: &Row) -> Result<Present> {
    let languages = agents::spoken(row.get(0)?, row.get(1)?, row.get(2)?);
    let (slots, load, places): (i64, i64, i64) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let free_slots = capacity(slots, load, places).saturating_sub(load).max(0) / CHAT_WEIGHT;
    Ok(Present { languages, skills: stored::ids_of(&row.get::<String>(3)?)?, free_slots })
}

fn waits_alike(row: &Row) -> Result<WaitingAlike> {
    Ok(WaitingAlike {
        language: stored::value(&row.get::<String>(0)?)?,
        level: stored::level(row.get(1)?),
        skill: row.get(2)?,
        chats: row.get(3)?,
        oldest: row.get(4)?,
    })
}

/// Makes whoever else starts a chat with this client wait until this unit ends.
pub async fn take_queue_turn(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<()> {
    tx.execute(QUEUE_TURN, values![organisation, client]).await?;
    Ok(())
}

/// How many chats of a client were taken since `since` (among those started at most a day before it).
pub async fn taken_since(tx: &mut Tx, organisation: OrganisationId, client: ClientId, since: Moment) -> Result<i64> {
    tx.row(TAKEN_SINCE, values![organisation, client, since]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Held chats of a client in which it is the customer's turn and nobody has written since `since`.
pub async fn silent(tx: &mut Tx, organisation: OrganisationId, client: ClientId, since: Moment) -> Result<Vec<desk::id::CaseId>> {
    tx.rows(SILENT, values![organisation, client, since]).await?.iter().map(|row| row.get(0)).collect()
}

/// Chats whose customer has waited past the answer target by `at`, of whom that is not noted yet, longest wait first.
pub async fn past_target(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> Result<Vec<desk::id::CaseId>> {
    tx.rows(PAST_TARGET, values![organisation, at]).await?.iter().map(|row| row.get(0)).collect()
}
