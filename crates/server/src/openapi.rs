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

/// What is the same for the whole API. The frames of the sockets have no route, and what is asked in an address
/// has no body, so they are named here.
#[derive(OpenApi)]
#[openapi(
    info(title = "Luukku", description = "Everything that the workspace and the widget do. Errors are problem documents (RFC 9457)."),
    components(schemas(AgentFrame, AgentSays, AgentWelcome, CustomerFrame, CustomerSays, wire::audit::AuditArea, wire::common::Problem))
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

/// The whole document, as it is served.
pub fn text() -> Bytes {
    TEXT.clone()
}

static TEXT: LazyLock<Bytes> = LazyLock::new(|| named(crate::api().into_openapi()).to_json().unwrap_or_default().into());

/// Names every operation after its method and path (`post_cases_case_end`): the names of our functions repeat from
/// slice to slice, and the specification wants each name once.
fn named(mut document: utoipa::openapi::OpenApi) -> utoipa::openapi::OpenApi {
    for (path, item) in &mut document.paths.paths {
        let words: Vec<&str> = path.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "api").collect();
        let path = words.join("_");
        let operations = [("get", &mut item.get), ("post", &mut item.post), ("put", &mut item.put), ("delete", &mut item.delete)];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                operation.operation_id = Some(format!("{method}_{path}"));
            }
        }
    }
    document
}

#[utoipa::path(get, path = "/api/openapi.json", responses((status = OK, description = "This document")))]
async fn openapi() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], text())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::indexing_slicing)]
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_has_a_name_of_its_own() {
        let document: serde_json::Value = serde_json::from_slice(&super::text()).expect("the description is JSON");
        let items = document["paths"].as_object().expect("paths").values();
        let operations: Vec<_> = items.flat_map(|item| item.as_object().expect("an item").values()).collect();
        let names: BTreeSet<_> = operations.iter().filter_map(|operation| operation["operationId"].as_str()).collect();
        assert!(operations.len() > 3, "there are operations to compare");
        assert_eq!(names.len(), operations.len());
    }
}
