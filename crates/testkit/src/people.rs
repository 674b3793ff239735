//! Organisations with clients, teams, people of every role, keys and visitors, as they are after some weeks of use.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::missing_panics_doc)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::availability::Presence;
use desk::id::{AgentId, ApiTokenId, ClientId, OrganisationId, SessionId, TeamId};
use desk::language::Language;
use desk::may::{Role, Scope};
use desk::moment::Span;
use desk::routing::USUAL_LEVEL;
use serde_json::json;
use server::secret;
use store::agents::Agent;
use store::clients::{Client, OpenSlot};
use store::organisations::Organisation;
use store::teams::Team;
use store::{Tx, agents, api_tokens, clients, organisations, sessions, teams};
use uuid::Uuid;

use crate::browser::Browser;
use crate::whole_desk::WholeDesk;

/// Everybody's password.
pub const PASSWORD: &str = "oikea hevonen paristo";

/// A client with what a test needs of it.
#[derive(Clone, Debug)]
pub struct TestClient {
    /// Which.
    pub id: ClientId,
    /// The public key of its widget.
    pub key: String,
    /// The team that serves it.
    pub team: TeamId,
}

/// A person with a signed-in browser.
#[derive(Clone)]
pub struct Person {
    /// Who.
    pub id: AgentId,
    /// Their address.
    pub email: String,
    /// Their browser, signed in.
    pub browser: Browser,
    /// Their session.
    pub session: SessionId,
}

/// An organisation: two clients that are always open, each served by a team of its own.
#[derive(Clone)]
pub struct TestOrganisation {
    /// Which.
    pub id: OrganisationId,
    /// IT desk and shop.
    pub clients: [TestClient; 2],
    /// Owns; in no team.
    pub owner: Person,
    /// Supervises; in no team.
    pub supervisor: Person,
    /// Answers for the first client; present.
    pub agent: Person,
    /// Answers for the second client; present.
    pub agent_elsewhere: Person,
    /// Looks at the first client.
    pub read_only: Person,
    /// Shut out by a change in the database alone: the session is still there.
    pub shut_out: Person,
}

/// A visitor with the secret of their browser.
#[derive(Clone)]
pub struct Visitor {
    /// Their browser at the widget.
    pub browser: Browser,
    /// The widget's key.
    pub key: String,
    /// The secret.
    pub secret: String,
}

impl WholeDesk {
    /// A new organisation with everybody in it.
    pub async fn organisation(&self, name: &str) -> TestOrganisation {
        let id = OrganisationId(Uuid::now_v7());
        let created_at = self.desk.clock.now();
        let organisation =
            Organisation { organisation_id: id, name: name.to_owned(), epoch: Uuid::now_v7().simple().to_string(), created_at };
        self.store(async move |tx: &mut Tx| organisations::add(tx, &organisation).await).await;
        let owner = self.person(id, name, "Oili Omistaja", Role::Owner, Presence::Gone).await;
        let supervisor = self.person(id, name, "Veikko Valvoja", Role::Supervisor, Presence::Gone).await;
        let agent = self.person(id, name, "Aino Neuvoja", Role::Agent, Presence::Present).await;
        let agent_elsewhere = self.person(id, name, "Bengt Rådgivare", Role::Agent, Presence::Present).await;
        let read_only = self.person(id, name, "Laura Lukija", Role::ReadOnly, Presence::Gone).await;
        let shut_out = self.person(id, name, "Sulo Suljettu", Role::Agent, Presence::Gone).await;
        self.shut_out(id, shut_out.id).await;
        let first = self.client(id, "IT-tuki", &[agent.id, read_only.id, shut_out.id]).await;
        let second = self.client(id, "Verkkokauppa", &[agent_elsewhere.id]).await;
        TestOrganisation { id, clients: [first, second], owner, supervisor, agent, agent_elsewhere, read_only, shut_out }
    }

    /// A new person with a signed-in browser.
    pub async fn person(&self, organisation: OrganisationId, at: &str, name: &str, role: Role, presence: Presence) -> Person {
        let now = self.desk.clock.now();
        let id = AgentId(Uuid::now_v7());
        let first_name = name.split(' ').next().unwrap_or(name).to_owned();
        let at: String = at.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let email = format!("{}@{at}.test", first_name.to_lowercase());
        let agent = Agent {
            agent_id: id,
            name: name.to_owned(),
            first_name,
            email: email.clone(),
            password_hash: Some(hash_of_everybody(self).await),
            role,
            slots: 4,
            may_exceed: false,
            languages: Language::ALL.map(|language| (language, USUAL_LEVEL)).to_vec(),
            skills: Vec::new(),
            active: true,
            language: Language::Fi,
            sound: true,
            notifications: true,
            shortcuts: true,
            presence,
            away_because: None,
            presence_since: now,
            seen_at: now,
            created_at: now,
        };
        self.store(async move |tx: &mut Tx| agents::add(tx, organisation, &agent).await.map(|_| ())).await;
        let (browser, session) = self.signed_in(organisation, id).await;
        Person { id, email, browser, session }
    }

    /// Another browser in which this person is signed in.
    pub async fn signed_in(&self, organisation: OrganisationId, agent: AgentId) -> (Browser, SessionId) {
        let now = self.desk.clock.now();
        let (secret, hash) = secret::make(&self.desk, organisation).expect("there is randomness");
        let session_id = SessionId(Uuid::now_v7());
        let session = sessions::Session {
            session_id,
            agent_id: agent,
            browser: "Firefox · Linux".into(),
            address: "198.51.100.7".into(),
            signed_in_at: now,
            used_at: now,
            expires_at: now.plus(Span::seconds(30 * 86_400)),
        };
        self.store(async move |tx: &mut Tx| sessions::add(tx, organisation, &session, hash).await).await;
        let mut browser = self.browser();
        browser.set_cookie("luukku", &secret);
        (browser, session_id)
    }

