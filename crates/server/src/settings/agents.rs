//! People of the desk: added by invitation, changed, shut out.
//!
//! A key of an integration invites nobody and changes nobody: whoever stole it would make themselves a person with it and
//! outlive the key, or shut everybody out.

use axum::Json;
use axum::extract::State;
use desk::availability::Presence;
use desk::id::{AgentId, OrganisationId, SkillId};
use desk::language::Language;
use desk::may::{Act, Role, may_make};
use desk::moment::{Moment, Span};
use desk::routing::is_level;
use store::{Tx, agents, api_tokens, audit, invitations, sessions, skills, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::settings::{Agent, AgentSettings, Invitation};

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::{speaks, tell_settings};
use crate::secret;
use crate::settings::checks::Checks;
use crate::settings::knowledge::{self, Told};
use crate::settings::settling::{self, Settling};
use crate::sockets::told;
use crate::state::Desk;
use crate::who::Who;

/// How long an invitation is good.
const INVITED: Span = Span::seconds(72 * 3600);

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(create, change)).routes(routes!(invite))
}

#[utoipa::path(get, path = "/api/agents", responses((status = OK, body = Vec<Agent>)))]
async fn list(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<Agent>>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| agents::list(tx, organisation).await).await?;
    Ok(Json(found.iter().map(shown).collect()))
}

/// Invites a person. Only for people: no key of an integration makes invitations.
#[utoipa::path(post, path = "/api/agents/{agent_id}", params(("agent_id" = Uuid, Path)), request_body = AgentSettings,
    responses((status = OK, body = Invitation), (status = 409, description = "`id_reused`")))]
async fn create(
    State(desk): State<Desk>,
    who: Who,
    InPath(agent): InPath<Uuid>,
    Body(given): Body<AgentSettings>,
) -> Answer<Json<Invitation>> {
    who.session()?;
    may_give(&who, None, given.role.into())?;
    let agent = AgentId(agent);
    let new = with_settings(new_agent(agent, who.language, desk.now()), checked(&given)?);
    let link = Link::make(&desk, &who, agent)?;
    let mut entry = noted::by(&desk, &who, "agent_invited", &new.name)?;
    let organisation = who.organisation;
    let (hash, expires_at) = (link.hash, link.expires_at);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        skills::take_turn(tx, organisation).await?;
        match agents::load(tx, organisation, agent).await? {
            // The answer to the first time was lost on its way: a new link for the same person.
            Some(there) if settings(&there) == settings(&new) && there.password_hash.is_none() => {}
            Some(_) => return no(tx, Refused::conflict("id_reused")),
            None => {
                if let Err(refused) = knowledge::are_known(tx, organisation, None, &new).await? {
                    return no(tx, refused);
                }
                entry.changes = noted::changes(None::<&Told>, Some(&Told::of(tx, organisation, &new).await?));
                if !agents::add(tx, organisation, &new).await? {
                    return no(tx, Refused::invalid(vec![Wrong::new("email", "field-email-taken")]));
                }
            }
        }
        invitations::add(tx, organisation, agent, hash, expires_at).await?;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(link.invitation))
}

/// Changes a person. Only for people: no key of an integration changes anybody.
#[utoipa::path(put, path = "/api/agents/{agent_id}", params(("agent_id" = Uuid, Path)), request_body = AgentSettings,
    responses((status = OK, body = Agent), (status = 404), (status = 409, description = "`last_owner`")))]
