//! How an agent's own day weighs on them: told to them alone (CC-19, UH-29).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::people::{Person, Visitor};
use testkit::whole_desk::WholeDesk;

use crate::acts::{act, reply, start, take, write};
use crate::screen::Listening;

const MINUTE_MS: i64 = 60_000;

fn minutes(minutes: i64) -> Span {
    Span::seconds(minutes * 60)
}

async fn own_load(person: &mut Person) -> Value {
    person.browser.get("/api/overview").await.expect(200).json()["load"].clone()
}

fn now(whole: &WholeDesk) -> i64 {
    whole.desk.now().millis()
}

/// Takes a chat of a new visitor.
async fn take_new(whole: &WholeDesk, organisation: &mut testkit::people::TestOrganisation) -> (Visitor, String) {
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    take(&mut organisation.agent.browser, &case).await;
    (visitor, case)
}

#[tokio::test]
async fn an_agent_is_told_how_long_they_have_been_in_chat_and_when_a_break_is_proposed() {
    for whole in WholeDesk::still_on_each_engine(|_| {}).await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let began = now(&whole);
        let (_kaisa, first) = take_new(&whole, &mut organisation).await;
        whole.clock.advance(minutes(30));
        let (_olli, second) = take_new(&whole, &mut organisation).await;
        act(&mut organisation.agent.browser, &first, "end", json!({})).await.expect(200);
        whole.clock.advance(minutes(30));
        let load = own_load(&mut organisation.agent).await;
        assert_eq!(load["chat_since"], began);
        assert_eq!(load["break_proposed_at"], began + 120 * MINUTE_MS);
        assert_eq!((&load["load"], &load["load_of_late"]), (&json!(100), &json!(100)));
        // Five minutes after the last chat it is over.
        act(&mut organisation.agent.browser, &second, "end", json!({})).await.expect(200);
        whole.clock.advance(minutes(5));
        let load = own_load(&mut organisation.agent).await;
        assert_eq!((&load["chat_since"], &load["break_proposed_at"], &load["load"]), (&Value::Null, &Value::Null, &json!(0)));
    }
}

#[tokio::test]
async fn a_break_of_five_minutes_begins_the_time_in_chat_anew_and_a_shorter_one_does_not() {
    for whole in WholeDesk::still_on_each_engine(|_| {}).await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let _listening = Listening::to(&whole).await;
        let began = now(&whole);
        take_new(&whole, &mut organisation).await;
        for (away, starts_anew) in [(4, false), (5, true)] {
            whole.clock.advance(minutes(20));
            organisation.agent.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
            whole.clock.advance(minutes(away));
            organisation.agent.browser.put("/api/me/presence", json!({ "presence": "present" })).await.expect(200);
            let back = now(&whole);
            whole.clock.advance(minutes(1));
            let load = own_load(&mut organisation.agent).await;
            let (since, ended) = if starts_anew { (back, json!(back)) } else { (began, Value::Null) };
            assert_eq!((&load["chat_since"], &load["break_ended_at"]), (&json!(since), &ended), "{away} minutes away");
        }
    }
}

#[tokio::test]
async fn own_answers_are_compared_with_those_of_earlier_today() {
    for whole in WholeDesk::still_on_each_engine(|_| {}).await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (mut visitor, case) = take_new(&whole, &mut organisation).await;
        for (answers_in_s, pause) in [(20, 70), (45, 1)] {
            for _ in 0..5 {
                whole.clock.advance(Span::seconds(answers_in_s));
                reply(&mut organisation.agent.browser, &case, "Selvä.").await;
                whole.clock.advance(Span::seconds(30));
                write(&mut visitor, "Entä tämä?").await;
            }
            whole.clock.advance(Span::seconds(answers_in_s));
            reply(&mut organisation.agent.browser, &case, "Selvä.").await;
            whole.clock.advance(minutes(pause));
            write(&mut visitor, "Vielä yksi asia?").await;
        }
        let load = own_load(&mut organisation.agent).await;
        assert_eq!(load["answers"], json!({ "of_late_s": 45, "earlier_s": 20 }));
    }
}

