//! What is known of a case's customer: kept with the customer, so that it is there whenever they come again and whatever they come
//! by. It is no event of a case, and no customer has a form of it.

use axum::Json;
use axum::extract::State;
use desk::id::{CaseId, KnownFieldId, OrganisationId};
use desk::known::LONGEST_VALUE;
use desk::may::Act;
use store::Tx;
use store::cases::CaseRecord;
use store::known::{self, Known};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::frames::AgentFrame;
use wire::known::{CustomerKnown, KnownValue, SetKnown};

use super::orders::works_for;
use super::show::seen;
use crate::extract::{Body, InPath};
use crate::ingest;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::tell::frame;
use crate::who::Who;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(set))
}

/// Of two who write at once the later one wins, and the other sees it. A retired field takes only the empty text.
#[utoipa::path(put, path = "/api/cases/{case}/known/{known_field_id}", request_body = SetKnown,
    params(("case" = Uuid, Path), ("known_field_id" = Uuid, Path)),
    responses((status = OK, body = KnownValue), (status = 409, description = "`for_another_team`, `unknown_known_field`")))]
async fn set(
    State(desk): State<Desk>,
    who: Who,
    InPath((case, field)): InPath<(Uuid, Uuid)>,
    Body(given): Body<SetKnown>,
) -> Answer<Json<KnownValue>> {
    who.may(Act::Answer)?;
    let text = ingest::line(Some(&given.text), LONGEST_VALUE)?.unwrap_or_default();
    let (organisation, at, field) = (who.organisation, desk.now(), KnownFieldId(field));
    let kept = desk.db.unit(async move |tx: &mut Tx| {
        let record = match seen(tx, &who, CaseId(case)).await? {
            Ok(record) => record,
            Err(refused) => return Ok(Err(refused)),
        };
        if !works_for(tx, organisation, who.agent_id, &who.served, &record).await? {
            return Ok(Err(Refused::conflict("for_another_team")));
        }
        if !known::load(tx, organisation, field).await?.is_some_and(|field| field.takes(record.case.client, &text)) {
            return Ok(Err(Refused::conflict("unknown_known_field")));
        }
        let (customer, by) = (record.case.customer, who.agent_id);
        let version = known::keep(tx, organisation, customer, (field, &text), by, at).await?;
        Ok(Ok((record, Known { field, text, version, by, at })))
    });
    let (record, known) = kept.await??;
    let value = shown(&known);
    let told = CustomerKnown { customer_id: record.case.customer.0, values: vec![value.clone()] };
    desk.live.tell_who_sees(organisation, record.case.client, record.case.contact.holder(), &frame(&AgentFrame::Known(told)));
    Ok(Json(value))
}

/// What is known of a case's customer, for who sees the case.
pub async fn known_of(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<CustomerKnown> {
    let values = known::of_customer(tx, organisation, record.case.customer).await?;
    Ok(CustomerKnown { customer_id: record.case.customer.0, values: values.iter().map(shown).collect() })
}

fn shown(known: &Known) -> KnownValue {
    KnownValue {
        known_field_id: known.field.0,
        text: known.text.clone(),
        version: known.version,
        agent_id: known.by.0,
        at: known.at.millis(),
    }
}
