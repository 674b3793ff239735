//! What becomes of a call that was promised, and which calls are promised at all.

use serde_json::json;
use testkit::whole_desk::WholeDesk;

use super::{NUMBER, about, ask, conversation, last_said, let_ask, row, wish};
use crate::acts::{act, start, take};

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
