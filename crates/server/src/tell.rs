//! Tells the open screens what happened. Frames are made once, away from the thread that commits, and handed to [`live`].

use bytes::Bytes;
use desk::case::ContactState;
use live::{CaseNews, Frame};
use serde::Serialize;
use std::sync::Arc;
use tokio::sync::mpsc;
use wire::frames::{AgentFrame, CustomerFrame};

use crate::carry_out::Outcome;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::translate;

/// The way from the commit to the task that makes frames. Unbounded, because what is in it is stored already and a
/// commit must not wait for a screen; the screens' own backlog is bounded.
pub type Teller = mpsc::UnboundedSender<Arc<Outcome>>;

/// Passes on what a unit made happen. Called in commit order; only sends.
pub fn outcome(desk: &Desk, answer: &Answer<Arc<Outcome>>) {
    if let Ok(outcome) = answer
        && outcome.is_new
    {
        // The receiver lives as long as the desk; at its very end there is nobody left to tell.
        let _ = desk.teller.send(Arc::clone(outcome));
    }
}

/// Makes frames of outcomes as long as the desk lives.
pub async fn run(desk: Desk, mut outcomes: mpsc::UnboundedReceiver<Arc<Outcome>>) {
    while let Some(outcome) = outcomes.recv().await {
        desk.live.tell_case(&news(&outcome));
        let changes_the_queue = outcome.entries.iter().any(|entry| entry.words == store::timeline::Words::None);
        if changes_the_queue || outcome.record.case.contact.state == ContactState::Ended {
            desk.pulse.touch(outcome.organisation, outcome.record.case.client);
        }
    }
}

fn news(outcome: &Outcome) -> CaseNews {
    let record = &outcome.record;
    let row = translate::row(record);
    let after = outcome.entries.first().map_or(record.seq, |entry| entry.happened.seq - 1);
    let entries: Vec<_> = outcome.entries.iter().map(translate::entry).collect();
    CaseNews {
        organisation: outcome.organisation,
        case: record.id,
        client: record.case.client,
        customer: record.case.customer,
        held_by: record.case.contact.held_by.filter(|_| record.case.contact.state == ContactState::Taken),
        row: frame(&AgentFrame::Case { row: Box::new(row.clone()), after: record.seq, entries: Vec::new() }),
        full: frame(&AgentFrame::Case { row: Box::new(row), after, entries }),
        public: public(outcome),
    }
}

fn public(outcome: &Outcome) -> Option<Frame> {
    let entries = customer_entries(outcome);
    let after = entries.first()?.seq - 1;
    Some(frame(&CustomerFrame::Entries { after, entries, standing: translate::standing(&outcome.record) }))
}

/// What the customer sees of an outcome.
pub fn customer_entries(outcome: &Outcome) -> Vec<wire::customer::CustomerEntry> {
    let number = outcome.record.case.number;
    outcome.entries.iter().filter_map(|entry| translate::customer_entry(entry, number, &outcome.first_names)).collect()
}

/// A frame as bytes. Shapes of `wire` always serialise; an empty frame is ignored by every screen.
pub fn frame<T: Serialize>(shape: &T) -> Frame {
    serde_json::to_vec(shape).map(Bytes::from).unwrap_or_default()
}
