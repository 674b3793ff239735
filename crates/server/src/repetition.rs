//! D2: what comes a second time takes effect once, and is answered as it was the first time.

use desk::id::OrganisationId;
use store::Tx;
use store::cases::CaseRecord;
use store::timeline::{self, Page, TimelineEntry};
use store::{attachments, events, messages};

use crate::new_words::NewWords;

/// Whether words have come before.
pub enum Repetition {
    /// They are new.
    No,
    /// They are here, with all that they made happen.
    Same(Vec<TimelineEntry>),
    /// Their id is here with other words.
    Reused,
}

/// D2: whether these words are here already, and are the same.
pub async fn repeated(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, words: &NewWords) -> store::Result<Repetition> {
    let (seq, is_same) = match words {
        NewWords::None => return Ok(Repetition::No),
        NewWords::Message(new) | NewWords::MessageAndClosing(new, _) => match messages::find(tx, organisation, new.id).await? {
            None => return Ok(Repetition::No),
            Some(old) => {
                let files = attachments::of_message(tx, organisation, old.id).await?;
                let same_files = files.iter().map(|file| file.id).eq(new.files.iter().copied());
                (old.seq, old.case == record.id && old.text == new.words.text && old.author == new.by && same_files)
            }
        },
        NewWords::Note(new) | NewWords::NoteAndClosing(new, _) => match messages::find_note(tx, organisation, new.id).await? {
            None => return Ok(Repetition::No),
            Some(old) => (old.seq, old.case == record.id && old.text == new.words.text && old.by == new.by),
        },
    };
    if !is_same {
        return Ok(Repetition::Reused);
    }
    Ok(Repetition::Same(act_of(tx, organisation, record, seq).await?))
}

/// Everything that happened by the same act as the words at `seq`: what was answered the first time.
async fn act_of(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, seq: i64) -> store::Result<Vec<TimelineEntry>> {
    let (first, last) = events::act_of(tx, organisation, record.id, seq).await?;
    timeline::between(tx, organisation, record.id, first - 1, last, Page::of(last - first + 1)).await
}
