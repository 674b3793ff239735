//! Whom a client's website names with a signature (trust 81, 117): who it is, that nobody becomes somebody else, and the keys.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::moment::Span;
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use testkit::browser::{Browser, Reply};
use testkit::people::{TestClient, TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

/// A website that signs for one client.
pub(crate) struct Website {
    secret: String,
    key_id: String,
    client: TestClient,
    now_s: i64,
}

impl Website {
    pub(crate) async fn of(desk: &WholeDesk, organisation: &TestOrganisation) -> Self {
        Self::of_client(desk, organisation, &organisation.clients[0]).await
    }

    async fn of_client(desk: &WholeDesk, organisation: &TestOrganisation, client: &TestClient) -> Self {
        let mut owner = organisation.owner.browser.clone();
        let body = json!({ "name": "Verkkosivusto", "algorithm": "hs256", "public_key": null });
        let added = owner.post(&format!("/api/clients/{}/identity-keys", client.id), body).await.expect(200).json();
        Self {
            secret: added["secret"].as_str().unwrap().to_owned(),
            key_id: added["key"]["identity_key_id"].as_str().unwrap().to_owned(),
            client: client.clone(),
            now_s: desk.desk.now().millis() / 1_000,
        }
    }

    /// What a good token says, of a customer with this name.
    pub(crate) fn claims(&self, subject: &str) -> Value {
        json!({
            "aud": self.client.key, "sub": subject, "iat": self.now_s, "exp": self.now_s + 300, "jti": Uuid::new_v4().to_string(),
        })
    }

    pub(crate) fn token(&self, claims: &Value) -> String {
        signed(&json!({ "alg": "HS256", "typ": "JWT" }), claims, self.secret.as_bytes())
    }
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn signed(head: &Value, claims: &Value, secret: &[u8]) -> String {
    let said = format!("{}.{}", encoded(head.to_string().as_bytes()), encoded(claims.to_string().as_bytes()));
    let mac = Hmac::<Sha256>::new_from_slice(secret).unwrap().chain_update(&said).finalize().into_bytes();
    format!("{said}.{}", encoded(&mac))
}

/// The visitor shows a token at a widget.
pub(crate) async fn show(visitor: &mut Visitor, token: &str) -> Reply {
    visitor.browser.post(&format!("/api/widget/{}/identity", visitor.key), json!({ "token": token })).await
}

/// The visit of the person whom a good token names, in the browser of `visitor`.
pub(crate) async fn named(visitor: &mut Visitor, token: &str) -> Visitor {
    let secret = show(visitor, token).await.expect(200).json()["key"].as_str().unwrap().to_owned();
    Visitor { browser: visitor.browser.with_key(&secret), key: visitor.key.clone(), secret }
}

/// The case with this number, as an agent sees it.
pub(crate) async fn case_of(agent: &mut Browser, number: i64) -> Value {
    let found = agent.get(&format!("/api/cases?number={number}")).await.expect(200).json();
    let id = found["items"][0]["case_id"].as_str().unwrap().to_owned();
    agent.get(&format!("/api/cases/{id}")).await.expect(200).json()
}

async fn conversation(visitor: &mut Visitor) -> Reply {
    visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await
}

#[tokio::test]
async fn who_is_signed_in_on_the_website_is_the_same_person_on_every_device_and_verified() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let (site, mut aino) = (Website::of(&desk, &a).await, a.agent.browser.clone());
        let mut claims = site.claims("asiakas-7");
        claims["name"] = json!("Kaisa Lehtonen");
        claims["email"] = json!("kaisa@example.fi");
        let mut phone = named(&mut desk.visitor(&a.clients[0]), &site.token(&claims)).await;
        let first = phone.start_chat("Tilaukseni ei tullut").await;
        let case = case_of(&mut aino, first).await;
        let customer = &case["row"]["customer"];
        assert_eq!((&customer["name"], &customer["email"]), (&json!("Kaisa Lehtonen"), &json!("kaisa@example.fi")));
        assert_eq!(
            (&customer["verified"], &customer["typed"]),
            (&json!(true), &json!(false)),
            "the name and the address are the site's word"
        );

        let mut computer = named(&mut desk.visitor(&a.clients[0]), &site.token(&site.claims("asiakas-7"))).await;
        let there = conversation(&mut computer).await.expect(200).json();
        assert_eq!(there["case_number"], first, "the conversation goes on where it was left");

        let mut another = named(&mut desk.visitor(&a.clients[0]), &site.token(&site.claims("asiakas-8"))).await;
        conversation(&mut another).await.expect(404);
        let anonymous = desk.visitor(&a.clients[0]).start_chat("Hei").await;
        assert_eq!(case_of(&mut aino, anonymous).await["row"]["customer"]["verified"], false);
    }
}

