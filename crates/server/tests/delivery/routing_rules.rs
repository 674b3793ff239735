//! The rules of a client say what its contacts need, once, when they start (NV-08); for what nobody there can give, the chat is
//! closed (CC-11).

use serde_json::{Value, json};
use uuid::Uuid;

use crate::scene::{Guest, Scene, Seat, start};

pub fn rule(name: &str, with: &Value) -> Value {
    let mut rule = json!({ "rule_id": Uuid::now_v7(), "name": name, "languages": [], "page": null, "customer": null, "category_ids": [],
        "level": null, "skill_id": null, "priority": null, "team_id": null });
    rule.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
    rule
}

fn under(path: &str) -> Value {
    json!({ "how": "under", "text": path })
}

fn on(page: &str) -> Value {
    let mut start = start("Palkkani on väärin");
    start["start_page"] = json!(page);
    start
}

/// Whether a visitor is told that they would reach a person on this page, and why not.
async fn opening(guest: &Guest, page: &str) -> (bool, Value) {
    let told = guest.get(&format!("opening?page={page}")).await.expect(200).json();
    (told["open"].as_bool().unwrap(), told["why"].clone())
}

impl Scene {
    fn rules_path(&self) -> String {
        format!("/api/clients/{}/routing-rules", self.client().id.0)
    }

    pub async fn rule(&self, rules: Value) -> Value {
        let version = self.rules_version().await;
        self.owner().put(&self.rules_path(), json!({ "rules": rules, "version": version })).await.expect(200).json()
    }

    pub async fn rules_version(&self) -> Value {
        self.owner().get(&self.rules_path()).await.expect(200).json()["version"].clone()
    }

    pub async fn skill(&self, name: &str) -> Uuid {
        let skill = Uuid::now_v7();
        self.owner().post(&format!("/api/skills/{skill}"), json!({ "name": name })).await.expect(200);
        skill
    }

    /// Somebody knows this from now on, and nothing else.
    pub async fn knows(&self, seat: &Seat, skills: Value) {
        let people = self.owner().get("/api/agents").await.expect(200).json();
        let one = people.as_array().unwrap().iter().find(|one| one["agent_id"] == json!(seat.id)).unwrap();
        let mut settings = one["settings"].clone();
        settings["skill_ids"] = skills;
        self.owner().put(&format!("/api/agents/{}", seat.id), settings).await.expect(200);
    }

    async fn contact(&self, done: &Value) -> Value {
        let case = self.case_of(done).await;
        self.row(&case).await["contact"].clone()
    }
}

#[tokio::test]
async fn the_first_rule_that_matches_says_what_a_chat_needs_and_the_log_says_which_rule_it_was_nv_08() {
    for scene in Scene::on_each_engine().await {
        let pay = scene.skill("Palkat").await;
        scene.knows(&scene.aino(), json!([pay])).await;
        let team = scene.client().team.0;
        let asks = json!({ "page": under("/palkka"), "skill_id": pay, "level": 2, "priority": 1, "team_id": team });
        scene.rule(json!([rule("Palkka-asiat", &asks), rule("Kaikki muut", &json!({ "priority": 3 }))])).await;

        let paid = scene.guest().post("chats", on("https://www.example.fi/Palkka/lomat?nimi=salainen")).await.expect(200).json();
        let case = scene.case_of(&paid).await;
        let contact = scene.row(&case).await["contact"].clone();
        assert_eq!(contact["needs"], json!({ "level": 2, "skill_id": pay, "priority": 1 }));
        assert_eq!(contact["for_team"], json!(team));
        let log = scene.timeline(&case).await;
        let began = log.iter().find(|entry| entry["kind"] == "contact_started").unwrap();
        assert_eq!(began["by_rule"], "Palkka-asiat");
        assert!(!paid.to_string().contains("Palkka-asiat"), "the customer sees one desk, never its departments");
        let routing = scene.owner().get(&format!("/api/cases/{case}/routing")).await.expect(200).json();
        assert_eq!(routing["by_rule"], "Palkka-asiat");
        let no = scene.veikko().act(&case, "take").await.expect(409);
        assert_eq!(no.code(), "for_another_team");
        scene.aino().act(&case, "take").await.expect(200);

        let other = scene.guest().post("chats", on("https://www.example.fi/uutiset?/palkka")).await.expect(200).json();
        assert_eq!(scene.contact(&other).await["needs"], json!({ "level": 1, "skill_id": null, "priority": 3 }));
    }
}

