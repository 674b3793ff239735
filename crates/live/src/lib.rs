//! Who is watching what. Frames that the edge has made are handed to the open screens that they concern.
//!
//! Nothing here is the truth: a screen that misses a frame asks the store again with the last `seq` it has. A frame is
//! ready-made bytes, made once however many screens it goes to.

mod screen;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use desk::id::{AgentId, CaseId, ClientId, CustomerId, OrganisationId, SessionId};
use tokio::sync::mpsc;

pub use screen::{AgentScreen, ScreenId, Sight, VisitorScreen};
use screen::{Feed, Watcher};

/// Frames that wait for one slow screen. When they are more, the screen is cut off and resumes from the store.
pub const BACKLOG: usize = 512;

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
    /// For screens that list the case.
    pub row: Frame,
    /// For screens that look at it, and for who holds it.
    pub full: Frame,
    /// For the customer's screens, when there is something that customers see.
    pub public: Option<Frame>,
}

/// The open screens of this process. Cheap to clone; all clones are the same.
#[derive(Clone, Default)]
pub struct Live {
    screens: Arc<Mutex<Screens>>,
}

#[derive(Default)]
struct Screens {
    last: u64,
    agents: HashMap<ScreenId, Watcher<AgentScreen>>,
    visitors: HashMap<ScreenId, Watcher<VisitorScreen>>,
    by_client: HashMap<ClientId, HashSet<ScreenId>>,
    by_customer: HashMap<CustomerId, HashSet<ScreenId>>,
}

impl Live {
    /// Opens a screen of an agent. Its frames come out of the receiver, which ends when the screen is closed or cut off.
    pub fn open_agent(&self, screen: AgentScreen) -> (ScreenId, mpsc::Receiver<Frame>) {
        let (feed, frames) = mpsc::channel(BACKLOG);
        let mut screens = self.lock();
        let id = screens.next_id();
        screens.agents.insert(id, Watcher { of: screen, feed: Feed(feed) });
        (id, frames)
    }

    /// Opens a widget.
    pub fn open_visitor(&self, screen: VisitorScreen) -> (ScreenId, mpsc::Receiver<Frame>) {
        let (feed, frames) = mpsc::channel(BACKLOG);
        let mut screens = self.lock();
        let id = screens.next_id();
        screens.by_client.entry(screen.client).or_default().insert(id);
        if let Some(customer) = screen.customer {
            screens.by_customer.entry(customer).or_default().insert(id);
        }
        screens.visitors.insert(id, Watcher { of: screen, feed: Feed(feed) });
        (id, frames)
    }

    /// Closes a screen; harmless when it is closed already.
    pub fn close(&self, id: ScreenId) {
        self.lock().remove(id);
    }

    /// This screen of an agent now shows `case`. Answers the case that it showed before.
    pub fn look(&self, id: ScreenId, case: Option<CaseId>) -> Option<CaseId> {
        let mut screens = self.lock();
        let screen = &mut screens.agents.get_mut(&id)?.of;
        std::mem::replace(&mut screen.looking, case)
    }

    /// Which agents look at `case` now, each once, in a stable order.
    pub fn who_looks(&self, organisation: OrganisationId, case: CaseId) -> Vec<AgentId> {
        let screens = self.lock();
        let looking = |screen: &AgentScreen| screen.organisation == organisation && screen.looking == Some(case);
        let mut agents: Vec<AgentId> =
            screens.agents.values().map(|watcher| &watcher.of).filter(|of| looking(of)).map(|of| of.agent).collect();
        agents.sort_unstable();
        agents.dedup();
        agents
    }

    /// From now on the screens of `agent` see these clients.
    pub fn set_sight(&self, organisation: OrganisationId, agent: AgentId, sight: &Sight) {
        for watcher in self.lock().agents.values_mut() {
            if watcher.of.organisation == organisation && watcher.of.agent == agent {
                watcher.of.sight = sight.clone();
            }
        }
    }

