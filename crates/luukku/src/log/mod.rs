//! The log: a line per event on the error output, as text or JSON. Lines are handed to a thread of their own, because an
//! error output that nobody reads would otherwise stop the desk; when the thread is far behind, lines are left out and
//! counted instead.

mod one_line;

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::settings::{LogFormat, LogLevel};

/// How many lines may wait to be written.
const WAITING: usize = 8_192;
/// How long the end of the program waits for the last of them.
const PATIENCE: Duration = Duration::from_millis(500);

static LINES: OnceLock<Lines> = OnceLock::new();

struct Lines {
    format: LogFormat,
    queue: SyncSender<Message>,
    left_out: AtomicU64,
    written: Mutex<Receiver<()>>,
}

enum Message {
    Line(Vec<u8>),
    /// Says when everything before it is written.
    End,
}

/// Begins to log. A second call does nothing.
pub fn start(format: LogFormat, level: LogLevel) {
    let (queue, waiting) = sync_channel(WAITING);
    let (told, written) = sync_channel(1);
    if LINES.set(Lines { format, queue, left_out: AtomicU64::new(0), written: Mutex::new(written) }).is_err() {
        return;
    }
    // Without the thread nothing is logged, which is no reason not to serve.
    let _ = std::thread::Builder::new().name("log".into()).spawn(move || write(&waiting, &told));
    let level = match level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let log = tracing_subscriber::fmt().with_max_level(level).with_writer(ToThread).with_target(false);
    match format {
        LogFormat::Text => log.with_ansi(false).init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    std::panic::set_hook(Box::new(|panic| {
        // The place only: what a panic says may hold somebody's words.
        let place = panic.location().map_or_else(String::new, |place| format!("{}:{}", place.file(), place.line()));
        tracing::error!(place, "a mistake in the program ended one piece of work");
    }));
}

/// Waits shortly for the last lines.
pub fn finish() {
    if let Some(lines) = LINES.get()
        && lines.queue.try_send(Message::End).is_ok()
    {
        // When the error output is stuck, its last lines are lost.
        let _ = lines.written.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(PATIENCE);
    }
}

fn write(waiting: &Receiver<Message>, told: &SyncSender<()>) {
    let mut output = io::stderr();
    for message in waiting {
        let left_out = LINES.get().map_or(0, |lines| lines.left_out.swap(0, Ordering::Relaxed));
        if left_out > 0 {
            let format = LINES.get().map_or(LogFormat::Text, |lines| lines.format);
            // If it cannot be written there is nobody to tell.
            let _ = writeln!(output, "{}", left_out_line(format, left_out));
        }
        match message {
            Message::Line(line) => {
                let _ = output.write_all(&line);
            }
            Message::End => {
                let _ = told.try_send(());
            }
        }
    }
}

/// No event, but a line like all others.
fn left_out_line(format: LogFormat, left_out: u64) -> String {
    let message = format!("{left_out} lines were left out of the log: nobody reads it quickly enough");
    match format {
        LogFormat::Text => format!("WARN {message}"),
        LogFormat::Json => serde_json::json!({ "level": "WARN", "message": message }).to_string(),
    }
}

struct ToThread;

impl<'a> MakeWriter<'a> for ToThread {
    type Writer = OneLine;

    fn make_writer(&'a self) -> OneLine {
        OneLine(Vec::new())
    }
}

/// One event, handed over when it is whole.
struct OneLine(Vec<u8>);

impl Write for OneLine {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for OneLine {
    fn drop(&mut self) {
        let Some(lines) = LINES.get().filter(|_| !self.0.is_empty()) else { return };
        if lines.queue.try_send(Message::Line(one_line::one_line(lines.format, &self.0))).is_err() {
            lines.left_out.fetch_add(1, Ordering::Relaxed);
        }
    }
}
