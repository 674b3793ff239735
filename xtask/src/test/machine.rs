//! What the machine has. On a Debian where we are root, what is missing is installed.

use super::Part;
use super::postgres_cluster::{Cluster, Durability};
use crate::shell::{self, Voice, command};
use std::path::{Path, PathBuf};
use std::time::Instant;

pub struct Machine {
    pub npm: bool,
    pub chromium: Option<PathBuf>,
    pub postgres: Option<Postgres>,
}

/// The database server of this run; one that we started ends with this value.
pub enum Postgres {
    Ours(Cluster),
    Elsewhere(String),
}

impl Postgres {
    pub fn url(&self) -> &str {
        match self {
            Self::Ours(cluster) => cluster.url(),
            Self::Elsewhere(url) => url,
        }
    }
}

/// Looks, installs, and starts the throw-away database. The parts tell what had to be left out.
pub fn prepare() -> (Machine, Vec<Part>) {
    println!("=== this machine");
    let mut parts = Vec::new();
    let missing: Vec<&str> = [(shell::find("npm").is_none(), "npm"), (chromium().is_none(), "chromium"), (!has_postgres(), "postgresql")]
        .iter()
        .filter_map(|(absent, package)| absent.then_some(*package))
        .collect();
    if !missing.is_empty() {
        parts.extend(install(&missing));
    }
    let npm = node_is_new_enough(&mut parts);
    let postgres = start_postgres(&mut parts);
    let chromium = chromium();
    if chromium.is_none() {
        // The journeys say themselves that they are skipped; here only the reason is given.
        println!("chromium is not here");
    }
    (Machine { npm, chromium, postgres }, parts)
}

fn has_postgres() -> bool {
    // Debian keeps the programs out of the search path.
    Path::new("/usr/lib/postgresql").is_dir() || shell::find("initdb").is_some()
}

fn chromium() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("LUUKKU_CHROMIUM") {
        return Some(PathBuf::from(chosen));
    }
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(shell::find)
}

fn install(missing: &[&str]) -> Option<Part> {
    let started = Instant::now();
    let root = shell::run(command("id", "", &["-u"]), Voice::Quiet);
    if root.text.trim() != "0" || shell::find("apt-get").is_none() {
        println!("{} missing, and only root on Debian can install it here", missing.join(", "));
        return None;
    }
    println!("installing {}", missing.join(", "));
    // Without its own cluster: ours is started by hand, on a port of its own.
    let quiet = Path::new("/etc/postgresql-common");
    if missing.contains(&"postgresql") && !quiet.exists() {
        let written =
            std::fs::create_dir_all(quiet).and_then(|()| std::fs::write(quiet.join("createcluster.conf"), "create_main_cluster = false\n"));
        if let Err(why) = written {
            println!("{}: {why}", quiet.display());
        }
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get", "", arguments);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        shell::run(apt, Voice::Aloud).ok
    };
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    // An existing postgresql-common configuration stays as it is.
    arguments.extend(["-o", "Dpkg::Options::=--force-confold"]);
    arguments.extend(missing);
    let ok = apt(&["update", "--quiet"]) && apt(&arguments);
    let note = format!("apt-get install {}", missing.join(" "));
    // What could not be installed is counted where it is missed.
    ok.then(|| Part::checked("installed", started, true, note))
}

fn node_is_new_enough(parts: &mut Vec<Part>) -> bool {
    let version = shell::run(command("node", "", &["--version"]), Voice::Quiet).text;
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
    let (major, minor) = (numbers.next(), numbers.next());
    let fine = match (major, minor) {
        (Some(Ok(20)), Some(Ok(minor))) => minor >= 19,
        (Some(Ok(major)), _) => major > 20,
        _ => false,
    };
    if !fine {
        let why = format!("Node.js 20.19 or newer is needed, here is {:?}", version.trim());
        parts.push(Part::skipped("node", why));
    }
    fine && shell::find("npm").is_some()
}

fn start_postgres(parts: &mut Vec<Part>) -> Option<Postgres> {
    if let Ok(url) = std::env::var("LUUKKU_TEST_POSTGRES") {
        println!("PostgreSQL as LUUKKU_TEST_POSTGRES says");
        return Some(Postgres::Elsewhere(url));
    }
    let why = match Cluster::start(Durability::Quick) {
        Ok(Some(cluster)) => {
            println!("PostgreSQL at {}", cluster.url());
            return Some(Postgres::Ours(cluster));
        }
        Ok(None) => "it is not installed".to_owned(),
        Err(why) => why.to_string(),
    };
    parts.push(Part::skipped("PostgreSQL", why));
    None
}
