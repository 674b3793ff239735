//! When a customer is hostile: it is marked and told, the visitor is kept out for a while, and let in again by hand.

use desk::moment::Span;
use serde_json::{Value, json};
use server::Clock;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{act, start, take, write};
use crate::screen::Listening;

fn blocking(how_long: &str) -> Value {
    json!({ "note_id": Uuid::now_v7(), "reason": "Uhkaili neuvojaa", "how_long": how_long })
}

#[tokio::test]
async fn a_hostile_message_is_marked_and_who_supervises_is_told_at_once() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Olette kaikki idiootteja").await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let refused = act(&mut organisation.agent.browser, &case, "flag", json!({})).await.expect(409).json();
        assert_eq!(refused["code"], "not_held_by_you");
        take(&mut organisation.agent.browser, &case).await;
        act(&mut organisation.agent.browser, &case, "flag", json!({})).await.expect(200);
        let told = supervisor.find(|frame| frame["type"] == "happened" && frame["entry"]["kind"] == "flagged").await;
        assert_eq!((&told["case_id"], &told["entry"]["by"]), (&json!(case), &json!(organisation.agent.id.0)));
        // The same words are marked once: whoever marks them again fills nobody's list.
        for _ in 0..3 {
            let again = act(&mut organisation.agent.browser, &case, "flag", json!({})).await.expect(200).json();
            assert_eq!(again["entries"], json!([]));
        }
        let listed = organisation.supervisor.browser.get("/api/happenings").await.expect(200).json();
        assert_eq!(listed.as_array().unwrap().iter().filter(|one| one["entry"]["kind"] == "flagged").count(), 1);
        // Whoever is complained about does not write that out of the list.
        for _ in 0..45 {
            write(&mut visitor, "Vielä kerran").await;
        }
        let more = act(&mut organisation.agent.browser, &case, "flag", json!({})).await.expect(200).json();
        assert_eq!(more["entries"][0]["kind"], json!("flagged"), "new words can be marked anew");
        let listed = organisation.supervisor.browser.get("/api/happenings").await.expect(200).json();
        assert!(listed.as_array().unwrap().iter().any(|one| one["entry"]["kind"] == "flagged"), "{listed}");
    }
}

#[tokio::test]
async fn a_visitor_who_is_kept_out_cannot_write_start_or_send_files_until_the_time_is_up() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let mut other = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Olette kaikki idiootteja").await;
        take(&mut organisation.agent.browser, &case).await;
        let asked = blocking("hour");
        let done = act(&mut organisation.agent.browser, &case, "block", asked.clone()).await.expect(200).json();
        let kinds: Vec<_> = done["entries"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
        assert_eq!(kinds, [json!("note"), json!("contact_ended"), json!("blocked")]);
        let again = act(&mut organisation.agent.browser, &case, "block", asked).await.expect(200).json();
        assert_eq!(again["entries"], done["entries"], "the same block once more is the same block");

        let path = format!("/api/widget/{}", visitor.key);
        let write = json!({ "message_id": Uuid::now_v7(), "text": "Haloo" });
        let no = visitor.browser.post(&format!("{path}/messages"), write.clone()).await.expect(403).json();
        assert_eq!(no["code"], "blocked");
        assert!(!no.to_string().contains("Uhkaili"), "the reason is for the desk");
        let begin = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Haloo", "language": "fi" });
        visitor.browser.post(&format!("{path}/chats"), begin.clone()).await.expect(403);
        visitor.browser.post(&format!("{path}/left-messages"), begin).await.expect(403);
        let file = format!("{path}/attachments/{}?name=kuva.txt", Uuid::now_v7());
        visitor.browser.post(&file, json!("sisältö")).await.expect(403);
        // It is the visitor, not the address: a neighbour at the same one is let in.
        other.start_chat("Hei, saanko apua?").await;

        whole.clock.advance(Span::seconds(3600));
        visitor.browser.post(&format!("{path}/messages"), write).await.expect(200);
    }
}

