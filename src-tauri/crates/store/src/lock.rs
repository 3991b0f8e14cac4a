//! Who uses the folder: everybody who has it open shares a lock, and what replaces its files needs it alone.
//!
//! The lock is the operating system's, on an empty file: it ends with the process, whatever ends that.

use crate::error::StoreError;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Name of the file within the folder.
const LOCK: &str = "lock";

/// A lock on a folder; released when dropped.
pub(crate) struct FolderLock {
    file: File,
    path: PathBuf,
    made: bool,
}

impl FolderLock {
    /// Shares the folder with everybody else who has it open.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while somebody replaces its files, [`StoreError::ReadOnly`] where it cannot be written to.
    pub(crate) fn shared(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(LOCK);
        let made = !path.exists();
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let file = options.map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => StoreError::ReadOnly,
            _ => error.into(),
        })?;
        let lock = Self { file, path, made };
        taken(lock.file.try_lock_shared())?;
        Ok(lock)
    }

    /// Has the folder alone while the body runs, then shares it again.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where somebody else has it open; else what the body answers.
    pub(crate) fn alone<T, E: From<StoreError>>(&self, body: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        // What taking a second lock on one file does differs between systems: the first one goes before.
        self.file.unlock().map_err(StoreError::from)?;
        let outcome = match taken(self.file.try_lock()) {
            Ok(()) => {
                let outcome = body();
                self.file.unlock().map_err(StoreError::from)?;
                outcome
            }
            Err(error) => Err(error.into()),
        };
        taken(self.file.try_lock_shared())?;
        outcome
    }

    /// Takes the file away again if this lock made it: a folder that cannot be opened stays as it was.
    pub(crate) fn undo(self) {
        if self.made {
            // Nobody else has got a damaged or newer folder open.
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn taken(outcome: Result<(), TryLockError>) -> Result<(), StoreError> {
    match outcome {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
        // File systems without locks are used as before there were any.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
