//! The register of open screens: by themselves, and by what they concern.

use std::collections::{HashMap, HashSet};

use desk::id::{ClientId, CustomerId, OrganisationId};

use crate::Frame;
use crate::screen::{AgentScreen, Closing, Key, ScreenId, VisitorScreen, Watcher};

#[derive(Default)]
pub(crate) struct Screens {
    pub last: u64,
    /// How often the rights of each organisation's people have changed.
    pub rights: HashMap<OrganisationId, u64>,
    pub agents: HashMap<ScreenId, Watcher<AgentScreen>>,
    pub visitors: HashMap<ScreenId, Watcher<VisitorScreen>>,
    pub by_client: HashMap<ClientId, HashSet<ScreenId>>,
    pub by_customer: HashMap<CustomerId, HashSet<ScreenId>>,
    pub by_key: HashMap<(ClientId, Key), HashSet<ScreenId>>,
}

impl Screens {
    pub fn next_id(&mut self) -> ScreenId {
        self.last += 1;
        ScreenId(self.last)
    }

    pub fn tell_agents<'f>(&mut self, frame_for: impl Fn(&AgentScreen) -> Option<&'f Frame>) {
        // A screen that cannot keep up is cut off here; it comes back and resumes.
        self.agents.retain(|_, watcher| frame_for(&watcher.of).is_none_or(|frame| watcher.feed.give(frame)));
    }

    pub fn tell_customer(&mut self, customer: CustomerId, frame: &Frame) {
        let ids: Vec<ScreenId> = self.by_customer.get(&customer).into_iter().flatten().copied().collect();
        self.tell(&ids, frame);
    }

    pub fn tell(&mut self, ids: &[ScreenId], frame: &Frame) {
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

    pub fn close(&mut self, id: ScreenId, why: Closing) {
        if let Some(watcher) = self.agents.get(&id) {
            watcher.feed.because(why);
        } else if let Some(watcher) = self.visitors.get(&id) {
            watcher.feed.because(why);
        }
        self.remove(id);
    }

    pub fn remove(&mut self, id: ScreenId) {
        self.agents.remove(&id);
        let Some(watcher) = self.visitors.remove(&id) else {
            return;
        };
        forget(&mut self.by_client, &watcher.of.client, id);
        if let Some(key) = watcher.of.key {
            forget(&mut self.by_key, &(watcher.of.client, key), id);
        }
        if let Some(customer) = watcher.of.customer {
            forget(&mut self.by_customer, &customer, id);
        }
    }
}

fn forget<K: std::hash::Hash + Eq>(index: &mut HashMap<K, HashSet<ScreenId>>, key: &K, id: ScreenId) {
    if let Some(ids) = index.get_mut(key) {
        ids.remove(&id);
        if ids.is_empty() {
            index.remove(key);
        }
    }
}
