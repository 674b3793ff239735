//! The access matrix (trust 60): every route of the router, tried by everybody. `access.toml` says who gets in;
//! everybody else must be refused, and a route that is not in the file fails.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Method;
use desk::availability::Presence;
use desk::id::{AgentId, CaseId, ClientId, TeamId};
use desk::may::{Role, Scope};
use serde_json::{Value, json};
use testkit::browser::{Browser, Reply};
use testkit::people::{PASSWORD, TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::api::Api;

/// A whole desk with everybody who might ask it something.
pub struct World {
    pub desk: WholeDesk,
    pub api: Api,
    pub a: TestOrganisation,
    pub ids_of_a: Ids,
    pub ids_of_b: Ids,
    actors: BTreeMap<&'static str, Actor>,
}

struct Actor {
    browser: Browser,
    session: Option<Uuid>,
}

/// What one organisation has of each kind.
#[derive(Clone)]
pub struct Ids {
    pub case: CaseId,
    pub contact: Uuid,
    pub attachment: Uuid,
    pub client: ClientId,
    pub team: TeamId,
    pub agent: AgentId,
    /// The settings of `agent`.
    pub person: Value,
    pub prepared_reply: Uuid,
    pub skill: Uuid,
    pub known_field: Uuid,
    pub api_token: Uuid,
    pub identity_key: Uuid,
    pub block: Uuid,
    /// A self-directed team with the agent in it, and what they propose.
    pub deciding: Uuid,
    pub proposal: Uuid,
    pub widget_key: String,
    pub email: String,
}

impl World {
    /// Two organisations that look alike; the actors are those of the first, and one of the second.
    pub async fn new() -> Self {
        let desk = WholeDesk::with_settings(|settings| settings.limits = server::limits::Limits::unlimited()).await;
        let (a, b) = (desk.organisation("Yliopisto A").await, desk.organisation("Kunta B").await);
        let api = Api::of(&mut desk.browser()).await;
        let mut visitor_a = desk.visitor(&a.clients[0]);
        let ids_of_a = ids(&desk, &a, &mut visitor_a).await;
        let ids_of_b = ids(&desk, &b, &mut desk.visitor(&b.clients[0])).await;
        let mut visitor_b = desk.visitor(&a.clients[0]);
        visitor_b.start_chat("Toinen kävijä").await;
        let mut world = Self { api, actors: BTreeMap::new(), ids_of_a, ids_of_b, a: a.clone(), desk };
        world.add_people(&a, &b).await;
        world.add("visitor_a", visitor_a.browser, None);
        world.add("visitor_b", visitor_b.browser, None);
        world.add("visitor_new", world.desk.visitor(&a.clients[0]).browser, None);
        world.add("anonymous", world.desk.browser(), None);
        for (name, scope) in [
            ("token_read_cases", Scope::ReadCases),
            ("token_write_cases", Scope::WriteCases),
            ("token_read_settings", Scope::ReadSettings),
            ("token_write_settings", Scope::WriteSettings),
        ] {
            let (program, _) = world.desk.api_token(a.id, a.owner.id, &[scope]).await;
            world.add(name, program, None);
        }
        world
    }

    async fn add_people(&mut self, a: &TestOrganisation, b: &TestOrganisation) {
        let people = [
            ("owner", &a.owner),
            ("supervisor", &a.supervisor),
            ("agent", &a.agent),
            ("agent_elsewhere", &a.agent_elsewhere),
            ("read_only", &a.read_only),
            ("shut_out", &a.shut_out),
            ("owner_of_b", &b.owner),
        ];
        for (name, person) in people {
            self.add(name, person.browser.clone(), Some(person.session.0));
        }
        let (browser, session) = self.desk.signed_in(a.id, a.owner.id).await;
        browser.clone().delete("/api/session").await.expect(204);
        self.add("signed_out", browser, Some(session.0));
    }

    fn add(&mut self, name: &'static str, browser: Browser, session: Option<Uuid>) {
        self.actors.insert(name, Actor { browser, session });
    }

    /// The owner of the other organisation.
    pub fn owner_of_b(&self) -> Browser {
        self.actors["owner_of_b"].browser.clone()
    }

    /// Everybody's name.
    pub fn names(&self) -> BTreeSet<&'static str> {
        self.actors.keys().copied().collect()
    }

    async fn try_route(&self, actor: &str, method: &str, path: &str) -> Reply {
        let actor = &self.actors[actor];
        let filled = fill(method, path, &self.ids_of_a, actor.session);
        self.ask(&actor.browser, method, path, &filled).await
    }

    /// Asks with a body that the route can read.
    pub async fn ask(&self, browser: &Browser, method: &str, path: &str, filled: &str) -> Reply {
        let mut browser = browser.clone();
        let verb: Method = method.parse().unwrap();
        if method == "POST" && path.ends_with("/attachments/{attachment}") {
            return browser.send(verb, &format!("{filled}?name=ohje.pdf"), Some(("application/pdf", PDF.to_vec()))).await;
        }
        let filled = if method == "GET" && path.contains("/poll/") { format!("{filled}?after=0") } else { filled.to_owned() };
        let body = match path {
            // Somebody as they are: who may not change people may not save them unchanged either.
            "/api/agents/{agent_id}" if method == "PUT" => Some(self.ids_of_a.person.clone()),
            "/api/session" => (method == "POST").then(|| json!({"email": self.ids_of_a.email, "password": PASSWORD})),
            _ => self.api.sample_body(method, path),
        };
        let body = body.map(|mut body| {
            if matches!(path, "/api/widget/{key}/end" | "/api/widget/{key}/read") {
                body["contact_id"] = json!(self.ids_of_a.contact);
            }
            body.to_string().into_bytes()
        });
        browser.send(verb, &filled, body.map(|bytes| ("application/json", bytes))).await
    }
}

pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

/// One of everything, with a visitor's case that has a file in it.
async fn ids(desk: &WholeDesk, of: &TestOrganisation, visitor: &mut Visitor) -> Ids {
    visitor.start_chat("Salasanani ei toimi").await;
    let attachment = Uuid::now_v7();
    let path = format!("/api/widget/{}/attachments/{attachment}?name=ohje.pdf", visitor.key);
    visitor.browser.send(Method::POST, &path, Some(("application/pdf", PDF.to_vec()))).await.expect(200);
    let words = json!({"message_id": Uuid::now_v7(), "text": "Tässä", "attachments": [attachment]});
    visitor.browser.post(&format!("/api/widget/{}/messages", visitor.key), words).await.expect(200);
    let listed = of.agent.browser.clone().get("/api/cases").await.expect(200).json();
    let case = listed["items"][0]["case_id"].as_str().expect("the agent sees the case").parse().unwrap();
    let contact = listed["items"][0]["contact"]["contact_id"].as_str().expect("it has a contact").parse().unwrap();
    // Spare ones, so that changing them takes no right away from anybody in the matrix.
    let spare = desk.person(of.id, "spare", "Vara Henkilö", Role::Agent, Presence::Gone).await;
    let client = desk.client(of.id, "Vara-asiakkuus", &[]).await;
    let prepared_reply = Uuid::now_v7();
    let words = json!({"client_id": null, "language": "fi", "name": "tervehdys", "text": "Hei {asiakas}!"});
    of.owner.browser.clone().post(&format!("/api/prepared-replies/{prepared_reply}"), words).await.expect(200);
    let block = blocked(desk, of).await;
    let skill = Uuid::now_v7();
    of.owner.browser.clone().post(&format!("/api/skills/{skill}"), json!({ "name": "Laskut" })).await.expect(200);
    let known_field = Uuid::now_v7();
    let field = json!({ "known_field_id": known_field, "name_fi": "Laite", "name_sv": "Apparat", "name_en": "Device", "retired": false });
    let fields = format!("/api/clients/{}/known-fields", of.clients[0].id);
    of.owner.browser.clone().put(&fields, json!({ "fields": [field] })).await.expect(200);
    let keys = format!("/api/clients/{}/identity-keys", client.id);
    let added = json!({"name": "Sivusto", "algorithm": "hs256", "public_key": null});
    let added = of.owner.browser.clone().post(&keys, added).await.expect(200).json();
    let identity_key = added["key"]["identity_key_id"].as_str().unwrap();
    let (_, token) = desk.api_token(of.id, of.owner.id, &[Scope::ReadCases]).await;
    let deciding = deciding(of, spare.id).await;
    let people = of.owner.browser.clone().get("/api/agents").await.expect(200).json();
    let person = people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(spare.id.0)).expect("the spare one");
    Ids {
        person: person["settings"].clone(),
        case: CaseId(case),
        contact,
        attachment,
        client: client.id,
        team: client.team,
        agent: spare.id,
        prepared_reply,
        skill,
        known_field,
        api_token: token.0,
        identity_key: identity_key.parse().unwrap(),
        block,
        deciding: deciding.0,
        proposal: deciding.1,
        widget_key: visitor.key.clone(),
        email: of.owner.email.clone(),
    }
}

