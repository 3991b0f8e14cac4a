//! Evidence: the register, and the files that are stored encrypted beside it.

pub(super) mod check;

pub use super::Empty;
use super::retention;
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::history::{Based, carried_over};
use crate::state::{Session, State};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use riskwright_domain::number::EvidenceNumber;
use riskwright_domain::organization::Evidence;
pub use riskwright_domain::organization::EvidenceKind;
pub use riskwright_domain::retention::RecordName;
use riskwright_domain::retention::{EVIDENCE, needs};
use riskwright_domain::workspace::Content;
use riskwright_store::{EvidenceFiles, Kind, Reader, Series, StoreError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;
use uuid::Uuid;

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// Which evidence; all if nothing is named.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EvidenceFilter {
    /// Only what is attached to this record.
    #[serde(default)]
    pub about: Option<RecordName>,
}

/// The register of evidence.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct EvidenceList {
    /// Newest number first.
    pub items: Vec<EvidenceRow>,
    /// The largest file taken, in bytes.
    pub largest_file: u32,
}

/// An item of evidence and what it is used for.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct EvidenceRow {
    /// The item.
    pub evidence: Evidence,
    /// Whether its file is stored here.
    pub stored: bool,
    /// Records that name it, in words: `R-0042`, `POL-11 S-03`.
    pub used_by: Vec<String>,
    /// Revision to name when saving.
    pub revision: i64,
}

/// Evidence to be recorded, with or without its file.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddEvidence {
    /// What it is.
    pub title: String,
    /// What kind of proof.
    pub kind: EvidenceKind,
    /// Date of the evidence.
    pub on: Date,
    /// Where the original is kept.
    pub reference: String,
    /// Records it is attached to.
    #[serde(default)]
    pub about: Vec<RecordName>,
    /// The file.
    #[serde(default)]
    pub file: Option<FileContent>,
}

/// A file that the person chose in the system's dialog.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FileContent {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes, base64 (RFC 4648).
    pub base64: String,
}

impl FileContent {
    /// A file that was read already.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), base64: STANDARD.encode(bytes) }
    }
}

/// Refuses a file by its size in bytes, before it is read.
///
/// # Errors
/// `invalid` for an empty file and for one larger than [`LARGEST_FILE`].
pub fn refuse_size(bytes: u64) -> CommandResult<()> {
    let wrong = check::size(usize::try_from(bytes).unwrap_or(usize::MAX));
    refuse(wrong.into_iter().collect())
}

/// Changed particulars; the file never changes.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveEvidence {
    /// Which item.
    pub number: EvidenceNumber,
    /// What it is.
    pub title: String,
    /// What kind of proof.
    pub kind: EvidenceKind,
    /// Date of the evidence.
    pub on: Date,
    /// Where the original is kept.
    pub reference: String,
    /// Records it is attached to.
    #[serde(default)]
    pub about: Vec<RecordName>,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// Evidence to be taken off the register.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveEvidence {
    /// Which item.
    pub number: EvidenceNumber,
    /// Why.
    pub reason: String,
}

/// The register.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, filter: EvidenceFilter) -> CommandResult<EvidenceList> {
    let session = state.session()?;
    let attached = |item: &Evidence| filter.about.as_ref().is_none_or(|record| item.about.contains(record));
    let content = session.content()?;
    let found: Vec<Evidence> = content.evidence.iter().filter(|item| attached(item)).cloned().collect();
    let mut items = rows(session, found)?;
    items.sort_by_key(|row| {
        let number = row.evidence.number.as_str();
        std::cmp::Reverse((number.len(), number.to_owned()))
    });
    Ok(EvidenceList { items, largest_file: u32::try_from(LARGEST_FILE).unwrap_or(u32::MAX) })
}

