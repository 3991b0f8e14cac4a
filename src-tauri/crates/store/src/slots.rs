//! Changes of `keys.json` on an open workspace: who gets in, and with what.

use crate::act::Act;
use crate::error::{OpenError, StoreError};
use crate::folder::{KEYS, write_private};
use crate::keys::{DataKey, Found, KdfCost, KeysFile, SlotPlan};
use crate::store::{Store, read_keys};
use crate::writer::Writer;
use riskwright_domain::number::PersonNumber;
use rusqlite::TransactionBehavior;
use secrecy::{SecretSlice, SecretString};
use std::path::Path;
use uuid::Uuid;

/// A change of who gets in.
pub enum SlotChange {
    /// A slot for a person, in the place of the one that this person has.
    Set(SlotPlan),
    /// The person's slot goes.
    Remove(PersonNumber),
}

impl Store {
    /// Writes one command and changes slots with it: both, or neither if the body or `keys.json` refuses.
    ///
    /// # Errors
    /// What the body answers; [`OpenError::KeysDamaged`] if `keys.json` was edited; or [`StoreError`].
    pub fn write_with_slots<T, E: From<StoreError> + From<OpenError>>(
        &mut self,
        act: &Act<'_>,
        body: impl FnOnce(&mut Writer<'_>) -> Result<(T, Vec<SlotChange>), E>,
    ) -> Result<T, E> {
        let keys = Keys { folder: &self.folder, data_key: &self.data_key, lost: lost(self) };
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut writer = Writer::new(&transaction, act)?;
        let (answer, changes) = body(&mut writer)?;
        let head = writer.written();
        keys.rewrite(|file, data_key| {
            changes.iter().try_for_each(|change| match change {
                SlotChange::Set(plan) => file.set(data_key, plan),
                SlotChange::Remove(person) => {
                    file.remove(data_key, person);
                    Ok(())
                }
            })
        })?;
        transaction.commit().map_err(StoreError::from)?;
        self.keys_lost = false;
        if let Some(head) = head {
            self.write_head(&head);
        }
        Ok(answer)
    }

    /// The person whose slot a login and a passphrase open now, and that person's private keys.
    ///
    /// # Errors
    /// [`OpenError::WrongLoginOrPassphrase`]; [`OpenError::KeysDamaged`].
    pub fn unseal(
        &self,
        login: &str,
        passphrase: &SecretString,
    ) -> Result<(PersonNumber, Option<SecretSlice<u8>>), OpenError> {
        let found = read_keys(&self.folder)?.open(login, passphrase)?;
        if found.superseded {
            return Err(OpenError::WrongLoginOrPassphrase);
        }
        if found.unsealed.data_key.bytes() != self.data_key.bytes() {
            return Err(OpenError::KeysDamaged);
        }
        Ok((found.unsealed.person, found.unsealed.private))
    }

    /// Seals a slot anew that costs less than this to try, and makes new slots cost as much; says whether it did.
    ///
    /// # Errors
    /// [`OpenError::KeysDamaged`]; [`StoreError`] if the folder cannot be written to.
    pub fn raise_cost(&mut self, least: KdfCost, plan: &SlotPlan) -> Result<bool, OpenError> {
        if !read_keys(&self.folder)?.is_below(&self.data_key, &plan.person, least) {
            return Ok(false);
        }
        self.edit_keys(|file, data_key| {
            file.raise_cost(least);
            file.set(data_key, plan)
        })?;
        Ok(true)
    }

    /// What opening a slot leaves to be done: a slot of format 1 gets its mark, one that counts no longer goes.
    pub(crate) fn settle_slot(&mut self, found: &Found) -> Result<(), OpenError> {
        if found.superseded {
            // Where it cannot be taken away it is refused all the same.
            let _ = self.edit_keys(|file, _| {
                file.drop_slot(&found.tag);
                Ok(())
            });
            return Err(OpenError::WrongLoginOrPassphrase);
        }
        if found.unmarked {
            let _ = self.edit_keys(|file, data_key| {
                file.mark(data_key, &found.tag, &found.unsealed.person);
                Ok(())
            });
        }
        Ok(())
    }

    /// The lock of a writing transaction keeps two changes of the file apart.
    fn edit_keys(
        &mut self,
        edit: impl FnOnce(&mut KeysFile, &DataKey) -> Result<(), OpenError>,
    ) -> Result<(), OpenError> {
        let keys = Keys { folder: &self.folder, data_key: &self.data_key, lost: lost(self) };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        keys.rewrite(edit)?;
        drop(transaction);
        self.keys_lost = false;
        Ok(())
    }
}

/// The identity to begin a new file with, where the recovery key opened a workspace without a usable one.
fn lost(store: &Store) -> Option<Uuid> {
    store.keys_lost.then(|| store.workspace())
}

struct Keys<'a> {
    folder: &'a Path,
    data_key: &'a DataKey,
    lost: Option<Uuid>,
}

impl Keys<'_> {
    fn rewrite(
        &self,
        edit: impl FnOnce(&mut KeysFile, &DataKey) -> Result<(), OpenError>,
    ) -> Result<(), OpenError> {
        let mut file = match self.lost {
            Some(workspace) => KeysFile::empty(workspace, KdfCost::standard())?,
            None => read_keys(self.folder)?,
        };
        if self.lost.is_none() && !file.is_whole(self.data_key) {
            return Err(OpenError::KeysDamaged);
        }
        edit(&mut file, self.data_key)?;
        file.renew(self.data_key)?;
        Ok(write_private(&self.folder.join(KEYS), &file.to_bytes()?)?)
    }
}
