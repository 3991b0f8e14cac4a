//! The trail: reading it and checking that it holds.

pub use super::Empty;
use crate::error::CommandResult;
use crate::memory;
use crate::state::State;
use jiff::Timestamp;
use riskwright_domain::audit::{Break, Head};
use riskwright_store::RevisionFilter;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page of the trail.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AuditPage {
    /// Only lines before this sequence; the newest if left out.
    #[serde(default)]
    pub before: Option<i64>,
    /// How many lines, at most 500; 100 if left out.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Lines of the trail, newest first.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AuditList {
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// How many there are in all.
    pub total: i64,
}

/// A line of the trail.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AuditLine {
    /// Position in the trail.
    pub sequence: i64,
    /// When, UTC.
    pub recorded_at: Timestamp,
    /// Login of the person.
    pub by: String,
    /// The command.
    pub command: String,
    /// Kind of record.
    pub kind: String,
    /// Number or identity of the record.
    pub record: String,
    /// Revision of the record.
    pub revision: i64,
}

/// Whether the trail holds.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AuditVerified {
    /// Whether nothing is broken.
    pub holds: bool,
    /// The end of the trail.
    pub head: Head,
    /// Every break.
    pub breaks: Vec<Break>,
}

/// A page of the trail, newest first.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, page: AuditPage) -> CommandResult<AuditList> {
    let session = state.session()?;
    let limit = page.limit.unwrap_or(100).clamp(1, 500);
    let filter = RevisionFilter { before: page.before, newest: Some(limit), ..RevisionFilter::default() };
    let revisions = session.store.read(|reader| reader.revisions(&filter))?;
    let total = session.store.read(|reader| reader.head())?.sequence;
    let lines = revisions
        .into_iter()
        .rev()
        .map(|one| AuditLine {
            sequence: one.sequence,
            recorded_at: one.recorded_at,
            by: one.by,
            command: one.command,
            record: named(one.body.as_deref()).unwrap_or(one.id),
            kind: one.kind,
            revision: one.number,
        })
        .collect();
    Ok(AuditList { lines, total })
}

/// Checks the whole chain, every current record, and the highest head this machine saw.
///
/// # Errors
/// What the store answers.
pub fn verify(state: &mut State, _: Empty) -> CommandResult<AuditVerified> {
    let folder = state.memory.clone();
    let session = state.session()?;
    let workspace = session.store.workspace();
    let seen = memory::head(folder.as_deref(), workspace);
    let (head, breaks) =
        session.store.read(|reader| riskwright_store::audit::verify(reader, seen.as_ref()))?;
    if breaks.is_empty() {
        memory::saw(folder.as_deref(), workspace, head.clone());
    }
    Ok(AuditVerified { holds: breaks.is_empty(), head, breaks })
}

/// The number that a body carries, for people; the identity is for the program.
fn named(body: Option<&str>) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(body?).ok()?;
    value.get("number").and_then(|number| number.as_str()).map(str::to_owned)
}
