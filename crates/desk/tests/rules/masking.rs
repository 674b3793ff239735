//! What is masked before anything else sees it, and what must not be masked by mistake
//! (CC-15; trust 132, 133; `vectors/masking.tsv`).

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::dice::{Dice, gibberish};
use desk::privacy::{MASK_PATTERNS, MaskedKind, find_masked, looks_like, mask};

const VECTORS: &str = include_str!("../vectors/masking.tsv");

fn rows() -> impl Iterator<Item = (String, String)> {
    let plain = |text: &str| text.replace("\\n", "\n").replace("\\t", "\t");
    let lines = VECTORS.lines().filter(|line| !line.starts_with("# ")).skip(1);
    lines.map(move |line| line.split_once('\t').map(|(input, expected)| (plain(input), plain(expected))).expect(line))
}

#[test]
fn every_example_comes_out_as_written_down() {
    let mut wrong = String::new();
    for (input, expected) in rows() {
        let masked = mask(&input);
        if masked.text != expected {
            writeln!(wrong, "{input:?}\n   became {:?}\n   not    {expected:?}", masked.text).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(rows().count() >= 300);
}

#[test]
fn masking_again_changes_nothing() {
    for (_, expected) in rows() {
        let again = mask(&expected);
        assert_eq!(again.text, expected);
        assert!(again.kinds.is_empty(), "{expected:?}");
    }
}

#[test]
fn the_warning_before_sending_and_the_mask_agree() {
    for (input, _) in rows() {
        assert_eq!(looks_like(&input), mask(&input).kinds.first().copied(), "{input:?}");
    }
}

#[test]
fn screens_find_what_was_masked_and_its_kind() {
    let text = "Hetu 131052-900W, pnr 811228-9874, kortti 4111 1111 1111 1111 ja tili FI21 1234 5600 0007 85.";
    let masked = mask(text);
    assert_eq!(masked.text, "Hetu ●●●●●●-●●●●, pnr ●●●●●●●●-●●●●, kortti ●●●● ●●●● ●●●● 1111 ja tili FI●● ●●●● 0785.");
    let found = find_masked(&masked.text);
    assert_eq!(found.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(), masked.kinds);
    let shown: Vec<&str> = found.iter().map(|(range, _)| &masked.text[range.clone()]).collect();
    assert_eq!(shown, ["●●●●●●-●●●●", "●●●●●●●●-●●●●", "●●●● ●●●● ●●●● 1111", "FI●● ●●●● 0785"]);
    assert_eq!(MASK_PATTERNS.map(|(kind, _)| kind).into_iter().filter(|kind| masked.kinds.contains(kind)).count(), 4);
}

#[test]
fn the_numbers_that_every_desk_shares_are_masked_when_valid_and_left_when_not() {
    let mut skipped = Vec::new();
    check_shared(&mut skipped, "hetu.tsv", |cells| {
        let expected = (cells[1] == "valid").then_some(MaskedKind::PersonalIdentityCode);
        assert_eq!(looks_like(cells[0]), expected, "{cells:?}");
    });
    check_shared(&mut skipped, "personnummer.tsv", |cells| {
        let expected = (cells[1] == "valid").then_some(MaskedKind::SwedishPersonalNumber);
        assert_eq!(looks_like(cells[0]), expected, "{cells:?}");
    });
    check_shared(&mut skipped, "luhn_cards.tsv", |cells| {
        let expected = (cells[1] == "valid").then_some(MaskedKind::PaymentCard);
        assert_eq!(looks_like(cells[0]), expected, "{cells:?}");
    });
    check_shared(&mut skipped, "iban.tsv", |cells| {
        assert_eq!(looks_like(cells[0]), Some(MaskedKind::BankAccount), "{cells:?}");
    });
    for file in ["phone_fi.tsv", "viitenumero.tsv", "ytunnus.tsv"] {
        check_shared(&mut skipped, file, |cells| {
            for cell in cells {
                assert_eq!(looks_like(cell), None, "{cells:?}");
            }
        });
    }
    if !skipped.is_empty() {
        println!("SKIPPED: no ../shared/vectors beside the project, so these were not read: {}", skipped.join(", "));
    }
}

fn check_shared<'a>(skipped: &mut Vec<&'a str>, file: &'a str, check: impl Fn(&[&str])) {
    let project = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    let Ok(table) = std::fs::read_to_string(format!("{project}/../../../shared/vectors/{file}")) else {
        skipped.push(file);
        return;
    };
    let mut rows = 0;
    for line in table.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        check(&line.split('\t').collect::<Vec<_>>());
        rows += 1;
    }
    assert!(rows > 0, "{file} is empty");
}

