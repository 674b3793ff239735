//! Serves the two demo websites, each on a port of `localhost`: for a browser that is another site than the desk's
//! 127.0.0.1, as it is on a real customer's website.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;

use super::sites;
use crate::stop::Stop;

/// The clients that have a website, in the order of their ports.
const CLIENTS: [&str; 2] = ["koskela", "havuvaara"];

/// The doors of the websites. Open before the desk is made, because the desk must know their addresses.
#[derive(Clone)]
pub struct Stages {
    ports: Arc<HashMap<&'static str, u16>>,
    doors: Arc<Mutex<Vec<(&'static str, TcpListener)>>>,
}

impl Stages {
    /// Listens on the ports after `desk_port`, or where there is room.
    pub async fn open(desk_port: u16) -> Result<Self, Stop> {
        let (mut ports, mut doors) = (HashMap::new(), Vec::new());
        for (place, client) in (1_u16..).zip(CLIENTS) {
            let wished = SocketAddr::from((Ipv4Addr::LOCALHOST, desk_port.checked_add(place).unwrap_or(0)));
            let door = match TcpListener::bind(wished).await {
                Ok(door) => Ok(door),
                Err(_) => TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await,
            };
            let cannot = |error: std::io::Error| Stop::new(format!("the website of {client} finds no port: {error}"));
            let door = door.map_err(cannot)?;
            ports.insert(client, door.local_addr().map_err(cannot)?.port());
            doors.push((client, door));
        }
        Ok(Self { ports: Arc::new(ports), doors: Arc::new(Mutex::new(doors)) })
    }

    /// The address of a client's website, without a slash at its end: what a browser calls its origin.
    pub fn address(&self, client: &str) -> String {
        format!("http://localhost:{}", self.ports.get(client).copied().unwrap_or_default())
    }

    /// Serves the websites until the task is dropped. `desk` is the desk's address, `widgets` the keys of the widgets.
    pub async fn serve(self, desk: String, widgets: HashMap<String, String>) {
        let doors = std::mem::take(&mut *self.doors.lock().unwrap_or_else(PoisonError::into_inner));
        let mut serving = tokio::task::JoinSet::new();
        for (client, door) in doors {
            let site = Site { client, desk: desk.clone(), widget: widgets.get(client).cloned().unwrap_or_default() };
            serving.spawn(axum::serve(door, Router::new().fallback(page).with_state(site)).into_future());
        }
        while let Some(ended) = serving.join_next().await {
            tracing::warn!(?ended, "a demo website is closed");
        }
    }
}

#[derive(Clone)]
struct Site {
    client: &'static str,
    desk: String,
    widget: String,
}

async fn page(State(site): State<Site>, request: Request) -> Response {
    match sites::file(site.client, request.uri().path()) {
        Some(file) => ([(CONTENT_TYPE, file.media_type)], file.filled(&site.desk, &site.widget)).into_response(),
        None => (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/plain; charset=utf-8")], "Sivua ei ole.\n").into_response(),
    }
}
