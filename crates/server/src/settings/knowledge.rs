//! What a person knows, as settings say it, and what the log says of them.

use desk::id::{OrganisationId, SkillId};
use desk::language::Language;
use desk::routing::{Level, USUAL_LEVEL};
use serde::Serialize;
use store::agents::Agent;
use store::{Tx, skills};
use wire::agent::Speaks;
use wire::settings::AgentSettings;

use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::speaks;

/// How well somebody who spoke `before` speaks the languages that are `given`: as it is said; as before where it is not; and
/// a language that is new is spoken as usual.
pub fn spoken(before: &[(Language, Level)], given: &AgentSettings) -> Vec<(Language, Level)> {
    let said = given.levels.iter().flatten().map(|one| (one.language.into(), one.level));
    let known: Vec<(Language, Level)> = said.chain(before.iter().copied()).collect();
    let level = |language: Language| known.iter().find(|(one, _)| *one == language).map_or(USUAL_LEVEL, |(_, level)| *level);
    // In the order in which they are stored, so that the same person is equal to themselves.
    let speaks = Language::ALL.into_iter().filter(|language| given.languages.contains(&(*language).into()));
    speaks.map(|language| (language, level(language))).collect()
}

/// Whether there are the skills that a person is to have. One that was removed while they were changed is left alone.
pub async fn are_known(tx: &mut Tx, organisation: OrganisationId, before: Option<&Agent>, after: &Agent) -> store::Result<Answer<()>> {
    let all = skills::list(tx, organisation).await?;
    let is_known = |id: SkillId| all.iter().any(|skill| skill.skill_id == id);
    if after.skills.iter().all(|id| is_known(*id) || before.is_some_and(|before| before.skills.contains(id))) {
        return Ok(Ok(()));
    }
    Ok(Err(Refused::invalid(vec![Wrong::new("skill_ids", "field-unknown-id")])))
}

/// A person as the log tells of them: skills by name, and a language only with its level.
#[derive(Serialize)]
pub struct Told {
    name: String,
    first_name: String,
    email: String,
    role: wire::agent::Role,
    slots: i64,
    may_exceed: bool,
    speaks: Vec<Speaks>,
    skills: Vec<String>,
    active: bool,
}

impl Told {
    /// As the settings of `agent` are now.
    pub async fn of(tx: &mut Tx, organisation: OrganisationId, agent: &Agent) -> store::Result<Self> {
        let known = skills::list(tx, organisation).await?.into_iter().filter(|skill| agent.skills.contains(&skill.skill_id));
        Ok(Self {
            name: agent.name.clone(),
            first_name: agent.first_name.clone(),
            email: agent.email.clone(),
            role: agent.role.into(),
            slots: agent.slots,
            may_exceed: agent.may_exceed,
            speaks: speaks(agent),
            skills: known.map(|skill| skill.name).collect(),
            active: agent.active,
        })
    }
}
