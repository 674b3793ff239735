//! Trust 132 and 133: a personal identity code, a card or an account reaches neither the database nor anybody's screen,
//! by whichever way it comes.

use std::path::Path;

use serde_json::{Value, json};
use store::Tx;
use store::clients::{self, Client};
use uuid::Uuid;

use crate::scene::{Scene, entries, start};

/// A code that passes every check and belongs to nobody: another one for each way in, so that a leak names its way.
fn code(way: u32) -> String {
    let (day, individual) = (way + 1, 900 + way);
    let number = (day * 10_000 + 685) * 1_000 + individual;
    let check = "0123456789ABCDEFHJKLMNPRSTUVWXY".chars().nth((number % 31) as usize).unwrap();
    format!("{day:02}0685-{individual}{check}")
}

const WAYS: u32 = 21;

#[tokio::test]
async fn trust_132_an_identity_code_reaches_no_byte_of_the_database_and_no_answer() {
    let scene = Scene::on_sqlite().await;
    scene.set("greeting_fi", json!("Hei!")).await;
    let mut answers = Vec::new();
    say_codes_everywhere(&scene, &mut answers).await;

    let all = answers.join("\n");
    let stored = database_bytes(&scene);
    let hidden = scene.timeline_of_all().await;
    assert!(stored.windows(7).any(|window| window == b"MERKKI7"), "what is beside the codes is stored");
    for code in (0..WAYS).map(code) {
        assert!(!all.contains(&code), "{code} comes back in an answer");
        assert!(!hidden.contains(&code), "{code} stands in a timeline");
        assert!(!stored.windows(code.len()).any(|window| window == code.as_bytes()), "{code} is in the database");
    }
}

#[tokio::test]
async fn trust_132_a_greeting_that_was_kept_before_greetings_were_masked_is_masked_when_it_is_said() {
    for scene in Scene::on_each_engine().await {
        let (organisation, client) = (scene.people.id, scene.client().id);
        let is_kept = scene.desk.store(async move |tx: &mut Tx| {
            let there = clients::load(tx, organisation, client).await?.ok_or(store::Failure::Corrupt)?;
            clients::change(tx, organisation, &Client { greeting_fi: "\u{202E}Hei 131052-900W".to_owned(), ..there }).await
        });
        assert!(is_kept.await);
        let done = scene.guest().start("Onko ketään?").await.expect(200).json();
        assert_eq!(done["entries"][2]["by"], "automatic");
        assert_eq!(done["entries"][2]["text"], "Hei ●●●●●●-●●●●");
    }
}

async fn say_codes_everywhere(scene: &Scene, answers: &mut Vec<String>) {
    let guest = scene.guest();
    let mut first = start(&format!("MERKKI7 tunnus {} ja kiitos", code(0)));
    first["name"] = json!(format!("Maija {}", code(1)));
    first["start_title"] = json!(format!("Sivu {}", code(2)));
    first["start_page"] = json!(format!("https://www.example.fi/haku/{}?hetu={}#{}", code(3), code(4), code(4)));
    first["referrer"] = json!(format!("https://www.example.fi/alku/{}", code(5)));
    let done = guest.post("chats", first).await.expect(200);
    let case = scene.case_of(&done.json()).await;
    answers.push(done.text());
    let aino = scene.aino();
    let path = |rest: &str| format!("/api/cases/{case}/{rest}");
    let mikko = scene.colleague("Mikko Mestari").await;
    answers.push(aino.act(&case, "take").await.expect(200).text());
    answers.push(aino.note(&case, &format!("MERKKI7 {}", code(6))).await.expect(200).text());
    answers.push(aino.reply(&case, &format!("Onko tunnuksesi {}?", code(7))).await.expect(200).text());
    aino.put(&path("draft"), json!({ "text": format!("MERKKI7 luonnos {}", code(8)), "note": format!("MERKKI7 kesken {}", code(20)) }))
        .await
        .expect(204);
    answers.push(aino.put(&path("subject"), json!({ "subject": format!("Aihe {}", code(9)) })).await.expect(200).text());
    let upload = guest.post(&format!("attachments/{}?name=hetu%20{}.txt", Uuid::now_v7(), code(10)), json!("x")).await;
    answers.push(upload.expect(200).text());
    let sent = json!({ "message_id": Uuid::now_v7(), "text": "", "attachments": [upload_id(answers)] });
    answers.push(guest.post("messages", sent).await.expect(200).text());
    answers.push(aino.hand_over(&case, &mikko, &format!("Siirto {}", code(11))).await.expect(200).text());
    answers.push(guest.say(&format!("{}\u{200B}, {}", code(12), "4111 1111 1111 1111")).await.expect(200).text());
    disguised(scene, answers).await;
    answers.push(guest.conversation().await.expect(200).text());
    answers.push(guest.get("transcript").await.expect(200).text());
    answers.push(scene.owner().get(&format!("/api/cases/{case}")).await.expect(200).text());
    answers.push(scene.owner().get("/api/cases").await.expect(200).text());
    answers.push(aino.get(&format!("/api/cases/{case}/transcript")).await.expect(200).text());
}

