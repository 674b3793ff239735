//! Whoever sends files slowly, or many at once, does not keep others from sending theirs (trust 107).

use axum::http::Method;
use desk::moment::Span;
use serde_json::json;
use server::{Network, Settings};

use testkit::browser::Reply;
use testkit::people::Visitor;
use testkit::whole_desk::WholeDesk;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use crate::slow::{LARGE, all_but_one_byte_from, answer, listening};

/// Room for two files of visitors.
fn little_room(settings: &mut Settings) {
    settings.limits.upload_mb_of_all = 20;
    settings.trusted_proxies = Network::parse("127.0.0.1").into_iter().collect();
}

/// A file from another address.
async fn send(visitor: &Visitor, size: usize) -> Reply {
    let path = format!("/api/widget/{}/attachments/{}", visitor.key, Uuid::now_v7());
    visitor.browser.clone().send(Method::POST, &path, Some(("application/octet-stream", vec![b'x'; size]))).await
}

fn from(address: &str) -> String {
    format!("x-forwarded-for: {address}\r\n")
}

#[tokio::test]
async fn trust_107_who_has_taken_most_of_the_room_gives_some_to_who_has_none() {
    let desk = WholeDesk::with_settings(little_room).await;
    let address = listening(&desk).await;
    let organisation = desk.organisation("A").await;
    let visitor = desk.visitor(&organisation.clients[0]);
    let mut first = all_but_one_byte_from(&from("203.0.113.1"), address, &visitor, LARGE - 1).await;
    let second = all_but_one_byte_from(&from("203.0.113.1"), address, &visitor, LARGE).await;
    while desk.desk.uploads.bytes_that_came() < 2 * LARGE - 3 {
        tokio::task::yield_now().await;
    }

    send(&visitor, LARGE).await.expect(200);

    first.write_all(b"x").await.unwrap();
    let heard = answer(first).await;
    assert!(heard.starts_with("HTTP/1.1 429") && heard.contains("\"code\":\"too_many\""), "{heard}");
    // Where everybody has one file under way, nobody gives way.
    let third = all_but_one_byte_from(&from("203.0.113.2"), address, &visitor, LARGE).await;
    while desk.desk.uploads.bytes_that_came() < 2 * LARGE - 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(send(&visitor, LARGE).await.expect(429).code(), "too_many");
    drop((second, third));
}

#[tokio::test]
async fn trust_107_when_room_is_scarce_the_slowest_gives_way_and_agents_have_room_of_their_own() {
    let desk = WholeDesk::with_settings(little_room).await;
    let address = listening(&desk).await;
    let organisation = desk.organisation("A").await;
    let visitor = desk.visitor(&organisation.clients[0]);
    let slow = all_but_one_byte_from(&from("203.0.113.1"), address, &visitor, LARGE - 1).await;
    let other = all_but_one_byte_from(&from("203.0.113.2"), address, &visitor, LARGE).await;
    while desk.desk.uploads.bytes_that_came() < 2 * LARGE - 3 {
        tokio::task::yield_now().await;
    }
    assert_eq!(send(&visitor, LARGE).await.expect(429).code(), "too_many");

    // So many bytes in three minutes are enough, and in four they are not.
    desk.clock.advance(Span::seconds(170));
    assert_eq!(send(&visitor, LARGE).await.expect(429).code(), "too_many");
    desk.clock.advance(Span::seconds(70));
    send(&visitor, LARGE).await.expect(200);

    let heard = answer(slow).await;
    assert!(heard.starts_with("HTTP/1.1 408") && heard.contains("\"code\":\"too_slow\""), "{heard}");
    // While there is room, the other one may be as slow as it is.
    assert!(desk.desk.uploads.bytes_that_came() == LARGE - 1);
    drop(other);
}

/// The path of a new file of this visitor.
fn file(visitor: &Visitor) -> (String, Uuid) {
    let id = Uuid::now_v7();
    (format!("/api/widget/{}/attachments/{id}", visitor.key), id)
}

#[tokio::test]
async fn trust_107_files_that_go_with_no_message_do_not_pile_up() {
    let desk = WholeDesk::with_settings(|settings| settings.limits.unsent_mb = 20).await;
    let organisation = desk.organisation("A").await;
    let visitor = desk.visitor(&organisation.clients[0]);
    let mut another = desk.visitor(&organisation.clients[0]);
    another.browser = another.browser.at("198.51.100.8".parse().unwrap());
    let large = || Some(("application/octet-stream", vec![b'x'; LARGE]));
    let (first, id) = file(&visitor);
    for path in [&first, &first, &file(&visitor).0] {
        visitor.browser.clone().send(Method::POST, path, large()).await.expect(200);
    }
    let refused = send(&visitor, 1).await.expect(429);
    assert_eq!((refused.code().as_str(), refused.header("retry-after").as_str()), ("files_unsent", "60"));
    send(&another, LARGE).await.expect(200);

    let left = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Kuva", "language": "fi",
        "attachments": [id] });
    visitor.browser.clone().post(&format!("/api/widget/{}/left-messages", visitor.key), left).await.expect(200);
    send(&visitor, LARGE).await.expect(200);
    send(&visitor, LARGE).await.expect(429);
}

#[tokio::test]
async fn trust_107_a_visitors_file_waits_two_hours_for_its_message_and_an_agents_a_day() {
    for desk in WholeDesk::still_on_each_engine(|settings| settings.limits.unsent_mb = 10).await {
        let organisation = desk.organisation("A").await;
        let mut visitor = desk.visitor(&organisation.clients[0]);
        let left = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Moi", "language": "fi" });
        visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), left).await.expect(200);
        let mut agent = organisation.agent.browser.clone();
        let case = agent.get("/api/cases").await.expect(200).json()["items"][0]["case_id"].as_str().unwrap().to_owned();
        let id = Uuid::now_v7();
        let path = format!("/api/cases/{case}/attachments/{id}");
        agent.clone().send(Method::POST, &path, Some(("application/octet-stream", b"x".to_vec()))).await.expect(200);
        let of_agent = format!("/api/attachments/{id}");
        let (of_visitor, _) = file(&visitor);
        visitor.browser.clone().send(Method::POST, &of_visitor, Some(("application/octet-stream", vec![b'x'; LARGE]))).await.expect(200);

        for (hours, visitors, agents) in [(1, 200, 200), (2, 404, 200), (20, 404, 200), (3, 404, 404)] {
            desk.clock.advance(Span::seconds(hours * 3600 + 60));
            server::files::forget_never_sent(&desk.desk).await.unwrap();
            visitor.browser.get(&of_visitor).await.expect(visitors);
            agent.get(&of_agent).await.expect(agents);
        }
        send(&visitor, LARGE).await.expect(200);
    }
}
