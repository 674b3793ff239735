//! In which languages a chat is open: never to nobody (SM-05, CC-11).

use desk::availability::{Door, Staffing, Staffings, availability_in, open_in};
use desk::language::Language;
use desk::opening_target::TargetNow;

use crate::dice::Dice;

/// Some people who are there, each with the languages that they speak and their free slots, as they are counted.
fn random_staffings(dice: &mut Dice) -> Staffings {
    let people: Vec<(Vec<Language>, i64)> = (0..dice.below(4))
        .map(|_| (Language::ALL.into_iter().filter(|_| dice.below(2) == 1).collect(), i64::try_from(dice.below(3)).unwrap()))
        .collect();
    let waiting = Language::ALL.map(|_| i64::try_from(dice.below(3)).unwrap());
    let counted = |speak: &dyn Fn(&[Language]) -> bool, waiting| Staffing {
        present: i64::try_from(people.iter().filter(|(spoken, _)| speak(spoken)).count()).unwrap(),
        free_slots: people.iter().filter(|(spoken, _)| speak(spoken)).map(|(_, free)| free).sum(),
        waiting,
    };
    Staffings {
        everybody: counted(&|_| true, waiting.iter().sum()),
        by_language: Language::ALL
            .into_iter()
            .zip(waiting)
            .map(|(language, waiting)| (language, counted(&|spoken| spoken.contains(&language), waiting)))
            .collect(),
    }
}

#[test]
fn a_chat_is_open_in_a_language_exactly_when_somebody_who_speaks_it_can_be_waited_for() {
    let (mut open, mut closed, mut partly) = (0, 0, 0);
    for seed in 0..10_000 {
        let mut dice = Dice::new(seed);
        let staffings = random_staffings(&mut dice);
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
