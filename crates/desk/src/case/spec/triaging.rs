//! Triage: urgency and handling path before work starts (UH-15).

use super::*;
use crate::triage::{HandlingPath, Triage};

fn triage(impact: i64, urgency: i64, path: HandlingPath) -> Command {
    Command::Triage { by: bengt(), triage: Triage::new(impact, urgency, path).unwrap(), earlier: 0 }
}

#[test]
fn a_chat_that_waits_is_triaged_by_whoever_serves_its_client_and_goes_where_that_puts_it() {
    let story = a_new_chat().after(triage(1, 1, HandlingPath::Colleague));
    assert_eq!(story.case.contact.demand.priority, 1);
    assert_eq!(story.case.contact.triage.map(|found| found.path), Some(HandlingPath::Colleague));
    assert_eq!(story.when(triage(1, 1, HandlingPath::Colleague)), Ok(vec![]), "the same again is nothing new");
}

#[test]
fn another_estimate_replaces_the_first_but_not_its_time() {
    let story = a_new_chat().after(triage(1, 1, HandlingPath::Now));
    let first = story.case.contact.triaged_at;
    assert!(first.is_some());
    let story = story.at(30).after(triage(3, 3, HandlingPath::Later));
    assert_eq!((story.case.contact.demand.priority, story.case.contact.triaged_at), (3, first));
}

#[test]
fn a_contact_is_estimated_twenty_times_at_most() {
    let story = a_new_chat().after(triage(1, 1, HandlingPath::Now));
    let again = |impact, earlier| Command::Triage { by: bengt(), triage: Triage::new(impact, 1, HandlingPath::Now).unwrap(), earlier };
    assert_eq!(story.when(again(2, 19)).map(|events| events.len()), Ok(1));
    assert_eq!(story.when(again(2, 20)), Err(Refusal::TooManyEstimates));
    assert_eq!(story.when(again(1, 20)), Ok(vec![]), "the same again is nothing new");
}

#[test]
fn what_is_over_is_not_triaged_and_the_next_contact_begins_without() {
    let story = a_new_chat().after(triage(1, 1, HandlingPath::Now)).after(Command::Leave { contact: chat() });
    assert_eq!(story.when(triage(2, 2, HandlingPath::Now)), Err(Refusal::ContactEnded));
    let story = story.at(600).after(receive(1, Thanks::No));
    assert_eq!((story.case.contact.triage, story.case.contact.demand.priority), (None, 2));
}
