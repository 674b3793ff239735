//! What comes back: to a queue, out of one, or to who solved it by a slip.

use super::*;

fn undo(by: AgentId) -> Command {
    Command::UndoSolve { by, slots: Slots::new(4, vec![1], 0), customer_waits_since: None, call: None }
}

#[test]
fn who_solved_a_case_by_a_slip_has_the_chat_again() {
    let story = solved_at(100).at(160).after(undo(aino()));
    assert_eq!(story.case.state, CaseState::Open);
    assert!(story.case.contact.is_held_by(aino()));
    assert_eq!((story.case.contact.luukku, story.case.contact.ended_at), (Some(2), None));
    assert_eq!(story.when(undo(aino())), Ok(vec![]), "once is enough");
}

#[test]
fn a_customer_who_waited_when_the_case_was_solved_by_a_slip_waits_since_then() {
    let story = a_new_chat().after(take(aino())).at(40).after(Command::Solve { by: aino() });
    let undo = Command::UndoSolve { by: aino(), slots: Slots::new(4, vec![], 0), customer_waits_since: Some(second(0)), call: None };
    let story = story.at(45).after(undo);
    assert_eq!((story.case.contact.customer_waits_since, story.case.contact.turn_since), (Some(second(0)), second(0)));
}

#[test]
fn a_customer_whose_turn_it_was_when_the_case_was_solved_by_a_slip_has_had_it_since_the_answer() {
    let answered = a_new_chat().after(take(aino())).at(30).after(reply(aino(), 2));
    let story = answered.at(40).after(Command::Solve { by: aino() }).at(45).after(undo(aino()));
    assert_eq!((story.case.contact.customer_waits_since, story.case.contact.turn_since), (None, second(30)));
}

#[test]
fn solving_is_taken_back_within_a_minute_and_only_by_who_did_it() {
    assert_eq!(solved_at(100).at(161).when(undo(aino())), Err(Refusal::TooLateToUndo));
    assert_eq!(solved_at(100).at(110).when(undo(bengt())), Err(Refusal::TooLateToUndo));
}

#[test]
fn solving_is_not_taken_back_when_the_place_has_been_filled() {
    let full = Command::UndoSolve { by: aino(), slots: Slots::new(1, vec![1], 0), customer_waits_since: None, call: None };
    assert_eq!(solved_at(100).at(110).when(full), Err(Refusal::SlotsFull));
}

#[test]
fn a_case_whose_chat_had_ended_before_is_only_opened_again() {
    let story = a_new_chat().after(take(aino())).after(Command::End { by: aino() }).at(50).after(Command::Solve { by: bengt() });
    let story = story.at(55).after(undo(bengt()));
    assert_eq!((story.case.state, story.case.contact.state), (CaseState::Open, ContactState::Ended));
}

fn handed_to_the_it_team() -> Story {
    let to = Some(Receiver::Team(it_team()));
    a_new_chat().after(take(aino())).after(Command::Transfer { by: aino(), note: note(1), to })
}
fn member(by: AgentId) -> Command {
    Command::Take { by, slots: Slots::new(4, vec![], 0), teams: vec![it_team()], serves: Served::Every }
}

#[test]
fn a_chat_whose_team_has_gone_is_for_everybody_who_serves_the_client() {
    let story = handed_to_the_it_team();
    assert_eq!(story.when(Command::FreeFromTeam { team: TeamNow::Present }), Ok(vec![]), "somebody of the team can take it");
    let story = story.after(Command::FreeFromTeam { team: TeamNow::Absent });
    assert_eq!(story.case.contact.for_team, None);
    assert!(story.when(take(bengt())).is_ok());
    assert_eq!(story.when(Command::FreeFromTeam { team: TeamNow::Absent }), Ok(vec![]));
}

#[test]
fn a_chat_that_somebody_of_its_team_holds_is_theirs_whoever_has_gone() {
    let story = handed_to_the_it_team().after(member(bengt()));
    assert_eq!(story.when(Command::FreeFromTeam { team: TeamNow::Empty }), Ok(vec![]));
}

