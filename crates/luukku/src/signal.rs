//! When somebody tells the program to end.

use tokio::signal::unix::{SignalKind, signal};

use crate::stop::Stop;

/// Done when SIGTERM or Ctrl-C comes. A second one ends the program at once.
pub fn to_end() -> Result<impl Future<Output = ()> + Send + 'static, Stop> {
    let cannot = |error: std::io::Error| Stop::new(format!("cannot listen to signals: {error}"));
    let (mut terminate, mut interrupt) =
        (signal(SignalKind::terminate()).map_err(cannot)?, signal(SignalKind::interrupt()).map_err(cannot)?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("ending: open requests are finished first");
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            std::process::exit(1);
        });
    })
}
