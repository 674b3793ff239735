//! Small things that may be lost and come right again (D7): typing, who looks, read marks, drafts.

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{contact, note, reply, start, take, write};
use crate::screen::Listening;

#[tokio::test]
async fn typing_goes_both_ways_and_a_note_is_never_typed_to_the_customer() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        take(&mut organisation.agent.browser, &case).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let (mut widget, _) = listening.widget(&mut visitor).await;
        supervisor.say(json!({ "type": "looking", "case_id": case, "seq": 0 })).await;
        supervisor.next_of("looking").await;
        agent.say(json!({ "type": "typing", "case_id": case, "is_note": true, "active": true })).await;
        agent.say(json!({ "type": "typing", "case_id": case, "active": true })).await;
        let me = organisation.agent.id.0.to_string();
        let first = supervisor.next_of("typing").await;
        assert_eq!((&first["agent_id"], &first["is_note"]), (&json!(me), &json!(true)));
        assert_eq!(supervisor.next_of("typing").await["is_note"], json!(false));
        // The first that the customer hears is the reply, not the note.
        assert_eq!(widget.next_of("typing").await, json!({ "type": "typing", "first_name": "Aino", "active": true }));
        agent.say(json!({ "type": "typing", "case_id": case, "active": false })).await;
        assert_eq!(widget.next_of("typing").await["active"], json!(false));
        // A supervisor who types is seen by colleagues and not by the customer.
        supervisor.say(json!({ "type": "typing", "case_id": case, "active": true })).await;
        assert_eq!(agent.next_of("typing").await["agent_id"], json!(organisation.supervisor.id.0.to_string()));
        widget.say(json!({ "type": "typing", "active": true })).await;
        for screen in [&mut agent, &mut supervisor] {
            let typing = screen.find(|frame| frame["type"] == "typing" && frame["agent_id"] == Value::Null).await;
            assert_eq!((&typing["case_id"], &typing["active"]), (&json!(case), &json!(true)));
        }
        // Who does not serve the client can neither type there nor hear of it.
        elsewhere.say(json!({ "type": "typing", "case_id": case, "active": true })).await;
        assert!(elsewhere.everything().await.iter().all(|frame| frame["type"] != "typing"));
        assert!(widget.everything().await.iter().all(|frame| frame["type"] != "typing"));
    }
}

#[tokio::test]
async fn colleagues_see_who_else_looks_at_a_case() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    let (mut aino, _) = listening.workspace(&mut organisation.agent).await;
    let (mut oili, _) = listening.workspace(&mut organisation.owner).await;
    let looks = |ids: &[uuid::Uuid]| json!({ "type": "looking", "case_id": case, "agent_ids": ids });
    let (aino_id, oili_id) = (organisation.agent.id.0, organisation.owner.id.0);
    aino.say(json!({ "type": "looking", "case_id": case, "seq": 0 })).await;
    assert_eq!(aino.next_of("looking").await, looks(&[]));
    oili.say(json!({ "type": "looking", "case_id": case, "seq": 0 })).await;
    assert_eq!(oili.next_of("looking").await, looks(&[aino_id]));
    assert_eq!(aino.next_of("looking").await, looks(&[oili_id]));
    oili.say(json!({ "type": "looking", "case_id": null })).await;
    assert_eq!(aino.next_of("looking").await, looks(&[]));
    oili.say(json!({ "type": "looking", "case_id": case, "seq": 3 })).await;
    assert_eq!(aino.next_of("looking").await, looks(&[oili_id]));
    drop(oili);
    assert_eq!(aino.next_of("looking").await, looks(&[]));
}

#[tokio::test]
async fn looking_at_a_case_brings_what_is_missing_and_then_every_word() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
    write(&mut visitor, "Olen tässä").await;
    let row_only = owner.next_of("case").await;
    assert_eq!((&row_only["entries"], &row_only["after"]), (&json!([]), &json!(4)));
    owner.say(json!({ "type": "looking", "case_id": case, "seq": 3 })).await;
    assert_eq!(owner.next_of("case").await["entries"][0]["text"], "Olen tässä");
    write(&mut visitor, "Vieläkin").await;
    let followed = owner.next_of("case").await;
    assert_eq!((&followed["entries"][0]["text"], &followed["after"]), (&json!("Vieläkin"), &json!(4)));
}

