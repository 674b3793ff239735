//! `cargo xtask test`: everything that can be tested, in an order that tells the most the soonest.
//!
//! Nothing is left out silently: what cannot run here is counted as skipped and named with the reason.
//! The last line is always `N passed, N failed, N skipped`.

mod counts;
mod licences;
mod machine;
// Needs only the standard library, so it is shared as a file: depending on the test kit would build the whole desk
// before the first command could run.
#[allow(dead_code, reason = "the measurements use more of it")]
#[path = "../../../crates/testkit/src/postgres_cluster.rs"]
mod postgres_cluster;

use crate::shell::{self, Voice, command};
use crate::{tidy, wire};
use counts::{Counts, Teller};
use std::process::Command;
use std::thread;
use std::time::Instant;

/// What one part of the run came to.
pub struct Part {
    name: String,
    counts: Counts,
    seconds: u64,
    note: String,
}

impl Part {
    pub fn skipped(name: &str, why: impl Into<String>) -> Self {
        let note = why.into();
        println!("\n!!! SKIPPED: {name}: {note}\n");
        Self { name: name.to_owned(), counts: Counts { passed: 0, failed: 0, skipped: 1 }, seconds: 0, note }
    }

    pub fn checked(name: &str, started: Instant, ok: bool, note: String) -> Self {
        Self {
            name: name.to_owned(),
            counts: Counts { passed: u32::from(ok), failed: u32::from(!ok), skipped: 0 },
            seconds: started.elapsed().as_secs(),
            note,
        }
    }
}

/// Runs all of it and says how it went.
pub fn everything() -> bool {
    let started = Instant::now();
    let (machine, mut parts) = machine::prepare();
    parts.push(run("format", Teller::Exit, command("cargo", "", &["fmt", "--all", "--check"])));
    parts.push(tidy_part());
    if machine.npm {
        parts.push(packages("web"));
    }
    // The web apps are small: they are done long before clippy is.
    let beside = machine.npm.then(|| thread::spawn(web));
    parts.extend(rust(machine.postgres.as_ref().map(machine::Postgres::url)));
    match beside.map(thread::JoinHandle::join) {
        Some(Ok(web)) => parts.extend(web),
        Some(Err(_)) => parts.push(Part::checked("web", started, false, "the runner broke".into())),
        None => parts.push(Part::skipped("web", "npm is not here")),
    }
    parts.extend(journeys(&machine));
    parts.push(licences::own());
    parts.extend(licences::deny());
    drop(machine);
    summary(&parts, started)
}

fn tidy_part() -> Part {
    let started = Instant::now();
    heading("tidy");
    Part::checked("tidy", started, tidy::report(), String::new())
}

fn rust(postgres: Option<&str>) -> Vec<Part> {
    let all = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    let clippy = run("clippy", Teller::Exit, cargo(&all));
    let mut tests = cargo(&["test", "--workspace", "--no-fail-fast"]);
    if let Some(url) = postgres {
        tests.env("LUUKKU_TEST_POSTGRES", url);
    }
    vec![clippy, run("cargo test", Teller::Cargo, tests)]
}

/// Cargo with the front end in: a test run that leaves it out would not be whole.
fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo", "", arguments);
    if std::env::var("LUUKKU_WEB").is_ok_and(|chosen| chosen == "skip") {
        cargo.env_remove("LUUKKU_WEB");
    }
    cargo
}

/// `npm ci`, unless npm has finished installing since the lock file last changed, which it notes last. The build
/// script of the server judges in the same way.
fn packages(folder: &str) -> Part {
    let name = format!("{folder}: npm ci");
    let changed = |file: &str| std::fs::metadata(shell::root().join(folder).join(file)).and_then(|known| known.modified());
    if let (Ok(lock), Ok(installed)) = (changed("package-lock.json"), changed("node_modules/.package-lock.json"))
        && installed >= lock
    {
        return Part::checked(&name, Instant::now(), true, "already as the lock file says".into());
    }
    run(&name, Teller::Exit, command("npm", folder, &["ci", "--include=dev", "--no-audit", "--no-fund"]))
}

