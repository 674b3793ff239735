//! What one may take along of a conversation: the words that both have seen, and nothing else.

use serde_json::json;

use crate::scene::Scene;

#[tokio::test]
async fn a_transcript_has_the_public_words_in_their_order_and_nothing_of_the_inside() {
    let scene = Scene::on_sqlite().await;
    scene.set("greeting_fi", json!("Hei, neuvoja vastaa pian.")).await;
    let (guest, case) = scene.taken_chat("Mistä löydän ohjeen?\nKiire on.").await;
    scene.aino().note(&case, "Taas tämä sama").await.expect(200);
    scene.wait(60);
    scene.aino().reply(&case, "Sivun alareunasta ⬇️").await.expect(200);

    for answer in [guest.get("transcript").await, scene.aino().get(&format!("/api/cases/{case}/transcript")).await] {
        let answer = answer.expect(200);
        let number = scene.row(&case).await["number"].clone();
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"keskustelu-{number}.txt\""));
        assert_eq!(
            answer.text(),
            format!(
                "IT-tuki, asia {number}\r\n\r\n5.1.2026\r\n08.00 Asiakas: Mistä löydän ohjeen?\r\n      Kiire on.\r\n\
                 08.00 Automaattinen: Hei, neuvoja vastaa pian.\r\n08.01 Aino: Sivun alareunasta ⬇️\r\n"
            )
        );
    }
}

#[tokio::test]
async fn a_transcript_speaks_the_language_that_was_asked_for() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Hei").await;
    scene.aino().reply(&case, "Hei").await.expect(200);
    for (language, me, file) in [("fi", "Asiakas:", "keskustelu"), ("sv", "Kund:", "samtal"), ("en", "Customer:", "conversation")] {
        let answer = guest.get(&format!("transcript?language={language}")).await.expect(200);
        assert!(answer.text().contains(me), "{}", answer.text());
        assert!(answer.header("content-disposition").contains(file));
        let desk = scene.aino().get(&format!("/api/cases/{case}/transcript?language={language}")).await.expect(200);
        assert_eq!(desk.text(), answer.text());
    }
    guest.get("transcript?language=xx").await.expect(422);
}

#[tokio::test]
async fn a_transcript_is_given_to_those_who_may_read_the_case() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.chat("Salainen").await;
    guest.get("transcript").await.expect(200);
    scene.guest().get("transcript").await.expect(404);
    scene.bengt().get(&format!("/api/cases/{case}/transcript")).await.expect(404);
}

#[tokio::test]
async fn a_long_transcript_ends_with_the_newest_words() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Alku").await;
    for n in 0..1_001 {
        scene.aino().reply(&case, &format!("Vastaus {n}.")).await.expect(200);
    }
    let transcript = guest.get("transcript").await.expect(200).text();
    assert!(transcript.contains("Alku"));
    assert!(transcript.contains("Vastaus 0.") && transcript.trim_end().ends_with("Vastaus 1000."));
}
