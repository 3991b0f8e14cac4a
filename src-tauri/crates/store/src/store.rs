//! An open workspace: created, opened, read and written.

use crate::act::Act;
use crate::connection;
use crate::error::{OpenError, StoreError};
use crate::folder::{DATABASE, KEYS, Staging, sweep_unfinished, write_private};
use crate::keys::{DataKey, Found, KdfCost, KeysFile, RecoveryKey, SlotPlan, Unsealed};
use crate::lock::FolderLock;
use crate::migration;
use crate::reader::Reader;
use crate::rekey;
use crate::table::workspace;
use crate::writer::Writer;
use jiff::Timestamp;
use riskwright_domain::number::PersonNumber;
use rusqlite::{Connection, TransactionBehavior};
use secrecy::{SecretSlice, SecretString};
use serde_json::json;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// An open workspace; wipes its key when dropped.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) folder: PathBuf,
    pub(crate) data_key: DataKey,
    pub(crate) workspace: Uuid,
    pub(crate) lock: FolderLock,
    /// Whether the recovery key opened a workspace that has no usable `keys.json`.
    pub(crate) keys_lost: bool,
}

/// What a new workspace begins with.
pub struct CreatePlan {
    /// Identity of the workspace, a UUIDv7.
    pub workspace: Uuid,
    /// Who can open it; at least one.
    pub slots: Vec<SlotPlan>,
    /// What a try at a passphrase shall cost: [`KdfCost::standard`] but in tests.
    pub cost: KdfCost,
    /// Instant of creation.
    pub at: Timestamp,
}

/// A workspace opened by a person.
pub struct Opened {
    /// The workspace.
    pub store: Store,
    /// Who opened it.
    pub person: PersonNumber,
    /// That person's private keys, as they were handed in.
    pub private: Option<SecretSlice<u8>>,
}

impl Store {
    /// Creates a workspace folder; an interruption leaves nothing that looks like a workspace.
    ///
    /// # Errors
    /// [`OpenError::AlreadyExists`] if the place is taken; [`StoreError::Duplicate`] for a login that two
    /// slots share; else if the file system refuses.
    pub fn create(folder: &Path, plan: &CreatePlan) -> Result<(Self, RecoveryKey), OpenError> {
        refuse_shared_logins(&plan.slots)?;
        let data_key = DataKey::random()?;
        let keys = KeysFile::create(plan.workspace, plan.cost, &data_key, &plan.slots)?;
        let staging = Staging::begin(folder)?;
        let database = staging.path().join(DATABASE);
        let connection = connection::create(&database, &data_key)?;
        workspace::insert(&connection, plan.workspace)?;
        close(connection)?;
        write_private(&staging.path().join(KEYS), &keys.to_bytes()?)?;
        staging.publish()?;

        let recovery = RecoveryKey::of(&data_key);
        let mut store = Self::open_database(folder, data_key, Some(plan.workspace))?;
        let act = Act { command: "workspace::create", by: Act::PROGRAM, at: plan.at };
        store.write(&act, |writer| {
            writer.event("workspace_created", &json!({ "workspace": plan.workspace }))
        })?;
        Ok((store, recovery))
    }

    /// Opens a workspace; a failure changes nothing in the folder.
    ///
    /// # Errors
    /// [`OpenError`]; a wrong login and a wrong passphrase are the same error after the same work.
    pub fn open(folder: &Path, login: &str, passphrase: &SecretString) -> Result<Opened, OpenError> {
        Self::open_with(folder, login, passphrase, |_| ())
    }

