//! Whoever opens a case sees where the customer's contact before it was left (TE-12).

use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, reply, start, take, write};

async fn left_at(browser: &mut Browser, case: &str) -> Value {
    browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["left_at"].clone()
}

#[tokio::test]
async fn a_customer_who_comes_back_is_met_where_they_were_left() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let aino = organisation.agent.id.0;
        let agent = &mut organisation.agent.browser;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, agent, "Tulostin ei toimi").await;
        take(agent, &case).await;
        reply(agent, &case, "Käynnistä se uudelleen").await;
        assert_eq!(left_at(agent, &case).await, Value::Null, "nothing was before");
        act(agent, &case, "solve", json!({})).await.expect(200);

        // The customer goes on: the same case, another contact.
        whole.clock.advance(desk::moment::Span::seconds(20));
        write(&mut visitor, "Ei auttanut").await;
        let left = left_at(agent, &case).await;
        assert_eq!((&left["how"], &left["by"], &left["case_id"]), (&json!("solved"), &json!(aino), &json!(case)));

        // A closed case is over for good: the next one tells of it.
        take(agent, &case).await;
        agent.put(&format!("/api/cases/{case}/state"), json!({ "state": "closed" })).await.expect(200);
        agent.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        let next = start(&mut visitor, &mut organisation.owner.browser, "Nyt jumittaa paperi").await;
        assert_ne!(next, case);
        let left = left_at(&mut organisation.owner.browser, &next).await;
        assert_eq!((&left["how"], &left["case_id"]), (&json!("solved"), &json!(case)));
        assert_eq!(left["promise"], Value::Null);
    }
}
