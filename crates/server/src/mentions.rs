//! Who is told of a note that names people: found in the transaction of the note, told after it, kept until it is read.

use axum::extract::State;
use axum::http::StatusCode;
use desk::availability::Presence;
use desk::id::{AgentId, CaseId, NoteId, OrganisationId};
use desk::may::{Act, Served};
use desk::mention::{Group, KEPT_ASIDE, Mentions, Person, Place, SideLine, told, told_aside};
use store::cases::CaseRecord;
use store::events::Happened;
use store::mentions::{self, Mention, Most};
use store::messages::Note;
use store::{Tx, agents, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::frames::AgentFrame;
use wire::mentions::MentionRow;

use crate::carry_out::Outcome;
use crate::cases::seen;
use crate::extract::InPath;
use crate::ingest::Words;
use crate::new_words::NewNote;
use crate::refusal::{Answer, Refused};
use crate::rows::Reach;
use crate::state::Desk;
use crate::tell::frame;
use crate::translate;
use crate::who::Who;

/// How many a screen is told at first, of notes and of lines of side conversations.
const SHOWN: usize = 50;
/// How many are looked through for those that one may still read.
const LOOKED_THROUGH: i64 = 200;
/// How many lines of a side conversation are shown, and say who takes part.
pub const SIDE_LINES: i64 = 200;
/// How much of a note a list shows, in characters.
const EXCERPT: usize = 200;

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(read)).routes(routes!(read_aside))
}

impl NewNote {
    /// A note that names nobody.
    pub fn plain(id: NoteId, words: Words, by: AgentId) -> Self {
        Self { id, words, by, mentions: Mentions::default(), place: Place::Thread, told: Vec::new() }
    }
}

/// Who is to be told of a note at this place of `record` that names `mentions`, or a no.
pub async fn to_tell(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    by: AgentId,
    mentions: &Mentions,
    place: Place,
) -> store::Result<Answer<Vec<AgentId>>> {
    if mentions.is_empty() && place == Place::Thread {
        return Ok(Ok(Vec::new()));
    }
    let groups = teams::list(tx, organisation).await?;
    let reach = Reach::of(&groups);
    let people: Vec<Person> = agents::list(tx, organisation)
        .await?
        .iter()
        .map(|agent| Person {
            agent: agent.agent_id,
            is_active: agent.active,
            is_present: agent.presence == Presence::Present,
            served: reach.served_by(agent),
        })
        .collect();
    let groups: Vec<Group> =
        groups.into_iter().map(|team| Group { team: team.team_id, clients: team.client_ids, members: team.agent_ids }).collect();
    let case = &record.case;
    let holder = case.contact.holder();
    let told = match place {
        Place::Thread => told(by, case.client, holder, mentions, &people, &groups),
        Place::Side => {
            let lines = store::messages::side_of_case(tx, organisation, record.id, SIDE_LINES).await?;
            let lines: Vec<SideLine> = lines.into_iter().map(|line| SideLine { by: line.by, named: line.mentions.agents }).collect();
            told_aside(by, case.client, holder, mentions, &lines, &people, &groups)
        }
    };
    Ok(told.map_err(|_| Refused::conflict("cannot_be_named")))
}

/// Stores a note, and for each who is told of it that they were.
pub async fn store_note(
    tx: &mut Tx,
    organisation: OrganisationId,
    record: &CaseRecord,
    event: &Happened,
    new: &NewNote,
    by: AgentId,
) -> store::Result<Note> {
    let (text, mentions) = (new.words.text.clone(), new.mentions.clone());
    let stored = Note { id: new.id, case: record.id, seq: event.seq, by, at: event.at, text, mentions, place: new.place };
    store::messages::insert_note(tx, organisation, record.case.client, &stored).await?;
    for agent in &new.told {
        mentions::add(tx, organisation, *agent, new.id, record.id, event.at).await?;
    }
    Ok(stored)
}

/// Tells whoever is named in a new note.
pub fn tell(desk: &Desk, outcome: &Outcome) {
    let Some(note) = outcome.entries.iter().find_map(|entry| entry.words.noted()) else { return };
    let record = &outcome.record;
    let row = MentionRow {
        note_id: note.id.0,
        case_id: record.id.0,
        number: record.case.number,
        client_id: record.case.client.0,
        customer: translate::customer_brief(record.case.customer, &record.customer),
        agent_id: note.by.0,
        at: note.at.millis(),
        place: note.place.into(),
        text: excerpt(&note.text),
        is_read: false,
    };
    let told = frame(&AgentFrame::Mentioned(Box::new(row)));
    for agent in &outcome.named {
        desk.live.tell_agent(outcome.organisation, *agent, None, &told);
    }
}

/// What `agent` was told of in cases that they may still read: notes that name them, and some lines of each side conversation,
/// which take no note's place.
pub async fn rows(tx: &mut Tx, organisation: OrganisationId, agent: AgentId, served: &Served) -> store::Result<Vec<MentionRow>> {
    let mut rows = Vec::new();
    for (place, of_a_case) in [(Place::Thread, LOOKED_THROUGH), (Place::Side, KEPT_ASIDE)] {
        let all = mentions::of_agent(tx, organisation, agent, place, Most { of_a_case, of_all: LOOKED_THROUGH }).await?;
        let readable = all.iter().filter(|one| served.shows(agent, one.client, one.holder));
        rows.extend(readable.take(SHOWN).map(row));
    }
    Ok(rows)
}

fn row(one: &Mention) -> MentionRow {
    MentionRow {
        note_id: one.note.0,
        case_id: one.case.0,
        number: one.number,
        client_id: one.client.0,
        customer: translate::customer_brief(one.customer_id, &one.customer),
        agent_id: one.by.0,
        at: one.at.millis(),
        place: one.place.into(),
        text: excerpt(&one.text),
        is_read: one.read_at.is_some(),
    }
}

fn excerpt(text: &str) -> String {
    text.chars().take(EXCERPT).collect()
}

/// I have read what names me in this case.
#[utoipa::path(put, path = "/api/cases/{case}/mentions-read", params(("case" = Uuid, Path)), responses((status = NO_CONTENT)))]
async fn read(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<StatusCode> {
    note_read(&desk, who, case, Place::Thread).await
}

/// I have read the side conversation of this case.
#[utoipa::path(put, path = "/api/cases/{case}/side-read", params(("case" = Uuid, Path)), responses((status = NO_CONTENT)))]
async fn read_aside(State(desk): State<Desk>, who: Who, InPath(case): InPath<Uuid>) -> Answer<StatusCode> {
    note_read(&desk, who, case, Place::Side).await
}

async fn note_read(desk: &Desk, who: Who, case: Uuid, place: Place) -> Answer<StatusCode> {
    who.may(Act::SeeCases)?;
    // A key reads for a program, not for the person who made it.
    who.session()?;
    let (organisation, agent, at) = (who.organisation, who.agent_id, desk.now());
    let asked = desk.db.unit(async move |tx: &mut Tx| match seen(tx, &who, CaseId(case)).await? {
        Ok(record) => mentions::read(tx, organisation, agent, record.id, place, at).await.map(Ok),
        Err(refused) => Ok(Err(refused)),
    });
    if asked.await?? {
        desk.live.tell_agent(organisation, agent, None, &frame(&AgentFrame::MentionsRead { case_id: case, place: place.into() }));
    }
    Ok(StatusCode::NO_CONTENT)
}
