//! A visitor speaks: starts a chat, leaves a message, or goes on. However it comes, it is one case until it is closed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use desk::case::{Author, CaseState, Channel, Command, ContactState, Starting, Thanks, open};
use desk::courtesy::is_only_thanks;
use desk::id::{CaseId, ContactId, CustomerId, MessageId, OrganisationId};
use desk::language::Language;
use desk::moment::{Moment, Span};
use store::cases::{self, CaseRecord, CustomerBrief};
use store::clients::Client;
use store::customers::{self, NewCustomer};
use store::{Tx, messages, staffing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::commands::{LeaveMessage, StartChat, Write};
use wire::customer::CustomerDone;

use crate::carry_out::{NewMessage, NewWords, Outcome, begin, change, ending};
use crate::cases::new_message;
use crate::doors::doors;
use crate::extract::Body;
use crate::ingest::{self, Words};
use crate::limits::Doing;
use crate::refusal::{Answer, Refused, Wrong};
use crate::secret::Hash;
use crate::state::Desk;
use crate::visitor::Visitor;
use crate::{tell, translate};

const NAME_LIMIT: usize = 80;
const ADDRESS_LIMIT: usize = 254;
const TITLE_LIMIT: usize = 200;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(start_chat)).routes(routes!(leave_message)).routes(routes!(write))
}

#[utoipa::path(post, path = "/api/widget/{key}/chats", request_body = StartChat, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn start_chat(State(desk): State<Desk>, visitor: Visitor, Body(start): Body<StartChat>) -> Answer<Json<CustomerDone>> {
    visitor.counts(&desk, Doing::Starting)?;
    let speech = Speech {
        way: Way::StartChat,
        message: said(new_message(start.message_id, &start.text, &start.attachments)?),
        contact: start.contact_id.into(),
        language: Some(start.language.into()),
        name: ingest::line(start.name.as_deref(), NAME_LIMIT)?,
        email: None,
        page: Page::of(start.start_page.as_deref(), start.start_title.as_deref(), start.referrer.as_deref()),
    };
    speak(&desk, &visitor, speech).await
}

#[utoipa::path(post, path = "/api/widget/{key}/left-messages", request_body = LeaveMessage, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn leave_message(State(desk): State<Desk>, visitor: Visitor, Body(left): Body<LeaveMessage>) -> Answer<Json<CustomerDone>> {
    visitor.counts(&desk, Doing::Starting)?;
    let speech = Speech {
        way: Way::LeaveMessage,
        message: said(new_message(left.message_id, &left.text, &[])?),
        contact: left.contact_id.into(),
        language: Some(left.language.into()),
        name: ingest::line(left.name.as_deref(), NAME_LIMIT)?,
        email: Some(address(&left.email)?),
        page: Page::of(left.start_page.as_deref(), left.start_title.as_deref(), left.referrer.as_deref()),
    };
    speak(&desk, &visitor, speech).await
}

#[utoipa::path(post, path = "/api/widget/{key}/messages", request_body = Write, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn write(State(desk): State<Desk>, visitor: Visitor, Body(write): Body<Write>) -> Answer<Json<CustomerDone>> {
    visitor.counts(&desk, Doing::Writing)?;
    visitor.known()?;
    let speech = Speech {
        way: Way::GoOn,
        message: said(new_message(write.message_id, &write.text, &write.attachments)?),
        // A new contact, if one begins, is named after the message that began it: the same on a resend.
        contact: ContactId(write.message_id),
        language: None,
        name: None,
        email: None,
        page: Page::default(),
    };
    speak(&desk, &visitor, speech).await
}

fn said(message: NewMessage) -> NewMessage {
    NewMessage { by: Author::Customer, ..message }
}

/// An address to answer to. It is checked for its shape only, and authenticates nobody.
fn address(email: &str) -> Answer<String> {
    let wrong = || Refused::invalid(vec![Wrong::new("email", "field-email")]);
    let email = ingest::line(Some(email), ADDRESS_LIMIT)?.ok_or_else(wrong)?;
    let (user, host) = email.rsplit_once('@').ok_or_else(wrong)?;
    let is_address = !user.is_empty()
        && !user.contains('@')
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !email.contains(|c: char| c.is_whitespace() || "<>\"(),;:\\".contains(c));
    if is_address { Ok(email) } else { Err(wrong()) }
}