/// A self-directed team, which serves nobody, and a proposal of one of its two members.
async fn deciding(of: &TestOrganisation, other: AgentId) -> (Uuid, Uuid) {
    let (team, proposal) = (Uuid::now_v7(), Uuid::now_v7());
    let members = [of.agent.id.0, other.0, of.read_only.id.0, of.supervisor.id.0];
    let body = json!({ "name": "Tiimi", "client_ids": [], "agent_ids": members, "is_self_directed": true });
    of.owner.browser.clone().post(&format!("/api/teams/{team}"), body).await.expect(200);
    let body = json!({ "proposal_id": proposal, "reason": "Kuvaa meitä paremmin", "name": "Lähituki" });
    of.agent.browser.clone().post(&format!("/api/teams/{team}/proposals"), body).await.expect(200);
    (team, proposal)
}

/// Another visitor, who is kept out.
async fn blocked(desk: &WholeDesk, of: &TestOrganisation) -> Uuid {
    let mut rude = desk.visitor(&of.clients[0]);
    rude.start_chat("Uhkailua").await;
    let listed = of.agent.browser.clone().get("/api/cases").await.expect(200).json();
    let row = listed["items"].as_array().unwrap().iter().find(|row| row["last_words"]["text"] == "Uhkailua").expect("their case");
    // It is over, so that nobody has to hold it.
    let end = json!({ "contact_id": row["contact"]["contact_id"] });
    rude.browser.post(&format!("/api/widget/{}/end", rude.key), end).await.expect(200);
    let block = Uuid::now_v7();
    let why = json!({ "note_id": block, "reason": "Uhkaili", "how_long": "hour" });
    of.owner.browser.clone().post(&format!("/api/cases/{}/block", row["case_id"].as_str().unwrap()), why).await.expect(200);
    block
}

/// The path with everything in braces filled in. What POST creates gets a new id.
pub fn fill(method: &str, path: &str, ids: &Ids, session: Option<Uuid>) -> String {
    let creates = method == "POST" && path.ends_with('}');
    let new = Uuid::now_v7();
    let id = |there: Uuid| if creates { new } else { there }.to_string();
    path.replace("/teams/{team_id}/proposals", &format!("/teams/{}/proposals", ids.deciding))
        .replace("{proposal_id}", &ids.proposal.to_string())
        .replace("{case}", &ids.case.to_string())
        .replace("{attachment}", &id(ids.attachment))
        .replace("{client_id}", &id(ids.client.0))
        .replace("{team_id}", &id(ids.team.0))
        .replace("{agent_id}", &id(ids.agent.0))
        .replace("{prepared_reply_id}", &id(ids.prepared_reply))
        .replace("{block_id}", &ids.block.to_string())
        .replace("{skill_id}", &id(ids.skill))
        .replace("{known_field_id}", &ids.known_field.to_string())
        .replace("{identity_key_id}", &ids.identity_key.to_string())
        .replace("{approach_id}", &new.to_string())
        .replace("{api_token_id}", &ids.api_token.to_string())
        .replace("{session_id}", &session.unwrap_or(new).to_string())
        .replace("{key}", &ids.widget_key)
        .replace("{screen}", "unknown")
        .replace("{token}", "unknown")
}

