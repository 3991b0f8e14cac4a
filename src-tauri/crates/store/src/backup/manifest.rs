//! The list of a backup's members with their hashes.

use crate::error::{OpenError, StoreError};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use uuid::Uuid;

/// Name of the manifest within the archive.
pub(super) const MANIFEST: &str = "manifest.json";
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    format: u32,
    workspace: Uuid,
    pub(super) members: Vec<Member>,
}

/// One file of the backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    pub(super) name: String,
    /// Bytes.
    pub(super) size: u64,
    /// SHA-256 (hex).
    pub(super) sha256: String,
}

impl Manifest {
    pub(super) fn of(workspace: Uuid, sources: &[(String, PathBuf)]) -> Result<Self, OpenError> {
        let member = |(name, path): &(String, PathBuf)| Member::copy(name, File::open(path)?, io::sink());
        let members = sources.iter().map(member).collect::<io::Result<_>>()?;
        Ok(Self { format: FORMAT, workspace, members })
    }

    /// Reads the manifest; a newer format is told apart from damage.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        #[derive(Deserialize)]
        struct Numbered {
            format: u32,
        }
        let Numbered { format } = serde_json::from_slice(bytes).map_err(|_| OpenError::BackupDamaged)?;
        if format > FORMAT {
            return Err(OpenError::NewerVersion { found: format, supported: FORMAT });
        }
        serde_json::from_slice(bytes).map_err(|_| OpenError::BackupDamaged)
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, StoreError> {
        serde_json::to_vec_pretty(self).map_err(|error| StoreError::Io { source: error.into() })
    }
}

impl Member {
    /// Copies a file and says what was copied.
    pub(super) fn copy(name: &str, mut from: impl Read, mut to: impl Write) -> io::Result<Self> {
        let mut digest = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        let mut size = 0;
        loop {
            let read = from.read(&mut buffer)?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            digest.update(chunk);
            to.write_all(chunk)?;
            size += chunk.len() as u64;
        }
        Ok(Self { name: name.to_owned(), size, sha256: hex::encode(digest.finalize()) })
    }
}
