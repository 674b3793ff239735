//! Customers who write and agents who answer, at the pace of people, over the desk's public HTTP and sockets only:
//! `luukku demo --simulate`.
//!
//! Simulated agents answer simulated customers and nobody else, so a visitor who tries the widget meets the person who
//! tries the workspace. Some simulated customers are left to that person first; a colleague takes those who have waited
//! long enough, so that the queue is the same after a day as after an hour.

mod agent;
mod customer;
mod part;
mod web;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::content::{Content, Role, Script};
use part::{Part, Stage};

/// At most this many simulated conversations at once.
const AT_ONCE: usize = 5;
/// Time between two customers, in seconds.
const BETWEEN_S: std::ops::Range<u64> = 12..35;
/// One conversation of so many is left to the person at the desk first.
const LEFT_FOR_A_PERSON: u64 = 4;
/// How long simulated agents leave such a conversation alone, in seconds. With what a first answer takes them they may be
/// a little late for the answer target of a minute, as it happens on a real desk.
const LEFT_FOR_S: std::ops::Range<u64> = 30..48;
/// How long they leave the others alone: people do not jump at every chat in the same second.
const LOOKED_AT_S: std::ops::Range<u64> = 3..20;
/// Agents that are never simulated, so that somebody can sign in as them and find their slots free.
const FOR_PEOPLE: [&str; 2] = ["aino", "leena"];

/// Where the desk is, and what opens it.
pub struct Desk {
    /// Its address, without a slash at the end.
    pub base_url: String,
    /// Key of the widget by the key of its client.
    pub widgets: HashMap<String, String>,
    /// Address of the website by the key of its client.
    pub sites: HashMap<String, String>,
    /// The password of every demo agent.
    pub password: String,
}

/// Whether an agent is left to whoever tries the desk.
pub fn is_for_people(key: &str) -> bool {
    FOR_PEOPLE.contains(&key)
}

/// Keeps the desk alive until the task is dropped. A conversation that fails is logged and forgotten; others go on.
pub async fn simulate(desk: Desk, content: Content) {
    let desk = Arc::new(desk);
    let stage = Stage::default();
    let agents = content.organisation.agents.iter().filter(|agent| agent.role == Role::Agent && !is_for_people(&agent.key));
    let mut troupe = tokio::task::JoinSet::new();
    for agent in agents {
        troupe.spawn(agent::work(Arc::clone(&desk), stage.clone(), agent.clone()));
    }
    let scripts: Vec<Arc<Script>> = content.scripts.into_iter().map(Arc::new).collect();
    // Somebody has to be there before the first customer comes.
    pause(4).await;
    for turn in 0_u64.. {
        if stage.crowd() < AT_ONCE
            && let Some(script) = usize::try_from(dice(&(0..u64::MAX))).ok().and_then(|n| scripts.get(n % scripts.len().max(1)))
        {
            let is_for_a_person = turn % LEFT_FOR_A_PERSON == LEFT_FOR_A_PERSON - 1;
            let alone_s = dice(if is_for_a_person { &LEFT_FOR_S } else { &LOOKED_AT_S });
            let part = Part::new(Arc::clone(script), Instant::now() + Duration::from_secs(alone_s));
            troupe.spawn(customer::visit(Arc::clone(&desk), stage.clone(), part));
        }
        pause(dice(&BETWEEN_S)).await;
        while troupe.try_join_next().is_some() {}
    }
}

async fn pause(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

/// A number of `range` that nobody has to be able to foresee or repeat.
fn dice(range: &std::ops::Range<u64>) -> u64 {
    let (_, random) = Uuid::new_v4().as_u64_pair();
    range.start + random % (range.end - range.start).max(1)
}
