//! Invitations to the chat (CC-13): off until somebody turns them on, only while somebody is free, seldom, and counted with a
//! share that is invited to nothing.

use std::net::IpAddr;

use desk::availability::Presence;
use desk::may::Role;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::people::{TestClient, TestOrganisation, Visitor};
use testkit::rules::pay_needs_somebody;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

fn path(client: &TestClient) -> String {
    format!("/api/clients/{}/approaches", client.id)
}

fn invitation(id: Uuid) -> Value {
    json!({
        "approach_id": id, "pages": ["/hinnat"], "after_s": 30, "scrolled_percent": 0, "whom": "everybody",
        "words": { "fi": "Voimmeko auttaa?", "sv": "", "en": "May we help?" },
    })
}

fn settings(on: bool, held_out_percent: i64, approaches: &[Value]) -> Value {
    json!({
        "on": on, "per_visit": 1, "per_day": 1, "per_week": 3, "peace_days": 30, "held_out_percent": held_out_percent,
        "approaches": approaches,
    })
}

/// Turned on, with one invitation and with nobody or everybody held out.
async fn invites(organisation: &mut TestOrganisation, held_out_percent: i64) -> Uuid {
    let id = Uuid::new_v4();
    let path = path(&organisation.clients[0]);
    organisation.owner.browser.put(&path, settings(true, held_out_percent, &[invitation(id)])).await.expect(200);
    id
}

/// Somebody who has stayed on the page for long enough and was never invited.
fn seen() -> Value {
    json!({
        "browser_id": Uuid::from_u128(1), "page": "https://www.yliopisto.example/hinnat", "on_page_s": 30, "scrolled_percent": 0, "returning": false,
        "in_visit": 0, "in_day": 0, "in_week": 0, "said_no_s": null, "held_out": null,
    })
}

async fn meets(visitor: &mut Visitor, id: Uuid, change: impl FnOnce(&mut Value)) -> Value {
    let mut body = seen();
    change(&mut body);
    let browser = visitor.browser.clone().with("accept-language", "fi");
    visitor.browser = browser;
    visitor.browser.post(&format!("/api/widget/{}/approaches/{id}", visitor.key), body).await.expect(200).json()
}

async fn becomes(visitor: &mut Visitor, id: Uuid, became: &str, held_out: bool) {
    let path = format!("/api/widget/{}/approaches/{id}/became", visitor.key);
    visitor.browser.post(&path, json!({ "browser_id": Uuid::from_u128(1), "became": became, "held_out": held_out })).await.expect(204);
}

async fn is(organisation: &mut TestOrganisation, presence: &str) {
    organisation.agent.browser.put("/api/me/presence", json!({ "presence": presence })).await.expect(200);
}

fn at(whole: &WholeDesk, like: &Visitor, address: u8) -> Visitor {
    let mut visitor = like.clone();
    visitor.browser = whole.browser().at(IpAddr::from([192, 0, 2, address]));
    visitor
}

#[tokio::test]
async fn a_client_invites_nobody_until_it_is_turned_on_and_then_on_its_pages_only() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        is(&mut organisation, "present").await;
        let client = organisation.clients[0].clone();
        let mut visitor = whole.visitor(&client);
        let asks = |page: &str| format!("/api/widget/{}/approaches?page=https://www.yliopisto.example{page}", client.key);
        assert_eq!(visitor.browser.get(&asks("/hinnat")).await.expect(200).json(), json!([]), "nobody has made any");

        let id = Uuid::new_v4();
        organisation.owner.browser.put(&path(&client), settings(false, 0, &[invitation(id)])).await.expect(200);
        assert_eq!(visitor.browser.get(&asks("/hinnat")).await.expect(200).json(), json!([]), "it is off");
        let refused = visitor.browser.post(&format!("/api/widget/{}/approaches/{id}", client.key), seen()).await;
        refused.expect(404);

        organisation.owner.browser.put(&path(&client), settings(true, 0, &[invitation(id)])).await.expect(200);
        let awaited = json!([{ "approach_id": id, "after_s": 30, "scrolled_percent": 0 }]);
        assert_eq!(visitor.browser.get(&asks("/hinnat/yritys")).await.expect(200).json(), awaited);
        assert_eq!(visitor.browser.get(&asks("/hinnasto")).await.expect(200).json(), json!([]));
    }
}

