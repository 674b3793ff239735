//! What can happen to a case, as sentences. `given` events, `when` a command comes, `then` this happens or is refused.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod bouncing;
mod calling;
mod conduct;
mod exceeding;
mod labelling;
mod lives;
mod offering;
mod promising;
mod referring;
mod returning;
mod selling;
mod target;
mod triaging;
mod weighing;

use super::*;
use crate::id::{AgentId, ContactId, MessageId, NoteId, TeamId};
use crate::language::Language;
use crate::may::Served;
use crate::moment::{Moment, Span};
use crate::routing::Demand;
use uuid::Uuid;

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}
fn aino() -> AgentId {
    id(1)
}
fn bengt() -> AgentId {
    id(2)
}
fn it_team() -> TeamId {
    id(30)
}
fn chat() -> ContactId {
    id(100)
}
fn message(n: u128) -> MessageId {
    id(1000 + n)
}
fn note(n: u128) -> NoteId {
    id(2000 + n)
}
fn second(s: i64) -> Moment {
    Moment::from_micros(s * 1_000_000)
}
const GRACE: Span = Span::seconds(3600);

fn starting(contact: u128, channel: Channel) -> Starting {
    Starting {
        contact: id(contact),
        channel,
        language: Language::Fi,
        demand: Demand::default(),
        for_team: None,
        by_rule: None,
        last_with: None,
        answer_target: Span::seconds(60),
        start_page: None,
        start_title: None,
        referrer: None,
        invitation: None,
        chosen: None,
    }
}
fn receive(n: u128, thanks: Thanks) -> Command {
    Command::Receive { message: message(n), thanks, again: starting(200 + n, Channel::Chat), grace: GRACE }
}
fn take(by: AgentId) -> Command {
    Command::Take { by, slots: Slots::new(4, vec![], 0), teams: vec![], serves: Served::Every }
}
fn reply(by: AgentId, n: u128) -> Command {
    Command::Reply { message: message(n), by, unseen_colleague: None, slots: None }
}

struct Story {
    case: Case,
    now: i64,
}

/// A chat that has just been started at second 0.
fn a_new_chat() -> Story {
    let events = open(id(5), id(6), 4821, starting(100, Channel::Chat), message(0));
    let mut case = None;
    for event in &events {
        case = apply(case, event, second(0));
    }
    Story { case: case.unwrap(), now: 0 }
}

impl Story {
    fn at(mut self, s: i64) -> Self {
        self.now = s;
        self
    }
    fn after(mut self, command: Command) -> Self {
        let events = decide(&self.case, command, second(self.now)).unwrap();
        for event in &events {
            self.case = apply(Some(self.case), event, second(self.now)).unwrap();
        }
        self
    }
    fn when(&self, command: Command) -> Result<Vec<Event>, Refusal> {
        decide(&self.case, command, second(self.now))
    }
}

#[test]
fn a_case_has_its_number_from_the_first_message_on() {
    let story = a_new_chat();
    assert_eq!((story.case.number, story.case.state, story.case.contact.state), (4821, CaseState::New, ContactState::Waiting));
}

#[test]
fn taking_a_chat_makes_its_agent_the_owner() {
    let story = a_new_chat().after(take(aino()));
    assert_eq!(story.case.owner, Some(aino()));
    assert!(story.case.contact.is_held_by(aino()));
    assert_eq!(story.case.contact.luukku, Some(1));
}

#[test]
fn taking_twice_is_the_same_as_taking_once() {
    assert_eq!(a_new_chat().after(take(aino())).when(take(aino())), Ok(vec![]));
}

#[test]
fn who_comes_second_is_told_who_has_it() {
    assert_eq!(a_new_chat().after(take(aino())).when(take(bengt())), Err(Refusal::HeldByAnother(aino())));
}

#[test]
fn the_seventh_chat_is_never_given_to_an_agent_with_six_slots_uh_12() {
    let sixth = Command::Take { by: aino(), slots: Slots::new(6, vec![1, 2, 3, 4, 5], 0), teams: vec![], serves: Served::Every };
    let seventh = Command::Take { by: aino(), slots: Slots::new(6, vec![1, 2, 3, 4, 5, 6], 0), teams: vec![], serves: Served::Every };
    assert!(a_new_chat().when(sixth).is_ok());
    assert_eq!(a_new_chat().when(seventh), Err(Refusal::SlotsFull));
}

