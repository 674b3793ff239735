//! What happened in a case together with the words that were said: events, messages, notes and files in one order.

use std::collections::HashMap;

use desk::case::{Event, author};
use desk::id::{CaseId, MessageId, NoteId, OrganisationId};

use crate::attachments::{self, Attachment};
use crate::db::{Result, Tx};
use crate::events::{self, Happened};
use crate::messages::{self, Message, Note};

/// One thing that happened, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// What and where in the order.
    pub happened: Happened,
    /// The words, when something was said, noted, or neither.
    pub words: Words,
}

/// The words of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// None.
    None,
    /// Said between customer and desk, with files.
    Said(Message, Vec<Attachment>),
    /// Noted inside the desk.
    Noted(Note),
}

/// Entries after `after` up to `until`, oldest first, at most `limit`.
pub async fn between(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    after: i64,
    until: i64,
    limit: i64,
) -> Result<Vec<TimelineEntry>> {
    let happened = events::between(tx, organisation, case, after, until, limit).await?;
    with_words(tx, organisation, case, happened).await
}

/// The newest `limit` entries before `before`, oldest first.
pub async fn newest_before(tx: &mut Tx, organisation: OrganisationId, case: CaseId, before: i64, limit: i64) -> Result<Vec<TimelineEntry>> {
    let happened = events::newest_before(tx, organisation, case, before, limit).await?;
    with_words(tx, organisation, case, happened).await
}

/// What the customer may see after their own `after`: the oldest `limit`, oldest first. Notes are never read here.
pub async fn public_after(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, limit: i64) -> Result<Vec<TimelineEntry>> {
    let happened = events::public_after(tx, organisation, case, after, limit).await?;
    with_words(tx, organisation, case, happened).await
}

/// What the customer may see after their own `after`: the newest `limit`, oldest first. Notes are never read here.
pub async fn newest_public(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, limit: i64) -> Result<Vec<TimelineEntry>> {
    let happened = events::newest_public(tx, organisation, case, after, limit).await?;
    with_words(tx, organisation, case, happened).await
}

async fn with_words(tx: &mut Tx, organisation: OrganisationId, case: CaseId, happened: Vec<Happened>) -> Result<Vec<TimelineEntry>> {
    let (Some(first), Some(last)) = (happened.first().map(|event| event.seq), happened.last().map(|event| event.seq)) else {
        return Ok(Vec::new());
    };
    // Each event between has at most one message or note; so many places hold no more of them.
    let most = last - first + 1;
    let mut said = said(tx, organisation, case, first, last, most).await?;
    let has_notes = happened.iter().any(|event| matches!(event.event, Event::Noted { .. }));
    let mut notes: HashMap<NoteId, Note> = HashMap::new();
    if has_notes {
        notes = messages::notes_of_case(tx, organisation, case, first, last, most).await?.into_iter().map(|note| (note.id, note)).collect();
    }
    let entry = |happened: Happened| {
        let words = if let Event::Noted { note, .. } = &happened.event {
            notes.remove(note).map_or(Words::None, Words::Noted)
        } else {
            let message = author(&happened.event).and_then(|(message, _)| said.remove(&message));
            message.map_or(Words::None, |(message, files)| Words::Said(message, files))
        };
        TimelineEntry { happened, words }
    };
    Ok(happened.into_iter().map(entry).collect())
}

async fn said(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    first: i64,
    last: i64,
    most: i64,
) -> Result<HashMap<MessageId, (Message, Vec<Attachment>)>> {
    let mut said = HashMap::new();
    for message in messages::of_case(tx, organisation, case, first, last, most).await? {
        let files = if message.attachments > 0 { attachments::of_message(tx, organisation, message.id).await? } else { Vec::new() };
        said.insert(message.id, (message, files));
    }
    Ok(said)
}
