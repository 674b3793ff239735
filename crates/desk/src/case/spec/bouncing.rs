//! Handovers that the customer feels (CC-22).

use super::*;

fn cecilia() -> AgentId {
    id(3)
}

fn hand_over(from: AgentId, to: AgentId) -> Command {
    Command::Transfer { by: from, note: note(1), to: Some(Receiver::Agent(to, Slots::new(4, vec![], 0))) }
}

fn answered() -> Story {
    a_new_chat().after(take(aino())).after(reply(aino(), 1))
}

#[test]
fn another_person_after_the_first_answer_is_a_handover_and_nobody_before_it_is() {
    let unanswered = a_new_chat().after(take(aino())).after(hand_over(aino(), bengt()));
    assert_eq!(unanswered.case.handovers, 0, "nobody had said anything yet");
    assert_eq!(answered().after(hand_over(aino(), bengt())).case.handovers, 1);
    let back = answered().after(Command::GiveBack { by: aino(), whose: Whose::Own });
    assert_eq!(back.case.handovers, 0, "nobody else has come yet");
    assert_eq!(a_story_of(&back).after(take(aino())).case.handovers, 0, "the same person is no handover");
    assert_eq!(back.after(take(bengt())).case.handovers, 1);
}

fn a_story_of(story: &Story) -> Story {
    Story { case: story.case.clone(), now: story.now }
}

#[test]
fn the_third_handover_raises_the_case_to_the_lead_once() {
    let twice = answered().after(hand_over(aino(), bengt())).after(hand_over(bengt(), cecilia()));
    assert_eq!(twice.case.handovers, 2);
    let events = twice.when(hand_over(cecilia(), aino())).unwrap();
    assert!(events.contains(&Event::RaisedToLead { handovers: 3 }), "{events:?}");
    let thrice = twice.after(hand_over(cecilia(), aino()));
    assert_eq!(thrice.case.handovers, 3);
    let again = thrice.when(hand_over(aino(), bengt())).unwrap();
    assert!(!again.iter().any(|event| matches!(event, Event::RaisedToLead { .. })), "{again:?}");
}

#[test]
fn it_is_counted_over_all_contacts_of_a_case() {
    let solved = answered().after(Command::Solve { by: aino() }).at(30);
    let again = solved.after(receive(2, Thanks::No)).after(take(bengt()));
    assert_eq!(again.case.handovers, 1);
}
