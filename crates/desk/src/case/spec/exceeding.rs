//! Taking a chat over one's slots: with a right and a reason, and never more than there are places (UH-12).

use super::*;

fn exceed(taken: Vec<i64>, offered: usize, exceeding: Exceeding) -> Command {
    Command::Exceed { by: aino(), slots: Slots::new(2, taken, offered), teams: vec![], serves: Served::Every, exceeding }
}

const URGENT: Exceeding = Exceeding { is_allowed: true, reason: ExceedReason::Urgent, note: None };

#[test]
fn who_has_the_right_takes_a_chat_over_their_slots_and_says_why() {
    let story = a_new_chat().after(exceed(vec![1, 2], 0, Exceeding { note: Some(note(1)), ..URGENT }));
    let contact = &story.case.contact;
    assert_eq!((contact.luukku, contact.exceeds, story.case.owner), (Some(3), Some(ExceedReason::Urgent), Some(aino())));
    let events = a_new_chat().when(exceed(vec![1, 2], 0, Exceeding { note: Some(note(1)), ..URGENT })).unwrap();
    assert_eq!(events[0], Event::Noted { note: note(1), by: aino() });
}

#[test]
fn nobody_exceeds_without_the_right() {
    assert_eq!(a_new_chat().when(exceed(vec![1, 2], 0, Exceeding { is_allowed: false, ..URGENT })), Err(Refusal::MayNotExceed));
}

#[test]
fn nobody_ever_has_more_than_eight_chats_offers_included() {
    assert_eq!(a_new_chat().when(exceed((1..=8).collect(), 0, URGENT)), Err(Refusal::SlotsFull));
    assert_eq!(a_new_chat().when(exceed((1..=7).collect(), 1, URGENT)), Err(Refusal::SlotsFull));
    assert!(a_new_chat().when(exceed((1..=7).collect(), 0, URGENT)).is_ok());
}

#[test]
fn what_fits_after_all_exceeds_nothing() {
    assert_eq!(a_new_chat().after(exceed(vec![1], 0, URGENT)).case.contact.exceeds, None);
}

#[test]
fn a_right_to_exceed_is_no_right_to_what_others_have() {
    assert_eq!(a_new_chat().after(take(bengt())).when(exceed(vec![1, 2], 0, URGENT)), Err(Refusal::HeldByAnother(bengt())));
}

#[test]
fn only_what_exceeded_is_told_to_who_looks_after_the_desk() {
    let told = |command| a_new_chat().when(command).unwrap().iter().any(is_notable);
    assert!(told(exceed(vec![1, 2], 0, URGENT)));
    assert!(!told(exceed(vec![1], 0, URGENT)));
}