    /// Opens a workspace; one of an earlier schema is handed over as it is, to be backed up, before its
    /// migration.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_with(
        folder: &Path,
        login: &str,
        passphrase: &SecretString,
        before_migration: impl FnOnce(&Self),
    ) -> Result<Opened, OpenError> {
        let keys = read_keys(folder)?;
        let found = keys.open(login, passphrase)?;
        let data_key = DataKey::from_bytes(found.unsealed.data_key.bytes());
        let mut store = Self::open_database_with(folder, data_key, Some(keys.workspace), before_migration)?;
        store.settle_slot(&found)?;
        let Found { unsealed: Unsealed { person, private, .. }, .. } = found;
        Ok(Opened { store, person, private })
    }

    /// Opens a workspace with its recovery key, even if `keys.json` is lost or damaged.
    ///
    /// # Errors
    /// [`OpenError::RecoveryKeyRefused`] for the key of another workspace; else as [`Self::open`].
    pub fn open_with_recovery(folder: &Path, recovery: &RecoveryKey) -> Result<Self, OpenError> {
        Self::recover(folder, recovery, |_| ())
    }

    /// As [`Self::open_with_recovery`]; a workspace of an earlier schema is handed over as it is, to be backed
    /// up, before its migration.
    ///
    /// # Errors
    /// As [`Self::open_with_recovery`].
    pub fn recover(
        folder: &Path,
        recovery: &RecoveryKey,
        before_migration: impl FnOnce(&Self),
    ) -> Result<Self, OpenError> {
        let keys = match read_keys(folder) {
            Err(OpenError::KeysDamaged) => None,
            other => Some(other?),
        };
        let key = recovery.data_key();
        let fits = keys.is_some_and(|keys| keys.is_whole(key));
        let data_key = DataKey::from_bytes(key.bytes());
        match Self::open_database_with(folder, data_key, None, before_migration) {
            // Nothing vouches for the key, and the database does not open with it.
            Err(OpenError::DatabaseDamaged) if !fits => Err(OpenError::RecoveryKeyRefused),
            other => Ok(Self { keys_lost: !fits, ..other? }),
        }
    }

    pub(crate) fn open_database(
        folder: &Path,
        data_key: DataKey,
        expected: Option<Uuid>,
    ) -> Result<Self, OpenError> {
        Self::open_database_with(folder, data_key, expected, |_| ())
    }

    fn open_database_with(
        folder: &Path,
        data_key: DataKey,
        expected: Option<Uuid>,
        before_migration: impl FnOnce(&Self),
    ) -> Result<Self, OpenError> {
        let database = folder.join(DATABASE);
        if !database.is_file() {
            return Err(OpenError::DatabaseDamaged);
        }
        let lock = FolderLock::shared(folder)?;
        let (connection, workspace) = match examined(folder, &data_key, expected, &lock) {
            Ok(opened) => opened,
            Err(error) => {
                lock.undo();
                return Err(error);
            }
        };
        sweep_unfinished(folder);
        let folder = folder.to_owned();
        let mut store = Self { connection, folder, data_key, workspace, lock, keys_lost: false };
        if migration::is_pending(&store.connection)? {
            before_migration(&store);
            migration::run(&mut store.connection)?;
        }
        Ok(store)
    }

    /// Identity of the workspace.
    #[must_use]
    pub fn workspace(&self) -> Uuid {
        self.workspace
    }

    /// The recovery key, to be printed anew.
    #[must_use]
    pub fn recovery_key(&self) -> RecoveryKey {
        RecoveryKey::of(&self.data_key)
    }

    /// Whether the recovery key found no usable `keys.json`: nobody's passphrase opens this workspace any more, until
    /// a slot is written.
    #[must_use]
    pub fn keys_are_lost(&self) -> bool {
        self.keys_lost
    }

    /// Whether this file of keys was written for this workspace and not edited since.
    pub(crate) fn owns(&self, keys: &Path) -> Result<bool, OpenError> {
        Ok(KeysFile::parse(&fs::read(keys)?)?.is_whole(&self.data_key))
    }

    /// How long to wait while another process writes before [`StoreError::Busy`]; 5 seconds unless told.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn set_patience(&self, patience: Duration) -> Result<(), StoreError> {
        Ok(self.connection.busy_timeout(patience)?)
    }

    /// Reads one consistent snapshot.
    ///
    /// # Errors
    /// What the body answers, or [`StoreError`].
    pub fn read<T, E: From<StoreError>>(
        &self,
        body: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        body(&Reader { connection: &transaction })
    }

    /// Writes one command: all of it with its revisions, or nothing if the body answers an error.
    ///
    /// # Errors
    /// What the body answers, or [`StoreError`].
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        act: &Act<'_>,
        body: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut writer = Writer::new(&transaction, act)?;
        let answer = body(&mut writer)?;
        let head = writer.written();
        transaction.commit().map_err(StoreError::from)?;
        if let Some(head) = head {
            self.write_head(&head);
        }
        Ok(answer)
    }

    /// Carries everything into the database file, so that a copy of the folder is complete.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while somebody else reads or writes.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        checkpoint(&self.connection)
    }

    /// Closes the workspace so that the folder can be copied.
    ///
    /// # Errors
    /// [`StoreError`] if the log could not be carried over; what was written is safe all the same.
    pub fn close(self) -> Result<(), StoreError> {
        close(self.connection)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("workspace", &self.workspace).finish_non_exhaustive()
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("person", &self.person).finish_non_exhaustive()
    }
}

