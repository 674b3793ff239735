//! When offers may be told of (CC-05).

use super::*;
use crate::selling::{SalesLock, sales_lock};

#[test]
fn no_offer_is_told_of_before_the_case_is_solved_or_marked_to_have_got_on() {
    let story = a_new_chat();
    assert_eq!(sales_lock(&story.case), Some(SalesLock::Unsolved));
    let story = story.after(take(aino())).after(reply(aino(), 2));
    assert_eq!(sales_lock(&story.case), Some(SalesLock::Unsolved), "an answer is no progress yet");
    let story = story.after(Command::SetState { by: aino(), state: CaseState::WaitingForOthers });
    assert_eq!(sales_lock(&story.case), None);
}

#[test]
fn a_customer_who_writes_that_it_was_not_solved_locks_offers_again() {
    let story = a_new_chat().after(take(aino())).after(reply(aino(), 2));
    let story = story.after(Command::SetState { by: aino(), state: CaseState::WaitingForCustomer });
    assert_eq!(sales_lock(&story.case), None);
    assert_eq!(sales_lock(&story.after(receive(3, Thanks::No)).case), Some(SalesLock::Unsolved));
}

#[test]
fn who_was_kept_waiting_too_long_is_told_of_no_offer_until_they_were_answered_in_time() {
    let mut story = a_new_chat();
    story.now = 61;
    let story = story.after(Command::MissAnswerTarget).after(take(aino())).after(reply(aino(), 2));
    let story = story.after(Command::SetState { by: aino(), state: CaseState::WaitingForOthers });
    assert_eq!(sales_lock(&story.case), Some(SalesLock::KeptWaiting));
    let story = story.after(receive(3, Thanks::No)).after(reply(aino(), 4));
    assert_eq!(sales_lock(&story.case), None, "the newest wait was short");
}
