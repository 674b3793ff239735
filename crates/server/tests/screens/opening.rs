//! An open chat that a rule closes to some, because nobody who is there knows their matter: visitors learn it before they have
//! written anything, and the desk which rule it is (CC-11, NV-08).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::rules::pay_needs_somebody;
use testkit::whole_desk::WholeDesk;

use crate::screen::{Listening, Screen};
use crate::speakers::two_agents;

/// Reads until a screen hears of the chat that rules close it to some, or that they do not any more.
async fn closed_by_rules(screen: &mut Screen, closed: bool) -> Value {
    screen.find(|frame| frame["type"] == "availability" && frame["availability"]["closed_by_rules"].is_string() == closed).await
}

#[tokio::test]
async fn a_page_is_closed_for_visitors_and_named_to_the_desk_as_soon_as_the_last_who_knows_it_leaves_cc_11() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut mikko = two_agents(&whole, &mut organisation).await;
        let client = organisation.clients[0].clone();
        pay_needs_somebody(&mut organisation.owner.browser, &client, mikko.id.0).await;
        let listening = Listening::to(&whole).await;
        let (mut workspace, _) = listening.workspace(&mut organisation.agent).await;
        let (_other, _) = listening.workspace(&mut mikko).await;
        let mut visitor = whole.visitor(&client);
        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        assert_eq!(welcome["widget"]["availability"]["closed_by_rules"], Value::Null);

        whole.clock.advance(Span::seconds(1));
        mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        let told = closed_by_rules(&mut widget, true).await;
        assert_eq!(told["availability"]["open"], json!(true), "for everybody else it is open");
        assert!(!told.to_string().contains("Palkka"), "visitors hear nothing of rules");
        let told = closed_by_rules(&mut workspace, true).await;
        assert_eq!(told["closed_rules"], json!(["Palkka-asiat"]));
        let (_late, welcome) = listening.workspace(&mut organisation.owner).await;
        let rows = welcome["clients"].as_array().unwrap();
        let row = rows.iter().find(|row| row["client_id"] == json!(client.id.0)).unwrap();
        assert_eq!(row["closed_rules"], json!(["Palkka-asiat"]));

        // Who meets it closed is counted, on that page and no other.
        for (browser, page) in [("Firefox", "palkka"), ("Firefox", "palkka"), ("Chromium", "uutiset")] {
            let mut visitor = whole.browser().with("user-agent", browser).with("accept-language", "fi");
            visitor
                .post(&format!("/api/widget/{}/met-closed?page=https://www.example.fi/{page}", client.key), Value::Null)
                .await
                .expect(204);
        }
        whole.clock.advance(Span::seconds(1));

        mikko.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        closed_by_rules(&mut widget, false).await;
        assert_eq!(closed_by_rules(&mut workspace, false).await["closed_rules"], json!([]));

        // The day's page tells how long the rule closed it, and who met that.
        whole.clock.advance(Span::seconds(1));
        let day = organisation.owner.browser.get(&format!("/api/clients/{}/availability", client.id.0)).await.expect(200).json();
        let stretches = day["stretches"].as_array().unwrap();
        let told: Vec<_> = stretches
            .iter()
            .map(|one| (&one["closed_rules"], &one["met_closed"], one["until"].as_i64().unwrap() - one["from"].as_i64().unwrap()))
            .collect();
        let (open, by_rule) = (json!([]), json!(["Palkka-asiat"]));
        assert_eq!(told, [(&open, &json!(0), 1_000), (&by_rule, &json!(1), 1_000), (&open, &json!(0), 1_000)]);
        assert!(stretches.iter().all(|one| one["state"] == "open"), "{day}");
    }
}
