//! The form of an evidence file on the disk: what it is of and its bytes, both encrypted.
//!
//! Layout: format (1), nonce (24), sealed SHA-256 (32 + 16), nonce (24), sealed bytes. The first part is
//! under a key of the workspace and says which file it is, so that a new data key needs no register; the
//! second is under a key of its own, derived with the SHA-256 it says.

use crate::error::StoreError;
use crate::keys::{DataKey, fill_random};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use riskwright_domain::audit::sha256_hex;
use uuid::Uuid;

const FORMAT: u8 = 1;
const NONCE: usize = 24;
/// SHA-256 and the tag of Poly1305.
const LABEL: usize = 48;

/// A file of the folder as it was opened.
pub(super) struct Opened {
    /// SHA-256 (hex) of the bytes.
    pub(super) sha256: String,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
}

/// Encrypts with XChaCha20-Poly1305; workspace and name, or SHA-256, are associated data.
pub(super) fn seal(key: &DataKey, workspace: Uuid, name: &str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let sha256 = sha256_hex(bytes);
    let label = hex::decode(&sha256).map_err(|_| unsealable())?;
    let mut file = vec![FORMAT];
    encrypt(&mut file, &label_cipher(key).ok_or_else(unsealable)?, &label, &associated(workspace, name))?;
    let cipher = file_cipher(key, &sha256).ok_or_else(unsealable)?;
    encrypt(&mut file, &cipher, bytes, &associated(workspace, &sha256))?;
    Ok(file)
}

/// Opens a file that has this name; `None` if a byte of it, its name or its workspace is another.
pub(super) fn open(key: &DataKey, workspace: Uuid, name: &str, file: &[u8]) -> Option<Opened> {
    let (sha256, rest) = label(key, workspace, name, file)?;
    let bytes = decrypt(&file_cipher(key, &sha256)?, rest, &associated(workspace, &sha256))?;
    (sha256_hex(&bytes) == sha256).then_some(Opened { sha256, bytes })
}

/// Whether the first part of a file was written under this key, name and workspace.
pub(super) fn is_labelled(key: &DataKey, workspace: Uuid, name: &str, file: &[u8]) -> bool {
    label(key, workspace, name, file).is_some()
}

/// The SHA-256 (hex) that a file says it has, and what follows.
fn label<'a>(key: &DataKey, workspace: Uuid, name: &str, file: &'a [u8]) -> Option<(String, &'a [u8])> {
    let (format, rest) = file.split_first()?;
    let (label, rest) = rest.split_at_checked(NONCE + LABEL)?;
    if *format != FORMAT {
        return None;
    }
    let label = decrypt(&label_cipher(key)?, label, &associated(workspace, name))?;
    Some((hex::encode(label), rest))
}

fn encrypt(
    file: &mut Vec<u8>,
    cipher: &XChaCha20Poly1305,
    plain: &[u8],
    associated: &[u8],
) -> Result<(), StoreError> {
    let mut nonce = [0; NONCE];
    fill_random(&mut nonce)?;
    let payload = Payload { msg: plain, aad: associated };
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| unsealable())?;
    file.extend_from_slice(&nonce);
    file.extend_from_slice(&sealed);
    Ok(())
}

fn decrypt(cipher: &XChaCha20Poly1305, sealed: &[u8], associated: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: associated }).ok()
}

fn label_cipher(key: &DataKey) -> Option<XChaCha20Poly1305> {
    XChaCha20Poly1305::new_from_slice(key.derive("riskwright evidence label").as_slice()).ok()
}

fn file_cipher(key: &DataKey, sha256: &str) -> Option<XChaCha20Poly1305> {
    let key = key.derive(&format!("riskwright evidence file {sha256}"));
    XChaCha20Poly1305::new_from_slice(key.as_slice()).ok()
}

fn associated(workspace: Uuid, name: &str) -> Vec<u8> {
    [b"riskwright evidence 1".as_slice(), workspace.as_bytes(), name.as_bytes()].concat()
}

fn unsealable() -> StoreError {
    StoreError::Io { source: std::io::ErrorKind::InvalidInput.into() }
}
