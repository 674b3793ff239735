//! Acting on a case. Every route carries out one order and answers what it made happen.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::case::{Author, CaseState, Whose};
use desk::id::{CaseId, LabelId, NoteId};
use desk::may::Act;
use desk::mention::Mentions;
use desk::text::LONGEST_MESSAGE;
use desk::triage::Triage;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::cases::Done;
use wire::commands::{Exceed, Reply, SetOwner, SetState, SetSubject, Transfer, WriteNote};
use wire::common::{ExceedReason, MessageLimits};
use wire::labels::SetLabels;

use super::orders::{AfterReply, AgentOrder, Order, To};
use super::speech::Closing;
use crate::carry_out::{NewMessage, carry_out};
use crate::extract::{Body, InPath, InQuery};
use crate::files::FILE_LIMIT;
use crate::ingest;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::translate;
use crate::who::Who;

/// The longest subject line, in characters.
const SUBJECT_LIMIT: usize = 120;
/// The most files that go with one message.
pub const FILES_LIMIT: usize = 10;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(reply))
        .routes(routes!(write_note))
        .routes(routes!(take))
        .routes(routes!(exceed))
        .routes(routes!(give_back))
        .routes(routes!(transfer))
        .routes(routes!(end))
        .routes(routes!(solve))
        .routes(routes!(undo_solve))
        .routes(routes!(reopen))
        .routes(routes!(close))
        .routes(routes!(set_state))
        .routes(routes!(set_owner))
        .routes(routes!(set_subject))
        .routes(routes!(set_labels))
        .routes(routes!(triage))
}

pub(super) async fn act(desk: &Desk, who: &Who, case: Uuid, order: Order) -> Answer<Json<Done>> {
    who.may(Act::Answer)?;
    let closing = Some(Closing { id: desk.new_id(desk.now())?.into(), texts: desk.texts.clone() });
    let order = AgentOrder { by: who.agent_id, served: who.served.clone(), order, closing };
    let outcome = carry_out(desk, who.organisation, CaseId(case), order).await?;
    Ok(Json(Done { row: translate::row(&outcome.record), entries: outcome.entries.iter().map(translate::entry).collect() }))
}

#[utoipa::path(post, path = "/api/cases/{case}/messages", request_body = Reply, params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn reply(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(reply): Body<Reply>) -> Answer<Json<Done>> {
    let message = new_message(reply.message_id, &reply.text, &reply.attachments)?;
    let then = if reply.solve { AfterReply::Solve } else { AfterReply::GoOn };
    act(&desk, &who, case, Order::Reply { message, seen_seq: reply.seen_seq, then }).await
}

/// What the screens are told of it.
pub fn message_limits() -> MessageLimits {
    let number = |limit: usize| i64::try_from(limit).unwrap_or(i64::MAX);
    MessageLimits { text: number(LONGEST_MESSAGE), files: number(FILES_LIMIT), file_bytes: number(FILE_LIMIT) }
}

/// A message of words and files; its author is set by who sends it.
pub fn new_message(id: Uuid, text: &str, files: &[Uuid]) -> Answer<NewMessage> {
    if files.len() > FILES_LIMIT {
        return Err(Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "too_many_files").with("limit", FILES_LIMIT.to_string()));
    }
    let words = ingest::message(text, files.len())?;
    Ok(NewMessage { id: id.into(), words, files: files.iter().copied().map(Into::into).collect(), by: Author::Automatic })
}

#[utoipa::path(post, path = "/api/cases/{case}/notes", request_body = WriteNote, params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn write_note(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(note): Body<WriteNote>) -> Answer<Json<Done>> {
    let words = ingest::message(&note.text, 0)?;
    let mentions = Mentions {
        agents: note.mentions.agent_ids.into_iter().map(Into::into).collect(),
        teams: note.mentions.team_ids.into_iter().map(Into::into).collect(),
    };
    act(&desk, &who, case, Order::Note { note: NoteId(note.note_id), words, mentions, place: note.place.into() }).await
}

/// Which contact of the case is meant.
#[derive(Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Meant {
    /// The one that the screen shows. Where its customer has asked to be called meanwhile, the answer is `asks_for_call`.
    contact: Option<Uuid>,
}

#[utoipa::path(post, path = "/api/cases/{case}/take", params(("case" = Uuid, Path), Meant), responses((status = OK, body = Done)))]
async fn take(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, InQuery(meant): InQuery<Meant>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::Take(meant.contact.map(Into::into))).await
}

