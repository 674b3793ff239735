//! Whoever sends files slowly, or many at once, does not keep others from sending theirs (trust 107).

use axum::http::Method;
use desk::moment::Span;
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
