//! Colleagues talk with one another inside a case: live to whoever looks at it, told to whoever takes part, read by nobody else.

use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{act, note, start, take};
use crate::screen::Listening;

async fn aside(browser: &mut Browser, case: &str, text: &str, named: Value) -> Reply {
    let mentions = json!({ "agent_ids": named, "team_ids": [] });
    act(browser, case, "notes", json!({ "note_id": Uuid::now_v7(), "text": text, "mentions": mentions, "place": "side" })).await
}

/// What somebody takes part in and has not read, by where it stands.
async fn unread(browser: &mut Browser) -> Vec<(String, String)> {
    let shown = browser.get("/api/overview").await.expect(200).json();
    let all = shown["mentions"].as_array().unwrap().iter().filter(|one| one["is_read"] == false);
    all.map(|one| (one["place"].as_str().unwrap().to_owned(), one["text"].as_str().unwrap().to_owned())).collect()
}

fn said(place: &str, text: &str) -> (String, String) {
    (place.to_owned(), text.to_owned())
}

#[tokio::test]
async fn a_line_reaches_whoever_looks_and_marks_it_unread_for_those_who_take_part() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        take(&mut organisation.agent.browser, &case).await;

        // The holder takes part before saying a word.
        let line = aside(&mut organisation.owner.browser, &case, "Henkilötunnus 131052-308T, onko tuttu?", json!([])).await;
        let entry = line.expect(200).json()["entries"][0].clone();
        assert_eq!((&entry["kind"], &entry["place"]), (&json!("note"), &json!("side")));
        assert!(!entry["text"].as_str().unwrap().contains("131052"), "masked like every other word");
        let masked = entry["text"].as_str().unwrap();
        assert_eq!(unread(&mut organisation.agent.browser).await, [said("side", masked)]);
        assert!(unread(&mut organisation.supervisor.browser).await.is_empty(), "who takes no part has no mark");

        // Who is named joins, and hears of what comes after.
        let boss = json!([organisation.supervisor.id.0]);
        aside(&mut organisation.agent.browser, &case, "@Esihenkilö tietää", boss).await.expect(200);
        assert_eq!(supervisor.next_of("mentioned").await["place"], "side");
        aside(&mut organisation.agent.browser, &case, "Kysyn vielä", json!([])).await.expect(200);
        assert_eq!(supervisor.next_of("mentioned").await["text"], "Kysyn vielä");
        assert_eq!(unread(&mut organisation.owner.browser).await.len(), 2, "who wrote takes part");

        // What is read in the thread is not read here, and the other way round.
        note(&mut organisation.owner.browser, &case, "Muistiinpano").await;
        organisation.owner.browser.put(&format!("/api/cases/{case}/mentions-read"), json!({})).await.expect(204);
        assert_eq!(unread(&mut organisation.owner.browser).await.len(), 2);
        organisation.supervisor.browser.put(&format!("/api/cases/{case}/side-read"), json!({})).await.expect(204);
        assert_eq!(supervisor.next_of("mentions_read").await["place"], "side");
        assert!(unread(&mut organisation.supervisor.browser).await.is_empty());

        // It is there with the case, in order, apart from the thread; a note is not among it.
        let shown = organisation.read_only.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        let texts: Vec<&Value> = shown["side"].as_array().unwrap().iter().map(|line| &line["text"]).collect();
        assert_eq!(texts, [masked, "@Esihenkilö tietää", "Kysyn vielä"]);
    }
}

#[tokio::test]
async fn a_screen_that_was_away_gets_the_lines_that_it_missed() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let seq = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"]["seq"].clone();
        aside(&mut organisation.owner.browser, &case, "Katkon aikana", json!([])).await.expect(200);
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        screen.say(json!({ "type": "looking", "case_id": case, "seq": seq })).await;
        // The line may still be on its way as the screen opens: then its row comes first, as to whoever looks at no case.
        let frame = screen.find(|frame| frame["type"] == "case" && frame["entries"] != json!([])).await;
        assert_eq!((&frame["entries"][0]["text"], &frame["entries"][0]["place"]), (&json!("Katkon aikana"), &json!("side")));
    }
}

#[tokio::test]
async fn whoever_may_not_read_the_case_reads_writes_and_hears_nothing_of_it_trust_60() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    aside(&mut organisation.agent.browser, &case, "Salainen", json!([])).await.expect(200);
    aside(&mut organisation.agent_elsewhere.browser, &case, "Kuuluuko?", json!([])).await.expect(404);
    aside(&mut organisation.read_only.browser, &case, "Minäkin", json!([])).await.expect(403);
    organisation.agent_elsewhere.browser.put(&format!("/api/cases/{case}/side-read"), json!({})).await.expect(404);
    let named = json!([organisation.agent_elsewhere.id.0]);
    let refused = aside(&mut organisation.agent.browser, &case, "Salainen", named).await.expect(409).json();
    assert_eq!(refused["code"], "cannot_be_named");

    // Whose rights are gone hears of no more lines.
    let path = format!("/api/agents/{}/teams", organisation.agent.id.0);
    organisation.owner.browser.put(&path, json!({ "team_ids": [] })).await.expect(200);
    aside(&mut organisation.owner.browser, &case, "Jatkan ilman häntä", json!([])).await.expect(200);
    assert!(unread(&mut organisation.agent.browser).await.is_empty());
}

#[tokio::test]
async fn a_long_side_conversation_pushes_no_mention_and_no_other_conversation_out_of_the_list() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (mut first, mut second) = (whole.visitor(&organisation.clients[0]), whole.visitor(&organisation.clients[0]));
        let case = start(&mut first, &mut organisation.agent.browser, "Hei!").await;
        take(&mut organisation.agent.browser, &case).await;
        let me = json!([organisation.agent.id.0]);
        let named = json!({ "note_id": Uuid::now_v7(), "text": "@Neuvoja katso", "mentions": { "agent_ids": me.clone(), "team_ids": [] } });
        let owner = &mut organisation.owner.browser;
        act(owner, &case, "notes", named).await.expect(200);
        let other = start(&mut second, owner, "Hei hei!").await;
        aside(owner, &other, "@Neuvoja, tuttu?", me).await.expect(200);
        for line in 0..240 {
            aside(owner, &case, &format!("Rivi {line}"), json!([])).await.expect(200);
        }
        let unread = unread(&mut organisation.agent.browser).await;
        assert!(unread.contains(&said("thread", "@Neuvoja katso")) && unread.contains(&said("side", "@Neuvoja, tuttu?")), "{unread:?}");
        assert!(unread.contains(&said("side", "Rivi 239")));
        assert_eq!(unread.len(), 22, "twenty lines stand for the long one");
    }
}
