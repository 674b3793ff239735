//! What is known of customers, and the fields that each client keeps it in.

use desk::id::{AgentId, ClientId, CustomerId, KnownFieldId, OrganisationId};
use desk::known::Field;
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::{statements, values};

/// How many fields one client may have ([`desk::known::MOST_EVER`]), and a few more: some that were added at once are read all the same.
const LIMIT: i64 = 150;
/// The most fields that are read of a whole organisation.
const LIMIT_OF_ALL: i64 = 100_000;

macro_rules! select_field {
    ($rest:literal) => {
        concat!("select known_field_id, client_id, name_fi, name_sv, name_en, retired from known_fields where organisation_id = $1 ", $rest)
    };
}

statements! {
    OF_CLIENT = select_field!("and client_id = $2 order by place, known_field_id limit $3");
    OF_ALL = select_field!("order by client_id, place, known_field_id limit $2");
    LOAD = select_field!("and known_field_id = $2");
    ADD = "insert into known_fields
 (organisation_id, known_field_id, client_id, place, name_fi, name_sv, name_en, retired, created_at_us)
 values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    CHANGE = "update known_fields set place = $3, name_fi = $4, name_sv = $5, name_en = $6, retired = $7
 where organisation_id = $1 and known_field_id = $2";
    // What stands in a retired field is shown until somebody takes it out, or else nobody could.
    OF_CUSTOMER = "select v.known_field_id, v.text, v.version, v.agent_id, v.at_us from known_values v
 join known_fields f on f.organisation_id = v.organisation_id and f.known_field_id = v.known_field_id
 where v.organisation_id = $1 and v.customer_id = $2 and (f.retired = 0 or v.text <> '') order by v.known_field_id limit $3";
    // Who writes later wins; the version says which that was.
    KEEP = "insert into known_values (organisation_id, customer_id, known_field_id, text, version, agent_id, at_us)
 values ($1, $2, $3, $4, 1, $5, $6)
 on conflict (organisation_id, customer_id, known_field_id) do update set text = excluded.text,
 version = known_values.version + 1, agent_id = excluded.agent_id, at_us = excluded.at_us returning version";
}

/// What is known of a customer in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// In which.
    pub field: KnownFieldId,
    /// What; empty when somebody has taken it out.
    pub text: String,
    /// Grows with every change.
    pub version: i64,
    /// Who wrote it.
    pub by: AgentId,
    /// When.
    pub at: Moment,
}

/// A client's fields in their order, retired ones included.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Field>> {
    tx.rows(OF_CLIENT, values![organisation, client, LIMIT]).await?.iter().map(field).collect()
}

/// Every client's fields.
pub async fn of_all(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Field>> {
    tx.rows(OF_ALL, values![organisation, LIMIT_OF_ALL]).await?.iter().map(field).collect()
}

/// One field.
pub async fn load(tx: &mut Tx, organisation: OrganisationId, id: KnownFieldId) -> Result<Option<Field>> {
    tx.row(LOAD, values![organisation, id]).await?.as_ref().map(field).transpose()
}

/// Stores a new one at `place`. False when the id is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Field, place: i64, at: Moment) -> Result<bool> {
    let [fi, sv, en] = &new.names;
    Ok(tx.execute(ADD, values![organisation, new.id, new.client, place, fi, sv, en, new.is_retired, at]).await? == 1)
}

/// Stores how a field is called, where it stands and whether it is in use.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, field: &Field, place: i64) -> Result<()> {
    let [fi, sv, en] = &field.names;
    tx.execute(CHANGE, values![organisation, field.id, place, fi, sv, en, field.is_retired]).await?;
    Ok(())
}

/// What is known of a customer: in the fields that are in use with what somebody has taken out again, in retired ones what is left.
pub async fn of_customer(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> Result<Vec<Known>> {
    let known = |row: &Row| Ok(Known { field: row.get(0)?, text: row.get(1)?, version: row.get(2)?, by: row.get(3)?, at: row.get(4)? });
    tx.rows(OF_CUSTOMER, values![organisation, customer, LIMIT]).await?.iter().map(known).collect()
}

/// Keeps what `by` has written of a customer; answers its version.
pub async fn keep(
    tx: &mut Tx,
    organisation: OrganisationId,
    customer: CustomerId,
    (field, text): (KnownFieldId, &str),
    by: AgentId,
    at: Moment,
) -> Result<i64> {
    tx.row(KEEP, values![organisation, customer, field, text, by, at]).await?.ok_or(Failure::Corrupt)?.get(0)
}

fn field(row: &Row) -> Result<Field> {
    let names = [row.get(2)?, row.get(3)?, row.get(4)?];
    Ok(Field { id: row.get(0)?, client: row.get(1)?, names, is_retired: row.get(5)? })
}
