//! A client with a rule that closes its chat to some.

use serde_json::json;
use uuid::Uuid;

use crate::browser::Browser;
use crate::people::TestClient;

/// From now on what is asked under `/palkka` on the pages of `client` needs a skill that this agent alone has. The rule is called
/// "Palkka-asiat".
///
/// # Panics
/// When the desk refuses it.
pub async fn pay_needs_somebody(owner: &mut Browser, client: &TestClient, who_knows: Uuid) {
    let skill = Uuid::now_v7();
    owner.post(&format!("/api/skills/{skill}"), json!({ "name": "Palkat" })).await.expect(200);
    let people = owner.get("/api/agents").await.expect(200).json();
    let found = people.as_array().and_then(|people| people.iter().find(|one| one["agent_id"] == json!(who_knows)));
    let mut settings = found.map(|one| one["settings"].clone()).unwrap_or_default();
    if let Some(skills) = settings.get_mut("skill_ids") {
        *skills = json!([skill]);
    }
    owner.put(&format!("/api/agents/{who_knows}"), settings).await.expect(200);
    let path = format!("/api/clients/{}/routing-rules", client.id.0);
    let version = owner.get(&path).await.expect(200).json().get("version").cloned();
    let rule = json!({ "rule_id": Uuid::now_v7(), "name": "Palkka-asiat", "languages": [], "page": { "how": "under", "text": "/palkka" },
        "customer": null, "category_ids": [], "level": null, "skill_id": skill, "priority": null, "team_id": null });
    owner.put(&path, json!({ "rules": [rule], "version": version })).await.expect(200);
}
