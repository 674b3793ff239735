//! A customer who asks to be called instead (CC-23).

use super::*;
use crate::call_back::CallTime;
use crate::case::event::Event;

const HOUR: i64 = 3_600;

fn at_two() -> CallTime {
    CallTime { from: Some(second(HOUR)), until: second(HOUR + 1_800) }
}

fn order(about: Option<MessageId>) -> Command {
    Command::OrderCall { about, again: starting(101, Channel::CallBack), when: at_two(), message: message(900) }
}

fn called(by: AgentId) -> Command {
    Command::MarkCalled { by, note: note(1), message: message(901) }
}

fn not_reached(by: AgentId, until: i64) -> Command {
    Command::MarkNotReached { by, limit: 2, until: second(until), message: message(902) }
}

fn asked_to_be_called() -> Story {
    a_new_chat().at(60).after(order(None))
}

#[test]
fn who_asks_to_be_called_leaves_the_chat_and_waits_for_the_call_in_the_same_case() {
    let events = a_new_chat().at(60).when(order(None)).unwrap();
    let contact: ContactId = id(101);
    assert_eq!(events[0], Event::ContactEnded { contact: chat(), by: EndedBy::CallBack, agent: None });
    assert!(!is_public(&a_new_chat().case, &events[0]), "to the customer it is one matter, which has not ended");
    assert!(matches!(events[1], Event::ContactStarted { channel: Channel::CallBack, .. }));
    assert_eq!(
        events[2..],
        [
            Event::CallOrdered { contact, from: Some(second(HOUR)), until: second(HOUR + 1_800) },
            Event::SaidAutomatically { contact, message: message(900) },
        ]
    );
    let case = asked_to_be_called().case;
    assert_eq!((case.number, case.contact.id, case.contact.state), (4821, contact, ContactState::Waiting));
    assert_eq!(case.promise, Some(Promise { by: None, from: Some(second(HOUR)), until: second(HOUR + 1_800), is_broken: false }));
    assert_eq!(case.contact.customer_waits_since, Some(second(60)), "somebody owes them a call");
}

#[test]
fn who_says_what_it_is_about_says_it_to_whoever_calls() {
    let events = a_new_chat().at(60).when(order(Some(message(7)))).unwrap();
    assert_eq!(events[2], Event::Received { contact: id(101), message: message(7) });
    let begun = open_with_call((id(5), id(6), 4822), starting(101, Channel::CallBack), message(7), at_two(), message(900));
    assert!(matches!(begun[0], Event::CaseOpened { number: 4822, .. }));
    assert_eq!(begun[2], Event::Received { contact: id(101), message: message(7) });
}

#[test]
fn of_a_chat_that_is_taken_and_a_call_that_is_asked_for_at_once_one_comes_first_and_the_other_is_told() {
    assert_eq!(a_new_chat().after(take(aino())).when(order(None)), Err(Refusal::HeldByAnother(aino())));
    let meant = Command::RequireContact { contact: chat() };
    assert_eq!(a_new_chat().when(meant.clone()), Ok(vec![]));
    assert_eq!(asked_to_be_called().when(meant), Err(Refusal::AsksForCall));
}

#[test]
fn one_call_at_a_time_can_be_asked_for() {
    assert_eq!(asked_to_be_called().when(order(None)), Err(Refusal::CallOrdered));
    assert_eq!(asked_to_be_called().after(take(aino())).when(order(None)), Err(Refusal::CallOrdered));
    let cancelled = asked_to_be_called().after(Command::Leave { contact: id(101) });
    assert_eq!((cancelled.case.contact.state, cancelled.case.promise), (ContactState::Ended, None));
    let again = Command::OrderCall { about: None, again: starting(102, Channel::CallBack), when: at_two(), message: message(903) };
    assert!(cancelled.when(again).is_ok());
}

#[test]
fn words_of_an_agent_are_no_call_and_the_promise_stands() {
    let written = asked_to_be_called().after(take(aino())).after(reply(aino(), 1));
    assert!(written.case.promise.is_some());
    let late = written.at(HOUR + 1_801);
    assert_eq!(late.when(Command::BreakPromise), Ok(vec![Event::PromiseBroken { by: None, until: second(HOUR + 1_800) }]));
    let broken = late.after(Command::BreakPromise);
    assert_eq!(broken.case.promise.map(|promise| (promise.is_broken, promise.from)), Some((true, Some(second(HOUR)))));
}

#[test]
fn a_call_in_time_keeps_the_promise_and_answers() {
    let story = asked_to_be_called().after(take(aino())).at(HOUR);
    let events = story.when(called(aino())).unwrap();
    assert!(events.contains(&Event::PromiseKept { by: None, until: second(HOUR + 1_800) }), "{events:?}");
    assert_eq!(events[0], Event::Noted { note: note(1), by: aino() });
    let case = story.after(called(aino())).case;
    assert_eq!((case.state, case.promise, case.contact.answered_at), (CaseState::Open, None, Some(second(HOUR))));
    assert_eq!(case.contact.customer_waits_since, None);
}

#[test]
fn who_is_not_reached_is_told_when_it_is_tried_again_and_at_last_to_write() {
    let tried = asked_to_be_called().after(take(aino())).at(HOUR).after(not_reached(aino(), 2 * HOUR));
    assert_eq!((tried.case.contact.state, tried.case.contact.tries), (ContactState::Parked, 1));
    assert_eq!(tried.case.promise, Some(Promise { by: Some(aino()), from: None, until: second(2 * HOUR), is_broken: false }));
    let events = tried.at(2 * HOUR).after(take(bengt())).when(not_reached(bengt(), 0)).unwrap();
    let contact = id(101);
    assert_eq!(
        events,
        [
            Event::NotReached { contact, by: bengt(), tries: 2 },
            Event::SaidAutomatically { contact, message: message(902) },
            Event::PromiseKept { by: Some(aino()), until: second(2 * HOUR) },
            Event::ContactEnded { contact, by: EndedBy::Agent, agent: Some(bengt()) },
            Event::StateChanged { from: CaseState::New, to: CaseState::WaitingForCustomer, by: Some(bengt()) },
        ]
    );
}

