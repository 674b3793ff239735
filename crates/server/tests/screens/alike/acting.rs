//! Every act, in an order in which each of them can happen.

use desk::moment::Span;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Stage;

/// Routes, and what the desk does by itself.
pub const ACTS: [&str; 73] = [
    "POST /api/widget/{key}/chats",
    "POST /api/cases/{case}/exceed",
    "POST /api/cases/{case}/take",
    "POST /api/cases/{case}/messages",
    "POST /api/widget/{key}/messages",
    "the desk notes that an answer comes too late",
    "PUT /api/cases/{case}/read",
    "PUT /api/widget/{key}/read",
    "PUT /api/widget/{key}/visit-pages",
    "POST /api/cases/{case}/notes",
    "PUT /api/cases/{case}/mentions-read",
    "PUT /api/cases/{case}/side-read",
    "PUT /api/cases/{case}/draft",
    "PUT /api/cases/{case}/subject",
    "PUT /api/clients/{client_id}/labels",
    "PUT /api/cases/{case}/labels",
    "PUT /api/clients/{client_id}/known-fields",
    "PUT /api/cases/{case}/known/{known_field_id}",
    "PUT /api/cases/{case}/triage",
    "PUT /api/cases/{case}/owner",
    "PUT /api/cases/{case}/state",
    "POST /api/cases/{case}/park",
    "the desk notes that a promise is broken",
    "POST /api/cases/{case}/take",
    "POST /api/cases/{case}/give-back",
    "POST /api/cases/{case}/transfer",
    "the desk takes back what a vanished agent held",
    "PUT /api/me/presence",
    "POST /api/cases/{case}/solve",
    "POST /api/cases/{case}/undo-solve",
    "POST /api/cases/{case}/solve",
    "POST /api/cases/{case}/reopen",
    "POST /api/cases/{case}/refer",
    "POST /api/cases/{case}/reopen",
    "a customer writes to an ended contact",
    "POST /api/cases/{case}/end",
    "POST /api/widget/{key}/end",
    "the desk ends a silent chat",
    "POST /api/cases/{case}/close",
    "a customer writes after their case was closed",
    "a chat goes to another team as well",
    "a chat is offered, and who lets it pass is on a break",
    "POST /api/widget/{key}/left-messages",
    "POST /api/cases/{case}/flag",
    "POST /api/cases/{case}/block",
    "POST /api/widget/{key}/call-backs",
    "POST /api/cases/{case}/not-reached",
    "POST /api/cases/{case}/called",
    "POST /api/clients/{client_id}",
    "PUT /api/clients/{client_id}",
    "POST /api/clients/{client_id}/launch",
    "PUT /api/clients/{client_id}/launch-review",
    "POST /api/teams/{team_id}",
    "PUT /api/teams/{team_id}",
    "DELETE /api/teams/{team_id}",
    "POST /api/prepared-replies/{prepared_reply_id}",
    "PUT /api/prepared-replies/{prepared_reply_id}",
    "a prepared reply moves to another client",
    "DELETE /api/prepared-replies/{prepared_reply_id}",
    "POST /api/skills/{skill_id}",
    "PUT /api/skills/{skill_id}",
    "POST /api/agents/{agent_id}",
    "PUT /api/agents/{agent_id}",
    "PUT /api/agents/{agent_id}/teams",
    "DELETE /api/skills/{skill_id}",
    "PUT /api/weights",
    "POST /api/teams/{team_id}/proposals",
    "PUT /api/proposals/{proposal_id}",
    "PUT /api/proposals/{proposal_id}/word",
    "DELETE /api/proposals/{proposal_id}/word",
    "DELETE /api/proposals/{proposal_id}",
    "enough members consent to what one of them proposes",
    "the hours of a chat end",
];

impl Stage {
    /// Carries out an act.
    pub async fn act(&mut self, act: &str) {
        let (method, path) = act.split_once(' ').unwrap();
        if super::calling::CALLS.iter().any(|call| path.ends_with(call)) {
            return self.call(path.rsplit('/').next().unwrap()).await;
        }
        if path.contains("/known") {
            self.know(path).await;
        } else if path.starts_with("/api/cases/") {
            self.act_on_case(method, path.rsplit('/').next().unwrap()).await;
        } else if path.starts_with("/api/widget/") {
            self.act_at_widget(path.rsplit('/').next().unwrap()).await;
        } else if path.starts_with("/api/") {
            self.set(method, path).await;
        } else {
            self.happen(act).await;
        }
    }

