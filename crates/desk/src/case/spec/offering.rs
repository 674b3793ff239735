//! A waiting chat that is offered to one agent at a time (NV-08, CC-11).

use super::*;

fn offer(to: AgentId) -> Command {
    Command::Offer { to, slots: Slots::new(4, vec![1], 0), within: Span::seconds(20) }
}

fn let_pass(to: AgentId) -> Command {
    Command::EndOffer { to, why: OfferEnd::LetPass }
}

#[test]
fn an_offered_chat_is_one_agents_alone_until_its_time_is_over() {
    let story = a_new_chat().at(10).after(offer(aino()));
    assert_eq!(story.case.contact.offer, Some(Offer { to: aino(), at: second(10), until: second(30) }));
    assert_eq!(story.when(take(bengt())), Err(Refusal::OfferedToAnother(aino())));
    assert_eq!(story.when(offer(bengt())), Ok(vec![]), "one offer at a time");
    let taken = story.at(15).after(take(aino()));
    assert!(taken.case.contact.is_held_by(aino()));
    assert_eq!(taken.case.contact.offer, None);
}

#[test]
fn who_lets_an_offer_pass_is_remembered_and_anybody_may_take_the_chat_again() {
    let story = a_new_chat().after(offer(aino())).at(20).after(let_pass(aino()));
    assert_eq!((story.case.contact.offer, story.case.contact.passed_by.clone()), (None, vec![aino()]));
    assert_eq!(story.case.contact.waiting_since, second(0), "the customer's waiting time is kept");
    assert_eq!(story.when(let_pass(aino())), Ok(vec![]));
    assert!(story.after(take(bengt())).case.contact.passed_by.is_empty());
}

#[test]
fn an_offer_that_is_withdrawn_is_held_against_nobody() {
    let story = a_new_chat().after(offer(aino())).after(Command::EndOffer { to: aino(), why: OfferEnd::Withdrawn });
    assert!(story.case.contact.passed_by.is_empty());
}

#[test]
fn who_gives_a_chat_back_is_asked_last_for_it() {
    let story = a_new_chat().after(take(aino())).after(Command::GiveBack { by: aino(), whose: Whose::Own });
    assert_eq!(story.case.contact.passed_by, vec![aino()]);
}

#[test]
fn an_offer_needs_a_free_slot_that_no_other_offer_holds_uh_12() {
    let full = Command::Offer { to: aino(), slots: Slots::new(2, vec![1], 1), within: Span::seconds(20) };
    assert_eq!(a_new_chat().when(full), Err(Refusal::SlotsFull));
    let by_hand = Command::Take { by: aino(), slots: Slots::new(2, vec![1], 1), teams: vec![], serves: Served::Every };
    assert_eq!(a_new_chat().when(by_hand), Err(Refusal::SlotsFull), "what is offered holds its slot");
}

#[test]
fn nothing_but_a_waiting_chat_is_offered() {
    assert_eq!(a_new_chat().after(take(bengt())).when(offer(aino())), Ok(vec![]));
    let ended = a_new_chat().after(offer(aino())).after(Command::Leave { contact: chat() });
    assert_eq!(ended.case.contact.offer, None, "a customer who left is offered to nobody");
    assert_eq!(ended.when(offer(aino())), Ok(vec![]));
}
