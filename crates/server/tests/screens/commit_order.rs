//! Trust 8: two units on one case at once. Whatever happens around the commit of the first, nobody ever sees the place
//! after it before it, and nobody skips one.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use desk::case::{Author, Command};
use desk::id::{CaseId, OrganisationId};
use server::Desk;
use server::carry_out::{NewMessage, NewWords, change, ending};
use server::ingest::Words;
use server::tell;
use store::{Tx, cases};
use testkit::people::TestOrganisation;
use testkit::whole_desk::WholeDesk;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::acts::{seqs, start, take, texts};
use crate::screen::{DEADLINE, Listening};

/// Where a unit stands still until it is let go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// Everything is written, nothing is committed.
    BeforeTheCommit,
    /// Everything is committed, nobody has been told.
    BeforeTheNews,
}

struct Gate {
    stands: oneshot::Sender<()>,
    go_on: Receiver<()>,
}

impl Gate {
    fn new() -> (Self, oneshot::Receiver<()>, Sender<()>) {
        let ((stands, has_come), (go, go_on)) = (oneshot::channel(), channel());
        (Self { stands, go_on }, has_come, go)
    }

    /// Blocks this thread, as a slow disk or a busy machine does.
    fn wait(self) {
        self.stands.send(()).unwrap();
        self.go_on.recv().unwrap();
    }
}

/// Says "ensin" in the case, as the one place where a case changes does it, and stands still at the gate.
fn first(desk: &Desk, organisation: OrganisationId, case: CaseId, held: Held, gate: Gate) -> JoinHandle<()> {
    let (desk, at) = (desk.clone(), desk.now());
    let (before_commit, before_news) = match held {
        Held::BeforeTheCommit => (Some(gate), None),
        Held::BeforeTheNews => (None, Some(gate)),
    };
    tokio::spawn(async move {
        let work = async move |tx: &mut Tx| {
            let record = cases::load_to_change(tx, organisation, case).await?.unwrap();
            let id = Uuid::now_v7().into();
            let words = Words { text: "ensin".into(), masked: Vec::new() };
            let message = NewMessage { id, words, files: Vec::new(), by: Author::Automatic };
            let commands = vec![Command::SayAutomatically { message: id }];
            let outcome = change(tx, organisation, record, commands, NewWords::Message(message), at).await?;
            if let Some(gate) = before_commit {
                gate.wait();
            }
            Ok(ending(tx, outcome))
        };
        let teller = desk.clone();
        let told = move |answer: &_| {
            if let Some(gate) = before_news {
                gate.wait();
            }
            tell::outcome(&teller, answer);
        };
        desk.unit_then(work, told).await.unwrap().unwrap();
    })
}

/// Reads the case every millisecond until both are there, and checks what it sees each time. The receiver hears when it
/// has looked for the first time.
fn poller(people: &TestOrganisation, case: &str) -> (JoinHandle<usize>, oneshot::Receiver<()>) {
    let (mut browser, path) = (people.owner.browser.clone(), format!("/api/cases/{case}/timeline?after=0"));
    let (looked, has_looked) = oneshot::channel();
    let mut looked = Some(looked);
    let polling = tokio::spawn(async move {
        let (mut beat, mut seen, mut looks) = (tokio::time::interval(Duration::from_millis(1)), 0, 0);
        loop {
            beat.tick().await;
            let entries = browser.get(&path).await.expect(200).json()["entries"].clone();
            let order = seqs(&entries);
            assert_eq!(order, (1..).take(order.len()).collect::<Vec<i64>>(), "a hole");
            assert!(order.len() >= seen, "what was seen is not there any more");
            (seen, looks) = (order.len(), looks + 1);
            if let Some(looked) = looked.take() {
                looked.send(()).unwrap();
            }
            let said = texts(&entries);
            assert!(!said.contains(&"sitten".into()) || said.contains(&"ensin".into()), "{said:?}");
            if said.contains(&"sitten".into()) {
                return looks;
            }
        }
    });
    (polling, has_looked)
}

