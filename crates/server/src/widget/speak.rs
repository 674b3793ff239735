//! A visitor speaks: starts a chat, leaves a message, or goes on. However it comes, it is one case until it is closed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use desk::case::{Author, Channel, Command, ContactState, Thanks};
use desk::courtesy::is_only_thanks;
use desk::id::{CaseId, CustomerId, LabelId};
use desk::moment::Span;
use desk::routing::rules::{Beginning, Need};
use store::cases::{self, CaseRecord};
use store::{Tx, clients, contacts, customers, messages, staffing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::commands::{LeaveMessage, StartChat, Write};
use wire::customer::CustomerDone;

use super::begin::{begin_case, customer_is, shut};
use super::speech::{NewIds, Occasion, Page, Speech, Way, address, chosen, own_page};
use crate::carry_out::{NewMessage, NewWords, Outcome, change, ending, make_happen};
use crate::cases::{kept_out, new_message};
use crate::extract::Body;
use crate::ingest;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused};
use crate::ruling::Ruling;
use crate::state::Desk;
use crate::visitor::Caller;
use crate::{tell, translate};

/// The longest name, in characters.
const NAME_LIMIT: usize = 80;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(start_chat)).routes(routes!(leave_message)).routes(routes!(write))
}

#[utoipa::path(post, path = "/api/widget/{key}/chats", request_body = StartChat, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn start_chat(State(desk): State<Desk>, caller: Caller, Body(start): Body<StartChat>) -> Answer<Json<CustomerDone>> {
    caller.counts(&desk, Doing::Starting)?;
    let speech = Speech {
        way: Way::StartChat,
        message: said(new_message(start.message_id, &start.text, &start.attachments)?),
        contact: start.contact_id.into(),
        language: Some(start.language.into()),
        name: ingest::line(start.name.as_deref(), NAME_LIMIT)?,
        email: None,
        page: Page::of(start.start_page.as_deref(), start.start_title.as_deref(), start.referrer.as_deref(), start.approach_id),
        chosen: start.category_id.map(LabelId),
    };
    speak(&desk, caller, speech).await
}

#[utoipa::path(post, path = "/api/widget/{key}/left-messages", request_body = LeaveMessage, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn leave_message(State(desk): State<Desk>, caller: Caller, Body(left): Body<LeaveMessage>) -> Answer<Json<CustomerDone>> {
    caller.counts(&desk, Doing::Starting)?;
    let speech = Speech {
        way: Way::LeaveMessage,
        message: said(new_message(left.message_id, &left.text, &left.attachments)?),
        contact: left.contact_id.into(),
        language: Some(left.language.into()),
        name: ingest::line(left.name.as_deref(), NAME_LIMIT)?,
        email: left.email.as_deref().map(address).transpose()?,
        page: Page::of(left.start_page.as_deref(), left.start_title.as_deref(), left.referrer.as_deref(), left.approach_id),
        chosen: left.category_id.map(LabelId),
    };
    speak(&desk, caller, speech).await
}

#[utoipa::path(post, path = "/api/widget/{key}/messages", request_body = Write, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn write(State(desk): State<Desk>, caller: Caller, Body(write): Body<Write>) -> Answer<Json<CustomerDone>> {
    caller.counts(&desk, Doing::Writing)?;
    let message = said(new_message(write.message_id, &write.text, &write.attachments)?);
    speak(&desk, caller, Speech::going_on(message)).await
}

fn said(message: NewMessage) -> NewMessage {
    NewMessage { by: Author::Customer, ..message }
}

async fn speak(desk: &Desk, caller: Caller, speech: Speech) -> Answer<Json<CustomerDone>> {
    let at = desk.now();
    let secret = caller.secret()?;
    let ids = NewIds { case: desk.new_id(at)?.into(), customer: desk.new_id(at)?.into(), greeting: desk.new_id(at)?.into() };
    let neighbours = (caller.organisation, caller.widget_id.clone(), caller.address.group());
    let beginning = Arc::new(desk.queued.begin(neighbours, speech.contact, desk.clock.running(), desk.settings.limits.visitor_waiting));
    let (its, its_desk, teller) = (Arc::clone(&beginning), desk.clone(), desk.clone());
    let work = async move |tx: &mut Tx| {
        let Some(client) = clients::by_widget(tx, caller.organisation, &caller.widget_id).await? else {
            return Ok(ending(tx, Err(Refused::not_found())));
        };
        let occasion = Occasion::of(its_desk, &caller, client, (secret, at), ids, its);
        let outcome = Box::pin(spoken(tx, &occasion, speech)).await?;
        Ok(ending(tx, outcome))
    };
    let published = move |answer: &Answer<Arc<Outcome>>| {
        if let Ok(outcome) = answer {
            beginning.begun(outcome);
            // A widget that was open before these first words hears what follows.
            teller.live.meet(outcome.record.case.client, secret, outcome.record.case.customer);
        }
        tell::outcome(&teller, answer);
    };
    let outcome: Arc<Outcome> = desk.unit_then(work, published).await??;
    Ok(Json(CustomerDone { standing: translate::standing(&outcome.record), entries: tell::customer_entries(&outcome) }))
}

