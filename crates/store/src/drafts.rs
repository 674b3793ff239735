//! Unsent words of agents, kept so that a closed laptop loses none.

use desk::id::{AgentId, CaseId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::values;

crate::statements! {
    KEEP = "insert into drafts (organisation_id, agent_id, case_id, text, is_note, at_us) values ($1, $2, $3, $4, $5, $6)
 on conflict (organisation_id, agent_id, case_id) do update set text = excluded.text, is_note = excluded.is_note, at_us = excluded.at_us";
    FORGET = "delete from drafts where organisation_id = $1 and agent_id = $2 and case_id = $3";
    OF_AGENT = "select case_id, text, is_note, at_us from drafts where organisation_id = $1 and agent_id = $2
 order by at_us desc, case_id limit 50";
    FIND = "select case_id, text, is_note, at_us from drafts where organisation_id = $1 and agent_id = $2 and case_id = $3";
}

/// Unsent words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// In which case.
    pub case: CaseId,
    /// Masked and cleaned.
    pub text: String,
    /// Whether a note is being written.
    pub is_note: bool,
    /// When they were kept.
    pub at: Moment,
}

/// Keeps a draft in place of the earlier one.
pub async fn keep(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, draft: &Draft) -> Result<()> {
    tx.execute(KEEP, values![organisation, agent, draft.case, draft.text.as_str(), draft.is_note, draft.at]).await?;
    Ok(())
}

/// Forgets a draft; there may be none.
pub async fn forget(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, case: CaseId) -> Result<()> {
    tx.execute(FORGET, values![organisation, agent, case]).await?;
    Ok(())
}

/// The drafts of an agent, newest first, at most 50.
pub async fn of_agent(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> Result<Vec<Draft>> {
    tx.rows(OF_AGENT, values![organisation, agent]).await?.iter().map(draft).collect()
}

/// The draft of an agent in one case.
pub async fn find(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, case: CaseId) -> Result<Option<Draft>> {
    tx.row(FIND, values![organisation, agent, case]).await?.as_ref().map(draft).transpose()
}

fn draft(row: &Row) -> Result<Draft> {
    Ok(Draft { case: row.get(0)?, text: row.get(1)?, is_note: row.get(2)?, at: row.get(3)? })
}
