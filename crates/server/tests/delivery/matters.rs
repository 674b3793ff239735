//! What a matter is about, as the customer says it before their first words (NV-08): of what the client offers, sorted by it at
//! once, and looked at by the client's rules.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::routing_rules::rule;
use crate::scene::{Scene, start};

struct Matters {
    pay: Uuid,
    printing: Uuid,
    inside: Uuid,
    retired: Uuid,
}

fn about(category: Uuid) -> Value {
    let mut start = start("Palkkani on väärin");
    start["category_id"] = json!(category);
    start
}

impl Matters {
    async fn offered_by(scene: &Scene) -> Self {
        let [pay, printing, inside, retired] = std::array::from_fn(|_| Uuid::now_v7());
        let label = |id, name: &str, is_retired: bool, offered: Value| json!({ "label_id": id, "kind": "category", "name": name, "retired": is_retired, "offered": offered });
        let labels = json!([
            label(pay, "Palkat", false, json!({ "fi": "Palkka tai loma", "sv": "Lön eller ledighet", "en": "" })),
            label(printing, "Tulostus", false, json!({ "fi": "", "sv": "", "en": "" })),
            label(inside, "Sisäinen", false, Value::Null),
            label(retired, "Vanha", true, json!({ "fi": "", "sv": "", "en": "" })),
        ]);
        let path = format!("/api/clients/{}/labels", scene.client().id.0);
        let kept = json!({ "labels": labels, "requires": { "category": false, "tag": false } });
        let got = scene.owner().put(&path, kept).await.expect(200).json();
        assert_eq!(scene.owner().get(&path).await.expect(200).json(), got);
        Self { pay, printing, inside, retired }
    }
}

async fn category_of(scene: &Scene, done: &Value) -> Value {
    let case = scene.case_of(done).await;
    scene.row(&case).await["category_id"].clone()
}

#[tokio::test]
async fn a_visitor_is_offered_what_the_client_offers_in_their_language_and_the_case_is_sorted_by_it() {
    for scene in Scene::on_each_engine().await {
        let matters = Matters::offered_by(&scene).await;
        let widget = scene.guest().get("").await.expect(200).json();
        assert_eq!(
            widget["matters"],
            json!([
                { "category_id": matters.pay, "name": { "fi": "Palkka tai loma", "sv": "Lön eller ledighet", "en": "Palkat" } },
                { "category_id": matters.printing, "name": { "fi": "Tulostus", "sv": "Tulostus", "en": "Tulostus" } },
            ])
        );

        let guest = scene.guest();
        let begun = guest.post("chats", about(matters.pay)).await.expect(200).json();
        let case = scene.case_of(&begun).await;
        assert_eq!(scene.row(&case).await["category_id"], json!(matters.pay));
        let log = scene.timeline(&case).await;
        let first = log.iter().find(|entry| entry["kind"] == "contact_started").unwrap();
        assert_eq!(first["category_id"], json!(matters.pay), "the log says that the customer chose it");
        assert!(!log.iter().any(|entry| entry["kind"] == "labelled"), "no agent did");

        // What an agent has sorted stays so when the customer begins again with another choice.
        scene.aino().act(&case, "take").await.expect(200);
        let sorted = json!({ "category_id": matters.inside, "tag_ids": [] });
        scene.aino().put(&format!("/api/cases/{case}/labels"), sorted).await.expect(200);
        scene.aino().act(&case, "end").await.expect(200);
        guest.post("chats", about(matters.printing)).await.expect(200);
        assert_eq!(scene.row(&case).await["category_id"], json!(matters.inside));
    }
}

#[tokio::test]
async fn what_is_not_offered_says_nothing_and_loses_no_words() {
    for scene in Scene::on_each_engine().await {
        let matters = Matters::offered_by(&scene).await;
        for none in [matters.inside, matters.retired, Uuid::now_v7()] {
            let done = scene.guest().post("chats", about(none)).await.expect(200).json();
            assert_eq!(category_of(&scene, &done).await, Value::Null);
        }
    }
}

