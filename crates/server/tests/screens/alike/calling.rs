//! The acts about calls that customers ask for.

use serde_json::json;
use uuid::Uuid;

use super::Stage;

/// How their routes end.
pub const CALLS: [&str; 3] = ["/call-backs", "/called", "/not-reached"];

impl Stage {
    pub async fn call(&mut self, act: &str) {
        let (id, message) = (Uuid::now_v7(), Uuid::now_v7());
        match act {
            "call-backs" => {
                let client = self.organisation.clients[0].id.0;
                let mut settings = self.settings_of(client).await;
                settings["call_back"] = json!({ "within_min": 60, "tries": 3 });
                self.workspaces[0].browser.put(&format!("/api/clients/{client}"), settings).await.expect(200);
                let body = json!({ "contact_id": id, "message_id": message, "phone": "040 123 4567", "language": "fi" });
                // They have waited in their chat while everything else happened.
                let visitor = &mut self.widgets[1].visitor;
                let path = format!("/api/widget/{}/call-backs", visitor.key);
                visitor.browser.post(&path, body).await.expect(200);
                let conversation = visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await.expect(200).json();
                let number = &conversation["case_number"];
                let found = self.workspaces[1].browser.get(&format!("/api/cases?number={number}")).await.expect(200).json();
                found["items"][0]["case_id"].as_str().unwrap().clone_into(&mut self.case);
            }
            "called" | "not-reached" => {
                self.by_agent("POST", "take", json!({})).await;
                let spoken = json!({ "note_id": id, "note": "Salasana vaihtui puhelimessa", "message_id": message });
                let body = if act == "called" { spoken } else { json!({ "message_id": message, "in_minutes": 30 }) };
                self.by_agent("POST", act, body).await;
            }
            other => panic!("{other} is not played"),
        }
    }
}
