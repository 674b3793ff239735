//! That a customer is kept out, or let in again: told to whoever sees their cases, and to themselves.

use desk::id::{CustomerId, OrganisationId};
use desk::moment::Moment;
use store::{Tx, cases};
use wire::cases::CustomerBlocked;
use wire::frames::{AgentFrame, CustomerFrame};

use crate::state::Desk;
use crate::tell::frame;
use crate::translate;

/// Tells how it stands with a customer, in all their cases.
pub async fn tell(desk: &Desk, organisation: OrganisationId, customer: CustomerId) {
    let read = desk.db.read(async move |tx: &mut Tx| {
        let Some(case) = cases::newest_of(tx, organisation, customer).await? else { return Ok(None) };
        cases::look(tx, organisation, case).await
    });
    match read.await {
        Ok(Some(record)) => {
            let told = CustomerBlocked { customer_id: customer.0, until: record.blocked_until.map(Moment::millis) };
            let case = &record.case;
            desk.live.tell_who_sees(organisation, case.client, case.contact.holder(), &frame(&AgentFrame::Blocked(told)));
            if !case.is_closed() {
                let standing = translate::standing(&record);
                let told = CustomerFrame::Entries { after: record.public_seq, entries: Vec::new(), standing };
                desk.live.tell_customer(customer, &frame(&told));
            }
        }
        Ok(None) => {}
        // It is stored, and every screen that comes anew reads it.
        Err(failure) => tracing::warn!(because = failure.for_log(), "open screens could not be told who is kept out"),
    }
}
