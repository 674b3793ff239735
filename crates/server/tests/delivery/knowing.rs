//! Nobody gets a contact whose language they do not speak well enough, or whose skill they lack (CC-03, CC-20, SM-05).

use serde_json::{Value, json};
use uuid::Uuid;

use crate::scene::{Scene, Seat};

/// The settings of somebody, as the desk keeps them.
async fn settings_of(scene: &Scene, seat: &Seat) -> Value {
    let people = scene.owner().get("/api/agents").await.expect(200).json();
    people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(seat.id)).unwrap()["settings"].clone()
}

/// Somebody speaks these languages from now on.
async fn speaks(scene: &Scene, seat: &Seat, languages: Value) {
    let mut settings = settings_of(scene, seat).await;
    settings["languages"] = languages;
    settings["levels"] = Value::Null;
    scene.owner().put(&format!("/api/agents/{}", seat.id), settings).await.expect(200);
}

async fn newest_act(scene: &Scene) -> (Value, Value) {
    let list = scene.owner().get("/api/audit").await.expect(200).json();
    (list["items"][0]["act"].clone(), list["items"][0]["changes"].clone())
}

#[tokio::test]
async fn who_does_not_speak_the_customers_language_is_told_so_and_somebody_else_takes_the_chat_sm_05() {
    for scene in Scene::on_each_engine().await {
        let mikko = scene.colleague("Mikko Mestari").await;
        speaks(&scene, &scene.aino(), json!(["sv"])).await;
        let (_, case) = scene.chat("Puhutteko suomea?").await;

        let no = scene.aino().act(&case, "take").await.expect(409);
        assert_eq!(no.code(), "lacks_language");
        assert_eq!(no.json()["title"], "Tähän tarvitaan suomen kieltä");
        assert_eq!(scene.row(&case).await["contact"]["state"], "waiting", "nothing has happened");
        mikko.act(&case, "take").await.expect(200);

        let to_aino = json!({ "note_id": Uuid::now_v7(), "note": "Ota sinä", "to_agent": scene.aino().id });
        let no = mikko.post(&format!("/api/cases/{case}/transfer"), to_aino).await.expect(409);
        assert_eq!(no.code(), "lacks_language", "a transfer is a claim as well");

        mikko.act(&case, "end").await.expect(200);
        let words = json!({ "message_id": Uuid::now_v7(), "text": "Hej!" });
        let no = scene.aino().post(&format!("/api/cases/{case}/messages"), words).await.expect(409);
        assert_eq!(no.code(), "lacks_language", "and so is going on with what had ended");
    }
}

#[tokio::test]
async fn levels_and_skills_are_kept_shown_to_everybody_and_audited_with_what_they_were() {
    for scene in Scene::on_each_engine().await {
        let skill = Uuid::now_v7();
        scene.owner().post(&format!("/api/skills/{skill}"), json!({ "name": "Laskut" })).await.expect(200);
        let mut settings = settings_of(&scene, &scene.aino()).await;
        assert_eq!(settings["levels"][1], json!({ "language": "sv", "level": 2 }), "fluent until somebody says otherwise");
        settings["languages"] = json!(["fi", "sv"]);
        settings["levels"] = json!([{ "language": "fi", "level": 3 }, { "language": "sv", "level": 1 }]);
        settings["skill_ids"] = json!([skill]);
        let path = format!("/api/agents/{}", scene.aino().id);
        scene.wait(1);
        let kept = scene.owner().put(&path, settings.clone()).await.expect(200).json();
        assert_eq!(kept["settings"], settings);
        let all = |levels: [i64; 3]| {
            json!(
                ["fi", "sv", "en"]
                    .iter()
                    .zip(levels)
                    .filter(|(_, level)| *level > 0)
                    .map(|(language, level)| json!({ "language": language, "level": level }))
                    .collect::<Vec<_>>()
            )
        };
        let changes = json!([
            { "field": "skills", "before": [], "after": ["Laskut"] },
            { "field": "speaks", "before": all([2, 2, 2]), "after": all([3, 1, 0]) },
        ]);
        assert_eq!(newest_act(&scene).await, (json!("agent_changed"), changes));

        let overview = scene.aino().get("/api/overview").await.expect(200).json();
        let row = overview["agents"].as_array().unwrap().iter().find(|one| one["agent_id"] == json!(scene.aino().id)).unwrap().clone();
        assert_eq!((&row["speaks"], &row["skill_ids"]), (&settings["levels"], &settings["skill_ids"]));
        assert_eq!(overview["skills"], json!([{ "skill_id": skill, "name": "Laskut" }]));

        // A program that knows neither levels nor skills leaves them as they were.
        for unknown in ["levels", "skill_ids"] {
            settings.as_object_mut().unwrap().remove(unknown);
        }
        let again = scene.owner().put(&path, settings).await.expect(200).json();
        assert_eq!(again["settings"], kept["settings"]);
    }
}

