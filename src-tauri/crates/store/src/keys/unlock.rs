//! From login and passphrase to the tag of a slot and the key that opens it.

use super::cost::KdfCost;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use zeroize::Zeroizing;

/// What one run of Argon2id gives for a login and a passphrase.
pub(crate) struct Unlock {
    /// Finds the slot; says nothing about the login to who does not know the passphrase.
    pub(crate) tag: [u8; 16],
    /// Opens the slot.
    pub(crate) key: Zeroizing<[u8; 32]>,
}

impl Unlock {
    /// Runs Argon2id once, whether or not there is such a login; `None` for parameters out of bounds.
    pub(crate) fn derive(
        cost: KdfCost,
        salt: &[u8; 32],
        login: &str,
        passphrase: &SecretString,
    ) -> Option<Self> {
        let stretched = cost.stretch(passphrase.expose_secret(), &own_salt(salt, login)?)?;
        let expand = Hkdf::<Sha256>::new(None, stretched.as_slice());
        let mut tag = [0; 16];
        let mut key = Zeroizing::new([0; 32]);
        expand.expand(b"riskwright slot tag", &mut tag).ok()?;
        expand.expand(b"riskwright slot key", key.as_mut_slice()).ok()?;
        Some(Self { tag, key })
    }
}

/// Two people with the same passphrase have different salts, as have two workspaces.
fn own_salt(salt: &[u8; 32], login: &str) -> Option<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(salt).ok()?;
    mac.update(login.as_bytes());
    Some(mac.finalize().into_bytes().into())
}
