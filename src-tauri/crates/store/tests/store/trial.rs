//! A workspace in a temporary folder, and what tests do to it from outside.

use riskwright_store::{
    Act, CreatePlan, KdfCost, OpenError, Opened, RecoveryKey, SlotPlan, Store, StoreError, Writer,
};
use rusqlite::Connection;
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

pub const LOGIN: &str = "dana";
pub const PASSPHRASE: &str = "correct horse battery staple";
/// The least that Argon2 allows: suites stay fast.
pub const COST: KdfCost = KdfCost::new(8, 1, 1);

/// A new workspace and the folder that goes away with it.
pub struct Trial {
    pub store: Store,
    pub recovery: RecoveryKey,
    pub folder: PathBuf,
    pub around: TempDir,
}

impl Trial {
    pub fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("Clinic.riskwright");
        let (store, recovery) = Store::create(&folder, &plan()).unwrap();
        Self { store, recovery, folder, around }
    }

    /// A new workspace that holds the sample content.
    pub fn with_content() -> Self {
        let mut trial = Self::new();
        trial.write(|writer| riskwright_store::content::save(writer, &crate::sample::content(), None));
        trial
    }

    /// One command that succeeds.
    pub fn write<T>(&mut self, body: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>) -> T {
        self.store.write(&act("test::write"), body).unwrap()
    }

    /// Closes the workspace; what is left to do is done from outside.
    pub fn close(self) -> Closed {
        self.store.close().unwrap();
        Closed { recovery: self.recovery, folder: self.folder, around: self.around }
    }

    /// The database with the right key, past the store.
    pub fn sql(&self) -> Connection {
        connect(&self.folder, &self.recovery)
    }
}

/// A workspace that nobody has open.
pub struct Closed {
    pub recovery: RecoveryKey,
    pub folder: PathBuf,
    pub around: TempDir,
}

impl Closed {
    pub fn open(&self) -> Result<Opened, OpenError> {
        open(&self.folder, LOGIN, PASSPHRASE)
    }

    /// Every file under the folder with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files(&self.folder)
    }

    pub fn sql(&self) -> Connection {
        connect(&self.folder, &self.recovery)
    }
}

pub fn plan() -> CreatePlan {
    let slot = |person: &str, login: &str, passphrase: &str, private: Option<&str>| SlotPlan {
        person: person.into(),
        login: login.to_owned(),
        passphrase: passphrase.to_owned().into(),
        private: private.map(|text| text.as_bytes().to_vec().into()),
    };
    CreatePlan {
        workspace: Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001),
        slots: vec![
            slot("P-001", LOGIN, PASSPHRASE, Some("identity of Dana")),
            slot("P-002", "lee", "another passphrase of some length", None),
        ],
        cost: COST,
        at: "2026-01-05T15:00:00Z".parse().unwrap(),
    }
}

pub fn act(command: &'static str) -> Act<'static> {
    Act { command, by: LOGIN, at: "2026-02-01T09:00:00.123456789Z".parse().unwrap() }
}

pub fn open(folder: &Path, login: &str, passphrase: &str) -> Result<Opened, OpenError> {
    Store::open(folder, login, &SecretString::from(passphrase.to_owned()))
}

pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

fn connect(folder: &Path, recovery: &RecoveryKey) -> Connection {
    let connection = Connection::open(folder.join("workspace.db")).unwrap();
    connection.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex::encode(bytes_of(recovery)))).unwrap();
    connection
}

/// Crockford's base 32, read bit by bit: independent of the code under test.
pub fn bytes_of(recovery: &RecoveryKey) -> Vec<u8> {
    let symbols = recovery.text().expose_secret().replace('-', "");
    let values = symbols.chars().map(|symbol| "0123456789ABCDEFGHJKMNPQRSTVWXYZ".find(symbol).unwrap());
    let bits: String = values.map(|value| format!("{value:05b}")).collect();
    let byte = |index: usize| bits.get(index * 8..index * 8 + 8).unwrap();
    (0..32).map(|index| u8::from_str_radix(byte(index), 2).unwrap()).collect()
}
