//! What is known of files. The bytes lie in the data directory under the file's id.

use desk::id::{AgentId, AttachmentId, CaseId, ClientId, CustomerId, MessageId, OrganisationId};
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::values;

crate::statements! {
    INSERT = "insert into attachments
 (organisation_id, attachment_id, client_id, customer_id, agent_id, case_id, message_id, place, name, media_type, size_bytes, shown,
 width, height, sha256, created_at_us)
 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
 on conflict (organisation_id, attachment_id) do nothing";
    FIND = "select attachment_id, client_id, customer_id, agent_id, case_id, message_id, place, name, media_type, size_bytes, shown, width,
 height, sha256, created_at_us from attachments
 where organisation_id = $1 and attachment_id = $2";
    OF_MESSAGE = "select attachment_id, client_id, customer_id, agent_id, case_id, message_id, place, name, media_type, size_bytes, shown,
 width, height, sha256, created_at_us from attachments
 where organisation_id = $1 and message_id = $2
 order by place, attachment_id limit 20";
    SEND = "update attachments set case_id = $3, message_id = $4, place = $5
 where organisation_id = $1 and attachment_id = $2 and message_id is null";
    NEVER_SENT = "select attachment_id, client_id, customer_id, agent_id, case_id, message_id, place, name, media_type, size_bytes, shown,
 width, height, sha256, created_at_us from attachments
 where organisation_id = $1 and case_id is null
 and (created_at_us < $2 or (customer_id is not null and created_at_us < $3))
 order by created_at_us, attachment_id limit $4";
    FORGET = "delete from attachments where organisation_id = $1 and attachment_id = $2 and message_id is null";
}

/// How a file may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A raster picture that the desk has decoded and encoded anew.
    Picture,
    /// Anything else: only as a download.
    Download,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Chosen by its sender.
    pub id: AttachmentId,
    /// Of which client.
    pub client: ClientId,
    /// The customer who uploaded it, …
    pub customer: Option<CustomerId>,
    /// … or the agent.
    pub agent: Option<AgentId>,
    /// In which case, once it has been sent.
    pub case: Option<CaseId>,
    /// With which message, once it has been sent.
    pub message: Option<MessageId>,
    /// Its place among the files of the message.
    pub place: i64,
    /// The cleaned name, for display.
    pub name: String,
    /// What it is, by its content.
    pub media_type: String,
    /// Size in bytes as stored.
    pub size_bytes: i64,
    /// How it may be shown.
    pub shown: Shown,
    /// Pixels, for a picture.
    pub width: Option<i64>,
    /// Pixels, for a picture.
    pub height: Option<i64>,
    /// Of the bytes as they were sent, so that a repeated upload is recognised.
    pub sha256: Vec<u8>,
    /// When it came.
    pub created_at: Moment,
}

/// Stores what is known of a file; its bytes are on the disk already. False when there is one with this id.
pub async fn insert(tx: &mut Tx, organisation: OrganisationId, file: &Attachment) -> Result<bool> {
    let stored = tx
        .execute(
            INSERT,
            values![
                organisation,
                file.id,
                file.client,
                file.customer,
                file.agent,
                file.case,
                file.message,
                file.place,
                file.name.as_str(),
                file.media_type.as_str(),
                file.size_bytes,
                shown_text(file.shown),
                file.width,
                file.height,
                file.sha256.clone(),
                file.created_at
            ],
        )
        .await?;
    Ok(stored == 1)
}

/// The file with this id.
pub async fn find(tx: &mut Tx, organisation: OrganisationId, id: AttachmentId) -> Result<Option<Attachment>> {
    tx.row(FIND, values![organisation, id]).await?.as_ref().map(attachment).transpose()
}

/// The files of a message, in their order.
pub async fn of_message(tx: &mut Tx, organisation: OrganisationId, message: MessageId) -> Result<Vec<Attachment>> {
    tx.rows(OF_MESSAGE, values![organisation, message]).await?.iter().map(attachment).collect()
}

/// Ties an uploaded file to the message that it goes with. False when there is none or it has gone with another one.
pub async fn send(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: AttachmentId,
    case: CaseId,
    message: MessageId,
    place: i64,
) -> Result<bool> {
    Ok(tx.execute(SEND, values![organisation, id, case, message, place]).await? == 1)
}

/// Before when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// What agents uploaded.
    pub agents: Moment,
    /// What visitors did; not before that of agents.
    pub visitors: Moment,
}

/// Files that were uploaded before `before` and never sent, oldest first.
pub async fn never_sent(tx: &mut Tx, organisation: OrganisationId, before: Before, limit: i64) -> Result<Vec<Attachment>> {
    tx.rows(NEVER_SENT, values![organisation, before.agents, before.visitors, limit]).await?.iter().map(attachment).collect()
}

/// Forgets a file that was never sent. True when it was there and is gone.
pub async fn forget(tx: &mut Tx, organisation: OrganisationId, id: AttachmentId) -> Result<bool> {
    Ok(tx.execute(FORGET, values![organisation, id]).await? > 0)
}

fn shown_text(shown: Shown) -> &'static str {
    match shown {
        Shown::Picture => "picture",
        Shown::Download => "download",
    }
}

fn attachment(row: &Row) -> Result<Attachment> {
    let shown: String = row.get(10)?;
    Ok(Attachment {
        id: row.get(0)?,
        client: row.get(1)?,
        customer: row.get(2)?,
        agent: row.get(3)?,
        case: row.get(4)?,
        message: row.get(5)?,
        place: row.get(6)?,
        name: row.get(7)?,
        media_type: row.get(8)?,
        size_bytes: row.get(9)?,
        shown: match shown.as_str() {
            "picture" => Shown::Picture,
            "download" => Shown::Download,
            _ => return Err(Failure::Corrupt),
        },
        width: row.get(11)?,
        height: row.get(12)?,
        sha256: row.get(13)?,
        created_at: row.get(14)?,
    })
}
