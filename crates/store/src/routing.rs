//! The facts that [`desk::routing`] decides upon: who could get a chat, what waits, and what is offered.

use std::collections::HashMap;

use desk::case::{Contact, Offer};
use desk::id::{AgentId, CaseId, ClientId, CustomerId, OrganisationId, TeamId};
use desk::language::Language;
use desk::moment::Moment;
use desk::routing::{AgentNow, CHAT_WEIGHT, Demand, Needs, Serving, Waiting, capacity, turn};

use crate::db::{Result, Row, Tx};
use crate::{skills, stored, teams, values};

/// How many waiting chats of one organisation are looked at in one go; the ones behind them wait for the next.
const AT_ONCE: i64 = 5_000;

/// What is asked of agents, with `$rest` saying of whom.
macro_rules! agents {
    ($rest:literal) => {
        concat!(
            "select a.agent_id, a.presence, a.slots - coalesce((select e.slots from eased e
 where e.organisation_id = a.organisation_id and e.agent_id = a.agent_id), 0), a.skills, a.presence_since_us, a.last_got_us,
 (select cast(coalesce(sum(case k.channel when 'message' then o.message_weight when 'call_back' then 800 else 100 end), 0) as bigint) from contacts k
 where k.organisation_id = a.organisation_id and k.held_by = a.agent_id and k.state = 'taken'),
 (select count(*) from contacts k where k.organisation_id = a.organisation_id and k.offered_to = a.agent_id),
 a.chat_fi, a.chat_sv, a.chat_en,
 (select count(*) from contacts k where k.organisation_id = a.organisation_id and k.held_by = a.agent_id and k.state = 'taken')
 from agents a join organisations o on o.organisation_id = a.organisation_id
 where a.organisation_id = $1 and a.active = 1 and a.role <> 'read_only' ",
            $rest
        )
    };
}

/// What a chat that nobody has taken is to the rules, in the order that [`waits`] reads. A skill that has been removed is needed no more.
macro_rules! waits {
    ($rest:literal) => {
        concat!(
            "select k.case_id, k.contact_id, k.client_id, k.for_team, k.language, k.waiting_since_us, k.passed_by, k.level, s.skill_id,
 k.priority, k.also_for, k.last_with ",
            $rest
        )
    };
}

crate::statements! {
    OFFERING = "select team_id from teams where organisation_id = $1 and offer_after_s is not null order by team_id limit 1";
    AGENTS = agents!("and a.presence <> 'gone' order by a.agent_id limit $2");
    EVERYBODY = agents!("order by a.agent_id limit $2");
    ONE = agents!("and a.agent_id = $2");
    SERVING_OF = "select s.client_id, t.team_id, t.offer_after_s, t.offer_within_s from team_members m
 left join team_clients s on s.organisation_id = m.organisation_id and s.team_id = m.team_id
 join teams t on t.organisation_id = m.organisation_id and t.team_id = m.team_id
 where m.organisation_id = $1 and m.agent_id = $2 order by s.client_id, t.team_id limit 200000";
    WAITING = waits!("from contacts k left join skills s on s.organisation_id = k.organisation_id and s.skill_id = k.skill_id
 where k.organisation_id = $1 and k.state = 'waiting' and k.channel = 'chat' and k.offered_to is null
 order by k.waiting_since_us, k.contact_id limit $2");
    QUEUE = waits!(", c.customer_id from contacts k
 join cases c on c.organisation_id = k.organisation_id and c.case_id = k.case_id
 left join skills s on s.organisation_id = k.organisation_id and s.skill_id = k.skill_id
 where k.organisation_id = $1 and k.state = 'waiting' and k.client_id = $2 and k.channel = 'chat'
 order by k.waiting_since_us, k.contact_id limit 1000");
    LONG_WAITING = "select case_id, client_id, for_team, customer_waits_since_us, also_for from contacts
 where organisation_id = $1 and state = 'waiting' and channel = 'chat' and customer_waits_since_us <= $2
 order by customer_waits_since_us, contact_id limit $3";
    OFFERED = waits!(", k.offered_to, k.offered_at_us, k.offer_until_us
 from contacts k left join skills s on s.organisation_id = k.organisation_id and s.skill_id = k.skill_id
 where k.organisation_id = $1 and k.offered_to is not null order by k.contact_id limit $2");
}

/// A waiting chat that is offered to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLine {
    /// Of which case.
    pub case: CaseId,
    /// What the rules know of it.
    pub waiting: Waiting,
}

/// A waiting chat that one agent has to themselves for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Of which case.
    pub case: CaseId,
    /// What the rules know of it.
    pub waiting: Waiting,
    /// To whom, and for how long.
    pub offer: Offer,
}

/// A waiting chat in the queue of its client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InQueue {
    /// Of which case.
    pub case: CaseId,
    /// Who waits.
    pub customer: CustomerId,
    /// What the rules know of it.
    pub waiting: Waiting,
}

