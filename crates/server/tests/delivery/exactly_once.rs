//! D2: an id that its sender chose takes effect once, however often and by whomever it is sent.

use serde_json::{Value, json};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::scene::{Guest, Scene, entries, kinds, start, texts};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn trust_5_a_message_sent_a_hundred_times_at_once_is_one_message_with_one_answer() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Alku").await;
        let id = Uuid::now_v7();
        let mut sends = JoinSet::new();
        for _ in 0..100 {
            let guest = guest.clone();
            sends.spawn(async move { guest.say_as(id, "Kerran vain").await });
        }
        let answers: Vec<_> = sends.join_all().await.into_iter().map(|reply| reply.expect(200).body).collect();
        assert!(answers.iter().all(|answer| *answer == answers[0]), "everybody gets the same answer");
        assert_eq!(texts(&scene.timeline(&case).await), ["Alku", "Kerran vain"]);

        let other = guest.say_as(id, "Muuta").await.expect(409);
        assert_eq!(other.code(), "id_reused");
        assert_eq!(texts(&scene.timeline(&case).await), ["Alku", "Kerran vain"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn trust_5_the_same_start_sent_many_times_at_once_is_one_chat() {
    for scene in Scene::on_each_engine().await {
        scene.set("greeting_fi", json!("Hei!")).await;
        for path in ["chats", "left-messages"] {
            let guest = scene.guest();
            let mut body = start("Alku");
            if path == "left-messages" {
                body["email"] = json!("maija@esimerkki.fi");
            }
            let before = scene.cases().await;
            let mut sends = JoinSet::new();
            for _ in 0..30 {
                let (guest, body) = (guest.clone(), body.clone());
                sends.spawn(async move { guest.post(path, body).await });
            }
            let answers: Vec<_> = sends.join_all().await.into_iter().map(|reply| reply.expect(200).json()).collect();
            assert!(answers.iter().all(|answer| *answer == answers[0]), "everybody gets the same answer");
            assert_eq!(scene.cases().await, before + 1);
        }
    }
}

#[tokio::test]
async fn trust_6_a_start_whose_answer_was_lost_gets_the_same_answer_again() {
    let scene = Scene::on_sqlite().await;
    scene.set("greeting_fi", json!("Hei, hetki vain.")).await;
    let guest = scene.guest();
    let body = start("Kuuleeko kukaan?");
    let first = guest.post("chats", body.clone()).await.expect(200).json();
    assert_eq!(kinds(entries(&first)), ["started", "message", "message"]);

    assert_eq!(guest.post("chats", body.clone()).await.expect(200).json(), first);
    let mut other = body;
    other["text"] = json!("Muuta");
    assert_eq!(guest.post("chats", other).await.expect(409).code(), "id_reused");
    assert_eq!(scene.cases().await, 1);
}

#[tokio::test]
async fn trust_6_a_lost_answer_is_told_again_also_after_the_chat_has_ended_or_closed() {
    let scene = Scene::on_sqlite().await;
    let guest = scene.guest();
    let body = start("Hei");
    let first = guest.post("chats", body.clone()).await.expect(200).json();
    let case = scene.case_of(&first).await;
    scene.aino().act(&case, "take").await.expect(200);
    scene.aino().act(&case, "end").await.expect(200);
    scene.aino().presence("away").await;

    let again = guest.post("chats", body.clone()).await.expect(200).json();
    assert_eq!(again["entries"], first["entries"]);
    assert_eq!(again["standing"]["state"], "ended", "where it stands is told as it is now");

    scene.owner().act(&case, "close").await.expect(200);
    let closed = guest.post("chats", body).await.expect(200).json();
    assert_eq!((&closed["entries"], &closed["standing"]["may_write"]), (&first["entries"], &json!(false)));
    assert_eq!(scene.cases().await, 1);
}

#[tokio::test]
async fn trust_6_what_opened_a_case_again_is_told_again_whole() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Hei").await;
    scene.aino().act(&case, "solve").await.expect(200);
    scene.wait(60);
    let id = Uuid::now_v7();
    let first = guest.say_as(id, "Ei toiminutkaan").await.expect(200).json();
    assert_eq!(kinds(entries(&first)), ["started", "message"]);
    assert_eq!(guest.say_as(id, "Ei toiminutkaan").await.expect(200).json(), first);
}

#[tokio::test]
async fn an_agents_words_are_told_again_with_all_that_they_made_happen() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Hei").await;
    // Taking and answering at one moment would be one act: so is an answer to a chat that was parked.
    scene.wait(1);
    let path = format!("/api/cases/{case}/messages");
    let body = json!({ "message_id": Uuid::now_v7(), "text": "Valmista", "solve": true });
    let first = scene.aino().post(&path, body.clone()).await.expect(200).json();
    assert_eq!(scene.aino().post(&path, body.clone()).await.expect(200).json(), first);
    let mut other = body;
    other["text"] = json!("Ei valmista");
    assert_eq!(scene.aino().post(&path, other).await.expect(409).code(), "id_reused");
}

