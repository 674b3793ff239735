//! Whether a chat is open, where one stands in its queue, and the figures of today (CC-11, CC-12).

use desk::moment::{Moment, Span};
use serde_json::{Value, json};
use store::{Tx, clients};
use testkit::whole_desk::WholeDesk;

use crate::acts::{contact, reply, start, take};
use crate::screen::Listening;

#[tokio::test]
async fn the_last_agent_who_leaves_closes_the_chat_on_every_screen_cc_11() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut stranger = whole.visitor(&organisation.clients[0]);
        stranger.browser = whole.browser();
        let (mut widget, welcome) = listening.widget(&mut stranger).await;
        assert_eq!(welcome["widget"]["availability"]["open"], true);
        assert_eq!(welcome["conversation"], Value::Null);
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut owner, _) = listening.workspace(&mut organisation.owner).await;
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        let closed = widget.find(|frame| frame["type"] == "availability" && frame["availability"]["open"] == false).await;
        assert_eq!(closed["availability"]["reason"], "nobody_present");
        for screen in [&mut agent, &mut owner] {
            let closed = screen.find(|frame| frame["type"] == "availability" && frame["availability"]["open"] == false).await;
            assert_eq!(closed["client_id"], json!(organisation.clients[0].id.0));
        }
        let shown = stranger.browser.get(&format!("/api/widget/{}", stranger.key)).await.expect(200).json();
        assert_eq!(shown["availability"], closed["availability"]);
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        widget.find(|frame| frame["type"] == "availability" && frame["availability"]["open"] == true).await;
    }
}

#[tokio::test]
async fn a_chat_opens_and_closes_by_its_hours_while_people_look_on_cc_12() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let (id, client) = (organisation.id, organisation.clients[0].id);
    // It is Monday, 08:00 in Helsinki; from nine to four.
    whole
        .store(async move |tx: &mut Tx| {
            let mut kept = clients::load(tx, id, client).await?.unwrap();
            kept.week = vec![vec![clients::OpenSlot { from_minute: 540, to_minute: 960 }]; 7];
            kept.exceptions = vec![
                clients::OpenException { date: "2026-01-06".into(), slots: Vec::new(), name: Some("Loppiainen".into()) },
                clients::OpenException { date: "2026-12-24".into(), slots: Vec::new(), name: Some("Jouluaatto".into()) },
            ];
            clients::change(tx, id, &kept).await
        })
        .await;
    whole.desk.pulse.settings(id);
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    let (mut widget, welcome) = listening.widget(&mut visitor).await;
    let shown = &welcome["widget"];
    assert_eq!((&shown["availability"]["open"], &shown["availability"]["reason"]), (&json!(false), &json!("hours")));
    assert_eq!(shown["availability"]["next_opening_at"], json!(shown["now"].as_i64().unwrap() + 3_600_000));
    assert_eq!(shown["exceptions"].as_array().unwrap().len(), 1, "only what is near is shown");
    assert_eq!(shown["typical_answer_s"], Value::Null);
    for _ in 0..120 {
        whole.clock.advance(Span::seconds(30));
        widget.everything().await;
        screen.everything().await;
    }
    whole.desk.pulse.hurry();
    let now = visitor.browser.get(&format!("/api/widget/{}", visitor.key)).await.expect(200).json();
    assert_eq!(now["availability"]["open"], true, "{now}");
}

#[tokio::test]
async fn everybody_who_waits_knows_their_place_as_it_changes() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut browser = organisation.agent.browser.clone();
        let mut visitors = Vec::new();
        for _ in 0..3 {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let case = start(&mut visitor, &mut browser, "Hei!").await;
            whole.clock.advance(Span::millis(10));
            visitors.push((visitor, case));
        }
        let (mut last, welcome) = listening.widget(&mut visitors[2].0).await;
        assert_eq!(welcome["queue"], json!({ "place": 3, "estimate_s": null, "attended": true }));
        take(&mut browser, &visitors[0].1.clone()).await;
        let moved = last.find(|frame| frame["type"] == "queue" && frame["place"] == 2).await;
        assert_eq!(moved["estimate_s"], Value::Null, "one taken chat says nothing about the next");
        let path = format!("/api/widget/{}/end", visitors[1].0.key);
        let body = json!({ "contact_id": contact(&mut visitors[1].0).await });
        visitors[1].0.browser.post(&path, body).await.expect(200);
        last.find(|frame| frame["type"] == "queue" && frame["place"] == 1).await;
        let (_, welcome) = listening.workspace(&mut organisation.agent).await;
        assert_eq!(welcome["active"].as_array().unwrap().len(), 2);
    }
}

