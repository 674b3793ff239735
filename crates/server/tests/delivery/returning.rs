//! What becomes of words that come after the end: thanks, more questions, and messages left while nobody is there.

use serde_json::json;

use crate::scene::{Guest, Scene, entries, kinds, texts};

const MINUTE: i64 = 60;

/// A chat that was answered and solved.
async fn solved(scene: &Scene) -> (Guest, String) {
    let (guest, case) = scene.taken_chat("Miten vaihdan salasanan?").await;
    scene.aino().reply(&case, "Oma sivu, Salasana").await.expect(200);
    scene.aino().act(&case, "solve").await.expect(200);
    (guest, case)
}

#[tokio::test]
async fn a_mere_kiitos_after_solved_is_kept_and_changes_nothing() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = solved(&scene).await;
    scene.wait(5 * MINUTE);
    let contact = scene.row(&case).await["contact"]["contact_id"].clone();

    let done = guest.say("Kiitos paljon! 😊").await.expect(200).json();

    assert_eq!((&done["standing"]["state"], &done["standing"]["solved"]), (&json!("ended"), &json!(true)));
    let row = scene.row(&case).await;
    assert_eq!((&row["state"], &row["contact"]["contact_id"]), (&json!("solved"), &contact));
    assert_eq!(row["contact"]["customer_waits_since"], json!(null), "nobody owes an answer to it");
    assert_eq!(row["last_words"]["text"], "Kiitos paljon! 😊", "but it is seen");
}

#[tokio::test]
async fn a_real_answer_after_solved_opens_the_same_case_with_a_new_contact() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = solved(&scene).await;
        scene.wait(5 * MINUTE);
        let number = scene.row(&case).await["number"].clone();

        let done = guest.say("Kiitos, mutta ei toimi").await.expect(200).json();

        assert_eq!(kinds(entries(&done)), ["started", "message"], "all that these words made happen");
        assert_eq!((&done["standing"]["state"], &done["standing"]["solved"]), (&json!("waiting"), &json!(false)));
        let row = scene.row(&case).await;
        assert_eq!((&row["number"], &row["state"], &row["contact"]["channel"]), (&number, &json!("open"), &json!("chat")));
        let view = scene.owner().get(&format!("/api/cases/{case}")).await.json();
        assert_eq!(view["contacts"].as_array().unwrap().len(), 2);
        scene.aino().act(&case, "take").await.expect(200);
    }
}

#[tokio::test]
async fn what_is_written_to_an_ended_chat_while_it_is_closed_becomes_a_left_message_in_the_same_case() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Hei").await;
    scene.aino().act(&case, "end").await.expect(200);
    scene.aino().presence("away").await;
    scene.wait(5 * MINUTE);

    guest.say("Yksi asia vielä jäi").await.expect(200);

    let row = scene.row(&case).await;
    assert_eq!((&row["contact"]["channel"], &row["contact"]["state"]), (&json!("message"), &json!("waiting")));
    assert_eq!(row["last_words"]["text"], "Yksi asia vielä jäi");
    assert_eq!(scene.cases().await, 1);
}

#[tokio::test]
async fn a_closed_case_takes_no_more_words_and_the_next_chat_is_a_new_case() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = solved(&scene).await;
        scene.owner().act(&case, "close").await.expect(200);
        scene.wait(MINUTE);

        assert_eq!(guest.say("Vielä yksi").await.expect(409).code(), "case_closed");
        let done = guest.start("Uusi asia").await.expect(200).json();

        let next = scene.case_of(&done).await;
        assert_ne!(next, case);
        assert_eq!(scene.row(&case).await["state"], "closed");
        let conversation = guest.conversation().await.expect(200).json();
        assert_eq!(texts(entries(&conversation)), ["Uusi asia"], "the new case begins empty");
        let earlier = scene.owner().get(&format!("/api/cases/{next}")).await.json()["earlier"].clone();
        assert_eq!(earlier[0]["case_id"], json!(case), "and the desk sees what was before");
        assert_eq!(earlier[0]["subject"], "Miten vaihdan salasanan?", "by the customer's first words, not by the last ones of ours");
    }
}

