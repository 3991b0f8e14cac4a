//! The end of the history written beside the database, so that a log or database put back shows as cut.
//!
//! After a crash SQLite takes the log up to its last whole frame: a damaged frame ends it silently. This file
//! says how far the history went. It is written after the commit, so it may lag behind, never run ahead.

use crate::folder::write_private;
use crate::keys::DataKey;
use crate::store::Store;
use hmac::{Hmac, KeyInit, Mac};
use riskwright_domain::audit::{Head, canonical_json};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the file within the folder.
const HEAD: &str = "head.json";

/// The file is there and is not what the workspace wrote.
#[derive(Debug)]
pub(crate) struct Forged;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    head: Head,
    #[serde(with = "hex::serde")]
    mac: Vec<u8>,
}

impl Store {
    /// Writes the head; failing to is no reason to refuse what was committed.
    pub(crate) fn write_head(&self, head: &Head) {
        let Some(code) = code(&self.data_key, head) else { return };
        let mac = code.finalize().into_bytes().to_vec();
        let written = canonical_json(&Written { head: head.clone(), mac });
        let _ = write_private(&path(&self.folder), written.as_bytes());
    }

    /// The head that was written, if one was.
    pub(crate) fn written_head(&self) -> Option<Result<Head, Forged>> {
        let bytes = fs::read(path(&self.folder)).ok()?;
        Some(read(&self.data_key, &bytes).ok_or(Forged))
    }
}

/// Takes the file away: under another data key its code would not hold.
pub(crate) fn forget(folder: &Path) {
    let _ = fs::remove_file(path(folder));
}

fn read(key: &DataKey, bytes: &[u8]) -> Option<Head> {
    // Hexadecimal digits mean the same in both cases: only what this program writes is taken.
    if bytes.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let Written { head, mac } = serde_json::from_slice(bytes).ok()?;
    code(key, &head)?.verify_slice(&mac).ok()?;
    Some(head)
}

fn code(key: &DataKey, head: &Head) -> Option<Hmac<Sha256>> {
    let key = key.derive("riskwright head");
    let mut code = Hmac::new_from_slice(key.as_slice()).ok()?;
    code.update(canonical_json(head).as_bytes());
    Some(code)
}

fn path(folder: &Path) -> PathBuf {
    folder.join(HEAD)
}
