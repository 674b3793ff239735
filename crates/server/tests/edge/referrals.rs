//! Ending with "referred elsewhere", and what is counted of it (CC-23, CC-24).

use desk::availability::Presence;
use desk::may::Role;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

struct Lists {
    library: Uuid,
    unlocking: Uuid,
    cards: Uuid,
}

async fn lists(organisation: &TestOrganisation) -> Lists {
    let (library, unlocking, cards) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let label = |id: Uuid, kind: &str, name: &str| json!({ "label_id": id, "kind": kind, "name": name, "retired": false });
    let labels =
        [label(library, "place", "Kirjasto"), label(unlocking, "remedy", "Oikeus avata kortti"), label(cards, "category", "Kortit")];
    let body = json!({ "labels": labels, "requires": { "category": false, "tag": false } });
    let path = format!("/api/clients/{}/labels", organisation.clients[0].id.0);
    organisation.owner.browser.clone().put(&path, body).await.expect(200);
    Lists { library, unlocking, cards }
}

async fn held(desk: &WholeDesk, organisation: &TestOrganisation, aino: &mut Browser) -> String {
    let number = desk.visitor(&organisation.clients[0]).start_chat("Korttini ei toimi").await;
    let found = aino.get(&format!("/api/cases?number={number}")).await.expect(200).json();
    let case = format!("/api/cases/{}", found["items"][0]["case_id"].as_str().unwrap());
    aino.post(&format!("{case}/take"), json!({})).await.expect(200);
    case
}

fn sent(place: Option<Uuid>, reason: &str, remedy: Option<Uuid>, note: &str) -> Value {
    json!({ "place_id": place, "reason": reason, "remedy_id": remedy, "note_id": Uuid::now_v7(), "note": note })
}

#[tokio::test]
async fn a_customer_is_sent_elsewhere_with_a_place_a_reason_and_what_would_have_helped() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut aino = a.agent.browser.clone();
        let lists = lists(&a).await;
        let case = held(&desk, &a, &mut aino).await;
        let refer = format!("{case}/refer");

        assert_eq!(aino.post(&refer, sent(None, "not_ours", None, " ")).await.expect(422).code(), "place_missing");
        assert_eq!(aino.post(&refer, sent(Some(lists.library), "no_right", None, "")).await.expect(422).code(), "remedy_missing");
        assert_eq!(aino.post(&refer, sent(Some(lists.unlocking), "not_ours", None, "")).await.expect(409).code(), "unknown_label");
        let row = aino.get(&case).await.expect(200).json()["row"].clone();
        assert_eq!((&row["state"], &row["referral"]), (&json!("new"), &Value::Null), "nothing half done");

        let body = sent(Some(lists.library), "no_right", Some(lists.unlocking), "131052-900W ei auennut");
        let done = aino.post(&refer, body.clone()).await.expect(200).json();
        assert_eq!((&done["row"]["state"], &done["row"]["contact"]["state"]), (&json!("solved"), &json!("ended")));
        assert_eq!(done["row"]["referral"], json!({ "place_id": lists.library, "reason": "no_right", "remedy_id": lists.unlocking }));
        assert!(!done.to_string().contains("131052-900W"), "a note is masked like all words");
        let again = aino.post(&refer, body).await.expect(200).json();
        assert_eq!(again["row"]["seq"], done["row"]["seq"], "a second try changes nothing");

        aino.post(&format!("{case}/undo-solve"), json!({})).await.expect(200);
        let row = aino.get(&case).await.expect(200).json()["row"].clone();
        assert_eq!((&row["referral"], &row["contact"]["state"]), (&Value::Null, &json!("taken")));
    }
}

#[tokio::test]
async fn the_same_note_with_another_reason_is_another_act_and_a_colleague_does_not_say_otherwise() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut aino = a.agent.browser.clone();
        let lists = lists(&a).await;
        let refer = format!("{}/refer", held(&desk, &a, &mut aino).await);
        let mut body = sent(Some(lists.library), "not_ours", None, "Mene kirjastoon");
        aino.post(&refer, body.clone()).await.expect(200);
        body["reason"] = json!("no_right");
        body["remedy_id"] = json!(lists.unlocking);
        assert_eq!(aino.post(&refer, body.clone()).await.expect(409).code(), "id_reused");

        let mut mikko = desk.person(a.id, "A", "Mikko Mestari", Role::Agent, Presence::Present).await;
        let team = json!({ "name": "Tuki", "client_ids": [a.clients[0].id.0], "agent_ids": [a.agent.id.0, mikko.id.0] });
        a.owner.browser.clone().put(&format!("/api/teams/{}", a.clients[0].team), team).await.expect(200);
        body["note_id"] = json!(Uuid::now_v7());
        assert_eq!(mikko.browser.post(&refer, body.clone()).await.expect(409).code(), "held_by_another");
        a.supervisor.browser.clone().post(&refer, body).await.expect(200);
    }
}

