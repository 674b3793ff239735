//! Who is there for a client and who waits, and whether one more could be served. Agents differ in the languages that they
//! speak: whoever comes is judged by those who can take them, and by those who wait for the same people.

use crate::id::SkillId;
use crate::language::Language;
use crate::moment::Moment;
use crate::routing::{Level, lacks};

/// Somebody who is present and serves the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// How well they speak which language, in chat.
    pub languages: Vec<(Language, Level)>,
    /// What they know.
    pub skills: Vec<SkillId>,
    /// How many more chats they may have.
    pub free_slots: i64,
}

/// Chats of the client that wait for somebody who knows the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingAlike {
    /// In which language.
    pub language: Language,
    /// How well it must be spoken.
    pub level: Level,
    /// What must be known.
    pub skill: Option<SkillId>,
    /// How many.
    pub chats: i64,
    /// Since when the customer waits who waits longest.
    pub oldest: Option<Moment>,
}

impl WaitingAlike {
    fn can_be_taken_by(&self, agent: &Present) -> bool {
        lacks(&agent.languages, &agent.skills, self.language, self.level, self.skill).is_none()
    }
}

/// How many are there for a client at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staffing {
    /// Agents present who serve the client.
    pub present: i64,
    /// Free slots of those agents together.
    pub free_slots: i64,
    /// Chats of this client that wait and that one of them could take.
    pub waiting: i64,
}

/// Who is there for a client and who waits for them, by language. Who waits for somebody who is not there is not in it: they keep
/// nobody else from being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staffings {
    groups: Vec<Group>,
    waiting: Vec<(Language, i64)>,
    oldest: Option<Moment>,
}

/// Those who speak the same languages.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    languages: Vec<Language>,
    present: i64,
    free_slots: i64,
}

impl Group {
    fn speaks_one_of(&self, languages: &[Language]) -> bool {
        self.languages.iter().any(|spoken| languages.contains(spoken))
    }
}

impl Staffings {
    /// Counts who is present and who waits.
    pub fn of(present: &[Present], waiting: &[WaitingAlike]) -> Self {
        let mut found = Self { groups: Vec::new(), waiting: Vec::new(), oldest: None };
        for agent in present {
            found.add(agent);
        }
        for alike in waiting.iter().filter(|alike| present.iter().any(|agent| alike.can_be_taken_by(agent))) {
            found.waiting.push((alike.language, alike.chats));
            found.oldest = found.oldest.into_iter().chain(alike.oldest).min();
        }
        found
    }

    fn add(&mut self, agent: &Present) {
        let speaks = |language: &Language| agent.languages.iter().any(|(spoken, _)| spoken == language);
        let languages: Vec<Language> = Language::ALL.into_iter().filter(speaks).collect();
        match self.groups.iter_mut().find(|group| group.languages == languages) {
            Some(group) => {
                group.present = group.present.saturating_add(1);
                group.free_slots = group.free_slots.saturating_add(agent.free_slots);
            }
            None => self.groups.push(Group { languages, present: 1, free_slots: agent.free_slots }),
        }
    }

    /// Whoever is there, and whoever waits for one of them.
    pub fn everybody(&self) -> Staffing {
        self.counted(|_| true, &Language::ALL)
    }

    /// Who is there and speaks `language`, and who waits in it.
    pub fn who_speak(&self, language: Language) -> Staffing {
        self.counted(|group| group.languages.contains(&language), &[language])
    }

    /// Since when the customer waits who waits longest of those whom somebody present could take.
    pub fn waits_since(&self) -> Option<Moment> {
        self.oldest
    }

    /// Whether one more may come who asks in `language`: somebody who speaks it is there for whom, with them, at most
    /// `queue_ceiling` chats wait that no free slot is left for.
    ///
    /// Who waits for a slot that is free counts for that slot: otherwise any number could come before an agent has pressed a
    /// key, and the ceiling would hold only on a full desk.
    ///
    /// Only who comes anew is asked: who writes in a chat that was laid aside has been let in, and is refused by no ceiling
    /// ([`crate::case::decide`] knows none). From then on they wait like everybody, and whoever comes anew is counted behind them.
    pub fn has_room(&self, language: Language, queue_ceiling: i64) -> bool {
        let mut then = self.clone();
        then.waiting.push((language, 1));
        let mut who_speak = self.groups.iter().filter(|group| group.languages.contains(&language));
        who_speak.any(|group| then.queue_of(group) <= queue_ceiling)
    }

    /// Chats that `group` could take and that no free slot is left for, when those whom the group could not take have been
    /// given slots first.
    fn queue_of(&self, group: &Group) -> i64 {
        let others: Vec<Language> = Language::ALL.into_iter().filter(|language| !group.languages.contains(language)).collect();
        self.left_over(&Language::ALL).saturating_sub(self.left_over(&others))
    }

