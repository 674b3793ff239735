//! What a self-directed team proposes and decides is on the screens of its members at once, and on nobody else's.

use desk::availability::Presence;
use desk::may::Role;
use serde_json::json;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::screen::Listening;

#[tokio::test]
async fn members_hear_what_is_proposed_and_what_it_has_become() {
    for whole in WholeDesk::on_each_engine().await {
        let mut a = whole.organisation("Yliopisto").await;
        let mut bertta = whole.person(a.id, "a", "Bertta Neuvoja", Role::Agent, Presence::Present).await;
        let team = a.clients[0].team.0;
        let members = [a.agent.id.0, bertta.id.0, a.read_only.id.0];
        let offers = json!({ "after_s": 0, "within_s": 20 });
        let body =
            json!({ "name": "Tuki", "client_ids": [a.clients[0].id.0], "agent_ids": members, "offers": offers, "is_self_directed": true });
        a.owner.browser.put(&format!("/api/teams/{team}"), body).await.expect(200);

        let listening = Listening::to(&whole).await;
        let (mut aino, _) = listening.workspace(&mut a.agent).await;
        let (mut other, _) = listening.workspace(&mut bertta).await;
        let (mut reader, _) = listening.workspace(&mut a.read_only).await;
        let (mut elsewhere, _) = listening.workspace(&mut a.agent_elsewhere).await;
        let body = json!({ "proposal_id": Uuid::now_v7(), "reason": "Tarjous katkaisee ajatuksen", "name": "Tuki", "offers": null });
        let proposal = a.agent.browser.post(&format!("/api/teams/{team}/proposals"), body).await.expect(200).json();
        for screen in [&mut aino, &mut other, &mut reader] {
            let heard = screen.next_of("proposal").await;
            assert_eq!((&heard["proposal_id"], &heard["state"]), (&proposal["proposal_id"], &json!("open")));
        }
        let word = json!({ "version": 1, "word": "consents", "reason": "" });
        let path = format!("/api/proposals/{}/word", proposal["proposal_id"].as_str().unwrap());
        bertta.browser.put(&path, word).await.expect(200);
        assert_eq!(aino.next_of("proposal").await["state"], "taken_effect");
        let settings = aino.next_of("settings").await;
        let now = settings["teams"].as_array().unwrap().iter().find(|one| one["team_id"] == json!(team)).unwrap().clone();
        assert_eq!(now["offers"], json!(null));
        assert_eq!(settings["proposals"][0]["state"], "taken_effect");
        // The new rules of teams are everybody's; what was said on the way to them is not.
        let heard = elsewhere.find(|frame| frame["type"] == "settings" || frame["type"] == "proposal").await;
        assert_eq!((&heard["type"], &heard["proposals"]), (&json!("settings"), &json!([])));
    }
}
