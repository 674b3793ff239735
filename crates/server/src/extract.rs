//! What handlers take from a request. axum's own extractors answer in plain text; these answer with a [`Refused`].

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::RequestExt;
use axum::body::HttpBody;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

use crate::refusal::{Refused, Wrong};
use crate::state::Desk;
use crate::who::Checked;

/// The largest body of a request, in bytes. Uploads have their own limit.
pub const BODY_LIMIT: usize = 256 * 1024;

/// The body of a request, as far as its route takes one.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Its largest size in bytes, for which there is room from the beginning: a buffer that grew would be there twice.
    pub most: usize,
    /// For so many bytes that come, it gets a second of its time back: a slow line is no attack.
    pub bytes_a_second: u32,
}

/// How many bytes of a body have come, for whoever put this into the extensions of its request.
#[derive(Clone, Debug, Default)]
pub struct Came(pub Arc<AtomicUsize>);

const WORDS: Extent = Extent { most: BODY_LIMIT, bytes_a_second: 4 * 1024 };

/// The JSON body of a request.
#[derive(Clone, Copy, Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Desk> for Body<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Refused> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Refused::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong_media_type"));
        }
        let bytes = whole_body(desk, request, WORDS, Refused::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large")).await?;
        parse(&bytes).map(Self)
    }
}

/// The body, as far as its route takes one. When it is larger, the answer is `too_large`; 408 when it comes too slowly.
/// Whoever sends it must still be who they were when its head came, and may do the same.
pub async fn whole_body(desk: &Desk, request: Request, extent: Extent, too_large: Refused) -> Result<Bytes, Refused> {
    let checked = request.extensions().get::<Checked>().cloned();
    let whole = read(desk, request, extent, too_large).await?;
    // However short the wait was: whoever is told at once that they were shut out could send a body that they have kept
    // ready, behind a head that was let in before.
    if let Some(checked) = checked {
        checked.still_holds(desk).await?;
    }
    Ok(whole)
}

async fn read(desk: &Desk, request: Request, extent: Extent, too_large: Refused) -> Result<Bytes, Refused> {
    let patience = desk.settings.patience.body;
    let mut left = patience;
    let said = request.body().size_hint().upper().and_then(|bytes| usize::try_from(bytes).ok());
    let size = said.map_or(extent.most, |bytes| bytes.min(extent.most));
    let came = request.extensions().get::<Came>().cloned();
    let mut parts = request.with_limited_body().into_body().into_data_stream();
    let mut whole: Option<BytesMut> = None;
    let mut first = Bytes::new();
    loop {
        let began = Instant::now();
        let part = tokio::time::timeout(left, parts.next()).await;
        let part = part.map_err(|_| Refused::new(StatusCode::REQUEST_TIMEOUT, "too_slow"))?;
        if let Some(Ok(part)) = &part {
            let earned = Duration::from_secs(u64::try_from(part.len()).unwrap_or(u64::MAX)) / extent.bytes_a_second;
            // Nobody may send nearly all at once and then keep the rest for as long as the whole might have taken.
            left = (left.saturating_sub(began.elapsed()) + earned).min(patience);
            if let Some(Came(bytes)) = &came {
                bytes.fetch_add(part.len(), Ordering::Relaxed);
            }
        }
        match part {
            None => return Ok(whole.map_or(first, BytesMut::freeze)),
            Some(Err(error)) if is_too_large(&error) => return Err(too_large),
            Some(Err(_)) => return Err(Refused::malformed()),
            // Nearly every body comes in one piece, which is not copied then.
            Some(Ok(part)) if first.is_empty() => first = part,
            Some(Ok(part)) => whole.get_or_insert_with(|| begun(&first, size)).extend_from_slice(&part),
        }
    }
}

/// Pages of memory that nothing has been written to cost nothing, so a size that was only said does not either.
fn begun(first: &[u8], size: usize) -> BytesMut {
    let mut whole = BytesMut::with_capacity(size.max(first.len()));
    whole.extend_from_slice(first);
    whole
}

fn is_too_large(error: &axum::Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    std::iter::from_fn(|| {
        let this = cause?;
        cause = this.source();
        Some(this)
    })
    .any(<dyn std::error::Error>::is::<http_body_util::LengthLimitError>)
}

