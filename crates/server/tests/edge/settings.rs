//! Settings: what changes, what is refused, what is written down.

use desk::may::Scope;
use serde_json::{Value, json};
use testkit::people::{PASSWORD, TestOrganisation};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

fn person(name: &str, email: &str, role: &str) -> Value {
    json!({"name": name, "first_name": name.split(' ').next(), "email": email, "role": role, "slots": 4, "languages": ["fi"], "active": true})
}

#[tokio::test]
async fn an_invited_person_chooses_a_password_and_answers() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let id = Uuid::now_v7();
        let given = person("Uuno Uusi", "uuno@a.test", "agent");
        let invitation = owner.post(&format!("/api/agents/{id}"), given.clone()).await.expect(200).json();
        // The answer was lost: the same again is a new link for the same person.
        let again = owner.post(&format!("/api/agents/{id}"), given.clone()).await.expect(200).json();
        assert_ne!(invitation["link"], again["link"]);
        assert_eq!(owner.post(&format!("/api/agents/{id}"), person("Toinen", "t@a.test", "agent")).await.expect(409).code(), "id_reused");
        let taken = person("Kopio", "UUNO@a.test", "agent");
        assert_eq!(owner.post(&format!("/api/agents/{}", Uuid::now_v7()), taken).await.expect(422).wrong_fields(), ["email"]);

        let token = again["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let mut browser = desk.browser();
        assert_eq!(browser.get(&format!("/api/invitations/{token}")).await.expect(200).json()["name"], "Uuno Uusi");
        let me = browser.post("/api/invitations", json!({"token": token, "password": "oma pitkä salasana"})).await.expect(200).json();
        assert_eq!(me["agent_id"], id.to_string());
        let list = owner.get("/api/agents").await.expect(200).json();
        let uuno = list.as_array().unwrap().iter().find(|agent| agent["agent_id"] == id.to_string()).unwrap().clone();
        assert_eq!(uuno["has_password"], true);
    }
}

#[tokio::test]
async fn an_invitation_does_not_outlive_a_new_role_a_new_address_or_a_new_password() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut agent) = (a.owner.browser.clone(), a.agent.browser.clone());
        let path = format!("/api/agents/{}", a.agent.id);
        let role = person("Aino Neuvoja", &a.agent.email, "supervisor");
        let email = person("Aino Neuvoja", "aino.uusi@a.test", "supervisor");
        let name = person("Aino Uusinimi", "aino.uusi@a.test", "supervisor");
        let password = json!({"current": PASSWORD, "new": "uusi hevonen paristo"});
        for (changed, left) in [(role, 404), (email, 404), (name, 200), (password, 404)] {
            let made = owner.post(&format!("{path}/invitation"), json!({})).await.expect(200).json();
            let token = made["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
            desk.browser().get(&format!("/api/invitations/{token}")).await.expect(200);
            if changed["current"].is_null() {
                owner.put(&path, changed).await.expect(200);
            } else {
                agent.post("/api/me/password", changed).await.expect(204);
            }
            desk.browser().get(&format!("/api/invitations/{token}")).await.expect(left);
            if left == 404 {
                let choice = json!({"token": token, "password": "vieraan valitsema sana"});
                desk.browser().post("/api/invitations", choice).await.expect(404);
            }
        }
    }
}

#[tokio::test]
async fn the_desk_keeps_an_owner_and_only_owners_make_owners() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut supervisor) = (a.owner.browser.clone(), a.supervisor.browser.clone());
        let of = |id: &str| format!("/api/agents/{id}");
        let own = of(&a.owner.id.to_string());
        let down = person("Oili Omistaja", &a.owner.email, "agent");
        assert_eq!(owner.put(&own, down.clone()).await.expect(409).code(), "last_owner");
        let mut out = person("Oili Omistaja", &a.owner.email, "owner");
        out["active"] = json!(false);
        assert_eq!(owner.put(&own, out).await.expect(409).code(), "last_owner");

        supervisor.put(&own, down.clone()).await.expect(403);
        supervisor.post(&format!("{own}/invitation"), json!({})).await.expect(403);
        let up = person("Veikko Valvoja", &a.supervisor.email, "owner");
        supervisor.put(&of(&a.supervisor.id.to_string()), up.clone()).await.expect(403);
        supervisor.post(&of(&Uuid::now_v7().to_string()), person("Uusi", "uusi@a.test", "owner")).await.expect(403);

        owner.put(&of(&a.supervisor.id.to_string()), up).await.expect(200);
        owner.put(&own, down).await.expect(200);
        owner.get("/api/api-tokens").await.expect(403);
    }
}