/// What a visitor wants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A person, now.
    StartChat,
    /// To leave a message.
    LeaveMessage,
    /// To go on where they were.
    GoOn,
}

/// On which page.
#[derive(Clone, Default)]
struct Page {
    address: Option<String>,
    title: Option<String>,
    referrer: Option<String>,
}

impl Page {
    fn of(address: Option<&str>, title: Option<&str>, referrer: Option<&str>) -> Self {
        Self { address: ingest::page(address), title: ingest::cut_line(title, TITLE_LIMIT), referrer: ingest::page(referrer) }
    }
}

struct Speech {
    way: Way,
    message: NewMessage,
    contact: ContactId,
    language: Option<Language>,
    name: Option<String>,
    email: Option<String>,
    page: Page,
}

impl Speech {
    fn starting(&self, client: &Client, channel: Channel, language: Language) -> Starting {
        Starting {
            contact: self.contact,
            channel,
            language,
            answer_target: Span::seconds(client.answer_target_s),
            start_page: self.page.address.clone(),
            start_title: self.page.title.clone(),
            referrer: self.page.referrer.clone(),
        }
    }
}

/// What is the same for everything that happens in one unit: whose widget, who speaks, when, and ids made before it.
struct Occasion {
    organisation: OrganisationId,
    client: Client,
    secret: Hash,
    at: Moment,
    new_case: CaseId,
    new_customer: CustomerId,
    greeting: MessageId,
}

async fn speak(desk: &Desk, visitor: &Visitor, speech: Speech) -> Answer<Json<CustomerDone>> {
    let at = desk.now();
    let occasion = Occasion {
        organisation: visitor.organisation,
        client: visitor.client.clone(),
        secret: visitor.secret()?,
        at,
        new_case: desk.new_id(at)?.into(),
        new_customer: desk.new_id(at)?.into(),
        greeting: desk.new_id(at)?.into(),
    };
    let work = async move |tx: &mut Tx| {
        let outcome = spoken(tx, &occasion, speech).await?;
        Ok(ending(tx, outcome))
    };
    let teller = desk.clone();
    let outcome: Arc<Outcome> = desk.db.unit_then(work, move |answer| tell::outcome(&teller, answer)).await??;
    Ok(Json(CustomerDone { standing: translate::standing(&outcome.record), entries: tell::customer_entries(&outcome) }))
}

async fn spoken(tx: &mut Tx, on: &Occasion, speech: Speech) -> store::Result<Answer<Outcome>> {
    let known = customers::by_secret(tx, on.organisation, on.client.client_id, &on.secret).await?;
    if let Some(customer) = known
        && (speech.name.is_some() || speech.email.is_some())
    {
        customers::tell(tx, on.organisation, customer, speech.name.as_deref(), speech.email.as_deref()).await?;
    }
    match current_case(tx, on.organisation, known, &speech).await? {
        Some(record) if Some(record.case.customer) != known => Ok(Err(Refused::conflict("id_reused"))),
        Some(record) => go_on(tx, on, record, speech).await,
        None if speech.way == Way::GoOn => Ok(Err(Refused::conflict("case_closed"))),
        None => begin_case(tx, on, known, speech).await,
    }
}

/// The case that the words belong to: where they are already, when they come a second time (D2), else the customer's
/// newest unless it is closed for good.
async fn current_case(
    tx: &mut Tx,
    organisation: OrganisationId,
    customer: Option<CustomerId>,
    speech: &Speech,
) -> store::Result<Option<CaseRecord>> {
    if let Some(earlier) = messages::find(tx, organisation, speech.message.id).await? {
        return cases::load_to_change(tx, organisation, earlier.case).await;
    }
    let Some(customer) = customer else {
        return Ok(None);
    };
    let Some(newest) = cases::newest_of(tx, organisation, customer).await? else {
        return Ok(None);
    };
    let record = cases::load_to_change(tx, organisation, newest).await?;
    Ok(record.filter(|record| record.case.state != CaseState::Closed))
}

