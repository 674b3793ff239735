//! Who runs this desk. Nearly every installation has one organisation; nothing here leans on that.

use desk::id::OrganisationId;
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::{search, statements, values};

/// How many organisations one installation may hold: a sign-in looks into each of them.
pub const LIMIT: i64 = 50;

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Which.
    pub organisation_id: OrganisationId,
    /// Name.
    pub name: String,
    /// Which life of its history this is (D4); changes with a restore.
    pub epoch: String,
    /// When it was set up.
    pub created_at: Moment,
}

statements! {
    /// The only list that cannot begin with an organisation, because it is the list of them.
    ALL = "select organisation_id, name, epoch, created_at_us from organisations
            order by created_at_us, organisation_id limit $1";
    LOAD = "select organisation_id, name, epoch, created_at_us from organisations where organisation_id = $1";
    /// Its counters are taken in turn: what must be unique within the organisation is decided under this lock.
    LOCK = "select epoch from organisations where organisation_id = $1 for update";
    EPOCH = "select epoch from organisations where organisation_id = $1";
    ADD = "insert into organisations (organisation_id, name, epoch, last_case_number, last_visitor_number, created_at_us)
           values ($1, $2, $3, 0, 0, $4)";
    CASES = "select last_case_number from organisations where organisation_id = $1";
    WAITING = "select count(*) from contacts where organisation_id = $1 and state = 'waiting'";
}

/// How much there is, for whoever watches the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Cases ever opened.
    pub cases: i64,
    /// Contacts that wait now.
    pub waiting: i64,
}

/// How much one organisation has.
pub async fn size(tx: &mut Tx, organisation: OrganisationId) -> Result<Size> {
    let number = |row: Option<Row>| row.map(|row| row.get(0)).transpose().map(Option::unwrap_or_default);
    Ok(Size {
        cases: number(tx.row(CASES, values![organisation]).await?)?,
        waiting: number(tx.row(WAITING, values![organisation]).await?)?,
    })
}

/// Every organisation, oldest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Organisation>> {
    tx.rows(ALL, values![LIMIT]).await?.iter().map(read).collect()
}

/// One organisation.
pub async fn load(tx: &mut Tx, organisation: OrganisationId) -> Result<Option<Organisation>> {
    tx.row(LOAD, values![organisation]).await?.as_ref().map(read).transpose()
}

/// Which life of its history an organisation is in (D4).
pub async fn epoch(tx: &mut Tx, organisation: OrganisationId) -> Result<String> {
    let row = tx.row(EPOCH, values![organisation]).await?;
    row.ok_or(Failure::Corrupt)?.get(0)
}

/// Makes whoever else locks the organisation wait until this unit ends.
pub async fn lock(tx: &mut Tx, organisation: OrganisationId) -> Result<()> {
    tx.row(LOCK, values![organisation]).await?;
    Ok(())
}

/// Stores a new organisation.
pub async fn add(tx: &mut Tx, new: &Organisation) -> Result<()> {
    tx.execute(ADD, values![new.organisation_id, &new.name, &new.epoch, new.created_at]).await?;
    search::fill::filled(tx, new.organisation_id).await
}

fn read(row: &Row) -> Result<Organisation> {
    Ok(Organisation { organisation_id: row.get(0)?, name: row.get(1)?, epoch: row.get(2)?, created_at: row.get(3)? })
}