#[tokio::test]
async fn one_of_two_visitors_who_choose_the_same_id_at_once_is_told_that_it_is_taken() {
    for scene in Scene::on_each_engine().await {
        let ((one, _), (other, _)) = (scene.chat("Yksi").await, scene.chat("Toinen").await);
        for _ in 0..4 {
            let id = Uuid::now_v7();
            let (first, second) = tokio::join!(one.say_as(id, "Hei"), other.say_as(id, "Hei"));
            let mut answers = [first.status.as_u16(), second.status.as_u16()];
            answers.sort_unstable();
            assert_eq!(answers, [200, 409]);
        }
    }
}

#[tokio::test]
async fn a_case_is_owned_by_those_who_can_answer_in_it() {
    for scene in Scene::on_each_engine().await {
        let (_, case) = scene.chat("Hei").await;
        let path = format!("/api/cases/{case}/owner");
        let reader = scene.laura();
        for (who, answer) in [(scene.aino(), 200), (scene.owner(), 200), (scene.veikko(), 200), (scene.bengt(), 409), (reader, 409)] {
            let reply = scene.aino().put(&path, json!({ "agent_id": who.id })).await;
            assert_eq!(reply.status.as_u16(), answer, "{}", who.id);
        }
    }
}

#[tokio::test]
async fn a_handover_told_twice_happens_once() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Hei").await;
    let mikko = scene.colleague("Mikko Mestari").await;
    let path = format!("/api/cases/{case}/transfer");
    let body = json!({ "note_id": Uuid::now_v7(), "note": "Ota sinä", "to_agent": mikko.id });
    let first = scene.aino().post(&path, body.clone()).await.expect(200).json();
    let again = scene.aino().post(&path, body).await.expect(200).json();
    assert_eq!(again, first);
    let handed = scene.timeline(&case).await.iter().filter(|entry| entry["kind"] == "transferred").count();
    assert_eq!(handed, 1);
}

#[tokio::test]
async fn nobody_gets_anything_with_somebody_elses_ids() {
    for scene in Scene::on_each_engine().await {
        let (mine, theirs) = (scene.guest(), scene.guest());
        let their_words = start("Salainen asia");
        theirs.post("chats", their_words.clone()).await.expect(200);
        let mine_words = start("Oma asia");
        let before = scene.cases().await;

        for field in ["message_id", "contact_id"] {
            let mut stolen = mine_words.clone();
            stolen[field] = their_words[field].clone();
            refused_without_a_word(&mine, "chats", &stolen).await;
            stolen["email"] = json!("maija@esimerkki.fi");
            refused_without_a_word(&mine, "left-messages", &stolen).await;
        }
        let whole_body = their_words.clone();
        refused_without_a_word(&mine, "chats", &whole_body).await;
        assert_eq!(scene.cases().await, before);
        mine.conversation().await.expect(404);

        mine.post("chats", mine_words).await.expect(200);
        let write = json!({ "message_id": their_words["message_id"], "text": "Salainen asia" });
        refused_without_a_word(&mine, "messages", &write).await;
        let seen = theirs.conversation().await.expect(200).json();
        assert_eq!(texts(entries(&seen)), ["Salainen asia"]);
    }
}

