//! A rule's no as a problem document: which code, which status, and whose name it tells.

use axum::http::StatusCode;
use desk::availability::Presence;
use desk::case::Refusal;
use desk::id::{AgentId, OrganisationId};
use desk::may::may_exceed;
use desk::routing::{Lack, Level};
use store::Tx;

use crate::refusal::Refused;

/// So many names are read; the rest can be seen on the team's page.
const NAMED: usize = 3;

/// The refusal of a case command. Names of colleagues are read in the same transaction.
pub async fn refused(tx: &mut Tx, organisation: OrganisationId, refusal: Refusal) -> store::Result<Refused> {
    Ok(match refusal {
        Refusal::HeldByAnother(agent) => Refused::conflict("held_by_another").with("name", name(tx, organisation, agent).await?),
        Refusal::OfferedToAnother(agent) => Refused::conflict("offered_to_another").with("name", name(tx, organisation, agent).await?),
        Refusal::ColleagueAnswered(agent) => Refused::conflict("colleague_answered").with("name", name(tx, organisation, agent).await?),
        Refusal::MayNotExceed => Refused::conflict("may_not_exceed").with("names", who_may_exceed(tx, organisation).await?),
        Refusal::SlotsFull => Refused::conflict("slots_full"),
        Refusal::NotHeldByYou => Refused::conflict("not_held_by_you"),
        Refusal::Lacks(lack) => lacks(tx, organisation, lack).await?,
        Refusal::ForAnotherTeam => Refused::conflict("for_another_team"),
        Refusal::ContactEnded => Refused::conflict("contact_ended"),
        Refusal::TooManyEstimates => Refused::conflict("too_many_estimates"),
        Refusal::CaseClosed => Refused::conflict("case_closed"),
        Refusal::TargetGone => Refused::conflict("target_gone"),
        Refusal::ChatClosed(_) => Refused::conflict("chat_closed"),
        Refusal::TooLateToUndo => Refused::conflict("too_late_to_undo"),
        Refusal::PromiseTime => Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "promise_time"),
        Refusal::PlaceMissing => Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "place_missing"),
        Refusal::RemedyMissing => Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "remedy_missing"),
        Refusal::UnknownLabel => Refused::conflict("unknown_label"),
        Refusal::LabelsMissing(_) => Refused::conflict("labels_missing"),
        Refusal::CallOrdered => Refused::conflict("call_ordered"),
        Refusal::AsksForCall => Refused::conflict("asks_for_call"),
        Refusal::NoCall => Refused::conflict("no_call"),
        Refusal::AwaitsCall => Refused::conflict("awaits_call"),
        Refusal::NotByHand => Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "not_by_hand"),
    })
}

/// Some who could take it: those who are there, by name.
async fn who_may_exceed(tx: &mut Tx, organisation: OrganisationId) -> store::Result<String> {
    let people = store::agents::list(tx, organisation).await?;
    let may = people.iter().filter(|agent| agent.active && agent.presence == Presence::Present && may_exceed(agent.role, agent.may_exceed));
    Ok(may.map(|agent| agent.name.as_str()).take(NAMED).collect::<Vec<_>>().join(", "))
}

async fn lacks(tx: &mut Tx, organisation: OrganisationId, lack: Lack) -> store::Result<Refused> {
    Ok(match lack {
        Lack::Language(language) => Refused::conflict("lacks_language").with("language", language.code()),
        Lack::Level { language, needs, .. } => {
            Refused::conflict("lacks_level").with("language", language.code()).with("level", level_word(needs))
        }
        Lack::Skill(skill) => {
            let skill = store::skills::load(tx, organisation, skill).await?;
            Refused::conflict("lacks_skill").with("skill", skill.map(|skill| skill.name).unwrap_or_default())
        }
    })
}

/// A level as the texts name it.
fn level_word(level: Level) -> &'static str {
    match level {
        ..=1 => "copes",
        2 => "fluent",
        3.. => "native",
    }
}

async fn name(tx: &mut Tx, organisation: OrganisationId, agent: AgentId) -> store::Result<String> {
    Ok(store::agents::load(tx, organisation, agent).await?.map(|agent| agent.name).unwrap_or_default())
}
