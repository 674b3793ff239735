//! Words on their way into a case: with their files, in their row, and once only (D2).

use desk::case::{Author, author};
use desk::id::{AttachmentId, MessageId, NoteId, OrganisationId};
use store::Tx;
use store::attachments::{self, Attachment};
use store::cases::{CaseRecord, LAST_WORDS_LIMIT, LastWords};
use store::events::Happened;
use store::messages::{self, Message};
use store::timeline::{self, TimelineEntry};

use crate::ingest::Words;
use crate::refusal::{Answer, Refused};

/// Words that go with a command, made ready by [`crate::ingest`].
#[derive(Clone, Debug)]
pub enum NewWords {
    /// None.
    None,
    /// Something is said.
    Message(NewMessage),
    /// Something is noted.
    Note(NoteId, Words),
}

/// Something that is about to be said.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Chosen by its sender.
    pub id: MessageId,
    /// The words.
    pub words: Words,
    /// Files that were uploaded before.
    pub files: Vec<AttachmentId>,
    /// Who says it: decides whose files may go with it.
    pub by: Author,
}

/// What the row shows of the words.
pub fn note_words(record: &mut CaseRecord, happened: &[Happened], words: &NewWords) {
    let NewWords::Message(new) = words else {
        return;
    };
    for event in happened {
        match author(&event.event) {
            Some((message, by)) if message == new.id => {
                let text = new.words.text.chars().take(LAST_WORDS_LIMIT).collect();
                record.last_words = Some(LastWords { by: by.into(), text, at: event.at });
                match by {
                    Author::Customer => record.unread += 1,
                    // Who answers has read.
                    Author::Agent(_) => {
                        record.desk_read_seq = event.seq;
                        record.unread = 0;
                    }
                    Author::Automatic => {}
                }
            }
            _ => {}
        }
    }
}

/// A message as it is stored.
pub fn message(record: &CaseRecord, event: &Happened, new: &NewMessage, by: Author) -> Message {
    Message {
        id: new.id,
        case: record.id,
        seq: event.seq,
        contact: record.case.contact.id,
        author: by,
        at: event.at,
        text: new.words.text.clone(),
        masked: new.words.masked.iter().map(|kind| crate::translate::masked_word(*kind).to_owned()).collect(),
        attachments: i64::try_from(new.files.len()).unwrap_or(i64::MAX),
    }
}

/// Ties uploaded files to the message: each its sender's own, of this client, and not sent before.
pub async fn send_files(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    new: &NewMessage,
) -> store::Result<Answer<Vec<Attachment>>> {
    let mut files = Vec::with_capacity(new.files.len());
    for (place, id) in (0_i64..).zip(&new.files) {
        let own = attachments::find(tx, organisation, *id).await?.filter(|file| may_send(file, record, new.by));
        let Some(mut file) = own else {
            return Ok(Err(Refused::not_found()));
        };
        attachments::send(tx, organisation, *id, record.id, new.id, place).await?;
        file.case = Some(record.id);
        file.message = Some(new.id);
        file.place = place;
        files.push(file);
    }
    Ok(Ok(files))
}

fn may_send(file: &Attachment, record: &CaseRecord, by: Author) -> bool {
    let is_own = match by {
        Author::Customer => file.customer == Some(record.case.customer),
        Author::Agent(agent) => file.agent == Some(agent),
        Author::Automatic => false,
    };
    is_own && file.message.is_none() && file.client == record.case.client
}

/// Whether words have come before.
pub enum Repetition {
    /// They are new.
    No,
    /// They are here, with this entry.
    Same(Vec<TimelineEntry>),
    /// Their id is here with other words.
    Reused,
}

/// D2: whether these words are here already, and are the same.
pub async fn repeated(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, words: &NewWords) -> store::Result<Repetition> {
    let (seq, is_same) = match words {
        NewWords::None => return Ok(Repetition::No),
        NewWords::Message(new) => match messages::find(tx, organisation, new.id).await? {
            None => return Ok(Repetition::No),
            Some(old) => {
                let files = attachments::of_message(tx, organisation, old.id).await?;
                let same_files = files.iter().map(|file| file.id).eq(new.files.iter().copied());
                (old.seq, old.case == record.id && old.text == new.words.text && old.author == new.by && same_files)
            }
        },
        NewWords::Note(id, words) => match messages::find_note(tx, organisation, *id).await? {
            None => return Ok(Repetition::No),
            Some(old) => (old.seq, old.case == record.id && old.text == words.text),
        },
    };
    if !is_same {
        return Ok(Repetition::Reused);
    }
    Ok(Repetition::Same(timeline::between(tx, organisation, record.id, seq - 1, seq, 1).await?))
}
