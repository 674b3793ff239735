//! Texts that agents insert into their replies.

use desk::id::{ClientId, OrganisationId, PreparedReplyId};
use desk::language::Language;
use desk::moment::Moment;
use desk::prepared::PreparedKind;

use crate::db::{Result, Row, Tx};
use crate::{statements, stored, values};

/// More than there may be ([`desk::prepared::MOST`]): two that were added at once may be one too many, and are read all the same.
const LIMIT: i64 = 2_000;

/// A prepared reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedReply {
    /// Which.
    pub prepared_reply_id: PreparedReplyId,
    /// Of which client; none for all of them.
    pub client_id: Option<ClientId>,
    /// Language of the text.
    pub language: Language,
    /// What is typed after the slash.
    pub name: String,
    /// The text with its variables.
    pub text: String,
    /// What it is for.
    pub kind: PreparedKind,
}

macro_rules! select_reply {
    ($rest:literal) => {
        concat!("select prepared_reply_id, client_id, language, name, text, kind from prepared_replies where organisation_id = $1 ", $rest)
    };
}

statements! {
    LOAD = select_reply!("and prepared_reply_id = $2");
    LIST = select_reply!("order by name, language, prepared_reply_id limit $2");
    ADD = "insert into prepared_replies (organisation_id, prepared_reply_id, client_id, language, name, text, created_at_us, kind)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    CHANGE = "update prepared_replies set client_id = $3, language = $4, name = $5, text = $6, kind = $7
              where organisation_id = $1 and prepared_reply_id = $2";
    REMOVE = "delete from prepared_replies where organisation_id = $1 and prepared_reply_id = $2";
}

/// One prepared reply.
pub async fn load(tx: &mut Tx, organisation: OrganisationId, id: PreparedReplyId) -> Result<Option<PreparedReply>> {
    tx.row(LOAD, values![organisation, id]).await?.as_ref().map(read).transpose()
}

/// Every prepared reply, by name.
pub async fn list(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<PreparedReply>> {
    tx.rows(LIST, values![organisation, LIMIT]).await?.iter().map(read).collect()
}

/// Stores a new one. False when the id, or the name for this client and language, is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &PreparedReply, at: Moment) -> Result<bool> {
    let (language, kind) = (stored::text(new.language), stored::text(new.kind));
    let values = values![organisation, new.prepared_reply_id, new.client_id, language, &new.name, &new.text, at, kind];
    Ok(tx.execute(ADD, values).await? == 1)
}

/// Stores what settings say of one. The name must be free for its client and language. False when there is no such reply.
pub async fn change(tx: &mut Tx, organisation: OrganisationId, reply: &PreparedReply) -> Result<bool> {
    let (language, kind) = (stored::text(reply.language), stored::text(reply.kind));
    let values = values![organisation, reply.prepared_reply_id, reply.client_id, language, &reply.name, &reply.text, kind];
    Ok(tx.execute(CHANGE, values).await? == 1)
}

/// Removes one; harmless when it is gone.
pub async fn remove(tx: &mut Tx, organisation: OrganisationId, id: PreparedReplyId) -> Result<()> {
    tx.execute(REMOVE, values![organisation, id]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<PreparedReply> {
    Ok(PreparedReply {
        prepared_reply_id: row.get(0)?,
        client_id: row.get(1)?,
        language: stored::value(&row.get::<String>(2)?)?,
        name: row.get(3)?,
        text: row.get(4)?,
        kind: stored::value(&row.get::<String>(5)?)?,
    })
}
