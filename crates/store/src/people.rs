//! People: customers whom a client's website has named, and their visits. What the website calls them is here as a hash only.

use desk::id::{ClientId, IdentityKeyId, OrganisationId, PersonId};
use desk::moment::Moment;

use crate::db::{Failure, Result, Tx};
use crate::{search, statements, values};

statements! {
    // What a newer token does not say stays as an older one said it.
    MEET = "insert into people (organisation_id, person_id, client_id, subject_hash, name, email, first_seen_at_us, seen_at_us)
 values ($1, $2, $3, $4, $5, $6, $7, $7)
 on conflict (organisation_id, client_id, subject_hash) do update set name = coalesce(excluded.name, people.name),
 email = coalesce(excluded.email, people.email), seen_at_us = excluded.seen_at_us
 returning person_id";
    TELL_CUSTOMERS = "update customers set
 name = coalesce((select s.name from people s where s.organisation_id = $1 and s.person_id = $2), name),
 email = coalesce((select s.email from people s where s.organisation_id = $1 and s.person_id = $2), email),
 typed = (select count(*) from people s where s.organisation_id = $1 and s.person_id = $2
 and ((s.name is null and customers.name is not null) or (s.email is null and customers.email is not null)))
 where organisation_id = $1 and person_id = $2 returning customer_id, client_id, name, email, phone";
    USE_TOKEN = "insert into identity_tokens (organisation_id, client_id, token_hash, secret_hash, until_us) values ($1, $2, $3, $4, $5)
 on conflict do nothing";
    TOKEN_OF = "select secret_hash from identity_tokens where organisation_id = $1 and client_id = $2 and token_hash = $3";
    FORGET_TOKENS = "delete from identity_tokens where organisation_id = $1 and until_us < $2";
    BEGIN_VISIT = "insert into signed_visits (organisation_id, secret_hash, person_id, identity_key_id, until_us)
 values ($1, $2, $3, $4, $5)";
    VISIT = "select v.person_id from signed_visits v
 join people s on s.organisation_id = v.organisation_id and s.person_id = v.person_id
 join clients c on c.organisation_id = s.organisation_id and c.client_id = s.client_id
 where v.organisation_id = $1 and v.secret_hash = $2 and v.until_us > $3 and c.widget_id = $4";
    GOES_ON = "select 1 from signed_visits where organisation_id = $1 and secret_hash = $2 and until_us > $3";
    VISITS = "select secret_hash from signed_visits where organisation_id = $1 and until_us > $2 order by secret_hash limit $3";
    END_VISITS = "delete from signed_visits where organisation_id = $1 and identity_key_id = $2";
    FORGET_VISITS = "delete from signed_visits where organisation_id = $1 and until_us < $2";
    SAID = "select name, email from people where organisation_id = $1 and person_id = $2";
}

/// More visits than anybody's website has in a day.
const VISITS_LIMIT: i64 = 1_000_000;

/// A person as a good token names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// For who was never here before.
    pub id: PersonId,
    /// Whose customer.
    pub client: ClientId,
    /// The hash of what the website calls them.
    pub subject_hash: [u8; 32],
    /// Their name, when the token says it.
    pub name: Option<String>,
    /// Their address, when the token says it.
    pub email: Option<String>,
}

/// What a person's website has said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Their name.
    pub name: Option<String>,
    /// Their address.
    pub email: Option<String>,
}

/// The person whom a token names; kept with what it says, which goes before what a visitor has told without a signature.
pub async fn meet(tx: &mut Tx, organisation: OrganisationId, person: &NewPerson, at: Moment) -> Result<PersonId> {
    let (name, email) = (person.name.clone(), person.email.clone());
    let values = values![organisation, person.id, person.client, person.subject_hash, name, email, at];
    let id: PersonId = tx.row(MEET, values).await?.ok_or(Failure::Corrupt)?.get(0)?;
    for row in tx.rows(TELL_CUSTOMERS, values![organisation, id]).await? {
        let [name, email, phone] = [row.get::<Option<String>>(2)?, row.get(3)?, row.get(4)?];
        search::put_customer(tx, organisation, row.get(1)?, row.get(0)?, name.as_deref(), email.as_deref(), phone.as_deref()).await?;
    }
    Ok(id)
}

/// What has been said of a person with a signature.
pub async fn said(tx: &mut Tx, organisation: OrganisationId, person: PersonId) -> Result<Said> {
    let row = tx.row(SAID, values![organisation, person]).await?;
    row.map_or(Ok(Said::default()), |row| Ok(Said { name: row.get(0)?, email: row.get(1)? }))
}

/// Notes that a token was used by the visitor with this secret. False when another one has used it.
pub async fn use_token(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: ClientId,
    token_hash: [u8; 32],
    secret_hash: [u8; 32],
    until: Moment,
) -> Result<bool> {
    if tx.execute(USE_TOKEN, values![organisation, client, token_hash, secret_hash, until]).await? == 1 {
        return Ok(true);
    }
    let row = tx.row(TOKEN_OF, values![organisation, client, token_hash]).await?;
    Ok(row.map(|row| row.get::<Vec<u8>>(0)).transpose()?.is_some_and(|by| by == secret_hash))
}

/// A visit of a person begins.
#[derive(Clone, Copy, Debug)]
pub struct NewVisit {
    /// What is stored of its secret.
    pub secret_hash: [u8; 32],
    /// Whose.
    pub person: PersonId,
    /// With which key the token was signed.
    pub key: IdentityKeyId,
    /// Until when.
    pub until: Moment,
}

/// Stores a new visit, and forgets what is over.
pub async fn begin_visit(tx: &mut Tx, organisation: OrganisationId, new: NewVisit, at: Moment) -> Result<()> {
    tx.execute(FORGET_TOKENS, values![organisation, at]).await?;
    tx.execute(FORGET_VISITS, values![organisation, at]).await?;
    tx.execute(BEGIN_VISIT, values![organisation, new.secret_hash, new.person, new.key, new.until]).await?;
    Ok(())
}

/// Whose visit at this widget has this secret, as long as it goes on.
pub async fn of_visit(
    tx: &mut Tx,
    organisation: OrganisationId,
    widget_id: &str,
    secret_hash: [u8; 32],
    at: Moment,
) -> Result<Option<PersonId>> {
    tx.row(VISIT, values![organisation, secret_hash, at, widget_id]).await?.map(|row| row.get(0)).transpose()
}

/// Whether a visit goes on.
pub async fn goes_on(tx: &mut Tx, organisation: OrganisationId, secret_hash: [u8; 32], at: Moment) -> Result<bool> {
    Ok(tx.row(GOES_ON, values![organisation, secret_hash, at]).await?.is_some())
}

/// What is stored of the secrets of all visits that go on.
pub async fn visits(tx: &mut Tx, organisation: OrganisationId, at: Moment) -> Result<Vec<[u8; 32]>> {
    let rows = tx.rows(VISITS, values![organisation, at, VISITS_LIMIT]).await?;
    rows.iter().map(|row| row.get::<Vec<u8>>(0)?.try_into().map_err(|_| Failure::Corrupt)).collect()
}

/// Ends every visit that began with a token of this key.
pub async fn end_visits(tx: &mut Tx, organisation: OrganisationId, key: IdentityKeyId) -> Result<()> {
    tx.execute(END_VISITS, values![organisation, key]).await?;
    Ok(())
}
