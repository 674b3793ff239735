//! Settings of the desk. Every change is checked field by field, written together with who made it, and told to the
//! open screens.

pub mod agents;
pub mod api_tokens;
pub mod approaches;
pub mod audit;
pub mod checks;
pub mod clients;
mod deciding;
pub mod holidays;
pub mod identity_keys;
mod knowledge;
pub mod known;
pub mod labels;
pub mod launch;
pub mod prepared;
mod rules;
mod settling;
pub mod skills;
pub mod speech;
mod team_rules;
pub mod teams;
mod told_rules;
pub mod weights;

use utoipa_axum::router::OpenApiRouter;

use crate::state::Desk;

/// The routes of this folder.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .merge(agents::routes())
        .merge(api_tokens::routes())
        .merge(audit::routes())
        .merge(clients::routes())
        .merge(deciding::routes())
        .merge(identity_keys::routes())
        .merge(approaches::routes())
        .merge(known::routes())
        .merge(labels::routes())
        .merge(launch::routes())
        .merge(prepared::routes())
        .merge(rules::routes())
        .merge(skills::routes())
        .merge(teams::routes())
        .merge(weights::routes())
}