#[tokio::test]
async fn trust_117_a_wrong_token_leaves_the_visitor_anonymous() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let (site, b) = (Website::of(&desk, &a).await, desk.organisation("B").await);
        let (good, hs256) = (site.claims("asiakas-7"), json!({ "alg": "HS256" }));
        let with = |field: &str, value: Value| {
            let mut claims = site.claims("asiakas-7");
            claims[field] = value;
            site.token(&claims)
        };
        let [said, claims, signature] = site.token(&good).split('.').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap();
        let another = encoded(site.claims("asiakas-8").to_string().as_bytes());
        let none = encoded(json!({ "alg": "none" }).to_string().as_bytes());
        let wrong = [
            ("not a token", "token".to_owned()),
            ("empty", String::new()),
            ("another's words under this signature", format!("{said}.{another}.{signature}")),
            ("no signature", format!("{said}.{claims}.")),
            ("no signature, and said so", format!("{none}.{claims}.")),
            ("no signature, and said so, with one", format!("{none}.{claims}.{signature}")),
            ("another algorithm", signed(&json!({ "alg": "EdDSA" }), &good, site.secret.as_bytes())),
            ("something critical", signed(&json!({ "alg": "HS256", "crit": ["b64"], "b64": false }), &good, site.secret.as_bytes())),
            ("another secret", signed(&hs256, &good, b"luukku_sign_guessed")),
            ("an empty secret", signed(&hs256, &good, b"")),
            ("the public key of the widget as the secret", signed(&hs256, &good, site.client.key.as_bytes())),
            ("another widget", with("aud", json!(a.clients[1].key))),
            ("another organisation's widget", with("aud", json!(b.clients[0].key))),
            ("no widget", with("aud", Value::Null)),
            ("nobody", with("sub", json!(""))),
            ("no name of its own", with("jti", Value::Null)),
            ("for ever", with("exp", Value::Null)),
            ("longer than an hour", with("exp", json!(site.now_s + 3_601))),
            ("expired", with("exp", json!(site.now_s))),
            ("made tomorrow", with("iat", json!(site.now_s + 86_400))),
            ("made at no time", with("iat", Value::Null)),
        ];
        let mut kaisa = named(&mut desk.visitor(&a.clients[0]), &site.token(&good)).await;
        kaisa.start_chat("Terveysasiani").await;
        let mut visitor = desk.visitor(&a.clients[0]);
        for (why, token) in wrong {
            assert_eq!(show(&mut visitor, &token).await.expect(422).code(), "token_refused", "{why}");
            conversation(&mut visitor).await.expect(404);
        }
        let number = visitor.start_chat("Hei").await;
        assert_eq!(case_of(&mut a.agent.browser.clone(), number).await["row"]["customer"]["verified"], false);
    }
}

#[tokio::test]
async fn trust_117_a_token_and_a_visit_are_worth_nothing_at_another_widget_or_for_another_visitor() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let site = Website::of(&desk, &a).await;
        let token = site.token(&site.claims("asiakas-7"));
        let mut kaisa = desk.visitor(&a.clients[0]);
        let visit = named(&mut kaisa, &token).await;
        // The same visitor may open the next page with it.
        named(&mut kaisa, &token).await;
        let mut thief = desk.visitor(&a.clients[0]);
        assert_eq!(show(&mut thief, &token).await.expect(422).code(), "token_refused");

        let elsewhere = Website::of_client(&desk, &a, &a.clients[1]).await;
        let mut at_shop = desk.visitor(&a.clients[1]);
        assert_eq!(show(&mut at_shop, &site.token(&site.claims("asiakas-7"))).await.expect(422).code(), "token_refused");
        show(&mut at_shop, &elsewhere.token(&elsewhere.claims("asiakas-7"))).await.expect(200);
        let mut carried = Visitor { key: a.clients[1].key.clone(), ..visit };
        carried.browser.get(&format!("/api/widget/{}", carried.key)).await.expect(401);
        conversation(&mut carried).await.expect(401);
    }
}

#[tokio::test]
async fn who_uses_the_same_browser_without_a_token_or_with_anothers_sees_nothing_of_the_person_before() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let site = Website::of(&desk, &a).await;
        let mut library = desk.visitor(&a.clients[0]);
        let mut kaisa = named(&mut library, &site.token(&site.claims("asiakas-7"))).await;
        let number = kaisa.start_chat("Terveysasiani").await;
        conversation(&mut library).await.expect(404);
        let mut petri = named(&mut library, &site.token(&site.claims("asiakas-8"))).await;
        conversation(&mut petri).await.expect(404);
        assert_eq!(conversation(&mut kaisa).await.expect(200).json()["case_number"], number);
        desk.clock.advance(desk::identity::VISIT);
        conversation(&mut kaisa).await.expect(401);
    }
}

