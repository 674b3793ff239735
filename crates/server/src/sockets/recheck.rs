//! What screens were let in by is looked at again and again: whoever signs somebody out or changes their rights tells the
//! screens at once, but another process, or one who was cut off in the middle, cannot.

use std::collections::{HashMap, HashSet};

use desk::id::{OrganisationId, SessionId};
use live::Key;
use store::{Tx, agents, people, sessions, teams};

use super::told;
use crate::refusal::Answer;
use crate::rows::{Reach, tell_settings};
use crate::state::Desk;

/// Closes the screens of sign-ins that are over, and tells everybody whose rights are others than their screens have.
pub async fn screens(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    // Before the store is read: a sign-in that comes after that is not missed among those.
    let open = desk.live.sessions(organisation);
    if open.is_empty() {
        return Ok(());
    }
    let at = desk.now();
    let (good, agents, teams) = desk
        .db
        .read(async move |tx: &mut Tx| {
            let good: HashSet<SessionId> = sessions::all_open(tx, organisation, at).await?.into_iter().collect();
            Ok((good, agents::list(tx, organisation).await?, teams::list(tx, organisation).await?))
        })
        .await?;
    for (agent, session) in open.into_iter().filter(|(_, session)| !good.contains(session)) {
        told::session_ended(desk, organisation, agent, session).await?;
    }
    let reach = Reach::of(&teams);
    let served: HashMap<_, _> = agents.iter().map(|agent| (agent.agent_id, reach.served_by(agent))).collect();
    if desk.live.sees_otherwise(organisation, &served) {
        tell_settings(desk, organisation).await;
    }
    Ok(())
}

/// Closes the widgets of people whose visits have ended: with their key, or by themselves.
pub async fn visits(desk: &Desk, organisation: OrganisationId) -> Answer<()> {
    let open = desk.live.visits(organisation);
    if open.is_empty() {
        return Ok(());
    }
    let at = desk.now();
    let going_on = desk.db.read(async move |tx: &mut Tx| people::visits(tx, organisation, at).await).await?;
    let over: HashSet<Key> = open.difference(&going_on.into_iter().collect()).copied().collect();
    if !over.is_empty() {
        desk.live.end_visits(organisation, &over);
    }
    Ok(())
}

/// Whether a visit has ended.
pub async fn is_over(desk: &Desk, organisation: OrganisationId, visit: Key) -> store::Result<bool> {
    let at = desk.now();
    let goes_on = desk.db.read(async move |tx: &mut Tx| people::goes_on(tx, organisation, visit, at).await).await?;
    Ok(!goes_on)
}
