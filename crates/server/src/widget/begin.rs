//! A case begins: with the visitor's first words, and the client's automatic ones after them.

use desk::case::{Author, Channel, Command, open};
use desk::id::{CustomerId, OrganisationId, PersonId};
use desk::language::Language;
use desk::routing::rules::{Beginning, CustomerIs, NoChat};
use store::cases::{self, CustomerBrief};
use store::customers::{self, NewCustomer};
use store::{Tx, contacts, organisations};

use super::speech::{Occasion, Speech, Way, own_page};
use crate::carry_out::{NewMessage, NewWords, Outcome, begin, go_on};
use crate::doors::when_closed;
use crate::ingest;
use crate::refusal::{Answer, Refused};
use crate::ruling::Ruling;

/// Begins a case with a visitor's first words; a chat only while the client's door is open, and a left message while it is
/// closed only where the client takes them.
pub(super) async fn begin_case(
    tx: &mut Tx,
    on: &Occasion,
    known: Option<CustomerId>,
    is: CustomerIs,
    speech: Speech,
) -> store::Result<Answer<Outcome>> {
    let Occasion { organisation, client, at, .. } = on;
    // Their turn has been taken, so that nobody comes in between the look and the place in the queue.
    let language = speech.language.or(client.languages.first().copied()).unwrap_or(Language::Fi);
    let page = own_page(client, speech.page.address.as_deref());
    let beginning = Beginning { language, page, customer: is, category: speech.chosen };
    let ruling = Ruling::read(tx, *organisation, client, beginning).await?;
    let may_chat = ruling.may_begin(tx, *organisation, client, language, *at).await?;
    let (channel, no) = match speech.way {
        Way::StartChat if on.beginning.is_one_too_many(tx, client).await? => return Ok(Err(Refused::conflict("chat_closed"))),
        Way::StartChat => (Channel::Chat, may_chat.err()),
        Way::LeaveMessage | Way::GoOn => (Channel::Message, may_chat.err().filter(|_| !when_closed(client).takes_messages(may_chat))),
    };
    if let Some(no) = no {
        return Ok(Err(shut(no)));
    }
    if contacts::case_of(tx, *organisation, speech.contact).await?.is_some() {
        return Ok(Err(Refused::conflict("id_reused")));
    }
    let (customer, brief) = customer(tx, on, known, &speech).await?;
    let number = cases::next_number(tx, *organisation).await?;
    let last_with = on.last_with(tx, customer, brief.person).await?;
    let starting = on.starting(tx, &speech, channel, language, ruling.need(client, language, channel), last_with).await?;
    let events = open(client.client_id, customer, number, starting, speech.message.id);
    let begun = begin(tx, *organisation, on.ids.case, brief, events, NewWords::Message(speech.message), *at).await?;
    match begun {
        Ok(outcome) if channel == Channel::Chat => greet(tx, on, language, outcome).await,
        begun => Ok(begun),
    }
}

/// Known is nobody by having come and gone: a person has answered them, or their website says who they are.
pub(super) async fn customer_is(
    tx: &mut Tx,
    organisation: OrganisationId,
    person: Option<PersonId>,
    customer: Option<CustomerId>,
) -> store::Result<CustomerIs> {
    let was_answered = match customer {
        _ if person.is_some() => true,
        Some(customer) => contacts::was_answered(tx, organisation, customer).await?,
        None => false,
    };
    Ok(if was_answered { CustomerIs::Known } else { CustomerIs::New })
}

/// How a chat says no that cannot begin.
pub(super) fn shut(no: NoChat) -> Refused {
    Refused::conflict(match no {
        NoChat::Closed(_) => "chat_closed",
        NoChat::NobodyKnows => "nobody_knows",
    })
}

pub(super) async fn customer(
    tx: &mut Tx,
    on: &Occasion,
    known: Option<CustomerId>,
    speech: &Speech,
) -> store::Result<(CustomerId, CustomerBrief)> {
    // A file that goes with these words may be making its sender known at this moment.
    organisations::lock(tx, on.organisation).await?;
    let known = match known {
        Some(known) => Some(known),
        None => customers::by_secret(tx, on.organisation, on.client.client_id, &on.secret).await?,
    };
    if let Some(known) = known
        && let Some(brief) = customers::brief(tx, on.organisation, known).await?
    {
        return Ok((known, brief));
    }
    let new = NewCustomer {
        id: on.ids.customer,
        client: on.client.client_id,
        name: speech.name.clone(),
        email: speech.email.clone(),
        secret_hash: Some(on.secret.to_vec()),
        created_at: on.at,
        person: on.person,
    };
    let visitor_number = customers::insert(tx, on.organisation, &new).await?;
    let brief = match on.person {
        // What the website says of them goes before what they typed.
        Some(_) => customers::brief(tx, on.organisation, new.id).await?,
        None => None,
    };
    Ok((
        new.id,
        brief.unwrap_or(CustomerBrief { name: new.name, email: new.email, phone: None, visitor_number, person: None, is_typed: false }),
    ))
}

/// The client's first automatic words, in the same unit. They stop no clock.
async fn greet(tx: &mut Tx, on: &Occasion, language: Language, begun: Outcome) -> store::Result<Answer<Outcome>> {
    let Some(greeting) = on.client.speech.greeting.by_itself(on.client.greeting(language)) else { return Ok(Ok(begun)) };
    // Settings mask it too, but it may have been kept before they did, or come out of an older archive.
    let Ok(words) = ingest::message(greeting, 0) else { return Ok(Ok(begun)) };
    let message = NewMessage { id: on.ids.greeting, words, files: Vec::new(), by: Author::Automatic };
    let command = Command::SayAutomatically { message: on.ids.greeting };
    go_on(tx, begun, vec![command], NewWords::Message(message), on.at).await
}
