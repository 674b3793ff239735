//! A chat that nobody takes in time goes to another team as well (TE-13, UH-20).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, start, take};
use crate::screen::{Listening, Screen};

/// The first client's team lets the second one help after 30 s; how that one is offered what waits, if it is.
async fn helping(organisation: &mut TestOrganisation, offers: Value) {
    let [first, second] = &organisation.clients;
    let overflow = json!({ "after_s": 30, "team_id": second.team.0 });
    let helped = json!({ "name": "Tuki", "client_ids": [first.id.0], "agent_ids": [organisation.agent.id.0], "overflow": overflow });
    let told = organisation.owner.browser.put(&format!("/api/teams/{}", first.team.0), helped).await.expect(200).json();
    assert_eq!(told["overflow"], overflow);
    let helps =
        json!({ "name": "Kauppa", "client_ids": [second.id.0], "agent_ids": [organisation.agent_elsewhere.id.0], "offers": offers });
    organisation.owner.browser.put(&format!("/api/teams/{}", second.team.0), helps).await.expect(200);
}

fn overflowed(frame: &Value) -> bool {
    frame["row"]["contact"]["also_for"].as_array().is_some_and(|teams| !teams.is_empty())
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
async fn a_chat_that_waits_too_long_can_be_taken_by_the_other_team_and_not_before() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        helping(&mut organisation, Value::Null).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut helper, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.owner.browser, "Hei!").await;
        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        pass(&whole, &mut [&mut owner, &mut helper, &mut widget], 29).await;
        let early = act(&mut organisation.agent_elsewhere.browser, &case, "take", json!({})).await.expect(409);
        assert_eq!(early.code(), "for_another_team");

        pass(&whole, &mut [&mut helper], 1).await;
        let row = helper.find(overflowed).await["row"].clone();
        assert_eq!(row["contact"]["also_for"], json!([organisation.clients[1].team.0]));
        let happened = owner.find(|frame| frame["type"] == "happened").await;
        assert_eq!(
            (&happened["entry"]["kind"], &happened["entry"]["from_team"], &happened["entry"]["to_team"]),
            (&json!("overflowed"), &json!(organisation.clients[0].team.0), &json!(organisation.clients[1].team.0))
        );
        take(&mut organisation.agent_elsewhere.browser, &case).await;
        // The customer hears nothing but that somebody answers, next in their own order.
        let next = widget.next_of("entries").await;
        assert_eq!((&next["after"], &next["entries"][0]["kind"]), (&welcome["conversation"]["seq"], &json!("answering")));
        let view = organisation.owner.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(view["row"]["contact"]["also_for"], json!([]), "what somebody has waits for no other team");
        let rebuilt = store::rebuild::all(&whole.desk.db).await.unwrap();
        assert_eq!((rebuilt.cases, rebuilt.differed), (1, 0), "its row is what happened");
    }
}

#[tokio::test]
async fn a_helping_team_that_is_offered_what_waits_is_offered_this_as_well() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        helping(&mut organisation, json!({ "after_s": 0, "within_s": 20 })).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut helper, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        let path = format!("/api/cases/{case}/routing");
        let before = organisation.owner.browser.get(&path).await.expect(200).json();
        assert_eq!((&before["chosen"], &before["also_for"]), (&Value::Null, &json!([])));
        pass(&whole, &mut [&mut owner, &mut helper], 30).await;
        let bengt = json!(organisation.agent_elsewhere.id.0);
        owner.find(|frame| frame["row"]["contact"]["offer"]["agent_id"] == bengt).await;
        let after = organisation.owner.browser.get(&path).await.expect(200).json();
        assert_eq!((&after["chosen"], &after["also_for"]), (&bengt, &json!([organisation.clients[1].team.0])));
        take(&mut organisation.agent_elsewhere.browser, &case).await;
    }
}

#[tokio::test]
async fn a_rule_that_goes_around_is_refused_and_one_to_a_removed_team_does_nothing() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        helping(&mut organisation, Value::Null).await;
        let [first, second] = organisation.clients.clone();
        let back = json!({ "name": "Kauppa", "client_ids": [second.id.0], "agent_ids": [], "overflow": { "after_s": 30, "team_id": first.team.0 } });
        let refused = organisation.owner.browser.put(&format!("/api/teams/{}", second.team.0), back).await.expect(422).json();
        assert_eq!(refused["fields"][0]["field"], json!("overflow.team_id"));
        let mut quick =
            json!({ "name": "Tuki", "client_ids": [], "agent_ids": [], "overflow": { "after_s": 9, "team_id": second.team.0 } });
        organisation.owner.browser.put(&format!("/api/teams/{}", first.team.0), quick.clone()).await.expect(422);
        quick["overflow"] = json!({ "after_s": 30, "team_id": uuid::Uuid::now_v7() });
        organisation.owner.browser.put(&format!("/api/teams/{}", first.team.0), quick).await.expect(422);

        organisation.owner.browser.delete(&format!("/api/teams/{}", second.team.0)).await.expect(204);
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        pass(&whole, &mut [&mut owner, &mut agent], 40).await;
        pass(&whole, &mut [&mut agent], 21).await;
        // On the beat on which the missed target is noted, it would have gone on long before.
        owner.find(|frame| frame["entry"]["kind"] == "answer_target_missed").await;
        let view = organisation.owner.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(view["row"]["contact"]["also_for"], json!([]));
        let teams = organisation.owner.browser.get("/api/teams").await.expect(200).json();
        let helped = teams.as_array().unwrap().iter().find(|team| team["team_id"] == json!(first.team.0)).unwrap();
        assert_eq!(
            helped["overflow"]["team_id"],
            json!(second.team.0),
            "the settings still say whom it was, so that they can tell that it is gone"
        );
    }
}

