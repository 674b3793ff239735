//! How answers look, above all those that say no.

use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::http::Method;
use serde_json::{Value, json};
use server::{Desk, Random, Settings};
use testkit::browser::Browser;
use testkit::people::PASSWORD;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::access::{World, fill};
use crate::api::{is_nullable, kind};

/// What must never be in an answer.
const LEAKS: [&str; 16] = [
    "panicked", "serde", "sqlite", "postgres", "select ", "insert ", "crates/", ".rs:", "/tmp/", "Error(", "Some(", "None", "axum",
    "tokio", "rustc", "$argon2",
];

fn assert_problem(reply: &testkit::browser::Reply, what: &str) {
    assert_eq!(reply.header("content-type"), "application/problem+json", "{what}: {}", reply.text());
    let json = reply.json();
    assert_eq!(json["status"], reply.status.as_u16(), "{what}");
    assert!(!json["title"].as_str().unwrap_or_default().is_empty(), "{what}");
    let text = reply.text();
    let leak = LEAKS.iter().find(|leak| text.contains(**leak));
    assert_eq!(leak, None, "{what}: {text}");
}

/// Whoever may write at this route.
fn writer(world: &World, path: &str) -> Browser {
    if path.starts_with("/api/widget/") { world.desk.visitor(&world.a.clients[0]).browser } else { world.a.owner.browser.clone() }
}

fn writes_with_body(world: &World) -> Vec<(String, String)> {
    let routes = server::routes_of().into_iter();
    let found: Vec<_> = routes.filter(|(method, path)| world.api.body(method, path).is_some()).collect();
    assert!(found.len() >= 20, "only {} routes take JSON", found.len());
    found
}

async fn send(world: &World, method: &str, path: &str, body: Vec<u8>) -> testkit::browser::Reply {
    let filled = fill(method, path, &world.ids_of_a, None);
    writer(world, path).send(method.parse().unwrap(), &filled, Some(("application/json", body))).await
}

#[tokio::test]
async fn trust_63_no_route_takes_a_field_that_it_does_not_have() {
    let world = World::new().await;
    for (method, path) in writes_with_body(&world) {
        let known: Vec<String> =
            world.api.fields(world.api.body(&method, &path).unwrap()).iter().map(|(name, _)| (*name).to_owned()).collect();
        for field in ["organisation_id", "role", "owner_id", "id", "created_at", "verified", "path", "bcc", "agent_id", "active"] {
            if known.iter().any(|name| name == field) || world.api.body(&method, &path).unwrap()["oneOf"].is_array() {
                continue;
            }
            let mut body = world.api.sample_body(&method, &path).unwrap();
            body[field] = json!("owner");
            let reply = send(&world, &method, &path, body.to_string().into_bytes()).await;
            assert_eq!(reply.status, 422, "{method} {path} took {field}: {}", reply.text());
            assert_eq!(reply.wrong_fields(), [field], "{method} {path}");
        }
    }
}

