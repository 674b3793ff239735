//! What arriving text may be. Whatever a channel brings is made one form of, once, before it is masked and kept:
//! text is text, smileys and letters of every script stay as they were, and nothing invisible can lie to a reader.

/// The longest message, in characters (Unicode scalar values, after cleaning).
pub const LONGEST_MESSAGE: usize = 8_000;

/// The longest shown file name, in characters.
pub const LONGEST_FILE_NAME: usize = 120;

/// What a file without a usable name is called.
pub const FILE_WITHOUT_NAME: &str = "file";

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRefusal {
    /// There is nothing to read in it.
    Empty,
    /// It has more characters than `limit`.
    TooLong {
        /// How many characters fit.
        limit: usize,
    },
}

/// How many combining marks, joiners and selectors one character may carry. Vietnamese and pointed Hebrew need
/// three or four, a skin-toned family emoji two; a stack of fifty only hides the lines around it.
const MOST_MARKS: usize = 8;

/// Cleans a message of at most [`LONGEST_MESSAGE`] characters. Line breaks become `\n`; control characters,
/// direction overrides and zero-width spaces go; trailing blanks go; everything else stays as it was written,
/// composed or decomposed. Cleaning twice changes nothing more.
///
/// # Errors
/// [`TextRefusal`] when nothing readable is left or it is too long.
pub fn clean(text: &str) -> Result<String, TextRefusal> {
    let mut cleaned = strip(&text.replace("\r\n", "\n"), |character| match character {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' | '\t' => Some(character),
        _ => keep_visible(character),
    });
    cleaned.truncate(cleaned.trim_end().len());
    // Leading blanks of the first line may be a drawing; leading empty lines are not.
    let first_word = cleaned.find(|character: char| !character.is_whitespace()).unwrap_or_default();
    let first_line = cleaned.get(..first_word).and_then(|blanks| blanks.rfind('\n')).map_or(0, |at| at + 1);
    cleaned.drain(..first_line);
    measure(cleaned, LONGEST_MESSAGE)
}

/// Cleans what has to be one line of at most `limit` characters: a name, a subject, an address. Runs of blanks become
/// one, and direction marks go too, because a name stands inside sentences of the desk.
///
/// # Errors
/// [`TextRefusal`] when nothing readable is left or it is too long.
pub fn clean_line(text: &str, limit: usize) -> Result<String, TextRefusal> {
    let line =
        strip(
            text,
            |character| {
                if character.is_whitespace() { Some(' ') } else { keep_visible(character).filter(|kept| !is_direction_mark(*kept)) }
            },
        );
    measure(join_words(&line), limit)
}

/// The name under which a file is shown and offered for download; files themselves are kept under ids. Never empty,
/// never a path, never hidden, never a device of Windows, and its last extension is really its last.
pub fn clean_file_name(name: &str) -> String {
    let visible = strip(name, |character| match character {
        _ if character.is_whitespace() => Some(' '),
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => Some('_'),
        _ => keep_visible(character).filter(|kept| !is_direction_mark(*kept) && !is_joiner(*kept)),
    });
    let last = visible.split(['/', '\\']).map(trim_file_name).rfind(|part| !part.is_empty()).unwrap_or_default();
    let mut short = shorten_file_name(&join_words(last));
    if is_device(&short) {
        short.insert(0, '_');
    }
    if has_something_to_read(&short) { short } else { FILE_WITHOUT_NAME.to_owned() }
}

/// `name.ext` cut in the middle, so that the kind of the file stays visible.
fn shorten_file_name(name: &str) -> String {
    // Counted two below the limit: a device name may get a sign in front, and the cut may leave room for one.
    let limit = LONGEST_FILE_NAME - 2;
    if name.chars().count() <= limit {
        return name.to_owned();
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension).filter(|extension| extension.chars().count() <= 10);
    let kept = limit - extension.map_or(0, |extension| extension.chars().count() + 1);
    let start: String = name.chars().take(kept).collect();
    let start = start.trim_end_matches(is_file_name_edge);
    extension.map_or_else(|| start.to_owned(), |extension| format!("{start}.{extension}"))
}

fn trim_file_name(part: &str) -> &str {
    part.trim_matches(is_file_name_edge)
}

fn is_file_name_edge(character: char) -> bool {
    character == '.' || character == ' '
}

/// Names that Windows keeps for devices, with or without an extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_port = |prefix: &str| {
        stem.strip_prefix(prefix)
            .is_some_and(|number| matches!(number, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || is_port("COM") || is_port("LPT")
}

fn join_words(line: &str) -> String {
    line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn measure(text: String, limit: usize) -> Result<String, TextRefusal> {
    if !has_something_to_read(&text) {
        return Err(TextRefusal::Empty);
    }
    if text.len() > limit && text.chars().count() > limit {
        return Err(TextRefusal::TooLong { limit });
    }
    Ok(text)
}

/// Maps every character by `keep` and takes away marks beyond [`MOST_MARKS`] on one base.
fn strip(text: &str, keep: impl Fn(char) -> Option<char>) -> String {
    let mut stripped = String::with_capacity(text.len());
    let mut marks = 0;
    let mut base = ' ';
    for character in text.chars().filter_map(keep) {
        if is_tag(character) && base != BLACK_FLAG {
            // Letters nobody sees: only the flags of England, Scotland and Wales are spelt with them.
            continue;
        }
        if is_mark(character) || is_joiner(character) || is_tag(character) {
            marks += 1;
            if marks > MOST_MARKS {
                continue;
            }
        } else {
            marks = 0;
            base = character;
        }
        stripped.push(character);
    }
    stripped
}

const BLACK_FLAG: char = '\u{1F3F4}';

/// `None` for what a reader cannot see and a writer of plain words does not need.
fn keep_visible(character: char) -> Option<char> {
    let is_hidden = character.is_control()
        || matches!(character,
            // Zero-width space and no-break, word joiner and invisible operators, deprecated format characters.
            '\u{200B}' | '\u{FEFF}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{180E}'
            // Direction embeddings, overrides and isolates: they turn "exe.gpj" around.
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            // Interlinear annotation, and what is no character at all.
            | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}' | '\u{E0001}')
        || u32::from(character) & 0xFFFE == 0xFFFE;
    (!is_hidden).then_some(character)
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Joiners, which emoji and Indic scripts need.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

fn is_tag(character: char) -> bool {
    matches!(character, '\u{E0020}'..='\u{E007F}')
}

/// Combining marks that stack without end in practice, and variation selectors.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}'
        | '\u{5C4}'..='\u{5C5}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{EB1}' | '\u{EB4}'..='\u{EBC}'
        | '\u{EC8}'..='\u{ECE}' | '\u{F71}'..='\u{F84}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{302A}'..='\u{302F}' | '\u{3099}'..='\u{309A}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether there is more than blanks, fillers that look like blanks, and marks without anything under them.
fn has_something_to_read(text: &str) -> bool {
    text.chars().any(|character| {
        !(character.is_whitespace()
            || is_mark(character)
            || is_joiner(character)
            || is_direction_mark(character)
            || matches!(character, '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}'))
    })
}
