use super::*;
use crate::routing::{CHAT_WEIGHT, Weights};

fn take(slots: Slots) -> Command {
    Command::Take { by: aino(), slots, teams: vec![], serves: Served::Every }
}

#[test]
fn four_left_messages_of_a_quarter_fill_one_slot() {
    let weights = Weights::with_message(25);
    let (message, chat) = (weights.of(Channel::Message), weights.of(Channel::Chat));
    let held = |chats: i64, messages: i64| {
        let places = (1..=chats + messages).collect();
        Slots::new(4, places, 0).weighing(chats * chat + messages * message, chat)
    };
    assert!(a_new_chat().when(take(held(3, 0))).is_ok(), "a fourth chat");
    assert_eq!(a_new_chat().when(take(held(3, 1))), Err(Refusal::SlotsFull), "the message has begun the last slot");
    assert!(a_new_chat().when(take(held(2, 4))).is_ok());
    assert_eq!(a_new_chat().when(take(held(2, 5))), Err(Refusal::SlotsFull));
}

#[test]
fn a_left_message_finds_room_beside_chats_where_a_chat_does_not() {
    let beside = |load: i64| Slots::new(4, vec![1, 2, 3, 4], 0).weighing(load, 25);
    assert!(a_new_chat().when(take(beside(375))).is_ok());
    assert_eq!(a_new_chat().when(take(beside(376))), Err(Refusal::SlotsFull));
}

#[test]
fn whatever_things_weigh_nobody_holds_more_than_eight() {
    let eight = Slots::new(8, (1..=8).collect(), 0).weighing(0, 0);
    assert_eq!(a_new_chat().when(take(eight)), Err(Refusal::SlotsFull));
    let seven = Slots::new(8, (1..=7).collect(), 0).weighing(0, 0);
    assert!(a_new_chat().when(take(seven)).is_ok());
}

#[test]
fn a_message_weighs_at_least_nothing_and_at_most_a_chat() {
    assert_eq!(Weights::with_message(-1).of(Channel::Message), 0);
    assert_eq!(Weights::with_message(101).of(Channel::Message), CHAT_WEIGHT);
}
