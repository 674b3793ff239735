//! Search from the palette: cases, customers, and what was said and noted, as far as the asker may read it now.

use axum::Json;
use axum::extract::State;
use desk::case::Author;
use desk::id::{AgentId, CaseId, CustomerId};
use desk::may::Act;
use desk::mention::Place;
use desk::moment::Moment;
use desk::search::{Asked, excerpt};
use serde::Deserialize;
use store::cases::{self, CaseRecord};
use store::search::{Group, Hit, find};
use store::{Tx, messages};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::search::{Found, FoundCase, FoundCustomer, FoundWords, Piece};

use crate::cases::seen;
use crate::extract::InQuery;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::translate;
use crate::who::Who;

/// How many of each kind are shown; more is a list, not an answer.
const SHOWN: usize = 6;
/// One more is asked for, to know whether there are more.
const ASKED: i64 = 7;
/// How much is shown of a message or a note, in letters.
const EXCERPT: usize = 90;
/// How much is shown of a subject, a name or an address.
const LINE: usize = 200;

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(search))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Words {
    /// Beginnings of words, every one of which must begin a word of what is found. Those of one letter count for nothing.
    #[serde(default)]
    words: String,
}

/// What I may read and what has these words, the newest of each kind.
#[utoipa::path(get, path = "/api/search", params(Words), 
    responses((status = OK, body = Found), (status = 429, description = "`too_many_searches`")))]
async fn search(State(desk): State<Desk>, who: Who, InQuery(typed): InQuery<Words>) -> Answer<Json<Found>> {
    who.may(Act::SeeCases)?;
    let asked = Asked::read(&typed.words);
    let customer = Asked::for_customers(&typed.words);
    let number = typed.words.trim().trim_start_matches('#').parse().ok();
    // Whatever is asked for, the connections of those who write and answer stay theirs.
    let turn = desk.searches.turn(who.agent_id).await?;
    // The database works on when nobody waits for the answer any more, and so long the turn lasts.
    let found = tokio::spawn(async move {
        let search =
            async move |tx: &mut Tx| Search { tx, who: &who, asked: asked.as_ref(), customer: customer.as_ref(), number }.all().await;
        let found = desk.db.read(search).await;
        drop(turn);
        found
    });
    Ok(Json(found.await.map_err(|_| Refused::broken())??))
}

/// One search, in the transaction that also says what the asker may read.
struct Search<'unit> {
    tx: &'unit mut Tx,
    who: &'unit Who,
    asked: Option<&'unit Asked>,
    customer: Option<&'unit Asked>,
    /// The number that was typed: that case stands first.
    number: Option<i64>,
}

impl Search<'_> {
    async fn all(mut self) -> store::Result<Found> {
        let mut cases: Vec<CaseRecord> = self.numbered().await?.into_iter().collect();
        for hit in self.hits(Group::Cases).await? {
            if let Hit::Case(id) = hit
                && cases.iter().all(|one| one.id != id)
                && let Some(record) = self.case(id).await?
            {
                cases.push(record);
            }
        }
        let mut customers = Vec::new();
        for hit in self.hits(Group::Customers).await? {
            if let Hit::Customer(customer) = hit {
                customers.extend(self.customer(customer).await?);
            }
        }
        let mut words = Vec::new();
        for hit in self.hits(Group::Words).await? {
            words.extend(self.words(hit).await?);
        }
        let [has_more_cases, has_more_customers, has_more_words] = [cases.len(), customers.len(), words.len()].map(|found| found > SHOWN);
        customers.truncate(SHOWN);
        words.truncate(SHOWN);
        let cases = cases.iter().take(SHOWN).map(|record| self.found_case(record)).collect();
        Ok(Found { cases, has_more_cases, customers, has_more_customers, words, has_more_words })
    }

    async fn hits(&mut self, group: Group) -> store::Result<Vec<Hit>> {
        let asked = if group == Group::Customers { self.customer } else { self.asked };
        match asked {
            Some(asked) => find(self.tx, self.who.organisation, self.who.agent_id, &self.who.served, group, asked, ASKED).await,
            None => Ok(Vec::new()),
        }
    }

    async fn numbered(&mut self) -> store::Result<Option<CaseRecord>> {
        match self.number {
            Some(number) => store::case_lists::by_number(self.tx, self.who.organisation, self.who.agent_id, &self.who.served, number).await,
            None => Ok(None),
        }
    }

    /// The case, if the asker may read it.
    async fn case(&mut self, case: CaseId) -> store::Result<Option<CaseRecord>> {
        seen(self.tx, self.who, case).await.map(Result::ok)
    }

    fn found_case(&self, record: &CaseRecord) -> FoundCase {
        FoundCase {
            case_id: record.id.0,
            number: record.case.number,
            client_id: record.case.client.0,
            state: record.case.state.into(),
            customer: translate::customer_brief(record.case.customer, &record.customer),
            subject: self.pieces(record.case.subject.as_deref(), LINE),
        }
    }

    async fn customer(&mut self, customer: CustomerId) -> store::Result<Option<FoundCustomer>> {
        let Some(newest) = cases::newest_of(self.tx, self.who.organisation, customer).await? else {
            // Somebody who has only sent a file.
            return Ok(None);
        };
        Ok(self.case(newest).await?.map(|record| FoundCustomer {
            customer: translate::customer_brief(record.case.customer, &record.customer),
            name: self.pieces(record.customer.name.as_deref(), LINE),
            email: self.pieces(record.customer.email.as_deref(), LINE),
            client_id: record.case.client.0,
            case_id: record.id.0,
            number: record.case.number,
        }))
    }

    async fn words(&mut self, hit: Hit) -> store::Result<Option<FoundWords>> {
        let Some((case, said)) = self.said(hit).await? else { return Ok(None) };
        Ok(self.case(case).await?.map(|record| FoundWords {
            id: said.id,
            is_note: said.is_note,
            is_aside: said.is_aside,
            case_id: record.id.0,
            number: record.case.number,
            client_id: record.case.client.0,
            customer: translate::customer_brief(record.case.customer, &record.customer),
            agent_id: said.by.map(|agent| agent.0),
            at: said.at.millis(),
            text: self.pieces(Some(&said.text), EXCERPT),
        }))
    }

    async fn said(&mut self, hit: Hit) -> store::Result<Option<(CaseId, Said)>> {
        let organisation = self.who.organisation;
        Ok(match hit {
            Hit::Message(id, case) => messages::find(self.tx, organisation, id).await?.map(|message| {
                let by = if let Author::Agent(agent) = message.author { Some(agent) } else { None };
                (case, Said { id: id.0, is_note: false, is_aside: false, by, at: message.at, text: message.text })
            }),
            Hit::Note(id, case) => messages::find_note(self.tx, organisation, id).await?.map(|note| {
                (
                    case,
                    Said { id: id.0, is_note: true, is_aside: note.place == Place::Side, by: Some(note.by), at: note.at, text: note.text },
                )
            }),
            Hit::Case(_) | Hit::Customer(_) => None,
        })
    }

    fn pieces(&self, text: Option<&str>, most: usize) -> Vec<Piece> {
        let pieces = self.asked.zip(text).map(|(asked, text)| excerpt(text, asked, most)).unwrap_or_default();
        pieces.into_iter().map(|piece| Piece { text: piece.text, is_hit: piece.is_hit }).collect()
    }
}

/// A message or a note, as far as a search shows it.
struct Said {
    id: Uuid,
    is_note: bool,
    is_aside: bool,
    by: Option<AgentId>,
    at: Moment,
    text: String,
}
