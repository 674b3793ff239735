//! `luukku serve`: a desk from its folder to its last answer.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use server::{Clock, Desk, SystemClock, SystemRandom};
use store::Db;
use tokio::net::{TcpListener, TcpSocket};

use crate::settings::Settings;
use crate::stop::Stop;
use crate::{place, say, signal};

/// Serves the desk until it is told to end.
pub async fn serve(settings: Settings, ready_file: Option<PathBuf>) -> Result<(), Stop> {
    let ending = signal::to_end()?;
    place::make(&settings.data)?;
    let _lock = place::lock(&settings.data)?;
    let (listener, listen) = listen(settings.listen)?;
    let db = place::open(&settings).await?;
    migrate(&db).await?;
    let desk = desk(db, settings.for_server(listen));
    if let Some(link) = server::set_up::offer(&desk).await.map_err(|_| Stop::new("the set-up link cannot be stored"))? {
        say(&format!("This desk is empty. Open this link to set it up; it works once:\n\n  {link}\n"));
    }
    let address = desk.settings.base_url.clone();
    tracing::info!(%listen, version = env!("CARGO_PKG_VERSION"), "the desk is open");
    let told = async move {
        say(&format!("Luukku is ready at {address}"));
        match ready_file {
            Some(file) => std::fs::write(&file, format!("{address}\n")).map_err(|error| Stop::new(format!("{}: {error}", file.display()))),
            None => Ok(()),
        }
    };
    told.await?;
    until(desk, listener, ending).await;
    Ok(())
}

/// How much the kernel keeps for one connection that does not read, in bytes. By itself it would let that grow to some
/// megabytes, for each of the screens that have fallen asleep (trust 18).
const SEND_BUFFER: u32 = 128 * 1024;
/// How many connections may wait to be accepted.
const WAITING: u32 = 1_024;

/// Listens on `wanted`.
pub fn listen(wanted: SocketAddr) -> Result<(TcpListener, SocketAddr), Stop> {
    let cannot = |error: std::io::Error| Stop::new(format!("cannot listen on {wanted}: {error}; choose another address with --listen"));
    let socket = if wanted.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }.map_err(cannot)?;
    // A desk that was just stopped has left connections that are not quite over; its port is free all the same.
    socket.set_reuseaddr(true).map_err(cannot)?;
    // What is accepted inherits this.
    socket.set_send_buffer_size(SEND_BUFFER).map_err(cannot)?;
    socket.bind(wanted).map_err(cannot)?;
    let listener = socket.listen(WAITING).map_err(cannot)?;
    let listen = listener.local_addr().map_err(cannot)?;
    Ok((listener, listen))
}

/// Brings the database and what is listed from it up to date, and logs what was done.
pub async fn migrate(db: &Db) -> Result<usize, Stop> {
    let steps = db.migrate(SystemClock::default().now()).await?;
    for step in &steps {
        tracing::info!(number = step.number, name = step.name, "the database was migrated");
    }
    store::search::fill(db).await?;
    Ok(steps.len())
}

/// A desk with the machine's clock and chance.
pub fn desk(db: Db, settings: server::Settings) -> Desk {
    Desk::new(db, settings, Arc::new(SystemClock::default()), Arc::new(SystemRandom))
}

/// Serves `desk` until `ending` is done, and closes its database.
pub async fn until<E>(desk: Desk, listener: TcpListener, ending: E)
where
    E: Future<Output = ()> + Send + 'static,
{
    desk.start();
    server::serve(desk.clone(), listener, ending).await;
    desk.own_work.end();
    desk.db.close().await;
    tracing::info!("the desk is closed");
}
