//! What an event changes. Never fails: history has happened.

use super::event::{Event, TransferTarget};
use super::state::{Case, CaseState, Contact, ContactState};
use crate::id::AgentId;
use crate::moment::Moment;

/// The case after `event`, which happened at `at`. A case begins with [`Event::CaseOpened`] followed by
/// [`Event::ContactStarted`]; between the two there is nothing to show, so both come in one unit of work.
#[must_use]
pub fn apply(case: Option<Case>, event: &Event, at: Moment) -> Option<Case> {
    let Some(mut case) = case else {
        return begin(event, at);
    };
    match event {
        Event::CaseOpened { .. } | Event::Noted { .. } => {}
        Event::ContactStarted { .. } => start_contact(&mut case, event, at),
        Event::Received { .. } => received(&mut case.contact, at),
        Event::Replied { .. } => replied(&mut case.contact, at),
        Event::SaidAutomatically { .. } => case.contact.last_said_at = at,
        Event::Taken { by, luukku, .. } => {
            hold(&mut case.contact, *by, *luukku);
            case.contact.taken_at = Some(at);
        }
        Event::TakenBack { .. } => let_go(&mut case.contact),
        Event::FreedFromTeam { .. } => case.contact.for_team = None,
        Event::Transferred { to: TransferTarget::Agent(agent, luukku), .. } => {
            hold(&mut case.contact, *agent, *luukku);
            case.contact.for_team = None;
        }
        Event::Transferred { to: TransferTarget::Team(team), .. } => {
            let_go(&mut case.contact);
            case.contact.for_team = Some(*team);
            case.team = Some(*team);
        }
        Event::ContactEnded { by, .. } => {
            case.contact.state = ContactState::Ended;
            case.contact.ended_at = Some(at);
            case.contact.ended_by = Some(*by);
            case.contact.luukku = None;
            case.contact.for_team = None;
            case.contact.customer_waits_since = None;
            case.contact.turn_since = at;
        }
        Event::ContactResumed { by, luukku, customer_waits_since, .. } => {
            hold(&mut case.contact, *by, *luukku);
            (case.contact.ended_at, case.contact.ended_by) = (None, None);
            case.contact.customer_waits_since = *customer_waits_since;
            // Nobody waits for an answer: it has been the customer's turn since the last words.
            case.contact.turn_since = customer_waits_since.unwrap_or(case.contact.last_said_at);
        }
        Event::StateChanged { to, .. } => {
            case.state = *to;
            case.solved_at = (*to == CaseState::Solved).then_some(at);
        }
        Event::OwnerChanged { to, .. } => case.owner = *to,
        Event::SubjectChanged { subject, .. } => case.subject = Some(subject.clone()),
    }
    Some(case)
}

fn begin(event: &Event, at: Moment) -> Option<Case> {
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
        solved_at: None,
        contact: Contact {
            id: uuid::Uuid::nil().into(),
            channel: super::Channel::Chat,
            state: ContactState::Ended,
            language: crate::language::Language::Fi,
            started_at: at,
            waiting_since: at,
            held_by: None,
            luukku: None,
            for_team: None,
            taken_at: None,
            answer_target: crate::moment::Span::default(),
            answered_at: None,
            customer_waits_since: None,
            turn_since: at,
            last_said_at: at,
            ended_at: None,
            ended_by: None,
            start_page: None,
            start_title: None,
            referrer: None,
        },
    })
}

fn start_contact(case: &mut Case, event: &Event, at: Moment) {
    let Event::ContactStarted { contact, channel, language, answer_target, start_page, start_title, referrer } = event else {
        return;
    };
    case.contact = Contact {
        id: *contact,
        channel: *channel,
        state: ContactState::Waiting,
        language: *language,
        started_at: at,
        waiting_since: at,
        held_by: None,
        luukku: None,
        for_team: None,
        taken_at: None,
        answer_target: *answer_target,
        answered_at: None,
        customer_waits_since: None,
        turn_since: at,
        last_said_at: at,
        ended_at: None,
        ended_by: None,
        start_page: start_page.clone(),
        start_title: start_title.clone(),
        referrer: referrer.clone(),
    };
}

fn received(contact: &mut Contact, at: Moment) {
    contact.last_said_at = at;
    // A thank-you to an ended contact starts no clock: nobody owes an answer to it.
    if contact.state != ContactState::Ended && contact.customer_waits_since.is_none() {
        contact.customer_waits_since = Some(at);
        contact.turn_since = at;
    }
}

fn replied(contact: &mut Contact, at: Moment) {
    contact.last_said_at = at;
    if contact.answered_at.is_none() {
        contact.answered_at = Some(at);
    }
    if contact.customer_waits_since.take().is_some() {
        contact.turn_since = at;
    }
}

fn hold(contact: &mut Contact, agent: AgentId, luukku: i64) {
    contact.state = ContactState::Taken;
    contact.held_by = Some(agent);
    contact.luukku = Some(luukku);
}

fn let_go(contact: &mut Contact) {
    contact.state = ContactState::Waiting;
    contact.held_by = None;
    contact.luukku = None;
}
