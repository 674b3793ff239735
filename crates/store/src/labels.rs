//! Categories, tags, places and remedies of clients, and what each client asks of a case that is solved.

use desk::id::{ClientId, LabelId, OrganisationId};
use desk::labels::{LabelKind, Labels, Requires};
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::{clients, statements, stored, values};

/// How many labels one client may have ([`desk::labels::MOST`]), and a few more: two that were added at once are read all the same.
const LIMIT: i64 = 400;
/// The most labels that are read of a whole organisation.
const LIMIT_OF_ALL: i64 = 100_000;

/// A category, a tag, a place or a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Which.
    pub label_id: LabelId,
    /// Whose.
    pub client_id: ClientId,
    /// What kind.
    pub kind: LabelKind,
    /// Its name.
    pub name: String,
    /// Whether it goes on no new case.
    pub is_retired: bool,
}

macro_rules! select_label {
    ($rest:literal) => {
        concat!("select label_id, client_id, kind, name, retired from labels where organisation_id = $1 ", $rest)
    };
}

statements! {
    OF_CLIENT = select_label!("and client_id = $2 order by kind, name, label_id limit $3");
    OF_ALL = select_label!("order by client_id, kind, name, label_id limit $2");
    ADD = "insert into labels (organisation_id, label_id, client_id, kind, name, retired, created_at_us)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    CHANGE = "update labels set name = $3, retired = $4 where organisation_id = $1 and label_id = $2";
    REQUIRES = "select requires_category, requires_tag from clients where organisation_id = $1 and client_id = $2";
    REQUIRES_OF_ALL = "select requires_category, requires_tag, client_id from clients where organisation_id = $1
                       order by client_id limit $2";
    REQUIRE = "update clients set requires_category = $3, requires_tag = $4 where organisation_id = $1 and client_id = $2";
}

/// A client's labels, retired ones included: kind by kind, by name.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Label>> {
    tx.rows(OF_CLIENT, values![organisation, client, LIMIT]).await?.iter().map(label).collect()
}

/// Every client's labels.
pub async fn of_all(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Label>> {
    tx.rows(OF_ALL, values![organisation, LIMIT_OF_ALL]).await?.iter().map(label).collect()
}

/// What the rules know of a client's labels.
pub async fn now(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Labels> {
    let usable: Vec<Label> = of_client(tx, organisation, client).await?.into_iter().filter(|label| !label.is_retired).collect();
    let ids = |kind| usable.iter().filter(|label| label.kind == kind).map(|label| label.label_id).collect();
    let requires = requires(tx, organisation, client).await?.unwrap_or_default();
    Ok(Labels {
        categories: ids(LabelKind::Category),
        tags: ids(LabelKind::Tag),
        places: ids(LabelKind::Place),
        remedies: ids(LabelKind::Remedy),
        requires,
    })
}

/// Stores a new one. False when the id or the name is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Label, at: Moment) -> Result<bool> {
    let values = values![organisation, new.label_id, new.client_id, stored::text(new.kind), &new.name, new.is_retired, at];
    Ok(tx.execute(ADD, values).await? == 1)
}

/// Stores a name and whether it is retired. The name must be free.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, label: &Label) -> Result<()> {
    tx.execute(CHANGE, values![organisation, label.label_id, &label.name, label.is_retired]).await?;
    Ok(())
}

/// What a client asks of a case that is solved; none when there is no such client.
pub async fn requires(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Option<Requires>> {
    tx.row(REQUIRES, values![organisation, client]).await?.as_ref().map(required).transpose()
}

/// What each client asks.
pub async fn requires_of_all(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<(ClientId, Requires)>> {
    let rows = tx.rows(REQUIRES_OF_ALL, values![organisation, clients::LIMIT]).await?;
    rows.iter().map(|row| Ok((row.get(2)?, required(row)?))).collect()
}

/// Stores what a client asks. False when there is no such client.
pub async fn require(tx: &mut Tx, organisation: OrganisationId, client: ClientId, requires: Requires) -> Result<bool> {
    Ok(tx.execute(REQUIRE, values![organisation, client, requires.category, requires.tag]).await? == 1)
}

fn required(row: &Row) -> Result<Requires> {
    Ok(Requires { category: row.get(0)?, tag: row.get(1)? })
}

fn label(row: &Row) -> Result<Label> {
    let kind: String = row.get(2)?;
    Ok(Label { label_id: row.get(0)?, client_id: row.get(1)?, kind: stored::value(&kind)?, name: row.get(3)?, is_retired: row.get(4)? })
}
