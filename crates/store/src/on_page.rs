//! Which customers are on the website just now, and when the others left it.

use desk::case::ContactState;
use desk::id::{AgentId, ClientId, CustomerId, OrganisationId};
use desk::moment::Moment;
use desk::on_page::OnPage;

use crate::db::{Result, Row, Tx};
use crate::{statements, stored, values};

statements! {
    KEEP = "update customers set on_page_since_us = $3, left_page_at_us = $4 where organisation_id = $1 and customer_id = $2";
    HERE = "select customer_id, on_page_since_us, left_page_at_us from customers
 where organisation_id = $1 and on_page_since_us is not null order by customer_id limit $2";
    OF_ACTIVE = "select p.customer_id, p.on_page_since_us, p.left_page_at_us from contacts k
 join cases c on c.organisation_id = k.organisation_id and c.contact_id = k.contact_id
 join customers p on p.organisation_id = c.organisation_id and p.customer_id = c.customer_id
 where k.organisation_id = $1 and k.state in ('waiting', 'taken', 'parked')
 and (p.on_page_since_us is not null or p.left_page_at_us is not null)
 order by p.customer_id limit $2";
    WITH = "select p.customer_id, p.on_page_since_us, p.left_page_at_us, c.client_id, k.state, k.held_by from customers p
 join cases c on c.organisation_id = p.organisation_id and c.customer_id = p.customer_id
 join contacts k on k.organisation_id = c.organisation_id and k.contact_id = c.contact_id
 where p.organisation_id = $1 and p.customer_id = $2
 order by c.opened_at_us desc, c.case_id desc limit 1";
}

/// More people at once are not told apart.
const LIMIT: i64 = 20_000;

/// With whom the newest case of a customer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct With {
    /// Where the customer is, when that is known.
    pub on_page: Option<OnPage>,
    /// Of which client the case is.
    pub client: ClientId,
    /// Where its newest contact stands.
    pub state: ContactState,
    /// Who holds that, or held it.
    pub held_by: Option<AgentId>,
}

/// Keeps where a customer is.
pub async fn keep(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId, on_page: OnPage) -> Result<()> {
    let (since, left): (Option<Moment>, Option<Moment>) = match on_page {
        OnPage::Since(since) => (Some(since), None),
        OnPage::LeftAt(left) => (None, Some(left)),
    };
    tx.execute(KEEP, values![organisation, customer, since, left]).await?;
    Ok(())
}

/// Everybody who was last known to be there.
pub async fn here(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<(CustomerId, OnPage)>> {
    let rows = tx.rows(HERE, values![organisation, LIMIT]).await?;
    rows.iter().filter_map(|row| where_is(row).transpose()).collect()
}

/// Where everybody is who waits or is being answered.
pub async fn of_active(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<(CustomerId, OnPage)>> {
    let rows = tx.rows(OF_ACTIVE, values![organisation, LIMIT]).await?;
    rows.iter().filter_map(|row| where_is(row).transpose()).collect()
}

/// With whom a customer's newest case is; none for somebody without one.
pub async fn with(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> Result<Option<With>> {
    let Some(row) = tx.row(WITH, values![organisation, customer]).await? else { return Ok(None) };
    Ok(Some(With {
        on_page: where_is(&row)?.map(|(_, on_page)| on_page),
        client: row.get(3)?,
        state: stored::value(&row.get::<String>(4)?)?,
        held_by: row.get(5)?,
    }))
}

fn where_is(row: &Row) -> Result<Option<(CustomerId, OnPage)>> {
    let customer = row.get(0)?;
    Ok(match (row.get(1)?, row.get(2)?) {
        (Some(since), _) => Some((customer, OnPage::Since(since))),
        (None, Some(left)) => Some((customer, OnPage::LeftAt(left))),
        (None, None) => None,
    })
}
