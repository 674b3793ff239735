//! How a client's desk speaks, where an agent speaks: what is asked of their words (UH-30), and what the desk itself says
//! last when they end a chat (CC-14).

use axum::http::StatusCode;
use desk::case::{Author, awaits_call};
use desk::emoji::EmojiRule;
use desk::id::{MessageId, OrganisationId};
use desk::speech::has_last_words;
use store::cases::CaseRecord;
use store::{Tx, clients, messages};

use crate::carry_out::NewMessage;
use crate::ingest;
use crate::refusal::Refused;
use crate::texts::Texts;

/// The automatic words with which an act may close a contact.
pub struct Closing {
    /// Of the message.
    pub id: MessageId,
    /// Where its words are found when the client has none of its own.
    pub texts: Texts,
}

/// The client's last words in the customer's language; none where the desk says none itself, and where no chat ends.
pub(super) async fn last_words(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    closing: Option<&Closing>,
) -> store::Result<Option<NewMessage>> {
    let contact = &record.case.contact;
    let said =
        |id, text: &str| Ok(ingest::message(text, 0).ok().map(|words| NewMessage { id, words, files: Vec::new(), by: Author::Automatic }));
    if let Some(closing) = closing.filter(|_| awaits_call(&record.case)) {
        return said(closing.id, &closing.texts.say(contact.language, "call-off", &[]));
    }
    let Some(Closing { id, .. }) = closing.filter(|_| has_last_words(contact)) else { return Ok(None) };
    let Some(client) = clients::load(tx, organisation, record.case.client).await? else { return Ok(None) };
    let speech = &client.speech;
    let Some(text) = speech.closing.by_itself(speech.closing_words.of(contact.language)) else { return Ok(None) };
    said(*id, text)
}

/// Why the client does not let these words of an agent through; none when it does. What was sent before a rule changed
/// is answered as it was then.
pub(super) async fn asked_of_words(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    new: &NewMessage,
) -> store::Result<Option<Refused>> {
    let Some(client) = clients::load(tx, organisation, record.case.client).await? else { return Ok(None) };
    let rule = client.speech.emoji;
    if rule.lets_through(&new.words.text) || messages::find(tx, organisation, new.id).await?.is_some() {
        return Ok(None);
    }
    let code = if rule == EmojiRule::Limit { "emoji_limited" } else { "emoji_forbidden" };
    Ok(Some(Refused::new(StatusCode::UNPROCESSABLE_ENTITY, code)))
}