#[tokio::test]
async fn a_new_contact_in_an_old_case_cannot_take_somebody_elses_id() {
    for scene in Scene::on_each_engine().await {
        let theirs = start("Salainen asia");
        scene.guest().post("chats", theirs.clone()).await.expect(200);
        let (guest, case) = scene.taken_chat("Hei").await;
        scene.aino().act(&case, "end").await.expect(200);
        scene.wait(60);
        let mut again = start("Palasin");
        again["contact_id"] = theirs["contact_id"].clone();
        refused_without_a_word(&guest, "chats", &again).await;
        let write = json!({ "message_id": theirs["contact_id"], "text": "Palasin" });
        refused_without_a_word(&guest, "messages", &write).await;
        guest.say("Palasin").await.expect(200);
    }
}

async fn refused_without_a_word(guest: &Guest, path: &str, body: &Value) {
    let refused = guest.post(path, body.clone()).await.expect(409);
    assert_eq!(refused.code(), "id_reused");
    assert!(!refused.text().contains("Salainen"), "{}", refused.text());
}

#[tokio::test]
async fn a_visitors_secret_opens_nothing_at_another_clients_widget() {
    let scene = Scene::on_sqlite().await;
    let (guest, _) = scene.chat("Vain IT-tuelle").await;
    guest.conversation().await.expect(200);
    let mut elsewhere = guest.clone();
    elsewhere.0.key.clone_from(&scene.people.clients[1].key);

    let never_seen = scene.guest_of(1).conversation().await.expect(404).body;
    assert_eq!(elsewhere.conversation().await.expect(404).body, never_seen);
    elsewhere.get("transcript").await.expect(404);
    elsewhere.say("Hei").await.expect(404);
    let ending = json!({ "contact_id": guest.contact().await });
    elsewhere.post("end", ending.clone()).await.expect(404);
    let stranger = scene.guest();
    stranger.start("Minulla on oma asia").await.expect(200);
    assert_eq!(stranger.post("end", ending).await.expect(404).code(), "not_found", "it is somebody else's");
}

#[tokio::test]
async fn a_note_sent_twice_is_one_note() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.taken_chat("Hei").await;
    let path = format!("/api/cases/{case}/notes");
    let body = json!({ "note_id": Uuid::now_v7(), "text": "Soitettu" });
    let first = scene.aino().post(&path, body.clone()).await.expect(200).json();
    assert_eq!(scene.aino().post(&path, body.clone()).await.expect(200).json(), first);
    let stolen = scene.veikko().post(&path, body).await.expect(409);
    assert_eq!(stolen.code(), "id_reused", "another's note is not mine");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn words_from_many_tabs_after_the_end_open_one_new_contact() {
    for scene in Scene::on_each_engine().await {
        for _ in 0..4 {
            let (guest, case) = scene.taken_chat("Alku").await;
            scene.aino().act(&case, "end").await.expect(200);
            let mut sends = JoinSet::new();
            for number in 0..8 {
                let guest = guest.clone();
                let text = format!("Palasin {number}");
                sends.spawn(async move { if number % 2 == 0 { guest.start(&text).await } else { guest.say(&text).await } });
            }
            for reply in sends.join_all().await {
                reply.expect(200);
            }
            let view = scene.owner().get(&format!("/api/cases/{case}")).await.expect(200).json();
            assert_eq!(view["contacts"].as_array().unwrap().len(), 2);
            assert_eq!(texts(entries(&view)).len(), 9);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn first_words_and_their_files_that_come_side_by_side_are_of_one_customer() {
    for scene in Scene::on_each_engine().await {
        for _ in 0..6 {
            let guest = scene.guest();
            let mut sends = JoinSet::new();
            for number in 0..6 {
                let guest = guest.clone();
                let file = format!("attachments/{}?name=a.txt", Uuid::now_v7());
                sends.spawn(async move { if number % 2 == 0 { guest.post(&file, json!("x")).await } else { guest.start("Alku").await } });
            }
            for reply in sends.join_all().await {
                reply.expect(200);
            }
            let seen = guest.conversation().await.expect(200).json();
            assert_eq!(texts(entries(&seen)), ["Alku"; 3], "all of it in one case");
        }
    }
}
