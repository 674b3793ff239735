//! A desk with a history: how soon it answers, and how quick its list is.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::Place;
use crate::http::Connection;
use crate::report::{Figure, Target, Times};
use crate::{Result, world};

const CASES: usize = 100_000;
const READERS: usize = 8;

/// Start to first answer and the list of cases, on 100,000 cases.
pub async fn start_and_list(place: &Place, time: Duration) -> Result<Vec<Figure>> {
    let desk = place.desk(8, CASES).await?;
    let first_ms = desk.first_answer.as_secs_f64() * 1000.0;
    let until = Instant::now() + time;
    let mut readers = JoinSet::new();
    for n in 0..READERS {
        readers.spawn(read_until(desk.port, n, until));
    }
    let mut times = Vec::new();
    while let Some(read) = readers.join_next().await {
        times.extend(read??);
    }
    let times = Times::of(times);
    let list = format!("list of cases, {CASES} cases, {READERS} readers, {} pages of 50", times.count());
    Ok(vec![
        Figure::one(format!("start to first answer, {CASES} cases"), first_ms, "ms", Target::AtMost(300.0)),
        Figure::percentiles(list, &times, Target::None, Target::AtMost(20.0)),
    ])
}

/// Walks through the list page by page, and begins again when it has seen twenty pages.
async fn read_until(port: u16, reader: usize, until: Instant) -> Result<Vec<Duration>> {
    let mut connection = Connection::open(port).await?;
    let headers = world::agent_headers(reader, port);
    let mut times = Vec::new();
    let mut cursor = String::new();
    while Instant::now() < until {
        let asked = Instant::now();
        let page = connection.must("GET", &format!("/api/cases?limit=50{cursor}"), &headers, "").await?;
        times.push(asked.elapsed());
        let page: serde_json::Value = serde_json::from_str(&page)?;
        let next = page.get("next").and_then(serde_json::Value::as_str);
        cursor = match next {
            Some(next) if times.len() % 20 != 0 => format!("&cursor={next}"),
            _ => String::new(),
        };
    }
    Ok(times)
}
