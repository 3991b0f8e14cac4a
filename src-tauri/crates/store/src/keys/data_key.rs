//! The one key that everything in a workspace is encrypted under.

use super::fill_random;
use crate::error::StoreError;
use hkdf::Hkdf;
use secrecy::{ExposeSecret, SecretBox};
use sha2::Sha256;
use zeroize::Zeroizing;

/// 256 random bits; wiped when dropped, never printed.
pub(crate) struct DataKey(SecretBox<[u8; 32]>);

impl DataKey {
    /// A new key from the operating system's random source.
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut outcome = Ok(());
        let key = SecretBox::init_with_mut(|bytes: &mut [u8; 32]| outcome = fill_random(bytes));
        outcome.map(|()| Self(key))
    }

    /// The key with these bytes.
    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SecretBox::init_with_mut(|key: &mut [u8; 32]| key.copy_from_slice(bytes)))
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }

    /// A key for one purpose: HKDF-SHA-256 (RFC 5869), the purpose as `info`.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        // 32 bytes are far below the limit of HKDF-SHA-256, the only error there is.
        let _ = Hkdf::<Sha256>::new(None, self.bytes()).expand(purpose.as_bytes(), key.as_mut_slice());
        key
    }
}
