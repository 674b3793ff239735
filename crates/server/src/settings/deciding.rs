//! The members of a self-directed team decide about its rules (TE-24): they propose, consent and object. What they decided takes
//! effect in `settling.rs`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::deciding::{Change, LONGEST_REASON, MOST_OPEN, MOST_OPEN_EACH, ProposalState, TeamRules, Word, state_at};
use desk::id::{AgentId, OrganisationId, ProposalId, TeamId};
use desk::moment::Moment;
use store::proposals::{self, Proposal, Said};
use store::teams::Team;
use store::{Tx, agents, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::deciding::{ProposalRow, Propose, ProposeOtherwise, SayWord};

use super::checks::Checks;
use super::settling::{self, Settling, gives_nothing, team_of};
use super::team_rules;
use crate::extract::{Body, InPath};
use crate::noted::no;
use crate::proposals::{deciders, row, tell};
use crate::refusal::{Answer, Refused};
use crate::rows::tell_settings;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(propose)).routes(routes!(propose_otherwise, withdraw)).routes(routes!(say, unsay))
}

/// Who does something with a proposal, and when.
#[derive(Clone, Copy)]
struct Asked {
    organisation: OrganisationId,
    agent: AgentId,
    at: Moment,
}

/// A team as one of those who decide with it finds it, locked.
struct Circle {
    team: Team,
    teams: Vec<Team>,
}

#[utoipa::path(post, path = "/api/teams/{team_id}/proposals", params(("team_id" = Uuid, Path)), request_body = Propose,
    responses((status = OK, body = ProposalRow), (status = 404), (status = 409, description = "`not_self_directed`, `too_many_proposals`, `id_reused`")))]
async fn propose(State(desk): State<Desk>, who: Who, InPath(team): InPath<Uuid>, Body(given): Body<Propose>) -> Answer<Json<ProposalRow>> {
    let (asked, settling) = begin(&desk, &who)?;
    let id = ProposalId(given.proposal_id);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let circle = match circle(tx, asked, TeamId(team)).await? {
            Ok(circle) => circle,
            Err(refused) => return no(tx, refused),
        };
        let team = circle.team.team_id;
        let (after, reason) = match read((given.reason.as_str(), given.name.as_str(), given.offers, given.overflow)) {
            Ok(read) => read,
            Err(refused) => return no(tx, refused),
        };
        if let Some(there) = proposals::load(tx, asked.organisation, id).await? {
            // The same proposal with the same id: the answer to the first time was lost on its way. It may be a rule by now.
            let is_same = (there.by, there.team, &there.reason, &there.change.after) == (asked.agent, team, &reason, &after);
            return if is_same { answer(tx, asked, id).await } else { no(tx, Refused::conflict("id_reused")) };
        }
        let change = match checked(&circle, after) {
            Ok(change) => change,
            Err(refused) => return no(tx, refused),
        };
        let open = proposals::open_of(tx, asked.organisation, team).await?;
        let count = |is: &dyn Fn(&Proposal) -> bool| open.iter().filter(|one| is_open(one, asked.at) && is(one)).count();
        if count(&|_| true) >= MOST_OPEN || count(&|one| one.by == asked.agent) >= MOST_OPEN_EACH {
            return no(tx, Refused::conflict("too_many_proposals"));
        }
        proposals::add(tx, asked.organisation, &proposal(asked, id, team, change, reason)).await?;
        settled(tx, asked, &settling, id).await
    });
    told(&desk, asked, stored.await??).await
}

/// Proposes something else instead, upon the rules as they are now.
#[utoipa::path(put, path = "/api/proposals/{proposal_id}", params(("proposal_id" = Uuid, Path)), request_body = ProposeOtherwise,
    responses((status = OK, body = ProposalRow), (status = 404), (status = 409, description = "`proposal_over`")))]
async fn propose_otherwise(
    State(desk): State<Desk>,
    who: Who,
    InPath(id): InPath<Uuid>,
    Body(given): Body<ProposeOtherwise>,
) -> Answer<Json<ProposalRow>> {
    let (asked, settling) = begin(&desk, &who)?;
    let id = ProposalId(id);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let (there, circle) = match found(tx, asked, id).await? {
            Ok(found) => found,
            Err(refused) => return no(tx, refused),
        };
        if let Err(refused) = is_mine(&there, asked) {
            return no(tx, refused);
        }
        let read = read((given.reason.as_str(), given.name.as_str(), given.offers, given.overflow));
        let (change, reason) = match read.and_then(|(after, reason)| Ok((checked(&circle, after)?, reason))) {
            Ok(checked) => checked,
            Err(refused) => return no(tx, refused),
        };
        let now = Proposal { version: there.version + 1, at: asked.at, reason, change, ..there };
        proposals::change(tx, asked.organisation, &now).await?;
        settled(tx, asked, &settling, id).await
    });
    told(&desk, asked, stored.await??).await
}