#[tokio::test]
async fn todays_figures_and_the_usual_wait_are_measured_and_told() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut screen, welcome) = listening.workspace(&mut organisation.agent).await;
        let mine = |figures: &Value| figures.as_array().unwrap().iter().map(|one| one["started"].as_i64().unwrap()).collect::<Vec<_>>();
        assert_eq!(mine(&welcome["today"]), [0], "of the one client that she serves");
        let mut browser = organisation.agent.browser.clone();
        for number in 1..=5 {
            let mut visitor = whole.visitor(&organisation.clients[0]);
            let case = start(&mut visitor, &mut browser, "Hei!").await;
            take(&mut browser, &case).await;
            whole.clock.advance(Span::seconds(4));
            reply(&mut browser, &case, "Päivää").await;
            crate::acts::act(&mut browser, &case, "end", json!({})).await.expect(200);
            let told = screen.find(|frame| frame["type"] == "today" && frame["answered"] == number).await;
            assert_eq!((&told["started"], &told["within_target"], &told["median_s"]), (&json!(number), &json!(number), &json!(4)));
            assert_eq!(told["took_ms"], json!(number * 4_000), "their mean is this by how many they are");
            let shown = whole.browser().get(&format!("/api/widget/{}", organisation.clients[0].key)).await.expect(200).json();
            let usual = if number < 5 { Value::Null } else { json!(4) };
            assert_eq!(shown["typical_answer_s"], usual, "said only after five answers");
        }
    }
}

#[tokio::test]
async fn a_chat_that_is_past_its_target_is_told_as_missed_before_anybody_answers() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        start(&mut visitor, &mut organisation.agent.browser.clone(), "Hei!").await;
        let told = screen.find(|frame| frame["type"] == "today" && frame["started"] == 1).await;
        assert_eq!(told["overdue"], 0);
        for step in [30_000, 30_000, 1] {
            whole.clock.advance(Span::millis(step));
            screen.everything().await;
        }
        whole.desk.pulse.hurry();
        let told = screen.find(|frame| frame["type"] == "today" && frame["overdue"] == 1).await;
        assert_eq!((&told["answered"], &told["unanswered"]), (&json!(0), &json!(0)));
    }
}

#[tokio::test]
async fn a_widget_that_was_open_before_the_first_words_hears_the_answer() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let (mut widget, welcome) = listening.widget(&mut visitor).await;
    assert_eq!(welcome["conversation"], Value::Null);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    assert_eq!(widget.next_of("entries").await["entries"][1]["text"], "Hei!");
    take(&mut organisation.agent.browser, &case).await;
    assert_eq!(widget.next_of("entries").await["entries"][0]["kind"], "answering");
}

#[tokio::test]
async fn at_midnight_midsummer_eve_closes_the_chat_and_is_told_by_its_name() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    // Thursday evening, ten seconds before midnight in Helsinki; open around the clock on working days.
    whole.clock.jump_to("2026-06-18T20:59:50Z".parse::<jiff::Timestamp>().map(|at| Moment::from_micros(at.as_microsecond())).unwrap());
    // Half a year later nobody is signed in any more.
    organisation.owner.browser = whole.signed_in(organisation.id, organisation.owner.id).await.0;
    organisation.agent.browser = whole.signed_in(organisation.id, organisation.agent.id).await.0;
    let path = format!("/api/clients/{}", organisation.clients[0].id.0);
    let mut settings = organisation.owner.browser.get(&path).await.expect(200).json()["settings"].clone();
    let whole_day = json!([{ "from_minute": 0, "to_minute": 1440 }]);
    settings["week"] = json!([whole_day, whole_day, whole_day, whole_day, whole_day, [], []]);
    settings["holidays"] = json!({ "country": "finland", "on_holidays": [], "on_eves": [], "on_short_days": null });
    let stored = organisation.owner.browser.put(&path, settings.clone()).await.expect(200).json();
    assert_eq!(stored["settings"], settings);
    let listening = Listening::to(&whole).await;
    let (_screen, _) = listening.workspace(&mut organisation.agent).await;
    organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let (mut widget, welcome) = listening.widget(&mut visitor).await;
    assert_eq!(welcome["widget"]["availability"]["open"], true);
    whole.clock.advance(Span::seconds(10));
    whole.desk.pulse.hurry();
    // A look from before the agent came may be told after the greeting.
    let closed = widget.find(|frame| frame["type"] == "availability" && frame["availability"]["reason"] == "hours").await;
    assert_eq!(closed["availability"]["open"], false);
    let monday = "2026-06-21T21:00:00Z".parse::<jiff::Timestamp>().unwrap();
    assert_eq!(closed["availability"]["next_opening_at"], json!(monday.as_millisecond()));
    assert_eq!(
        welcome["widget"]["exceptions"],
        // Midsummer Day is a Saturday, and closed like every Saturday.
        json!([{ "date": "2026-06-19", "slots": [], "name": null, "holiday": "midsummer_eve" }]),
    );
    let start = json!({ "contact_id": uuid::Uuid::now_v7(), "message_id": uuid::Uuid::now_v7(), "text": "Hei", "language": "fi" });
    visitor.browser.post(&format!("/api/widget/{}/chats", visitor.key), start).await.expect(409);
}

