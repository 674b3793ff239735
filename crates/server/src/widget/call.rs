//! A visitor asks to be called instead of waiting, or where nobody can answer now. One unit ends the wait in the chat and begins
//! the wait for the call, in the same case: there is always one of the two, and never both.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::call_back::{self, CallTime};
use desk::case::{Author, Channel, Command, ContactState, awaits_call, open_with_call};
use desk::id::{CaseId, CustomerId, LabelId};
use desk::moment::{Moment, Span};
use desk::phone::{self, PhoneRefusal};
use desk::routing::rules::Beginning;
use store::cases::{self, CaseRecord};
use store::clients::Client;
use store::{Tx, clients, contacts, customers, messages, staffing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::commands::OrderCall;
use wire::customer::{CallTimes, CustomerDone};

use super::begin::{customer, customer_is};
use super::speech::{NewIds, Occasion, Page, Speech, Way, chosen, own_page};
use crate::carry_out::{NewMessage, NewWords, Outcome, begin, change, ending, make_happen};
use crate::cases::{kept_out, new_message};
use crate::doors::hours_of;
use crate::extract::Body;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused, Wrong};
use crate::ruling::Ruling;
use crate::state::Desk;
use crate::visitor::{Caller, Visitor};
use crate::{ingest, tell, told_time, translate};

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(order)).routes(routes!(times))
}

/// When the visitor could be called, as things are now.
#[utoipa::path(get, path = "/api/widget/{key}/call-times", params(("key" = String, Path)), responses((status = OK, body = CallTimes)))]
async fn times(State(desk): State<Desk>, visitor: Visitor) -> Answer<Json<CallTimes>> {
    let Some(kept) = takes_calls(&visitor.client) else { return Err(off()) };
    let (hours, at) = (hours_of(&visitor.client), desk.now());
    let time = |time: CallTime| Some(wire::customer::CallTime { from: time.from?.millis(), until: time.until.millis() });
    Ok(Json(CallTimes {
        soon: call_back::soon(&hours, at, within(kept)).map(|time| time.until.millis()),
        times: call_back::times(&hours, at).into_iter().filter_map(time).collect(),
    }))
}

/// Asks to be called. Who waits in a chat leaves its queue by that; the thread says when the desk calls.
#[utoipa::path(post, path = "/api/widget/{key}/call-backs", request_body = OrderCall, params(("key" = String, Path)), responses((status = OK, body = CustomerDone),
    (status = 409, description = "`calls_off`, `call_ordered`, `number_ordered`, `calls_full`, `already_answered`"), (status = 422, description = "`call_time`")))]
async fn order(State(desk): State<Desk>, caller: Caller, Body(order): Body<OrderCall>) -> Answer<Json<CustomerDone>> {
    caller.counts(&desk, Doing::Starting)?;
    caller.secret()?;
    let about = match (order.about_id, order.about.trim()) {
        (_, "") => None,
        (Some(id), text) => Some(NewMessage { by: Author::Customer, ..new_message(id, text, &[])? }),
        (None, _) => return Err(Refused::invalid(vec![Wrong::new("about_id", "field-missing")])),
    };
    let asked = Asked { phone: order.phone, from: order.from.map(|ms| Moment::from_micros(ms.saturating_mul(1_000))), about };
    let speech = Speech {
        way: Way::LeaveMessage,
        // Its words are found when it is known when the desk calls.
        message: NewMessage {
            id: order.message_id.into(),
            words: ingest::Words { text: String::new(), masked: Vec::new() },
            files: Vec::new(),
            by: Author::Automatic,
        },
        contact: order.contact_id.into(),
        language: Some(order.language.into()),
        name: None,
        email: None,
        page: Page::of(order.start_page.as_deref(), order.start_title.as_deref(), order.referrer.as_deref(), order.approach_id),
        chosen: order.category_id.map(LabelId),
    };
    carried(&desk, caller, speech, asked).await
}

/// What is asked for, as it came.
struct Asked {
    phone: String,
    from: Option<Moment>,
    about: Option<NewMessage>,
}