#[test]
fn a_chat_that_comes_back_from_a_member_of_its_team_waits_for_that_team_again() {
    for back in
        [Command::TakeBack { from: bengt(), reason: TakenBackReason::AgentGone }, Command::GiveBack { by: bengt(), whose: Whose::Own }]
    {
        let story = handed_to_the_it_team().after(member(bengt())).after(back);
        assert_eq!(story.when(take(aino())), Err(Refusal::ForAnotherTeam));
        assert!(story.when(member(aino())).is_ok());
    }
}

#[test]
fn a_chat_handed_on_to_a_person_is_no_longer_its_teams() {
    let to = Some(Receiver::Agent(aino(), Slots::new(4, vec![], 0)));
    let story = handed_to_the_it_team().after(member(bengt())).after(Command::Transfer { by: bengt(), note: note(2), to });
    let story = story.after(Command::GiveBack { by: aino(), whose: Whose::Own });
    assert!(story.when(take(bengt())).is_ok());
}

#[test]
fn handing_a_chat_to_a_person_takes_nothing_from_the_queue() {
    let to = Some(Receiver::Agent(bengt(), Slots::new(4, vec![], 0)));
    let story = a_new_chat().at(20).after(take(aino())).at(900).after(Command::Transfer { by: aino(), note: note(1), to });
    assert_eq!(story.case.contact.taken_at, Some(second(20)));
}

#[test]
fn only_the_holder_and_who_supervises_give_a_contact_back() {
    let story = a_new_chat().after(take(aino()));
    let of_another = Command::GiveBack { by: bengt(), whose: Whose::Own };
    assert_eq!(story.when(of_another), Err(Refusal::HeldByAnother(aino())));
    let events = story.when(Command::GiveBack { by: bengt(), whose: Whose::Everybodys }).unwrap();
    let given = Event::TakenBack { contact: chat(), from: aino(), reason: TakenBackReason::GivenBack, by: Some(bengt()) };
    assert_eq!(events, [given]);
    let story = story.after(Command::GiveBack { by: bengt(), whose: Whose::Everybodys });
    assert_eq!(story.when(Command::GiveBack { by: bengt(), whose: Whose::Everybodys }), Ok(vec![]), "once is enough");
}

#[test]
fn an_answer_to_a_contact_that_is_over_makes_it_go_on() {
    let answer = |slots| Command::Reply { message: message(9), by: bengt(), unseen_colleague: None, slots };
    let free = || Some(Slots::new(4, vec![1], 0));
    let left = a_new_chat().after(take(aino())).at(50).after(Command::Leave { contact: chat() }).at(900);
    assert_eq!(left.when(answer(None)), Err(Refusal::ContactEnded));
    assert_eq!(left.when(answer(Some(Slots::new(1, vec![1], 0)))), Err(Refusal::SlotsFull));
    let goes_on = left.after(answer(free())).case;
    assert!(goes_on.contact.is_held_by(bengt()));
    assert_eq!((goes_on.contact.luukku, goes_on.owner, goes_on.contact.customer_waits_since), (Some(2), Some(bengt()), None));
    assert_eq!(goes_on.contact.last_said_at, second(900), "silence is counted from these words");

    let solved = a_new_chat().after(take(aino())).after(Command::Solve { by: aino() }).after(answer(free()));
    assert_eq!((solved.case.state, solved.case.contact.state), (CaseState::Open, ContactState::Taken));
    let closed = a_new_chat().after(take(aino())).after(Command::SetState { by: aino(), state: CaseState::Closed });
    assert_eq!(closed.when(answer(free())), Err(Refusal::CaseClosed));
}

#[test]
fn slots_do_not_let_anybody_answer_in_a_chat_that_a_colleague_has() {
    let answer = Command::Reply { message: message(9), by: bengt(), unseen_colleague: None, slots: Some(Slots::new(4, vec![], 0)) };
    assert_eq!(a_new_chat().after(take(aino())).when(answer), Err(Refusal::HeldByAnother(aino())));
}