#[test]
fn nobody_can_have_more_than_eight_slots_whatever_is_set() {
    let ninth = Command::Take { by: aino(), slots: Slots::new(99, (1..=8).collect(), 0), teams: vec![], serves: Served::Every };
    assert_eq!(a_new_chat().when(ninth), Err(Refusal::SlotsFull));
}

#[test]
fn a_closed_chat_leaves_its_place_free_and_the_next_one_comes_there() {
    let into_the_gap = Command::Take { by: aino(), slots: Slots::new(4, vec![1, 3], 0), teams: vec![], serves: Served::Every };
    assert_eq!(a_new_chat().after(into_the_gap).case.contact.luukku, Some(2));
}

#[test]
fn only_the_agent_who_holds_a_chat_may_answer() {
    assert_eq!(a_new_chat().when(reply(aino(), 1)), Err(Refusal::NotHeldByYou));
    assert_eq!(a_new_chat().after(take(aino())).when(reply(bengt(), 1)), Err(Refusal::HeldByAnother(aino())));
}

#[test]
fn the_first_human_words_stop_the_answer_clock_uh_20() {
    let story = a_new_chat().at(20).after(take(aino())).at(38).after(reply(aino(), 1));
    assert_eq!(story.case.contact.answered_at, Some(second(38)));
    assert_eq!(story.case.contact.customer_waits_since, None);
    assert_eq!(story.case.state, CaseState::Open);
}

#[test]
fn who_was_answered_and_is_handed_on_or_given_back_waits_for_us_again() {
    let answered = || a_new_chat().after(take(aino())).at(38).after(reply(aino(), 1)).at(100);
    let give_back = Command::GiveBack { by: aino(), whose: Whose::Own };
    let to_team = Command::Transfer { by: aino(), note: note(1), to: Some(Receiver::Team(it_team())) };
    let to_agent = Command::Transfer { by: aino(), note: note(1), to: Some(Receiver::Agent(bengt(), Slots::new(4, vec![], 0))) };
    for handed_on in [give_back, to_team, to_agent] {
        let contact = answered().after(handed_on).case.contact;
        assert_eq!((contact.customer_waits_since, contact.turn_since), (Some(second(100)), second(100)));
        assert_eq!(contact.answered_at, Some(second(38)), "the first answer stays the first");
    }
    let unanswered = a_new_chat().after(take(aino())).at(50).after(Command::GiveBack { by: aino(), whose: Whose::Own });
    assert_eq!(unanswered.case.contact.customer_waits_since, Some(second(0)), "who waits already waits on");
}

#[test]
fn automatic_words_and_notes_never_stop_the_clock() {
    let story = a_new_chat()
        .at(1)
        .after(Command::SayAutomatically { message: message(1) })
        .after(take(aino()))
        .after(Command::WriteNote { note: note(1), by: aino() });
    assert_eq!(story.case.contact.answered_at, None);
    assert_eq!(story.case.contact.customer_waits_since, Some(second(0)));
}

#[test]
fn automatic_last_words_answer_nobody() {
    let said = Command::SayAutomatically { message: message(1) };
    let story = a_new_chat().after(take(aino())).at(50).after(said).after(Command::Solve { by: aino() });
    assert_eq!((story.case.state, story.case.contact.answered_at), (CaseState::Solved, None));
}

#[test]
fn a_customer_who_writes_three_times_waits_since_the_first() {
    let story = a_new_chat().after(take(aino())).at(10).after(reply(aino(), 1));
    let story = story.at(60).after(receive(2, Thanks::No)).at(65).after(receive(3, Thanks::No));
    assert_eq!(story.case.contact.customer_waits_since, Some(second(60)));
}

#[test]
fn an_answer_after_a_colleagues_unseen_one_is_refused() {
    let blind = Command::Reply { message: message(1), by: aino(), unseen_colleague: Some(bengt()), slots: None };
    assert_eq!(a_new_chat().after(take(aino())).when(blind), Err(Refusal::ColleagueAnswered(bengt())));
}