#[tokio::test]
async fn for_what_nobody_there_knows_the_chat_is_closed_and_a_message_waits_for_who_does_cc_11() {
    for scene in Scene::on_each_engine().await {
        let pay = scene.skill("Palkat").await;
        let mikko = scene.colleague("Mikko Mestari").await;
        scene.knows(&mikko, json!([pay])).await;
        scene.rule(json!([rule("Palkka-asiat", &json!({ "page": under("/palkka"), "skill_id": pay }))])).await;
        mikko.presence("away").await;

        let guest = scene.guest();
        assert_eq!(opening(&guest, "https://www.example.fi/palkka").await, (false, json!("Nobody who knows about this is here right now")));
        assert_eq!(opening(&guest, "https://www.example.fi/muu").await, (true, Value::Null));
        assert_eq!(opening(&guest, "https://muu.example.org/palkka").await, (true, Value::Null), "no page of the client");
        let no = guest.post("chats", on("https://www.example.fi/palkka")).await.expect(409);
        assert_eq!(no.code(), "nobody_knows");
        assert_eq!(no.json()["title"], "Nobody who knows about this is here right now");
        assert_eq!(scene.cases().await, 0, "nothing has happened");
        scene.guest().post("chats", on("https://www.example.fi/muu")).await.expect(200);

        let left = guest.post("left-messages", on("https://www.example.fi/palkka")).await.expect(200).json();
        let case = scene.case_of(&left).await;
        assert_eq!(scene.row(&case).await["contact"]["needs"]["skill_id"], json!(pay), "the message needs the same");
        assert_eq!(scene.aino().act(&case, "take").await.expect(409).code(), "lacks_skill");

        mikko.presence("present").await;
        assert_eq!(opening(&guest, "https://www.example.fi/palkka").await, (true, Value::Null));
        scene.guest().post("chats", on("https://www.example.fi/palkka")).await.expect(200);
        mikko.act(&case, "take").await.expect(200);
    }
}

#[tokio::test]
async fn whoever_comes_back_is_known_and_goes_on_by_the_page_on_which_the_matter_began() {
    for scene in Scene::on_each_engine().await {
        let known = rule("Tutut", &json!({ "customer": "known", "priority": 1 }));
        scene.rule(json!([rule("Palkka", &json!({ "page": under("/palkka"), "priority": 3 })), known])).await;
        let guest = scene.guest();
        let first = guest.post("chats", on("https://www.example.fi/palkka")).await.expect(200).json();
        let case = scene.case_of(&first).await;
        scene.aino().act(&case, "take").await.expect(200);
        scene.aino().reply(&case, "Katson").await.expect(200);
        scene.aino().act(&case, "end").await.expect(200);
        guest.say("Vielä yksi asia").await.expect(200);
        assert_eq!(scene.row(&case).await["contact"]["needs"]["priority"], 3);

        scene.aino().act(&case, "take").await.expect(200);
        scene.aino().act(&case, "close").await.expect(200);
        let again = guest.post("chats", on("https://www.example.fi/")).await.expect(200).json();
        assert_eq!(scene.contact(&again).await["needs"]["priority"], 1);
        let stranger = scene.guest().post("chats", on("https://www.example.fi/")).await.expect(200).json();
        assert_eq!(scene.contact(&stranger).await["needs"]["priority"], 2);
    }
}

