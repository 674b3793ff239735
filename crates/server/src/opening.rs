//! Whether a client's chat is open as screens are told it: its doors, and what its rules close to some of those who come.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::id::OrganisationId;
use desk::language::Language;
use desk::moment::Moment;
use desk::routing::rules::{Shut, There, shut};
use sha2::{Digest, Sha256};
use store::clients::Client;
use store::{Tx, routing, routing_rules, skills};
use wire::common::Availability;

use crate::doors;

/// How a client's chat stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What visitors are told of it.
    pub availability: Availability,
    /// The names of the rules that close it to those for whom they decide, in their order; for the desk's own people.
    pub closed_rules: Vec<String>,
}

/// How the chat of `client` stands at `at`.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: &Client, at: Moment) -> store::Result<Opening> {
    let availability = doors::availability_of(tx, organisation, client, at).await?;
    let rules = routing_rules::of_client(tx, organisation, client.client_id).await?;
    // Most clients have no such rule, and who is there need not be read for them.
    if !availability.open || !rules.iter().any(|rule| rule.asks.for_somebody()) {
        return Ok(Opening { availability, closed_rules: Vec::new() });
    }
    let known: Vec<_> = skills::list(tx, organisation).await?.iter().map(|skill| skill.skill_id).collect();
    let everybody = routing::everybody(tx, organisation).await?;
    let waiting: Vec<_> = routing::in_line(tx, organisation).await?.into_iter().map(|one| one.waiting).collect();
    let there = There { skills: &known, everybody: &everybody, waiting: &waiting };
    let is_open = |language: &Language| !availability.closed_in.iter().any(|one| Language::from(one.language) == *language);
    let languages: Vec<Language> = client.languages.iter().copied().filter(is_open).collect();
    let shut = shut(&rules, client.client_id, &languages, client.queue_ceiling, there);
    let mut closed_rules: Vec<String> = shut.iter().map(|one| one.rule.name.clone()).collect();
    closed_rules.dedup();
    let closed_by_rules = mark(&shut);
    Ok(Opening { availability: Availability { closed_by_rules, ..availability }, closed_rules })
}

/// Another one whenever other rules close it, to others or for another reason; it tells visitors nothing else of them.
fn mark(shut: &[Shut<'_>]) -> Option<String> {
    let mut hash = Sha256::new();
    for Shut { rule, language, because } in shut {
        hash.update(format!("{:?} {language:?} {because:?}\n", rule.id));
    }
    (!shut.is_empty()).then(|| URL_SAFE_NO_PAD.encode(hash.finalize()).chars().take(8).collect())
}
