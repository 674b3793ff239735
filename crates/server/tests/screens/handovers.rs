//! Handovers that the customer feels are counted, and the third one is told to who looks after the desk (CC-22).

use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, reply, start, take};
use crate::screen::Listening;

fn is_raised(frame: &Value) -> bool {
    frame["type"] == "happened" && frame["entry"]["kind"] == "raised_to_lead"
}

async fn give_back(browser: &mut Browser, case: &str) {
    act(browser, case, "give-back", json!({})).await.expect(200);
}

#[tokio::test]
async fn the_third_other_person_who_comes_to_a_customer_is_told_at_once_and_once() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut screen, _) = listening.workspace(&mut organisation.supervisor).await;
        // Who has no screen open is gone, and what they take goes back to the queue at the next beat.
        let (_outis, _) = listening.workspace(&mut organisation.owner).await;
        let (mut aino, mut outi) = (organisation.agent.browser.clone(), organisation.owner.browser.clone());
        let mut esa = organisation.supervisor.browser.clone();
        take(&mut aino, &case).await;
        give_back(&mut aino, &case).await;
        take(&mut outi, &case).await;
        reply(&mut outi, &case, "Hei! Selvitän.").await;
        for (from, to) in [(&mut outi.clone(), &mut aino), (&mut organisation.agent.browser.clone(), &mut esa)] {
            give_back(from, &case).await;
            take(to, &case).await;
        }
        assert!(!screen.everything().await.iter().any(is_raised), "the first one came before anybody had answered");
        give_back(&mut esa, &case).await;
        take(&mut outi, &case).await;
        assert_eq!(screen.find(is_raised).await["case_id"], json!(case));
        let view = outi.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(view["row"]["handovers"], 3);
        give_back(&mut outi, &case).await;
        take(&mut aino, &case).await;
        assert!(!screen.everything().await.iter().any(is_raised), "once is enough");
        let conversation = visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await.expect(200);
        assert!(!conversation.text().contains("raised"), "the customer is told nothing of it");
    }
}
