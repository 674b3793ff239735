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

impl Words {
    /// The note, when they are one.
    pub fn noted(&self) -> Option<&Note> {
        match self {
            Self::Noted(note) => Some(note),
            Self::None | Self::Said(..) => None,
        }
    }
}

/// How much of a history is read at once. Both bounds hold, but one entry always fits, so that whoever asks on comes to
/// the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// So many entries.
    pub entries: i64,
    /// So many bytes of words.
    pub bytes: i64,
}

impl Page {
    /// What one frame or answer may hold: a few hundred who ask for their whole history at once fit into the memory.
    pub const fn of(entries: i64) -> Self {
        Self { entries, bytes: 256 * 1024 }
    }
}

/// About what an entry takes besides its words.
const ENTRY_BYTES: i64 = 300;

/// Which end of what was found is kept when not all of it fits.
#[derive(Clone, Copy)]
enum Keep {
    Oldest,
    Newest,
}

/// Entries after `after` up to `until`, oldest first: the oldest that fit on the page.
pub async fn between(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    after: i64,
    until: i64,
    page: Page,
) -> Result<Vec<TimelineEntry>> {
    let happened = events::between(tx, organisation, case, after, until, page.entries).await?;
    let happened = fitting(tx, organisation, case, happened, page, Keep::Oldest).await?;
    with_words(tx, organisation, case, happened).await
}

/// The newest entries before `before` that fit on the page, oldest first.
pub async fn newest_before(tx: &mut Tx, organisation: OrganisationId, case: CaseId, before: i64, page: Page) -> Result<Vec<TimelineEntry>> {
    let happened = events::newest_before(tx, organisation, case, before, page.entries).await?;
    let happened = fitting(tx, organisation, case, happened, page, Keep::Newest).await?;
    with_words(tx, organisation, case, happened).await
}

/// What the customer may see after their own `after`: the oldest that fit, oldest first. Notes are never read here.
pub async fn public_after(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, page: Page) -> Result<Vec<TimelineEntry>> {
    let happened = events::public_after(tx, organisation, case, after, page.entries).await?;
    let happened = fitting(tx, organisation, case, happened, page, Keep::Oldest).await?;
    with_words(tx, organisation, case, happened).await
}

/// What the customer may see after their own `after`: the newest that fit, oldest first. Notes are never read here.
pub async fn newest_public(tx: &mut Tx, organisation: OrganisationId, case: CaseId, after: i64, page: Page) -> Result<Vec<TimelineEntry>> {
    let happened = events::newest_public(tx, organisation, case, after, page.entries).await?;
    let happened = fitting(tx, organisation, case, happened, page, Keep::Newest).await?;
    with_words(tx, organisation, case, happened).await
}

/// What of `happened` fits on the page. The sizes are read before the words, so that no long history is ever in memory.
async fn fitting(
    tx: &mut Tx,
    organisation: OrganisationId,
    case: CaseId,
    mut happened: Vec<Happened>,
    page: Page,
    keep: Keep,
) -> Result<Vec<Happened>> {
    let (Some(first), Some(last)) = (happened.first().map(|event| event.seq), happened.last().map(|event| event.seq)) else {
        return Ok(happened);
    };
    let sizes = messages::sizes(tx, organisation, case, first, last).await?;
    let mut taken = 0_i64;
    let mut fits = |event: &Happened| {
        let is_first = taken == 0;
        taken += ENTRY_BYTES + sizes.get(&event.seq).copied().unwrap_or_default();
        is_first || taken <= page.bytes
    };
    match keep {
        Keep::Oldest => {
            let count = happened.iter().take_while(|event| fits(event)).count();
            happened.truncate(count);
        }
        Keep::Newest => {
            let count = happened.iter().rev().take_while(|event| fits(event)).count();
            happened.drain(..happened.len().saturating_sub(count));
        }
    }
    Ok(happened)
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
