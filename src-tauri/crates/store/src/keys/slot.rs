//! One person's slot: the data key and that person's private keys, sealed under the passphrase.

use super::cost::KdfCost;
use super::data_key::DataKey;
use super::fill_random;
use super::mark::Mark;
use super::unlock::Unlock;
use crate::error::StoreError;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use riskwright_domain::number::PersonNumber;
use secrecy::{ExposeSecret, SecretSlice, SecretString};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A person who shall be able to open the workspace.
pub struct SlotPlan {
    /// Who.
    pub person: PersonNumber,
    /// Name for signing in.
    pub login: String,
    /// The passphrase.
    pub passphrase: SecretString,
    /// The person's private keys; opaque here, at most a few kilobytes.
    pub private: Option<SecretSlice<u8>>,
}

/// A slot as it stands in the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    #[serde(with = "hex::serde")]
    pub(crate) tag: [u8; 16],
    #[serde(with = "hex::serde")]
    nonce: [u8; 24],
    #[serde(with = "hex::serde")]
    sealed: Vec<u8>,
    /// Whose slot it is; format 1 does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) owner: Option<Mark>,
    /// What a try costs; the cost of the file where it is left out, as format 1 does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cost: Option<KdfCost>,
}

/// What a slot holds.
pub(crate) struct Unsealed {
    pub(crate) data_key: DataKey,
    pub(crate) person: PersonNumber,
    pub(crate) private: Option<SecretSlice<u8>>,
}

impl Slot {
    /// Seals with XChaCha20-Poly1305; the workspace's id and the tag are associated data.
    pub(crate) fn seal(
        workspace: Uuid,
        unlock: &Unlock,
        data_key: &DataKey,
        plan: &SlotPlan,
    ) -> Result<Self, StoreError> {
        let mut nonce = [0; 24];
        fill_random(&mut nonce)?;
        let plain = pack(data_key, plan)?;
        let payload = Payload { msg: &plain, aad: &associated(workspace, &unlock.tag) };
        let sealed = XChaCha20Poly1305::new_from_slice(unlock.key.as_slice())
            .map_err(|_| too_large())?
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| too_large())?;
        Ok(Self { tag: unlock.tag, nonce, sealed, owner: None, cost: None })
    }

    /// The same slot with whose it is and what a try costs.
    pub(crate) fn of(self, owner: Mark, cost: KdfCost) -> Self {
        Self { owner: Some(owner), cost: Some(cost), ..self }
    }

    /// Opens the slot; `None` if it was edited or belongs to another workspace.
    pub(crate) fn open(&self, workspace: Uuid, unlock: &Unlock) -> Option<Unsealed> {
        let payload = Payload { msg: &self.sealed, aad: &associated(workspace, &unlock.tag) };
        let plain = XChaCha20Poly1305::new_from_slice(unlock.key.as_slice())
            .ok()?
            .decrypt(&XNonce::from(self.nonce), payload)
            .ok()
            .map(Zeroizing::new)?;
        unpack(&plain)
    }
}

fn associated(workspace: Uuid, tag: &[u8; 16]) -> Vec<u8> {
    [b"riskwright slot 1".as_slice(), workspace.as_bytes(), tag].concat()
}

/// Layout: data key (32), length of the number (1), number, then the private keys if there are any.
fn pack(data_key: &DataKey, plan: &SlotPlan) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    let person = plan.person.as_str().as_bytes();
    let length = u8::try_from(person.len()).map_err(|_| too_large())?;
    let private = plan.private.as_ref().map_or(&[][..], |private| private.expose_secret());
    // Sized at once: a vector that grows would leave copies of the keys behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(33 + person.len() + private.len()));
    plain.extend_from_slice(data_key.bytes());
    plain.push(length);
    plain.extend_from_slice(person);
    plain.extend_from_slice(private);
    Ok(plain)
}

fn unpack(plain: &[u8]) -> Option<Unsealed> {
    let (key, rest) = plain.split_first_chunk::<32>()?;
    let (length, rest) = rest.split_first()?;
    let (person, private) = rest.split_at_checked(usize::from(*length))?;
    Some(Unsealed {
        data_key: DataKey::from_bytes(key),
        person: std::str::from_utf8(person).ok()?.into(),
        private: (!private.is_empty()).then(|| SecretSlice::from(private.to_vec())),
    })
}

fn too_large() -> StoreError {
    StoreError::Io { source: std::io::ErrorKind::InvalidInput.into() }
}
