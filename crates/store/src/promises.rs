//! What customers were promised: whose time has passed.

use desk::id::{CaseId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Tx};
use crate::values;

crate::statements! {
    PAST = "select case_id from cases where organisation_id = $1 and promise_until_us is not null and promise_broken = 0
 and promise_until_us < $2 order by promise_until_us, case_id limit 200";
}

/// Cases with a promise whose time has passed by `at`, of which that is not noted yet, the oldest first.
pub async fn past(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> Result<Vec<CaseId>> {
    tx.rows(PAST, values![organisation, at]).await?.iter().map(|row| row.get(0)).collect()
}
