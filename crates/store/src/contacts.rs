//! Contacts of a case as lists show them. The newest one is part of its case's row, in [`crate::cases`].

use desk::case::Channel;
use desk::id::{AgentId, CaseId, ClientId, ContactId, CustomerId, OrganisationId, PersonId};
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{stored, values};

crate::statements! {
    FIND_CONTACT = "select case_id from contacts where organisation_id = $1 and contact_id = $2";
    // Whose words a person of the desk answered: the customer's own, on any device that their website has named.
    LAST_WITH = "select k.held_by from customers p
 join cases c on c.organisation_id = p.organisation_id and c.customer_id = p.customer_id
 join contacts k on k.organisation_id = c.organisation_id and k.case_id = c.case_id
 where p.organisation_id = $1 and p.client_id = $2 and (p.customer_id = $3 or p.person_id = $4)
 and k.state = 'ended' and k.held_by is not null and k.answered_at_us is not null and k.ended_at_us >= $5
 order by k.ended_at_us desc, k.contact_id limit 1";
    WAS_ANSWERED = "select 1 from cases c join contacts k on k.organisation_id = c.organisation_id and k.case_id = c.case_id
 where c.organisation_id = $1 and c.customer_id = $2 and k.answered_at_us is not null limit 1";
    CALLS_TO = "select count(*) from contacts k join cases c on c.organisation_id = k.organisation_id and c.case_id = k.case_id
 join customers p on p.organisation_id = c.organisation_id and p.customer_id = c.customer_id
 where k.organisation_id = $1 and k.state in ('waiting', 'taken', 'parked') and k.channel = 'call_back' and p.phone = $2";
    OPEN_CALL = "select 1 from contacts where organisation_id = $1 and contact_id = $2
 and channel = 'call_back' and state in ('waiting', 'taken', 'parked')";
    CONTACTS_OF = "select contact_id, channel, started_at_us, ended_at_us, answered_at_us from contacts
 where organisation_id = $1 and case_id = $2
 order by started_at_us, contact_id limit 100";
}

/// A contact as the case panel lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactBrief {
    /// Which.
    pub id: ContactId,
    /// Through what.
    pub channel: Channel,
    /// When it began.
    pub started_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// When a human answered first.
    pub answered_at: Option<Moment>,
}

/// The case of a contact.
pub async fn case_of(tx: &mut Tx, organisation: OrganisationId, contact: ContactId) -> Result<Option<CaseId>> {
    tx.row(FIND_CONTACT, values![organisation, contact]).await?.map(|row| row.get(0)).transpose()
}

/// How many calls to a number are asked for and have not been made.
pub async fn calls_to(tx: &mut Tx, organisation: OrganisationId, phone: &str) -> Result<i64> {
    tx.row(CALLS_TO, values![organisation, phone]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Whether a contact is a call that is asked for and has neither been made nor given up.
pub async fn is_open_call(tx: &mut Tx, organisation: OrganisationId, contact: ContactId) -> Result<bool> {
    Ok(tx.row(OPEN_CALL, values![organisation, contact]).await?.is_some())
}

/// Who answered a customer of `client` last, or the person whom their website has named, in what ended since `since`.
pub async fn last_with(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    customer: CustomerId,
    person: Option<PersonId>,
    since: Moment,
) -> Result<Option<AgentId>> {
    tx.row(LAST_WITH, values![organisation, client, customer, person, since]).await?.map(|row| row.get(0)).transpose()
}

/// Whether a person has ever answered `customer`.
pub async fn was_answered(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> Result<bool> {
    Ok(tx.row(WAS_ANSWERED, values![organisation, customer]).await?.is_some())
}

/// All contacts of a case, oldest first, at most 100.
pub async fn of_case(tx: &mut Tx, organisation: OrganisationId, case: CaseId) -> Result<Vec<ContactBrief>> {
    let rows = tx.rows(CONTACTS_OF, values![organisation, case]).await?;
    let brief = |row: &Row| {
        Ok(ContactBrief {
            id: row.get(0)?,
            channel: stored::value(&row.get::<String>(1)?)?,
            started_at: row.get(2)?,
            ended_at: row.get(3)?,
            answered_at: row.get(4)?,
        })
    };
    rows.iter().map(brief).collect()
}