fn is_refused(reply: &Reply) -> bool {
    matches!(reply.status.as_u16(), 401 | 403 | 404) && !reply.code().is_empty()
}

/// `access.toml`: per route the names of those who get in.
pub fn allowed(everybody: &BTreeSet<&'static str>) -> BTreeMap<String, BTreeSet<String>> {
    let file: toml::Table = include_str!("../access.toml").parse().expect("access.toml can be read");
    let words = |value: &toml::Value| -> Vec<String> {
        value.as_array().expect("a list").iter().map(|word| word.as_str().expect("a name").to_owned()).collect()
    };
    let groups = file["groups"].as_table().expect("the groups");
    let mut routes = BTreeMap::new();
    for (route, names) in file["routes"].as_table().expect("the routes") {
        let mut actors = BTreeSet::new();
        for name in words(names) {
            match groups.get(&name) {
                Some(group) => actors.extend(words(group)),
                None if name == "everybody" => actors.extend(everybody.iter().map(|name| (*name).to_owned())),
                None => drop(actors.insert(name)),
            }
        }
        for actor in &actors {
            assert!(everybody.contains(actor.as_str()), "{route}: nobody is called {actor}");
        }
        routes.insert(route.clone(), actors);
    }
    routes
}

#[tokio::test]
async fn trust_60_every_route_lets_in_those_whom_access_toml_names_and_nobody_else() {
    let mut world = World::new().await;
    let everybody = world.names();
    let allowed = allowed(&everybody);
    let mut wrong = Vec::new();
    for (method, path) in server::routes_of() {
        let route = format!("{method} {path}");
        let Some(let_in) = allowed.get(&route) else {
            wrong.push(format!("{route} is not in access.toml"));
            continue;
        };
        for actor in everybody.iter().filter(|name| !let_in.contains(**name)) {
            let reply = world.try_route(actor, &method, &path).await;
            if !is_refused(&reply) {
                wrong.push(format!("{route} let {actor} in: {} {}", reply.status, reply.text()));
            }
        }
        for actor in let_in {
            let mut reply = world.try_route(actor, &method, &path).await;
            if is_refused(&reply) {
                // What an earlier actor removed or ended is there again in a new world.
                world = World::new().await;
                reply = world.try_route(actor, &method, &path).await;
            }
            if is_refused(&reply) || reply.status.is_server_error() || reply.status.as_u16() == 405 {
                wrong.push(format!("{route} did not let {actor} in: {} {}", reply.status, reply.text()));
            }
        }
        if method != "GET" {
            world = World::new().await;
        }
    }
    let known: BTreeSet<String> = server::routes_of().into_iter().map(|(method, path)| format!("{method} {path}")).collect();
    wrong.extend(allowed.keys().filter(|route| !known.contains(*route)).map(|route| format!("{route} is no route any more")));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn trust_67_a_right_that_is_taken_away_is_gone_with_the_next_request() {
    let world = World::new().await;
    let (mut owner, mut agent) = (world.a.owner.browser.clone(), world.a.agent.browser.clone());
    let case = format!("/api/cases/{}", world.ids_of_a.case);
    agent.get(&case).await.expect(200);

    let teams = owner.get("/api/teams").await.expect(200).json();
    let team = teams.as_array().unwrap().iter().find(|team| team["team_id"] == world.a.clients[0].team.to_string()).unwrap().clone();
    let members = json!({"name": team["name"], "client_ids": team["client_ids"], "agent_ids": []});
    owner.put(&format!("/api/teams/{}", world.a.clients[0].team), members).await.expect(200);
    agent.get(&case).await.expect(404);
    agent.get("/api/me").await.expect(200);

    let mut supervisor = world.a.supervisor.browser.clone();
    supervisor.get("/api/clients").await.expect(200);
    let settings = json!({"name": "Veikko Valvoja", "first_name": "Veikko", "email": world.a.supervisor.email, "role": "read_only",
        "slots": 4, "languages": ["fi"], "active": true});
    owner.put(&format!("/api/agents/{}", world.a.supervisor.id), settings).await.expect(200);
    assert_eq!(supervisor.get("/api/clients").await.expect(403).code(), "may_not");
}