#[tokio::test]
async fn a_page_of_another_website_and_coming_and_going_make_nobody_urgent() {
    for scene in Scene::on_each_engine().await {
        let page = rule("Palkka", &json!({ "page": under("/palkka"), "priority": 1 }));
        scene.rule(json!([page, rule("Tutut", &json!({ "customer": "known", "priority": 1 }))])).await;
        for elsewhere in ["https://evil.example/palkka", "https:///palkka", "/palkka"] {
            let begun = scene.guest().post("chats", on(elsewhere)).await.expect(200).json();
            assert_eq!(scene.contact(&begun).await["needs"]["priority"], 2, "{elsewhere}");
        }
        let guest = scene.guest();
        let begun = guest.post("chats", on("https://www.example.fi/")).await.expect(200).json();
        guest.post("end", json!({ "contact_id": scene.contact(&begun).await["contact_id"] })).await.expect(200);
        let again = guest.post("chats", on("https://www.example.fi/")).await.expect(200).json();
        assert_eq!(scene.contact(&again).await["needs"]["priority"], 2, "nobody has answered them yet");
    }
}

#[tokio::test]
async fn a_rule_that_another_one_always_comes_before_is_kept_and_told_of() {
    for scene in Scene::on_each_engine().await {
        let wide = rule("Palkka", &json!({ "page": under("/palkka") }));
        let narrow = rule("Verot", &json!({ "page": under("/palkka/verot"), "languages": ["fi"], "priority": 1 }));
        let kept = scene.rule(json!([wide, narrow])).await;
        assert_eq!(kept["never_reached"], json!([{ "rule_id": narrow["rule_id"], "above": [wide["rule_id"]] }]));
        let shown = scene.owner().get(&scene.rules_path()).await.expect(200).json();
        assert_eq!(shown["never_reached"], kept["never_reached"]);
        let begun = scene.guest().post("chats", on("https://www.example.fi/palkka/verot")).await.expect(200).json();
        assert_eq!(scene.contact(&begun).await["needs"]["priority"], 2, "it is so");

        let turned = scene.rule(json!([narrow, wide])).await;
        assert_eq!(turned["never_reached"], json!([]));
        let begun = scene.guest().post("chats", on("https://www.example.fi/palkka/verot")).await.expect(200).json();
        assert_eq!(scene.contact(&begun).await["needs"]["priority"], 1);
    }
}

#[tokio::test]
async fn what_a_rule_asks_for_and_nobody_can_give_is_said_and_not_asked_for() {
    for scene in Scene::on_each_engine().await {
        let (pay, team) = (scene.skill("Palkat").await, Uuid::now_v7());
        let empty = json!({ "name": "Palkanlaskenta", "client_ids": [scene.client().id.0], "agent_ids": [] });
        scene.owner().post(&format!("/api/teams/{team}"), empty).await.expect(200);
        let wish = rule("Palkka-asiat", &json!({ "skill_id": pay, "team_id": team, "priority": 1 }));
        let kept = scene.rule(json!([wish])).await;
        assert_eq!(kept["in_vain"], json!([{ "rule_id": wish["rule_id"], "what": ["team", "skill"] }]), "nobody knows it yet");
        scene.knows(&scene.aino(), json!([pay])).await;
        let shown = scene.owner().get(&scene.rules_path()).await.expect(200).json();
        assert_eq!(shown["in_vain"], json!([{ "rule_id": wish["rule_id"], "what": ["team"] }]));

        scene.owner().delete(&format!("/api/skills/{pay}")).await.expect(204);
        scene.owner().delete(&format!("/api/teams/{team}")).await.expect(204);
        let shown = scene.owner().get(&scene.rules_path()).await.expect(200).json();
        assert_eq!(shown["in_vain"], json!([{ "rule_id": wish["rule_id"], "what": ["team", "skill"] }]));
        let begun = scene.guest().start("Hei").await.expect(200).json();
        let contact = scene.contact(&begun).await;
        assert_eq!((&contact["needs"], &contact["for_team"]), (&json!({ "level": 1, "skill_id": null, "priority": 1 }), &Value::Null));
        scene.rule(shown["rules"].clone()).await;
    }
}

