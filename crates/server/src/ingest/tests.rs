//! What comes in, and what of it does not.
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
    assert_eq!(page(Some("HTTPS://aino:salainen@a.example/b?token=1")).as_deref(), Some("https://a.example/b"));
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
