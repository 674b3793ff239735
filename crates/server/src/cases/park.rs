//! Parking a chat: the agent promises to come back, the customer reads when, in their language and their clock.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::case::{Author, Command};
use desk::hours::{self, Date};
use desk::id::{AgentId, CaseId, MessageId, OrganisationId};
use desk::may::{Act, Served};
use desk::moment::{Moment, Span};
use store::cases::CaseRecord;
use store::clients::Client;
use store::{Failure, Tx, agents, clients, messages};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::cases::Done;
use wire::commands::Park;

use crate::carry_out::{NewMessage, NewWords, Plan, Planner, carry_out};
use crate::doors::hours_of;
use crate::extract::{Body, InPath};
use crate::ingest;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::texts::Texts;
use crate::who::Who;
use crate::{told_time, translate};

const MINUTE_US: i64 = 60_000_000;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(park))
}

/// Lays the chat aside until a promised time. One automatic sentence tells the customer so.
#[utoipa::path(post, path = "/api/cases/{case}/park", request_body = Park, params(("case" = Uuid, Path)), responses((status = OK, body = Done),
    (status = 422, description = "`promise_time`")))]
async fn park(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>, Body(park): Body<Park>) -> Answer<Json<Done>> {
    who.may(Act::Answer)?;
    let when = When::said(park.in_minutes, park.at);
    let parking = Parking {
        by: who.agent_id,
        served: who.served.clone(),
        message: park.message_id.into(),
        when,
        at: desk.now(),
        texts: desk.texts.clone(),
    };
    let outcome: Arc<_> = carry_out(&desk, who.organisation, CaseId(case), parking).await?;
    Ok(Json(Done { row: translate::row(&outcome.record), entries: outcome.entries.iter().map(translate::entry).collect() }))
}

pub(super) fn no_such_time() -> Refused {
    Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "promise_time")
}

/// By when the agent comes back.
pub(super) enum When {
    /// So long from now.
    In(Span),
    /// When the client's clock shows this.
    OnTheClock(String),
    /// Said twice, or not at all.
    Unclear,
}

impl When {
    /// Exactly one of the two says it. Otherwise it is refused when it is known that the case is there for who asks.
    pub(super) fn said(in_minutes: Option<i64>, clock: Option<String>) -> Self {
        match (in_minutes, clock) {
            (Some(minutes), None) => Self::In(Span::seconds(minutes.clamp(0, 1_000_000) * 60)),
            (None, Some(clock)) => Self::OnTheClock(clock),
            (None, None) | (Some(_), Some(_)) => Self::Unclear,
        }
    }
}

struct Parking {
    by: AgentId,
    served: Served,
    message: MessageId,
    when: When,
    at: Moment,
    texts: Texts,
}

impl Planner for Parking {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        let (by, contact) = (self.by, &record.case.contact);
        if !self.served.shows(by, record.case.client, contact.holder()) {
            return Ok(Err(Refused::not_found()));
        }
        let client = clients::load(tx, organisation, record.case.client).await?.ok_or(Failure::Corrupt)?;
        let Some(until) = until(&self.when, &client, self.at) else { return Ok(Err(no_such_time())) };
        let agent = agents::load(tx, organisation, by).await?.ok_or(Failure::Corrupt)?;
        // Sent a second time, it says what it said the first time, whatever the clock shows now.
        let said = messages::find(tx, organisation, self.message).await?.map(|message| message.text);
        let text = said.unwrap_or_else(|| {
            told_time::say(&self.texts, contact.language, "parked", (None, until), &client, self.at, vec![("agent", agent.first_name)])
        });
        let words = match ingest::message(&text, 0) {
            Ok(words) => words,
            Err(refused) => return Ok(Err(refused)),
        };
        let message = NewMessage { id: self.message, words, files: Vec::new(), by: Author::Automatic };
        Ok(Ok((vec![Command::Park { by, until, message: self.message }], NewWords::Message(message))))
    }
}

/// The promised moment: a whole minute, as it is told.
pub(super) fn until(when: &When, client: &Client, at: Moment) -> Option<Moment> {
    match when {
        When::Unclear => None,
        When::In(span) => {
            let exact = at.plus(*span).micros();
            Some(Moment::from_micros(exact.saturating_add(MINUTE_US - 1).div_euclid(MINUTE_US).saturating_mul(MINUTE_US)))
        }
        When::OnTheClock(clock) => {
            let (date, time) = clock.split_once('T')?;
            let (hour, minute) = time.split_once(':')?;
            let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
            let is_a_time = hour < 24 && minute < 60;
            if is_a_time { hours::on_the_clock(&hours_of(client), date.parse::<Date>().ok()?, hour * 60 + minute) } else { None }
        }
    }
}
