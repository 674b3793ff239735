//! What a customer is shown of their own conversation.

use std::collections::HashMap;

use desk::case::{CaseState, Channel, ContactState, Event, TransferTarget};
use desk::id::{AgentId, ContactId};
use desk::moment::Moment;
use store::cases::CaseRecord;
use store::timeline::{TimelineEntry, Words};
use wire::customer::{CustomerAuthor, CustomerEntry, CustomerEntryKind, CustomerMessage, Standing};

use super::attachment;

/// What happened, as the customer sees it; none for what is inside the desk. `channel_of` says through what a contact came.
pub fn customer_entry(
    entry: &TimelineEntry,
    case_number: i64,
    first_names: &HashMap<AgentId, String>,
    channel_of: impl Fn(ContactId) -> Channel,
) -> Option<CustomerEntry> {
    let seq = entry.happened.public_seq?;
    let first_name = |agent: &AgentId| first_names.get(agent).cloned().unwrap_or_default();
    let what = match &entry.happened.event {
        Event::ContactStarted { .. } => CustomerEntryKind::Started { case_number },
        Event::Received { message, .. } => customer_message(entry, message.0, CustomerAuthor::Me, None),
        Event::Replied { message, by, .. } => customer_message(entry, message.0, CustomerAuthor::Agent, Some(first_name(by))),
        Event::SaidAutomatically { message, .. } => customer_message(entry, message.0, CustomerAuthor::Automatic, None),
        Event::Taken { contact, by, .. } | Event::ContactResumed { contact, by, .. } => {
            CustomerEntryKind::Answering { first_name: first_name(by), channel: channel_of(*contact).into() }
        }
        Event::TakenBack { .. } => CustomerEntryKind::WaitingAgain,
        // Who waits for a call hears who calls; no conversation of theirs has moved.
        Event::Transferred { contact, to: TransferTarget::Agent(agent, _), .. } => match channel_of(*contact) {
            channel @ Channel::CallBack => CustomerEntryKind::Answering { first_name: first_name(agent), channel: channel.into() },
            Channel::Chat | Channel::Message => CustomerEntryKind::HandedOver { first_name: Some(first_name(agent)) },
        },
        Event::Transferred { to: TransferTarget::Team(_), .. } => CustomerEntryKind::HandedOver { first_name: None },
        Event::ContactEnded { by, .. } => CustomerEntryKind::Ended { by_me: *by == desk::case::EndedBy::Customer },
        Event::StateChanged { .. } => CustomerEntryKind::Solved,
        Event::Referred { .. } => CustomerEntryKind::Referred,
        Event::CaseOpened { .. }
        | Event::Noted { .. }
        | Event::Offered { .. }
        | Event::OfferEnded { .. }
        | Event::FreedFromTeam { .. }
        | Event::Overflowed { .. }
        | Event::AnswerTargetMissed { .. }
        | Event::OwnerChanged { .. }
        | Event::SubjectChanged { .. }
        | Event::Flagged { .. }
        | Event::Blocked { .. }
        | Event::Labelled { .. }
        | Event::Triaged { .. }
        | Event::RaisedToLead { .. }
        | Event::Parked { .. }
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. }
        | Event::CallOrdered { .. }
        | Event::Called { .. }
        | Event::NotReached { .. } => return None,
    };
    Some(CustomerEntry { seq, at: entry.happened.at.millis(), what })
}

fn customer_message(entry: &TimelineEntry, message_id: uuid::Uuid, by: CustomerAuthor, first_name: Option<String>) -> CustomerEntryKind {
    let (text, attachments) = match &entry.words {
        Words::Said(message, files) => (message.text.clone(), files.iter().map(attachment).collect()),
        Words::Noted(_) | Words::None => (String::new(), Vec::new()),
    };
    CustomerEntryKind::Message(CustomerMessage { message_id, by, first_name, text, attachments })
}

/// Where the conversation stands for the customer.
pub fn standing(record: &CaseRecord) -> Standing {
    let contact = &record.case.contact;
    let state = contact.state_for_customer();
    Standing {
        contact_id: contact.id.0,
        channel: contact.channel.into(),
        state: state.into(),
        solved: record.case.state == CaseState::Solved,
        referred: record.case.state == CaseState::Solved && record.case.referral.is_some(),
        answered_by: (state == ContactState::Taken).then(|| record.holder_first_name.clone()).flatten(),
        // Who has been answered before waits since they were handed on, not since they came.
        waiting_since: (state == ContactState::Waiting).then(|| contact.customer_waits_since.unwrap_or(contact.waiting_since).millis()),
        may_write: !record.case.is_closed(),
        blocked_until: record.blocked_until.map(Moment::millis),
    }
}
