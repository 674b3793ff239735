//! What is kept beside a case: unsent words and read marks. They are no events: they may be lost (D7).

use axum::extract::State;
use axum::http::StatusCode;
use desk::id::CaseId;
use desk::may::Act;
use store::cases::{load_to_change, mark_desk_read};
use store::{Tx, drafts};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::commands::{KeepDraft, MarkRead};

use super::act::FILES_LIMIT;
use super::show::{draft_of, seen};
use crate::extract::{Body, InPath};
use crate::ingest;
use crate::refusal::{Answer, Refused};
use crate::sockets::told;
use crate::state::Desk;
use crate::who::Who;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(keep_draft)).routes(routes!(mark_read))
}

#[utoipa::path(put, path = "/api/cases/{case}/draft", request_body = KeepDraft, params(("case" = Uuid, Path)), responses((status = NO_CONTENT)))]
async fn keep_draft(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(draft): Body<KeepDraft>) -> Answer<StatusCode> {
    who.may(Act::Answer)?;
    // Keys of integrations have no half-written words, and must not touch those of the person who made them.
    who.session()?;
    let (text, note) = (ingest::draft(&draft.text)?, ingest::draft(&draft.note)?);
    let files = draft.attachments.iter().take(FILES_LIMIT).copied().map(Into::into).collect();
    let kept = drafts::Draft { case: CaseId(case), text, note, at: desk.now(), files };
    let asker = who.clone();
    let kept = desk.db.unit(async move |tx: &mut Tx| {
        if let Err(refused) = seen(tx, &asker, kept.case).await? {
            return Ok(Err(refused));
        }
        if kept.is_empty() {
            drafts::forget(tx, asker.organisation, asker.agent_id, kept.case).await?;
            return Ok(Ok(None));
        }
        drafts::keep(tx, asker.organisation, asker.agent_id, &kept).await?;
        draft_of(tx, asker.organisation, asker.agent_id, &kept).await.map(Some).map(Ok)
    });
    told::draft(&desk, &who, CaseId(case), kept.await??);
    Ok(StatusCode::NO_CONTENT)
}

#[utoipa::path(put, path = "/api/cases/{case}/read", request_body = MarkRead, params(("case" = Uuid, Path)), responses((status = NO_CONTENT)))]
async fn mark_read(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(mark): Body<MarkRead>) -> Answer<StatusCode> {
    who.may(Act::Answer)?;
    let organisation = who.organisation;
    let marked = desk.db.unit(async move |tx: &mut Tx| {
        let Some(mut record) = load_to_change(tx, organisation, CaseId(case)).await? else {
            return Ok(Err(Refused::not_found()));
        };
        if let Err(refused) = seen(tx, &who, record.id).await? {
            return Ok(Err(refused));
        }
        let seq = mark.seq.clamp(0, record.seq);
        if !record.case.is_read_by(who.agent_id) || seq <= record.desk_read_seq {
            return Ok(Ok(None));
        }
        mark_desk_read(tx, organisation, &mut record, seq).await?;
        Ok(Ok(Some(record)))
    });
    if let Some(record) = marked.await?? {
        told::read(&desk, organisation, &record).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
