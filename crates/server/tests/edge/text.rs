//! Letters that mean something to a database, a search or a broker are letters here (trust 64).

use serde_json::json;
use testkit::people::PASSWORD;
use uuid::Uuid;

use crate::access::World;

const WILD: [&str; 14] = ["*", ">", ".", "%", "_", "%%", "\"", "' or '1'='1", "NEAR(a b)", "-", "a:b", "\\", "a\\%", "[a-z]"];

/// For the query of an address.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

#[tokio::test]
async fn trust_64_no_pattern_signs_in_as_somebody() {
    let world = World::new().await;
    let mut browser = world.desk.browser();
    let email = world.ids_of_a.email.clone();
    let patterns = [email.replace('@', "_"), email.replacen(&email[..1], "%", 1), email.replacen(&email[..1], "_", 1), format!("{email}%")];
    for pattern in WILD.into_iter().map(str::to_owned).chain(patterns) {
        let reply = browser.post("/api/session", json!({"email": pattern, "password": PASSWORD})).await;
        assert!(matches!(reply.status.as_u16(), 401 | 422), "{pattern}: {}", reply.text());
    }
    browser.post("/api/session", json!({"email": email, "password": PASSWORD})).await.expect(200);
}

#[tokio::test]
async fn trust_64_no_pattern_narrows_a_list_or_names_a_thing() {
    let world = World::new().await;
    let mut owner = world.a.owner.browser.clone();
    for wild in WILD.map(escaped) {
        for name in ["state", "client", "owner", "number", "cursor", "limit", "q", "sort", "order by"] {
            let reply = owner.get(&format!("/api/cases?{}={wild}", name.replace(' ', "%20"))).await;
            assert_eq!(reply.status, 422, "{name}={wild}: {}", reply.text());
        }
        for path in ["/api/cases/", "/api/clients/", "/api/attachments/"] {
            let reply = owner.get(&format!("{path}{wild}")).await;
            assert_eq!(reply.status, 404, "{path}{wild}: {}", reply.text());
        }
        let mut visitor = world.desk.browser();
        assert_eq!(visitor.get(&format!("/api/widget/{wild}")).await.status, 404);
    }
}

#[tokio::test]
async fn trust_64_a_name_with_wild_letters_is_kept_as_it_is_and_found_as_it_is() {
    let world = World::new().await;
    let mut owner = world.a.owner.browser.clone();
    for wild in WILD {
        let (name, team) = (format!("Tiimi {wild}"), Uuid::now_v7());
        let settings = json!({"name": name, "client_ids": [], "agent_ids": []});
        owner.post(&format!("/api/teams/{team}"), settings).await.expect(200);
        let teams = owner.get("/api/teams").await.expect(200).json();
        let kept: Vec<_> = teams.as_array().unwrap().iter().filter(|row| row["name"] == name.as_str()).collect();
        assert_eq!(kept.len(), 1, "{name}");
        assert_eq!(kept[0]["team_id"], team.to_string());
    }
    // A subject, too, and a message.
    let case = world.ids_of_a.case;
    let mut agent = world.a.agent.browser.clone();
    agent.post(&format!("/api/cases/{case}/take"), json!({})).await.expect(200);
    for wild in WILD {
        let subject = format!("Aihe {wild} loppu");
        let done = agent.put(&format!("/api/cases/{case}/subject"), json!({"subject": subject})).await.expect(200).json();
        assert_eq!(done["row"]["subject"], subject.as_str());
        let said = json!({"message_id": Uuid::now_v7(), "text": wild});
        let done = agent.post(&format!("/api/cases/{case}/messages"), said).await.expect(200).json();
        assert!(done["entries"].as_array().unwrap().iter().any(|entry| entry["text"] == wild), "{wild}: {done}");
    }
}
