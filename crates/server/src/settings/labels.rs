//! How the cases of a client are sorted: its categories and tags, and what solving asks for.

use std::collections::HashSet;

use axum::Json;
use axum::extract::State;
use desk::id::{ClientId, LabelId, OrganisationId};
use desk::labels::{LONGEST_NAME, LabelKind, MOST, Requires};
use desk::language::Language;
use desk::may::Act;
use desk::moment::Moment;
use store::labels::Label;
use store::speech::Worded;
use store::{Tx, audit, clients, labels};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::labels::ClientLabels;

use crate::extract::{Body, InPath};
use crate::noted::{self, no};
use crate::refusal::{Answer, Refused, Wrong};
use crate::rows::{self, tell_settings};
use crate::settings::checks::Checks;
use crate::state::Desk;
use crate::who::Who;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(show, change))
}

#[utoipa::path(get, path = "/api/clients/{client_id}/labels", params(("client_id" = Uuid, Path)), responses((status = OK, body = ClientLabels)))]
async fn show(State(desk): State<Desk>, who: Who, InPath(client): InPath<Uuid>) -> Answer<Json<ClientLabels>> {
    who.may(Act::SeeSettings)?;
    let organisation = who.organisation;
    let found = desk.db.read(async move |tx: &mut Tx| read(tx, organisation, ClientId(client)).await).await?;
    found.map(Json).ok_or_else(Refused::not_found)
}

async fn read(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> store::Result<Option<ClientLabels>> {
    let Some(requires) = labels::requires(tx, organisation, client).await? else { return Ok(None) };
    let all = labels::of_client(tx, organisation, client).await?;
    Ok(Some(ClientLabels { labels: all.iter().map(rows::label).collect(), requires: rows::requires(requires) }))
}

#[utoipa::path(put, path = "/api/clients/{client_id}/labels", params(("client_id" = Uuid, Path)), request_body = ClientLabels,
    responses((status = OK, body = ClientLabels), (status = 404), (status = 409, description = "`id_reused`")))]
async fn change(
    State(desk): State<Desk>,
    who: Who,
    InPath(client): InPath<Uuid>,
    Body(given): Body<ClientLabels>,
) -> Answer<Json<ClientLabels>> {
    who.may(Act::ChangeSettings)?;
    let client = ClientId(client);
    let wanted = checked(client, &given)?;
    let requires = Requires { category: given.requires.category, tag: given.requires.tag };
    // One entry of the audit list for each thing that can change, made before the unit: ids are made outside of it.
    let mut entries = Vec::new();
    for _ in 0..=wanted.len() {
        entries.push(noted::by(&desk, &who, "labels_changed", "")?);
    }
    let (organisation, now) = (who.organisation, desk.now());
    let stored = desk.db.unit(async move |tx: &mut Tx| {
        let Some(there) = clients::load_to_change(tx, organisation, client).await? else { return no(tx, Refused::not_found()) };
        let mut said = match keep(tx, organisation, &wanted, client, now).await? {
            Ok(said) => said,
            Err(refused) => return no(tx, refused),
        };
        let before = labels::requires(tx, organisation, client).await?.unwrap_or_default();
        if before != requires {
            labels::require(tx, organisation, client, requires).await?;
            said.push(format!("{} → {}", asked(before), asked(requires)));
        }
        for (mut entry, change) in entries.into_iter().zip(said) {
            entry.object = format!("{}: {change}", there.name);
            audit::add(tx, organisation, &entry).await?;
        }
        Ok(read(tx, organisation, client).await?.ok_or_else(Refused::not_found))
    });
    let kept = stored.await??;
    tell_settings(&desk, organisation).await;
    Ok(Json(kept))
}

fn checked(client_id: ClientId, given: &ClientLabels) -> Answer<Vec<Label>> {
    let mut checks = Checks::default();
    let mut names = HashSet::new();
    let mut wanted = Vec::new();
    if given.labels.len() > MOST {
        checks.note::<()>(Err(Wrong::new("labels", "field-too-many").with("limit", MOST.to_string())));
    }
    for (place, label) in given.labels.iter().take(MOST).enumerate() {
        let field = format!("labels.{place}");
        let name = checks.line(&field, &label.name, LONGEST_NAME);
        if !names.insert((label.kind, name.to_lowercase())) {
            checks.wrong(&field, "field-label-taken");
        }
        let kind = LabelKind::from(label.kind);
        let offered = label.offered.as_ref().filter(|_| kind == LabelKind::Category).map(|words| {
            let mut text = |words: &str| checks.optional_line(&field, words, LONGEST_NAME);
            Worded { fi: text(&words.fi), sv: text(&words.sv), en: text(&words.en) }
        });
        wanted.push(Label { label_id: LabelId(label.label_id), client_id, kind, name, is_retired: label.retired, offered });
    }
    checks.done()?;
    Ok(wanted)
}

