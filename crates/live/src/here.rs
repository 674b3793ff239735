//! Who is here: the people at the open screens of this process.

use std::collections::HashSet;

use desk::id::{AgentId, CustomerId, OrganisationId};

use crate::{AgentScreen, Frame, Live};

impl Live {
    /// Agents who have a screen open here at which they can sit, each once.
    pub fn agents_here(&self, organisation: OrganisationId) -> Vec<AgentId> {
        let screens = self.lock();
        let of_people = screens.agents.values().map(|watcher| &watcher.of).filter(|of| of.organisation == organisation && !of.is_wallboard);
        let mut agents: Vec<AgentId> = of_people.map(|of| of.agent).collect();
        agents.sort_unstable();
        agents.dedup();
        agents
    }

    /// Tells the screens at which one agent sits: what is for their eyes alone goes to no page on a wall.
    pub fn tell_person(&self, organisation: OrganisationId, agent: AgentId, frame: &Frame) {
        let concerns = |screen: &AgentScreen| screen.organisation == organisation && screen.agent == agent && !screen.is_wallboard;
        self.lock().tell_agents(|screen| concerns(screen).then_some(frame));
    }

    /// Customers of an organisation who have a widget open here, each once.
    pub fn customers_here(&self, organisation: OrganisationId) -> HashSet<CustomerId> {
        let screens = self.lock();
        let of_it = screens.visitors.values().map(|watcher| &watcher.of).filter(|of| of.organisation == organisation);
        of_it.filter_map(|of| of.customer).collect()
    }
}
