//! What every request passes: the desk's name, the asker's address, limits, sites.

use std::net::{IpAddr, Ipv4Addr};

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;
use server::Network;
use server::limits::Rate;
use testkit::people::PASSWORD;
use testkit::whole_desk::{BASE_URL, WholeDesk};

use crate::access::{World, fill};

#[tokio::test]
async fn trust_79_links_lead_to_the_desk_whatever_name_it_is_asked_by() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let path = format!("/api/agents/{}/invitation", a.agent.id);
    for host in ["evil.example", "desk.test.evil.example", "desk.test@evil.example", "evil.example:80", ""] {
        let reply = a.owner.browser.clone().with("host", host).post(&path, json!({})).await;
        assert!(matches!(reply.status.as_u16(), 400 | 421), "{host}: {}", reply.status);
        assert!(!reply.text().contains("evil"));
    }
    let forwarded = a.owner.browser.clone().with("x-forwarded-host", "evil.example").with("forwarded", "host=evil.example");
    let link = forwarded.clone().post(&path, json!({})).await.expect(200).json()["link"].as_str().unwrap().to_owned();
    assert!(link.starts_with(&format!("{BASE_URL}/invitation/")), "{link}");
}

#[tokio::test]
async fn trust_80_a_made_up_address_does_not_get_around_a_limit() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let mut refused = 0;
    for try_number in 0..20_u8 {
        let mut browser = desk.browser_at(IpAddr::V4(Ipv4Addr::new(203, 0, 113, 5)));
        for name in ["x-forwarded-for", "cf-connecting-ip", "x-real-ip", "x-remote-user"] {
            browser = browser.with(name, format!("10.0.0.{try_number}"));
        }
        let reply = browser.post("/api/session", json!({"email": a.owner.email, "password": "arvaus"})).await;
        refused += u32::from(reply.status == 429);
    }
    assert!(refused >= 10, "only {refused} of 20 were refused");
}

#[tokio::test]
async fn trust_80_behind_a_trusted_proxy_each_address_counts_for_itself() {
    let desk = WholeDesk::with_settings(|settings| settings.trusted_proxies = vec![Network::parse("203.0.113.5").unwrap()]).await;
    let a = desk.organisation("A").await;
    let proxy = desk.browser_at(IpAddr::V4(Ipv4Addr::new(203, 0, 113, 5)));
    for last in 0..20_u8 {
        let mut browser = proxy.clone().with("x-forwarded-for", format!("6.6.6.6, 198.51.100.{last}"));
        browser.post("/api/session", json!({"email": a.owner.email, "password": "arvaus"})).await.expect(401);
    }
    let mut owner = proxy.with("x-forwarded-for", "192.0.2.44");
    owner.post("/api/session", json!({"email": a.owner.email, "password": PASSWORD})).await.expect(200);
    let devices = owner.get("/api/me/devices").await.expect(200).json();
    assert!(devices.as_array().unwrap().iter().any(|device| device["address"] == "192.0.2.44"), "{devices}");
}

