//! Visitors who are invited to a chat (CC-13): what their widget waits for on a page, whether they are invited then, and what
//! becomes of it. The widget asks only on websites that have said that their visitor has agreed to it.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use desk::approach::{Approach, Became, Caps, NotNow, Seen, is_held_out, is_on, may_approach};
use desk::hours::{Date, today};
use desk::id::ApproachId;
use desk::moment::Span;
use desk::website;
use serde::Deserialize;
use store::approaches::{self, Approaches, Counted};
use store::{Tx, blocks};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::approaches::{ApproachAnswer, ApproachBecame, AwaitedApproach, MeetApproach};

use super::firsts::Firsts;
use super::opening::ruling;
use crate::doors::hours_of;
use crate::extract::{Body, InPath, InQuery};
use crate::ingest;
use crate::refusal::{Answer, Refused, header_language};
use crate::state::Desk;
use crate::visitor::Visitor;

/// What has become of which browsers today.
pub type Approached = Firsts<Date, (ApproachId, bool, Became)>;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(awaited)).routes(routes!(meet)).routes(routes!(became))
}

/// On which page.
#[derive(Debug, Deserialize, IntoParams)]
struct OnPage {
    /// The page's address, without query and fragment.
    page: String,
}

/// The invitations that may come on a page, the first one first. None while the client invites nobody.
#[utoipa::path(get, path = "/api/widget/{key}/approaches", params(("key" = String, Path), OnPage),
    responses((status = OK, body = Vec<AwaitedApproach>)))]
async fn awaited(State(desk): State<Desk>, visitor: Visitor, InQuery(on): InQuery<OnPage>) -> Answer<Json<Vec<AwaitedApproach>>> {
    let settings = of_client(&desk, &visitor).await?;
    let found = settings.approaches.iter().filter(|one| settings.is_on && is_on(&one.pages, website::path(&on.page)));
    let awaited = |one: &approaches::Approach| AwaitedApproach {
        approach_id: one.id.0,
        after_s: one.after_s,
        scrolled_percent: one.scrolled_percent,
    };
    Ok(Json(found.map(awaited).collect()))
}

async fn of_client(desk: &Desk, visitor: &Visitor) -> Answer<Approaches> {
    let (organisation, client) = (visitor.caller.organisation, visitor.client.client_id);
    Ok(desk.db.read(async move |tx: &mut Tx| approaches::of_client(tx, organisation, client).await).await?)
}

/// The visitor has met the conditions of an invitation, as far as their browser can tell: whether they are invited.
#[utoipa::path(post, path = "/api/widget/{key}/approaches/{approach_id}", request_body = MeetApproach,
    params(("key" = String, Path), ("approach_id" = Uuid, Path)), responses((status = OK, body = ApproachAnswer), (status = 404)))]
async fn meet(
    State(desk): State<Desk>,
    visitor: Visitor,
    InPath((_, approach)): InPath<(String, Uuid)>,
    headers: HeaderMap,
    Body(given): Body<MeetApproach>,
) -> Answer<Json<ApproachAnswer>> {
    let (organisation, at, its) = (visitor.caller.organisation, desk.now(), visitor.clone());
    let (language, customer, settings) = (header_language(&headers), visitor.customer, of_client(&desk, &visitor).await?);
    let found = settings.approaches.iter().find(|one| settings.is_on && one.id.0 == approach).ok_or_else(Refused::not_found)?;
    let (rule, caps, seen, page) = (rule(found), caps(&settings), seen(&given), ingest::page(Some(&given.page)));
    let read = desk.db.read(async move |tx: &mut Tx| {
        // By the page that they are on: nobody is invited to whom nobody could answer there.
        let ruling = ruling(tx, &its, language, page.as_deref(), None).await?;
        let (door, staffing) = ruling.room(tx, organisation, &its.client, language, at).await?;
        let blocked = match customer {
            Some(customer) => blocks::until(tx, organisation, customer, at).await?,
            None => None,
        };
        Ok((door, staffing, blocked.is_some()))
    });
    let (door, staffing, is_blocked) = read.await?;
    let words = found.words.of(language);
    if is_blocked || words.is_empty() {
        return Ok(Json(ApproachAnswer::Never));
    }
    match may_approach(&rule, caps, &seen, door, staffing) {
        Err(NotNow::NobodyFree | NotNow::NotMet) => return Ok(Json(ApproachAnswer::NotNow)),
        Err(NotNow::Capped | NotNow::SaidNo) => return Ok(Json(ApproachAnswer::Never)),
        Ok(()) => {}
    }
    let is_held_out = match given.held_out {
        Some(before) => before,
        None => is_held_out(settings.held_out_percent, draw(&desk)?),
    };
    count(&desk, &visitor, given.browser_id, (found.id, is_held_out, Became::Met)).await?;
    Ok(Json(if is_held_out { ApproachAnswer::HeldOut } else { ApproachAnswer::Invited { words: words.to_owned() } }))
}

