//! Whatever a screen misses, it gets in order and once, or is told to load anew (D4; trust 9, 10, 12, 16).

use desk::case::{Author, Command};
use desk::id::{CaseId, MessageId, OrganisationId};
use serde_json::{Value, json};
use server::carry_out::{NewMessage, NewWords, Plan, Planner, carry_out};
use server::ingest::Words;
use store::Tx;
use store::cases::CaseRecord;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{note, reply, seqs, start, take, texts, write};
use crate::screen::{Listening, Screen};

/// A message, faster than over HTTP, through the same one place where a case changes.
struct Many(MessageId, String);

impl Planner for Many {
    async fn plan(self, _: &mut Tx, _: OrganisationId, _: &CaseRecord) -> store::Result<Plan> {
        let Self(id, text) = self;
        let words = Words { text, masked: Vec::new() };
        let message = NewMessage { id, words, files: Vec::new(), by: Author::Automatic };
        Ok(Ok((vec![Command::SayAutomatically { message: id }], NewWords::Message(message))))
    }
}

async fn many(whole: &WholeDesk, organisation: OrganisationId, case: &str, count: usize) {
    many_of(whole, organisation, case, count, "viesti").await;
}

async fn many_of(whole: &WholeDesk, organisation: OrganisationId, case: &str, count: usize, text: &str) {
    let case = CaseId(case.parse().unwrap());
    for _ in 0..count {
        carry_out(&whole.desk, organisation, case, Many(Uuid::now_v7().into(), text.to_owned())).await.unwrap();
    }
}

/// Reads `case` frames until the row's seq is reached and answers the seqs of all entries.
async fn caught_up(screen: &mut Screen, case: &str) -> (Vec<i64>, usize) {
    let (mut all, mut frames) = (Vec::new(), 0);
    loop {
        let frame = screen.find(|frame| frame["type"] == "case" && frame["row"]["case_id"] == case).await;
        frames += 1;
        let here = seqs(&frame["entries"]);
        if let Some(first) = here.first() {
            assert_eq!(frame["after"].as_i64().unwrap() + 1, *first);
        }
        all.extend(here);
        if all.last().copied().or(frame["after"].as_i64()) == frame["row"]["seq"].as_i64() {
            return (all, frames);
        }
    }
}

#[tokio::test]
async fn a_workspace_that_missed_nothing_or_much_has_everything_once_and_in_order_trust_9() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        // Thousands take a while on two cores with a server of its own beside it; a few pages show the same there.
        let longest = if whole.database().sqlite_file().is_some() { 5_000 } else { 450 };
        for missed in [0, 1, 10, longest] {
            let had = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
            let (epoch, seq) = (had["epoch"].clone(), had["row"]["seq"].as_i64().unwrap());
            many(&whole, organisation.id, &case, missed).await;
            let has = json!({ "epoch": epoch, "cases": [{ "case_id": case, "seq": seq }] });
            let (mut screen, _) = listening.workspace_with(&mut organisation.agent, has).await;
            let (entries, frames) = caught_up(&mut screen, &case).await;
            let expected: Vec<i64> = (seq + 1..=seq + i64::try_from(missed).unwrap()).collect();
            assert_eq!(entries, expected);
            assert_eq!(frames, missed.div_ceil(200).max(1), "pages of at most 200");
        }
    }
}

#[tokio::test]
async fn a_widget_that_missed_nothing_or_much_has_everything_once_and_in_order_trust_9() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let longest = if whole.database().sqlite_file().is_some() { 5_000 } else { 1_200 };
        for missed in [0, 1, 10, longest] {
            let path = format!("/api/widget/{}/conversation", visitor.key);
            let had = visitor.browser.get(&path).await.expect(200).json();
            let seq = had["seq"].as_i64().unwrap();
            many(&whole, organisation.id, &case, missed).await;
            let (mut screen, welcome) = listening.widget_with(&mut visitor, json!({ "epoch": had["epoch"], "seq": seq })).await;
            let mut entries = seqs(&welcome["conversation"]["entries"]);
            assert_eq!(welcome["conversation"]["seq"].as_i64(), entries.last().copied().or(Some(seq)));
            let last = seq + i64::try_from(missed).unwrap();
            while entries.last().copied().unwrap_or(seq) < last {
                let frame = screen.next_of("entries").await;
                assert_eq!(frame["after"].as_i64(), entries.last().copied());
                entries.extend(seqs(&frame["entries"]));
            }
            assert_eq!(entries, (seq + 1..=last).collect::<Vec<_>>());
        }
    }
}

