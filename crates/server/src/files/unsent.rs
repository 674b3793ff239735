//! Files of visitors that have gone with no message yet: so many from one address (trust 107). The disk is everybody's.
//!
//! Addresses are not stored anywhere, so this is known in memory alone and is forgotten with the desk's restart.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::StatusCode;
use desk::id::{AttachmentId, OrganisationId};
use desk::moment::Moment;
use store::{Tx, attachments};

use super::under_way::megabytes;
use super::upload::FILE_LIMIT;
use crate::address::Group;
use crate::limits::Limits;
use crate::refusal::{Answer, Refused};
use crate::state::Desk;

/// How soon somebody behind the same address may have sent their message.
const RETRY_AFTER_S: u32 = 60;

type Name = (OrganisationId, AttachmentId);

/// What the visitors of each address have sent without a message.
pub struct Unsent {
    files: Arc<Mutex<Files>>,
    most_mb: u32,
}

#[derive(Default)]
struct Files {
    of: HashMap<Group, Vec<One>>,
    next: u64,
}

struct One {
    number: u64,
    at: Moment,
    /// None while it comes.
    name: Option<Name>,
    /// Begun ones count whole, so that there are never many of them.
    megabytes: u32,
}

/// One file among them, until it is dropped or kept.
pub(super) struct Share {
    files: Arc<Mutex<Files>>,
    address: Group,
    number: u64,
}

impl Unsent {
    /// None yet.
    pub fn new(limits: &Limits) -> Self {
        Self { files: Arc::default(), most_mb: limits.unsent_mb.max(megabytes(FILE_LIMIT)) }
    }

    /// Counts one more file of `megabytes`. When that is too much, looks which of the others have gone with a message or
    /// were forgotten since; nobody has to tell.
    pub(super) async fn begin(&self, desk: &Desk, address: Group, megabytes: u32) -> Answer<Share> {
        let at = desk.now();
        if let Some(share) = self.take(address, megabytes, at) {
            return Ok(share);
        }
        let names: Vec<Name> = lock(&self.files).of.get(&address).into_iter().flatten().filter_map(|one| one.name).collect();
        let looking = desk.db.read(async move |tx: &mut Tx| {
            let mut gone = Vec::new();
            for (organisation, id) in names {
                if attachments::find(tx, organisation, id).await?.is_none_or(|file| file.message.is_some()) {
                    gone.push((organisation, id));
                }
            }
            Ok(gone)
        });
        self.forget(address, &looking.await?);
        let too_many = || Refused::new(StatusCode::TOO_MANY_REQUESTS, "files_unsent").retry_after(RETRY_AFTER_S);
        self.take(address, megabytes, at).ok_or_else(too_many)
    }

    /// Forgets what came before `before`: by then it has gone with a message, or is gone.
    pub(super) fn forget_old(&self, before: Moment) {
        let mut files = lock(&self.files);
        files.of.retain(|_, of_one| {
            of_one.retain(|one| one.name.is_none() || one.at >= before);
            !of_one.is_empty()
        });
    }

    fn forget(&self, address: Group, gone: &[Name]) {
        let mut files = lock(&self.files);
        if let Some(of_one) = files.of.get_mut(&address) {
            of_one.retain(|one| one.name.is_none_or(|name| !gone.contains(&name)));
        }
    }

    fn take(&self, address: Group, megabytes: u32, at: Moment) -> Option<Share> {
        let mut files = lock(&self.files);
        let number = files.next;
        files.next += 1;
        let of_one = files.of.entry(address).or_default();
        let all = of_one.iter().fold(megabytes, |sum, one| sum.saturating_add(one.megabytes));
        if all > self.most_mb {
            return None;
        }
        of_one.push(One { number, at, name: None, megabytes });
        Some(Share { files: Arc::clone(&self.files), address, number })
    }
}

impl Share {
    /// The file has been kept under this name. It counts until it goes with a message; the same file twice counts once.
    pub(super) fn kept(self, organisation: OrganisationId, id: AttachmentId) {
        let mut files = lock(&self.files);
        let Some(of_one) = files.of.get_mut(&self.address) else { return };
        let name = Some((organisation, id));
        if of_one.iter().all(|one| one.name != name)
            && let Some(one) = of_one.iter_mut().find(|one| one.number == self.number)
        {
            one.name = name;
        }
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut files = lock(&self.files);
        if let Some(of_one) = files.of.get_mut(&self.address) {
            of_one.retain(|one| one.number != self.number || one.name.is_some());
            if of_one.is_empty() {
                files.of.remove(&self.address);
            }
        }
    }
}

fn lock(files: &Mutex<Files>) -> MutexGuard<'_, Files> {
    files.lock().unwrap_or_else(PoisonError::into_inner)
}
