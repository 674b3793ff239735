//! Files that hostile people send, and what becomes of them: trust 24, 90, 91, 92 and 107.

use axum::http::Method;
use desk::id::AttachmentId;
use serde_json::{Value, json};
use store::{Tx, attachments};
use testkit::browser::{Browser, Reply};
use uuid::Uuid;

use crate::pictures::{jpeg_with_a_place, png, png_that_claims};
use crate::scene::{Guest, Scene, entries, start};

/// Percent-encoded for a query.
fn encoded(name: &str) -> String {
    let bytes: Vec<String> = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
    bytes.concat()
}

async fn upload(browser: &Browser, path: String, name: &str, bytes: Vec<u8>) -> Reply {
    let path = format!("{path}?name={}", encoded(name));
    browser.clone().send(Method::POST, &path, Some(("application/octet-stream", bytes))).await
}

impl Guest {
    async fn upload(&self, id: Uuid, name: &str, bytes: impl Into<Vec<u8>>) -> Reply {
        upload(&self.0.browser, self.path(&format!("attachments/{id}")), name, bytes.into()).await
    }

    /// Uploads and sends in a message; answers what the upload answered.
    async fn send(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Value {
        let file = self.upload(Uuid::now_v7(), name, bytes).await.expect(200).json();
        let body = json!({ "message_id": Uuid::now_v7(), "text": "", "attachments": [file["attachment_id"]] });
        self.post("messages", body).await.expect(200);
        file
    }

    async fn fetch(&self, file: &Value) -> Reply {
        self.get(&format!("attachments/{}", file["attachment_id"].as_str().unwrap())).await
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[tokio::test]
async fn trust_90_only_a_picture_that_was_drawn_anew_is_shown_and_everything_else_is_a_download() {
    let scene = Scene::on_sqlite().await;
    let (guest, _) = scene.chat("Liitteitä").await;
    let script = b"<script>alert(document.cookie)</script>";
    let files: [(&str, Vec<u8>, &str, &str); 8] = [
        ("kuva.png", [png(3, 2).as_slice(), script].concat(), "image/png", "inline"),
        ("kuva.jpg", [jpeg_with_a_place().as_slice(), script].concat(), "image/jpeg", "inline"),
        ("piirros.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), "application/octet-stream", "attachment"),
        ("sivu.png", b"<!doctype html><script>alert(1)</script>".to_vec(), "application/octet-stream", "attachment"),
        ("lasku.pdf", b"%PDF-1.7\n/JS (app.alert(1))".to_vec(), "application/pdf", "attachment"),
        ("sivu.html", b"<html><body onload=alert(1)>".to_vec(), "application/octet-stream", "attachment"),
        ("tiedot.xml", b"<?xml version='1.0'?><x/>".to_vec(), "application/octet-stream", "attachment"),
        ("rikki.png", png(30, 30)[..60].to_vec(), "application/octet-stream", "attachment"),
    ];
    for (name, bytes, media_type, how) in files {
        let file = guest.send(name, bytes).await;
        for answer in [guest.fetch(&file).await, scene.aino().get(&agent_path(&file)).await] {
            let answer = answer.expect(200);
            assert_eq!(answer.header("content-type"), media_type, "{name}");
            assert_eq!(answer.header("content-disposition"), format!("{how}; filename*=UTF-8''{name}"));
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
            assert_eq!(answer.header("cache-control"), "private, no-store");
            assert!(how == "attachment" || !contains(&answer.body, b"script"), "{name} hides nothing any more");
        }
    }
}

#[tokio::test]
async fn a_file_goes_with_a_message_that_is_left_while_the_chat_is_closed() {
    let scene = Scene::on_sqlite().await;
    scene.aino().presence("away").await;
    let guest = scene.guest();
    let file = guest.upload(Uuid::now_v7(), "kuitti.txt", "Kuitti 12").await.expect(200).json();

    guest.leave(json!({ "attachments": [file["attachment_id"]] })).await.expect(200);

    assert_eq!(scene.aino().get(&agent_path(&file)).await.expect(200).body, b"Kuitti 12");
}

fn agent_path(file: &Value) -> String {
    format!("/api/attachments/{}", file["attachment_id"].as_str().unwrap())
}

#[tokio::test]
async fn trust_90_a_photo_stands_upright_and_does_not_tell_where_it_was_taken() {
    let scene = Scene::on_sqlite().await;
    let (guest, _) = scene.chat("Kuva").await;
    let photo = jpeg_with_a_place();
    assert!(contains(&photo, b"60.1699 N"), "there is a place to drop");

    let file = guest.send("kuva.jpg", photo).await;

    assert_eq!((&file["width"], &file["height"]), (&json!(2), &json!(4)), "turned as the camera was held");
    let kept = guest.fetch(&file).await.expect(200).body;
    assert!(!contains(&kept, b"60.1699 N") && !contains(&kept, b"Exif"));
    assert_eq!(file["size_bytes"], json!(kept.len()));
}

#[tokio::test]
async fn trust_107_a_file_of_ten_megabytes_fits_and_one_byte_more_does_not() {
    let scene = Scene::on_sqlite().await;
    let (guest, _) = scene.chat("Iso").await;
    let limit = 10 * 1024 * 1024;
    let refused = guest.upload(Uuid::now_v7(), "iso.bin", vec![7; limit + 1]).await.expect(413);
    assert_eq!((refused.code().as_str(), refused.header("content-type").as_str()), ("file_too_large", "application/problem+json"));
    assert!(refused.json()["detail"].as_str().unwrap().contains("10 mega"), "{}", refused.json()["detail"]);
    let file = guest.upload(Uuid::now_v7(), "iso.bin", vec![7; limit]).await.expect(200).json();
    assert_eq!(file["size_bytes"], json!(limit));
    assert_eq!(guest.upload(Uuid::now_v7(), "tyhjä", Vec::new()).await.expect(422).code(), "empty");
    assert_eq!(guest.upload(Uuid::now_v7(), &"n".repeat(10_000), b"x".to_vec()).await.status.as_u16() / 100, 2, "a long name is cut");
}

#[tokio::test]
async fn trust_107_a_pixel_flood_is_not_drawn() {
    let scene = Scene::on_sqlite().await;
    let (guest, _) = scene.chat("Tulva").await;
    for (width, height) in [(60_000, 60_000), (8_000, 8_000), (1, u32::MAX >> 1)] {
        let file = guest.send("kuva.png", png_that_claims(width, height)).await;
        assert_eq!((&file["shown"], &file["width"]), (&json!("download"), &json!(null)), "{width} × {height}");
    }
}

#[tokio::test]
async fn trust_91_and_92_names_are_shown_harmless_and_never_touch_the_disk() {
    let scene = Scene::on_sqlite().await;
    let (guest, _) = scene.chat("Nimiä").await;
    let names = [
        (".htaccess".to_owned(), "htaccess".to_owned()),
        ("..\\..\\x".to_owned(), "x".to_owned()),
        ("../../../etc/passwd".to_owned(), "passwd".to_owned()),
        ("/etc/cron.d/x".to_owned(), "x".to_owned()),
        ("C:\\Windows\\win.ini".to_owned(), "win.ini".to_owned()),
        ("CON".to_owned(), "_CON".to_owned()),
        ("aux.txt".to_owned(), "_aux.txt".to_owned()),
        ("\u{202E}gpj.exe".to_owned(), "gpj.exe".to_owned()),
        ("kuva\u{200B}.\u{200B}png".to_owned(), "kuva.png".to_owned()),
        ("\u{200B}.x".to_owned(), "x".to_owned()),
        (String::new(), "file".to_owned()),
        ("...".to_owned(), "file".to_owned()),
        ("rivi\r\nContent-Type: text/html.txt".to_owned(), "html.txt".to_owned()),
        ("ä \"lainaus\" <b>.png".to_owned(), "ä _lainaus_ _b_.png".to_owned()),
    ];
    for (sent, shown) in names {
        let file = guest.send(&sent, b"sama sisalto".to_vec()).await;
        assert_eq!(file["name"], json!(shown), "{sent:?}");
        let fetched = guest.fetch(&file).await.expect(200);
        let header = fetched.header("content-disposition");
        assert!(header.is_ascii() && !header.contains(['"', '\\', '/']), "{header}");
        assert_eq!(fetched.body, b"sama sisalto");
    }
    let long = guest.send(&format!("{}.pdf", "a".repeat(1_000)), b"x".to_vec()).await;
    let shown = long["name"].as_str().unwrap();
    assert!(shown.len() <= 120 && shown.strip_suffix(".pdf").is_some(), "{shown}");
    for entry in walk(&scene.desk.desk.settings.data_dir) {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.len() == 32 && name.chars().all(|c| c.is_ascii_hexdigit()), "{name} is no random id");
    }
}

/// Every file below `folder`.
fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walk(&path)) } else { files.push(path) }
    }
    files
}

