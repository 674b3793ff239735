//! The one way in for words: every channel passes here before the database, events, sockets or logs see a text.

use axum::http::StatusCode;
use desk::privacy::{self, MaskedKind};
use desk::text::{self, TextRefusal};
use desk::website;

use crate::refusal::{Answer, Refused};

/// Words that may be stored: cleaned, and with identity codes, cards and account numbers masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// What was masked in it, each kind once.
    pub masked: Vec<MaskedKind>,
}

/// Words of a message or a note. With files, the text may be empty.
pub fn message(text: &str, files: usize) -> Answer<Words> {
    match text::clean(text) {
        Ok(clean) => Ok(masked(&clean)),
        Err(TextRefusal::Empty) if files > 0 => Ok(Words { text: String::new(), masked: Vec::new() }),
        Err(refusal) => Err(refused(refusal)),
    }
}

/// Words of a draft or of a setting, which may be empty.
pub fn draft(text: &str) -> Answer<String> {
    Ok(message(text, 1)?.text)
}

/// One line, such as a name or a subject, of customers and of settings. None when nothing is left of it.
pub fn line(text: Option<&str>, limit: usize) -> Answer<Option<String>> {
    match text.map(|text| text::clean_line(text, limit)) {
        None | Some(Err(TextRefusal::Empty)) => Ok(None),
        Some(Ok(line)) => Ok(Some(privacy::mask(&line).text)),
        Some(Err(refusal)) => Err(refused(refusal)),
    }
}

/// One line that is cut instead of refused when it is too long: what a website says of itself.
pub fn cut_line(text: Option<&str>, limit: usize) -> Option<String> {
    // Masked before it is cut: what is left of a cut identity code would not be known for one.
    // What is far behind the cut is not masked: strangers send it, and masking much of it takes everybody's time.
    let near: String = text::clean_line(text?, usize::MAX).ok()?.chars().take(limit.saturating_mul(8)).collect();
    let masked = privacy::mask(&near).text;
    let cut: String = masked.chars().take(limit).collect();
    Some(cut.trim_end().to_owned())
}

/// The name of a file, for display; masked before and after the cleaning, which cuts it and takes things out of it.
pub fn file_name(name: &str) -> String {
    privacy::mask(&text::clean_file_name(&privacy::mask(name).text)).text
}

/// The address of a page as it may be kept ([`website::bare_page`]), masked.
pub fn page(address: Option<&str>) -> Option<String> {
    cut_line(website::bare_page(address?).as_deref(), 500)
}

fn masked(text: &str) -> Words {
    let masked = privacy::mask(text);
    let mut kinds = Vec::new();
    for kind in masked.kinds {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    Words { text: masked.text, masked: kinds }
}

fn refused(refusal: TextRefusal) -> Refused {
    match refusal {
        TextRefusal::Empty => Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "empty"),
        TextRefusal::TooLong { limit } => Refused::new(StatusCode::UNPROCESSABLE_ENTITY, "too_long").with("limit", limit.to_string()),
    }
}

#[cfg(test)]
mod tests;
