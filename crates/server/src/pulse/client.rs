//! What the screens of one client are told: whether its chat is open, places in its queue, its figures of today.

use std::collections::HashMap;

use desk::availability::ClosedIn;
use desk::availability_log::{AvailabilityChange, AvailabilityState, Openness, closed_so_far};
use desk::case::{Channel, ContactState};
use desk::come_back::come_back;
use desk::id::{ClientId, CustomerId, OrganisationId};
use desk::metrics::{answers, calls, next_overdue_ms};
use desk::moment::{Moment, Span};
use desk::queue::{Measured, RATE_WINDOW};
use desk::routing::{Needs, is_unattended};
use desk::staffing::Staffing;
use desk::triage::triages;
use store::cases::CaseRecord;
use store::clients::Client;
use store::{Tx, figures, routing, staffing};
use wire::agent::Today;
use wire::customer::QueuePlace;
use wire::frames::{AgentFrame, CustomerFrame};

use crate::availability_log;
use crate::doors::hours_of;
use crate::opening::{self, Opening};
use crate::state::Desk;
use crate::tell::frame;

/// What was told last.
#[derive(Clone, Debug, Default)]
pub struct Told {
    opening: Option<Opening>,
    today: Option<Today>,
    places: HashMap<CustomerId, QueuePlace>,
    /// When the figures change by time alone.
    overdue_at: Option<Moment>,
    /// What the availability log says.
    logged: Option<AvailabilityChange>,
}

impl Told {
    /// The desk has been down, or stood still: the log has to be told what became of the chat.
    pub fn was_down(&mut self) {
        self.logged = None;
    }

    /// Whether an answer target was missed by `at` that had not been when this was told.
    pub fn is_outdated(&self, at: Moment) -> bool {
        self.overdue_at.is_some_and(|due| due <= at)
    }
}

/// Today's figures, and when they change by time alone.
pub struct Figures {
    /// As they are told.
    pub today: Today,
    /// When the next answer target is missed or the next promised call late, if nobody answers or calls.
    pub overdue_at: Option<Moment>,
}

/// Looks at `client`, tells what is different from what was told last, and logs whether its chat is open. `down_since`
/// is when the desk was last known to run, if it was down until now.
pub async fn look_at(
    desk: &Desk,
    organisation: OrganisationId,
    client: &Client,
    told: &mut Told,
    down_since: Option<Moment>,
) -> store::Result<()> {
    let (at, asked) = (desk.now(), client.clone());
    let opening = desk.db.read(async move |tx: &mut Tx| opening::of_client(tx, organisation, &asked, at).await).await?;
    let availability = &opening.availability;
    let client_id = client.client_id;
    let state = AvailabilityState::from(availability.reason.map_or(Ok(()), |reason| Err(reason.into())));
    let closed_in = availability.closed_in.iter().fold(ClosedIn::default(), |all, one| all.and(one.language.into(), one.reason.into()));
    // Logged first, so that who hears of it finds it in the log; told also when it could not be logged.
    let mut logged = Ok(());
    let change = AvailabilityChange { at, is: Openness { state, closed_in, closed_rules: opening.closed_rules.clone() } };
    if !told.logged.as_ref().is_some_and(|logged| logged.is == change.is) {
        logged = availability_log::note(desk, organisation, client_id, change.clone(), down_since).await;
        told.logged = logged.is_ok().then_some(change);
    }
    if told.opening.as_ref() != Some(&opening) {
        let Opening { availability, closed_rules } = opening.clone();
        let frame_of_visitors = CustomerFrame::Availability { availability: availability.clone() };
        desk.live.tell_visitors(client_id, &frame(&frame_of_visitors));
        let frame_of_agents = AgentFrame::Availability { client_id: client_id.0, availability, closed_rules };
        desk.live.tell_desk(organisation, Some(client_id), &frame(&frame_of_agents));
        told.opening = Some(opening);
    }
    // Read when the log has been told: for how long it was closed is counted from there.
    let asked = client.clone();
    let (today, places) = desk
        .db
        .read(async move |tx: &mut Tx| Ok((today(tx, organisation, &asked, at).await?, places(tx, organisation, &asked, at).await?)))
        .await?;
    told.overdue_at = today.overdue_at;
    let today = today.today;
    if told.today.as_ref() != Some(&today) {
        desk.live.tell_desk(organisation, Some(client_id), &frame(&AgentFrame::Today(today.clone())));
        told.today = Some(today);
    }
    for (customer, place) in &places {
        if told.places.get(customer) != Some(place) {
            desk.live.tell_customer(*customer, &frame(&CustomerFrame::Queue(place.clone())));
        }
    }
    told.places = places;
    logged
}

