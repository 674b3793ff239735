//! Cases as the workspace and integrations see them: reading ([`show`], [`list`]), acting ([`act`]), what is kept
//! beside ([`aside`]: drafts and read marks), taking one home ([`transcript`]), sending a customer elsewhere ([`refer`]), what is known of a customer ([`known`]), and why a
//! waiting one is offered to whom it is ([`routing`]).

mod act;
mod aside;
mod call;
mod conduct;
mod known;
mod left;
mod list;
mod orders;
mod park;
mod refer;
mod routing;
mod show;
mod speech;
mod transcript;

use utoipa_axum::router::OpenApiRouter;

use crate::state::Desk;

pub use act::{message_limits, new_message};
pub use call::call_tries;
pub use conduct::kept_out;
pub use known::known_of;
pub use orders::taking;
pub use routing::routed;
pub use show::{ENTRIES_AT_ONCE, customer_read_seq, draft_of, seen};
pub use transcript::{InLanguage, material, transcript_of};

/// The routes of cases.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .merge(show::routes())
        .merge(list::routes())
        .merge(park::routes())
        .merge(call::routes())
        .merge(refer::routes())
        .merge(act::routes())
        .merge(aside::routes())
        .merge(known::routes())
        .merge(conduct::routes())
        .merge(transcript::routes())
        .merge(routing::routes())
}
