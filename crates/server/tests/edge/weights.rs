//! How much of an agent contacts take: chats a whole luukku, left messages as much as the organisation says.

use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::people::{TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

async fn case_of(number: i64, reader: &mut Browser) -> String {
    let found = reader.get(&format!("/api/cases?number={number}")).await.expect(200).json();
    found["items"][0]["case_id"].as_str().unwrap().to_owned()
}

/// A new visitor's chat.
async fn chat(whole: &WholeDesk, of: &mut TestOrganisation) -> String {
    let number = whole.visitor(&of.clients[0]).start_chat("Hei!").await;
    case_of(number, &mut of.supervisor.browser).await
}

/// A new visitor's left message.
async fn message(whole: &WholeDesk, of: &mut TestOrganisation) -> String {
    let mut visitor: Visitor = whole.visitor(&of.clients[0]);
    let left = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Vastatkaa",
        "language": "fi", "email": "maija@esimerkki.fi" });
    let done = visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), left).await.expect(200).json();
    let number = done["entries"].as_array().unwrap().iter().find_map(|entry| entry["case_number"].as_i64()).unwrap();
    case_of(number, &mut of.supervisor.browser).await
}

async fn take(browser: &mut Browser, case: &str) -> Reply {
    browser.post(&format!("/api/cases/{case}/take"), json!({})).await
}

async fn weigh(of: &mut TestOrganisation, weight: Value) -> Reply {
    of.owner.browser.put("/api/weights", json!({ "message_weight": weight })).await
}

#[tokio::test]
async fn four_left_messages_fit_into_one_luukku_unless_the_organisation_says_otherwise() {
    for whole in WholeDesk::unlimited_on_each_engine().await {
        let mut of = whole.organisation("Yliopisto").await;
        for _ in 0..3 {
            let case = chat(&whole, &mut of).await;
            take(&mut of.agent.browser, &case).await.expect(200);
        }
        let (late, one_more) = (chat(&whole, &mut of).await, message(&whole, &mut of).await);
        for _ in 0..4 {
            let case = message(&whole, &mut of).await;
            take(&mut of.agent.browser, &case).await.expect(200);
        }
        for case in [&late, &one_more] {
            assert_eq!(take(&mut of.agent.browser, case).await.expect(409).code(), "slots_full");
        }
        // Lighter messages leave room for a fifth one, and still none for a chat.
        weigh(&mut of, json!(10)).await.expect(200);
        assert_eq!(of.agent.browser.get("/api/overview").await.expect(200).json()["message_weight"], 10);
        assert_eq!(take(&mut of.agent.browser, &late).await.expect(409).code(), "slots_full");
        take(&mut of.agent.browser, &one_more).await.expect(200);
    }
}

#[tokio::test]
async fn messages_as_heavy_as_chats_take_a_luukku_each_and_what_is_held_stays_when_they_grow_heavier() {
    for whole in WholeDesk::unlimited_on_each_engine().await {
        let mut of = whole.organisation("Yliopisto").await;
        weigh(&mut of, json!(0)).await.expect(200);
        for _ in 0..5 {
            let case = message(&whole, &mut of).await;
            take(&mut of.agent.browser, &case).await.expect(200);
        }
        weigh(&mut of, json!(100)).await.expect(200);
        let mine = of.agent.browser.get("/api/overview").await.expect(200).json();
        let held = mine["active"].as_array().unwrap().iter().filter(|row| row["contact"]["state"] == "taken").count();
        assert_eq!(held, 5, "nothing is taken away");
        let case = message(&whole, &mut of).await;
        assert_eq!(take(&mut of.agent.browser, &case).await.expect(409).code(), "slots_full");
    }
}

