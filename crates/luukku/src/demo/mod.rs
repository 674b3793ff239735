//! The demo desk. [`content`] is what it is made of: who answers, whom they serve and four weeks of conversations.
//! [`people`] and [`history`] make a desk of it by the same rules as a real one, [`sites`] are the two websites on which
//! its customers meet the widget, and [`simulate`] lets customers write and agents answer by themselves.

mod calls;
mod choices;
mod chosen;
pub mod content;
mod folder;
mod history;
mod people;
mod prepared;
pub mod simulate;
pub mod sites;
mod stage;
mod told;
mod when;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use server::limits::Limits;

use crate::settings::{LogFormat, LogLevel, Settings, near};
use crate::stop::Stop;
use crate::{log, place, serve, signal};
use content::Content;
use people::Seeded;

/// Everybody's password on a demo desk. It is printed, and opens nothing else.
const PASSWORD: &str = "tervetuloa-luukulle";

/// How the demo is wanted.
#[derive(clap::Args)]
pub struct Wanted {
    /// The folder; what an earlier demo left there is replaced
    #[arg(long, value_name = "FOLDER", default_value = "demo-desk")]
    data: PathBuf,
    /// The desk's port on this machine; the websites are on the next two, or where there is room
    #[arg(long, value_name = "NUMBER", default_value_t = 8080)]
    port: u16,
    /// The desk's address and port, instead of the port alone
    #[arg(long, value_name = "ADDRESS", conflicts_with = "port")]
    listen: Option<SocketAddr>,
    /// Let customers write and agents answer by themselves
    #[arg(long)]
    simulate: bool,
    /// How much is logged: error, warn, info or debug
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    log_level: LogLevel,
}

/// Serves a demo desk until it is told to end.
pub async fn demo(wanted: Wanted) -> Result<(), Stop> {
    log::start(LogFormat::Text, wanted.log_level);
    let ending = signal::to_end()?;
    let _lock = folder::take(&wanted.data)?;
    let asked = wanted.listen.unwrap_or(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), wanted.port));
    let (listener, listen) = serve::listen(asked)?;
    let stages = stage::Stages::open(listen.port()).await?;
    let content = content::load(|client| stages.address(client)).map_err(|unreadable| Stop::new(unreadable.to_string()))?;

    let settings = settings_of(&wanted, listen);
    let db = place::open(&settings).await?;
    serve::migrate(&db).await?;
    let mut for_server = settings.for_server(listen);
    for_server.is_demo = true;
    let desk = serve::desk(db, for_server);
    let seeded = seed(&desk, &content, &stages).await?;

    let pages = tokio::spawn(stages.clone().serve(desk.settings.base_url.clone(), seeded.widgets.clone()));
    crate::say(&told::ready(&wanted.data, &desk.settings.base_url, &content, &stages, PASSWORD, wanted.simulate));
    let troupe = wanted.simulate.then(|| tokio::spawn(simulate::simulate(simulated(&desk.settings.base_url, &seeded, &stages), content)));
    let served = serve::until(desk, listener, async move {
        ending.await;
        // Nobody simulated should be in the way of the end.
        if let Some(troupe) = troupe {
            troupe.abort();
        }
    });
    served.await;
    pages.abort();
    Ok(())
}

fn settings_of(wanted: &Wanted, listen: SocketAddr) -> Settings {
    Settings {
        listen,
        base_url: Some(near(listen)),
        data: wanted.data.clone(),
        database_url: None,
        trusted_proxies: Vec::new(),
        metrics_token: None,
        log_format: LogFormat::Text,
        log_level: wanted.log_level,
        limits: Limits::default(),
    }
}

/// Puts the demo's people and history into an empty desk.
async fn seed(desk: &server::Desk, content: &Content, stages: &stage::Stages) -> Result<Seeded, Stop> {
    let seeded = people::seed(desk, content, |client| stages.address(client), PASSWORD).await?;
    let chosen = chosen::seed(desk, content, &seeded).await?;
    history::seed(desk, content, &seeded, chosen, |client| stages.address(client)).await?;
    Ok(seeded)
}

fn simulated(base_url: &str, seeded: &Seeded, stages: &stage::Stages) -> simulate::Desk {
    simulate::Desk {
        base_url: base_url.to_owned(),
        widgets: seeded.widgets.clone(),
        sites: seeded.widgets.keys().map(|client| (client.clone(), stages.address(client))).collect(),
        password: PASSWORD.to_owned(),
    }
}

#[cfg(test)]
mod tests;
