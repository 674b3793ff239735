//! Emoji both ways: customers' stay as they are, agents keep to the client's rule (UH-30).

use serde_json::json;
use uuid::Uuid;

use crate::scene::{Scene, entries, texts};

const THEIRS: &str = "Apua 😀👨‍👩‍👧‍👦 🏳️‍🌈 🇫🇮 :) <3";

#[tokio::test]
async fn what_a_customer_writes_stays_as_it_is_whatever_the_rule_for_agents() {
    for scene in Scene::on_each_engine().await {
        scene.set("speech", json!({ "emoji": "forbid" })).await;
        let (guest, case) = scene.taken_chat(THEIRS).await;
        guest.say("👍🏽").await.expect(200);
        assert_eq!(texts(&scene.timeline(&case).await), [THEIRS, "👍🏽"]);
        assert_eq!(texts(entries(&guest.conversation().await.expect(200).json())), [THEIRS, "👍🏽"]);
    }
}

#[tokio::test]
async fn agents_are_told_the_rule_in_words_and_nothing_is_sent() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Hei").await;
        scene.aino().reply(&case, "Hei 😀🎉").await.expect(200);
        scene.set("speech", json!({ "emoji": "limit" })).await;
        let refused = scene.aino().reply(&case, "Selvä 😀🎉").await.expect(422);
        assert_eq!(
            (refused.code(), refused.json()["title"].clone()),
            ("emoji_limited".into(), json!("Viestissä saa olla enintään yksi emoji"))
        );
        scene.aino().reply(&case, "Selvä 👨‍👩‍👧‍👦").await.expect(200);
        scene.set("speech", json!({ "emoji": "forbid" })).await;
        assert_eq!(scene.aino().reply(&case, "Selvä 😀").await.expect(422).code(), "emoji_forbidden");
        scene.aino().reply(&case, "Selvä :)").await.expect(200);
        scene.aino().note(&case, "Kollegoille 😀🎉").await.expect(200);
        let seen = guest.conversation().await.expect(200).json();
        assert_eq!(texts(entries(&seen)), ["Hei", "Hei 😀🎉", "Selvä 👨‍👩‍👧‍👦", "Selvä :)"]);
    }
}

#[tokio::test]
async fn an_answer_that_was_stored_before_the_rule_came_is_answered_as_then() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Hei").await;
    scene.wait(5);
    let id = Uuid::now_v7();
    let first = scene.aino().reply_as(&case, id, "Hei 😀").await.expect(200).json();
    scene.set("speech", json!({ "emoji": "forbid" })).await;
    assert_eq!(scene.aino().reply_as(&case, id, "Hei 😀").await.expect(200).json()["entries"], first["entries"]);
}
