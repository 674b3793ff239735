//! What a case is sorted by, and that solving may ask for it. Called by [`super::decide`] alone.

use super::event::Event;
use super::refusal::Refusal;
use super::state::{Case, CaseState};
use crate::id::{AgentId, LabelId};
use crate::labels::{Labels, MOST_TAGS, Requires};

/// Puts these labels on the case in place of what it has. A retired one stays where it is and goes nowhere else.
pub(super) fn label(case: &Case, by: AgentId, category: Option<LabelId>, tags: Vec<LabelId>, now: &Labels) -> Result<Vec<Event>, Refusal> {
    if case.state == CaseState::Closed {
        return Err(Refusal::CaseClosed);
    }
    let has_category = |one: LabelId| case.category == Some(one) || now.categories.contains(&one);
    let has_tag = |one: &LabelId| case.tags.contains(one) || now.tags.contains(one);
    let mut each: Vec<LabelId> = Vec::new();
    for tag in tags {
        if !each.contains(&tag) {
            each.push(tag);
        }
    }
    if each.len() > MOST_TAGS || !category.is_none_or(has_category) || !each.iter().all(has_tag) {
        return Err(Refusal::UnknownLabel);
    }
    if case.category == category && case.tags == each {
        return Ok(Vec::new());
    }
    Ok(vec![Event::Labelled { category, tags: each, by }])
}

/// Whether the case has what its client asks of one that is solved. One that is solved already is asked nothing more.
pub(super) fn require_labels(case: &Case, asked: Requires) -> Result<Vec<Event>, Refusal> {
    let missing = Requires { category: asked.category && case.category.is_none(), tag: asked.tag && case.tags.is_empty() };
    let is_over = matches!(case.state, CaseState::Solved | CaseState::Closed);
    if is_over || missing == Requires::default() { Ok(Vec::new()) } else { Err(Refusal::LabelsMissing(missing)) }
}
