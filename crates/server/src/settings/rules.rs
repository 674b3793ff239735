//! The rules of a client about what its contacts need: kept in their order, and tried before they hold (NV-08).

use axum::Json;
use axum::extract::State;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::case::Channel;
use desk::id::{ClientId, ContactId, LabelId, OrganisationId, RuleId, SkillId, TeamId};
use desk::labels::LabelKind;
use desk::language::Language;
use desk::may::Act;
use desk::routing::reach::never_reached;
use desk::routing::rules::{
    Asks, Beginning, Dropped, Judged, LONGEST_NAME, LONGEST_PAGE, MOST, Mismatch, NoChat, PRIORITIES, PageIs, Rule, When, need, trace,
};
use desk::routing::{AgentNow, Waiting, explain};
use sha2::{Digest, Sha256};
use store::clients::Client;
use store::{Tx, audit, clients, labels, routing, routing_rules, skills, teams};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::routing::Routing;
use wire::rules as shapes;
use wire::rules::{
    Begins, ClientRules, PageHow, RoutingRule, RoutingRules, RuleInVain, RuleJudged, RuleNeverReached, RulesTried, TryRules,
};

use super::checks::{Checks, all_differ};
use super::told_rules::told;
use crate::cases::routed;
use crate::extract::{Body, InPath};
use crate::ingest;
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused};
use crate::rows::tell_settings;
use crate::ruling::Ruling;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show, change)).routes(routes!(try_out))
}

#[utoipa::path(get, path = "/api/clients/{client_id}/routing-rules", params(("client_id" = Uuid, Path)),
    responses((status = OK, body = ClientRules), (status = 404)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<ClientRules>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::load(tx, organisation, ClientId(client)).await? else { return Ok(None) };
        shown(tx, organisation, &client).await.map(Some)
    });
    found.await?.map(Json).ok_or_else(Refused::not_found)
}

#[utoipa::path(put, path = "/api/clients/{client_id}/routing-rules", params(("client_id" = Uuid, Path)), request_body = RoutingRules,
    responses((status = OK, body = ClientRules), (status = 404),
    (status = 409, description = "`id_reused`, `routing_rules_changed`")))]
async fn change(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<RoutingRules>,
) -> Answer<Json<ClientRules>> {
    who.may(Act::ChangeSettings)?;
    let wanted = checked(&given.rules)?;
    let organisation = who.organisation;
    let mut entry = noted::by(&desk, &who, "rules_changed", "")?;
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(client) = clients::load_to_change(tx, organisation, ClientId(client)).await? else { return no(tx, Refused::not_found()) };
        let before = routing_rules::of_client(tx, organisation, client.client_id).await?;
        if let Err(refused) = all_known(tx, organisation, &client, (&before, &wanted)).await? {
            return no(tx, refused);
        }
        // The same once more is the same, whoever has saved it.
        if before != wanted {
            if given.version != version(&before) {
                return no(tx, Refused::conflict("routing_rules_changed"));
            }
            if !routing_rules::put(tx, organisation, client.client_id, &wanted).await? {
                return no(tx, Refused::conflict("id_reused"));
            }
            let (before, after) =
                (told(tx, organisation, client.client_id, &before).await?, told(tx, organisation, client.client_id, &wanted).await?);
            entry.changes = noted::changes(Some(&before), Some(&after));
            entry.object.clone_from(&client.name);
            audit::add(tx, organisation, &entry).await?;
        }
        shown(tx, organisation, &client).await.map(Ok)
    });
    let kept = stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(kept))
}

/// For whoever looks after everybody's chats: it shows how much colleagues have. It keeps nothing.
#[utoipa::path(post, path = "/api/clients/{client_id}/routing-rules-trial", params(("client_id" = Uuid, Path)), request_body = TryRules,
    responses((status = OK, body = RulesTried), (status = 404)))]
