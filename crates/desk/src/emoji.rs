//! Whether agents use emoji (UH-30). Customers write as they write: no rule is about them.

/// How many emoji agents may put into one message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EmojiRule {
    /// As many as they like.
    #[default]
    Allow,
    /// At most one in each message.
    Limit,
    /// None.
    Forbid,
}

impl EmojiRule {
    /// The most emoji in one message; none where there is no limit.
    pub fn most(self) -> Option<usize> {
        match self {
            Self::Allow => None,
            Self::Limit => Some(1),
            Self::Forbid => Some(0),
        }
    }

    /// Whether an agent may send `text`. Smileys of ordinary characters, such as `:)`, are words.
    pub fn lets_through(self, text: &str) -> bool {
        self.most().is_none_or(|most| count(text) <= most)
    }
}

/// How many emoji a reader sees: a family, a flag or a hand with its skin tone is one.
pub fn count(text: &str) -> usize {
    let all: Vec<char> = text.chars().collect();
    let (mut count, mut at) = (0, 0);
    while let Some(length) = all.get(at..).filter(|rest| !rest.is_empty()).map(one) {
        count += usize::from(length > 0);
        at += length.max(1);
    }
    count
}

/// How many characters the emoji has that `rest` begins with; 0 when it begins with something else.
fn one(rest: &[char]) -> usize {
    match rest {
        [first, second, ..] if is_flag_letter(*first) && is_flag_letter(*second) => 2,
        [first, VARIANT, KEYCAP, ..] if is_key(*first) => 3,
        [first, KEYCAP, ..] if is_key(*first) => 2,
        [first, ..] if is_emoji(*first) || (is_symbol(*first) && rest.get(1).is_some_and(|next| *next == VARIANT || is_skin(*next))) => {
            1 + tail(rest.get(1..).unwrap_or_default())
        }
        _ => 0,
    }
}

/// How many characters belong to the emoji before them.
fn tail(rest: &[char]) -> usize {
    match rest {
        [JOINER, next, rest @ ..] if is_emoji(*next) || is_symbol(*next) => 2 + tail(rest),
        [next, rest @ ..] if *next == VARIANT || is_skin(*next) || is_tag(*next) => 1 + tail(rest),
        _ => 0,
    }
}

const JOINER: char = '\u{200D}';
/// "As a picture", after a character that is also text.
const VARIANT: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

fn is_flag_letter(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

fn is_key(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '#' | '*')
}

fn is_skin(c: char) -> bool {
    ('\u{1F3FB}'..='\u{1F3FF}').contains(&c)
}

fn is_tag(c: char) -> bool {
    ('\u{E0020}'..='\u{E007F}').contains(&c)
}

/// Symbols that are text unless they are followed by [`VARIANT`].
fn is_symbol(c: char) -> bool {
    ('\u{2000}'..='\u{3299}').contains(&c) || ('\u{1F100}'..='\u{1FAFF}').contains(&c) || matches!(c, '©' | '®')
}

/// Characters that every screen shows as a picture, and the three smileys and hearts that most do.
fn is_emoji(c: char) -> bool {
    is_supplementary_emoji(c)
        || matches!(c,
            '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23EC}' | '\u{23F0}' | '\u{23F3}' | '\u{25FD}'..='\u{25FE}' | '\u{2614}'..='\u{2615}'
            | '\u{2639}'..='\u{263A}' | '\u{2648}'..='\u{2653}' | '\u{267F}' | '\u{2693}' | '\u{26A1}' | '\u{26AA}'..='\u{26AB}'
            | '\u{26BD}'..='\u{26BE}' | '\u{26C4}'..='\u{26C5}' | '\u{26CE}' | '\u{26D4}' | '\u{26EA}' | '\u{26F2}'..='\u{26F3}' | '\u{26F5}'
            | '\u{26FA}' | '\u{26FD}' | '\u{2705}' | '\u{270A}'..='\u{270B}' | '\u{2728}' | '\u{274C}' | '\u{274E}' | '\u{2753}'..='\u{2755}'
            | '\u{2757}' | '\u{2764}' | '\u{2795}'..='\u{2797}' | '\u{27B0}' | '\u{27BF}' | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}')
}

fn is_supplementary_emoji(c: char) -> bool {
    matches!(c,
        '\u{1F004}' | '\u{1F0CF}' | '\u{1F18E}' | '\u{1F191}'..='\u{1F19A}' | '\u{1F201}' | '\u{1F21A}' | '\u{1F22F}' | '\u{1F232}'..='\u{1F236}'
        | '\u{1F238}'..='\u{1F23A}' | '\u{1F250}'..='\u{1F251}' | '\u{1F300}'..='\u{1F320}' | '\u{1F32D}'..='\u{1F335}' | '\u{1F337}'..='\u{1F37C}'
        | '\u{1F37E}'..='\u{1F393}' | '\u{1F3A0}'..='\u{1F3CA}' | '\u{1F3CF}'..='\u{1F3D3}' | '\u{1F3E0}'..='\u{1F3F0}' | '\u{1F3F4}'
        | '\u{1F3F8}'..='\u{1F43E}' | '\u{1F440}' | '\u{1F442}'..='\u{1F4FC}' | '\u{1F4FF}'..='\u{1F53D}' | '\u{1F54B}'..='\u{1F54E}'
        | '\u{1F550}'..='\u{1F567}' | '\u{1F57A}' | '\u{1F595}'..='\u{1F596}' | '\u{1F5A4}' | '\u{1F5FB}'..='\u{1F64F}' | '\u{1F680}'..='\u{1F6C5}'
        | '\u{1F6CC}' | '\u{1F6D0}'..='\u{1F6D2}' | '\u{1F6D5}'..='\u{1F6DF}' | '\u{1F6EB}'..='\u{1F6EC}' | '\u{1F6F4}'..='\u{1F6FC}'
        | '\u{1F7E0}'..='\u{1F7EB}' | '\u{1F7F0}' | '\u{1F90C}'..='\u{1F93A}' | '\u{1F93C}'..='\u{1F945}' | '\u{1F947}'..='\u{1F9FF}'
        | '\u{1FA70}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_is_counted_once_however_many_characters_it_has() {
        let told = [
            ("", 0),
            ("Hei! Katson asiaa, 1 hetki. * # © ™ → ✓", 0),
            ("Kiitos :) ;-) <3 8-)", 0),
            ("Hyvä 😀", 1),
            ("😀😀", 2),
            ("❤️ ja ❤", 2),
            ("☺ ✔️ ✔", 2),
            ("👍🏽", 1),
            ("☝🏽", 1),
            ("👨‍👩‍👧‍👦", 1),
            ("🏳️‍🌈", 1),
            ("🇫🇮🇸🇪", 2),
            ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1),
            ("1️⃣ #️⃣", 2),
            ("🤷🏻‍♀️ 🎉", 2),
        ];
        for (text, emoji) in told {
            assert_eq!(count(text), emoji, "{text}");
        }
    }

    #[test]
    fn a_client_allows_limits_or_forbids_the_emoji_of_agents() {
        let lets = |rule: EmojiRule| ["Selvä :)", "Selvä 😀", "Selvä 😀🎉"].map(|text| rule.lets_through(text));
        assert_eq!(lets(EmojiRule::Allow), [true, true, true]);
        assert_eq!(lets(EmojiRule::Limit), [true, true, false]);
        assert_eq!(lets(EmojiRule::Forbid), [true, false, false]);
    }
}
