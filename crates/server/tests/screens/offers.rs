//! A team to whose members waiting chats are offered, one at a time (CC-11, NV-08, UH-12).

use desk::availability::Presence;
use desk::id::AgentId;
use desk::may::Role;
use desk::moment::Span;
use serde_json::{Value, json};
use testkit::people::{Person, TestOrganisation};
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, start, take};
use crate::screen::{Listening, Screen};

/// The first client's team offers what waits: after `after_s`, to one agent for `within_s`.
async fn offering(organisation: &mut TestOrganisation, members: &[AgentId], after_s: i64, within_s: i64) {
    let (team, client) = (organisation.clients[0].team.0, organisation.clients[0].id.0);
    let members: Vec<_> = members.iter().map(|agent| agent.0).collect();
    let offers = json!({ "after_s": after_s, "within_s": within_s });
    let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": members, "offers": offers });
    let told = organisation.owner.browser.put(&format!("/api/teams/{team}"), body).await.expect(200).json();
    assert_eq!(told["offers"], offers);
}

/// Reads until the screen shows that `case` is offered to somebody; the whole row.
async fn offered(screen: &mut Screen, case: &str) -> Value {
    screen.find(|frame| frame["row"]["case_id"] == case && !frame["row"]["contact"]["offer"].is_null()).await["row"].clone()
}

/// Two agents of one team, in which everything is offered for 20 s.
async fn two_agents(whole: &WholeDesk) -> (TestOrganisation, Person) {
    let mut organisation = whole.organisation("Yliopisto").await;
    let mikko = whole.person(organisation.id, "Yliopisto", "Mikko Mestari", Role::Agent, Presence::Present).await;
    let members = [organisation.agent.id, mikko.id];
    offering(&mut organisation, &members, 0, 20).await;
    (organisation, mikko)
}

#[tokio::test]
async fn a_chat_is_offered_to_whoever_has_least_and_nobody_else_can_take_it_meanwhile() {
    for whole in WholeDesk::on_each_engine().await {
        let (mut organisation, mut mikko) = two_agents(&whole).await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let mut aino_is_there = listening.workspace(&mut organisation.agent).await.0;
        let mut mikko_is_there = listening.workspace(&mut mikko).await.0;

        let first = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Tulostin").await;
        let to_first = offered(&mut owner, &first).await["contact"]["offer"]["agent_id"].clone();
        let is_aino = to_first == json!(organisation.agent.id.0);
        let (asked, other, other_screen) = if is_aino {
            (&mut organisation.agent, &mut mikko, &mut mikko_is_there)
        } else {
            (&mut mikko, &mut organisation.agent, &mut aino_is_there)
        };
        let refused = act(&mut other.browser, &first, "take", json!({})).await.expect(409);
        assert_eq!(refused.code(), "offered_to_another");
        offered(other_screen, &first).await;
        take(&mut asked.browser, &first).await;

        let second = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Hiiri").await;
        let to_second = offered(&mut owner, &second).await["contact"]["offer"]["agent_id"].clone();
        assert_eq!(to_second, json!(other.id.0), "who has nothing comes before who has a chat");
    }
}

#[tokio::test]
async fn who_lets_an_offer_pass_is_on_a_break_and_the_next_one_is_asked() {
    for whole in WholeDesk::on_each_engine().await {
        let (mut organisation, mut mikko) = two_agents(&whole).await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let _aino_is_there = listening.workspace(&mut organisation.agent).await;
        let _mikko_is_there = listening.workspace(&mut mikko).await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Tulostin").await;
        let row = offered(&mut owner, &case).await;
        let (asked, waits_since) = (row["contact"]["offer"]["agent_id"].clone(), row["contact"]["waiting_since"].clone());

        whole.clock.advance(Span::seconds(19));
        whole.desk.pulse.hurry();
        whole.clock.advance(Span::seconds(1));
        whole.desk.pulse.hurry();

        let away = owner.find(|frame| frame["type"] == "agent" && frame["agent_id"] == asked).await;
        assert_eq!((away["presence"].clone(), away["away_because"].clone()), (json!("away"), json!("let_pass")));
        let row = owner.find(|frame| frame["row"]["contact"]["offer"]["agent_id"].as_str().is_some_and(|to| json!(to) != asked)).await;
        assert_eq!(row["row"]["contact"]["waiting_since"], waits_since, "the customer's waiting time is kept");

        let back = if asked == json!(mikko.id.0) { &mut mikko } else { &mut organisation.agent };
        let told = back.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200).json();
        assert_eq!((told["presence"].clone(), told["away_because"].clone()), (json!("present"), Value::Null));
    }
}

