//! A PostgreSQL server of our own for one run of tests or measurements. Needs nothing but the standard library, so
//! that `xtask` can include this file.
//!
//! A shell keeps the server: it stops it and removes its folder as soon as our end of a pipe closes, which happens
//! however this program ends. The server listens on a socket in its folder only, so it takes no port.

use std::io::{BufRead, BufReader, Error, Result};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// Whether commits reach the disk. Tests do without; measurements must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// As in earnest: `fsync` is on.
    Durable,
    /// Quick: nothing is lost but after a power cut.
    Quick,
}

/// A running server. It ends with this value, and at the latest with this program.
#[derive(Debug)]
pub struct Cluster {
    keeper: Child,
    url: String,
}

/// `$1` is the folder with the server's programs, `$2` the settings. Prints the folder of the server when it runs.
/// It does not mind that its output goes nowhere, or it would end before it has stopped the server.
const KEEPER: &str = r#"
trap '' PIPE
folder=$(mktemp -d "${TMPDIR:-/tmp}/luukku-postgres.XXXXXX") || exit 1
trap '"$1/pg_ctl" --pgdata "$folder/data" --mode immediate stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
"$1/initdb" --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 --locale C --no-sync >"$folder/log" 2>&1 &&
"$1/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait --options "-k $folder -h '' -c max_connections=300 $2" start >/dev/null 2>&1 ||
{ echo failed; cat "$folder/log"; exit 1; }
echo "$folder"
read -r _
"#;

impl Cluster {
    /// Starts a server; `None` when PostgreSQL is not installed.
    ///
    /// # Errors
    /// When it is installed and does not start.
    pub fn start(durability: Durability) -> Result<Option<Self>> {
        let Some(programs) = programs() else { return Ok(None) };
        let settings = match durability {
            Durability::Durable => "",
            Durability::Quick => "-c fsync=off -c full_page_writes=off",
        };
        let mut command = as_ordinary_user()?;
        command.args(["sh", "-c", KEEPER, "sh"]).arg(&programs).arg(settings);
        command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // Out of reach of the signal that interrupts a whole run, which would end the shell before the server.
        command.process_group(0);
        let mut keeper = command.spawn()?;
        let said = keeper.stdout.take().ok_or_else(|| Error::other("the keeper of PostgreSQL has no output"))?;
        let mut lines = BufReader::new(said).lines();
        match lines.next().transpose()? {
            Some(folder) if folder.starts_with('/') => {
                let url = format!("postgres://postgres@{}/postgres", folder.replace('/', "%2F"));
                Ok(Some(Self { keeper, url }))
            }
            Some(_) | None => {
                let log = lines.map_while(Result::ok).collect::<Vec<_>>().join("\n");
                keeper.wait()?;
                Err(Error::other(format!("PostgreSQL does not start:\n{log}")))
            }
        }
    }

    /// Where its first database is.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the keeper of PostgreSQL was lost: {error}");
        }
    }
}

/// The folder with the server's programs, of the newest version installed.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let installed = versions.map(|version| version.path().join("bin"));
    let newest = installed.filter(|folder| folder.join("initdb").exists()).max_by_key(|folder| version_of(folder));
    newest.or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
    })
}

fn version_of(folder: &std::path::Path) -> u32 {
    let version = folder.parent().and_then(|version| version.file_name()?.to_str()?.parse().ok());
    version.unwrap_or(0)
}

/// PostgreSQL refuses to run as root, as tests in a container do.
fn as_ordinary_user() -> Result<Command> {
    let id = Command::new("id").arg("-u").output()?;
    if id.stdout.trim_ascii() != b"0" {
        return Ok(Command::new("env"));
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]);
    Ok(command)
}
