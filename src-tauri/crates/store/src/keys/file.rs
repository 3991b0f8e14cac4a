//! `keys.json`: format, workspace, parameters, slots, and the MAC over all of them.

use super::cost::KdfCost;
use super::data_key::DataKey;
use super::fill_random;
use super::slot::{Slot, SlotPlan, Unsealed};
use super::unlock::Unlock;
use crate::error::{OpenError, StoreError};
use hmac::{Hmac, KeyInit, Mac};
use riskwright_domain::audit::canonical_json;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

const FORMAT: u32 = 1;

/// The file of keys.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysFile {
    format: u32,
    pub(crate) workspace: Uuid,
    kdf: Kdf,
    slots: Vec<Slot>,
    /// HMAC-SHA-256 over the canonical JSON (RFC 8785) of the file without this member.
    #[serde(with = "hex::serde", skip_serializing_if = "Vec::is_empty")]
    mac: Vec<u8>,
}

/// How passphrases become keys.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kdf {
    algorithm: Algorithm,
    cost: KdfCost,
    #[serde(with = "hex::serde")]
    salt: [u8; 32],
}

/// The one algorithm of this format: Argon2id version 0x13 (RFC 9106).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Algorithm {
    #[serde(rename = "argon2id-19")]
    Argon2id,
}

impl KeysFile {
    /// The file for a new workspace: one slot a person.
    pub(crate) fn create(
        workspace: Uuid,
        cost: KdfCost,
        data_key: &DataKey,
        plans: &[SlotPlan],
    ) -> Result<Self, OpenError> {
        let mut salt = [0; 32];
        fill_random(&mut salt)?;
        let kdf = Kdf { algorithm: Algorithm::Argon2id, cost, salt };
        let mut file = Self { format: FORMAT, workspace, kdf, slots: Vec::new(), mac: Vec::new() };
        for plan in plans {
            let unlock = file.unlock(&plan.login, &plan.passphrase)?;
            file.slots.push(Slot::seal(workspace, &unlock, data_key, plan)?);
        }
        file.mac = file.code(data_key)?.finalize().into_bytes().to_vec();
        Ok(file)
    }

    /// Reads the file; a newer format is told apart from damage.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        #[derive(Deserialize)]
        struct Numbered {
            format: u32,
        }
        let Numbered { format } = serde_json::from_slice(bytes).map_err(|_| OpenError::KeysDamaged)?;
        if format > FORMAT {
            return Err(OpenError::NewerVersion { found: format, supported: FORMAT });
        }
        serde_json::from_slice(bytes).map_err(|_| OpenError::KeysDamaged)
    }

    /// The file as it is written.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, StoreError> {
        serde_json::to_vec_pretty(self).map_err(|error| StoreError::Io { source: error.into() })
    }

    /// Opens the slot of this login and passphrase and checks the MAC.
    pub(crate) fn open(&self, login: &str, passphrase: &SecretString) -> Result<Unsealed, OpenError> {
        let unlock = self.unlock(login, passphrase)?;
        let slot = self.slots.iter().find(|slot| slot.tag == unlock.tag);
        let unsealed = slot
            .ok_or(OpenError::WrongLoginOrPassphrase)?
            .open(self.workspace, &unlock)
            .ok_or(OpenError::KeysDamaged)?;
        if self.is_whole(&unsealed.data_key) { Ok(unsealed) } else { Err(OpenError::KeysDamaged) }
    }

    /// Whether the MAC holds under this data key.
    pub(crate) fn is_whole(&self, data_key: &DataKey) -> bool {
        self.code(data_key).is_ok_and(|code| code.verify_slice(&self.mac).is_ok())
    }

    fn unlock(&self, login: &str, passphrase: &SecretString) -> Result<Unlock, OpenError> {
        Unlock::derive(self.kdf.cost, &self.kdf.salt, login, passphrase).ok_or(OpenError::KeysDamaged)
    }

    fn code(&self, data_key: &DataKey) -> Result<Hmac<Sha256>, OpenError> {
        let content = Self { mac: Vec::new(), ..self.clone() };
        let key = data_key.derive("riskwright keys file");
        let mut code = Hmac::new_from_slice(key.as_slice()).map_err(|_| OpenError::KeysDamaged)?;
        code.update(canonical_json(&content).as_bytes());
        Ok(code)
    }
}
