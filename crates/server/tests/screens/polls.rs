//! The same frames by long poll, where a network blocks sockets.

use std::collections::VecDeque;
use std::time::Duration;

use desk::moment::Span;
use serde_json::{Value, json};
use server::limits::Rate;
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;

use crate::acts::{reply, start, take, texts, write};
use crate::screen::DEADLINE;

fn hello() -> Value {
    json!({ "type": "hello", "ticket": "" })
}

/// A screen that polls.
struct Polling {
    browser: Browser,
    path: String,
    after: i64,
    frames: VecDeque<Value>,
}

impl Polling {
    fn new(browser: &Browser, base: &str, opened: &Value) -> Self {
        let path = format!("{base}/poll/{}", opened["screen"].as_str().unwrap());
        Self { browser: browser.clone(), path, after: opened["last"].as_i64().unwrap(), frames: VecDeque::new() }
    }

    /// The next frame of this type; others are passed over.
    async fn next_of(&mut self, kind: &str) -> Value {
        loop {
            while let Some(frame) = self.frames.pop_front() {
                if frame["type"] == kind {
                    return frame;
                }
            }
            let asked = format!("{}?after={}", self.path, self.after);
            let answer = tokio::time::timeout(DEADLINE, self.browser.get(&asked)).await.expect("something happens").expect(200).json();
            self.after = answer["last"].as_i64().unwrap();
            self.frames.extend(answer["frames"].as_array().unwrap().iter().cloned());
        }
    }

    async fn say(&mut self, frame: Value) {
        self.browser.post(&self.path, frame).await.expect(204);
    }
}

#[tokio::test]
async fn a_polling_workspace_and_a_polling_widget_hear_what_sockets_hear() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let mut agent = organisation.agent.browser.clone();
        let opened = agent.post("/api/poll", hello()).await.expect(200).json();
        assert_eq!(opened["frames"][0]["type"], "welcome");
        let mut screen = Polling::new(&agent, "/api", &opened);
        let base = format!("/api/widget/{}", visitor.key);
        let opened = visitor.browser.post(&format!("{base}/poll"), hello()).await.expect(200).json();
        assert_eq!(texts(&opened["frames"][0]["conversation"]["entries"]), ["Hei!"]);
        let mut widget = Polling::new(&visitor.browser, &base, &opened);
        take(&mut agent, &case).await;
        assert_eq!(screen.next_of("case").await["row"]["contact"]["state"], "taken");
        assert_eq!(widget.next_of("entries").await["entries"][0]["first_name"], "Aino");
        // Typing goes up by POST.
        screen.say(json!({ "type": "typing", "case_id": case, "active": true })).await;
        assert_eq!(widget.next_of("typing").await, json!({ "type": "typing", "first_name": "Aino", "active": true }));
        widget.say(json!({ "type": "typing", "active": true })).await;
        assert_eq!(screen.next_of("typing").await["agent_id"], Value::Null);
        reply(&mut agent, &case, "Päivää").await;
        write(&mut visitor, "Kiitos").await;
        let mut said = Vec::new();
        while said.len() < 2 {
            said.extend(texts(&screen.next_of("case").await["entries"]));
        }
        assert_eq!(said, ["Päivää", "Kiitos"]);
    }
}

#[tokio::test]
async fn frames_that_were_not_received_are_answered_again_and_no_others() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let mut agent = organisation.agent.browser.clone();
    let opened = agent.post("/api/poll", hello()).await.expect(200).json();
    let path = format!("/api/poll/{}", opened["screen"].as_str().unwrap());
    // The answer got lost: the welcome is still there.
    let again = agent.get(&format!("{path}?after=0")).await.expect(200).json();
    assert_eq!(again["frames"][0]["type"], "welcome");
    let last = again["last"].as_i64().unwrap();
    organisation.agent_elsewhere.browser.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
    let asked = format!("{path}?after={last}");
    let next = tokio::time::timeout(DEADLINE, agent.get(&asked)).await.unwrap().expect(200).json();
    assert_ne!(next["frames"], json!([]));
    for after in ["0", "-1", "99999", "9223372036854775807"] {
        let answer = agent.get(&format!("{path}?after={after}")).await.expect(410);
        assert_eq!(answer.code(), "screen_gone", "{after}");
    }
    for after in ["", "?after=x", "?after=9223372036854775808", "?after=1&x=1"] {
        agent.get(&format!("{path}{after}")).await.expect(422);
    }
}

