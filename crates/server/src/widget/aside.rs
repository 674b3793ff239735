//! What goes with a visitor's conversation: read marks, its end, and the transcript to keep.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use desk::case::{Author, Command, awaits_call};
use desk::id::{CaseId, ContactId, CustomerId, MessageId, OrganisationId};
use store::cases::{self, CaseRecord};
use store::{Tx, contacts};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::commands::{EndContact, MarkSeen};
use wire::customer::CustomerDone;

use crate::carry_out::{NewMessage, NewWords, Outcome, Plan, Planner, carry_out};
use crate::cases::{InLanguage, material, transcript_of};
use crate::extract::{Body, InQuery};
use crate::ingest;
use crate::refusal::{Answer, Refused};
use crate::sockets::told;
use crate::state::Desk;
use crate::texts::Texts;
use crate::visitor::Visitor;
use crate::{tell, translate};

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(mark_read)).routes(routes!(end)).routes(routes!(transcript))
}

/// The newest case of a visitor.
async fn newest(tx: &mut Tx, organisation: OrganisationId, customer: CustomerId) -> store::Result<Answer<CaseId>> {
    Ok(cases::newest_of(tx, organisation, customer).await?.ok_or_else(Refused::not_found))
}

/// The case of a contact, whoever's it is. A widget names what it shows: another tab may have begun a new case since.
async fn case_of(tx: &mut Tx, organisation: OrganisationId, contact: ContactId) -> store::Result<Answer<CaseId>> {
    Ok(contacts::case_of(tx, organisation, contact).await?.ok_or_else(Refused::not_found))
}

#[utoipa::path(put, path = "/api/widget/{key}/read", request_body = MarkSeen, params(("key" = String, Path)), responses((status = NO_CONTENT)))]
async fn mark_read(State(desk): State<Desk>, visitor: Visitor, Body(mark): Body<MarkSeen>) -> Answer<StatusCode> {
    let (organisation, customer) = (visitor.caller.organisation, visitor.known()?);
    let marked = desk.db.unit(async move |tx: &mut Tx| {
        let case = match case_of(tx, organisation, mark.contact_id.into()).await? {
            Ok(case) => case,
            Err(refused) => return Ok(Err(refused)),
        };
        let own = cases::load_to_change(tx, organisation, case).await?.filter(|record| record.case.customer == customer);
        let Some(mut record) = own else {
            return Ok(Err(Refused::not_found()));
        };
        let public_seq = mark.seq.clamp(0, record.public_seq);
        if public_seq <= record.customer_read_seq {
            return Ok(Ok(None));
        }
        cases::mark_customer_read(tx, organisation, &mut record, public_seq).await?;
        Ok(Ok(Some(record)))
    });
    if let Some(record) = marked.await?? {
        told::read(&desk, organisation, &record).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

struct Leaving {
    customer: CustomerId,
    contact: ContactId,
    /// Says that nobody calls any more.
    cancelled: MessageId,
    texts: Texts,
}

impl Planner for Leaving {
    async fn plan(self, _: &mut Tx, _: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        if record.case.customer != self.customer {
            return Ok(Err(Refused::not_found()));
        }
        let leave = Command::Leave { contact: self.contact };
        let contact = &record.case.contact;
        if contact.id != self.contact || !awaits_call(&record.case) {
            return Ok(Ok((vec![leave], NewWords::None)));
        }
        let words = match ingest::message(&self.texts.say(contact.language, "call-cancelled", &[]), 0) {
            Ok(words) => words,
            Err(refused) => return Ok(Err(refused)),
        };
        let message = NewMessage { id: self.cancelled, words, files: Vec::new(), by: Author::Automatic };
        Ok(Ok((vec![Command::SayAutomatically { message: message.id }, leave], NewWords::Message(message))))
    }
}

#[utoipa::path(post, path = "/api/widget/{key}/end", request_body = EndContact, params(("key" = String, Path)), responses((status = OK, body = CustomerDone)))]
async fn end(State(desk): State<Desk>, visitor: Visitor, Body(end): Body<EndContact>) -> Answer<Json<CustomerDone>> {
    let (organisation, contact) = (visitor.caller.organisation, ContactId(end.contact_id));
    let cancelled = desk.new_id(desk.now())?.into();
    let leaving = Leaving { customer: visitor.known()?, contact, cancelled, texts: desk.texts.clone() };
    let case = desk.db.read(async move |tx: &mut Tx| case_of(tx, organisation, contact).await).await??;
    let outcome: Arc<Outcome> = carry_out(&desk, organisation, case, leaving).await?;
    Ok(Json(CustomerDone { standing: translate::standing(&outcome.record), entries: tell::customer_entries(&outcome) }))
}

#[utoipa::path(get, path = "/api/widget/{key}/transcript", params(("key" = String, Path), InLanguage), responses((status = OK, body = String)))]
async fn transcript(State(desk): State<Desk>, visitor: Visitor, InQuery(asked): InQuery<InLanguage>) -> Answer<impl IntoResponse> {
    let (organisation, customer) = (visitor.caller.organisation, visitor.known()?);
    let read = desk.db.read(async move |tx: &mut Tx| {
        let case = match newest(tx, organisation, customer).await? {
            Ok(case) => case,
            Err(refused) => return Ok(Err(refused)),
        };
        match cases::look(tx, organisation, case).await? {
            Some(record) => material(tx, organisation, record).await.map(Ok),
            None => Ok(Err(Refused::not_found())),
        }
    });
    let material = read.await??;
    let language = asked.language.map_or_else(|| material.language(), Into::into);
    Ok(transcript_of(&desk, &material, language))
}
