//! Memory: of a desk where nothing happens, and of visitors who only look.

use tokio::task::JoinSet;

use super::Place;
use crate::report::{Figure, Target};
use crate::{Result, socket, world};

const VISITORS: usize = 10_000;
/// Open files that both sides need for other things than visitors.
const OTHER_FILES: usize = 200;
const AT_ONCE: usize = 100;

/// The resident memory of an idle desk, and what each of 10,000 idle visitor sockets adds to it; of fewer where the
/// machine lets one process open no more.
pub async fn memory(place: &Place) -> Result<Vec<Figure>> {
    let desk = place.desk(4, 0).await?;
    let before = desk.resident_kb()?;
    let key = world::widget_key();
    let (path, ticket) = (format!("/api/widget/{key}/socket"), format!("/api/widget/{key}/socket-ticket"));
    let wanted = VISITORS.min(most_open_files()?.saturating_sub(OTHER_FILES));
    let mut open = Vec::with_capacity(wanted);
    while open.len() < wanted {
        let mut opening = JoinSet::new();
        for _ in 0..AT_ONCE.min(wanted - open.len()) {
            let (path, ticket) = (path.clone(), ticket.clone());
            let port = desk.port;
            opening.spawn(async move { socket::open(port, &path, &ticket, "").await });
        }
        while let Some(socket) = opening.join_next().await {
            open.push(socket??);
        }
    }
    let after = desk.resident_kb()?;
    let visitors = u32::try_from(open.len())?;
    let each = (after - before) / f64::from(visitors);
    Ok(vec![
        Figure::one("resident memory of an idle desk", before / 1024.0, "MB", Target::AtMost(40.0)),
        Figure::one(format!("memory per idle visitor socket, {visitors} of them"), each, "kB", Target::AtMost(20.0)),
        Figure::one(format!("resident memory with {visitors} visitor sockets"), after / 1024.0, "MB", Target::None),
    ])
}

/// How many files a process here may have open.
fn most_open_files() -> Result<usize> {
    let limits = std::fs::read_to_string("/proc/self/limits")?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).ok_or("no limit of open files")?;
    let soft = line.split_whitespace().next().ok_or("no limit of open files")?;
    Ok(if soft == "unlimited" { usize::MAX } else { soft.parse()? })
}
