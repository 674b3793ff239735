//! In which languages a chat is open: never to nobody (SM-05, CC-11), and never closed by those who wait for others.

use desk::availability::{Door, availability_in, open_in};
use desk::language::Language;
use desk::opening_target::TargetNow;
use desk::staffing::{Present, Staffings, WaitingAlike};

use crate::dice::Dice;

/// Some people who are there, each with the languages that they speak and their free slots.
fn random_people(dice: &mut Dice) -> Vec<Present> {
    let mut someone = |_| Present {
        languages: Language::ALL.into_iter().filter(|_| dice.below(2) == 1).map(|language| (language, 2)).collect(),
        skills: Vec::new(),
        free_slots: i64::try_from(dice.below(3)).unwrap(),
    };
    (0..4).map(&mut someone).collect()
}

fn waits(language: Language, chats: i64) -> WaitingAlike {
    WaitingAlike { language, level: 1, skill: None, chats, oldest: None }
}

fn random_queue(dice: &mut Dice) -> Vec<WaitingAlike> {
    Language::ALL.map(|language| waits(language, i64::try_from(dice.below(4)).unwrap())).to_vec()
}

fn speaks(person: &Present, language: Language) -> bool {
    person.languages.iter().any(|(spoken, _)| *spoken == language)
}

#[test]
fn a_chat_is_open_in_a_language_exactly_when_somebody_who_speaks_it_can_be_waited_for() {
    let (mut open, mut closed, mut partly) = (0, 0, 0);
    for seed in 0..10_000 {
        let mut dice = Dice::new(seed);
        let mut people = random_people(&mut dice);
        people.truncate(usize::try_from(dice.below(4)).unwrap());
        let staffings = Staffings::of(&people, &random_queue(&mut dice));
        let ceiling = i64::try_from(dice.below(6)).unwrap();
        let languages: Vec<Language> = Language::ALL.into_iter().filter(|_| dice.below(4) > 0).collect();
        let begins = |language| availability_in(language, Door::InHours, &staffings, ceiling, TargetNow::Kept);
        let shown = open_in(&languages, Door::InHours, &staffings, ceiling, TargetNow::Kept);
        for language in &languages {
            let is_shown_open = shown.is_ok_and(|closed| closed.reason(*language).is_none());
            assert_eq!(is_shown_open, begins(*language).is_ok(), "seed {seed}: what is shown is what happens");
            let nobody_speaks = staffings.who_speak(*language).present == 0;
            assert!(!(is_shown_open && nobody_speaks), "seed {seed}: open to nobody in {language:?}");
        }
        match shown {
            Ok(some) if some.each().next().is_some() => partly += 1,
            Ok(_) => open += 1,
            Err(_) => closed += 1,
        }
    }
    assert!(open > 500 && closed > 500 && partly > 500, "all happen: {open}, {closed}, {partly}");
}

/// How many of `queue` can be given a free slot at most, one slot after the other: all ways are tried.
fn most_served(slots: &[&Present], queue: &[i64]) -> i64 {
    let Some((slot, rest)) = slots.split_first() else { return 0 };
    let mut most = most_served(rest, queue);
    for (place, language) in Language::ALL.into_iter().enumerate() {
        if queue[place] > 0 && speaks(slot, language) {
            let mut left = queue.to_vec();
            left[place] -= 1;
            most = most.max(1 + most_served(rest, &left));
        }
    }
    most
}

#[test]
fn whoever_finds_a_free_slot_is_let_in_and_who_waits_for_others_changes_nothing() {
    let (mut found, mut waited, mut refused) = (0, 0, 0);
    for seed in 0..2_000 {
        let mut dice = Dice::new(seed);
        let mut people = random_people(&mut dice);
        people.truncate(3);
        let queue = random_queue(&mut dice);
        let staffings = Staffings::of(&people, &queue);
        let slots: Vec<&Present> = people.iter().flat_map(|one| (0..one.free_slots).map(move |_| one)).collect();
        let chats: Vec<i64> = queue.iter().map(|alike| alike.chats).collect();
        for (place, language) in Language::ALL.into_iter().enumerate() {
            let is_let_in = |ceiling| availability_in(language, Door::InHours, &staffings, ceiling, TargetNow::Kept).is_ok();
            let mut then = chats.clone();
            then[place] += 1;
            let finds_a_slot = most_served(&slots, &then) > most_served(&slots, &chats);
            assert!(is_let_in(0) || !finds_a_slot, "seed {seed}: {language:?} finds a free slot");
            assert!(!is_let_in(0) || finds_a_slot, "seed {seed}: without a queue nobody waits for a slot in {language:?}");
            if !people.iter().any(|one| speaks(one, language)) {
                assert!(!is_let_in(9), "seed {seed}: nobody speaks {language:?}");
                continue;
            }
            match (finds_a_slot, is_let_in(2)) {
                (true, _) => found += 1,
                (false, true) => waited += 1,
                (false, false) => refused += 1,
            }
            // However many wait who have nobody in common with them, nothing changes.
            let is_apart = |other: &Language| !people.iter().any(|one| speaks(one, *other) && speaks(one, language));
            let crowd: Vec<WaitingAlike> = Language::ALL.into_iter().filter(is_apart).map(|other| waits(other, 50)).collect();
            let crowded = Staffings::of(&people, &[queue.as_slice(), &crowd].concat());
            let still = availability_in(language, Door::InHours, &crowded, 2, TargetNow::Kept).is_ok();
            let reach = people.iter().filter(|one| speaks(one, language)).flat_map(|one| &one.languages);
            let is_chained = reach
                .clone()
                .any(|(near, _)| crowd.iter().any(|far| people.iter().any(|one| speaks(one, *near) && speaks(one, far.language))));
            assert!(still == is_let_in(2) || is_chained, "seed {seed}: {language:?} waits for nobody of theirs");
        }
    }
    assert!(found > 500 && waited > 200 && refused > 200, "all happen: {found}, {waited}, {refused}");
}