/// Shapes of numbers that must pass, each as often as the others: orders, invoices, customers, tickets, parcels,
/// telephones, hashes, ids, times. Said with and without their name.
const HARMLESS: [&str; 72] = [
    "99999",
    "999999",
    "9999999",
    "99999999",
    "999999999",
    "9999999999",
    "99999999999",
    "999999999999",
    "#99999999",
    "tilaus 99999999",
    "tilausnumero 9999999999",
    "Tilausnumeroni on 999999999999",
    "order 9999999999999999",
    "ordernummer: 9999999999",
    "lasku 20269999999",
    "viite 99999999999999999999",
    "99999 99999 99999 99994",
    "RF99999999999999",
    "INV-2026-999999",
    "A99999999",
    "WEB999999999",
    "999-9999999-9999999",
    "20261123-9999-99",
    "2026/999999",
    "asiakasnumero 99999999",
    "JJFI69999999999999999",
    "RR999999999FI",
    "0037999999999999999",
    "9999999-9",
    "FI99999999",
    "0409999999",
    "050 999 9999",
    "040-9999999",
    "040 999-9999",
    "(09) 999 9999",
    "09-999 9999",
    "+358409999999",
    "+358 40 999 9999",
    "00358 50 9999999",
    "020 7999 999",
    "+46 70 999 99 99",
    "070-999 99 99",
    "0709999999",
    "08-999 999 99",
    "ffffffffffffffffffffffffffffffff",
    "ffffffffffffffffffffffffffffffffffffffff",
    "ffffffff-ffff-4fff-8fff-ffffffffffff",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "17999999999999",
    "TIL-999999-99",
    "SKU999999A9999",
    "tilaus999999-9999",
    "A9999999999999999",
    "PO4999999999999999",
    "2026-11-23-9999",
    "99-99-99-9999",
    "99.99.9999-99.99.9999",
    "v99.99.99-9999",
    "https://a.example/%2F99999999%2D9999",
    "https://a.example/t/99999999?x=%20999999-99",
    "ffffffffffffffff",
    "2026-11-29T19:39:59.999999Z",
    "999999_9999",
    "999999:9999",
    "999999/9999",
    "999999=999A",
    "tilaus 999999/999A",
    "IMG_999999_9999.jpg",
    "231126_9999",
    "TIL999999_999A",
    "999999·999-9999",
    "ffffff:ffffff:ffffff_ffffff",
];

#[test]
fn of_a_hundred_thousand_order_numbers_telephones_and_hashes_less_than_one_in_a_thousand_is_masked() {
    let masked = count_masked(&HARMLESS, 100_000);
    assert!(masked < 100, "{masked} of 100000 masked");
}

/// Order numbers that are written exactly as personal numbers or cards are. Only a day, a check digit and an issuer
/// tell them apart, so some are masked by mistake; how many is what chance says and no more.
#[test]
fn order_numbers_in_the_very_shape_of_a_personal_number_or_a_card_are_rarely_masked() {
    let rates = [
        // A day that exists as ddmmyy (3.7 %) times one check character of 31, or as yymmdd, plus 60 or not, times Luhn's.
        ("999999-9999", 0.012),
        ("999999-999A", 0.002),
        ("999999_999A", 0.002),
        ("999999/9999", 0.001),
        ("9999999999999999", 0.035),
        ("99999999-9999", 0.001),
        ("20261123-0999", 0.001),
        ("999999999999", 0.001),
    ];
    for (shape, most) in rates {
        let masked = count_masked(&[shape], 20_000);
        assert!(f64::from(masked) < most * 20_000.0, "{shape}: {masked}");
    }
}

