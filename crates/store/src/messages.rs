//! What was said, and what was noted. Texts come here masked and cleaned.

use std::collections::HashMap;

use desk::case::Author;
use desk::id::{AgentId, CaseId, ClientId, ContactId, MessageId, NoteId, OrganisationId};
use desk::mention::{Mentions, Place};
use desk::moment::Moment;

use crate::db::{Failure, Result, Row, Tx};
use crate::search::{self, Hit};
use crate::{stored, values};

crate::statements! {
    INSERT = "insert into messages
 (organisation_id, message_id, case_id, seq, contact_id, author, agent_id, at_us, text, masked, attachments)
 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    FIND = "select message_id, case_id, seq, contact_id, author, agent_id, at_us, text, masked, attachments from messages
 where organisation_id = $1 and message_id = $2";
    OF_CASE = "select message_id, case_id, seq, contact_id, author, agent_id, at_us, text, masked, attachments from messages
 where organisation_id = $1 and case_id = $2 and seq >= $3 and seq <= $4
 order by seq limit $5";
    SIZES = "select seq, cast(octet_length(text) as bigint) + 400 * attachments as size_bytes from messages
 where organisation_id = $1 and case_id = $2 and seq >= $3 and seq <= $4
 union all
 select seq, cast(octet_length(text) as bigint) as size_bytes from notes
 where organisation_id = $1 and case_id = $2 and seq >= $3 and seq <= $4
 order by seq limit $5";
    UNREAD = "select count(*) from messages where organisation_id = $1 and case_id = $2 and seq > $3 and author = 'customer'";
    REPLIED_AFTER = "select agent_id from messages
 where organisation_id = $1 and case_id = $2 and seq > $3 and author = 'agent' and agent_id <> $4
 order by seq desc limit 1";
    // The customer's first words of a contact after the last words of a person, among what was said until $4.
    WAITED_SINCE = "select min(m.at_us) from messages m
 where m.organisation_id = $1 and m.case_id = $2 and m.contact_id = $3 and m.author = 'customer' and m.at_us <= $4
 and m.seq > (select coalesce(max(a.seq), 0) from messages a
 where a.organisation_id = $1 and a.case_id = $2 and a.contact_id = $3 and a.author = 'agent')";
    INSERT_NOTE = "insert into notes (organisation_id, note_id, case_id, seq, agent_id, at_us, text, named_agents, named_teams, place)
 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    FIND_NOTE = "select note_id, case_id, seq, agent_id, at_us, text, named_agents, named_teams, place from notes
 where organisation_id = $1 and note_id = $2";
    NOTES_OF_CASE = "select note_id, case_id, seq, agent_id, at_us, text, named_agents, named_teams, place from notes
 where organisation_id = $1 and case_id = $2 and seq >= $3 and seq <= $4
 order by seq limit $5";
    SIDE_OF_CASE = "select note_id, case_id, seq, agent_id, at_us, text, named_agents, named_teams, place from notes
 where organisation_id = $1 and case_id = $2 and place = 'side' order by seq desc limit $3";
}

/// Something said between customer and desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Chosen by its sender (D2).
    pub id: MessageId,
    /// In which case.
    pub case: CaseId,
    /// Its event's place.
    pub seq: i64,
    /// In which contact.
    pub contact: ContactId,
    /// By whom.
    pub author: Author,
    /// When.
    pub at: Moment,
    /// Masked and cleaned.
    pub text: String,
    /// Kinds of what was masked, as stable words.
    pub masked: Vec<String>,
    /// How many files came with it.
    pub attachments: i64,
}

/// Something that only the desk sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Chosen by its writer.
    pub id: NoteId,
    /// In which case.
    pub case: CaseId,
    /// Its event's place.
    pub seq: i64,
    /// By whom.
    pub by: AgentId,
    /// When.
    pub at: Moment,
    /// Masked and cleaned.
    pub text: String,
    /// Whom it names.
    pub mentions: Mentions,
    /// Where it stands.
    pub place: Place,
}

/// Since when the customer of a contact had waited for a person's words at `until`; none when it was their turn.
pub async fn waited_since(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    contact: ContactId,
    until: Moment,
) -> Result<Option<Moment>> {
    tx.row(WAITED_SINCE, values![organisation, case, contact, until]).await?.map_or(Ok(None), |row| row.get(0))
}

/// Stores `message` in a case of `client`.
pub async fn insert(tx: &mut Tx, organisation: OrganisationId, client: ClientId, message: &Message) -> Result<()> {
    let (author, agent) = author_columns(message.author);
    let masked = message.masked.join(" ");
    tx.put(
        INSERT,
        values![
            organisation,
            message.id,
            message.case,
            message.seq,
            message.contact,
            author,
            agent,
            message.at,
            message.text.as_str(),
            masked,
            message.attachments
        ],
    )
    .await?;
    match message.author {
        Author::Customer | Author::Agent(_) => {
            search::put(tx, organisation, client, Hit::Message(message.id, message.case), &message.text).await
        }
        // The same in every case, so nobody looks for it.
        Author::Automatic => Ok(()),
    }
}

