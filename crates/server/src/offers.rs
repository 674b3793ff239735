//! Offers what waits to one agent at a time, and ends offers that nobody took. [`desk::routing`] says to whom, and
//! [`desk::case::offer_end`] for how long; both are asked again in the transaction that changes the case.

use std::collections::HashMap;

use desk::case::{Command, Event, OfferedAgent, offer_end};
use desk::id::{AgentId, CaseId, ContactId, OrganisationId};
use desk::moment::Moment;
use desk::routing::{eligible, hand_out, may_take};
use store::cases::CaseRecord;
use store::routing::Offered;
use store::{Tx, presence, routing, staffing};

use crate::carry_out::{NewWords, Plan, Planner, carry_out};
use crate::overflows::{only_standing, waiting_now};
use crate::presence::tell_changed;
use crate::refusal::Answer;
use crate::state::Desk;

/// Ends what is over and offers what waits. `runs_since` is since when this desk has been running without a break.
pub async fn look_at(desk: &Desk, organisation: OrganisationId, runs_since: Moment) -> Answer<()> {
    let ended = end_those_over(desk, organisation, runs_since).await;
    let at = desk.now();
    let facts = desk.db.read(async move |tx: &mut Tx| {
        if !routing::is_offering(tx, organisation).await? {
            return Ok(None);
        }
        let mut waiting = routing::in_line(tx, organisation).await?;
        only_standing(tx, organisation, waiting.iter_mut().map(|one| &mut one.waiting)).await?;
        if waiting.is_empty() { Ok(None) } else { Ok(Some((waiting, routing::agents(tx, organisation).await?))) }
    });
    let Some((in_line, agents)) = facts.await? else { return ended };
    let cases: HashMap<ContactId, CaseId> = in_line.iter().map(|one| (one.waiting.contact, one.case)).collect();
    let mut done = ended;
    for (contact, to) in hand_out(in_line.iter().map(|one| &one.waiting), agents, at) {
        let Some(case) = cases.get(&contact).copied() else { continue };
        // One case that cannot be offered keeps no other from being offered.
        done = carry_out(desk, organisation, case, MakeOffer { to, at }).await.map(drop).and(done);
    }
    done
}

struct MakeOffer {
    to: AgentId,
    at: Moment,
}

impl Planner for MakeOffer {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        let (waiting, contact) = (waiting_now(tx, organisation, record).await?, &record.case.contact);
        let nothing = Ok(Ok((Vec::new(), NewWords::None)));
        let Some(claimant) = staffing::claimant(tx, organisation, self.to, contact).await? else { return nothing };
        let Some(agent) = routing::agent_now(tx, organisation, self.to).await? else { return nothing };
        let within = agent.offered_within(&waiting.needs, self.at.since(waiting.arrived_at));
        let Some(within) = within.filter(|_| eligible(&agent, &waiting.needs).is_ok()) else { return nothing };
        Ok(Ok((vec![Command::Offer { to: self.to, slots: claimant.slots, within }], NewWords::None)))
    }
}

async fn end_those_over(desk: &Desk, organisation: OrganisationId, runs_since: Moment) -> Answer<()> {
    let at = desk.now();
    let looked = desk.db.read(async move |tx: &mut Tx| {
        let mut offered = routing::offered(tx, organisation).await?;
        only_standing(tx, organisation, offered.iter_mut().map(|one| &mut one.waiting)).await?;
        let agents = if offered.is_empty() { Vec::new() } else { routing::agents(tx, organisation).await? };
        Ok((offered, agents))
    });
    let (offered, agents) = looked.await?;
    // Gone, or the client or the team is theirs no more: whoever is offered what they cannot take keeps it from the others.
    let stands = |one: &Offered| {
        let to = agents.iter().find(|agent| agent.agent == one.offer.to);
        to.is_some_and(|agent| may_take(agent, &one.waiting.needs, Some(one.offer.to)).is_ok())
    };
    let mut done = Ok(());
    for Offered { case, offer, .. } in offered.into_iter().filter(|one| one.offer.until <= at || !stands(one)) {
        let ended = carry_out(desk, organisation, case, EndOffer { to: offer.to, runs_since, at }).await;
        if let Ok(outcome) = &ended {
            let is_pause = |event: &Event| matches!(event, Event::OfferEnded { why, .. } if why.pauses().is_some());
            if outcome.entries.iter().any(|entry| is_pause(&entry.happened.event)) {
                done = tell_changed(desk, organisation, offer.to).await.map_err(Into::into).and(done);
            }
        }
        done = ended.map(drop).and(done);
    }
    done
}

struct EndOffer {
    to: AgentId,
    runs_since: Moment,
    at: Moment,
}

impl Planner for EndOffer {
    async fn plan(self, tx: &mut Tx, organisation: OrganisationId, record: &CaseRecord) -> store::Result<Plan> {
        let nothing = Ok(Ok((Vec::new(), NewWords::None)));
        let Some(offer) = record.case.contact.offer.filter(|offer| offer.to == self.to) else { return nothing };
        let waiting = waiting_now(tx, organisation, record).await?;
        // The agent's row is locked, so that who says right now that they are away is asked no more.
        let claimant = staffing::claimant(tx, organisation, self.to, &record.case.contact).await?;
        let agent = routing::agent_now(tx, organisation, self.to).await?.filter(|_| claimant.is_some());
        let is_present = claimant.is_some_and(|claimant| claimant.is_present);
        let can_take = agent.is_some_and(|agent| may_take(&agent, &waiting.needs, Some(self.to)).is_ok());
        let asked = OfferedAgent { can_take, is_present, desk_runs_since: self.runs_since };
        let Some(why) = offer_end(offer, asked, self.at) else { return nothing };
        if let Some(because) = why.pauses() {
            presence::pause(tx, organisation, self.to, because, self.at).await?;
        }
        Ok(Ok((vec![Command::EndOffer { to: self.to, why }], NewWords::None)))
    }
}
