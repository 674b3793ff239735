//! The answer target of a chat, and that it is missed.

use super::*;

fn missed(since: i64) -> Vec<Event> {
    vec![Event::AnswerTargetMissed { contact: chat(), waits_since: second(since), target: Span::seconds(60) }]
}

#[test]
fn who_waits_longer_than_the_target_is_noted_once_for_that_wait_uh_20() {
    let story = a_new_chat().at(60);
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(vec![]), "an answer now is still in time");
    let story = story.at(61);
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(missed(0)));
    let story = story.after(Command::MissAnswerTarget).at(500);
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(vec![]), "it is the same wait");
    assert_eq!(story.after(take(aino())).when(Command::MissAnswerTarget), Ok(vec![]), "who takes it inherits the wait");
}

#[test]
fn the_answer_to_a_later_question_is_promised_as_well() {
    let story = a_new_chat().at(61).after(Command::MissAnswerTarget).after(take(aino())).after(reply(aino(), 1));
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(vec![]), "it is the customer's turn");
    let story = story.at(100).after(receive(2, Thanks::No)).at(160);
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(vec![]));
    assert_eq!(story.at(161).when(Command::MissAnswerTarget), Ok(missed(100)));
}

#[test]
fn automatic_words_do_not_keep_the_target() {
    let story = a_new_chat().at(5).after(Command::SayAutomatically { message: message(1) }).at(61);
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(missed(0)));
}

#[test]
fn nobody_is_promised_a_minute_for_a_left_message_or_after_the_end() {
    let ended = a_new_chat().at(10).after(Command::Leave { contact: chat() }).at(100);
    assert_eq!(ended.when(Command::MissAnswerTarget), Ok(vec![]));
    let mut left = a_new_chat().at(100);
    assert_eq!(left.when(Command::MissAnswerTarget), Ok(missed(0)));
    left.case.contact.channel = Channel::Message;
    assert_eq!(left.when(Command::MissAnswerTarget), Ok(vec![]));
}

#[test]
fn a_wait_that_goes_on_because_solving_was_a_slip_is_not_noted_twice() {
    let story = a_new_chat().at(30).after(take(aino())).at(61).after(Command::MissAnswerTarget);
    let undo = Command::UndoSolve { by: aino(), slots: Slots::new(4, vec![], 0), customer_waits_since: Some(second(0)), call: None };
    let story = story.at(70).after(Command::Solve { by: aino() }).at(75).after(undo);
    assert_eq!(story.case.contact.customer_waits_since, Some(second(0)));
    assert_eq!(story.when(Command::MissAnswerTarget), Ok(vec![]));
}
