//! D3 and D5: one order for everybody, without holes, and one's own words at once.

use serde_json::Value;
use tokio::task::JoinSet;

use crate::scene::{Scene, entries, texts};

const EACH: usize = 300;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn trust_7_three_senders_and_a_thousand_words_make_one_order_for_everybody() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Alku").await;
        let mut senders = JoinSet::new();
        // The visitor in two tabs, and the agent, who notes something now and then.
        for tab in ["a", "b"] {
            let guest = guest.clone();
            senders.spawn(async move {
                for number in 0..EACH {
                    guest.say(&format!("{tab}{number}")).await.expect(200);
                }
            });
        }
        let (aino, of) = (scene.aino(), case.clone());
        senders.spawn(async move {
            for number in 0..EACH {
                aino.reply(&of, &format!("c{number}")).await.expect(200);
                if number % 10 == 0 {
                    aino.note(&of, "Sisäistä").await.expect(200);
                }
            }
        });
        senders.join_all().await;

        let timeline = scene.timeline(&case).await;
        assert_gap_free(&timeline, 1);
        let said: Vec<&Value> = timeline.iter().filter(|entry| entry["kind"] == "message").collect();
        assert_eq!(said.len(), 3 * EACH + 1);
        let all = texts(&timeline);
        for sender in ["a", "b", "c"] {
            let own = all.iter().filter(|text| text.starts_with(sender) && text[1..].parse::<usize>().is_ok());
            let own: Vec<usize> = own.map(|text| text[1..].parse().unwrap()).collect();
            assert_eq!(own, (0..EACH).collect::<Vec<_>>(), "each sender's words stay in their order");
        }

        let conversation = guest.conversation().await.expect(200).json();
        let seen = entries(&conversation);
        assert_eq!(seen.len(), 500, "the newest");
        assert_gap_free(seen, seen[0]["seq"].as_i64().unwrap());
        let last = seen.last().unwrap()["seq"].as_i64().unwrap();
        // Started, taken and every message; notes leave no hole.
        assert_eq!(last, 2 + 3 * i64::try_from(EACH).unwrap() + 1);
        let ids = |entries: &[&Value]| entries.iter().map(|entry| entry["message_id"].clone()).collect::<Vec<_>>();
        let seen_said: Vec<&Value> = seen.iter().filter(|entry| entry["kind"] == "message").collect();
        assert_eq!(ids(&said[said.len() - seen_said.len()..]), ids(&seen_said));
    }
}

fn assert_gap_free(entries: &[Value], first: i64) {
    let seqs: Vec<i64> = entries.iter().map(|entry| entry["seq"].as_i64().unwrap()).collect();
    let expected: Vec<i64> = (first..).take(entries.len()).collect();
    assert_eq!(seqs, expected);
}

#[tokio::test]
async fn d5_a_sender_reads_its_own_words_at_once() {
    for scene in Scene::on_each_engine().await {
        let (guest, case) = scene.taken_chat("Alku").await;
        for number in 0..20 {
            let text = format!("Sana {number}");
            guest.say(&text).await.expect(200);
            let seen = guest.conversation().await.expect(200).json();
            assert_eq!(texts(entries(&seen)).last(), Some(&text.as_str()));
            scene.aino().reply(&case, "Juu").await.expect(200);
            let view = scene.aino().get(&format!("/api/cases/{case}")).await.expect(200).json();
            assert_eq!(texts(entries(&view)).last(), Some(&"Juu"));
        }
    }
}

#[tokio::test]
async fn a_long_history_is_read_in_parts_from_both_ends_without_a_hole() {
    let scene = Scene::on_sqlite().await;
    let (guest, case) = scene.taken_chat("Alku").await;
    for number in 0..450 {
        guest.say(&number.to_string()).await.expect(200);
    }
    let forwards = scene.timeline(&case).await;
    assert_gap_free(&forwards, 1);

    let view = scene.aino().get(&format!("/api/cases/{case}")).await.expect(200).json();
    assert_eq!(view["has_older"], true);
    let mut backwards = entries(&view).to_vec();
    while backwards[0]["seq"] != 1 {
        let path = format!("/api/cases/{case}/timeline?before={}", backwards[0]["seq"]);
        let part = scene.aino().get(&path).await.expect(200).json();
        backwards.splice(0..0, entries(&part).iter().cloned());
    }
    assert_eq!(backwards, forwards);
}

#[tokio::test]
async fn trust_10_places_that_cannot_be_are_an_empty_part_and_never_an_error() {
    let scene = Scene::on_sqlite().await;
    let (_, case) = scene.chat("Alku").await;
    for (place, count) in [("after=9223372036854775807", 0), ("after=-5", 3), ("before=-9223372036854775808", 0), ("before=0", 0)] {
        let part = scene.aino().get(&format!("/api/cases/{case}/timeline?{place}")).await.expect(200).json();
        assert_eq!(entries(&part).len(), count, "{place}");
    }
    for wrong in ["after=9223372036854775808", "after=x", "after=1&secret=1"] {
        scene.aino().get(&format!("/api/cases/{case}/timeline?{wrong}")).await.expect(422);
    }
}