/// Today's figures of a client, today being its own day.
pub async fn today(tx: &mut Tx, organisation: OrganisationId, client: &Client, at: Moment) -> store::Result<Figures> {
    let hours = hours_of(client);
    let midnight = desk::hours::midnight(&hours, at).unwrap_or(at);
    let chats = figures::started_since(tx, organisation, client.client_id, midnight, at).await?;
    let (counted, triaged) = (answers(&chats), triages(&chats));
    let called = calls(&figures::calls_since(tx, organisation, client.client_id, midnight).await?, at);
    // What was noted at this very moment holds already.
    let changes = store::availability_log::changes(tx, organisation, client.client_id, midnight, at.plus(Span::micros(1))).await?;
    let closed = closed_so_far(&changes, &hours, midnight, at);
    let come_back = come_back(&hours, at);
    let today = Today {
        client_id: client.client_id.0,
        started: counted.started,
        answered: counted.answered,
        within_target: counted.within_target,
        unanswered: counted.unanswered,
        called_instead: counted.called_instead,
        calls_promised: called.promised,
        calls_kept: called.kept,
        calls_late: called.late,
        calls_not_reached: called.not_reached,
        overdue: counted.overdue,
        exceeded: counted.exceeded,
        took_ms: counted.took_ms,
        median_s: counted.median_s,
        p90_s: counted.p90_s,
        triaged: triaged.triaged,
        triaged_in_time: triaged.in_time,
        triage_median_s: triaged.median_s,
        triage_p90_s: triaged.p90_s,
        closed_ms: closed.before.as_millis(),
        closed_since: closed.since.map(Moment::millis),
        come_back_today_at: come_back.today.map(Moment::millis),
        come_back_next_day_at: come_back.next_day.map(Moment::millis),
    };
    let overdue_at = next_overdue_ms(&chats).map(|left| at.plus(Span::millis(left)));
    Ok(Figures { today, overdue_at: overdue_at.into_iter().chain(called.late_at).min() })
}

/// Where everybody stands who waits, and whether anybody is there for them.
async fn places(tx: &mut Tx, organisation: OrganisationId, client: &Client, at: Moment) -> store::Result<HashMap<CustomerId, QueuePlace>> {
    let queue = routing::queue(tx, organisation, client.client_id).await?;
    if queue.is_empty() {
        return Ok(HashMap::new());
    }
    let line = Line::of(tx, organisation, client.client_id, at).await?;
    let agents = routing::agents(tx, organisation).await?;
    // Many wait for the same: each need is looked at once.
    let mut known: Vec<(&Needs, bool)> = Vec::new();
    let mut places = HashMap::new();
    for (place, one) in (1..).zip(&queue) {
        let needs = &one.waiting.needs;
        let found = known.iter().find(|(known, _)| *known == needs).map(|(_, attended)| *attended);
        let attended = found.unwrap_or_else(|| !is_unattended(&one.waiting, &agents));
        if found.is_none() {
            known.push((needs, attended));
        }
        places.insert(one.customer, line.place(place, attended));
    }
    Ok(places)
}

/// Where the customer of `record` stands, if they wait.
pub async fn place_of(tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord, at: Moment) -> store::Result<Option<QueuePlace>> {
    let (contact, client) = (&record.case.contact, record.case.client);
    if contact.state != ContactState::Waiting || contact.channel != Channel::Chat {
        return Ok(None);
    }
    let queue = routing::queue(tx, organisation, client).await?;
    let Some((place, one)) = (1..).zip(&queue).find(|(_, one)| one.waiting.contact == contact.id) else { return Ok(None) };
    let attended = !is_unattended(&one.waiting, &routing::agents(tx, organisation).await?);
    Ok(Some(Line::of(tx, organisation, client, at).await?.place(place, attended)))
}

/// How a client's queue moves, for who stands in it and for who comes next.
pub struct Line {
    measured: Measured,
    staffing: Staffing,
}

impl Line {
    /// Reads it as it is at `at`.
    pub async fn of(tx: &mut Tx, organisation: OrganisationId, client: ClientId, at: Moment) -> store::Result<Self> {
        let since = at.minus(RATE_WINDOW);
        let measured = Measured {
            waits_ms: figures::waits_since(tx, organisation, client, since).await?,
            taken: staffing::taken_since(tx, organisation, client, since).await?,
        };
        Ok(Self { measured, staffing: staffing::staffing(tx, organisation, client).await?.everybody() })
    }

    fn place(&self, place: i64, attended: bool) -> QueuePlace {
        QueuePlace { place, estimate_s: self.measured.estimate_s(place, self.staffing.free_slots), attended }
    }

    /// Seconds that somebody who comes now can expect to wait.
    pub fn newcomer_s(&self) -> Option<i64> {
        self.measured.estimate_s(self.staffing.waiting.saturating_add(1), self.staffing.free_slots)
    }
}
