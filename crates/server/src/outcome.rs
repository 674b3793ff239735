//! What one unit of work made happen to a case, with what its frames need.

use std::collections::HashMap;

use desk::case::{Event, agent_shown};
use desk::id::{AgentId, OrganisationId};
use store::cases::CaseRecord;
use store::timeline::TimelineEntry;
use store::{Tx, visit_pages};

/// What one unit of work made happen.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Whose desk.
    pub organisation: OrganisationId,
    /// The case now.
    pub record: CaseRecord,
    /// What was added, in order; for a repeated command what it had added then.
    pub entries: Vec<TimelineEntry>,
    /// First names of the agents in it, as customers see them.
    pub first_names: HashMap<AgentId, String>,
    /// Who held the contact before.
    pub held_before: Option<AgentId>,
    /// Who is to be told of a note that names them.
    pub named: Vec<AgentId>,
    /// False when it had been done before (D2), and nobody needs to be told again.
    pub is_new: bool,
}

/// Of `entries`, which changed `record` or had changed it before.
pub async fn outcome(
    tx: &mut Tx,
    organisation: OrganisationId,
    mut record: CaseRecord,
    entries: Vec<TimelineEntry>,
    is_new: bool,
) -> store::Result<Outcome> {
    let mut first_names = HashMap::new();
    for entry in &entries {
        if let Some(agent) = agent_shown(&entry.happened.event) {
            name(tx, organisation, agent, &mut first_names).await?;
        }
    }
    // The row was read before the unit changed who holds the contact; an event that changes it names the new holder.
    record.holder_first_name = match record.case.contact.held_by {
        Some(holder) => first_names.get(&holder).cloned().or(record.holder_first_name),
        None => None,
    };
    let blocked =
        entries.iter().filter_map(|entry| if let Event::Blocked { until, .. } = entry.happened.event { Some(until) } else { None });
    // What had happened before stands in the row as it is now: whoever was let in again stays so.
    record.blocked_until = blocked.filter(|_| is_new).chain(record.blocked_until).max();
    Ok(Outcome { organisation, record, entries, first_names, held_before: None, named: Vec::new(), is_new })
}

/// Where the customer was on the website was of use in this contact alone: it is gone with it.
pub async fn forget_visit(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, entries: &[TimelineEntry]) -> store::Result<()> {
    let is_over = entries.iter().any(|entry| matches!(entry.happened.event, Event::ContactEnded { .. }));
    if is_over { visit_pages::forget(tx, organisation, record.case.customer).await } else { Ok(()) }
}

async fn name(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, names: &mut HashMap<AgentId, String>) -> store::Result<()> {
    if !names.contains_key(&agent)
        && let Some(agent_row) = store::agents::load(tx, organisation, agent).await?
    {
        names.insert(agent, agent_row.first_name);
    }
    Ok(())
}
