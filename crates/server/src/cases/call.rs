//! What came of a call that a customer asked for: spoken, or not reached and tried again.

use axum::Json;
use axum::extract::State;
use desk::case::{Author, Command, is_last_try};
use desk::id::{AgentId, CaseId, MessageId, NoteId, OrganisationId};
use desk::language::Language;
use desk::may::{Act, Served};
use desk::moment::Moment;
use store::agents::Agent;
use store::cases::CaseRecord;
use store::clients::Client;
use store::{Failure, Tx, agents, clients, messages};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::cases::Done;
use wire::commands::{MarkCalled, MarkNotReached};

use super::park::{When, no_such_time, until};
use crate::carry_out::{NewMessage, NewNote, NewWords, Plan, Planner, carry_out};
use crate::extract::{Body, InPath};
use crate::ingest::{self, Words};
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::texts::Texts;
use crate::who::Who;
use crate::{told_time, translate};

/// How often a call is tried that was asked for before its client let nobody ask any more.
const TRIES: i64 = 3;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(called)).routes(routes!(not_reached))
}

/// How often a call of this client is tried.
pub fn call_tries(client: &Client) -> i64 {
    client.call_back.map_or(TRIES, |kept| kept.tries)
}

/// I have spoken with the customer; my note says what came of it.
#[utoipa::path(post, path = "/api/cases/{case}/called", request_body = MarkCalled, params(("case" = Uuid, Path)), responses((status = OK, body = Done),
    (status = 409, description = "`no_call`")))]
async fn called(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(call): Body<MarkCalled>) -> Answer<Json<Done>> {
    let words = ingest::message(&call.note, 0)?;
    mark(&desk, &who, case, call.message_id.into(), Came::Spoken(NoteId(call.note_id), words)).await
}

/// The customer did not answer. They are told when it is tried again; after the client's last try, that they may write.
#[utoipa::path(post, path = "/api/cases/{case}/not-reached", request_body = MarkNotReached, params(("case" = Uuid, Path)), responses((status = OK, body = Done),
    (status = 409, description = "`no_call`"), (status = 422, description = "`promise_time`")))]
async fn not_reached(
    State(desk): State<Desk>,
    who: Who,
    InPath(case): InPath<Uuid>,
    Body(call): Body<MarkNotReached>,
) -> Answer<Json<Done>> {
    mark(&desk, &who, case, call.message_id.into(), Came::NotReached(When::said(call.in_minutes, call.at))).await
}

/// What came of it.
enum Came {
    Spoken(NoteId, Words),
    NotReached(When),
}

async fn mark(desk: &Desk, who: &Who, of: Uuid, message: MessageId, came: Came) -> Answer<Json<Done>> {
    who.may(Act::Answer)?;
    let call = Call { by: who.agent_id, served: who.served.clone(), message, came, at: desk.now(), texts: desk.texts.clone() };
    let outcome = carry_out(desk, who.organisation, CaseId(of), call).await?;
    Ok(Json(Done { row: translate::row(&outcome.record), entries: outcome.entries.iter().map(translate::entry).collect() }))
}

struct Call {
    by: AgentId,
    served: Served,
    /// Of what the thread says of it.
    message: MessageId,
    came: Came,
    at: Moment,
    texts: Texts,
}

impl Planner for Call {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        let (by, contact) = (self.by, &record.case.contact);
        if !self.served.shows(by, record.case.client, contact.holder()) {
            return Ok(Err(Refused::not_found()));
        }
        let client = clients::load(tx, organisation, record.case.client).await?.ok_or(Failure::Corrupt)?;
        let agent = agents::load(tx, organisation, by).await?.ok_or(Failure::Corrupt)?;
        // Sent a second time, it says what it said the first time, whatever the clock shows now.
        let said = messages::find(tx, organisation, self.message).await?.map(|message| message.text);
        let (command, text) = match self.command(record, &client, &agent) {
            Ok(planned) => planned,
            Err(refused) => return Ok(Err(refused)),
        };
        let words = match ingest::message(&said.unwrap_or(text), 0) {
            Ok(words) => words,
            Err(refused) => return Ok(Err(refused)),
        };
        let told = NewMessage { id: self.message, words, files: Vec::new(), by: Author::Automatic };
        let words = match self.came {
            Came::Spoken(note, words) => NewWords::NoteAndClosing(NewNote::plain(note, words, by), told),
            Came::NotReached(_) => NewWords::Message(told),
        };
        Ok(Ok((vec![command], words)))
    }
}

impl Call {
    /// What it does to the case, and what the thread says of it.
    fn command(&self, record: &CaseRecord, client: &Client, agent: &Agent) -> Answer<(Command, String)> {
        let (by, message, contact) = (self.by, self.message, &record.case.contact);
        let say = |language: Language, key: &str| self.texts.say(language, key, &[("agent", agent.first_name.clone())]);
        let when = match &self.came {
            Came::Spoken(note, _) => {
                return Ok((Command::MarkCalled { by, note: *note, message }, say(contact.language, "called-by")));
            }
            Came::NotReached(when) => when,
        };
        let limit = call_tries(client);
        if is_last_try(contact, limit) {
            return Ok((Command::MarkNotReached { by, limit, until: self.at, message }, say(contact.language, "called-in-vain")));
        }
        let until = until(when, client, self.at).ok_or_else(no_such_time)?;
        let text = told_time::say(&self.texts, contact.language, "call-again", (None, until), client, self.at, Vec::new());
        Ok((Command::MarkNotReached { by, limit, until, message }, text))
    }
}
