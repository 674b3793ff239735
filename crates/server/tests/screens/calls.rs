//! A customer who asks to be called instead of waiting (CC-23): what they are told, who sees it, what comes of it.

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::people::{TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{act, reply, start, take, write};
use crate::screen::Listening;

mod promised;

const NUMBER: &str = "040 123 4567";

/// Lets the first client's customers ask to be called, within an hour, and be tried twice.
async fn let_ask(organisation: &mut TestOrganisation) {
    let_ask_within(organisation, 60).await;
}

async fn let_ask_within(organisation: &mut TestOrganisation, minutes: i64) {
    let path = format!("/api/clients/{}", organisation.clients[0].id.0);
    organisation.owner.browser.put(&path, json!({ "call_back": { "within_min": minutes, "tries": 2 } })).await.expect(200);
}

fn wish(phone: &str) -> Value {
    json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "phone": phone, "language": "fi" })
}

fn about(phone: &str, words: &str) -> Value {
    let mut wish = wish(phone);
    wish["about_id"] = json!(Uuid::now_v7());
    wish["about"] = json!(words);
    wish
}

async fn ask(visitor: &mut Visitor, wish: &Value) -> Reply {
    let path = format!("/api/widget/{}/call-backs", visitor.key);
    visitor.browser.post(&path, wish.clone()).await
}

async fn conversation(visitor: &mut Visitor) -> Value {
    visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await.expect(200).json()
}

async fn row(browser: &mut Browser, case: &str) -> Value {
    browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"].clone()
}

async fn not_reached(browser: &mut Browser, case: &str, when: Value) -> Reply {
    let mut body = when;
    body["message_id"] = json!(Uuid::now_v7());
    act(browser, case, "not-reached", body).await
}

async fn last_said(visitor: &mut Visitor) -> String {
    let seen = conversation(visitor).await;
    let said = seen["entries"].as_array().unwrap().iter().rfind(|entry| entry["kind"] == "message").unwrap().clone();
    said["text"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_waits_and_asks_to_be_called_leaves_the_queue_and_is_told_when_in_the_same_case() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let wish = wish(NUMBER);
        let done = ask(&mut visitor, &wish).await.expect(200).json();
        assert_eq!((&done["standing"]["channel"], &done["standing"]["state"]), (&json!("call_back"), &json!("waiting")));
        let again = ask(&mut visitor, &wish).await.expect(200).json();
        assert_eq!(again["entries"], done["entries"], "a second time is the same");
        assert!(last_said(&mut visitor).await.starts_with("Soitamme sinulle (numero päättyy 4567) viimeistään tänään kello "));
        let now = row(&mut organisation.agent.browser, &case).await;
        assert_eq!((&now["customer"]["phone"], &now["contact"]["channel"]), (&json!("+358401234567"), &json!("call_back")));
        assert_eq!((&now["promise"]["by"], &now["promise"]["is_broken"]), (&Value::Null, &json!(false)));
        let view = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        let ended = view["entries"].as_array().unwrap().iter().find(|entry| entry["kind"] == "contact_ended").unwrap().clone();
        assert_eq!(ended["by"], "call_back", "they have not walked away");
        let seen = serde_json::to_string(&conversation(&mut visitor).await).unwrap();
        assert!(!seen.contains("ended"), "to them it is one matter that goes on: {seen}");
        whole.desk.pulse.hurry();
        let counted = supervisor.find(|frame| frame["type"] == "today" && frame["called_instead"] == 1).await;
        assert_eq!((&counted["started"], &counted["unanswered"]), (&json!(1), &json!(0)), "they are not among the unanswered");
        // The chat's queue is empty: whoever comes now is the next.
        let mut next = whole.visitor(&organisation.clients[0]);
        let waiting = start(&mut next, &mut organisation.agent.browser, "Minäkin").await;
        take(&mut organisation.agent.browser, &waiting).await;
    }
}

#[tokio::test]
async fn who_has_said_nothing_says_what_the_call_is_about() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        assert_eq!(ask(&mut visitor, &wish(NUMBER)).await.expect(422).wrong_fields(), ["about"]);
        let wish = about(NUMBER, "Tunnukseni 131052-308T ei toimi");
        let done = ask(&mut visitor, &wish).await.expect(200).json();
        assert_eq!(ask(&mut visitor, &wish).await.expect(200).json()["entries"], done["entries"]);
        let said = serde_json::to_string(&conversation(&mut visitor).await).unwrap();
        assert!(said.contains("Tunnukseni") && !said.contains("131052-308T"), "{said}");
    }
}

#[tokio::test]
async fn nobody_asks_for_a_call_where_the_client_has_not_let_them_or_the_visitor_is_kept_out() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        assert_eq!(ask(&mut visitor, &wish(NUMBER)).await.expect(409).code(), "calls_off");
        let_ask(&mut organisation).await;
        let elsewhere = &mut whole.visitor(&organisation.clients[1]);
        assert_eq!(ask(elsewhere, &about(NUMBER, "Hei")).await.expect(409).code(), "calls_off", "another client's own switch");
        let agent = &mut organisation.agent.browser;
        take(agent, &case).await;
        let block = json!({ "note_id": Uuid::now_v7(), "reason": "Uhkaili", "how_long": "hour" });
        act(agent, &case, "block", block).await.expect(200);
        assert_eq!(ask(&mut visitor, &about(NUMBER, "Soittakaa")).await.expect(403).code(), "blocked");
    }
}

