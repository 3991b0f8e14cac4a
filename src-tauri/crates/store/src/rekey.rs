//! A new data key: everything is encrypted anew, and an interruption leaves the old workspace or the new one.
//!
//! The copies under the new key are made beside what they replace. The rename of `keys.json` decides: before it
//! the old key opens the workspace, and the copies are thrown away; after it only the new key does, and the copies
//! are put in place, by this run or by the next opening.

use crate::connection;
use crate::error::OpenError;
use crate::evidence;
use crate::folder::{DATABASE, KEYS, NEXT_DATABASE, sync_folder, with_suffix, write_private};
use crate::head;
use crate::keys::{DataKey, KeysFile, RecoveryKey, SlotPlan};
use crate::lock::FolderLock;
use crate::store::{Store, checkpoint, read_keys};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;

/// What is done, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    DatabaseCopied,
    EvidenceCopied,
    KeysReplaced,
    EvidenceRemoved,
    LogRemoved,
    DatabaseReplaced,
}

/// Called after each step; an error from it is an interruption.
type Hook<'a> = &'a mut dyn FnMut(Step) -> Result<(), OpenError>;

impl Store {
    /// Encrypts everything anew under a new data key; only these slots open the workspace then, and the recovery key
    /// that is answered.
    ///
    /// # Errors
    /// [`StoreError::Busy`](crate::StoreError::Busy) where somebody else has the workspace open; else if the database
    /// or the file system refuses. The workspace is whole after an error too, but this value may read nothing any more.
    pub fn new_data_key(&mut self, plans: &[SlotPlan]) -> Result<RecoveryKey, OpenError> {
        let outcome = self.rekey(plans, &mut |_| Ok(()));
        if outcome.is_err() {
            // What is left is dealt with by the next opening otherwise.
            let _ = settle_shared(&self.folder, &self.data_key, &self.lock);
        }
        outcome
    }

    fn rekey(&mut self, plans: &[SlotPlan], hook: Hook<'_>) -> Result<RecoveryKey, OpenError> {
        let new = DataKey::random()?;
        let Self { connection, folder, data_key, lock, workspace, .. } = self;
        let workspace = *workspace;
        lock.alone(|| {
            let keys = read_keys(folder)?;
            if !keys.is_whole(data_key) {
                return Err(OpenError::KeysDamaged);
            }
            let keys = KeysFile::create(workspace, keys.cost(), &new, plans)?;
            discard_database(folder)?;
            checkpoint(connection)?;
            copy_database(connection, &folder.join(NEXT_DATABASE), &new)?;
            hook(Step::DatabaseCopied)?;
            evidence::rekey(folder, workspace, data_key, &new)?;
            sync_folder(folder)?;
            hook(Step::EvidenceCopied)?;
            head::forget(folder);
            write_private(&folder.join(KEYS), &keys.to_bytes()?)?;
            hook(Step::KeysReplaced)?;
            let old = std::mem::replace(connection, Connection::open_in_memory()?);
            old.close().map_err(|(_, source)| source)?;
            put_in_place(folder, workspace, &new, hook)?;
            *connection = connection::open(&folder.join(DATABASE), &new)?;
            Ok(())
        })?;
        self.data_key = new;
        Ok(self.recovery_key())
    }
}

/// Deals with what an interrupted run left; `key` is what `keys.json` or the recovery key gives.
///
/// # Errors
/// [`StoreError::Busy`](crate::StoreError::Busy) where somebody else has the workspace open;
/// [`OpenError::RecoveryKeyRefused`] for a key that the file of keys does not belong to; else if the file system
/// refuses.
pub(crate) fn settle_shared(folder: &Path, key: &DataKey, lock: &FolderLock) -> Result<(), OpenError> {
    if folder.join(NEXT_DATABASE).exists() { lock.alone(|| settle(folder, key)) } else { Ok(()) }
}

fn settle(folder: &Path, key: &DataKey) -> Result<(), OpenError> {
    // The key of a copy that is about to be replaced must not bring the copy back.
    if read_keys(folder).is_ok_and(|keys| !keys.is_whole(key)) {
        return Err(OpenError::RecoveryKeyRefused);
    }
    if let Some(workspace) = connection::workspace_under(&folder.join(DATABASE), key) {
        evidence::remove_foreign(folder, workspace, key)?;
        return Ok(discard_database(folder)?);
    }
    if let Some(workspace) = connection::workspace_under(&folder.join(NEXT_DATABASE), key) {
        return put_in_place(folder, workspace, key, &mut |_| Ok(()));
    }
    // Neither opens: what is there may still be of use to somebody.
    Ok(())
}

/// SQLite's backup interface between two connections, each with its own key.
fn copy_database(from: &Connection, to: &Path, key: &DataKey) -> Result<(), OpenError> {
    let mut copy = connection::unlocked(to, key, OpenFlags::SQLITE_OPEN_CREATE)?;
    Backup::new(from, &mut copy)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    checkpoint(&copy)?;
    copy.close().map_err(|(_, source)| source)?;
    Ok(File::open(to)?.sync_all()?)
}

/// Each step can be done again after an interruption; the last one is the rename of the database.
fn put_in_place(folder: &Path, workspace: Uuid, key: &DataKey, hook: Hook<'_>) -> Result<(), OpenError> {
    evidence::remove_foreign(folder, workspace, key)?;
    hook(Step::EvidenceRemoved)?;
    let database = folder.join(DATABASE);
    for path in [&database, &folder.join(NEXT_DATABASE)] {
        remove_log(path)?;
    }
    hook(Step::LogRemoved)?;
    fs::rename(folder.join(NEXT_DATABASE), &database)?;
    sync_folder(folder)?;
    hook(Step::DatabaseReplaced)
}

fn discard_database(folder: &Path) -> io::Result<()> {
    let next = folder.join(NEXT_DATABASE);
    remove_log(&next)?;
    remove_file(&next)
}

fn remove_log(database: &Path) -> io::Result<()> {
    remove_file(&with_suffix(database, "-wal"))?;
    remove_file(&with_suffix(database, "-shm"))
}

fn remove_file(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