#[tokio::test]
async fn a_client_is_created_once_checked_and_changed() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let there = owner.get(&format!("/api/clients/{}", a.clients[0].id)).await.expect(200).json();
        let mut settings = there["settings"].clone();
        settings["name"] = json!("Kirjasto");
        settings["websites"] = json!(["kirjasto.example.fi/chat", "https://*.kirjasto.fi"]);
        let path = format!("/api/clients/{}", Uuid::now_v7());
        let made = owner.post(&path, settings.clone()).await.expect(200).json();
        assert_eq!(owner.post(&path, settings.clone()).await.expect(200).json(), made);
        assert_eq!(made["settings"]["websites"], json!(["https://kirjasto.example.fi", "https://*.kirjasto.fi"]));
        settings["colour"] = json!("#7a7a7a");
        let refused = owner.put(&path, settings.clone()).await.expect(422);
        assert_eq!(refused.wrong_fields(), ["colour"]);
        let nearest = refused.text().split("on #").nth(1).unwrap()[..6].to_owned();
        settings["colour"] = json!(format!("#{nearest}"));
        let changed = owner.put(&path, settings.clone()).await.expect(200).json();
        assert_eq!((&changed["widget_key"], &changed["settings"]["colour"]), (&made["widget_key"], &settings["colour"]));
        assert_eq!(owner.post(&path, json!({})).await.expect(422).code(), "invalid");
    }
}

#[tokio::test]
async fn two_supervisors_who_set_the_teams_of_two_people_at_once_undo_nothing() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let team = a.clients[0].team.0;
        let of = |id: String| format!("/api/agents/{id}/teams");
        let mut new = Vec::new();
        for name in ["Eka", "Toka"] {
            let id = Uuid::now_v7();
            let given = person(&format!("{name} Uusi"), &format!("{name}@a.test"), "agent");
            a.owner.browser.clone().post(&format!("/api/agents/{id}"), given).await.expect(200);
            new.push(id);
        }
        let (mut owner, mut supervisor) = (a.owner.browser.clone(), a.supervisor.browser.clone());
        let body = json!({ "team_ids": [team] });
        let (first, second) = (of(new[0].to_string()), of(new[1].to_string()));
        let (one, other) = tokio::join!(owner.put(&first, body.clone()), supervisor.put(&second, body.clone()));
        assert_eq!(one.expect(200).json(), body);
        other.expect(200);
        let members = async |owner: &mut testkit::browser::Browser| {
            let teams = owner.get("/api/teams").await.expect(200).json();
            let there = teams.as_array().unwrap().iter().find(|one| one["team_id"] == json!(team)).unwrap();
            there["agent_ids"].as_array().unwrap().clone()
        };
        let both = members(&mut owner).await;
        assert!(new.iter().all(|id| both.contains(&json!(id))), "{both:?}");
        assert!(both.contains(&json!(a.agent.id.0)), "nobody else was touched");

        owner.put(&first, json!({ "team_ids": [] })).await.expect(200);
        assert!(!members(&mut owner).await.contains(&json!(new[0])));
        let unknown = json!({ "team_ids": [Uuid::now_v7()] });
        assert_eq!(owner.put(&second, unknown).await.expect(422).wrong_fields(), ["team_ids"]);
        assert!(members(&mut owner).await.contains(&json!(new[1])));
        owner.put(&of(Uuid::now_v7().to_string()), body).await.expect(404);
        let list = owner.get("/api/audit").await.expect(200).json();
        let acts = list["items"].as_array().unwrap().iter();
        let noted = acts.filter(|one| one["act"] == "agent_teams_changed" && one["object"] == "Eka Uusi");
        assert_eq!(noted.count(), 2, "in and out: {list}");
    }
}