#[tokio::test]
async fn rules_are_tried_before_they_hold_and_every_rule_and_agent_says_why() {
    for scene in Scene::on_each_engine().await {
        let pay = scene.skill("Palkat").await;
        let swedish = rule("Ruotsiksi", &json!({ "languages": ["sv"] }));
        let paid = rule("Palkka", &json!({ "page": { "how": "containing", "text": "palk" }, "skill_id": pay }));
        let all = rule("Muut", &json!({}));
        let trial =
            json!({ "rules": [swedish, paid, all], "language": "fi", "page": "https://www.example.fi/palkka?x=1", "customer": "new" });
        let path = format!("{}-trial", scene.rules_path());
        scene.knows(&scene.aino(), json!([pay])).await;
        let mikko = scene.colleague("Mikko Mestari").await;
        let tried = scene.owner().post(&path, trial.clone()).await.expect(200).json();
        let judged: Vec<&str> = tried["rules"].as_array().unwrap().iter().map(|one| one["judged"].as_str().unwrap()).collect();
        assert_eq!(judged, ["language", "decides", "too_late"]);
        assert_eq!((&tried["skill_id"], &tried["begins"]["begins"]), (&json!(pay), &json!("yes")));
        assert_eq!(tried["routing"]["by_rule"], "Palkka");
        let step = |tried: &Value, seat: &Seat| {
            let agents = tried["routing"]["agents"].as_array().unwrap();
            agents.iter().find(|one| one["agent_id"] == json!(seat.id)).map(|one| one["step"].clone())
        };
        assert_eq!(step(&tried, &mikko), Some(json!("skill")));
        assert_eq!(step(&tried, &scene.aino()), Some(json!("takes_by_hand")));
        scene.aino().presence("away").await;
        let tried = scene.owner().post(&path, trial).await.expect(200).json();
        assert_eq!(tried["begins"]["begins"], "nobody_knows");
        let kept = scene.owner().get(&scene.rules_path()).await.expect(200).json();
        assert_eq!((&kept["rules"], scene.cases().await), (&json!([]), 0), "trying keeps nothing");
    }
}