/// Records evidence; its file is on the disk before the line that names it.
///
/// # Errors
/// `invalid` with every wrong field, what the store answers.
pub fn add(state: &mut State, request: AddEvidence) -> CommandResult<EvidenceRow> {
    let session = state.session()?;
    let files = session.store.evidence_files();
    let added = session.write("evidence::add", |writer| {
        let (item, bytes) = checked(writer, &request)?;
        let sha256 = bytes.as_ref().map(|bytes| files.put(bytes)).transpose()?;
        let item = Evidence { sha256, ..item };
        writer.put_evidence(&item)?;
        if let Some(sha256) = &item.sha256 {
            writer.evidence_stored(sha256)?;
        }
        Ok::<_, CommandError>(item)
    });
    if added.is_err() && request.file.is_some() {
        // What the refused command stored is named by nothing.
        let _ = session.store.sweep_evidence();
    }
    one_row(session, added?)
}

/// Changes particulars.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `conflict` where somebody else changed the same field.
pub fn save(state: &mut State, request: SaveEvidence) -> CommandResult<EvidenceRow> {
    let session = state.session()?;
    item(session.content()?, &request.number)?;
    let number = request.number.clone();
    let based = Based { kind: Kind::Evidence, id: number.as_str(), revision: request.based_on_revision };
    let saved = session.write("evidence::save", |writer| {
        let mut wrong = check::particulars(&request.title, &request.reference);
        wrong.extend(check::unknown(writer, "about", &request.about)?);
        refuse(wrong)?;
        let item = carried_over(writer, &based, |base: Evidence| {
            Ok(Evidence {
                title: request.title.trim().to_owned(),
                kind: request.kind,
                on: request.on,
                reference: request.reference.trim().to_owned(),
                about: once(request.about),
                ..base
            })
        })?;
        writer.put_evidence(&item)?;
        Ok::<_, CommandError>(item)
    })?;
    one_row(session, saved)
}

/// Takes an item off the register; the history keeps what it was, and its file.
///
/// # Errors
/// `invalid` without a reason, `not_found`, `retained` with everything that keeps it.
pub fn remove(state: &mut State, request: RemoveEvidence) -> CommandResult<Empty> {
    let session = state.session()?;
    let RemoveEvidence { number, reason } = request;
    let reason = retention::reason(&reason, 3)?;
    item(session.content()?, &number)?;
    let today = session.today()?;
    session.write("evidence::remove", |writer| {
        let record = RecordName::new(EVIDENCE, number.as_str());
        retention::refuse_kept(writer, &record, "taken off the register", today)?;
        writer.remove_evidence(&number)?;
        writer.event("evidence::remove", &json!({ "evidence": number, "reason": reason }))?;
        Ok::<_, CommandError>(Empty {})
    })
}

/// Name and bytes of the file of an item, for the shell and the command line; leaves an event in the trail.
///
/// # Errors
/// `not_found` without the item or its file, `damaged` where the file is not the one that was stored.
pub fn bytes(state: &mut State, number: &EvidenceNumber) -> CommandResult<(String, Vec<u8>)> {
    let session = state.session()?;
    let found = item(session.content()?, number)?.clone();
    let sha256 = found.sha256.ok_or_else(|| {
        CommandError::new(ErrorCode::NotFound, format!("{number} has no file in this workspace."))
            .hint(format!("The original: {}.", found.reference))
    })?;
    let bytes = session.store.evidence_files().read(&sha256).map_err(|error| unreadable(number, error))?;
    session.event("evidence::view", &json!({ "evidence": number, "sha256": sha256 }))?;
    Ok((found.file_name.unwrap_or_else(|| number.to_string()), bytes))
}

/// As [`bytes`], for a file that is opened and not run.
///
/// # Errors
/// `invalid` for a kind of file that a system might run; else as [`bytes`].
pub fn to_view(state: &mut State, number: &EvidenceNumber) -> CommandResult<(String, Vec<u8>)> {
    let found = item(state.session()?.content()?, number)?;
    let name = found.file_name.clone().unwrap_or_default();
    if check::is_viewable(&name) {
        return bytes(state, number);
    }
    Err(CommandError::new(
        ErrorCode::Invalid,
        format!("{name:?} is not of a kind that is opened from here: it might be run."),
    )
    .hint(format!(
        "Save it with `riskwright evidence save` and {number}, and look at it with a program you trust."
    )))
}

