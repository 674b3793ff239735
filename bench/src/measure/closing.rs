//! How soon visitors who have the page open see that a chat has closed or opened.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::Place;
use crate::http::Connection;
use crate::report::{Figure, Target, Times};
use crate::socket::Socket;
use crate::{Result, socket, world};

const WIDGETS: usize = 1_000;
const AT_ONCE: usize = 50;
/// Closed and opened so often.
const TURNS: usize = 5;
/// A widget that has not heard by then never will.
const PATIENCE: Duration = Duration::from_secs(30);

/// The only agent goes away and comes back; every open widget hears of it.
pub async fn closing(place: &Place) -> Result<Vec<Figure>> {
    let desk = place.desk(1, 0).await?;
    let headers = world::agent_headers(0, desk.port);
    // While no screen of theirs is open an agent is nobody's promise.
    let _screen = socket::open(desk.port, "/api/socket", "/api/socket-ticket", &headers).await?;
    let mut widgets = open_widgets(desk.port).await?;
    let mut agent = Connection::open(desk.port).await?;
    let mut times = Vec::with_capacity(WIDGETS * TURNS * 2);
    for _ in 0..TURNS {
        for (presence, is_open) in [("away", false), ("present", true)] {
            let mut hearing = JoinSet::new();
            for widget in widgets.drain(..) {
                hearing.spawn(hear(widget, is_open));
            }
            let pressed = Instant::now();
            agent.must("PUT", "/api/me/presence", &headers, &format!(r#"{{"presence":"{presence}"}}"#)).await?;
            while let Some(heard) = hearing.join_next().await {
                let (widget, at) = heard??;
                widgets.push(widget);
                times.push(at.duration_since(pressed));
            }
        }
    }
    let times = Times::of(times);
    let what = format!("availability changed → seen by {WIDGETS} widgets, {} times", TURNS * 2);
    Ok(vec![Figure::last(what, &times, Target::AtMost(1_000.0))])
}

async fn open_widgets(port: u16) -> Result<Vec<Socket>> {
    let key = world::widget_key();
    let (path, ticket) = (format!("/api/widget/{key}/socket"), format!("/api/widget/{key}/socket-ticket"));
    let mut open = Vec::with_capacity(WIDGETS);
    while open.len() < WIDGETS {
        let mut opening = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (path, ticket) = (path.clone(), ticket.clone());
            opening.spawn(async move { socket::open(port, &path, &ticket, "").await });
        }
        while let Some(widget) = opening.join_next().await {
            open.push(widget??);
        }
    }
    Ok(open)
}

async fn hear(mut widget: Socket, is_open: bool) -> Result<(Socket, Instant)> {
    let wanted = format!(r#""open":{is_open}"#);
    let heard = async {
        loop {
            let frame = socket::text(&mut widget).await?;
            if frame.contains(r#""type":"availability""#) && frame.contains(&wanted) {
                return Result::Ok(Instant::now());
            }
        }
    };
    let at =
        tokio::time::timeout(PATIENCE, heard).await.map_err(|_| format!("a widget never heard that the chat is open: {is_open}"))??;
    Ok((widget, at))
}
