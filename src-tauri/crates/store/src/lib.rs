//! The encrypted workspace folder: the only SQL of the project.
//!
//! Invariant: every change of a current row and the revision that records it are one transaction, and a
//! failed open writes nothing. What belongs here: files of the folder, keys, tables, the history, backups.
//! What never may: rules of the law, words for people, how documents are made, what a command means.

pub mod audit;
pub mod content;

mod act;
mod attempts;
mod backup;
mod connection;
mod disposal;
mod error;
mod evidence;
mod folder;
mod head;
mod history;
mod keys;
mod kind;
mod lock;
mod migration;
mod order;
mod past;
mod reader;
mod rekey;
mod slots;
mod store;
mod structure;
mod table;
mod writer;

pub use act::Act;
pub use attempts::Attempts;
pub use backup::{Difference, restore};
pub use error::{OpenError, StoreError};
pub use evidence::EvidenceFiles;
pub use keys::{KdfCost, RecoveryKey, RecoveryKeyError, SlotPlan};
pub use kind::Kind;
pub use migration::SUPPORTED as SCHEMA;
pub use reader::Reader;
pub use slots::SlotChange;
pub use store::{CreatePlan, Opened, Store};
pub use table::document::{DocumentSummary, StoredDocument};
pub use table::number::Series;
pub use table::revision::RevisionFilter;
pub use table::row::Change;
pub use writer::Writer;