#[tokio::test]
async fn a_visitor_is_invited_only_while_somebody_is_free_and_not_again_after_saying_no() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let id = invites(&mut organisation, 0).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        is(&mut organisation, "away").await;
        assert_eq!(meets(&mut visitor, id, |_| {}).await["answer"], "not_now", "nobody is there");

        is(&mut organisation, "present").await;
        let invited = meets(&mut visitor, id, |_| {}).await;
        assert_eq!(invited, json!({ "answer": "invited", "words": "Voimmeko auttaa?" }));
        assert_eq!(meets(&mut visitor, id, |seen| seen["in_visit"] = json!(1)).await["answer"], "never");
        assert_eq!(meets(&mut visitor, id, |seen| seen["said_no_s"] = json!(29 * 86_400)).await["answer"], "never");
        assert_eq!(meets(&mut visitor, id, |seen| seen["said_no_s"] = json!(30 * 86_400)).await["answer"], "invited");
        assert_eq!(meets(&mut visitor, id, |seen| seen["on_page_s"] = json!(i64::MIN)).await["answer"], "not_now");

        // Four free luukut, and four who wait for them.
        for _ in 0..4 {
            whole.visitor(&organisation.clients[0]).start_chat("Hei").await;
        }
        assert_eq!(meets(&mut visitor, id, |_| {}).await["answer"], "not_now");
    }
}

#[tokio::test]
async fn nobody_is_invited_on_a_page_whose_matter_nobody_who_is_free_knows_cc_13() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (id, client) = (Uuid::new_v4(), organisation.clients[0].clone());
        let mut everywhere = invitation(id);
        everywhere["pages"] = json!([]);
        organisation.owner.browser.put(&path(&client), settings(true, 0, &[everywhere])).await.expect(200);
        is(&mut organisation, "present").await;
        let mut visitor = whole.visitor(&client);
        let page = |seen: &mut Value| seen["page"] = json!("https://www.example.fi/palkka");
        assert_eq!(meets(&mut visitor, id, page).await["answer"], "invited");
        // What a rule asks for here somebody knows who is away; who is present knows nothing of it.
        let mikko = whole.person(organisation.id, "Yliopisto", "Mikko Mestari", Role::Agent, Presence::Away).await;
        let team = json!({ "name": "Tuki", "client_ids": [client.id.0], "agent_ids": [organisation.agent.id.0, mikko.id.0] });
        organisation.owner.browser.put(&format!("/api/teams/{}", client.team.0), team).await.expect(200);
        pay_needs_somebody(&mut organisation.owner.browser, &client, mikko.id.0).await;
        assert_eq!(meets(&mut visitor, id, page).await["answer"], "not_now");
        assert_eq!(meets(&mut visitor, id, |_| {}).await["answer"], "invited", "on another page it is another matter");
    }
}

#[tokio::test]
async fn what_becomes_of_invitations_is_counted_once_for_each_visitor_and_told_against_those_held_out() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let id = invites(&mut organisation, 0).await;
        is(&mut organisation, "present").await;
        let like = whole.visitor(&organisation.clients[0]);
        let (mut maija, mut kalle, mut liisa) = (at(&whole, &like, 1), at(&whole, &like, 2), at(&whole, &like, 3));
        for visitor in [&mut maija, &mut kalle] {
            for _ in 0..2 {
                assert_eq!(meets(visitor, id, |_| {}).await["answer"], "invited");
            }
        }
        assert_eq!(meets(&mut liisa, id, |seen| seen["held_out"] = json!(true)).await, json!({ "answer": "held_out" }));
        for _ in 0..2 {
            becomes(&mut maija, id, "opened", false).await;
            becomes(&mut maija, id, "chatted", false).await;
            becomes(&mut kalle, id, "said_no", false).await;
        }
        becomes(&mut at(&whole, &like, 4), id, "chatted", false).await;

        let told = organisation.owner.browser.get(&path(&organisation.clients[0])).await.expect(200).json();
        let result = &told["results"][0];
        let numbers =
            ["invited", "said_no", "opened", "chatted", "held_out", "held_out_chatted"].map(|name| result[name].as_i64().unwrap());
        assert_eq!(numbers, [2, 1, 1, 1, 1, 0], "who was never invited has changed nothing");
        assert_eq!(result["effect"]["points"], json!(50.0));
    }
}

#[tokio::test]
async fn who_is_to_be_held_out_by_the_settings_is() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let id = invites(&mut organisation, 50).await;
        is(&mut organisation, "present").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let mut answers = Vec::new();
        for _ in 0..64 {
            answers.push(meets(&mut visitor, id, |_| {}).await["answer"].as_str().unwrap().to_owned());
        }
        assert!(answers.iter().any(|one| one == "held_out") && answers.iter().any(|one| one == "invited"), "{answers:?}");
    }
}