#[tokio::test]
async fn who_holds_a_case_of_a_client_they_serve_no_more_reads_nothing_of_the_ones_before_trust_60() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = solved(&scene).await;
        scene.owner().act(&case, "close").await.expect(200);
        scene.wait(MINUTE);
        let next = scene.case_of(&guest.start("Uusi asia").await.expect(200).json()).await;
        scene.aino().act(&next, "take").await.expect(200);
        let shown = scene.aino().get(&format!("/api/cases/{next}")).await.expect(200).json();
        assert_eq!((&shown["earlier"][0]["case_id"], &shown["left_at"]["case_id"]), (&json!(case), &json!(case)));

        let teams = format!("/api/agents/{}/teams", scene.aino().id);
        scene.owner().put(&teams, json!({ "team_ids": [] })).await.expect(200);
        scene.aino().get(&format!("/api/cases/{case}")).await.expect(404);
        let shown = scene.aino().get(&format!("/api/cases/{next}")).await.expect(200).json();
        assert_eq!((&shown["earlier"], &shown["left_at"]), (&json!([]), &json!(null)));
    }
}

#[tokio::test]
async fn a_left_message_becomes_a_case_with_the_address_that_was_given() {
    let scene = Scene::on_sqlite().await;
    scene.aino().presence("away").await;
    let guest = scene.guest();
    for wrong in ["", "ei osoite", "a@b", "a@b.fi, c@d.fi", "a\r\nBcc: x@y.fi@z.fi"] {
        let refused = guest.leave_message("Soittakaa", wrong).await.expect(422);
        assert_eq!(refused.wrong_fields(), ["email"], "{wrong:?}");
    }
    assert_eq!(scene.cases().await, 0);

    let done = guest.leave_message("Soittakaa", "maija@esimerkki.fi").await.expect(200).json();

    let row = scene.row(&scene.case_of(&done).await).await;
    assert_eq!((&row["contact"]["channel"], &row["customer"]["email"]), (&json!("message"), &json!("maija@esimerkki.fi")));
    assert_eq!((&row["state"], &row["contact"]["state"]), (&json!("new"), &json!("waiting")));
}

#[tokio::test]
async fn a_message_may_be_left_without_an_address_and_its_answer_comes_where_it_was_left() {
    let scene = Scene::on_sqlite().await;
    scene.aino().presence("away").await;
    let guest = scene.guest();

    let done = guest.leave(json!({})).await.expect(200).json();

    let case = scene.case_of(&done).await;
    assert_eq!(scene.row(&case).await["customer"]["email"], json!(null));
    scene.aino().presence("present").await;
    scene.aino().act(&case, "take").await.expect(200);
    scene.aino().reply(&case, "Soitamme tänään").await.expect(200);
    let conversation = guest.conversation().await.expect(200).json();
    assert_eq!(texts(entries(&conversation)), ["Soittakaa", "Soitamme tänään"]);
}

#[tokio::test]
async fn a_left_message_stands_in_nobodys_chat_queue() {
    let scene = Scene::on_sqlite().await;
    scene.set("queue_ceiling", json!(1)).await;
    for _ in 0..4 {
        scene.taken_chat("Täyttää luukun").await;
    }
    for _ in 0..3 {
        scene.guest().leave_message("Kun ehditte", "maija@esimerkki.fi").await.expect(200);
    }
    scene.guest().start("Jonon ainoa").await.expect(200);
    assert_eq!(scene.guest().start("Ei mahdu").await.expect(409).code(), "chat_closed");
}

