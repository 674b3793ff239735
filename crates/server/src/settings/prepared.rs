//! Prepared replies: who looks after the desk writes them, agents insert them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{ClientId, OrganisationId, PreparedReplyId};
use desk::language::Language;
use desk::may::Act;
use desk::prepared::{self, LONGEST_NAME, LONGEST_TEXT, MOST, NameRefusal, Part, TemplateRefusal, Variable};
use serde::Serialize;
use store::audit::Entry;
use store::prepared::PreparedReply;
use store::{Tx, audit, clients};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::prepared as shapes;
use wire::prepared::{PreparedReplies, PreparedReplySettings, PreparedText, PreviewPreparedReply, VariableWord};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::prepared::{tell, text};
use crate::refusal::{Answer, Refused, Wrong};
use crate::settings::checks::Checks;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(create, change, remove)).routes(routes!(preview))
}

#[utoipa::path(get, path = "/api/prepared-replies", responses((status = OK, body = PreparedReplies)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<PreparedReplies>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| store::prepared::list(tx, organisation).await).await?;
    let word = |variable: Variable, language: Language| VariableWord {
        variable: variable.into(),
        language: language.into(),
        written: variable.written(language),
    };
    let words = Language::ALL.into_iter().flat_map(|language| Variable::ALL.map(|variable| word(variable, language)));
    Ok(Json(PreparedReplies { replies: found.into_iter().map(shown).collect(), variables: words.collect() }))
}

#[utoipa::path(post, path = "/api/prepared-replies/{prepared_reply_id}", params(("prepared_reply_id" = Uuid, Path)),
    request_body = PreparedReplySettings,
    responses((status = OK, body = shapes::PreparedReply), (status = 409, description = "`id_reused`")))]
async fn create(
    State(desk): State<Desk>,
    who: Who,
    InPath(id): InPath<Uuid>,
    Body(given): Body<PreparedReplySettings>,
) -> Answer<Json<shapes::PreparedReply>> {
    who.may(Act::ChangeSettings)?;
    let new = checked(PreparedReplyId(id), &given)?;
    let mut entry = noted::by(&desk, &who, "prepared_reply_added", "")?;
    let (organisation, now, answer) = (who.organisation, desk.now(), new.clone());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let all = store::prepared::list(tx, organisation).await?;
        if all.contains(&new) {
            // The same reply with the same id: the answer to the first time was lost on its way.
            return Ok(Ok(()));
        }
        if all.len() >= MOST {
            return no(tx, too_many());
        }
        if let Err(refused) = name_it(tx, organisation, &new, &all, &mut entry).await? {
            return no(tx, refused);
        }
        if !store::prepared::add(tx, organisation, &new, now).await? {
            // Without one of this id it is the name that is taken, since this very moment.
            let is_id = store::prepared::load(tx, organisation, new.prepared_reply_id).await?.is_some();
            return no(tx, if is_id { Refused::conflict("id_reused") } else { name_taken() });
        }
        entry.changes = noted::changes(None::<&Told>, Some(&Told::of(tx, organisation, &new).await?));
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    tell(&desk, organisation, answer.prepared_reply_id, false).await;
    Ok(Json(shown(answer)))
}

#[utoipa::path(put, path = "/api/prepared-replies/{prepared_reply_id}", params(("prepared_reply_id" = Uuid, Path)),
    request_body = PreparedReplySettings, responses((status = OK, body = shapes::PreparedReply), (status = 404)))]
async fn change(
    State(desk): State<Desk>,
    who: Who,
    InPath(id): InPath<Uuid>,
    Body(given): Body<PreparedReplySettings>,
) -> Answer<Json<shapes::PreparedReply>> {
    who.may(Act::ChangeSettings)?;
    let changed = checked(PreparedReplyId(id), &given)?;
    let mut entry = noted::by(&desk, &who, "prepared_reply_changed", "")?;
    let (organisation, answer) = (who.organisation, changed.clone());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let all = store::prepared::list(tx, organisation).await?;
        let Some(before) = all.iter().find(|there| there.prepared_reply_id == changed.prepared_reply_id) else {
            return no(tx, Refused::not_found());
        };
        if let Err(refused) = name_it(tx, organisation, &changed, &all, &mut entry).await? {
            return no(tx, refused);
        }
        store::prepared::change(tx, organisation, &changed).await?;
        let (was, is) = (Told::of(tx, organisation, before).await?, Told::of(tx, organisation, &changed).await?);
        entry.changes = noted::changes(Some(&was), Some(&is));
        audit::add(tx, organisation, &entry).await?;
        Ok(Ok(before.client_id != changed.client_id))
    });
    let has_moved = stored.await??;
    tell(&desk, organisation, answer.prepared_reply_id, has_moved).await;
    Ok(Json(shown(answer)))
}

#[utoipa::path(delete, path = "/api/prepared-replies/{prepared_reply_id}", params(("prepared_reply_id" = Uuid, Path)),
    responses((status = NO_CONTENT), (status = 404)))]
async fn remove(State(desk): State<Desk>, who: Who, InPath(id): InPath<Uuid>) -> Answer<StatusCode> {
    who.may(Act::ChangeSettings)?;
    let (id, organisation) = (PreparedReplyId(id), who.organisation);
    let mut entry = noted::by(&desk, &who, "prepared_reply_removed", "")?;
    let removed = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = store::prepared::load(tx, organisation, id).await? else { return no(tx, Refused::not_found()) };
        store::prepared::remove(tx, organisation, id).await?;
        entry.object = object(tx, organisation, &there).await?.unwrap_or_default();
        entry.changes = noted::changes(Some(&Told::of(tx, organisation, &there).await?), None::<&Told>);
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    removed.await??;
    tell(&desk, organisation, id, false).await;
    Ok(StatusCode::NO_CONTENT)
}

