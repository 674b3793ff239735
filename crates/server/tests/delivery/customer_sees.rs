//! Trust 62: the customer's answers have exactly these fields, and nothing from inside the desk is in their words.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::scene::{Guest, Scene, start};

/// Every field that a customer is ever sent, with what it stands in.
const FIELDS: &str = "
.entries .standing .epoch .case_number .seq .desk_read_seq .read_seq
standing.contact_id standing.channel standing.state standing.solved standing.referred standing.answered_by standing.waiting_since standing.may_write
standing.blocked_until
entries.seq entries.at entries.kind entries.case_number entries.message_id entries.by entries.first_name entries.text
entries.attachments entries.by_me entries.channel
attachments.attachment_id attachments.name attachments.media_type attachments.size_bytes attachments.shown
attachments.width attachments.height
.name .desk_name .languages .colour .ink .time_zone .week .exceptions .availability .typical_answer_s .file_limit_bytes
.text_limit .now .call_back
week.from_minute week.to_minute availability.open availability.reason availability.next_opening_at availability.closes_at
availability.when_closed availability.closed_by_rules .open .why availability.closed_in closed_in.language closed_in.reason .rules rules.fi rules.sv rules.en
.matters matters.category_id matters.name name.fi name.sv name.en
.attachment_id .media_type .size_bytes .shown .width .height
";

/// What nobody outside the desk may read: a note, a full name, an address, a word for the desk's own state, an id.
fn inside(scene: &Scene, case: &str) -> Vec<String> {
    let mut words: Vec<String> = [
        "Salainen huomautus",
        "Salainen sivukeskustelu",
        "Neuvoja",
        "Mestari",
        "@koskela.test",
        "owner",
        "waiting_for",
        "note",
        "side",
        "198.51.100",
        "visitor_number",
    ]
    .map(str::to_owned)
    .to_vec();
    let people = &scene.people;
    words.extend([people.agent.id.0, people.owner.id.0, people.id.0, scene.client().id.0].map(|id| id.to_string()));
    words.push(case.to_owned());
    words
}

#[tokio::test]
async fn trust_62_customers_get_these_fields_and_nothing_from_inside_the_desk() {
    let scene = Scene::on_sqlite().await;
    scene.set("greeting_fi", json!("Hei!")).await;
    let offered = json!({ "fi": "", "sv": "", "en": "" });
    let labels = json!([{ "label_id": Uuid::now_v7(), "kind": "category", "name": "Palkat", "retired": false, "offered": offered }]);
    let sorted = json!({ "labels": labels, "requires": { "category": false, "tag": false } });
    scene.owner().put(&format!("/api/clients/{}/labels", scene.client().id.0), sorted).await.expect(200);
    let guest = scene.guest();
    let mut answers = vec![guest.get("").await.expect(200).json()];
    let picture = guest.post(&format!("attachments/{}?name=ohje.txt", Uuid::now_v7()), json!("sisältö")).await.expect(200).json();
    let mut first = start("Alku");
    first["attachments"] = json!([picture["attachment_id"]]);
    answers.extend([picture, guest.post("chats", first).await.expect(200).json()]);
    let case = scene.case_of(&answers[2]).await;
    everything_happens(&scene, &guest, &case, &mut answers).await;
    nobody_speaks_swedish(&scene).await;
    answers.extend([guest.get("").await.expect(200).json(), guest.get("opening").await.expect(200).json()]);

    let mut met = BTreeSet::new();
    for answer in &answers {
        fields_of(answer, "", &mut met);
    }
    let known: BTreeSet<String> = FIELDS.split_whitespace().map(str::to_owned).collect();
    let unknown: Vec<_> = met.difference(&known).collect();
    assert!(unknown.is_empty(), "customers are sent {unknown:?}: may they?");
    let never_met: Vec<_> = known.difference(&met).collect();
    assert!(never_met.is_empty(), "nobody was sent {never_met:?}: the scene misses something");

    let all = format!("{answers:?}{}", guest.get("transcript").await.expect(200).text());
    for word in inside(&scene, &case) {
        assert!(!all.contains(&word), "a customer reads {word:?}");
    }
    let desk = scene.owner().get(&format!("/api/cases/{case}")).await.text();
    for word in ["Salainen huomautus", "Salainen sivukeskustelu"] {
        assert!(desk.contains(word), "there was something to hide: {word}");
    }
}

async fn everything_happens(scene: &Scene, guest: &Guest, case: &str, answers: &mut Vec<Value>) {
    let aino = scene.aino();
    let mikko = scene.colleague("Mikko Mestari").await;
    let cases = |rest: &str| format!("/api/cases/{case}/{rest}");
    aino.act(case, "take").await.expect(200);
    aino.note(case, "Salainen huomautus").await.expect(200);
    aino.aside(case, "Salainen sivukeskustelu", json!([mikko.id])).await.expect(200);
    answers.push(guest.conversation().await.expect(200).json());
    aino.reply(case, "Vastaus").await.expect(200);
    aino.put(&cases("subject"), json!({ "subject": "Salainen huomautus aiheena" })).await.expect(200);
    aino.put(&cases("draft"), json!({ "text": "Salainen huomautus luonnoksena", "note": "Salainen huomautus kesken" })).await.expect(204);
    aino.put(&cases("state"), json!({ "state": "waiting_for_customer" })).await.expect(200);
    answers.push(guest.say("Lisää").await.expect(200).json());
    aino.put(&cases("state"), json!({ "state": "waiting_for_others" })).await.expect(200);
    answers.push(guest.conversation().await.expect(200).json());
    aino.hand_over(case, &mikko, "Salainen huomautus siirrossa").await.expect(200);
    mikko.act(case, "give-back").await.expect(200);
    answers.push(guest.conversation().await.expect(200).json());
    mikko.act(case, "take").await.expect(200);
    mikko.act(case, "solve").await.expect(200);
    answers.push(guest.conversation().await.expect(200).json());
    scene.wait(60);
    answers.push(guest.say("Ei sittenkään").await.expect(200).json());
    answers.push(guest.end().await.expect(200).json());
}

async fn nobody_speaks_swedish(scene: &Scene) {
    for person in scene.owner().get("/api/agents").await.expect(200).json().as_array().unwrap() {
        let mut settings = person["settings"].clone();
        settings["languages"] = json!(["fi"]);
        settings["levels"] = Value::Null;
        scene.owner().put(&format!("/api/agents/{}", person["agent_id"].as_str().unwrap()), settings).await.expect(200);
    }
}

/// `parent.field` for everything in `value`.
fn fields_of(value: &Value, parent: &str, met: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                met.insert(format!("{parent}.{name}"));
                fields_of(inner, name, met);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields_of(item, parent, met)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
