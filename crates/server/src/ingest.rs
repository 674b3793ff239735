//! The one way in for words: every channel passes here before the database, events, sockets or logs see a text.

use axum::http::StatusCode;
use desk::privacy::{self, MaskedKind};
use desk::text::{self, TextRefusal};

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

/// Words of a draft, which may be empty.
pub fn draft(text: &str) -> Answer<String> {
    Ok(message(text, 1)?.text)
}

/// One line, such as a name or a subject. None when nothing is left of it.
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
    let masked = privacy::mask(&text::clean_line(text?, usize::MAX).ok()?).text;
    let cut: String = masked.chars().take(limit).collect();
    Some(cut.trim_end().to_owned())
}

/// The name of a file, for display; masked before and after the cleaning, which cuts it and takes things out of it.
pub fn file_name(name: &str) -> String {
    privacy::mask(&text::clean_file_name(&privacy::mask(name).text)).text
}

/// The address of a page without its query and fragment, which may carry secrets of the site. Only http and https.
pub fn page(address: Option<&str>) -> Option<String> {
    let address = address?.split(['?', '#']).next()?;
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    if is_web { cut_line(Some(address), 500) } else { None }
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
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_identity_code_never_comes_through() {
        let words = message("Tunnus on 010594Y9032, kiitos", 0).unwrap();
        assert!(!words.text.contains("010594Y9032"));
        assert_eq!(words.masked, [MaskedKind::PersonalIdentityCode]);
    }

    #[test]
    fn each_kind_of_what_was_masked_is_told_once() {
        let words = message("010594Y9032, FI21 1234 5600 0007 85, 010594Y9032", 0).unwrap();
        assert_eq!(words.masked, [MaskedKind::PersonalIdentityCode, MaskedKind::BankAccount]);
    }

    #[test]
    fn a_page_comes_without_what_the_site_keeps_in_its_query() {
        assert_eq!(page(Some("https://a.example/b?token=1#x")).as_deref(), Some("https://a.example/b"));
        assert_eq!(page(Some("javascript:alert(1)")), None);
    }

    #[test]
    fn trust_132_an_address_of_a_page_is_masked_however_it_is_encoded() {
        for code in ["131052-900W", "131052%2D900W", "131052%252d900W", "%31%33%31%30%35%32-900W"] {
            let kept = page(Some(&format!("https://a.example/asiakas/{code}/tila"))).unwrap();
            assert_eq!(kept, "https://a.example/asiakas/●●●●●●-●●●●/tila");
        }
    }

    #[test]
    fn trust_132_what_is_cut_is_masked_first() {
        for missing in 0..10 {
            let title = format!("{}131052-900W", "a ".repeat((100 - missing) / 2));
            let kept = cut_line(Some(&title), 108 - missing % 2).unwrap();
            assert!(!kept.contains("131052"), "{kept}");
            let name = file_name(&format!("{} 131052-900W.pdf", "b".repeat(desk::text::LONGEST_FILE_NAME - 5 - missing)));
            assert!(!name.contains("131052"), "{name}");
        }
        assert_eq!(cut_line(Some("Ohje  ja\u{202e} muuta"), 7).as_deref(), Some("Ohje ja"));
        assert_eq!(file_name("skannaus 131052-900W.pdf"), "skannaus ●●●●●●-●●●●.pdf");
    }

    #[test]
    fn nothing_to_say_is_refused_unless_a_file_says_it() {
        assert_eq!(message(" \n ", 0).unwrap_err().code(), "empty");
        assert_eq!(message(" \n ", 1).unwrap().text, "");
    }
}
