//! The log: who changed what, from what to what.

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

async fn log(browser: &mut Browser, query: &str) -> Vec<Value> {
    browser.get(&format!("/api/audit{query}")).await.expect(200).json()["items"].as_array().cloned().unwrap()
}

fn acts(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(|entry| entry["act"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn every_change_of_settings_stands_in_the_log_with_its_old_and_new_value() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}", a.clients[0].id);
        let mut settings = owner.get(&path).await.expect(200).json()["settings"].clone();
        settings["answer_target_s"] = json!(90);
        settings["greeting_fi"] = json!("Hei 131052-900W!");
        settings["speech"]["closing"] = json!("automatic");
        owner.put(&path, settings).await.expect(200);
        let changes = log(&mut owner, "").await[0]["changes"].clone();
        let expected = json!([
            { "field": "answer_target_s", "before": 60, "after": 90 },
            { "field": "greeting_fi", "before": "", "after": "Hei ●●●●●●-●●●●!" },
            { "field": "speech.closing", "before": "live", "after": "automatic" },
        ]);
        assert_eq!(changes, expected, "and nothing that stayed as it was");

        let team = format!("/api/teams/{}", a.clients[0].team.0);
        // A moment between two acts: the log is in their order.
        let tick = || desk.clock.advance(Span::seconds(1));
        tick();
        let body = json!({ "name": "Neuvonta", "client_ids": [a.clients[1].id.0], "agent_ids": [a.agent.id.0] });
        owner.put(&team, body).await.expect(200);
        let entry = log(&mut owner, "").await[0].clone();
        let told = |field: &str| entry["changes"].as_array().unwrap().iter().find(|one| one["field"] == field).cloned().unwrap();
        assert_eq!(told("name")["after"], "Neuvonta");
        assert_eq!(told("clients")["before"], json!(["IT-tuki"]), "clients and people are told by name");

        let reply = format!("/api/prepared-replies/{}", Uuid::now_v7());
        let body = json!({ "client_id": null, "language": "fi", "name": "hei", "text": "Hei!" });
        tick();
        owner.post(&reply, body).await.expect(200);
        tick();
        owner.delete(&reply).await.expect(204);
        let entries = log(&mut owner, "").await;
        let gone = json!({ "field": "text", "before": "Hei!", "after": null });
        assert!(entries[0]["changes"].as_array().unwrap().contains(&gone), "{}", entries[0]);
        let came = json!({ "field": "text", "before": null, "after": "Hei!" });
        assert!(entries[1]["changes"].as_array().unwrap().contains(&came), "{}", entries[1]);
    }
}

#[tokio::test]
async fn no_secret_is_told_with_a_change() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let mut owner = a.owner.browser.clone();
    let made = owner.post("/api/api-tokens", json!({ "name": "Raportti", "scopes": ["read_cases"], "days": 30 })).await.expect(200).json();
    let secret = made["secret"].as_str().unwrap();
    let body = json!({ "name": "Uusi", "first_name": "Uusi", "email": "uusi@a.test", "role": "agent", "slots": 4, "languages": ["fi"],
        "active": true });
    let invited = owner.post(&format!("/api/agents/{}", Uuid::now_v7()), body).await.expect(200).json();
    let link = invited["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let told = json!(log(&mut owner, "").await).to_string();
    assert!(told.contains("read_cases") && told.contains("uusi@a.test"), "the changes are told: {told}");
    assert!(!told.contains(secret) && !told.contains(&link), "{told}");
}

#[tokio::test]
async fn the_log_is_narrowed_by_who_what_and_when() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut supervisor) = (a.owner.browser.clone(), a.supervisor.browser.clone());
        let body = |name: &str| json!({ "name": name, "client_ids": [], "agent_ids": [] });
        owner.post(&format!("/api/teams/{}", Uuid::now_v7()), body("Eka")).await.expect(200);
        desk.clock.advance(Span::seconds(3_600));
        let later = desk.desk.now().millis();
        let team = format!("/api/teams/{}", Uuid::now_v7());
        supervisor.post(&team, body("Toka")).await.expect(200);
        desk.clock.advance(Span::seconds(1));
        owner.delete(&team).await.expect(204);
        desk.clock.advance(Span::seconds(1));
        let reply = json!({ "client_id": null, "language": "fi", "name": "hei", "text": "Hei!" });
        owner.post(&format!("/api/prepared-replies/{}", Uuid::now_v7()), reply).await.expect(200);

        let teams = log(&mut owner, "?what=teams").await;
        assert_eq!(acts(&teams), ["team_removed", "team_added", "team_added"]);
        let hers = log(&mut owner, &format!("?what=teams&who={}", a.supervisor.id)).await;
        assert_eq!((acts(&hers), &hers[0]["object"]), (vec!["team_added"], &json!("Toka")));
        let since = log(&mut owner, &format!("?from={later}")).await;
        assert_eq!(acts(&since), ["prepared_reply_added", "team_removed", "team_added"]);
        let until = log(&mut owner, &format!("?what=teams&until={later}")).await;
        assert_eq!(acts(&until), ["team_added"]);
        assert_eq!(owner.get("/api/audit?what=everything").await.expect(422).code(), "invalid");
    }
}
