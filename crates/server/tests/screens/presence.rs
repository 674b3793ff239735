//! Who is there, who is gone, and what becomes of their chats.

use desk::availability::Presence;
use desk::may::Role;
use desk::moment::Span;
use serde_json::{Value, json};
use testkit::whole_desk::WholeDesk;

use crate::acts::{start, take};
use crate::screen::{Listening, Screen};

/// Reads until `agent` has `presence`.
async fn becomes(screen: &mut Screen, agent: uuid::Uuid, presence: &str) -> Value {
    screen.find(|frame| frame["type"] == "agent" && frame["agent_id"] == json!(agent) && frame["presence"] == presence).await
}

#[tokio::test]
async fn who_is_silent_for_45_seconds_is_gone_and_their_chats_go_to_the_front_of_the_queue() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let aino = organisation.agent.id.0;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let before = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        take(&mut organisation.agent.browser, &case).await;
        let (mut widget, _) = listening.widget(&mut visitor).await;
        whole.clock.advance(Span::seconds(30));
        for other in [&mut owner, &mut screen, &mut widget] {
            other.everything().await;
        }
        whole.clock.advance(Span::seconds(44));
        for other in [&mut owner, &mut widget] {
            other.everything().await;
        }
        whole.desk.pulse.hurry();
        let still = owner.everything().await;
        assert!(still.iter().all(|frame| frame["presence"] != "gone" || frame["agent_id"] != json!(aino)), "44 s are not 45");
        whole.clock.advance(Span::seconds(1));
        whole.desk.pulse.hurry();
        assert_eq!(screen.end().await, (4004, "silent".into()));
        becomes(&mut owner, aino, "gone").await;
        let back = owner.find(|frame| frame["row"]["contact"]["state"] == "waiting").await;
        assert_eq!(back["row"]["contact"]["held_by"], Value::Null);
        assert_eq!(back["row"]["contact"]["waiting_since"], before["row"]["contact"]["waiting_since"], "the wait is kept");
        let told = widget.find(|frame| frame["entries"][0]["kind"] == "waiting_again").await;
        assert_eq!(told["standing"]["state"], "waiting");
        // Coming back restores what was chosen before; the chat is not theirs any more.
        let (_screen, welcome) = listening.workspace(&mut organisation.agent).await;
        becomes(&mut owner, aino, "present").await;
        let row = welcome["agents"].as_array().unwrap().iter().find(|row| row["agent_id"] == json!(aino)).unwrap().clone();
        assert_eq!(row["presence"], "present");
    }
}

#[tokio::test]
async fn a_page_on_a_wall_keeps_nobody_present_and_brings_nobody_back_cc_11() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let aino = organisation.agent.id.0;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut own, _) = listening.workspace(&mut organisation.agent).await;
        let (mut wall, welcome) = listening.workspace_with(&mut organisation.agent, json!({ "is_wallboard": true })).await;
        assert_eq!(welcome["today"].as_array().unwrap().len(), 1, "it hears what every screen of hers hears");
        whole.clock.advance(Span::seconds(44));
        for screen in [&mut owner, &mut own, &mut wall] {
            screen.everything().await;
        }
        whole.clock.advance(Span::seconds(44));
        for screen in [&mut owner, &mut wall] {
            screen.everything().await;
        }
        whole.clock.advance(Span::seconds(1));
        for screen in [&mut owner, &mut wall] {
            screen.everything().await;
        }
        whole.desk.pulse.hurry();
        becomes(&mut owner, aino, "gone").await;
        becomes(&mut wall, aino, "gone").await;
        let closed = wall.find(|frame| frame["type"] == "availability" && frame["availability"]["open"] == false).await;
        assert_eq!(closed["availability"]["reason"], "nobody_present");

        let (_wall, welcome) = listening.workspace_with(&mut organisation.agent, json!({ "is_wallboard": true })).await;
        let row = welcome["agents"].as_array().unwrap().iter().find(|row| row["agent_id"] == json!(aino)).unwrap().clone();
        assert_eq!(row["presence"], "gone");
        let chosen = organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200).json();
        assert_eq!(chosen["presence"], "gone", "it counts once she has a screen at which she can sit");
    }
}

