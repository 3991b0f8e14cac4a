//! Backups that the program keeps itself: made daily, before migrations and on demand; preview and restore.

pub use super::Empty;
use crate::backup_folder::{BackupFolder, PREVIEW};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::keep;
use crate::restoration::{Plan, Shield, changed_fields, name, plan, title};
use crate::state::{Session, State};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use riskwright_domain::organization::Evidence;
use riskwright_domain::retention::RecordName;
use riskwright_store::{Difference, EvidenceFiles, OpenError, Reader, Store, StoreError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use ts_rs::TS;

/// The backups of the open workspace on this machine.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct BackupList {
    /// Newest first.
    pub backups: Vec<BackupRow>,
    /// Where they lie; none where the program has no folder of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    /// Which ones are kept, in a sentence.
    pub keep_rule: String,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct BackupRow {
    /// Name of the file.
    pub name: String,
    /// When it was made, UTC.
    pub made_at: Timestamp,
    /// Size in bytes.
    pub bytes: u64,
    /// Why it was made.
    pub reason: BackupReason,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The first opening of a day.
    Daily,
    /// Before the form of the workspace was brought up to date.
    Migration,
    /// Before another backup was restored.
    BeforeRestore,
    /// Somebody asked for it.
    Request,
}

/// Names a backup.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupName {
    /// Name of the file.
    pub name: String,
}

/// What restoring would change.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct BackupPreview {
    /// The backup.
    pub backup: BackupRow,
    /// End of the trail in the backup, as a line number.
    pub sequence: i64,
    /// End of the trail now.
    pub current_sequence: i64,
    /// Every record that would differ.
    pub changes: Vec<RestoreChange>,
    /// Every record that differs from the backup and stays as it is.
    pub kept: Vec<KeptRecord>,
}

/// A record that restoring leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct KeptRecord {
    /// The record.
    pub record: RecordName,
    /// What it is, for a person.
    pub title: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// A record that would differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct RestoreChange {
    /// The record.
    pub record: RecordName,
    /// What it is, for a person.
    pub title: String,
    /// What restoring does to it.
    pub change: RestoreKind,
    /// Fields that differ, as JSON pointers.
    pub fields: Vec<String>,
}

/// What restoring does to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestoreKind {
    /// It comes back.
    ComesBack,
    /// It goes away.
    GoesAway,
    /// It gets its earlier content.
    Changes,
}

/// What restoring did; the trail goes on, nothing is rewound.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Restored {
    /// How many records changed.
    pub changed: u32,
    /// The backup that was made just before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub before: Option<BackupRow>,
    /// Every record that differs from the backup and stayed as it was.
    pub kept: Vec<KeptRecord>,
}

/// The backups of the open workspace, and which ones are kept.
///
/// # Errors
/// `no_workspace`.
pub fn list(state: &mut State, _: Empty) -> CommandResult<BackupList> {
    let nowhere = BackupList { backups: Vec::new(), folder: None, keep_rule: keep::RULE.to_owned() };
    Ok(own_folder(state)?.map_or(nowhere, |folder| list_in(&folder)))
}

/// Makes a backup.
///
/// # Errors
/// `not_found` where the program has no folder of its own, else what the store answers.
pub fn make(state: &mut State, _: Empty) -> CommandResult<BackupRow> {
    let folder = kept_folder(state)?;
    let row = make_in(state, &folder)?;
    let session = state.session()?;
    let today = session.today()?;
    folder.thin_out(today, &zone(session)?);
    Ok(row)
}

/// What restoring a backup would change and what it would leave.
///
/// # Errors
/// `not_found`, `damaged`, `wrong_passphrase` for a backup under an earlier data key.
pub fn preview(state: &mut State, request: BackupName) -> CommandResult<BackupPreview> {
    let folder = kept_folder(state)?;
    preview_in(state, &folder, &request.name)
}

/// Puts every record back as it is in a backup, after a backup of the present; the trail goes on.
///
/// # Errors
/// As [`preview`]; then nothing was changed.
pub fn restore(state: &mut State, request: BackupName) -> CommandResult<Restored> {
    let folder = kept_folder(state)?;
    restore_in(state, &folder, &request.name)
}

/// As [`list`], in a folder of one's own choice.
#[must_use]
pub fn list_in(folder: &BackupFolder) -> BackupList {
    BackupList {
        backups: folder.list(),
        folder: Some(folder.path().display().to_string()),
        keep_rule: keep::RULE.to_owned(),
    }
}

/// As [`make`], in a folder of one's own choice, which is not thinned out.
///
/// # Errors
/// As [`make`].
pub fn make_in(state: &mut State, folder: &BackupFolder) -> CommandResult<BackupRow> {
    let session = state.session()?;
    let row = folder.make(&session.store, BackupReason::Request, Timestamp::now())?;
    session.event("backup::make", &json!({ "name": row.name, "reason": row.reason }))?;
    Ok(row)
}

/// As [`preview`], in a folder of one's own choice.
///
/// # Errors
/// As [`preview`].
pub fn preview_in(state: &mut State, folder: &BackupFolder, name: &str) -> CommandResult<BackupPreview> {
    let (backup, file) = folder.find(name)?;
    let session = state.session()?;
    let earlier = Earlier::open(&session.store, folder.path(), &file)?;
    session.store.read(|now| {
        earlier.store.read(|then| {
            let Plan { put_back, stays } = plan_on(now, then)?;
            Ok(BackupPreview {
                backup,
                sequence: then.head()?.sequence,
                current_sequence: now.head()?.sequence,
                changes: put_back.iter().map(change).collect(),
                kept: kept(&stays),
            })
        })
    })
}