#[test]
fn a_chat_whose_agent_vanished_goes_to_the_front_with_its_waiting_time_kept() {
    let gone = Command::TakeBack { from: aino(), reason: TakenBackReason::AgentGone };
    let story = a_new_chat().at(30).after(take(aino())).at(90).after(gone);
    assert_eq!((story.case.contact.state, story.case.contact.held_by), (ContactState::Waiting, None));
    assert_eq!(story.case.contact.waiting_since, second(0));
}

#[test]
fn a_chat_is_taken_back_only_from_who_holds_it() {
    let late = Command::TakeBack { from: aino(), reason: TakenBackReason::AgentGone };
    assert_eq!(a_new_chat().after(take(bengt())).when(late), Ok(vec![]));
}

#[test]
fn a_chat_handed_to_a_person_is_theirs_at_once_with_the_note_before_it() {
    let to = Some(Receiver::Agent(bengt(), Slots::new(4, vec![1], 0)));
    let story = a_new_chat().after(take(aino()));
    let events = story.when(Command::Transfer { by: aino(), note: note(1), to: to.clone() }).unwrap();
    assert!(matches!(events[0], Event::Noted { .. }));
    let story = story.after(Command::Transfer { by: aino(), note: note(1), to });
    assert!(story.case.contact.is_held_by(bengt()));
    assert_eq!((story.case.contact.luukku, story.case.owner), (Some(2), Some(bengt())));
}

#[test]
fn a_chat_handed_to_a_team_waits_for_that_team_only() {
    let to = Some(Receiver::Team(it_team()));
    let story = a_new_chat().after(take(aino())).after(Command::Transfer { by: aino(), note: note(1), to });
    assert_eq!(story.when(take(bengt())), Err(Refusal::ForAnotherTeam));
    let member = Command::Take { by: bengt(), slots: Slots::new(4, vec![], 0), teams: vec![it_team()], serves: Served::Every };
    assert!(story.when(member).is_ok());
}

#[test]
fn a_chat_is_read_when_its_holder_has_seen_it_and_only_looking_in_reads_nothing() {
    assert!(!a_new_chat().case.is_read_by(aino()), "nobody has it yet");
    let taken = a_new_chat().after(take(aino()));
    assert!(taken.case.is_read_by(aino()));
    assert!(!taken.case.is_read_by(bengt()));
}

#[test]
fn a_thank_you_after_solved_is_read_by_whoever_looks() {
    let story = solved_at(100).at(130).after(receive(2, Thanks::Only));
    assert!(story.case.is_read_by(aino()) && story.case.is_read_by(bengt()));
}

#[test]
fn a_chat_is_not_handed_to_somebody_who_is_full_or_gone_or_oneself() {
    let story = a_new_chat().after(take(aino()));
    let full = Some(Receiver::Agent(bengt(), Slots::new(1, vec![1], 0)));
    let oneself = Some(Receiver::Agent(aino(), Slots::new(4, vec![1], 0)));
    for to in [full, oneself, None] {
        assert_eq!(story.when(Command::Transfer { by: aino(), note: note(1), to }), Err(Refusal::TargetGone));
    }
}

#[test]
fn solving_frees_the_slot() {
    let story = a_new_chat().after(take(aino())).after(reply(aino(), 1)).after(Command::Solve { by: aino() });
    assert_eq!((story.case.state, story.case.contact.state), (CaseState::Solved, ContactState::Ended));
    assert_eq!(story.when(Command::Solve { by: aino() }), Ok(vec![]));
}

fn solved_at(s: i64) -> Story {
    a_new_chat().after(take(aino())).after(reply(aino(), 1)).at(s).after(Command::Solve { by: aino() })
}

#[test]
fn a_thank_you_after_solved_does_not_reopen_the_case() {
    let story = solved_at(100).at(130).after(receive(2, Thanks::Only));
    assert_eq!((story.case.state, story.case.contact.id), (CaseState::Solved, chat()));
    assert_eq!(story.case.contact.customer_waits_since, None);
}

#[test]
fn a_thank_you_after_the_grace_time_is_a_message_like_any_other() {
    let story = solved_at(100).at(100 + 3601).after(receive(2, Thanks::Only));
    assert_eq!(story.case.state, CaseState::Open);
}