#[tokio::test]
async fn read_marks_reach_the_other_side_in_its_own_order() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let mut browser = organisation.agent.browser.clone();
        take(&mut browser, &case).await;
        note(&mut browser, &case, "vain meille").await;
        write(&mut visitor, "Haloo?").await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        let fresh = browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(fresh["row"]["unread"], json!(2));
        let seq = fresh["row"]["seq"].as_i64().unwrap();
        browser.put(&format!("/api/cases/{case}/read"), json!({ "seq": seq })).await.expect(204);
        let mark = agent.next_of("read").await;
        assert_eq!((&mark["desk_read_seq"], &mark["unread"]), (&json!(seq), &json!(0)));
        // Started, "Hei!", Answering, "Haloo?": the note has no place in the customer's order.
        assert_eq!(widget.next_of("read").await, json!({ "type": "read", "desk_read_seq": 4 }));
        assert_eq!(welcome["conversation"]["seq"], json!(4));
        reply(&mut browser, &case, "Täällä").await;
        let body = json!({ "contact_id": contact(&mut visitor).await, "seq": 5 });
        visitor.browser.put(&format!("/api/widget/{}/read", visitor.key), body).await.expect(204);
        let mark = agent.find(|frame| frame["type"] == "read" && frame["customer_read_seq"] != json!(0)).await;
        let fresh = browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(mark["customer_read_seq"], fresh["customer_read_seq"]);
        let answer = fresh["entries"].as_array().unwrap().iter().find(|entry| entry["text"] == "Täällä").unwrap();
        assert_eq!(fresh["customer_read_seq"], answer["seq"]);
    }
}

#[tokio::test]
async fn how_far_a_customer_has_read_while_a_screen_had_no_line_is_told_when_it_is_back_trust_12() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let mut browser = organisation.agent.browser.clone();
        take(&mut browser, &case).await;
        reply(&mut browser, &case, "Täällä").await;
        let (away, welcome) = listening.workspace(&mut organisation.agent).await;
        let before = browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(before["customer_read_seq"], json!(0));
        drop(away);
        let body = json!({ "contact_id": contact(&mut visitor).await, "seq": 4 });
        visitor.browser.put(&format!("/api/widget/{}/read", visitor.key), body).await.expect(204);
        // Nothing was said meanwhile: the row and its entries are what the screen has.
        let has = json!({ "epoch": welcome["epoch"], "cases": [{ "case_id": case, "seq": before["row"]["seq"] }] });
        let (mut back, _) = listening.workspace_with(&mut organisation.agent, has).await;
        let mark = back.next_of("read").await;
        let answer = before["entries"].as_array().unwrap().iter().find(|entry| entry["text"] == "Täällä").unwrap();
        assert_eq!((&mark["case_id"], &mark["customer_read_seq"]), (&json!(case), &answer["seq"]));
    }
}

#[tokio::test]
async fn whoever_looks_after_the_desk_is_told_of_a_chat_that_came_back() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        take(&mut organisation.agent.browser, &case).await;
        assert_eq!(organisation.supervisor.browser.get("/api/happenings").await.expect(200).json(), json!([]), "to take is no news");

        organisation.agent.browser.post(&format!("/api/cases/{case}/give-back"), json!({})).await.expect(200);
        let mut pushed = supervisor.next_of("happened").await;
        assert_eq!((&pushed["case_id"], &pushed["entry"]["kind"]), (&json!(case), &json!("taken_back")));
        pushed.as_object_mut().unwrap().remove("type");
        assert_eq!(organisation.supervisor.browser.get("/api/happenings").await.expect(200).json(), json!([pushed]));
        assert!(elsewhere.everything().await.iter().all(|frame| frame["type"] != "happened"));
        assert_eq!(organisation.agent_elsewhere.browser.get("/api/happenings").await.expect(200).json(), json!([]));
    }
}

#[tokio::test]
async fn unsent_words_follow_me_to_my_other_screen_and_to_nobody_elses() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    let (mut mine, _) = listening.workspace(&mut organisation.agent).await;
    let (mut owners, _) = listening.workspace(&mut organisation.owner).await;
    let path = format!("/api/cases/{case}/draft");
    organisation.agent.browser.put(&path, json!({ "text": "Kokeile ensin", "note": "Soitettu" })).await.expect(204);
    let told = mine.next_of("draft").await["draft"].clone();
    assert_eq!((&told["text"], &told["note"]), (&json!("Kokeile ensin"), &json!("Soitettu")));
    organisation.agent.browser.put(&path, json!({ "text": "", "note": "" })).await.expect(204);
    assert_eq!(mine.next_of("draft").await["draft"], Value::Null);
    assert!(owners.everything().await.iter().all(|frame| frame["type"] != "draft"));
}