    /// A key with these scopes, made by this person.
    pub async fn api_token(&self, organisation: OrganisationId, agent: AgentId, scopes: &[Scope]) -> (Browser, ApiTokenId) {
        let (secret, hash) = secret::make(&self.desk, organisation).expect("there is randomness");
        let id = ApiTokenId(Uuid::now_v7());
        let token = api_tokens::ApiToken {
            api_token_id: id,
            agent_id: agent,
            name: "Intranet".into(),
            scopes: scopes.to_vec(),
            created_at: self.desk.clock.now(),
            expires_at: None,
            used_at: None,
        };
        self.store(async move |tx: &mut Tx| api_tokens::add(tx, organisation, &token, hash).await).await;
        (self.browser().with_key(&format!("{}{secret}", secret::API_TOKEN_PREFIX)), id)
    }

    /// A new client that is always open, served by a new team of these people.
    pub async fn client(&self, organisation: OrganisationId, name: &str, members: &[AgentId]) -> TestClient {
        let now = self.desk.clock.now();
        let widget_id = secret::new_widget_id(&self.desk).expect("there is randomness");
        let key = secret::widget_key(organisation, &widget_id);
        let id = ClientId(Uuid::now_v7());
        let all_day = vec![OpenSlot { from_minute: 0, to_minute: 1_440 }];
        let client = Client {
            client_id: id,
            widget_id,
            name: name.to_owned(),
            desk_name: None,
            languages: vec![Language::Fi, Language::Sv, Language::En],
            colour: None,
            time_zone: "Europe/Helsinki".into(),
            week: vec![all_day; 7],
            exceptions: Vec::new(),
            holidays: None,
            closed_by_hand: false,
            when_closed: desk::availability::WhenClosed::Message,
            queue_ceiling: 10,
            opening_target: None,
            ease: None,
            call_back: None,
            answer_target_s: 60,
            silence_min: 15,
            thanks_grace_min: 60,
            websites: vec!["https://www.example.fi".into()],
            greeting_fi: String::new(),
            greeting_sv: String::new(),
            greeting_en: String::new(),
            speech: store::speech::Speech::default(),
            created_at: now,
            launch: clients::Launch::live(now),
        };
        let team_id = TeamId(Uuid::now_v7());
        let mut agent_ids = members.to_vec();
        agent_ids.sort_unstable();
        let team = Team {
            team_id,
            name: format!("{name}, tiimi"),
            offers: None,
            overflow: None,
            is_self_directed: false,
            client_ids: vec![id],
            agent_ids,
        };
        self.store(async move |tx: &mut Tx| {
            clients::add(tx, organisation, &client).await?;
            teams::add(tx, organisation, &team, now).await.map(|_| ())
        })
        .await;
        // As the route does that adds a client.
        self.desk.pulse.settings(organisation);
        TestClient { id, key, team: team_id }
    }

    /// A visitor who has not written yet.
    pub fn visitor(&self, client: &TestClient) -> Visitor {
        let bytes = [*Uuid::new_v4().as_bytes(), *Uuid::new_v4().as_bytes()].concat();
        let secret = URL_SAFE_NO_PAD.encode(bytes);
        Visitor { browser: self.browser().with_key(&secret), key: client.key.clone(), secret }
    }

    /// Carries out a unit and expects it to succeed.
    pub async fn store<T, F>(&self, unit: F) -> T
    where
        T: Send + 'static,
        F: for<'a> store::db::Unit<'a, T> + 'static,
    {
        self.desk.db.unit(unit).await.expect("the database stores it")
    }

    async fn shut_out(&self, organisation: OrganisationId, agent: AgentId) {
        self.store(async move |tx: &mut Tx| {
            let there = agents::load(tx, organisation, agent).await?;
            let there = there.ok_or(store::Failure::Corrupt)?;
            agents::change(tx, organisation, &Agent { active: false, ..there }).await
        })
        .await;
    }
}

impl Visitor {
    /// Starts a chat and answers the case's number.
    pub async fn start_chat(&mut self, text: &str) -> i64 {
        let body = json!({
            "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": text, "language": "fi",
            "start_page": "https://www.example.fi/tuki",
        });
        let path = format!("/api/widget/{}/chats", self.key);
        let done = self.browser.post(&path, body).await.expect(200).json();
        let entries = done["entries"].as_array().cloned().unwrap_or_default();
        entries.iter().find_map(|entry| entry["case_number"].as_i64()).expect("the conversation began")
    }
}

/// Gives somebody's word for every point of the launch of the client at `path` that a person confirms.
pub async fn confirm_launch_points(browser: &mut Browser, path: &str) {
    for point in ["purpose", "closed", "asking", "criticism", "rules"] {
        let body = json!({ "point": point, "words": "Sovittu yhdessä" });
        browser.put(&format!("{path}/launch-points"), body).await.expect(200);
    }
}

/// One hash for everybody, because each takes a while.
async fn hash_of_everybody(desk: &WholeDesk) -> String {
    static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    let hash = HASH.get_or_init(|| async { desk.desk.passwords.hash(PASSWORD.into()).await.expect("it can be hashed") });
    hash.await.clone()
}
