//! Skills: what agents can know, and contacts can need.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::id::{OrganisationId, SkillId};
use desk::may::Act;
use serde::Serialize;
use store::skills::Skill;
use store::{Tx, agents, audit, skills};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::agent::SkillRow;
use wire::settings::SkillSettings;

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::{skill_row, tell_settings};
use crate::settings::checks::Checks;
use crate::state::Desk;
use crate::who::Who;

const LONGEST_NAME: usize = 60;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(create, rename, remove))
}

#[utoipa::path(get, path = "/api/skills", responses((status = OK, body = Vec<SkillRow>)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<SkillRow>>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| skills::list(tx, organisation).await).await?;
    Ok(Json(found.iter().map(skill_row).collect()))
}

#[utoipa::path(post, path = "/api/skills/{skill_id}", params(("skill_id" = Uuid, Path)), request_body = SkillSettings,
    responses((status = OK, body = SkillRow), (status = 409, description = "`id_reused`")))]
async fn create(
    State(desk): State<Desk>,
    who: Who,
    InPath(skill): InPath<Uuid>,
    Body(given): Body<SkillSettings>,
) -> Answer<Json<SkillRow>> {
    who.may(Act::ChangeSettings)?;
    let new = checked(SkillId(skill), &given)?;
    let answer = skill_row(&new);
    let mut entry = noted::by(&desk, &who, "skill_added", &new.name)?;
    entry.changes = noted::changes(None::<&Told>, Some(&Told::of(&new, Vec::new())));
    let (organisation, now) = (who.organisation, desk.now());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        skills::take_turn(tx, organisation).await?;
        if let Some(there) = skills::load(tx, organisation, new.skill_id).await? {
            // The same skill with the same id: the answer to the first time was lost on its way.
            return if there == new { Ok(Ok(())) } else { no(tx, Refused::conflict("id_reused")) };
        }
        let all = skills::list(tx, organisation).await?;
        if i64::try_from(all.len()).unwrap_or(i64::MAX) >= skills::LIMIT {
            return no(tx, Refused::invalid(vec![Wrong::new("name", "field-too-many").with("limit", skills::LIMIT.to_string())]));
        }
        if !skills::add(tx, organisation, &new, now).await? {
            return no(tx, name_taken());
        }
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(answer))
}

#[utoipa::path(put, path = "/api/skills/{skill_id}", params(("skill_id" = Uuid, Path)), request_body = SkillSettings,
    responses((status = OK, body = SkillRow), (status = 404)))]
async fn rename(
    State(desk): State<Desk>,
    who: Who,
    InPath(skill): InPath<Uuid>,
    Body(given): Body<SkillSettings>,
) -> Answer<Json<SkillRow>> {
    who.may(Act::ChangeSettings)?;
    let renamed = checked(SkillId(skill), &given)?;
    let answer = skill_row(&renamed);
    let mut entry = noted::by(&desk, &who, "skill_changed", &renamed.name)?;
    let organisation = who.organisation;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(before) = skills::load(tx, organisation, renamed.skill_id).await? else { return no(tx, Refused::not_found()) };
        if skills::by_name(tx, organisation, &renamed.name).await?.is_some_and(|other| other.skill_id != renamed.skill_id) {
            return no(tx, name_taken());
        }
        skills::rename(tx, organisation, &renamed).await?;
        entry.changes = noted::changes(Some(&Told::of(&before, Vec::new())), Some(&Told::of(&renamed, Vec::new())));
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(answer))
}

/// Nobody has a removed skill, and nothing needs it any more: whoever waits for somebody with it may be taken by anyone.
#[utoipa::path(delete, path = "/api/skills/{skill_id}", params(("skill_id" = Uuid, Path)), responses((status = NO_CONTENT), (status = 404)))]
async fn remove(State(desk): State<Desk>, who: Who, InPath(skill): InPath<Uuid>) -> Answer<StatusCode> {
    who.may(Act::ChangeSettings)?;
    let (skill, organisation) = (SkillId(skill), who.organisation);
    let mut entry = noted::by(&desk, &who, "skill_removed", "")?;
    let removed = desk.db.unit(async move |tx: &mut Tx| {
        skills::take_turn(tx, organisation).await?;
        let Some(there) = skills::load(tx, organisation, skill).await? else { return no(tx, Refused::not_found()) };
        skills::remove(tx, organisation, skill).await?;
        let had_it = forgotten_by_all(tx, organisation, skill).await?;
        entry.changes = noted::changes(Some(&Told::of(&there, had_it)), None::<&Told>);
        entry.object = there.name;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    removed.await??;
    tell_settings(&desk, organisation).await;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the skill from everybody who had it, and answers their names.
async fn forgotten_by_all(tx: &mut Tx, organisation: OrganisationId, skill: SkillId) -> store::Result<Vec<String>> {
    let mut had_it = Vec::new();
    for listed in agents::list(tx, organisation).await? {
        if !listed.skills.contains(&skill) {
            continue;
        }
        // Somebody else may be changing them right now: what they said meanwhile stays.
        let Some(mut agent) = agents::lock(tx, organisation, listed.agent_id).await? else { continue };
        agent.skills.retain(|known| *known != skill);
        agents::change(tx, organisation, &agent).await?;
        had_it.push(agent.name);
    }
    Ok(had_it)
}

/// A skill as the log tells of it.
#[derive(Serialize)]
struct Told {
    name: String,
    /// Who lost it.
    agents: Vec<String>,
}

impl Told {
    fn of(skill: &Skill, agents: Vec<String>) -> Self {
        Self { name: skill.name.clone(), agents }
    }
}

fn checked(skill_id: SkillId, given: &SkillSettings) -> Answer<Skill> {
    let mut checks = Checks::default();
    let name = checks.line("name", &given.name, LONGEST_NAME);
    checks.done()?;
    Ok(Skill { skill_id, name })
}

fn name_taken() -> Refused {
    Refused::invalid(vec![Wrong::new("name", "field-name-taken")])
}