#[test]
fn a_call_remembers_what_was_promised_first_and_when_it_was_first_made() {
    let ordered = Call { until: second(HOUR + 1_800), called_at: None, spoken_at: None };
    assert_eq!(asked_to_be_called().case.contact.call, Some(ordered));
    assert_eq!(a_new_chat().case.contact.call, None);
    let tried = asked_to_be_called().after(take(aino())).at(HOUR).after(not_reached(aino(), 3 * HOUR));
    assert_eq!(tried.case.contact.call, Some(Call { called_at: Some(second(HOUR)), ..ordered }));
    let spoken = tried.at(2 * HOUR).after(take(aino())).after(called(aino()));
    let made = Call { called_at: Some(second(HOUR)), spoken_at: Some(second(2 * HOUR)), ..ordered };
    assert_eq!(spoken.case.contact.call, Some(made));
    // They were on the call when the customer ended the conversation in writing.
    let left = asked_to_be_called().after(take(aino())).after(Command::Leave { contact: id(101) }).after(called(aino()));
    assert!(left.case.contact.call.is_some_and(|call| call.spoken_at.is_some()));
}

#[test]
fn only_who_has_taken_a_call_says_what_came_of_it() {
    assert_eq!(asked_to_be_called().when(called(aino())), Err(Refusal::NotHeldByYou));
    assert_eq!(asked_to_be_called().after(take(bengt())).when(called(aino())), Err(Refusal::HeldByAnother(bengt())));
    assert_eq!(asked_to_be_called().after(take(bengt())).when(not_reached(aino(), HOUR)), Err(Refusal::HeldByAnother(bengt())));
    assert_eq!(a_new_chat().after(take(aino())).when(called(aino())), Err(Refusal::NoCall));
    assert_eq!(asked_to_be_called().after(take(aino())).when(not_reached(aino(), 70)), Err(Refusal::PromiseTime));
}

#[test]
fn a_call_is_offered_to_nobody_overflows_nowhere_and_misses_no_answer_target_of_chats() {
    let story = asked_to_be_called().at(5_000);
    let offer = Command::Offer { to: aino(), slots: Slots::new(4, vec![], 0), within: Span::seconds(20) };
    assert_eq!(story.when(offer), Ok(vec![]));
    assert_eq!(story.when(Command::Overflow { to: vec![(it_team(), id(31))] }), Ok(vec![]));
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(vec![]));
    assert_eq!(story.after(take(aino())).when(Command::EndBySilence { limit: Span::seconds(60) }), Ok(vec![]));
}

#[test]
fn who_has_been_called_is_called_no_second_time_and_nothing_else_takes_the_place_of_a_promised_call() {
    let taken = asked_to_be_called().after(take(aino()));
    let park = Command::Park { by: aino(), until: second(9 * HOUR), message: message(904) };
    assert_eq!(taken.when(park), Err(Refusal::AwaitsCall));
    let spoken = taken.after(called(aino()));
    let again = Command::MarkCalled { by: aino(), note: note(2), message: message(905) };
    assert_eq!(spoken.case.contact.state, ContactState::Ended, "nobody finds it in the list again");
    for more in [again, not_reached(aino(), HOUR), Command::GiveBack { by: aino(), whose: Whose::Own }] {
        assert!(spoken.when(more).unwrap_or_default().is_empty());
    }
}

#[test]
fn who_is_on_the_call_when_the_customer_ends_the_conversation_still_says_what_came_of_it() {
    let left = asked_to_be_called().after(take(aino())).at(HOUR).after(Command::Leave { contact: id(101) });
    let contact = id(101);
    assert_eq!(
        left.when(called(aino())),
        Ok(vec![
            Event::Noted { note: note(1), by: aino() },
            Event::SaidAutomatically { contact, message: message(901) },
            Event::Called { contact, by: aino() },
            Event::StateChanged { from: CaseState::New, to: CaseState::Open, by: Some(aino()) },
        ]),
        "no promise is kept that was cancelled, and what is over does not end again"
    );
    // Nobody else was on the call, and who had not taken it has not called.
    assert_eq!(left.when(called(bengt())), Err(Refusal::ContactEnded));
    assert_eq!(asked_to_be_called().after(Command::Leave { contact }).when(called(aino())), Err(Refusal::ContactEnded));
    // There is nobody any more who would be called again.
    assert_eq!(left.when(not_reached(aino(), 9 * HOUR)), Err(Refusal::ContactEnded));
    let noted = left.after(called(aino())).case;
    assert_eq!((noted.contact.state, noted.contact.ended_by), (ContactState::Ended, Some(EndedBy::Customer)));
    assert_eq!((noted.contact.customer_waits_since, noted.with), (None, Some(aino())));
}

#[test]
fn a_solution_that_is_taken_back_leaves_the_promise_of_a_call_where_it_was() {
    let story = asked_to_be_called().after(take(aino()));
    let (promised, ordered) = (story.case.promise, story.case.contact.call);
    let solved = story.after(Command::Solve { by: aino() });
    assert_eq!(solved.case.promise, None);
    let undo = |call| Command::UndoSolve { by: aino(), slots: Slots::new(4, vec![], 0), customer_waits_since: None, call };
    let undone = solved.after(undo(Some(at_two()))).case;
    assert_eq!((undone.promise, undone.contact.call, undone.contact.ended_at), (promised, ordered, None));
}
