//! Triage: how urgent a contact is and how it is best handled, said before the work on it starts (UH-15).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::whole_desk::WholeDesk;

use crate::acts::{reply, start, take};
use crate::screen::Listening;

async fn triage(browser: &mut Browser, case: &str, impact: i64, urgency: i64, path: &str) -> Reply {
    browser.put(&format!("/api/cases/{case}/triage"), json!({ "impact": impact, "urgency": urgency, "path": path })).await
}

#[tokio::test]
async fn an_urgent_chat_goes_before_those_who_came_earlier_on_every_screen_at_once() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut agent = organisation.agent.browser.clone();
        let mut visitors = Vec::new();
        for _ in 0..2 {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let case = start(&mut visitor, &mut agent, "Hei!").await;
            whole.clock.advance(Span::seconds(5));
            visitors.push((visitor, case));
        }
        let (mut screen, _) = listening.workspace(&mut organisation.owner).await;
        let (mut first, welcome) = listening.widget(&mut visitors[0].0).await;
        assert_eq!(welcome["queue"]["place"], 1);
        let second = visitors[1].1.clone();

        let done = triage(&mut agent, &second, 1, 2, "colleague").await.expect(200).json();
        assert_eq!(done["row"]["contact"]["triage"], json!({ "impact": 1, "urgency": 2, "path": "colleague" }));
        assert_eq!(done["row"]["contact"]["needs"]["priority"], 1);
        assert_eq!(done["entries"][0]["kind"], "triaged");
        let told = screen.find(|frame| frame["type"] == "case" && frame["row"]["contact"]["triage"] != Value::Null).await;
        assert_eq!(told["row"]["contact"]["needs"]["priority"], 1);
        first.find(|frame| frame["type"] == "queue" && frame["place"] == 2).await;

        assert_eq!(triage(&mut agent, &second, 1, 2, "colleague").await.expect(200).json()["entries"], json!([]), "nothing new");
        triage(&mut agent, &second, 3, 2, "now").await.expect(200);
        first.find(|frame| frame["type"] == "queue" && frame["place"] == 1).await;
        assert_eq!(triage(&mut agent, &second, 0, 2, "now").await.expect(400).code(), "malformed");
        let rebuilt = store::rebuild::all(&whole.desk.db).await.unwrap();
        assert_eq!((rebuilt.cases, rebuilt.differed), (2, 0), "its row is what happened");
    }
}

#[tokio::test]
async fn nobody_fills_a_case_with_estimates() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let mut agent = organisation.agent.browser.clone();
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut agent, "Hei!").await;
        for place in 0..20 {
            triage(&mut agent, &case, 1 + place % 2, 2, "now").await.expect(200);
        }
        assert_eq!(triage(&mut agent, &case, 3, 3, "now").await.expect(409).code(), "too_many_estimates");
    }
}

#[tokio::test]
async fn the_time_to_triage_is_counted_and_whether_it_came_before_the_first_answer() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut agent = organisation.agent.browser.clone();
        let first = start(&mut whole.visitor(&organisation.clients[0]), &mut agent, "Hei!").await;
        let second = start(&mut whole.visitor(&organisation.clients[0]), &mut agent, "Apua!").await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        whole.clock.advance(Span::seconds(12));
        triage(&mut agent, &first, 2, 2, "now").await.expect(200);
        take(&mut agent, &second).await;
        reply(&mut agent, &second, "Hei, autan mielelläni.").await;
        whole.clock.advance(Span::seconds(30));
        triage(&mut agent, &second, 2, 3, "later").await.expect(200);
        triage(&mut agent, &first, 1, 1, "later").await.expect(200);
        let today = owner.find(|frame| frame["type"] == "today" && frame["triaged"] == 2).await;
        assert_eq!((&today["triaged_in_time"], &today["triage_median_s"], &today["triage_p90_s"]), (&json!(1), &json!(12), &json!(42)));
    }
}

#[tokio::test]
async fn the_customer_hears_nothing_of_it_and_what_is_over_is_not_triaged() {
    let whole = WholeDesk::on_sqlite().await;
    let organisation = whole.organisation("Yliopisto").await;
    let mut agent = organisation.agent.browser.clone();
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut agent, "Hei!").await;
    let seen = format!("/api/widget/{}/conversation", visitor.key);
    let before = visitor.browser.get(&seen).await.expect(200).json();
    triage(&mut agent, &case, 1, 1, "now").await.expect(200);
    assert_eq!(visitor.browser.get(&seen).await.expect(200).json()["entries"], before["entries"]);
    take(&mut agent, &case).await;
    agent.post(&format!("/api/cases/{case}/end"), json!({})).await.expect(200);
    assert_eq!(triage(&mut agent, &case, 2, 1, "now").await.expect(409).code(), "contact_ended");
}
