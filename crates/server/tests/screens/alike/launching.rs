//! What opens a client to customers.

use serde_json::json;

use super::Stage;

impl Stage {
    /// Opens the new client to customers, or says when it is looked through.
    pub async fn launch(&mut self, method: &str) {
        let client = format!("/api/clients/{}", self.kept["client"]);
        let owner = &mut self.workspaces[0].browser;
        if method == "PUT" {
            owner.put(&format!("{client}/launch-review"), json!({ "review_on": "2026-06-01" })).await.expect(200);
            return;
        }
        let mut settings = owner.get(&client).await.expect(200).json()["settings"].clone();
        settings["languages"] = json!(["fi"]);
        settings["greeting_fi"] = json!("Hei!");
        owner.put(&client, settings).await.expect(200);
        let (first, team) = (self.organisation.clients[0].id.0, self.organisation.clients[0].team.0);
        let body = json!({ "name": "Tuki", "client_ids": [first, self.kept["client"]], "agent_ids": [self.organisation.agent.id.0] });
        owner.put(&format!("/api/teams/{team}"), body).await.expect(200);
        testkit::people::confirm_launch_points(owner, &client).await;
        owner.post(&format!("{client}/launch"), json!({})).await.expect(200);
    }
}
