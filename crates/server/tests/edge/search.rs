//! Search finds what the asker may read now, by the words that are stored, and nothing else.

use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::people::{TestClient, TestOrganisation, Visitor};
use testkit::whole_desk::WholeDesk;
use tokio::task::JoinSet;
use uuid::Uuid;

async fn search(browser: &mut Browser, words: &str) -> Value {
    let words: String = words.bytes().map(|byte| format!("%{byte:02x}")).collect();
    browser.get(&format!("/api/search?words={words}")).await.expect(200).json()
}

/// How many cases, customers and words are found.
async fn counts(browser: &mut Browser, words: &str) -> [usize; 3] {
    let found = search(browser, words).await;
    ["cases", "customers", "words"].map(|group| found[group].as_array().unwrap().len())
}

/// What is found of one kind, as a person reads it: hits in brackets.
fn read(found: &Value, group: &str, field: &str) -> Vec<String> {
    let pieces = |one: &Value| -> String {
        let all = one[field].as_array().unwrap().iter();
        all.map(|piece| {
            if piece["is_hit"] == true { format!("[{}]", piece["text"].as_str().unwrap()) } else { piece["text"].as_str().unwrap().into() }
        })
        .collect()
    };
    found[group].as_array().unwrap().iter().map(pieces).collect()
}

/// A visitor with a name starts a chat; its id.
async fn start(whole: &WholeDesk, client: &TestClient, reader: &mut Browser, name: &str, text: &str) -> (Visitor, String) {
    begin(whole, client, reader, "chats", json!({ "name": name, "text": text })).await
}

async fn begin(whole: &WholeDesk, client: &TestClient, reader: &mut Browser, way: &str, mut body: Value) -> (Visitor, String) {
    let mut visitor = whole.visitor(client);
    body["contact_id"] = json!(Uuid::now_v7());
    body["message_id"] = json!(Uuid::now_v7());
    body["language"] = json!("fi");
    let done = visitor.browser.post(&format!("/api/widget/{}/{way}", visitor.key), body).await.expect(200).json();
    let number = done["entries"].as_array().unwrap().iter().find_map(|entry| entry["case_number"].as_i64()).unwrap();
    let case = reader.get(&format!("/api/cases?number={number}")).await.expect(200).json()["items"][0]["case_id"].clone();
    (visitor, case.as_str().unwrap().to_owned())
}

async fn note(browser: &mut Browser, case: &str, text: &str) {
    let body = json!({ "note_id": Uuid::now_v7(), "text": text, "mentions": { "agent_ids": [], "team_ids": [] } });
    browser.post(&format!("/api/cases/{case}/notes"), body).await.expect(200);
}

async fn subject(browser: &mut Browser, case: &str, text: &str) {
    browser.put(&format!("/api/cases/{case}/subject"), json!({ "subject": text })).await.expect(200);
}

#[tokio::test]
async fn words_that_were_said_and_noted_are_found_by_the_beginnings_of_words() {
    for whole in WholeDesk::on_each_engine().await {
        let TestOrganisation { clients, mut agent, .. } = whole.organisation("Yliopisto").await;
        let (_, case) = start(&whole, &clients[0], &mut agent.browser, "Aino", "Uuden tulostimen muste loppui").await;
        note(&mut agent.browser, &case, "Tulostin on takuussa, kysy laskutuksesta").await;

        let found = search(&mut agent.browser, "TULOSTI").await;
        assert_eq!(read(&found, "words", "text"), ["[Tulostin] on takuussa, kysy laskutuksesta", "Uuden [tulostimen] muste loppui"]);
        assert_eq!(found["words"][0]["is_note"], true, "the newest first");
        assert_eq!((&found["words"][1]["agent_id"], &found["words"][1]["case_id"]), (&Value::Null, &json!(case)));

        let both = search(&mut agent.browser, "lasku tulos").await;
        assert_eq!(read(&both, "words", "text"), ["[Tulostin] on takuussa, kysy [laskutuksesta]"], "every word, in any order");
        assert_eq!(counts(&mut agent.browser, "tin").await, [0; 3], "not by the middle of a word");
        for nothing in ["", "t", "\"*", "kahvi", "' or 1=1", "tulosti kahvi", "words:", "NOT tulosti kahvi"] {
            assert_eq!(counts(&mut agent.browser, nothing).await, [0; 3], "{nothing}");
        }
    }
}

