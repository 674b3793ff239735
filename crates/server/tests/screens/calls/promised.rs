//! What becomes of a call that was promised, and which calls are promised at all.

use desk::moment::Span;
use serde_json::json;
use testkit::people::Visitor;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use super::{NUMBER, about, ask, conversation, last_said, let_ask, not_reached, row, wish};
use crate::acts::{act, start, take, write};
use crate::screen::Listening;

#[tokio::test]
async fn a_call_that_will_not_come_is_told_to_who_waits_for_it_whoever_ends_it() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let agent = &mut organisation.agent.browser;
        for end in ["end", "solve"] {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let case = start(&mut visitor, agent, "Hei!").await;
            ask(&mut visitor, &wish(NUMBER)).await.expect(200);
            take(agent, &case).await;
            act(agent, &case, end, json!({})).await.expect(200);
            assert!(last_said(&mut visitor).await.starts_with("Emme soita sinulle enää"), "{end}");
        }
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, agent, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        let contact = crate::acts::contact(&mut visitor).await;
        for _ in 0..2 {
            visitor.browser.post(&format!("/api/widget/{}/end", visitor.key), json!({ "contact_id": contact })).await.expect(200);
        }
        assert_eq!(last_said(&mut visitor).await, "Peruit soittopyynnön. Emme soita sinulle.");
        assert_eq!(conversation(&mut visitor).await.to_string().matches("Peruit").count(), 1);
        assert_eq!(row(agent, &case).await["contact"]["state"], "ended");
        whole.clock.advance(Span::seconds(1));
        let again = json!({ "note_id": Uuid::now_v7(), "note": "Vielä yksi", "message_id": Uuid::now_v7() });
        assert_eq!(act(agent, &case, "called", again).await.expect(409).code(), "contact_ended", "one call is noted once");
    }
}

#[tokio::test]
async fn who_waits_for_a_call_reads_who_calls_and_in_a_chat_who_answers() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let agent = &mut organisation.agent.browser;
        let case = start(&mut visitor, agent, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        take(agent, &case).await;
        assert_eq!(conversation(&mut visitor).await["standing"]["channel"], "call_back");
        assert_eq!(came(&mut visitor).await, ["call_back"]);
        act(agent, &case, "end", json!({})).await.expect(200);
        write(&mut visitor, "Kirjoitan sittenkin").await;
        take(agent, &case).await;
        assert_eq!(came(&mut visitor).await, ["call_back", "chat"], "what was said of the call stays so");
    }
}

/// Through what those came who have come to a visitor.
async fn came(visitor: &mut Visitor) -> Vec<String> {
    let seen = conversation(visitor).await;
    let came = seen["entries"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "answering");
    came.map(|entry| entry["channel"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_was_agreed_on_the_call_is_noted_although_the_customer_has_ended_the_conversation() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let agent = &mut organisation.agent.browser;
        let case = start(&mut visitor, agent, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        take(agent, &case).await;
        let contact = crate::acts::contact(&mut visitor).await;
        visitor.browser.post(&format!("/api/widget/{}/end", visitor.key), json!({ "contact_id": contact })).await.expect(200);
        whole.clock.advance(Span::seconds(30));
        let spoken = json!({ "note_id": Uuid::now_v7(), "note": "Salasana vaihtui", "message_id": Uuid::now_v7() });
        let done = act(agent, &case, "called", spoken.clone()).await.expect(200).json();
        assert_eq!(done["entries"][0]["text"], "Salasana vaihtui");
        assert_eq!(act(agent, &case, "called", spoken).await.expect(200).json()["entries"], done["entries"], "sent twice, noted once");
        assert!(last_said(&mut visitor).await.ends_with("soitti sinulle."));
        assert_eq!(row(agent, &case).await["contact"]["state"], "ended");
    }
}

#[tokio::test]
async fn a_solution_that_is_taken_back_leaves_the_promised_call_in_the_list() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let agent = &mut organisation.agent.browser;
        let case = start(&mut visitor, agent, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        take(agent, &case).await;
        let promised = row(agent, &case).await["promise"].clone();
        act(agent, &case, "solve", json!({})).await.expect(200);
        act(agent, &case, "undo-solve", json!({})).await.expect(200);
        assert_eq!(row(agent, &case).await["promise"], promised);
        // Who has asked anew meanwhile is called once, and in the case that they see.
        act(agent, &case, "solve", json!({})).await.expect(200);
        ask(&mut visitor, &about(NUMBER, "Toinen asia")).await.expect(200);
        assert_eq!(act(agent, &case, "undo-solve", json!({})).await.expect(409).code(), "began_anew");
    }
}

#[tokio::test]
async fn nobody_is_rung_by_dozens_because_strangers_left_their_number() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        for _ in 0..3 {
            ask(&mut whole.visitor(&organisation.clients[0]), &about(NUMBER, "Soittakaa")).await.expect(200);
        }
        let mut fourth = whole.visitor(&organisation.clients[0]);
        assert_eq!(ask(&mut fourth, &about("+358 40 1234567", "Soittakaa")).await.expect(409).code(), "number_ordered");
        ask(&mut fourth, &about("040 765 4321", "Soittakaa")).await.expect(200);
    }
}

