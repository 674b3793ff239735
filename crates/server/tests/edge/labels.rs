//! Categories and tags of a client: how they are kept, put on cases, asked for and found again (SM-25).

use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

struct Sorted {
    path: String,
    printing: Uuid,
    login: Uuid,
    student: Uuid,
}

impl Sorted {
    fn label(id: Uuid, kind: &str, name: &str, retired: bool) -> Value {
        json!({ "label_id": id, "kind": kind, "name": name, "retired": retired })
    }

    fn all(&self, retired: bool, requires: bool) -> Value {
        let labels = [
            Self::label(self.login, "category", "Kirjautuminen", false),
            Self::label(self.printing, "category", "Tulostus", retired),
            Self::label(self.student, "tag", "Opiskelija", false),
        ];
        json!({ "labels": labels, "requires": { "category": requires, "tag": false } })
    }

    async fn keep(owner: &mut Browser, organisation: &TestOrganisation) -> Self {
        let path = format!("/api/clients/{}/labels", organisation.clients[0].id.0);
        let sorted = Self { path, printing: Uuid::now_v7(), login: Uuid::now_v7(), student: Uuid::now_v7() };
        owner.put(&sorted.path, sorted.all(false, false)).await.expect(200);
        sorted
    }
}

async fn case_of(browser: &mut Browser, number: i64) -> String {
    let found = browser.get(&format!("/api/cases?number={number}")).await.expect(200).json();
    format!("/api/cases/{}", found["items"][0]["case_id"].as_str().unwrap())
}

async fn listed(browser: &mut Browser, query: &str) -> Vec<i64> {
    let page = browser.get(&format!("/api/cases?{query}")).await.expect(200).json();
    page["items"].as_array().unwrap().iter().map(|row| row["number"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn what_a_client_sorts_by_is_kept_tidily_and_every_change_is_noted_with_what_was_before() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let sorted = Sorted::keep(&mut owner, &a).await;
        let body = json!({ "labels": [Sorted::label(sorted.printing, "category", " Tulostaminen ", true)],
            "requires": { "category": true, "tag": false } });
        let kept = owner.put(&sorted.path, body.clone()).await.expect(200).json();
        assert_eq!(owner.put(&sorted.path, body).await.expect(200).json(), kept, "the same again changes nothing");
        assert_eq!(owner.get(&sorted.path).await.expect(200).json(), kept);
        let names: Vec<_> = kept["labels"].as_array().unwrap().iter().map(|label| (&label["name"], &label["retired"])).collect();
        let expected =
            [("Kirjautuminen", false), ("Tulostaminen", true), ("Opiskelija", false)].map(|(name, retired)| (json!(name), json!(retired)));
        assert_eq!(names, expected.iter().map(|(name, retired)| (name, retired)).collect::<Vec<_>>(), "what is not named stays");

        let entries = owner.get("/api/audit").await.expect(200).json();
        let entries = entries["items"].as_array().unwrap().iter().filter(|entry| entry["act"] == "labels_changed");
        let mut noted: Vec<_> = entries.map(|entry| entry["object"].as_str().unwrap().to_owned()).collect();
        noted.sort();
        let expected = [
            "IT-tuki: + #Opiskelija",
            "IT-tuki: + Kirjautuminen",
            "IT-tuki: + Tulostus",
            "IT-tuki: Tulostus → (Tulostaminen)",
            "IT-tuki: required: nothing → required: category",
        ];
        assert_eq!(noted, expected);

        let two = Sorted::label(Uuid::now_v7(), "category", "kirjautuminen", false);
        let taken = json!({ "labels": [two], "requires": { "category": false, "tag": false } });
        let refused = owner.put(&sorted.path, taken).await.expect(422).json();
        assert_eq!(refused["fields"][0]["sentence"], "Tämä nimi on jo listassa");
        let turned = json!({ "labels": [Sorted::label(sorted.student, "category", "Opiskelija", false)],
            "requires": { "category": false, "tag": false } });
        assert_eq!(owner.put(&sorted.path, turned).await.expect(409).code(), "id_reused");
    }
}

#[tokio::test]
async fn two_labels_can_exchange_their_names() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let sorted = Sorted::keep(&mut owner, &a).await;
        let labels = [
            Sorted::label(sorted.login, "category", "Tulostus", false),
            Sorted::label(sorted.printing, "category", "Kirjautuminen", false),
        ];
        let body = json!({ "labels": labels, "requires": { "category": false, "tag": false } });
        let kept = owner.put(&sorted.path, body).await.expect(200).json();
        assert_eq!(kept["labels"][0]["label_id"], json!(sorted.printing));
    }
}

