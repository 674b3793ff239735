//! Where the bytes of files lie: in the data directory, each under its random id, never under a name that somebody gave.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use desk::id::{AttachmentId, OrganisationId};

use crate::refusal::{Answer, Refused};

/// Keeps `bytes` durably: after this they are on the disk, whole, or not there at all.
pub async fn keep(data_dir: &Path, organisation: OrganisationId, id: AttachmentId, bytes: Vec<u8>) -> Answer<()> {
    let path = path(data_dir, organisation, id);
    on_disk(move || write(&path, &bytes)).await
}

/// The bytes of a file.
pub async fn fetch(data_dir: &Path, organisation: OrganisationId, id: AttachmentId) -> Answer<Vec<u8>> {
    let path = path(data_dir, organisation, id);
    on_disk(move || fs::read(path)).await
}

/// Throws the bytes away; they may be gone already.
pub async fn throw_away(data_dir: &Path, organisation: OrganisationId, id: AttachmentId) -> Answer<()> {
    let path = path(data_dir, organisation, id);
    on_disk(move || match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    })
    .await
}

/// `files/<organisation>/<last two of the id>/<id>`: the last digits of an id are random, so that folders fill evenly.
fn path(data_dir: &Path, organisation: OrganisationId, id: AttachmentId) -> PathBuf {
    let name = id.0.simple().to_string();
    let folder = name.get(30..).unwrap_or("00").to_owned();
    data_dir.join("files").join(organisation.0.simple().to_string()).join(folder).join(name)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let half = path.with_extension("part");
    let written = write_whole(&half, bytes).and_then(|()| fs::rename(&half, path));
    if let Err(error) = written {
        // Half a file is worth nothing; when even this fails there is nothing more to do about it.
        let _ = fs::remove_file(&half);
        return Err(error);
    }
    File::open(folder)?.sync_all()
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

async fn on_disk<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Answer<T> {
    let done = tokio::task::spawn_blocking(work).await.map_err(|_| Refused::broken())?;
    done.map_err(|error| {
        let kind = error.kind();
        if kind == ErrorKind::NotFound {
            return Refused::not_found();
        }
        tracing::error!(%kind, "a file could not be read or kept");
        let is_full = matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem);
        if is_full { Refused::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full") } else { Refused::broken() }
    })
}
