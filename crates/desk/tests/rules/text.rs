//! What arriving text may be, what file names are shown as, and what is only thanks (UH-30; trust 91).

use crate::dice::{Dice, gibberish};
use desk::courtesy::is_only_thanks;
use desk::text::{FILE_WITHOUT_NAME, LONGEST_FILE_NAME, LONGEST_MESSAGE, TextRefusal, clean, clean_file_name, clean_line};

#[test]
fn smileys_and_every_script_arrive_as_they_were_written() {
    for text in [
        "Hei! :) ;-D <3 8) \\o/ ¯\\_(ツ)_/¯",
        "😀🤷🏽‍♀️👨‍👩‍👧‍👦🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿🇫🇮1️⃣❤️☎︎",
        "åäö ÅÄÖ (koottu)",
        "a\u{30A}a\u{308}o\u{308} (hajotettu)",
        "שָׁלוֹם עֲלֵיכֶם",
        "مَرْحَبًا بِكُمْ",
        "नमस्ते क्षेत्र",
        "ภาษาไทยที่นี่",
        "tiếng Việt Nguyễn",
        "한국어 日本語が 中文 𠮷野家",
        "می\u{200C}خواهم",
        "  /\\_/\\\n ( o.o )\n\n\n  > ^ <",
        "sarake 1\tsarake 2",
        "<b>ei lihavoitu</b> {{7*7}} ${x} %s",
    ] {
        assert_eq!(clean(text).as_deref(), Ok(text));
    }
}

#[test]
fn line_breaks_of_every_kind_become_one_kind() {
    assert_eq!(clean("a\r\nb\rc\nd\u{2028}e\u{85}f").as_deref(), Ok("a\nb\nc\nd\ne\nf"));
}

#[test]
fn empty_lines_around_and_blanks_at_the_end_go() {
    assert_eq!(clean("\n \n  rivi 1\n\nrivi 2 \t\n\n").as_deref(), Ok("  rivi 1\n\nrivi 2"));
}

#[test]
fn what_nobody_sees_goes() {
    assert_eq!(clean("a\u{0}b\u{1B}[31mc\u{7F}d\u{9B}e").as_deref(), Ok("ab[31mcde"));
    assert_eq!(clean("\u{202E}txt.exe\u{202C} \u{2066}a\u{2069}\u{FEFF}\u{200B}\u{2060}b\u{FFFE}").as_deref(), Ok("txt.exe ab"));
    assert_eq!(clean("a\u{E0068}\u{E0069}").as_deref(), Ok("a"), "words spelt in invisible letters");
}

#[test]
fn a_tower_of_marks_is_cut_to_eight() {
    let tower = format!("Z{}a", "\u{336}".repeat(500));
    assert_eq!(clean(&tower).as_deref(), Ok(format!("Z{}a", "\u{336}".repeat(8)).as_str()));
    let thai = format!("ก{}", "\u{E49}".repeat(500));
    assert_eq!(clean(&thai).unwrap().chars().count(), 9);
}

#[test]
fn a_message_without_anything_to_read_is_refused() {
    for text in ["", " ", "\n\t \r\n", "\u{0}", "\u{200B}\u{FEFF}", "\u{200D}", "\u{3164}", "\u{2800} \u{A0}", "\u{301}"] {
        assert_eq!(clean(text), Err(TextRefusal::Empty), "{text:?}");
    }
}

#[test]
fn a_message_may_have_eight_thousand_characters_whatever_they_weigh() {
    assert!(clean(&"ä".repeat(LONGEST_MESSAGE)).is_ok());
    assert!(clean(&"😀".repeat(LONGEST_MESSAGE)).is_ok());
    assert!(clean(&(" a".to_owned() + &"\u{0}".repeat(20_000))).is_ok(), "what goes does not count");
    assert_eq!(clean(&"a".repeat(LONGEST_MESSAGE + 1)), Err(TextRefusal::TooLong { limit: 8_000 }));
}

#[test]
fn a_name_is_one_line() {
    assert_eq!(clean_line("  Aino\u{A0}\r\n  Väinö\tVirtanen \u{200E}", 60).as_deref(), Ok("Aino Väinö Virtanen"));
    assert_eq!(clean_line("Ève\u{2028}Bcc: a@b", 60).as_deref(), Ok("Ève Bcc: a@b"));
    assert_eq!(clean_line(" \u{200E} ", 60), Err(TextRefusal::Empty));
    assert_eq!(clean_line("äää", 3).as_deref(), Ok("äää"));
    assert_eq!(clean_line("ääää", 3), Err(TextRefusal::TooLong { limit: 3 }));
}