    async fn act_on_case(&mut self, method: &str, act: &str) {
        let id = Uuid::now_v7();
        let body = match act {
            "messages" => json!({ "message_id": id, "text": "Päivää! Kokeile käynnistää se uudelleen." }),
            "notes" => {
                let named = json!({ "agent_ids": [self.organisation.owner.id.0, self.organisation.read_only.id.0], "team_ids": [] });
                json!({ "note_id": id, "text": "Sama vika kuin eilen, katso @Omistaja", "mentions": named })
            }
            "block" => json!({ "note_id": id, "reason": "Uhkaili", "how_long": "hour" }),
            "draft" => json!({ "text": "Entä jos", "note": "Soitettu" }),
            "read" => json!({ "seq": 1_000 }),
            "subject" => json!({ "subject": "Tulostin ei tulosta" }),
            "labels" => json!({ "category_id": self.kept["category"], "tag_ids": [self.kept["tag"]] }),
            "triage" => json!({ "impact": 1, "urgency": 2, "path": "now" }),
            "refer" => json!({ "reason": "no_right", "note_id": id, "note": "Kirjaston tiski avaa kortin, meillä ei ole oikeutta" }),
            "owner" => json!({ "agent_id": self.organisation.owner.id.0 }),
            "state" => json!({ "state": "waiting_for_others" }),
            "transfer" => json!({ "note_id": id, "note": "Tämä kuuluu teille", "to_team": self.organisation.clients[0].team.0 }),
            "exceed" => json!({ "reason": "other", "note_id": id, "note": "Sama asiakas kuin aamulla" }),
            "take" | "flag" | "mentions-read" | "side-read" | "give-back" | "solve" | "undo-solve" | "reopen" | "end" | "close" => {
                json!({})
            }
            "park" => json!({ "message_id": id, "in_minutes": 1 }),
            other => panic!("{other} is not played"),
        };
        if matches!(act, "transfer" | "solve" | "refer" | "end" | "close" | "flag" | "block") && !self.is_held().await {
            self.by_agent("POST", "take", json!({})).await;
        }
        if act == "side-read" {
            let named = json!({ "agent_ids": [self.organisation.owner.id.0], "team_ids": [] });
            let line = json!({ "note_id": id, "text": "Tiedätkö tästä?", "mentions": named, "place": "side" });
            self.by_agent("POST", "notes", line).await;
        }
        if act == "exceed" {
            self.give_the_right_to_exceed().await;
        }
        // Those who are named read it, not who wrote it.
        let reader = usize::from(!matches!(act, "mentions-read" | "side-read"));
        self.by(reader, method, act, body).await;
    }

