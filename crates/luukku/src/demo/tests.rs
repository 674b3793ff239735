#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::HashMap;

use desk::case::{CaseState, Channel, ContactState, Event};
use desk::may::Served;
use desk::privacy;
use server::{Clock, SystemClock};
use store::case_lists::{self, Cursor, Narrowing};
use store::cases::CaseRecord;
use store::rebuild::{self, Rebuilt};
use store::timeline::{self, Page, TimelineEntry, Words};
use store::{Db, Tx, agents};

use super::content::{self, Outcome};
use super::*;

struct Seen {
    cases: Vec<CaseRecord>,
    entries: Vec<TimelineEntry>,
    content: Content,
    agents: usize,
    known: usize,
    proposals: usize,
    rebuilt: Rebuilt,
}

async fn a_demo_desk() -> Seen {
    let folder = std::env::temp_dir().join(format!("luukku-demo-{}", uuid::Uuid::now_v7()));
    std::fs::create_dir(&folder).unwrap();
    let db = Db::open_sqlite(&folder.join("desk.db")).await.unwrap();
    serve::migrate(&db).await.unwrap();
    let desk = serve::desk(db, server::Settings::new("http://127.0.0.1:7480", &folder));
    let stages = stage::Stages::open(0).await.unwrap();
    let content = content::load(|client| stages.address(client)).unwrap();
    let seeded = seed(&desk, &content, &stages).await.unwrap();
    let organisation = seeded.organisation;
    let read = desk.db.read(async move |tx: &mut Tx| {
        let nobody = uuid::Uuid::nil().into();
        let cases = case_lists::page(tx, organisation, nobody, &Served::Every, Narrowing::Nothing, Cursor::start(), 1_000).await?;
        let mut entries = Vec::new();
        for case in &cases {
            entries.extend(timeline::between(tx, organisation, case.id, 0, i64::MAX, Page::of(1_000)).await?);
        }
        let mut known = 0;
        for case in &cases {
            known += store::known::of_customer(tx, organisation, case.case.customer).await?.len();
        }
        let proposals = store::proposals::of_teams(tx, organisation).await?.len();
        Ok((cases, entries, agents::list(tx, organisation).await?.len(), known, proposals))
    });
    let (cases, entries, agents, known, proposals) = read.await.unwrap();
    let rebuilt = rebuild::all(&desk.db).await.unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    Seen { cases, entries, content, agents, known, proposals, rebuilt }
}

#[tokio::test]
async fn every_conversation_of_the_demo_happens_and_comes_to_its_outcome() {
    let seen = a_demo_desk().await;
    assert_eq!(seen.agents, 10);
    assert_eq!(seen.cases.len(), seen.content.conversations.len());
    let mut told: HashMap<&str, Vec<Outcome>> = HashMap::new();
    for conversation in &seen.content.conversations {
        told.entry(&conversation.subject).or_default().push(conversation.outcome);
    }
    for case in &seen.cases {
        let state = match case.case.state {
            CaseState::New => Outcome::New,
            CaseState::Open => Outcome::Open,
            CaseState::WaitingForCustomer => Outcome::WaitingForCustomer,
            CaseState::WaitingForOthers => Outcome::WaitingForOthers,
            CaseState::Solved => Outcome::Solved,
            CaseState::Closed => Outcome::Closed,
        };
        match &case.case.subject {
            Some(subject) => assert!(told[subject.as_str()].contains(&state), "{subject}: {state:?}"),
            None => assert_eq!(state, Outcome::New),
        }
    }
}

#[tokio::test]
async fn nothing_of_the_demo_lies_ahead_and_nobody_who_is_not_there_holds_anything() {
    let seen = a_demo_desk().await;
    let now = SystemClock::default().now();
    assert!(seen.entries.len() > 500);
    assert!(seen.entries.iter().all(|entry| entry.happened.at <= now));
    assert!(seen.cases.iter().all(|case| case.case.contact.state != ContactState::Taken));
    // A chat never waits for nobody; a message that was left may, and a call that was promised.
    let waiting = seen.cases.iter().filter(|case| case.case.contact.state == ContactState::Waiting);
    assert!(waiting.clone().count() > 0);
    assert!(waiting.clone().all(|case| case.case.contact.channel != Channel::Chat));
    let calls: Vec<_> = waiting.filter(|case| case.case.contact.channel == Channel::CallBack).collect();
    assert!(!calls.is_empty() && calls.iter().all(|case| case.case.promise.is_some_and(|promise| promise.until > now)));
    let numbers: Vec<i64> = seen.cases.iter().map(|case| case.case.number).collect();
    assert_eq!(numbers.iter().max().copied(), i64::try_from(numbers.len()).ok());
}

#[tokio::test]
async fn the_demo_shows_what_its_owner_has_chosen_in_the_settings_and_in_what_happened() {
    let seen = a_demo_desk().await;
    let begun = |event: &Event| {
        let Event::ContactStarted { by_rule, chosen, .. } = event else { return None };
        Some((by_rule.clone(), chosen.is_some()))
    };
    let begun: Vec<_> = seen.entries.iter().filter_map(|entry| begun(&entry.happened.event)).collect();
    for client in &seen.content.choices.clients {
        assert!(client.categories.iter().any(|category| category.offered.is_some()), "{}", client.client);
        assert!(!client.known.is_empty() && !client.invitations.is_empty(), "{}", client.client);
        assert!(
            client.rules.iter().any(|rule| begun.iter().any(|(by, _)| by.as_ref() == Some(&rule.name))),
            "no rule of {} has decided anything",
            client.client
        );
    }
    assert!(begun.iter().filter(|(_, is_chosen)| *is_chosen).count() >= 8, "customers have chosen what their matter is about");
    assert!(seen.known >= 6, "agents have written down what they know");
    assert!(seen.content.organisation.teams.iter().any(|team| team.self_directed) && seen.proposals == 1);
}

#[tokio::test]
async fn trust_132_identity_codes_of_the_demo_are_masked_like_everybody_elses() {
    let seen = a_demo_desk().await;
    let raw = seen.content.conversations.iter().flat_map(|one| &one.turns).filter(|turn| privacy::mask(&turn.text).text != turn.text);
    assert!(raw.count() > 0, "the demo has something to mask");
    let mut masked = 0;
    for entry in &seen.entries {
        let (text, kinds) = match &entry.words {
            Words::Said(message, _) => (&message.text, message.masked.len()),
            Words::Noted(note) => (&note.text, 0),
            Words::None => continue,
        };
        assert_eq!(&privacy::mask(text).text, text);
        masked += kinds;
    }
    assert!(masked > 0);
}

#[tokio::test]
async fn the_rows_of_all_lists_are_what_happened_in_the_demo() {
    let seen = a_demo_desk().await;
    assert_eq!((seen.rebuilt.cases, seen.rebuilt.differed), (u64::try_from(seen.cases.len()).unwrap(), 0));
}
