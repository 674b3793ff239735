//! What a visitor may do through the widget: speak ([`speak`]) as long as their address has room in the queue
//! ([`queued`]), what goes with a conversation ([`aside`]), and say that they met the chat closed ([`met_closed`]).

mod aside;
mod begin;
mod met_closed;
mod queued;
mod speak;
mod speech;

pub use met_closed::MetClosed;
pub use queued::Queued;
use utoipa_axum::router::OpenApiRouter;

use crate::state::Desk;

/// The routes of the widget's commands.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().merge(speak::routes()).merge(aside::routes()).merge(met_closed::routes())
}
