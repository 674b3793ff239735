//! The first minutes of an empty desk.

use serde_json::{Value, json};
use testkit::whole_desk::{BASE_URL, WholeDesk};

fn answers(token: &str) -> Value {
    let day = json!([{"from_minute": 480, "to_minute": 960}]);
    json!({
        "token": token, "organisation": "Yliopisto", "client": "IT-tuki", "languages": ["fi", "sv"], "time_zone": "Europe/Helsinki",
        "week": [day, day, day, day, day, [], []], "websites": ["www.example.fi"],
        "owner_name": "Oili Omistaja", "owner_email": "Oili@Example.fi", "owner_password": "pitkä ja oma salasana",
    })
}

async fn offered(desk: &WholeDesk) -> String {
    let link = server::set_up::offer(&desk.desk).await.unwrap().expect("an empty desk offers a link");
    link.strip_prefix(&format!("{BASE_URL}/set-up/")).expect("the link leads to the desk").to_owned()
}

#[tokio::test]
async fn the_link_sets_the_desk_up_and_signs_the_owner_in() {
    for desk in WholeDesk::on_each_engine().await {
        let token = offered(&desk).await;
        let mut browser = desk.browser().with("accept-language", "sv");
        browser.get(&format!("/api/set-up/{token}")).await.expect(204);
        let me = browser.post("/api/set-up", answers(&token)).await.expect(200).json();
        assert_eq!((me["role"].as_str(), me["language"].as_str()), (Some("owner"), Some("sv")));
        let clients = browser.get("/api/clients").await.expect(200).json();
        assert_eq!(clients[0]["settings"]["websites"], json!(["https://www.example.fi"]));
        let key = clients[0]["widget_key"].as_str().unwrap();
        assert_eq!(clients[0]["embed"], format!("<script src=\"{BASE_URL}/widget.js\" data-widget=\"{key}\" async></script>"));
        let mut elsewhere = desk.browser();
        elsewhere.post("/api/session", json!({"email": " oili@example.fi", "password": "pitkä ja oma salasana"})).await.expect(200);
    }
}

#[tokio::test]
async fn trust_65_after_the_set_up_its_routes_are_gone_for_ever() {
    for desk in WholeDesk::on_each_engine().await {
        let (earlier, token) = (offered(&desk).await, offered(&desk).await);
        let mut browser = desk.browser();
        browser.get(&format!("/api/set-up/{earlier}")).await.expect(404);
        browser.post("/api/set-up", answers(&earlier)).await.expect(404);
        browser.post("/api/set-up", answers(&token)).await.expect(200);
        let mut other = desk.browser();
        other.get(&format!("/api/set-up/{token}")).await.expect(404);
        other.post("/api/set-up", answers(&token)).await.expect(404);
        assert_eq!(server::set_up::offer(&desk.desk).await.unwrap(), None);
    }
}

#[tokio::test]
async fn trust_65_two_who_press_at_once_make_one_desk() {
    for desk in WholeDesk::on_each_engine().await {
        let token = offered(&desk).await;
        let (mut one, mut other) = (desk.browser(), desk.browser());
        let (first, second) = tokio::join!(one.post("/api/set-up", answers(&token)), other.post("/api/set-up", answers(&token)));
        let mut statuses = [first.status.as_u16(), second.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 404]);
    }
}

#[tokio::test]
async fn every_wrong_answer_of_the_set_up_is_named_as_on_the_form_and_changes_nothing() {
    let desk = WholeDesk::on_sqlite().await;
    let token = offered(&desk).await;
    let mut wrong = answers(&token);
    wrong["client"] = json!(" ");
    wrong["owner_email"] = json!("oili");
    wrong["owner_password"] = json!("lyhyt");
    wrong["time_zone"] = json!("Mars/Olympus");
    let mut browser = desk.browser().with("accept-language", "fi");
    let reply = browser.post("/api/set-up", wrong).await.expect(422);
    let mut fields = reply.wrong_fields();
    fields.sort();
    assert_eq!(fields, ["client", "owner_email", "owner_password", "time_zone"]);
    assert!(reply.text().contains("Valitse vähintään 12 merkin salasana"));
    browser.post("/api/set-up", answers(&token)).await.expect(200);
}
