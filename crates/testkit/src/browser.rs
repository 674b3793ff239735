//! Asks a desk in-process as a browser or a program would: with cookies, an origin, a language, an address.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::missing_panics_doc)]

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// Somebody who asks the desk.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    host: String,
    address: IpAddr,
    /// What every request carries.
    headers: BTreeMap<String, String>,
    cookies: BTreeMap<String, String>,
}

/// What the desk answered.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as JSON; `null` when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The code of a problem document; empty when it is none.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The names of the fields that a problem document calls wrong.
    pub fn wrong_fields(&self) -> Vec<String> {
        let json = self.json();
        let fields = json["fields"].as_array().cloned().unwrap_or_default();
        fields.iter().filter_map(|field| field["field"].as_str().map(str::to_owned)).collect()
    }

    /// A header as text; empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    }

    /// The same, when the status is `status`.
    ///
    /// # Panics
    /// When it is another.
    #[allow(clippy::return_self_not_must_use)] // the check alone is often the point
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
}

impl Browser {
    /// One that has never been at this desk.
    pub fn new(router: Router, base_url: String, address: IpAddr) -> Self {
        let host = base_url.split_once("://").map_or(base_url.as_str(), |(_, host)| host).to_owned();
        let headers = BTreeMap::from([(ORIGIN.to_string(), base_url)]);
        Self { router, host, address, headers, cookies: BTreeMap::new() }
    }

    /// Another browser like this one, at another address.
    #[must_use]
    pub fn at(&self, address: IpAddr) -> Self {
        Self { address, ..self.clone() }
    }

    /// The same browser, whose every request carries this header.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.insert(name.to_owned(), value.into());
        self
    }

    /// The same browser, whose requests do not carry this header.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// A program with a key instead of a browser with a cookie.
    #[must_use]
    pub fn with_key(&self, key: &str) -> Self {
        let mut program = self.clone().without("origin").with(AUTHORIZATION.as_str(), format!("Bearer {key}"));
        program.cookies.clear();
        program
    }

    /// Sets a cookie as an attacker or an earlier visit would have.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// A cookie that the desk has set.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Reads.
    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Method::GET, path, None).await
    }

    /// Writes JSON with POST.
    pub async fn post(&mut self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(("application/json", body.to_string().into_bytes()))).await
    }

    /// Writes JSON with PUT.
    pub async fn put(&mut self, path: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, Some(("application/json", body.to_string().into_bytes()))).await
    }

    /// Removes.
    pub async fn delete(&mut self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None).await
    }

    /// Sends anything.
    pub async fn send(&mut self, method: Method, path: &str, body: Option<(&str, Vec<u8>)>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !self.headers.contains_key(HOST.as_str()) {
            request = request.header(HOST, &self.host);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, pairs.join("; "));
        }
        if let Some((kind, _)) = &body {
            request = request.header(CONTENT_TYPE, *kind);
        }
        let body = body.map_or_else(Body::empty, |(_, bytes)| Body::from(bytes));
        let request = request.body(body).expect("the request can be written");
        self.carry(request).await
    }

    /// Sends a request as it is, from this browser's address.
    pub async fn carry(&mut self, mut request: Request<Body>) -> Reply {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let response = self.router.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(SET_COOKIE) {
            self.keep_cookie(value.to_str().unwrap_or_default());
        }
        let body = body.collect().await.expect("the body arrives").to_bytes().to_vec();
        Reply { status: parts.status, headers: parts.headers, body }
    }

    fn keep_cookie(&mut self, value: &str) {
        let Some((name, value)) = value.split(';').next().and_then(|pair| pair.split_once('=')) else { return };
        if value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
