//! What a visitor may do through the widget: speak ([`speak`]), and what goes with a conversation ([`aside`]).

mod aside;
mod begin;
mod speak;
mod speech;

use utoipa_axum::router::OpenApiRouter;

use crate::state::Desk;

/// The routes of the widget's commands.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().merge(speak::routes()).merge(aside::routes())
}
