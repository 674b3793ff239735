//! Prepared replies: texts that agents insert and edit before they send them. Here is what such a text may be, how it
//! is split into words and variables, and what is left of it where the customer has told no name.

use crate::language::Language;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// The longest text, in characters; what fills its variables comes on top and still fits into a message.
pub const LONGEST_TEXT: usize = 4_000;

/// How many an organisation may have: all of them may have to go to one screen.
pub const MOST: usize = 1_000;

/// What a prepared reply is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PreparedKind {
    /// To answer.
    Reply,
    /// To tell of an offer: locked until the moment is right ([`crate::selling`]).
    SalesText,
}

/// What a text can leave open until it is inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variable {
    /// The customer's name as they gave it; the only one that may be missing.
    CustomerName,
    /// The first name of the agent who inserts.
    AgentFirstName,
    /// The number of the case.
    CaseNumber,
    /// The name of the client.
    ClientName,
}

impl Variable {
    /// Every variable, in the order in which choices are shown.
    pub const ALL: [Self; 4] = [Self::CustomerName, Self::AgentFirstName, Self::CaseNumber, Self::ClientName];

    /// What stands between the braces in a text of `language`.
    pub const fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::CustomerName, Language::Fi) => "asiakas",
            (Self::CustomerName, Language::Sv) => "kund",
            (Self::CustomerName, Language::En) => "customer",
            (Self::AgentFirstName, Language::Fi) => "neuvoja",
            (Self::AgentFirstName, Language::Sv) => "rådgivare",
            (Self::AgentFirstName, Language::En) => "agent",
            (Self::CaseNumber, Language::Fi) => "asianumero",
            (Self::CaseNumber, Language::Sv) => "ärendenummer",
            (Self::CaseNumber, Language::En) => "case-number",
            (Self::ClientName, Language::Fi) => "asiakkuus",
            (Self::ClientName, Language::Sv) => "kundorganisation",
            (Self::ClientName, Language::En) => "client",
        }
    }

    /// The variable that `word` names in any of the languages: a text may have been written before its language was chosen.
    fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL.into_iter().find(|variable| Language::ALL.into_iter().any(|language| variable.word(language) == word))
    }

    /// As it stands in a text of `language`, with its braces.
    pub fn written(self, language: Language) -> String {
        format!("{{{}}}", self.word(language))
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words that stay as they are.
    Words(String),
    /// A place that is filled when the text is inserted.
    Value(Variable),
}

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateRefusal {
    /// There is no such variable; as it was written, with its braces.
    UnknownVariable(String),
    /// A brace that opens or closes nothing.
    LoneBrace,
}

/// Splits a text into words and variables. Braces are for variables alone.
///
/// # Errors
/// [`TemplateRefusal`] for a variable that does not exist and for a brace without its other half.
pub fn parse(text: &str) -> Result<Vec<Part>, TemplateRefusal> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((words, from)) = rest.split_once('{') {
        push_words(&mut parts, words)?;
        let (word, after) = from.split_once('}').ok_or(TemplateRefusal::LoneBrace)?;
        if word.contains(['{', '\n']) {
            return Err(TemplateRefusal::LoneBrace);
        }
        let unknown = || TemplateRefusal::UnknownVariable(format!("{{{word}}}"));
        parts.push(Part::Value(Variable::from_word(word).ok_or_else(unknown)?));
        rest = after;
    }
    push_words(&mut parts, rest)?;
    Ok(parts)
}

fn push_words(parts: &mut Vec<Part>, words: &str) -> Result<(), TemplateRefusal> {
    if words.contains('}') {
        return Err(TemplateRefusal::LoneBrace);
    }
    if !words.is_empty() {
        parts.push(Part::Words(words.to_owned()));
    }
    Ok(())
}

/// The text that [`parse`] splits into `parts`, with the variables as they are written in `language`.
pub fn write(parts: &[Part], language: Language) -> String {
    parts.iter().map(|part| part_as(part, |variable| variable.written(language))).collect()
}

fn part_as(part: &Part, value: impl Fn(Variable) -> String) -> String {
    match part {
        Part::Words(words) => words.clone(),
        Part::Value(variable) => value(*variable),
    }
}

/// The same text for a customer who has told no name, `None` where it needs none. Sentences stay right: "Hi {customer}!"
/// becomes "Hi!", and "{customer}, thank you" becomes "Thank you".
pub fn nameless(parts: &[Part]) -> Option<Vec<Part>> {
    let name = Part::Value(Variable::CustomerName);
    if !parts.contains(&name) {
        return None;
    }
    let mut left = Vec::new();
    let mut gap = None;
    for part in parts {
        match part {
            Part::Value(Variable::CustomerName) => gap = Some(open_gap(&mut left, gap)),
            Part::Value(_) => {
                gap = None;
                left.push(part.clone());
            }
            Part::Words(words) => {
                let words = close_gap(gap.take(), words);
                push_joined(&mut left, &words);
            }
        }
    }
    left.retain(|part| *part != Part::Words(String::new()));
    Some(left)
}

/// What stood before a name that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// A line begins there.
    Line,
    /// A sentence begins there.
    Sentence,
    /// Words of the same sentence.
    Inside,
}

/// Takes away what led to the name: blanks, and a comma.
fn open_gap(left: &mut [Part], before: Option<Gap>) -> Gap {
    let Some(Part::Words(words)) = left.last_mut() else {
        return if left.is_empty() { before.unwrap_or(Gap::Line) } else { Gap::Inside };
    };
    let kept = words.trim_end_matches([' ', '\t']);
    if kept.is_empty() || kept.ends_with('\n') {
        words.truncate(kept.len());
        return Gap::Line;
    }
    if kept.ends_with(['.', '!', '?']) {
        return Gap::Sentence;
    }
    let kept = kept.strip_suffix(',').unwrap_or(kept);
    words.truncate(kept.len());
    Gap::Inside
}

/// Where the name would have begun a sentence, what follows begins it.
fn close_gap(gap: Option<Gap>, words: &str) -> String {
    match gap {
        None | Some(Gap::Inside) => words.to_owned(),
        Some(Gap::Line | Gap::Sentence) => {
            let rest = words.trim_start_matches([' ', '\t', ',', ';', ':', '!', '?', '.']);
            // A line that was only the name goes with its break.
            let rest = if gap == Some(Gap::Line) { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
            let mut letters = rest.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    }
}

fn push_joined(parts: &mut Vec<Part>, words: &str) {
    match parts.last_mut() {
        Some(Part::Words(before)) => before.push_str(words),
        Some(Part::Value(_)) | None => parts.push(Part::Words(words.to_owned())),
    }
}

/// Why a name is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRefusal {
    /// There is nothing in it.
    Empty,
    /// It has more characters than [`LONGEST_NAME`].
    TooLong,
    /// It is not one word of letters, digits and hyphens.
    NotOneWord,
}

/// The name as it is kept: what is typed after the slash, one word in small letters.
///
/// # Errors
/// [`NameRefusal`] when it cannot be typed so.
pub fn name(typed: &str) -> Result<String, NameRefusal> {
    let name = typed.trim().trim_start_matches('/').to_lowercase();
    if name.is_empty() {
        return Err(NameRefusal::Empty);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(NameRefusal::TooLong);
    }
    if !name.chars().all(|character| character.is_alphanumeric() || character == '-') {
        return Err(NameRefusal::NotOneWord);
    }
    Ok(name)
}