/// The item as it is to be recorded, without the hash of its file, and the bytes of the file.
fn checked(reader: &Reader<'_>, request: &AddEvidence) -> CommandResult<(Evidence, Option<Vec<u8>>)> {
    let mut wrong = check::particulars(&request.title, &request.reference);
    wrong.extend(check::unknown(reader, "about", &request.about)?);
    let file = request.file.as_ref().map(check::file).transpose();
    let file = file.unwrap_or_else(|error| {
        wrong.push(error);
        None
    });
    refuse(wrong)?;
    let item = Evidence {
        id: Uuid::now_v7(),
        number: reader.next_number(Series::Evidence)?.into(),
        title: request.title.trim().to_owned(),
        kind: request.kind,
        on: request.on,
        reference: request.reference.trim().to_owned(),
        sha256: None,
        file_name: file.as_ref().map(|file| file.name.clone()),
        bytes: file.as_ref().map(|file| u64::try_from(file.bytes.len()).unwrap_or(u64::MAX)),
        about: once(request.about.clone()),
    };
    Ok((item, file.map(|file| file.bytes)))
}

fn refuse(wrong: Vec<FieldError>) -> CommandResult<()> {
    if wrong.is_empty() {
        return Ok(());
    }
    Err(CommandError::invalid("The evidence cannot be recorded like this.", wrong))
}

/// The names without repetition, in their order.
fn once(records: Vec<RecordName>) -> Vec<RecordName> {
    let mut kept = Vec::new();
    for record in records {
        if !kept.contains(&record) {
            kept.push(record);
        }
    }
    kept
}

fn item<'a>(content: &'a Content, number: &EvidenceNumber) -> CommandResult<&'a Evidence> {
    let found = content.evidence.iter().find(|item| item.number == *number);
    found.ok_or_else(|| CommandError::not_found("evidence", number))
}

fn one_row(session: &mut Session, item: Evidence) -> CommandResult<EvidenceRow> {
    rows(session, vec![item])?.pop().ok_or_else(|| CommandError::internal("evidence-row"))
}

fn rows(session: &mut Session, items: Vec<Evidence>) -> CommandResult<Vec<EvidenceRow>> {
    let files = session.store.evidence_files();
    let needs = needs(session.content()?, &[]);
    session.store.read(|reader| {
        let row = |evidence: Evidence| {
            let uses = needs.get(&RecordName::new(EVIDENCE, evidence.number.as_str()));
            Ok(EvidenceRow {
                stored: is_stored(&files, &evidence),
                used_by: uses.into_iter().flatten().map(|need| need.words.clone()).collect(),
                revision: reader.revision_number(Kind::Evidence, evidence.number.as_str())?,
                evidence,
            })
        };
        items.into_iter().map(row).collect()
    })
}

fn is_stored(files: &EvidenceFiles, evidence: &Evidence) -> bool {
    evidence.sha256.as_ref().is_some_and(|sha256| files.holds(sha256))
}

fn unreadable(number: &EvidenceNumber, error: StoreError) -> CommandError {
    match error {
        StoreError::Damaged => CommandError::new(
            ErrorCode::Damaged,
            format!("The file of {number} is not the one that was stored: it was changed or damaged."),
        )
        .hint("Restore the workspace from a backup; `audit::verify` names every file that is damaged."),
        StoreError::EvidenceMissing { .. } => {
            CommandError::new(ErrorCode::NotFound, format!("The file of {number} is not in this workspace."))
                .hint("Restore the workspace from a backup, or record the evidence again with its file.")
        }
        other => other.into(),
    }
}
