//! `keys.json`: format, workspace, parameters, slots, and the MAC over all of them.

use super::cost::KdfCost;
use super::data_key::DataKey;
use super::fill_random;
use super::mark::Mark;
use super::slot::{Slot, SlotPlan, Unsealed};
use super::spelling::Spelling;
use super::unlock::Unlock;
use crate::error::{OpenError, StoreError};
use hmac::{Hmac, KeyInit, Mac};
use riskwright_domain::audit::canonical_json;
use riskwright_domain::number::PersonNumber;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

/// Format 1 had one cost for all slots and no mark of whose a slot is; such files still open.
const FORMAT: u32 = 2;

/// The file of keys.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysFile {
    format: u32,
    pub(crate) workspace: Uuid,
    kdf: Kdf,
    slots: Vec<Slot>,
    /// Whose account was closed while a slot without a mark may still have been theirs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    closed: Vec<Mark>,
    /// HMAC-SHA-256 over the canonical JSON (RFC 8785) of the file without this member.
    #[serde(with = "hex::serde", skip_serializing_if = "Vec::is_empty")]
    mac: Vec<u8>,
}

/// How passphrases become keys.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kdf {
    algorithm: Algorithm,
    /// Of new slots, and of those that name none.
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

/// A slot that a login and a passphrase opened.
pub(crate) struct Found {
    pub(crate) unsealed: Unsealed,
    pub(crate) tag: [u8; 16],
    /// Whether the slot still lacks the mark of whose it is.
    pub(crate) unmarked: bool,
    /// Whether the person has a newer slot or no account any more: this one counts no longer.
    pub(crate) superseded: bool,
}

impl KeysFile {
    /// The file for a new workspace: one slot a person.
    pub(crate) fn create(
        workspace: Uuid,
        cost: KdfCost,
        data_key: &DataKey,
        plans: &[SlotPlan],
    ) -> Result<Self, OpenError> {
        let mut file = Self::empty(workspace, cost)?;
        for plan in plans {
            file.set(data_key, plan)?;
        }
        file.renew(data_key)?;
        Ok(file)
    }

    /// A file without slots, still without its MAC.
    pub(crate) fn empty(workspace: Uuid, cost: KdfCost) -> Result<Self, OpenError> {
        let mut salt = [0; 32];
        fill_random(&mut salt)?;
        let kdf = Kdf { algorithm: Algorithm::Argon2id, cost, salt };
        Ok(Self { format: FORMAT, workspace, kdf, slots: Vec::new(), closed: Vec::new(), mac: Vec::new() })
    }

