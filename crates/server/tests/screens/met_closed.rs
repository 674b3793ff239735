//! How many visitors met a chat closed: each once, however often they look, and nothing of who they are (CC-11).

use std::net::IpAddr;

use desk::moment::Span;
use serde_json::{Value, json};
use store::{Tx, met_closed};
use testkit::people::{Person, Visitor};
use testkit::whole_desk::WholeDesk;

use crate::screen::{Listening, Screen};
use crate::speakers::settings;

/// A visitor who has never written, at an address, with a browser that calls itself something.
fn stranger(whole: &WholeDesk, like: &Visitor, address: u8, browser: &str) -> Visitor {
    let mut stranger = like.clone();
    stranger.browser = whole.browser().at(IpAddr::from([192, 0, 2, address])).with("user-agent", browser);
    stranger
}

async fn opens_the_panel(visitor: &mut Visitor) {
    visitor.browser.post(&format!("/api/widget/{}/met-closed", visitor.key), Value::Null).await.expect(204);
}

/// What the page about the first client's day tells: on the whole, and for each stretch with its state.
async fn told(owner: &mut Person, client: uuid::Uuid) -> (i64, Vec<(String, i64)>) {
    let day = owner.browser.get(&format!("/api/clients/{client}/availability?date=2026-01-05")).await.expect(200).json();
    let stretches = day["stretches"].as_array().unwrap().iter();
    let each = stretches.map(|one| (one["state"].as_str().unwrap().to_owned(), one["met_closed"].as_i64().unwrap())).collect();
    (day["met_closed"].as_i64().unwrap(), each)
}

/// The only agent of `client` comes or goes, and the chat opens or closes with that.
async fn becomes(agent: &mut Person, screen: &mut Screen, client: uuid::Uuid, presence: &str) {
    agent.browser.put("/api/me/presence", json!({ "presence": presence })).await.expect(200);
    let is_told = |frame: &Value| frame["client_id"] == json!(client) && frame["availability"]["open"] == (presence == "present");
    screen.find(is_told).await;
}

#[tokio::test]
async fn who_opens_a_closed_chat_is_counted_once_for_each_time_that_it_is_closed() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let client = organisation.clients[0].id.0;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut organisation.owner).await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let like = whole.visitor(&organisation.clients[0]);
        let mut maija = stranger(&whole, &like, 1, "Firefox");
        let mut kalle = stranger(&whole, &like, 2, "Firefox");
        let mut next_to_kalle = stranger(&whole, &like, 2, "Chromium");

        becomes(&mut organisation.agent, &mut screen, client, "away").await;
        becomes(&mut organisation.agent, &mut screen, client, "present").await;
        opens_the_panel(&mut maija).await;
        assert_eq!(told(&mut organisation.owner, client).await.0, 0, "it is open: nobody met it closed");

        whole.clock.advance(Span::seconds(5));
        becomes(&mut organisation.agent, &mut screen, client, "away").await;
        let mut led_here = whole.browser().at(IpAddr::from([192, 0, 2, 9])).with("sec-fetch-site", "cross-site");
        led_here.post(&format!("/api/widget/{}/met-closed", like.key), Value::Null).await.expect(204);
        for _ in 0..2 {
            for visitor in [&mut maija, &mut kalle, &mut next_to_kalle] {
                opens_the_panel(visitor).await;
            }
        }
        whole.clock.advance(Span::seconds(5));
        becomes(&mut organisation.agent, &mut screen, client, "present").await;
        whole.clock.advance(Span::seconds(5));
        becomes(&mut organisation.agent, &mut screen, client, "away").await;
        opens_the_panel(&mut maija).await;
        whole.clock.advance(Span::seconds(5));
        for open in [&mut screen, &mut agent] {
            open.everything().await;
        }
        let (all, each) = told(&mut organisation.owner, client).await;
        let closed: Vec<i64> = each.iter().filter(|(state, _)| state == "nobody_present").map(|(_, met)| *met).collect();
        assert_eq!((all, &closed[closed.len() - 2..]), (4, &[3, 1][..]), "{each:?}");
        assert!(each.iter().all(|(state, met)| state != "open" || *met == 0), "{each:?}");
    }
}

#[tokio::test]
async fn who_asks_in_a_language_that_the_client_does_not_serve_meets_an_open_chat_open() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let client = organisation.clients[0].id.0;
        let path = format!("/api/clients/{client}");
        organisation.owner.browser.put(&path, json!({ "languages": ["fi"] })).await.expect(200);
        settings(&mut organisation.owner, organisation.agent.id.0, json!(["fi"])).await;
        let listening = Listening::to(&whole).await;
        let (mut screen, _) = listening.workspace(&mut organisation.owner).await;
        let _agent = listening.workspace(&mut organisation.agent).await;
        let like = whole.visitor(&organisation.clients[0]);
        let mut english = stranger(&whole, &like, 1, "Firefox");
        english.browser = english.browser.with("accept-language", "en");

        becomes(&mut organisation.agent, &mut screen, client, "away").await;
        becomes(&mut organisation.agent, &mut screen, client, "present").await;
        opens_the_panel(&mut english).await;
        assert_eq!(told(&mut organisation.owner, client).await.0, 0, "nothing is closed that ever opens");
        whole.clock.advance(Span::seconds(5));
        becomes(&mut organisation.agent, &mut screen, client, "away").await;
        opens_the_panel(&mut english).await;
        assert_eq!(told(&mut organisation.owner, client).await.0, 1, "who finds it closed to everybody is counted");
    }
}

#[tokio::test]
async fn who_makes_up_names_for_many_browsers_is_not_believed_for_ever() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let client = organisation.clients[0].id.0;
    let listening = Listening::to(&whole).await;
    let (mut screen, _) = listening.workspace(&mut organisation.owner).await;
    let (_agent, _) = listening.workspace(&mut organisation.agent).await;
    becomes(&mut organisation.agent, &mut screen, client, "away").await;
    let like = whole.visitor(&organisation.clients[0]);
    for number in 0..30 {
        opens_the_panel(&mut stranger(&whole, &like, 7, &format!("Browser {number}"))).await;
    }
    opens_the_panel(&mut stranger(&whole, &like, 8, "Firefox")).await;
    assert_eq!(told(&mut organisation.owner, client).await.0, 21);
}

#[tokio::test]
async fn a_chat_that_closes_over_midnight_is_met_on_both_days() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let (id, client) = (organisation.id, organisation.clients[0].id);
        let since = whole.desk.now();
        let (monday, tuesday) = ("2026-01-05".parse().unwrap(), "2026-01-06".parse().unwrap());
        let counted = whole.store(async move |tx: &mut Tx| {
            for day in [monday, monday, tuesday] {
                met_closed::add(tx, id, client, day, since).await?;
            }
            let both = [met_closed::on_day(tx, id, client, monday).await?, met_closed::on_day(tx, id, client, tuesday).await?];
            Ok(both.map(|day| day.iter().map(|one| one.visitors).collect::<Vec<_>>()))
        });
        assert_eq!(counted.await, [vec![2], vec![1]]);
    }
}