#[tokio::test]
async fn of_an_agent_who_takes_the_chat_and_a_customer_who_asks_for_a_call_one_is_told_of_the_other() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let agent = &mut organisation.agent.browser;
        let mut called = whole.visitor(&organisation.clients[0]);
        let case = start(&mut called, agent, "Hei!").await;
        let seen = row(agent, &case).await["contact"]["contact_id"].clone();
        ask(&mut called, &wish(NUMBER)).await.expect(200);
        let path = format!("/api/cases/{case}/take?contact={}", seen.as_str().unwrap());
        assert_eq!(agent.post(&path, json!({})).await.expect(409).code(), "asks_for_call");
        let mut taken = whole.visitor(&organisation.clients[0]);
        let case = start(&mut taken, agent, "Hei!").await;
        take(agent, &case).await;
        let refused = ask(&mut taken, &wish(NUMBER)).await.expect(409);
        assert_eq!(refused.code(), "already_answered");
        assert!(!refused.text().contains("Neuvoja Yliopisto"), "{}", refused.text());
        assert_eq!(row(agent, &case).await["contact"]["channel"], "chat");
    }
}

#[tokio::test]
async fn a_chat_that_is_taken_and_asked_to_be_a_call_at_the_same_moment_is_one_of_the_two() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        for _ in 0..4 {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
            let seen = row(&mut organisation.agent.browser, &case).await["contact"]["contact_id"].clone();
            let path = format!("/api/cases/{case}/take?contact={}", seen.as_str().unwrap());
            let mut agent = organisation.agent.browser.clone();
            let wish = wish(NUMBER);
            let (took, asked) = tokio::join!(agent.post(&path, json!({})), ask(&mut visitor, &wish));
            let codes = (took.status.as_u16(), asked.status.as_u16());
            assert!(matches!(codes, (200, 409) | (409, 200)), "{codes:?} {} {}", took.text(), asked.text());
            let contact = row(&mut agent, &case).await["contact"].clone();
            let is_chat = codes.0 == 200;
            assert_eq!(contact["channel"], if is_chat { "chat" } else { "call_back" });
            assert_eq!(contact["state"], if is_chat { "taken" } else { "waiting" });
            act(&mut agent, &case, "take", json!({})).await.expect(200);
            act(&mut agent, &case, "solve", json!({})).await.expect(200);
        }
    }
}

#[tokio::test]
async fn one_call_can_be_asked_for_at_a_time_and_cancelled() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        let seq = row(&mut organisation.agent.browser, &case).await["seq"].clone();
        for _ in 0..50 {
            let refused = ask(&mut visitor, &about("+46 70 123 45 67", "Soittakaa jo")).await;
            assert!(matches!(refused.status.as_u16(), 409 | 429), "{}", refused.text());
        }
        let now = row(&mut organisation.agent.browser, &case).await;
        assert_eq!((&now["seq"], &now["customer"]["phone"]), (&seq, &json!("+358401234567")), "nothing came of them");
        let contact = crate::acts::contact(&mut visitor).await;
        let end = format!("/api/widget/{}/end", visitor.key);
        visitor.browser.post(&end, json!({ "contact_id": contact })).await.expect(200);
        let now = row(&mut organisation.agent.browser, &case).await;
        assert_eq!((&now["contact"]["state"], &now["promise"]), (&json!("ended"), &Value::Null));
    }
}

#[tokio::test]
async fn a_chosen_time_is_one_of_those_that_were_shown() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let path = format!("/api/widget/{}/call-times", visitor.key);
        let shown = visitor.browser.get(&path).await.expect(200).json();
        let times = shown["times"].as_array().unwrap();
        assert!(times.len() > 3 && shown["soon"].is_i64(), "{shown}");
        for wrong in [json!(0), json!(times[0]["from"].as_i64().unwrap() + 1), json!(i64::MAX), json!(i64::MIN)] {
            let mut wish = about(NUMBER, "Hei");
            wish["from"] = wrong;
            assert_eq!(ask(&mut visitor, &wish).await.expect(422).code(), "call_time");
        }
        let mut wish = about(NUMBER, "Hei");
        wish["from"] = times[2]["from"].clone();
        ask(&mut visitor, &wish).await.expect(200);
        let number = conversation(&mut visitor).await["case_number"].clone();
        let found = organisation.agent.browser.get(&format!("/api/cases?number={number}")).await.expect(200).json();
        let promise = &found["items"][0]["promise"];
        assert_eq!((&promise["from"], &promise["until"]), (&times[2]["from"], &times[2]["until"]));
        assert!(last_said(&mut visitor).await.contains('–'));
    }
}