/// Adds and changes what differs, and says what that was, for the audit list.
async fn keep(
    tx: &mut Tx,
    organisation: OrganisationId,
    wanted: &[Label],
    client: ClientId,
    at: Moment,
) -> store::Result<Answer<Vec<String>>> {
    let there = labels::of_client(tx, organisation, client).await?;
    let mut said = Vec::new();
    let (mut renamed, mut new) = (Vec::new(), Vec::new());
    for label in wanted {
        match there.iter().find(|one| one.label_id == label.label_id) {
            Some(before) if before.kind != label.kind => return Ok(Err(Refused::conflict("id_reused"))),
            Some(before) if before != label => renamed.push((before, label)),
            Some(_) => {}
            None => new.push(label),
        }
    }
    let named = |label: &Label| (label.kind, label.name.to_lowercase());
    let others = there.iter().filter(|one| !wanted.iter().any(|label| label.label_id == one.label_id));
    if others.clone().any(|other| wanted.iter().any(|label| named(label) == named(other))) {
        // Somebody else has added it since this list was loaded.
        return Ok(Err(Refused::invalid(vec![Wrong::new("labels", "field-label-taken")])));
    }
    if there.len() + new.len() > MOST {
        return Ok(Err(Refused::invalid(vec![Wrong::new("labels", "field-too-many").with("limit", MOST.to_string())])));
    }
    for (before, label) in &renamed {
        // Two may exchange their names: each steps aside first.
        labels::change(tx, organisation, &Label { name: before.label_id.to_string(), ..(*before).clone() }).await?;
        said.push(format!("{} → {}", described(before), described(label)));
    }
    for (_, label) in renamed {
        labels::change(tx, organisation, label).await?;
    }
    for label in new {
        if !labels::add(tx, organisation, label, at).await? {
            return Ok(Err(Refused::conflict("id_reused")));
        }
        said.push(format!("+ {}", described(label)));
    }
    Ok(Ok(said))
}

/// A label as the audit list names it: a tag as people write one, a retired one in brackets, and what customers read of it.
fn described(label: &Label) -> String {
    let sign = match label.kind {
        LabelKind::Category => "",
        LabelKind::Tag => "#",
        LabelKind::Place => "→ ",
        LabelKind::Remedy => "? ",
    };
    let name = format!("{sign}{}", label.name);
    let name = if label.is_retired { format!("({name})") } else { name };
    if label.offered.is_none() {
        return name;
    }
    format!("{name} [{}]", Language::ALL.map(|language| label.read_in(language)).join(" / "))
}

fn asked(requires: Requires) -> &'static str {
    match (requires.category, requires.tag) {
        (false, false) => "required: nothing",
        (true, false) => "required: category",
        (false, true) => "required: tag",
        (true, true) => "required: category, tag",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::labels as shapes;

    #[test]
    fn a_label_has_a_name_and_no_other_of_its_kind_has_the_same() {
        let label = |kind, name: &str| shapes::Label { label_id: Uuid::nil(), kind, name: name.into(), retired: false, offered: None };
        let requires = shapes::Requires { category: false, tag: false };
        let given = |labels| ClientLabels { labels, requires };
        let client = ClientId(Uuid::nil());
        let alike = given(vec![label(shapes::LabelKind::Tag, "Opiskelija"), label(shapes::LabelKind::Tag, " opiskelija ")]);
        assert!(checked(client, &alike).is_err());
        assert!(checked(client, &given(vec![label(shapes::LabelKind::Tag, " ")])).is_err());
        let two = given(vec![label(shapes::LabelKind::Tag, "Tulostus"), label(shapes::LabelKind::Category, "Tulostus")]);
        assert!(checked(client, &two).is_ok());
    }
}
