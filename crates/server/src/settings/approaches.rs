//! When a client invites visitors to its chat, and what became of that.

use axum::Json;
use axum::extract::State;
use desk::approach::{
    self, AFTER_S, Became, HELD_OUT_PERCENT, LONGEST_WORDS, MOST, MOST_PAGES, PEACE_DAYS, PER_DAY, PER_VISIT, PER_WEEK, Share,
};
use desk::hours::{Date, plus_days, today};
use desk::id::{ApproachId, ClientId, OrganisationId};
use desk::may::Act;
use store::approaches::{self as stored, Counted};
use store::clients::{self, Client};
use store::speech::Worded;
use store::{Tx, audit};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::approaches::{Approach, ApproachEffect, ApproachResult, Approaches, ClientApproaches};

use super::checks::{Checks, all_differ};
use super::speech::worded;
use crate::doors::hours_of;
use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::who::Who;

/// Over how many days results are counted, today among them.
const DAYS: i32 = 30;
/// The most characters of a page's path.
const LONGEST_PAGE: usize = 200;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show, change))
}

#[utoipa::path(get, path = "/api/clients/{client_id}/approaches", params(("client_id" = Uuid, Path)),
    responses((status = OK, body = ClientApproaches), (status = 404)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<ClientApproaches>> {
    who.may(Act::SeeSettings)?;
    let (organisation, at) = (who.organisation, desk.now());
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::load(tx, organisation, ClientId(client)).await? else { return Ok(None) };
        read(tx, organisation, &client, today(&hours_of(&client), at)).await.map(Some)
    });
    Ok(Json(found.await?.ok_or_else(Refused::not_found)?))
}

async fn read(tx: &mut Tx, organisation: OrganisationId, client: &Client, today: Option<Date>) -> store::Result<ClientApproaches> {
    let settings = stored::of_client(tx, organisation, client.client_id).await?;
    let first = today.and_then(|today| plus_days(today, 1 - DAYS));
    let counted = match first {
        Some(first) => stored::since(tx, organisation, client.client_id, first).await?,
        None => Vec::new(),
    };
    let results = settings.approaches.iter().filter_map(|one| result(one.id, &counted)).collect();
    Ok(ClientApproaches { settings: shown(&settings), days: DAYS.into(), results })
}

#[utoipa::path(put, path = "/api/clients/{client_id}/approaches", params(("client_id" = Uuid, Path)), request_body = Approaches,
    responses((status = OK, body = ClientApproaches), (status = 404)))]
async fn change(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<Approaches>,
) -> Answer<Json<ClientApproaches>> {
    who.may(Act::ChangeSettings)?;
    let wanted = checked(&given)?;
    let mut entry = noted::by(&desk, &who, "approaches_changed", "")?;
    let (organisation, at) = (who.organisation, desk.now());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load_to_change(tx, organisation, ClientId(client)).await? else {
            return no(tx, Refused::not_found());
        };
        let before = stored::of_client(tx, organisation, there.client_id).await?;
        if before != wanted {
            entry.changes = noted::changes(Some(&shown(&before)), Some(&shown(&wanted)));
            entry.object.clone_from(&there.name);
            stored::keep(tx, organisation, there.client_id, &wanted).await?;
            audit::add(tx, organisation, &entry).await?;
        }
        read(tx, organisation, &there, today(&hours_of(&there), at)).await.map(Ok)
    });
    Ok(Json(stored.await??))
}