#[tokio::test]
async fn a_case_is_found_by_number_and_by_the_subject_that_it_has_now() {
    for whole in WholeDesk::on_each_engine().await {
        let TestOrganisation { clients, mut agent, .. } = whole.organisation("Yliopisto").await;
        let (_, case) = start(&whole, &clients[0], &mut agent.browser, "Aino", "Hei").await;
        let by_number = search(&mut agent.browser, "1").await;
        assert_eq!((&by_number["cases"][0]["case_id"], by_number["cases"].as_array().unwrap().len()), (&json!(case), 1));
        assert_eq!(counts(&mut agent.browser, "9999").await, [0; 3], "a number that no case has finds none");

        subject(&mut agent.browser, &case, "Käyttäjätunnus lukossa").await;
        let found = search(&mut agent.browser, "käyttäjätunnukse").await;
        assert_eq!(found["cases"], json!([]));
        let found = search(&mut agent.browser, "käyttäjät").await;
        assert_eq!(read(&found, "cases", "subject"), ["[Käyttäjätunnus] lukossa"]);
        subject(&mut agent.browser, &case, "Salasana vaihdettu").await;
        assert_eq!(counts(&mut agent.browser, "käyttäjät").await, [0; 3], "what is corrected has left the index");
        assert_eq!(counts(&mut agent.browser, "salasana").await, [1, 0, 0]);
        subject(&mut agent.browser, &case, "?").await;
        assert_eq!(counts(&mut agent.browser, "salasana").await, [0; 3]);
    }
}

#[tokio::test]
async fn a_customer_is_found_by_what_they_have_told_of_themselves() {
    for whole in WholeDesk::on_each_engine().await {
        let TestOrganisation { clients, mut agent, .. } = whole.organisation("Yliopisto").await;
        let body = json!({ "name": "Väinö", "email": "väinö@esimerkki.fi", "text": "Hei" });
        let (mut visitor, case) = begin(&whole, &clients[0], &mut agent.browser, "left-messages", body).await;
        let found = search(&mut agent.browser, "väi").await;
        assert_eq!((read(&found, "customers", "name"), &found["customers"][0]["case_id"]), (vec!["[Väinö]".into()], &json!(case)));
        let found = search(&mut agent.browser, "väinö@esim").await;
        assert_eq!(read(&found, "customers", "email"), ["[väinö]@[esimerkki].fi"]);

        let [contact, message] = [(); 2].map(|()| Uuid::now_v7());
        let body = json!({ "contact_id": contact, "message_id": message, "text": "Olen muuten", "language": "fi", "name": "Ilmari" });
        visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), body).await.expect(200);
        assert_eq!(counts(&mut agent.browser, "ilmari").await, [0, 1, 0]);
        let by_address = search(&mut agent.browser, "väinö").await;
        assert_eq!(read(&by_address, "customers", "name"), ["Ilmari"], "the address is the same as before");
    }
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_read_trust_60() {
    for whole in WholeDesk::on_each_engine().await {
        let mut university = whole.organisation("Yliopisto").await;
        let mut shop = whole.organisation("Kauppa").await;
        let (_, first) = start(&whole, &university.clients[0], &mut university.owner.browser, "Tulostaja", "Tulostin jumissa").await;
        let (_, second) = start(&whole, &university.clients[1], &mut university.owner.browser, "Tulostaja", "Tulostin jumissa").await;
        let (_, elsewhere) = start(&whole, &shop.clients[0], &mut shop.owner.browser, "Tulostaja", "Tulostin jumissa").await;
        for case in [&first, &second] {
            note(&mut university.owner.browser, case, "Tulostimen takuu").await;
            subject(&mut university.owner.browser, case, "Tulostimet").await;
        }
        note(&mut shop.owner.browser, &elsewhere, "Tulostimen takuu").await;

        let who: [(&str, &mut Browser, [usize; 3]); 6] = [
            ("owner", &mut university.owner.browser, [2, 2, 4]),
            ("supervisor", &mut university.supervisor.browser, [2, 2, 4]),
            ("agent", &mut university.agent.browser, [1, 1, 2]),
            ("agent elsewhere", &mut university.agent_elsewhere.browser, [1, 1, 2]),
            ("read only", &mut university.read_only.browser, [1, 1, 2]),
            ("owner of another desk", &mut shop.owner.browser, [0, 1, 2]),
        ];
        for (name, browser, wanted) in who {
            assert_eq!(counts(browser, "tulost").await, wanted, "{name}");
        }
        let found = search(&mut university.agent.browser, "tulost").await;
        for group in ["cases", "customers", "words"] {
            assert!(found[group].as_array().unwrap().iter().all(|one| one["case_id"] == json!(first)), "{group}");
        }
        // The number of a case that one may not read is the number of none.
        let number = search(&mut university.owner.browser, "2").await["cases"][0]["number"].clone();
        assert_eq!(number, 2);
        assert_eq!(counts(&mut university.agent.browser, "2").await, [0; 3]);
    }
}

