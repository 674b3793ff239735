//! The description of the whole API, served at `/api/openapi.json`.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use bytes::Bytes;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use wire::frames::{AgentFrame, AgentSays, AgentWelcome, CustomerFrame, CustomerSays};

use crate::state::Desk;

/// What is the same for the whole API. The frames of the sockets have no route, so they are named here.
#[derive(OpenApi)]
#[openapi(
    info(title = "Luukku", description = "Everything that the workspace and the widget do. Errors are problem documents (RFC 9457)."),
    components(schemas(AgentFrame, AgentSays, AgentWelcome, CustomerFrame, CustomerSays, wire::common::Problem))
)]
struct Document;

/// The document without any route.
pub fn begin() -> utoipa::openapi::OpenApi {
    Document::openapi()
}

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(openapi))
}

static TEXT: LazyLock<Bytes> = LazyLock::new(|| crate::api().into_openapi().to_json().unwrap_or_default().into());

#[utoipa::path(get, path = "/api/openapi.json", responses((status = OK, description = "This document")))]
async fn openapi() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], TEXT.clone())
}
