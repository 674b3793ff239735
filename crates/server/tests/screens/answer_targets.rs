//! The desk itself notes that somebody waits for longer than promised (UH-20).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;

use crate::acts::{reply, start, take, write};
use crate::screen::{Listening, Screen};

/// As much time passes as screens that are still there let pass without being heard.
async fn pass(whole: &WholeDesk, screens: &mut [&mut Screen], seconds: i64) {
    let mut left = seconds;
    while left > 0 {
        whole.clock.advance(Span::seconds(left.min(30)));
        for screen in screens.iter_mut() {
            screen.everything().await;
        }
        left -= 30;
    }
}

/// What was noted in a case, in order.
async fn missed(browser: &mut Browser, case: &str) -> Vec<Value> {
    let view = browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
    let entries = view["entries"].as_array().unwrap().iter();
    entries.filter(|entry| entry["kind"] == "answer_target_missed").cloned().collect()
}

fn is_missed(frame: &Value) -> bool {
    frame["type"] == "happened" && frame["entry"]["kind"] == "answer_target_missed"
}

#[tokio::test]
async fn that_somebody_waits_too_long_is_told_once_to_who_looks_after_the_desk_and_not_to_the_customer() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        pass(&whole, &mut [&mut supervisor, &mut elsewhere, &mut widget], 60).await;
        whole.desk.pulse.hurry();
        assert!(!supervisor.everything().await.iter().any(is_missed), "an answer in this moment is in time");

        whole.clock.advance(Span::millis(1));
        whole.desk.pulse.hurry();
        let mut told = supervisor.find(is_missed).await;
        assert_eq!((&told["case_id"], &told["entry"]["target_s"]), (&json!(case), &json!(60)));
        told.as_object_mut().unwrap().remove("type");
        assert_eq!(organisation.supervisor.browser.get("/api/happenings").await.expect(200).json(), json!([told]));
        assert!(!elsewhere.everything().await.iter().any(is_missed));

        pass(&whole, &mut [&mut supervisor, &mut widget], 60).await;
        take(&mut organisation.agent.browser, &case).await;
        whole.desk.pulse.hurry();
        assert!(!supervisor.everything().await.iter().any(is_missed), "it is the same wait");
        assert_eq!(missed(&mut organisation.supervisor.browser, &case).await.len(), 1);
        // The next that the customer hears is the next in their own order.
        let next = widget.next_of("entries").await;
        assert_eq!((&next["after"], &next["entries"][0]["kind"]), (&welcome["conversation"]["seq"], &json!("answering")));
        let rebuilt = store::rebuild::all(&whole.desk.db).await.unwrap();
        assert_eq!((rebuilt.cases, rebuilt.differed), (1, 0), "its row is what happened");
    }
}

#[tokio::test]
async fn a_later_question_is_promised_an_answer_as_well() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        take(&mut organisation.agent.browser, &case).await;
        reply(&mut organisation.agent.browser, &case, "Kokeile käynnistää se").await;
        pass(&whole, &mut [&mut agent], 120).await;
        write(&mut visitor, "Ei auttanut").await;
        pass(&whole, &mut [&mut agent], 60).await;
        whole.clock.advance(Span::millis(1));
        whole.desk.pulse.hurry();
        agent.find(is_missed).await;
        assert_eq!(missed(&mut organisation.agent.browser, &case).await.len(), 1, "while it was the customer's turn nobody waited");
    }
}

#[tokio::test]
async fn who_waited_while_the_desk_stood_still_is_noted_when_it_goes_on_and_left_messages_never_are() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let mut absent = whole.visitor(&organisation.clients[0]);
        let left = json!({ "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "text": "Soittakaa",
            "language": "fi", "email": "maija@esimerkki.fi" });
        absent.browser.post(&format!("/api/widget/{}/left-messages", absent.key), left).await.expect(200);
        whole.clock.advance(Span::seconds(3600));
        let listening = Listening::to(&whole).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        // When the next one is noted, so is everything before.
        let next = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.agent.browser, "Haloo?").await;
        pass(&whole, &mut [&mut supervisor, &mut agent], 61).await;
        whole.desk.pulse.hurry();
        supervisor.find(|frame| is_missed(frame) && frame["case_id"] == json!(next)).await;
        let happened = organisation.supervisor.browser.get("/api/happenings").await.expect(200).json();
        let noted: Vec<_> = happened.as_array().unwrap().iter().map(|one| one["case_id"].clone()).collect();
        assert_eq!(noted, [json!(next), json!(case)]);
    }
}
