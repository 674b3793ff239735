//! How a client's cases ended: by an answer, or with the customer sent elsewhere. Counts only.

use desk::case::Referral;
use desk::id::{ClientId, OrganisationId};
use desk::moment::Moment;
use desk::referrals::EndedAlike;

use crate::db::{Result, Row, Tx};
use crate::{statements, stored, values};

/// Many more than the labels of one client can make: what is left out are the rarest.
const LIMIT: i64 = 5_000;

statements! {
    ENDED = "select category_id, referral_reason, referral_place, referral_remedy, count(*) as cases from cases
             where organisation_id = $1 and client_id = $2 and state in ('solved', 'closed')
             and coalesce(solved_at_us, changed_at_us) >= $3 and coalesce(solved_at_us, changed_at_us) < $4
             group by category_id, referral_reason, referral_place, referral_remedy order by cases desc limit $5";
}

/// Cases of `client` that are over since a moment in `from..until`, those that ended alike counted together.
pub async fn ended(tx: &mut Tx, organisation: OrganisationId, client: ClientId, from: Moment, until: Moment) -> Result<Vec<EndedAlike>> {
    tx.rows(ENDED, values![organisation, client, from, until, LIMIT]).await?.iter().map(alike).collect()
}

fn alike(row: &Row) -> Result<EndedAlike> {
    let reason: Option<String> = row.get(1)?;
    let referral =
        reason.map(|reason| Ok(Referral { reason: stored::value(&reason)?, place: row.get(2)?, remedy: row.get(3)? })).transpose()?;
    Ok(EndedAlike { category: row.get(0)?, referral, cases: row.get(4)? })
}