#[tokio::test]
async fn a_file_is_sent_by_whoever_uploaded_it_and_once() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Alku").await;
        let (other, _) = scene.chat("Toinen").await;
        let theirs = other.upload(Uuid::now_v7(), "salainen.txt", b"Salainen".to_vec()).await.expect(200).json();
        let path = format!("/api/cases/{case}/attachments/{}", Uuid::now_v7());
        let of_agent = upload(&scene.aino().browser, path, "ohje.txt", b"Ohje".to_vec()).await.expect(200).json();
        let before = scene.timeline(&case).await;

        for stolen in [&theirs, &of_agent, &json!({ "attachment_id": Uuid::now_v7() })] {
            let body = json!({ "message_id": Uuid::now_v7(), "text": "Varastettu", "attachments": [stolen["attachment_id"]] });
            guest.post("messages", body.clone()).await.expect(404);
            let body = json!({ "message_id": Uuid::now_v7(), "text": "Varastettu", "attachments": [theirs["attachment_id"]] });
            scene.aino().post(&format!("/api/cases/{case}/messages"), body).await.expect(404);
            guest.fetch(stolen).await.expect(404);
        }
        assert_eq!(scene.timeline(&case).await, before, "nothing was said");

        let mut first = start("Oma liite");
        first["attachments"] = json!([theirs["attachment_id"]]);
        other.post("chats", first.clone()).await.expect(200);
        first["message_id"] = json!(Uuid::now_v7());
        other.post("chats", first).await.expect(404);
        other.fetch(&theirs).await.expect(200);
        guest.fetch(&theirs).await.expect(404);
        scene.bengt().get(&agent_path(&theirs)).await.expect(404);
        scene.aino().get(&agent_path(&theirs)).await.expect(200);
        assert_eq!(Browser::get(&mut scene.desk.browser(), &agent_path(&theirs)).await.status.as_u16(), 401);
    }
}

