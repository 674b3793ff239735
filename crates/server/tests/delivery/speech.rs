//! Who says the first and the last words of a chat (CC-14).

use serde_json::{Value, json};
use uuid::Uuid;

use crate::scene::{Scene, entries, kinds, texts};

fn closing(how: &str) -> Value {
    json!({ "closing": how, "closing_fi": "Kiitos, kun otit yhteyttä!", "closing_sv": "Tack för kontakten!" })
}

async fn client_row(scene: &Scene) -> Value {
    let overview = scene.aino().get("/api/overview").await.expect(200).json();
    let all = overview["clients"].as_array().unwrap().clone();
    all.into_iter().find(|one| one["client_id"] == json!(scene.client().id.0)).unwrap()
}

#[tokio::test]
async fn the_desk_says_automatic_last_words_when_an_agent_solves_and_they_answer_nobody() {
    for scene in Scene::on_each_engine().await {
        scene.set("speech", closing("automatic")).await;
        let (guest, case) = scene.taken_chat("Tulostin ei toimi").await;
        let solved = scene.aino().act(&case, "solve").await.expect(200).json();
        assert_eq!(kinds(entries(&solved)), ["message", "contact_ended", "state_changed"]);
        assert_eq!((&solved["entries"][0]["by"], &solved["row"]["contact"]["answered_at"]), (&json!("automatic"), &Value::Null));
        let seen = guest.conversation().await.expect(200).json();
        let said = entries(&seen).iter().rfind(|one| one["kind"] == "message").unwrap().clone();
        assert_eq!((&said["by"], &said["text"]), (&json!("automatic"), &json!("Kiitos, kun otit yhteyttä!")));
        let again = scene.aino().act(&case, "solve").await.expect(200).json();
        assert_eq!(kinds(entries(&again)), Vec::<&str>::new(), "who solves twice says it once");
    }
}

#[tokio::test]
async fn an_answer_that_solves_comes_before_the_last_words_and_a_second_time_is_the_same() {
    for scene in Scene::on_each_engine().await {
        scene.set("speech", closing("automatic")).await;
        let (guest, case) = scene.taken_chat("Tulostin ei toimi").await;
        scene.wait(5);
        let body = json!({ "message_id": Uuid::now_v7(), "text": "Nyt se toimii 😀", "attachments": [], "solve": true });
        let path = format!("/api/cases/{case}/messages");
        let first = scene.aino().post(&path, body.clone()).await.expect(200).json();
        let second = scene.aino().post(&path, body).await.expect(200).json();
        assert_eq!(texts(entries(&first)), ["Nyt se toimii 😀", "Kiitos, kun otit yhteyttä!"]);
        assert_eq!(second["entries"], first["entries"]);
        let seen = guest.conversation().await.expect(200).json();
        assert_eq!(texts(entries(&seen)), ["Tulostin ei toimi", "Nyt se toimii 😀", "Kiitos, kun otit yhteyttä!"]);
    }
}

#[tokio::test]
async fn last_words_are_said_in_a_chat_that_an_agent_ends_and_nowhere_else() {
    let scene = Scene::on_sqlite().await;
    scene.set("speech", closing("automatic")).await;
    let (guest, case) = scene.taken_chat("Hei").await;
    let ended = scene.aino().act(&case, "end").await.expect(200).json();
    assert_eq!(texts(entries(&ended)), ["Kiitos, kun otit yhteyttä!"]);
    let solved = scene.aino().act(&case, "solve").await.expect(200).json();
    assert_eq!(texts(entries(&solved)), Vec::<&str>::new(), "the chat was over");
    drop(guest);
    let (leaves, case) = scene.taken_chat("Hei taas").await;
    leaves.end().await.expect(200);
    assert_eq!(texts(&scene.timeline(&case).await), ["Hei taas"], "who leaves is not called back");
}

#[tokio::test]
async fn prepared_words_are_offered_to_agents_and_said_by_nobody() {
    let scene = Scene::on_sqlite().await;
    let greeting = "Hei {asiakas}, täällä {neuvoja}.";
    let speech = client_row(&scene).await["speech"].clone();
    assert_eq!((&speech["greeting"], &speech["closing"]), (&json!([]), &json!([])));
    scene.set("speech", json!({ "greeting": "prepared" })).await;
    scene.set("greeting_fi", json!(greeting)).await;
    let (guest, case) = scene.taken_chat("Onko siellä ketään?").await;
    let offered = client_row(&scene).await["speech"]["greeting"].clone();
    assert_eq!((&offered[0]["language"], offered.as_array().unwrap().len()), (&json!("fi"), 1));
    assert_eq!(offered[0]["text"]["parts"][1], json!({ "kind": "value", "variable": "customer_name" }));
    let mut both = closing("prepared");
    both["greeting"] = json!("prepared");
    scene.set("speech", both).await;
    scene.aino().act(&case, "solve").await.expect(200);
    assert_eq!(texts(entries(&guest.conversation().await.expect(200).json())), ["Onko siellä ketään?"]);
    let languages: Vec<Value> =
        client_row(&scene).await["speech"]["closing"].as_array().unwrap().iter().map(|one| one["language"].clone()).collect();
    assert_eq!(languages, [json!("fi"), json!("sv")]);
}