#[tokio::test]
async fn whoever_has_eight_contacts_is_full_however_little_they_weigh_and_no_chat_waits_for_them() {
    for whole in WholeDesk::unlimited_on_each_engine().await {
        let mut of = whole.organisation("Yliopisto").await;
        let path = format!("/api/agents/{}", of.agent.id.0);
        let people = of.owner.browser.get("/api/agents").await.expect(200).json();
        let mut settings =
            people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(of.agent.id.0)).unwrap()["settings"].clone();
        settings["slots"] = json!(8);
        of.owner.browser.put(&path, settings).await.expect(200);
        let waits = chat(&whole, &mut of).await;
        let judged = async |of: &mut TestOrganisation| {
            let routing = of.supervisor.browser.get(&format!("/api/cases/{waits}/routing")).await.expect(200).json();
            let steps = routing["agents"].as_array().unwrap().clone();
            steps.into_iter().find(|one| one["agent_id"] == json!(of.agent.id.0)).unwrap()["step"].clone()
        };
        for _ in 0..7 {
            let case = message(&whole, &mut of).await;
            take(&mut of.agent.browser, &case).await.expect(200);
        }
        assert_ne!(judged(&mut of).await, "full", "one place is left");
        let case = message(&whole, &mut of).await;
        take(&mut of.agent.browser, &case).await.expect(200);
        assert_eq!(judged(&mut of).await, "full");
        assert_eq!(take(&mut of.agent.browser, &waits).await.expect(409).code(), "slots_full");
    }
}

#[tokio::test]
async fn of_two_who_are_claimed_at_once_only_as_much_is_taken_as_fits() {
    for whole in WholeDesk::unlimited_on_each_engine().await {
        let mut of = whole.organisation("Yliopisto").await;
        weigh(&mut of, json!(60)).await.expect(200);
        for _ in 0..3 {
            let case = chat(&whole, &mut of).await;
            take(&mut of.agent.browser, &case).await.expect(200);
        }
        let (one, other) = (message(&whole, &mut of).await, message(&whole, &mut of).await);
        let (mut here, mut there) = (of.agent.browser.clone(), of.agent.browser.clone());
        let (one, other) = tokio::join!(take(&mut here, &one), take(&mut there, &other));
        let mut answers = [one.status.as_u16(), other.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [200, 409]);
    }
}

#[tokio::test]
async fn a_weight_is_between_nothing_and_a_chat_and_each_change_is_noted_once() {
    let whole = WholeDesk::on_sqlite().await;
    let mut of = whole.organisation("Yliopisto").await;
    for wrong in [-1, 101] {
        assert_eq!(weigh(&mut of, json!(wrong)).await.expect(422).wrong_fields(), ["message_weight"]);
    }
    weigh(&mut of, json!(50)).await.expect(200);
    weigh(&mut of, json!(50)).await.expect(200);
    assert_eq!(of.supervisor.browser.get("/api/weights").await.expect(200).json()["message_weight"], 50);
    let log = of.owner.browser.get("/api/audit").await.expect(200).json();
    let noted: Vec<_> = log["items"].as_array().unwrap().iter().filter(|one| one["act"] == "weights_changed").collect();
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0]["changes"], json!([{ "field": "message_weight", "before": 25, "after": 50 }]));
}

#[tokio::test]
async fn who_holds_a_call_that_was_asked_for_gets_nothing_more_and_whoever_has_a_free_luukku_may_take_one() {
    for whole in WholeDesk::unlimited_on_each_engine().await {
        let mut of = whole.organisation("Yliopisto").await;
        let path = format!("/api/clients/{}", of.clients[0].id.0);
        of.owner.browser.put(&path, json!({ "call_back": { "within_min": 60, "tries": 2 } })).await.expect(200);
        let open = chat(&whole, &mut of).await;
        take(&mut of.agent.browser, &open).await.expect(200);
        let mut visitor: Visitor = whole.visitor(&of.clients[0]);
        let wish = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "phone": "040 123 4567",
            "about_id": Uuid::now_v7(), "about": "Lasku", "language": "fi" });
        let done = visitor.browser.post(&format!("/api/widget/{}/call-backs", visitor.key), wish).await.expect(200).json();
        let number = done["entries"].as_array().unwrap().iter().find_map(|entry| entry["case_number"].as_i64()).unwrap();
        let call = case_of(number, &mut of.supervisor.browser).await;
        take(&mut of.agent.browser, &call).await.expect(200);
        let (next, light) = (chat(&whole, &mut of).await, message(&whole, &mut of).await);
        for case in [&next, &light] {
            assert_eq!(take(&mut of.agent.browser, case).await.expect(409).code(), "slots_full");
        }
        of.agent.browser.post(&format!("/api/cases/{call}/end"), json!({})).await.expect(200);
        take(&mut of.agent.browser, &next).await.expect(200);
    }
}