fn count_masked(shapes: &[&str], rounds: usize) -> u32 {
    let mut dice = Dice::new(1952);
    let mut masked_by_shape = vec![0_u32; shapes.len()];
    for round in 0..rounds {
        let shape = round % shapes.len();
        if looks_like(&dice.fill(shapes[shape])).is_some() {
            masked_by_shape[shape] += 1;
        }
    }
    for (shape, count) in shapes.iter().zip(&masked_by_shape).filter(|(_, count)| **count > 0) {
        println!("{shape}: {count} of {} masked", rounds / shapes.len());
    }
    let masked = masked_by_shape.iter().sum();
    println!("{masked} of {rounds} masked");
    masked
}

#[test]
fn whatever_arrives_is_masked_without_a_panic_and_once_is_enough() {
    let pieces = [
        "1",
        "0",
        "9",
        "4",
        "8112289874",
        "811228",
        "9874",
        "-",
        "-",
        "–",
        "+",
        " ",
        " ",
        "\n",
        ".",
        ",",
        "/",
        "●",
        "●●●●",
        "●●●●●●-●●●●",
        "FI",
        "FI21",
        "1234",
        "5600",
        "0007 85",
        "4111",
        "1111",
        "1111 1111",
        "131052",
        "900W",
        "A",
        "a",
        "ä",
        "a\u{308}",
        "\u{345}",
        "\u{200B}",
        "\u{202E}",
        "１",
        "😀",
        "Y",
        "x",
        "tilausnumero ",
        "pnr ",
        "131052-900W",
        "811228-9874",
        "4111111111111111",
        "FI2112345600000785",
        "\u{0}",
        "𝟙",
        "½",
    ];
    let mut dice = Dice::new(7);
    for _ in 0..30_000 {
        let text = gibberish(&mut dice, &pieces, 14);
        let once = mask(&text);
        let twice = mask(&once.text);
        assert_eq!(once.text, twice.text, "{text:?}");
        assert!(find_masked(&once.text).len() >= once.kinds.len(), "{text:?}");
        assert_eq!(looks_like(&once.text), None, "{text:?}");
    }
}

#[test]
fn identity_codes_among_signs_and_one_another_are_masked_once_and_for_all() {
    let pieces = ["131052", "900W", "010594", "9032", "-", "/", "_", ":", ",", "**", " ", "+", "131052-900W", "131052_900W"];
    let more = ["010100A900F", "010594-9032", "900𝐖", "Ԝ", "hetu ", "tilausnumero ", "n", "1", "\u{AD}", "%2D", "●●●●●●-●●●●"];
    let mut dice = Dice::new(131_052);
    for _ in 0..20_000 {
        let once = mask(&gibberish(&mut dice, &[&pieces[..], &more[..]].concat(), 8));
        assert_eq!(mask(&once.text).text, once.text);
    }
}

#[test]
fn a_megabyte_of_digits_does_not_hold_the_desk_up() {
    let long = 300_000;
    let hard = [
        "1".repeat(1_000_000),
        "4 ".repeat(long / 2),
        "4111 ".repeat(long / 5),
        "4111-".repeat(long / 5),
        "811228-".repeat(long / 7),
        "811228-9874-".repeat(long / 12),
        "131052-900W".repeat(long / 11),
        "010100A900F".repeat(long / 11) + "131052-900W",
        "131052_".repeat(long / 7),
        "FI21 ".repeat(long / 5),
        "131052 ".repeat(long / 7),
        "8112289874 ".repeat(long / 11),
        "●".repeat(long / 3),
        "●●●● ".repeat(long / 13) + "1234567",
        "a".repeat(long) + "8112289874",
    ];
    for text in hard {
        let begun = Instant::now();
        let masked = mask(&text);
        assert!(!masked.text.is_empty());
        let needed = begun.elapsed();
        // Without optimisation and beside other tests; a quadratic reading would take minutes.
        assert!(needed < Duration::from_secs(10), "{:?}… took {needed:?}", text.chars().take(20).collect::<String>());
    }
}
