//! Every list reads rows that are kept beside the events: after each command they are what the events say.

use serde_json::json;
use store::Tx;
use store::rebuild;
use uuid::Uuid;

use crate::scene::{Guest, Scene, Seat, start};

/// Nothing differs from what happened, in any case.
async fn rows_are_right(scene: &Scene, after: &str) {
    let found = rebuild::all(scene.desk.database()).await.expect("the events can be read");
    assert!(found.cases > 0, "there are rows to compare");
    assert_eq!(found.differed, 0, "after {after}");
}

#[tokio::test]
async fn after_every_command_the_rows_are_what_the_events_say() {
    for scene in Scene::on_each_engine().await {
        scene.set("greeting_fi", json!("Hei!")).await;
        let (guest, case) = scene.chat("Alku").await;
        rows_are_right(&scene, "start").await;
        let aino = scene.aino();
        let mikko = scene.colleague("Mikko Mestari").await;
        agents_act(&scene, &case, &aino, &mikko).await;
        the_customer_comes_back(&scene, &guest, &case, &aino).await;
        scene.guest().leave_message("Viesti", "maija@esimerkki.fi").await.expect(200);
        rows_are_right(&scene, "left message").await;
    }
}

#[tokio::test]
async fn a_row_shows_what_a_person_said_not_what_the_desk_says_to_everybody() {
    for scene in Scene::on_each_engine().await {
        scene.set("greeting_fi", json!("Hei! Vastaamme pian.")).await;
        let (_, case) = scene.chat("Tulostin ei tulosta").await;
        assert_eq!(scene.row(&case).await["last_words"]["text"], "Tulostin ei tulosta");
        rows_are_right(&scene, "a greeting").await;
    }
}

async fn agents_act(scene: &Scene, case: &str, aino: &Seat, mikko: &Seat) {
    let path = |rest: &str| format!("/api/cases/{case}/{rest}");
    for act in ["take", "give-back", "take"] {
        scene.wait(3);
        aino.act(case, act).await.expect(200);
        rows_are_right(scene, act).await;
    }
    aino.reply(case, &"Vastaus ".repeat(40)).await.expect(200);
    rows_are_right(scene, "reply").await;
    aino.note(case, "Huomautus").await.expect(200);
    rows_are_right(scene, "note").await;
    for state in ["waiting_for_customer", "waiting_for_others", "open", "waiting_for_customer"] {
        aino.put(&path("state"), json!({ "state": state })).await.expect(200);
        rows_are_right(scene, state).await;
    }
    aino.put(&path("subject"), json!({ "subject": "Aihe" })).await.expect(200);
    rows_are_right(scene, "subject").await;
    for owner in [json!(mikko.id), json!(null)] {
        aino.put(&path("owner"), json!({ "agent_id": owner })).await.expect(200);
        rows_are_right(scene, "owner").await;
    }
    aino.hand_over(case, mikko, "Siirto").await.expect(200);
    rows_are_right(scene, "handover").await;
    let body = json!({ "note_id": Uuid::now_v7(), "note": "Tiimille", "to_team": scene.client().team.0 });
    mikko.post(&path("transfer"), body).await.expect(200);
    rows_are_right(scene, "handover to a team").await;
    aino.act(case, "take").await.expect(200);
    rows_are_right(scene, "take from a team").await;
}

async fn the_customer_comes_back(scene: &Scene, guest: &Guest, case: &str, aino: &Seat) {
    for text in ["Yksi", "Kaksi"] {
        scene.wait(2);
        guest.say(text).await.expect(200);
        rows_are_right(scene, "customer's words").await;
    }
    let seq = scene.row(case).await["seq"].as_i64().unwrap();
    aino.put(&format!("/api/cases/{case}/read"), json!({ "seq": seq - 1 })).await.expect(204);
    rows_are_right(scene, "read by the desk").await;
    guest.has_read(4).await.expect(204);
    rows_are_right(scene, "read by the customer").await;
    for act in ["end", "solve", "reopen", "solve"] {
        aino.act(case, act).await.expect(200);
        rows_are_right(scene, act).await;
    }
    for text in ["Kiitos!", "Ei toimikaan"] {
        scene.wait(60);
        guest.say(text).await.expect(200);
        rows_are_right(scene, text).await;
    }
    guest.end().await.expect(200);
    rows_are_right(scene, "the customer leaves").await;
    guest.post("chats", start("Taas")).await.expect(200);
    rows_are_right(scene, "the customer starts again").await;
    aino.act(case, "take").await.expect(200);
    aino.act(case, "close").await.expect(200);
    rows_are_right(scene, "close").await;
}

#[tokio::test]
async fn a_row_that_is_wrong_is_found_and_put_right() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Alku").await;
    let before = scene.row(&case).await;
    let (organisation, id) = (scene.people.id, case.parse::<Uuid>().unwrap());
    scene
        .desk
        .store(async move |tx: &mut Tx| {
            let mut record = store::cases::load_to_change(tx, organisation, id.into()).await?.ok_or(store::Failure::Corrupt)?;
            record.unread += 7;
            record.case.owner = None;
            store::cases::update(tx, organisation, &record).await
        })
        .await;
    assert_ne!(scene.row(&case).await, before, "the row is wrong");

    let found = rebuild::all(scene.desk.database()).await.unwrap();

    assert_eq!(found.differed, 1);
    assert_eq!(scene.row(&case).await, before);
    rows_are_right(&scene, "putting right").await;
}
