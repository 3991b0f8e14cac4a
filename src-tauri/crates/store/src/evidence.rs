//! The files of evidence: each encrypted beside the database, under a name that says nothing.
//!
//! A file is there before the row that names it is committed, and goes after the last body that names it.
//! What the register says of a file is in `table/evidence.rs`.

mod sealed;

use crate::error::StoreError;
use crate::folder::{EVIDENCE, is_evidence, sync_folder, write_atomically};
use crate::keys::DataKey;
use crate::reader::Reader;
use crate::store::Store;
use hmac::{Hmac, KeyInit, Mac};
use riskwright_domain::audit::{Break, sha256_hex};
use rusqlite::TransactionBehavior;
use sha2::Sha256;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The files of one workspace; wipes its key when dropped.
pub struct EvidenceFiles {
    /// The folder of the workspace.
    folder: PathBuf,
    workspace: Uuid,
    key: DataKey,
}

impl EvidenceFiles {
    fn new(folder: &Path, workspace: Uuid, key: &DataKey) -> Self {
        Self { folder: folder.to_owned(), workspace, key: DataKey::from_bytes(key.bytes()) }
    }

    /// Stores a file durably and answers its SHA-256 (hex); the same file twice is stored once.
    ///
    /// To be called within the transaction that records it: no sweep comes between.
    ///
    /// # Errors
    /// [`StoreError`] if the file system refuses.
    pub fn put(&self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256 = sha256_hex(bytes);
        // One that was damaged meanwhile is written anew.
        if self.read(&sha256).is_err() {
            self.write(&sha256, bytes)?;
        }
        Ok(sha256)
    }

    /// The file with this SHA-256 (hex), after tag and hash were checked.
    ///
    /// # Errors
    /// [`StoreError::EvidenceMissing`] if it is not stored here; [`StoreError::Damaged`] if it is not as it was
    /// stored; else if the file system refuses.
    pub fn read(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let name = self.name(sha256)?;
        let file = match fs::read(self.path(&name)) {
            Err(error) if is_absent(&error) => {
                return Err(StoreError::EvidenceMissing { sha256: sha256.to_owned() });
            }
            other => other?,
        };
        let opened = sealed::open(&self.key, self.workspace, &name, &file).ok_or(StoreError::Damaged)?;
        if opened.sha256 == sha256 { Ok(opened.bytes) } else { Err(StoreError::Damaged) }
    }

    /// Whether there is a file for this SHA-256 (hex), whole or not.
    #[must_use]
    pub fn holds(&self, sha256: &str) -> bool {
        self.name(sha256).is_ok_and(|name| self.path(&name).is_file())
    }

    fn write(&self, sha256: &str, bytes: &[u8]) -> Result<String, StoreError> {
        let name = self.name(sha256)?;
        let file = sealed::seal(&self.key, self.workspace, &name, bytes)?;
        make_folder(&self.folder)?;
        write_atomically(&self.path(&name), &file)?;
        Ok(name)
    }

    /// HMAC-SHA-256 (hex) of the hash: who knows a file cannot tell that it is here.
    fn name(&self, sha256: &str) -> Result<String, StoreError> {
        let key = self.key.derive("riskwright evidence names");
        let mut code = Hmac::<Sha256>::new_from_slice(key.as_slice())
            .map_err(|_| StoreError::Io { source: ErrorKind::InvalidInput.into() })?;
        code.update(sha256.as_bytes());
        Ok(hex::encode(code.finalize().into_bytes()))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(EVIDENCE).join(name)
    }
}

impl fmt::Debug for EvidenceFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EvidenceFiles").field("workspace", &self.workspace).finish_non_exhaustive()
    }
}

impl Store {
    /// The files of evidence of this workspace.
    #[must_use]
    pub fn evidence_files(&self) -> EvidenceFiles {
        EvidenceFiles::new(&self.folder, self.workspace(), &self.data_key)
    }

    /// Removes every file that neither a current row nor a body of the history names; how many there were.
    ///
    /// # Errors
    /// [`StoreError`] if the database or the file system refuses.
    pub fn sweep_evidence(&mut self) -> Result<usize, StoreError> {
        let files = self.evidence_files();
        // Nobody records a file meanwhile.
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let named = Reader { connection: &transaction }.named_evidence_files()?;
        let kept = named.iter().map(|sha256| files.name(sha256)).collect::<Result<BTreeSet<_>, _>>()?;
        remove_others(&self.folder, &kept)
    }

    /// Every current item of evidence whose file was stored here and is gone or changed.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn verify_evidence(&self) -> Result<Vec<Break>, StoreError> {
        let files = self.evidence_files();
        let stored = self.read(|reader: &Reader<'_>| reader.stored_evidence())?;
        let breaks = stored.into_iter().filter_map(|(id, sha256)| match files.read(&sha256) {
            Ok(_) => None,
            Err(StoreError::EvidenceMissing { .. }) => Some(Break::Evidence { id, missing: true }),
            Err(_) => Some(Break::Evidence { id, missing: false }),
        });
        Ok(breaks.collect())
    }
}

/// Encrypts every file anew under another data key and leaves the old ones in place; the names written. What
/// does not open under the old key is left out: no key opens it.
///
/// # Errors
/// [`StoreError`] if the file system refuses; what was written so far is removed by [`remove_foreign`].
pub(crate) fn rekey(
    folder: &Path,
    workspace: Uuid,
    old: &DataKey,
    new: &DataKey,
) -> Result<BTreeSet<String>, StoreError> {
    let files = EvidenceFiles::new(folder, workspace, new);
    let mut written = BTreeSet::new();
    for (name, path) in listed(folder)? {
        if let Some(opened) = sealed::open(old, workspace, &name, &fs::read(path)?) {
            written.insert(files.write(&opened.sha256, &opened.bytes)?);
        }
    }
    Ok(written)
}

/// Removes every file that was not written under this data key and name: what a change of keys leaves behind.
///
/// # Errors
/// [`StoreError`] if the file system refuses.
pub(crate) fn remove_foreign(folder: &Path, workspace: Uuid, key: &DataKey) -> Result<(), StoreError> {
    let mut kept = BTreeSet::new();
    for (name, path) in listed(folder)? {
        if sealed::is_labelled(key, workspace, &name, &fs::read(path)?) {
            kept.insert(name);
        }
    }
    remove_others(folder, &kept).map(|_| ())
}

/// Removes every file of evidence but these names; how many there were. What is not the workspace's stays.
fn remove_others(folder: &Path, kept: &BTreeSet<String>) -> Result<usize, StoreError> {
    let others: Vec<_> = listed(folder)?.into_iter().filter(|(name, _)| !kept.contains(name)).collect();
    for (_, path) in &others {
        fs::remove_file(path)?;
    }
    if !others.is_empty() {
        sync_folder(&folder.join(EVIDENCE))?;
    }
    Ok(others.len())
}

/// Names and paths of the workspace's files of evidence, sorted; none where their folder is not there, because
/// what copies a workspace may leave out an empty folder.
pub(crate) fn listed(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let entries = match fs::read_dir(folder.join(EVIDENCE)) {
        Err(error) if is_absent(&error) => return Ok(Vec::new()),
        other => other?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        if let Some(name) = entry.file_name().to_str().filter(|name| is_evidence(name)) {
            files.push((name.to_owned(), entry.path()));
        }
    }
    files.sort();
    Ok(files)
}

fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder.join(EVIDENCE)) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other.and_then(|()| sync_folder(folder)),
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
