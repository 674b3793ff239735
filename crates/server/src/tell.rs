//! Tells the open screens what happened. Frames are made once, away from the thread that commits, and handed to [`live`].

use bytes::Bytes;
use desk::case::{CaseState, ContactState, Event};
use desk::id::{CaseId, OrganisationId};
use live::{CaseNews, Frame, Latest, Order};
use serde::Serialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::timeline::TimelineEntry;
use tokio::sync::mpsc;
use tokio::time::timeout;
use wire::frames::{AgentFrame, CustomerFrame};

use crate::carry_out::Outcome;
use crate::happenings::happening;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::{mentions, translate, visits};

/// The way from the commit to the task that makes frames. Unbounded, because what is in it is stored already and a
/// commit must not wait for a screen; the screens' own backlog is bounded.
pub type Teller = mpsc::UnboundedSender<Arc<Outcome>>;

/// When nothing waits to be told.
const FOREVER: Duration = Duration::from_hours(1);

/// Passes on what a unit made happen. Called in commit order; only sends.
pub fn outcome(desk: &Desk, answer: &Answer<Arc<Outcome>>) {
    if let Ok(outcome) = answer
        && outcome.is_new
    {
        let with_words = outcome.entries.iter().filter(|entry| entry.words != store::timeline::Words::None);
        desk.figures.messages_stored.add(with_words.count());
        // The receiver lives as long as the desk; at its very end there is nobody left to tell.
        let _ = desk.teller.send(Arc::clone(outcome));
    }
}

/// Makes frames of outcomes as long as the desk lives.
pub async fn run(desk: Desk, mut outcomes: mpsc::UnboundedReceiver<Arc<Outcome>>) {
    let (mut order, mut rows) = (Order::default(), Latest::default());
    let began = Instant::now();
    loop {
        let waits_until = order.waits_until().into_iter().chain(rows.waits_until()).min();
        let patience = waits_until.map_or(FOREVER, |until| until.saturating_sub(began.elapsed()));
        let ready = match timeout(patience, outcomes.recv()).await {
            Ok(Some(outcome)) => {
                let (after, last) = places(&outcome);
                order.arrived(key(&outcome), after, last, outcome, began.elapsed())
            }
            Ok(None) => return,
            Err(_) => order.overdue(began.elapsed()),
        };
        for outcome in ready {
            let news = news(&outcome);
            tell(&desk, &outcome, &news);
            if let Some((outcome, news)) = rows.arrived(key(&outcome), outcome.record.seq, (outcome, news), began.elapsed()) {
                desk.live.tell_row(&news, &row(&outcome));
            }
        }
        for (outcome, news) in rows.due(began.elapsed()) {
            desk.live.tell_row(&news, &row(&outcome));
        }
    }
}

fn key(outcome: &Outcome) -> (OrganisationId, CaseId) {
    (outcome.organisation, outcome.record.id)
}

fn tell(desk: &Desk, outcome: &Outcome, news: &CaseNews) {
    desk.live.tell_case(news);
    mentions::tell(desk, outcome);
    for happening in outcome.entries.iter().filter_map(|entry| happening(&outcome.record, entry)) {
        let told = frame(&AgentFrame::Happened(Box::new(happening)));
        desk.live.tell_desk(outcome.organisation, Some(outcome.record.case.client), &told);
    }
    if let Some(desk_read_seq) = outcome.entries.iter().rev().find_map(answered_at) {
        // Who answers has read.
        desk.live.tell_customer(outcome.record.case.customer, &frame(&CustomerFrame::Read { desk_read_seq }));
    }
    visits::heard_of(desk, outcome);
    let contact = &outcome.record.case.contact;
    let is_first_answer = outcome.entries.iter().any(|entry| Some(entry.happened.at) == contact.answered_at);
    let changes_the_queue = outcome.entries.iter().any(|entry| entry.words == store::timeline::Words::None);
    if changes_the_queue || is_first_answer || contact.state == ContactState::Ended {
        desk.pulse.touch(outcome.organisation, outcome.record.case.client);
    }
}

/// How the case stands, for screens that list it.
fn row(outcome: &Outcome) -> Frame {
    let record = &outcome.record;
    frame(&AgentFrame::Case { row: Box::new(translate::row(record)), after: record.seq, entries: Vec::new() })
}

/// The place in the customer's order of an agent's answer.
fn answered_at(entry: &TimelineEntry) -> Option<i64> {
    entry.happened.public_seq.filter(|_| matches!(entry.happened.event, Event::Replied { .. }))
}

/// The seq before the first entry of an outcome, and that of its last.
fn places(outcome: &Outcome) -> (i64, i64) {
    let after = outcome.entries.first().map_or(outcome.record.seq, |entry| entry.happened.seq - 1);
    (after, outcome.record.seq)
}

fn news(outcome: &Outcome) -> CaseNews {
    let record = &outcome.record;
    let row = translate::row(record);
    let (after, _) = places(outcome);
    let entries: Vec<_> = outcome.entries.iter().map(translate::entry).collect();
    CaseNews {
        organisation: outcome.organisation,
        case: record.id,
        client: record.case.client,
        customer: record.case.customer,
        held_by: record.case.contact.holder(),
        let_go_by: outcome.held_before.filter(|agent| !record.case.contact.is_held_by(*agent)),
        full: frame(&AgentFrame::Case { row: Box::new(row), after, entries }),
        public: public(outcome),
    }
}

fn public(outcome: &Outcome) -> Option<Frame> {
    let entries = customer_entries(outcome);
    // A case that is opened again or closed stands otherwise for its customer, though nothing is said of it.
    let is_otherwise = |event: &Event| {
        matches!(event, Event::StateChanged { from: CaseState::Solved, .. } | Event::StateChanged { to: CaseState::Closed, .. })
    };
    if entries.is_empty() && !outcome.entries.iter().any(|entry| is_otherwise(&entry.happened.event)) {
        return None;
    }
    let after = entries.first().map_or(outcome.record.public_seq, |first| first.seq - 1);
    Some(frame(&CustomerFrame::Entries { after, entries, standing: translate::standing(&outcome.record) }))
}

/// What the customer sees of an outcome.
pub fn customer_entries(outcome: &Outcome) -> Vec<wire::customer::CustomerEntry> {
    let (number, newest) = (outcome.record.case.number, &outcome.record.case.contact);
    // What happens does so in the newest contact.
    let seen = |entry| translate::customer_entry(entry, number, &outcome.first_names, |_| newest.channel);
    outcome.entries.iter().filter_map(seen).collect()
}

/// A frame as bytes. Shapes of `wire` always serialise; an empty frame is ignored by every screen.
pub fn frame<T: Serialize>(shape: &T) -> Frame {
    serde_json::to_vec(shape).map(Bytes::from).unwrap_or_default()
}