    /// Reads the file; a newer format is told apart from damage.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        #[derive(Deserialize)]
        struct Numbered {
            format: u32,
        }
        // Hexadecimal digits mean the same in both cases: only what this program writes is taken.
        if bytes.iter().any(u8::is_ascii_uppercase) {
            return Err(OpenError::KeysDamaged);
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
    pub(crate) fn open(&self, login: &str, passphrase: &SecretString) -> Result<Found, OpenError> {
        for spelling in Spelling::candidates(login, passphrase) {
            for cost in self.costs() {
                let unlock = self.unlock(cost, &spelling)?;
                if let Some(slot) = self.slots.iter().find(|slot| slot.tag == unlock.tag) {
                    return self.opened(slot, &unlock);
                }
            }
        }
        Err(OpenError::WrongLoginOrPassphrase)
    }

    /// Whether the MAC holds under this data key.
    pub(crate) fn is_whole(&self, data_key: &DataKey) -> bool {
        self.code(data_key).is_ok_and(|code| code.verify_slice(&self.mac).is_ok())
    }

    /// What new slots cost.
    pub(crate) fn cost(&self) -> KdfCost {
        self.kdf.cost
    }

    /// Puts a slot in the place of the one that the person has, if there is one.
    pub(crate) fn set(&mut self, data_key: &DataKey, plan: &SlotPlan) -> Result<(), OpenError> {
        let spelling = Spelling::normal(&plan.login, &plan.passphrase);
        let unlock = self.unlock(self.kdf.cost, &spelling)?;
        let mark = Mark::of(data_key, &plan.person);
        let slot = Slot::seal(self.workspace, &unlock, data_key, plan)?.of(mark, self.kdf.cost);
        self.slots.retain(|other| other.owner != Some(mark) && other.tag != slot.tag);
        self.slots.push(slot);
        self.closed.retain(|closed| *closed != mark);
        Ok(())
    }

    /// Takes away the slot of a person; a slot without a mark that turns out to be theirs opens nothing any more.
    pub(crate) fn remove(&mut self, data_key: &DataKey, person: &PersonNumber) {
        let mark = Mark::of(data_key, person);
        self.slots.retain(|slot| slot.owner != Some(mark));
        if !self.closed.contains(&mark) {
            self.closed.push(mark);
        }
    }

    /// Writes down whose a slot is.
    pub(crate) fn mark(&mut self, data_key: &DataKey, tag: &[u8; 16], person: &PersonNumber) {
        let mark = Mark::of(data_key, person);
        self.slots.iter_mut().filter(|slot| slot.tag == *tag).for_each(|slot| slot.owner = Some(mark));
    }

    /// Takes away the slot with this tag.
    pub(crate) fn drop_slot(&mut self, tag: &[u8; 16]) {
        self.slots.retain(|slot| slot.tag != *tag);
    }

    /// Whether a person's slot, or the next one made, would cost less than this.
    pub(crate) fn is_below(&self, data_key: &DataKey, person: &PersonNumber, least: KdfCost) -> bool {
        let mark = Mark::of(data_key, person);
        let mut own = self.slots.iter().filter(|slot| slot.owner == Some(mark));
        self.kdf.cost.is_below(least) || own.any(|slot| self.cost_of(slot).is_below(least))
    }

    /// Makes new slots cost this much; what is there keeps its own cost.
    pub(crate) fn raise_cost(&mut self, least: KdfCost) {
        let before = self.kdf.cost;
        self.slots.iter_mut().for_each(|slot| slot.cost = slot.cost.or(Some(before)));
        if before.is_below(least) {
            self.kdf.cost = least;
        }
    }

    /// Gives the file this format's number and a MAC over what it holds now.
    pub(crate) fn renew(&mut self, data_key: &DataKey) -> Result<(), OpenError> {
        self.format = FORMAT;
        if self.slots.iter().all(|slot| slot.owner.is_some()) {
            self.closed.clear();
        }
        self.mac = self.code(data_key)?.finalize().into_bytes().to_vec();
        Ok(())
    }

    fn opened(&self, slot: &Slot, unlock: &Unlock) -> Result<Found, OpenError> {
        let unsealed = slot.open(self.workspace, unlock).ok_or(OpenError::KeysDamaged)?;
        if !self.is_whole(&unsealed.data_key) {
            return Err(OpenError::KeysDamaged);
        }
        let mark = Mark::of(&unsealed.data_key, &unsealed.person);
        let unmarked = slot.owner.is_none();
        let newer = self.slots.iter().any(|other| other.owner == Some(mark));
        let superseded = unmarked && (newer || self.closed.contains(&mark));
        Ok(Found { unsealed, tag: slot.tag, unmarked, superseded })
    }

    fn cost_of(&self, slot: &Slot) -> KdfCost {
        slot.cost.unwrap_or(self.kdf.cost)
    }

    /// Every cost that a slot has, each once: a try runs all of them, whether or not there is such a login.
    fn costs(&self) -> Vec<KdfCost> {
        let mut costs: Vec<KdfCost> = Vec::new();
        for cost in self.slots.iter().map(|slot| self.cost_of(slot)) {
            if !costs.contains(&cost) {
                costs.push(cost);
            }
        }
        costs
    }

    fn unlock(&self, cost: KdfCost, spelling: &Spelling) -> Result<Unlock, OpenError> {
        Unlock::derive(cost, &self.kdf.salt, &spelling.login, &spelling.passphrase)
            .ok_or(OpenError::KeysDamaged)
    }

    fn code(&self, data_key: &DataKey) -> Result<Hmac<Sha256>, OpenError> {
        let content = Self { mac: Vec::new(), ..self.clone() };
        let key = data_key.derive("riskwright keys file");
        let mut code = Hmac::new_from_slice(key.as_slice()).map_err(|_| OpenError::KeysDamaged)?;
        code.update(canonical_json(&content).as_bytes());
        Ok(code)
    }
}
