//! What a visitor may do through the widget: speak ([`speak`]) as long as their address has room in the queue
//! ([`queued`]), what goes with a conversation ([`aside`]), say that they met the chat closed ([`met_closed`]),
//! show whom the website has signed in ([`identify`], with the [`token`]), be invited to a chat ([`approach`]), ask whether
//! anybody knows their matter ([`opening`]), have back what
//! they have told of themselves ([`told`]), and ask to be called ([`call`]). What their website tells of their visit is in [`visit_pages`].

mod approach;
mod aside;
mod begin;
mod call;
mod firsts;
mod identify;
mod met_closed;
mod opening;
mod queued;
mod speak;
mod speech;
mod token;
mod told;
mod visit_pages;

pub use approach::Approached;
pub use met_closed::MetClosed;
pub use queued::{Queued, Waiting};
use utoipa_axum::router::OpenApiRouter;

use crate::state::Desk;

/// The routes of the widget's commands.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .merge(speak::routes())
        .merge(aside::routes())
        .merge(met_closed::routes())
        .merge(identify::routes())
        .merge(approach::routes())
        .merge(opening::routes())
        .merge(told::routes())
        .merge(visit_pages::routes())
        .merge(call::routes())
}
