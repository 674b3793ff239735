//! Builds the two web apps so that `assets.rs` can embed them: one command makes the whole binary.
//!
//! `LUUKKU_WEB` unset: `npm ci` when the lock file changed, then `npm run build`, only when a source changed.
//! `LUUKKU_WEB=skip`: no front end, for checking Rust code. `LUUKKU_WEB=/path`: a build made elsewhere.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// What `npm run build` must have left behind for the desk to have all its pages.
const PAGES: [&str; 3] = ["index.html", "frame.html", "widget.js"];
/// Folders with things that are made, not written.
const MADE: [&str; 4] = ["node_modules", "dist", "generated", "test"];

fn main() {
    if let Err(why) = prepare() {
        // Not a panic: its message would drown in a backtrace.
        println!("cargo::error={}", why.replace('\n', " "));
        std::process::exit(1);
    }
}

fn prepare() -> Result<(), String> {
    println!("cargo::rustc-check-cfg=cfg(web_skipped)");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=LUUKKU_WEB");
    let made = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);
    let folder = match env::var("LUUKKU_WEB").unwrap_or_default().as_str() {
        "" => built(&made)?,
        "skip" => {
            println!("cargo::rustc-cfg=web_skipped");
            let empty = made.join("web-skipped");
            fs::create_dir_all(&empty).map_err(|e| said(&empty, &e))?;
            empty
        }
        ready => {
            println!("cargo::rerun-if-changed={ready}");
            PathBuf::from(ready)
        }
    };
    if !folder.ends_with("web-skipped") {
        check(&folder)?;
    }
    println!("cargo::rustc-env=LUUKKU_WEB_ASSETS={}", folder.display());
    Ok(())
}

fn check(folder: &Path) -> Result<(), String> {
    match PAGES.iter().find(|page| !folder.join(page).is_file()) {
        Some(page) => Err(format!("{} has no {page}, so it is not a finished web build", folder.display())),
        None => Ok(()),
    }
}

/// The folder of a build of exactly these sources, made now when there is none yet.
fn built(made: &Path) -> Result<PathBuf, String> {
    // Asked when it runs: one target folder may serve several checkouts, and this script may come from another.
    let crate_folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let root = crate_folder.join("../..").canonicalize().map_err(|e| said(&crate_folder, &e))?;
    let web = root.join("web");
    let mut sources = DefaultHasher::new();
    for folder in [&web, &root.join("texts")] {
        read(folder, &root, &mut sources)?;
    }
    let finished = made.join(format!("web-{:016x}", sources.finish()));
    if finished.is_dir() {
        return Ok(finished);
    }
    install(&web)?;
    // Built beside and renamed, so that a folder with the final name is always whole.
    let unfinished = made.join("web-unfinished");
    npm(&web, &["run", "--silent", "build"], Some(&unfinished))?;
    forget_earlier(made)?;
    fs::rename(&unfinished, &finished).map_err(|e| said(&finished, &e))?;
    Ok(finished)
}

/// Adds every source below `folder` to the hash and tells cargo to watch it. Answers whether the whole folder may
/// be watched, which finds new files; one with made things inside may not, or every build would start another.
fn read(folder: &Path, root: &Path, sources: &mut impl Hasher) -> Result<bool, String> {
    let mut whole = true;
    let entries: io::Result<Vec<_>> = fs::read_dir(folder).map_err(|e| said(folder, &e))?.collect();
    let mut paths: Vec<PathBuf> = entries.map_err(|e| said(folder, &e))?.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if MADE.contains(&name.as_str()) {
            whole = false;
        } else if path.is_dir() {
            whole &= read(&path, root, sources)?;
        } else if !name.ends_with(".test.ts") {
            let content = fs::read(&path).map_err(|e| said(&path, &e))?;
            (path.strip_prefix(root).unwrap_or(&path), content).hash(sources);
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    if whole {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    Ok(whole)
}

/// `npm ci`, unless npm has finished installing since the lock file last changed: it writes its own note last.
fn install(web: &Path) -> Result<(), String> {
    let changed = |file: &str| fs::metadata(web.join(file)).and_then(|known| known.modified());
    let is_current = match (changed("package-lock.json"), changed("node_modules/.package-lock.json")) {
        (Ok(lock), Ok(installed)) => installed >= lock,
        (Err(_), _) | (_, Err(_)) => false,
    };
    if is_current {
        return Ok(());
    }
    npm(web, &["ci", "--include=dev", "--no-audit", "--no-fund"], None)
}

fn npm(web: &Path, arguments: &[&str], out: Option<&Path>) -> Result<(), String> {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(web).args(arguments);
    if let Some(out) = out {
        command.env("LUUKKU_WEB_OUT", out);
    }
    let output = command.output().map_err(|why| {
        format!(
            "The web apps could not be built, because npm did not start ({why}). Install Node.js 20.19 or newer \
             with npm (on Debian: apt-get install nodejs npm), or set LUUKKU_WEB to the folder of a ready build, \
             or set LUUKKU_WEB=skip to make a binary without its screens."
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let text = [output.stdout, output.stderr].concat();
    // Cargo shows the build script's own error output when it fails; the error line itself cannot hold so much.
    eprintln!("{}", String::from_utf8_lossy(&text));
    Err(format!("`npm {}` in {} failed; what it said is above.", arguments.join(" "), web.display()))
}

/// Earlier builds are of no use any more; a few megabytes each.
fn forget_earlier(made: &Path) -> Result<(), String> {
    for entry in fs::read_dir(made).map_err(|e| said(made, &e))? {
        let path = entry.map_err(|e| said(made, &e))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("web-") && name != "web-unfinished" && name != "web-skipped" {
            fs::remove_dir_all(&path).map_err(|e| said(&path, &e))?;
        }
    }
    Ok(())
}

fn said(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}
