//! One beat after the other, as long as the desk lives.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use desk::hours::is_open;
use desk::id::{ClientId, OrganisationId};
use desk::moment::Moment;
use live::Closing;
use store::clients::Client;
use store::{Tx, clients, organisations};
use wire::frames::AgentFrame;

use super::Touched;
use super::client::{Told, look_at};
use crate::answer_targets;
use crate::availability_log::DOWN_AFTER;
use crate::doors::hours_of;
use crate::files;
use crate::loads::Loads;
use crate::offers;
use crate::overflows;
use crate::presence::{self, Heard};
use crate::promises;
use crate::refusal::Answer;
use crate::sockets::recheck;
use crate::state::Desk;
use crate::tell::frame;
use crate::visits::Visits;

/// A beat without a reason.
const EVERY: Duration = Duration::from_secs(1);
/// Changes within this time are looked at together.
const TOGETHER: Duration = Duration::from_millis(60);
/// A beat that comes this late means that the whole process stood still: nobody could be heard.
const STOOD_STILL: Duration = Duration::from_secs(5);
/// Chats that nobody writes in are looked for this often.
const SILENCE_EVERY: Duration = Duration::from_secs(5);
/// Everything is looked at anew this often, whatever was touched (D7).
const EVERYTHING_EVERY: Duration = Duration::from_secs(30);
/// Files that were never sent are looked for this often.
const FILES_EVERY: Duration = Duration::from_mins(10);

/// Those who have been quiet are forgotten this often.
const QUIET_EVERY: Duration = Duration::from_mins(1);

/// The database is told this often that the desk runs.
const ALIVE_EVERY: Duration = Duration::from_secs(15);

/// Beats as long as the desk lives.
pub async fn run(desk: Desk) {
    let mut heart = Heart::default();
    // Nobody could be heard before: who was there when the process ended has time to come back.
    heart.heard.start_anew(desk.now());
    let (mut was_well, mut stood_still) = (true, false);
    loop {
        // The failure itself was logged where it happened.
        let is_well = heart.beat(&desk, stood_still).await.is_ok();
        if is_well != was_well {
            tracing::info!(is_well, "the desk's pulse has changed");
        }
        was_well = is_well;
        let began = Instant::now();
        let waited = tokio::time::timeout(EVERY, desk.pulse.woken.notified()).await;
        stood_still = began.elapsed() > STOOD_STILL;
        if waited.is_ok() {
            tokio::time::sleep(TOGETHER).await;
        }
    }
}

/// What is remembered from beat to beat.
#[derive(Default)]
struct Heart {
    epochs: HashMap<OrganisationId, String>,
    known: HashMap<OrganisationId, Known>,
    heard: Heard,
    visits: Visits,
    loads: Loads,
    next_silence: Duration,
    next_files: Duration,
    next_quiet: Duration,
}

/// What is remembered of one organisation.
#[derive(Default)]
struct Known {
    clients: Vec<Client>,
    open_hours: HashMap<ClientId, bool>,
    told: HashMap<ClientId, Told>,
    looked_at_everything: Option<Duration>,
    /// When the last beat was that looked at all that it had to.
    alive_at: Option<Moment>,
    /// When the database is told again that the desk runs.
    next_alive: Duration,
}

impl Heart {
    async fn beat(&mut self, desk: &Desk, stood_still: bool) -> Answer<()> {
        let (at, running) = (desk.now(), desk.clock.running());
        desk.pulse.beat(running);
        desk.sockets.polls.forget_old(running);
        desk.sockets.tickets.forget_old(running);
        if running >= self.next_quiet {
            self.next_quiet = running + QUIET_EVERY;
            desk.limiter.forget_quiet();
            desk.queued.forget_old(running);
            desk.calls.forget_old(running);
        }
        desk.live.sign_out_expired(at, &frame(&AgentFrame::SignedOut));
        if stood_still {
            // Whoever wrote meanwhile is read now; whoever is really gone is found in the next 45 s.
            desk.live.all_heard(running);
            self.heard.start_anew(at);
        }
        self.heard.listen(desk, running);
        if let Some(since) = running.checked_sub(presence::gone_after()) {
            desk.live.close_silent(since);
        }
        let touched = desk.pulse.take();
        let beaten = self.organisations(desk, &touched, running).await;
        if beaten.is_err() {
            desk.pulse.note(|again| {
                again.clients.extend(&touched.clients);
                again.organisations.extend(&touched.organisations);
                again.settings.extend(&touched.settings);
                again.customers.extend(&touched.customers);
                false
            });
        }
        beaten
    }