#[tokio::test]
async fn trust_100_a_foreign_site_cannot_write_with_somebodys_cookie() {
    let world = World::new().await;
    let attacks = [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://desk.test.evil.example"),
        ("origin", "http://desk.test:8080"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    let mut tried = 0;
    for (method, path) in server::routes_of() {
        if method == "GET" || path.starts_with("/api/widget/") {
            continue;
        }
        let filled = fill(&method, &path, &world.ids_of_a, None);
        for (name, value) in attacks {
            let browser = world.a.owner.browser.clone().with(name, value);
            let reply = world.ask(&browser, &method, &path, &filled).await;
            assert_eq!((reply.status.as_u16(), reply.code().as_str()), (403, "cross_site"), "{method} {path} with {name}: {value}");
        }
        let silent = world.ask(&world.a.owner.browser.clone().without("origin"), &method, &path, &filled).await;
        assert_eq!(silent.code(), "cross_site", "{method} {path} without an origin");
        tried += 1;
    }
    assert!(tried > 20, "only {tried} routes were tried");
}

#[tokio::test]
async fn trust_110_visitors_of_one_address_are_limited_and_agents_behind_it_go_on_working() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let school = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    let mut limited = 0;
    for _ in 0..700 {
        let mut visitor = desk.browser_at(school);
        limited += u32::from(visitor.get(&format!("/api/widget/{}/transcript", a.clients[0].key)).await.status == 429);
    }
    assert!(limited > 50, "only {limited} of 700 were limited");
    let refused = desk.browser_at(school).get(&format!("/api/widget/{}/transcript", a.clients[0].key)).await.expect(429);
    assert_eq!(refused.json()["retry_after_s"].as_u64().map(|s| s.to_string()), Some(refused.header("retry-after")));
    let mut agent = a.agent.browser.at(school);
    for _ in 0..50 {
        agent.get("/api/cases").await.expect(200);
    }
}

#[tokio::test]
async fn trust_84_guessing_sessions_and_keys_is_limited() {
    let desk = WholeDesk::on_sqlite().await;
    let mut limited = 0;
    for number in 0..300 {
        let mut program = desk.browser().with_key(&format!("luukku_{number:064}"));
        limited += u32::from(program.get("/api/me").await.status == 429);
    }
    assert!(limited > 100, "only {limited} of 300 were limited");
}

#[tokio::test]
async fn trust_65_figures_are_for_this_machine_or_a_token() {
    let desk = WholeDesk::with_settings(|settings| settings.metrics_token = Some("mittaritunnus".into())).await;
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let a = desk.organisation("A").await;
    desk.visitor(&a.clients[0]).start_chat("Hei").await;
    let local = desk.browser_at(here).with("host", "localhost:8080");
    let figures = local.clone().get("/metrics").await.expect(200).text();
    for line in ["luukku_cases_total 1", "luukku_waiting 1", "luukku_messages_stored_total 1", "luukku_commit_seconds_count 1"] {
        assert!(figures.lines().any(|one| one == line), "{line} is not in {figures}");
    }
    desk.browser().get("/metrics").await.expect(404);
    for (name, value) in [
        ("x-forwarded-for", "198.51.100.9"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-host", "desk.test"),
        ("forwarded", "for=198.51.100.9"),
        ("via", "1.1 proxy"),
        ("x-real-ip", "198.51.100.9"),
        ("cf-connecting-ip", "198.51.100.9"),
        ("host", "desk.test"),
    ] {
        let behind_a_proxy = local.clone().with(name, value).get("/metrics").await;
        assert_eq!(behind_a_proxy.status, 404, "{name}: {value}");
    }
    desk.browser().with_key("mittaritunnus").get("/metrics").await.expect(200);
    desk.browser().with_key("mittaritunnu").get("/metrics").await.expect(404);
    let health = desk.browser().get("/healthz").await.expect(200);
    assert_eq!((health.text().as_str(), health.header("server").as_str()), ("ok\n", ""));
}

#[tokio::test]
async fn whoever_watches_hears_when_the_desk_has_stopped_telling_its_screens() {
    let desk = WholeDesk::on_sqlite().await;
    desk.browser().get("/healthz").await.expect(200);
    desk.desk.own_work.end();
    let ended = async {
        while desk.browser().get("/healthz").await.status != 503 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), ended).await.expect("it is noticed");
}

#[tokio::test]
async fn trust_79_a_request_without_or_with_two_names_is_malformed() {
    let desk = WholeDesk::on_sqlite().await;
    let none = Request::builder().method(Method::GET).uri("/api/me").body(Body::empty()).unwrap();
    desk.browser().carry(none).await.expect(400);
    let two = Request::builder().uri("/api/me").header("host", "desk.test").header("host", "evil.example").body(Body::empty()).unwrap();
    desk.browser().carry(two).await.expect(400);
    let in_line = Request::builder().uri("http://evil.example/api/me").header("host", "desk.test").body(Body::empty()).unwrap();
    desk.browser().carry(in_line).await.expect(421);
}

#[tokio::test]
async fn trust_110_what_only_looks_like_a_session_or_a_key_counts_as_nobody() {
    let desk = WholeDesk::with_settings(|settings| settings.limits.anonymous = Rate::new(5, 600_000)).await;
    let a = desk.organisation("A").await;
    let session = a.owner.browser.cookie("__Host-luukku").or(a.owner.browser.cookie("luukku")).unwrap().to_owned();
    // Of the right form, and of the right organisation even.
    let wrong = format!("{}{}", &session[..40], "A".repeat(24));
    let name = if BASE_URL.starts_with("https") { "__Host-luukku" } else { "luukku" };
    let guises = [
        ("cookie", "x=y".to_owned()),
        ("cookie", format!("{name}={wrong}")),
        ("authorization", "Bearer x".to_owned()),
        ("authorization", format!("Bearer luukku_{wrong}")),
    ];
    for (number, (header, value)) in (1_u8..).zip(guises) {
        let mut stranger = desk.browser_at(IpAddr::V4(Ipv4Addr::new(203, 0, 113, number))).with(header, &value);
        for path in ["/api/openapi.json", "/api/me", "/api/openapi.json", "/api/me", "/api/openapi.json"] {
            let reply = stranger.get(path).await;
            assert_eq!(reply.status, if path == "/api/me" { 401 } else { 200 }, "{value}");
        }
        for path in ["/api/openapi.json", "/api/me"] {
            assert_eq!(stranger.get(path).await.expect(429).code(), "too_many", "{value}");
        }
    }
    // Somebody who is known is not kept out by strangers behind the same address.
    let mut stranger = desk.browser();
    while stranger.get("/api/openapi.json").await.status != 429 {}
    for _ in 0..10 {
        a.owner.browser.clone().get("/api/me").await.expect(200);
    }
}
