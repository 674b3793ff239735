//! What belongs to another organisation does not exist (trust 61).

use desk::id::{AgentId, CaseId, ClientId, TeamId};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::access::{Ids, World, fill};

/// Ids that nobody has; the widget's key is one's own.
fn nobodys(world: &World) -> Ids {
    Ids {
        case: CaseId(Uuid::now_v7()),
        attachment: Uuid::now_v7(),
        client: ClientId(Uuid::now_v7()),
        team: TeamId(Uuid::now_v7()),
        agent: AgentId(Uuid::now_v7()),
        prepared_reply: Uuid::now_v7(),
        block: Uuid::now_v7(),
        skill: Uuid::now_v7(),
        known_field: Uuid::now_v7(),
        api_token: Uuid::now_v7(),
        identity_key: Uuid::now_v7(),
        deciding: Uuid::now_v7(),
        proposal: Uuid::now_v7(),
        ..world.ids_of_b.clone()
    }
}

#[tokio::test]
async fn trust_61_an_id_of_another_organisation_is_answered_like_one_that_nobody_has() {
    let world = World::new().await;
    let mut tried = 0;
    for (method, path) in server::routes_of() {
        let creates = method == "POST" && path.ends_with("_id}");
        let has_id = path.contains("{case}") || path.contains("_id}") || path == "/api/attachments/{attachment}";
        if creates || !has_id {
            continue;
        }
        let ask = async |ids: &Ids| world.ask(&world.a.owner.browser, &method, &path, &fill(&method, &path, ids, None)).await;
        let (foreign, unknown) = (ask(&world.ids_of_b).await, ask(&nobodys(&world)).await);
        assert_eq!(foreign.status, 404, "{method} {path}: {}", foreign.text());
        assert_eq!(foreign.json(), unknown.json(), "{method} {path}");
        tried += 1;
    }
    assert!(tried > 20, "only {tried} routes were tried");
}

#[tokio::test]
async fn trust_61_a_thing_made_with_an_id_of_another_organisation_is_a_thing_of_ones_own() {
    let world = World::new().await;
    let (path, b) = ("/api/teams/{team_id}", &world.ids_of_b);
    let filled = path.replace("{team_id}", &b.team.to_string());
    world.ask(&world.a.owner.browser, "POST", path, &filled).await.expect(200);
    let teams = world.owner_of_b().get("/api/teams").await.expect(200).json();
    let theirs = teams.as_array().unwrap().iter().find(|team| team["team_id"] == b.team.to_string()).unwrap();
    assert_eq!(theirs["name"], "Vara-asiakkuus, tiimi");
}

#[tokio::test]
async fn trust_61_a_foreign_id_in_a_body_is_answered_like_one_that_nobody_has() {
    let world = World::new().await;
    let (a, b) = (&world.ids_of_a, &world.ids_of_b);
    world.a.agent.browser.clone().post(&format!("/api/cases/{}/take", a.case), json!({})).await;
    let with = |ids: &Ids| -> Vec<(&'static str, String, Value)> {
        let reply = json!({"client_id": ids.client.to_string(), "language": "fi", "name": "hei", "text": "Hei!"});
        let team = |clients: Value, agents: Value| json!({"name": "Tiimi", "client_ids": clients, "agent_ids": agents});
        vec![
            ("PUT", format!("/api/teams/{}", a.team), team(json!([ids.client.to_string()]), json!([]))),
            ("PUT", format!("/api/teams/{}", a.team), team(json!([]), json!([ids.agent.to_string()]))),
            ("PUT", format!("/api/prepared-replies/{}", a.prepared_reply), reply.clone()),
            ("PUT", format!("/api/skills/{}", a.skill), json!({ "name": "Vieras" })),
            ("POST", format!("/api/prepared-replies/{}", Uuid::now_v7()), reply),
            ("PUT", format!("/api/cases/{}/owner", a.case), json!({"agent_id": ids.agent.to_string()})),
            (
                "POST",
                format!("/api/cases/{}/transfer", a.case),
                json!({"note_id": Uuid::now_v7(), "note": "Hoidatko?", "to_agent": ids.agent.to_string()}),
            ),
            (
                "POST",
                format!("/api/cases/{}/transfer", a.case),
                json!({"note_id": Uuid::now_v7(), "note": "Hoidatteko?", "to_team": ids.team.to_string()}),
            ),
            (
                "POST",
                format!("/api/cases/{}/messages", a.case),
                json!({"message_id": Uuid::now_v7(), "text": "Liitteenä", "attachments": [ids.attachment]}),
            ),
        ]
    };
    for ((method, path, foreign), (_, _, unknown)) in with(b).into_iter().zip(with(&nobodys(&world))) {
        let is_setting = path.starts_with("/api/teams") || path.starts_with("/api/prepared-replies");
        let mut agent = if is_setting { world.a.owner.browser.clone() } else { world.a.agent.browser.clone() };
        let foreign = agent.send(method.parse().unwrap(), &path, Some(("application/json", foreign.to_string().into_bytes()))).await;
        let unknown = agent.send(method.parse().unwrap(), &path, Some(("application/json", unknown.to_string().into_bytes()))).await;
        assert!(foreign.status.is_client_error(), "{method} {path}: {}", foreign.text());
        assert_eq!((foreign.status, foreign.json()), (unknown.status, unknown.json()), "{method} {path}");
    }
}

#[tokio::test]
async fn trust_61_lists_show_nothing_of_another_organisation() {
    let world = World::new().await;
    let b = &world.ids_of_b;
    let secrets = [
        b.case.to_string(),
        b.client.to_string(),
        b.team.to_string(),
        b.agent.to_string(),
        b.prepared_reply.to_string(),
        b.api_token.to_string(),
        "Kunta B".into(),
    ];
    let of_b = |text: &str| secrets.iter().find(|secret| text.contains(*secret)).cloned();
    let mut seen_own = 0;
    for (method, path) in server::routes_of() {
        if method != "GET" || path.contains('{') || path == "/api/openapi.json" || path.contains("poll") || path.contains("socket") {
            continue;
        }
        let text = world.a.owner.browser.clone().get(&path).await.text();
        assert_eq!(of_b(&text), None, "{path}");
        let a = &world.ids_of_a;
        let own = [a.case.to_string(), a.client.to_string(), a.team.to_string(), a.agent.to_string(), a.api_token.to_string()];
        seen_own += usize::from(own.iter().any(|own| text.contains(own)));
    }
    assert!(seen_own >= 5, "only {seen_own} lists showed something of one's own");
}

#[tokio::test]
async fn a_visitor_gets_no_file_of_another_visitor() {
    let world = World::new().await;
    let path = format!("/api/widget/{}/attachments/{}", world.ids_of_a.widget_key, world.ids_of_a.attachment);
    let mut other = world.desk.visitor(&world.a.clients[0]);
    other.start_chat("Hei").await;
    other.browser.get(&path).await.expect(404);
    world.a.agent.browser.clone().get(&format!("/api/attachments/{}", world.ids_of_a.attachment)).await.expect(200);
    world.a.agent_elsewhere.browser.clone().get(&format!("/api/attachments/{}", world.ids_of_a.attachment)).await.expect(404);
}
