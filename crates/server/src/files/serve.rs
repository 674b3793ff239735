//! Serving a file so that nothing in it can act: pictures that were encoded anew inline, all else as a download.

use std::fmt::Write;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::IntoResponse;
use desk::id::{AttachmentId, OrganisationId};
use desk::may::Act;
use store::Tx;
use store::attachments::{self, Attachment, Shown};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::shelf;
use crate::cases::seen;
use crate::extract::InPath;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::visitor::Visitor;
use crate::who::Who;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(to_agent)).routes(routes!(to_visitor))
}

#[utoipa::path(get, path = "/api/attachments/{attachment}", params(("attachment" = Uuid, Path)),
    responses((status = OK, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn to_agent(State(desk): State<Desk>, who: Who, InPath(id): InPath<Uuid>) -> Answer<impl IntoResponse> {
    who.may(Act::SeeCases)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(file) = attachments::find(tx, organisation, AttachmentId(id)).await? else {
            return Ok(Err(Refused::not_found()));
        };
        match file.case {
            // Whoever sees the case sees its files; before it is sent, only its sender does.
            Some(case) => Ok(seen(tx, &who, case).await?.map(|_| file)),
            None if file.agent == Some(who.agent_id) => Ok(Ok(file)),
            None => Ok(Err(Refused::not_found())),
        }
    });
    answer(&desk, organisation, found.await??).await
}

#[utoipa::path(get, path = "/api/widget/{key}/attachments/{attachment}", params(("key" = String, Path), ("attachment" = Uuid, Path)),
    responses((status = OK, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn to_visitor(State(desk): State<Desk>, visitor: Visitor, InPath((_, id)): InPath<(String, Uuid)>) -> Answer<impl IntoResponse> {
    let (organisation, customer) = (visitor.caller.organisation, visitor.known()?);
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(file) = attachments::find(tx, organisation, AttachmentId(id)).await? else {
            return Ok(Err(Refused::not_found()));
        };
        let is_of_own_case = match file.case {
            Some(case) => store::cases::look(tx, organisation, case).await?.is_some_and(|record| record.case.customer == customer),
            None => file.customer == Some(customer),
        };
        Ok(if is_of_own_case { Ok(file) } else { Err(Refused::not_found()) })
    });
    answer(&desk, organisation, found.await??).await
}

async fn answer(desk: &Desk, organisation: OrganisationId, file: Attachment) -> Answer<(HeaderMap, Body)> {
    let found = shelf::find(&desk.settings.data_dir, organisation, file.id).await?;
    let mut headers = headers(&file)?;
    headers.insert(CONTENT_LENGTH, found.bytes().into());
    Ok((headers, Body::from_stream(found.pieces())))
}

fn headers(file: &Attachment) -> Answer<HeaderMap> {
    let how = match file.shown {
        Shown::Picture => "inline",
        Shown::Download => "attachment",
    };
    let disposition = format!("{how}; filename*=UTF-8''{}", percent_encoded(&file.name));
    let value = |text: &str| HeaderValue::from_str(text).map_err(|_| Refused::broken());
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, value(&file.media_type)?);
    headers.insert(CONTENT_DISPOSITION, value(&disposition)?);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(headers)
}

/// RFC 8187: everything but letters, digits and a few signs as `%XX` of its UTF-8.
fn percent_encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(percent_encoded("kuva \"x\"\r\n.png"), "kuva%20%22x%22%0D%0A.png");
        assert_eq!(percent_encoded("ä"), "%C3%A4");
    }
}