#[tokio::test]
async fn a_level_that_there_is_not_and_a_skill_that_there_is_not_are_refused_by_name() {
    let scene = Scene::on_sqlite().await;
    let mut settings = settings_of(&scene, &scene.aino()).await;
    let path = format!("/api/agents/{}", scene.aino().id);
    settings["levels"] = json!([{ "language": "fi", "level": 4 }]);
    assert_eq!(scene.owner().put(&path, settings.clone()).await.expect(422).json()["fields"][0]["field"], "levels");
    settings["levels"] = Value::Null;
    settings["skill_ids"] = json!([Uuid::now_v7()]);
    assert_eq!(scene.owner().put(&path, settings).await.expect(422).json()["fields"][0]["field"], "skill_ids");
}

#[tokio::test]
async fn a_skill_is_renamed_and_a_removed_one_is_nobodys_any_more() {
    for scene in Scene::on_each_engine().await {
        let (skill, path) = (Uuid::now_v7(), format!("/api/agents/{}", scene.aino().id));
        let skill_path = format!("/api/skills/{skill}");
        scene.owner().post(&skill_path, json!({ "name": "Laskut" })).await.expect(200);
        scene.owner().post(&skill_path, json!({ "name": "Laskut" })).await.expect(200);
        let taken = scene.owner().post(&format!("/api/skills/{}", Uuid::now_v7()), json!({ "name": "Laskut" })).await.expect(422).json();
        assert_eq!(taken["fields"][0]["field"], "name");
        scene.wait(1);
        scene.owner().put(&skill_path, json!({ "name": "Laskutus" })).await.expect(200);
        let renamed = json!([{ "field": "name", "before": "Laskut", "after": "Laskutus" }]);
        assert_eq!(newest_act(&scene).await, (json!("skill_changed"), renamed));

        let mut settings = settings_of(&scene, &scene.aino()).await;
        settings["skill_ids"] = json!([skill]);
        scene.owner().put(&path, settings.clone()).await.expect(200);
        scene.wait(1);
        scene.owner().delete(&skill_path).await.expect(204);
        let removed = json!([
            { "field": "agents", "before": [settings["name"]], "after": null },
            { "field": "name", "before": "Laskutus", "after": null },
        ]);
        assert_eq!(newest_act(&scene).await, (json!("skill_removed"), removed));
        assert_eq!(settings_of(&scene, &scene.aino()).await["skill_ids"], json!([]));
        assert_eq!(scene.owner().get("/api/skills").await.expect(200).json(), json!([]));
    }
}

#[tokio::test]
async fn a_chat_starts_in_a_language_only_while_somebody_there_speaks_it_sm_05() {
    for scene in Scene::on_each_engine().await {
        for seat in [scene.aino(), scene.veikko(), scene.owner()] {
            speaks(&scene, &seat, json!(["fi"])).await;
        }
        let guest = scene.guest();
        let start =
            |language: &str| json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hej!", "language": language });
        assert_eq!(guest.post("chats", start("sv")).await.expect(409).code(), "chat_closed");

        speaks(&scene, &scene.aino(), json!(["fi", "sv"])).await;
        guest.post("chats", start("sv")).await.expect(200);
    }
}

#[tokio::test]
async fn a_skill_that_is_removed_while_somebody_is_given_it_is_nobodys() {
    for scene in Scene::on_each_engine().await {
        let path = format!("/api/agents/{}", scene.aino().id);
        for round in 0..6 {
            let skill = Uuid::now_v7();
            let skill_path = format!("/api/skills/{skill}");
            scene.owner().post(&skill_path, json!({ "name": format!("Taito {round}") })).await.expect(200);
            let mut settings = settings_of(&scene, &scene.aino()).await;
            settings["skill_ids"] = json!([skill]);
            let (owner, supervisor) = (scene.owner(), scene.owner());
            let (saved, gone) = tokio::join!(owner.put(&path, settings), supervisor.delete(&skill_path));
            gone.expect(204);
            assert!([200, 422].contains(&saved.status.as_u16()), "{}", saved.text());
            assert_eq!(settings_of(&scene, &scene.aino()).await["skill_ids"], json!([]), "round {round}");
        }
    }
}

#[tokio::test]
async fn there_are_no_more_skills_than_may_be_however_many_are_added_at_once() {
    for scene in Scene::on_each_engine().await {
        let add = async |name: String| scene.owner().post(&format!("/api/skills/{}", Uuid::now_v7()), json!({ "name": name })).await;
        for number in 0..199 {
            add(format!("Taito {number}")).await.expect(200);
        }
        let names = ["a", "b", "c", "d"].map(|name| add(name.to_owned()));
        let [a, b, c, d] = names;
        let (a, b, c, d) = tokio::join!(a, b, c, d);
        let added = [a, b, c, d].iter().filter(|reply| reply.status.as_u16() == 200).count();
        assert_eq!((added, scene.owner().get("/api/skills").await.expect(200).json().as_array().unwrap().len()), (1, 200));
    }
}
