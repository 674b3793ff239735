//! What open screens are told besides what happens in cases: read marks, drafts, who looks, sign-outs, settings.

use desk::id::{AgentId, CaseId, OrganisationId, SessionId};
use store::cases::CaseRecord;
use store::{Tx, events};
use wire::cases::Draft;
use wire::frames::{AgentFrame, CustomerFrame};

use crate::presence;
use crate::refusal::Answer;
use crate::rows::signed_out;
use crate::state::Desk;
use crate::tell::frame;
use crate::who::Who;

/// A read mark of `record` moved.
pub async fn read(desk: &Desk, organisation: OrganisationId, record: &CaseRecord) -> Answer<()> {
    let (its, case, desk_read) = (record.clone(), record.id, record.desk_read_seq);
    let marks = desk.db.read(async move |tx: &mut Tx| {
        let desk_read_public = events::public_seq_until(tx, organisation, case, desk_read).await?;
        Ok((marks(tx, organisation, &its).await?, desk_read_public))
    });
    let (told, desk_read_public) = marks.await?;
    desk.live.tell_desk(organisation, Some(record.case.client), &frame(&told));
    desk.live.tell_customer(record.case.customer, &frame(&CustomerFrame::Read { desk_read_seq: desk_read_public }));
    Ok(())
}

/// How far `record` has been read by its customer and by the desk, as agents are told.
pub(super) async fn marks(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<AgentFrame> {
    let customer_read_seq = events::seq_of_public(tx, organisation, record.id, record.customer_read_seq).await?;
    Ok(AgentFrame::Read { case_id: record.id.0, customer_read_seq, desk_read_seq: record.desk_read_seq, unread: record.unread })
}

/// `who` keeps these words in `case` now, or none.
pub fn draft(desk: &Desk, who: &Who, case: CaseId, draft: Option<Draft>) {
    let told = AgentFrame::Draft { case_id: case.0, draft };
    desk.live.tell_agent(who.organisation, who.agent_id, None, &frame(&told));
}

/// Who looks at `case` has changed: each who looks is told of the others.
pub fn lookers(desk: &Desk, organisation: OrganisationId, case: CaseId) {
    let all = desk.live.who_looks(organisation, case);
    desk.live.tell_each_looker(organisation, case, |agent| {
        let agent_ids = all.iter().filter(|other| **other != agent).map(|other| other.0).collect();
        frame(&AgentFrame::Looking { case_id: case.0, agent_ids })
    });
}

/// A sign-in of `agent` is over: its screens show the sign-in, and who has no other screen is gone.
pub async fn session_ended(desk: &Desk, organisation: OrganisationId, agent: AgentId, session: SessionId) -> Answer<()> {
    desk.live.sign_out(organisation, agent, Some(session), &signed_out());
    presence::left(desk, organisation, agent).await
}

/// Every sign-in of `agent` is over.
pub async fn shut_out(desk: &Desk, organisation: OrganisationId, agent: AgentId) -> Answer<()> {
    desk.live.sign_out(organisation, agent, None, &signed_out());
    presence::left(desk, organisation, agent).await
}