#[tokio::test]
async fn nobody_floods_the_other_side_with_typing_and_stopping_whatever_they_open_trust_110() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    take(&mut organisation.agent.browser, &case).await;
    let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
    let (mut widget, _) = listening.widget(&mut visitor).await;
    let (mut other_tab, _) = listening.widget(&mut visitor).await;
    let is_typing = |frame: &&Value| frame["type"] == "typing";
    for turn in 0..50 {
        for screen in [&mut widget, &mut other_tab] {
            screen.say(json!({ "type": "typing", "active": turn % 2 == 0 })).await;
        }
    }
    for screen in [&mut widget, &mut other_tab] {
        screen.everything().await;
    }
    let told = agent.everything().await.iter().filter(is_typing).count();
    assert!((1..=8).contains(&told), "{told} of 100 words came through");

    for turn in 0..50 {
        agent.say(json!({ "type": "typing", "case_id": case, "active": turn % 2 == 0 })).await;
    }
    agent.everything().await;
    let told = widget.everything().await.iter().filter(is_typing).count();
    assert!((1..=8).contains(&told), "{told} of 50 words came through");

    // After a while they are heard again.
    whole.clock.advance(Span::seconds(2));
    widget.say(json!({ "type": "typing", "active": true })).await;
    agent.next_of("typing").await;
}

#[tokio::test]
async fn the_address_that_somebody_leaves_in_an_open_case_is_in_the_row_that_agents_are_told() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        let left = json!({
            "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Soittakaa", "language": "fi",
            "name": "Maija", "email": "maija@esimerkki.fi",
        });
        visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), left).await.expect(200);
        let told = screen.find(|frame| frame["type"] == "case" && frame["row"]["last_words"]["text"] == "Soittakaa").await;
        assert_eq!(told["row"]["case_id"], json!(case));
        assert_eq!((&told["row"]["customer"]["name"], &told["row"]["customer"]["email"]), (&json!("Maija"), &json!("maija@esimerkki.fi")));
    }
}

#[tokio::test]
async fn who_holds_a_chat_of_a_client_they_serve_no_more_hears_that_the_customer_ended_it() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        take(&mut organisation.agent.browser, &case).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        screen.say(json!({ "type": "looking", "case_id": case, "seq": 0 })).await;
        let me = organisation.agent.id.0.to_string();
        let teams = organisation.owner.browser.get("/api/teams").await.expect(200).json();
        let team = teams.as_array().unwrap().iter().find(|team| team["agent_ids"].as_array().unwrap().contains(&json!(me))).unwrap();
        let emptied = json!({ "name": team["name"], "client_ids": [], "agent_ids": team["agent_ids"] });
        let path = format!("/api/teams/{}", team["team_id"].as_str().unwrap());
        organisation.owner.browser.put(&path, emptied).await.expect(200);
        // It is still theirs to end well.
        reply(&mut organisation.agent.browser, &case, "Olen vielä tässä").await;
        let shown = contact(&mut visitor).await;
        visitor.browser.post(&format!("/api/widget/{}/end", visitor.key), json!({ "contact_id": shown })).await.expect(200);
        let ended = screen.find(|frame| frame["type"] == "case" && frame["row"]["contact"]["state"] == "ended").await;
        assert_eq!(ended["row"]["case_id"], json!(case));
    }
}

#[tokio::test]
async fn a_flood_of_one_kind_pushes_nothing_else_out_of_what_happened() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let browser = &mut organisation.agent.browser;
        let case = start(&mut visitor, browser, "Hei!").await;
        take(browser, &case).await;
        browser.post(&format!("/api/cases/{case}/flag"), json!({})).await.expect(200);
        let mut other = whole.visitor(&organisation.clients[0]);
        let flooded = start(&mut other, &mut organisation.agent.browser, "Hei hei!").await;
        for _ in 0..24 {
            take(&mut organisation.agent.browser, &flooded).await;
            organisation.agent.browser.post(&format!("/api/cases/{flooded}/give-back"), json!({})).await.expect(200);
        }
        let listed = organisation.supervisor.browser.get("/api/happenings").await.expect(200).json();
        let of = |kind: &str| listed.as_array().unwrap().iter().filter(|one| one["entry"]["kind"] == kind).count();
        assert_eq!((of("taken_back"), of("flagged")), (24, 1));
    }
}
