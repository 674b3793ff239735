//! Which clients each agent's screens see. Rights are read from the store and applied here, and between the two they may
//! have changed: so each reading has a version, and one that began before the last change counts no more.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use desk::id::{AgentId, CaseId, OrganisationId, SessionId};
use desk::may::Served;

use crate::screen::{AgentScreen, Key, ScreenId};
use crate::{Frame, Live};

impl Live {
    /// To be asked before rights are read from the store; [`Live::set_served`] wants it.
    pub fn rights_version(&self, organisation: OrganisationId) -> u64 {
        self.lock().rights.get(&organisation).copied().unwrap_or_default()
    }

    /// Rights have been changed in the store. Gives the version of whoever reads them now.
    pub fn rights_changed(&self, organisation: OrganisationId) -> u64 {
        let mut screens = self.lock();
        let version = screens.rights.entry(organisation).or_default();
        *version += 1;
        *version
    }

    /// From now on the screens of `agent` see these clients. False when rights have changed since `version`: what was
    /// read then has to be read anew.
    pub fn set_served(&self, organisation: OrganisationId, agent: AgentId, served: &Arc<Served>, version: u64) -> bool {
        let mut screens = self.lock();
        if screens.rights.get(&organisation).copied().unwrap_or_default() != version {
            return false;
        }
        for watcher in screens.agents.values_mut() {
            if watcher.of.organisation == organisation && watcher.of.agent == agent {
                watcher.of.served = Arc::clone(served);
            }
        }
        true
    }

    /// Tells each agent with an open screen what `frames` has for them, and from now on they see what is written there.
    /// A screen that sees other clients than before is told `anew` as well. Answers the cases that such screens show:
    /// who looks at them may have changed with that. Nothing happens when rights have changed since `version`: whoever
    /// changed them tells what this would have told, and more.
    pub fn tell_each_agent(
        &self,
        organisation: OrganisationId,
        version: u64,
        frames: &HashMap<AgentId, (Arc<Served>, Frame)>,
        anew: &Frame,
    ) -> HashSet<CaseId> {
        let mut screens = self.lock();
        let (mut sees_others, mut shown) = (HashSet::new(), HashSet::new());
        if screens.rights.get(&organisation).copied().unwrap_or_default() != version {
            return shown;
        }
        for (id, watcher) in screens.agents.iter_mut().filter(|(_, watcher)| watcher.of.organisation == organisation) {
            if let Some((served, _)) = frames.get(&watcher.of.agent)
                && watcher.of.served != *served
            {
                watcher.of.served = Arc::clone(served);
                sees_others.insert(*id);
                shown.extend(watcher.of.looking.map(|looking| looking.case));
            }
        }
        let own = |screen: &AgentScreen| if screen.organisation == organisation { frames.get(&screen.agent) } else { None };
        screens.tell_agents(|screen| own(screen).map(|(_, frame)| frame));
        screens.tell(&sees_others.into_iter().collect::<Vec<ScreenId>>(), anew);
        shown
    }

    /// Whether any screen sees other clients than `served` says of its agent.
    pub fn sees_otherwise(&self, organisation: OrganisationId, served: &HashMap<AgentId, Served>) -> bool {
        let screens = self.lock();
        let own = screens.agents.values().map(|watcher| &watcher.of).filter(|of| of.organisation == organisation);
        own.into_iter().any(|of| served.get(&of.agent).is_some_and(|served| *of.served != *served))
    }

    /// The sign-ins with open screens, and whose they are.
    pub fn sessions(&self, organisation: OrganisationId) -> HashSet<(AgentId, SessionId)> {
        let screens = self.lock();
        let own = screens.agents.values().map(|watcher| &watcher.of).filter(|of| of.organisation == organisation);
        own.filter_map(|of| Some((of.agent, of.session?))).collect()
    }

    /// The visits of people whom a website has named, at whose widgets somebody sits.
    pub fn visits(&self, organisation: OrganisationId) -> HashSet<Key> {
        let screens = self.lock();
        let own = screens.visitors.values().map(|watcher| &watcher.of).filter(|of| of.organisation == organisation);
        own.filter_map(|of| of.visit).collect()
    }
}
