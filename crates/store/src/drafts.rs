//! Unsent words of agents, kept so that a closed laptop loses none.

use desk::id::{AgentId, AttachmentId, CaseId, OrganisationId};
use desk::moment::Moment;
use uuid::Uuid;

use crate::attachments::{self, Attachment};
use crate::db::{Failure, Result, Row, Tx};
use crate::values;

crate::statements! {
    KEEP = "insert into drafts (organisation_id, agent_id, case_id, text, note, at_us, files) values ($1, $2, $3, $4, $5, $6, $7)
 on conflict (organisation_id, agent_id, case_id)
 do update set text = excluded.text, note = excluded.note, at_us = excluded.at_us, files = excluded.files";
    FORGET = "delete from drafts where organisation_id = $1 and agent_id = $2 and case_id = $3";
    OF_AGENT = "select case_id, text, note, at_us, files from drafts where organisation_id = $1 and agent_id = $2
 order by at_us desc, case_id limit 50";
    FIND = "select case_id, text, note, at_us, files from drafts where organisation_id = $1 and agent_id = $2 and case_id = $3";
}

/// Unsent words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// In which case.
    pub case: CaseId,
    /// What is being written to the customer; masked and cleaned.
    pub text: String,
    /// What is being written for the desk; masked and cleaned.
    pub note: String,
    /// When they were kept.
    pub at: Moment,
    /// Files that were uploaded for the customer, in their order.
    pub files: Vec<AttachmentId>,
}

impl Draft {
    /// Nothing is being written on either side.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.note.is_empty() && self.files.is_empty()
    }
}

/// Keeps a draft in place of the earlier one.
pub async fn keep(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, draft: &Draft) -> Result<()> {
    let files = draft.files.iter().map(|file| file.0.to_string()).collect::<Vec<_>>().join(" ");
    tx.execute(KEEP, values![organisation, agent, draft.case, draft.text.as_str(), draft.note.as_str(), draft.at, files.as_str()]).await?;
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

/// Those of the draft's files that `agent` uploaded and that have not been sent or thrown away since.
pub async fn files(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, draft: &Draft) -> Result<Vec<Attachment>> {
    let mut found = Vec::with_capacity(draft.files.len());
    for id in &draft.files {
        let file = attachments::find(tx, organisation, *id).await?;
        found.extend(file.filter(|file| file.agent == Some(agent) && file.message.is_none()));
    }
    Ok(found)
}

fn draft(row: &Row) -> Result<Draft> {
    let files: String = row.get(4)?;
    let files = files.split_whitespace().map(|id| Uuid::parse_str(id).map(AttachmentId)).collect::<std::result::Result<_, _>>();
    Ok(Draft { case: row.get(0)?, text: row.get(1)?, note: row.get(2)?, at: row.get(3)?, files: files.map_err(|_| Failure::Corrupt)? })
}