    /// Tells everybody whom it concerns what happened in a case.
    pub fn tell_case(&self, news: &CaseNews) {
        let mut screens = self.lock();
        screens.tell_agents(|screen| {
            if screen.organisation != news.organisation || !(screen.sight.reaches(news.client) || news.held_by == Some(screen.agent)) {
                return None;
            }
            let follows = screen.looking == Some(news.case) || news.held_by == Some(screen.agent);
            Some(if follows { &news.full } else { &news.row })
        });
        if let Some(public) = &news.public {
            screens.tell_customer(news.customer, public);
        }
    }

    /// Tells every agent's screen of the organisation, or only those that see `client`.
    pub fn tell_desk(&self, organisation: OrganisationId, client: Option<ClientId>, frame: &Frame) {
        let concerns =
            |screen: &AgentScreen| screen.organisation == organisation && client.is_none_or(|client| screen.sight.reaches(client));
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

    /// Tells the screens that look at `case`, but not those of agent `but`.
    pub fn tell_lookers(&self, organisation: OrganisationId, case: CaseId, but: Option<AgentId>, frame: &Frame) {
        let concerns =
            |screen: &AgentScreen| screen.organisation == organisation && screen.looking == Some(case) && Some(screen.agent) != but;
        self.lock().tell_agents(|screen| concerns(screen).then_some(frame));
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

    /// Gives every screen of `agent` its last frame and closes it; of one session only, when one is named.
    pub fn sign_out(&self, organisation: OrganisationId, agent: AgentId, session: Option<SessionId>, last_words: &Frame) {
        let mut screens = self.lock();
        let concerns = |screen: &AgentScreen| {
            screen.organisation == organisation && screen.agent == agent && (session.is_none() || screen.session == session)
        };
        let ids: Vec<ScreenId> = screens.agents.iter().filter(|(_, watcher)| concerns(&watcher.of)).map(|(id, _)| *id).collect();
        screens.tell(&ids, last_words);
        for id in ids {
            screens.remove(id);
        }
    }

    /// Closes every screen, so that all of them come back and resume: after a restore, and before the process ends.
    pub fn close_all(&self) {
        let mut screens = self.lock();
        screens.agents.clear();
        screens.visitors.clear();
        screens.by_client.clear();
        screens.by_customer.clear();
    }

    /// Agents who have a screen open here, each once.
    pub fn agents_here(&self, organisation: OrganisationId) -> Vec<AgentId> {
        let screens = self.lock();
        let mut agents: Vec<AgentId> =
            screens.agents.values().filter(|watcher| watcher.of.organisation == organisation).map(|watcher| watcher.of.agent).collect();
        agents.sort_unstable();
        agents.dedup();
        agents
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

impl Screens {
    fn next_id(&mut self) -> ScreenId {
        self.last += 1;
        ScreenId(self.last)
    }

    fn tell_agents<'f>(&mut self, frame_for: impl Fn(&AgentScreen) -> Option<&'f Frame>) {
        // A screen that cannot keep up is cut off here; it comes back and resumes.
        self.agents.retain(|_, watcher| frame_for(&watcher.of).is_none_or(|frame| watcher.feed.give(frame)));
    }

    fn tell_customer(&mut self, customer: CustomerId, frame: &Frame) {
        let ids: Vec<ScreenId> = self.by_customer.get(&customer).into_iter().flatten().copied().collect();
        self.tell(&ids, frame);
    }

    fn tell(&mut self, ids: &[ScreenId], frame: &Frame) {
        for id in ids {
            let kept_up = match (self.agents.get(id), self.visitors.get(id)) {
                (Some(watcher), _) => watcher.feed.give(frame),
                (None, Some(watcher)) => watcher.feed.give(frame),
                (None, None) => true,
            };
            if !kept_up {
                self.remove(*id);
            }
        }
    }

    fn remove(&mut self, id: ScreenId) {
        self.agents.remove(&id);
        let Some(watcher) = self.visitors.remove(&id) else {
            return;
        };
        forget(&mut self.by_client, watcher.of.client, id);
        if let Some(customer) = watcher.of.customer {
            forget(&mut self.by_customer, customer, id);
        }
    }
}

fn forget<K: std::hash::Hash + Eq>(index: &mut HashMap<K, HashSet<ScreenId>>, key: K, id: ScreenId) {
    if let Some(ids) = index.get_mut(&key) {
        ids.remove(&id);
        if ids.is_empty() {
            index.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests;
