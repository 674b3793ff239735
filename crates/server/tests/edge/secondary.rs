//! The ways around the main page (trust 66): every path that leads to a case or a file has somebody in the access matrix
//! who may do such things and cannot see this one, and nothing of it comes out through another case of theirs.

use axum::http::Method;
use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use uuid::Uuid;

use crate::access::{PDF, World, allowed};

#[tokio::test]
async fn trust_66_every_path_to_a_case_or_a_file_is_tried_by_somebody_who_cannot_see_it() {
    let world = World::new().await;
    let allowed = allowed(&world.names());
    let mut tried = 0;
    for (method, path) in server::routes_of() {
        let route = format!("{method} {path}");
        let names_a_thing = ["{case}", "{attachment}", "{agent_id}", "{team_id}", "{client_id}", "{api_token_id}"];
        if !names_a_thing.iter().any(|name| path.contains(name)) {
            continue;
        }
        tried += 1;
        let let_in = &allowed[&route];
        // The same rights, elsewhere: in another client's team, another visitor of the widget, another organisation.
        let strangers: &[&str] = match path.as_str() {
            // What POST makes there is a thing of one's own with an id that is free.
            _ if method == "POST" && path.ends_with("_id}") => &[],
            _ if path.contains("{case}") => &["agent_elsewhere", "owner_of_b", "visitor_b", "anonymous"],
            "/api/attachments/{attachment}" => &["agent_elsewhere", "owner_of_b", "visitor_b", "anonymous"],
            // The agent is in the team that is tried.
            "/api/teams/{team_id}/proposals" => &["owner_of_b", "owner", "agent_elsewhere", "anonymous"],
            // A visitor puts a file of their own there.
            _ if path.starts_with("/api/widget/") && method == "POST" => &["owner_of_b", "anonymous"],
            _ if path.starts_with("/api/widget/") => &["visitor_b", "visitor_new", "owner_of_b", "anonymous"],
            _ => &["owner_of_b", "agent", "agent_elsewhere", "anonymous"],
        };
        for stranger in strangers {
            assert!(!let_in.contains(*stranger), "{route} lets {stranger} in, who cannot see the thing");
        }
        // And it is a right at all: somebody has it.
        assert!(!let_in.is_empty(), "{route} lets nobody in");
    }
    assert!(tried >= 25, "only {tried} routes name a thing");
}

async fn put_or_post(browser: &mut Browser, method: &str, path: &str, body: Value) -> Reply {
    browser.send(method.parse::<Method>().unwrap(), path, Some(("application/json", body.to_string().into_bytes()))).await
}

