//! The life of a chat, as both sides see it.

use serde_json::json;

use crate::scene::{Scene, entries, kinds, texts};

#[tokio::test]
async fn a_chat_goes_from_its_first_words_to_solved_on_both_sides() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.chat("Tulostin ei toimi").await;
        let aino = scene.aino();
        assert_eq!(scene.row(&case).await["contact"]["state"], "waiting");

        aino.act(&case, "take").await.expect(200);
        aino.reply(&case, "Hei, katsotaan yhdessä").await.expect(200);
        guest.say("Malli on X200").await.expect(200);
        aino.note(&case, "Sama vika kuin eilen").await.expect(200);
        aino.reply(&case, "Käynnistä se uudelleen").await.expect(200);
        let solved = aino.act(&case, "solve").await.expect(200).json();

        assert_eq!(solved["row"]["state"], "solved");
        assert_eq!(solved["row"]["owner"], json!(aino.id));
        let conversation = guest.conversation().await.expect(200).json();
        assert_eq!(kinds(entries(&conversation)), ["started", "message", "answering", "message", "message", "message", "ended", "solved"]);
        assert_eq!(
            texts(entries(&conversation)),
            ["Tulostin ei toimi", "Hei, katsotaan yhdessä", "Malli on X200", "Käynnistä se uudelleen"]
        );
        assert_eq!(conversation["standing"]["solved"], true);
        assert_eq!(conversation["entries"][2]["first_name"], "Aino");
    }
}

#[tokio::test]
async fn a_greeting_is_marked_automatic_and_answers_nobody() {
    let scene = Scene::on_sqlite().await;
    scene.set("greeting_fi", json!("Hei, neuvoja vastaa pian.")).await;
    let guest = scene.guest();
    let done = guest.start("Onko ketään?").await.expect(200).json();
    let case = scene.case_of(&done).await;

    assert_eq!(kinds(entries(&done)), ["started", "message", "message"]);
    assert_eq!(done["entries"][2]["by"], "automatic");
    let row = scene.row(&case).await;
    assert_eq!(row["contact"]["answered_at"], json!(null));
    assert!(row["contact"]["customer_waits_since"].is_i64(), "the visitor still waits for a person");
    assert_eq!(row["state"], "new");

    scene.wait(20);
    scene.aino().act(&case, "take").await.expect(200);
    let replied = scene.aino().reply(&case, "Täällä ollaan").await.expect(200).json();
    assert!(replied["row"]["contact"]["answered_at"].is_i64());
    assert_eq!(replied["row"]["contact"]["customer_waits_since"], json!(null));
}

#[tokio::test]
async fn a_chat_is_handed_over_with_a_note_that_the_customer_never_sees() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Lasku on väärin").await;
    let mikko = scene.colleague("Mikko Mestari").await;

    let handed = scene.aino().hand_over(&case, &mikko, "Vaatii laskutuksen").await.expect(200).json();

    assert_eq!(handed["row"]["contact"]["held_by"], json!(mikko.id));
    assert_eq!(handed["row"]["owner"], json!(mikko.id));
    mikko.reply(&case, "Jatkan tästä").await.expect(200);
    let seen = guest.conversation().await.expect(200);
    assert!(!seen.text().contains("laskutuksen"), "{}", seen.text());
    let seen = seen.json();
    assert_eq!(kinds(entries(&seen)), ["started", "message", "answering", "handed_over", "message"]);
    assert_eq!(seen["standing"]["answered_by"], "Mikko");
    scene.aino().reply(&case, "Vielä yksi asia").await.expect(409);
}

#[tokio::test]
async fn a_chat_is_handed_over_to_nobody_who_is_away_full_or_of_another_client() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Auttakaa").await;
    let aino = scene.aino();
    let seq = scene.row(&case).await["seq"].clone();
    let absent = scene.colleague("Paula Poissa").await;
    absent.presence("away").await;
    let full = scene.colleague("Taina Täysi").await;
    for _ in 0..4 {
        let (_, other) = scene.chat("Jonossa").await;
        full.act(&other, "take").await.expect(200);
    }
    let free = scene.colleague("Vesa Vapaa").await;

    for target in [&absent, &full, &scene.bengt(), &aino] {
        let refused = aino.hand_over(&case, target, "Ota sinä").await.expect(409);
        assert_eq!(refused.code(), "target_gone", "{}", target.email);
    }
    let row = scene.row(&case).await;
    assert_eq!((&row["contact"]["held_by"], &row["seq"]), (&json!(aino.id), &seq), "nothing happened");
    aino.hand_over(&case, &free, "Ota sinä").await.expect(200);
}

#[tokio::test]
async fn a_chat_given_back_keeps_its_place_and_says_so() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Odotan").await;
    let since = scene.row(&case).await["contact"]["waiting_since"].clone();
    scene.wait(90);
    let given = scene.aino().act(&case, "give-back").await.expect(200).json();
    assert_eq!(given["row"]["contact"]["state"], "waiting");
    assert_eq!(given["row"]["contact"]["waiting_since"], since);
    let seen = guest.conversation().await.expect(200).json();
    assert_eq!(kinds(entries(&seen)).last(), Some(&"waiting_again"));
}

