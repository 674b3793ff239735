//! Notes in a case that nobody has come back to its customer by the promised time. [`desk::case`] says when that is so.

use desk::case::Command;
use desk::id::{CaseId, OrganisationId};
use store::cases::CaseRecord;
use store::{Tx, promises};

use crate::carry_out::{NewWords, Plan, Planner, carry_out};
use crate::refusal::Answer;
use crate::state::Desk;

/// Notes it in every case in which it is so and not noted yet. Found in the store, so that a time that passes while the desk
/// is down is noted when it runs again.
pub async fn look_at(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    let at = desk.now();
    let found: Vec<CaseId> = desk.db.read(async move |tx: &mut Tx| promises::past(tx, organisation, at).await).await?;
    let mut done = Ok(());
    for case in found {
        // One case that cannot be changed keeps no other from being noted.
        done = carry_out(desk, organisation, case, Break).await.map(drop).and(done);
    }
    done
}

struct Break;

impl Planner for Break {
    async fn plan(self, _: &mut Tx, _: OrganisationId, _: &CaseRecord) -> store::Result<Plan> {
        // Who has answered meanwhile is found by the rule, in this transaction.
        Ok(Ok((vec![Command::BreakPromise], NewWords::None)))
    }
}
