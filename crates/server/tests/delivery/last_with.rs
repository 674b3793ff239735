//! Who comes back is offered first to who answered them last, while that agent may have it.

use serde_json::{Value, json};

use crate::scene::{Scene, Seat};

impl Scene {
    /// Chats of the client are offered from now on, as soon as they come.
    async fn offers(&self, seats: &[&Seat]) {
        let (client, team) = (self.client().id.0, self.client().team.0);
        let agents: Vec<_> = seats.iter().map(|seat| seat.id).collect();
        let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": agents, "offers": { "after_s": 0, "within_s": 20 } });
        self.owner().put(&format!("/api/teams/{team}"), body).await.expect(200);
    }

    /// What the desk would decide now, and how it judged this agent.
    async fn decided(&self, case: &str, seat: &Seat) -> (Value, Value) {
        let routing = self.owner().get(&format!("/api/cases/{case}/routing")).await.expect(200).json();
        let one = routing["agents"].as_array().unwrap().iter().find(|one| one["agent_id"] == json!(seat.id)).cloned();
        (routing["chosen"].clone(), one.unwrap_or_default())
    }
}

#[tokio::test]
async fn a_customer_who_comes_back_goes_first_to_who_answered_them_last_and_else_as_everybody() {
    for scene in Scene::on_each_engine().await {
        let (aino, mikko) = (scene.aino(), scene.colleague("Mikko Mestari").await);
        let (guest, case) = scene.chat("Kortti katosi").await;
        mikko.act(&case, "take").await.expect(200);
        mikko.reply(&case, "Katson asiaa").await.expect(200);
        mikko.act(&case, "close").await.expect(200);
        scene.offers(&[&aino, &mikko]).await;

        // Mikko has something to do already, and Aino has nothing.
        let (_, other) = scene.chat("Toinen asia").await;
        mikko.act(&other, "take").await.expect(200);
        let begun = guest.start("Sama kortti taas").await.expect(200).json();
        let case = scene.case_of(&begun).await;
        assert_eq!(scene.row(&case).await["contact"]["last_with"], json!(mikko.id));
        assert!(!begun.to_string().contains(&mikko.id.to_string()), "the customer is told of nobody");
        let (chosen, step) = scene.decided(&case, &mikko).await;
        assert_eq!((chosen, &step["step"], &step["was_last"]), (json!(mikko.id), &json!("may_have_it"), &json!(true)));
        let (_, stranger) = scene.chat("Uusi kävijä").await;
        assert_eq!(scene.decided(&stranger, &aino).await.0, json!(aino.id), "a stranger goes to who has least to do");

        mikko.presence("away").await;
        assert_eq!(scene.decided(&case, &aino).await.0, json!(aino.id), "nobody waits for who is away");
    }
}

#[tokio::test]
async fn after_thirty_days_nobody_is_remembered_and_who_never_answered_never_is() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Kortti katosi").await;
        scene.aino().act(&case, "end").await.expect(200);
        guest.say("Halloo?").await.expect(200);
        assert_eq!(scene.row(&case).await["contact"]["last_with"], Value::Null, "nobody answered");
        scene.aino().act(&case, "take").await.expect(200);
        scene.aino().reply(&case, "Nyt ehdin").await.expect(200);
        scene.aino().act(&case, "end").await.expect(200);
        guest.say("Vielä yksi").await.expect(200);
        assert_eq!(scene.row(&case).await["contact"]["last_with"], json!(scene.aino().id));
        scene.veikko().act(&case, "take").await.expect(200);
        scene.veikko().act(&case, "end").await.expect(200);
        scene.wait(31 * 86_400);
        guest.say("Olen täällä taas").await.expect(200);
        // Whoever was signed in a month ago is not any more.
        let (mut owner, _) = scene.desk.signed_in(scene.people.id, scene.people.owner.id).await;
        let now = owner.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(now["row"]["contact"]["last_with"], Value::Null);
    }
}
