//! Whom a waiting chat would be offered to now, and why, step by step.

use desk::availability::Presence;
use desk::may::Role;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, start, take};
use crate::screen::Listening;

async fn routing(browser: &mut Browser, case: &str) -> Value {
    browser.get(&format!("/api/cases/{case}/routing")).await.expect(200).json()
}

/// How somebody was judged.
fn step_of(routing: &Value, agent: uuid::Uuid) -> Value {
    let agents = routing["agents"].as_array().unwrap();
    agents.iter().find(|one| one["agent_id"] == json!(agent)).map_or(Value::Null, |one| one["step"].clone())
}

#[tokio::test]
async fn who_looks_after_the_desk_sees_why_a_chat_waits_for_whom() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mikko = whole.person(organisation.id, "Yliopisto", "Mikko Mestari", Role::Agent, Presence::Present).await;
        let (aino, client, team) = (organisation.agent.id, organisation.clients[0].id.0, organisation.clients[0].team.0);
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let _aino_is_there = listening.workspace(&mut organisation.agent).await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;

        let by_hand = routing(&mut organisation.supervisor.browser, &case).await;
        assert_eq!((&by_hand["waits"], &by_hand["chosen"]), (&json!(true), &Value::Null));
        assert_eq!(step_of(&by_hand, aino.0), "takes_by_hand");
        assert_eq!(step_of(&by_hand, mikko.id.0), "other_client", "he is in no team");

        let offers = json!({ "after_s": 0, "within_s": 20 });
        let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": [aino.0, mikko.id.0], "offers": offers });
        organisation.owner.browser.put(&format!("/api/teams/{team}"), body).await.expect(200);
        let row = owner.find(|frame| frame["row"]["case_id"] == json!(case) && !frame["row"]["contact"]["offer"].is_null()).await;
        let to = row["row"]["contact"]["offer"]["agent_id"].clone();
        let offered = routing(&mut organisation.supervisor.browser, &case).await;
        assert_eq!((&offered["offered_to"], &offered["chosen"], &offered["agents"][0]["agent_id"]), (&to, &to, &to));
        assert_eq!((&offered["agents"][0]["step"], &offered["agents"][0]["chats"]), (&json!("may_have_it"), &json!(0)));
        let other = if to == json!(aino.0) { mikko.id.0 } else { aino.0 };
        assert_eq!(step_of(&offered, other), "offered_to_another");

        let path = format!("/api/cases/{case}/routing");
        assert_eq!(organisation.agent.browser.get(&path).await.expect(403).code(), "may_not", "what colleagues have is not for everybody");
    }
}

#[tokio::test]
async fn a_chat_that_somebody_has_is_offered_to_nobody() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
    assert_eq!(routing(&mut organisation.owner.browser, &case).await["waits"], json!(true));
    take(&mut organisation.agent.browser, &case).await;
    let held = routing(&mut organisation.owner.browser, &case).await;
    assert_eq!((&held["waits"], &held["agents"]), (&json!(false), &json!([])));
    act(&mut organisation.agent.browser, &case, "give-back", json!({})).await.expect(200);
    assert_eq!(routing(&mut organisation.owner.browser, &case).await["waits"], json!(true));
}