/// How a text will read, while it is being written. Nothing is kept.
#[utoipa::path(post, path = "/api/prepared-reply-preview", request_body = PreviewPreparedReply, responses((status = OK, body = PreparedText)))]
async fn preview(who: Who, Body(given): Body<PreviewPreparedReply>) -> Answer<Json<PreparedText>> {
    who.may(Act::SeeSettings)?;
    let mut checks = Checks::default();
    let parts = checked_text(&mut checks, &given.text, given.language.into());
    checks.done()?;
    Ok(Json(text(&parts)))
}

fn checked(prepared_reply_id: PreparedReplyId, given: &PreparedReplySettings) -> Answer<PreparedReply> {
    let mut checks = Checks::default();
    let language = given.language.into();
    let name = checked_name(&mut checks, &given.name);
    let parts = checked_text(&mut checks, &given.text, language);
    checks.done()?;
    let client_id = given.client_id.map(ClientId);
    Ok(PreparedReply { prepared_reply_id, client_id, language, name, text: prepared::write(&parts, language), kind: given.kind.into() })
}

fn checked_name(checks: &mut Checks, typed: &str) -> String {
    // Whatever must not be kept is masked first; what is masked is no word any more.
    let line = checks.optional_line("name", typed, LONGEST_NAME * 4);
    match prepared::name(&line) {
        Ok(name) => return name,
        Err(NameRefusal::Empty) => checks.wrong("name", "field-empty"),
        Err(NameRefusal::TooLong) => checks.too_long("name", LONGEST_NAME),
        Err(NameRefusal::NotOneWord) => checks.wrong("name", "field-one-word"),
    }
    String::new()
}

fn checked_text(checks: &mut Checks, typed: &str, language: Language) -> Vec<Part> {
    let text = checks.words("text", typed, LONGEST_TEXT);
    if text.is_empty() {
        checks.wrong("text", "field-empty");
    }
    template(checks, "text", &text, language)
}

/// The words and variables of a text; what is wrong with them is noted under `field`.
pub(super) fn template(checks: &mut Checks, field: &str, text: &str, language: Language) -> Vec<Part> {
    let known = Variable::ALL.map(|variable| variable.written(language)).join(", ");
    match prepared::parse(text) {
        Ok(parts) => return parts,
        Err(TemplateRefusal::UnknownVariable(unknown)) => {
            checks.note::<()>(Err(Wrong::new(field, "field-unknown-variable").with("variable", unknown).with("known", known)));
        }
        Err(TemplateRefusal::LoneBrace) => checks.note::<()>(Err(Wrong::new(field, "field-lone-brace").with("known", known))),
    }
    Vec::new()
}

/// Whether the client is there and the name is free, and how the audit list calls the reply.
async fn name_it(
    tx: &mut Tx,
    organisation: OrganisationId,
    reply: &PreparedReply,
    all: &[PreparedReply],
    entry: &mut Entry,
) -> store::Result<Answer<()>> {
    let key = |one: &PreparedReply| (one.client_id, one.language, one.name.clone());
    if all.iter().any(|other| other.prepared_reply_id != reply.prepared_reply_id && key(other) == key(reply)) {
        return Ok(Err(name_taken()));
    }
    let Some(object) = object(tx, organisation, reply).await? else {
        return Ok(Err(Refused::invalid(vec![Wrong::new("client_id", "field-unknown-id")])));
    };
    entry.object = object;
    Ok(Ok(()))
}

/// `/hello (en, Havuvaara)`; none when there is no such client.
async fn object(tx: &mut Tx, organisation: OrganisationId, reply: &PreparedReply) -> store::Result<Option<String>> {
    let (name, language) = (&reply.name, reply.language.code());
    let Some(client) = reply.client_id else { return Ok(Some(format!("/{name} ({language})"))) };
    let client = clients::load(tx, organisation, client).await?;
    Ok(client.map(|client| format!("/{name} ({language}, {})", client.name)))
}

/// A reply as the log tells of it: its client by name.
#[derive(Serialize)]
struct Told {
    client: Option<String>,
    language: wire::common::Language,
    name: String,
    text: String,
    kind: shapes::PreparedKind,
}

impl Told {
    async fn of(tx: &mut Tx, organisation: OrganisationId, reply: &PreparedReply) -> store::Result<Self> {
        let client = match reply.client_id {
            Some(client) => clients::load(tx, organisation, client).await?.map(|client| client.name),
            None => None,
        };
        Ok(Self { client, language: reply.language.into(), name: reply.name.clone(), text: reply.text.clone(), kind: reply.kind.into() })
    }
}

fn name_taken() -> Refused {
    Refused::invalid(vec![Wrong::new("name", "field-name-taken")])
}

fn too_many() -> Refused {
    Refused::invalid(vec![Wrong::new("name", "field-too-many").with("limit", MOST.to_string())])
}

fn shown(reply: PreparedReply) -> shapes::PreparedReply {
    shapes::PreparedReply {
        prepared_reply_id: reply.prepared_reply_id.0,
        settings: PreparedReplySettings {
            client_id: reply.client_id.map(|id| id.0),
            language: reply.language.into(),
            name: reply.name,
            text: reply.text,
            kind: reply.kind.into(),
        },
    }
}