#[tokio::test]
async fn a_new_widget_gets_the_newest_500_entries_and_no_hole() {
    let whole = WholeDesk::on_sqlite().await;
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(&whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    many(&whole, organisation.id, &case, 700).await;
    let (_, welcome) = listening.widget(&mut visitor).await;
    let entries = seqs(&welcome["conversation"]["entries"]);
    assert_eq!((entries.len(), entries[0], *entries.last().unwrap()), (500, 203, 702));
}

#[tokio::test]
async fn what_is_not_of_this_history_is_answered_with_resync_and_never_with_entries_trust_10() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut other = whole.organisation("Kauppa").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let mut elsewhere = whole.visitor(&organisation.clients[1]);
        let mut stranger = whole.visitor(&other.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "oma").await;
        let unseen = start(&mut elsewhere, &mut organisation.agent_elsewhere.browser, "toisen asiakkaan").await;
        let foreign = start(&mut stranger, &mut other.agent.browser, "toisen organisaation").await;
        let (_, welcome) = listening.workspace(&mut organisation.agent).await;
        let epoch = welcome["epoch"].as_str().unwrap().to_owned();
        let nowhere = Uuid::now_v7().to_string();
        for (id, seq) in [(&case, 4), (&case, -1), (&case, i64::MAX), (&case, i64::MIN), (&unseen, 0), (&foreign, 0), (&nowhere, 0)] {
            let has = json!({ "epoch": epoch, "cases": [{ "case_id": id, "seq": seq }] });
            let (mut screen, welcome) = listening.workspace_with(&mut organisation.agent, has).await;
            let answer = screen.find(|frame| frame["type"] == "resync" || frame["type"] == "case").await;
            assert_eq!(answer, json!({ "type": "resync", "case_id": id }), "{id} {seq}");
            assert!(!welcome.to_string().contains("toisen"), "{welcome}");
            screen.say(json!({ "type": "looking", "case_id": id, "seq": seq })).await;
            let answer = screen.find(|frame| frame["type"] == "resync" || frame["type"] == "case").await;
            assert_eq!(answer, json!({ "type": "resync", "case_id": id }));
        }
        for has in
            [json!({ "epoch": "another", "cases": [{ "case_id": case, "seq": 1 }] }), json!({ "cases": [{ "case_id": case, "seq": 1 }] })]
        {
            let (mut screen, _) = listening.workspace_with(&mut organisation.agent, has).await;
            assert_eq!(screen.next_of("resync").await["case_id"], Value::Null);
            assert!(screen.everything().await.iter().all(|frame| frame["type"] != "case"));
        }
        // 2^63 is no number of ours at all.
        let ticket = crate::screen::agent_ticket(&mut organisation.agent.browser).await;
        let mut screen = listening.own("/api/socket").await;
        let hello = format!(
            r#"{{"type":"hello","ticket":"{ticket}","epoch":"{epoch}","cases":[{{"case_id":"{case}","seq":9223372036854775808}}]}}"#
        );
        screen.send(tokio_tungstenite::tungstenite::Message::text(hello)).await;
        assert_eq!(screen.end().await, (4400, "bad_frame".into()));
        for has in [
            json!({ "epoch": "another", "seq": 1 }),
            json!({ "seq": 1 }),
            json!({ "epoch": epoch, "seq": -1 }),
            json!({ "epoch": epoch, "seq": i64::MAX }),
        ] {
            let (mut screen, welcome) = listening.widget_with(&mut visitor, has.clone()).await;
            assert_eq!(welcome["conversation"], Value::Null, "{has}");
            screen.next_of("resync").await;
        }
        // And the good one still comes through.
        let (_, welcome) = listening.widget_with(&mut visitor, json!({ "epoch": epoch, "seq": 0 })).await;
        assert_eq!(texts(&welcome["conversation"]["entries"]), ["oma"]);
    }
}

#[tokio::test]
async fn what_was_done_to_a_case_meanwhile_is_seen_after_coming_back_trust_12() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let (away, welcome) = listening.workspace(&mut organisation.agent).await;
        drop(away);
        let mut agent = organisation.agent.browser.clone();
        take(&mut agent, &case).await;
        reply(&mut agent, &case, "Päivää").await;
        crate::acts::act(&mut agent, &case, "solve", json!({})).await.expect(200);
        let has = json!({ "epoch": welcome["epoch"], "cases": [{ "case_id": case, "seq": 3 }] });
        let (mut back, _) = listening.workspace_with(&mut organisation.agent, has).await;
        let frame = back.next_of("case").await;
        let fresh = agent.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(frame["row"], fresh["row"]);
        assert_eq!(frame["row"]["state"], "solved");
        assert_eq!(frame["entries"].as_array().unwrap()[..], fresh["entries"].as_array().unwrap()[3..]);
    }
}

