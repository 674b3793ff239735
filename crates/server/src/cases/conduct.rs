//! When a customer writes what nobody should have to read: marking it, keeping the visitor out for a while, and the list of
//! those who are, from which whoever supervises lets them in again.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{CustomerId, NoteId, OrganisationId};
use desk::may::Act;
use desk::moment::Moment;
use store::{Tx, audit, blocks};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::blocks::{Block, BlockCustomer};
use wire::cases::Done;

use super::act::act;
use super::orders::Order;
use crate::blocked;
use crate::extract::{Body, InPath};
use crate::ingest;
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::translate;
use crate::who::Who;

const HOUR_MS: i64 = 3_600_000;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(flag)).routes(routes!(block)).routes(routes!(list)).routes(routes!(lift))
}

/// Marks what the customer wrote as hostile; whoever supervises is told.
#[utoipa::path(post, path = "/api/cases/{case}/flag", params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn flag(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::Flag).await
}

#[utoipa::path(post, path = "/api/cases/{case}/block", request_body = BlockCustomer, params(("case" = Uuid, Path)),
    responses((status = OK, body = Done)))]
async fn block(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(block): Body<BlockCustomer>) -> Answer<Json<Done>> {
    let words = ingest::message(&block.reason, 0)?;
    let order = Order::Block { note: NoteId(block.note_id), words, at: desk.now(), how_long: block.how_long.into() };
    let done = act(&desk, &who, case, order).await?;
    blocked::tell(&desk, who.organisation, CustomerId(done.row.customer.customer_id)).await;
    Ok(done)
}

/// Visitors who are kept out now, the newest first.
#[utoipa::path(get, path = "/api/blocks", responses((status = OK, body = Vec<Block>)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<Block>>> {
    who.may(Act::GiveBackForOthers)?;
    let (organisation, at) = (who.organisation, desk.now());
    let found = desk.db.read(async move |tx: &mut Tx| blocks::in_force(tx, organisation, at).await).await?;
    Ok(Json(found.iter().map(shown).collect()))
}

/// Lets a visitor in again before the time is up.
#[utoipa::path(delete, path = "/api/blocks/{block_id}", params(("block_id" = Uuid, Path)), responses((status = NO_CONTENT)))]
async fn lift(State(desk): State<Desk>, who: Who, InPath(block): InPath<Uuid>) -> Answer<StatusCode> {
    who.may(Act::GiveBackForOthers)?;
    let (organisation, at, by) = (who.organisation, desk.now(), who.agent_id);
    let mut entry = noted::by(&desk, &who, "block_lifted", "")?;
    let lifted = desk.db.unit(async move |tx: &mut Tx| {
        let Some(found) = blocks::one_in_force(tx, organisation, NoteId(block), at).await? else { return no(tx, Refused::not_found()) };
        blocks::lift(tx, organisation, found.note, by, at).await?;
        entry.object = found.number.to_string();
        audit::add(tx, organisation, &entry).await?;
        Ok(Ok(found.customer_id))
    });
    blocked::tell(&desk, organisation, lifted.await??).await;
    Ok(StatusCode::NO_CONTENT)
}

/// A no to a visitor who is kept out, with how long that goes on.
pub async fn kept_out(
    tx: &mut Tx,
    organisation: OrganisationId,
    customer: Option<CustomerId>,
    at: Moment,
) -> store::Result<Option<Refused>> {
    let Some(customer) = customer else { return Ok(None) };
    let until = blocks::until(tx, organisation, customer, at).await?;
    Ok(until.map(|until| {
        let hours = until.since(at).as_millis().saturating_add(HOUR_MS - 1) / HOUR_MS;
        Refused::new(StatusCode::FORBIDDEN, "blocked").with("hours", hours.to_string())
    }))
}

fn shown(block: &blocks::Block) -> Block {
    Block {
        block_id: block.note.0,
        case_id: block.case.0,
        number: block.number,
        client_id: block.client.0,
        customer: translate::customer_brief(block.customer_id, &block.customer),
        agent_id: block.by.0,
        at: block.at.millis(),
        until: block.until.millis(),
        reason: block.reason.clone(),
    }
}
