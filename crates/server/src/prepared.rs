//! Prepared replies as agents get them: split where they are filled, so that no screen has a rule of its own for that.

use desk::id::{OrganisationId, PreparedReplyId};
use desk::may::Served;
use desk::prepared::{self, Part};
use store::prepared::PreparedReply;
use store::{Failure, Tx};
use tokio::sync::Mutex;
use wire::frames::AgentFrame;
use wire::prepared::{PreparedPart, PreparedReplyRow, PreparedText};

use crate::state::Desk;
use crate::tell::frame;

/// Held while one reply is read and told, so that what the screens hear last is what the store has.
#[derive(Debug, Default)]
pub struct Turn(Mutex<()>);

/// The replies of those clients that somebody serves, and of all clients.
pub async fn rows(tx: &mut Tx, organisation: OrganisationId, served: &Served) -> store::Result<Vec<PreparedReplyRow>> {
    let all = store::prepared::list(tx, organisation).await?;
    all.iter().filter(|reply| reply.client_id.is_none_or(|client| served.covers(client))).map(row).collect()
}

/// Tells the screens that it concerns how a reply is now. `has_moved` when others than before may see it.
pub async fn tell(desk: &Desk, organisation: OrganisationId, id: PreparedReplyId, has_moved: bool) {
    let _turn = desk.prepared.0.lock().await;
    let loaded = desk.db.read(async move |tx: &mut Tx| store::prepared::load(tx, organisation, id).await).await;
    let shown = loaded.and_then(|there| there.as_ref().map(|there| Ok((there.client_id, row(there)?))).transpose());
    let told = |reply| frame(&AgentFrame::PreparedReply { prepared_reply_id: id.0, reply });
    match shown {
        Ok(there) => {
            if has_moved || there.is_none() {
                desk.live.tell_desk(organisation, None, &told(None));
            }
            if let Some((client, reply)) = there {
                desk.live.tell_desk(organisation, client, &told(Some(reply)));
            }
        }
        // What was changed is stored, and every screen that is opened from now on has it.
        Err(failure) => tracing::warn!(because = failure.for_log(), "open screens could not be told about a prepared reply"),
    }
}

/// What is inserted of a text that was split.
pub fn text(parts: &[Part]) -> PreparedText {
    let shown = |parts: &[Part]| parts.iter().map(part).collect();
    PreparedText { parts: shown(parts), nameless: prepared::nameless(parts).as_deref().map(shown) }
}

fn part(part: &Part) -> PreparedPart {
    match part {
        Part::Words(words) => PreparedPart::Words { text: words.clone() },
        Part::Value(variable) => PreparedPart::Value { variable: (*variable).into() },
    }
}

fn row(reply: &PreparedReply) -> store::Result<PreparedReplyRow> {
    // It was split when it was stored.
    let parts = prepared::parse(&reply.text).map_err(|_| Failure::Corrupt)?;
    Ok(PreparedReplyRow {
        prepared_reply_id: reply.prepared_reply_id.0,
        client_id: reply.client_id.map(|id| id.0),
        language: reply.language.into(),
        name: reply.name.clone(),
        text: text(&parts),
        kind: reply.kind.into(),
    })
}