#[tokio::test]
async fn a_right_that_is_withdrawn_finds_nothing_at_once_and_one_that_is_lent_finds_trust_60() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let [first, second] = organisation.clients.clone();
        start(&whole, &first, &mut organisation.owner.browser, "Aino", "Tulostin jumissa").await;
        assert_eq!(counts(&mut organisation.agent.browser, "tulost").await, [0, 0, 1]);
        assert_eq!(counts(&mut organisation.agent_elsewhere.browser, "tulost").await, [0; 3]);

        let helped = json!({
            "name": "Tuki", "client_ids": [first.id.0], "agent_ids": [organisation.agent.id.0],
            "overflow": { "after_s": 30, "team_id": second.team.0 },
        });
        organisation.owner.browser.put(&format!("/api/teams/{}", first.team.0), helped).await.expect(200);
        assert_eq!(counts(&mut organisation.agent_elsewhere.browser, "tulost").await, [0, 0, 1], "who helps a team out reads its cases");

        let path = format!("/api/agents/{}/teams", organisation.agent.id.0);
        organisation.owner.browser.put(&path, json!({ "team_ids": [] })).await.expect(200);
        assert_eq!(counts(&mut organisation.agent.browser, "tulost").await, [0; 3]);
    }
}

#[tokio::test]
async fn who_holds_a_chat_finds_its_words_whatever_they_serve_trust_60() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let first = organisation.clients[0].clone();
        let (_, held) = start(&whole, &first, &mut organisation.owner.browser, "Aino", "Tulostin jumissa").await;
        start(&whole, &first, &mut organisation.owner.browser, "Väinö", "Tulostin jumissa").await;
        organisation.agent.browser.post(&format!("/api/cases/{held}/take"), json!({})).await.expect(200);
        let path = format!("/api/agents/{}/teams", organisation.agent.id.0);
        organisation.owner.browser.put(&path, json!({ "team_ids": [] })).await.expect(200);
        let found = search(&mut organisation.agent.browser, "tulost").await;
        assert_eq!((&found["words"][0]["case_id"], found["words"].as_array().unwrap().len()), (&json!(held), 1));
    }
}

#[tokio::test]
async fn what_is_masked_is_found_by_nobody_trust_50() {
    for whole in WholeDesk::on_each_engine().await {
        let TestOrganisation { clients, mut agent, .. } = whole.organisation("Yliopisto").await;
        start(&whole, &clients[0], &mut agent.browser, "Aino", "Tunnukseni on 131052-308T, kiitos").await;
        assert_eq!(counts(&mut agent.browser, "tunnukseni").await, [0, 0, 1]);
        for masked in ["131052", "308T", "131052-308T"] {
            assert_eq!(counts(&mut agent.browser, masked).await, [0; 3], "{masked}");
        }
    }
}

#[tokio::test]
async fn more_than_a_list_shows_is_said() {
    for whole in WholeDesk::on_each_engine().await {
        let TestOrganisation { clients, mut agent, .. } = whole.organisation("Yliopisto").await;
        for n in 0..7 {
            let (_, case) = start(&whole, &clients[0], &mut agent.browser, "Aino", &format!("Lasku {n}")).await;
            subject(&mut agent.browser, &case, "Lasku").await;
            let found = search(&mut agent.browser, "lasku").await;
            let is_more = n == 6;
            assert_eq!((&found["has_more_cases"], &found["has_more_words"]), (&json!(is_more), &json!(is_more)), "{n}");
            assert_eq!(counts(&mut agent.browser, "lasku").await, [(n + 1).min(6), 0, (n + 1).min(6)]);
        }
        assert_eq!(search(&mut agent.browser, "aino").await["has_more_customers"], true);
    }
}

#[tokio::test]
async fn a_line_of_a_side_conversation_is_found_like_a_note() {
    let whole = WholeDesk::on_sqlite().await;
    let TestOrganisation { clients, mut agent, .. } = whole.organisation("Yliopisto").await;
    let (_, case) = start(&whole, &clients[0], &mut agent.browser, "Aino", "Hei").await;
    let line = json!({ "note_id": Uuid::now_v7(), "text": "Takuulappu on mapissa", "place": "side" });
    agent.browser.post(&format!("/api/cases/{case}/notes"), line).await.expect(200);
    let found = search(&mut agent.browser, "takuulap").await;
    assert_eq!(read(&found, "words", "text"), ["[Takuulappu] on mapissa"]);
    assert_eq!(found["words"][0]["is_aside"], true);
}

#[tokio::test]
async fn whoever_searches_again_and_again_keeps_no_colleague_waiting() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        start(&whole, &organisation.clients[0], &mut organisation.owner.browser, "Aino", "Tulostin jumissa").await;
        let under_way = whole.desk.searches.turn(organisation.agent.id).await.unwrap();
        let mut more = JoinSet::new();
        for _ in 0..4 {
            let mut browser = organisation.agent.browser.clone();
            more.spawn(async move { browser.get("/api/search?words=tulost").await });
        }
        let sent_away = more.join_next().await.unwrap().unwrap();
        assert_eq!(sent_away.expect(429).code(), "too_many_searches", "three wait for the one that goes on");
        assert_eq!(counts(&mut organisation.owner.browser, "tulost").await, [0, 0, 1], "a colleague is answered meanwhile");
        drop(under_way);
        while let Some(answer) = more.join_next().await {
            let found = answer.unwrap().expect(200).json();
            assert_eq!(read(&found, "words", "text"), ["[Tulostin] jumissa"]);
        }
    }
}