/// The message with this id, when there is one.
pub async fn find(tx: &mut Tx, organisation: OrganisationId, id: MessageId) -> Result<Option<Message>> {
    tx.row(FIND, values![organisation, id]).await?.as_ref().map(message).transpose()
}

/// Messages of `case` with a place from `first` to `last`, in order, at most `limit`.
pub async fn of_case(tx: &mut Tx, organisation: OrganisationId, case: CaseId, first: i64, last: i64, limit: i64) -> Result<Vec<Message>> {
    let rows = tx.rows(OF_CASE, values![organisation, case, first, last, limit]).await?;
    rows.iter().map(message).collect()
}

/// How many bytes the words of each message and note from `first` to `last` take, about 400 for each file among them.
pub async fn sizes(tx: &mut Tx, organisation: OrganisationId, case: CaseId, first: i64, last: i64) -> Result<HashMap<i64, i64>> {
    // Each place has at most one message or note.
    let rows = tx.rows(SIZES, values![organisation, case, first, last, last - first + 1]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// How many messages of the customer come after `seq`.
pub async fn unread(tx: &mut Tx, organisation: OrganisationId, case: CaseId, seq: i64) -> Result<i64> {
    let row = tx.row(UNREAD, values![organisation, case, seq]).await?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// Which colleague of `agent` answered last after `seq`, if one did.
pub async fn colleague_replied_after(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    seq: i64,
    agent: AgentId,
) -> Result<Option<AgentId>> {
    tx.row(REPLIED_AFTER, values![organisation, case, seq, agent]).await?.map(|row| row.get(0)).transpose()
}

/// Stores `note` in a case of `client`.
pub async fn insert_note(tx: &mut Tx, organisation: OrganisationId, client: ClientId, note: &Note) -> Result<()> {
    tx.put(
        INSERT_NOTE,
        values![
            organisation,
            note.id,
            note.case,
            note.seq,
            note.by,
            note.at,
            note.text.as_str(),
            stored::ids(&note.mentions.agents),
            stored::ids(&note.mentions.teams),
            stored::text(note.place)
        ],
    )
    .await?;
    search::put(tx, organisation, client, Hit::Note(note.id, note.case), &note.text).await
}

/// The note with this id, when there is one.
pub async fn find_note(tx: &mut Tx, organisation: OrganisationId, id: NoteId) -> Result<Option<Note>> {
    tx.row(FIND_NOTE, values![organisation, id]).await?.as_ref().map(note).transpose()
}

/// Notes of `case` with a place from `first` to `last`, in order, at most `limit`.
pub async fn notes_of_case(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    first: i64,
    last: i64,
    limit: i64,
) -> Result<Vec<Note>> {
    let rows = tx.rows(NOTES_OF_CASE, values![organisation, case, first, last, limit]).await?;
    rows.iter().map(note).collect()
}

/// The side conversation of `case`: its newest lines, oldest first, at most `limit`.
pub async fn side_of_case(tx: &mut Tx, organisation: OrganisationId, case: CaseId, limit: i64) -> Result<Vec<Note>> {
    let rows = tx.rows(SIDE_OF_CASE, values![organisation, case, limit]).await?;
    rows.iter().rev().map(note).collect()
}

fn author_columns(author: Author) -> (&'static str, Option<AgentId>) {
    match author {
        Author::Customer => ("customer", None),
        Author::Agent(agent) => ("agent", Some(agent)),
        Author::Automatic => ("automatic", None),
    }
}

fn message(row: &Row) -> Result<Message> {
    let masked: String = row.get(8)?;
    Ok(Message {
        id: row.get(0)?,
        case: row.get(1)?,
        seq: row.get(2)?,
        contact: row.get(3)?,
        author: author(&row.get::<String>(4)?, row.get(5)?)?,
        at: row.get(6)?,
        text: row.get(7)?,
        masked: masked.split_whitespace().map(str::to_owned).collect(),
        attachments: row.get(9)?,
    })
}

/// Who said something, from its two columns.
pub(crate) fn author(kind: &str, agent: Option<AgentId>) -> Result<Author> {
    match (kind, agent) {
        ("customer", None) => Ok(Author::Customer),
        ("agent", Some(agent)) => Ok(Author::Agent(agent)),
        ("automatic", None) => Ok(Author::Automatic),
        _ => Err(Failure::Corrupt),
    }
}

fn note(row: &Row) -> Result<Note> {
    let mentions = Mentions { agents: stored::ids_of(&row.get::<String>(6)?)?, teams: stored::ids_of(&row.get::<String>(7)?)? };
    Ok(Note {
        id: row.get(0)?,
        case: row.get(1)?,
        seq: row.get(2)?,
        by: row.get(3)?,
        at: row.get(4)?,
        text: row.get(5)?,
        mentions,
        place: stored::value(&row.get::<String>(8)?)?,
    })
}
