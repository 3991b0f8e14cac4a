//! Errors of the workspace folder in words for the outside; causes stay inside.

use crate::error::{CommandError, ErrorCode};
use riskwright_store::{OpenError, StoreError};

/// What a person is told when a workspace cannot be read or written.
#[must_use]
pub fn from(error: &StoreError) -> CommandError {
    match error {
        StoreError::Busy => {
            CommandError::new(ErrorCode::Busy, "Another program is writing to this workspace.")
                .hint("Close the other window or wait a moment, then try again.")
        }
        StoreError::ReadOnly => {
            CommandError::new(ErrorCode::ReadOnly, "This workspace cannot be written to.")
                .hint("Check the permissions of the folder, or copy it to a place where you may write.")
        }
        StoreError::Full => CommandError::new(ErrorCode::Full, "The disk is full; nothing was changed.")
            .hint("Make room on the disk, then try again."),
        StoreError::Damaged => damaged(),
        StoreError::Absent { kind, id } => {
            CommandError::new(ErrorCode::NotFound, format!("There is no {kind} {id} in this workspace."))
        }
        StoreError::EvidenceMissing { .. } => {
            CommandError::new(ErrorCode::NotFound, "The file of this evidence is not in the workspace.")
                .hint("Restore it from a backup, or record the evidence again with its file.")
        }
        StoreError::NotEmpty => CommandError::new(ErrorCode::Exists, "This workspace holds content already.")
            .hint("Import into a new workspace."),
        StoreError::Empty => CommandError::new(ErrorCode::NotFound, "This workspace holds no content yet.")
            .hint("Fill in the organization, or import an exchange file."),
        StoreError::Duplicate { kind, id } => {
            CommandError::new(ErrorCode::Invalid, format!("{kind} {id} occurs twice."))
        }
        StoreError::Reference => {
            CommandError::new(ErrorCode::Invalid, "A record refers to one that does not exist.")
        }
        StoreError::Io { .. } => {
            CommandError::new(ErrorCode::Io, "A file of the workspace could not be read or written.")
                .hint("Check that the folder is there and that you may read and write it.")
        }
        StoreError::Unreadable { .. } => damaged(),
        StoreError::Unwritable { .. } => CommandError::internal("store-unwritable"),
        StoreError::Database { .. } => CommandError::internal("store-database"),
    }
}

impl From<OpenError> for CommandError {
    fn from(error: OpenError) -> Self {
        match &error {
            OpenError::NotAWorkspace => Self::new(ErrorCode::NotAWorkspace, "This folder is not a Riskwright workspace.")
                .hint("Choose a folder whose name ends in .riskwright."),
            OpenError::AlreadyExists => Self::new(ErrorCode::Exists, "There is something at this place already.")
                .hint("Choose another name; nothing is ever overwritten."),
            OpenError::WrongLoginOrPassphrase => {
                Self::new(ErrorCode::WrongPassphrase, "This login and passphrase do not open the workspace.")
                    .hint("Check both; capital letters count. The recovery sheet opens the workspace if the passphrase is lost.")
            }
            OpenError::RecoveryKeyRefused => {
                Self::new(ErrorCode::WrongPassphrase, "This recovery key does not open the workspace.")
                    .hint("Check each group against the printed sheet.")
            }
            OpenError::KeysDamaged => {
                Self::new(ErrorCode::Damaged, "The key file of this workspace was changed or damaged.")
                    .hint("Restore the workspace from a backup, or open it with the recovery sheet.")
            }
            OpenError::DatabaseDamaged => damaged(),
            OpenError::BackupDamaged => Self::new(ErrorCode::Damaged, "This file is not a whole Riskwright backup.")
                .hint("Use another backup; nothing was changed."),
            OpenError::NewerVersion { found, supported } => Self::new(
                ErrorCode::NewerVersion,
                format!("A newer version of Riskwright wrote this workspace (format {found}; this one reads up to {supported})."),
            )
            .hint("Install the newest version; nothing was changed."),
            OpenError::Store(inner) => from(inner),
        }
    }
}

fn damaged() -> CommandError {
    CommandError::new(ErrorCode::Damaged, "The workspace is damaged.")
        .hint("Restore it from a backup; nothing was changed.")
}