#[tokio::test]
async fn a_team_is_made_once_and_removed_once() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let mut owner = a.owner.browser.clone();
    let (path, body) =
        (format!("/api/teams/{}", Uuid::now_v7()), json!({"name": "Ilta", "client_ids": [a.clients[0].id.0], "agent_ids": []}));
    owner.post(&path, body.clone()).await.expect(200);
    owner.post(&path, body).await.expect(200);
    owner.delete(&path).await.expect(204);
    owner.delete(&path).await.expect(404);
}

#[tokio::test]
async fn every_change_is_in_the_audit_list_with_who_and_from_where() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = desk.browser();
        owner.post("/api/session", json!({"email": a.owner.email, "password": "väärä salasana"})).await.expect(401);
        owner.post("/api/session", json!({"email": a.owner.email, "password": PASSWORD})).await.expect(200);
        changes(&mut owner, &a).await;
        let list = owner.get("/api/audit").await.expect(200).json();
        let acts: Vec<&str> = list["items"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
        for act in ["sign_in_failed", "signed_in", "client_changed", "agent_changed", "team_removed", "api_token_made", "api_token_revoked"]
        {
            assert!(acts.contains(&act), "{act} is not among {acts:?}");
        }
        let entry = &list["items"][0];
        assert_eq!((entry["name"].as_str(), entry["address"].as_str()), (Some("Oili Omistaja"), Some("198.51.100.7")));
        assert!(!list.to_string().contains("väärä salasana"));
    }
}

#[tokio::test]
async fn trust_132_names_and_greetings_are_masked_before_they_are_kept_and_noted() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let name = "\u{202E}Aino 131052-900W";
        owner.put(&format!("/api/agents/{}", a.agent.id), person(name, &a.agent.email, "agent")).await.expect(200);
        let team = json!({ "name": name, "client_ids": [], "agent_ids": [] });
        owner.post(&format!("/api/teams/{}", Uuid::now_v7()), team).await.expect(200);
        owner.post("/api/api-tokens", json!({"name": name, "scopes": ["read_cases"]})).await.expect(200);
        let client = format!("/api/clients/{}", a.clients[0].id);
        let mut settings = owner.get(&client).await.expect(200).json()["settings"].clone();
        settings["name"] = json!(name);
        for greeting in ["greeting_fi", "greeting_sv", "greeting_en"] {
            settings[greeting] = json!(name);
        }
        let changed = owner.put(&client, settings).await.expect(200).json();
        assert_eq!(changed["settings"]["greeting_sv"], "Aino ●●●●●●-●●●●");
        for kept in ["/api/agents", "/api/teams", "/api/api-tokens", "/api/clients", "/api/audit"] {
            let kept = owner.get(kept).await.expect(200).text();
            assert!(kept.contains("Aino ●●●●●●-●●●●"), "{kept}");
            assert!(!kept.contains("900W") && !kept.contains('\u{202E}'), "{kept}");
        }
    }
}

async fn changes(owner: &mut testkit::browser::Browser, a: &TestOrganisation) {
    let client = format!("/api/clients/{}", a.clients[0].id);
    let settings = owner.get(&client).await.expect(200).json()["settings"].clone();
    owner.put(&client, settings).await.expect(200);
    let agent = person("Aino Uusinimi", &a.agent.email, "agent");
    owner.put(&format!("/api/agents/{}", a.agent.id), agent).await.expect(200);
    owner.delete(&format!("/api/teams/{}", a.clients[1].team)).await.expect(204);
    let token = owner.post("/api/api-tokens", json!({"name": "Intranet", "scopes": ["read_cases"]})).await.expect(200).json();
    owner.delete(&format!("/api/api-tokens/{}", token["token"]["api_token_id"].as_str().unwrap())).await.expect(204);
}

#[tokio::test]
async fn the_audit_list_goes_on_page_by_page_without_a_gap() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        for _ in 0..130 {
            owner.post(&format!("/api/agents/{}/invitation", a.agent.id), json!({})).await.expect(200);
        }
        let first = owner.get("/api/audit").await.expect(200).json();
        let cursor = first["next"].as_str().expect("there is more");
        let second = owner.get(&format!("/api/audit?cursor={cursor}")).await.expect(200).json();
        assert_eq!((first["items"].as_array().unwrap().len(), second["items"].as_array().unwrap().len()), (100, 30));
        assert_eq!(second["next"], Value::Null);
        let mut ids: Vec<String> = [&first, &second]
            .iter()
            .flat_map(|page| page["items"].as_array().unwrap().clone())
            .map(|entry| entry["audit_id"].to_string())
            .collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 130);
    }
}

