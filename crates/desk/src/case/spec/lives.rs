//! Random lives of a case: whatever is done, what always holds holds.

use super::*;
use crate::call_back::CallTime;
use crate::case::{Referral, ReferralReason};
use crate::labels::Labels;
use crate::triage::{HandlingPath, Triage};

/// trust 21: ten thousand random lives of a case; the failing seed is printed and can be played again.
#[test]
fn no_sequence_of_commands_breaks_what_always_holds_trust_21() {
    for seed in 0..10_000_u64 {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut story = a_new_chat();
        let mut seq = 0;
        for step in 0..40 {
            story.now += i64::try_from(random.below(900)).unwrap();
            let before = story.case.clone();
            let command = any_command(&mut random, step, &before, second(story.now));
            let Ok(events) = story.when(command.clone()) else { continue };
            for event in &events {
                seq += 1;
                story.case = apply(Some(story.case.clone()), event, second(story.now)).unwrap();
            }
            always_holds(&before, &story.case, &command, seed);
            if changes_nothing_twice(&command) && !events.is_empty() {
                assert_eq!(story.when(command), Ok(vec![]), "seed {seed}: once is enough");
            }
        }
        assert!(seq > 0, "seed {seed}: something happened");
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

fn changes_nothing_twice(command: &Command) -> bool {
    match command {
        Command::Take { .. }
        | Command::Exceed { .. }
        | Command::Offer { .. }
        | Command::EndOffer { .. }
        | Command::TakeBack { .. }
        | Command::GiveBack { .. }
        | Command::FreeFromTeam { .. }
        | Command::Overflow { .. }
        | Command::MissAnswerTarget
        | Command::End { .. }
        | Command::Leave { .. }
        | Command::EndBySilence { .. }
        | Command::Solve { .. }
        | Command::Refer { .. }
        | Command::UndoSolve { .. }
        | Command::Reopen { .. }
        | Command::SetState { .. }
        | Command::SetOwner { .. }
        | Command::SetSubject { .. }
        | Command::Label { .. }
        | Command::Triage { .. }
        | Command::BreakPromise
        | Command::RequireContact { .. }
        | Command::RequireLabels { .. } => true,
        Command::Receive { .. }
        | Command::Reply { .. }
        | Command::SayAutomatically { .. }
        | Command::Park { .. }
        | Command::OrderCall { .. }
        | Command::MarkCalled { .. }
        | Command::MarkNotReached { .. }
        | Command::WriteNote { .. }
        | Command::Flag { .. }
        | Command::Block { .. }
        | Command::Transfer { .. } => false,
    }
}

fn any_command(random: &mut Random, step: u128, case: &Case, at: Moment) -> Command {
    let by = if random.below(2) == 0 { aino() } else { bengt() };
    let other = if by == aino() { bengt() } else { aino() };
    let thanks = if random.below(3) == 0 { Thanks::Only } else { Thanks::No };
    let states = [CaseState::New, CaseState::Open, CaseState::WaitingForCustomer, CaseState::WaitingForOthers, CaseState::Solved];
    match random.below(45) {
        0 | 1 => Command::Receive { message: message(step), thanks, again: starting(300 + step, Channel::Chat), grace: GRACE },
        2 | 3 => Command::Take { by, slots: Slots::new(2, vec![], 0), teams: vec![it_team()], serves: Served::Every },
        4 | 5 => reply(by, 500 + step),
        6 => Command::TakeBack { from: by, reason: TakenBackReason::AgentGone },
        7 => Command::Transfer { by, note: note(step), to: Some(Receiver::Agent(other, Slots::new(2, vec![1], 0))) },
        8 => Command::Transfer { by, note: note(step), to: Some(Receiver::Team(it_team())) },
        9 => Command::End { by },
        10 => Command::Solve { by },
        11 => Command::EndBySilence { limit: Span::seconds(300) },
        12 => Command::Leave { contact: if random.below(4) == 0 { chat() } else { case.contact.id } },
        13 => Command::Reopen { by },
        14 => Command::SetState { by, state: states[usize::try_from(random.below(5)).unwrap()] },
        // Once closed, a case has no more to tell.
        15 if random.below(8) == 0 => Command::SetState { by, state: CaseState::Closed },
        15 | 16 => Command::WriteNote { note: note(300 + step), by },
        17 => Command::GiveBack { by, whose: if random.below(2) == 0 { Whose::Own } else { Whose::Everybodys } },
        18 => {
            Command::FreeFromTeam { team: [TeamNow::Present, TeamNow::Absent, TeamNow::Empty][usize::try_from(random.below(3)).unwrap()] }
        }
        19 | 20 => Command::UndoSolve { by, slots: Slots::new(2, vec![], 0), customer_waits_since: case.contact.ended_at, call: None },
        21 => Command::SetOwner { by, owner: (random.below(2) == 0).then_some(other) },
        22 => Command::SetSubject { by, subject: format!("Aihe {}", random.below(3)) },
        23 => Command::Solve { by: case.contact.held_by.unwrap_or(by) },
        24 => Command::Take { by, slots: Slots::new(2, vec![1], 0), teams: vec![], serves: Served::Every },
        25 | 26 => Command::Offer { to: by, slots: Slots::new(2, vec![], 0), within: Span::seconds(20) },
        27 => Command::EndOffer { to: by, why: if random.below(2) == 0 { OfferEnd::LetPass } else { OfferEnd::Withdrawn } },
        28 => Command::Reply { message: message(900 + step), by, unseen_colleague: None, slots: Some(Slots::new(2, vec![], 0)) },
        29 => Command::MissAnswerTarget,
        30 => Command::Overflow { to: vec![(it_team(), id(31))] },
        34 => Command::BreakPromise,
        35 | 36 => Command::Park {
            by: case.contact.held_by.unwrap_or(by),
            until: at.plus(Span::seconds(60 + 90 * i64::try_from(random.below(20)).unwrap())),
            message: message(1_200 + step),
        },
        32 => {
            let exceeding = Exceeding { is_allowed: random.below(2) == 0, reason: ExceedReason::Urgent, note: None };
            Command::Exceed { by, slots: Slots::new(1, vec![1], 0), teams: vec![], serves: Served::Every, exceeding }
        }
        31 => Command::Take { by, slots: Slots::new(2, vec![], 0), teams: vec![id(31)], serves: Served::Only(vec![]) },
        33 => {
            let labels = Labels { categories: vec![id(71), id(72)], tags: vec![id(81)], ..Labels::default() };
            Command::Label { by, category: (random.below(2) == 0).then(|| id(71)), tags: vec![id(81)], labels }
        }
        37 => {
            let labels = Labels { places: vec![id(91)], ..Labels::default() };
            let referral = Referral { place: Some(id(91)), reason: ReferralReason::NotOurs, remedy: None };
            Command::Refer { by: case.contact.held_by.unwrap_or(by), whose: Whose::Own, referral, note: None, labels }
        }
        38 => {
            let step = |random: &mut Random| i64::try_from(1 + random.below(3)).unwrap();
            let triage = Triage { impact: step(random), urgency: step(random), path: HandlingPath::Now };
            Command::Triage { by, triage, earlier: usize::try_from(random.below(30)).unwrap() }
        }
        39 | 40 => Command::OrderCall {
            about: (random.below(2) == 0).then(|| message(1_300 + step)),
            again: starting(1_400 + step, Channel::CallBack),
            when: CallTime { from: None, until: at.plus(Span::seconds(900)) },
            message: message(1_500 + step),
        },
        41 => Command::RequireContact { contact: chat() },
        42 => Command::MarkCalled { by: case.contact.held_by.unwrap_or(by), note: note(600 + step), message: message(1_600 + step) },
        43 => Command::MarkNotReached {
            by: case.contact.held_by.unwrap_or(by),
            limit: 3,
            until: at.plus(Span::seconds(900)),
            message: message(1_700 + step),
        },
        _ => Command::SayAutomatically { message: message(700 + step) },
    }
}

fn always_holds(before: &Case, now: &Case, command: &Command, seed: u64) {
    let contact = &now.contact;
    assert_eq!(contact.state == ContactState::Taken, contact.luukku.is_some(), "seed {seed}: a slot belongs to a held contact");
    if contact.state == ContactState::Waiting {
        assert_eq!(contact.held_by, None, "seed {seed}: nobody holds what waits");
    } else {
        assert_eq!((contact.offer, contact.passed_by.len()), (None, 0), "seed {seed}: only what waits is offered");
        assert_eq!(contact.also_for, vec![], "seed {seed}: only what waits goes to other teams");
    }
    if let (Some(offer), Command::Take { by, .. }) = (before.contact.offer, command) {
        assert!(contact.holder().is_none_or(|holder| holder == offer.to && holder == *by), "seed {seed}: an offer is one agent's alone");
    }
    if contact.state == ContactState::Ended {
        assert!(contact.ended_at.is_some() && contact.customer_waits_since.is_none(), "seed {seed}: an ended contact runs no clock");
        assert_eq!(contact.for_team, None, "seed {seed}: what is over waits for no team");
    } else {
        assert_eq!((contact.ended_at, contact.ended_by), (None, None), "seed {seed}: what goes on has not ended");
    }
    assert_eq!(now.state == CaseState::Solved, now.solved_at.is_some(), "seed {seed}: a solved case knows since when");
    if before.state == CaseState::Closed {
        assert_eq!((now.state, &now.contact), (CaseState::Closed, &before.contact), "seed {seed}: closed is for good");
    }
    if before.contact.id == contact.id {
        assert_eq!(before.contact.waiting_since, contact.waiting_since, "seed {seed}: waiting time is kept");
        if contact.answered_at != before.contact.answered_at {
            assert!(matches!(command, Command::Reply { .. } | Command::MarkCalled { .. }), "seed {seed}: only a person's words answer");
        }
    }
    if contact.target_missed_at.is_some() && before.contact.target_missed_at.is_none() {
        let waited =
            before.contact.customer_waits_since.map(|since| (contact.target_missed_at.unwrap().since(since)) > contact.answer_target);
        assert_eq!(waited, Some(true), "seed {seed}: only who has waited too long was kept waiting too long");
    }
    if before.contact.customer_waits_since.is_some() && contact.customer_waits_since.is_none() {
        let may_stop = matches!(
            command,
            Command::Reply { .. }
                | Command::MarkCalled { .. }
                | Command::MarkNotReached { .. }
                | Command::End { .. }
                | Command::Leave { .. }
                | Command::Solve { .. }
                | Command::Refer { .. }
                | Command::SetState { .. }
        );
        assert!(may_stop, "seed {seed}: nothing but an answer or an end stops the customer's clock");
    }
    if contact.channel == Channel::CallBack && before.contact.id != contact.id {
        assert!(now.promise.is_some(), "seed {seed}: who waits for a call knows by when it comes");
    }
    let is_over = matches!(now.state, CaseState::Solved | CaseState::Closed);
    assert!(is_over || now.referral.is_none(), "seed {seed}: who was sent elsewhere is not waited for here");
    let told = contact.triage.map(|triage| triage.priority());
    assert!(told.is_none_or(|priority| priority == contact.demand.priority), "seed {seed}: the queue follows the last estimate");
    assert_eq!(now.number, before.number, "seed {seed}: a number is for ever");
}
