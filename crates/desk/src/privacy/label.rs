//! The word right before a number: "tilausnumero 8112289874" is an order number even where the digits would do for a
//! personal number as well.

use super::glyphs::{Glyph, Glyphs};

/// What the words before a number call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A personal number or identity code.
    Person,
    /// An order, invoice, reference, parcel, serial or telephone number.
    OtherNumber,
    /// Nothing that we know.
    Nothing,
}

/// Beginnings of words for a personal number; written without dots and rings (`å ä ö` are read as `a a o`).
const PERSON: [&str; 11] = [
    "personnummer",
    "personnr",
    "pnr",
    "samordningsn",
    "henkilotunnu",
    "henkilonumero",
    "hetu",
    "sotu",
    "ssn",
    "fodelsen",
    "personbeteckning",
];

/// Beginnings of words for another number. Long enough not to be a case of a plain noun: "maksoin laskun 4111…".
const OTHER_NUMBER: [&str; 37] = [
    "tilausnu",
    "tilausnr",
    "tilaustunnu",
    "laskunu",
    "laskunr",
    "viite",
    "seuranta",
    "lahetysnu",
    "lahetystunnu",
    "asiointinu",
    "sarjanu",
    "tuotenu",
    "puhelin",
    "matkapuh",
    "ordernu",
    "ordernr",
    "bestallningsn",
    "fakturanu",
    "fakturanr",
    "referen",
    "sparning",
    "kolli",
    "forsandelse",
    "serienu",
    "artikel",
    "telefon",
    "mobil",
    "invoicenu",
    "tracking",
    "serial",
    "phone",
    "imei",
    "isbn",
    "gtin",
    "ean",
    "gsm",
    "ocr",
];

/// Whole words for another number.
const OTHER_NUMBER_WORDS: [&str; 12] =
    ["tilaus", "lasku", "order", "bestallning", "faktura", "invoice", "ref", "puh", "tel", "parcel", "paket", "paketti"];

/// Words between the label and the number: "tilausnumeroni on …".
const FILLERS: [&str; 21] = [
    "numero", "numeroni", "numerot", "nro", "nr", "no", "num", "number", "nummer", "on", "is", "ar", "id", "tunnus", "koodi", "code",
    "kod", "my", "mitt", "minun", "oma",
];

/// Words that a card's number is written together with: `kortti4111…`.
const CARD: [&str; 9] = ["kortti", "luottokort", "pankkikort", "maksukort", "visa", "master", "amex", "card", "kort"];

/// The same for an account's: `IBANFI21…`.
const ACCOUNT: [&str; 7] = ["iban", "tili", "pankkitili", "konto", "bankkonto", "account", "acct"];

/// How many words are read backwards, how long they may be, and how many signs and blanks may stand between them.
const MOST_WORDS: usize = 3;
const LONGEST_WORD: usize = 24;
const MOST_SIGNS: usize = 3;

/// What the words before `at` call the number that begins there.
pub(super) fn label_before(glyphs: &Glyphs, at: usize) -> Label {
    let mut end = at;
    for _ in 0..MOST_WORDS {
        let Some((word, start)) = word_before(glyphs, end) else { return Label::Nothing };
        if begins_with_any(&word, &PERSON) {
            return Label::Person;
        }
        if begins_with_any(&word, &OTHER_NUMBER) || OTHER_NUMBER_WORDS.contains(&word.as_str()) {
            return Label::OtherNumber;
        }
        if !FILLERS.contains(&word.as_str()) {
            return Label::Nothing;
        }
        end = start;
    }
    Label::Nothing
}

/// Whether this word, as glyphs, calls what follows a personal number.
pub(super) fn is_of_person(word: &str) -> bool {
    begins_with_any(&in_plain(word), &PERSON)
}

/// Whether it calls it a card.
pub(super) fn is_of_card(word: &str) -> bool {
    begins_with_any(&in_plain(word), &CARD)
}

/// Whether it calls it an account.
pub(super) fn is_of_account(word: &str) -> bool {
    begins_with_any(&in_plain(word), &ACCOUNT)
}

fn in_plain(word: &str) -> String {
    word.chars().map(plain).collect()
}

fn begins_with_any(word: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| word.starts_with(beginning))
}

/// The word that ends before `end`, and where it begins; `None` when there is none or it is a part of a number.
fn word_before(glyphs: &Glyphs, end: usize) -> Option<(String, usize)> {
    let is_joint = |glyph: Glyph| glyph.is_gap() || matches!(glyph, Glyph::Dash | Glyph::Dot | Glyph::Sign(_));
    let mut start = end;
    while end - start < MOST_SIGNS && start > 0 && is_joint(glyphs.before(start)) {
        start -= 1;
    }
    let mut letters = Vec::new();
    while let Glyph::Letter(letter) = glyphs.before(start) {
        letters.push(plain(letter));
        start -= 1;
        if letters.len() > LONGEST_WORD {
            return None;
        }
    }
    let is_word = !letters.is_empty() && !glyphs.before(start).is_of_number();
    is_word.then(|| (letters.into_iter().rev().collect(), start))
}

fn plain(letter: char) -> char {
    match letter {
        'å' | 'ä' => 'a',
        'ö' | 'ø' => 'o',
        other => other.to_ascii_lowercase(),
    }
}