/// Something became of an invitation. Counted as a number, each visitor once a day.
#[utoipa::path(post, path = "/api/widget/{key}/approaches/{approach_id}/became", request_body = ApproachBecame,
    params(("key" = String, Path), ("approach_id" = Uuid, Path)), responses((status = NO_CONTENT), (status = 404)))]
async fn became(
    State(desk): State<Desk>,
    visitor: Visitor,
    InPath((_, approach)): InPath<(String, Uuid)>,
    Body(given): Body<ApproachBecame>,
) -> Answer<StatusCode> {
    let settings = of_client(&desk, &visitor).await?;
    let found = settings.approaches.iter().find(|one| one.id.0 == approach).ok_or_else(Refused::not_found)?;
    count(&desk, &visitor, given.browser_id, (found.id, given.held_out, given.became.into())).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What becomes of somebody who was not counted as met, or was counted already, changes no number.
async fn count(desk: &Desk, visitor: &Visitor, browser_id: Uuid, what: (ApproachId, bool, Became)) -> Answer<()> {
    let (organisation, client, at) = (visitor.caller.organisation, visitor.client.client_id, desk.now());
    let Some(day) = today(&hours_of(&visitor.client), at) else { return Ok(()) };
    let (approach, is_held_out, became) = what;
    let who = (organisation, client);
    let browser = (visitor.caller.address.group(), Some(browser_id.as_bytes().to_vec()));
    let was_met = became == Became::Met || desk.approached.has_done(who, day, &browser, &(approach, is_held_out, Became::Met));
    if was_met && desk.approached.is_first(who, day, browser, what) {
        let counted = Counted { approach, is_held_out, became, visitors: 1 };
        desk.db.unit(async move |tx: &mut Tx| approaches::count(tx, organisation, client, day, counted).await).await?;
    }
    Ok(())
}

/// 0 to 99.
fn draw(desk: &Desk) -> Answer<i64> {
    Ok(i64::from(u16::from_le_bytes(desk.random_bytes()?) % 100))
}

fn rule(kept: &approaches::Approach) -> Approach {
    Approach { pages: kept.pages.clone(), after: Span::seconds(kept.after_s), scrolled_percent: kept.scrolled_percent, whom: kept.whom }
}

fn caps(kept: &Approaches) -> Caps {
    Caps {
        per_visit: kept.per_visit,
        per_day: kept.per_day,
        per_week: kept.per_week,
        peace: Span::seconds(kept.peace_days.saturating_mul(86_400)),
    }
}

fn seen(given: &MeetApproach) -> Seen {
    Seen {
        page: website::path(&given.page).to_owned(),
        on_page: Span::seconds(given.on_page_s),
        scrolled_percent: given.scrolled_percent,
        is_returning: given.returning,
        invited: (given.in_visit, given.in_day, given.in_week),
        said_no: given.said_no_s.map(Span::seconds),
    }
}