async fn change(State(desk): State<Desk>, who: Who, InPath(agent): InPath<Uuid>, Body(given): Body<AgentSettings>) -> Answer<Json<Agent>> {
    who.session()?;
    who.may(Act::ChangeSettings)?;
    let given = checked(&given)?;
    let mut entry = noted::by(&desk, &who, "agent_changed", &given.name)?;
    let (organisation, asker, settling) = (who.organisation, who.clone(), Settling::by(&desk, &who));
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        skills::take_turn(tx, organisation).await?;
        let Some(before) = agents::lock(tx, organisation, AgentId(agent)).await? else { return no(tx, Refused::not_found()) };
        if let Err(refused) = may_give(&asker, Some(before.role), given.role.into()) {
            return no(tx, refused);
        }
        let after = with_settings(before.clone(), given);
        if let Err(refused) = may_become(tx, organisation, &before, &after).await? {
            return no(tx, refused);
        }
        if let Err(refused) = knowledge::are_known(tx, organisation, Some(&before), &after).await? {
            return no(tx, refused);
        }
        agents::change(tx, organisation, &after).await?;
        if !after.active {
            shut_out(tx, organisation, after.agent_id).await?;
        } else if (after.role, &after.email) != (before.role, &before.email) {
            // A link opens what the person was when it was made, for whoever read mail at that address.
            invitations::forget_all_of(tx, organisation, after.agent_id).await?;
        }
        entry.changes = noted::changes(Some(&Told::of(tx, organisation, &before).await?), Some(&Told::of(tx, organisation, &after).await?));
        audit::add(tx, organisation, &entry).await?;
        // Who decides with a team may be another person's business now.
        if (before.role, before.active) != (after.role, after.active) {
            teams::lock(tx, organisation).await?;
            if let Err(refused) = settling::settle(tx, &settling).await? {
                return no(tx, refused);
            }
        }
        Ok(Ok(after))
    });
    let after = stored.await??;
    if !after.active {
        told::shut_out(&desk, organisation, after.agent_id).await?;
    }
    tell_settings(&desk, organisation).await;
    Ok(Json(shown(&after)))
}

/// A new link for a person. Only for people: no key of an integration makes invitations.
#[utoipa::path(post, path = "/api/agents/{agent_id}/invitation", params(("agent_id" = Uuid, Path)),
    responses((status = OK, body = Invitation), (status = 404)))]
async fn invite(State(desk): State<Desk>, who: Who, InPath(agent): InPath<Uuid>) -> Answer<Json<Invitation>> {
    who.session()?;
    who.may(Act::ChangeSettings)?;
    let agent = AgentId(agent);
    let link = Link::make(&desk, &who, agent)?;
    let mut entry = noted::by(&desk, &who, "agent_invited", "")?;
    let (organisation, asker) = (who.organisation, who.clone());
    let (hash, expires_at) = (link.hash, link.expires_at);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        // Locked, so that no link is made for a person who is changed meanwhile.
        let there = agents::lock(tx, organisation, agent).await?.filter(|agent| agent.active);
        let Some(there) = there else { return no(tx, Refused::not_found()) };
        // Whoever gets the link can become that person.
        if let Err(refused) = may_give(&asker, Some(there.role), there.role) {
            return no(tx, refused);
        }
        entry.object = there.name;
        invitations::add(tx, organisation, agent, hash, expires_at).await?;
        audit::add(tx, organisation, &entry).await.map(Ok)
    });
    stored.await??;
    Ok(Json(link.invitation))
}

/// A link that is not stored yet.
struct Link {
    hash: secret::Hash,
    expires_at: Moment,
    invitation: Invitation,
}

impl Link {
    fn make(desk: &Desk, who: &Who, agent: AgentId) -> Answer<Self> {
        let (token, hash) = secret::make(desk, who.organisation)?;
        let expires_at = desk.now().plus(INVITED);
        let link = format!("{}/invitation/{token}", desk.settings.base_url);
        let invitation = Invitation { agent_id: agent.0, link, expires_at: expires_at.millis() };
        Ok(Self { hash, expires_at, invitation })
    }
}

/// Only owners make owners.
fn may_give(who: &Who, from: Option<Role>, to: Role) -> Answer<()> {
    who.may(Act::ChangeSettings)?;
    if !may_make(who.role, from, to) {
        return Err(Refused::may_not());
    }
    if to == Role::Owner || from == Some(Role::Owner) { who.may(Act::Own) } else { Ok(()) }
}

