//! What a person knows, as settings say it, and what the audit list says of a change of it.

use desk::id::{OrganisationId, SkillId};
use desk::language::Language;
use desk::routing::{Level, USUAL_LEVEL};
use store::agents::Agent;
use store::skills::Skill;
use store::{Tx, skills};
use wire::settings::AgentSettings;

use crate::refusal::{Answer, Refused, Wrong};

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

/// What becomes of a person's languages and skills, old and new: ` (sv 2 → 3, + Laskut)`; nothing of a new one's. Refuses skills that there are not.
pub async fn changes(tx: &mut Tx, organisation: OrganisationId, before: Option<&Agent>, after: &Agent) -> store::Result<Answer<String>> {
    let all = skills::list(tx, organisation).await?;
    let is_known = |id: SkillId| all.iter().any(|skill| skill.skill_id == id);
    // One that was removed while they were changed is left alone.
    if !after.skills.iter().all(|id| is_known(*id) || before.is_some_and(|before| before.skills.contains(id))) {
        return Ok(Err(Refused::invalid(vec![Wrong::new("skill_ids", "field-unknown-id")])));
    }
    let Some(before) = before else { return Ok(Ok(String::new())) };
    let mut changes = Vec::new();
    for language in Language::ALL {
        let level = |agent: &Agent| agent.languages.iter().find(|(one, _)| *one == language).map_or(0, |(_, level)| *level);
        if level(before) != level(after) {
            changes.push(format!("{} {} → {}", language.code(), level(before), level(after)));
        }
    }
    let only_in = |one: &Agent, other: &Agent| {
        all.iter().filter(|skill| has(one, skill) && !has(other, skill)).map(|skill| skill.name.clone()).collect::<Vec<_>>()
    };
    changes.extend(only_in(after, before).into_iter().map(|name| format!("+ {name}")));
    changes.extend(only_in(before, after).into_iter().map(|name| format!("− {name}")));
    Ok(Ok(if changes.is_empty() { String::new() } else { format!(" ({})", changes.join(", ")) }))
}

fn has(agent: &Agent, skill: &Skill) -> bool {
    agent.skills.contains(&skill.skill_id)
}
