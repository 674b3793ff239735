//! What the desk itself says last when an agent ends a chat (CC-14).

use desk::case::Author;
use desk::id::{MessageId, OrganisationId};
use desk::speech::has_last_words;
use store::cases::CaseRecord;
use store::{Tx, clients};

use crate::carry_out::NewMessage;
use crate::ingest;

/// The client's last words in the customer's language; none where the desk says none itself, and where no chat ends.
pub(super) async fn last_words(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    id: Option<MessageId>,
) -> store::Result<Option<NewMessage>> {
    let contact = &record.case.contact;
    let Some(id) = id.filter(|_| has_last_words(contact)) else { return Ok(None) };
    let Some(client) = clients::load(tx, organisation, record.case.client).await? else { return Ok(None) };
    let speech = &client.speech;
    let Some(text) = speech.closing.by_itself(speech.closing_words.of(contact.language)) else { return Ok(None) };
    let words = ingest::message(text, 0).ok();
    Ok(words.map(|words| NewMessage { id, words, files: Vec::new(), by: Author::Automatic }))
}