/// Takes the case although my slots are full: with the right to it, and a reason that everybody in the case sees.
#[utoipa::path(post, path = "/api/cases/{case}/exceed", request_body = Exceed, params(("case" = Uuid, Path)), responses((status = OK, body = Done),
    (status = 409, description = "`may_not_exceed`, `slots_full`")))]
async fn exceed(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(exceed): Body<Exceed>) -> Answer<Json<Done>> {
    let note = match exceed.note.trim() {
        "" if exceed.reason == ExceedReason::Other => return Err(Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "empty")),
        "" => None,
        text => Some((NoteId(exceed.note_id), ingest::message(text, 0)?)),
    };
    act(&desk, &who, case, Order::Exceed { reason: exceed.reason.into(), note }).await
}

#[utoipa::path(post, path = "/api/cases/{case}/give-back", params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn give_back(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    let whose = Whose::by(who.is_allowed(Act::GiveBackForOthers));
    act(&desk, &who, case, Order::GiveBack(whose)).await
}

#[utoipa::path(post, path = "/api/cases/{case}/transfer", request_body = Transfer, params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn transfer(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(transfer): Body<Transfer>) -> Answer<Json<Done>> {
    let to = match (transfer.to_agent, transfer.to_team) {
        (Some(agent), None) => To::Agent(agent.into()),
        (None, Some(team)) => To::Team(team.into()),
        (None, None) | (Some(_), Some(_)) => return Err(Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "one_target")),
    };
    let words = ingest::message(&transfer.note, 0)?;
    act(&desk, &who, case, Order::Transfer { note: NoteId(transfer.note_id), words, to }).await
}

#[utoipa::path(post, path = "/api/cases/{case}/end", params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn end(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::End).await
}

#[utoipa::path(post, path = "/api/cases/{case}/solve", params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn solve(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::Solve).await
}

/// Takes back that I solved the case a moment ago: the chat that ended by it goes on.
#[utoipa::path(post, path = "/api/cases/{case}/undo-solve", params(("case" = Uuid, Path)), responses((status = OK, body = Done),
    (status = 409, description = "`too_late_to_undo`, `slots_full`")))]
async fn undo_solve(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::UndoSolve).await
}

#[utoipa::path(post, path = "/api/cases/{case}/reopen", params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn reopen(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::Reopen).await
}

#[utoipa::path(post, path = "/api/cases/{case}/close", params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn close(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::SetState(CaseState::Closed)).await
}

#[utoipa::path(put, path = "/api/cases/{case}/state", request_body = SetState, params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn set_state(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(set): Body<SetState>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::SetState(set.state.into())).await
}

#[utoipa::path(put, path = "/api/cases/{case}/owner", request_body = SetOwner, params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn set_owner(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(set): Body<SetOwner>) -> Answer<Json<Done>> {
    act(&desk, &who, case, Order::SetOwner(set.agent_id.map(Into::into))).await
}

#[utoipa::path(put, path = "/api/cases/{case}/subject", request_body = SetSubject, params(("case" = Uuid, Path)), responses((status = OK, body = Done)))]
async fn set_subject(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(set): Body<SetSubject>) -> Answer<Json<Done>> {
    let subject = ingest::line(Some(&set.subject), SUBJECT_LIMIT)?;
    let subject = subject.ok_or_else(|| Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "empty"))?;
    act(&desk, &who, case, Order::SetSubject(subject)).await
}

/// Says how urgent the newest contact is and how it is best handled, in place of what was said before.
#[utoipa::path(put, path = "/api/cases/{case}/triage", request_body = wire::triage::Triage, params(("case" = Uuid, Path)),
    responses((status = OK, body = Done), (status = 409, description = "`contact_ended`"), (status = 400, description = "`malformed`")))]
async fn triage(
    State(desk): State<Desk>,
    who: Who,
    InPath(case): InPath<Uuid>,
    Body(said): Body<wire::triage::Triage>,
) -> Answer<Json<Done>> {
    let triage = Triage::new(said.impact, said.urgency, said.path.into());
    act(&desk, &who, case, Order::Triage(triage.ok_or_else(Refused::malformed)?)).await
}

/// Says what the case is sorted by, in place of what it was.
#[utoipa::path(put, path = "/api/cases/{case}/labels", request_body = SetLabels, params(("case" = Uuid, Path)),
    responses((status = OK, body = Done), (status = 409, description = "`unknown_label`")))]
async fn set_labels(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(set): Body<SetLabels>) -> Answer<Json<Done>> {
    let tags = set.tag_ids.into_iter().map(LabelId).collect();
    act(&desk, &who, case, Order::SetLabels { category: set.category_id.map(LabelId), tags }).await
}