#[tokio::test]
async fn trust_81_what_is_not_signed_never_takes_the_place_of_what_is_and_an_address_is_nobody() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let (site, mut aino) = (Website::of(&desk, &a).await, a.agent.browser.clone());
        let mut claims = site.claims("asiakas-7");
        (claims["name"], claims["email"]) = (json!("Kaisa Lehtonen"), json!("kaisa@example.fi"));
        let mut kaisa = named(&mut desk.visitor(&a.clients[0]), &site.token(&claims)).await;
        let left = |name: &str, email: &str| {
            let (contact, message) = (Uuid::now_v7(), Uuid::now_v7());
            json!({ "contact_id": contact, "message_id": message, "text": "Hei", "language": "fi", "name": name, "email": email })
        };
        let (path, body) = (format!("/api/widget/{}/left-messages", kaisa.key), left("Joku Muu", "joku@muu.example"));
        aino.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        kaisa.browser.post(&path, body).await.expect(200);
        let number = conversation(&mut kaisa).await.expect(200).json()["case_number"].as_i64().unwrap();
        let customer = case_of(&mut aino, number).await["row"]["customer"].clone();
        assert_eq!((&customer["name"], &customer["email"]), (&json!("Kaisa Lehtonen"), &json!("kaisa@example.fi")));

        // Somebody writes her address into the form, and the website signs another customer in who has it too.
        let mut stranger = desk.visitor(&a.clients[0]);
        stranger.browser.post(&path, left("Kaisa Lehtonen", "kaisa@example.fi")).await.expect(200);
        assert_ne!(conversation(&mut stranger).await.expect(200).json()["case_number"], number);
        let mut claims = site.claims("asiakas-8");
        claims["email"] = json!("kaisa@example.fi");
        let mut same_address = named(&mut desk.visitor(&a.clients[0]), &site.token(&claims)).await;
        conversation(&mut same_address).await.expect(404);
    }
}

#[tokio::test]
async fn a_key_goes_on_beside_its_successor_and_then_names_nobody() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let (old, new) = (Website::of(&desk, &a).await, Website::of(&desk, &a).await);
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}/identity-keys", a.clients[0].id);
        owner.put(&format!("{path}/{}", old.key_id), json!({ "in_hours": 24 })).await.expect(200);
        let mut kaisa = named(&mut desk.visitor(&a.clients[0]), &old.token(&old.claims("asiakas-7"))).await;
        named(&mut desk.visitor(&a.clients[0]), &new.token(&new.claims("asiakas-7"))).await;

        let number = kaisa.start_chat("Hei").await;
        desk.clock.advance(Span::seconds(24 * 3_600 - 60));
        let late = |site: &Website| {
            let now_s = desk.desk.now().millis() / 1_000;
            let claims = json!({ "aud": site.client.key, "sub": "asiakas-7", "iat": now_s, "exp": now_s + 600, "jti": Uuid::new_v4() });
            site.token(&claims)
        };
        let mut again = named(&mut desk.visitor(&a.clients[0]), &late(&old)).await;
        desk.clock.advance(Span::seconds(60));
        assert_eq!(show(&mut desk.visitor(&a.clients[0]), &late(&old)).await.expect(422).code(), "token_refused");
        assert_eq!(conversation(&mut again).await.expect(200).json()["case_number"], number, "a visit that has begun goes on");
        let mut by_new = named(&mut desk.visitor(&a.clients[0]), &late(&new)).await;
        owner.put(&format!("{path}/{}", new.key_id), json!({ "in_hours": 0 })).await.expect(200);
        conversation(&mut by_new).await.expect(401);

        let listed = owner.get(&path).await.expect(200);
        assert!(!listed.text().contains(&old.secret), "a secret is shown once");
        let listed = listed.json();
        let found = listed["keys"].as_array().unwrap().iter().find(|key| key["identity_key_id"] == old.key_id.as_str()).unwrap();
        assert_eq!(found["used_at"].as_i64().map(|at| at / 1_000), Some(old.now_s + 24 * 3_600 - 60));
        let log = owner.get("/api/audit").await.expect(200);
        assert!(!log.text().contains(&old.secret) && !log.text().contains(&old.secret["luukku_sign_".len()..]));
        let log = log.json();
        let of_keys = log["items"].as_array().unwrap().iter().filter(|entry| entry["object"] == "IT-tuki: Verkkosivusto");
        let mut acts: Vec<&str> = of_keys.map(|entry| entry["act"].as_str().unwrap()).collect();
        acts.sort_unstable();
        assert_eq!(acts, ["identity_key_added", "identity_key_added", "identity_key_retired", "identity_key_retired"]);
    }
}

