//! Where a desk lives: its folder, which one server at a time may have, and its database.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use store::Db;

use crate::settings::Settings;
use crate::stop::Stop;

/// The database inside the folder.
const DATABASE: &str = "desk.db";
const LOCK: &str = "luukku.lock";

/// Keeps other servers out of a folder as long as it lives, also when the program is killed.
#[derive(Debug)]
pub struct Lock {
    _held: File,
}

/// Makes the folder if it is not there, for its owner alone.
pub fn make(folder: &Path) -> Result<(), Stop> {
    let cannot = |error: std::io::Error| Stop::new(format!("the data folder {} cannot be made: {error}", folder.display()));
    if !folder.exists() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(cannot)?;
    }
    let known = folder.metadata().map_err(cannot)?;
    if !known.is_dir() {
        return Err(Stop::new(format!("{} is not a folder", folder.display())));
    }
    if known.permissions().mode() & 0o007 != 0 {
        tracing::warn!(folder = %folder.display(), "everybody on this machine can look into the data folder; chmod 700 keeps it private");
    }
    Ok(())
}

/// Takes the folder for this program.
///
/// # Errors
/// When another server has it.
pub fn lock(folder: &Path) -> Result<Lock, Stop> {
    let path = folder.join(LOCK);
    let cannot = |error: std::io::Error| {
        let why = if error.kind() == ErrorKind::ReadOnlyFilesystem { "its file system is read-only".to_owned() } else { error.to_string() };
        Stop::new(format!("the data folder {} cannot be used: {why}", folder.display()))
    };
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&path).map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _held: file }),
        Err(TryLockError::WouldBlock) => Err(Stop::new(format!(
            "another Luukku uses the data folder {}; stop it first, or choose another folder with --data",
            folder.display()
        ))),
        Err(TryLockError::Error(error)) => Err(cannot(error)),
    }
}

/// Opens the database of the settings and makes an empty one in the folder when there is none. Migrates nothing.
pub async fn open(settings: &Settings) -> Result<Db, Stop> {
    let opened = match &settings.database_url {
        Some(url) => Db::open_postgres(url.reveal()).await,
        None => Db::open_sqlite(&database_in(&settings.data)).await,
    };
    opened.map_err(Stop::from)
}

/// Opens the database for work on a desk that is there.
///
/// # Errors
/// When there is none: an empty one would hide that the folder is the wrong one.
pub async fn open_existing(settings: &Settings) -> Result<Db, Stop> {
    if settings.database_url.is_none() && !database_in(&settings.data).exists() {
        return Err(Stop::new(format!("there is no desk in {}; name its folder with --data", settings.data.display())));
    }
    open(settings).await
}

/// Where SQLite's file lies.
pub fn database_in(folder: &Path) -> PathBuf {
    folder.join(DATABASE)
}
