//! Where the bytes of files lie: in the data directory, each under its random id, never under a name that somebody gave.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::StatusCode;
use bytes::Bytes;
use desk::id::{AttachmentId, OrganisationId};
use futures_util::Stream;
use futures_util::stream::try_unfold;

use crate::private;
use crate::refusal::{Answer, Refused};

/// Keeps `bytes` durably: after this they are on the disk, whole, or not there at all. What lies there already is never
/// replaced: the same bytes again are well kept, others are a mistake.
pub async fn keep(data_dir: &Path, organisation: OrganisationId, id: AttachmentId, bytes: Vec<u8>) -> Answer<()> {
    let path = path(data_dir, organisation, id);
    let kept = on_disk(move || write(&path, &bytes)).await;
    kept?.then_some(()).ok_or_else(|| Refused::conflict("id_reused"))
}

/// How much of a file is in memory at once, in bytes.
const PIECE: u64 = 64 * 1024;

/// A file to be read piece by piece, as fast as somebody takes the pieces.
pub struct Found {
    file: File,
    left: u64,
}

/// Finds a file.
pub async fn find(data_dir: &Path, organisation: OrganisationId, id: AttachmentId) -> Answer<Found> {
    let path = path(data_dir, organisation, id);
    on_disk(move || {
        let file = File::open(path)?;
        let left = file.metadata()?.len();
        Ok(Found { file, left })
    })
    .await
}

impl Found {
    /// Its size in bytes.
    pub fn bytes(&self) -> u64 {
        self.left
    }

    /// Its pieces. A file that turns out shorter than it was ends with an error, never as if that were all.
    pub fn pieces(self) -> impl Stream<Item = io::Result<Bytes>> + Send {
        try_unfold(self, async |found| if found.left == 0 { Ok(None) } else { tokio::task::spawn_blocking(move || found.piece()).await? })
    }

    fn piece(mut self) -> io::Result<Option<(Bytes, Self)>> {
        let mut piece = vec![0; usize::try_from(self.left.min(PIECE)).unwrap_or_default()];
        self.file.read_exact(&mut piece)?;
        self.left -= self.left.min(PIECE);
        Ok(Some((piece.into(), self)))
    }
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

/// False when other bytes lie there.
fn write(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    /// Two writers of one id must not write into one half.
    static HALVES: AtomicU64 = AtomicU64::new(0);
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    private::make_folder(folder)?;
    let half = path.with_extension(format!("{}-{}.part", std::process::id(), HALVES.fetch_add(1, Ordering::Relaxed)));
    let written = write_whole(&half, bytes).and_then(|()| name(&half, path));
    // The whole file has its own name by now, and half a file is worth nothing; when this fails there is nothing more
    // to do about it.
    let _ = fs::remove_file(&half);
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(fs::read(path)? == bytes),
        written => written?,
    }
    File::open(folder)?.sync_all()?;
    Ok(true)
}

/// A link, unlike a renamed file, never takes the place of what is there. Not every disk has links.
fn name(half: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(half, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(half, path),
        linked => linked,
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private::make_file(path)?;
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
        if is_full {
            Refused::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full")
        } else {
            Refused::new(StatusCode::SERVICE_UNAVAILABLE, "not_stored").retry_after(5)
        }
    })
}
