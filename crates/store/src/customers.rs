//! Customers: anonymous visitors known by the secret that their own browser made, of which only a hash is here.

use desk::case::ContactState;
use desk::id::{CaseId, ClientId, CustomerId, OrganisationId, PersonId};
use desk::moment::Moment;

use crate::cases::CustomerBrief;
use crate::db::{Failure, Result, Row, Tx};
use crate::people::{self, Said};
use crate::{search, stored, values};

crate::statements! {
    BY_SECRET = "select customer_id from customers where organisation_id = $1 and client_id = $2 and secret_hash = $3";
    NEXT_VISITOR = "update organisations set last_visitor_number = last_visitor_number + 1
 where organisation_id = $1 returning last_visitor_number";
    // What a website has said of a person with a signature goes before what they have typed.
    INSERT = "insert into customers (organisation_id, customer_id, client_id, visitor_number, name, email, secret_hash, created_at_us, person_id,
 typed)
 values ($1, $2, $3, $4,
 coalesce((select s.name from people s where s.organisation_id = $1 and s.person_id = $9), $5),
 coalesce((select s.email from people s where s.organisation_id = $1 and s.person_id = $9), $6), $7, $8, $9,
 (select count(*) from people s where s.organisation_id = $1 and s.person_id = $9
 and ((s.name is null and $5 is not null) or (s.email is null and $6 is not null))))";
    BRIEF = "select name, email, visitor_number, person_id, phone, typed from customers where organisation_id = $1 and customer_id = $2";
    SET_PHONE = "update customers set phone = $3 where organisation_id = $1 and customer_id = $2 returning client_id, name, email, phone";
    MET = "select p.customer_id, c.case_id, k.state from customers p
 left join cases c on c.organisation_id = p.organisation_id and c.customer_id = p.customer_id
 left join contacts k on k.organisation_id = c.organisation_id and k.contact_id = c.contact_id
 where p.organisation_id = $1 and p.client_id = $2 and p.secret_hash = $3
 order by c.opened_at_us desc, c.case_id desc limit 1";
    // What a website has said of a person with a signature stays as it is.
    TELL = "update customers set
 name = coalesce((select s.name from people s where s.organisation_id = $1 and s.person_id = customers.person_id), $3, name),
 email = coalesce((select s.email from people s where s.organisation_id = $1 and s.person_id = customers.person_id), $4, email),
 typed = (select count(*) from people s where s.organisation_id = $1 and s.person_id = customers.person_id
 and ((s.name is null and coalesce($3, customers.name) is not null) or (s.email is null and coalesce($4, customers.email) is not null)))
 where organisation_id = $1 and customer_id = $2 returning client_id, name, email, phone";
}

/// A customer to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCustomer {
    /// Made by the desk.
    pub id: CustomerId,
    /// Of which client.
    pub client: ClientId,
    /// Name, when given.
    pub name: Option<String>,
    /// Address, when given.
    pub email: Option<String>,
    /// SHA-256 of the browser's secret; none for a person who did not come through a widget.
    pub secret_hash: Option<Vec<u8>>,
    /// When they came first.
    pub created_at: Moment,
    /// Who they are, when their website has named them.
    pub person: Option<PersonId>,
}

/// Who has this secret at this client.
pub async fn by_secret(tx: &mut Tx, organisation: OrganisationId, client: ClientId, secret_hash: &[u8]) -> Result<Option<CustomerId>> {
    tx.row(BY_SECRET, values![organisation, client, secret_hash]).await?.map(|row| row.get(0)).transpose()
}

/// Stores a new customer and gives them the organisation's next visitor number, which is answered.
pub async fn insert(tx: &mut Tx, organisation: OrganisationId, customer: &NewCustomer) -> Result<i64> {
    let row = tx.row(NEXT_VISITOR, values![organisation]).await?;
    let number: i64 = row.ok_or(Failure::Corrupt)?.get(0)?;
    tx.execute(
        INSERT,
        values![
            organisation,
            customer.id,
            customer.client,
            number,
            customer.name.clone(),
            customer.email.clone(),
            customer.secret_hash.clone(),
            customer.created_at,
            customer.person
        ],
    )
    .await?;
    // What a website has said of them with a signature goes before what they have said themselves.
    let said = match customer.person {
        Some(person) => people::said(tx, organisation, person).await?,
        None => Said::default(),
    };
    let (name, email) = (said.name.or_else(|| customer.name.clone()), said.email.or_else(|| customer.email.clone()));
    if name.is_some() || email.is_some() {
        search::put_customer(tx, organisation, customer.client, customer.id, name.as_deref(), email.as_deref(), None).await?;
    }
    Ok(number)
}

/// A customer who has been here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// Who.
    pub customer: CustomerId,
    /// Their newest case, and where its newest contact stood when nobody had locked it yet. None for somebody who has
    /// only sent a file.
    pub newest: Option<(CaseId, ContactState)>,
}

/// Who has this secret at this client, with their newest case.
pub async fn met(tx: &mut Tx, organisation: OrganisationId, client: ClientId, secret_hash: &[u8]) -> Result<Option<Met>> {
    let Some(row) = tx.row(MET, values![organisation, client, secret_hash]).await? else {
        return Ok(None);
    };
    let newest = match (row.get(1)?, stored::optional(row.get::<Option<String>>(2)?.as_deref())?) {
        (Some(case), Some(state)) => Some((case, state)),
        (None, _) | (_, None) => None,
    };
    Ok(Some(Met { customer: row.get(0)?, newest }))
}

/// What lists show of a customer.
pub async fn brief(tx: &mut Tx, organisation: OrganisationId, id: CustomerId) -> Result<Option<CustomerBrief>> {
    let Some(row) = tx.row(BRIEF, values![organisation, id]).await? else {
        return Ok(None);
    };
    Ok(Some(CustomerBrief {
        name: row.get(0)?,
        email: row.get(1)?,
        phone: row.get(4)?,
        visitor_number: row.get(2)?,
        person: row.get(3)?,
        is_typed: row.get(5)?,
    }))
}

/// Keeps what a customer has told of themselves; what is not told stays as it was.
pub async fn tell(tx: &mut Tx, organisation: OrganisationId, id: CustomerId, name: Option<&str>, email: Option<&str>) -> Result<()> {
    let row = tx.row(TELL, values![organisation, id, name, email]).await?;
    found_by(tx, organisation, id, row).await
}

/// Keeps the number at which a customer asked to be called, in place of the one before.
pub async fn set_phone(tx: &mut Tx, organisation: OrganisationId, id: CustomerId, phone: &str) -> Result<()> {
    let row = tx.row(SET_PHONE, values![organisation, id, phone]).await?;
    found_by(tx, organisation, id, row).await
}

/// Makes a customer found by what `row` says of them now.
async fn found_by(tx: &mut Tx, organisation: OrganisationId, id: CustomerId, row: Option<Row>) -> Result<()> {
    let Some(row) = row else { return Ok(()) };
    let [name, email, phone] = [row.get::<Option<String>>(1)?, row.get(2)?, row.get(3)?];
    search::put_customer(tx, organisation, row.get(0)?, id, name.as_deref(), email.as_deref(), phone.as_deref()).await
}
