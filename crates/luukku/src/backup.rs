//! Work on a desk from outside it: `migrate`, `backup`, `restore`, `rebuild`. Each answers one sentence.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use server::{Clock, SystemClock};
use store::backup::{Onto, Refusal, read_all, write_all};

use crate::archive::{Checked, NamedFile, Writing, keep};
use crate::settings::Settings;
use crate::stop::Stop;
use crate::{place, serve};

/// A file that nobody names but that is younger than this may belong to a message that is just being sent.
const YOUNG: Duration = Duration::from_hours(1);

/// `luukku migrate`.
pub async fn migrate(settings: Settings) -> Result<String, Stop> {
    place::make(&settings.data)?;
    // Not under a server that knows the old schema.
    let _lock = place::lock(&settings.data)?;
    let db = place::open(&settings).await?;
    let steps = serve::migrate(&db).await;
    db.close().await;
    Ok(match steps? {
        0 => "The database is up to date.".to_owned(),
        1 => "The database is up to date now: 1 migration.".to_owned(),
        steps => format!("The database is up to date now: {steps} migrations."),
    })
}

/// `luukku backup FILE`.
pub async fn backup(settings: Settings, file: PathBuf) -> Result<String, Stop> {
    let cannot = |error: io::Error| Stop::new(format!("the backup {} cannot be written: {error}", file.display()));
    let db = place::open_existing(&settings).await?;
    let now = SystemClock::default().now();
    let writing = Writing::begin(&file, env!("CARGO_PKG_VERSION"), now.millis()).map_err(cannot)?;
    let read = read_all(&db, writing).await;
    db.close().await;
    let mut writing = read?.map_err(|refusal| match refusal {
        Refusal::Archive(error) => cannot(error),
        Refusal::NotEmpty | Refusal::OtherSchema(_) | Refusal::Unreadable { .. } => refusal.into(),
    })?;
    let unreadable = writing.unreadable;
    let (mut kept, mut missing) = (0_u32, 0_u32);
    for named in std::mem::take(&mut writing.files) {
        match fs::read(settings.data.join(&named.name)) {
            Ok(bytes) => {
                writing.add(&named.name, &bytes, 0).map_err(cannot)?;
                kept += 1;
            }
            Err(error) if error.kind() == ErrorKind::NotFound => missing += u32::from(told_missing(&named)),
            Err(error) => return Err(Stop::new(format!("{} cannot be read: {error}", named.name))),
        }
    }
    let bytes = writing.finish().map_err(cannot)?;
    let told = format!("{} kB, with {kept} files.{}", bytes.div_ceil(1024), warnings(missing, unreadable));
    let begins = if missing + unreadable > 0 { "Not quite everything" } else { "Everything" };
    Ok(format!("{begins} is in {}: {told}", file.display()))
}

/// What is not in the backup, or nothing.
fn warnings(missing: u32, unreadable: u32) -> String {
    let how_many = match missing + unreadable {
        0 => return String::new(),
        1 => " 1 warning.".to_owned(),
        count => format!(" {count} warnings."),
    };
    let said = |count: u32, what: &str| if count > 0 { format!(" {count} {what}") } else { String::new() };
    let missing = said(missing, "files of messages are not in the data folder and are missing.");
    let unreadable = said(unreadable, "rows of files cannot be read, so their files are missing.");
    how_many + &missing + &unreadable
}

/// A file that was never sent may be thrown away while the backup is made; one that belongs to a message may not.
fn told_missing(named: &NamedFile) -> bool {
    if named.is_sent {
        tracing::warn!(file = named.name, "a file of a message is not in the data folder");
    }
    named.is_sent
}

/// `luukku restore FILE`.
pub async fn restore(settings: Settings, file: PathBuf, replace: bool) -> Result<String, Stop> {
    let archive = Checked::read(&file)?;
    place::make(&settings.data)?;
    let db = place::open(&settings).await?;
    let restored = restore_into(&settings, &archive, replace, &db).await;
    db.close().await;
    let rows = restored?;
    Ok(format!("The desk is as it was in {} (Luukku {}): {rows} rows. Everybody signs in again.", file.display(), archive.version))
}

async fn restore_into(settings: &Settings, archive: &Checked, replace: bool, db: &store::Db) -> Result<u64, Stop> {
    if db.newest_migration().await? == 0 {
        serve::migrate(db).await?;
    }
    let onto = if replace { Onto::Anything } else { Onto::Empty };
    let before = files_in(&settings.data);
    // First the files: a row never speaks of a file that is not there.
    let mut restored = Vec::new();
    let written = match keep_files(settings, archive, &mut restored) {
        Ok(()) => write_all(db, archive.rows(), onto, uuid::Uuid::now_v7().simple().to_string()).await.map_err(Stop::from),
        Err(stop) => Err(stop),
    };
    let written = written.and_then(|written| written.map_err(Stop::from));
    let added: Vec<&PathBuf> = restored.iter().filter(|path| !before.contains(path)).collect();
    match written {
        Ok(rows) => {
            let lost: Vec<&PathBuf> = before.iter().filter(|path| !restored.contains(path) && !is_young(path)).collect();
            throw_away(&lost);
            store::search::fill(db).await?;
            db.take_statistics().await?;
            Ok(rows)
        }
        Err(stop) => {
            throw_away(&added);
            Err(stop)
        }
    }
}

/// Writes the files of the archive; `restored` names those that are there, whatever happens.
fn keep_files(settings: &Settings, archive: &Checked, restored: &mut Vec<PathBuf>) -> Result<(), Stop> {
    for (name, bytes) in archive.files() {
        let path = settings.data.join(name);
        let kept = bytes.and_then(|bytes| keep(&path, &bytes));
        kept.map_err(|error| Stop::new(format!("{} cannot be written: {error}", path.display())))?;
        restored.push(path);
    }
    Ok(())
}

fn files_in(data: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    inside(&data.join("files")).iter().flat_map(|organisation| inside(organisation)).flat_map(|folder| inside(&folder)).collect()
}

fn is_young(path: &Path) -> bool {
    let changed = path.metadata().and_then(|known| known.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    SystemTime::now().duration_since(changed).is_ok_and(|age| age < YOUNG)
}

fn throw_away(files: &[&PathBuf]) {
    for file in files {
        if let Err(error) = fs::remove_file(file) {
            tracing::warn!(file = %file.display(), %error, "a file that belongs to no message any more cannot be removed");
        }
    }
}

/// `luukku rebuild`.
pub async fn rebuild(settings: Settings) -> Result<String, Stop> {
    let db = place::open_existing(&settings).await?;
    let rebuilt = store::rebuild::all(&db).await;
    db.close().await;
    let store::rebuild::Rebuilt { cases, differed } = rebuilt?;
    Ok(match differed {
        0 => format!("{cases} cases looked at; every row was right."),
        1 => format!("{cases} cases looked at; 1 differed from what happened and is right now."),
        _ => format!("{cases} cases looked at; {differed} differed from what happened and are right now."),
    })
}
