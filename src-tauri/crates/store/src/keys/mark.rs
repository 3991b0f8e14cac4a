//! Whose slot it is, for who has the data key.

use super::data_key::DataKey;
use hmac::{Hmac, KeyInit, Mac};
use riskwright_domain::number::PersonNumber;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The first half of HMAC-SHA-256 over a person's number, under a key derived from the data key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Mark(#[serde(with = "hex::serde")] [u8; 16]);

impl Mark {
    /// The mark of a person.
    pub(crate) fn of(data_key: &DataKey, person: &PersonNumber) -> Self {
        let key = data_key.derive("riskwright slot owner");
        let mut mark = [0; 16];
        // HMAC takes keys of every length.
        if let Ok(mut code) = Hmac::<Sha256>::new_from_slice(key.as_slice()) {
            code.update(person.as_str().as_bytes());
            let whole = code.finalize().into_bytes();
            mark.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
        }
        Self(mark)
    }
}
