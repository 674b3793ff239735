//! What is known of a customer (CC-10): written once, there the next time by any channel, live for every agent who may read it,
//! and never on a customer's screen.

use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::people::{TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{self, start, take};
use crate::screen::Listening;
use crate::signed::signed_in;

fn field(id: Uuid, fi: &str) -> Value {
    json!({ "known_field_id": id, "name_fi": fi, "name_sv": format!("{fi} (sv)"), "name_en": format!("{fi} (en)"), "retired": false })
}

/// The first client keeps its customers' device and place.
async fn kept(organisation: &TestOrganisation) -> (Uuid, Uuid) {
    let (device, place) = (Uuid::now_v7(), Uuid::now_v7());
    let path = format!("/api/clients/{}/known-fields", organisation.clients[0].id);
    let fields = json!({ "fields": [field(device, "Laite"), field(place, "Toimipaikka")] });
    organisation.owner.browser.clone().put(&path, fields).await.expect(200);
    (device, place)
}

async fn write(agent: &Browser, case: &str, field: Uuid, text: &str) -> Reply {
    agent.clone().put(&format!("/api/cases/{case}/known/{field}"), json!({ "text": text })).await
}

/// What an agent sees as known in a case.
async fn known(agent: &Browser, case: &str) -> Vec<(Uuid, String)> {
    let view = agent.clone().get(&format!("/api/cases/{case}")).await.expect(200).json();
    let value = |one: &Value| (one["known_field_id"].as_str().unwrap().parse().unwrap(), one["text"].as_str().unwrap().to_owned());
    view["known"].as_array().unwrap().iter().map(value).collect()
}

/// Leaves a message; answers the case as the agent finds it.
async fn leave(visitor: &mut Visitor, agent: &Browser) -> String {
    let body = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Vielä yksi", "language": "fi" });
    visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), body).await.expect(200);
    let listed = agent.clone().get("/api/cases").await.expect(200).json();
    let newest = listed["items"].as_array().unwrap().iter().max_by_key(|row| row["number"].as_i64()).unwrap();
    newest["case_id"].as_str().unwrap().to_owned()
}

async fn close(agent: &mut Browser, case: &str) {
    take(agent, case).await;
    acts::act(agent, case, "close", json!({})).await.expect(200);
}

#[tokio::test]
async fn what_was_written_down_once_is_known_the_next_time_by_another_channel() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let (device, place) = kept(&organisation).await;
        let mut aino = organisation.agent.browser.clone();
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut aino, "Tulostin jumittaa").await;
        assert!(known(&aino, &case).await.is_empty());
        let answer = write(&aino, &case, device, "  ThinkPad\n T14 ").await.expect(200).json();
        assert_eq!((&answer["text"], &answer["agent_id"]), (&json!("ThinkPad T14"), &json!(organisation.agent.id.0)));
        write(&aino, &case, place, "Turku, hetu 131052-308T").await.expect(200);
        close(&mut aino, &case).await;

        let next = leave(&mut visitor, &aino).await;
        assert_ne!(next, case, "the closed case does not go on");
        let masked = "Turku, hetu ●●●●●●-●●●●".to_owned();
        assert_eq!(known(&aino, &next).await, [(device, "ThinkPad T14".to_owned()), (place, masked)], "masked like every text");
        let stranger = start(&mut whole.visitor(&organisation.clients[0]), &mut aino, "Hei").await;
        assert!(known(&aino, &stranger).await.is_empty(), "nothing of one customer is known of another");
    }
}

#[tokio::test]
async fn what_is_known_of_a_person_whom_the_website_names_is_known_on_their_every_device() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let (device, _) = kept(&organisation).await;
        let mut aino = organisation.agent.browser.clone();
        let (mut at_home, _) = signed_in(&whole, &organisation).await;
        let case = start(&mut at_home, &mut aino, "Hei").await;
        write(&aino, &case, device, "ThinkPad T14").await.expect(200);
        close(&mut aino, &case).await;
        let (mut at_work, _) = signed_in(&whole, &organisation).await;
        let next = start(&mut at_work, &mut aino, "Hei taas").await;
        assert_eq!(known(&aino, &next).await, [(device, "ThinkPad T14".to_owned())]);
    }
}

#[tokio::test]
async fn of_two_who_write_at_once_the_later_wins_in_that_field_alone_and_the_other_sees_it_live() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (device, place) = kept(&organisation).await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        let (mut reads, _) = listening.workspace(&mut organisation.agent).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let (mut widget, _) = listening.widget(&mut visitor).await;

        write(&organisation.agent.browser, &case, device, "ThinkPad").await.expect(200);
        write(&organisation.agent.browser, &case, place, "Turku").await.expect(200);
        write(&organisation.owner.browser, &case, device, "MacBook").await.expect(200);
        let told = reads.find(|frame| frame["type"] == "known" && frame["values"][0]["text"] == "MacBook").await;
        assert_eq!((&told["values"][0]["version"], &told["values"][0]["agent_id"]), (&json!(2), &json!(organisation.owner.id.0)));
        let is = |field, text: &str| (field, text.to_owned());
        assert_eq!(known(&organisation.agent.browser, &case).await, [is(device, "MacBook"), is(place, "Turku")]);

        // Whoever was away hears it when they look again.
        let (mut back, _) = listening.workspace_with(&mut organisation.supervisor, json!({})).await;
        back.say(json!({ "type": "looking", "case_id": case, "seq": 1 })).await;
        let told = back.next_of("known").await;
        assert_eq!(told["values"].as_array().unwrap().len(), 2);

        assert!(elsewhere.everything().await.iter().all(|frame| frame["type"] != "known"), "who serves another client hears nothing");
        let heard = json!(widget.everything().await).to_string();
        assert!(!heard.contains("MacBook") && !heard.contains("known"), "{heard}");
    }
}

