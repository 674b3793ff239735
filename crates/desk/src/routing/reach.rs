//! Rules that no contact ever comes to, because those above them decide about all that they match. It is told to whoever looks
//! after the rules; keeping them is no mistake that has to be refused, as the one above may be meant to go soon.
//!
//! A condition of one rule implies one of another where that is so for every page there could be. What cannot be known so is
//! taken as reachable: what is told here is true.

use super::rules::{CustomerIs, PageIs, Rule, When};
use crate::id::{LabelId, RuleId};
use crate::language::Language;
use crate::website;

/// A rule that never decides anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeverReached {
    /// Which.
    pub rule: RuleId,
    /// Those above it that decide instead, in their order: the first that does so alone, or else all that do so together.
    pub above: Vec<RuleId>,
}

/// Which of a client's rules never decide anything, in their order.
pub fn never_reached(rules: &[Rule]) -> Vec<NeverReached> {
    let never = |(at, rule): (usize, &Rule)| {
        let above = rules.split_at_checked(at)?.0;
        let above = deciding(above, &rule.when)?;
        Some(NeverReached { rule: rule.id, above })
    };
    rules.iter().enumerate().filter_map(never).collect()
}

/// Those of `above` that decide about everybody whom `when` matches; none where somebody is left.
fn deciding(above: &[Rule], when: &When) -> Option<Vec<RuleId>> {
    let kinds = kinds(when);
    // What is asked of the page is asked of all of them alike.
    let near: Vec<&Rule> = above.iter().filter(|rule| implies(when.page.as_ref(), rule.when.page.as_ref())).collect();
    if let Some(alone) = near.iter().find(|rule| kinds.iter().all(|kind| kind.is_of(&rule.when))) {
        return Some(vec![alone.id]);
    }
    let first = |kind: &Kind| near.iter().position(|rule| kind.is_of(&rule.when));
    let mut places = kinds.iter().map(first).collect::<Option<Vec<usize>>>()?;
    places.sort_unstable();
    places.dedup();
    Some(places.into_iter().filter_map(|place| near.get(place)).map(|rule| rule.id).collect())
}

/// Some of those who begin: all that rules tell apart, but for the page.
struct Kind {
    language: Language,
    customer: CustomerIs,
    /// None stands for whatever is chosen: only a rule that asks for no category takes all of them.
    category: Option<LabelId>,
}

/// Everybody whom `when` matches on a page that it means.
fn kinds(when: &When) -> Vec<Kind> {
    let languages = Language::ALL.into_iter().filter(|one| when.languages.is_empty() || when.languages.contains(one));
    let customers = [CustomerIs::Known, CustomerIs::New].into_iter().filter(|one| when.customer.is_none_or(|is| is == *one));
    let categories: Vec<Option<LabelId>> =
        if when.categories.is_empty() { vec![None] } else { when.categories.iter().copied().map(Some).collect() };
    let pairs: Vec<(CustomerIs, Option<LabelId>)> =
        customers.flat_map(|customer| categories.iter().map(move |category| (customer, *category))).collect();
    languages
        .flat_map(|language| pairs.iter().map(move |(customer, category)| Kind { language, customer: *customer, category: *category }))
        .collect()
}

impl Kind {
    fn is_of(&self, when: &When) -> bool {
        (when.languages.is_empty() || when.languages.contains(&self.language))
            && when.customer.is_none_or(|is| is == self.customer)
            && (when.categories.is_empty() || self.category.is_some_and(|category| when.categories.contains(&category)))
    }
}

/// Whether every page that `narrow` means is one that `wide` means. None means all of them, and that no page is known.
fn implies(narrow: Option<&PageIs>, wide: Option<&PageIs>) -> bool {
    match (narrow, wide) {
        (_, None) => true,
        (None, Some(_)) | (Some(PageIs::Containing(_)), Some(PageIs::Under(_))) => false,
        (Some(PageIs::Under(narrow)), Some(PageIs::Under(wide))) => website::is_under(narrow, wide),
        (Some(PageIs::Containing(narrow)), Some(PageIs::Containing(wide))) => narrow.to_lowercase().contains(&wide.to_lowercase()),
        // A slash at the end does not have to stand in the address.
        (Some(PageIs::Under(narrow)), Some(PageIs::Containing(wide))) => {
            let path = website::as_read(narrow).1;
            path.strip_suffix('/').unwrap_or(&path).contains(&wide.to_lowercase())
        }
    }
}

#[cfg(test)]
mod tests;