#[tokio::test]
async fn trust_102_a_text_is_a_text_and_a_number_a_number() {
    let world = World::new().await;
    let mut tried = 0;
    for (method, path) in writes_with_body(&world) {
        let schema = world.api.body(&method, &path).unwrap().clone();
        for (field, of) in world.api.fields(&schema) {
            let kind = kind(of).to_owned();
            let others = [json!(7), json!("teksti"), json!(["teksti"]), json!({"$ne": ""}), json!(true), Value::Null];
            for other in others {
                let fits = match &other {
                    Value::Null => is_nullable(of),
                    Value::Number(_) => kind == "integer",
                    Value::String(_) => kind == "string" && of["format"].is_null() && of["enum"].is_null(),
                    Value::Bool(_) => kind == "boolean",
                    Value::Array(_) => kind == "array",
                    Value::Object(_) => false,
                };
                // A union of objects is tried by the tests of the sockets.
                if fits || kind.is_empty() {
                    continue;
                }
                let mut body = world.api.sample_body(&method, &path).unwrap();
                body[field] = other.clone();
                let reply = send(&world, &method, &path, body.to_string().into_bytes()).await;
                assert_eq!(reply.status, 422, "{method} {path} with {field} = {other}: {}", reply.text());
                assert_problem(&reply, &path);
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "only {tried} were tried");
}

#[tokio::test]
async fn trust_70_and_89_what_cannot_be_read_is_refused_in_a_few_words() {
    let world = World::new().await;
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes();
    for (method, path) in writes_with_body(&world) {
        let broken: [&[u8]; 7] = [b"", b"{", b"\xff\xfe", b"{\"a\":\"\\ud800\"}", b"nonsense", &deep, b"{}{}"];
        for body in broken {
            let reply = send(&world, &method, &path, body.to_vec()).await;
            assert!(matches!(reply.status.as_u16(), 400 | 422), "{method} {path}: {} {}", reply.status, reply.text());
            assert_problem(&reply, &path);
        }
        let filled = fill(&method, &path, &world.ids_of_a, None);
        let verb: Method = method.parse().unwrap();
        let form = Some(("application/x-www-form-urlencoded", b"a=b".to_vec()));
        let reply = writer(&world, &path).send(verb, &filled, form).await.expect(415);
        assert_problem(&reply, &path);
    }
}

#[tokio::test]
async fn trust_107_no_route_reads_more_than_its_limit() {
    let world = World::new().await;
    for (method, path) in writes_with_body(&world) {
        let reply = send(&world, &method, &path, vec![b' '; 256 * 1024 + 1]).await;
        assert_eq!(reply.status, 413, "{method} {path}: {}", reply.text());
        assert_problem(&reply, &path);
    }
    let mut browser = world.desk.browser();
    let long = json!({"email": world.a.owner.email, "password": "x".repeat(1_025)});
    browser.post("/api/session", long).await.expect(401);
    let change = json!({"current": PASSWORD, "new": "x".repeat(1_025)});
    assert_eq!(world.a.owner.browser.clone().post("/api/me/password", change).await.expect(422).wrong_fields(), ["new"]);
}

#[tokio::test]
async fn trust_99_every_answer_carries_the_headers() {
    let world = World::new().await;
    let mut addresses: Vec<(String, String)> = server::routes_of();
    addresses.extend(server::pages_of().into_iter().map(|path| ("GET".to_owned(), path.to_owned())));
    addresses.extend([("GET".into(), "/nowhere".into()), ("DELETE".into(), "/api/me".into()), ("GET".into(), "/api/nowhere".into())]);
    for (method, path) in addresses {
        let filled = fill(&method, &path, &world.ids_of_a, None).replace("{*rest}", "me").replace("{*path}", "x.js").replace("{hash}", "x");
        let filled = filled.replace("{number}", "1");
        for mut browser in [world.desk.browser(), world.a.owner.browser.clone()] {
            let reply = browser.send(method.parse().unwrap(), &filled, None).await;
            let what = format!("{method} {path}");
            let policy = reply.header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{what}: {policy}");
            // A file is shown in nobody's name: its sandbox is stricter than where it may be shown.
            assert!(policy.contains("frame-ancestors ") || policy.starts_with("sandbox;"), "{what}: {policy}");
            for (name, value) in [("x-content-type-options", "nosniff"), ("cross-origin-opener-policy", "same-origin")] {
                assert_eq!(reply.header(name), value, "{what}: {name}");
            }
            for name in ["referrer-policy", "permissions-policy", "cross-origin-resource-policy", "cache-control"] {
                assert!(!reply.header(name).is_empty(), "{what}: {name}");
            }
            if path.starts_with("/api/") && !path.contains("attachment") {
                assert_eq!(reply.header("cache-control"), "no-store", "{what}");
            }
            assert_eq!((reply.header("server"), reply.header("x-powered-by")), (String::new(), String::new()), "{what}");
            if reply.status.is_client_error() {
                assert_problem(&reply, &what);
            }
        }
    }
}

#[tokio::test]
async fn trust_99_only_a_clients_own_websites_may_show_its_frame() {
    let world = World::new().await;
    let reply = world.desk.browser().get(&format!("/w/{}", world.ids_of_a.widget_key)).await;
    let policy = reply.header("content-security-policy");
    assert!(policy.ends_with("frame-ancestors https://www.example.fi"), "{policy}");
    assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin");
    let workspace = world.desk.browser().get("/").await.header("content-security-policy");
    assert!(workspace.ends_with("frame-ancestors 'none'"), "{workspace}");
    world.desk.browser().get("/w/unknown").await.expect(404);
}

#[tokio::test]
async fn trust_99_behind_https_the_cookie_and_the_headers_are_strict() {
    let desk = WholeDesk::with_settings(|settings| settings.base_url = "https://desk.test".into()).await;
    let a = desk.organisation("A").await;
    let reply = desk.browser().post("/api/session", json!({"email": a.owner.email, "password": PASSWORD})).await.expect(200);
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("__Host-luukku="), "{cookie}");
    for word in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(word), "{cookie}");
    }
    assert!(!cookie.contains("Domain"));
    assert_eq!(reply.header("strict-transport-security"), "max-age=31536000");
}

#[tokio::test]
async fn a_no_is_said_in_the_askers_language() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let title = async |browser: &mut Browser| browser.get("/api/nowhere").await.json()["title"].as_str().unwrap_or_default().to_owned();
    assert_eq!(title(&mut desk.browser().with("accept-language", "fi")).await, "Tätä ei löydy");
    assert_eq!(title(&mut desk.browser().with("accept-language", "sv-FI,sv;q=0.9")).await, "Det här finns inte");
    assert_eq!(title(&mut desk.browser()).await, "We cannot find this");
    // Who is signed in has chosen a language, whatever the browser says.
    let mut agent = a.agent.browser.clone().with("accept-language", "en");
    let path = format!("/api/cases/{}", Uuid::now_v7());
    assert_eq!(agent.get(&path).await.expect(404).json()["title"], "Tätä ei löydy");
    let swedish = json!({"language": "sv", "sound": true, "notifications": false, "shortcuts": true});
    assert_eq!(agent.put("/api/me/preferences", swedish).await.expect(200).json()["notifications"], false);
    assert_eq!(agent.get(&path).await.expect(404).json()["title"], "Det här finns inte");
}

