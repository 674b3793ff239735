//! How a no looks: a problem document (RFC 9457) in the asker's language.
//!
//! A handler answers `Err(Refused)`; it does not know the asker's language. [`worded`], the outermost layer, writes
//! the document. It also catches panics and every plain-text answer that slipped through from a library.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::language::Language;
use futures_util::FutureExt;
use store::Failure;
use wire::common::{FieldProblem, Problem};

use crate::state::Desk;
use crate::texts::{Texts, language_of};

/// What handlers answer.
pub type Answer<T> = Result<T, Refused>;

/// Every code that a problem document can carry, with its sentence `refusal-…` in `server.ftl`.
pub const CODES: &[&str] = &[
    "malformed",
    "invalid",
    "too_large",
    "wrong_media_type",
    "not_found",
    "no_such_method",
    "not_signed_in",
    "wrong_sign_in",
    "may_not",
    "cross_site",
    "unknown_host",
    "too_many",
    "too_many_searches",
    "not_stored",
    "disk_full",
    "broken",
    "id_reused",
    "email_taken",
    "last_owner",
    "in_use",
    "screen_gone",
    "held_by_another",
    "offered_to_another",
    "slots_full",
    "may_not_exceed",
    "not_held_by_you",
    "contact_ended",
    "case_closed",
    "colleague_answered",
    "target_gone",
    "empty",
    "too_long",
    "too_many_files",
    "chat_closed",
    "nobody_knows",
    "too_late_to_undo",
    "for_another_team",
    "unknown_known_field",
    "lacks_language",
    "lacks_level",
    "lacks_skill",
    "not_by_hand",
    "one_target",
    "file_too_large",
    "pictures_wait",
    "files_unsent",
    "too_slow",
    "unknown_label",
    "labels_missing",
    "place_missing",
    "remedy_missing",
    "launch_open",
    "cannot_be_named",
    "promise_time",
    "token_refused",
    "blocked",
    "newer_case",
    "emoji_limited",
    "emoji_forbidden",
    "rules_changed",
    "not_self_directed",
    "proposal_over",
    "proposal_changed",
    "own_proposal",
    "too_many_proposals",
    "calls_off",
    "call_ordered",
    "asks_for_call",
    "no_call",
    "awaits_call",
    "number_ordered",
    "calls_full",
    "began_anew",
    "call_time",
    "already_answered",
    "too_many_estimates",
    "routing_rules_changed",
];

/// A no. Expected and told to the asker; never a secret, never a word of the database.
#[derive(Clone, Debug)]
pub struct Refused {
    status: StatusCode,
    code: &'static str,
    words: Vec<(&'static str, String)>,
    fields: Vec<Wrong>,
    retry_after_s: Option<u32>,
}

/// What is wrong with one field.
#[derive(Clone, Debug)]
pub struct Wrong {
    field: String,
    key: &'static str,
    words: Vec<(&'static str, String)>,
}

impl Wrong {
    /// `key` is a sentence `field-…` of `server.ftl`.
    pub fn new(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), key, words: Vec::new() }
    }

    /// Puts `word` into the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: impl Into<String>) -> Self {
        self.words.push((name, word.into()));
        self
    }

    /// Names the field as the form does.
    pub fn rename(&mut self, from: &str, to: &str) {
        if self.field == from {
            to.clone_into(&mut self.field);
        }
    }
}

