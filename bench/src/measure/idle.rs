//! Memory: of a desk where nothing happens, and of visitors who only look.

use tokio::task::JoinSet;

use super::Place;
use crate::report::Figure;
use crate::{Result, socket, world};

const VISITORS: usize = 9_500;
const AT_ONCE: usize = 100;

/// The resident memory of an idle desk, and what each of 9,500 idle visitor sockets adds to it.
pub async fn memory(place: &Place) -> Result<Vec<Figure>> {
    let desk = place.desk(4, 0).await?;
    let before = desk.resident_kb()?;
    let key = world::widget_key();
    let (path, ticket) = (format!("/api/widget/{key}/socket"), format!("/api/widget/{key}/socket-ticket"));
    let mut open = Vec::with_capacity(VISITORS);
    while open.len() < VISITORS {
        let mut opening = JoinSet::new();
        for _ in 0..AT_ONCE {
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
        Figure {
            what: "resident memory of an idle desk".into(),
            value: format!("{:.1} MB", before / 1024.0),
            target: "≤ 40 MB",
            number: before / 1024.0,
        },
        Figure {
            what: format!("memory per idle visitor socket, {visitors} of them"),
            value: format!("{each:.1} kB"),
            target: "≤ 20 kB",
            number: each,
        },
    ])
}