#[tokio::test]
async fn whoever_supervises_lets_a_visitor_in_again_and_that_is_in_the_audit_list() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Olette kaikki idiootteja").await;
        take(&mut organisation.agent.browser, &case).await;
        for how_long in ["week", "day"] {
            act(&mut organisation.agent.browser, &case, "block", blocking(how_long)).await.expect(200);
        }
        let blocks = organisation.supervisor.browser.get("/api/blocks").await.expect(200).json();
        assert_eq!(blocks.as_array().unwrap().len(), 1, "a visitor is in the list once, until the last of it ends");
        assert_eq!((&blocks[0]["reason"], &blocks[0]["agent_id"]), (&json!("Uhkaili neuvojaa"), &json!(organisation.agent.id.0)));
        organisation.agent.browser.get("/api/blocks").await.expect(403);

        let path = format!("/api/blocks/{}", blocks[0]["block_id"].as_str().unwrap());
        organisation.supervisor.browser.delete(&path).await.expect(204);
        organisation.supervisor.browser.delete(&path).await.expect(404);
        assert_eq!(organisation.supervisor.browser.get("/api/blocks").await.expect(200).json(), json!([]));
        let write = json!({ "message_id": Uuid::now_v7(), "text": "Anteeksi" });
        visitor.browser.post(&format!("/api/widget/{}/messages", visitor.key), write).await.expect(200);
        let audit = organisation.supervisor.browser.get("/api/audit").await.expect(200).json();
        assert_eq!(audit["items"][0]["act"], "block_lifted");
    }
}

#[tokio::test]
async fn a_block_is_seen_in_every_case_of_the_customer_and_by_themselves_until_it_is_lifted() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let older = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        take(&mut organisation.agent.browser, &older).await;
        act(&mut organisation.agent.browser, &older, "close", json!({})).await.expect(200);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Olette kaikki idiootteja").await;
        take(&mut organisation.agent.browser, &case).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut widget, _) = listening.widget(&mut visitor).await;

        let done = act(&mut organisation.agent.browser, &case, "block", blocking("day")).await.expect(200).json();

        let until = done["row"]["blocked_until"].clone();
        assert_eq!(until, json!(whole.clock.now().plus(Span::seconds(86_400)).millis()));
        let told = supervisor.find(|frame| frame["type"] == "blocked").await;
        assert_eq!((&told["customer_id"], &told["until"]), (&done["row"]["customer"]["customer_id"], &until));
        let old = organisation.agent.browser.get(&format!("/api/cases/{older}")).await.expect(200).json();
        assert_eq!(old["row"]["blocked_until"], until, "and in the case before");
        let told = widget.find(|frame| frame["type"] == "entries" && !frame["standing"]["blocked_until"].is_null()).await;
        assert_eq!((&told["standing"]["blocked_until"], &told["standing"]["state"]), (&until, &json!("ended")));

        let blocks = organisation.supervisor.browser.get("/api/blocks").await.expect(200).json();
        let path = format!("/api/blocks/{}", blocks[0]["block_id"].as_str().unwrap());
        organisation.supervisor.browser.delete(&path).await.expect(204);

        supervisor.find(|frame| frame["type"] == "blocked" && frame["until"].is_null()).await;
        widget.find(|frame| frame["type"] == "entries" && frame["standing"]["blocked_until"].is_null()).await;
        let row = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"].clone();
        assert_eq!(row["blocked_until"], Value::Null);
    }
}

#[tokio::test]
async fn words_that_were_a_note_before_block_nobody() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        let body = blocking("week");
        let noted = json!({ "note_id": body["note_id"], "text": body["reason"] });
        act(&mut organisation.agent.browser, &case, "notes", noted.clone()).await.expect(200);
        // Whoever does not hold the chat keeps nobody out, and does not get around that with a note of the same id.
        let refused = act(&mut organisation.agent.browser, &case, "block", body).await.expect(409);
        assert_eq!(refused.code(), "id_reused");
        assert_eq!(organisation.supervisor.browser.get("/api/blocks").await.expect(200).json(), json!([]));
        let write = json!({ "message_id": Uuid::now_v7(), "text": "Onko siellä ketään?" });
        visitor.browser.post(&format!("/api/widget/{}/messages", visitor.key), write).await.expect(200);
        act(&mut organisation.agent.browser, &case, "notes", noted).await.expect(200);
    }
}

#[tokio::test]
async fn a_visitor_is_kept_out_from_their_newest_case_so_that_no_open_chat_is_left_behind() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let older = start(&mut visitor, &mut organisation.agent.browser, "Olette kaikki idiootteja").await;
        take(&mut organisation.agent.browser, &older).await;
        act(&mut organisation.agent.browser, &older, "close", json!({})).await.expect(200);
        let newer = start(&mut visitor, &mut organisation.agent.browser, "Vieläkin").await;
        let refused = act(&mut organisation.agent.browser, &older, "block", blocking("day")).await.expect(409);
        assert_eq!(refused.code(), "newer_case");
        take(&mut organisation.agent.browser, &newer).await;
        act(&mut organisation.agent.browser, &newer, "block", blocking("day")).await.expect(200);
        let view = organisation.agent.browser.get(&format!("/api/cases/{newer}")).await.expect(200).json();
        assert_eq!(view["row"]["contact"]["state"], json!("ended"));
    }
}
