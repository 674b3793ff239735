//! Contacts of a case as lists show them. The newest one is part of its case's row, in [`crate::cases`].

use desk::case::Channel;
use desk::id::{CaseId, ContactId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{stored, values};

crate::statements! {
    FIND_CONTACT = "select case_id from contacts where organisation_id = $1 and contact_id = $2";
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
