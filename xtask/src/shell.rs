//! Starting other programs and reading what they say.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How a program ended and all that it said, both streams in the order the lines came.
pub struct Ran {
    pub ok: bool,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Lines are shown as they come.
    Aloud,
    /// Lines are only kept.
    Quiet,
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command in a folder of the repository, without input and without colours.
pub fn command(program: &str, folder: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root().join(folder)).args(arguments).stdin(Stdio::null()).env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never");
    command
}

/// Runs a command to its end.
pub fn run(mut command: Command, voice: Voice) -> Ran {
    let spawned = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match spawned {
        Ok(child) => child,
        Err(why) => {
            let text = format!("{} did not start: {why}", command.get_program().display());
            eprintln!("{text}");
            return Ran { ok: false, text };
        }
    };
    let text = Arc::new(Mutex::new(String::new()));
    let out = child.stdout.take().map(|from| listen(from, &text, voice));
    let err = child.stderr.take().map(|from| listen(from, &text, voice));
    let ended = child.wait();
    for listener in [out, err].into_iter().flatten() {
        // A listener cannot fail: it reads until the stream ends and skips what it cannot read.
        drop(listener.join());
    }
    let text = std::mem::take(&mut *text.lock().unwrap_or_else(PoisonError::into_inner));
    Ran { ok: ended.is_ok_and(|status| status.success()), text }
}

fn listen(from: impl Read + Send + 'static, text: &Arc<Mutex<String>>, voice: Voice) -> thread::JoinHandle<()> {
    let text = Arc::clone(text);
    thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            if voice == Voice::Aloud {
                println!("{line}");
            }
            let mut all = text.lock().unwrap_or_else(PoisonError::into_inner);
            all.push_str(&line);
            all.push('\n');
        }
    })
}

/// Where a program is, by the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Where cargo puts what it builds, as cargo itself says.
pub fn target() -> Option<PathBuf> {
    let arguments = ["metadata", "--no-deps", "--format-version", "1", "--offline"];
    let ran = run(command("cargo", "", &arguments), Voice::Quiet);
    let json = ran.text.lines().find(|line| line.starts_with('{'))?;
    let metadata: serde_json::Value = serde_json::from_str(json).ok()?;
    metadata.get("target_directory")?.as_str().map(PathBuf::from)
}