#[tokio::test]
async fn rules_are_kept_in_their_order_and_the_log_says_what_they_were() {
    for scene in Scene::on_each_engine().await {
        let (first, second) = (rule("A", &json!({ "languages": ["sv"], "priority": 1 })), rule(" B ", &json!({ "customer": "known" })));
        scene.rule(json!([first, second])).await;
        scene.wait(1);
        let kept = scene.rule(json!([second, first])).await;
        assert_eq!(kept["rules"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>(), ["B", "A"]);
        scene.rule(kept["rules"].clone()).await;
        let log = scene.owner().get("/api/audit?what=clients").await.expect(200).json();
        let noted: Vec<&Value> = log["items"].as_array().unwrap().iter().filter(|one| one["act"] == "rules_changed").collect();
        assert_eq!(noted.len(), 2, "what changes nothing is no change");
        let lines = json!([{ "field": "rules", "before": ["A: sv → P1", "B: + → –"], "after": ["B: + → –", "A: sv → P1"] }]);
        assert_eq!((&noted[0]["object"], &noted[0]["changes"]), (&json!("IT-tuki"), &lines));
    }
}

#[tokio::test]
async fn rules_that_cannot_be_are_refused_by_name_and_nothing_of_them_is_kept() {
    for scene in Scene::on_each_engine().await {
        let refused = async |rule: &Value| {
            let no = scene.owner().put(&scene.rules_path(), json!({ "rules": [rule], "version": "" })).await.expect(422).json();
            let field = no["fields"][0]["field"].as_str().unwrap().to_owned();
            field.strip_prefix(&format!("{}.", rule["rule_id"].as_str().unwrap())).unwrap().to_owned()
        };
        assert_eq!(refused(&rule(" ", &json!({}))).await, "name");
        assert_eq!(refused(&rule("x", &json!({ "level": 4 }))).await, "level");
        assert_eq!(refused(&rule("x", &json!({ "priority": 0 }))).await, "priority");
        assert_eq!(refused(&rule("x", &json!({ "page": under("palkka") }))).await, "page");
        assert_eq!(refused(&rule("x", &json!({ "page": under("/palkka?nimi=1") }))).await, "page");
        assert_eq!(refused(&rule("x", &json!({ "page": under(&format!("/{}", "a".repeat(200))) }))).await, "page");
        assert_eq!(refused(&rule("x", &json!({ "skill_id": Uuid::now_v7() }))).await, "skill_id");
        assert_eq!(refused(&rule("x", &json!({ "team_id": Uuid::now_v7() }))).await, "team_id");
        let many: Vec<Value> = (0..51).map(|_| rule("x", &json!({}))).collect();
        let no = scene.owner().put(&scene.rules_path(), json!({ "rules": many, "version": "" })).await.expect(422).json();
        assert_eq!(no["fields"][0]["field"], "rules");
        assert_eq!(scene.owner().get(&scene.rules_path()).await.expect(200).json()["rules"], json!([]));

        let mine = rule("Oma", &json!({}));
        scene.rule(json!([mine])).await;
        let other = format!("/api/clients/{}/routing-rules", scene.people.clients[1].id.0);
        let version = scene.owner().get(&other).await.expect(200).json()["version"].clone();
        let no = scene.owner().put(&other, json!({ "rules": [mine], "version": version })).await.expect(409);
        assert_eq!(no.code(), "id_reused", "a rule is of one client");
        let trial = json!({ "rules": [mine], "language": "fi", "page": "x".repeat(100_000), "customer": "new" });
        scene.owner().post(&format!("{}-trial", scene.rules_path()), trial).await.expect(200);
    }
}

#[tokio::test]
async fn rules_that_somebody_has_saved_meanwhile_are_not_overwritten() {
    for scene in Scene::on_each_engine().await {
        let seen = scene.rules_version().await;
        let (mine, theirs) = (rule("Oma", &json!({})), rule("Toisen", &json!({})));
        scene.rule(json!([theirs])).await;
        let save =
            async |version: &Value| scene.owner().put(&scene.rules_path(), json!({ "rules": [theirs, mine], "version": version })).await;
        assert_eq!(save(&seen).await.expect(409).code(), "routing_rules_changed");
        let there = scene.owner().get(&scene.rules_path()).await.expect(200).json();
        assert_eq!(there["rules"], json!([theirs]), "what was saved meanwhile is there");
        let kept = save(&there["version"]).await.expect(200).json();
        assert_ne!(kept["version"], there["version"]);
        assert_eq!(save(&there["version"]).await.expect(200).json(), kept, "an answer that was lost: the same once more is the same");
        let swapped = json!({ "rules": [mine, theirs], "version": there["version"] });
        assert_eq!(scene.owner().put(&scene.rules_path(), swapped).await.expect(409).code(), "routing_rules_changed");
    }
}

#[tokio::test]
async fn whatever_page_a_website_says_a_chat_begins() {
    let scene = Scene::on_sqlite().await;
    scene.rule(json!([rule("Palkka", &json!({ "page": under("/palkka"), "priority": 1 }))])).await;
    for page in [
        "https://www.example.fi/%",
        "https://www.example.fi/%ff%fe",
        "javascript:alert(1)",
        "https://www.example.fi/palkka\u{0}",
        &format!("https://www.example.fi/{}", "ä".repeat(5_000)),
    ] {
        let begun = scene.guest().post("chats", on(page)).await;
        assert!(begun.status == 200 || begun.status == 422, "{page:.30}: {}", begun.status);
    }
    let long = format!("https://www.example.fi/palkka/{}", "a".repeat(5_000));
    let begun = scene.guest().post("chats", on(&long)).await.expect(200).json();
    assert_eq!(scene.contact(&begun).await["needs"]["priority"], 1);
}