#[tokio::test]
async fn whoever_supervises_gives_back_what_a_colleague_holds_and_the_history_says_who() {
    let scene = Scene::on_sqlite().await;
    let done = scene.guest().leave_message("Soittakaa", "etunimi@esimerkki.fi").await.expect(200).json();
    let case = scene.case_of(&done).await;
    scene.aino().act(&case, "take").await.expect(200);
    let mikko = scene.colleague("Mikko Mestari").await;

    assert_eq!(mikko.act(&case, "give-back").await.expect(409).code(), "held_by_another");
    let given = scene.veikko().act(&case, "give-back").await.expect(200).json();

    assert_eq!((&given["row"]["contact"]["state"], &given["row"]["contact"]["held_by"]), (&json!("waiting"), &json!(null)));
    let told = &entries(&given)[0];
    assert_eq!((&told["from"], &told["by"]), (&json!(scene.aino().id), &json!(scene.veikko().id)));
    mikko.act(&case, "take").await.expect(200);
}

#[tokio::test]
async fn nobody_answers_over_a_colleagues_head() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Kuka vastaa?").await;
    let mikko = scene.colleague("Mikko Mestari").await;
    let seen = scene.row(&case).await["seq"].clone();
    scene.aino().reply(&case, "Minä").await.expect(200);
    scene.aino().hand_over(&case, &mikko, "Jatka").await.expect(200);

    let body = json!({ "message_id": uuid::Uuid::now_v7(), "text": "Eikun minä", "seen_seq": seen });
    let refused = mikko.post(&format!("/api/cases/{case}/messages"), body.clone()).await.expect(409);
    assert_eq!(refused.code(), "colleague_answered");
    let mut again = body;
    again["seen_seq"] = scene.row(&case).await["seq"].clone();
    mikko.post(&format!("/api/cases/{case}/messages"), again).await.expect(200);
}

#[tokio::test]
async fn a_reply_that_solves_does_both_or_neither() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Pikakysymys").await;
    let path = format!("/api/cases/{case}/messages");
    let body = json!({ "message_id": uuid::Uuid::now_v7(), "text": "Kyllä", "solve": true });
    scene.bengt().post(&path, body.clone()).await.expect(404);
    let done = scene.aino().post(&path, body).await.expect(200).json();
    assert_eq!(done["row"]["state"], "solved");
    assert_eq!(done["row"]["contact"]["state"], "ended");
    assert_eq!(texts(entries(&done)), ["Kyllä"]);
}

#[tokio::test]
async fn each_side_sees_how_far_the_other_has_read_in_its_own_order() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Alku").await;
    let aino = scene.aino();
    aino.note(&case, "Sisäinen").await.expect(200);
    let reply = aino.reply(&case, "Vastaus").await.expect(200).json();
    let of_desk = entries(&reply)[0]["seq"].as_i64().unwrap();
    guest.say("Kiitos, vielä yksi").await.expect(200);
    assert_eq!(scene.row(&case).await["unread"], 1);

    guest.has_read(4).await.expect(204);
    guest.has_read(2).await.expect(204);
    let view = aino.get(&format!("/api/cases/{case}")).await.json();
    assert_eq!(view["customer_read_seq"], json!(of_desk), "the reply, which is the fourth thing the customer sees");

    // A supervisor who looks in leaves it unread; whoever answers has read.
    let path = format!("/api/cases/{case}/read");
    scene.veikko().put(&path, json!({ "seq": i64::MAX })).await.expect(204);
    assert_eq!(scene.row(&case).await["unread"], 1);
    aino.put(&path, json!({ "seq": i64::MAX })).await.expect(204);
    assert_eq!(scene.row(&case).await["unread"], 0);
    let seen = guest.conversation().await.json();
    assert_eq!((&seen["desk_read_seq"], &seen["read_seq"]), (&seen["seq"], &json!(4)));
}

#[tokio::test]
async fn unsent_words_of_both_sides_are_kept_for_their_writer_alone() {
    for scene in Scene::on_each_engine().await {
        let (_, case) = scene.taken_chat("Alku").await;
        let path = format!("/api/cases/{case}");
        let keep = async |text: &str, note: &str| {
            scene.aino().put(&format!("{path}/draft"), json!({ "text": text, "note": note })).await.expect(204);
            let own = scene.aino().get(&path).await.json()["draft"].clone();
            (own["text"].clone(), own["note"].clone())
        };
        assert_eq!(keep("Kesken jäi", "Soitti aamulla").await, (json!("Kesken jäi"), json!("Soitti aamulla")));
        assert_eq!(scene.veikko().get(&path).await.json()["draft"], json!(null));
        assert_eq!(keep("", "Soitti aamulla").await, (json!(""), json!("Soitti aamulla")), "the reply left, the note stays");
        assert_eq!(keep("", "").await, (json!(null), json!(null)));
        assert_eq!(scene.aino().get("/api/overview").await.json()["drafts"], json!([]));
    }
}
