//! Categories, tags, places and remedies of clients, and what each client asks of a case that is solved.

use desk::id::{ClientId, LabelId, OrganisationId};
use desk::labels::{LabelKind, Labels, Requires};
use desk::language::Language;
use desk::moment::Moment;

use crate::db::{Result, Row, Tx};
use crate::speech::Worded;
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
    /// What customers read of it where they choose what their matter is about; empty in a language: its name. None: they are
    /// not offered it.
    pub offered: Option<Worded>,
}

impl Label {
    /// What a customer reads of it in `language`.
    pub fn read_in(&self, language: Language) -> &str {
        self.offered.as_ref().map(|offered| offered.of(language)).filter(|words| !words.is_empty()).unwrap_or(&self.name)
    }
}

macro_rules! select_label {
    ($rest:literal) => {
        concat!(
            "select label_id, client_id, kind, name, retired, offered_fi, offered_sv, offered_en from labels where organisation_id = $1 ",
            $rest
        )
    };
}

statements! {
    OF_CLIENT = select_label!("and client_id = $2 order by kind, name, label_id limit $3");
    OF_ALL = select_label!("order by client_id, kind, name, label_id limit $2");
    OFFERED = select_label!("and client_id = $2 and kind = 'category' and retired = 0 and offered_fi is not null
                             order by name, label_id limit $3");
    ADD = "insert into labels (organisation_id, label_id, client_id, kind, name, retired, created_at_us, offered_fi, offered_sv,
            offered_en) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing";
    CHANGE = "update labels set name = $3, retired = $4, offered_fi = $5, offered_sv = $6, offered_en = $7
              where organisation_id = $1 and label_id = $2";
    REQUIRES = "select requires_category, requires_tag from clients where organisation_id = $1 and client_id = $2";
    REQUIRES_OF_ALL = "select requires_category, requires_tag, client_id from clients where organisation_id = $1
                       order by client_id limit $2";
    REQUIRE = "update clients set requires_category = $3, requires_tag = $4 where organisation_id = $1 and client_id = $2";
}

/// A client's labels, retired ones included: kind by kind, by name.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Label>> {
    tx.rows(OF_CLIENT, values![organisation, client, LIMIT]).await?.iter().map(label).collect()
}

/// The categories that a client's customers choose from, by name.
pub async fn offered(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Label>> {
    tx.rows(OFFERED, values![organisation, client, LIMIT]).await?.iter().map(label).collect()
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
    let [fi, sv, en] = offered_texts(new);
    let values = values![organisation, new.label_id, new.client_id, stored::text(new.kind), &new.name, new.is_retired, at, fi, sv, en];
    Ok(tx.execute(ADD, values).await? == 1)
}

/// Stores a name, whether it is retired and what customers read of it. The name must be free.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, label: &Label) -> Result<()> {
    let [fi, sv, en] = offered_texts(label);
    tx.execute(CHANGE, values![organisation, label.label_id, &label.name, label.is_retired, fi, sv, en]).await?;
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

fn offered_texts(label: &Label) -> [Option<String>; 3] {
    let text = |language| label.offered.as_ref().map(|offered| offered.of(language).to_owned());
    [text(Language::Fi), text(Language::Sv), text(Language::En)]
}

fn label(row: &Row) -> Result<Label> {
    let kind: String = row.get(2)?;
    let offered: Option<String> = row.get(5)?;
    let text = |place| Ok(row.get::<Option<String>>(place)?.unwrap_or_default());
    Ok(Label {
        label_id: row.get(0)?,
        client_id: row.get(1)?,
        kind: stored::value(&kind)?,
        name: row.get(3)?,
        is_retired: row.get(4)?,
        offered: match offered {
            Some(fi) => Some(Worded { fi, sv: text(6)?, en: text(7)? }),
            None => None,
        },
    })
}