#[tokio::test]
async fn wrong_invitations_are_refused_by_field_and_changes_are_in_the_log() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let path = path(&organisation.clients[0]);
        let owner = &mut organisation.owner.browser;
        let with = |change: &dyn Fn(&mut Value)| {
            let mut one = invitation(Uuid::new_v4());
            change(&mut one);
            settings(true, 10, &[one])
        };
        let wrong: [(Value, &str); 6] = [
            (with(&|one| one["words"] = json!({ "fi": " ", "sv": "", "en": "" })), "approaches.0.words"),
            (with(&|one| one["words"]["fi"] = json!("x".repeat(201))), "approaches.0.words.fi"),
            (with(&|one| one["after_s"] = json!(4)), "approaches.0.after_s"),
            (with(&|one| one["pages"] = json!(["hinnat"])), "approaches.0.pages"),
            (settings(true, 51, &[]), "held_out_percent"),
            (settings(true, 10, &(0..11).map(|_| invitation(Uuid::new_v4())).collect::<Vec<_>>()), "approaches"),
        ];
        for (body, field) in wrong {
            let refused = owner.put(&path, body).await.expect(422).json();
            assert_eq!(refused["fields"][0]["field"], field);
        }
        let twice = invitation(Uuid::new_v4());
        owner.put(&path, settings(true, 10, &[twice.clone(), twice.clone()])).await.expect(409);

        // A whole address is as good as its path, and is kept once.
        let mut whole_address = twice;
        whole_address["pages"] = json!(["https://www.yliopisto.example/hinnat?x=1", "/hinnat", ""]);
        let kept = owner.put(&path, settings(true, 10, &[whole_address])).await.expect(200).json();
        assert_eq!(kept["settings"]["approaches"][0]["pages"], json!(["/hinnat"]));
        let log = owner.get("/api/audit").await.expect(200).json();
        let entry = log["items"].as_array().unwrap().iter().find(|entry| entry["act"] == "approaches_changed").unwrap();
        let fields: Vec<&str> = entry["changes"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["approaches", "on"]);
    }
}

#[tokio::test]
async fn a_case_keeps_the_words_of_the_invitation_that_the_visitor_answered_and_a_made_up_one_leaves_no_line() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let id = invites(&mut organisation, 0).await;
        let client = organisation.clients[0].clone();
        let (yes, own, forged) = (json!(id), json!("Voitte voittaa auton!"), json!(Uuid::new_v4()));
        let answered = begins_by(&whole, &client, &yes, "fi").await;
        let in_english = begins_by(&whole, &client, &yes, "en").await;
        let in_swedish = begins_by(&whole, &client, &yes, "sv").await;
        let made_up = begins_by(&whole, &client, &forged, "fi").await;
        let body = start_by(&own, "fi");
        let mut liar = whole.visitor(&client);
        liar.browser.post(&format!("/api/widget/{}/chats", client.key), body).await.expect(422);

        organisation.owner.browser.put(&path(&client), settings(false, 0, &[])).await.expect(200);
        let owner = &mut organisation.owner.browser;
        let mut told = Vec::new();
        for number in [answered, in_english, in_swedish, made_up] {
            told.push(invitation_of(owner, number).await);
        }
        assert_eq!(told, [json!("Voimmeko auttaa?"), json!("May we help?"), Value::Null, Value::Null]);
        let rebuilt = store::rebuild::all(&whole.desk.db).await.unwrap();
        assert_eq!(rebuilt.differed, 0, "the rows are what happened");
    }
}

fn start_by(approach: &Value, language: &str) -> Value {
    json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Kyllä, kiitos", "language": language, "approach_id": approach })
}

/// The number of the case that begins so.
async fn begins_by(whole: &WholeDesk, client: &TestClient, approach: &Value, language: &str) -> i64 {
    let mut visitor = whole.visitor(client);
    let body = start_by(approach, language);
    let done = visitor.browser.post(&format!("/api/widget/{}/chats", client.key), body).await.expect(200).json();
    assert!(!done.to_string().contains("Voimmeko"), "the customer is told what they know");
    done["entries"].as_array().unwrap().iter().find_map(|entry| entry["case_number"].as_i64()).unwrap()
}

async fn invitation_of(owner: &mut Browser, number: i64) -> Value {
    let rows = owner.get("/api/cases").await.expect(200).json();
    let row = rows["items"].as_array().unwrap().iter().find(|row| row["number"] == number).unwrap().clone();
    let case = owner.get(&format!("/api/cases/{}", row["case_id"].as_str().unwrap())).await.expect(200).json();
    let entries = case["entries"].as_array().unwrap();
    entries.iter().find(|entry| entry["kind"] == "contact_started").unwrap()["invitation"].clone()
}