#[tokio::test]
async fn how_long_the_chat_has_been_closed_today_is_told_as_it_closes_and_opens() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        let told = screen.find(|frame| frame["type"] == "today" && frame["closed_since"] != Value::Null).await;
        assert_eq!((&told["closed_ms"], &told["closed_since"]), (&json!(0), &json!(whole.desk.now().millis())));
        whole.clock.advance(Span::seconds(20));
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        let told = screen.find(|frame| frame["type"] == "today" && frame["closed_since"] == Value::Null).await;
        assert_eq!(told["closed_ms"], 20_000);
        let (_, welcome) = listening.workspace(&mut organisation.agent).await;
        assert_eq!(welcome["today"][0], {
            let mut same = told;
            same.as_object_mut().unwrap().remove("type");
            same
        });
    }
}

#[tokio::test]
async fn a_closed_chat_takes_messages_only_where_its_client_wants_them_and_open_widgets_hear_of_it() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        let mut begun = whole.visitor(&organisation.clients[0]);
        start(&mut begun, &mut organisation.agent.browser.clone(), "Hei!").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        assert_eq!(welcome["widget"]["availability"]["when_closed"], "message");
        let leave = |text: &str| {
            let ids = (uuid::Uuid::now_v7(), uuid::Uuid::now_v7());
            json!({ "contact_id": ids.0, "message_id": ids.1, "text": text, "language": "fi" })
        };
        let path = format!("/api/widget/{}/left-messages", visitor.key);
        let client = format!("/api/clients/{}", organisation.clients[0].id.0);
        for mode in ["hours", "hidden"] {
            let mut settings = organisation.owner.browser.get(&client).await.expect(200).json()["settings"].clone();
            settings["when_closed"] = json!(mode);
            settings["closed_by_hand"] = json!(true);
            organisation.owner.browser.put(&client, settings).await.expect(200);
            widget.find(|frame| frame["type"] == "availability" && frame["availability"]["when_closed"] == mode).await;
            assert_eq!(visitor.browser.post(&path, leave("Missä olette?")).await.expect(409).code(), "chat_closed");
        }
        screen.find(|frame| frame["type"] == "availability" && frame["availability"]["when_closed"] == "hidden").await;
        // Whoever has begun goes on, with an address too.
        begun.browser.post(&path, leave("Olen yhä täällä")).await.expect(200);

        let mut settings = organisation.owner.browser.get(&client).await.expect(200).json()["settings"].clone();
        settings.as_object_mut().unwrap().remove("when_closed");
        let kept = organisation.owner.browser.put(&client, settings.clone()).await.expect(200).json();
        assert_eq!(kept["settings"]["when_closed"], "hidden", "what is left out stays as it is");
        settings["when_closed"] = json!("message");
        organisation.owner.browser.put(&client, settings).await.expect(200);
        visitor.browser.post(&path, leave("Missä olette?")).await.expect(200);
    }
}

