//! Screens that are closed from here, each with its reason.

use std::collections::HashSet;
use std::time::Duration;

use desk::id::{AgentId, OrganisationId, SessionId};
use desk::moment::Moment;

use crate::screen::{AgentScreen, Closing, Key, ScreenId, VisitorScreen};
use crate::{Frame, Live};

impl Live {
    /// Closes every screen that has not been heard after `since`.
    pub fn close_silent(&self, since: Duration) {
        let mut screens = self.lock();
        let agents = screens.agents.iter().filter(|(_, watcher)| watcher.heard <= since).map(|(id, _)| *id);
        let visitors = screens.visitors.iter().filter(|(_, watcher)| watcher.heard <= since).map(|(id, _)| *id);
        let ids: Vec<ScreenId> = agents.chain(visitors).collect();
        for id in ids {
            screens.close(id, Closing::Silent);
        }
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
            screens.close(id, Closing::SignedOut);
        }
    }

    /// Gives every screen whose sign-in has run out by `at` its last frame and closes it.
    pub fn sign_out_expired(&self, at: Moment, last_words: &Frame) {
        let mut screens = self.lock();
        let is_over = |screen: &AgentScreen| screen.until.is_some_and(|until| until <= at);
        let ids: Vec<ScreenId> = screens.agents.iter().filter(|(_, watcher)| is_over(&watcher.of)).map(|(id, _)| *id).collect();
        screens.tell(&ids, last_words);
        for id in ids {
            screens.close(id, Closing::SignedOut);
        }
    }

    /// Closes the widgets of these visits: they are over.
    pub fn end_visits(&self, organisation: OrganisationId, over: &HashSet<Key>) {
        let mut screens = self.lock();
        let is_over = |of: &VisitorScreen| of.organisation == organisation && of.visit.is_some_and(|visit| over.contains(&visit));
        let ids: Vec<ScreenId> = screens.visitors.iter().filter(|(_, watcher)| is_over(&watcher.of)).map(|(id, _)| *id).collect();
        for id in ids {
            screens.close(id, Closing::SignedOut);
        }
    }

    /// Closes every screen, so that all of them come back and resume: after a restore, and before the process ends.
    pub fn close_all(&self, why: Closing) {
        let mut screens = self.lock();
        let ids: Vec<ScreenId> = screens.agents.keys().chain(screens.visitors.keys()).copied().collect();
        for id in ids {
            screens.close(id, why);
        }
    }

    /// Every screen counts as heard at `now`: this process stood still and could not hear them.
    pub fn all_heard(&self, now: Duration) {
        let mut screens = self.lock();
        screens.agents.values_mut().for_each(|watcher| watcher.heard = now);
        screens.visitors.values_mut().for_each(|watcher| watcher.heard = now);
    }
}
