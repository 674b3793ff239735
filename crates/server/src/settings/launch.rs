//! How a client's chat is opened to its customers: eleven points that are thought of first (CC-01), somebody who minds
//! it, and a day on which it is looked through again.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use desk::hours::{Date, today};
use desk::id::{AgentId, ClientId, OrganisationId};
use desk::language::Language;
use desk::launch::{LONGEST_WORDS, LaunchFacts, LaunchPoint, lacks, may_open, review_day};
use desk::may::{Act, may};
use desk::speech::SaidHow;
use serde::Serialize;
use store::clients::{self, Client};
use store::launch::{self, Confirmed};
use store::{Tx, agents, audit, prepared, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::launch as shapes;
use wire::launch::{ConfirmLaunchPoint, Launch, LaunchReview};

use crate::doors::hours_of;
use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::tell_settings;
use crate::settings::checks::Checks;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show, open)).routes(routes!(confirm)).routes(routes!(review))
}

/// How a client stands on its way to its customers.
#[utoipa::path(get, path = "/api/clients/{client_id}/launch", params(("client_id" = Uuid, Path)),
    responses((status = OK, body = Launch), (status = 404)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<Launch>> {
    who.may(Act::SeeSettings)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    let found = desk.db.read(async move |tx: &mut Tx| Way::load(tx, organisation, client).await).await?;
    found.map(|way| Json(way.shown())).ok_or_else(Refused::not_found)
}

/// Opens the chat to customers. Harmless when it is open.
#[utoipa::path(post, path = "/api/clients/{client_id}/launch", params(("client_id" = Uuid, Path)),
    responses((status = OK, body = Launch), (status = 404), (status = 409, description = "`launch_open`: `fields` names the mandatory points that are open")))]
async fn open(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<Launch>> {
    who.may(Act::ChangeSettings)?;
    let (organisation, client, at) = (who.organisation, ClientId(client), desk.now());
    let mut entry = noted::by(&desk, &who, "client_opened", "")?;
    let minder = who.agent_id;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(mut way) = Way::to_change(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        if way.client.launch.live_at.is_some() {
            return Ok(Ok(way));
        }
        if let Err(points) = may_open(&way.facts) {
            return no(tx, not_yet(&points));
        }
        let launch = &mut way.client.launch;
        launch.live_at = Some(at);
        launch.minded_by = launch.minded_by.or(Some(minder));
        clients::set_launch(tx, organisation, client, launch).await?;
        entry.object.clone_from(&way.client.name);
        audit::add(tx, organisation, &entry).await.map(|()| Ok(way))
    });
    let way = stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(way.shown()))
}

/// Gives one's word for a point.
#[utoipa::path(put, path = "/api/clients/{client_id}/launch-points", params(("client_id" = Uuid, Path)),
    request_body = ConfirmLaunchPoint, responses((status = OK, body = Launch), (status = 404)))]
async fn confirm(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<ConfirmLaunchPoint>,
) -> Answer<Json<Launch>> {
    who.may(Act::ChangeSettings)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    let confirmed = checked(&desk, &who, &given)?;
    let mut entry = noted::by(&desk, &who, "launch_point_confirmed", "")?;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        let before = launch::of_client(tx, organisation, client).await?.into_iter().find(|one| one.point == confirmed.point);
        entry.changes = noted::changes(before.as_ref().map(told).as_ref(), Some(&told(&confirmed)));
        launch::confirm(tx, organisation, client, &confirmed).await?;
        entry.object = there.name;
        audit::add(tx, organisation, &entry).await?;
        Ok(Way::load(tx, organisation, client).await?.ok_or_else(Refused::not_found))
    });
    Ok(Json(stored.await??.shown()))
}

fn checked(desk: &Desk, who: &Who, given: &ConfirmLaunchPoint) -> Answer<Confirmed> {
    let point = LaunchPoint::from(given.point);
    let mut checks = Checks::default();
    if !point.is_confirmed() {
        checks.wrong("point", "field-launch-measured");
    }
    let words = checks.words("words", &given.words, LONGEST_WORDS);
    if words.is_empty() {
        checks.wrong("words", "field-empty");
    }
    checks.done()?;
    Ok(Confirmed { point, words, confirmed_by: who.agent_id, name: who.name.clone(), at: desk.now() })
}

/// Says who minds the chat, and when it is looked through again.
#[utoipa::path(put, path = "/api/clients/{client_id}/launch-review", params(("client_id" = Uuid, Path)),
    request_body = LaunchReview, responses((status = OK, body = Launch), (status = 404)))]
async fn review(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>, Body(given): Body<LaunchReview>) -> Answer<Json<Launch>> {
    who.may(Act::ChangeSettings)?;
    let (organisation, client) = (who.organisation, ClientId(client));
    let mut checks = Checks::default();
    let review_on = given.review_on.and_then(|typed| {
        let day = typed.parse::<Date>().ok().filter(|day| day.to_string() == typed);
        day.or_else(|| {
            checks.wrong("review_on", "field-day");
            None
        })
    });
    checks.done()?;
    let minded_by = given.minded_by.map(AgentId);
    let mut entry = noted::by(&desk, &who, "client_review_changed", "")?;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(mut way) = Way::to_change(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        if let Some(agent) = minded_by
            && agents::load(tx, organisation, agent).await?.is_none()
        {
            return no(tx, Refused::invalid(vec![Wrong::new("minded_by", "field-unknown-id")]));
        }
        let before = Minded::of(tx, organisation, &way.client).await?;
        way.client.launch.review_on = review_on.map(|day| day.to_string());
        way.client.launch.minded_by = minded_by;
        clients::set_launch(tx, organisation, client, &way.client.launch).await?;
        entry.changes = noted::changes(Some(&before), Some(&Minded::of(tx, organisation, &way.client).await?));
        entry.object.clone_from(&way.client.name);
        audit::add(tx, organisation, &entry).await.map(|()| Ok(way))
    });
    let way = stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(way.shown()))
}

