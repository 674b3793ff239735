//! What the person who runs the desk can set: one list ([`Given`]), which a TOML file, the environment and the command
//! line fill in, in this order; the later one wins. What nobody has set is in [`Settings`].
//!
//! An unknown name is a mistake that would go unnoticed for years (a proxy that is not trusted, a door that is open), so
//! it is refused and named, wherever it stands.

mod limits;
mod read;
mod secret;
mod show;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use serde::Deserialize;
use server::Network;
use server::limits::Limits;

pub use limits::GivenLimits;
pub use read::{Mistake, Source, read};
pub use secret::Secret;
pub use show::show;

/// Shorter tokens can be guessed.
const SHORTEST_TOKEN: usize = 16;

/// What one source says. Every name of a setting is here, and nowhere else.
#[derive(Clone, Debug, Default, clap::Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    /// Address and port to listen on; 127.0.0.1:8080 when nothing is said
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Where people reach the desk.
    #[arg(long, value_name = "URL", help = "Where people reach the desk, such as https://desk.example.fi")]
    pub base_url: Option<String>,
    /// Folder of the desk's database and files
    #[arg(long, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// PostgreSQL instead of SQLite.
    #[arg(long, value_name = "URL", help = "PostgreSQL, such as postgres://luukku@host/luukku; SQLite in the data folder otherwise")]
    pub database_url: Option<Secret>,
    /// A file with the address of the database in it
    #[arg(long, value_name = "FILE")]
    pub database_url_file: Option<PathBuf>,
    /// Proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8; separated by commas or given several times
    #[arg(long, value_name = "NETWORK", value_delimiter = ',')]
    pub trusted_proxies: Option<Vec<String>>,
    /// Opens /metrics to another machine that knows it
    #[arg(long, value_name = "TOKEN")]
    pub metrics_token: Option<Secret>,
    /// A file with that token in it
    #[arg(long, value_name = "FILE")]
    pub metrics_token_file: Option<PathBuf>,
    /// How the log is written: text or json
    #[arg(long, value_name = "FORM")]
    pub log_format: Option<LogFormat>,
    /// How much is logged: error, warn, info or debug
    #[arg(long, value_name = "LEVEL")]
    pub log_level: Option<LogLevel>,
    /// How much one address or account may do; in the file only.
    #[arg(skip)]
    pub limits: Option<GivenLimits>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// A line to read.
    Text,
    /// A JSON object in a line.
    Json,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// What went wrong.
    Error,
    /// And what may.
    Warn,
    /// And what happens.
    Info,
    /// And how.
    Debug,
}

/// What holds, after all sources.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address and port.
    pub listen: SocketAddr,
    /// Where people reach the desk, without a slash at the end; its own address when nobody has said.
    pub base_url: Option<String>,
    /// Folder of the database and the files.
    pub data: PathBuf,
    /// PostgreSQL; SQLite in [`Settings::data`] when there is none.
    pub database_url: Option<Secret>,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Opens `/metrics` to another machine.
    pub metrics_token: Option<Secret>,
    /// How the log is written.
    pub log_format: LogFormat,
    /// How much is logged.
    pub log_level: LogLevel,
    /// How much one address or account may do.
    pub limits: Limits,
}

impl Settings {
    /// What holds when `given` is all that was said.
    ///
    /// # Errors
    /// The first setting that cannot be used, and why.
    pub fn from_given(given: &Given) -> Result<Self, Mistake> {
        let listen = given.listen.unwrap_or(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080));
        let proxies = given.trusted_proxies.iter().flatten().map(|text| network(text));
        let metrics_token = secret("metrics_token", given.metrics_token.as_ref(), given.metrics_token_file.as_ref())?;
        if metrics_token.as_ref().is_some_and(|token| token.reveal().len() < SHORTEST_TOKEN) {
            return Err(Mistake::new("metrics_token", format!("is too easy to guess: give it at least {SHORTEST_TOKEN} characters")));
        }
        Ok(Self {
            listen,
            base_url: given.base_url.as_deref().map(base_url).transpose()?,
            data: given.data.clone().unwrap_or_else(|| PathBuf::from("luukku-data")),
            database_url: secret("database_url", given.database_url.as_ref(), given.database_url_file.as_ref())?,
            trusted_proxies: proxies.collect::<Result<_, _>>()?,
            metrics_token,
            log_format: given.log_format.unwrap_or(LogFormat::Text),
            log_level: given.log_level.unwrap_or(LogLevel::Info),
            limits: given.limits.clone().unwrap_or_default().limits(),
        })
    }

    /// For a server that listens on `listen`, which has a number where the setting may have 0.
    pub fn for_server(&self, listen: SocketAddr) -> server::Settings {
        let base_url = self.base_url.clone().unwrap_or_else(|| near(listen));
        let mut settings = server::Settings::new(base_url, self.data.clone());
        settings.trusted_proxies.clone_from(&self.trusted_proxies);
        settings.limits = self.limits.clone();
        settings.metrics_token = self.metrics_token.as_ref().map(|token| token.reveal().to_owned());
        settings
    }
}

/// Where somebody on this machine reaches a desk that listens on `listen`.
pub fn near(listen: SocketAddr) -> String {
    if listen.ip().is_unspecified() {
        return format!("http://127.0.0.1:{}", listen.port());
    }
    format!("http://{listen}")
}

fn network(text: &str) -> Result<Network, Mistake> {
    let wrong = || Mistake::new("trusted_proxies", format!("{text:?} is neither an address nor a network such as 10.0.0.0/8"));
    Network::parse(text.trim()).ok_or_else(wrong)
}

/// Scheme and host, nothing else: the desk's pages lie at the root.
fn base_url(text: &str) -> Result<String, Mistake> {
    let wrong = || Mistake::new("base_url", format!("{text:?} is not like https://desk.example.fi"));
    let text_without_slash = text.trim_end_matches('/');
    let host = text_without_slash.strip_prefix("https://").or_else(|| text_without_slash.strip_prefix("http://")).ok_or_else(wrong)?;
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c));
    if is_host { Ok(text_without_slash.to_owned()) } else { Err(wrong()) }
}

fn secret(name: &'static str, said: Option<&Secret>, file: Option<&PathBuf>) -> Result<Option<Secret>, Mistake> {
    match (said, file) {
        (None, None) => Ok(None),
        (Some(said), None) => Ok(Some(said.clone())),
        (Some(_), Some(_)) => Err(Mistake::new(name, format!("is given twice: by itself and by {name}_file"))),
        (None, Some(file)) => {
            let text = std::fs::read_to_string(file)
                .map_err(|error| Mistake::new(name, format!("cannot be read from {}: {error}", file.display())))?;
            let text = text.trim();
            if text.is_empty() {
                return Err(Mistake::new(name, format!("is not in {}: the file is empty", file.display())));
            }
            Ok(Some(Secret::new(text)))
        }
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
    }
}

impl fmt::Display for LogLevel {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
        })
    }
}

#[cfg(test)]
mod tests;