async fn carried(desk: &Desk, caller: Caller, speech: Speech, asked: Asked) -> Answer<Json<CustomerDone>> {
    let (at, secret) = (desk.now(), caller.secret()?);
    let ids = NewIds { case: desk.new_id(at)?.into(), customer: desk.new_id(at)?.into(), greeting: desk.new_id(at)?.into() };
    let neighbours = (caller.organisation, caller.widget_id.clone(), caller.address.group());
    let beginning = Arc::new(desk.calls.begin(neighbours, speech.contact, desk.clock.running(), desk.settings.limits.visitor_calls));
    let (its, texts, its_desk) = (Arc::clone(&beginning), desk.texts.clone(), desk.clone());
    let work = async move |tx: &mut Tx| {
        let Some(client) = clients::by_widget(tx, caller.organisation, &caller.widget_id).await? else {
            return Ok(ending(tx, Err(Refused::not_found())));
        };
        let on = Occasion::of(its_desk, &caller, client, (secret, at), ids, its);
        let say = |speech: &mut Speech, Settled { when: time, phone }: &Settled| {
            let key = if time.from.is_some() { "call-at" } else { "call-soon" };
            let language = speech.language.unwrap_or(desk::language::Language::Fi);
            let told = told_time::say(&texts, language, key, (time.from, time.until), &on.client, at, vec![("number", last_digits(phone))]);
            ingest::message(&told, 0).map(|words| speech.message.words = words)
        };
        let outcome = Box::pin(ordered(tx, &on, speech, asked, say)).await?;
        Ok(ending(tx, outcome))
    };
    let teller = desk.clone();
    let published = move |answer: &Answer<Arc<Outcome>>| {
        if let Ok(outcome) = answer {
            beginning.begun(outcome);
            // A widget that was open before hears what follows.
            teller.live.meet(outcome.record.case.client, secret, outcome.record.case.customer);
        }
        tell::outcome(&teller, answer);
    };
    let outcome: Arc<Outcome> = desk.unit_then(work, published).await??;
    Ok(Json(CustomerDone { standing: translate::standing(&outcome.record), entries: tell::customer_entries(&outcome) }))
}

async fn ordered(
    tx: &mut Tx,
    on: &Occasion,
    mut speech: Speech,
    asked: Asked,
    say: impl Fn(&mut Speech, &Settled) -> Answer<()>,
) -> store::Result<Answer<Outcome>> {
    // As for those who start a chat: the same wish may come twice at once.
    staffing::take_queue_turn(tx, on.organisation, on.client.client_id).await?;
    let known = customers::met(tx, on.organisation, on.client.client_id, &on.secret).await?;
    let newest = known.as_ref().and_then(|known| known.newest).map(|(case, _)| case);
    let current = match newest {
        Some(case) => cases::load_to_change(tx, on.organisation, case).await?.filter(|record| record.case.takes_words(true)),
        None => None,
    };
    let known = known.map(|known| known.customer);
    if let Some(earlier) = messages::find(tx, on.organisation, speech.message.id).await? {
        return told_again(tx, on, known, earlier.case, speech.message, &asked.phone).await;
    }
    if let Some(refused) = kept_out(tx, on.organisation, known, on.at).await? {
        return Ok(Err(refused));
    }
    speech.chosen = chosen(tx, on.organisation, on.client.client_id, speech.chosen).await?;
    let call = match settled(&on.client, &asked, on.at) {
        Ok(settled) => settled,
        Err(refused) => return Ok(Err(refused)),
    };
    if contacts::calls_to(tx, on.organisation, &call.phone).await? >= call_back::MOST_TO_ONE {
        return Ok(Err(Refused::conflict("number_ordered")));
    }
    if let Err(refused) = say(&mut speech, &call) {
        return Ok(Err(refused));
    }
    if contacts::case_of(tx, on.organisation, speech.contact).await?.is_some() {
        return Ok(Err(Refused::conflict("id_reused")));
    }
    if let Some(refused) = current.as_ref().and_then(held_already) {
        return Ok(Err(refused));
    }
    let says_nothing_new = current.as_ref().is_none_or(|record| record.case.contact.state == ContactState::Ended);
    if says_nothing_new && asked.about.is_none() {
        return Ok(Err(Refused::invalid(vec![Wrong::new("about", "field-empty")])));
    }
    let has_call = current.as_ref().is_some_and(|record| awaits_call(&record.case));
    if !has_call && on.beginning.is_one_too_many(tx, &on.client).await? {
        return Ok(Err(Refused::conflict("calls_full")));
    }
    Box::pin(place(tx, on, (known, current), speech, asked.about, call)).await
}

/// Somebody has the visitor already, and they are told who: the call would be a second one.
fn held_already(record: &CaseRecord) -> Option<Refused> {
    let contact = &record.case.contact;
    let is_held = matches!(contact.state, ContactState::Taken | ContactState::Parked) && contact.channel != Channel::CallBack;
    is_held.then(|| Refused::conflict("already_answered").with("name", record.holder_first_name.clone().unwrap_or_default()))
}