#[test]
fn an_answer_to_a_solved_case_reopens_it_with_a_new_contact_in_the_queue() {
    let story = solved_at(100).at(130).after(receive(2, Thanks::No));
    assert_eq!((story.case.state, story.case.contact.state), (CaseState::Open, ContactState::Waiting));
    assert_eq!((story.case.contact.id, story.case.contact.waiting_since), (id(202), second(130)));
    assert_eq!(story.case.number, 4821);
}

#[test]
fn a_closed_case_takes_nothing_more() {
    let story = solved_at(100).after(Command::SetState { by: aino(), state: CaseState::Closed });
    assert_eq!(story.when(receive(2, Thanks::No)), Err(Refusal::CaseClosed));
    assert_eq!(story.when(Command::Reopen { by: aino() }), Err(Refusal::CaseClosed));
    assert_eq!(story.when(Command::SayAutomatically { message: message(3) }), Err(Refusal::CaseClosed));
    assert_eq!(story.when(Command::SetState { by: aino(), state: CaseState::Open }), Err(Refusal::CaseClosed));
    assert_eq!(story.when(Command::SetSubject { by: aino(), subject: "Tulostin".into() }), Err(Refusal::CaseClosed));
}

#[test]
fn nobody_sets_a_case_back_to_new() {
    assert_eq!(solved_at(1).when(Command::SetState { by: aino(), state: CaseState::New }), Err(Refusal::NotByHand));
}

#[test]
fn a_customer_who_writes_to_a_case_that_waited_for_them_opens_it() {
    let story = a_new_chat().after(take(aino())).after(reply(aino(), 1));
    let story = story.after(Command::SetState { by: aino(), state: CaseState::WaitingForCustomer });
    assert_eq!(story.after(receive(2, Thanks::No)).case.state, CaseState::Open);
}

#[test]
fn silence_ends_a_chat_only_when_it_is_the_customers_turn() {
    let limit = Span::seconds(600);
    let owed = a_new_chat().after(take(aino())).at(10_000);
    assert_eq!(owed.when(Command::EndBySilence { limit }), Ok(vec![]), "the customer still waits for an answer");
    let answered = a_new_chat().after(take(aino())).after(reply(aino(), 1));
    assert_eq!(answered.at(599).when(Command::EndBySilence { limit }), Ok(vec![]));
    let answered = a_new_chat().after(take(aino())).after(reply(aino(), 1)).at(600).after(Command::EndBySilence { limit });
    assert_eq!(answered.case.contact.ended_by, Some(EndedBy::Silence));
}

#[test]
fn a_waiting_visitor_is_never_dropped_by_silence() {
    assert_eq!(a_new_chat().at(100_000).when(Command::EndBySilence { limit: Span::seconds(1) }), Ok(vec![]));
}

#[test]
fn a_customer_may_leave_at_any_time_and_once_is_enough() {
    let story = a_new_chat().after(Command::Leave { contact: chat() });
    assert_eq!(story.case.contact.ended_by, Some(EndedBy::Customer));
    assert_eq!(story.when(Command::Leave { contact: chat() }), Ok(vec![]));
    assert_eq!(story.when(take(aino())), Err(Refusal::ContactEnded));
}

#[test]
fn who_leaves_the_chat_before_this_one_leaves_this_one_alone() {
    let story = a_new_chat().after(Command::Leave { contact: chat() }).after(receive(1, Thanks::No));
    assert_eq!(story.when(Command::Leave { contact: chat() }), Ok(vec![]));
    assert!(!story.when(Command::Leave { contact: story.case.contact.id }).unwrap().is_empty());
}

#[test]
fn what_is_inside_the_desk_has_no_place_in_the_customers_order() {
    let case = a_new_chat().case;
    let is_public = |event| is_public(&case, &event);
    assert!(is_public(Event::Received { contact: chat(), message: message(1) }));
    assert!(!is_public(Event::Noted { note: note(1), by: aino() }));
    assert!(!is_public(Event::OwnerChanged { from: None, to: Some(aino()), by: None }));
    assert!(!is_public(Event::SubjectChanged { subject: "x".into(), by: aino() }));
}