/// Reads JSON that somebody sent; for sockets, too.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refused> {
    refuse_nul(bytes)?;
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let field = error.path().to_string();
        match error.inner().classify() {
            Category::Data => refused(&field, error.inner()),
            // A number where one of some words is expected counts as broken JSON to serde, though it is none. Read as a
            // whole value, so that broken letters stay broken.
            Category::Syntax if serde_json::from_slice::<Value>(bytes).is_ok() => refused(&field, error.inner()),
            Category::Io | Category::Syntax | Category::Eof => Refused::malformed(),
        }
    })?;
    reader.end().map_err(|_| Refused::malformed())?;
    Ok(value)
}

/// PostgreSQL cannot store NUL, and nobody types it.
fn refuse_nul(bytes: &[u8]) -> Result<(), Refused> {
    const ESCAPED: &[u8] = b"\\u0000";
    // The escape may itself be escaped, which only a reading of the whole can tell; it is rare, so that may cost.
    if !bytes.windows(ESCAPED.len()).any(|window| window == ESCAPED) {
        return Ok(());
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Refused::malformed())?;
    match field_with_nul(&value) {
        Some(field) => Err(Refused::invalid(vec![Wrong::new(field, "field-nul")])),
        None => Ok(()),
    }
}

fn field_with_nul(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(items) => items.iter().find_map(field_with_nul),
        Value::Object(fields) => fields
            .iter()
            .find_map(|(name, value)| if name.contains('\0') { Some(String::new()) } else { field_with_nul(value).map(|_| name.clone()) }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn refused(path: &str, error: &serde_json::Error) -> Refused {
    // serde says in words what it met; only which of three kinds it was is told, never its words.
    let said = error.to_string();
    let named = said.split('`').nth(1).unwrap_or_default();
    let inside = path.trim_matches('.');
    let (field, key) = if said.starts_with("unknown field") {
        (named, "field-unknown")
    } else if said.starts_with("missing field") {
        (named, "field-missing")
    } else {
        (inside, "field-wrong-type")
    };
    let field: String = field.chars().filter(|c| !c.is_control()).take(60).collect();
    Refused::invalid(vec![Wrong::new(field, key)])
}

/// The parts of the address that a route names. What cannot be one names nothing: 404.
#[derive(Clone, Copy, Debug)]
pub struct InPath<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Desk> for InPath<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refused> {
        match Path::<T>::from_request_parts(parts, desk).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(_) => Err(Refused::not_found()),
        }
    }
}

/// What stands after the question mark. Its type says `deny_unknown_fields`.
#[derive(Clone, Copy, Debug)]
pub struct InQuery<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Desk> for InQuery<T> {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Self, Refused> {
        let wrong = |field: &str| Refused::invalid(vec![Wrong::new(field, "field-wrong-type")]);
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(wrong("query"));
        }
        let query = axum::extract::Query::<T>::try_from_uri(&parts.uri);
        query.map(|axum::extract::Query(value)| Self(value)).map_err(|_| wrong("query"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read from JSON")]
    struct Words {
        text: String,
        #[serde(default)]
        place: i64,
    }

    fn code(json: &str) -> (u16, String) {
        let refused = parse::<Words>(json.as_bytes()).unwrap_err();
        let problem = refused.problem(&crate::texts::Texts::load(), desk::language::Language::En);
        (problem.status, problem.fields.first().map(|field| field.field.clone()).unwrap_or_default())
    }

    #[test]
    fn trust_63_and_102_what_is_wrong_is_named_and_nothing_is_guessed() {
        assert_eq!(code(r#"{"text":"a","organisation_id":"x"}"#), (422, "organisation_id".into()));
        assert_eq!(code("{}"), (422, "text".into()));
        for value in ["1", "null", "[]", "{}", "true"] {
            assert_eq!(code(&format!(r#"{{"text":{value}}}"#)), (422, "text".into()));
        }
        assert_eq!(code(r#"{"text":"a","text":"b"}"#).0, 422);
        assert_eq!(code(r#"{"text":"a","place":99999999999999999999}"#), (422, "place".into()));
        assert_eq!(code(r#"{"text":"a\u0000b"}"#), (422, "text".into()));
        assert!(parse::<Words>(br#"{"text":"a\\u0000b"}"#).is_ok());
    }

    #[test]
    fn trust_89_what_cannot_be_read_is_malformed() {
        let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
        let deep = format!(r#"{{"text":{deep}}}"#);
        for json in ["", "{", "{\"text\":\"\\ud800\"}", "{\"text\":NaN}", "{\"text\":\"a\"} x", "{\"text\":\"\u{1}\"}"] {
            assert_eq!(code(json).0, 400, "{json}");
        }
        assert!(matches!(code(&deep).0, 400 | 422));
        assert!(parse::<Words>(b"{\"text\":\"\xff\"}").is_err());
    }
}
