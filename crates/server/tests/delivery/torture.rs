//! Trust 88 and 89: what no sensible program sends is refused with a clear sentence and leaves nothing behind; what
//! people really write comes back as they wrote it.

use axum::http::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::scene::{Guest, Scene, entries, texts};

/// A body that is sent byte for byte.
async fn raw(guest: &Guest, body: impl Into<Vec<u8>>) -> testkit::browser::Reply {
    guest.0.browser.clone().send(Method::POST, &guest.path("messages"), Some(("application/json", body.into()))).await
}

fn message(text: &str) -> String {
    format!(r#"{{"message_id":"{}","text":{text}}}"#, Uuid::now_v7())
}

#[tokio::test]
async fn trust_88_and_89_hostile_bodies_are_refused_in_words_and_nothing_is_stored() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Alku").await;
    let before = scene.timeline(&case).await;
    let mut invalid_utf8 = message(r#""aX""#).into_bytes();
    let place = invalid_utf8.iter().position(|byte| *byte == b'X').unwrap();
    invalid_utf8[place] = 0xFF;
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let id = Uuid::now_v7();
    let bodies: Vec<(&str, u16, Vec<u8>)> = vec![
        ("1 MB", 413, message(&format!("\"{}\"", "a".repeat(1_000_000))).into()),
        ("8,001 characters", 422, message(&format!("\"{}\"", "ä".repeat(8_001))).into()),
        ("invalid UTF-8", 400, invalid_utf8),
        ("lone high surrogate", 400, message(r#""\ud83d""#).into()),
        ("lone low surrogate", 400, message(r#""\udc00 a""#).into()),
        ("NUL", 422, message(r#""a\u0000b""#).into()),
        ("raw control character", 400, message("\"a\u{1}b\"").into()),
        ("depth 10,000", 422, message(&deep).into()),
        ("duplicate key", 422, format!(r#"{{"message_id":"{id}","text":"a","text":"b"}}"#).into()),
        ("number too large", 400, message("1e999").into()),
        ("NaN", 400, message("NaN").into()),
        ("number", 422, message("1").into()),
        ("array", 422, message(r#"["a"]"#).into()),
        ("object", 422, message(r#"{"$ne":""}"#).into()),
        ("null", 422, message("null").into()),
        ("unknown field", 422, format!(r#"{{"message_id":"{id}","text":"a","owner":"b"}}"#).into()),
        ("no id", 422, br#"{"text":"a"}"#.to_vec()),
        ("id that is none", 422, br#"{"message_id":"1; drop table cases","text":"a"}"#.to_vec()),
        ("nothing", 400, Vec::new()),
        ("not JSON", 400, b"text=a".to_vec()),
        ("nothing to read", 422, message("\"\u{200B}\u{2060} \\n\"").into()),
        ("two at once", 400, [message("\"a\""), message("\"b\"")].concat().into()),
    ];
    for (what, status, body) in bodies {
        let refused = raw(&guest, body).await;
        assert_eq!(refused.status.as_u16(), status, "{what}: {}", refused.text());
        assert_eq!(refused.header("content-type"), "application/problem+json", "{what}");
        let problem = refused.json();
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()), "{what}");
        assert!(!refused.text().contains("serde") && !refused.text().contains("line 1"), "{what}: {}", refused.text());
    }
    assert_eq!(scene.timeline(&case).await, before);
}

#[tokio::test]
async fn trust_88_a_problem_speaks_the_askers_language() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Alku").await;
    for (asked, title, sentence) in [
        ("fi-FI,fi;q=0.9,en;q=0.5", "Jokin kohta pitää korjata", "Tässä on vääränlainen arvo"),
        ("sv-FI", "Något behöver rättas", "Värdet är av fel slag"),
        ("en-GB,en;q=0.8", "Something needs to be corrected", "This is the wrong kind of value"),
        ("de, ja;q=0.5", "Something needs to be corrected", "This is the wrong kind of value"),
    ] {
        let mut asker = guest.clone();
        asker.0.browser = asker.0.browser.with("accept-language", asked);
        let problem = raw(&asker, message("1")).await.expect(422).json();
        assert_eq!((&problem["title"], &problem["fields"][0]["sentence"]), (&json!(title), &json!(sentence)), "{asked}");
    }
    // People of the desk have chosen theirs, whatever their browser asks for.
    let mut aino = scene.aino();
    aino.browser = aino.browser.with("accept-language", "en");
    let problem = aino.put(&format!("/api/cases/{case}/subject"), json!({ "subject": 1 })).await.expect(422).json();
    assert_eq!(problem["title"], "Jokin kohta pitää korjata");
}

#[tokio::test]
async fn uh_30_what_people_write_comes_back_as_they_wrote_it() {
    let written = [
        "😀 👩🏽‍🚒 👨‍👩‍👧‍👦 🏳️‍🌈 🇫🇮 🏴󠁧󠁢󠁥󠁮󠁧󠁿 :-) ;D <3",
        "Åäö ÅÄÖ sekä a\u{308}o\u{308} NFD:nä",
        "עברית العربية हिन्दी ไทย 日本語 Tiếng Việt",
        "<script>alert(1)</script> & \"lainaus\" 'toinen' {{7*7}} ${x} %s \\n",
        "  sisennys\n\n\ttaulukko | sarake",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 \u{10FFFD}",
    ];
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Alku").await;
        for text in written {
            guest.say(text).await.expect(200);
            scene.aino().reply(&case, text).await.expect(200);
        }
        let both: Vec<&str> = written.iter().flat_map(|text| [*text, *text]).collect();
        let desk = scene.timeline(&case).await;
        assert_eq!(texts(&desk)[1..], both);
        let customer = guest.conversation().await.expect(200).json();
        assert_eq!(texts(entries(&customer))[1..], both);
        let transcript = guest.get("transcript").await.expect(200).text();
        assert!(transcript.contains("👨‍👩‍👧‍👦"), "{transcript}");
    }
}

#[tokio::test]
async fn trust_88_what_lies_to_the_eye_is_taken_out() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Alku").await;
    for (sent, kept) in [
        ("maksu\u{202E}fdp.exe", "maksufdp.exe".to_owned()),
        ("a\u{2066}b\u{2069}c", "abc".to_owned()),
        ("nolla\u{200B}leveys\u{FEFF}", "nollaleveys".to_owned()),
        ("rivi\r\ntoinen\rkolmas\u{2028}neljäs", "rivi\ntoinen\nkolmas\nneljäs".to_owned()),
        ("kello\u{7}\u{1B}[31m", "kello[31m".to_owned()),
        (&format!("z{}!", "\u{35C}".repeat(500)), format!("z{}!", "\u{35C}".repeat(8))),
    ] {
        guest.say(sent).await.expect(200);
        assert_eq!(texts(&scene.timeline(&case).await).last(), Some(&kept.as_str()), "{sent:?}");
    }
}

#[tokio::test]
async fn trust_88_exactly_as_much_as_fits_is_taken() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Alku").await;
    let longest = "😀".repeat(8_000);
    guest.say(&longest).await.expect(200);
    assert_eq!(texts(&scene.timeline(&case).await).last(), Some(&longest.as_str()));
    assert_eq!(guest.say(&format!("{longest}!")).await.expect(422).code(), "too_long");
}

#[tokio::test]
async fn trust_102_every_text_of_every_command_takes_text_alone() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Alku").await;
    let before = scene.timeline(&case).await;
    let ids = |name: &str| json!({ name: Uuid::now_v7() });
    let commands = [
        ("POST", "messages", ids("message_id"), "text"),
        ("POST", "notes", ids("note_id"), "text"),
        ("POST", "transfer", ids("note_id"), "note"),
        ("PUT", "subject", json!({}), "subject"),
        ("PUT", "draft", json!({ "note": "" }), "text"),
        ("PUT", "draft", json!({ "text": "" }), "note"),
        ("PUT", "state", json!({}), "state"),
        ("PUT", "owner", json!({}), "agent_id"),
    ];
    for wrong in [json!(1), json!(true), json!(["a"]), json!({ "a": 1 })] {
        for (method, path, body, field) in &commands {
            let mut body: Value = body.clone();
            body[*field] = wrong.clone();
            let path = format!("/api/cases/{case}/{path}");
            let seat = scene.aino();
            let refused = if *method == "PUT" { seat.put(&path, body).await } else { seat.post(&path, body).await };
            assert_eq!((refused.status.as_u16(), refused.wrong_fields()), (422, vec![(*field).to_owned()]), "{path} {wrong}");
        }
        for field in ["text", "name", "language", "start_page", "start_title", "referrer", "contact_id"] {
            let mut body = crate::scene::start("Alku");
            body[field] = wrong.clone();
            assert_eq!(guest.post("chats", body).await.expect(422).wrong_fields(), [field], "{wrong}");
        }
    }
    assert_eq!(scene.timeline(&case).await, before);
}
