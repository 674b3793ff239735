//! The demo's folder. It is emptied with every start, so a mark in it says that it is a demo's and nobody's real desk.

use std::fs;
use std::io::Write;
use std::path::Path;

use server::private;

use crate::place::{self, Lock};
use crate::stop::Stop;

const MARK: &str = "this-is-a-demo-desk.txt";
const MARK_SAYS: &str = "\"luukku demo\" made this folder and empties it every time it starts.\n";
/// What a demo leaves there. Nothing else is ever removed.
const ITS_FILES: [&str; 3] = ["desk.db", "desk.db-wal", "desk.db-shm"];

/// Makes the folder, or empties the one that an earlier demo left, and keeps other servers out of it.
///
/// # Errors
/// When there is something else in it. Nothing has been removed then.
pub fn take(folder: &Path) -> Result<Lock, Stop> {
    let cannot = |error: std::io::Error| Stop::new(format!("the demo's folder {} cannot be used: {error}", folder.display()));
    let is_there = folder.exists();
    place::make(folder)?;
    let is_empty = fs::read_dir(folder).map_err(cannot)?.next().is_none();
    if is_there && !is_empty && !folder.join(MARK).exists() {
        return Err(Stop::new(format!(
            "{} is not the folder of a demo desk, so nothing in it was touched; name another one with --data",
            folder.display()
        )));
    }
    let lock = place::lock(folder)?;
    for file in ITS_FILES.map(|name| folder.join(name)) {
        if file.exists() {
            fs::remove_file(&file).map_err(cannot)?;
        }
    }
    let files = folder.join("files");
    if files.exists() {
        fs::remove_dir_all(&files).map_err(cannot)?;
    }
    private::make_file(&folder.join(MARK)).and_then(|mut mark| mark.write_all(MARK_SAYS.as_ref())).map_err(cannot)?;
    Ok(lock)
}