fn web() -> Vec<Part> {
    let npm = |script| command("npm", "web", &["run", "--silent", script]);
    let mut build = npm("build");
    build.env("LUUKKU_WEB_OUT", std::env::temp_dir().join(format!("luukku-web-{}", std::process::id())));
    let parts = vec![
        run_quietly("web: types and lint", Teller::Exit, npm("check")),
        run_quietly("web: vitest", Teller::Vitest, npm("test")),
        run_quietly("web: build and sizes", Teller::Exit, build),
    ];
    // Leftovers in the temporary folder harm nobody.
    let _ = std::fs::remove_dir_all(std::env::temp_dir().join(format!("luukku-web-{}", std::process::id())));
    parts
}

fn journeys(machine: &machine::Machine) -> Vec<Part> {
    let (Some(chromium), true) = (&machine.chromium, machine.npm) else {
        return vec![Part::skipped("journeys", "they need chromium and npm")];
    };
    let Some(target) = shell::target() else {
        let started = Instant::now();
        return vec![Part::checked("journeys", started, false, "cargo does not say where it builds".into())];
    };
    let build = run("binary for the journeys", Teller::Exit, cargo(&["build", "--package", "luukku"]));
    if build.counts.failed > 0 {
        return vec![build, Part::skipped("journeys", "there is no binary to travel with")];
    }
    let mut playwright = command("npm", "journeys", &["test", "--silent"]);
    playwright.env("LUUKKU_BINARY", target.join("debug/luukku")).env("LUUKKU_CHROMIUM", chromium);
    let types = command("npm", "journeys", &["run", "--silent", "check"]);
    vec![
        packages("journeys"),
        build,
        run("journeys: types", Teller::Exit, types),
        run("journeys", Teller::Playwright, playwright),
        wire::check_part(),
    ]
}

/// Runs one part; its output is shown while it runs.
pub fn run(name: &str, teller: Teller, command: Command) -> Part {
    heading(name);
    finish(name, teller, command, Voice::Aloud)
}

/// Runs one part beside another; its output is shown as a whole when it has ended.
fn run_quietly(name: &str, teller: Teller, command: Command) -> Part {
    finish(name, teller, command, Voice::Quiet)
}

fn finish(name: &str, teller: Teller, command: Command, voice: Voice) -> Part {
    let started = Instant::now();
    let ran = shell::run(patient(command), voice);
    if voice == Voice::Quiet {
        println!("\n=== {name}\n{}", ran.text);
    }
    let counts = teller.read(&ran);
    let seconds = started.elapsed().as_secs();
    println!("--- {name}: {} ({seconds} s)", if counts.failed == 0 { "ok" } else { "FAILED" });
    Part { name: name.to_owned(), counts, seconds, note: String::new() }
}

/// A test that hangs must not hang the whole run: what takes longer than this is ended, with all it started. On a machine that has
/// much else to do, a part takes twice its time.
fn patient(command: Command) -> Command {
    const LONGEST: &str = "40m";
    if shell::find("timeout").is_none() {
        return command;
    }
    let mut patient = Command::new("timeout");
    patient.args(["--kill-after=10s", LONGEST]).arg(command.get_program()).args(command.get_args());
    patient.stdin(std::process::Stdio::null());
    if let Some(folder) = command.get_current_dir() {
        patient.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => patient.env(name, value),
            None => patient.env_remove(name),
        };
    }
    patient
}

fn heading(name: &str) {
    println!("\n=== {name}");
}

fn summary(parts: &[Part], started: Instant) -> bool {
    let mut all = Counts::default();
    println!("\n{:<28} {:>7} {:>7} {:>8} {:>7}", "part", "passed", "failed", "skipped", "seconds");
    for Part { name, counts, seconds, note } in parts {
        let mark = if counts.failed > 0 {
            "FAILED "
        } else if counts.skipped > 0 {
            "SKIPPED "
        } else {
            ""
        };
        println!("{name:<28} {:>7} {:>7} {:>8} {seconds:>7}  {mark}{note}", counts.passed, counts.failed, counts.skipped);
        all.add(*counts);
    }
    println!("{:<28} {:>7} {:>7} {:>8} {:>7}\n", "all", all.passed, all.failed, all.skipped, started.elapsed().as_secs());
    println!("{} passed, {} failed, {} skipped", all.passed, all.failed, all.skipped);
    all.failed == 0
}
