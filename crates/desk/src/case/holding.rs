//! Who has a contact: taking it, giving it back, handing it over. Called by [`super::decide`] alone.

use super::bouncing::raised;
use super::command::{Exceeding, Receiver};
use super::event::{Event, TransferTarget};
use super::refusal::Refusal;
use super::returning::{TeamNow, Whose, waits_in_vain};
use super::slots::{ExceedReason, Slots};
use super::state::{Case, Channel, Contact, ContactState, TakenBackReason};
use crate::id::{AgentId, NoteId, TeamId};
use crate::may::Served;

pub(super) fn take(case: &Case, by: AgentId, slots: &Slots, teams: &[TeamId], serves: &Served) -> Result<Vec<Event>, Refusal> {
    if case.contact.is_held_by(by) {
        return Ok(Vec::new());
    }
    may_be_taken(case, by, teams, serves)?;
    Ok(taken(case, by, slots.first_free()?, None))
}

pub(super) fn exceed(
    case: &Case,
    by: AgentId,
    slots: &Slots,
    teams: &[TeamId],
    serves: &Served,
    exceeding: Exceeding,
) -> Result<Vec<Event>, Refusal> {
    if case.contact.is_held_by(by) {
        return Ok(Vec::new());
    }
    may_be_taken(case, by, teams, serves)?;
    if !exceeding.is_allowed {
        return Err(Refusal::MayNotExceed);
    }
    // Somebody may have ended a chat meanwhile: then nothing is exceeded.
    let (luukku, exceeds) = match slots.first_free() {
        Ok(free) => (free, None),
        Err(lacks @ Refusal::Lacks(_)) => return Err(lacks),
        Err(_) => (slots.place_over()?, Some(exceeding.reason)),
    };
    let noted = exceeding.note.map(|note| Event::Noted { note, by });
    Ok(noted.into_iter().chain(taken(case, by, luukku, exceeds)).collect())
}

fn may_be_taken(case: &Case, by: AgentId, teams: &[TeamId], serves: &Served) -> Result<(), Refusal> {
    let contact = &case.contact;
    match contact.state {
        ContactState::Ended => return Err(Refusal::ContactEnded),
        ContactState::Taken => return Err(held(contact)),
        ContactState::Waiting | ContactState::Parked => {}
    }
    // Who only helps out sees the chat before it is theirs to take.
    let is_theirs = contact.for_team.map_or_else(|| serves.covers(case.client), |team| teams.contains(&team));
    let is_parked_by_them = contact.state == ContactState::Parked && contact.held_by == Some(by);
    if !is_parked_by_them && !is_theirs && !contact.also_for.iter().any(|team| teams.contains(team)) {
        return Err(Refusal::ForAnotherTeam);
    }
    contact.offer.filter(|offer| offer.to != by).map_or(Ok(()), |offer| Err(Refusal::OfferedToAnother(offer.to)))
}

fn taken(case: &Case, by: AgentId, luukku: i64, exceeds: Option<ExceedReason>) -> Vec<Event> {
    let mut events = vec![Event::Taken { contact: case.contact.id, by, luukku, exceeds }];
    if case.owner != Some(by) {
        events.push(Event::OwnerChanged { from: case.owner, to: Some(by), by: None });
    }
    events.extend(raised(case, by));
    events
}

pub(super) fn take_back(case: &Case, from: AgentId, reason: TakenBackReason) -> Vec<Event> {
    if !case.contact.is_held_by(from) {
        return Vec::new();
    }
    vec![Event::TakenBack { contact: case.contact.id, from, reason, by: None }]
}

pub(super) fn give_back(case: &Case, by: AgentId, whose: Whose) -> Result<Vec<Event>, Refusal> {
    let contact = &case.contact;
    let Some(from) = contact.holder() else {
        return Ok(Vec::new());
    };
    if from != by && whose == Whose::Own {
        return Err(Refusal::HeldByAnother(from));
    }
    Ok(vec![Event::TakenBack { contact: contact.id, from, reason: TakenBackReason::GivenBack, by: Some(by) }])
}

pub(super) fn free_from_team(case: &Case, now: TeamNow) -> Vec<Event> {
    let contact = &case.contact;
    match contact.for_team {
        Some(team) if contact.state == ContactState::Waiting && waits_in_vain(contact.channel, now) => {
            vec![Event::FreedFromTeam { contact: contact.id, team }]
        }
        Some(_) | None => Vec::new(),
    }
}

/// Nobody sits and waits for the answer to a left message: it stays with those who serve the client.
pub(super) fn overflow(case: &Case, to: &[(TeamId, TeamId)]) -> Vec<Event> {
    let contact = &case.contact;
    if contact.state != ContactState::Waiting || contact.channel != Channel::Chat {
        return Vec::new();
    }
    let others = to.iter().filter(|(_, to)| !contact.also_for.contains(to));
    others.map(|(from, to)| Event::Overflowed { contact: contact.id, from: *from, to: *to }).collect()
}

pub(super) fn transfer(case: &Case, by: AgentId, note: NoteId, to: Option<Receiver>) -> Result<Vec<Event>, Refusal> {
    held_by(case, by)?;
    let to = match to.ok_or(Refusal::TargetGone)? {
        Receiver::Agent(agent, _) if agent == by => return Err(Refusal::TargetGone),
        Receiver::Agent(agent, slots) => TransferTarget::Agent(agent, slots.first_free().map_err(for_target)?),
        Receiver::Team(team) => TransferTarget::Team(team),
    };
    let mut events = vec![Event::Noted { note, by }, Event::Transferred { contact: case.contact.id, by, to }];
    if let TransferTarget::Agent(agent, _) = to {
        events.push(Event::OwnerChanged { from: case.owner, to: Some(agent), by: Some(by) });
        events.extend(raised(case, agent));
    }
    Ok(events)
}

/// That the other one is full is their business; what they would have to know is the writer's.
fn for_target(refusal: Refusal) -> Refusal {
    if matches!(refusal, Refusal::Lacks(_)) { refusal } else { Refusal::TargetGone }
}

/// Only the agent who holds a contact may act in it.
pub(super) fn held_by(case: &Case, by: AgentId) -> Result<(), Refusal> {
    match case.contact.state {
        ContactState::Ended => Err(Refusal::ContactEnded),
        ContactState::Waiting | ContactState::Parked => Err(Refusal::NotHeldByYou),
        ContactState::Taken if case.contact.is_held_by(by) => Ok(()),
        ContactState::Taken => Err(held(&case.contact)),
    }
}

/// Who may end a contact: its holder, and of a parked one who parked it.
pub(super) fn may_end(case: &Case, by: AgentId) -> Result<(), Refusal> {
    let is_own = case.contact.state == ContactState::Parked && case.contact.held_by == Some(by);
    if is_own { Ok(()) } else { held_by(case, by) }
}

fn held(contact: &Contact) -> Refusal {
    contact.held_by.map_or(Refusal::NotHeldByYou, Refusal::HeldByAnother)
}