/// Closes the chat by hand, or opens it again, and waits until screens hear of it.
async fn by_hand(owner: &mut testkit::people::Person, screen: &mut crate::screen::Screen, client: uuid::Uuid, is_closed: bool) {
    let path = format!("/api/clients/{client}");
    let mut settings = owner.browser.get(&path).await.expect(200).json()["settings"].clone();
    settings["closed_by_hand"] = json!(is_closed);
    owner.browser.put(&path, settings).await.expect(200);
    let is_it = |frame: &serde_json::Value| frame["type"] == "availability" && frame["client_id"] == json!(client);
    screen.find(|frame| is_it(frame) && (frame["availability"]["reason"] == "by_hand") == is_closed).await;
}

/// What a day tells: each state, and for how many milliseconds.
fn lengths(day: &serde_json::Value) -> Vec<(&str, i64)> {
    let length = |one: &serde_json::Value| one["until"].as_i64().unwrap() - one["from"].as_i64().unwrap();
    day["stretches"].as_array().unwrap().iter().map(|one| (one["state"].as_str().unwrap(), length(one))).collect()
}

#[tokio::test]
async fn a_day_tells_when_the_chat_was_open_and_why_it_was_not_cc_11() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let client = organisation.clients[0].id.0;
        let mut owner = organisation.owner.clone();
        let mut listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut owner).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let hears = async |screen: &mut crate::screen::Screen, open: bool| {
            screen.find(|frame| frame["client_id"] == json!(client) && frame["availability"]["open"] == open).await;
        };
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        hears(&mut screen, false).await;
        for screen in [&mut screen, &mut agent] {
            whole.clock.advance(Span::seconds(20));
            screen.everything().await;
        }
        organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
        hears(&mut screen, true).await;
        whole.clock.advance(Span::seconds(20));
        by_hand(&mut owner, &mut screen, client, true).await;

        listening.stop();
        listening.stopped().await;
        whole.clock.advance(Span::seconds(600));
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut owner).await;
        by_hand(&mut owner, &mut screen, client, false).await;
        by_hand(&mut owner, &mut screen, client, true).await;
        whole.clock.advance(Span::seconds(5));

        // It is Monday, 08:00 in Helsinki, and open around the clock.
        let path = format!("/api/clients/{client}/availability?date=2026-01-05");
        let day = owner.browser.get(&path).await.expect(200).json();
        assert_eq!(day["until"].as_i64().unwrap() - day["from"].as_i64().unwrap(), 24 * 3_600_000);
        let told = lengths(&day);
        assert_eq!(told, [("nobody_present", 40_000), ("open", 20_000), ("desk_down", 600_000), ("by_hand", 5_000)]);
        assert_eq!((&day["open_ms"], &day["closed_in_hours_ms"]), (&json!(20_000), &json!(645_000)));
        assert_eq!(owner.browser.get(path.split('?').next().unwrap()).await.expect(200).json()["stretches"], day["stretches"]);

        assert_eq!(owner.browser.get(&path.replace("01-05", "01-04")).await.expect(200).json()["stretches"], json!([]));
        assert_eq!(owner.browser.get(&path.replace("01-05", "13-05")).await.expect(422).wrong_fields(), ["date"]);
        let elsewhere = path.replace(&client.to_string(), &organisation.clients[1].id.0.to_string());
        organisation.agent.browser.get(&path).await.expect(200);
        organisation.agent.browser.get(&elsewhere).await.expect(404);
    }
}

#[tokio::test]
async fn a_desk_that_ends_right_after_a_change_was_not_down_before_it() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let client = organisation.clients[0].id.0;
        let mut owner = organisation.owner.clone();
        let mut listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut owner).await;
        let _agent = listening.workspace(&mut organisation.agent).await;
        // The desk says that it runs when it begins; six seconds later the chat opens, and then the desk ends.
        by_hand(&mut owner, &mut screen, client, true).await;
        whole.clock.advance(Span::seconds(6));
        by_hand(&mut owner, &mut screen, client, false).await;
        listening.stop();
        listening.stopped().await;
        whole.clock.advance(Span::seconds(90));
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut owner).await;
        by_hand(&mut owner, &mut screen, client, true).await;
        whole.clock.advance(Span::seconds(5));
        let path = format!("/api/clients/{client}/availability?date=2026-01-05");
        let day = owner.browser.get(&path).await.expect(200).json();
        let told = lengths(&day);
        assert_eq!(told, [("by_hand", 6_000), ("desk_down", 90_000), ("by_hand", 5_000)]);
    }
}
