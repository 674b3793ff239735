//! Whether a visitor who would write now reaches a person, by the rules of the client: what their page and their matter need may
//! be known to nobody who is there, while the chat is open to everybody else. A widget asks it before it takes any words.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use desk::availability::ClosedReason;
use desk::id::LabelId;
use desk::language::Language;
use desk::moment::Moment;
use desk::routing::rules::{Beginning, NoChat};
use serde::Deserialize;
use store::Tx;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use wire::customer::Opening;

use super::begin::customer_is;
use super::speech::{chosen, own_page};
use crate::conversation;
use crate::extract::InQuery;
use crate::ingest;
use crate::refusal::{Answer, header_language};
use crate::ruling::Ruling;
use crate::state::Desk;
use crate::visitor::Visitor;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(opening))
}

/// With what a visitor would come.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct WouldBegin {
    /// On which page, without query and fragment.
    page: Option<String>,
    /// Which of the client's matters they have chosen.
    category_id: Option<Uuid>,
}

impl WouldBegin {
    /// Whether a chat would begin at `at` by which they asked this.
    pub async fn begin(self, tx: &mut Tx, visitor: &Visitor, language: Language, at: Moment) -> store::Result<Result<(), NoChat>> {
        let page = ingest::page(self.page.as_deref());
        let ruling = ruling(tx, visitor, language, page.as_deref(), self.category_id.map(LabelId)).await?;
        ruling.may_begin(tx, visitor.caller.organisation, &visitor.client, language, at).await
    }
}

/// In the language of `Accept-Language`. Where the client's chat is closed to everybody, that is for its availability to say.
#[utoipa::path(get, path = "/api/widget/{key}/opening", params(("key" = String, Path), WouldBegin),
    responses((status = OK, body = Opening)))]
async fn opening(
    State(desk): State<Desk>,
    visitor: Visitor,
    headers: HeaderMap,
    InQuery(would): InQuery<WouldBegin>,
) -> Answer<Json<Opening>> {
    let (at, language) = (desk.now(), header_language(&headers));
    let begins = desk.db.read(async move |tx: &mut Tx| would.begin(tx, &visitor, language, at).await);
    let why = |key| Some(desk.texts.say(language, key, &[]));
    Ok(Json(match begins.await? {
        Ok(()) => Opening { open: true, why: None },
        Err(NoChat::NobodyKnows) => Opening { open: false, why: why("refusal-nobody-knows") },
        Err(NoChat::Closed(ClosedReason::QueueFull)) => Opening { open: false, why: why("opening-full") },
        Err(NoChat::Closed(_)) => Opening { open: false, why: None },
    }))
}

/// What the client's rules would decide about a visitor who began a chat now: of who has an unsolved case that chat would be of
/// its matter, as [`super::speak`] begins it.
pub(super) async fn ruling(
    tx: &mut Tx,
    visitor: &Visitor,
    language: Language,
    page: Option<&str>,
    category: Option<LabelId>,
) -> store::Result<Ruling> {
    let (client, organisation) = (&visitor.client, visitor.caller.organisation);
    let current = match visitor.customer {
        Some(customer) => conversation::current(tx, organisation, customer).await?.filter(|record| record.case.takes_words(true)),
        None => None,
    };
    let of_case = current.as_ref().map(|record| &record.case);
    let beginning = Beginning {
        language,
        page: own_page(client, page.or(of_case.and_then(|case| case.contact.start_page.as_deref()))),
        customer: customer_is(tx, organisation, visitor.caller.person, visitor.customer).await?,
        category: chosen(tx, organisation, client.client_id, category).await?.or(of_case.and_then(|case| case.category)),
    };
    Ruling::read(tx, organisation, client, beginning).await
}
