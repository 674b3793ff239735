//! What is done when a customer is hostile.

use super::*;

fn blocking(by: AgentId) -> Command {
    Command::Block { by, note: note(1), until: second(3600) }
}

fn flagging(by: AgentId) -> Command {
    Command::Flag { by, is_marked: false }
}

#[test]
fn the_same_words_are_marked_once() {
    let story = a_new_chat().after(take(aino())).after(flagging(aino()));
    assert_eq!(story.when(Command::Flag { by: aino(), is_marked: true }), Ok(vec![]));
    assert_eq!(story.when(Command::Flag { by: bengt(), is_marked: true }), Err(Refusal::HeldByAnother(aino())));
}

#[test]
fn whoever_holds_a_chat_marks_what_is_hostile_in_it_and_anybody_when_it_is_over() {
    let story = a_new_chat().after(take(aino()));
    assert_eq!(story.when(flagging(aino())), Ok(vec![Event::Flagged { contact: chat(), by: aino() }]));
    assert_eq!(story.when(flagging(bengt())), Err(Refusal::HeldByAnother(aino())));
    let over = story.after(Command::End { by: aino() });
    assert_eq!(over.when(flagging(bengt())), Ok(vec![Event::Flagged { contact: chat(), by: bengt() }]));
}

#[test]
fn who_keeps_a_visitor_out_says_why_and_their_chat_is_over_cc_17() {
    let story = a_new_chat().after(take(aino()));
    let ended = Event::ContactEnded { contact: chat(), by: EndedBy::Agent, agent: Some(aino()) };
    let happened = vec![Event::Noted { note: note(1), by: aino() }, ended, Event::Blocked { by: aino(), until: second(3600) }];
    assert!(!happened.iter().any(|event| matches!(event, Event::Noted { .. } | Event::Blocked { .. }) && is_public(&story.case, event)));
    assert_eq!(story.when(blocking(aino())), Ok(happened));
    assert_eq!(story.when(blocking(bengt())), Err(Refusal::HeldByAnother(aino())));
    assert_eq!(story.after(blocking(aino())).case.contact.state, ContactState::Ended);
}

#[test]
fn nobody_is_kept_out_for_longer_than_a_week() {
    let hours = [BlockFor::Hour, BlockFor::Day, BlockFor::Week].map(|how_long| how_long.span().as_millis() / 3_600_000);
    assert_eq!(hours, [1, 24, 168]);
}