async fn go_on(tx: &mut Tx, on: &Occasion, record: CaseRecord, speech: Speech) -> store::Result<Answer<Outcome>> {
    let Occasion { organisation, client, at, .. } = on;
    let has_files = !speech.message.files.is_empty();
    let thanks = if !has_files && is_only_thanks(&speech.message.words.text) { Thanks::Only } else { Thanks::No };
    // Whether a chat may begin matters only when the newest one is over.
    let channel = if record.case.contact.state == ContactState::Ended {
        staffing::take_queue_turn(tx, *organisation, client.client_id).await?;
        match (speech.way, doors(tx, *organisation, client, *at).await?) {
            (Way::LeaveMessage, _) | (Way::GoOn, Err(_)) => Channel::Message,
            (Way::StartChat | Way::GoOn, Ok(())) => Channel::Chat,
            (Way::StartChat, Err(_)) => return Ok(Err(Refused::conflict("chat_closed"))),
        }
    } else {
        record.case.contact.channel
    };
    let language = speech.language.unwrap_or(record.case.contact.language);
    let again = speech.starting(client, channel, language);
    let grace = Span::seconds(client.thanks_grace_min.saturating_mul(60));
    let receive = Command::Receive { message: speech.message.id, thanks, again, grace };
    change(tx, *organisation, record, vec![receive], NewWords::Message(speech.message), *at).await
}

async fn begin_case(tx: &mut Tx, on: &Occasion, known: Option<CustomerId>, speech: Speech) -> store::Result<Answer<Outcome>> {
    let Occasion { organisation, client, at, .. } = on;
    let channel = if speech.way == Way::StartChat { Channel::Chat } else { Channel::Message };
    if channel == Channel::Chat {
        staffing::take_queue_turn(tx, *organisation, client.client_id).await?;
        if doors(tx, *organisation, client, *at).await?.is_err() {
            return Ok(Err(Refused::conflict("chat_closed")));
        }
    }
    if cases::of_contact(tx, *organisation, speech.contact).await?.is_some() {
        return Ok(Err(Refused::conflict("id_reused")));
    }
    let (customer, brief) = customer(tx, on, known, &speech).await?;
    let number = cases::next_number(tx, *organisation).await?;
    let language = speech.language.or(client.languages.first().copied()).unwrap_or(Language::Fi);
    let events = open(client.client_id, customer, number, speech.starting(client, channel, language), speech.message.id);
    let begun = begin(tx, *organisation, on.new_case, brief, events, NewWords::Message(speech.message), *at).await?;
    match begun {
        Ok(outcome) if channel == Channel::Chat => greet(tx, on, language, outcome).await,
        begun => Ok(begun),
    }
}

async fn customer(tx: &mut Tx, on: &Occasion, known: Option<CustomerId>, speech: &Speech) -> store::Result<(CustomerId, CustomerBrief)> {
    if let Some(known) = known
        && let Some(brief) = customers::brief(tx, on.organisation, known).await?
    {
        return Ok((known, brief));
    }
    let new = NewCustomer {
        id: on.new_customer,
        client: on.client.client_id,
        name: speech.name.clone(),
        email: speech.email.clone(),
        secret_hash: Some(on.secret.to_vec()),
        created_at: on.at,
    };
    let visitor_number = customers::insert(tx, on.organisation, &new).await?;
    Ok((new.id, CustomerBrief { name: new.name, email: new.email, visitor_number }))
}

/// The client's first automatic words, in the same unit. They stop no clock.
async fn greet(tx: &mut Tx, on: &Occasion, language: Language, begun: Outcome) -> store::Result<Answer<Outcome>> {
    let greeting = match language {
        Language::Fi => &on.client.greeting_fi,
        Language::Sv => &on.client.greeting_sv,
        Language::En => &on.client.greeting_en,
    };
    if greeting.trim().is_empty() {
        return Ok(Ok(begun));
    }
    let words = Words { text: greeting.clone(), masked: Vec::new() };
    let message = NewMessage { id: on.greeting, words, files: Vec::new(), by: Author::Automatic };
    let command = Command::SayAutomatically { message: on.greeting };
    let greeted = change(tx, on.organisation, begun.record, vec![command], NewWords::Message(message), on.at).await?;
    Ok(greeted.map(|mut greeted| {
        greeted.entries.splice(0..0, begun.entries);
        greeted
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_somebody_at_somewhere() {
        for good in ["a@b.fi", "etu.suku+luukku@osasto.esimerkki.fi", "päivi@esimerkki.fi"] {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in ["", "a", "a@", "@b.fi", "a@b", "a b@c.fi", "a@b.fi, c@d.fi", "a@b@c.fi", "<a@b.fi>", "a@.fi", "a@b.fi."] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
