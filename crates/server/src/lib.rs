//! The edge: routes and handlers, sliced by word. It may ask, translate and carry; the rules are in `desk`.
//!
//! Read in this order: [`state`] (what every handler has at hand), [`refusal`] (how a no looks), [`extract`], [`who`]
//! and [`visitor`] (what handlers take from a request), [`guard`] and [`limits`] (what every request passes). Then the
//! slices, each with its `routes()`.

pub mod address;
mod agent_rules;
mod answer_targets;
pub mod assets;
mod availability_log;
mod blocked;
pub mod carry_out;
pub mod cases;
pub mod conversation;
pub mod doors;
pub mod extract;
pub mod figures;
pub mod files;
pub mod guard;
mod happenings;
pub mod ingest;
pub mod invitations;
pub mod limits;
mod loaders;
mod loads;
mod mentions;
mod new_words;
pub mod openapi;
mod opening;
mod outcome;
pub mod password;
mod prepared;
pub mod presence;
pub mod private;
mod promises;
mod proposals;
pub mod pulse;
pub mod refusal;
mod refused_rule;
mod repetition;
pub mod rows;
mod ruling;
pub mod secret;
pub mod set_up;
pub mod snapshot;
pub mod sockets;
pub mod state;
pub mod tell;
pub mod texts;
mod told_time;
mod translate;
mod turns;
mod unread;
pub mod visitor;
mod visits;
pub mod who;
pub mod widget;
pub mod widget_view;

mod connection;
mod health;
mod listen;
mod me;
mod noted;
mod offers;
mod overflows;
mod pages;
mod search;
pub mod searches;
mod settings;
mod sign_in;

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use utoipa_axum::router::OpenApiRouter;

pub use state::{Clock, Desk, Network, Patience, Random, Settings, SystemClock, SystemRandom};

/// How long open requests may take after the desk was told to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Every route of the API, with its description.
pub(crate) fn api() -> OpenApiRouter<Desk> {
    OpenApiRouter::with_openapi(openapi::begin())
        .merge(openapi::routes())
        .merge(health::routes())
        .merge(cases::routes())
        .merge(widget::routes())
        .merge(files::routes())
        .merge(set_up::routes())
        .merge(sign_in::routes())
        .merge(invitations::routes())
        .merge(me::routes())
        .merge(settings::routes())
        .merge(sockets::routes())
        .merge(happenings::routes())
        .merge(mentions::routes())
        .merge(agent_rules::routes())
        .merge(availability_log::routes())
        .merge(snapshot::routes())
        .merge(conversation::routes())
        .merge(widget_view::routes())
        .merge(presence::routes())
        .merge(search::routes())
}

/// Every address that is a page and no part of the API; all of them are read with GET.
pub fn pages_of() -> Vec<&'static str> {
    pages::WORKSPACE.into_iter().chain(pages::OTHERS).collect()
}

/// Every route that the desk has, as `(method, path)` in capital letters, straight from the router's own description.
pub fn routes_of() -> Vec<(String, String)> {
    let document = serde_json::to_value(api().into_openapi()).unwrap_or_default();
    let paths = document.get("paths").and_then(serde_json::Value::as_object).cloned().unwrap_or_default();
    let mut routes = Vec::new();
    for (path, item) in paths {
        let methods = item.as_object().into_iter().flat_map(serde_json::Map::keys);
        let methods = methods.filter(|name| ["get", "post", "put", "delete", "patch"].contains(&name.as_str()));
        routes.extend(methods.map(|method| (method.to_uppercase(), path.clone())));
    }
    routes
}

/// The whole desk as one service. It needs the addresses of its peers (`ConnectInfo<SocketAddr>`).
pub fn router(desk: Desk) -> Router {
    let (routes, _) = api().split_for_parts();
    routes
        .merge(pages::routes())
        .fallback(pages::unknown)
        .method_not_allowed_fallback(refusal::unknown_method)
        .layer(DefaultBodyLimit::max(extract::BODY_LIMIT))
        .layer(from_fn_with_state(desk.clone(), guard::guard))
        .layer(from_fn_with_state(desk.clone(), refusal::worded))
        .with_state(desk)
}

/// Serves the desk until `shutdown` is done, then lets open requests come to their end for at most 10 seconds.
pub async fn serve<S>(desk: Desk, listener: TcpListener, shutdown: S)
where
    S: Future<Output = ()> + Send + 'static,
{
    if let Err(error) = loaders::keep(&desk.settings.data_dir) {
        tracing::warn!(%error, "websites that pin this version of the loader will not get it after an upgrade");
    }
    let (told, mut stopping) = tokio::sync::watch::channel(false);
    let (app, stopped, listening) = (router(desk.clone()), desk.clone(), desk.clone());
    let serving = listen::until(app, listener, &listening.settings, async move {
        shutdown.await;
        desk.live.close_all(live::Closing::Restart);
        // The receiver lives as long as this function.
        let _ = told.send(true);
    });
    let too_long = async move {
        if stopping.wait_for(|is_stopping| *is_stopping).await.is_ok() {
            tokio::time::sleep(DRAIN).await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = serving => {}
        () = too_long => {}
    }
    // Sockets are nobody's open request: without this they would break off before they have heard why.
    stopped.send_screens_away().await;
}