#[tokio::test]
async fn nobody_else_is_told_how_an_agents_day_weighs_on_them() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let (mut own, welcome) = listening.workspace(&mut organisation.agent).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let (mut wall, on_wall) = listening.workspace_with(&mut organisation.agent, json!({ "is_wallboard": true })).await;
        assert!(welcome["load"].is_object());
        assert_eq!(on_wall["load"], Value::Null, "everybody reads a wall");
        take_new(&whole, &mut organisation).await;
        whole.clock.advance(Span::seconds(30));
        for screen in [&mut own, &mut supervisor, &mut wall] {
            screen.everything().await;
        }
        whole.clock.advance(Span::seconds(30));
        whole.desk.pulse.hurry();
        let told = own.find(|frame| frame["type"] == "load" && frame["chat_since"].is_number()).await;
        let private = told["chat_since"].clone();
        // What the supervisor is told is of their own day, in which nothing has happened.
        for (screen, theirs) in [(&mut supervisor, true), (&mut wall, false)] {
            let heard = screen.everything().await;
            assert!(heard.iter().all(|frame| frame["chat_since"].is_null()), "{heard:?}");
            assert!(theirs || heard.iter().all(|frame| frame["type"] != "load"), "{heard:?}");
        }
        // No answer of the API holds it, whoever asks: not the pages of who looks after the desk, nor a key of their own.
        let (key, _) = whole.api_token(organisation.id, organisation.agent.id, &[desk::may::Scope::ReadCases]).await;
        let paths = ["/api/overview", "/api/agents", "/api/audit", "/api/happenings", "/api/teams"];
        for mut browser in [organisation.supervisor.browser.clone(), organisation.owner.browser.clone(), key] {
            for path in paths {
                let answer = browser.get(path).await;
                let text = String::from_utf8_lossy(&answer.body).into_owned();
                assert!(!text.contains(&format!("\"chat_since\":{private}")), "{path}: {text}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_known_of_a_day_is_forgotten_after_a_day_and_goes_into_no_backup() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let (_visitor, case) = take_new(&whole, &mut organisation).await;
        whole.clock.advance(minutes(10));
        act(&mut organisation.agent.browser, &case, "end", json!({})).await.expect(200);
        let (id, agent, at) = (organisation.id, organisation.agent.id, whole.desk.now());
        let known = async |at| whole.store(async move |tx: &mut store::Tx| store::stretches::of_agent(tx, id, agent, at).await).await;
        assert!(!known(at).await.is_empty());
        whole.clock.advance(minutes(13 * 60));
        whole.desk.pulse.hurry();
        let asked_as_of_then = async || known(at).await.iter().filter(|one| one.until.is_some()).count();
        let began = std::time::Instant::now();
        while asked_as_of_then().await > 0 {
            assert!(began.elapsed() < crate::screen::DEADLINE, "it is forgotten");
            tokio::task::yield_now().await;
        }
        assert!(!store::backup::table_names().any(|name| name == "stretches"));
    }
}

/// The first client spares whoever has been in chat for half an hour.
async fn spare(organisation: &mut testkit::people::TestOrganisation, least: i64) {
    let path = format!("/api/clients/{}", organisation.clients[0].id.0);
    let mut settings = organisation.owner.browser.get(&path).await.expect(200).json()["settings"].clone();
    assert_eq!(settings["ease"], Value::Null, "it is off until somebody wants it");
    settings["ease"] = json!({ "after_min": 29, "least_slots": 0 });
    let refused = organisation.owner.browser.put(&path, settings.clone()).await.expect(422);
    assert_eq!(refused.wrong_fields(), ["ease.after_min", "ease.least_slots"]);
    settings["ease"] = json!({ "after_min": 30, "least_slots": least });
    organisation.owner.browser.put(&path, settings).await.expect(200);
    let log = organisation.owner.browser.get("/api/audit").await.expect(200).json();
    let noted = log["items"][0]["changes"].to_string();
    assert!(noted.contains("\"ease\"") && noted.contains("\"after_min\":30"), "{noted}");
}

async fn set_presence(person: &mut Person, presence: &str) {
    person.browser.put("/api/me/presence", json!({ "presence": presence })).await.expect(200);
}

#[tokio::test]
async fn after_a_long_time_in_chat_an_agent_takes_one_fewer_until_they_have_had_a_break() {
    for whole in WholeDesk::still_on_each_engine(|_| {}).await {
        let mut organisation = whole.organisation("Yliopisto").await;
        spare(&mut organisation, 2).await;
        let mut held = Vec::new();
        // Three of four.
        for _ in 0..3 {
            held.push(take_new(&whole, &mut organisation).await);
        }
        whole.clock.advance(minutes(30));
        set_presence(&mut organisation.agent, "present").await;
        assert_eq!(own_load(&mut organisation.agent).await["slots_eased"], 1);
        let mut next = whole.visitor(&organisation.clients[0]);
        let case = start(&mut next, &mut organisation.agent.browser, "Hei!").await;
        // By hand, and from a colleague who does not know of it.
        assert_eq!(act(&mut organisation.agent.browser, &case, "take", json!({})).await.expect(409).code(), "slots_full");
        take(&mut organisation.supervisor.browser, &case).await;
        let agent = organisation.agent.id.0;
        let to_them = || json!({ "note_id": uuid::Uuid::now_v7(), "note": "Sinulle", "to_agent": agent });
        assert_eq!(act(&mut organisation.supervisor.browser, &case, "transfer", to_them()).await.expect(409).code(), "target_gone");
        // The supervisor still reads what was set for the agent, and nothing of their day.
        let seen = organisation.supervisor.browser.get("/api/overview").await.expect(200).json();
        assert_eq!(seen["load"]["slots_eased"], 0);
        assert!(!seen["agents"].to_string().contains("eased"));
        set_presence(&mut organisation.agent, "away").await;
        whole.clock.advance(minutes(5));
        set_presence(&mut organisation.agent, "present").await;
        assert_eq!(own_load(&mut organisation.agent).await["slots_eased"], 0);
        act(&mut organisation.supervisor.browser, &case, "transfer", to_them()).await.expect(200);
    }
}
