//! How each agent's own day went: the facts that [`desk::load`] reads. They are read for that agent alone, kept for a day,
//! and in no backup.

use desk::case::{Channel, Contact};
use desk::id::{AgentId, OrganisationId};
use desk::load::{DAY, Ease, Kind, Stretch};
use desk::moment::{Moment, Span};

use crate::db::{Result, Row, Tx};
use crate::{clients, statements, stored, values};

statements! {
    // The same contact can be let go and taken again within one microsecond.
    BEGIN = "insert into stretches (organisation_id, agent_id, kind, from_us, of_id) values ($1, $2, $3, $4, $5)
              on conflict (organisation_id, agent_id, kind, from_us, of_id) do update set until_us = null";
    END = "update stretches set until_us = $5
            where organisation_id = $1 and agent_id = $2 and kind = $3 and of_id = $4 and until_us is null";
    ANSWERED = "insert into stretches (organisation_id, agent_id, kind, from_us, of_id, until_us)
                values ($1, $2, 'answered', $3, $4, $5) on conflict do nothing";
    LEAVE = "insert into stretches (organisation_id, agent_id, kind, from_us, of_id)
             select organisation_id, agent_id, 'away', $3, agent_id from agents a
              where a.organisation_id = $1 and a.agent_id = $2 and a.presence <> 'present'
                and not exists (select 1 from stretches s where s.organisation_id = $1 and s.agent_id = $2
                  and s.kind = 'away' and s.until_us is null)
             on conflict (organisation_id, agent_id, kind, from_us, of_id) do update set until_us = null";
    COME = "update stretches set until_us = $3 where organisation_id = $1 and agent_id = $2 and kind = 'away' and until_us is null
               and exists (select 1 from agents a where a.organisation_id = $1 and a.agent_id = $2 and a.presence = 'present')";
    OF_AGENT = "select kind, from_us, until_us from stretches
                 where organisation_id = $1 and agent_id = $2 and (until_us is null or until_us > $3)
                 order by from_us desc, kind, of_id limit 5000";
    EASED = "select slots from eased where organisation_id = $1 and agent_id = $2";
    EASE = "insert into eased (organisation_id, agent_id, slots) values ($1, $2, $3)
             on conflict (organisation_id, agent_id) do update set slots = excluded.slots";
    RULES = "select distinct c.ease from team_members m
 join team_clients s on s.organisation_id = m.organisation_id and s.team_id = m.team_id
 join clients c on c.organisation_id = s.organisation_id and c.client_id = s.client_id
 where m.organisation_id = $1 and m.agent_id = $2 and c.ease is not null order by c.ease limit 500";
    FORGET = "delete from stretches where organisation_id = $1 and until_us <= $2";
}

/// How the day of `agent` has gone, in no order.
pub async fn of_agent(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> Result<Vec<Stretch>> {
    tx.rows(OF_AGENT, values![organisation, agent, at.minus(DAY)]).await?.iter().map(read).collect()
}

/// Whose a contact is has changed from `before` to `after`.
pub async fn held(tx: &mut Tx, organisation: OrganisationId, before: &Contact, after: &Contact, at: Moment) -> Result<()> {
    let goes_on = |agent: AgentId| before.id == after.id && before.is_held_by(agent) && after.is_held_by(agent);
    if let Some(agent) = before.holder().filter(|agent| !goes_on(*agent)) {
        tx.execute(END, values![organisation, agent, held_as(before.channel), before.id, at]).await?;
    }
    if let Some(agent) = after.holder().filter(|agent| !goes_on(*agent)) {
        tx.execute(BEGIN, values![organisation, agent, held_as(after.channel), at, after.id]).await?;
    }
    Ok(())
}

/// `agent` has answered the customer of `contact`, who had waited since `since`.
pub async fn answered(
    tx: &mut Tx,
    organisation: OrganisationId,
    agent: AgentId,
    contact: &Contact,
    since: Moment,
    at: Moment,
) -> Result<()> {
    tx.execute(ANSWERED, values![organisation, agent, since, contact.id, at]).await?;
    Ok(())
}

/// Whether `agent` is present may have changed.
pub(crate) async fn presence(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> Result<()> {
    tx.execute(COME, values![organisation, agent, at]).await?;
    tx.execute(LEAVE, values![organisation, agent, at]).await?;
    Ok(())
}

/// Forgets what is older than a day.
pub async fn forget_old(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> Result<()> {
    tx.execute(FORGET, values![organisation, at.minus(DAY).minus(Span::seconds(60))]).await?;
    Ok(())
}

/// How many of their slots `agent` does without just now.
pub async fn eased(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<i64> {
    tx.row(EASED, values![organisation, agent]).await?.map_or(Ok(0), |row| row.get(0))
}

/// `agent` does without so many of their slots from now on. Lock them first: claims are decided upon it.
pub async fn ease(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, slots: i64) -> Result<()> {
    tx.execute(EASE, values![organisation, agent, slots]).await?;
    Ok(())
}

/// The rules of the clients that `agent` serves.
pub async fn rules(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Vec<Ease>> {
    let rows = tx.rows(RULES, values![organisation, agent]).await?;
    rows.iter().map(|row| Ok(clients::read_json::<clients::Ease>(&row.get::<String>(0)?)?.rule())).collect()
}

fn held_as(channel: Channel) -> &'static str {
    stored::text(channel)
}

fn read(row: &Row) -> Result<Stretch> {
    let kind = match row.get::<String>(0)?.as_str() {
        "away" => Kind::Away,
        "answered" => Kind::Answered,
        channel => Kind::Held(stored::value(channel)?),
    };
    Ok(Stretch { kind, from: row.get(1)?, until: row.get(2)? })
}
