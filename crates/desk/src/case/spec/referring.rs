//! Ending with "referred elsewhere" (CC-23, CC-24).

use super::*;
use crate::case::{Referral, ReferralReason};
use crate::id::{LabelId, NoteId};
use crate::labels::Labels;

fn library() -> LabelId {
    id(91)
}
fn unlocking() -> LabelId {
    id(92)
}
fn labels() -> Labels {
    Labels { places: vec![library()], remedies: vec![unlocking()], ..Labels::default() }
}
fn there() -> Referral {
    Referral { place: Some(library()), reason: ReferralReason::NotOurs, remedy: None }
}
fn refer(referral: Referral, note: Option<NoteId>) -> Command {
    Command::Refer { by: aino(), whose: Whose::Own, referral, note, labels: labels() }
}
fn held() -> Story {
    a_new_chat().after(take(aino())).after(reply(aino(), 1))
}

#[test]
fn who_is_sent_elsewhere_leaves_a_solved_case_that_says_where() {
    let story = held().after(refer(there(), None));
    assert_eq!((story.case.state, story.case.referral), (CaseState::Solved, Some(there())));
    assert_eq!(story.case.contact.state, ContactState::Ended);
    assert_eq!(story.when(refer(there(), None)), Ok(vec![]), "the same again is nothing new");
}

/// What the customer is told of `command`.
fn told(story: &Story, command: Command) -> Vec<Event> {
    let (mut case, mut told) = (story.case.clone(), Vec::new());
    for event in story.when(command).unwrap() {
        let is_told = is_public(&case, &event);
        case = apply(Some(case), &event, second(60)).unwrap();
        told.extend(is_told.then_some(event));
    }
    told
}

#[test]
fn who_is_sent_elsewhere_is_told_that_once_and_not_that_it_is_solved() {
    let ended = Event::ContactEnded { contact: chat(), by: EndedBy::Agent, agent: Some(aino()) };
    let referred = Event::Referred { contact: chat(), by: aino(), referral: there() };
    let solve = Command::Solve { by: aino() };
    let told_so = told(&held(), refer(there(), None));
    assert!(told_so.contains(&referred) && told_so.contains(&ended));
    assert!(!told_so.iter().any(|event| matches!(event, Event::StateChanged { .. })));

    let solved = Event::StateChanged { from: held().case.state, to: CaseState::Solved, by: Some(aino()) };
    assert!(told(&held(), solve.clone()).contains(&solved), "who is not is told");
    assert_eq!(told(&held().after(solve), refer(there(), None)), vec![referred], "it was said later that they are");

    let otherwise = Referral { place: None, ..there() };
    assert_eq!(told(&held().after(refer(there(), None)), refer(otherwise, Some(id(7)))), vec![], "a correction is ours");
}

#[test]
fn a_place_is_named_or_written() {
    let nowhere = Referral { place: None, ..there() };
    assert_eq!(held().when(refer(nowhere, None)), Err(Refusal::PlaceMissing));
    assert_eq!(held().after(refer(nowhere, Some(id(7)))).case.referral, Some(nowhere));
}

#[test]
fn a_missing_right_is_named_or_written() {
    let without = Referral { reason: ReferralReason::NoRight, ..there() };
    assert_eq!(held().when(refer(without, None)), Err(Refusal::RemedyMissing));
    assert_eq!(held().after(refer(without, Some(id(7)))).case.referral, Some(without));
    let named = Referral { remedy: Some(unlocking()), ..without };
    assert_eq!(held().after(refer(named, None)).case.referral, Some(named));
}

#[test]
fn what_is_not_in_the_clients_lists_is_refused() {
    assert_eq!(held().when(refer(Referral { place: Some(unlocking()), ..there() }, None)), Err(Refusal::UnknownLabel));
    assert_eq!(
        held().when(refer(Referral { remedy: Some(unlocking()), ..there() }, None)),
        Err(Refusal::UnknownLabel),
        "not ours, and yet ours"
    );
}

#[test]
fn a_colleagues_chat_is_not_ended_that_way() {
    let story = held();
    assert_eq!(
        story.when(Command::Refer { by: id(55), whose: Whose::Own, referral: there(), note: None, labels: labels() }),
        Err(Refusal::HeldByAnother(aino()))
    );
}

#[test]
fn a_case_that_goes_on_is_referred_no_more() {
    let undone = held().after(refer(there(), None)).at(2).after(Command::Reopen { by: aino() });
    assert_eq!(undone.case.referral, None);
    let came_back = held().after(refer(there(), None)).at(9_000).after(receive(2, Thanks::No));
    assert_eq!(came_back.case.referral, None);
}

#[test]
fn a_solved_case_can_still_be_said_to_have_been_a_referral() {
    let solved = held().after(Command::Solve { by: aino() });
    assert_eq!(solved.when(refer(there(), None)).map(|events| events.len()), Ok(1));
}

#[test]
fn what_a_colleague_has_said_of_a_case_that_is_over_only_they_the_owner_and_who_supervises_say_otherwise() {
    let over = held().after(refer(there(), None));
    let no_right = Referral { reason: ReferralReason::NoRight, remedy: Some(unlocking()), ..there() };
    let says = |by, whose| Command::Refer { by, whose, referral: no_right, note: None, labels: labels() };
    assert_eq!(over.when(says(bengt(), Whose::Own)), Err(Refusal::HeldByAnother(aino())));
    assert!(over.when(says(aino(), Whose::Own)).is_ok());
    assert!(over.when(says(bengt(), Whose::Everybodys)).is_ok());
    let handed_on = over.after(Command::SetOwner { by: aino(), owner: Some(bengt()) });
    assert!(handed_on.when(says(bengt(), Whose::Own)).is_ok());
}