/// A client's upkeep as the log tells of it: who minds it by name.
#[derive(Serialize)]
struct Minded {
    minded_by: Option<String>,
    review_on: Option<String>,
}

impl Minded {
    async fn of(tx: &mut Tx, organisation: OrganisationId, client: &Client) -> store::Result<Self> {
        let minded_by = match client.launch.minded_by {
            Some(agent) => agents::load(tx, organisation, agent).await?.map(|agent| agent.name),
            None => None,
        };
        Ok(Self { minded_by, review_on: review_of(client).map(|day| day.to_string()) })
    }
}

/// A confirmed point as the log tells of it.
fn told(confirmed: &Confirmed) -> HashMap<String, String> {
    HashMap::from([(format!("launch_{}", point_field(confirmed.point)), confirmed.words.clone())])
}

fn not_yet(points: &[LaunchPoint]) -> Refused {
    let field = |point: &LaunchPoint| Wrong::new(point_field(*point), "field-launch-open");
    Refused::conflict("launch_open").naming(points.iter().map(field).collect())
}

fn point_field(point: LaunchPoint) -> String {
    serde_json::to_value(shapes::LaunchPoint::from(point)).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The day on which a client's chat is looked through.
pub fn review_of(client: &Client) -> Option<Date> {
    let hours = hours_of(client);
    let chosen = client.launch.review_on.as_ref().and_then(|day| day.parse().ok());
    review_day(chosen, client.launch.live_at.and_then(|at| today(&hours, at)))
}

/// A client with everything that its launch hangs on.
struct Way {
    client: Client,
    facts: LaunchFacts,
    confirmed: Vec<Confirmed>,
}

impl Way {
    /// The same for who changes it: nobody else does before this unit ends.
    async fn to_change(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> store::Result<Option<Self>> {
        // The lock is a statement of its own: after waiting for it, the next one sees what the other wrote.
        match clients::load_to_change(tx, organisation, client).await? {
            Some(_) => Self::load(tx, organisation, client).await,
            None => Ok(None),
        }
    }

    async fn load(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> store::Result<Option<Self>> {
        let Some(client) = clients::load(tx, organisation, client).await? else { return Ok(None) };
        let confirmed = launch::of_client(tx, organisation, client.client_id).await?;
        let facts = LaunchFacts {
            languages: client.languages.clone(),
            answered_in: answered_in(tx, organisation, &client).await?,
            begun_in: begun_in(tx, organisation, &client).await?,
            has_hours: client.week.iter().any(|day| !day.is_empty()),
            has_website: !client.websites.is_empty(),
            confirmed: confirmed.iter().map(|one| one.point).collect(),
        };
        Ok(Some(Self { client, facts, confirmed }))
    }

    fn shown(&self) -> Launch {
        let view = |point: LaunchPoint| shapes::LaunchPointView {
            point: point.into(),
            is_mandatory: point.is_mandatory(),
            is_confirmed: point.is_confirmed(),
            lacks: lacks(point, &self.facts).into_iter().map(Into::into).collect(),
            confirmed: self.confirmed.iter().find(|one| one.point == point).map(|one| shapes::Confirmed {
                words: one.words.clone(),
                name: one.name.clone(),
                at: one.at.millis(),
            }),
        };
        Launch {
            name: self.client.name.clone(),
            live_at: self.client.launch.live_at.map(desk::moment::Moment::millis),
            points: LaunchPoint::ALL.into_iter().map(view).collect(),
            review_on: review_of(&self.client).map(|day| day.to_string()),
            minded_by: self.client.launch.minded_by.map(|id| id.0),
        }
    }
}

/// Languages of those who may answer and whose team serves the client.
async fn answered_in(tx: &mut Tx, organisation: OrganisationId, client: &Client) -> store::Result<Vec<Language>> {
    let teams = teams::list(tx, organisation).await?;
    let serves = |agent: AgentId| teams.iter().any(|team| team.client_ids.contains(&client.client_id) && team.agent_ids.contains(&agent));
    let agents = agents::list(tx, organisation).await?;
    let answering = agents.iter().filter(|agent| agent.active && may(agent.role, Act::Answer) && serves(agent.agent_id));
    Ok(answering.flat_map(|agent| agent.languages.iter().map(|(language, _)| *language)).collect())
}

/// Languages in which there are words to begin with.
async fn begun_in(tx: &mut Tx, organisation: OrganisationId, client: &Client) -> store::Result<Vec<Language>> {
    if client.speech.greeting == SaidHow::Live {
        // That the agents find their own words is a choice as well.
        return Ok(client.languages.clone());
    }
    let greeted = Language::ALL.into_iter().filter(|language| !client.greeting(*language).is_empty());
    let replies = prepared::list(tx, organisation).await?;
    let of_client = replies.iter().filter(|reply| reply.client_id.is_none_or(|of| of == client.client_id)).map(|reply| reply.language);
    Ok(greeted.chain(of_client).collect())
}
