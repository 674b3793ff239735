//! Commands for the working day: `dev`, `fix`, `bench`, `spec`.

use crate::shell::{self, Voice, command, run};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

/// A demo desk on 8080 that is rebuilt and restarted when Rust code changes, and both web apps with reload.
/// Ends with Ctrl-C, which reaches every program of the terminal's group.
pub fn dev(arguments: &[String]) -> bool {
    let web = shell::root().join("web");
    if !web.join("node_modules").is_dir() && !run(command("npm", "web", &["ci"]), Voice::Aloud).ok {
        return false;
    }
    let mut vite = command("npm", "web", &["run", "--silent", "dev"]);
    let Ok(mut vite) = vite.spawn() else { return false };
    let mut desk: Option<Child> = None;
    let mut built_from = SystemTime::UNIX_EPOCH;
    loop {
        let newest = newest(&shell::root().join("crates")).max(newest(&shell::root().join("texts")));
        if newest > built_from {
            built_from = newest;
            desk = restarted(desk, arguments);
        }
        if !matches!(vite.try_wait(), Ok(None)) {
            return false;
        }
        thread::sleep(Duration::from_millis(700));
    }
}

/// The old desk goes on while the new one is built, and stays when the new one cannot be.
fn restarted(old: Option<Child>, arguments: &[String]) -> Option<Child> {
    let mut build = command("cargo", "", &["build", "--quiet", "--package", "luukku"]);
    build.env("LUUKKU_WEB", "skip");
    if !run(build, Voice::Aloud).ok {
        return old;
    }
    if let Some(mut old) = old
        && old.kill().and_then(|()| old.wait()).is_err()
    {
        println!("the desk had ended by itself");
    }
    let program = shell::target()?.join("debug/luukku");
    let mut desk = Command::new(program);
    desk.current_dir(shell::root()).arg("demo").args(arguments).stdin(Stdio::null());
    desk.spawn().ok()
}

fn newest(folder: &Path) -> SystemTime {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let times = entries.map(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return newest(&path);
        }
        let changed = entry.metadata().and_then(|known| known.modified());
        changed.unwrap_or(SystemTime::UNIX_EPOCH)
    });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// Formats everything and applies what the linters can mend.
pub fn fix() -> bool {
    let clippy = ["clippy", "--fix", "--allow-dirty", "--allow-staged", "--workspace", "--all-targets"];
    let mut clippy = command("cargo", "", &clippy);
    clippy.env("LUUKKU_WEB", "skip");
    let steps = [clippy, command("cargo", "", &["fmt", "--all"]), command("npm", "web", &["run", "--silent", "format"])];
    // All of them, also after one that failed.
    steps.map(|step| run(step, Voice::Aloud).ok).iter().all(|ok| *ok)
}

/// Measures a release build; see `docs/performance.md`.
pub fn bench(arguments: &[String]) -> bool {
    let mut all = vec!["run", "--release", "--package", "bench", "--"];
    all.extend(arguments.iter().map(String::as_str));
    let sizes = shell::root().join("target/sizes.json");
    let path = sizes.to_string_lossy().into_owned();
    // Every part, when none is named: all other words are options or their numbers.
    let names_parts = arguments.iter().any(|word| word.starts_with(|sign: char| sign.is_ascii_lowercase()));
    let has = |part: &str| !names_parts || arguments.iter().any(|word| word == part);
    if has("size") {
        measure_sizes(&sizes);
        if sizes.exists() {
            all.extend(["--sizes", &path]);
        }
    }
    let screen = shell::root().join("target/screen.json");
    let screen_path = screen.to_string_lossy().into_owned();
    if has("screen") {
        measure_screen(&screen);
        if screen.exists() {
            all.extend(["--screen", &screen_path]);
        }
    }
    run(command("cargo", "", &all), Voice::Aloud).ok
}

/// What a browser fetches first, written to `file` by the build of the web apps.
fn measure_sizes(file: &Path) {
    let folder = shell::root().join("target/sizes-web");
    // What an earlier run left is not measured now.
    let _ = std::fs::remove_file(file);
    let mut build = command("npm", "web", &["run", "--silent", "build"]);
    build.env("LUUKKU_WEB_OUT", &folder).env("LUUKKU_WEB_SIZES", file);
    let ran = run(build, Voice::Quiet);
    if !file.exists() {
        println!("the sizes of the web apps are not measured:\n{}", ran.text);
    }
    // Of no use to anybody any more.
    let _ = std::fs::remove_dir_all(folder);
}

/// How the workspace keeps up with arriving messages, written to `file` by a browser that looks at a release build.
fn measure_screen(file: &Path) {
    // What an earlier run left is not measured now.
    let _ = std::fs::remove_file(file);
    if !run(command("cargo", "", &["build", "--release", "--package", "luukku"]), Voice::Aloud).ok {
        return;
    }
    let mut browser = command("npx", "journeys", &["playwright", "test", "--config", "bench/playwright.config.ts"]);
    browser.env("BENCH_SCREEN_FILE", file).env("LUUKKU_BINARY", shell::root().join("target/release/luukku"));
    let ran = run(browser, Voice::Quiet);
    if !file.exists() {
        println!("the screen is not measured:\n{}", ran.text);
    }
}

/// Runs the rules of one word and prints them as the sentences they are.
pub fn spec(word: &str) -> bool {
    let ran = run(command("cargo", "", &["test", "--quiet", "--package", "desk", word, "--", "--format=pretty"]), Voice::Quiet);
    let mut seen = 0;
    for line in ran.text.lines() {
        let Some((name, ended)) = line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... ")) else { continue };
        let sentence = name.rsplit("::").next().unwrap_or(name).replace('_', " ");
        println!("{} {sentence}", if ended == "ok" { "✓" } else { "✗" });
        seen += 1;
    }
    if seen == 0 || !ran.ok {
        println!("{}", ran.text);
    }
    seen > 0 && ran.ok
}
