//! The desk under load: the same server as the binary's, without rate limits.

use std::path::PathBuf;
use std::sync::Arc;

use server::{Desk, Settings, SystemClock, SystemRandom};
use store::Db;

use crate::Result;

/// Serves the desk in `directory` (or the PostgreSQL database at `database`) on loopback until the process is ended.
pub async fn serve(directory: PathBuf, database: &str, port: u16) -> Result<()> {
    let db = open(&directory, database).await?;
    let mut settings = Settings::new(format!("http://127.0.0.1:{port}"), directory);
    settings.limits = server::limits::Limits::unlimited();
    let desk = Desk::new(db, settings, Arc::new(SystemClock::default()), Arc::new(SystemRandom));
    desk.start();
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    server::serve(desk, listener, std::future::pending()).await;
    Ok(())
}

/// Opens and migrates the database of a desk.
pub async fn open(directory: &std::path::Path, database: &str) -> Result<Db> {
    let db =
        if database == "sqlite" { Db::open_sqlite(&directory.join("luukku.sqlite")).await? } else { Db::open_postgres(database).await? };
    db.migrate(desk::moment::Moment::from_micros(1)).await?;
    Ok(db)
}
