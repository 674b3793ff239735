//! Taking a chat over one's slots: with a right and a reason, which are seen and counted (UH-12).

use serde_json::{Value, json};
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, start, take};
use crate::screen::Listening;

/// The agent has one slot, and perhaps the right to take more.
async fn one_slot(organisation: &mut TestOrganisation, may_exceed: bool) {
    let id = organisation.agent.id.0;
    let all = organisation.owner.browser.get("/api/agents").await.expect(200).json();
    let mut settings = all.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(id)).unwrap()["settings"].clone();
    settings["slots"] = json!(1);
    settings["may_exceed"] = json!(may_exceed);
    let told = organisation.owner.browser.put(&format!("/api/agents/{id}"), settings).await.expect(200).json();
    assert_eq!(told["settings"]["may_exceed"], json!(may_exceed));
}

fn because(reason: &str, note: &str) -> Value {
    json!({ "reason": reason, "note_id": uuid::Uuid::now_v7(), "note": note })
}

#[tokio::test]
async fn who_has_the_right_takes_one_more_and_the_desk_sees_why_and_counts_it() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        one_slot(&mut organisation, true).await;
        let first = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        let second = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Apua!").await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        take(&mut organisation.agent.browser, &first).await;
        let agent = &mut organisation.agent.browser;
        assert_eq!(act(agent, &second, "take", json!({})).await.expect(409).code(), "slots_full");
        assert_eq!(act(agent, &second, "exceed", because("other", " ")).await.expect(422).code(), "empty", "some reason it has to be");

        let reason = because("urgent", "Maksu ei mene läpi, henkilötunnus 131052-308T");
        let done = act(agent, &second, "exceed", reason.clone()).await.expect(200).json();
        assert_eq!(done["row"]["contact"]["luukku"], json!(2));
        let kinds: Vec<_> = done["entries"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
        assert_eq!(kinds, [json!("note"), json!("taken"), json!("owner_changed")]);
        assert!(!done.to_string().contains("131052"), "the reason is masked like all words");
        let again = act(agent, &second, "exceed", reason).await.expect(200).json();
        assert_eq!(again["entries"], done["entries"], "once is enough");

        let happened = owner.find(|frame| frame["type"] == "happened").await;
        assert_eq!((&happened["entry"]["kind"], &happened["entry"]["exceeds"]), (&json!("taken"), &json!("urgent")));
        let counted = owner.find(|frame| frame["type"] == "today" && frame["exceeded"] != json!(0)).await;
        assert_eq!((&counted["started"], &counted["exceeded"]), (&json!(2), &json!(1)));
        let rebuilt = store::rebuild::all(&whole.desk.db).await.unwrap();
        assert_eq!((rebuilt.cases, rebuilt.differed), (2, 0), "its row is what happened");
    }
}

#[tokio::test]
async fn who_lacks_the_right_is_told_who_could_take_it() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        one_slot(&mut organisation, false).await;
        let first = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        let second = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Apua!").await;
        take(&mut organisation.agent.browser, &first).await;
        let _here = listening.workspace(&mut organisation.supervisor).await;
        organisation.supervisor.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        let refused = act(&mut organisation.agent.browser, &second, "exceed", because("urgent", "")).await.expect(409);
        assert_eq!(refused.code(), "may_not_exceed");
        assert!(refused.json()["detail"].as_str().unwrap().contains("Veikko Valvoja"), "{}", refused.text());
        let view = organisation.owner.browser.get(&format!("/api/cases/{second}")).await.expect(200).json();
        assert_eq!(view["row"]["contact"]["state"], json!("waiting"), "nothing has happened");
        act(&mut organisation.supervisor.browser, &second, "exceed", because("nobody_else", "")).await.expect(200);
    }
}

#[tokio::test]
async fn eight_chats_are_the_most_that_anybody_has_whatever_the_right() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    one_slot(&mut organisation, true).await;
    for _ in 0..8 {
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        act(&mut organisation.agent.browser, &case, "exceed", because("urgent", "")).await.expect(200);
    }
    let ninth = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
    assert_eq!(act(&mut organisation.agent.browser, &ninth, "exceed", because("urgent", "")).await.expect(409).code(), "slots_full");
}