/// Takes one's own proposal back.
#[utoipa::path(delete, path = "/api/proposals/{proposal_id}", params(("proposal_id" = Uuid, Path)),
    responses((status = NO_CONTENT), (status = 404), (status = 409, description = "`proposal_over`")))]
async fn withdraw(State(desk): State<Desk>, who: Who, InPath(id): InPath<Uuid>) -> Answer<StatusCode> {
    let (asked, settling) = begin(&desk, &who)?;
    let id = ProposalId(id);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let (there, _) = match found(tx, asked, id).await? {
            Ok(found) => found,
            Err(refused) => return no(tx, refused),
        };
        if let Err(refused) = is_mine(&there, asked) {
            return no(tx, refused);
        }
        proposals::end(tx, asked.organisation, id, ProposalState::Withdrawn, asked.at).await?;
        settled(tx, asked, &settling, id).await
    });
    told(&desk, asked, stored.await??).await.map(|_| StatusCode::NO_CONTENT)
}

/// Says one's word to what a colleague proposes; what it decides takes effect at once.
#[utoipa::path(put, path = "/api/proposals/{proposal_id}/word", params(("proposal_id" = Uuid, Path)), request_body = SayWord,
    responses((status = OK, body = ProposalRow), (status = 404),
        (status = 409, description = "`proposal_over`, `proposal_changed`, `own_proposal`")))]
async fn say(State(desk): State<Desk>, who: Who, InPath(id): InPath<Uuid>, Body(given): Body<SayWord>) -> Answer<Json<ProposalRow>> {
    let (asked, settling) = begin(&desk, &who)?;
    let id = ProposalId(id);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let (there, _) = match found(tx, asked, id).await? {
            Ok(found) => found,
            Err(refused) => return no(tx, refused),
        };
        let said = match word(asked, &given) {
            Ok(said) => said,
            Err(refused) => return no(tx, refused),
        };
        // Said before, and perhaps what decided: the answer to the first time was lost on its way.
        let is_same = |one: &&Said| (one.agent, one.word, &one.reason) == (said.agent, said.word, &said.reason);
        if there.version == given.version && there.words.iter().any(|one| is_same(&one)) {
            return answer(tx, asked, id).await;
        }
        if let Err(refused) = may_speak(&there, asked, given.version) {
            return no(tx, refused);
        }
        proposals::say(tx, asked.organisation, id, &said).await?;
        settled(tx, asked, &settling, id).await
    });
    told(&desk, asked, stored.await??).await
}

/// Takes one's own word back.
#[utoipa::path(delete, path = "/api/proposals/{proposal_id}/word", params(("proposal_id" = Uuid, Path)),
    responses((status = OK, body = ProposalRow), (status = 404), (status = 409, description = "`proposal_over`")))]
async fn unsay(State(desk): State<Desk>, who: Who, InPath(id): InPath<Uuid>) -> Answer<Json<ProposalRow>> {
    let (asked, settling) = begin(&desk, &who)?;
    let id = ProposalId(id);
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let (there, _) = match found(tx, asked, id).await? {
            Ok(found) => found,
            Err(refused) => return no(tx, refused),
        };
        if !is_open(&there, asked.at) {
            return no(tx, Refused::conflict("proposal_over"));
        }
        proposals::unsay(tx, asked.organisation, id, asked.agent).await?;
        settled(tx, asked, &settling, id).await
    });
    told(&desk, asked, stored.await??).await
}

/// A program decides nothing for the person who made its key.
fn begin(desk: &Desk, who: &Who) -> Answer<(Asked, Settling)> {
    who.session()?;
    Ok((Asked { organisation: who.organisation, agent: who.agent_id, at: desk.now() }, Settling::by(desk, who)))
}

/// The team, when who asks decides with it as it is in this transaction.
async fn circle(tx: &mut Tx, asked: Asked, team: TeamId) -> store::Result<Answer<Circle>> {
    teams::lock(tx, asked.organisation).await?;
    let teams = teams::list(tx, asked.organisation).await?;
    let Some(team) = team_of(teams.clone(), team) else { return Ok(Err(Refused::not_found())) };
    let deciders = deciders(&team, &agents::list(tx, asked.organisation).await?);
    if !deciders.contains(&asked.agent) {
        return Ok(Err(Refused::may_not()));
    }
    if !team.is_self_directed {
        return Ok(Err(Refused::conflict("not_self_directed")));
    }
    Ok(Ok(Circle { team, teams }))
}

