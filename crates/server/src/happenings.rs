//! What somebody who looks after the desk should know of, whoever's case it is: the newest when the page opens, and
//! each as it happens. What counts as such is [`is_notable`].

use axum::Json;
use axum::extract::State;
use desk::case::is_notable;
use desk::may::Act;
use store::cases::CaseRecord;
use store::timeline::{TimelineEntry, Words};
use store::{Tx, case_lists, cases};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::happening::Happening;

use crate::refusal::Answer;
use crate::state::Desk;
use crate::translate;
use crate::who::Who;

/// How many a page shows.
const SHOWN: i64 = 20;

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(newest))
}

/// The newest notable happenings in the cases that I may see, newest first. The next ones come as `happened` frames.
#[utoipa::path(get, path = "/api/happenings", responses((status = OK, body = Vec<Happening>)))]
async fn newest(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<Happening>>> {
    who.may(Act::SeeCases)?;
    let found = desk.db.read(async move |tx: &mut Tx| {
        let mut found = Vec::new();
        for (case, happened) in case_lists::notable(tx, who.organisation, who.agent_id, &who.served, SHOWN).await? {
            if let Some(record) = cases::look(tx, who.organisation, case).await? {
                found.extend(happening(&record, &TimelineEntry { happened, words: Words::None }));
            }
        }
        Ok(found)
    });
    Ok(Json(found.await?))
}

/// `entry` of the case, if it is notable.
pub fn happening(record: &CaseRecord, entry: &TimelineEntry) -> Option<Happening> {
    is_notable(&entry.happened.event).then(|| {
        let row = translate::row(record);
        Happening {
            case_id: row.case_id,
            number: row.number,
            client_id: row.client_id,
            customer: row.customer,
            channel: row.contact.channel,
            at: entry.happened.at.millis(),
            entry: translate::entry(entry),
        }
    })
}
