//! Files that go with messages: uploaded first, tied to a message when it is sent, and served so that nothing in them
//! can act. [`upload`] and [`serve`] are the routes, [`kind`] decides what a file is, [`drawing`] whose
//! picture is drawn next, [`shelf`] keeps the bytes, and
//! [`under_way`] knows how many are on their way, and [`unsent`]
//! how many visitors have sent without a message.

mod drawing;
mod kind;
mod serve;
mod shelf;
mod under_way;
mod unsent;
mod upload;

use utoipa_axum::router::OpenApiRouter;

use crate::state::Desk;

pub use drawing::Pictures;
pub use under_way::Uploads;
pub use unsent::Unsent;
pub use upload::{FILE_LIMIT, forget_never_sent};

/// The routes of files. Uploads have a body limit of their own.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().merge(upload::routes()).merge(serve::routes())
}
