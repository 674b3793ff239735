//! The web apps: the workspace, the loader for websites, the frame that the loader opens.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use store::{Tx, clients};

use crate::assets::{self, Accepts, Asset};
use crate::extract::InPath;
use crate::loaders;
use crate::refusal::{Answer, Refused, header_language};
use crate::secret;
use crate::state::Desk;

/// Addresses of the workspace's own pages; which of them is shown, the workspace decides.
pub const WORKSPACE: [&str; 13] = [
    "/",
    "/sign-in",
    "/set-up/{token}",
    "/invitation/{token}",
    "/cases",
    "/cases/{number}",
    "/team",
    "/team/availability/{client}",
    "/team/referrals/{client}",
    "/decisions",
    "/wallboard",
    "/settings",
    "/settings/{*rest}",
];
/// Addresses of everything else that is no part of the API.
pub const OTHERS: [&str; 4] = ["/assets/{*path}", "/widget.js", "/widget/{hash}/widget.js", "/w/{key}"];

/// The routes of this file. They are pages, not API, so the API's description does not have them.
pub fn routes() -> Router<Desk> {
    let [assets, loader, fixed_loader, frame] = OTHERS;
    let workspace = WORKSPACE.iter().fold(Router::new(), |router, path| router.route(path, get(workspace)));
    workspace.route(assets, get(asset)).route(loader, get(newest_loader)).route(fixed_loader, get(one_loader)).route(frame, get(frame_page))
}

const OWN: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; \
     connect-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

async fn workspace(State(desk): State<Desk>, headers: HeaderMap) -> Response {
    page(&desk, "index.html", &headers, "'none'")
}

/// The frame of one client's widget. Only the client's own websites may show it.
async fn frame_page(State(desk): State<Desk>, InPath(key): InPath<String>, _: RawQuery, headers: HeaderMap) -> Answer<Response> {
    let (organisation, widget_id) = secret::open_widget_key(&key).ok_or_else(Refused::not_found)?;
    let client = desk.db.read(async move |tx: &mut Tx| clients::by_widget(tx, organisation, &widget_id).await).await?;
    let client = client.ok_or_else(Refused::not_found)?;
    let websites = client.websites.join(" ");
    let mut response = page(&desk, "frame.html", &headers, if websites.is_empty() { "'none'" } else { &websites });
    // A website that isolates itself may load only what says that it may be loaded.
    response.headers_mut().insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    Ok(response)
}

/// What an address answers that the desk does not have. Who mistyped one in a browser sees the workspace's own page
/// about it; everybody else gets a problem document.
pub async fn unknown(State(desk): State<Desk>, method: Method, uri: Uri, mut headers: HeaderMap) -> Answer<Response> {
    let wants_page = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"));
    if method != Method::GET || !wants_page || uri.path().starts_with("/api/") {
        return Err(Refused::not_found());
    }
    // The page is sent whole: "not modified" would take the place of "not found".
    headers.remove(IF_NONE_MATCH);
    let mut response = page(&desk, "index.html", &headers, "'none'");
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

fn page(desk: &Desk, name: &str, headers: &HeaderMap, ancestors: &str) -> Response {
    let mut response = match assets::find(name, accepts(headers)) {
        Some(asset) => answer(&asset, headers, "no-cache"),
        None => not_built(desk, headers),
    };
    if let Ok(policy) = HeaderValue::try_from(format!("{OWN}{ancestors}")) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn not_built(desk: &Desk, headers: &HeaderMap) -> Response {
    let text = desk.texts.say(header_language(headers), assets::NOT_BUILT, &[]);
    let page = format!("<!doctype html><meta charset=\"utf-8\"><title>Luukku</title><p>{text}</p>");
    (StatusCode::SERVICE_UNAVAILABLE, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

async fn asset(uri: Uri, headers: HeaderMap) -> Answer<Response> {
    let asset = assets::find(uri.path(), accepts(&headers)).ok_or_else(Refused::not_found)?;
    Ok(answer(&asset, &headers, if asset.immutable { FOR_EVER } else { "no-cache" }))
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The loader as it is now, for websites that want every new version. Asked for again after five minutes.
async fn newest_loader(headers: HeaderMap) -> Answer<Response> {
    let asset = assets::find("widget.js", accepts(&headers)).ok_or_else(Refused::not_found)?;
    Ok(for_websites(answer(&asset, &headers, "public, max-age=300")))
}

/// One version of the loader for ever, for websites that pin it with a hash (trust 115).
async fn one_loader(State(desk): State<Desk>, InPath(hash): InPath<String>, headers: HeaderMap) -> Answer<Response> {
    if assets::version("widget.js").is_some_and(|version| version == hash) {
        let asset = assets::find("widget.js", accepts(&headers)).ok_or_else(Refused::not_found)?;
        return Ok(for_websites(answer(&asset, &headers, FOR_EVER)));
    }
    let bytes = loaders::earlier(&desk.settings.data_dir, &hash).await.ok_or_else(Refused::not_found)?;
    let headers = [(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, FOR_EVER)];
    Ok(for_websites((headers, bytes).into_response()))
}

/// What the loader is for: other sites may load it, with `crossorigin` for the check of its hash.
fn for_websites(mut response: Response) -> Response {
    let mut add = |name: &'static str, value: &'static str| {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    add("cross-origin-resource-policy", "cross-origin");
    add("access-control-allow-origin", "*");
    response
}

fn accepts(headers: &HeaderMap) -> Accepts {
    Accepts::from_header(headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

fn answer(asset: &Asset, headers: &HeaderMap, keep: &'static str) -> Response {
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = if known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == asset.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(CONTENT_TYPE, asset.media_type)], asset.bytes.clone()).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::try_from(asset.etag.as_str()) {
        headers.insert(ETAG, etag);
    }
    if let Some(encoding) = asset.encoding.header() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
