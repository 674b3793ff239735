//! The `luukku` command: what can be done with a desk from a terminal. Start at [`Command`].

mod archive;
mod backup;
mod demo;
mod log;
mod password;
mod place;
mod serve;
mod settings;
mod signal;
mod simulate;
mod stop;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use settings::{Given, Settings, Source};
use stop::Stop;

/// Luukku, a service desk of your own: live chat first, one case from the first message on.
#[derive(Parser)]
#[command(name = "luukku", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the desk. An empty one prints a link to set it up
    Serve {
        #[command(flatten)]
        settings: Flags,
        /// Where to write the desk's address once it answers
        #[arg(long, value_name = "FILE")]
        ready_file: Option<PathBuf>,
    },
    /// Serve a desk with people and some weeks of history, to try things out
    Demo(demo::Wanted),
    /// Bring the database up to what this program knows
    Migrate {
        #[command(flatten)]
        settings: Flags,
    },
    /// Write everything into one file; the desk may go on meanwhile
    Backup {
        #[command(flatten)]
        settings: Flags,
        /// The file; one that is there is replaced
        file: PathBuf,
    },
    /// Make a desk of a backup, on either kind of database
    Restore {
        #[command(flatten)]
        settings: Flags,
        /// The file
        file: PathBuf,
        /// Put it in the place of the desk that is there, which is lost
        #[arg(long)]
        replace: bool,
    },
    /// Derive the rows of all lists anew from what happened
    Rebuild {
        #[command(flatten)]
        settings: Flags,
    },
    /// Make a link through which somebody chooses a new password. Their sign-ins end
    Password {
        #[command(flatten)]
        settings: Flags,
        /// The address with which they sign in
        email: String,
    },
    /// Play a scenario through the rules of queue and routing, and print every decision as a line of JSON
    Simulate {
        /// The scenario, as JSON
        file: PathBuf,
    },
    /// Settings
    Config {
        #[command(subcommand)]
        what: Config,
    },
}

#[derive(Subcommand)]
enum Config {
    /// Show what holds, and where it was said; secrets are not shown
    Show {
        #[command(flatten)]
        settings: Flags,
    },
}

#[derive(Args)]
struct Flags {
    /// A TOML file with settings
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    given: Given,
}

impl Flags {
    fn read(&self) -> Result<(Settings, Vec<(Source, Given)>), Stop> {
        let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        let sources = settings::read(&self.given, self.config.as_deref(), environment)?;
        let given = sources.iter().map(|(_, given)| given.clone()).reduce(Given::or).unwrap_or_default();
        Ok((Settings::from_given(&given)?, sources))
    }
}

fn main() -> ExitCode {
    let line = Line::parse();
    match carry_out(line.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            log::finish();
            // When even this cannot be written, the exit code says it.
            let _ = writeln!(std::io::stderr(), "luukku: {stop}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(command: Command) -> Result<(), Stop> {
    match command {
        Command::Serve { settings, ready_file } => {
            let (settings, _) = settings.read()?;
            log::start(settings.log_format, settings.log_level);
            run(serve::serve(settings, ready_file))
        }
        Command::Demo(wanted) => run(demo::demo(wanted)),
        Command::Migrate { settings } => with_settings(&settings, backup::migrate),
        Command::Backup { settings, file } => with_settings(&settings, |settings| backup::backup(settings, file)),
        Command::Restore { settings, file, replace } => with_settings(&settings, |settings| backup::restore(settings, file, replace)),
        Command::Rebuild { settings } => with_settings(&settings, backup::rebuild),
        Command::Password { settings, email } => with_settings(&settings, |settings| password::renew(settings, email)),
        Command::Simulate { file } => run(async { simulate::simulate(file).await.map(|trace| say(&trace)) }),
        Command::Config { what: Config::Show { settings } } => {
            let (settings, sources) = settings.read()?;
            say(&settings::show(&settings, &sources));
            Ok(())
        }
    }
}

fn with_settings<F>(flags: &Flags, work: impl FnOnce(Settings) -> F) -> Result<(), Stop>
where
    F: Future<Output = Result<String, Stop>>,
{
    let (settings, _) = flags.read()?;
    log::start(settings.log_format, settings.log_level);
    run(async { work(settings).await.map(|done| say(&done)) })
}

fn run(work: impl Future<Output = Result<(), Stop>>) -> Result<(), Stop> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| Stop::new(format!("cannot start: {error}")))?;
    let done = runtime.block_on(work);
    // What still runs is a screen that does not hear; it is not waited for.
    runtime.shutdown_background();
    log::finish();
    done
}

/// Says something to the person at the terminal.
fn say(text: &str) {
    // Nobody may be listening; the desk serves all the same.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}
