//! The answer target as a condition of being open: a chat that cannot be answered in time takes nobody new (UH-20, CC-11).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, contact, reply, start, take};
use crate::screen::{Listening, Screen};
use crate::speakers::two_agents;

/// The first client's chat closes when somebody has waited for twice the target of a minute.
async fn promising(organisation: &mut TestOrganisation) {
    promising_by(organisation, 50, 2).await;
}

/// It closes when fewer than `least_percent` of its chats were answered in time, or somebody has waited for `longest_wait` times it.
async fn promising_by(organisation: &mut TestOrganisation, least_percent: i64, longest_wait: i64) {
    let path = format!("/api/clients/{}", organisation.clients[0].id.0);
    let mut settings = organisation.owner.browser.get(&path).await.expect(200).json()["settings"].clone();
    settings["opening_target"] = json!({ "window_min": 30, "least_percent": least_percent, "longest_wait": longest_wait });
    let told = organisation.owner.browser.put(&path, settings.clone()).await.expect(200).json();
    assert_eq!(told["settings"]["opening_target"], settings["opening_target"]);
    settings["opening_target"]["least_percent"] = json!(100);
    let refused = organisation.owner.browser.put(&path, settings).await.expect(422).json();
    assert_eq!(refused["fields"][0]["field"], json!("opening_target.least_percent"));
}

/// As much time passes as screens that are still there let pass without being heard.
async fn pass(whole: &WholeDesk, screens: &mut [&mut Screen], seconds: i64) {
    let mut left = seconds;
    while left > 0 {
        whole.clock.advance(Span::seconds(left.min(20)));
        for screen in screens.iter_mut() {
            screen.everything().await;
        }
        left -= 20;
    }
    whole.desk.pulse.hurry();
}

fn turned(frame: &Value, open: bool) -> bool {
    frame["type"] == "availability" && frame["availability"]["open"] == json!(open)
}

#[tokio::test]
async fn a_chat_that_keeps_somebody_waiting_for_too_long_closes_to_others_and_opens_when_they_are_answered() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        promising(&mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let mut waiting = whole.visitor(&organisation.clients[0]);
        let case = start(&mut waiting, &mut organisation.owner.browser, "Hei!").await;
        pass(&whole, &mut [&mut owner, &mut agent], 120).await;
        start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Ehdin vielä").await;

        let (mut widget, _) = listening.widget(&mut whole.visitor(&organisation.clients[0])).await;
        pass(&whole, &mut [&mut owner, &mut agent, &mut widget], 40).await;
        let closed = widget.find(|frame| turned(frame, false)).await;
        assert_eq!(closed["availability"]["reason"], json!("target_not_kept"));
        assert_eq!(closed["availability"]["next_opening_at"], Value::Null, "nobody knows when");
        let mut late = whole.visitor(&organisation.clients[0]);
        let body = json!({ "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "text": "Hei!", "language": "fi" });
        let refused = late.browser.post(&format!("/api/widget/{}/chats", late.key), body).await.expect(409);
        assert_eq!(refused.code(), "chat_closed");
        whole.clock.advance(Span::seconds(1));
        let log = format!("/api/clients/{}/availability", organisation.clients[0].id.0);
        let day = organisation.owner.browser.get(&log).await.expect(200).json();
        assert_eq!(day["stretches"].as_array().unwrap().last().unwrap()["state"], json!("target_not_kept"));
        // Who waits keeps their place.
        let view = organisation.owner.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(view["row"]["contact"]["state"], json!("waiting"));

        let found = organisation.owner.browser.get("/api/cases").await.expect(200).json();
        for row in found["items"].as_array().unwrap() {
            let id = row["case_id"].as_str().unwrap();
            take(&mut organisation.agent.browser, id).await;
            reply(&mut organisation.agent.browser, id, "Hei! Autan heti").await;
        }
        whole.desk.pulse.hurry();
        widget.find(|frame| turned(frame, true)).await;
        start(&mut late, &mut organisation.owner.browser, "Hei taas").await;
    }
}

#[tokio::test]
async fn visitors_who_leave_before_anybody_could_answer_close_the_chat_to_nobody() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        promising_by(&mut organisation, 50, 20).await;
        let listening = Listening::to(&whole).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        for waits_s in [0, 1, 10, 30, 60, 0, 0] {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            start(&mut visitor, &mut organisation.owner.browser, "Hei!").await;
            pass(&whole, &mut [&mut agent], waits_s).await;
            let end = json!({ "contact_id": contact(&mut visitor).await });
            visitor.browser.post(&format!("/api/widget/{}/end", visitor.key), end).await.expect(200);
        }
        let mut waits = whole.visitor(&organisation.clients[0]);
        start(&mut waits, &mut organisation.owner.browser, "Hei!").await;
        start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Minäkin tulin").await;
    }
}

#[tokio::test]
async fn a_chat_that_closed_because_few_were_answered_in_time_is_open_again_when_nobody_waits_and_somebody_is_free() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        promising_by(&mut organisation, 50, 20).await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let mut cases = Vec::new();
        for _ in 0..5 {
            cases.push(start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await);
        }
        let (mut widget, _) = listening.widget(&mut whole.visitor(&organisation.clients[0])).await;
        pass(&whole, &mut [&mut owner, &mut agent, &mut widget], 61).await;
        let closed = widget.find(|frame| turned(frame, false)).await;
        assert_eq!(closed["availability"]["reason"], json!("target_not_kept"));

        pass(&whole, &mut [&mut owner, &mut agent, &mut widget], 5).await;
        for case in &cases {
            take(&mut organisation.agent.browser, case).await;
            reply(&mut organisation.agent.browser, case, "Hei! Anteeksi, että kesti").await;
            act(&mut organisation.agent.browser, case, "end", json!({})).await.expect(200);
        }
        whole.desk.pulse.hurry();
        widget.find(|frame| turned(frame, true)).await;
        // What had gone wrong before is not held against those who come now.
        for _ in 0..2 {
            start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei taas").await;
        }
    }
}

#[tokio::test]
async fn somebody_who_waits_for_a_language_that_nobody_speaks_now_closes_the_chat_to_nobody_else() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut mikko = two_agents(&whole, &mut organisation).await;
        promising(&mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut other, _) = listening.workspace(&mut mikko).await;
        let mut swedish = whole.visitor(&organisation.clients[0]);
        let hello = json!({ "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "text": "Hej!", "language": "sv" });
        swedish.browser.post(&format!("/api/widget/{}/chats", swedish.key), hello).await.expect(200);
        mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        pass(&whole, &mut [&mut agent, &mut other], 121).await;
        start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        // Whom somebody could answer is not kept waiting any longer.
        mikko.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        let mut late = whole.visitor(&organisation.clients[0]);
        let body = json!({ "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "text": "Hei!", "language": "fi" });
        assert_eq!(late.browser.post(&format!("/api/widget/{}/chats", late.key), body).await.expect(409).code(), "chat_closed");
    }
}
