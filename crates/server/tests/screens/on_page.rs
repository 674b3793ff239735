//! Whether the customer is still on the website, as the agents see it.

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::whole_desk::WholeDesk;

use crate::acts::{contact, start};
use crate::screen::{Listening, Screen};

fn is_on_page(frame: &Value) -> bool {
    frame["type"] == "on_page"
}

/// As much time passes as screens that are still there let pass without being heard.
async fn pass(whole: &WholeDesk, screens: &mut [&mut Screen], seconds: i64) {
    whole.clock.advance(Span::seconds(seconds));
    for screen in screens.iter_mut() {
        screen.everything().await;
    }
    whole.desk.pulse.hurry();
}

#[tokio::test]
async fn an_agent_sees_that_the_customer_is_there_and_when_they_left_and_that_they_are_back() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let (widget, _) = listening.widget(&mut visitor).await;
        start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let here = agent.find(is_on_page).await;
        let came = whole.desk.clock.now().millis();
        assert_eq!((&here["since"], &here["left_at"]), (&json!(came), &Value::Null));

        drop(widget);
        pass(&whole, &mut [&mut agent, &mut elsewhere], 19).await;
        assert!(!agent.everything().await.iter().any(is_on_page), "who goes to the next page has not left");
        whole.clock.advance(Span::seconds(1));
        whole.desk.pulse.hurry();
        let left = agent.find(is_on_page).await;
        assert_eq!(left["since"], Value::Null);
        let at = left["left_at"].as_i64().unwrap();
        assert!((came..=came + 1_000).contains(&at), "{at}: when they were last there, not when it was noticed");
        assert_eq!((left["yields_from"].as_i64(), left["yields_until"].as_i64()), (Some(at + 60_000), Some(at + 600_000)));

        let (_screen, welcome) = listening.workspace(&mut organisation.owner).await;
        assert_eq!(welcome["on_page"][0]["left_at"], json!(at), "who opens the workspace now sees it at once");
        let (_widget, _) = listening.widget(&mut visitor).await;
        whole.desk.pulse.hurry();
        assert_eq!(agent.find(is_on_page).await["left_at"], Value::Null);
        assert!(!elsewhere.everything().await.iter().any(is_on_page), "of a client that they do not serve they hear nothing");
    }
}

#[tokio::test]
async fn where_a_customer_is_whose_contact_is_over_is_told_again_only_when_they_write_again() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let (mut widget, _) = listening.widget(&mut visitor).await;
        start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        agent.find(is_on_page).await;
        let end = json!({ "contact_id": contact(&mut visitor).await });
        visitor.browser.post(&format!("/api/widget/{}/end", visitor.key), end).await.expect(200);
        widget.find(|frame| frame["standing"]["state"] == "ended").await;
        drop(widget);
        pass(&whole, &mut [&mut agent], 30).await;
        let (mut widget, _) = listening.widget(&mut visitor).await;
        pass(&whole, &mut [&mut agent, &mut widget], 1).await;
        assert!(!agent.everything().await.iter().any(is_on_page));
        let (_, welcome) = listening.workspace(&mut organisation.owner).await;
        assert_eq!(welcome["on_page"], json!([]));
        start(&mut visitor, &mut organisation.agent.browser, "Vielä yksi asia").await;
        assert!(agent.find(is_on_page).await["since"].is_i64());
    }
}