async fn found(tx: &mut Tx, asked: Asked, id: ProposalId) -> store::Result<Answer<(Proposal, Circle)>> {
    let Some(there) = proposals::load(tx, asked.organisation, id).await? else { return Ok(Err(Refused::not_found())) };
    let circle = match circle(tx, asked, there.team).await? {
        Ok(circle) => circle,
        Err(refused) => return Ok(Err(refused)),
    };
    // Whoever had the teams before may have decided.
    let now = proposals::load(tx, asked.organisation, id).await?;
    Ok(now.map(|now| (now, circle)).ok_or_else(Refused::not_found))
}

fn is_open(proposal: &Proposal, at: Moment) -> bool {
    state_at(proposal.state, proposal.at, at) == ProposalState::Open
}

fn is_mine(proposal: &Proposal, asked: Asked) -> Answer<()> {
    if proposal.by != asked.agent {
        return Err(Refused::may_not());
    }
    if is_open(proposal, asked.at) { Ok(()) } else { Err(Refused::conflict("proposal_over")) }
}

fn may_speak(proposal: &Proposal, asked: Asked, version: i64) -> Answer<()> {
    if !is_open(proposal, asked.at) {
        return Err(Refused::conflict("proposal_over"));
    }
    if proposal.by == asked.agent {
        return Err(Refused::conflict("own_proposal"));
    }
    if proposal.version == version { Ok(()) } else { Err(Refused::conflict("proposal_changed")) }
}

fn word(asked: Asked, given: &SayWord) -> Answer<Said> {
    let mut checks = Checks::default();
    let reason = checks.words("reason", &given.reason, LONGEST_REASON);
    let word: Word = given.word.into();
    // Who stops the others tells them why.
    if word == Word::Objects && reason.is_empty() {
        checks.wrong("reason", "field-empty");
    }
    checks.done()?;
    Ok(Said { agent: asked.agent, word, reason, at: asked.at })
}

/// What is proposed, and why.
fn read(
    (reason, name, offers, overflow): (&str, &str, Option<wire::agent::Offers>, Option<wire::agent::Overflow>),
) -> Answer<(TeamRules, String)> {
    let mut checks = Checks::default();
    let after = team_rules::checked(&mut checks, name, offers, overflow);
    let reason = checks.words("reason", reason, LONGEST_REASON);
    if reason.is_empty() {
        checks.wrong("reason", "field-empty");
    }
    checks.done()?;
    Ok((after, reason))
}

/// Whether it can be so, as the team is now.
fn checked(circle: &Circle, after: TeamRules) -> Answer<Change> {
    let mut checks = Checks::default();
    let change = Change { before: circle.team.rules(), after };
    if change.before.overflow != change.after.overflow {
        team_rules::check_overflow(&mut checks, &circle.teams, &circle.team.with_rules(change.after.clone()));
        if !gives_nothing(&circle.team, &change.after, &circle.teams) {
            checks.wrong("overflow.team_id", "field-overflow-rights");
        }
    }
    if change.is_nothing() {
        checks.wrong("rules", "field-nothing-changes");
    }
    checks.done()?;
    Ok(change)
}

fn proposal(asked: Asked, id: ProposalId, team: TeamId, change: Change, reason: String) -> Proposal {
    let state = ProposalState::Open;
    Proposal { id, team, by: asked.agent, version: 1, at: asked.at, reason, change, state, ended_at: None, words: Vec::new() }
}

/// Carries out what is decided now, and answers the proposal as it is after that.
async fn settled(tx: &mut Tx, asked: Asked, settling: &Settling, id: ProposalId) -> store::Result<Answer<ProposalRow>> {
    match settling::settle(tx, settling).await? {
        Ok(()) => answer(tx, asked, id).await,
        Err(refused) => no(tx, refused),
    }
}

async fn answer(tx: &mut Tx, asked: Asked, id: ProposalId) -> store::Result<Answer<ProposalRow>> {
    let Some(there) = proposals::load(tx, asked.organisation, id).await? else { return no(tx, Refused::not_found()) };
    let Some(team) = team_of(teams::list(tx, asked.organisation).await?, there.team) else { return no(tx, Refused::not_found()) };
    let deciders = deciders(&team, &agents::list(tx, asked.organisation).await?);
    Ok(Ok(row(&there, &deciders, asked.at)))
}

/// Tells whoever sees it. What has become a rule is told with all that it changes.
async fn told(desk: &Desk, asked: Asked, row: ProposalRow) -> Answer<Json<ProposalRow>> {
    tell(desk, asked.organisation, ProposalId(row.proposal_id)).await;
    if row.state == wire::deciding::ProposalState::TakenEffect {
        tell_settings(desk, asked.organisation).await;
    }
    Ok(Json(row))
}
