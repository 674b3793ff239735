//! Prepared replies: what is kept, what is refused, who gets which.

use std::collections::BTreeSet;

use desk::language::Language;
use serde_json::{Value, json};
use store::Tx;
use store::prepared::PreparedReply;
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

fn reply(client: Option<Uuid>, language: &str, name: &str, text: &str) -> Value {
    json!({"client_id": client, "language": language, "name": name, "text": text})
}

fn at(id: Uuid) -> String {
    format!("/api/prepared-replies/{id}")
}

/// The names that somebody can insert, with their own screen's snapshot.
async fn offered(browser: &Browser) -> Vec<String> {
    let welcome = browser.clone().get("/api/overview").await.expect(200).json();
    welcome["prepared"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_prepared_reply_is_kept_once_tidily_and_removed_once() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let path = at(Uuid::now_v7());
        let given = reply(Some(a.clients[0].id.0), "sv", " /Hälsning ", "Hej {ASIAKAS}!\r\nJag heter { agent }.  ");
        let made = owner.post(&path, given.clone()).await.expect(200).json();
        assert_eq!(owner.post(&path, given).await.expect(200).json(), made, "the same again changes nothing");
        assert_eq!(made["settings"]["name"], "hälsning");
        assert_eq!(made["settings"]["text"], "Hej {kund}!\nJag heter {rådgivare}.");
        assert_eq!(owner.get("/api/prepared-replies").await.expect(200).json()["replies"], json!([made]));
        let other = reply(None, "fi", "muu", "Toinen");
        assert_eq!(owner.post(&path, other.clone()).await.expect(409).code(), "id_reused");
        a.supervisor.browser.clone().put(&path, other).await.expect(200);
        owner.delete(&path).await.expect(204);
        owner.delete(&path).await.expect(404);
        let audit = owner.get("/api/audit").await.expect(200).json();
        let entries = audit["items"].as_array().unwrap().iter();
        let noted: BTreeSet<String> = entries.map(|one| format!("{} {}", one["act"], one["object"]).replace('"', "")).collect();
        for act in ["added /hälsning (sv, IT-tuki)", "changed /muu (fi)", "removed /muu (fi)"] {
            assert!(noted.contains(&format!("prepared_reply_{act}")), "{noted:?}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_prepared_reply_is_said_in_a_sentence() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let mut owner = a.owner.browser.clone();
    let cases = [
        (reply(None, "fi", "kaksi sanaa", "Hei"), "name", "Kirjoita yksi sana: kirjaimia, numeroita ja väliviivoja"),
        (reply(None, "fi", "/", "Hei"), "name", "Täytä tämä"),
        (reply(None, "fi", &"x".repeat(41), "Hei"), "name", "Lyhennä enintään 40 merkkiin"),
        (reply(None, "fi", "hei", " \n "), "text", "Täytä tämä"),
        (reply(None, "fi", "hei", &"x".repeat(4_001)), "text", "Lyhennä enintään 4000 merkkiin"),
        (
            reply(None, "fi", "hei", "Hei {nimi}!"),
            "text",
            "Muuttujaa {nimi} ei ole. Käytä näitä: {asiakas}, {neuvoja}, {asianumero}, {asiakkuus}",
        ),
        (
            reply(None, "en", "hei", "Hi {customer!"),
            "text",
            "Aaltosulkeet ovat vain muuttujille: {customer}, {agent}, {case-number}, {client}",
        ),
        (reply(Some(Uuid::now_v7()), "fi", "hei", "Hei"), "client_id", "Tätä ei löydy"),
    ];
    for (given, field, sentence) in cases {
        let refused = owner.post(&at(Uuid::now_v7()), given).await.expect(422).json();
        assert_eq!(refused["fields"], json!([{ "field": field, "sentence": sentence }]));
    }
    assert_eq!(owner.get("/api/prepared-replies").await.expect(200).json()["replies"], json!([]));
}

#[tokio::test]
async fn a_name_is_there_once_for_each_client_and_language() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let (it, shop) = (Some(a.clients[0].id.0), Some(a.clients[1].id.0));
        let first = at(Uuid::now_v7());
        owner.post(&first, reply(it, "fi", "hei", "Hei")).await.expect(200);
        for (client, language) in [(it, "sv"), (shop, "fi"), (None, "fi")] {
            owner.post(&at(Uuid::now_v7()), reply(client, language, "hei", "Hei")).await.expect(200);
        }
        for client in [it, None] {
            let again = owner.post(&at(Uuid::now_v7()), reply(client, "fi", "HEI", "Moi")).await.expect(422);
            assert_eq!(again.wrong_fields(), ["name"]);
        }
        assert_eq!(owner.put(&first, reply(None, "fi", "hei", "Moi")).await.expect(422).wrong_fields(), ["name"]);
        owner.put(&first, reply(it, "fi", "hei", "Moi")).await.expect(200);
    }
}

#[tokio::test]
async fn two_who_give_the_same_name_at_once_keep_one_reply() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut supervisor) = (a.owner.browser.clone(), a.supervisor.browser.clone());
        for client in [None, Some(a.clients[0].id.0)] {
            let (first, second) = (at(Uuid::now_v7()), at(Uuid::now_v7()));
            let given = reply(client, "fi", "hei", "Hei");
            let (one, other) = tokio::join!(owner.post(&first, given.clone()), supervisor.post(&second, given));
            let refused = if one.status == 200 { other } else { one };
            assert_eq!(refused.expect(422).wrong_fields(), ["name"]);
        }
        let kept = owner.get("/api/prepared-replies").await.expect(200).json();
        assert_eq!(kept["replies"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn an_organisation_has_only_so_many() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let (organisation, now) = (a.id, desk.desk.now());
    desk.store(async move |tx: &mut Tx| {
        for number in 0..desk::prepared::MOST {
            let new = PreparedReply {
                prepared_reply_id: Uuid::now_v7().into(),
                client_id: None,
                language: Language::Fi,
                name: format!("hei-{number}"),
                text: "Hei".into(),
                kind: desk::prepared::PreparedKind::Reply,
            };
            store::prepared::add(tx, organisation, &new, now).await?;
        }
        Ok(())
    })
    .await;
    let one_more = a.owner.browser.clone().post(&at(Uuid::now_v7()), reply(None, "sv", "hej", "Hej")).await.expect(422).json();
    assert_eq!(one_more["fields"][0]["sentence"], "Näitä voi olla enintään 1000");
}

#[tokio::test]
async fn agents_get_the_prepared_replies_of_the_clients_that_they_serve_and_no_others() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        for (client, name) in [(None, "kaikille"), (Some(a.clients[0].id.0), "tuelle"), (Some(a.clients[1].id.0), "kaupalle")] {
            owner.post(&at(Uuid::now_v7()), reply(client, "fi", name, "Hei {asiakas}!")).await.expect(200);
        }
        assert_eq!(offered(&a.agent.browser).await, ["kaikille", "tuelle"]);
        assert_eq!(offered(&a.agent_elsewhere.browser).await, ["kaikille", "kaupalle"]);
        assert_eq!(offered(&a.owner.browser).await, ["kaikille", "kaupalle", "tuelle"]);
        a.agent.browser.clone().get("/api/prepared-replies").await.expect(403);
    }
}

