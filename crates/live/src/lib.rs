//! Who is watching what. Frames that the edge has made are handed to the open screens that they concern.
//!
//! Nothing here is the truth: a screen that misses a frame asks the store again with the last `seq` it has. A frame is
//! ready-made bytes, made once however many screens it goes to.

mod closing;
mod here;
mod latest;
mod order;
mod rights;
mod screen;
mod screens;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use desk::id::{AgentId, CaseId, ClientId, CustomerId, OrganisationId};

pub use latest::Latest;
pub use order::Order;
pub use screen::{AgentScreen, Closing, Frames, Key, Looking, ScreenId, VisitorScreen};
use screen::{Watcher, feed};
use screens::Screens;

/// Frames that wait for one slow screen. When they are more, the screen is cut off and resumes from the store.
pub const BACKLOG: usize = 512;
/// The same in bytes: a slow screen never holds more than this and one frame.
pub const BACKLOG_BYTES: usize = 512 * 1024;

/// A ready-made frame.
pub type Frame = Bytes;

/// Something happened in a case, as the screens of both sides are told it.
#[derive(Clone, Debug)]
pub struct CaseNews {
    /// Whose desk.
    pub organisation: OrganisationId,
    /// In which case.
    pub case: CaseId,
    /// Of which client.
    pub client: ClientId,
    /// Of which customer.
    pub customer: CustomerId,
    /// Who holds it now.
    pub held_by: Option<AgentId>,
    /// Who held it until now, when that has ended: they hear of it although they may not serve the client.
    pub let_go_by: Option<AgentId>,
    /// For screens that look at it, and for who holds it.
    pub full: Frame,
    /// For the customer's screens, when there is something that customers see.
    pub public: Option<Frame>,
}

impl CaseNews {
    fn concerns(&self, screen: &AgentScreen) -> bool {
        screen.organisation == self.organisation
            && (screen.served.shows(screen.agent, self.client, self.held_by) || self.let_go_by == Some(screen.agent))
    }

    fn is_followed_by(&self, screen: &AgentScreen) -> bool {
        screen.looks_at(self.case) || [self.held_by, self.let_go_by].contains(&Some(screen.agent))
    }
}

/// The open screens of this process. Cheap to clone; all clones are the same.
#[derive(Clone, Default)]
pub struct Live {
    screens: Arc<Mutex<Screens>>,
}

impl Live {
    /// Opens a screen of an agent, heard at `now`. Its frames end when the screen is closed or cut off.
    pub fn open_agent(&self, screen: AgentScreen, now: Duration) -> (ScreenId, Frames) {
        let (feed, frames) = feed();
        let mut screens = self.lock();
        let id = screens.next_id();
        screens.agents.insert(id, Watcher { of: screen, feed, heard: now });
        (id, frames)
    }

    /// Opens a widget, heard at `now`.
    pub fn open_visitor(&self, screen: VisitorScreen, now: Duration) -> (ScreenId, Frames) {
        let (feed, frames) = feed();
        let mut screens = self.lock();
        let id = screens.next_id();
        screens.by_client.entry(screen.client).or_default().insert(id);
        if let Some(customer) = screen.customer {
            screens.by_customer.entry(customer).or_default().insert(id);
        }
        if let Some(key) = screen.key {
            screens.by_key.entry((screen.client, key)).or_default().insert(id);
        }
        screens.visitors.insert(id, Watcher { of: screen, feed, heard: now });
        (id, frames)
    }

    /// Whoever has `key` is `customer`, from now on: they have written for the first time.
    pub fn meet(&self, client: ClientId, key: Key, customer: CustomerId) {
        let mut screens = self.lock();
        let ids: Vec<ScreenId> = screens.by_key.get(&(client, key)).into_iter().flatten().copied().collect();
        for id in ids {
            if let Some(watcher) = screens.visitors.get_mut(&id) {
                watcher.of.customer = Some(customer);
                screens.by_customer.entry(customer).or_default().insert(id);
            }
        }
    }

    /// Who sits at an open widget, once they have written.
    pub fn customer_at(&self, id: ScreenId) -> Option<CustomerId> {
        self.lock().visitors.get(&id)?.of.customer
    }

    /// The screen gave a sign of life.
    pub fn heard(&self, id: ScreenId, now: Duration) {
        let mut screens = self.lock();
        if let Some(watcher) = screens.agents.get_mut(&id) {
            watcher.heard = now;
        } else if let Some(watcher) = screens.visitors.get_mut(&id) {
            watcher.heard = now;
        }
    }

    /// When each agent with an open screen at which they can sit was last heard.
    pub fn agents_heard(&self) -> HashMap<(OrganisationId, AgentId), Duration> {
        let mut heard = HashMap::new();
        for watcher in self.lock().agents.values().filter(|watcher| !watcher.of.is_wallboard) {
            let last = heard.entry((watcher.of.organisation, watcher.of.agent)).or_insert(watcher.heard);
            *last = watcher.heard.max(*last);
        }
        heard
    }

    /// Closes a screen; harmless when it is closed already.
    pub fn close(&self, id: ScreenId) {
        self.lock().remove(id);
    }

