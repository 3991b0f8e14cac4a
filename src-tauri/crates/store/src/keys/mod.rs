//! The keys of a workspace: one random data key, a slot a person, the recovery key. No SQL, no content.
//!
//! `keys.json` holds no login. One run of Argon2id (RFC 9106) over the passphrase, salted with
//! HMAC-SHA-256(salt of the workspace, login), gives both the *tag* by which the slot is found and the key
//! that opens it. So a login cannot be guessed from the file without guessing the passphrase too, and a
//! wrong login and a wrong passphrase are the same computation with the same outcome: no slot has the tag.
//! A slot whose tag fits and that does not open was edited. Everything in the file is under an
//! HMAC-SHA-256 whose key comes from the data key, so any edit shows once somebody is in. Who is in can tell
//! whose a slot is by its *mark*, and so take it away or put another in its place without the passphrase.

pub(crate) mod file;
pub(crate) mod unlock;

mod cost;
mod data_key;
mod mark;
mod recovery;
mod slot;
mod spelling;

pub use cost::KdfCost;
pub use recovery::{RecoveryKey, RecoveryKeyError};
pub use slot::SlotPlan;

pub(crate) use data_key::DataKey;
pub(crate) use file::{Found, KeysFile};
pub(crate) use slot::Unsealed;

use crate::error::StoreError;

/// Fills the bytes from the operating system's random source.
pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes)
        .map_err(|error| StoreError::Io { source: std::io::Error::other(error.to_string()) })
}