    /// Of the chats that wait in `languages`, those that no free slot is left for, however they are dealt out. By Hall's theorem
    /// that is the most by which the chats of some of the languages are more than the free slots of all who speak one of these.
    fn left_over(&self, languages: &[Language]) -> i64 {
        let mut sets: Vec<Vec<Language>> = vec![Vec::new()];
        for language in languages {
            let with = |set: &Vec<Language>| set.iter().copied().chain([*language]).collect();
            let longer: Vec<Vec<Language>> = sets.iter().map(with).collect();
            sets.extend(longer);
        }
        let beyond = |set: &Vec<Language>| {
            let counted = self.counted(|group| group.speaks_one_of(set), set);
            counted.waiting.saturating_sub(counted.free_slots)
        };
        sets.iter().map(beyond).max().unwrap_or(0)
    }

    fn counted(&self, is_of_them: impl Fn(&Group) -> bool, languages: &[Language]) -> Staffing {
        let groups = || self.groups.iter().filter(|group| is_of_them(group));
        let waiting = self.waiting.iter().filter(|(language, _)| languages.contains(language));
        Staffing {
            present: groups().fold(0, |all: i64, group| all.saturating_add(group.present)),
            free_slots: groups().fold(0, |all: i64, group| all.saturating_add(group.free_slots)),
            waiting: waiting.fold(0, |all: i64, (_, chats)| all.saturating_add(*chats)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Fi, Sv};

    fn who(languages: &[Language], free_slots: i64) -> Present {
        Present { languages: languages.iter().map(|language| (*language, 2)).collect(), skills: Vec::new(), free_slots }
    }

    fn waits(language: Language, chats: i64) -> WaitingAlike {
        WaitingAlike { language, level: 1, skill: None, chats, oldest: None }
    }

    #[test]
    fn who_waits_for_a_language_that_nobody_speaks_closes_nothing_for_others() {
        let staffings = Staffings::of(&[who(&[Fi], 8)], &[waits(Sv, 10)]);
        assert!(staffings.has_room(Fi, 2));
        assert!(!staffings.has_room(Sv, 2), "there is nobody to wait for");
        assert_eq!(staffings.everybody(), Staffing { present: 1, free_slots: 8, waiting: 0 });
    }

    #[test]
    fn who_waits_only_for_somebody_else_closes_nothing() {
        let there = [who(&[Fi], 1), who(&[Fi, Sv], 0)];
        let staffings = Staffings::of(&there, &[waits(Sv, 10)]);
        assert!(staffings.has_room(Fi, 0), "a slot is free which the Swedish ones cannot have");
        assert!(!staffings.has_room(Sv, 2));
        assert!(!Staffings::of(&there[1..], &[waits(Sv, 10)]).has_room(Fi, 2), "they wait for the same person");
    }

    #[test]
    fn a_slot_counts_once_even_when_two_languages_could_have_it() {
        let there = [who(&[Fi], 1), who(&[Fi, En], 5)];
        assert!(!Staffings::of(&there, &[waits(En, 5), waits(Fi, 3)]).has_room(Fi, 0));
        assert!(Staffings::of(&there, &[waits(En, 5)]).has_room(Fi, 0), "the one who speaks Finnish only is free");
        assert!(Staffings::of(&there, &[waits(En, 1), waits(Fi, 4)]).has_room(En, 0), "Finnish ones can go to the other one");
    }

    #[test]
    fn who_came_back_fills_the_queue_over_its_ceiling_and_the_next_one_anew_waits_until_it_is_under_it() {
        let full = [who(&[Fi], 0)];
        let (one_came_anew, another_came_back) = (1, 1);
        assert!(Staffings::of(&full, &[waits(Fi, 0)]).has_room(Fi, 1));
        let staffings = Staffings::of(&full, &[waits(Fi, one_came_anew + another_came_back)]);
        assert_eq!(staffings.everybody().waiting, 2);
        assert!(!staffings.has_room(Fi, 1));
        assert!(!Staffings::of(&full, &[waits(Fi, 1)]).has_room(Fi, 1), "one has been taken: the other still waits");
        assert!(Staffings::of(&[who(&[Fi], 1)], &[waits(Fi, 1)]).has_room(Fi, 1), "a free luukku is theirs first");
        assert!(!Staffings::of(&[who(&[Fi], 1)], &[waits(Fi, 1)]).has_room(Fi, 0), "and nobody else's too");
    }

    #[test]
    fn who_asks_for_what_nobody_present_knows_waits_for_nobody_present() {
        let rare = WaitingAlike { skill: Some(uuid::Uuid::from_u128(7).into()), ..waits(Fi, 9) };
        let fluent = WaitingAlike { level: 3, oldest: Some(Moment::from_micros(1)), ..waits(Fi, 9) };
        let usual = WaitingAlike { oldest: Some(Moment::from_micros(5)), ..waits(Fi, 1) };
        let staffings = Staffings::of(&[who(&[Fi], 2)], &[rare, fluent, usual]);
        assert_eq!((staffings.everybody().waiting, staffings.waits_since()), (1, Some(Moment::from_micros(5))));
    }
}