/// As it was typed, checked, as it is stored.
fn checked(given: &Approaches) -> Answer<stored::Approaches> {
    let mut checks = Checks::default();
    let range = |checks: &mut Checks, field: &str, number: i64, (from, to): (i64, i64)| checks.range(field, number, from, to);
    let mut wanted = stored::Approaches {
        is_on: given.on,
        per_visit: range(&mut checks, "per_visit", given.per_visit, PER_VISIT),
        per_day: range(&mut checks, "per_day", given.per_day, PER_DAY),
        per_week: range(&mut checks, "per_week", given.per_week, PER_WEEK),
        peace_days: range(&mut checks, "peace_days", given.peace_days, PEACE_DAYS),
        held_out_percent: range(&mut checks, "held_out_percent", given.held_out_percent, HELD_OUT_PERCENT),
        approaches: Vec::new(),
    };
    checks.at_most("approaches", given.approaches.len(), MOST);
    for (place, one) in given.approaches.iter().take(MOST).enumerate() {
        let field = |name: &str| format!("approaches.{place}.{name}");
        let words = Worded {
            fi: checks.words(&field("words.fi"), &one.words.fi, LONGEST_WORDS),
            sv: checks.words(&field("words.sv"), &one.words.sv, LONGEST_WORDS),
            en: checks.words(&field("words.en"), &one.words.en, LONGEST_WORDS),
        };
        if words == Worded::default() {
            checks.wrong(&field("words"), "field-empty");
        }
        wanted.approaches.push(stored::Approach {
            id: ApproachId(one.approach_id),
            pages: pages(&mut checks, &field("pages"), &one.pages),
            after_s: range(&mut checks, &field("after_s"), one.after_s, AFTER_S),
            scrolled_percent: range(&mut checks, &field("scrolled_percent"), one.scrolled_percent, (0, 100)),
            whom: one.whom.into(),
            words,
        });
    }
    checks.done()?;
    let ids: Vec<ApproachId> = wanted.approaches.iter().map(|one| one.id).collect();
    if all_differ(&ids) { Ok(wanted) } else { Err(Refused::conflict("id_reused")) }
}

/// A whole address is as good as its path.
fn pages(checks: &mut Checks, field: &str, typed: &[String]) -> Vec<String> {
    checks.at_most(field, typed.len(), MOST_PAGES);
    let mut pages: Vec<String> = Vec::new();
    for page in typed.iter().take(MOST_PAGES) {
        let page = checks.optional_line(field, page, LONGEST_PAGE);
        if page.is_empty() {
            continue;
        }
        if !page.starts_with('/') && !page.contains("://") {
            checks.wrong(field, "field-page");
        }
        let path = desk::website::path(&page).to_owned();
        if !pages.contains(&path) {
            pages.push(path);
        }
    }
    pages
}

fn shown(kept: &stored::Approaches) -> Approaches {
    let one = |one: &stored::Approach| Approach {
        approach_id: one.id.0,
        pages: one.pages.clone(),
        after_s: one.after_s,
        scrolled_percent: one.scrolled_percent,
        whom: one.whom.into(),
        words: worded(&one.words),
    };
    Approaches {
        on: kept.is_on,
        per_visit: kept.per_visit,
        per_day: kept.per_day,
        per_week: kept.per_week,
        peace_days: kept.peace_days,
        held_out_percent: kept.held_out_percent,
        approaches: kept.approaches.iter().map(one).collect(),
    }
}

/// Nothing for an invitation that nobody has met.
fn result(approach: ApproachId, counted: &[Counted]) -> Option<ApproachResult> {
    let of = |is_held_out: bool, became: Became| {
        let these = counted.iter().filter(|one| (one.approach, one.is_held_out, one.became) == (approach, is_held_out, became));
        these.map(|one| one.visitors).sum::<i64>()
    };
    let share = |is_held_out| Share { visitors: of(is_held_out, Became::Met), chats: of(is_held_out, Became::Chatted) };
    let (invited, held_out) = (share(false), share(true));
    if invited.visitors + held_out.visitors == 0 {
        return None;
    }
    let effect = approach::effect(invited, held_out);
    Some(ApproachResult {
        approach_id: approach.0,
        invited: invited.visitors,
        said_no: of(false, Became::SaidNo),
        opened: of(false, Became::Opened),
        chatted: invited.chats,
        held_out: held_out.visitors,
        held_out_chatted: held_out.chats,
        effect: effect.map(|effect| ApproachEffect { points: effect.points, low: effect.low, high: effect.high }),
    })
}