/// A waiting chat as overflowing sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongWaiting {
    /// Of which case.
    pub case: CaseId,
    /// Whose customer waits.
    pub client: ClientId,
    /// The team that it was handed to.
    pub for_team: Option<TeamId>,
    /// Since when the customer waits.
    pub since: Moment,
    /// The teams to which it has gone already.
    pub also_for: Vec<TeamId>,
}

/// Whether any team is offered what waits.
pub async fn is_offering(tx: &mut Tx, organisation: OrganisationId) -> Result<bool> {
    Ok(tx.row(OFFERING, values![organisation]).await?.is_some())
}

/// Everybody who answers and is not gone.
pub async fn agents(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<AgentNow>> {
    read_agents(tx, organisation, AGENTS).await
}

/// Everybody who answers, whether they are there or not.
pub async fn everybody(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<AgentNow>> {
    read_agents(tx, organisation, EVERYBODY).await
}

async fn read_agents(tx: &mut Tx, organisation: OrganisationId, statement: &'static str) -> Result<Vec<AgentNow>> {
    let mut serving: HashMap<AgentId, Vec<Serving>> = HashMap::new();
    for team in teams::list(tx, organisation).await? {
        // Also a team without clients of its own can be there to help others out.
        let none = team.client_ids.is_empty().then_some(None);
        let clients = team.client_ids.iter().copied().map(Some).chain(none);
        let serves = clients.map(|client| Serving { client, team: team.team_id, offers: team.offers });
        for agent in &team.agent_ids {
            serving.entry(*agent).or_default().extend(serves.clone());
        }
    }
    let rows = tx.rows(statement, values![organisation, crate::agents::LIMIT]).await?;
    let mut found = rows.iter().map(agent).collect::<Result<Vec<_>>>()?;
    for agent in &mut found {
        agent.serves = serving.remove(&agent.agent).unwrap_or_default();
    }
    Ok(found)
}

/// One agent. None: no such agent who answers.
pub async fn agent_now(tx: &mut Tx, organisation: OrganisationId, agent_id: AgentId) -> Result<Option<AgentNow>> {
    let Some(row) = tx.row(ONE, values![organisation, agent_id]).await? else {
        return Ok(None);
    };
    let serving = tx.rows(SERVING_OF, values![organisation, agent_id]).await?;
    Ok(Some(AgentNow { serves: serving.iter().map(serves).collect::<Result<_>>()?, ..agent(&row)? }))
}

/// Chats that wait and are offered to nobody, longest wait first.
pub async fn in_line(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<InLine>> {
    let rows = tx.rows(WAITING, values![organisation, AT_ONCE]).await?;
    rows.iter().map(|row| Ok(InLine { case: row.get(0)?, waiting: waits(row)? })).collect()
}

/// From the columns that [`WAITING`], [`QUEUE`] and [`OFFERED`] begin with.
fn waits(row: &Row) -> Result<Waiting> {
    let passed_by = stored::ids_of(&row.get::<String>(6)?)?;
    let also = stored::ids_of(&row.get::<String>(10)?)?;
    let demand = Demand { level: stored::level(row.get(7)?), skill: row.get(8)?, priority: row.get(9)? };
    let needs = needs(row.get(2)?, (row.get(3)?, also), stored::value(&row.get::<String>(4)?)?, demand);
    Ok(Waiting { contact: row.get(1)?, priority: demand.priority, arrived_at: row.get(5)?, needs, passed_by, last_with: row.get(11)? })
}

/// The queue of a client, the next one first.
pub async fn queue(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<InQueue>> {
    let rows = tx.rows(QUEUE, values![organisation, client]).await?;
    let one = |row: &Row| Ok(InQueue { case: row.get(0)?, customer: row.get(12)?, waiting: waits(row)? });
    let mut queue = rows.iter().map(one).collect::<Result<Vec<_>>>()?;
    queue.sort_by_key(|one| turn(&one.waiting));
    Ok(queue)
}

/// Chats whose customer has waited since `until` or longer, longest wait first.
pub async fn long_waiting(tx: &mut Tx, organisation: OrganisationId, until: Moment) -> Result<Vec<LongWaiting>> {
    let rows = tx.rows(LONG_WAITING, values![organisation, until, AT_ONCE]).await?;
    let one = |row: &Row| {
        let also_for = stored::ids_of(&row.get::<String>(4)?)?;
        Ok(LongWaiting { case: row.get(0)?, client: row.get(1)?, for_team: row.get(2)?, since: row.get(3)?, also_for })
    };
    rows.iter().map(one).collect()
}

/// A waiting contact as the rules know it.
pub async fn waiting(tx: &mut Tx, organisation: OrganisationId, client: ClientId, contact: &Contact) -> Result<Waiting> {
    let demand = skills::still_there(tx, organisation, contact.demand).await?;
    Ok(Waiting {
        contact: contact.id,
        priority: demand.priority,
        arrived_at: contact.waiting_since,
        needs: needs(client, (contact.for_team, contact.also_for.clone()), contact.language, demand),
        passed_by: contact.passed_by.clone(),
        last_with: contact.last_with,
    })
}

/// What is offered just now.
pub async fn offered(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Offered>> {
    let rows = tx.rows(OFFERED, values![organisation, AT_ONCE]).await?;
    let one = |row: &Row| {
        let offer = Offer { to: row.get(12)?, at: row.get(13)?, until: row.get(14)? };
        Ok(Offered { case: row.get(0)?, waiting: waits(row)?, offer })
    };
    rows.iter().map(one).collect()
}

fn needs(client: ClientId, (team, also): (Option<TeamId>, Vec<TeamId>), language: Language, demand: Demand) -> Needs {
    Needs { client, team, also, language, level: demand.level, skill: demand.skill, weight: CHAT_WEIGHT }
}

fn serves(row: &Row) -> Result<Serving> {
    Ok(Serving { client: row.get(0)?, team: row.get(1)?, offers: teams::offers(row.get(2)?, row.get(3)?) })
}

fn agent(row: &Row) -> Result<AgentNow> {
    let slots: i64 = row.get(2)?;
    let (held, offered): (i64, i64) = (row.get(6)?, row.get(7)?);
    let (since, last_got): (Moment, Moment) = (row.get(4)?, row.get(5)?);
    let places = offered.saturating_add(row.get(11)?);
    // Only chats are offered.
    let load = held.saturating_add(offered.saturating_mul(CHAT_WEIGHT));
    Ok(AgentNow {
        agent: row.get(0)?,
        serves: Vec::new(),
        languages: crate::agents::spoken(row.get(8)?, row.get(9)?, row.get(10)?),
        skills: stored::ids_of(&row.get::<String>(3)?)?,
        presence: stored::value(&row.get::<String>(1)?)?,
        capacity: capacity(slots, load, places),
        load,
        idle_since: since.max(last_got),
    })
}