async fn two_at_once(whole: &WholeDesk, held: Held) {
    let mut organisation = whole.organisation("Yliopisto").await;
    let listening = Listening::to(whole).await;
    let mut visitor = whole.visitor(&organisation.clients[0]);
    let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
    take(&mut organisation.agent.browser, &case).await;
    let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
    let had = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"]["seq"].as_i64().unwrap();

    let (polling, has_looked) = poller(&organisation, &case);
    has_looked.await.unwrap();
    let (gate, has_come, let_go) = Gate::new();
    let first = first(&whole.desk, organisation.id, CaseId(case.parse().unwrap()), held, gate);
    has_come.await.unwrap();
    let (mut agent, path) = (organisation.agent.browser.clone(), format!("/api/cases/{case}/messages"));
    let mut second = tokio::spawn(async move {
        let body = serde_json::json!({ "message_id": Uuid::now_v7(), "text": "sitten" });
        agent.post(&path, body).await.expect(200);
    });
    if held == Held::BeforeTheCommit {
        // It waits for the first, however long that takes.
        let early = tokio::time::timeout(Duration::from_millis(300), &mut second).await;
        assert!(early.is_err(), "the second was acknowledged before the first was stored");
        let_go.send(()).unwrap();
        second.await.unwrap();
    } else {
        // The second is stored and acknowledged, and its news is on its way, before anybody hears of the first.
        second.await.unwrap();
        let_go.send(()).unwrap();
    }
    first.await.unwrap();

    // The places at the agent, as their screen takes them: news waits a tenth of a second for what it follows, and on a
    // machine that is slower than that it says which place it follows, so that the screen asks.
    let mut have = had;
    while have < had + 2 {
        let frame = screen.next_of("case").await;
        let new = seqs(&frame["entries"]);
        assert!(new.first().is_none_or(|first| frame["after"].as_i64().unwrap() + 1 == *first), "a hole that is not told");
        if frame["after"].as_i64().unwrap() > have {
            screen.say(serde_json::json!({ "type": "looking", "case_id": case, "seq": have })).await;
        } else if let Some(last) = new.last() {
            have = have.max(*last);
        }
    }
    let looks = tokio::time::timeout(DEADLINE, polling).await.expect("both are seen").unwrap();
    assert!(looks > 1, "it was looked at meanwhile");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 6)]
async fn trust_8_what_is_not_committed_holds_back_what_comes_after_it() {
    for whole in WholeDesk::on_each_engine().await {
        two_at_once(&whole, Held::BeforeTheCommit).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 6)]
async fn trust_8_news_that_overtook_the_news_before_it_waits_for_it() {
    // SQLite's one writer tells before it commits anything else, so that nothing can overtake there.
    for whole in WholeDesk::on_each_engine().await {
        if whole.database().sqlite_file().is_none() {
            two_at_once(&whole, Held::BeforeTheNews).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 6)]
async fn trust_8_a_crowd_on_one_case_is_seen_in_one_order_without_a_skipped_place() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei!").await;
        take(&mut organisation.agent.browser, &case).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        let had = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json()["row"]["seq"].as_i64().unwrap();
        let all = Arc::new(tokio::sync::Barrier::new(8));
        let mut writers = tokio::task::JoinSet::new();
        for number in 0..8 {
            let (mut agent, path, all) = (organisation.agent.browser.clone(), format!("/api/cases/{case}/messages"), Arc::clone(&all));
            writers.spawn(async move {
                all.wait().await;
                for turn in 0..10 {
                    let body = serde_json::json!({ "message_id": Uuid::now_v7(), "text": format!("{number}.{turn}") });
                    agent.post(&path, body).await.expect(200);
                }
            });
        }
        writers.join_all().await;
        let mut places = Vec::new();
        while places.len() < 80 {
            places.extend(seqs(&screen.next_of("case").await["entries"]));
        }
        assert_eq!(places, (had + 1..=had + 80).collect::<Vec<_>>(), "{:?}", whole.database().engine());
    }
}