async fn try_out(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<TryRules>,
) -> Answer<Json<RulesTried>> {
    who.may(Act::SeeSettings)?;
    who.may(Act::SeeEveryClient)?;
    let rules = checked(&given.rules)?;
    let (organisation, at) = (who.organisation, desk.now());
    let language = Language::from(given.language);
    let page = ingest::page(given.page.as_deref());
    let tried = desk.db.read(async move |tx: &mut Tx| {
        let Some(client) = clients::load(tx, organisation, ClientId(client)).await? else { return Ok(None) };
        let category = given.category_id.map(LabelId);
        let beginning = Beginning { language, page: page.as_deref(), customer: given.customer.into(), category };
        let ruling = Ruling::by(tx, organisation, &rules, beginning).await?;
        let need = ruling.need(&client, language, Channel::Chat);
        let begins = ruling.may_begin(tx, organisation, &client, language, at).await?;
        let waiting = Waiting {
            contact: ContactId(Uuid::nil()),
            priority: need.demand.priority,
            arrived_at: at,
            needs: need.of(client.client_id, language),
            passed_by: Vec::new(),
            last_with: None,
        };
        let decision = explain(&waiting, routing::agents(tx, organisation).await?, None, at);
        Ok(Some(RulesTried {
            rules: trace(&rules, beginning)
                .into_iter()
                .map(|(rule, judged)| RuleJudged { rule_id: rule.0, judged: word(judged) })
                .collect(),
            level: need.demand.level,
            skill_id: need.demand.skill.map(|skill| skill.0),
            priority: need.demand.priority,
            in_vain: need.dropped.iter().copied().map(Into::into).collect(),
            begins: begins.map_or_else(begins_not, |()| Begins::Yes),
            routing: Routing {
                waits: true,
                by_rule: need.by_rule,
                for_team: need.team.map(|team| team.0),
                also_for: Vec::new(),
                offered_to: None,
                chosen: decision.chosen.map(|chosen| chosen.0),
                agents: decision.steps.into_iter().map(routed).collect(),
            },
        }))
    });
    tried.await?.map(Json).ok_or_else(Refused::not_found)
}

fn begins_not(no: NoChat) -> Begins {
    match no {
        NoChat::Closed(reason) => Begins::Closed { reason: reason.into() },
        NoChat::NobodyKnows => Begins::NobodyKnows,
    }
}

fn word(judged: Judged) -> shapes::Judged {
    match judged {
        Judged::Decides => shapes::Judged::Decides,
        Judged::TooLate => shapes::Judged::TooLate,
        Judged::Not(Mismatch::Language) => shapes::Judged::Language,
        Judged::Not(Mismatch::Page) => shapes::Judged::Page,
        Judged::Not(Mismatch::Customer) => shapes::Judged::Customer,
        Judged::Not(Mismatch::Category) => shapes::Judged::Category,
    }
}

async fn shown(tx: &mut Tx, organisation: OrganisationId, client: &Client) -> store::Result<ClientRules> {
    let rules = routing_rules::of_client(tx, organisation, client.client_id).await?;
    let skills: Vec<SkillId> = skills::list(tx, organisation).await?.iter().map(|skill| skill.skill_id).collect();
    let everybody = routing::everybody(tx, organisation).await?;
    let in_vain = rules.iter().map(|rule| RuleInVain { rule_id: rule.id.0, what: in_vain(rule, client, &skills, &everybody) });
    let in_vain = in_vain.filter(|one| !one.what.is_empty()).collect();
    let uuids = |of: Vec<RuleId>| of.into_iter().map(|id| id.0).collect();
    let never = never_reached(&rules).into_iter();
    let never_reached = never.map(|one| RuleNeverReached { rule_id: one.rule.0, above: uuids(one.above) }).collect();
    Ok(ClientRules { rules: rules.iter().map(view).collect(), in_vain, never_reached, version: version(&rules) })
}

/// What tells rules from others: of all that they say, so that nothing has to be counted or kept for it.
fn version(rules: &[Rule]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{rules:?}")))
}

/// What a rule asks for in vain in every language in which it matches.
fn in_vain(rule: &Rule, client: &Client, skills: &[SkillId], everybody: &[AgentNow]) -> Vec<shapes::Dropped> {
    let languages = if rule.when.languages.is_empty() { &client.languages } else { &rule.when.languages };
    let dropped = |language: &Language| need(Some(rule), client.client_id, *language, Channel::Message, skills, everybody).dropped;
    let each: Vec<Vec<Dropped>> = languages.iter().map(dropped).collect();
    let always = |what: &Dropped| !each.is_empty() && each.iter().all(|dropped| dropped.contains(what));
    [Dropped::Team, Dropped::Skill, Dropped::Level].into_iter().filter(always).map(Into::into).collect()
}

