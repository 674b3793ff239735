//! The fields in which a client keeps what is known of its customers (CC-10): names, order, limits and what the audit list says.

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

fn field(id: Uuid, fi: &str, sv: &str, retired: bool) -> Value {
    json!({ "known_field_id": id, "name_fi": fi, "name_sv": sv, "name_en": fi, "retired": retired })
}

fn names(kept: &Value) -> Vec<String> {
    kept["fields"].as_array().unwrap().iter().map(|field| field["name_fi"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn fields_are_added_renamed_ordered_and_retired_and_the_audit_list_tells_the_old_and_the_new() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}/known-fields", a.clients[0].id);
        let (device, place) = (Uuid::now_v7(), Uuid::now_v7());
        let first = json!({ "fields": [field(device, " Laite ", "Apparat", false), field(place, "Paikka", "Plats", false)] });
        let kept = owner.put(&path, first.clone()).await.expect(200).json();
        assert_eq!(names(&kept), ["Laite", "Paikka"]);
        assert_eq!(owner.put(&path, first).await.expect(200).json(), kept, "the same again changes nothing");

        desk.clock.advance(Span::seconds(1));
        let second = json!({ "fields": [field(place, "Toimipaikka", "Plats", false), field(device, "Laite", "Apparat", true)] });
        let kept = owner.put(&path, second).await.expect(200).json();
        assert_eq!((names(&kept), owner.get(&path).await.json()), (vec!["Toimipaikka".into(), "Laite".into()], kept));
        let shown = a.agent.browser.clone().get("/api/overview").await.expect(200).json();
        let of_client = shown["clients"][0]["known_fields"].as_array().unwrap();
        let shown: Vec<_> =
            of_client.iter().map(|field| (field["name_fi"].as_str().unwrap(), field["retired"].as_bool().unwrap())).collect();
        assert_eq!(shown, [("Toimipaikka", false), ("Laite", true)], "what is left in a retired one has its name");

        let audit = owner.get("/api/audit").await.expect(200).json();
        let noted: Vec<_> = audit["items"].as_array().unwrap().iter().filter(|one| one["act"] == "known_fields_changed").collect();
        assert_eq!(noted.len(), 2);
        let change = json!({ "field": "known_fields", "before": ["Laite / Apparat / Laite", "Paikka / Plats / Paikka"],
            "after": ["Toimipaikka / Plats / Toimipaikka", "(Laite / Apparat / Laite)"] });
        assert_eq!((&noted[0]["object"], &noted[0]["changes"][0]), (&json!("IT-tuki"), &change));
    }
}

#[tokio::test]
async fn a_field_has_one_name_in_each_language_of_its_client_and_twenty_are_the_most() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut owner = a.owner.browser.clone();
        let path = format!("/api/clients/{}/known-fields", a.clients[0].id);
        let of_wrong = owner.clone();
        let wrong = async |fields: Value| of_wrong.clone().put(&path, json!({ "fields": fields })).await.expect(422).wrong_fields();
        assert_eq!(wrong(json!([field(Uuid::now_v7(), " ", "Apparat", false)])).await, ["fields.0.name_fi", "fields.0.name_en"]);
        assert_eq!(wrong(json!([field(Uuid::now_v7(), &"x".repeat(41), "y", false)])).await, ["fields.0.name_fi", "fields.0.name_en"]);
        let twice = json!([field(Uuid::now_v7(), "Laite", "Apparat", false), field(Uuid::now_v7(), "Kone", "apparat", false)]);
        assert_eq!(wrong(twice).await, ["fields.1"]);
        let many = |count: usize| (0..count).map(|place| field(Uuid::now_v7(), &format!("K{place}"), "", false)).collect::<Vec<_>>();
        let mut all = many(21);
        for field in &mut all {
            field["name_sv"] = field["name_fi"].clone();
        }
        assert_eq!(wrong(json!(all)).await, ["fields"]);
        all[20]["retired"] = json!(true);
        owner.put(&path, json!({ "fields": all })).await.expect(200);

        // Somebody else has added it meanwhile; and an id of another client is taken.
        assert_eq!(wrong(json!([field(Uuid::now_v7(), "K3", "K3", false)])).await, ["fields"]);
        let other = format!("/api/clients/{}/known-fields", a.clients[1].id);
        assert_eq!(owner.put(&other, json!({ "fields": [all[0]] })).await.expect(409).code(), "id_reused");
    }
}