#[tokio::test]
async fn a_website_may_sign_with_a_pair_of_keys_whose_public_half_opens_nothing_trust_117() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let client = &a.clients[0];
        let pair = SigningKey::from_bytes(&[7; 32]);
        let public = pair.verifying_key().to_bytes();
        let add = |public_key: &str| json!({ "name": "Sivusto", "algorithm": "ed_dsa", "public_key": public_key });
        let (mut owner, path) = (a.owner.browser.clone(), format!("/api/clients/{}/identity-keys", client.id));
        assert_eq!(owner.post(&path, add("ei avain")).await.expect(422).wrong_fields(), ["public_key"]);
        let added = owner.post(&path, add(&encoded(&public))).await.expect(200).json();
        assert_eq!(added["secret"], Value::Null, "the desk has no secret to show");

        let now_s = desk.desk.now().millis() / 1_000;
        let claims =
            || json!({ "aud": client.key, "sub": "asiakas-7", "iat": now_s, "exp": now_s + 300, "jti": Uuid::new_v4().to_string() });
        let by = |pair: &SigningKey| {
            let (head, says) = (json!({ "alg": "EdDSA" }).to_string(), claims().to_string());
            let said = format!("{}.{}", encoded(head.as_bytes()), encoded(says.as_bytes()));
            let signature = pair.sign(said.as_bytes()).to_bytes();
            format!("{said}.{}", encoded(&signature))
        };
        named(&mut desk.visitor(client), &by(&pair)).await;
        let stranger = by(&SigningKey::from_bytes(&[8; 32]));
        let mistaken = signed(&json!({ "alg": "HS256" }), &claims(), &public);
        for wrong in [stranger, mistaken] {
            let refused = show(&mut desk.visitor(client), &wrong).await;
            assert!(refused.status.is_client_error(), "{}", refused.text());
        }
    }
}

#[tokio::test]
async fn nobody_gets_in_with_a_key_while_it_is_retired_at_once() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let site = Website::of(&desk, &a).await;
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}/identity-keys/{}", a.clients[0].id, site.key_id);
        let comes = |number: usize| {
            let (mut visitor, token) = (desk.visitor(&a.clients[0]), site.token(&site.claims(&format!("asiakas-{number}"))));
            async move {
                let answer = show(&mut visitor, &token).await;
                (answer.status == 200).then(|| Visitor {
                    browser: visitor.browser.with_key(answer.json()["key"].as_str().unwrap()),
                    key: visitor.key.clone(),
                    secret: String::new(),
                })
            }
        };
        let retires = async { owner.put(&path, json!({ "in_hours": 0 })).await.expect(200) };
        let (before, _, after) =
            tokio::join!(futures_util::future::join_all((0..12).map(comes)), retires, futures_util::future::join_all((12..24).map(comes)),);
        for mut visitor in before.into_iter().chain(after).flatten() {
            conversation(&mut visitor).await.expect(401);
        }
    }
}

#[tokio::test]
async fn a_client_that_changes_its_key_every_month_never_runs_out_of_keys() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}/identity-keys", a.clients[0].id);
        let first = Website::of(&desk, &a).await;
        for _ in 0..45 {
            let key = Website::of(&desk, &a).await;
            owner.put(&format!("{path}/{}", key.key_id), json!({ "in_hours": 0 })).await.expect(200);
            desk.clock.advance(Span::seconds(1));
        }
        let listed = owner.get(&path).await.expect(200).json();
        assert_eq!(listed["keys"][0]["identity_key_id"], first.key_id.as_str(), "what signs is not hidden by what did");
        let now_s = desk.desk.now().millis() / 1_000;
        let claims = json!({ "aud": first.client.key, "sub": "asiakas-7", "iat": now_s, "exp": now_s + 600, "jti": Uuid::new_v4() });
        named(&mut desk.visitor(&a.clients[0]), &first.token(&claims)).await;
        for _ in 1..20 {
            Website::of(&desk, &a).await;
        }
        owner.post(&path, json!({ "name": "x", "algorithm": "hs256", "public_key": null })).await.expect(422);
    }
}

#[tokio::test]
async fn trust_117_a_list_in_the_place_of_claims_and_a_beginning_that_is_no_time_name_nobody() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let site = Website::of(&desk, &a).await;
        let good = site.claims("asiakas-7");
        let list = json!([good["aud"], "asiakas-7", good["iat"], null, good["exp"], good["jti"], null, null]);
        show(&mut desk.visitor(&a.clients[0]), &site.token(&list)).await.expect(422);
        let head = json!(["HS256", null]);
        show(&mut desk.visitor(&a.clients[0]), &signed(&head, &good, site.secret.as_bytes())).await.expect(422);
        for begins in [json!(1e20), json!(1e300), json!(u64::MAX)] {
            let mut claims = good.clone();
            claims["nbf"] = begins;
            show(&mut desk.visitor(&a.clients[0]), &site.token(&claims)).await.expect(422);
        }
    }
}