#[tokio::test]
async fn a_chat_that_was_solved_by_a_slip_goes_on_for_both_sides() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Ei tulosta").await;
        scene.aino().reply(&case, "Mikä malli?").await.expect(200);
        scene.wait(20);
        guest.say("Se iso harmaa").await.expect(200);
        let waits = scene.row(&case).await["contact"]["customer_waits_since"].clone();
        scene.wait(5);
        scene.aino().act(&case, "solve").await.expect(200);
        scene.wait(10);

        let done = scene.aino().act(&case, "undo-solve").await.expect(200).json();

        let contact = &done["row"]["contact"];
        assert_eq!((&done["row"]["state"], &contact["state"]), (&json!("open"), &json!("taken")));
        assert_eq!((&contact["held_by"], &contact["luukku"]), (&json!(scene.aino().id), &json!(1)));
        assert_eq!(contact["customer_waits_since"], waits, "the customer has waited all the time");
        let seen = guest.conversation().await.expect(200).json();
        assert_eq!((&seen["standing"]["state"], &seen["standing"]["answered_by"]), (&json!("taken"), &json!("Aino")));
        assert_eq!(kinds(entries(&seen)).last(), Some(&"answering"));
        scene.aino().reply(&case, "Anteeksi, jatketaan").await.expect(200);
    }
}

#[tokio::test]
async fn a_slip_is_not_taken_back_when_it_is_late_or_the_luukku_is_full() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Valmista tuli").await;
    scene.aino().act(&case, "solve").await.expect(200);
    for _ in 0..4 {
        scene.taken_chat("Täyttää luukun").await;
    }
    assert_eq!(scene.aino().act(&case, "undo-solve").await.expect(409).code(), "slots_full");
    scene.wait(MINUTE + 1);
    assert_eq!(scene.aino().act(&case, "undo-solve").await.expect(409).code(), "too_late_to_undo");
    assert_eq!(scene.row(&case).await["state"], "solved");
}

#[tokio::test]
async fn a_widget_that_shows_an_earlier_case_neither_ends_nor_reads_the_one_that_another_tab_began() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Ensimmäinen").await;
    let shown = guest.contact().await;
    scene.aino().act(&case, "close").await.expect(200);
    // Which of two cases is the newest is told by when they began.
    scene.wait(MINUTE);
    let done = guest.start("Toinen, toisesta välilehdestä").await.expect(200).json();
    let second = scene.case_of(&done).await;
    assert_ne!(second, case);

    guest.post("end", json!({ "contact_id": shown })).await.expect(200);
    let mark = json!({ "contact_id": shown, "seq": 2 });
    guest.0.browser.clone().put(&guest.path("read"), mark).await.expect(204);

    assert_eq!(scene.row(&second).await["contact"]["state"], "waiting");
    let view = scene.owner().get(&format!("/api/cases/{second}")).await.expect(200).json();
    assert_eq!(view["customer_read_seq"], 0);
    guest.end().await.expect(200);
    assert_eq!(scene.row(&second).await["contact"]["state"], "ended");
}

#[tokio::test]
async fn a_customer_who_leaves_can_come_back_to_the_same_case() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Hetki").await;
    let left = guest.end().await.expect(200).json();
    assert_eq!(kinds(entries(&left)), ["ended"]);
    assert_eq!(guest.end().await.expect(200).json()["entries"], json!([]), "the end comes once");
    scene.wait(MINUTE);
    guest.start("Palasin").await.expect(200);
    assert_eq!(scene.row(&case).await["contact"]["state"], "waiting");
    assert_eq!(scene.cases().await, 1);
}

#[tokio::test]
async fn an_answer_after_the_customer_has_left_reaches_them_and_its_repetition_changes_nothing() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Tilaan varaosan").await;
        guest.end().await.expect(200);
        scene.wait(120 * MINUTE);

        let id = uuid::Uuid::now_v7();
        let first = scene.aino().reply_as(&case, id, "Varaosa on tullut").await.expect(200).json();

        assert_eq!((&first["row"]["contact"]["state"], &first["row"]["contact"]["held_by"]), (&json!("taken"), &json!(scene.aino().id)));
        let seen = guest.conversation().await.expect(200).json();
        assert_eq!(texts(entries(&seen)).last(), Some(&"Varaosa on tullut"));
        assert_eq!(&seen["standing"]["answered_by"], &json!("Aino"));
        let again = scene.aino().reply_as(&case, id, "Varaosa on tullut").await.expect(200).json();
        assert_eq!(entries(&again), entries(&first), "what is sent once more is answered as it was (D2)");
    }
}