impl Refused {
    /// A no with `status` and one of [`CODES`].
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, words: Vec::new(), fields: Vec::new(), retry_after_s: None }
    }

    /// Puts `word` into the sentences.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: impl Into<String>) -> Self {
        self.words.push((name, word.into()));
        self
    }

    /// Says what stands in the way, each by its name.
    #[must_use]
    pub fn naming(mut self, fields: Vec<Wrong>) -> Self {
        self.fields = fields;
        self
    }

    /// Says when to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }

    /// 404: there is no such thing, or it is not yours; the two cannot be told apart.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found")
    }
    /// 409: the state of things says no.
    pub fn conflict(code: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code)
    }
    /// 403: your role or key does not allow it.
    pub fn may_not() -> Self {
        Self::new(StatusCode::FORBIDDEN, "may_not")
    }
    /// 401: not signed in, or not any more.
    pub fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not_signed_in")
    }
    /// 400: it could not be read.
    pub fn malformed() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed")
    }
    /// 422: it could be read, and these fields are wrong.
    pub fn invalid(fields: Vec<Wrong>) -> Self {
        Self { fields, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid") }
    }
    /// 500: our own mistake. Log it before.
    pub fn broken() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken")
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }
    /// The code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The document in `language`: for sockets, which have no middleware.
    pub fn problem(&self, texts: &Texts, language: Language) -> Problem {
        // texts: refusal-*
        let key = format!("refusal-{}", self.code.replace('_', "-"));
        let fields = self
            .fields
            .iter()
            .map(|wrong| FieldProblem { field: wrong.field.clone(), sentence: texts.say(language, wrong.key, &wrong.words) });
        Problem {
            r#type: format!("about:blank#{}", self.code),
            title: texts.say(language, &key, &self.words),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            detail: texts.find(language, &format!("{key}-detail"), &self.words),
            fields: fields.collect(),
            retry_after_s: self.retry_after_s,
        }
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        let because = failure.for_log();
        match failure {
            Failure::Full => {
                tracing::error!(because, "nothing can be stored");
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full")
            }
            Failure::Busy => {
                tracing::warn!(because, "the database is busy");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "not_stored").retry_after(2)
            }
            Failure::Unavailable | Failure::Corrupt | Failure::NewerDatabase { .. } => {
                tracing::error!(because, "the database does not answer");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "not_stored").retry_after(5)
            }
            // Two chose the same id, and neither could see the other's. (Where it is our own mistake, the log says so.)
            Failure::Taken(_) => {
                tracing::warn!(because, "two stored the same key at once");
                Self::conflict("id_reused")
            }
            Failure::Broken(_) => {
                tracing::error!(because, "a unit of work failed by our own mistake");
                Self::broken()
            }
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The asker's own language, once somebody has found out who asks.
#[derive(Clone, Debug, Default)]
pub struct Asker(Arc<OnceLock<Language>>);

impl Asker {
    /// This person has chosen this language.
    pub fn speaks(&self, language: Language) {
        // Set once; a second finding of the same person changes nothing.
        let _ = self.0.set(language);
    }
}

/// The language in which this request is answered unless its asker has set one.
pub fn header_language(headers: &HeaderMap) -> Language {
    language_of(headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()))
}

/// The outermost layer: writes problem documents and survives panics.
pub async fn worded(State(desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let wanted = header_language(request.headers());
    let asker = Asker::default();
    request.extensions_mut().insert(asker.clone());
    desk.figures.requests.add_one();
    let response = survive(&desk, next.run(request)).await;
    let language = asker.0.get().copied().unwrap_or(wanted);
    count(&desk, response.status());
    finish(&desk, response, language)
}

/// Answers 500 when `answering` panics; the process goes on.
pub async fn survive(desk: &Desk, answering: impl Future<Output = Response>) -> Response {
    AssertUnwindSafe(answering).catch_unwind().await.unwrap_or_else(|_| {
        // The panic hook has logged where; what was being handled is not for the log.
        desk.figures.panics.add_one();
        tracing::error!("a handler panicked");
        Refused::broken().into_response()
    })
}

fn count(desk: &Desk, status: StatusCode) {
    if status == StatusCode::TOO_MANY_REQUESTS {
        desk.figures.limited.add_one();
    }
    if status.is_client_error() {
        desk.figures.refused.add_one();
    } else if status.is_server_error() {
        desk.figures.failed.add_one();
    }
}

fn finish(desk: &Desk, mut response: Response, language: Language) -> Response {
    let refused = response.extensions_mut().remove::<Arc<Refused>>();
    let refused = match refused {
        Some(refused) => refused,
        None if slipped_through(&response) => Arc::new(for_status(response.status())),
        None => return response,
    };
    let problem = refused.problem(&desk.texts, language);
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut document = Response::new(Body::from(body));
    *document.status_mut() = refused.status;
    // What the layers inside have set, such as the security headers, stays.
    for (name, value) in response.headers() {
        if name != CONTENT_TYPE && name.as_str() != "content-length" {
            document.headers_mut().append(name.clone(), value.clone());
        }
    }
    document.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(seconds) = refused.retry_after_s {
        document.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    document
}

/// Whether an error answer is not ours: libraries answer in plain text.
fn slipped_through(response: &Response) -> bool {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return false;
    }
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    !kind.starts_with("application/problem+json") && !kind.starts_with("text/html")
}

fn for_status(status: StatusCode) -> Refused {
    let code = match status.as_u16() {
        404 => "not_found",
        405 => "no_such_method",
        413 => "too_large",
        415 => "wrong_media_type",
        422 => "invalid",
        429 => "too_many",
        500..=599 => "broken",
        _ => "malformed",
    };
    Refused::new(status, code)
}

/// What an address answers to a method that it does not have. axum adds `Allow`.
pub async fn unknown_method() -> Refused {
    Refused::new(StatusCode::METHOD_NOT_ALLOWED, "no_such_method")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_in_every_language() {
        let texts = Texts::load();
        for code in CODES {
            for language in Language::ALL {
                let title = Refused::conflict(code).problem(&texts, language).title;
                assert!(!title.starts_with("refusal-"), "{code} in {language:?}");
            }
        }
    }
}