/// The wish came before (D2): the same answer, whatever has become of it since. With another number it is another wish, and
/// nobody is told that it is that one which is called.
async fn told_again(
    tx: &mut Tx,
    on: &Occasion,
    known: Option<CustomerId>,
    case: CaseId,
    mut message: NewMessage,
    phone: &str,
) -> store::Result<Answer<Outcome>> {
    let own = cases::load_to_change(tx, on.organisation, case)
        .await?
        .filter(|record| Some(record.case.customer) == known && record.customer.phone == number(&on.client, phone).ok());
    let (Some(record), Some(said)) = (own, messages::find(tx, on.organisation, message.id).await?) else {
        return Ok(Err(Refused::conflict("id_reused")));
    };
    message.words.text = said.text;
    change(tx, on.organisation, record, Vec::new(), NewWords::Message(message), on.at).await
}

/// By what somebody knows their own number again, without the whole of it in the thread.
fn last_digits(phone: &str) -> String {
    phone.chars().skip(phone.chars().count().saturating_sub(4)).collect()
}

/// What the desk promises.
struct Settled {
    when: CallTime,
    phone: String,
}

/// When the desk calls and at which number, if it does.
fn settled(client: &Client, asked: &Asked, at: Moment) -> Answer<Settled> {
    let kept = takes_calls(client).ok_or_else(off)?;
    let phone = number(client, &asked.phone)?;
    let hours = hours_of(client);
    let time = match asked.from {
        Some(from) => call_back::chosen(&hours, at, from),
        None => call_back::soon(&hours, at, within(kept)),
    };
    let when = time.ok_or_else(|| Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "call_time"))?;
    Ok(Settled { when, phone })
}

/// The number that was written, as it is kept.
fn number(client: &Client, written: &str) -> Answer<String> {
    // What looks like an identity code is none, whatever else it could be: it is not kept where it would be shown.
    if ingest::message(written, 1).is_ok_and(|words| !words.masked.is_empty()) {
        return Err(Refused::invalid(vec![Wrong::new("phone", "field-phone")]));
    }
    phone::normalised(written, phone::home(&client.time_zone)).map_err(|refusal| {
        let key = match refusal {
            PhoneRefusal::NotANumber => "field-phone",
            PhoneRefusal::Short => "field-phone-short",
            PhoneRefusal::Premium => "field-phone-premium",
        };
        Refused::invalid(vec![Wrong::new("phone", key)])
    })
}

/// How customers can ask to be called, where anybody is there to do so: a chat that is shut by hand has nobody behind it.
pub(super) fn takes_calls(client: &Client) -> Option<clients::CallBack> {
    client.call_back.filter(|_| client.launch.live_at.is_some() && !client.closed_by_hand)
}

fn within(kept: clients::CallBack) -> Span {
    Span::seconds(kept.within_min.saturating_mul(60))
}

fn off() -> Refused {
    Refused::conflict("calls_off")
}

async fn place(
    tx: &mut Tx,
    on: &Occasion,
    (known, current): (Option<CustomerId>, Option<CaseRecord>),
    speech: Speech,
    about: Option<NewMessage>,
    Settled { when, phone }: Settled,
) -> store::Result<Answer<Outcome>> {
    let (client, message, about_id) = (&on.client, speech.message.id, about.as_ref().map(|about| about.id));
    let language = speech.language.unwrap_or(desk::language::Language::Fi);
    let page = speech.page.address.as_deref().or(current.as_ref().and_then(|record| record.case.contact.start_page.as_deref()));
    let category = speech.chosen.or(current.as_ref().and_then(|record| record.case.category));
    let customer_is = customer_is(tx, on.organisation, on.person, known).await?;
    let beginning = Beginning { language, page: own_page(client, page), customer: customer_is, category };
    let ruling = Ruling::read(tx, on.organisation, client, beginning).await?;
    let need = ruling.need(client, language, Channel::CallBack);
    let (id, mut brief) = customer(tx, on, known, &speech).await?;
    customers::set_phone(tx, on.organisation, id, &phone).await?;
    brief.phone = Some(phone);
    let last_with = on.last_with(tx, id, brief.person).await?;
    let again = on.starting(tx, &speech, Channel::CallBack, language, need, last_with).await?;
    let words = match about {
        Some(about) => NewWords::MessageAndClosing(about, speech.message),
        None => NewWords::Message(speech.message),
    };
    match (current, about_id) {
        (Some(record), about) => {
            let record = CaseRecord { customer: brief, ..record };
            let order = Command::OrderCall { about, again, when, message };
            make_happen(tx, on.organisation, record, vec![order], words, on.at).await
        }
        (None, Some(about)) => {
            let number = cases::next_number(tx, on.organisation).await?;
            let events = open_with_call((client.client_id, id, number), again, about, when, message);
            begin(tx, on.organisation, on.ids.case, brief, events, words, on.at).await
        }
        // Asked for before: there is nobody to call about nothing.
        (None, None) => Ok(Err(Refused::invalid(vec![Wrong::new("about", "field-empty")]))),
    }
}
