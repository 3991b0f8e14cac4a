//! Canonical JSON (RFC 8785) and SHA-256 over it.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The value as canonical JSON: RFC 8785. A value that JSON cannot hold becomes `null`.
#[must_use]
pub fn canonical_json(value: &impl Serialize) -> String {
    serde_json_canonicalizer::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

/// SHA-256 of the canonical JSON, 64 hex digits.
#[must_use]
pub fn hash_of(value: &impl Serialize) -> String {
    sha256_hex(canonical_json(value).as_bytes())
}

/// SHA-256 of the bytes, 64 hex digits.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
