//! Those who share an address do not take the whole queue of a small desk (trust 110).

use std::net::IpAddr;
use std::sync::atomic::{AtomicU32, Ordering};

use desk::moment::Span;
use serde_json::{Value, json};
use server::Settings;
use server::limits::Rate;
use testkit::browser::Reply;
use testkit::people::{TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use tokio::task::JoinSet;
use uuid::Uuid;

fn two_may_wait(settings: &mut Settings) {
    settings.limits.visitor_waiting = 2;
}

fn two_calls_may_be_open(settings: &mut Settings) {
    settings.limits.visitor_calls = 2;
}

/// Lets the customers of both clients ask to be called.
async fn let_ask(organisation: &mut TestOrganisation) {
    for client in [organisation.clients[0].id.0, organisation.clients[1].id.0] {
        let call_back = json!({ "call_back": { "within_min": 60, "tries": 2 } });
        organisation.owner.browser.put(&format!("/api/clients/{client}"), call_back).await.expect(200);
    }
}

/// A wish to be called at a number that nobody else has left.
fn wish() -> Value {
    static NUMBERS: AtomicU32 = AtomicU32::new(1_000_000);
    let phone = format!("040 {}", NUMBERS.fetch_add(1, Ordering::Relaxed));
    let [contact, message, about] = [0; 3].map(|_| Uuid::now_v7());
    json!({ "contact_id": contact, "message_id": message, "about_id": about, "about": "Soittakaa", "phone": phone, "language": "fi" })
}

fn words() -> Value {
    json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hei", "language": "fi" })
}

async fn post(visitor: &Visitor, path: &str, body: Value) -> Reply {
    visitor.browser.clone().post(&format!("/api/widget/{}/{path}", visitor.key), body).await
}

/// The agent takes the chat that waits longest.
async fn take_one(organisation: &TestOrganisation) {
    let mut agent = organisation.agent.browser.clone();
    let cases = agent.get("/api/cases").await.expect(200).json();
    let waits = |case: &&Value| case["contact"]["state"] == "waiting" && case["contact"]["channel"] == "chat";
    let case = cases["items"].as_array().unwrap().iter().find(waits).unwrap()["case_id"].as_str().unwrap().to_owned();
    agent.post(&format!("/api/cases/{case}/take"), json!({})).await.expect(200);
}

#[tokio::test]
async fn trust_110_of_one_address_so_many_wait_and_the_next_leaves_a_message_while_others_come_in() {
    for desk in WholeDesk::still_on_each_engine(two_may_wait).await {
        let organisation = desk.organisation("A").await;
        let [first, second, third, fourth, elsewhere] = [0; 5].map(|_| desk.visitor(&organisation.clients[0]));
        let of_first = words();
        post(&first, "chats", of_first.clone()).await.expect(200);
        post(&second, "chats", words()).await.expect(200);

        assert_eq!(post(&third, "chats", words()).await.expect(409).code(), "chat_closed");
        post(&first, "chats", of_first.clone()).await.expect(200);
        post(&third, "left-messages", words()).await.expect(200);
        let elsewhere = Visitor { browser: elsewhere.browser.at(IpAddr::from([198, 51, 100, 8])), ..elsewhere };
        post(&elsewhere, "chats", words()).await.expect(200);
        post(&desk.visitor(&organisation.clients[1]), "chats", words()).await.expect(200);

        // Who goes makes room, and so does who is taken.
        post(&first, "end", json!({ "contact_id": of_first["contact_id"] })).await.expect(200);
        post(&fourth, "chats", words()).await.expect(200);
        let again = post(&first, "messages", json!({ "message_id": Uuid::now_v7(), "text": "Vielä yksi asia" })).await.expect(200).json();
        assert_eq!(again["standing"]["channel"], "message", "who comes back to a full line is not shut out either");
        for _ in 0..3 {
            take_one(&organisation).await;
        }
        for _ in 0..2 {
            post(&desk.visitor(&organisation.clients[0]), "chats", words()).await.expect(200);
        }
        post(&desk.visitor(&organisation.clients[0]), "chats", words()).await.expect(409);
    }
}

#[tokio::test]
async fn trust_110_who_ends_and_goes_on_again_and_again_counts_as_one_who_begins() {
    let few = |settings: &mut Settings| settings.limits.visitor_start = Rate::new(3, 60_000);
    for desk in WholeDesk::still_on_each_engine(few).await {
        let organisation = desk.organisation("A").await;
        let visitor = desk.visitor(&organisation.clients[0]);
        let begun = words();
        post(&visitor, "chats", begun.clone()).await.expect(200);
        let mut contact = begun["contact_id"].clone();
        for _ in 0..2 {
            post(&visitor, "end", json!({ "contact_id": contact })).await.expect(200);
            let again = post(&visitor, "messages", json!({ "message_id": Uuid::now_v7(), "text": "Jatkan" })).await.expect(200).json();
            contact = again["standing"]["contact_id"].clone();
        }
        // What goes on in a chat that is not over is no beginning.
        post(&visitor, "messages", json!({ "message_id": Uuid::now_v7(), "text": "Lisään vielä" })).await.expect(200);
        post(&visitor, "end", json!({ "contact_id": contact })).await.expect(200);
        post(&visitor, "messages", json!({ "message_id": Uuid::now_v7(), "text": "Jatkan" })).await.expect(429);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn trust_110_of_one_address_no_more_wait_when_they_come_at_the_same_moment() {
    for desk in WholeDesk::still_on_each_engine(two_may_wait).await {
        let organisation = desk.organisation("A").await;
        let mut starts = JoinSet::new();
        for _ in 0..8 {
            let visitor = desk.visitor(&organisation.clients[0]);
            starts.spawn(async move { post(&visitor, "chats", words()).await.status.as_u16() });
        }
        let answers = starts.join_all().await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 2, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 409).count(), 6, "{answers:?}");
    }
}

#[tokio::test]
async fn trust_110_of_one_address_so_many_calls_are_open_and_the_next_leaves_a_message_while_others_may_ask() {
    for desk in WholeDesk::still_on_each_engine(two_calls_may_be_open).await {
        let mut organisation = desk.organisation("A").await;
        let_ask(&mut organisation).await;
        let [first, second, third, elsewhere] = [0; 4].map(|_| desk.visitor(&organisation.clients[0]));
        let of_first = wish();
        post(&first, "call-backs", of_first.clone()).await.expect(200);
        post(&second, "call-backs", wish()).await.expect(200);

        // The same wish again is the same call, and a second one of the same visitor is what it always was.
        post(&first, "call-backs", of_first.clone()).await.expect(200);
        assert_eq!(post(&first, "call-backs", wish()).await.expect(409).code(), "call_ordered");
        let refused = post(&third, "call-backs", wish()).await.expect(409);
        assert_eq!(refused.code(), "calls_full");
        assert!(refused.text().contains("answer in writing"), "{}", refused.text());
        third.browser.clone().get(&format!("/api/widget/{}/conversation", third.key)).await.expect(404);
        post(&third, "left-messages", words()).await.expect(200);
        let elsewhere = Visitor { browser: elsewhere.browser.at(IpAddr::from([198, 51, 100, 8])), ..elsewhere };
        post(&elsewhere, "call-backs", wish()).await.expect(200);
        post(&desk.visitor(&organisation.clients[1]), "call-backs", wish()).await.expect(200);

        // A call that is tried and tried again is still to be made; who cancels makes room.
        desk.clock.advance(Span::seconds(3 * 86_400));
        desk.desk.calls.forget_old(server::Clock::running(&*desk.clock));
        assert_eq!(post(&third, "call-backs", wish()).await.expect(409).code(), "calls_full");
        post(&first, "end", json!({ "contact_id": of_first["contact_id"] })).await.expect(200);
        post(&third, "call-backs", wish()).await.expect(200);
        assert_eq!(post(&first, "call-backs", wish()).await.expect(409).code(), "calls_full");
    }
}

#[tokio::test]
async fn trust_110_who_waits_in_a_chat_keeps_their_place_where_no_more_calls_are_promised() {
    for desk in WholeDesk::still_on_each_engine(two_calls_may_be_open).await {
        let mut organisation = desk.organisation("A").await;
        let_ask(&mut organisation).await;
        for _ in 0..2 {
            post(&desk.visitor(&organisation.clients[0]), "call-backs", wish()).await.expect(200);
        }
        let waits = desk.visitor(&organisation.clients[0]);
        let begun = post(&waits, "chats", words()).await.expect(200).json();
        assert_eq!(post(&waits, "call-backs", wish()).await.expect(409).code(), "calls_full");
        let seen = waits.browser.clone().get(&format!("/api/widget/{}/conversation", waits.key)).await.expect(200).json();
        assert_eq!((&seen["standing"]["channel"], &seen["standing"]["state"]), (&json!("chat"), &json!("waiting")));
        assert_eq!(seen["standing"]["contact_id"], begun["standing"]["contact_id"]);
        take_one(&organisation).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn trust_110_of_one_address_no_more_calls_are_promised_when_they_are_asked_for_at_the_same_moment() {
    for desk in WholeDesk::still_on_each_engine(two_calls_may_be_open).await {
        let mut organisation = desk.organisation("A").await;
        let_ask(&mut organisation).await;
        let mut asked = JoinSet::new();
        for _ in 0..8 {
            let visitor = desk.visitor(&organisation.clients[0]);
            asked.spawn(async move { post(&visitor, "call-backs", wish()).await.status.as_u16() });
        }
        let answers = asked.join_all().await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 2, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 409).count(), 6, "{answers:?}");
    }
}