#[tokio::test]
async fn a_preview_shows_the_text_with_and_without_a_name_and_keeps_nothing() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let mut owner = a.owner.browser.clone();
    let given = json!({"language": "en", "text": "Hi {customer}, your number is {case-number}."});
    let shown = owner.post("/api/prepared-reply-preview", given).await.expect(200).json();
    let words = |text: &str| json!({"kind": "words", "text": text});
    let value = |variable: &str| json!({"kind": "value", "variable": variable});
    let end = [words(", your number is "), value("case_number"), words(".")];
    assert_eq!(shown["parts"], json!([words("Hi "), value("customer_name"), end[0], end[1], end[2]]));
    assert_eq!(shown["nameless"], json!([words("Hi, your number is "), end[1], end[2]]));
    let wrong = json!({"language": "en", "text": "Hi {name}"});
    assert_eq!(owner.post("/api/prepared-reply-preview", wrong).await.expect(422).wrong_fields(), ["text"]);
    assert_eq!(owner.get("/api/prepared-replies").await.expect(200).json()["replies"], json!([]));
}

#[tokio::test]
async fn trust_132_identity_codes_are_masked_in_prepared_replies() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let text = "Lähetä tunnus, esimerkiksi 131052-900W.";
        let made = owner.post(&at(Uuid::now_v7()), reply(None, "fi", "tunnus", text)).await.expect(200).json();
        assert_eq!(made["settings"]["text"], "Lähetä tunnus, esimerkiksi ●●●●●●-●●●●.");
        let named = owner.post(&at(Uuid::now_v7()), reply(None, "fi", "131052-900W", "Hei")).await.expect(422);
        assert_eq!(named.wrong_fields(), ["name"]);
        for kept in ["/api/prepared-replies", "/api/audit", "/api/overview"] {
            let kept = owner.get(kept).await.expect(200).text();
            assert!(kept.contains("tunnus") && !kept.contains("900W") && !kept.contains("900w"), "{kept}");
        }
    }
}

#[tokio::test]
async fn a_sales_text_is_told_as_one_and_its_lock_with_every_case_cc_05() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut aino) = (a.owner.browser.clone(), a.agent.browser.clone());
        let mut given = reply(None, "fi", "kevat", "Keväällä kaikki on puoleen hintaan.");
        given["kind"] = json!("sales_text");
        let path = at(Uuid::now_v7());
        let made = owner.post(&path, given.clone()).await.expect(200).json();
        assert_eq!(made["settings"]["kind"], "sales_text");
        let told = aino.get("/api/overview").await.expect(200).json()["prepared"][0]["kind"].clone();
        assert_eq!(told, "sales_text");

        desk.visitor(&a.clients[0]).start_chat("Hei").await;
        let found = aino.get("/api/cases").await.expect(200).json()["items"][0].clone();
        assert_eq!(found["sales_lock"], "unsolved");
        let case = format!("/api/cases/{}", found["case_id"].as_str().unwrap());
        aino.post(&format!("{case}/take"), json!({})).await.expect(200);
        aino.put(&format!("{case}/state"), json!({ "state": "waiting_for_others" })).await.expect(200);
        assert_eq!(aino.get(&case).await.expect(200).json()["row"]["sales_lock"], Value::Null);

        given["kind"] = json!("reply");
        owner.put(&path, given).await.expect(200);
        assert_eq!(owner.get("/api/prepared-replies").await.expect(200).json()["replies"][0]["settings"]["kind"], "reply");
    }
}
