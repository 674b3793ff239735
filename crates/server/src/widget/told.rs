//! What a visitor's own browser is told back of what they have said of themselves, so that a form need not ask it again.

use axum::Json;
use axum::extract::State;
use store::{Tx, customers, people};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::customer::ToldOfMyself;

use crate::conversation;
use crate::refusal::Answer;
use crate::state::Desk;
use crate::visitor::Visitor;

pub(super) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(told))
}

/// Of who asks alone: in the visit of a person whom the website has named, or by the secret of their browser while that shows
/// their conversation as well. After that somebody else may sit there.
#[utoipa::path(get, path = "/api/widget/{key}/told", params(("key" = String, Path)), responses((status = OK, body = ToldOfMyself)))]
async fn told(State(desk): State<Desk>, visitor: Visitor) -> Answer<Json<ToldOfMyself>> {
    visitor.caller.secret()?;
    let (organisation, customer, person) = (visitor.caller.organisation, visitor.customer, visitor.caller.person);
    let found = desk.db.read(async move |tx: &mut Tx| {
        let brief = match customer {
            Some(customer) if person.is_some() || conversation::current(tx, organisation, customer).await?.is_some() => {
                customers::brief(tx, organisation, customer).await?
            }
            Some(_) | None => None,
        };
        Ok(match (brief, person) {
            (Some(brief), _) => ToldOfMyself { name: brief.name, email: brief.email },
            (None, Some(person)) => {
                let said = people::said(tx, organisation, person).await?;
                ToldOfMyself { name: said.name, email: said.email }
            }
            (None, None) => ToldOfMyself { name: None, email: None },
        })
    });
    Ok(Json(found.await?))
}