#[tokio::test]
async fn the_customer_learns_that_they_were_sent_elsewhere_and_nothing_of_the_reason() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut aino = a.agent.browser.clone();
        let lists = lists(&a).await;
        let mut visitor = desk.visitor(&a.clients[0]);
        let number = visitor.start_chat("Korttini ei toimi").await;
        let found = aino.get(&format!("/api/cases?number={number}")).await.expect(200).json();
        let case = format!("/api/cases/{}", found["items"][0]["case_id"].as_str().unwrap());
        aino.post(&format!("{case}/take"), json!({})).await.expect(200);
        aino.post(&format!("{case}/refer"), sent(Some(lists.library), "no_knowledge", None, "Emme osaa")).await.expect(200);
        let conversation = format!("/api/widget/{}/conversation", visitor.key);
        let seen = visitor.browser.get(&conversation).await.expect(200).json();
        assert_eq!((&seen["standing"]["solved"], &seen["standing"]["referred"]), (&json!(true), &json!(true)));
        let told: Vec<&Value> = seen["entries"].as_array().unwrap().iter().map(|entry| &entry["kind"]).collect();
        assert!(told.contains(&&json!("referred")) && !told.contains(&&json!("solved")), "{told:?}");
        let seen = seen.to_string();
        for secret in ["Emme osaa", "no_knowledge", "remed", &lists.library.to_string()] {
            assert!(!seen.contains(secret), "{secret} in {seen}");
        }
        aino.post(&format!("{case}/undo-solve"), json!({})).await.expect(200);
        let seen = visitor.browser.get(&conversation).await.expect(200).json();
        assert_eq!(seen["standing"]["referred"], json!(false), "they are not any more");
    }
}

#[tokio::test]
async fn what_would_have_solved_it_here_is_counted_cc_24() {
    for desk in WholeDesk::on_each_engine().await {
        let a = desk.organisation("A").await;
        let mut aino = a.agent.browser.clone();
        let lists = lists(&a).await;
        let report = format!("/api/clients/{}/referrals", a.clients[0].id.0);
        let empty = aino.get(&report).await.expect(200).json();
        assert_eq!((&empty["ended"], &empty["remedies"]), (&json!(0), &json!([])));

        for (sorted, body) in [
            (true, sent(Some(lists.library), "no_right", Some(lists.unlocking), "")),
            (false, sent(Some(lists.library), "not_ours", None, "")),
        ] {
            let case = held(&desk, &a, &mut aino).await;
            if sorted {
                let labels = json!({ "category_id": lists.cards, "tag_ids": [] });
                aino.put(&format!("{case}/labels"), labels).await.expect(200);
            }
            aino.post(&format!("{case}/refer"), body).await.expect(200);
        }
        let case = held(&desk, &a, &mut aino).await;
        aino.post(&format!("{case}/solve"), json!({})).await.expect(200);
        aino.post(&format!("{case}/close"), json!({})).await.expect(200);

        desk.clock.advance(desk::moment::Span::seconds(1));
        let found = aino.get(&format!("{report}?days=1")).await.expect(200).json();
        assert_eq!((&found["ended"], &found["referred"]), (&json!(3), &json!(2)), "what was closed afterwards still counts");
        assert_eq!(found["places"], json!([{ "label_id": lists.library, "cases": 2 }]));
        assert_eq!(found["remedies"], json!([{ "label_id": lists.unlocking, "cases": 1 }]));
        let cards = found["matters"].as_array().unwrap().iter().find(|one| one["category_id"] == json!(lists.cards)).unwrap().clone();
        assert_eq!((&cards["ended"], &cards["referred"]), (&json!(1), &json!(1)));

        desk.clock.advance(desk::moment::Span::seconds(2 * 24 * 3600));
        let later = aino.get(&format!("{report}?days=1")).await.expect(200).json();
        assert_eq!(later["ended"], json!(0));
        for days in ["0", "367"] {
            let refused = aino.get(&format!("{report}?days={days}")).await.expect(422).json();
            assert_eq!(refused["fields"][0]["sentence"], "Anna luku väliltä 1–366");
        }
    }
}
