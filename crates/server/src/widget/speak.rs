//! A visitor speaks: starts a chat, leaves a message, or goes on. However it comes, it is one case until it is closed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use desk::case::{Author, CaseState, Channel, Command, ContactState, Thanks};
use desk::courtesy::is_only_thanks;
use desk::id::{CaseId, ContactId, CustomerId};
use desk::moment::Span;
use store::cases::{self, CaseRecord};
use store::customers;
use store::{Tx, contacts, messages, staffing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::commands::{LeaveMessage, StartChat, Write};
use wire::customer::CustomerDone;

use super::begin::begin_case;
use super::speech::{Occasion, Page, Speech, Way, address};
use crate::carry_out::{NewMessage, NewWords, Outcome, change, ending};
use crate::cases::new_message;
use crate::doors::doors;
use crate::extract::Body;
use crate::ingest;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::visitor::Visitor;
use crate::{tell, translate};

/// The longest name, in characters.
const NAME_LIMIT: usize = 80;

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
    let (teller, secret) = (desk.clone(), visitor.secret()?);
    let published = move |answer: &Answer<Arc<Outcome>>| {
        if let Ok(outcome) = answer {
            // A widget that was open before these first words hears what follows.
            teller.live.meet(outcome.record.case.client, secret, outcome.record.case.customer);
        }
        tell::outcome(&teller, answer);
    };
    let outcome: Arc<Outcome> = desk.unit_then(work, published).await??;
    Ok(Json(CustomerDone { standing: translate::standing(&outcome.record), entries: tell::customer_entries(&outcome) }))
}

async fn spoken(tx: &mut Tx, on: &Occasion, speech: Speech) -> store::Result<Answer<Outcome>> {
    if speech.way != Way::GoOn {
        // Who begins is decided one after the other: the same beginning may come twice at once, and the queue is finite.
        staffing::take_queue_turn(tx, on.organisation, on.client.client_id).await?;
    }
    let known = customers::by_secret(tx, on.organisation, on.client.client_id, &on.secret).await?;
    if let Some(earlier) = messages::find(tx, on.organisation, speech.message.id).await? {
        return told_again(tx, on, known, earlier.case, speech.message).await;
    }
    if let Some(customer) = known
        && (speech.name.is_some() || speech.email.is_some())
    {
        customers::tell(tx, on.organisation, customer, speech.name.as_deref(), speech.email.as_deref()).await?;
    }
    match current_case(tx, on, known, speech.way).await? {
        Some(record) => go_on(tx, on, record, speech).await,
        None if speech.way == Way::GoOn => Ok(Err(Refused::conflict("case_closed"))),
        None => begin_case(tx, on, known, speech).await,
    }
}

/// Words that came before (D2): the same answer, whatever has become of their case, chat or opening hours since.
async fn told_again(
    tx: &mut Tx,
    on: &Occasion,
    known: Option<CustomerId>,
    case: CaseId,
    message: NewMessage,
) -> store::Result<Answer<Outcome>> {
    let own = cases::load_to_change(tx, on.organisation, case).await?.filter(|record| Some(record.case.customer) == known);
    match own {
        Some(record) => change(tx, on.organisation, record, Vec::new(), NewWords::Message(message), on.at).await,
        None => Ok(Err(Refused::conflict("id_reused"))),
    }
}

/// The case that new words belong to: the customer's newest unless it is closed for good.
async fn current_case(tx: &mut Tx, on: &Occasion, customer: Option<CustomerId>, way: Way) -> store::Result<Option<CaseRecord>> {
    let Some(customer) = customer else {
        return Ok(None);
    };
    let Some((newest, contact)) = customers::newest_contact(tx, on.organisation, customer).await? else {
        return Ok(None);
    };
    if way == Way::GoOn && contact == ContactState::Ended {
        // A chat may begin again. The turn comes before the case, as for those who start: otherwise two tabs of one
        // visitor could wait for each other.
        staffing::take_queue_turn(tx, on.organisation, on.client.client_id).await?;
    }
    let record = cases::load_to_change(tx, on.organisation, newest).await?;
    Ok(record.filter(|record| record.case.state != CaseState::Closed))
}

async fn go_on(tx: &mut Tx, on: &Occasion, record: CaseRecord, speech: Speech) -> store::Result<Answer<Outcome>> {
    let Occasion { organisation, client, at, .. } = on;
    let has_files = !speech.message.files.is_empty();
    let thanks = if !has_files && is_only_thanks(&speech.message.words.text) { Thanks::Only } else { Thanks::No };
    // Whether a chat may begin matters only when the newest one is over.
    let channel = if record.case.contact.state == ContactState::Ended {
        if contacts::case_of(tx, *organisation, speech.contact).await?.is_some() {
            return Ok(Err(Refused::conflict("id_reused")));
        }
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