/// In what other programs make of what somebody writes. Half a code is looked for where it was cut.
async fn disguised(scene: &Scene, answers: &mut Vec<String>) {
    let guest = scene.guest();
    let mut first = start(&format!("MERKKI7 tunnus{}n ja {}", code(13), code(14).replace('-', "-\u{AD}")));
    let encoded = code(15).replace('-', "%2D");
    first["start_page"] = json!(format!("https://www.example.fi/asiakas/{encoded}/tila"));
    first["referrer"] = json!(format!("https://www.example.fi/{}{}", "a/".repeat(236), code(16)));
    first["start_title"] = json!(format!("{} {}", "a".repeat(190), code(17)));
    let done = guest.post("chats", first).await.expect(200);
    answers.push(done.text());
    let (dotted, joined) = (code(18), code(19));
    let dotted = format!("{}.{}.{}{}", &dotted[..2], &dotted[2..4], &dotted[4..6], &dotted[6..]);
    answers.push(guest.say(&format!("Siis {dotted} tai henkilötunnus {}", joined.replace('-', ""))).await.expect(200).text());
    let case = scene.case_of(&done.json()).await;
    let shown = scene.owner().get(&format!("/api/cases/{case}")).await.expect(200).text();
    for hidden in [encoded.as_str(), &dotted, "\u{AD}", &code(16)[..6], &code(17)[..6], &joined.replace('-', "")] {
        assert!(!shown.contains(hidden), "{hidden} is shown in {shown}");
    }
    assert!(shown.contains("MERKKI7 tunnus●●●●●●-●●●●n ja ●●●●●●-●●●●") && shown.contains("asiakas/●●●●●●-●●●●/tila"), "{shown}");
    answers.push(shown);
}

fn upload_id(answers: &[String]) -> Value {
    let upload: Value = serde_json::from_str(answers.last().unwrap()).unwrap();
    upload["attachment_id"].clone()
}

/// The file, and the log that is written before it.
fn database_bytes(scene: &Scene) -> Vec<u8> {
    let file = scene.desk.database().sqlite_file().unwrap();
    let log = file.with_file_name(format!("{}-wal", file.file_name().unwrap().display()));
    let mut bytes = std::fs::read(&file).unwrap();
    assert!(Path::exists(&log), "the log is looked into as well");
    bytes.extend(std::fs::read(log).unwrap());
    bytes
}

impl Scene {
    async fn timeline_of_all(&self) -> String {
        let page = self.owner().get("/api/cases").await.expect(200).json();
        let mut all = String::new();
        for row in page["items"].as_array().unwrap() {
            all += &serde_json::to_string(&self.timeline(row["case_id"].as_str().unwrap()).await).unwrap();
        }
        all
    }
}

#[tokio::test]
async fn trust_133_what_was_masked_is_told_to_the_desk_by_its_kind() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Alku").await;
    let told = [
        ("Tunnus on 010594Y9032, kiitos", json!(["personal_identity_code"])),
        ("Kortti 4111 1111 1111 1111", json!(["payment_card"])),
        ("Tili FI21 1234 5600 0007 85", json!(["bank_account"])),
        ("Personnummer 811228-9874", json!(["swedish_personal_number"])),
        ("010594Y9032, FI21 1234 5600 0007 85, 020594X902N", json!(["personal_identity_code", "bank_account"])),
        ("Tilausnumero 8112289874, puhelin 040 123 4567", json!([])),
    ];
    for (text, kinds) in told {
        guest.say(text).await.expect(200);
        let timeline = scene.timeline(&case).await;
        let last = timeline.last().unwrap();
        assert_eq!(last["masked"], kinds, "{text}");
        assert_eq!(last["text"] == text, kinds == json!([]), "{text}: {}", last["text"]);
    }
    let seen = guest.conversation().await.expect(200).json();
    assert!(entries(&seen).iter().all(|entry| entry.get("masked").is_none()), "the customer has the mask in the words");
}

#[tokio::test]
async fn trust_133_disguised_codes_are_found_and_the_words_around_stay() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Alku").await;
    for disguised in ["０１０５９４Ｙ９０３２", "010594\u{200B}Y9032", "010594y9032", "010594–9032"] {
        guest.say(&format!("Eka {disguised} vika")).await.expect(200);
        let timeline = scene.timeline(&case).await;
        let text = timeline.last().unwrap()["text"].as_str().unwrap().to_owned();
        assert!(text.starts_with("Eka ") && text.ends_with(" vika"), "{text}");
        assert!(text.contains('●') && !text.contains("9032") && !text.contains("９０３２"), "{disguised}: {text}");
    }
}