/// Whether the desk keeps an owner and nobody else has the address.
async fn may_become(tx: &mut Tx, organisation: OrganisationId, before: &agents::Agent, after: &agents::Agent) -> store::Result<Answer<()>> {
    let owns = |agent: &agents::Agent| agent.role == Role::Owner && agent.active;
    if owns(before) && !owns(after) && !agents::has_other_owner(tx, organisation, before.agent_id).await? {
        return Ok(Err(Refused::conflict("last_owner")));
    }
    let with_address = agents::by_email(tx, organisation, &after.email).await?;
    if with_address.is_some_and(|other| other.agent_id != after.agent_id) {
        return Ok(Err(Refused::invalid(vec![Wrong::new("email", "field-email-taken")])));
    }
    Ok(Ok(()))
}

/// Nothing that this person had opens anything any more.
async fn shut_out(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> store::Result<()> {
    sessions::end_all(tx, organisation, agent).await?;
    api_tokens::revoke_all_of(tx, organisation, agent).await?;
    invitations::forget_all_of(tx, organisation, agent).await
}

fn checked(given: &AgentSettings) -> Answer<AgentSettings> {
    let mut checks = Checks::default();
    let settings = AgentSettings {
        name: checks.line("name", &given.name, 120),
        first_name: checks.line("first_name", &given.first_name, 60),
        email: checks.email("email", &given.email),
        role: given.role,
        slots: checks.range("slots", given.slots, 1, 8),
        may_exceed: given.may_exceed,
        languages: given.languages.clone(),
        levels: given.levels.clone(),
        skill_ids: given.skill_ids.clone(),
        active: given.active,
    };
    checks.languages("languages", &given.languages);
    if !given.levels.iter().flatten().all(|one| is_level(one.level) && given.languages.contains(&one.language)) {
        checks.wrong("levels", "field-levels");
    }
    checks.done()?;
    Ok(settings)
}

fn shown(agent: &agents::Agent) -> Agent {
    Agent { agent_id: agent.agent_id.0, settings: settings(agent), has_password: agent.password_hash.is_some() }
}

fn settings(agent: &agents::Agent) -> AgentSettings {
    AgentSettings {
        name: agent.name.clone(),
        first_name: agent.first_name.clone(),
        email: agent.email.clone(),
        role: agent.role.into(),
        slots: agent.slots,
        may_exceed: agent.may_exceed,
        languages: agent.languages.iter().map(|(language, _)| (*language).into()).collect(),
        levels: Some(speaks(agent)),
        skill_ids: Some(agent.skills.iter().map(|skill| skill.0).collect()),
        active: agent.active,
    }
}

fn with_settings(agent: agents::Agent, given: AgentSettings) -> agents::Agent {
    let languages = knowledge::spoken(&agent.languages, &given);
    agents::Agent {
        name: given.name,
        first_name: given.first_name,
        email: given.email,
        role: given.role.into(),
        slots: given.slots,
        may_exceed: given.may_exceed,
        languages,
        skills: given.skill_ids.map_or_else(|| agent.skills.clone(), |ids| ids.into_iter().map(SkillId).collect()),
        active: given.active,
        ..agent
    }
}

fn new_agent(agent_id: AgentId, language: Language, now: Moment) -> agents::Agent {
    agents::Agent {
        agent_id,
        name: String::new(),
        first_name: String::new(),
        email: String::new(),
        password_hash: None,
        role: Role::Agent,
        slots: 4,
        may_exceed: false,
        languages: Vec::new(),
        skills: Vec::new(),
        active: true,
        language,
        sound: true,
        notifications: true,
        shortcuts: true,
        presence: Presence::Gone,
        away_because: None,
        presence_since: now,
        seen_at: now,
        created_at: now,
    }
}
