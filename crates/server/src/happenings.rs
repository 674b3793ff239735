//! What somebody who looks after the desk should know of, whoever's case it is: the newest when the page opens, and
//! each as it happens. What counts as such is [`is_notable`], how many of a kind are listed [`kept`].

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use axum::Json;
use axum::extract::State;
use desk::case::is_notable;
use desk::happening::{LOOKED_AT, kept};
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

/// The route.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(newest))
}

/// The newest notable happenings in the cases that I may see, newest first, at most 100 of a kind at each client. The next ones come as `happened` frames.
#[utoipa::path(get, path = "/api/happenings", responses((status = OK, body = Vec<Happening>)))]
async fn newest(State(desk): State<Desk>, who: Who) -> Answer<Json<Vec<Happening>>> {
    who.may(Act::SeeCases)?;
    let found = desk.db.read(async move |tx: &mut Tx| {
        let newest = case_lists::notable(tx, who.organisation, who.agent_id, &who.served, LOOKED_AT).await?;
        let mut records = HashMap::new();
        let mut found = Vec::new();
        for (_, case, happened) in kept(newest, |(client, _, happened)| (*client, &happened.event)) {
            let record = match records.entry(case) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(cases::look(tx, who.organisation, case).await?),
            };
            if let Some(record) = record {
                found.extend(happening(record, &TimelineEntry { happened, words: Words::None }));
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