#[tokio::test]
async fn what_is_known_can_be_taken_out_again_and_everybody_sees_that() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (device, _) = kept(&organisation).await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        let (mut reads, _) = listening.workspace(&mut organisation.agent).await;
        write(&organisation.agent.browser, &case, device, "ThinkPad").await.expect(200);
        write(&organisation.agent.browser, &case, device, " ").await.expect(200);
        reads.find(|frame| frame["type"] == "known" && frame["values"][0]["text"] == "").await;
        assert_eq!(known(&organisation.agent.browser, &case).await, [(device, String::new())]);
    }
}

#[tokio::test]
async fn only_who_may_read_and_answer_for_the_client_sees_and_writes_what_is_known_trust_60() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let (device, place) = kept(&organisation).await;
        let mut aino = organisation.agent.browser.clone();
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut aino, "Hei").await;
        write(&aino, &case, device, "ThinkPad").await.expect(200);
        write(&organisation.agent_elsewhere.browser, &case, device, "Vieras").await.expect(404);
        organisation.agent_elsewhere.browser.clone().get(&format!("/api/cases/{case}")).await.expect(404);
        write(&organisation.read_only.browser, &case, device, "Vieras").await.expect(403);
        assert_eq!(known(&organisation.read_only.browser, &case).await.len(), 1, "who only looks sees it");

        // A field that is out of use, of another client or of nobody takes nothing.
        let retired = json!({ "known_field_id": device, "name_fi": "Laite", "name_sv": "Apparat", "name_en": "Device", "retired": true });
        let path = format!("/api/clients/{}/known-fields", organisation.clients[0].id);
        organisation.owner.browser.clone().put(&path, json!({ "fields": [retired] })).await.expect(200);
        let theirs = Uuid::now_v7();
        let other = format!("/api/clients/{}/known-fields", organisation.clients[1].id);
        organisation.owner.browser.clone().put(&other, json!({ "fields": [field(theirs, "Tilausnumero")] })).await.expect(200);
        for of_none in [device, theirs, Uuid::now_v7()] {
            assert_eq!(write(&aino, &case, of_none, "x").await.expect(409).code(), "unknown_known_field");
        }
        assert_eq!(write(&aino, &case, place, &"x".repeat(201)).await.expect(422).code(), "too_long");
        write(&aino, &case, place, &"x".repeat(200)).await.expect(200);
    }
}

#[tokio::test]
async fn what_is_left_in_a_field_that_went_out_of_use_is_seen_and_can_only_be_taken_out() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (device, place) = kept(&organisation).await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        let aino = organisation.agent.browser.clone();
        write(&aino, &case, device, "ThinkPad").await.expect(200);
        write(&aino, &case, place, "Turku").await.expect(200);
        let mut fields = json!([field(device, "Laite"), field(place, "Toimipaikka")]);
        fields[0]["retired"] = json!(true);
        let path = format!("/api/clients/{}/known-fields", organisation.clients[0].id);
        organisation.owner.browser.clone().put(&path, json!({ "fields": fields })).await.expect(200);

        let is = |field, text: &str| (field, text.to_owned());
        assert_eq!(known(&aino, &case).await, [is(device, "ThinkPad"), is(place, "Turku")]);
        assert_eq!(write(&aino, &case, device, "MacBook").await.expect(409).code(), "unknown_known_field");
        write(&organisation.read_only.browser, &case, device, "").await.expect(403);
        write(&organisation.agent_elsewhere.browser, &case, device, "").await.expect(404);
        assert_eq!(known(&aino, &case).await, [is(device, "ThinkPad"), is(place, "Turku")], "nobody has changed it");

        let (mut colleague, _) = listening.workspace(&mut organisation.supervisor).await;
        write(&aino, &case, device, " ").await.expect(200);
        let told = colleague.find(|frame| frame["type"] == "known").await;
        assert_eq!((&told["values"][0]["text"], &told["values"][0]["version"]), (&json!(""), &json!(2)));
        assert_eq!(known(&aino, &case).await, [is(place, "Turku")], "nothing is left to be shown");
        fields[0]["retired"] = json!(false);
        organisation.owner.browser.clone().put(&path, json!({ "fields": fields })).await.expect(200);
        assert_eq!(known(&aino, &case).await, [is(device, ""), is(place, "Turku")], "nor does it come back with the field");
    }
}

#[tokio::test]
async fn no_route_of_the_widget_carries_what_is_known() {
    let whole = WholeDesk::on_sqlite().await;
    let organisation = whole.organisation("Yliopisto").await;
    let (device, _) = kept(&organisation).await;
    let mut aino = organisation.agent.browser.clone();
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut aino, "Hei").await;
    let secret = "Aurinkokello";
    write(&aino, &case, device, secret).await.expect(200);
    assert!(aino.get(&format!("/api/cases/{case}")).await.text().contains(secret), "it is there to be found");
    let listening = Listening::to(&whole).await;
    let (_, welcome) = listening.widget(&mut visitor).await;
    assert!(!welcome.to_string().contains(secret));
    let mut tried = 0;
    for (_, path) in server::routes_of().into_iter().filter(|(method, path)| method == "GET" && path.starts_with("/api/widget/")) {
        let asked = path.replace("{key}", &visitor.key).replace("{attachment}", &Uuid::now_v7().to_string());
        let answer = visitor.browser.get(&asked).await.text();
        assert!(!answer.contains(secret) && !answer.contains("Laite"), "{path}: {answer}");
        tried += 1;
    }
    assert!(tried >= 3, "only {tried} routes were tried");
}
