//! Small things that screens are told and that may be lost (D7): read marks and drafts.

use desk::id::OrganisationId;
use store::cases::CaseRecord;
use store::drafts::Draft;
use store::{Tx, events};
use wire::frames::{AgentFrame, CustomerFrame};

use crate::cases;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::tell::frame;
use crate::who::Who;

/// A read mark of `record` has moved: who looks at the case is told, and the customer.
pub async fn read(desk: &Desk, organisation: OrganisationId, record: &CaseRecord) -> Answer<()> {
    let marked = record.clone();
    let (customer_read_seq, desk_read_seq) = desk
        .db
        .read(async move |tx: &mut Tx| {
            let customer = cases::customer_read_seq(tx, organisation, &marked).await?;
            let desk = events::public_seq_until(tx, organisation, marked.id, marked.desk_read_seq).await?;
            Ok((customer, desk))
        })
        .await?;
    let told = AgentFrame::Read { case_id: record.id.0, customer_read_seq, desk_read_seq: record.desk_read_seq, unread: record.unread };
    desk.live.tell_desk(organisation, Some(record.case.client), &frame(&told));
    desk.live.tell_customer(record.case.customer, &frame(&CustomerFrame::Read { desk_read_seq }));
    Ok(())
}

/// The other screens of `who` are told of the words kept last.
pub fn draft(desk: &Desk, who: &Who, draft: &Draft) {
    let now = (!draft.text.is_empty()).then(|| cases::draft(draft));
    let told = frame(&AgentFrame::Draft { case_id: draft.case.0, draft: now });
    desk.live.tell_agent(who.organisation, who.agent_id, None, &told);
}