    async fn give_the_right_to_exceed(&mut self) {
        let id = self.organisation.agent.id.0;
        let all = self.workspaces[0].browser.get("/api/agents").await.expect(200).json();
        let mut settings = all.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(id)).unwrap()["settings"].clone();
        settings["may_exceed"] = json!(true);
        self.workspaces[0].browser.put(&format!("/api/agents/{id}"), settings).await.expect(200);
    }

    pub async fn is_held(&mut self) -> bool {
        let path = format!("/api/cases/{}", self.case);
        let row = self.workspaces[1].browser.get(&path).await.expect(200).json()["row"].clone();
        row["contact"]["state"] != "waiting"
    }

    pub async fn by_agent(&mut self, method: &str, act: &str, body: Value) {
        self.by(1, method, act, body).await;
    }

    async fn by(&mut self, person: usize, method: &str, act: &str, body: Value) {
        let path = format!("/api/cases/{}/{act}", self.case);
        let browser = &mut self.workspaces[person].browser;
        let answer = if method == "PUT" { browser.put(&path, body).await } else { browser.post(&path, body).await };
        assert!(answer.status.is_success(), "{method} {path}: {}", answer.text());
    }

    async fn act_at_widget(&mut self, act: &str) {
        match act {
            "chats" => {
                // The second widget is another visitor, who waits while everything else happens.
                for place in [1, 0] {
                    self.start(place).await;
                }
                self.look().await;
            }
            "messages" => self.write(0, "Ei auttanut").await,
            "visit-pages" => {
                let pages = json!([{ "address": "https://www.example.fi/tuki", "title": "Tuki", "ago_s": 5 }]);
                self.by_visitor("PUT", "visit-pages", json!({ "pages": pages })).await;
            }
            "read" => {
                let contact = crate::acts::contact(&mut self.widgets[0].visitor).await;
                self.by_visitor("PUT", "read", json!({ "contact_id": contact, "seq": 1_000 })).await;
            }
            "end" => {
                self.write(0, "Vielä yksi asia").await;
                let contact = crate::acts::contact(&mut self.widgets[0].visitor).await;
                self.by_visitor("POST", "end", json!({ "contact_id": contact })).await;
            }
            "left-messages" => {
                let body = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Soittakaa", "language": "fi",
                    "email": "etunimi@esimerkki.fi" });
                let path = format!("/api/widget/{}/left-messages", self.widgets[2].visitor.key);
                self.widgets[2].visitor.browser.post(&path, body).await.expect(200);
            }
            other => panic!("{other} is not played"),
        }
    }

    async fn start(&mut self, place: usize) {
        let number = self.widgets[place].visitor.start_chat("Hei! Tulostin jumittaa.").await;
        let found = self.workspaces[1].browser.get(&format!("/api/cases?number={number}")).await.expect(200).json();
        found["items"][0]["case_id"].as_str().unwrap().clone_into(&mut self.case);
    }

    async fn write(&mut self, place: usize, text: &str) {
        crate::acts::write(&mut self.widgets[place].visitor, text).await;
    }

    async fn by_visitor(&mut self, method: &str, act: &str, body: Value) {
        let path = format!("/api/widget/{}/{act}", self.widgets[0].visitor.key);
        let browser = &mut self.widgets[0].visitor.browser;
        let answer = if method == "PUT" { browser.put(&path, body).await } else { browser.post(&path, body).await };
        assert!(answer.status.is_success(), "{method} {path}: {}", answer.text());
    }

    /// What happens without a route, or by one that was played before and meets another state now.
    async fn happen(&mut self, act: &str) {
        match act {
            "the desk takes back what a vanished agent held" => {
                if !self.is_held().await {
                    self.by_agent("POST", "take", json!({})).await;
                }
                // As the sweep does when every screen of hers has been silent for 45 s.
                let (organisation, agent, at) = (self.organisation.id, self.organisation.agent.id, self.whole.desk.now());
                self.whole.store(async move |tx: &mut store::Tx| store::presence::go(tx, organisation, agent, at).await).await;
                self.whole.desk.pulse.touch_all(organisation);
            }
            "the desk notes that an answer comes too late" => {
                for _ in 0..3 {
                    self.whole.clock.advance(Span::seconds(30));
                    self.come_alike("half a minute of waiting").await;
                }
            }
            "the desk notes that a promise is broken" => {
                for _ in 0..5 {
                    self.whole.clock.advance(Span::seconds(30));
                    self.come_alike("half a minute of a promised time").await;
                }
            }
            "a customer writes to an ended contact" => {
                self.by_agent("POST", "solve", json!({})).await;
                self.write(0, "Ei se sittenkään toimi, miten tämä korjataan?").await;
            }
            "the desk ends a silent chat" => {
                self.write(0, "Palasin vielä tähän asiaan").await;
                self.by_agent("POST", "take", json!({})).await;
                self.by_agent("POST", "messages", json!({ "message_id": Uuid::now_v7(), "text": "Hei taas" })).await;
                for _ in 0..30 {
                    self.whole.clock.advance(Span::seconds(30));
                    self.come_alike("half a minute").await;
                }
            }
            "a customer writes after their case was closed" => {
                self.start(0).await;
                self.look().await;
            }
            "a chat goes to another team as well" => {
                self.by_agent("POST", "give-back", json!({})).await;
                self.let_help(Some(json!({ "after_s": 30, "team_id": self.organisation.clients[1].team.0 }))).await;
                for _ in 0..2 {
                    self.whole.clock.advance(Span::seconds(20));
                    self.come_alike("twenty seconds of waiting").await;
                }
                self.let_help(None).await;
            }
            "a chat is offered, and who lets it pass is on a break" => {
                let (client, team) = (self.organisation.clients[0].id.0, self.organisation.clients[0].team.0);
                let offers = json!({ "after_s": 0, "within_s": 20 });
                let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": [self.organisation.agent.id.0], "offers": offers });
                self.workspaces[0].browser.put(&format!("/api/teams/{team}"), body).await.expect(200);
                let present = json!({ "presence": "present" });
                self.workspaces[1].browser.put("/api/me/presence", present.clone()).await.expect(200);
                for _ in 0..2 {
                    self.come_alike("an offer, and its end").await;
                    self.whole.clock.advance(Span::seconds(20));
                }
                self.come_alike("a break that was not chosen").await;
                self.workspaces[1].browser.put("/api/me/presence", present).await.expect(200);
            }
            "a prepared reply moves to another client" => {
                let path = format!("/api/prepared-replies/{}", self.kept["prepared-reply"]);
                let body = prepared_reply(Some(self.organisation.clients[1].id.0), "Hei {asiakas}, täällä {neuvoja}.");
                self.workspaces[0].browser.put(&path, body).await.expect(200);
            }
            "enough members consent to what one of them proposes" => self.agree().await,
            "the hours of a chat end" => {
                let client = self.organisation.clients[0].id.0;
                let mut settings = self.settings_of(client).await;
                settings["closed_by_hand"] = json!(false);
                settings["week"] = json!([[], [], [], [], [], [], []]);
                self.workspaces[0].browser.put(&format!("/api/clients/{client}"), settings).await.expect(200);
            }
            other => panic!("{other} is not played"),
        }
    }

    async fn let_help(&mut self, overflow: Option<Value>) {
        let (client, team) = (self.organisation.clients[0].id.0, self.organisation.clients[0].team.0);
        let body = json!({ "name": "Tuki", "client_ids": [client], "agent_ids": [self.organisation.agent.id.0], "overflow": overflow });
        self.workspaces[0].browser.put(&format!("/api/teams/{team}"), body).await.expect(200);
    }

    pub async fn settings_of(&mut self, client: Uuid) -> Value {
        let path = format!("/api/clients/{client}");
        self.workspaces[0].browser.get(&path).await.expect(200).json()["settings"].clone()
    }

    /// Settings and presence.
    async fn set(&mut self, method: &str, path: &str) {
        let what = path.split('/').nth(2).unwrap();
        let client = self.organisation.clients[0].id.0;
        if path.contains("proposals") {
            return self.decide(method, path).await;
        }
        if path == "/api/weights" {
            self.workspaces[0].browser.put(path, json!({ "message_weight": 40 })).await.expect(200);
            return;
        }
        if path.ends_with("/labels") {
            let label = |label_id, kind, name| json!({ "label_id": label_id, "kind": kind, "name": name, "retired": false });
            let labels = [label(self.make("category"), "category", "Tulostus"), label(self.make("tag"), "tag", "Opiskelija")];
            let body = json!({ "labels": labels, "requires": { "category": true, "tag": false } });
            self.workspaces[0].browser.put(&format!("/api/clients/{client}/labels"), body).await.expect(200);
            return;
        }
        if path.ends_with("/teams") {
            let (path, teams) = (format!("/api/agents/{}/teams", self.kept["agent"]), [self.organisation.clients[0].team.0]);
            self.workspaces[0].browser.put(&path, json!({ "team_ids": teams })).await.expect(200);
            return;
        }
        if path.contains("/launch") {
            self.launch(method).await;
            return;
        }
        let (id, body) = match (method, what) {
            ("PUT", "me") => {
                self.workspaces[1].browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
                return;
            }
            (_, "clients") => {
                let id = if method == "POST" { self.make("client") } else { client };
                let mut settings = self.settings_of(client).await;
                settings["name"] = json!(if method == "POST" { "Kirjasto" } else { "IT-palvelut" });
                settings["closed_by_hand"] = json!(method == "PUT");
                (id, settings)
            }
            (_, "teams") => {
                let id = if method == "POST" { self.make("team") } else { self.kept["team"] };
                let members = [self.organisation.agent_elsewhere.id.0, self.organisation.read_only.id.0];
                let name = if method == "POST" { "Päivystys" } else { "Yöpäivystys" };
                (id, json!({ "name": name, "client_ids": [client], "agent_ids": members }))
            }
            (_, "prepared-replies") => {
                let id = if method == "POST" { self.make("prepared-reply") } else { self.kept["prepared-reply"] };
                let of = (method == "POST").then_some(client);
                (id, prepared_reply(of, "Hei {asiakas}!"))
            }
            (_, "skills") => {
                let id = if method == "POST" { self.make("skill") } else { self.kept["skill"] };
                (id, json!({ "name": if method == "POST" { "Laskut" } else { "Laskut ja maksut" } }))
            }
            (_, "agents") => {
                let id = if method == "POST" { self.make("agent") } else { self.kept["agent"] };
                let slots = if method == "POST" { 2 } else { 3 };
                let body = json!({ "name": "Uusi Tulokas", "first_name": "Uusi", "email": "uusi@yliopisto.test", "role": "agent",
                    "slots": slots, "languages": ["fi"], "levels": [{ "language": "fi", "level": slots }],
                    "skill_ids": [self.kept["skill"]], "active": true });
                (id, body)
            }
            other => panic!("{other:?} is not played"),
        };
        let path = format!("/api/{what}/{id}");
        let browser = &mut self.workspaces[0].browser;
        let answer = match method {
            "POST" => browser.post(&path, body).await,
            "PUT" => browser.put(&path, body).await,
            _ => browser.delete(&path).await,
        };
        assert!(answer.status.is_success(), "{method} {path}: {}", answer.text());
    }

    pub fn make(&mut self, what: &'static str) -> Uuid {
        let id = Uuid::now_v7();
        self.kept.insert(what, id);
        id
    }
}

/// Of one client, or of all.
fn prepared_reply(client: Option<Uuid>, text: &str) -> Value {
    json!({ "client_id": client, "language": "fi", "name": "tervehdys", "text": text })
}
