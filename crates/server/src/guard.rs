//! What every request passes and every answer carries: the desk's own name, no foreign site behind a write, headers.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::address::Address;
use crate::limits::Doing;
use crate::refusal::{Answer, Refused, survive};
use crate::state::{Desk, Settings};
use crate::who;

/// Checks the name the desk is asked by and how much its address has asked; then adds the headers.
pub async fn guard(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let (mut parts, body) = request.into_parts();
    let passed = pass(&desk, &mut parts).await;
    let mut response = match passed {
        Ok(()) => survive(&desk, next.run(Request::from_parts(parts, body))).await,
        Err(refused) => refused.into_response(),
    };
    add_headers(&desk.settings, &path, response.headers_mut());
    response
}

async fn pass(desk: &Desk, parts: &mut axum::http::request::Parts) -> Answer<()> {
    use axum::extract::FromRequestParts;
    check_host(&desk.settings, &parts.uri, &parts.headers)?;
    let address = Address::from_request_parts(parts, desk).await?;
    let path = parts.uri.path();
    if path.starts_with("/api/widget/") {
        desk.limiter.visitor(Doing::Asking, address.group())
    } else if path.starts_with("/api/") {
        // Signed-in people are counted by who they are, so that visitors behind the same address cannot hinder them. What
        // only looks like a session or a key is no reason not to count.
        if who::has_shown(desk, parts, address).await? { Ok(()) } else { desk.limiter.anonymous(address.group()) }
    } else if path == "/healthz" && !address.is_this_machine {
        // It goes the way that messages go, and strangers must not fill it.
        desk.limiter.anonymous(address.group())
    } else {
        Ok(())
    }
}

/// Refuses every name but the desk's own and this machine's, so that no link is ever made from a foreign one.
fn check_host(settings: &Settings, uri: &Uri, headers: &HeaderMap) -> Answer<()> {
    let mut hosts = headers.get_all(HOST).into_iter();
    let host = match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().map_err(|_| Refused::malformed())?,
        _ => return Err(Refused::malformed()),
    };
    let in_line = uri.authority().map(axum::http::uri::Authority::as_str);
    if [Some(host), in_line].into_iter().flatten().all(|name| is_ours(settings, name)) {
        Ok(())
    } else {
        Err(Refused::new(StatusCode::MISDIRECTED_REQUEST, "unknown_host"))
    }
}

fn is_ours(settings: &Settings, host: &str) -> bool {
    let without_default_port = |name: &str| {
        let port = if settings.is_https() { ":443" } else { ":80" };
        name.strip_suffix(port).unwrap_or(name).to_ascii_lowercase()
    };
    without_default_port(host) == without_default_port(settings.host()) || is_loopback(host)
}

/// Whether a machine calls itself by this name.
pub fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) && !port.is_empty() => name,
        _ => host,
    };
    matches!(name.to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]")
}

/// Refuses a write that a page of a foreign site has sent with somebody's cookie (CSRF). Every browser says where a
/// write comes from; a program that says nothing uses an API token.
pub fn same_site(settings: &Settings, method: &Method, headers: &HeaderMap) -> Answer<()> {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) { Ok(()) } else { same_origin(settings, headers) }
}

/// Refuses unless the request says that it comes from a page of the desk itself. For the upgrade of a socket, too.
pub fn same_origin(settings: &Settings, headers: &HeaderMap) -> Answer<()> {
    let no = || Refused::new(StatusCode::FORBIDDEN, "cross_site");
    let site = headers.get("sec-fetch-site").map(|value| value.to_str().unwrap_or_default());
    if site.is_some_and(|site| site != "same-origin") {
        return Err(no());
    }
    match headers.get(ORIGIN) {
        Some(origin) => {
            let origin = origin.to_str().map_err(|_| no())?;
            let asked = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let is_own = origin.eq_ignore_ascii_case(&settings.base_url);
            // On this machine itself the desk may be asked by another of its names.
            let is_local = is_loopback(asked) && origin == format!("http://{asked}");
            if is_own || is_local { Ok(()) } else { Err(no()) }
        }
        None if site.is_some() => Ok(()),
        None => Err(no()),
    }
}

/// For answers that are no pages: nothing may be run, shown inside something or loaded.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
     microphone=(), midi=(), payment=(), usb=()";

fn add_headers(settings: &Settings, path: &str, headers: &mut HeaderMap) {
    let mut add = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    add(CONTENT_SECURITY_POLICY, NOTHING);
    add(X_CONTENT_TYPE_OPTIONS, "nosniff");
    add(REFERRER_POLICY, "no-referrer");
    add(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    add(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    add(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    add(CACHE_CONTROL, if path.starts_with("/api/") { "no-store" } else { "no-cache" });
    if settings.is_https() {
        add(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn trust_118_only_a_page_of_the_desk_may_write_with_a_cookie() {
        let settings = Settings::new("https://desk.example.fi", "");
        let may = |pairs: &[(&'static str, &str)]| same_origin(&settings, &headers(pairs)).is_ok();
        assert!(may(&[("origin", "https://desk.example.fi"), ("sec-fetch-site", "same-origin")]));
        assert!(may(&[("origin", "https://desk.example.fi")]));
        assert!(may(&[("host", "localhost:8080"), ("origin", "http://localhost:8080")]));
        for origin in [
            "null",
            "",
            "http://desk.example.fi",
            "https://desk.example.fi.evil.example",
            "https://evil-desk.example.fi",
            "https://desk.example.fi:8443",
            "https://xdesk.example.fi",
            "https://desk.examp\u{6c}e.fi.",
        ] {
            assert!(!may(&[("origin", origin)]), "{origin}");
        }
        assert!(!may(&[("origin", "https://desk.example.fi"), ("sec-fetch-site", "cross-site")]));
        assert!(!may(&[("sec-fetch-site", "same-site")]));
        assert!(!may(&[("sec-fetch-site", "none")]));
        assert!(!may(&[("host", "localhost:8080"), ("origin", "http://localhost:9090")]));
        assert!(!may(&[]));
    }

    #[test]
    fn trust_79_the_desk_answers_to_its_own_name_only() {
        let settings = Settings::new("https://desk.example.fi", "");
        let known = |host: &str| check_host(&settings, &"/".parse().unwrap(), &headers(&[("host", host)])).is_ok();
        assert!(known("desk.example.fi") && known("DESK.example.fi:443") && known("localhost:8080") && known("[::1]:8080"));
        for host in ["evil.example", "desk.example.fi.evil.example", "desk.example.fi:8443", "localhost.evil.example", "127.0.0.1.nip.io"] {
            assert!(!known(host), "{host}");
        }
        let twice = headers(&[("host", "desk.example.fi"), ("host", "evil.example")]);
        assert!(check_host(&settings, &"/".parse().unwrap(), &twice).is_err());
        let in_line = "https://evil.example/".parse().unwrap();
        assert!(check_host(&settings, &in_line, &headers(&[("host", "desk.example.fi")])).is_err());
    }
}