/// The database, after what an interruption left was dealt with.
fn examined(
    folder: &Path,
    data_key: &DataKey,
    expected: Option<Uuid>,
    lock: &FolderLock,
) -> Result<(Connection, Uuid), OpenError> {
    rekey::settle_shared(folder, data_key, lock)?;
    let connection = connection::open(&folder.join(DATABASE), data_key)?;
    let workspace = workspace::id(&connection)?;
    if expected.is_some_and(|expected| expected != workspace) {
        return Err(OpenError::KeysDamaged);
    }
    Ok((connection, workspace))
}

/// Empties the write-ahead log into the database.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), StoreError> {
    let busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(StoreError::Busy) } else { Ok(()) }
}

fn close(connection: Connection) -> Result<(), StoreError> {
    checkpoint(&connection)?;
    connection.close().map_err(|(_, source)| source.into())
}

/// A folder with neither file is no workspace; one with a database but no keys has lost them.
pub(crate) fn read_keys(folder: &Path) -> Result<KeysFile, OpenError> {
    match fs::read(folder.join(KEYS)) {
        Ok(bytes) => KeysFile::parse(&bytes),
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(error.into())
        }
        Err(_) if folder.join(DATABASE).is_file() => Err(OpenError::KeysDamaged),
        Err(_) => Err(OpenError::NotAWorkspace),
    }
}

fn refuse_shared_logins(slots: &[SlotPlan]) -> Result<(), StoreError> {
    for (index, slot) in slots.iter().enumerate() {
        if slots.iter().take(index).any(|other| other.login == slot.login) {
            return Err(StoreError::Duplicate {
                kind: crate::kind::Kind::Person,
                id: slot.person.to_string(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_named_and_the_command_leaves_nothing() {
        let around = tempfile::tempdir().unwrap();
        let slot = SlotPlan {
            person: "P-001".into(),
            login: "dana".to_owned(),
            passphrase: "passphrase".to_owned().into(),
            private: None,
        };
        let plan = CreatePlan {
            workspace: Uuid::nil(),
            slots: vec![slot],
            cost: KdfCost::new(8, 1, 1),
            at: Timestamp::UNIX_EPOCH,
        };
        let (mut store, _) = Store::create(&around.path().join("Full.riskwright"), &plan).unwrap();
        let before = store.read(|reader| reader.head()).unwrap();
        // SQLite answers a database that may not grow as it answers a disk that is full.
        store.connection.query_row("PRAGMA max_page_count = 1", [], |_| Ok(())).unwrap();
        let act = Act { command: "test::fill", by: "dana", at: plan.at };
        let full = store.write(&act, |writer| writer.event("large", &"x".repeat(1_000_000)));
        assert!(matches!(full, Err(StoreError::Full)), "{full:?}");
        assert_eq!(store.read(|reader| reader.head()).unwrap(), before);
    }
}