/// As [`restore`], in a folder of one's own choice.
///
/// # Errors
/// As [`restore`].
pub fn restore_in(state: &mut State, folder: &BackupFolder, name: &str) -> CommandResult<Restored> {
    let (_, file) = folder.find(name)?;
    let session = state.session()?;
    let earlier = Earlier::open(&session.store, folder.path(), &file)?;
    let before = folder.make(&session.store, BackupReason::BeforeRestore, Timestamp::now())?;
    let files = session.store.evidence_files();
    session.write("backup::restore", |writer| {
        earlier.store.read(|then| {
            let Plan { put_back, stays } = plan_on(writer, then)?;
            take_missing(&files, &earlier.store.evidence_files(), &then.evidence()?)?;
            writer.put_back(then, &put_back)?;
            writer.event("backup::restore", &told(name, then, &put_back)?)?;
            let changed = u32::try_from(put_back.len()).unwrap_or(u32::MAX);
            Ok(Restored { changed, before: Some(before), kept: kept(&stays) })
        })
    })
}

/// The program's own folder of backups of the open workspace.
///
/// # Errors
/// `not_found` where the program has no folder of its own, `no_workspace`.
pub fn kept_folder(state: &mut State) -> CommandResult<BackupFolder> {
    own_folder(state)?.ok_or_else(|| {
        CommandError::new(ErrorCode::NotFound, "The program has no folder for backups here.")
            .hint("`riskwright backup W -o FILE` writes one to a place of your choice.")
    })
}

/// A backup opened in a private folder that goes away with it.
struct Earlier {
    // Closed before its folder is removed.
    store: Store,
    _folder: TempDir,
}

impl Earlier {
    /// Opens a backup beside it, with the data key of the open workspace.
    fn open(current: &Store, beside: &Path, file: &Path) -> CommandResult<Self> {
        let failed = |_| CommandError::new(ErrorCode::Io, "The folder of backups cannot be written to.");
        let folder = tempfile::Builder::new().prefix(PREVIEW).tempdir_in(beside).map_err(failed)?;
        let place = folder.path().join("earlier.riskwright");
        riskwright_store::restore(file, &place)?;
        let store = current.open_earlier(&place).map_err(|error| match error {
            OpenError::WrongLoginOrPassphrase if current.is_of(&place) => earlier_key(),
            OpenError::WrongLoginOrPassphrase => other_workspace(),
            other => other.into(),
        })?;
        Ok(Self { store, _folder: folder })
    }
}

fn earlier_key() -> CommandError {
    CommandError::new(
        ErrorCode::WrongPassphrase,
        "This backup was made before the workspace got a new key: only the passphrases and the recovery sheet of \
         that time open it.",
    )
    .hint(
        "Restore it to a new folder with `riskwright restore FILE -o NEW.riskwright` and open that with your \
         passphrase of that time, or with the recovery sheet printed before the change.",
    )
}

fn other_workspace() -> CommandError {
    CommandError::new(ErrorCode::WrongPassphrase, "This is a backup of another workspace.").hint(
        "Restore it to a new folder with `riskwright restore FILE -o NEW.riskwright` and open that with a \
         passphrase of that workspace.",
    )
}

fn plan_on(now: &Reader<'_>, then: &Reader<'_>) -> CommandResult<Plan> {
    let content = riskwright_store::content::load(now)?;
    let shield = Shield::of(&content, now.legal_holds()?);
    Ok(plan(now.differences(then)?, &shield))
}

/// Takes the files of evidence that the workspace lacks out of the backup, as far as that has them.
fn take_missing(here: &EvidenceFiles, there: &EvidenceFiles, evidence: &[Evidence]) -> CommandResult<()> {
    let named = evidence.iter().filter_map(|one| one.sha256.as_deref());
    for sha256 in named.filter(|sha256| !here.holds(sha256)) {
        match there.read(sha256) {
            Ok(bytes) => drop(here.put(&bytes)?),
            Err(StoreError::EvidenceMissing { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(())
}

/// What the trail says about a restore: from where, and what of the present was lost.
fn told(from: &str, then: &Reader<'_>, put_back: &[Difference]) -> CommandResult<Value> {
    let lost: Vec<RecordName> = put_back.iter().filter(|one| one.now.is_some()).map(name).collect();
    let head = then.head()?;
    Ok(json!({
        "from": from,
        "sequence": head.sequence,
        "head": head.hash,
        "changed": put_back.len(),
        "lost": { "count": lost.len(), "records": lost },
    }))
}

fn change(difference: &Difference) -> RestoreChange {
    let (change, fields) = match (&difference.now, &difference.then) {
        (Some(now), Some(then)) => (RestoreKind::Changes, changed_fields(now, then)),
        (None, _) => (RestoreKind::ComesBack, Vec::new()),
        (_, None) => (RestoreKind::GoesAway, Vec::new()),
    };
    RestoreChange { record: name(difference), title: title(difference), change, fields }
}

fn kept(stays: &[(Difference, &'static str)]) -> Vec<KeptRecord> {
    let row = |(one, reason): &(Difference, &'static str)| KeptRecord {
        record: name(one),
        title: title(one),
        reason: (*reason).to_owned(),
    };
    stays.iter().map(row).collect()
}

fn zone(session: &mut Session) -> CommandResult<TimeZone> {
    Ok(TimeZone::get(&session.content()?.organization.time_zone).unwrap_or(TimeZone::UTC))
}

/// The folder in the program's own memory, where it has one.
fn own_folder(state: &mut State) -> CommandResult<Option<BackupFolder>> {
    let memory: Option<PathBuf> = state.memory.clone();
    let workspace = state.session()?.store.workspace();
    Ok(memory.map(|memory| BackupFolder::of(&memory, workspace)))
}
