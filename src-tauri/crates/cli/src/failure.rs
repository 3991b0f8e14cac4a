//! What went wrong, and the exit code that says whose matter it is.

use riskwright_app::{CommandError, ErrorCode};
use std::path::Path;

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// A command refused.
    Command(CommandError),
    /// A file of the caller could not be read or written.
    File {
        /// Its path, as the caller gave it.
        path: String,
        /// What happened.
        source: std::io::Error,
    },
}

impl Failure {
    /// A file that could not be read or written.
    pub fn file(path: &Path, source: std::io::Error) -> Self {
        Self::File { path: path.display().to_string(), source }
    }

    /// The error as the outside sees it.
    pub fn error(&self) -> CommandError {
        match self {
            Self::Command(error) => error.clone(),
            Self::File { path, source } => CommandError::new(ErrorCode::Io, format!("{path}: {source}."))
                .hint("Check the name and the permissions."),
        }
    }

    /// 2 for a wrong call or input, 3 for disk, lock or internal failure.
    pub fn exit_code(&self) -> u8 {
        let Self::Command(error) = self else {
            return if matches!(self, Self::File { source, .. } if source.kind() == std::io::ErrorKind::NotFound)
            {
                2
            } else {
                3
            };
        };
        match error.code {
            ErrorCode::Busy
            | ErrorCode::Full
            | ErrorCode::ReadOnly
            | ErrorCode::Io
            | ErrorCode::Internal
            | ErrorCode::Damaged => 3,
            _ => 2,
        }
    }
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        Self::Command(error)
    }
}
