//! The pages of a visit, which a website tells with its visitor's consent: kept while a contact goes on, for who sees its case.

use axum::extract::State;
use axum::http::StatusCode;
use desk::case::ContactState;
use desk::moment::Moment;
use desk::visit_pages::{self, LONGEST_TITLE, VisitPage};
use desk::website::is_page_of;
use store::cases::{self, CaseRecord};
use store::{Tx, visit_pages as kept};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::commands::{TellPage, TellPages};
use wire::frames::AgentFrame;

use crate::extract::Body;
use crate::ingest;
use crate::limits::Doing;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::tell::frame;
use crate::translate;
use crate::visitor::Visitor;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(tell_pages))
}

/// They are kept while the contact goes on; of who is in none, nothing is.
#[utoipa::path(put, path = "/api/widget/{key}/visit-pages", request_body = TellPages, params(("key" = String, Path)),
    responses((status = NO_CONTENT)))]
async fn tell_pages(State(desk): State<Desk>, visitor: Visitor, Body(given): Body<TellPages>) -> Answer<StatusCode> {
    visitor.caller.counts(&desk, Doing::Writing)?;
    let (organisation, customer, now) = (visitor.caller.organisation, visitor.known()?, desk.now());
    // Where else somebody was is no business of the desk's, whatever the page that shows the widget says.
    let is_own = |page: &VisitPage| is_page_of(&visitor.client.websites, &page.address);
    let pages = visit_pages::newest(given.pages.iter().filter_map(|page| cleaned(page, now)).filter(is_own).collect());
    let unit = desk.db.unit(async move |tx: &mut Tx| {
        let Some(newest) = cases::newest_of(tx, organisation, customer).await? else { return Ok(None) };
        // The case is locked: what comes while the contact ends is not kept after it.
        let record = cases::load_to_change(tx, organisation, newest).await?;
        let Some(record) = record.filter(|record| record.case.contact.state != ContactState::Ended) else { return Ok(None) };
        kept::keep(tx, organisation, customer, &pages).await?;
        Ok(Some((record, pages)))
    });
    if let Some((record, pages)) = unit.await? {
        tell(&desk, &visitor, &record, &pages);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// As it may be stored; a page of another kind than websites have is left out.
fn cleaned(page: &TellPage, now: Moment) -> Option<VisitPage> {
    let title = ingest::cut_line(page.title.as_deref(), LONGEST_TITLE).filter(|title| !title.is_empty());
    Some(VisitPage { address: ingest::page(Some(&page.address))?, title, at: visit_pages::came_at(page.ago_s, now) })
}

fn tell(desk: &Desk, visitor: &Visitor, record: &CaseRecord, pages: &[VisitPage]) {
    let told =
        frame(&AgentFrame::VisitPages { customer_id: record.case.customer.0, pages: pages.iter().map(translate::visit_page).collect() });
    desk.live.tell_who_sees(visitor.caller.organisation, record.case.client, record.case.contact.holder(), &told);
}
