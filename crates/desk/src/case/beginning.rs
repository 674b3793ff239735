//! How a case and a contact begin. Called by [`super::apply`] alone.

use super::event::Event;
use super::state::{Case, CaseState, Channel, Contact, ContactState};
use crate::id::ContactId;
use crate::language::Language;
use crate::moment::{Moment, Span};
use crate::routing::Demand;

pub(super) fn begin(event: &Event, at: Moment) -> Option<Case> {
    let Event::CaseOpened { client, customer, number } = event else {
        return None;
    };
    Some(Case {
        client: *client,
        customer: *customer,
        number: *number,
        state: CaseState::New,
        owner: None,
        team: None,
        subject: None,
        category: None,
        tags: Vec::new(),
        with: None,
        handovers: 0,
        promise: None,
        referral: None,
        solved_at: None,
        contact: Contact { state: ContactState::Ended, ..fresh(uuid::Uuid::nil().into(), Channel::Chat, Language::Fi, at) },
    })
}

pub(super) fn start_contact(case: &mut Case, event: &Event, at: Moment) {
    let Event::ContactStarted {
        contact,
        channel,
        language,
        demand,
        for_team,
        by_rule,
        last_with,
        answer_target,
        start_page,
        start_title,
        referrer,
        invitation: _,
        chosen,
    } = event
    else {
        return;
    };
    case.team = for_team.or(case.team);
    // What an agent has sorted stays sorted.
    case.category = case.category.or(*chosen);
    case.contact = Contact {
        demand: *demand,
        for_team: *for_team,
        by_rule: by_rule.clone(),
        last_with: *last_with,
        answer_target: *answer_target,
        start_page: start_page.clone(),
        start_title: start_title.clone(),
        referrer: referrer.clone(),
        ..fresh(*contact, *channel, *language, at)
    };
}

/// A contact that begins to wait.
fn fresh(id: ContactId, channel: Channel, language: Language, at: Moment) -> Contact {
    Contact {
        id,
        channel,
        state: ContactState::Waiting,
        language,
        demand: Demand::default(),
        by_rule: None,
        last_with: None,
        started_at: at,
        waiting_since: at,
        held_by: None,
        luukku: None,
        for_team: None,
        also_for: Vec::new(),
        offer: None,
        passed_by: Vec::new(),
        triage: None,
        triaged_at: None,
        exceeds: None,
        call: None,
        tries: 0,
        taken_at: None,
        answer_target: Span::default(),
        answered_at: None,
        customer_waits_since: None,
        target_missed_at: None,
        turn_since: at,
        last_said_at: at,
        ended_at: None,
        ended_by: None,
        start_page: None,
        start_title: None,
        referrer: None,
    }
}