    /// This screen of an agent now shows `case`. Answers the case that it showed before.
    pub fn look(&self, id: ScreenId, now: Option<Looking>) -> Option<CaseId> {
        let mut screens = self.lock();
        let screen = &mut screens.agents.get_mut(&id)?.of;
        std::mem::replace(&mut screen.looking, now).map(|before| before.case)
    }

    /// Which agents look at `case` now, each once, in a stable order.
    pub fn who_looks(&self, organisation: OrganisationId, case: CaseId) -> Vec<AgentId> {
        let screens = self.lock();
        let looking = |screen: &AgentScreen| screen.organisation == organisation && screen.looks_at(case);
        let mut agents: Vec<AgentId> =
            screens.agents.values().map(|watcher| &watcher.of).filter(|of| looking(of)).map(|of| of.agent).collect();
        agents.sort_unstable();
        agents.dedup();
        agents
    }

    /// Tells those who follow the case what happened in it: who looks at it, who holds it, and its customer.
    pub fn tell_case(&self, news: &CaseNews) {
        let mut screens = self.lock();
        screens.tell_agents(|screen| (news.concerns(screen) && news.is_followed_by(screen)).then_some(&news.full));
        for watcher in screens.agents.values_mut() {
            if let Some(looking) = watcher.of.looking.as_mut().filter(|looking| looking.case == news.case) {
                looking.is_holder = news.held_by == Some(watcher.of.agent);
            }
        }
        if let Some(public) = &news.public {
            screens.tell_customer(news.customer, public);
        }
    }

    /// Tells those who only list the case how it stands.
    pub fn tell_row(&self, news: &CaseNews, row: &Frame) {
        self.lock().tell_agents(|screen| (news.concerns(screen) && !news.is_followed_by(screen)).then_some(row));
    }

    /// Tells every agent's screen of the organisation, or only those that see `client`.
    pub fn tell_desk(&self, organisation: OrganisationId, client: Option<ClientId>, frame: &Frame) {
        let concerns =
            |screen: &AgentScreen| screen.organisation == organisation && client.is_none_or(|client| screen.served.covers(client));
        self.lock().tell_agents(|screen| concerns(screen).then_some(frame));
    }

    /// Tells every agent's screen that is shown a contact of `client` which `held_by` holds, each once.
    pub fn tell_who_sees(&self, organisation: OrganisationId, client: ClientId, held_by: Option<AgentId>, frame: &Frame) {
        let concerns = |screen: &AgentScreen| screen.organisation == organisation && screen.served.shows(screen.agent, client, held_by);
        self.lock().tell_agents(|screen| concerns(screen).then_some(frame));
    }

    /// Tells every screen of one agent, but not `but`.
    pub fn tell_agent(&self, organisation: OrganisationId, agent: AgentId, but: Option<ScreenId>, frame: &Frame) {
        let mut screens = self.lock();
        let ids: Vec<ScreenId> = screens
            .agents
            .iter()
            .filter(|(id, watcher)| watcher.of.organisation == organisation && watcher.of.agent == agent && Some(**id) != but)
            .map(|(id, _)| *id)
            .collect();
        screens.tell(&ids, frame);
    }

    /// Tells the screens that look at `case` and those of who holds it, but not those of agent `but`.
    pub fn tell_followers(
        &self,
        organisation: OrganisationId,
        case: CaseId,
        held_by: Option<AgentId>,
        but: Option<AgentId>,
        frame: &Frame,
    ) {
        let follows = |screen: &AgentScreen| screen.looks_at(case) || held_by == Some(screen.agent);
        let concerns = |screen: &AgentScreen| screen.organisation == organisation && follows(screen) && Some(screen.agent) != but;
        self.lock().tell_agents(|screen| concerns(screen).then_some(frame));
    }

    /// Tells each agent who looks at `case` what `frame_for` makes for them.
    pub fn tell_each_looker(&self, organisation: OrganisationId, case: CaseId, frame_for: impl Fn(AgentId) -> Frame) {
        let frames: HashMap<AgentId, Frame> =
            self.who_looks(organisation, case).into_iter().map(|agent| (agent, frame_for(agent))).collect();
        let looks = |screen: &AgentScreen| screen.organisation == organisation && screen.looks_at(case);
        self.lock().tell_agents(|screen| if looks(screen) { frames.get(&screen.agent) } else { None });
    }

    /// Tells every open widget of a client.
    pub fn tell_visitors(&self, client: ClientId, frame: &Frame) {
        let mut screens = self.lock();
        let ids: Vec<ScreenId> = screens.by_client.get(&client).into_iter().flatten().copied().collect();
        screens.tell(&ids, frame);
    }

    /// Tells every open widget of one customer.
    pub fn tell_customer(&self, customer: CustomerId, frame: &Frame) {
        self.lock().tell_customer(customer, frame);
    }

    /// Open screens of agents and of visitors.
    pub fn count(&self) -> (usize, usize) {
        let screens = self.lock();
        (screens.agents.len(), screens.visitors.len())
    }

    fn lock(&self) -> MutexGuard<'_, Screens> {
        // A panic while it was held cannot leave a screen half-registered that matters: it resumes from the store.
        self.screens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