#[tokio::test]
async fn an_offer_goes_on_at_once_when_its_agent_takes_a_break() {
    for whole in WholeDesk::on_each_engine().await {
        let (mut organisation, mut mikko) = two_agents(&whole).await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let _aino_is_there = listening.workspace(&mut organisation.agent).await;
        let _mikko_is_there = listening.workspace(&mut mikko).await;
        let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Tulostin").await;
        let asked = offered(&mut owner, &case).await["contact"]["offer"]["agent_id"].clone();
        let asked_one = if asked == json!(mikko.id.0) { &mut mikko } else { &mut organisation.agent };
        let told = asked_one.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200).json();
        owner.find(|frame| frame["row"]["contact"]["offer"]["agent_id"].as_str().is_some_and(|to| json!(to) != asked)).await;
        assert_eq!(told["away_because"], Value::Null, "a break that was chosen is nobody's fault");
    }
}

#[tokio::test]
async fn a_team_that_takes_from_the_list_is_offered_only_what_nobody_has_taken_in_time() {
    let whole = WholeDesk::on_sqlite().await;
    let (mut organisation, mut mikko) = two_agents(&whole).await;
    offering(&mut organisation, &[mikko.id], 30, 20).await;
    let listening = Listening::to(&whole).await;
    let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
    let _mikko_is_there = listening.workspace(&mut mikko).await;
    let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, "Tulostin").await;
    whole.clock.advance(Span::seconds(29));
    whole.desk.pulse.hurry();
    let row = organisation.owner.browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"].clone();
    assert_eq!(row["contact"]["offer"], Value::Null);
    whole.clock.advance(Span::seconds(1));
    whole.desk.pulse.hurry();
    assert_eq!(offered(&mut owner, &case).await["contact"]["offer"]["agent_id"], json!(mikko.id.0));
}

#[tokio::test]
async fn an_offer_holds_a_slot_and_a_full_agent_is_offered_nothing_uh_12() {
    for whole in WholeDesk::on_each_engine().await {
        let (mut organisation, mut mikko) = two_agents(&whole).await;
        offering(&mut organisation, &[mikko.id], 0, 20).await;
        let listening = Listening::to(&whole).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        let _mikko_is_there = listening.workspace(&mut mikko).await;
        // Four slots: five chats wait, and four of them are offered.
        let mut offers = Vec::new();
        for n in 0..5 {
            let case = start(&mut whole.visitor(&organisation.clients[0]), &mut organisation.owner.browser, &format!("Asia {n}")).await;
            if n < 4 {
                offered(&mut owner, &case).await;
            }
            offers.push(case);
        }
        let refused = act(&mut mikko.browser, &offers[4], "take", json!({})).await.expect(409);
        assert_eq!(refused.code(), "slots_full", "what is offered to him holds his slots");
        take(&mut mikko.browser, &offers[0]).await;
        act(&mut mikko.browser, &offers[0], "end", json!({})).await.expect(200);
        offered(&mut owner, &offers[4]).await;
    }
}

#[tokio::test]
async fn settings_of_offers_have_limits_that_are_said() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let (team, client) = (organisation.clients[0].team.0, organisation.clients[0].id.0);
    for offers in
        [json!({ "after_s": -1, "within_s": 20 }), json!({ "after_s": 601, "within_s": 20 }), json!({ "after_s": 0, "within_s": 4 })]
    {
        let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": [], "offers": offers });
        let refused = organisation.owner.browser.put(&format!("/api/teams/{team}"), body).await.expect(422);
        assert_eq!(refused.code(), "invalid", "{offers}");
    }
}