#[tokio::test]
async fn who_sends_a_wish_again_with_another_number_is_not_told_that_it_is_called() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let first = about(NUMBER, "Soittakaa");
        let answer = ask(&mut visitor, &first).await.expect(200).json();
        let same = json!({ "phone": "+358 40 1234567" });
        assert_eq!(ask(&mut visitor, &with(&first, &same)).await.expect(200).json()["standing"], answer["standing"], "the same number");
        for phone in ["040 765 4321", "ei mikään numero"] {
            let corrected = with(&first, &json!({ "phone": phone }));
            assert_eq!(ask(&mut visitor, &corrected).await.expect(409).code(), "id_reused");
        }
        // Sent as a wish of its own they read that one is kept already, and what to do.
        assert_eq!(ask(&mut visitor, &wish("040 765 4321")).await.expect(409).code(), "call_ordered");
    }
}

/// `body` with other values in it.
fn with(body: &serde_json::Value, other: &serde_json::Value) -> serde_json::Value {
    let mut body = body.clone();
    body.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    body
}

#[tokio::test]
async fn a_desk_that_is_shut_by_hand_promises_no_call() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let path = format!("/api/clients/{}", organisation.clients[0].id.0);
        organisation
            .owner
            .browser
            .put(&path, json!({ "call_back": { "within_min": 60, "tries": 2 }, "closed_by_hand": true }))
            .await
            .expect(200);
        let mut visitor = whole.visitor(&organisation.clients[0]);
        assert_eq!(ask(&mut visitor, &about(NUMBER, "Soittakaa")).await.expect(409).code(), "calls_off");
        let path = format!("/api/widget/{}/call-times", visitor.key);
        assert_eq!(visitor.browser.get(&path).await.expect(409).code(), "calls_off");
    }
}

#[tokio::test]
async fn a_date_that_is_told_in_english_is_read_in_one_way() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let_ask(&mut organisation).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let path = format!("/api/widget/{}/call-times", visitor.key);
    let shown = visitor.browser.get(&path).await.expect(200).json();
    let mut wish = about(NUMBER, "Hi");
    wish["language"] = json!("en");
    wish["from"] = shown["times"].as_array().unwrap().last().unwrap()["from"].clone();
    ask(&mut visitor, &wish).await.expect(200);
    let said = last_said(&mut visitor).await;
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    assert!(!said.contains('/') && months.iter().any(|month| said.contains(&format!(" {month} between "))), "{said}");
}

#[tokio::test]
async fn a_case_is_found_by_the_number_at_which_its_customer_is_called_however_it_is_written() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        ask(&mut visitor, &wish(NUMBER)).await.expect(200);
        for typed in ["040 123 4567", "+358401234567", "0401234567", "00358-40-1234567", "040 123"] {
            let path = format!("/api/search?words={}", typed.replace('+', "%2b").replace(' ', "%20"));
            let found = organisation.agent.browser.get(&path).await.expect(200).json();
            assert_eq!(found["customers"][0]["case_id"], json!(case), "{typed}");
            let elsewhere = organisation.agent_elsewhere.browser.get(&path).await.expect(200).json();
            assert_eq!(elsewhere["customers"], json!([]), "nobody of another client's");
        }
    }
}

#[tokio::test]
async fn the_day_is_told_how_many_calls_were_made_in_time_and_who_cancels_is_not_among_them() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let_ask(&mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let agent = &mut organisation.agent.browser;
        let mut visitors: Vec<Visitor> = (0..4).map(|_| whole.visitor(&organisation.clients[0])).collect();
        let mut cases = Vec::new();
        for (number, visitor) in visitors.iter_mut().enumerate() {
            cases.push(start(visitor, agent, "Hei!").await);
            ask(visitor, &wish(&format!("040 123 456{number}"))).await.expect(200);
        }
        let contact = crate::acts::contact(&mut visitors[0]).await;
        let end = format!("/api/widget/{}/end", visitors[0].key);
        visitors[0].browser.post(&end, json!({ "contact_id": contact })).await.expect(200);
        take(agent, &cases[1]).await;
        let spoken = json!({ "note_id": Uuid::now_v7(), "note": "Sovittu", "message_id": Uuid::now_v7() });
        act(agent, &cases[1], "called", spoken).await.expect(200);
        take(agent, &cases[2]).await;
        not_reached(agent, &cases[2], json!({ "in_minutes": 120 })).await.expect(200);
        whole.desk.pulse.hurry();
        let told = supervisor.find(|frame| frame["type"] == "today" && frame["calls_not_reached"] == 1).await;
        let figures = ["calls_promised", "calls_kept", "calls_late", "called_instead", "unanswered"].map(|one| told[one].as_i64().unwrap());
        assert_eq!(figures, [3, 2, 0, 3, 1]);
        whole.clock.advance(Span::seconds(3_700));
        let (_, welcome) = listening.workspace(&mut organisation.supervisor).await;
        let late = welcome["today"].as_array().unwrap().iter().map(|one| one["calls_late"].as_i64().unwrap()).sum::<i64>();
        assert_eq!(late, 1, "who has been called once is called late by nobody");
    }
}
