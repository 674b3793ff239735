//! What an agent must know for a contact: its language, well enough, and its skill. The same for offers, for claims by hand
//! and for whoever resumes what had ended.

use crate::id::SkillId;
use crate::language::Language;

/// How well an agent speaks a language in chat: 1 copes, 2 is fluent, 3 writes as a native does. Who speaks well on the
/// telephone may write badly (CC-20): nothing but chat is meant by it.
pub type Level = u8;

/// How well somebody speaks a language of whom nobody has said it yet.
pub const USUAL_LEVEL: Level = 2;

/// Whether there is such a level.
pub fn is_level(level: Level) -> bool {
    (1..=3).contains(&level)
}

/// What a contact needs of whoever takes it, besides its client and its language. Decided once, when it starts: a rule that is
/// changed afterwards changes nothing for those who wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// How well its language must be spoken.
    pub level: Level,
    /// What must be known.
    pub skill: Option<SkillId>,
    /// 1 goes first.
    pub priority: i64,
}

impl Default for Demand {
    fn default() -> Self {
        Self { level: 1, skill: None, priority: 2 }
    }
}

/// What an agent does not know of what a contact needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// They do not speak this language.
    Language(Language),
    /// They speak it less well than is needed.
    Level {
        /// Which language.
        language: Language,
        /// How well they speak it.
        has: Level,
        /// How well they would have to.
        needs: Level,
    },
    /// They lack this skill.
    Skill(SkillId),
}

/// What somebody who speaks `languages` and has `skills` lacks for a contact; the first thing, what changes least first.
pub fn lacks(
    languages: &[(Language, Level)],
    skills: &[SkillId],
    language: Language,
    level: Level,
    skill: Option<SkillId>,
) -> Option<Lack> {
    match languages.iter().find(|(spoken, _)| *spoken == language) {
        None => return Some(Lack::Language(language)),
        Some((_, has)) if *has < level => return Some(Lack::Level { language, has: *has, needs: level }),
        Some(_) => {}
    }
    skill.filter(|skill| !skills.contains(skill)).map(Lack::Skill)
}
