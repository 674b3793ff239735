//! The rules of a client as the log tells of them: one short line each, in their order, with names instead of ids.

use desk::id::{ClientId, LabelId, OrganisationId};
use desk::routing::rules::{CustomerIs, PageIs, Rule};
use serde::Serialize;
use store::labels::Label;
use store::{Tx, labels, skills, teams};

/// All of them.
#[derive(Serialize)]
pub struct Told {
    rules: Vec<String>,
}

/// With the names that skills, teams and categories have now.
pub async fn told(tx: &mut Tx, organisation: OrganisationId, client: ClientId, rules: &[Rule]) -> store::Result<Told> {
    let skills = skills::list(tx, organisation).await?;
    let teams = teams::list(tx, organisation).await?;
    let labels = labels::of_client(tx, organisation, client).await?;
    let line = |rule: &Rule| {
        let skill = rule.asks.skill.map(|id| skills.iter().find(|one| one.skill_id == id).map_or("–", |one| &one.name));
        let team = rule.asks.team.map(|id| teams.iter().find(|one| one.team_id == id).map_or("–", |one| &one.name));
        let asks = [
            skill.map(str::to_owned),
            rule.asks.level.map(|level| format!("≥ {level}")),
            rule.asks.priority.map(|one| format!("P{one}")),
            team.map(str::to_owned),
        ];
        format!("{}: {} → {}", rule.name, joined(&when(rule, &labels)), joined(&asks.into_iter().flatten().collect::<Vec<_>>()))
    };
    Ok(Told { rules: rules.iter().map(line).collect() })
}

fn when(rule: &Rule, labels: &[Label]) -> Vec<String> {
    let languages = rule.when.languages.iter().map(|language| language.code().to_owned());
    let page = rule.when.page.as_ref().map(|page| match page {
        PageIs::Under(path) => format!("{path}…"),
        PageIs::Containing(part) => format!("…{part}…"),
    });
    let customer = rule.when.customer.map(|is| match is {
        CustomerIs::Known => "+".to_owned(),
        CustomerIs::New => "?".to_owned(),
    });
    let name = |id: &LabelId| labels.iter().find(|label| label.label_id == *id).map_or("–", |label| &label.name).to_owned();
    let categories = (!rule.when.categories.is_empty()).then(|| rule.when.categories.iter().map(name).collect::<Vec<_>>().join(" / "));
    languages.chain(page).chain(customer).chain(categories).collect()
}

fn joined(parts: &[String]) -> String {
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}