#[tokio::test]
async fn a_case_is_sorted_found_by_it_and_solved_only_when_it_is() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let (mut owner, mut aino) = (a.owner.browser.clone(), a.agent.browser.clone());
        let sorted = Sorted::keep(&mut owner, &a).await;
        owner.put(&sorted.path, sorted.all(false, true)).await.expect(200);
        let number = desk.visitor(&a.clients[0]).start_chat("Tulostin jumittaa").await;
        let other = desk.visitor(&a.clients[0]).start_chat("En pääse sisään").await;
        let case = case_of(&mut aino, number).await;
        aino.post(&format!("{case}/take"), json!({})).await.expect(200);

        let reply = json!({ "message_id": Uuid::now_v7(), "text": "Hei, korjasin sen.", "solve": true });
        assert_eq!(aino.post(&format!("{case}/messages"), reply).await.expect(409).code(), "labels_missing");
        assert_eq!(aino.post(&format!("{case}/solve"), json!({})).await.expect(409).code(), "labels_missing");
        assert_eq!(aino.post(&format!("{case}/close"), json!({})).await.expect(409).code(), "labels_missing");

        let body = json!({ "category_id": sorted.printing, "tag_ids": [sorted.student, sorted.student] });
        let done = aino.put(&format!("{case}/labels"), body).await.expect(200).json();
        assert_eq!((&done["row"]["category_id"], &done["row"]["tag_ids"]), (&json!(sorted.printing), &json!([sorted.student])));
        assert_eq!(done["entries"][0]["kind"], "labelled");
        aino.post(&format!("{case}/solve"), json!({})).await.expect(200);

        for query in
            [format!("category={}", sorted.printing), format!("tag={}", sorted.student), format!("tag={}&state=solved", sorted.student)]
        {
            assert_eq!(listed(&mut aino, &query).await, [number], "{query}");
        }
        assert_eq!(listed(&mut aino, "state=new").await, [other]);
        assert!(listed(&mut aino, &format!("category={}", sorted.login)).await.is_empty());

        owner.put(&sorted.path, sorted.all(true, true)).await.expect(200);
        let row = aino.get(&case).await.expect(200).json()["row"].clone();
        assert_eq!(row["category_id"], json!(sorted.printing), "a retired one stays on old cases");
        let other = case_of(&mut aino, other).await;
        let body = json!({ "category_id": sorted.printing, "tag_ids": [] });
        assert_eq!(aino.put(&format!("{other}/labels"), body).await.expect(409).code(), "unknown_label");
    }
}

#[tokio::test]
async fn a_customer_is_told_nothing_of_what_their_case_is_sorted_by() {
    let desk = WholeDesk::on_sqlite().await;
    let a = desk.organisation("A").await;
    let (mut owner, mut aino) = (a.owner.browser.clone(), a.agent.browser.clone());
    let sorted = Sorted::keep(&mut owner, &a).await;
    let mut visitor = desk.visitor(&a.clients[0]);
    let number = visitor.start_chat("Hei").await;
    let path = format!("/api/widget/{}/conversation", visitor.key);
    let before = visitor.browser.get(&path).await.expect(200).json();
    let case = case_of(&mut aino, number).await;
    let body = json!({ "category_id": sorted.login, "tag_ids": [sorted.student] });
    aino.put(&format!("{case}/labels"), body).await.expect(200);
    assert_eq!(visitor.browser.get(&path).await.expect(200).json(), before);
}
