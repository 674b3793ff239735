//! People in their places: a visitor at a widget, agents at their screens, and what they do, one line each.

use serde_json::{Value, json};
use server::Settings;
use server::limits::Limits;
use testkit::browser::{Browser, Reply};
use testkit::people::{Person, TestClient, TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

/// A desk with one organisation in it, where nobody is held back by how much one address may do.
pub struct Scene {
    pub desk: WholeDesk,
    pub people: TestOrganisation,
}

impl Scene {
    pub async fn on_sqlite() -> Self {
        Self::around(WholeDesk::still_on_sqlite(without_limits).await).await
    }

    pub async fn on_each_engine() -> Vec<Self> {
        let mut scenes = Vec::new();
        for desk in WholeDesk::still_on_each_engine(without_limits).await {
            scenes.push(Self::around(desk).await);
        }
        scenes
    }

    async fn around(desk: WholeDesk) -> Self {
        let people = desk.organisation("Koskela").await;
        Self { desk, people }
    }

    /// The first client, IT desk.
    pub fn client(&self) -> &TestClient {
        &self.people.clients[0]
    }

    /// A visitor of the first client who has not written yet.
    pub fn guest(&self) -> Guest {
        self.guest_of(0)
    }

    pub fn guest_of(&self, client: usize) -> Guest {
        Guest(self.desk.visitor(&self.people.clients[client]))
    }

    /// The agent of the first client at their screen.
    pub fn aino(&self) -> Seat {
        Seat::of(&self.people.agent)
    }

    /// The agent of the second client.
    pub fn bengt(&self) -> Seat {
        Seat::of(&self.people.agent_elsewhere)
    }

    /// Sees and serves every client.
    pub fn veikko(&self) -> Seat {
        Seat::of(&self.people.supervisor)
    }

    /// Only looks, at the first client.
    pub fn laura(&self) -> Seat {
        Seat::of(&self.people.read_only)
    }

    pub fn owner(&self) -> Seat {
        Seat::of(&self.people.owner)
    }

    /// Another agent of the first client, present.
    pub async fn colleague(&self, name: &str) -> Seat {
        use desk::availability::Presence;
        use desk::may::Role;
        let person = self.desk.person(self.people.id, "koskela", name, Role::Agent, Presence::Present).await;
        let (agent, client) = (person.id.0, self.client());
        let team = json!({ "name": format!("Tiimi {name}"), "client_ids": [client.id.0], "agent_ids": [agent] });
        self.owner().post(&format!("/api/teams/{}", Uuid::now_v7()), team).await.expect(200);
        Seat::of(&person)
    }

    /// Changes a setting of the first client.
    pub async fn set(&self, name: &str, value: Value) {
        let path = format!("/api/clients/{}", self.client().id.0);
        let mut settings = self.owner().get(&path).await.expect(200).json()["settings"].clone();
        settings[name] = value;
        self.owner().put(&path, settings).await.expect(200);
    }

    /// Lets `seconds` go by.
    pub fn wait(&self, seconds: i64) {
        self.desk.clock.advance(desk::moment::Span::seconds(seconds));
    }

    /// A visitor who has started a chat, with its case as the desk's screens see it.
    pub async fn chat(&self, text: &str) -> (Guest, String) {
        let guest = self.guest();
        let done = guest.start(text).await.expect(200).json();
        (guest, self.case_of(&done).await)
    }

    /// A visitor whose chat Aino has taken.
    pub async fn taken_chat(&self, text: &str) -> (Guest, String) {
        let (guest, case) = self.chat(text).await;
        self.aino().act(&case, "take").await.expect(200);
        (guest, case)
    }

    /// The case that a customer's answer speaks of.
    pub async fn case_of(&self, done: &Value) -> String {
        let number = entries(done).iter().find_map(|entry| entry["case_number"].as_i64()).expect("the conversation began");
        self.case_with(number).await
    }

    pub async fn case_with(&self, number: i64) -> String {
        let page = self.owner().get(&format!("/api/cases?number={number}")).await.expect(200).json();
        page["items"][0]["case_id"].as_str().expect("there is such a case").to_owned()
    }

    /// The list row of a case.
    pub async fn row(&self, case: &str) -> Value {
        self.owner().get(&format!("/api/cases/{case}")).await.expect(200).json()["row"].clone()
    }

    /// How many rows the desk's whole list has.
    pub async fn cases(&self) -> usize {
        let page = self.owner().get("/api/cases?limit=200").await.expect(200).json();
        page["items"].as_array().unwrap().len()
    }

    /// Everything that happened in a case, oldest first.
    pub async fn timeline(&self, case: &str) -> Vec<Value> {
        let mut all: Vec<Value> = Vec::new();
        loop {
            let after = all.last().map_or(0, |entry| entry["seq"].as_i64().unwrap());
            let part = self.owner().get(&format!("/api/cases/{case}/timeline?after={after}")).await.expect(200).json();
            all.extend(entries(&part).iter().cloned());
            if part["more"] == json!(false) {
                return all;
            }
        }
    }
}

fn without_limits(settings: &mut Settings) {
    settings.limits = Limits::unlimited();
}

/// The entries of any answer that has some.
pub fn entries(answer: &Value) -> &[Value] {
    answer["entries"].as_array().map_or(&[], Vec::as_slice)
}

/// What kinds of things happened, in order.
pub fn kinds(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(|entry| entry["kind"].as_str().unwrap_or_default()).collect()
}

/// The words of entries that have some.
pub fn texts(entries: &[Value]) -> Vec<&str> {
    entries.iter().filter_map(|entry| entry["text"].as_str()).collect()
}

/// A person of the desk at their screen.
#[derive(Clone)]
pub struct Seat {
    pub id: Uuid,
    pub email: String,
    pub browser: Browser,
}

impl Seat {
    fn of(person: &Person) -> Self {
        Self { id: person.id.0, email: person.email.clone(), browser: person.browser.clone() }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.browser.clone().get(path).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.browser.clone().post(path, body).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.browser.clone().put(path, body).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.browser.clone().delete(path).await
    }

    /// `take`, `give-back`, `end`, `solve`, `reopen` or `close`.
    pub async fn act(&self, case: &str, act: &str) -> Reply {
        self.post(&format!("/api/cases/{case}/{act}"), json!({})).await
    }

    pub async fn reply(&self, case: &str, text: &str) -> Reply {
        self.reply_as(case, Uuid::now_v7(), text).await
    }

    pub async fn reply_as(&self, case: &str, id: Uuid, text: &str) -> Reply {
        self.post(&format!("/api/cases/{case}/messages"), json!({ "message_id": id, "text": text })).await
    }

    pub async fn note(&self, case: &str, text: &str) -> Reply {
        self.post(&format!("/api/cases/{case}/notes"), json!({ "note_id": Uuid::now_v7(), "text": text })).await
    }

    /// A line of the side conversation.
    pub async fn aside(&self, case: &str, text: &str, named: Value) -> Reply {
        let mentions = json!({ "agent_ids": named, "team_ids": [] });
        let line = json!({ "note_id": Uuid::now_v7(), "text": text, "mentions": mentions, "place": "side" });
        self.post(&format!("/api/cases/{case}/notes"), line).await
    }

    pub async fn hand_over(&self, case: &str, to: &Seat, why: &str) -> Reply {
        let body = json!({ "note_id": Uuid::now_v7(), "note": why, "to_agent": to.id });
        self.post(&format!("/api/cases/{case}/transfer"), body).await
    }

    pub async fn presence(&self, presence: &str) {
        self.put("/api/me/presence", json!({ "presence": presence })).await.expect(200);
    }
}

/// A visitor with the secret of their browser.
#[derive(Clone)]
pub struct Guest(pub Visitor);

impl Guest {
    pub fn path(&self, rest: &str) -> String {
        format!("/api/widget/{}/{rest}", self.0.key).trim_end_matches('/').to_owned()
    }

    pub async fn get(&self, rest: &str) -> Reply {
        self.0.browser.clone().get(&self.path(rest)).await
    }

    pub async fn post(&self, rest: &str, body: Value) -> Reply {
        self.0.browser.clone().post(&self.path(rest), body).await
    }

    pub async fn start(&self, text: &str) -> Reply {
        self.post("chats", start(text)).await
    }

    pub async fn say(&self, text: &str) -> Reply {
        self.say_as(Uuid::now_v7(), text).await
    }

    pub async fn say_as(&self, id: Uuid, text: &str) -> Reply {
        self.post("messages", json!({ "message_id": id, "text": text })).await
    }

    pub async fn leave_message(&self, text: &str, email: &str) -> Reply {
        self.leave(json!({ "text": text, "email": email })).await
    }

    /// Leaves a message with what may go with it.
    pub async fn leave(&self, with: Value) -> Reply {
        let mut body = start("Soittakaa");
        body.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
        self.post("left-messages", body).await
    }

    /// Leaves the contact that the widget shows.
    pub async fn end(&self) -> Reply {
        self.post("end", json!({ "contact_id": self.contact().await })).await
    }

    /// Has read its own order up to `seq`.
    pub async fn has_read(&self, seq: i64) -> Reply {
        let body = json!({ "contact_id": self.contact().await, "seq": seq });
        self.0.browser.clone().put(&self.path("read"), body).await
    }

    /// The contact that the widget shows.
    pub async fn contact(&self) -> Value {
        self.conversation().await.expect(200).json()["standing"]["contact_id"].clone()
    }

    pub async fn conversation(&self) -> Reply {
        self.get("conversation").await
    }
}

/// What a widget sends to start a chat.
pub fn start(text: &str) -> Value {
    json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": text, "language": "fi" })
}
