//! What can go wrong, as data; a path, SQL or secret is at most in the source, for the log.

use crate::kind::Kind;
use std::io;

/// Why a read, a write or a backup failed; nothing of a failed write stays.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process or a second window is writing.
    #[error("the workspace is in use")]
    Busy,
    /// The folder or the medium cannot be written to.
    #[error("the workspace cannot be written to")]
    ReadOnly,
    /// No room is left.
    #[error("the disk is full")]
    Full,
    /// A page of the database is not as it was written.
    #[error("the database is damaged")]
    Damaged,
    /// There is no such record.
    #[error("there is no {kind} {id}")]
    Absent {
        /// Kind of record.
        kind: Kind,
        /// Identity within the kind.
        id: String,
    },
    /// A file of evidence is not in the folder.
    #[error("the file of evidence is not there")]
    EvidenceMissing {
        /// SHA-256 (hex) of the file.
        sha256: String,
    },
    /// A record refers to one that is not there, or one that is referred to was removed.
    #[error("a reference between records does not hold")]
    Reference,
    /// The same number, login or key occurs twice.
    #[error("{kind} {id} occurs twice")]
    Duplicate {
        /// Kind of record.
        kind: Kind,
        /// Identity within the kind.
        id: String,
    },
    /// A stored body does not have the form of its kind.
    #[error("{kind} {id} cannot be read")]
    Unreadable {
        /// Kind of record.
        kind: Kind,
        /// Identity within the kind.
        id: String,
        /// What the reader said.
        source: serde_json::Error,
    },
    /// A record has no canonical JSON.
    #[error("{kind} {id} cannot be written")]
    Unwritable {
        /// Kind of record.
        kind: Kind,
        /// Identity within the kind.
        id: String,
    },
    /// Content can be laid only into an empty workspace.
    #[error("the workspace holds content already")]
    NotEmpty,
    /// The workspace has no organization yet.
    #[error("the workspace holds no content yet")]
    Empty,
    /// The operating system refused.
    #[error("a file operation failed: {}", source.kind())]
    Io {
        /// What it said.
        source: io::Error,
    },
    /// The database refused for another reason.
    #[error("the database refused")]
    Database {
        /// What it said.
        source: rusqlite::Error,
    },
}

/// Why a workspace could not be created, opened or restored; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder is missing or holds no workspace.
    #[error("not a workspace")]
    NotAWorkspace,
    /// The place to create or restore into is taken.
    #[error("the place is taken")]
    AlreadyExists,
    /// No slot opens with this login and this passphrase.
    #[error("wrong login or passphrase")]
    WrongLoginOrPassphrase,
    /// `keys.json` is missing, truncated or edited; the recovery key still opens the workspace.
    #[error("the keys are damaged")]
    KeysDamaged,
    /// The recovery key is of another workspace.
    #[error("the recovery key does not open this workspace")]
    RecoveryKeyRefused,
    /// `workspace.db` is missing, truncated or edited.
    #[error("the database is damaged")]
    DatabaseDamaged,
    /// The backup is truncated, edited or no backup.
    #[error("the backup is damaged")]
    BackupDamaged,
    /// Written by a newer version of the program.
    #[error("written by a newer version: {found}, this one reads up to {supported}")]
    NewerVersion {
        /// Number found.
        found: u32,
        /// Highest number that this version reads.
        supported: u32,
    },
    /// Anything that can also happen later.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged => Self::DatabaseDamaged,
            other => Self::Store(other),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(source: rusqlite::Error) -> Self {
        StoreError::from(source).into()
    }
}

impl From<io::Error> for OpenError {
    fn from(source: io::Error) -> Self {
        StoreError::from(source).into()
    }
}

impl From<io::Error> for StoreError {
    fn from(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io { source },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let extended = source.sqlite_error().map(|error| error.extended_code);
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            // The database is there: what cannot be opened is its log, which must be created.
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            // The index of the log could not be made as large as it must be.
            Some(_) if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Self::Full,
            Some(ErrorCode::SystemIoFailure) => Self::Io { source: io::Error::other("the database") },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(_) if extended == Some(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Self::Reference,
            _ => Self::Database { source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    fn of_code(code: i32) -> StoreError {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()
    }

    #[test]
    fn what_the_database_answers_is_told_apart() {
        let damaged = [ffi::SQLITE_CORRUPT, ffi::SQLITE_NOTADB];
        assert!(damaged.into_iter().all(|code| matches!(of_code(code), StoreError::Damaged)));
        let busy = [ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED, ffi::SQLITE_BUSY_SNAPSHOT];
        assert!(busy.into_iter().all(|code| matches!(of_code(code), StoreError::Busy)));
        let read_only = [ffi::SQLITE_READONLY, ffi::SQLITE_READONLY_DIRECTORY, ffi::SQLITE_CANTOPEN];
        assert!(read_only.into_iter().all(|code| matches!(of_code(code), StoreError::ReadOnly)));
        let full = [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_SHMSIZE];
        assert!(full.into_iter().all(|code| matches!(of_code(code), StoreError::Full)));
        assert!(matches!(of_code(ffi::SQLITE_IOERR_READ), StoreError::Io { .. }));
        assert!(matches!(of_code(ffi::SQLITE_CONSTRAINT_FOREIGNKEY), StoreError::Reference));
        assert!(matches!(of_code(ffi::SQLITE_CONSTRAINT_CHECK), StoreError::Database { .. }));
    }

    #[test]
    fn a_full_disk_is_told_apart_from_other_failures_of_files() {
        assert!(matches!(StoreError::from(io::Error::from(io::ErrorKind::StorageFull)), StoreError::Full));
        let other = StoreError::from(io::Error::new(io::ErrorKind::PermissionDenied, "/home/dana/Clinic"));
        assert!(matches!(other, StoreError::Io { .. }));
        assert!(!other.to_string().contains("/home"), "{other}");
    }

    #[test]
    fn damage_found_while_opening_is_the_databases() {
        assert!(matches!(OpenError::from(StoreError::Damaged), OpenError::DatabaseDamaged));
        assert!(matches!(OpenError::from(StoreError::Busy), OpenError::Store(StoreError::Busy)));
    }
}
