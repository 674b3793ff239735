//! What is measured, one part after the other, each on a fresh desk.

mod chats;
mod closing;
mod idle;
mod reading;
mod routing;
mod screen;
mod search;
mod sizes;

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use testkit::postgres_cluster::{Cluster, Durability};

use crate::report::{Figure, Target, print};
use crate::{Result, world};

/// What to measure.
pub struct Chosen {
    is_postgres: bool,
    parts: Vec<String>,
    seconds: u64,
    sizes: Option<PathBuf>,
    screen: Option<PathBuf>,
}

const PARTS: [&str; 10] = ["throughput", "latency", "routing", "closing", "memory", "start", "list", "search", "screen", "size"];

impl Chosen {
    /// From `[--postgres] [--seconds N] [--sizes FILE] [--screen FILE] [part …]`.
    pub fn from_words(words: &[&str]) -> Result<Self> {
        let mut chosen = Self { is_postgres: false, parts: Vec::new(), seconds: 8, sizes: None, screen: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--postgres" => chosen.is_postgres = true,
                "--seconds" => chosen.seconds = words.next().ok_or("--seconds wants a number")?.parse()?,
                "--sizes" => chosen.sizes = Some(words.next().ok_or("--sizes wants a file")?.into()),
                "--screen" => chosen.screen = Some(words.next().ok_or("--screen wants a file")?.into()),
                part if PARTS.contains(&part) => chosen.parts.push(part.to_owned()),
                other => return Err(format!("{other}: not one of {PARTS:?}, --postgres, --seconds N").into()),
            }
        }
        Ok(chosen)
    }

    fn has(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|chosen| chosen == part)
    }

    fn time(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

/// Measures what was chosen, prints the table and writes the JSON.
pub async fn everything(chosen: &Chosen) -> Result<()> {
    let place = Place { is_postgres: chosen.is_postgres };
    let mut figures: Vec<Figure> = Vec::new();
    if chosen.has("throughput") {
        figures.extend(chats::throughput(&place, chosen.time()).await?);
    }
    if chosen.has("latency") {
        let most = Target::AtMost;
        figures.extend(chats::latency(&place, 100, chosen.time() * 2, most(5.0), most(25.0)).await?);
        figures.extend(chats::latency(&place, 1000, chosen.time() * 2, Target::None, most(50.0)).await?);
    }
    if chosen.has("routing") {
        figures.extend(routing::routing(&place).await?);
    }
    if chosen.has("closing") {
        figures.extend(closing::closing(&place).await?);
    }
    if chosen.has("memory") {
        figures.extend(idle::memory(&place).await?);
    }
    if chosen.has("start") || chosen.has("list") {
        figures.extend(reading::start_and_list(&place, chosen.time()).await?);
    }
    if chosen.has("search") {
        figures.extend(search::search(&place).await?);
    }
    if let Some(file) = chosen.screen.as_deref().filter(|_| chosen.has("screen")) {
        figures.push(screen::screen(file)?);
    }
    if let Some(file) = chosen.sizes.as_deref().filter(|_| chosen.has("size")) {
        figures.extend(sizes::sizes(file)?);
    }
    let (engine, file) =
        if chosen.is_postgres { ("PostgreSQL", "target/bench-postgres.json") } else { ("SQLite, synchronous=FULL", "target/bench.json") };
    print(engine, file, &figures)
}

/// Where desks are made: each in a directory, and when it is asked for in a PostgreSQL server of its own.
pub struct Place {
    is_postgres: bool,
}

/// A desk in a process of its own.
pub struct Running {
    child: Child,
    /// Its port.
    pub port: u16,
    /// How long it took from the start of the process to its first answer.
    pub first_answer: Duration,
    made: Made,
}

/// A desk that is made and not started.
struct Made {
    folder: Folder,
    /// `sqlite`, or an address.
    database: String,
    _cluster: Option<Cluster>,
}

/// A folder that is gone when it is dropped.
struct Folder(PathBuf);

impl Place {
    /// Makes a desk and starts it.
    pub async fn desk(&self, agents: usize, cases: usize) -> Result<Running> {
        Running::start(self.made(agents, cases).await?).await
    }

    async fn made(&self, agents: usize, cases: usize) -> Result<Made> {
        let folder = Folder(std::env::temp_dir().join(format!("luukku-bench-{}", uuid::Uuid::now_v7().simple())));
        std::fs::create_dir_all(&folder.0)?;
        let cluster =
            if self.is_postgres { Some(Cluster::start(Durability::Durable)?.ok_or("PostgreSQL is not installed")?) } else { None };
        let database = cluster.as_ref().map_or("sqlite", Cluster::url).to_owned();
        world::make(&folder.0, &database, agents, cases).await?;
        Ok(Made { folder, database, _cluster: cluster })
    }
}

impl Made {
    /// Its database.
    async fn db(&self) -> Result<store::Db> {
        crate::serve::open(&self.folder.0, &self.database).await
    }
}

impl Running {
    async fn start(made: Made) -> Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let started = Instant::now();
        let child = Command::new(std::env::current_exe()?)
            .arg("serve")
            .arg(&made.folder.0)
            .arg(&made.database)
            .arg(port.to_string())
            .stdin(Stdio::null())
            .spawn()?;
        let mut running = Self { child, port, first_answer: Duration::ZERO, made };
        let headers = world::agent_headers(0, port);
        loop {
            if let Ok(mut connection) = crate::http::Connection::open(port).await {
                connection.must("GET", "/api/cases?limit=50", &headers, "").await?;
                running.first_answer = started.elapsed();
                return Ok(running);
            }
            if let Some(status) = running.child.try_wait()? {
                return Err(format!("the desk ended: {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Its database, opened beside it.
    pub async fn db(&self) -> Result<store::Db> {
        self.made.db().await
    }

    /// Whether its database is PostgreSQL.
    pub fn is_on_postgres(&self) -> bool {
        self.made.database != "sqlite"
    }

    /// Its resident memory in kB.
    pub fn resident_kb(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        Ok(line.trim().trim_end_matches(" kB").trim().parse()?)
    }

    /// The processor time that it has used, in milliseconds: what a shared machine measures best.
    pub fn processor_ms(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let (_, fields) = stat.rsplit_once(')').ok_or("no stat")?;
        let ticks = |n: usize| fields.split_whitespace().nth(n).and_then(|field| field.parse::<f64>().ok());
        // utime and stime are the 14th and 15th field, counted from the process id; a tick is 10 ms on Linux.
        Ok((ticks(11).ok_or("no utime")? + ticks(12).ok_or("no stime")?) * 10.0)
    }

    /// Ends it at once, as `kill -9` does.
    pub fn kill(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What is left of a measurement that failed is of no use to anybody.
        let _ = self.kill();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind in the temporary folder is harmless.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