fn view(rule: &Rule) -> RoutingRule {
    let page = rule.when.page.as_ref().map(|page| match page {
        PageIs::Under(path) => shapes::PageIs { how: PageHow::Under, text: path.clone() },
        PageIs::Containing(part) => shapes::PageIs { how: PageHow::Containing, text: part.clone() },
    });
    RoutingRule {
        rule_id: rule.id.0,
        name: rule.name.clone(),
        languages: rule.when.languages.iter().copied().map(Into::into).collect(),
        page,
        customer: rule.when.customer.map(Into::into),
        category_ids: rule.when.categories.iter().map(|category| category.0).collect(),
        level: rule.asks.level,
        skill_id: rule.asks.skill.map(|skill| skill.0),
        priority: rule.asks.priority,
        team_id: rule.asks.team.map(|team| team.0),
    }
}

fn checked(given: &[RoutingRule]) -> Answer<Vec<Rule>> {
    let mut checks = Checks::default();
    checks.at_most("rules", given.len(), MOST);
    let ids: Vec<Uuid> = given.iter().map(|rule| rule.rule_id).collect();
    if !all_differ(&ids) {
        return Err(Refused::conflict("id_reused"));
    }
    let rules = given.iter().take(MOST).map(|rule| checked_rule(&mut checks, rule)).collect();
    checks.done()?;
    Ok(rules)
}

fn checked_rule(checks: &mut Checks, given: &RoutingRule) -> Rule {
    let field = |name: &str| format!("{}.{name}", given.rule_id);
    let name = checks.line(&field("name"), &given.name, LONGEST_NAME);
    if let Some(level) = given.level {
        checks.range(&field("level"), level.into(), 1, 3);
    }
    if let Some(priority) = given.priority {
        checks.range(&field("priority"), priority, *PRIORITIES.start(), *PRIORITIES.end());
    }
    Rule {
        id: RuleId(given.rule_id),
        name,
        when: When {
            languages: Language::ALL.into_iter().filter(|one| given.languages.contains(&(*one).into())).collect(),
            page: given.page.as_ref().map(|page| checked_page(checks, &field("page"), page)),
            customer: given.customer.map(Into::into),
            categories: checked_categories(checks, &field("category_ids"), &given.category_ids),
        },
        asks: Asks { level: given.level, skill: given.skill_id.map(SkillId), priority: given.priority, team: given.team_id.map(TeamId) },
    }
}

fn checked_categories(checks: &mut Checks, field: &str, given: &[Uuid]) -> Vec<LabelId> {
    checks.at_most(field, given.len(), MOST);
    let mut each: Vec<LabelId> = given.iter().take(MOST).copied().map(LabelId).collect();
    each.sort_unstable();
    each.dedup();
    each
}

/// Only what a rule can ever find: no query, and a path from its beginning.
fn checked_page(checks: &mut Checks, field: &str, page: &shapes::PageIs) -> PageIs {
    let text = checks.line(field, &page.text, LONGEST_PAGE);
    if text.contains(['?', '#']) {
        checks.wrong(field, "field-page-query");
    }
    match page.how {
        PageHow::Under => {
            if !text.is_empty() && !text.starts_with('/') {
                checks.wrong(field, "field-page-path");
            }
            PageIs::Under(text)
        }
        PageHow::Containing => PageIs::Containing(text),
    }
}

/// Whether every skill and team is of this organisation and every category of this client. A rule that a removed one stands in
/// may be kept as it is.
async fn all_known(
    tx: &mut Tx,
    organisation: OrganisationId,
    client: &Client,
    (before, wanted): (&[Rule], &[Rule]),
) -> store::Result<Answer<()>> {
    let labels = labels::of_client(tx, organisation, client.client_id).await?;
    let is_category = |id: &LabelId| labels.iter().any(|label| label.label_id == *id && label.kind == LabelKind::Category);
    let skills: Vec<SkillId> = skills::list(tx, organisation).await?.iter().map(|skill| skill.skill_id).collect();
    let teams: Vec<TeamId> = teams::list(tx, organisation).await?.iter().map(|team| team.team_id).collect();
    let mut checks = Checks::default();
    for rule in wanted {
        let had = before.iter().find(|there| there.id == rule.id).map(|there| there.asks).unwrap_or_default();
        if rule.asks.skill.is_some_and(|skill| !skills.contains(&skill)) && rule.asks.skill != had.skill {
            checks.wrong(&format!("{}.skill_id", rule.id), "field-unknown-id");
        }
        if rule.asks.team.is_some_and(|team| !teams.contains(&team)) && rule.asks.team != had.team {
            checks.wrong(&format!("{}.team_id", rule.id), "field-unknown-id");
        }
        if !rule.when.categories.iter().all(is_category) {
            checks.wrong(&format!("{}.category_ids", rule.id), "field-unknown-id");
        }
    }
    Ok(checks.done())
}