    async fn organisations(&mut self, desk: &Desk, touched: &Touched, running: Duration) -> Answer<()> {
        let all = desk.db.read(async move |tx: &mut Tx| organisations::all(tx).await).await?;
        let epochs: HashMap<OrganisationId, String> = all.into_iter().map(|one| (one.organisation_id, one.epoch)).collect();
        let is_other = |(id, epoch): (&OrganisationId, &String)| epochs.get(id) != Some(epoch);
        if self.epochs.iter().any(is_other) {
            // Every screen comes back and finds another history.
            tracing::warn!("a backup was restored over this desk; every screen begins anew");
            self.known.clear();
            self.visits = Visits::default();
            self.heard.start_anew(desk.now());
            desk.live.close_all(Closing::Resume);
        }
        self.epochs = epochs;
        let is_time_for_silence = running >= self.next_silence;
        let mut beaten = Ok(());
        for organisation in self.epochs.keys() {
            // Each on its own: what fails for one client or organisation keeps nobody else's chats from being taken back.
            let swept = presence::sweep(desk, *organisation, &mut self.heard, running).await;
            let known = self.known.entry(*organisation).or_default();
            let told = known.beat(desk, *organisation, touched, running).await;
            let runs_since = self.heard.listening_since().unwrap_or_else(|| desk.now());
            // First, so that who may have it as well is offered it on the same beat.
            let overflowed = overflows::look_at(desk, *organisation).await;
            let offered = offers::look_at(desk, *organisation, runs_since).await;
            let missed = answer_targets::look_at(desk, *organisation).await;
            let visited = self.visits.look_at(desk, *organisation, touched, runs_since).await;
            let promised = promises::look_at(desk, *organisation).await;
            let weighed = self.loads.look_at(desk, *organisation, running).await;
            beaten = beaten.and(swept).and(told).and(overflowed).and(offered).and(missed).and(promised).and(visited).and(weighed);
            if is_time_for_silence {
                beaten = beaten.and(recheck::screens(desk, *organisation).await);
                beaten = beaten.and(recheck::visits(desk, *organisation).await);
                for client in &known.clients {
                    beaten = beaten.and(presence::end_silent(desk, *organisation, client).await);
                }
            }
        }
        if is_time_for_silence {
            self.next_silence = running + SILENCE_EVERY;
        }
        if running >= self.next_files {
            self.next_files = running + FILES_EVERY;
            beaten = beaten.and(files::forget_never_sent(desk).await);
        }
        beaten
    }
}

impl Known {
    /// When the desk was last known to run, if it has been down or has stood still since.
    async fn down_since(&mut self, desk: &Desk, organisation: OrganisationId, at: Moment) -> Answer<Option<Moment>> {
        if self.alive_at.is_none() {
            self.alive_at = desk.db.read(async move |tx: &mut Tx| store::availability_log::alive_at(tx, organisation).await).await?;
        }
        let down_since = self.alive_at.filter(|alive_at| at.since(*alive_at) > DOWN_AFTER);
        if down_since.is_some() {
            self.told.values_mut().for_each(Told::was_down);
        }
        Ok(down_since)
    }

    async fn is_alive(&mut self, desk: &Desk, organisation: OrganisationId, at: Moment, running: Duration) -> Answer<()> {
        self.alive_at = Some(at);
        if running >= self.next_alive {
            desk.db.unit(async move |tx: &mut Tx| store::availability_log::is_alive(tx, organisation, at).await).await?;
            self.next_alive = running + ALIVE_EVERY;
        }
        Ok(())
    }

    async fn beat(&mut self, desk: &Desk, organisation: OrganisationId, touched: &Touched, running: Duration) -> Answer<()> {
        let are_settings_new = touched.settings.contains(&organisation);
        let is_time = self.looked_at_everything.is_none_or(|last| running.saturating_sub(last) >= EVERYTHING_EVERY);
        if is_time || are_settings_new {
            self.clients = desk.db.read(async move |tx: &mut Tx| clients::list(tx, organisation).await).await?;
            let still: HashSet<ClientId> = self.clients.iter().map(|client| client.client_id).collect();
            self.told.retain(|client, _| still.contains(client));
            self.open_hours.retain(|client, _| still.contains(client));
        }
        let at = desk.now();
        let down_since = self.down_since(desk, organisation, at).await?;
        let everything = is_time || are_settings_new || down_since.is_some() || touched.organisations.contains(&organisation);
        for client in &self.clients {
            let id = client.client_id;
            let is_open = is_open(&hours_of(client), at);
            let has_turned = self.open_hours.insert(id, is_open) != Some(is_open);
            let told = self.told.entry(id).or_default();
            if everything || has_turned || told.is_outdated(at) || touched.clients.contains(&(organisation, id)) {
                look_at(desk, organisation, client, told, down_since).await?;
            }
        }
        if is_time {
            self.looked_at_everything = Some(running);
        }
        self.is_alive(desk, organisation, at, running).await
    }
}
