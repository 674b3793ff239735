//! Keys with which a client's website signs who its visitor is.

use desk::id::{ClientId, IdentityKeyId, OrganisationId};
use desk::identity::Algorithm;
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::{statements, stored, values};

/// How many keys of a client are read: those that sign, at most [`desk::identity::MOST_KEYS`], and the newest of those that did.
const LIMIT: i64 = 40;

/// A key as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityKey {
    /// Which.
    pub id: IdentityKeyId,
    /// Whose.
    pub client: ClientId,
    /// What it is called.
    pub name: String,
    /// How it signs.
    pub algorithm: Algorithm,
    /// When it was made.
    pub created_at: Moment,
    /// When a token was last signed with it, to the minute.
    pub used_at: Option<Moment>,
    /// From when on what it signs names nobody.
    pub retires_at: Option<Moment>,
}

/// A key with what signatures are checked against. It cannot be printed.
#[derive(Clone)]
pub struct Checking {
    /// The key.
    pub key: IdentityKey,
    /// The shared secret, or the public half.
    pub material: Vec<u8>,
}

macro_rules! select_key {
    ($more:literal, $rest:literal) => {
        concat!(
            "select identity_key_id, client_id, name, algorithm, created_at_us, used_at_us, retires_at_us",
            $more,
            " from identity_keys where organisation_id = $1 and ",
            $rest
        )
    };
}

statements! {
    // What signs comes first, so that no number of retired ones hides it.
    OF_CLIENT = select_key!(
        "",
        "client_id = $2 order by case when retires_at_us is null then 0 else 1 end, retires_at_us desc, created_at_us, identity_key_id limit $3"
    );
    CHECKING = select_key!(
        ", material",
        "client_id = $2 order by case when retires_at_us is null then 0 else 1 end, retires_at_us desc, created_at_us desc, identity_key_id limit $3"
    );
    // Whoever retires a key waits for visits that begin with it, and the other way round.
    RETIRES = "select retires_at_us from identity_keys where organisation_id = $1 and identity_key_id = $2 for update";
    ADD = "insert into identity_keys (organisation_id, identity_key_id, client_id, name, algorithm, material, created_at_us, used_at_us,
 retires_at_us) values ($1, $2, $3, $4, $5, $6, $7, null, null)";
    RETIRE = "update identity_keys set retires_at_us = $3 where organisation_id = $1 and identity_key_id = $2";
    USED = "update identity_keys set used_at_us = $3 where organisation_id = $1 and identity_key_id = $2
 and (used_at_us is null or used_at_us < $4)";
}

/// A client's keys, oldest first: all that sign, and the newest of those that did.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<IdentityKey>> {
    let mut keys: Vec<IdentityKey> =
        tx.rows(OF_CLIENT, values![organisation, client, LIMIT]).await?.iter().map(key).collect::<Result<_>>()?;
    keys.sort_by_key(|key| key.created_at);
    Ok(keys)
}

/// A client's keys with what their signatures are checked against: those that sign, newest first, then retired ones.
pub async fn checking(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Checking>> {
    let rows = tx.rows(CHECKING, values![organisation, client, LIMIT]).await?;
    rows.iter().map(|row| Ok(Checking { key: key(row)?, material: row.get(7)? })).collect()
}

/// From when on a key names nobody, for who begins a visit with it; nobody retires it until this unit ends.
pub async fn retires(tx: &mut Tx, organisation: OrganisationId, key: IdentityKeyId) -> Result<Option<Moment>> {
    let row = tx.row(RETIRES, values![organisation, key]).await?.ok_or(Failure::Corrupt)?;
    row.get(0)
}

/// Stores a new key.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Checking) -> Result<()> {
    let Checking { key, material } = new;
    let algorithm = stored::text(key.algorithm);
    tx.execute(ADD, values![organisation, key.id, key.client, &key.name, algorithm, material.clone(), key.created_at]).await?;
    Ok(())
}

/// Lets what a key signs name nobody from `at` on.
pub async fn retire(tx: &mut Tx, organisation: OrganisationId, key: IdentityKeyId, at: Moment) -> Result<()> {
    tx.execute(RETIRE, values![organisation, key, at]).await?;
    Ok(())
}

/// Notes that a key is in use, when that was noted last before `noted_before`.
pub async fn used(tx: &mut Tx, organisation: OrganisationId, key: IdentityKeyId, at: Moment, noted_before: Moment) -> Result<()> {
    tx.execute(USED, values![organisation, key, at, noted_before]).await?;
    Ok(())
}

fn key(row: &Row) -> Result<IdentityKey> {
    Ok(IdentityKey {
        id: row.get(0)?,
        client: row.get(1)?,
        name: row.get(2)?,
        algorithm: stored::value(&row.get::<String>(3)?)?,
        created_at: row.get(4)?,
        used_at: row.get(5)?,
        retires_at: row.get(6)?,
    })
}
