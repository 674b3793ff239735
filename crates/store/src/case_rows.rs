//! The whole rows of a case and of a contact, as they are inserted and as a rebuild compares them.

use desk::case::Contact;
use desk::id::{CaseId, ClientId, OrganisationId};

use crate::cases::{CaseRecord, Speaker};
use crate::db::{Failure, Result, Value};
use crate::{stored, values};

/// The whole row of a case, in the order of the table's columns.
pub(crate) fn case_values(organisation: OrganisationId, record: &CaseRecord) -> Vec<Value> {
    let case = &record.case;
    let words = record.last_words.as_ref();
    let values: &[Value] = values![
        organisation,
        record.id,
        case.client,
        case.customer,
        case.number,
        stored::text(case.state),
        case.subject.clone(),
        case.owner,
        case.team,
        record.seq,
        record.public_seq,
        record.opened_at,
        record.changed_at,
        case.solved_at,
        words.map(|words| words.text.clone()),
        words.map(|words| speaker_text(words.by)),
        words.map(|words| words.at),
        record.unread,
        record.desk_read_seq,
        record.customer_read_seq,
        case.contact.id,
        case.category,
        stored::ids(&case.tags),
        case.promise.and_then(|promise| promise.by),
        case.promise.map(|promise| promise.until),
        case.promise.is_some_and(|promise| promise.is_broken),
        case.with,
        case.handovers,
        case.referral.map(|referral| stored::text(referral.reason)),
        case.referral.and_then(|referral| referral.place),
        case.referral.and_then(|referral| referral.remedy),
        case.promise.and_then(|promise| promise.from)
    ];
    values.to_vec()
}

/// The whole row of a contact, in the order of the table's columns.
pub(crate) fn contact_values(organisation: OrganisationId, case: CaseId, client: ClientId, contact: &Contact) -> Vec<Value> {
    let values: &[Value] = values![
        organisation,
        contact.id,
        case,
        client,
        stored::text(contact.channel),
        stored::text(contact.state),
        stored::text(contact.language),
        contact.started_at,
        contact.waiting_since,
        contact.held_by,
        contact.luukku,
        contact.for_team,
        contact.taken_at,
        contact.answer_target.as_millis() / 1000,
        contact.answered_at,
        contact.customer_waits_since,
        contact.turn_since,
        contact.last_said_at,
        contact.ended_at,
        contact.ended_by.map(stored::text),
        contact.start_page.clone(),
        contact.start_title.clone(),
        contact.referrer.clone(),
        contact.offer.map(|offer| offer.to),
        contact.offer.map(|offer| offer.at),
        contact.offer.map(|offer| offer.until),
        stored::ids(&contact.passed_by),
        contact.target_missed_at,
        stored::ids(&contact.also_for),
        contact.exceeds.map(stored::text),
        i64::from(contact.demand.level),
        contact.demand.skill,
        contact.demand.priority,
        contact.by_rule.clone(),
        contact.last_with,
        contact.triage.map(|triage| triage.impact),
        contact.triage.map(|triage| triage.urgency),
        contact.triage.map(|triage| stored::text(triage.path)),
        contact.triaged_at,
        contact.tries,
        contact.call.map(|call| call.until),
        contact.call.and_then(|call| call.called_at),
        contact.call.and_then(|call| call.spoken_at)
    ];
    values.to_vec()
}

pub(crate) fn speaker_text(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Customer => "customer",
        Speaker::Agent => "agent",
        Speaker::Automatic => "automatic",
    }
}

pub(crate) fn speaker(text: &str) -> Result<Speaker> {
    match text {
        "customer" => Ok(Speaker::Customer),
        "agent" => Ok(Speaker::Agent),
        "automatic" => Ok(Speaker::Automatic),
        _ => Err(Failure::Corrupt),
    }
}