#[tokio::test]
async fn trust_66_through_a_case_of_ones_own_nothing_of_an_unseen_one_is_reached() {
    let world = World::new().await;
    let (unseen, file) = (world.ids_of_a.case, world.ids_of_a.attachment);
    // Bengt serves the second client alone, and has a case there.
    let mut bengt = world.a.agent_elsewhere.browser.clone();
    let mut visitor = world.desk.visitor(&world.a.clients[1]);
    let number = visitor.start_chat("Toisen asiakkuuden asia").await;
    let own = bengt.get(&format!("/api/cases?number={number}")).await.expect(200).json()["items"][0]["case_id"].clone();
    let own = own.as_str().unwrap().to_owned();
    bengt.post(&format!("/api/cases/{own}/take"), json!({})).await.expect(200);

    // A file of the unseen case, sent on from one's own, is a file that nobody has.
    let with = |file: Uuid| json!({"message_id": Uuid::now_v7(), "text": "Liitteenä", "attachments": [file]});
    let messages = format!("/api/cases/{own}/messages");
    let (foreign, nobodys) = (bengt.post(&messages, with(file)).await, bengt.post(&messages, with(Uuid::now_v7())).await);
    assert!(foreign.status.is_client_error(), "{}", foreign.text());
    assert_eq!((foreign.status, foreign.json()), (nobodys.status, nobodys.json()));

    // Nor may the case be given to those who do not serve its client, whose names are known.
    let note = |to: (&str, String)| json!({"note_id": Uuid::now_v7(), "note": "Hoidatko?", to.0: to.1});
    let transfer = format!("/api/cases/{own}/transfer");
    for to in [("to_agent", world.a.agent.id.to_string()), ("to_team", world.a.clients[0].team.to_string())] {
        let refused = bengt.post(&transfer, note(to)).await;
        assert!(refused.status.is_client_error(), "{}", refused.text());
    }
    // A transfer of what one does not see is one of nothing.
    let stolen = note(("to_agent", world.a.agent_elsewhere.id.to_string()));
    bengt.post(&format!("/api/cases/{unseen}/transfer"), stolen).await.expect(404);

    // Lists, numbers, narrowings and figures do not know it.
    let seen_number = world.a.agent.browser.clone().get(&format!("/api/cases/{unseen}")).await.expect(200).json()["row"]["number"].clone();
    let client = world.a.clients[0].id;
    for query in [format!("number={seen_number}"), format!("client={client}"), "state=new".into(), "limit=200".into()] {
        let page = bengt.get(&format!("/api/cases?{query}")).await.expect(200);
        assert!(!page.text().contains(&unseen.to_string()), "{query}");
    }
    // A cursor that stands just before it is a place, not a right.
    let all = world.a.owner.browser.clone().get("/api/cases?limit=1").await.expect(200).json();
    if let Some(cursor) = all["next"].as_str() {
        let page = bengt.get(&format!("/api/cases?cursor={cursor}")).await.expect(200);
        assert!(!page.text().contains(&unseen.to_string()));
    }
    assert!(!bengt.get("/api/overview").await.expect(200).text().contains(&unseen.to_string()));

    // Drafts and reading marks leave no trace there either.
    for (method, path, body) in [
        ("PUT", format!("/api/cases/{unseen}/draft"), json!({"text": "x", "note": ""})),
        ("PUT", format!("/api/cases/{unseen}/read"), json!({"seq": 1})),
        ("POST", format!("/api/cases/{unseen}/notes"), json!({"note_id": Uuid::now_v7(), "text": "x"})),
        ("PUT", format!("/api/cases/{unseen}/owner"), json!({"agent_id": world.a.agent_elsewhere.id.to_string()})),
    ] {
        assert_eq!(put_or_post(&mut bengt, method, &path, body).await.status, 404, "{method} {path}");
    }
}

#[tokio::test]
async fn trust_66_a_visitor_reaches_nothing_of_another_through_their_own_words() {
    let world = World::new().await;
    let file = world.ids_of_a.attachment;
    let mut other = world.desk.visitor(&world.a.clients[0]);
    other.start_chat("Hei").await;
    let path = format!("/api/widget/{}/messages", other.key);
    let with = |file: Uuid| json!({"message_id": Uuid::now_v7(), "text": "Liitteenä", "attachments": [file]});
    let (foreign, nobodys) = (other.browser.post(&path, with(file)).await, other.browser.post(&path, with(Uuid::now_v7())).await);
    assert!(foreign.status.is_client_error(), "{}", foreign.text());
    assert_eq!((foreign.status, foreign.json()), (nobodys.status, nobodys.json()));
    for path in ["conversation", "transcript"] {
        let text = other.browser.get(&format!("/api/widget/{}/{path}", other.key)).await.expect(200).text();
        assert!(!text.contains("Salasanani ei toimi"), "{text}");
    }
    // The id of a file that is there is not free for another one's bytes.
    let upload = format!("/api/widget/{}/attachments/{file}?name=oma.pdf", other.key);
    other.browser.send(Method::POST, &upload, Some(("application/pdf", PDF.to_vec()))).await.expect(409);
    // A secret of one widget opens nothing at another of the same organisation.
    let elsewhere = format!("/api/widget/{}/conversation", world.a.clients[1].key);
    other.browser.get(&elsewhere).await.expect(404);
}

#[tokio::test]
async fn trust_66_who_only_reads_changes_nothing_on_any_path() {
    let world = World::new().await;
    let allowed = allowed(&world.names());
    let readers = ["read_only", "token_read_cases"];
    let mut tried = 0;
    for (method, path) in server::routes_of() {
        // That one has read what names oneself is one's own, and nothing of the case.
        if method == "GET" || !path.contains("{case}") || ["/mentions-read", "/side-read"].iter().any(|own| path.ends_with(own)) {
            continue;
        }
        tried += 1;
        for reader in readers {
            assert!(!allowed[&format!("{method} {path}")].contains(reader), "{method} {path} lets {reader} in");
        }
    }
    assert!(tried >= 14, "only {tried} routes change a case");
}