#[tokio::test]
async fn files_of_a_draft_come_back_with_it_until_they_are_sent() {
    for scene in Scene::on_each_engine().await {
        let (_, case) = scene.taken_chat("Alku").await;
        let path = |rest: &str| format!("/api/cases/{case}{rest}");
        let file = Uuid::now_v7();
        let uploaded = upload(&scene.aino().browser, path(&format!("/attachments/{file}")), "ohje.txt", b"Ohje".to_vec()).await;
        let uploaded = uploaded.expect(200).json();
        let draft = json!({ "text": "", "note": "", "attachments": [file, Uuid::now_v7()] });
        scene.aino().put(&path("/draft"), draft.clone()).await.expect(204);
        assert_eq!(scene.aino().get(&path("")).await.json()["draft"]["attachments"], json!([uploaded]));
        assert_eq!(scene.aino().get("/api/overview").await.json()["drafts"][0]["attachments"], json!([uploaded]));

        // Nobody brings a colleague's file in by its id.
        scene.veikko().put(&path("/draft"), draft).await.expect(204);
        assert_eq!(scene.veikko().get(&path("")).await.json()["draft"]["attachments"], json!([]));

        let reply = json!({ "message_id": Uuid::now_v7(), "text": "Tässä", "attachments": [file] });
        scene.aino().post(&path("/messages"), reply).await.expect(200);
        assert_eq!(scene.aino().get(&path("")).await.json()["draft"]["attachments"], json!([]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn trust_5_the_same_upload_sent_many_times_at_once_is_one_file() {
    for scene in Scene::on_each_engine().await {
        let guest = scene.guest();
        let id = Uuid::now_v7();
        let mut sends = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let guest = guest.clone();
            sends.spawn(async move { guest.upload(id, "kuva.png", png(40, 30)).await });
        }
        let answers: Vec<_> = sends.join_all().await.into_iter().map(|reply| reply.expect(200).body).collect();
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        assert_eq!(guest.upload(id, "kuva.png", png(41, 30)).await.expect(409).code(), "id_reused");
        assert_eq!(scene.guest().upload(id, "kuva.png", png(40, 30)).await.expect(409).code(), "id_reused");
        assert_eq!(walk(&scene.desk.desk.settings.data_dir).len(), 1, "and no half is left");
    }
}

#[tokio::test]
async fn trust_24_when_no_file_can_be_kept_it_is_said_and_messages_go_on() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Alku").await;
    // Where the files should be, there is something else: fails for every user, root included.
    let place = scene.desk.desk.settings.data_dir.join("files");
    std::fs::write(&place, b"").unwrap();

    let refused = guest.upload(Uuid::now_v7(), "kuva.png", png(3, 2)).await.expect(503);
    assert_eq!((refused.code().as_str(), refused.header("retry-after").as_str()), ("not_stored", "5"));
    guest.say("Kuva ei mennyt").await.expect(200);
    scene.aino().reply(&case, "Ei haittaa").await.expect(200);

    std::fs::remove_file(&place).unwrap();
    guest.send("kuva.png", png(3, 2)).await;
    let seen = guest.conversation().await.expect(200).json();
    let files: Vec<_> = entries(&seen).iter().filter_map(|entry| entry["attachments"].as_array()).flatten().collect();
    assert_eq!(files.len(), 1, "nothing that is not there is referred to");
}

#[tokio::test]
async fn a_file_without_words_is_enough_and_no_files_and_no_words_is_not() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Alku").await;
    guest.send("kuva.png", png(3, 2)).await;
    assert_eq!(guest.say(" ").await.expect(422).code(), "empty");
    assert_eq!(scene.aino().reply(&case, "").await.expect(422).code(), "empty");
    let many: Vec<Uuid> = (0..11).map(|_| Uuid::now_v7()).collect();
    let body = json!({ "message_id": Uuid::now_v7(), "text": "Monta", "attachments": many });
    let refused = guest.post("messages", body).await.expect(422);
    assert_eq!(refused.code(), "too_many_files");
    assert!(refused.text().contains("10"), "and says how many may go: {}", refused.text());
    let twice = guest.upload(Uuid::now_v7(), "x.txt", b"x".to_vec()).await.expect(200).json()["attachment_id"].clone();
    let body = json!({ "message_id": Uuid::now_v7(), "text": "Kahdesti", "attachments": [twice, twice] });
    guest.post("messages", body).await.expect(404);
    let seen = guest.conversation().await.expect(200).text();
    assert!(!seen.contains("Kahdesti") && !seen.contains("Monta"), "nothing is said by halves");
}

#[tokio::test]
async fn a_file_that_has_gone_with_a_message_goes_with_no_other() {
    for scene in Scene::on_each_engine().await {
        let (guest, _) = scene.chat("Liite").await;
        let file = guest.send("ohje.pdf", b"%PDF-1.7".to_vec()).await;
        let again = json!({ "message_id": Uuid::now_v7(), "text": "", "attachments": [file["attachment_id"]] });
        guest.post("messages", again).await.expect(404);
        // Nor when two messages have found it unsent at the same moment.
        let id = AttachmentId(file["attachment_id"].as_str().unwrap().parse().unwrap());
        let organisation = scene.people.id;
        let tied = scene.desk.store(async move |tx: &mut Tx| {
            let before = attachments::find(tx, organisation, id).await?.unwrap();
            let case = before.case.unwrap();
            let tied = attachments::send(tx, organisation, id, case, Uuid::now_v7().into(), 0).await?;
            Ok((tied, before == attachments::find(tx, organisation, id).await?.unwrap()))
        });
        assert_eq!(tied.await, (false, true));
    }
}