#[tokio::test]
async fn who_has_never_chosen_is_away_and_who_signs_out_is_gone_at_once() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let veikko = organisation.supervisor.id.0;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (_first, welcome) = listening.workspace(&mut organisation.supervisor).await;
        becomes(&mut owner, veikko, "away").await;
        assert!(welcome["agents"].to_string().contains("\"away\""));
        let chosen = organisation.supervisor.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200).json();
        assert_eq!((&chosen["presence"], &chosen["agent_id"]), (&json!("present"), &json!(veikko)));
        becomes(&mut owner, veikko, "present").await;
        organisation.supervisor.browser.delete("/api/session").await.expect(204);
        becomes(&mut owner, veikko, "gone").await;
    }
}

#[tokio::test]
async fn a_chat_is_not_opened_by_somebody_without_a_screen_cc_11() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut mikko = whole.person(organisation.id, "Yliopisto", "Mikko Mestari", Role::Agent, Presence::Gone).await;
        let client = whole.client(organisation.id, "Kirjasto", &[mikko.id]).await;
        let path = format!("/api/widget/{}", client.key);
        let chosen = mikko.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200).json();
        assert_eq!(chosen["presence"], "gone");
        assert_eq!(whole.browser().get(&path).await.expect(200).json()["availability"]["open"], false);
        // What was chosen holds as soon as there is a screen.
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (_screen, _) = listening.workspace(&mut mikko).await;
        becomes(&mut owner, mikko.id.0, "present").await;
        assert_eq!(whole.browser().get(&path).await.expect(200).json()["availability"]["open"], true);
    }
}

#[tokio::test]
async fn nobody_chooses_to_be_gone_and_who_only_looks_chooses_nothing() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let refused = organisation.agent.browser.put("/api/me/presence", json!({ "presence": "gone" })).await.expect(422);
    assert_eq!(refused.wrong_fields(), ["presence"]);
    organisation.agent.browser.put("/api/me/presence", json!({ "presence": "asleep" })).await.expect(422);
    organisation.read_only.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(403);
}

#[tokio::test]
async fn a_heartbeat_keeps_an_agent_there_and_nothing_else_does() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    let mut frames = Vec::new();
    for _ in 0..6 {
        whole.clock.advance(Span::seconds(15));
        screen.everything().await;
        frames.extend(owner.everything().await);
        whole.desk.pulse.hurry();
    }
    // Aino pings, and Bengt, who is present in the database, has no screen.
    let bengt = json!(organisation.agent_elsewhere.id.0);
    while !frames.iter().any(|frame| frame["presence"] == "gone" && frame["agent_id"] == bengt) {
        frames.push(owner.next().await);
    }
    assert!(frames.iter().all(|frame| frame["type"] != "agent" || frame["agent_id"] != json!(organisation.agent.id.0)));
}

#[tokio::test]
async fn a_chat_in_which_the_customer_is_silent_for_long_ends_and_a_waiting_one_never_does() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        let (mut silent, mut waiting) = (whole.visitor(&organisation.clients[0]), whole.visitor(&organisation.clients[0]));
        let mut browser = organisation.agent.browser.clone();
        let answered = start(&mut silent, &mut browser, "Hei!").await;
        start(&mut waiting, &mut browser, "Minäkin!").await;
        take(&mut browser, &answered).await;
        crate::acts::reply(&mut browser, &answered, "Auttoiko?").await;
        for _ in 0..30 {
            whole.clock.advance(Span::seconds(30));
            screen.everything().await;
        }
        whole.desk.pulse.hurry();
        let ended = screen.find(|frame| frame["row"]["contact"]["state"] == "ended").await;
        assert_eq!((&ended["row"]["case_id"], &ended["row"]["contact"]["ended_by"]), (&json!(answered), &json!("silence")));
        let overview = browser.get("/api/overview").await.expect(200).json();
        assert_eq!(overview["active"].as_array().unwrap().len(), 1, "the waiting one still waits");
    }
}
