//! Words on their way into a case: with their files, in their row.

use desk::case::{Author, author};
use desk::id::{AgentId, AttachmentId, MessageId, NoteId, OrganisationId};
use desk::mention::{Mentions, Place};
use store::Tx;
use store::attachments::{self, Attachment};
use store::cases::{CaseRecord, LAST_WORDS_LIMIT, LastWords};
use store::events::Happened;
use store::messages::Message;

use crate::ingest::Words;
use crate::refusal::{Answer, Refused};

/// Words that go with a command, made ready by [`crate::ingest`].
#[derive(Clone, Debug)]
pub enum NewWords {
    /// None.
    None,
    /// Something is said.
    Message(NewMessage),
    /// The same, and the desk itself says the client's last words after it.
    MessageAndClosing(NewMessage, NewMessage),
    /// Something is noted.
    Note(NewNote),
    /// The same, and the desk itself says the client's last words after it.
    NoteAndClosing(NewNote, NewMessage),
}

impl NewWords {
    /// What is said under this id.
    pub fn said(&self, id: MessageId) -> Option<&NewMessage> {
        let all = match self {
            Self::Message(new) => [Some(new), None],
            Self::MessageAndClosing(new, closing) => [Some(new), Some(closing)],
            Self::NoteAndClosing(_, closing) => [None, Some(closing)],
            Self::None | Self::Note(_) => [None, None],
        };
        all.into_iter().flatten().find(|new| new.id == id)
    }

    /// What is noted.
    pub fn noted(&self) -> Option<&NewNote> {
        match self {
            Self::Note(new) | Self::NoteAndClosing(new, _) => Some(new),
            Self::None | Self::Message(_) | Self::MessageAndClosing(..) => None,
        }
    }
}

/// Something that is about to be noted.
#[derive(Clone, Debug)]
pub struct NewNote {
    /// Chosen by its writer.
    pub id: NoteId,
    /// The words.
    pub words: Words,
    /// Who notes it.
    pub by: AgentId,
    /// Where it stands.
    pub place: Place,
    /// Whom it names.
    pub mentions: Mentions,
    /// Who is told of that.
    pub told: Vec<AgentId>,
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
    for event in happened {
        let Some((new, by)) = author(&event.event).and_then(|(message, by)| Some((words.said(message)?, by))) else { continue };
        match by {
            // A row tells what the matter is; what the desk says by itself is the same in all of them.
            Author::Automatic => continue,
            Author::Customer => record.unread += 1,
            // Who answers has read.
            Author::Agent(_) => {
                record.desk_read_seq = event.seq;
                record.unread = 0;
            }
        }
        let text = new.words.text.chars().take(LAST_WORDS_LIMIT).collect();
        record.last_words = Some(LastWords { by: by.into(), text, at: event.at });
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
        // Another message may have taken it since it was found.
        if !attachments::send(tx, organisation, *id, record.id, new.id, place).await? {
            return Ok(Err(Refused::not_found()));
        }
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
