//! Nobody waits for people who cannot come.

use desk::availability::Presence;
use desk::may::Role;
use serde_json::{Value, json};
use testkit::people::{Person, TestOrganisation};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{act, start, take};
use crate::screen::{Listening, Screen};

/// Somebody of the first client's new team, which nobody else is in; its id.
async fn team_of_one(whole: &WholeDesk, organisation: &mut TestOrganisation) -> (Person, Uuid) {
    let mikko = whole.person(organisation.id, "Yliopisto", "Mikko Mestari", Role::Agent, Presence::Present).await;
    let team = Uuid::now_v7();
    organisation.owner.browser.post(&format!("/api/teams/{team}"), team_with(organisation, &[mikko.id.0])).await.expect(200);
    (mikko, team)
}

fn team_with(organisation: &TestOrganisation, members: &[Uuid]) -> Value {
    json!({ "name": "Laskutus", "client_ids": [organisation.clients[0].id.0], "agent_ids": members })
}

async fn hand_to(agent: &mut Person, case: &str, team: Uuid) {
    let body = json!({ "note_id": Uuid::now_v7(), "note": "Teille", "to_team": team });
    act(&mut agent.browser, case, "transfer", body).await.expect(200);
}

/// Reads until the screen shows that the contact waits, and for whom.
async fn waits_for(screen: &mut Screen, team: Value) -> Value {
    screen.find(|frame| frame["row"]["contact"]["state"] == "waiting" && frame["row"]["contact"]["for_team"] == team).await
}

/// Settings of somebody, with something changed.
async fn change(owner: &mut Person, agent: Uuid, what: &str, to: Value) {
    let agents = owner.browser.get("/api/agents").await.expect(200).json();
    let mut settings = agents.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(agent)).unwrap()["settings"].clone();
    settings[what] = to;
    owner.browser.put(&format!("/api/agents/{agent}"), settings).await.expect(200);
}

#[tokio::test]
async fn a_chat_of_a_team_that_takes_a_break_or_is_emptied_is_for_everybody_who_serves_the_client() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut mikko, team) = team_of_one(&whole, &mut organisation).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        for emptied in [false, true] {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let case = start(&mut visitor, &mut organisation.agent.browser, "Lasku on väärin").await;
            take(&mut organisation.agent.browser, &case).await;
            hand_to(&mut organisation.agent, &case, team).await;
            waits_for(&mut owner, json!(team)).await;
            let refused = act(&mut organisation.agent.browser, &case, "take", json!({})).await.expect(409);
            assert_eq!(refused.code(), "for_another_team", "while somebody of the team is there, it waits for them");

            if emptied {
                let body = team_with(&organisation, &[]);
                organisation.owner.browser.put(&format!("/api/teams/{team}"), body).await.expect(200);
            } else {
                mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
            }

            waits_for(&mut owner, Value::Null).await;
            take(&mut organisation.agent.browser, &case).await;
            mikko.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        }
    }
}

#[tokio::test]
async fn a_left_message_waits_for_a_team_that_has_gone_home() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (mut mikko, team) = team_of_one(&whole, &mut organisation).await;
    let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
    let message = left_message(&whole, &mut organisation).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let chat = start(&mut visitor, &mut organisation.agent.browser, "Entä chat?").await;
    for case in [&message, &chat] {
        take(&mut organisation.agent.browser, case).await;
        hand_to(&mut organisation.agent, case, team).await;
    }
    mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
    // The same sweep has looked at both.
    waits_for(&mut owner, Value::Null).await;
    let row = organisation.owner.browser.get(&format!("/api/cases/{message}")).await.expect(200).json()["row"].clone();
    assert_eq!(row["contact"]["for_team"], json!(team));
}

async fn left_message(whole: &WholeDesk, organisation: &mut TestOrganisation) -> String {
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let body = json!({
        "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Soittakaa", "email": "etunimi@esimerkki.fi", "language": "fi",
    });
    let done = visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), body).await.expect(200).json();
    let number = done["entries"].as_array().unwrap().iter().find_map(|entry| entry["case_number"].as_i64()).unwrap();
    let found = organisation.owner.browser.get(&format!("/api/cases?number={number}")).await.expect(200).json();
    found["items"][0]["case_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_somebody_holds_who_is_shut_out_or_only_looks_waits_again() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let aino = organisation.agent.id.0;
        for (what, to) in [("role", json!("read_only")), ("active", json!(false))] {
            change(&mut organisation.owner, aino, "role", json!("agent")).await;
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let chat = start(&mut visitor, &mut organisation.owner.browser, "Hei!").await;
            for case in [left_message(&whole, &mut organisation).await, chat] {
                take(&mut organisation.agent.browser, &case).await;
                owner.find(|frame| frame["row"]["contact"]["held_by"] == json!(aino)).await;
            }

            change(&mut organisation.owner, aino, what, to).await;

            for _ in 0..2 {
                let back = owner.find(|frame| frame["row"]["contact"]["state"] == "waiting").await;
                assert_eq!(back["row"]["contact"]["held_by"], Value::Null);
            }
        }
    }
}

#[tokio::test]
async fn nobody_hands_a_chat_to_somebody_who_only_looks() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let (mikko, _) = team_of_one(&whole, &mut organisation).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    take(&mut organisation.agent.browser, &case).await;
    let body = || json!({ "note_id": Uuid::now_v7(), "note": "Ota sinä", "to_agent": mikko.id.0 });
    change(&mut organisation.owner, mikko.id.0, "role", json!("read_only")).await;
    assert_eq!(act(&mut organisation.agent.browser, &case, "transfer", body()).await.expect(409).code(), "target_gone");
    let seen = organisation.owner.browser.get("/api/overview").await.expect(200).json();
    let row = seen["agents"].as_array().unwrap().iter().find(|row| row["agent_id"] == json!(mikko.id.0)).unwrap().clone();
    assert_eq!(row["presence"], "away", "who only looks takes no chats");
    change(&mut organisation.owner, mikko.id.0, "role", json!("agent")).await;
    act(&mut organisation.agent.browser, &case, "transfer", body()).await.expect(200);
}

#[tokio::test]
async fn two_who_change_somebodys_teams_at_once_leave_what_one_of_them_wanted_trust_23() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let path = format!("/api/agents/{}/teams", organisation.agent.id);
        let [one, other] = [0, 1].map(|at| json!([organisation.clients[at].team.0]));
        for _ in 0..10 {
            let mut browsers = [organisation.owner.browser.clone(), organisation.supervisor.browser.clone()];
            let [first, second] = &mut browsers;
            let (a, b) = tokio::join!(first.put(&path, json!({ "team_ids": one })), second.put(&path, json!({ "team_ids": other })),);
            assert_eq!((a.status.as_u16(), b.status.as_u16()), (200, 200));
            let teams = organisation.owner.browser.get("/api/teams").await.expect(200).json();
            let is_in = |team: &&Value| team["agent_ids"].as_array().unwrap().contains(&json!(organisation.agent.id.0));
            let of: Vec<_> = teams.as_array().unwrap().iter().filter(is_in).map(|team| team["team_id"].clone()).collect();
            assert!([&one, &other].contains(&&json!(of)), "in both, or in none: {of:?}");
        }
    }
}