#[test]
fn a_file_name_says_what_the_file_is_and_nothing_else() {
    for (name, shown) in [
        ("kuva.png", "kuva.png"),
        ("Todistus (1) – Äijälä.pdf", "Todistus (1) – Äijälä.pdf"),
        (".htaccess", "htaccess"),
        ("\u{200B}.x", "x"),
        ("photo\u{202E}gpj.exe", "photogpj.exe"),
        ("kuva.jpg\u{200D}.exe", "kuva.jpg.exe"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("nul .tar.gz", "_nul .tar.gz"),
        ("COM1", "_COM1"),
        ("lpt¹.pdf", "_lpt¹.pdf"),
        ("console.log", "console.log"),
        ("..\\", FILE_WITHOUT_NAME),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("../../etc/passwd", "passwd"),
        ("/etc/", "etc"),
        ("C:\\kuvat\\loma.jpg", "loma.jpg"),
        ("a\0b.pdf", "ab.pdf"),
        ("raportti.pdf\r\nContent-Type: text/html", "html"),
        ("rivi\nvaihto.txt", "rivi vaihto.txt"),
        ("kysymys?\"<*>|.pdf", "kysymys______.pdf"),
        ("loppu. . .", "loppu"),
        ("", FILE_WITHOUT_NAME),
        ("...", FILE_WITHOUT_NAME),
        (" \t ", FILE_WITHOUT_NAME),
        ("\u{3164}", FILE_WITHOUT_NAME),
    ] {
        assert_eq!(clean_file_name(name), shown, "{name:?}");
    }
}

#[test]
fn a_long_file_name_keeps_its_kind() {
    let long = clean_file_name(&("ä".repeat(1000) + ".pdf"));
    assert!(long.ends_with("ä.pdf"));
    assert!(long.chars().count() <= LONGEST_FILE_NAME);
    assert!(clean_file_name(&"a".repeat(1000)).chars().count() <= LONGEST_FILE_NAME);
    assert!(clean_file_name(&format!("a.{}", "x".repeat(1000))).chars().count() <= LONGEST_FILE_NAME);
    assert!(clean_file_name(&format!("con.{}", "x".repeat(1000))).chars().count() <= LONGEST_FILE_NAME);
}

#[test]
fn whatever_arrives_is_cleaned_without_a_panic_and_once_is_enough() {
    let pieces = [
        "a",
        "ä",
        "a\u{308}",
        "\u{301}",
        "\u{301}\u{301}\u{301}\u{301}\u{301}",
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u{A0}",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "\u{200B}",
        "\u{200D}",
        "\u{202E}",
        "\u{FEFF}",
        "\u{FFFE}",
        "😀",
        "🏴",
        "\u{E0067}",
        "\u{E007F}",
        "\u{FE0F}",
        "/",
        "\\",
        ".",
        "..",
        "CON",
        "con",
        ":",
        "?",
        "\u{3164}",
        "x.pdf",
        "\u{10FFFF}",
        "\u{E0001}",
    ];
    let mut dice = Dice::new(11);
    for _ in 0..40_000 {
        let text = gibberish(&mut dice, &pieces, 20);
        if let Ok(cleaned) = clean(&text) {
            assert_eq!(clean(&cleaned).as_ref(), Ok(&cleaned), "{text:?}");
        }
        if let Ok(line) = clean_line(&text, 12) {
            assert_eq!(clean_line(&line, 12).as_ref(), Ok(&line), "{text:?}");
            assert!(!line.contains(['\n', '\r', '\t']));
        }
        let name = clean_file_name(&text);
        assert_eq!(clean_file_name(&name), name, "{text:?}");
        assert!(!name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0', '\n']), "{text:?}");
        let _ = is_only_thanks(&text);
    }
}

#[test]
fn thanks_are_only_thanks() {
    for text in [
        "kiitos",
        "Kiitos!",
        "KIITOS!!!",
        "kiitti!",
        "Kiitoooos 😊",
        "Kiitos paljon avusta 😊",
        "kiitos paljon :)",
        "Kiitos <3",
        "Kiitos xD",
        "Suuret kiitokset avusta!",
        "Kiitos nopeasta vastauksesta.",
        "Ok, kiitos!",
        "Selvä, kiitos paljon ja hyvää viikonloppua!",
        "Nyt toimii, kiitos!",
        "Hienoa, kiitos avusta. Mukavaa päivänjatkoa!",
        "Kiitos samoin",
        "moikka ja kiitos",
        "kiitos\n\n",
        "Tack!",
        "tack så mycket",
        "Tusen tack för hjälpen!",
        "Tack för snabbt svar 👍",
        "Tack, det fungerar nu",
        "Tack, ha en bra dag!",
        "Thanks",
        "thank you so much!",
        "thanks a lot, bye",
        "Thx!",
        "Great, thank you for your help",
        "Perfect, thanks 🙏",
        "It works, thanks!",
        "Thank you for the quick reply, have a nice day",
        "👍",
        "🙏🏽",
        "❤️",
        "Ok 👍",
        "hyva\u{308}a\u{308} pa\u{308}iva\u{308}a\u{308} ja kiitos",
    ] {
        assert!(is_only_thanks(text), "{text:?}");
    }
}

#[test]
fn whatever_might_ask_or_tell_more_is_not_only_thanks() {
    for text in [
        "",
        "   ",
        "!!!",
        "😊",
        "hei",
        "ok",
        "moikka",
        "kiitos, mutta ei toimi",
        "kiitos, entä salasana?",
        "Kiitos? ",
        "kiitos mutta",
        "Ei toimi, kiitos",
        "Kiitos, ei auttanut",
        "Kiitos, se on 131052-900W",
        "Kiitos, lasku on 4711",
        "Kiitos! Vielä yksi asia",
        "Kiitos, odotan",
        "kiitos vastauksesta, milloin saan uuden",
        "Kyllä kiitos",
        "joo kiitos",
        "Apua, kiitos",
        "tack men det fungerar inte",
        "hjälp tack",
        "svar, tack!",
        "Ja tack",
        "tack, och hur loggar jag in",
        "help, thanks",
        "thanks but it still fails",
        "no thanks to you",
        "Thanks, it does not work",
        "Yes please, thanks",
        "thanks, one more thing",
        "thank you in advance",
        "Kiitos etukäteen",
        "kiitos :(",
        "👎",
        "👍 mutta vika palasi",
        "kiitoskortti",
        "kiitos 2",
        "kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos kiitos",
    ] {
        assert!(!is_only_thanks(text), "{text:?}");
    }
}
