//! Open widgets of people whom a website has named (trust 117): what ends a visit ends its screens.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::moment::Span;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use testkit::people::{TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::screen::{Listening, greeting, visitor_ticket};

/// The visit of somebody whom the website of the first client has signed in, and the path of the key.
pub async fn signed_in(whole: &WholeDesk, organisation: &TestOrganisation) -> (Visitor, String) {
    let client = &organisation.clients[0];
    let mut owner = organisation.owner.browser.clone();
    let path = format!("/api/clients/{}/identity-keys", client.id);
    let added = owner.post(&path, json!({ "name": "Verkkosivusto", "algorithm": "hs256", "public_key": null })).await.expect(200).json();
    let now_s = whole.desk.now().millis() / 1_000;
    let claims = json!({ "aud": client.key, "sub": "asiakas-7", "iat": now_s, "exp": now_s + 300, "jti": Uuid::new_v4() });
    let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let said = format!("{}.{}", part(json!({ "alg": "HS256" })), part(claims));
    let mac = Hmac::<Sha256>::new_from_slice(added["secret"].as_str().unwrap().as_bytes()).unwrap().chain_update(&said);
    let token = format!("{said}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()));
    let mut visitor = whole.visitor(client);
    let answer = visitor.browser.post(&format!("/api/widget/{}/identity", visitor.key), json!({ "token": token })).await;
    let visit = answer.expect(200).json()["key"].as_str().unwrap().to_owned();
    let signed = Visitor { browser: visitor.browser.with_key(&visit), key: visitor.key.clone(), secret: visit };
    (signed, format!("{path}/{}", added["key"]["identity_key_id"].as_str().unwrap()))
}

#[tokio::test]
async fn a_key_that_is_retired_at_once_closes_the_widgets_that_it_has_opened_and_their_tickets() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let (mut kaisa, key) = signed_in(&whole, &organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.widget(&mut kaisa).await;
        let ticket = visitor_ticket(&mut kaisa).await;

        organisation.owner.browser.clone().put(&key, json!({ "in_hours": 0 })).await.expect(200);
        let closed = loop {
            if let Err(closed) = screen.heard().await {
                break closed;
            }
        };
        assert_ne!(closed.0, 0, "it is told why");
        let mut later = listening.own(&format!("/api/widget/{}/socket", kaisa.key)).await;
        later.say(greeting(&ticket, &json!({}))).await;
        assert!(later.heard().await.is_err(), "a ticket from before opens nothing");
    }
}

#[tokio::test]
async fn a_widget_that_stands_open_for_longer_than_its_visit_is_closed() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let (mut kaisa, _) = signed_in(&whole, &organisation).await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.widget(&mut kaisa).await;
        whole.clock.advance(Span::seconds(86_401));
        while screen.heard().await.is_ok() {}
    }
}