#[tokio::test]
async fn a_key_is_shown_once_and_works_until_it_ends() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let made = owner.post("/api/api-tokens", json!({"name": "Intranet", "scopes": ["read_cases"], "days": 1})).await.expect(200).json();
        let secret = made["secret"].as_str().unwrap();
        let mut program = desk.browser().with_key(secret);
        program.get("/api/cases").await.expect(200);
        assert!(!owner.get("/api/api-tokens").await.expect(200).text().contains(&secret[10..]));
        desk.clock.advance(desk::moment::Span::seconds(86_400));
        program.get("/api/cases").await.expect(401);
    }
}

#[tokio::test]
async fn a_key_of_an_integration_makes_nobody_a_person_and_changes_nobody() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut key, _) = desk.api_token(a.id, a.owner.id, &[Scope::ReadSettings, Scope::WriteSettings]).await;
        let path = format!("/api/agents/{}", a.agent.id);
        let new = format!("/api/agents/{}", Uuid::now_v7());
        key.post(&new, person("Uuno Uusi", "uuno@a.test", "agent")).await.expect(403);
        key.post(&format!("{path}/invitation"), json!({})).await.expect(403);
        key.put(&path, person("Aino Neuvoja", &a.agent.email, "supervisor")).await.expect(403);
        key.put(&path, person("Aino Neuvoja", "toinen@a.test", "agent")).await.expect(403);
        let mut gone = person("Aino Neuvoja", &a.agent.email, "agent");
        gone["slots"] = json!(2);
        key.put(&path, gone.clone()).await.expect(403);
        gone["may_exceed"] = json!(true);
        key.put(&path, gone.clone()).await.expect(403);
        gone["active"] = json!(false);
        key.put(&path, gone.clone()).await.expect(403);
        a.owner.browser.clone().put(&path, gone).await.expect(200);
    }
}

#[tokio::test]
async fn a_program_that_does_not_know_of_a_setting_of_a_client_erases_none() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut key, _) = desk.api_token(a.id, a.owner.id, &[Scope::ReadSettings, Scope::WriteSettings]).await;
        let (mut owner, path) = (a.owner.browser.clone(), format!("/api/clients/{}", a.clients[0].id));
        let mut settings = owner.get(&path).await.expect(200).json()["settings"].clone();
        settings["speech"]["rules_fi"] = json!("Puhutaan kauniisti.");
        settings["speech"]["closing_fi"] = json!("Hyvää jatkoa!");
        settings["opening_target"] = json!({ "window_min": 30, "least_percent": 60, "longest_wait": 3 });
        settings["when_closed"] = json!("hours");
        settings["colour"] = json!("#225588");
        owner.put(&path, settings.clone()).await.expect(200);

        // As an integration sends it that was written before all of these, and opens and closes the chat.
        let mut old = settings.clone();
        for new in ["speech", "opening_target", "when_closed", "colour"] {
            old.as_object_mut().unwrap().remove(new);
        }
        old["closed_by_hand"] = json!(true);
        settings["closed_by_hand"] = json!(true);
        assert_eq!(key.put(&path, old).await.expect(200).json()["settings"], settings);
        // And as one that knows of some of the ways of speaking.
        settings["speech"]["closing_fi"] = json!("Moi moi!");
        let some = json!({ "speech": { "closing_fi": "Moi moi!" } });
        assert_eq!(key.put(&path, some).await.expect(200).json()["settings"], settings);

        settings["opening_target"] = Value::Null;
        assert_eq!(key.put(&path, json!({ "opening_target": null })).await.expect(200).json()["settings"], settings, "said, not left out");
        assert_eq!(key.put(&path, json!({ "speech": { "tone": 1 } })).await.expect(422).wrong_fields(), ["tone"]);
        assert_eq!(key.put(&path, json!({ "queue_ceiling": "x" })).await.expect(422).wrong_fields(), ["queue_ceiling"]);
        key.put(&path, json!([1])).await.expect(422);
    }
}
