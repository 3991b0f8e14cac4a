//! What the commands of a workspace are asked and answer.

use crate::command::phi::PhiWarning;
use crate::memory::RecentWorkspace;
use jiff::Timestamp;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::Person;
use riskwright_domain::workspace::Settings;
use schemars::JsonSchema;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Workspaces that were open before.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Recent {
    /// Newest first.
    pub workspaces: Vec<RecentWorkspace>,
}

/// The sample clinic, ready to be opened.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Sample {
    /// Its folder.
    pub path: String,
    /// The published passphrase of every person in it.
    pub passphrase: String,
    /// Who can open it.
    pub people: Vec<SamplePerson>,
}

/// A person of the sample clinic.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SamplePerson {
    /// Name for signing in.
    pub login: String,
    /// Full name.
    pub name: String,
    /// Job title.
    pub title: String,
}

/// A workspace to be created, with its first person.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NewWorkspace {
    /// Folder to be made; its name ends in `.riskwright`.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// Full name of the security official.
    pub name: String,
    /// Name for signing in.
    pub login: String,
    /// Passphrase, 12 characters or more.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// A workspace that was created.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct NewWorkspaceDone {
    /// Its folder.
    pub path: String,
    /// The recovery key, to be printed and locked away; shown once.
    pub recovery_key: String,
}

/// A workspace to be opened.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Its folder.
    pub path: String,
    /// Name for signing in.
    pub login: String,
    /// Passphrase.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// An open workspace.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Opened {
    /// Its folder.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// Who opened it.
    pub person: Person,
}

/// A workspace that was opened with its recovery key.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Recovered {
    /// Its folder.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// The security official who got a new passphrase.
    pub person: Person,
    /// Everybody else who has an account, where the keys of all were lost: they need a new passphrase each.
    pub to_reset: Vec<ToReset>,
}

/// A person whose passphrase opens nothing any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct ToReset {
    /// Number of the person.
    pub number: PersonNumber,
    /// Name.
    pub name: String,
    /// Login.
    pub login: String,
}

/// The workspace that is open, if one is.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Current {
    /// The open workspace.
    pub opened: Option<Opened>,
    /// The workspace that was open and is locked.
    pub locked: Option<Locked>,
}

/// A locked workspace: no key and no content is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct Locked {
    /// Its folder.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// Login of who had it open.
    pub login: String,
    /// Name of that person.
    pub name: String,
    /// When it was locked, UTC.
    pub at: Timestamp,
}

/// Opening with the printed recovery key, after which a new passphrase holds.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// Folder of the workspace.
    pub path: String,
    /// The recovery key as printed; case and spaces do not matter.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub recovery_key: SecretString,
    /// Login of a security official of the workspace.
    pub login: String,
    /// That person's new passphrase, 12 characters or more.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// The passphrase of whoever asks, once more.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Passphrase {
    /// Passphrase.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// What the recovery sheet says.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RecoverySheet {
    /// Name of the organization.
    pub organization: String,
    /// Identity of the workspace.
    pub workspace: String,
    /// The recovery key in groups of four.
    pub recovery_key: String,
    /// When the sheet was made, UTC.
    pub made_at: Timestamp,
    /// Name of who made it.
    pub made_by: String,
}

/// How the workspace is set up.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SettingsView {
    /// The settings.
    pub settings: Settings,
    /// Revision to name when saving.
    pub revision: i64,
}

/// Changed settings.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSettings {
    /// The settings.
    pub settings: Settings,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// Whether the workspace lies where SQLite can keep it whole.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PlaceView {
    /// Its folder.
    pub path: String,
    /// Everything that makes the place unsafe; empty where it is sound.
    pub findings: Vec<PlaceFinding>,
}

/// Something about a place that can lose data, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct PlaceFinding {
    /// What it is.
    pub code: PlaceCode,
    /// What was found, in one sentence.
    pub message: String,
    /// What to do.
    pub cure: String,
}

/// Kinds of unsafe place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceCode {
    /// On a network file system.
    NetworkShare,
    /// In a folder that a program synchronizes.
    SynchronizedFolder,
    /// Copies that a synchronizing program left beside a file.
    ConflictCopies,
    /// On a medium that may be pulled out.
    RemovableMedium,
}

/// Where to export to.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Export {
    /// As recorded by this instant, UTC; now if left out.
    #[serde(default)]
    pub known_at: Option<Timestamp>,
}

/// The exchange file of the workspace.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Exported {
    /// The YAML text.
    pub yaml: String,
    /// Its SHA-256 (hex).
    pub sha256: String,
    /// What to tell whoever asked.
    pub warning: String,
}

/// An exchange file to be read into the open, empty workspace.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// The YAML text.
    pub yaml: String,
}

/// What was imported.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Imported {
    /// Name of the organization.
    pub organization: String,
    /// SHA-256 (hex) of the file; approvals that came with it name it.
    pub sha256: String,
    /// Every place of the file that looks like a patient's data; it was taken all the same.
    pub warnings: Vec<PhiWarning>,
}

/// An exchange file to be read into a workspace that is to be created.
pub struct ImportNew {
    /// Folder to be made.
    pub path: String,
    /// The YAML text.
    pub yaml: String,
    /// Login of the person who gets the first slot; the security official of the file if left out.
    pub login: Option<String>,
    /// Passphrase of that person.
    pub passphrase: SecretString,
}

/// A workspace that was created from an exchange file.
#[derive(Debug, Clone, Serialize)]
pub struct ImportedNew {
    /// Its folder.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// SHA-256 (hex) of the file.
    pub sha256: String,
    /// The recovery key, to be printed and locked away; shown once.
    pub recovery_key: String,
    /// Every place of the file that looks like a patient's data; it was taken all the same.
    pub warnings: Vec<PhiWarning>,
}
