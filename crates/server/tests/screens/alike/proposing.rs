//! What the members of a self-directed team do together.

use serde_json::{Value, json};
use uuid::Uuid;

use super::Stage;

impl Stage {
    /// What one of them does with the proposal: the agent proposes, the other one says their word.
    pub async fn decide(&mut self, method: &str, path: &str) {
        if path.starts_with("/api/teams/") {
            self.make_self_directed().await;
            let offers = json!({ "after_s": 30, "within_s": 20 });
            self.propose(Some(offers), "Moni chat jää odottamaan").await;
            return;
        }
        let id = self.kept["proposal"];
        let path = path.replace("{proposal_id}", &id.to_string());
        let is_word = path.ends_with("/word");
        let version = if self.kept.contains_key("changed proposal") { 1 } else { 2 };
        let word = if version == 2 { "objects" } else { "consents" };
        let browser = &mut self.workspaces[if is_word { 2 } else { 1 }].browser;
        let answer = match (method, is_word) {
            ("PUT", true) => browser.put(&path, json!({ "version": version, "word": word, "reason": "Näin on hyvä" })).await,
            ("PUT", false) => {
                let offers = json!({ "after_s": 45, "within_s": 20 });
                let body = json!({ "reason": "Vähän myöhemmin", "name": "Tuki", "offers": offers });
                browser.put(&path, body).await
            }
            _ => browser.delete(&path).await,
        };
        assert!(answer.status.is_success(), "{method} {path}: {}", answer.text());
        if method == "DELETE" && !is_word {
            self.make("changed proposal");
        }
    }

    pub async fn agree(&mut self) {
        self.propose(None, "Ota listalta, niin kuin on sovittu").await;
        self.decide("PUT", "/api/proposals/{proposal_id}/word").await;
    }

    async fn propose(&mut self, offers: Option<Value>, reason: &str) {
        let (id, team) = (self.make("proposal"), self.organisation.clients[0].team.0);
        let name = if offers.is_some() { "Tuki" } else { "Lähituki" };
        let body = json!({ "proposal_id": id, "reason": reason, "name": name, "offers": offers });
        self.workspaces[1].browser.post(&format!("/api/teams/{team}/proposals"), body).await.expect(200);
    }

    async fn make_self_directed(&mut self) {
        let (client, team) = (self.organisation.clients[0].id.0, self.organisation.clients[0].team.0);
        let people = &self.organisation;
        let members: [Uuid; 3] = [people.agent.id.0, people.agent_elsewhere.id.0, people.read_only.id.0];
        let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": members, "is_self_directed": true });
        self.workspaces[0].browser.put(&format!("/api/teams/{team}"), body).await.expect(200);
    }
}
