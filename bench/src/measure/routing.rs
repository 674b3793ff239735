//! Whom a waiting chat is offered to, with many agents present and many chats waiting.

use std::time::Instant;

use desk::routing::{choose, hand_out};
use store::Tx;

use super::Place;
use crate::report::{Figure, Number, Target, Times};
use crate::{Result, world};

const AGENTS: usize = 200;
const WAITING: usize = 2_000;
/// How often the whole queue is looked at.
const LOOKS: usize = 100;

/// One decision about each chat, and a whole look at the queue as each beat of the desk takes it: the facts read from
/// the database and everything handed out.
pub async fn routing(place: &Place) -> Result<Vec<Figure>> {
    let made = place.made(AGENTS, 0).await?;
    let db = made.db().await?;
    world::queue(&db, WAITING).await?;
    let mut looks = Vec::with_capacity(LOOKS);
    let mut decisions = Vec::with_capacity(WAITING);
    for _ in 0..LOOKS {
        let looked = Instant::now();
        let facts = db.read(async move |tx: &mut Tx| {
            Ok((store::routing::in_line(tx, world::ORGANISATION).await?, store::routing::agents(tx, world::ORGANISATION).await?))
        });
        let (in_line, agents) = facts.await?;
        let at = world::now();
        let offers = hand_out(in_line.iter().map(|one| &one.waiting), agents.clone(), at);
        looks.push(looked.elapsed());
        if (in_line.len(), offers.len()) != (WAITING, AGENTS * world::SLOTS) {
            return Err(format!("{} waited and {} were handed out", in_line.len(), offers.len()).into());
        }
        if decisions.is_empty() {
            for one in &in_line {
                let asked = Instant::now();
                let decision = choose(&one.waiting, &agents, at);
                decisions.push(asked.elapsed());
                decision.chosen.ok_or("nobody was chosen")?;
            }
        }
    }
    db.close().await;
    let world = format!("{AGENTS} agents present, {WAITING} chats waiting");
    let decisions = Times::of(decisions);
    let us = |name, percent, target| Number::new(name, decisions.percentile_ms(percent) * 1000.0, "µs", target);
    Ok(vec![
        Figure::of(format!("routing decision, {world}"), vec![us("p50", 50, Target::None), us("p99", 99, Target::AtMost(5_000.0))]),
        Figure::percentiles("… all of them, with the facts read", &Times::of(looks), Target::None, Target::None),
    ])
}
