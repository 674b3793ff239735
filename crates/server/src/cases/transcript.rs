//! A conversation as plain text to keep: what both sides said, and nothing of the inside.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use axum::response::IntoResponse;
use desk::case::Author;
use desk::id::{AgentId, CaseId, OrganisationId};
use desk::language::Language;
use desk::may::Act;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::collections::HashMap;
use store::cases::CaseRecord;
use store::timeline::{self, Page, TimelineEntry, Words};
use store::{Tx, agents, clients};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::show::seen;
use crate::extract::{InPath, InQuery};
use crate::refusal::Answer;
use crate::state::Desk;
use crate::who::Who;

/// The longest transcript; a longer conversation keeps its newest.
const LONGEST: Page = Page { entries: 5_000, bytes: 8 * 1024 * 1024 };

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(transcript))
}

/// In which language the headings are.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct InLanguage {
    /// `fi`, `sv` or `en`.
    pub language: Option<wire::common::Language>,
}

#[utoipa::path(get, path = "/api/cases/{case}/transcript", params(("case" = Uuid, Path), InLanguage), responses((status = OK, body = String)))]
async fn transcript(
    State(desk): State<Desk>,
    who: Who,
    InPath(case): InPath<Uuid>,
    InQuery(asked): InQuery<InLanguage>,
) -> Answer<impl IntoResponse> {
    who.may(Act::SeeCases)?;
    let language = asked.language.map_or(who.language, Into::into);
    let organisation = who.organisation;
    let read = desk.db.read(async move |tx: &mut Tx| match seen(tx, &who, CaseId(case)).await? {
        Ok(record) => material(tx, organisation, record).await.map(Ok),
        Err(refused) => Ok(Err(refused)),
    });
    Ok(transcript_of(&desk, &read.await??, language))
}

/// What a transcript is written from.
pub struct Material {
    record: CaseRecord,
    entries: Vec<TimelineEntry>,
    first_names: HashMap<AgentId, String>,
    client_name: String,
    time_zone: String,
}

impl Material {
    /// The language of the conversation.
    pub fn language(&self) -> Language {
        self.record.case.contact.language
    }
}

/// Reads what a transcript is written from. Notes are never read.
pub async fn material(tx: &mut Tx, organisation: OrganisationId, record: CaseRecord) -> store::Result<Material> {
    let entries = timeline::newest_public(tx, organisation, record.id, 0, LONGEST).await?;
    let client = clients::load(tx, organisation, record.case.client).await?;
    let first_names = agents::list(tx, organisation).await?.into_iter().map(|agent| (agent.agent_id, agent.first_name)).collect();
    let (client_name, time_zone) = client.map(|client| (client.name, client.time_zone)).unwrap_or_default();
    Ok(Material { record, entries, first_names, client_name, time_zone })
}

/// The transcript as a download.
pub fn transcript_of(desk: &Desk, material: &Material, language: Language) -> impl IntoResponse + use<> {
    let number = material.record.case.number;
    let name = format!("attachment; filename=\"{}-{number}.txt\"", desk.texts.say(language, "transcript-file", &[]));
    let headers: [(HeaderName, String); 2] = [(CONTENT_TYPE, "text/plain; charset=utf-8".into()), (CONTENT_DISPOSITION, name)];
    (headers, write(desk, material, language))
}

fn write(desk: &Desk, material: &Material, language: Language) -> String {
    let zone = TimeZone::get(&material.time_zone).unwrap_or(TimeZone::UTC);
    let say = |key: &str, words: &[(&'static str, String)]| desk.texts.say(language, key, words);
    let number = material.record.case.number.to_string();
    let heading = say("transcript-heading", &[("client", material.client_name.clone()), ("number", number)]);
    let mut text = format!("{heading}\r\n");
    let mut day = None;
    for entry in &material.entries {
        let Words::Said(message, files) = &entry.words else { continue };
        let at = Timestamp::from_microsecond(entry.happened.at.micros()).unwrap_or_default().to_zoned(zone.clone());
        if day != Some(at.date()) {
            day = Some(at.date());
            line(&mut text, format_args!("\r\n{}.{}.{}", at.day(), at.month(), at.year()));
        }
        let name = match message.author {
            Author::Customer => say("transcript-me", &[]),
            Author::Agent(agent) => material.first_names.get(&agent).cloned().unwrap_or_default(),
            Author::Automatic => say("transcript-automatic", &[]),
        };
        let said = message.text.replace('\n', "\r\n      ");
        line(&mut text, format_args!("{:02}.{:02} {name}: {said}", at.hour(), at.minute()));
        for file in files {
            let sent = say("transcript-file-sent", &[("name", file.name.clone())]);
            line(&mut text, format_args!("      {sent}"));
        }
    }
    text
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    use std::fmt::Write;
    // Writing to a string cannot fail.
    let _ = write!(text, "{words}\r\n");
}
