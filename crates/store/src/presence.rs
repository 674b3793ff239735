//! Whether agents are there: what they have chosen, and when a screen of theirs was last heard.
//!
//! Being gone is not chosen. An agent who comes back is again what they had chosen before.

use desk::availability::{AwayBecause, Presence};
use desk::id::{AgentId, CaseId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Tx};
use crate::{statements, stored, stretches, values};

statements! {
    // Who is gone stays gone until a screen of theirs is heard: what they say by other ways is kept until then.
    CHOOSE = "update agents set chosen_presence = $3, presence = case when presence = 'gone' then presence else $3 end,
                away_because = null,
                presence_since_us = case when presence in ('gone', $3) then presence_since_us else $4 end
              where organisation_id = $1 and agent_id = $2 and active = 1";
    PAUSE = "update agents set chosen_presence = 'away', presence = 'away', presence_since_us = $3, away_because = $4
              where organisation_id = $1 and agent_id = $2 and presence = 'present'";
    COME_BACK = "update agents set presence = coalesce(chosen_presence, 'away'), presence_since_us = $3, seen_at_us = $3
                  where organisation_id = $1 and agent_id = $2 and presence = 'gone' and active = 1";
    SEEN = "update agents set seen_at_us = $3 where organisation_id = $1 and agent_id = $2";
    GO = "update agents set presence = 'gone', presence_since_us = $3
           where organisation_id = $1 and agent_id = $2 and presence <> 'gone'";
    NOT_GONE = "select agent_id, seen_at_us, active from agents where organisation_id = $1 and presence <> 'gone'
                 order by agent_id limit $2";
    HELD_IN_VAIN = "select contacts.case_id, contacts.held_by from agents
                     join contacts on contacts.organisation_id = agents.organisation_id and contacts.held_by = agents.agent_id
                    where agents.organisation_id = $1 and contacts.state = 'taken'
                      and (agents.active = 0 or agents.role = 'read_only'
                        or (agents.presence = 'gone' and contacts.channel <> 'message'))
                    order by contacts.waiting_since_us, contacts.contact_id limit $2";
}

/// How many contacts are looked at in one go.
const TAKE_BACK_AT_ONCE: i64 = 200;

/// An agent who counts as there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct There {
    /// Who.
    pub agent: AgentId,
    /// When a screen of theirs was last heard, to ten seconds.
    pub seen_at: Moment,
    /// False for somebody who has been shut out meanwhile.
    pub active: bool,
}

/// Keeps what an agent has chosen; it counts while they are not gone. False when there is no such active agent.
pub async fn choose(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, presence: Presence, at: Moment) -> Result<bool> {
    let chosen = tx.execute(CHOOSE, values![organisation, agent, stored::text(presence), at]).await? == 1;
    stretches::presence(tx, organisation, agent, at).await?;
    Ok(chosen)
}

/// Sends a present agent on a break that they have not chosen. False when they were not present.
pub async fn pause(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, because: AwayBecause, at: Moment) -> Result<bool> {
    let paused = tx.execute(PAUSE, values![organisation, agent, at, stored::text(because)]).await? == 1;
    stretches::presence(tx, organisation, agent, at).await?;
    Ok(paused)
}

/// A gone agent is back, and is again what they had chosen; away when they have never chosen. False when they were not gone.
pub async fn come_back(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> Result<bool> {
    let is_back = tx.execute(COME_BACK, values![organisation, agent, at]).await? == 1;
    stretches::presence(tx, organisation, agent, at).await?;
    Ok(is_back)
}

/// Notes that these agents have been heard.
pub async fn seen(tx: &mut Tx, organisation: OrganisationId, agents: &[AgentId], at: Moment) -> Result<()> {
    for agent in agents {
        tx.execute(SEEN, values![organisation, *agent, at]).await?;
    }
    Ok(())
}

/// An agent is gone; what they have chosen stays. False when they were gone already.
pub async fn go(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, at: Moment) -> Result<bool> {
    let went = tx.execute(GO, values![organisation, agent, at]).await? == 1;
    stretches::presence(tx, organisation, agent, at).await?;
    Ok(went)
}

/// Everybody who counts as there.
pub async fn there(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<There>> {
    let rows = tx.rows(NOT_GONE, values![organisation, crate::agents::LIMIT]).await?;
    rows.iter().map(|row| Ok(There { agent: row.get(0)?, seen_at: row.get(1)?, active: row.get(2)? })).collect()
}

/// Contacts that [`desk::case::why_taken_back`] takes from their holders, longest wait first.
pub async fn held_in_vain(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<(CaseId, AgentId)>> {
    let rows = tx.rows(HELD_IN_VAIN, values![organisation, TAKE_BACK_AT_ONCE]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