#[tokio::test]
async fn what_is_no_number_is_refused_with_its_reason_and_nothing_begins() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let_ask(&mut organisation).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let premium = ask(&mut visitor, &about("0600 12345", "Hei")).await.expect(422);
    assert!(premium.text().contains("palvelunumero") || premium.text().contains("premium"), "{}", premium.text());
    for wrong in ["112", "'; drop table cases; --", "<script>alert(1)</script>", "010190-9090", "\u{202e}7654321040", ""] {
        assert_eq!(ask(&mut visitor, &about(wrong, "Hei")).await.expect(422).wrong_fields(), ["phone"], "{wrong}");
    }
    let huge = ask(&mut visitor, &about(&"0".repeat(1_000_000), "Hei")).await;
    assert!(matches!(huge.status.as_u16(), 413 | 422), "{}", huge.status);
    visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await.expect(404);
}

#[tokio::test]
async fn the_agents_call_is_what_was_promised_and_the_case_is_solved_as_usual() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let agent = &mut organisation.agent.browser;
        let case = start(&mut visitor, agent, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        let spoken = json!({ "note_id": Uuid::now_v7(), "note": "Salasana vaihtui", "message_id": Uuid::now_v7() });
        assert_eq!(act(agent, &case, "called", spoken.clone()).await.expect(409).code(), "not_held_by_you");
        take(agent, &case).await;
        reply(agent, &case, "Soitan kohta.").await;
        assert!(row(agent, &case).await["promise"].is_object(), "words are no call");
        let done = act(agent, &case, "called", spoken.clone()).await.expect(200).json();
        assert_eq!(act(agent, &case, "called", spoken).await.expect(200).json()["entries"], done["entries"]);
        assert_eq!((&done["row"]["promise"], &done["row"]["contact"]["state"]), (&Value::Null, &json!("ended")));
        let kinds: Vec<_> = done["entries"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["note", "message", "called", "promise_kept", "contact_ended"]);
        assert!(last_said(&mut visitor).await.ends_with("soitti sinulle."));
        let seen = serde_json::to_string(&conversation(&mut visitor).await).unwrap();
        assert!(!seen.contains("Salasana vaihtui"), "the note is the desk's own");
        act(agent, &case, "solve", json!({})).await.expect(200);
    }
}

#[tokio::test]
async fn who_is_not_reached_is_told_when_it_is_tried_again_and_after_the_last_try_to_write() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let agent = &mut organisation.agent.browser;
        let case = start(&mut visitor, agent, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        take(agent, &case).await;
        assert_eq!(not_reached(agent, &case, json!({})).await.expect(422).code(), "promise_time");
        let tried = not_reached(agent, &case, json!({ "in_minutes": 30 })).await.expect(200).json();
        assert_eq!((&tried["row"]["contact"]["state"], &tried["row"]["contact"]["tries"]), (&json!("parked"), &json!(1)));
        assert!(last_said(&mut visitor).await.contains("Soitamme uudelleen viimeistään tänään kello "));
        let standing = conversation(&mut visitor).await["standing"].clone();
        let waits = (&json!("call_back"), &json!("waiting"), &Value::Null);
        assert_eq!((&standing["channel"], &standing["state"], &standing["answered_by"]), waits, "nobody calls right now: {standing}");
        take(agent, &case).await;
        let last = not_reached(agent, &case, json!({})).await.expect(200).json();
        assert_eq!((&last["row"]["contact"]["state"], &last["row"]["state"]), (&json!("ended"), &json!("waiting_for_customer")));
        assert!(last_said(&mut visitor).await.contains("Emme soita enää"));
        write(&mut visitor, "Nyt olen paikalla, missä vika on?").await;
        assert_eq!(row(agent, &case).await["contact"]["channel"], "chat", "they go on in the same case");
    }
}

#[tokio::test]
async fn a_call_that_nobody_made_in_time_is_told_to_who_looks_after_the_desk() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask_within(&mut organisation, 5).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        let listening = Listening::to(&whole).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let is_broken = |frame: &Value| frame["type"] == "happened" && frame["entry"]["kind"] == "promise_broken";
        let mut told = Vec::new();
        for _ in 0..13 {
            whole.clock.advance(Span::seconds(30));
            whole.desk.pulse.hurry();
            told.extend(supervisor.everything().await.into_iter().filter(is_broken));
        }
        if told.is_empty() {
            told.push(supervisor.find(is_broken).await);
        }
        assert_eq!((told.len(), &told[0]["case_id"], &told[0]["entry"]["by"]), (1, &json!(case), &Value::Null));
    }
}

#[tokio::test]
async fn agents_of_another_client_never_see_the_number() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut own, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        own.find(|frame| frame["row"]["customer"]["phone"] == "+358401234567").await;
        whole.desk.pulse.hurry();
        let heard = elsewhere.everything().await;
        assert!(heard.iter().all(|frame| !frame.to_string().contains("401234567")), "{heard:?}");
        organisation.agent_elsewhere.browser.get(&format!("/api/cases/{case}")).await.expect(404);
    }
}
