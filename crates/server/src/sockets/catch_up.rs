//! What a screen missed, by the `seq` that it has (D4): everything in order, or the word that its seq is not of this history.

use desk::id::{AgentId, CaseId, CustomerId, OrganisationId};
use store::cases::{self, CaseRecord};
use store::timeline::{self, Page};
use store::{Tx, agents};
use wire::frames::{AgentFrame, CustomerFrame};

use super::line::{Close, Line};
use super::told;
use crate::cases::known_of;
use crate::snapshot::served;
use crate::state::Desk;
use crate::tell::frame;
use crate::{conversation, translate};

/// What one frame holds.
const AT_ONCE: Page = Page::of(200);

/// Whose eyes look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looker {
    pub organisation: OrganisationId,
    pub agent: AgentId,
}

/// The case, if this person sees it now.
async fn seen_in(tx: &mut Tx, who: Looker, case: CaseId) -> store::Result<Option<CaseRecord>> {
    let Some(agent) = agents::load(tx, who.organisation, who.agent).await?.filter(|agent| agent.active) else {
        return Ok(None);
    };
    let Some(record) = cases::look(tx, who.organisation, case).await? else {
        return Ok(None);
    };
    let sees = served(tx, who.organisation, &agent).await?.shows(who.agent, record.case.client, record.case.contact.holder());
    Ok(sees.then_some(record))
}

/// The case, if this person sees it now.
pub(super) async fn seen(desk: &Desk, who: Looker, case: CaseId) -> store::Result<Option<CaseRecord>> {
    desk.db.read(async move |tx: &mut Tx| seen_in(tx, who, case).await).await
}

/// Says everything of `case` after `seq`, page by page, so that no long absence costs memory; the row in any case, and last how
/// far it has been read and what is known of its customer, whose news have no place in that order.
pub(super) async fn agent(desk: &Desk, line: &mut Line, who: Looker, case: CaseId, seq: i64) -> Result<(), Close> {
    let mut after = seq;
    loop {
        let page = desk.db.read(async move |tx: &mut Tx| {
            let Some(record) = seen_in(tx, who, case).await? else { return Ok(None) };
            if !(0..=record.seq).contains(&after) {
                return Ok(None);
            }
            let entries = timeline::between(tx, who.organisation, case, after, record.seq, AT_ONCE).await?;
            Ok(Some((record, entries)))
        });
        let Some((record, entries)) = page.await? else {
            return line.say(frame(&AgentFrame::Resync { case_id: Some(case.0) })).await;
        };
        let last = entries.last().map_or(record.seq, |entry| entry.happened.seq);
        let entries = entries.iter().map(translate::entry).collect();
        line.say(frame(&AgentFrame::Case { row: Box::new(translate::row(&record)), after, entries })).await?;
        if last >= record.seq {
            let beside = desk.db.read(async move |tx: &mut Tx| {
                Ok((told::marks(tx, who.organisation, &record).await?, known_of(tx, who.organisation, &record).await?))
            });
            let (marks, known) = beside.await?;
            line.say(frame(&marks)).await?;
            return if known.values.is_empty() { Ok(()) } else { line.say(frame(&AgentFrame::Known(known))).await };
        }
        after = last;
    }
}

/// Says everything that a customer sees after their own `seq`, page by page.
pub(super) async fn customer(
    desk: &Desk,
    line: &mut Line,
    organisation: OrganisationId,
    customer: CustomerId,
    seq: i64,
) -> Result<(), Close> {
    let mut after = seq;
    loop {
        let page = desk.db.read(async move |tx: &mut Tx| conversation::page(tx, organisation, customer, after, AT_ONCE).await);
        let Some((entries, standing)) = page.await? else {
            return line.say(frame(&CustomerFrame::Resync)).await;
        };
        let Some(last) = entries.last().map(|entry| entry.seq) else {
            return Ok(());
        };
        line.say(frame(&CustomerFrame::Entries { after, entries, standing })).await?;
        after = last;
    }
}