#[tokio::test]
async fn every_screen_of_everybody_shows_the_same_order_trust_16() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        let mut second = organisation.agent.clone();
        (second.browser, second.session) = whole.signed_in(organisation.id, second.id).await;
        let mut screens = vec![
            listening.workspace(&mut organisation.agent).await.0,
            listening.workspace(&mut organisation.agent).await.0,
            listening.workspace(&mut second).await.0,
        ];
        let (mut tab, mut other_tab) = (listening.widget(&mut visitor).await.0, listening.widget(&mut visitor).await.0);
        let mut agent = organisation.agent.browser.clone();
        take(&mut agent, &case).await;
        for screen in &mut screens {
            screen.find(|frame| frame["row"]["contact"]["state"] == "taken").await;
        }
        reply(&mut agent, &case, "Päivää").await;
        write(&mut visitor, "Kiva").await;
        note(&mut agent, &case, "vain meille").await;
        reply(&mut agent, &case, "Selvä").await;
        let mut orders = Vec::new();
        for screen in &mut screens {
            let mut order = Vec::new();
            while order.last() != Some(&8) {
                let frame = screen.next_of("case").await;
                order.extend(seqs(&frame["entries"]));
            }
            orders.push(order);
        }
        assert!(orders.iter().all(|order| order.ends_with(&[6, 7, 8]) || order.ends_with(&[7, 8])), "{orders:?}");
        assert!(orders.windows(2).all(|pair| pair[0] == pair[1]), "{orders:?}");
        for widget in [&mut tab, &mut other_tab] {
            let (mut said, mut order) = (Vec::new(), Vec::new());
            while said.len() < 3 {
                let frame = widget.next_of("entries").await;
                assert!(!frame.to_string().contains("vain meille"));
                said.extend(texts(&frame["entries"]));
                order.extend(seqs(&frame["entries"]));
            }
            assert_eq!(said, ["Päivää", "Kiva", "Selvä"]);
            assert!(order.windows(2).all(|pair| pair[1] == pair[0] + 1), "{order:?}");
        }
    }
}

/// What one frame may take: a page of words, what JSON adds to it, and one more message.
const LARGEST_FRAME: usize = 400 * 1024;

#[tokio::test]
async fn a_history_of_long_messages_comes_in_frames_that_fit_the_memory_and_nothing_of_it_is_missing_trust_11() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        // The longest message, of characters that take three bytes each.
        many_of(&whole, organisation.id, &case, 60, &"€".repeat(desk::text::LONGEST_MESSAGE)).await;
        let whole_case: Vec<i64> = (1..=63).collect();
        let fits = |frame: &Value| frame.to_string().len() < LARGEST_FRAME;

        let (mut agent, welcome) = listening.workspace(&mut organisation.agent).await;
        agent.say(json!({ "type": "looking", "case_id": case, "seq": 0 })).await;
        let (mut seqs_of_agent, mut frames) = (Vec::new(), 0);
        while seqs_of_agent.len() < whole_case.len() {
            let frame = agent.next_of("case").await;
            assert!(fits(&frame) && fits(&welcome));
            seqs_of_agent.extend(seqs(&frame["entries"]));
            frames += 1;
        }
        assert_eq!(seqs_of_agent, whole_case);
        assert!(frames > 3, "{frames}");

        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        let mut seen = seqs(&welcome["conversation"]["entries"]);
        assert!(fits(&welcome) && seen.len() < 20, "{} entries", seen.len());
        while seen.last() < Some(&62) {
            let frame = widget.next_of("entries").await;
            assert!(fits(&frame));
            seen.extend(seqs(&frame["entries"]));
        }
        assert_eq!(seen, (1..=62).collect::<Vec<_>>());

        // Whoever asks by HTTP gets the newest, and may ask for what is older.
        let newest = visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await.expect(200).json();
        assert_eq!(seqs(&newest["entries"]).last(), Some(&62));
        let shown = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        let mut all = seqs(&shown["entries"]);
        let mut has_older = shown["has_older"] == true;
        while has_older {
            let path = format!("/api/cases/{case}/timeline?before={}", all[0]);
            let part = organisation.agent.browser.get(&path).await.expect(200).json();
            assert!(fits(&part));
            all.splice(0..0, seqs(&part["entries"]));
            has_older = part["more"] == true;
        }
        assert_eq!(all, whole_case);
        assert!(fits(&shown) && fits(&newest));
    }
}