async fn spoken(tx: &mut Tx, on: &Occasion, mut speech: Speech) -> store::Result<Answer<Outcome>> {
    if speech.way != Way::GoOn {
        // Who begins is decided one after the other: the same beginning may come twice at once, and the queue is finite.
        staffing::take_queue_turn(tx, on.organisation, on.client.client_id).await?;
    }
    let known = customers::met(tx, on.organisation, on.client.client_id, &on.secret).await?;
    if known.is_none() && speech.way == Way::GoOn {
        // Who has never been here has nothing to go on with.
        return Ok(Err(Refused::not_found()));
    }
    let mut current = current_case(tx, on, known.as_ref().and_then(|known| known.newest), speech.way).await?;
    let known = known.map(|known| known.customer);
    // Looked for after the case is this unit's alone, so that the same words that came at the same moment are seen.
    if let Some(earlier) = messages::find(tx, on.organisation, speech.message.id).await? {
        return told_again(tx, on, known, earlier.case, speech.message).await;
    }
    if let Some(refused) = kept_out(tx, on.organisation, known, on.at).await? {
        return Ok(Err(refused));
    }
    speech.chosen = chosen(tx, on.organisation, on.client.client_id, speech.chosen).await?;
    if let Some(customer) = known
        && (speech.name.is_some() || speech.email.is_some())
    {
        customers::tell(tx, on.organisation, customer, speech.name.as_deref(), speech.email.as_deref()).await?;
        if let (Some(record), Some(brief)) = (&mut current, customers::brief(tx, on.organisation, customer).await?) {
            record.customer = brief;
        }
    }
    match current {
        Some(record) => go_on(tx, on, record, speech).await,
        None if speech.way == Way::GoOn => Ok(Err(Refused::conflict("case_closed"))),
        None => {
            let is = customer_is(tx, on.organisation, on.person, known).await?;
            begin_case(tx, on, known, is, speech).await
        }
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

/// The case that new words belong to: the customer's newest, as long as that takes them.
async fn current_case(tx: &mut Tx, on: &Occasion, newest: Option<(CaseId, ContactState)>, way: Way) -> store::Result<Option<CaseRecord>> {
    let Some((newest, contact)) = newest else {
        return Ok(None);
    };
    if way == Way::GoOn && contact == ContactState::Ended {
        // A chat may begin again. The turn comes before the case, as for those who start: otherwise two tabs of one
        // visitor could wait for each other. Only where the contact ends between this look and the lock does the turn
        // come second; then PostgreSQL lets one of two such tabs go, which sends its words again.
        staffing::take_queue_turn(tx, on.organisation, on.client.client_id).await?;
    }
    let record = cases::load_to_change(tx, on.organisation, newest).await?;
    Ok(record.filter(|record| record.case.takes_words(way != Way::GoOn)))
}

async fn go_on(tx: &mut Tx, on: &Occasion, record: CaseRecord, speech: Speech) -> store::Result<Answer<Outcome>> {
    let Occasion { organisation, client, at, .. } = on;
    let has_files = !speech.message.files.is_empty();
    let thanks = if !has_files && is_only_thanks(&speech.message.words.text) { Thanks::Only } else { Thanks::No };
    let language = speech.language.unwrap_or(record.case.contact.language);
    // Whether a chat may begin, and what it needs, matters only when the newest one is over.
    let (channel, need, last_with) = if record.case.contact.state == ContactState::Ended {
        if let Err(refused) = on.counts_as_beginning(speech.way) {
            return Ok(Err(refused));
        }
        if contacts::case_of(tx, *organisation, speech.contact).await?.is_some() {
            return Ok(Err(Refused::conflict("id_reused")));
        }
        staffing::take_queue_turn(tx, *organisation, client.client_id).await?;
        // Who goes on says no page: the matter is still the one that began on the page of before.
        let page = speech.page.address.as_deref().or(record.case.contact.start_page.as_deref());
        let customer = customer_is(tx, *organisation, on.person, Some(record.case.customer)).await?;
        let category = speech.chosen.or(record.case.category);
        let beginning = Beginning { language, page: own_page(client, page), customer, category };
        let ruling = Ruling::read(tx, *organisation, client, beginning).await?;
        let may_chat = ruling.may_begin(tx, *organisation, client, language, *at).await?;
        let is_open = may_chat.is_ok() && !on.beginning.is_one_too_many(tx, client).await?;
        let channel = match (speech.way, is_open) {
            (Way::LeaveMessage, _) | (Way::GoOn, false) => Channel::Message,
            (Way::StartChat | Way::GoOn, true) => Channel::Chat,
            (Way::StartChat, false) => return Ok(Err(may_chat.err().map_or_else(|| Refused::conflict("chat_closed"), shut))),
        };
        (channel, ruling.need(client, language, channel), on.last_with(tx, record.case.customer, record.customer.person).await?)
    } else {
        (record.case.contact.channel, Need::default(), None)
    };
    let again = on.starting(tx, &speech, channel, language, need, last_with).await?;
    let grace = Span::seconds(client.thanks_grace_min.saturating_mul(60));
    let receive = Command::Receive { message: speech.message.id, thanks, again, grace };
    make_happen(tx, *organisation, record, vec![receive], NewWords::Message(speech.message), *at).await
}
