//! A chat that is parked with a promised time (UH-14, UH-29).

use super::*;
use crate::case::promising::{LATEST, SOONEST};

const HOUR: i64 = 3_600;

fn park(until: i64) -> Command {
    Command::Park { by: aino(), until: second(until), message: message(900) }
}

/// Answered at 10 and parked at 20 until an hour later.
fn parked() -> Story {
    a_new_chat().after(take(aino())).at(10).after(reply(aino(), 1)).at(20).after(park(HOUR))
}

#[test]
fn parking_tells_the_customer_frees_the_slot_and_remembers_the_promise() {
    let story = a_new_chat().after(take(aino())).at(20);
    let said = Event::SaidAutomatically { contact: chat(), message: message(900) };
    assert_eq!(story.when(park(HOUR)), Ok(vec![said, Event::Parked { contact: chat(), by: aino(), until: second(HOUR) }]));
    let case = parked().case;
    assert_eq!((case.contact.state, case.contact.luukku, case.contact.holder()), (ContactState::Parked, None, None));
    assert_eq!(case.promise, Some(Promise { by: Some(aino()), from: None, until: second(HOUR), is_broken: false }));
}

#[test]
fn only_who_holds_a_chat_parks_it_and_only_for_a_time_that_can_be_waited_for() {
    assert_eq!(a_new_chat().when(park(HOUR)), Err(Refusal::NotHeldByYou));
    assert_eq!(a_new_chat().after(take(bengt())).when(park(HOUR)), Err(Refusal::HeldByAnother(bengt())));
    let story = a_new_chat().after(take(aino()));
    assert!(story.when(park(SOONEST.as_millis() / 1000)).is_ok());
    assert_eq!(story.when(park(SOONEST.as_millis() / 1000 - 1)), Err(Refusal::PromiseTime));
    assert_eq!(story.when(park(LATEST.as_millis() / 1000 + 1)), Err(Refusal::PromiseTime));
    assert_eq!(parked().when(park(2 * HOUR)), Err(Refusal::NotHeldByYou));
}

#[test]
fn a_promise_is_no_answer() {
    let story = a_new_chat().after(take(aino())).at(20).after(park(HOUR));
    assert_eq!((story.case.contact.answered_at, story.case.contact.customer_waits_since), (None, Some(second(0))));
}

#[test]
fn whoever_has_room_takes_a_parked_chat_up_again_and_silence_is_counted_anew() {
    let story = parked().at(3_000).after(take(bengt()));
    assert!(story.case.contact.is_held_by(bengt()));
    assert!(story.case.promise.is_some(), "the promise stands until somebody has answered");
    assert_eq!(story.when(Command::EndBySilence { limit: Span::seconds(900) }), Ok(vec![]));
    let full = Command::Take { by: aino(), slots: Slots::new(1, vec![1], 0), teams: vec![], serves: Served::Every };
    assert_eq!(parked().when(full), Err(Refusal::SlotsFull));
}

#[test]
fn an_answer_in_time_keeps_the_promise() {
    let slots = Some(Slots::new(4, vec![], 0));
    let answer = Command::Reply { message: message(2), by: aino(), unseen_colleague: None, slots };
    let events = parked().at(HOUR).when(answer.clone()).unwrap();
    assert!(events.contains(&Event::PromiseKept { by: Some(aino()), until: second(HOUR) }), "{events:?}");
    let story = parked().at(HOUR).after(answer);
    assert_eq!(story.case.promise, None);
    assert!(story.case.contact.is_held_by(aino()));
}

#[test]
fn a_promise_that_nobody_kept_is_broken_once_and_an_answer_still_ends_it() {
    assert_eq!(parked().at(HOUR).when(Command::BreakPromise), Ok(vec![]), "an answer now is in time");
    let late = parked().at(HOUR + 1);
    assert_eq!(late.when(Command::BreakPromise), Ok(vec![Event::PromiseBroken { by: Some(aino()), until: second(HOUR) }]));
    let late = late.after(Command::BreakPromise);
    assert_eq!(late.when(Command::BreakPromise), Ok(vec![]));
    assert!(late.case.promise.is_some_and(|promise| promise.is_broken));
    let answered = late.after(take(aino())).after(reply(aino(), 2));
    assert_eq!(answered.case.promise, None);
}

#[test]
fn words_of_the_customer_bring_a_parked_chat_back_to_the_front_of_the_queue_and_thanks_do_not() {
    let thanked = parked().at(30).after(receive(2, Thanks::Only));
    assert_eq!((thanked.case.contact.state, thanked.case.contact.customer_waits_since), (ContactState::Parked, None));
    let asked = parked().at(30).after(receive(2, Thanks::No));
    assert_eq!((asked.case.contact.state, asked.case.contact.customer_waits_since), (ContactState::Waiting, Some(second(30))));
    assert_eq!(asked.case.contact.waiting_since, second(0), "with the waiting time that it has had");
    assert!(asked.case.contact.passed_by.is_empty(), "who promised is asked like everybody");
    assert!(asked.case.promise.is_some());
}

#[test]
fn a_customer_who_leaves_is_promised_nothing_any_more() {
    let left = parked().at(30).after(Command::Leave { contact: chat() });
    assert_eq!((left.case.contact.state, left.case.promise), (ContactState::Ended, None));
}

#[test]
fn a_parked_case_can_be_solved_by_who_promised() {
    let solved = parked().at(30).after(Command::Solve { by: aino() });
    assert_eq!((solved.case.state, solved.case.contact.state, solved.case.promise), (CaseState::Solved, ContactState::Ended, None));
    assert_eq!(parked().when(Command::Solve { by: bengt() }), Err(Refusal::NotHeldByYou));
}