#[tokio::test]
async fn trust_101_what_looks_like_sql_is_only_text() {
    let world = World::new().await;
    let mut owner = world.a.owner.browser.clone();
    let before = owner.get("/api/cases").await.expect(200).json();
    for text in ["' or 1=1--", "1; drop table cases", "\") union select 1", "%' and sleep(5)--", "\\", "*", "NEAR("] {
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for query in ["state", "client", "owner", "customer", "number", "cursor", "limit", "sort"] {
            let reply = owner.get(&format!("/api/cases?{query}={encoded}")).await;
            assert_eq!(reply.status, 422, "{query}={text}: {}", reply.text());
            assert_problem(&reply, query);
        }
        owner.get(&format!("/api/audit?cursor={encoded}")).await.expect(422);
        owner.get(&format!("/api/cases/{encoded}")).await.expect(404);
        let named = json!({"name": text, "client_ids": [], "agent_ids": []});
        let made = owner.post(&format!("/api/teams/{}", Uuid::now_v7()), named).await.expect(200).json();
        assert_eq!(made["name"], text);
    }
    assert_eq!(owner.get("/api/cases").await.expect(200).json(), before);
}

/// Randomness that fails the hard way.
struct Exploding;

impl Random for Exploding {
    fn fill(&self, _: &mut [u8]) -> bool {
        panic!("the secret is 4711");
    }
}

#[tokio::test]
async fn trust_71_a_handler_that_panics_says_nothing_and_the_desk_goes_on() {
    let whole = WholeDesk::on_sqlite().await;
    let a = whole.organisation("A").await;
    let settings = Settings::new("http://desk.test", whole.desk.settings.data_dir.clone());
    let fragile = Desk::new(whole.desk.db.clone(), settings, whole.desk.clock.clone(), Arc::new(Exploding));
    let router = server::router(fragile.clone());
    let mut browser = Browser::new(router, "http://desk.test".into(), [127, 0, 0, 1].into());
    let reply = browser.post("/api/session", json!({"email": a.owner.email, "password": PASSWORD})).await.expect(500);
    assert_problem(&reply, "a panic");
    assert!(!reply.text().contains("4711") && !reply.text().contains("secret"));
    assert_eq!(reply.header("x-content-type-options"), "nosniff", "headers are there after a panic, too");
    browser.get("/healthz").await.expect(200);
    assert!(browser.with("host", "localhost").get("/metrics").await.expect(200).text().contains("luukku_panics_total 1"));
}

/// Everything that is logged, in memory.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn trust_113_no_secret_and_no_words_are_logged_or_answered() {
    let logged = Logged::default();
    let writer = logged.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    // For the whole process, because units run in threads of their own; other tests only add lines.
    tracing::subscriber::set_global_default(subscriber).expect("no other test sets one");
    let world = World::new().await;
    let (mut owner, mut agent) = (world.a.owner.browser.clone(), world.a.agent.browser.clone());
    let words = "Kanarianlintu-äöå-993311";
    let mut visitor = world.desk.visitor(&world.a.clients[0]);
    visitor.start_chat(words).await;
    owner.post("/api/session", json!({"email": "kanaria@lintu.test", "password": words})).await.expect(401);
    let token = owner.post("/api/api-tokens", json!({"name": "x", "scopes": ["read_cases"]})).await.expect(200).json();
    let secret = token["secret"].as_str().unwrap().to_owned();
    world.desk.browser().with_key(&secret).get("/api/cases").await.expect(200);
    agent.post(&format!("/api/cases/{}/messages", world.ids_of_a.case), json!({"message_id": 1, "text": words})).await.expect(422);
    agent.get(&format!("/api/cases?cursor={}", "993311")).await.expect(422);
    tracing::warn!("the log is alive");

    let log = String::from_utf8_lossy(&logged.0.lock().unwrap()).into_owned();
    assert!(log.contains("the log is alive"));
    let cookie = owner.cookie("luukku").unwrap().to_owned();
    for hidden in ["993311", "kanaria@lintu.test", &secret[7..], &cookie, &visitor.secret, "$argon2", PASSWORD] {
        assert!(!log.contains(hidden), "{hidden} was logged");
    }
    // Stored secrets can be written and never read.
    for path in ["/api/api-tokens", "/api/agents", "/api/me", "/api/me/devices", "/api/audit", "/api/cases"] {
        let text = owner.get(path).await.expect(200).text();
        for hidden in [&secret[7..], &cookie, "$argon2", &visitor.secret] {
            assert!(!text.contains(hidden), "{path} answers a secret");
        }
    }
}
