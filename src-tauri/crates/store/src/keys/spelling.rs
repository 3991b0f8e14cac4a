//! How a login and a passphrase are spelled: the same characters can be typed as different code points.

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A login and a passphrase as they go into the key derivation.
pub(crate) struct Spelling {
    pub(crate) login: String,
    pub(crate) passphrase: SecretString,
}

impl Spelling {
    /// Normalization Form C (Unicode Standard Annex 15): what new slots are sealed under. Spaces and case count.
    pub(crate) fn normal(login: &str, passphrase: &SecretString) -> Self {
        Self {
            login: login.nfc().collect(),
            passphrase: passphrase.expose_secret().nfc().collect::<String>().into(),
        }
    }

    /// What may open a slot: as typed, which slots of format 1 are sealed under, then normalized if that differs.
    pub(crate) fn candidates(login: &str, passphrase: &SecretString) -> Vec<Self> {
        let mut candidates = vec![Self { login: login.to_owned(), passphrase: passphrase.clone() }];
        if !is_nfc(login) || !is_nfc(passphrase.expose_secret()) {
            candidates.push(Self::normal(login, passphrase));
        }
        candidates
    }
}
