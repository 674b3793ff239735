//! A note that names people reaches them at once, stays until they read it, and reaches nobody else.

use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{act, start};
use crate::screen::Listening;

fn note(text: &str, mentions: &Value) -> Value {
    json!({ "note_id": Uuid::now_v7(), "text": text, "mentions": mentions })
}

async fn unread(browser: &mut Browser) -> Vec<Value> {
    let shown = browser.get("/api/overview").await.expect(200).json();
    shown["mentions"].as_array().unwrap().iter().filter(|one| one["is_read"] == false).cloned().collect()
}

#[tokio::test]
async fn whoever_a_note_names_is_told_at_once_and_finds_it_again_until_it_is_read() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut other_tab, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let named = json!({ "agent_ids": [organisation.supervisor.id.0], "team_ids": [] });
        let done = act(&mut organisation.agent.browser, &case, "notes", note("Katsotko tätä, @Esihenkilö", &named)).await;
        assert_eq!(done.expect(200).json()["entries"][0]["mentions"]["agent_ids"], named["agent_ids"]);

        let told = supervisor.next_of("mentioned").await;
        assert_eq!(
            (&told["case_id"], &told["text"], &told["is_read"]),
            (&json!(case), &json!("Katsotko tätä, @Esihenkilö"), &json!(false))
        );
        other_tab.next_of("mentioned").await;
        assert!(owner.everything().await.iter().all(|frame| frame["type"] != "mentioned"), "only who is named is told");
        assert_eq!(unread(&mut organisation.supervisor.browser).await.len(), 1);
        assert!(unread(&mut organisation.owner.browser).await.is_empty());

        organisation.supervisor.browser.put(&format!("/api/cases/{case}/mentions-read"), json!({})).await.expect(204);
        assert_eq!(other_tab.next_of("mentions_read").await["case_id"], json!(case));
        assert!(unread(&mut organisation.supervisor.browser).await.is_empty());
    }
}

#[tokio::test]
async fn a_team_that_is_named_reaches_those_of_it_who_are_there() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        let named = json!({ "agent_ids": [], "team_ids": [organisation.clients[0].team.0] });
        act(&mut organisation.owner.browser, &case, "notes", note("Kuka ehtii, @tiimi?", &named)).await.expect(200);
        agent.next_of("mentioned").await;
        assert_eq!(unread(&mut organisation.agent.browser).await.len(), 1);
        // Of the same team, but not there.
        assert!(unread(&mut organisation.read_only.browser).await.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_named_who_may_not_read_the_case_and_nobody_hears_of_it_trust_60() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let named = json!({ "agent_ids": [organisation.supervisor.id.0, organisation.agent_elsewhere.id.0], "team_ids": [] });
        let refused = act(&mut organisation.agent.browser, &case, "notes", note("Salainen", &named)).await.expect(409).json();
        assert_eq!(refused["code"], "cannot_be_named");
        let team = json!({ "agent_ids": [], "team_ids": [organisation.clients[1].team.0] });
        act(&mut organisation.agent.browser, &case, "notes", note("Salainen", &team)).await.expect(409);
        assert!(elsewhere.everything().await.iter().all(|frame| frame["type"] != "mentioned"));
        assert!(unread(&mut organisation.supervisor.browser).await.is_empty(), "nothing half done");
        let shown = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).text();
        assert!(!shown.contains("Salainen"));
    }
}

#[tokio::test]
async fn what_named_somebody_is_hidden_when_they_may_read_the_case_no_more_trust_60() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    let named = json!({ "agent_ids": [organisation.agent.id.0], "team_ids": [] });
    act(&mut organisation.owner.browser, &case, "notes", note("Muistathan tämän", &named)).await.expect(200);
    assert_eq!(unread(&mut organisation.agent.browser).await.len(), 1);
    let path = format!("/api/agents/{}/teams", organisation.agent.id.0);
    organisation.owner.browser.put(&path, json!({ "team_ids": [] })).await.expect(200);
    assert!(unread(&mut organisation.agent.browser).await.is_empty());
    organisation.agent.browser.put(&format!("/api/cases/{case}/mentions-read"), json!({})).await.expect(404);
}