#[tokio::test]
async fn a_rule_for_a_matter_decides_about_those_who_chose_it_and_about_nobody_else_nv_08() {
    for scene in Scene::on_each_engine().await {
        let matters = Matters::offered_by(&scene).await;
        let path = format!("/api/clients/{}/routing-rules", scene.client().id.0);
        let rule = |categories: Value| {
            json!({ "rule_id": Uuid::now_v7(), "name": "Palkka-asiat", "languages": [], "page": null, "customer": null,
            "category_ids": categories, "level": null, "skill_id": null, "priority": 1, "team_id": null })
        };
        let version = scene.owner().get(&path).await.expect(200).json()["version"].clone();
        let body = json!({ "rules": [rule(json!([matters.pay]))], "version": version });
        let kept = scene.owner().put(&path, body.clone()).await.expect(200).json();
        assert_eq!(kept["rules"], body["rules"], "kept as it was written");
        let wrong =
            scene.owner().put(&path, json!({ "rules": [rule(json!([Uuid::now_v7()]))], "version": kept["version"] })).await.expect(422);
        assert!(wrong.text().contains("category_ids"), "a category that this client has not");

        let guest = scene.guest();
        let paid = guest.post("chats", about(matters.pay)).await.expect(200).json();
        let case = scene.case_of(&paid).await;
        assert_eq!(scene.row(&case).await["contact"]["needs"]["priority"], 1);
        let left = scene.guest().post("chats", about(matters.printing)).await.expect(200).json();
        let other = scene.case_of(&left).await;
        assert_eq!(scene.row(&other).await["contact"]["needs"]["priority"], 2);

        // Who goes on chooses nothing: the matter is still the same.
        scene.aino().act(&case, "take").await.expect(200);
        scene.aino().act(&case, "end").await.expect(200);
        guest.say("Vielä yksi asia").await.expect(200);
        assert_eq!(scene.row(&case).await["contact"]["needs"]["priority"], 1);

        let trial = json!({ "rules": body["rules"], "language": "fi", "page": null, "customer": "new", "category_id": matters.printing });
        let tried = scene.owner().post(&format!("{path}-trial"), trial).await.expect(200).json();
        assert_eq!(tried["rules"][0]["judged"], "category");
    }
}

#[tokio::test]
async fn a_matter_that_nobody_there_knows_is_closed_as_soon_as_it_is_chosen_and_stays_so_for_who_goes_on_with_it_cc_11() {
    for scene in Scene::on_each_engine().await {
        let matters = Matters::offered_by(&scene).await;
        let pay = scene.skill("Palkat").await;
        let mikko = scene.colleague("Mikko Mestari").await;
        scene.knows(&mikko, json!([pay])).await;
        scene.rule(json!([rule("Palkka-asiat", &json!({ "category_ids": [matters.pay], "skill_id": pay }))])).await;
        let guest = scene.guest();
        let opening = async |choice: &str| guest.get(&format!("opening{choice}")).await.expect(200).json()["open"].clone();
        let chosen = format!("?category_id={}", matters.pay);
        assert_eq!(opening(&chosen).await, true);
        mikko.presence("away").await;
        assert_eq!(opening(&chosen).await, false);
        assert_eq!(opening(&format!("?category_id={}", matters.printing)).await, true);
        assert_eq!(opening(&format!("?category_id={}", matters.inside)).await, true, "it is not offered: nothing was chosen");

        let mut left = about(matters.pay);
        left["name"] = Value::Null;
        let left = guest.post("left-messages", left).await.expect(200).json();
        assert_eq!(opening("").await, false, "a chat would go on with the matter that they left");
        let case = scene.case_of(&left).await;
        mikko.presence("present").await;
        mikko.act(&case, "take").await.expect(200);
        mikko.act(&case, "close").await.expect(200);
        mikko.presence("away").await;
        assert_eq!(opening("").await, true, "it is over, and the next matter is another one");
    }
}