#[tokio::test]
async fn a_poll_without_news_is_answered_within_25_seconds() {
    let whole = WholeDesk::on_sqlite().await;
    let organisation = whole.organisation("Yliopisto").await;
    let mut agent = organisation.agent.browser.clone();
    let opened = agent.post("/api/poll", hello()).await.expect(200).json();
    let path = format!("/api/poll/{}", opened["screen"].as_str().unwrap());
    let mut after = opened["last"].as_i64().unwrap();
    // What the first beats have to tell.
    loop {
        let asked = format!("{path}?after={after}");
        let mut waiting = Box::pin(agent.get(&asked));
        let Ok(answer) = tokio::time::timeout(Duration::from_millis(1500), &mut waiting).await else {
            whole.clock.advance(Span::seconds(25));
            whole.desk.pulse.hurry();
            let answer = tokio::time::timeout(DEADLINE, waiting).await.unwrap().expect(200).json();
            assert_eq!((answer["last"].as_i64(), &answer["frames"]), (Some(after), &json!([])));
            return;
        };
        after = answer.expect(200).json()["last"].as_i64().unwrap();
    }
}

#[tokio::test]
async fn a_screen_that_does_not_poll_for_a_minute_is_forgotten_and_another_persons_is_not_found() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let mut agent = organisation.agent.browser.clone();
    let opened = agent.post("/api/poll", hello()).await.expect(200).json();
    let path = format!("/api/poll/{}?after=0", opened["screen"].as_str().unwrap());
    organisation.supervisor.browser.get(&path).await.expect(410);
    organisation.supervisor.browser.post(path.split('?').next().unwrap(), json!({ "type": "ping" })).await.expect(410);
    agent.get(&path).await.expect(200);
    whole.clock.advance(Span::seconds(61));
    whole.desk.pulse.hurry();
    let began = std::time::Instant::now();
    loop {
        let answer = agent.get(&path).await;
        if answer.status == 410 {
            assert_eq!(answer.code(), "screen_gone");
            break;
        }
        assert!(began.elapsed() < DEADLINE);
        whole.clock.advance(Span::seconds(61));
        whole.desk.pulse.hurry();
        tokio::time::timeout(Duration::from_millis(200), std::future::pending::<()>()).await.unwrap_err();
    }
}

#[tokio::test]
async fn only_a_greeting_opens_a_polling_screen() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let agent = &mut organisation.agent.browser;
    agent.post("/api/poll", json!({ "type": "ping" })).await.expect(422);
    agent.post("/api/poll", json!({ "type": "shout" })).await.expect(422);
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let path = format!("/api/widget/{}/poll", visitor.key);
    visitor.browser.post(&path, json!({ "type": "typing", "active": true })).await.expect(422);
    whole.browser().post("/api/poll", hello()).await.expect(401);
}

#[tokio::test]
async fn trust_110_one_person_has_so_many_polling_screens_and_the_oldest_makes_room_for_the_next() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    let of_visitor = format!("/api/widget/{}/poll", visitor.key);
    for (browser, other, path) in [
        (&mut organisation.agent.browser, &mut organisation.supervisor.browser, "/api/poll"),
        (&mut visitor.browser, &mut whole.visitor(&organisation.clients[0]).browser, &of_visitor),
    ] {
        let others = other.post(path, hello()).await.expect(200).json();
        let mut opened = Vec::new();
        for _ in 0..13 {
            let screen = browser.post(path, hello()).await.expect(200).json();
            opened.push(format!("{path}/{}?after=0", screen["screen"].as_str().unwrap()));
        }
        assert_eq!(browser.get(&opened[0]).await.expect(410).code(), "screen_gone");
        for screen in &opened[1..] {
            browser.get(screen).await.expect(200);
        }
        other.get(&format!("{path}/{}?after=0", others["screen"].as_str().unwrap())).await.expect(200);
    }
}

#[tokio::test]
async fn trust_110_one_person_opens_only_so_many_polling_screens_a_minute() {
    let whole = WholeDesk::with_settings(|settings| settings.limits.agent_poll = Rate::new(2, 60_000)).await;
    let mut organisation = whole.organisation("Yliopisto").await;
    for _ in 0..2 {
        organisation.agent.browser.post("/api/poll", hello()).await.expect(200);
    }
    let refused = organisation.agent.browser.post("/api/poll", hello()).await.expect(429);
    assert_eq!((refused.code().as_str(), refused.header("retry-after").as_str()), ("too_many", "61"));
    organisation.supervisor.browser.post("/api/poll", hello()).await.expect(200);
    whole.clock.advance(Span::seconds(61));
    organisation.agent.browser.post("/api/poll", hello()).await.expect(200);
}
