//! The answer target as a condition of being open: a chat that cannot be answered in time takes nobody new (UH-20, CC-11).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;

use crate::acts::{reply, start, take};
use crate::screen::{Listening, Screen};

/// The first client's chat closes when somebody has waited for twice the target of a minute.
async fn promising(organisation: &mut TestOrganisation) {
    let path = format!("/api/clients/{}", organisation.clients[0].id.0);
    let mut settings = organisation.owner.browser.get(&path).await.expect(200).json()["settings"].clone();
    settings["opening_target"] = json!({ "window_min": 30, "least_percent": 50, "longest_wait": 2 });
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
