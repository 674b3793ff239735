//! What is known of customers, as an act.

use serde_json::json;

use super::Stage;

impl Stage {
    /// A client keeps what its customers use, or an agent writes it down.
    pub async fn know(&mut self, path: &str) {
        if path.starts_with("/api/clients/") {
            let id = self.make("known field");
            let field = json!({ "known_field_id": id, "name_fi": "Laite", "name_sv": "Apparat", "name_en": "Device", "retired": false });
            let path = format!("/api/clients/{}/known-fields", self.organisation.clients[0].id);
            self.workspaces[0].browser.put(&path, json!({ "fields": [field] })).await.expect(200);
        } else {
            let path = format!("/api/cases/{}/known/{}", self.case, self.kept["known field"]);
            self.workspaces[1].browser.put(&path, json!({ "text": "ThinkPad T14" })).await.expect(200);
        }
    }
}
