//! Notes in a case that its customer has waited for longer than promised. [`desk::case`] says when that is so.

use desk::case::Command;
use desk::id::{CaseId, OrganisationId};
use store::cases::CaseRecord;
use store::{Tx, staffing};

use crate::carry_out::{NewWords, Plan, Planner, carry_out};
use crate::refusal::Answer;
use crate::state::Desk;

/// Notes it in every case in which it is so and not noted yet. Found in the store, so that waiting goes on while the desk
/// is down; some at a time, the rest at the next beat.
pub async fn look_at(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    let at = desk.now();
    let found: Vec<CaseId> = desk.db.read(async move |tx: &mut Tx| staffing::past_target(tx, organisation, at).await).await?;
    let mut done = Ok(());
    for case in found {
        // One case that cannot be changed keeps no other from being noted.
        done = carry_out(desk, organisation, case, Miss).await.map(drop).and(done);
    }
    done
}

struct Miss;

impl Planner for Miss {
    async fn plan(self, _: &mut Tx, _: OrganisationId, _: &CaseRecord) -> store::Result<Plan> {
        // Who has answered meanwhile is found by the rule, in this transaction.
        Ok(Ok((vec![Command::MissAnswerTarget], NewWords::None)))
    }
}
