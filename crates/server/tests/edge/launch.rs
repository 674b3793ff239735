//! A client's way to its customers (CC-01): thought over first, opened by somebody, looked through again.

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::people::{TestOrganisation, confirm_launch_points};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

/// A new client of the first team, made by the owner through the settings: its path and its widget's key.
async fn new_client(owner: &mut Browser, a: &TestOrganisation) -> (String, String) {
    let (first, id) = (&a.clients[0], Uuid::now_v7());
    let mut settings = owner.get(&format!("/api/clients/{}", first.id)).await.expect(200).json()["settings"].clone();
    settings["name"] = json!("Kirjasto");
    settings["languages"] = json!(["fi", "en"]);
    settings["websites"] = json!([]);
    let path = format!("/api/clients/{id}");
    let made = owner.post(&path, settings).await.expect(200).json();
    let team = json!({ "name": "Tuki", "client_ids": [first.id.0, id], "agent_ids": [a.agent.id.0] });
    owner.put(&format!("/api/teams/{}", first.team.0), team).await.expect(200);
    (path, made["widget_key"].as_str().unwrap().to_owned())
}

async fn change(owner: &mut Browser, path: &str, field: &str, value: Value) {
    let mut settings = owner.get(path).await.expect(200).json()["settings"].clone();
    settings[field] = value;
    owner.put(path, settings).await.expect(200);
}

async fn speaks(owner: &mut Browser, agent: Uuid, languages: Value) {
    let people = owner.get("/api/agents").await.expect(200).json();
    let mut settings = people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(agent)).unwrap()["settings"].clone();
    settings["languages"] = languages;
    settings["levels"] = Value::Null;
    owner.put(&format!("/api/agents/{agent}"), settings).await.expect(200);
}

/// What a point lacks, as the page of the launch shows it.
fn lacks(launch: &Value, point: &str) -> Value {
    let points = launch["points"].as_array().unwrap();
    points.iter().find(|one| one["point"] == point).unwrap()["lacks"].clone()
}

#[tokio::test]
async fn a_new_client_is_shut_to_visitors_until_every_mandatory_point_is_settled_cc_01() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut aino) = (a.owner.browser.clone(), a.agent.browser.clone());
        let (path, key) = new_client(&mut owner, &a).await;
        speaks(&mut owner, a.agent.id.0, json!(["fi", "sv"])).await;
        aino.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);

        let widget = desk.browser().get(&format!("/api/widget/{key}")).await.expect(200).json();
        assert_eq!(widget["availability"]["open"], false);
        assert_eq!((&widget["availability"]["when_closed"], &widget["availability"]["reason"]), (&json!("hidden"), &json!("not_live")));
        let mut visitor = desk.visitor(&a.clients[0]);
        let words = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hei", "language": "fi" });
        for way in ["chats", "left-messages"] {
            let refused = visitor.browser.post(&format!("/api/widget/{key}/{way}"), words.clone()).await.expect(409);
            assert_eq!(refused.code(), "chat_closed");
        }

        let refused = owner.post(&format!("{path}/launch"), json!({})).await.expect(409);
        assert_eq!(refused.code(), "launch_open");
        let open = ["purpose", "answerers", "website", "closed", "greeting", "asking", "criticism", "rules"];
        assert_eq!(refused.wrong_fields(), open);
        confirm_launch_points(&mut owner, &path).await;
        change(&mut owner, &path, "websites", json!(["https://kirjasto.example.fi"])).await;
        let launch = owner.get(&format!("{path}/launch")).await.expect(200).json();
        assert_eq!(lacks(&launch, "answerers"), json!([{ "lack": "answerer", "language": "en" }]), "Aino speaks fi and sv");
        change(&mut owner, &path, "languages", json!(["fi"])).await;
        change(&mut owner, &path, "greeting_fi", json!("Hei!")).await;

        let opened = owner.post(&format!("{path}/launch"), json!({})).await.expect(200).json();
        assert_eq!((&opened["live_at"], &opened["minded_by"]), (&json!(desk.desk.now().millis()), &json!(a.owner.id.0)));
        let mut welcomed = desk.browser();
        let widget = welcomed.get(&format!("/api/widget/{key}")).await.expect(200).json();
        assert_ne!(widget["availability"]["reason"], "not_live");
        assert_eq!(widget["availability"]["when_closed"], "message");
    }
}

#[tokio::test]
async fn who_confirmed_a_point_and_in_which_words_is_kept_and_what_the_settings_say_nobody_confirms() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut supervisor) = (a.owner.browser.clone(), a.supervisor.browser.clone());
        let (path, _) = new_client(&mut owner, &a).await;
        let points = format!("{path}/launch-points");
        owner.put(&points, json!({ "point": "asking", "words": "Nimi riittää" })).await.expect(200);
        let words = json!({ "point": "asking", "words": " Ei tunnusta 131052-900W " });
        let launch = supervisor.put(&points, words).await.expect(200).json();
        let asking = launch["points"].as_array().unwrap().iter().find(|one| one["point"] == "asking").unwrap();
        let name = owner.get("/api/agents").await.expect(200).json();
        let name =
            name.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(a.supervisor.id.0)).unwrap()["settings"]["name"].clone();
        let confirmed = json!({ "words": "Ei tunnusta ●●●●●●-●●●●", "name": name, "at": desk.desk.now().millis() });
        assert_eq!(asking["confirmed"], confirmed);
        assert_eq!(owner.put(&points, json!({ "point": "asking", "words": " " })).await.expect(422).wrong_fields(), ["words"]);
        assert_eq!(owner.put(&points, json!({ "point": "hours", "words": "Onhan niitä" })).await.expect(422).wrong_fields(), ["point"]);
    }
}

#[tokio::test]
async fn a_chat_waits_to_be_looked_through_a_year_after_it_was_opened_or_on_a_chosen_day_cc_02() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}", a.clients[0].id);
        let now = desk.desk.now();
        let row = async |owner: &mut Browser| {
            let clients = owner.get("/api/overview").await.expect(200).json()["clients"].clone();
            clients.as_array().unwrap().iter().find(|one| one["client_id"] == json!(a.clients[0].id.0)).unwrap().clone()
        };
        let due = row(&mut owner).await["review_at"].as_i64().unwrap();
        let year = Span::seconds(365 * 86_400).as_millis();
        assert!((now.millis() + year - due).abs() < Span::seconds(86_400).as_millis(), "the day is a year away");

        let chosen = json!({ "review_on": "2026-02-01", "minded_by": a.supervisor.id.0 });
        let launch = owner.put(&format!("{path}/launch-review"), chosen).await.expect(200).json();
        assert_eq!((&launch["review_on"], &launch["minded_by"]), (&json!("2026-02-01"), &json!(a.supervisor.id.0)));
        // Midnight in Helsinki.
        assert_eq!(row(&mut owner).await["review_at"], 1_769_896_800_000_i64);
        let wrong = json!({ "review_on": "2026-02-30" });
        assert_eq!(owner.put(&format!("{path}/launch-review"), wrong).await.expect(422).wrong_fields(), ["review_on"]);
    }
}
