//! Categories and tags of a case (SM-25).

use super::*;
use crate::id::LabelId;
use crate::labels::{Labels, Requires};

fn login() -> LabelId {
    id(71)
}
fn printing() -> LabelId {
    id(72)
}
fn urgent() -> LabelId {
    id(81)
}
fn student() -> LabelId {
    id(82)
}

fn labels() -> Labels {
    Labels {
        categories: vec![login(), printing()],
        tags: vec![urgent(), student()],
        requires: Requires { category: true, tag: false },
        ..Labels::default()
    }
}

fn label(category: Option<LabelId>, tags: Vec<LabelId>, labels: Labels) -> Command {
    Command::Label { by: aino(), category, tags, labels }
}

fn asked() -> Command {
    Command::RequireLabels { asked: labels().asked() }
}

#[test]
fn a_case_has_one_category_and_each_tag_once() {
    let story = a_new_chat().after(label(Some(login()), vec![urgent(), student(), urgent()], labels()));
    assert_eq!((story.case.category, story.case.tags.clone()), (Some(login()), vec![urgent(), student()]));
    assert_eq!(story.when(label(Some(login()), vec![urgent(), student()], labels())), Ok(vec![]), "the same again is nothing new");
    let story = story.after(label(Some(printing()), vec![], labels()));
    assert_eq!((story.case.category, story.case.tags.len()), (Some(printing()), 0));
}

#[test]
fn a_retired_label_stays_on_old_cases_and_goes_on_no_new_one() {
    let story = a_new_chat().after(label(Some(login()), vec![urgent()], labels()));
    let now = Labels { categories: vec![printing()], tags: vec![student()], ..labels() };
    let kept = story.after(label(Some(login()), vec![urgent(), student()], now.clone()));
    assert_eq!((kept.case.category, kept.case.tags.clone()), (Some(login()), vec![urgent(), student()]));
    assert_eq!(a_new_chat().when(label(Some(login()), vec![], now.clone())), Err(Refusal::UnknownLabel));
    assert_eq!(a_new_chat().when(label(None, vec![urgent()], now)), Err(Refusal::UnknownLabel));
}

#[test]
fn a_category_is_no_tag_and_another_clients_label_is_none() {
    assert_eq!(a_new_chat().when(label(Some(urgent()), vec![], labels())), Err(Refusal::UnknownLabel));
    assert_eq!(a_new_chat().when(label(None, vec![login()], labels())), Err(Refusal::UnknownLabel));
    assert_eq!(a_new_chat().when(label(Some(id(99)), vec![], labels())), Err(Refusal::UnknownLabel));
}

#[test]
fn solving_asks_for_the_category_that_the_client_requires() {
    let story = a_new_chat().after(take(aino()));
    assert_eq!(story.when(asked()), Err(Refusal::LabelsMissing(Requires { category: true, tag: false })));
    let story = story.after(label(Some(login()), vec![], labels()));
    assert_eq!(story.when(asked()), Ok(vec![]));
    let story = story.after(Command::Solve { by: aino() });
    assert_eq!(story.case.category, Some(login()), "solving keeps it");
}

#[test]
fn a_case_that_was_solved_without_one_is_asked_nothing_when_it_is_closed() {
    assert_eq!(solved_at(100).when(asked()), Ok(vec![]));
}

#[test]
fn what_a_case_is_sorted_by_outlives_its_contacts() {
    let story = a_new_chat().after(label(Some(login()), vec![urgent()], labels())).after(take(aino())).after(reply(aino(), 1));
    let story = story.at(4_000).after(Command::EndBySilence { limit: Span::seconds(900) });
    let story = story.at(5_000).after(receive(2, Thanks::No));
    assert_eq!((story.case.category, story.case.tags.clone()), (Some(login()), vec![urgent()]));
}

#[test]
fn a_closed_case_is_sorted_no_more() {
    let closed = solved_at(1).after(Command::SetState { by: aino(), state: CaseState::Closed });
    assert_eq!(closed.when(label(Some(login()), vec![], labels())), Err(Refusal::CaseClosed));
}