#[tokio::test]
async fn who_helps_sees_the_cases_of_whom_they_help_and_nobody_elses() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        let path = format!("/api/cases/{case}");
        organisation.agent_elsewhere.browser.get(&path).await.expect(404);
        helping(&mut organisation, Value::Null).await;
        organisation.agent_elsewhere.browser.get(&path).await.expect(200);
        let overview = organisation.agent_elsewhere.browser.get("/api/overview").await.expect(200).json();
        assert_eq!((overview["active"].as_array().unwrap().len(), overview["clients"].as_array().unwrap().len()), (1, 2));
        let category = uuid::Uuid::now_v7();
        let labels = json!({
            "labels": [{ "label_id": category, "kind": "category", "name": "Tunnukset", "retired": false }],
            "requires": { "category": false, "tag": false },
        });
        organisation.owner.browser.put(&format!("/api/clients/{}/labels", organisation.clients[0].id.0), labels).await.expect(200);
        let sorted = json!({ "category_id": category, "tag_ids": [] });
        organisation.owner.browser.put(&format!("{path}/labels"), sorted).await.expect(200);
        let of_category = organisation.agent_elsewhere.browser.get(&format!("/api/cases?category={category}")).await.expect(200).json();
        assert_eq!(of_category["items"].as_array().unwrap().len(), 1, "by category as well");
        let other = start(&mut whole.visitor(&organisation.clients[1]), &mut organisation.owner.browser, "Hei!").await;
        organisation.agent.browser.get(&format!("/api/cases/{other}")).await.expect(404);
    }
}

#[tokio::test]
async fn who_helps_takes_what_has_come_to_them_and_leaves_the_rest_to_whose_it_is() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        helping(&mut organisation, Value::Null).await;
        let (agent, helper) = (&mut organisation.agent.browser, &mut organisation.agent_elsewhere.browser);
        let parked = start(&mut whole.visitor(&organisation.clients[0]), agent, "Hei!").await;
        take(agent, &parked).await;
        act(agent, &parked, "park", json!({ "message_id": uuid::Uuid::now_v7(), "in_minutes": 30 })).await.expect(200);
        assert_eq!(act(helper, &parked, "take", json!({})).await.expect(409).code(), "for_another_team");

        let ended = start(&mut whole.visitor(&organisation.clients[0]), agent, "Moi!").await;
        take(agent, &ended).await;
        act(agent, &ended, "end", json!({})).await.expect(200);
        let words = json!({ "message_id": uuid::Uuid::now_v7(), "text": "Minä tässä" });
        let block = json!({ "note_id": uuid::Uuid::now_v7(), "reason": "Ei syytä", "how_long": "hour" });
        for (case, does, body) in [
            (&parked, "messages", words.clone()),
            (&ended, "messages", words),
            (&ended, "solve", json!({})),
            (&ended, "close", json!({})),
            (&ended, "block", block),
        ] {
            assert_eq!(act(helper, case, does, body).await.expect(409).code(), "for_another_team", "{does}");
        }
        act(helper, &ended, "notes", json!({ "note_id": uuid::Uuid::now_v7(), "text": "Sama asiakas soitti meille" })).await.expect(200);
        act(agent, &ended, "solve", json!({})).await.expect(200);
    }
}

#[tokio::test]
async fn a_rule_that_is_taken_away_offers_nothing_more_to_who_helped() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        helping(&mut organisation, json!({ "after_s": 0, "within_s": 60 })).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut helper, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hei!").await;
        pass(&whole, &mut [&mut owner, &mut agent, &mut helper], 30).await;
        let bengt = json!(organisation.agent_elsewhere.id.0);
        owner.find(|frame| frame["row"]["contact"]["offer"]["agent_id"] == bengt).await;

        let alone = json!({ "name": "Tuki", "client_ids": [organisation.clients[0].id.0], "agent_ids": [organisation.agent.id.0] });
        let team = format!("/api/teams/{}", organisation.clients[0].team.0);
        organisation.owner.browser.put(&team, alone).await.expect(200);
        // Nobody waits for the offer to run out, and who could not see it is not sent away for that.
        owner.find(|frame| frame["row"]["contact"]["state"] == "waiting" && frame["row"]["contact"]["offer"].is_null()).await;
        take(&mut organisation.agent.browser, &case).await;
        let me = organisation.agent_elsewhere.browser.get("/api/me").await.expect(200).json();
        assert_ne!(me["presence"], json!("away"), "{me}");
    }
}
