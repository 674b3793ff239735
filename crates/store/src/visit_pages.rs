//! Pages on which customers were in this visit. They are here as long as the contact goes on, and in no backup.

use desk::id::{CustomerId, OrganisationId};
use desk::visit_pages::VisitPage;

use crate::db::{Result, Row, Tx};
use crate::{statements, values};

statements! {
    FORGET = "delete from visit_pages where organisation_id = $1 and customer_id = $2";
    ADD = "insert into visit_pages (organisation_id, customer_id, place, address, title, at_us) values ($1, $2, $3, $4, $5, $6)";
    OF_CUSTOMER = "select address, title, at_us from visit_pages where organisation_id = $1 and customer_id = $2 order by place limit $3";
}

/// More than are ever kept of one ([`desk::visit_pages::MOST`]).
const LIMIT: i64 = 100;

/// Keeps the pages of a customer's visit in the place of what was kept, the oldest first.
pub async fn keep(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId, pages: &[VisitPage]) -> Result<()> {
    forget(tx, organisation, customer).await?;
    for (place, page) in (1_i64..).zip(pages) {
        tx.put(ADD, values![organisation, customer, place, &page.address, page.title.clone(), page.at]).await?;
    }
    Ok(())
}

/// The pages of a customer's visit, the oldest first.
pub async fn of_customer(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> Result<Vec<VisitPage>> {
    let page = |row: &Row| Ok(VisitPage { address: row.get(0)?, title: row.get(1)?, at: row.get(2)? });
    tx.rows(OF_CUSTOMER, values![organisation, customer, LIMIT]).await?.iter().map(page).collect()
}

/// Keeps nothing of a customer's visit any more.
pub async fn forget(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> Result<()> {
    tx.put(FORGET, values![organisation, customer]).await
}
