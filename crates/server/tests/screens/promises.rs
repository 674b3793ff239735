//! A chat that is parked with a promised time: what the customer reads, who is told when nobody comes back (UH-14, UH-29).

use desk::moment::Span;
use serde_json::{Value, json};
use testkit::browser::Browser;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{reply, start, take, write};
use crate::screen::Listening;

async fn park(browser: &mut Browser, case: &str, when: Value) -> Value {
    let mut body = when;
    body["message_id"] = json!(Uuid::now_v7());
    let path = format!("/api/cases/{case}/park");
    let done = browser.post(&path, body.clone()).await.expect(200).json();
    assert_eq!(browser.post(&path, body).await.expect(200).json()["entries"], done["entries"], "a second time is the same");
    done
}

async fn row(browser: &mut Browser, case: &str) -> Value {
    browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"].clone()
}

async fn kinds(browser: &mut Browser, case: &str) -> Vec<String> {
    let view = browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
    view["entries"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

fn is_broken(frame: &Value) -> bool {
    frame["type"] == "happened" && frame["entry"]["kind"] == "promise_broken"
}

#[tokio::test]
async fn the_customer_reads_when_somebody_comes_back_and_keeps_the_chat() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let aino = &mut organisation.agent.browser;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, aino, "Hei!").await;
        take(aino, &case).await;
        reply(aino, &case, "Hetki, selvitän.").await;
        let done = park(aino, &case, json!({ "in_minutes": 30 })).await;
        assert_eq!((&done["row"]["contact"]["state"], &done["row"]["contact"]["luukku"]), (&json!("parked"), &Value::Null));
        assert_eq!(done["row"]["promise"]["is_broken"], false);
        let path = format!("/api/widget/{}/conversation", visitor.key);
        let seen = visitor.browser.get(&path).await.expect(200).json();
        let last = seen["entries"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["by"], "automatic");
        let text = last["text"].as_str().unwrap();
        assert!(text.contains("selvittää asiaasi ja palaa tähän keskusteluun tänään kello "), "{text}");
        assert_eq!((&seen["standing"]["state"], seen["standing"]["answered_by"].is_string()), (&json!("taken"), true));
    }
}

#[tokio::test]
async fn an_answer_in_time_keeps_the_promise_and_the_chat_goes_on() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let aino = &mut organisation.agent.browser;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, aino, "Hei!").await;
        take(aino, &case).await;
        park(aino, &case, json!({ "in_minutes": 30 })).await;
        reply(aino, &case, "Nyt se toimii.").await;
        let now = row(aino, &case).await;
        assert_eq!((&now["contact"]["state"], &now["promise"]), (&json!("taken"), &Value::Null));
        assert!(kinds(aino, &case).await.contains(&"promise_kept".to_owned()));
    }
}

#[tokio::test]
async fn a_promise_that_nobody_kept_is_told_once_to_who_looks_after_the_desk() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        take(&mut organisation.agent.browser, &case).await;
        reply(&mut organisation.agent.browser, &case, "Selvitän.").await;
        park(&mut organisation.agent.browser, &case, json!({ "in_minutes": 1 })).await;
        let (mut supervisor, _) = listening.workspace(&mut organisation.supervisor).await;
        let mut told = Vec::new();
        for _ in 0..5 {
            whole.clock.advance(Span::seconds(30));
            whole.desk.pulse.hurry();
            told.extend(supervisor.everything().await.into_iter().filter(is_broken));
        }
        if told.is_empty() {
            told.push(supervisor.find(is_broken).await);
        }
        assert_eq!(told.len(), 1, "once is enough");
        let happenings = organisation.supervisor.browser.get("/api/happenings").await.expect(200).json();
        let broken: Vec<_> = happenings.as_array().unwrap().iter().filter(|one| one["entry"]["kind"] == "promise_broken").collect();
        assert_eq!(broken.len(), 1, "{happenings}");
        assert_eq!(broken[0]["case_id"], json!(case));
        assert_eq!(row(&mut organisation.agent.browser, &case).await["promise"]["is_broken"], true);
    }
}

#[tokio::test]
async fn words_of_the_customer_bring_a_parked_chat_back_to_the_queue_and_thanks_do_not() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let aino = &mut organisation.agent.browser;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, aino, "Hei!").await;
        take(aino, &case).await;
        reply(aino, &case, "Selvitän.").await;
        park(aino, &case, json!({ "in_minutes": 30 })).await;
        write(&mut visitor, "Kiitos!").await;
        assert_eq!(row(aino, &case).await["contact"]["state"], "parked");
        write(&mut visitor, "Se ei toimi vieläkään, mitä teen?").await;
        let now = row(aino, &case).await;
        assert_eq!((&now["contact"]["state"], now["promise"].is_object()), (&json!("waiting"), true));
    }
}

#[tokio::test]
async fn a_time_is_promised_on_the_clients_clock_and_must_lie_ahead() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let aino = &mut organisation.agent.browser;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, aino, "Hei!").await;
    take(aino, &case).await;
    let path = format!("/api/cases/{case}/park");
    let bodies = [
        json!({ "at": "2020-01-01T12:00" }),
        json!({ "at": "tomorrow" }),
        json!({ "at": "2026-02-30T12:00" }),
        json!({ "in_minutes": 0 }),
        json!({ "in_minutes": 60, "at": "2099-01-01T12:00" }),
        json!({}),
    ];
    for mut body in bodies {
        body["message_id"] = json!(Uuid::now_v7());
        assert_eq!(aino.post(&path, body.clone()).await.expect(422).code(), "promise_time", "{body}");
    }
}

#[tokio::test]
async fn who_parked_a_chat_and_lost_its_client_hears_nothing_of_it_any_more() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        take(&mut organisation.agent.browser, &case).await;
        park(&mut organisation.agent.browser, &case, json!({ "in_minutes": 30 })).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let path = format!("/api/agents/{}/teams", organisation.agent.id.0);
        organisation.owner.browser.put(&path, json!({ "team_ids": [] })).await.expect(200);
        agent.next_of("settings").await;
        agent.everything().await;
        write(&mut visitor, "Salaisuus").await;
        let end = format!("/api/widget/{}/end", visitor.key);
        let contact = crate::acts::contact(&mut visitor).await;
        visitor.browser.post(&end, json!({ "contact_id": contact })).await.expect(200);
        whole.desk.pulse.hurry();
        let heard = agent.everything().await;
        assert!(heard.iter().all(|frame| frame["row"]["case_id"] != json!(case)), "{heard:?}");
        organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(404);
    }
}
