//! Measures a release build of the desk over loopback and prints a table: `cargo xtask bench`.
//!
//! The desk runs in a process of its own (this program again, as `bench serve`), with the rate limits lifted, because
//! every visitor here comes from one machine. Read [`measure`] for what is measured, [`world`] for what it is measured on.

mod http;
mod measure;
mod report;
mod serve;
mod socket;
mod world;

use std::path::PathBuf;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match words.as_slice() {
        ["serve", directory, database, port] => runtime.block_on(serve::serve(PathBuf::from(directory), database, port.parse()?)),
        chosen => runtime.block_on(measure::everything(&measure::Chosen::from_words(chosen)?)),
    }
}
