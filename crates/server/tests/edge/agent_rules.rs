//! What a client asks of its agents is read once by each of them, and anew when it changes (CC-18).

use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;

async fn ask(owner: &mut Browser, path: &str, text: &str) {
    let mut settings = owner.get(path).await.expect(200).json()["settings"].clone();
    settings["speech"]["agent_rules"] = json!(text);
    owner.put(path, settings).await.expect(200);
}

async fn asked(agent: &mut Browser, client: &str) -> Value {
    let overview = agent.get("/api/overview").await.expect(200).json();
    let rows = overview["clients"].as_array().unwrap().clone();
    rows.iter().find(|row| row["client_id"] == json!(client)).unwrap()["speech"]["agent_rules"].clone()
}

#[tokio::test]
async fn every_agent_says_once_for_each_text_that_they_have_read_it_and_the_log_tells_so() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut agent) = (a.owner.browser.clone(), a.agent.browser.clone());
        let client = a.clients[0].id.to_string();
        let path = format!("/api/clients/{client}");
        let (read, list) = (format!("{path}/agent-rules-read"), format!("{path}/agent-rules"));
        assert_eq!(asked(&mut agent, &client).await, Value::Null);
        assert_eq!(agent.post(&read, json!({ "version": 0 })).await.expect(409).code(), "rules_changed");

        ask(&mut owner, &path, "Emme lupaa sitä, mitä emme voi tehdä.").await;
        let first = asked(&mut agent, &client).await;
        assert_eq!(first, json!({ "version": 1, "text": "Emme lupaa sitä, mitä emme voi tehdä." }));
        let readers = owner.get(&list).await.expect(200).json();
        let mine = json!(a.agent.id.0);
        let at = |readers: &Value| {
            readers.as_array().unwrap().iter().find(|one| one["agent_id"] == mine).map(|one| one["read_at"].clone()).unwrap()
        };
        assert_eq!(at(&readers), Value::Null);
        agent.post(&read, json!({ "version": 1 })).await.expect(204);
        agent.post(&read, json!({ "version": 1 })).await.expect(204);
        assert!(at(&owner.get(&list).await.expect(200).json()).is_i64());
        assert_eq!(agent.get("/api/me/agent-rules").await.expect(200).json(), json!([{ "client_id": client, "version": 1 }]));
        let log = owner.get("/api/audit").await.expect(200).json();
        let told = log["items"].as_array().unwrap().iter().filter(|one| one["act"] == "agent_rules_read").count();
        assert_eq!(told, 1, "saying it twice is noted once");

        ask(&mut owner, &path, "Emme lupaa sitä, mitä emme voi tehdä. Emme myöskään arvaa.").await;
        assert_eq!(asked(&mut agent, &client).await["version"], 2);
        assert_eq!(at(&owner.get(&list).await.expect(200).json()), Value::Null, "another text is read anew");
        assert_eq!(agent.post(&read, json!({ "version": 1 })).await.expect(409).code(), "rules_changed");
        let mut settings = owner.get(&path).await.expect(200).json()["settings"].clone();
        settings["speech"]["style"] = json!("Sinutellaan");
        owner.put(&path, settings).await.expect(200);
        assert_eq!(asked(&mut agent, &client).await["version"], 2, "other settings change nothing about them");
    }
}
