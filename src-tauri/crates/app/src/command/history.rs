//! The past: what was in force on a day as known at an instant, and taking back one's own changes.

pub use super::Empty;
use crate::error::CommandResult;
use crate::history::reversal::{self, Way};
use crate::history::view::{Then, view};
use crate::state::State;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::number::{PersonNumber, RiskNumber};
use riskwright_domain::retention::RecordName;
use riskwright_domain::risk::Level;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day, and an instant of knowledge.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AsOf {
    /// What was in force on this day; today if left out.
    #[serde(default)]
    pub on: Option<Date>,
    /// As recorded by this instant, UTC; now if left out.
    #[serde(default)]
    pub known_at: Option<Timestamp>,
}

/// What was in force.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct AsOfView {
    /// The day.
    pub on: Date,
    /// The instant of knowledge, UTC.
    pub known_at: Timestamp,
    /// Name of the organization as it was recorded then.
    pub organization: String,
    /// The assessment that counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentThen>,
    /// Policies in force, by number.
    pub policies: Vec<PolicyThen>,
    /// Practices that ran, by number.
    pub practices: Vec<PracticeThen>,
    /// What the reader has to know, in sentences: content recorded after the day, imported approvals.
    pub notes: Vec<String>,
}

/// An assessment as it stood.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssessmentThen {
    /// Number.
    pub number: String,
    /// Title or year in words.
    pub title: String,
    /// Where in its life it was.
    pub status: String,
    /// Its approvals.
    pub approvals: Vec<ApprovalThen>,
    /// How many risks at each level, very low to very high.
    pub levels: [u32; 5],
    /// When this state was recorded, UTC.
    pub recorded_at: Timestamp,
}

/// A policy version in force.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct PolicyThen {
    /// Number of the policy.
    pub policy: String,
    /// Its title.
    pub title: String,
    /// Number of the version.
    pub version: String,
    /// First day in force.
    pub effective_from: Date,
    /// Last day in force, if it was known then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_to: Option<Date>,
    /// The assessment it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<String>,
    /// Risks it answers, as they were rated.
    pub risks: Vec<RiskThen>,
    /// Its approvals.
    pub approvals: Vec<ApprovalThen>,
    /// SHA-256 (hex) of the approved content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<String>,
    /// When this version was first recorded, UTC.
    pub first_recorded_at: Timestamp,
    /// When the state shown was recorded, UTC.
    pub recorded_at: Timestamp,
}

/// A risk as it was rated.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RiskThen {
    /// Number.
    pub number: RiskNumber,
    /// Name of the threat.
    pub threat: String,
    /// Level then; none before the first rating.
    pub level: Option<Level>,
    /// Day of the rating.
    pub rated_on: Option<Date>,
    /// When the rating was recorded, UTC.
    pub recorded_at: Timestamp,
}

/// An approval as it was recorded.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct ApprovalThen {
    /// Who.
    pub by: PersonNumber,
    /// Name.
    pub name: String,
    /// In which capacity, in words.
    pub capacity: String,
    /// Day of the approval.
    pub on: Date,
    /// When it was recorded here, UTC.
    pub recorded_at: Timestamp,
    /// SHA-256 (hex) of the exchange file it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<String>,
}

/// A practice that ran.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PracticeThen {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Policies or determination it rests on, in words.
    pub basis: String,
    /// Conclusion of the check for that day, as `practice::check` words it.
    pub conclusion: String,
    /// When the state shown was recorded, UTC.
    pub recorded_at: Timestamp,
}

/// What can be taken back or done again by who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct UndoState {
    /// The change that undo takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<UndoStep>,
    /// The change that redo does again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo: Option<UndoStep>,
}

/// A change as a person names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct UndoStep {
    /// The command: `risk::save`.
    pub command: String,
    /// What it changed.
    pub records: Vec<RecordName>,
    /// In words: `rating of R-0042`.
    pub label: String,
    /// When, UTC.
    pub at: Timestamp,
}

/// What was taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct Undone {
    /// The change.
    pub step: UndoStep,
    /// What can be undone and redone now.
    pub state: UndoState,
}

/// What was in force on a day, as recorded by an instant; conclusions by the rule edition of that day.
///
/// # Errors
/// `not_found` before anything was recorded; what the store answers.
pub fn as_of(state: &mut State, request: AsOf) -> CommandResult<AsOfView> {
    let session = state.session()?;
    let on = match request.on {
        Some(day) => day,
        None => session.today()?,
    };
    let known_at = request.known_at.unwrap_or_else(Timestamp::now);
    let known = session.content_then(known_at)?;
    session.store.read(|reader| view(&Then { on, known_at, known: &known, reader }))
}

/// What whoever asks can take back and do again; read from the history, so it survives a restart.
///
/// # Errors
/// What the store answers.
pub fn undo_state(state: &mut State, _: Empty) -> CommandResult<UndoState> {
    reversal::state(state.session()?)
}

/// Takes the last own change back, as a new revision of each record.
///
/// # Errors
/// `nothing_to_undo`, `frozen`, `conflict` naming who changed a record since.
pub fn undo(state: &mut State, _: Empty) -> CommandResult<Undone> {
    reversal::turn(state.session()?, Way::Back)
}

/// Does again what was taken back last, until there is a new change.
///
/// # Errors
/// As [`undo`].
pub fn redo(state: &mut State, _: Empty) -> CommandResult<Undone> {
    reversal::turn(state.session()?, Way::Again)
}
