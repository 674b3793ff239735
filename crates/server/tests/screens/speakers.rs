//! A chat is open in a language only while somebody is there who speaks it, and who waits in it is told (SM-05, CC-11).

use desk::may::Role;
use serde_json::{Value, json};
use testkit::people::{Person, TestOrganisation};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::screen::{Listening, Screen};

/// The first client's only two agents: who speaks no Swedish, and who does.
pub async fn two_agents(whole: &WholeDesk, organisation: &mut TestOrganisation) -> Person {
    let mikko = whole.person(organisation.id, "Yliopisto", "Mikko Mestari", Role::Agent, desk::availability::Presence::Present).await;
    let first = &organisation.clients[0];
    let team = json!({ "name": "Tuki", "client_ids": [first.id.0], "agent_ids": [organisation.agent.id.0, mikko.id.0] });
    organisation.owner.browser.put(&format!("/api/teams/{}", first.team.0), team).await.expect(200);
    let aino = organisation.agent.id.0;
    settings(&mut organisation.owner, aino, json!(["fi", "en"])).await;
    settings(&mut organisation.owner, mikko.id.0, json!(["fi", "sv"])).await;
    mikko
}

pub async fn settings(owner: &mut Person, agent: Uuid, languages: Value) {
    let people = owner.browser.get("/api/agents").await.expect(200).json();
    let mut settings = people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(agent)).unwrap()["settings"].clone();
    settings["languages"] = languages;
    settings["levels"] = Value::Null;
    owner.browser.put(&format!("/api/agents/{agent}"), settings).await.expect(200);
}

/// Reads until the widget is told in which languages the open chat is closed.
async fn closed_in(widget: &mut Screen, languages: &Value) -> Value {
    widget.find(|frame| frame["type"] == "availability" && &frame["availability"]["closed_in"] == languages).await
}

/// The same, and whether somebody is there for who waits: which of the two is told first is not promised.
async fn closed_in_and_attended(widget: &mut Screen, languages: &Value, attended: bool) -> Value {
    let (mut availability, mut is_told) = (None, false);
    loop {
        let frame = widget.find(|frame| frame["type"] == "availability" || frame["type"] == "queue").await;
        is_told |= frame["type"] == "queue" && frame["attended"] == json!(attended);
        if &frame["availability"]["closed_in"] == languages {
            availability = Some(frame);
        }
        if let (Some(found), true) = (&availability, is_told) {
            return found.clone();
        }
    }
}

#[tokio::test]
async fn when_the_last_who_speaks_swedish_leaves_the_chat_closes_in_swedish_and_who_waits_in_it_is_told() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut mikko = two_agents(&whole, &mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (_agent, _) = listening.workspace(&mut organisation.agent).await;
        let (_other, _) = listening.workspace(&mut mikko).await;
        let start =
            |language: &str| json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hej!", "language": language });
        let (mut svea, mut suvi) = (whole.visitor(&organisation.clients[0]), whole.visitor(&organisation.clients[0]));
        for (visitor, language) in [(&mut svea, "sv"), (&mut suvi, "fi")] {
            visitor.browser.post(&format!("/api/widget/{}/chats", visitor.key), start(language)).await.expect(200);
        }
        let (mut swedish, welcome) = listening.widget(&mut svea).await;
        assert_eq!(welcome["widget"]["availability"]["closed_in"], json!([]));
        assert_eq!(welcome["queue"]["attended"], json!(true), "somebody is there who could take her");
        let (mut finnish, _) = listening.widget(&mut suvi).await;

        mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        let no_swedish = json!([{ "language": "sv", "reason": "no_speaker" }]);
        let closed = closed_in_and_attended(&mut swedish, &no_swedish, false).await;
        assert_eq!(closed["availability"]["open"], json!(true), "to those who ask in Finnish");
        let mut late = whole.visitor(&organisation.clients[0]);
        let path = format!("/api/widget/{}/chats", late.key);
        assert_eq!(late.browser.post(&path, start("sv")).await.expect(409).code(), "chat_closed");
        late.browser.post(&path, start("fi")).await.expect(200);
        let place = closed_in(&mut finnish, &no_swedish).await;
        assert_eq!(place["availability"]["reason"], Value::Null);
        let (_, welcome) = listening.widget(&mut suvi).await;
        assert_eq!(welcome["queue"]["attended"], json!(true), "who waits in Finnish goes on waiting");

        whole.clock.advance(desk::moment::Span::seconds(1));
        let log = format!("/api/clients/{}/availability", organisation.clients[0].id.0);
        let day = organisation.owner.browser.get(&log).await.expect(200).json();
        let last = day["stretches"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&last["state"], &last["closed_in"]), (&json!("open"), &no_swedish));

        mikko.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        closed_in_and_attended(&mut swedish, &json!([]), true).await;
    }
}

#[tokio::test]
async fn who_waits_for_a_language_that_nobody_speaks_now_takes_no_room_from_those_who_can_be_answered() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut mikko = two_agents(&whole, &mut organisation).await;
        let path = format!("/api/clients/{}", organisation.clients[0].id.0);
        let mut client = organisation.owner.browser.get(&path).await.expect(200).json()["settings"].clone();
        client["queue_ceiling"] = json!(1);
        organisation.owner.browser.put(&path, client).await.expect(200);
        let listening = Listening::to(&whole).await;
        let (_agent, _) = listening.workspace(&mut organisation.agent).await;
        let (_other, _) = listening.workspace(&mut mikko).await;
        let ask = async |language: &str| {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let body = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hej!", "language": language });
            visitor.browser.post(&format!("/api/widget/{}/chats", visitor.key), body).await
        };
        for _ in 0..5 {
            ask("sv").await.expect(200);
        }
        // Four can be answered at once, and one more may wait behind them.
        assert_eq!(ask("sv").await.expect(409).code(), "chat_closed");
        let (mut widget, _) = listening.widget(&mut whole.visitor(&organisation.clients[0])).await;
        mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        let told = closed_in(&mut widget, &json!([{ "language": "sv", "reason": "no_speaker" }])).await;
        assert_eq!(told["availability"]["open"], json!(true), "Aino has four free slots, and nobody waits for her");
        ask("fi").await.expect(200);
    }
}

#[tokio::test]
async fn who_meets_the_chat_closed_in_their_language_is_counted_and_who_can_ask_is_not() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut mikko = two_agents(&whole, &mut organisation).await;
        let listening = Listening::to(&whole).await;
        let (_agent, _) = listening.workspace(&mut organisation.agent).await;
        let (_other, _) = listening.workspace(&mut mikko).await;
        let (mut widget, _) = listening.widget(&mut whole.visitor(&organisation.clients[0])).await;
        mikko.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        closed_in(&mut widget, &json!([{ "language": "sv", "reason": "no_speaker" }])).await;
        let key = whole.visitor(&organisation.clients[0]).key;
        for (browser, language) in [("Firefox", "fi"), ("Chromium", "sv"), ("Chromium", "sv")] {
            let mut visitor = whole.browser().with("user-agent", browser).with("accept-language", language);
            visitor.post(&format!("/api/widget/{key}/met-closed"), Value::Null).await.expect(204);
        }
        whole.clock.advance(desk::moment::Span::seconds(1));
        let log = format!("/api/clients/{}/availability", organisation.clients[0].id.0);
        let day = organisation.owner.browser.get(&log).await.expect(200).json();
        assert_eq!((&day["met_closed"], &day["stretches"].as_array().unwrap().last().unwrap()["met_closed"]), (&json!(1), &json!(1)));
    }
}
