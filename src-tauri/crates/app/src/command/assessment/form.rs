//! Requests and responses of the assessment commands.

pub use super::super::saved::Saved;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::approval::Approval;
pub use riskwright_domain::approval::Capacity;
pub use riskwright_domain::assessment::difference::DifferenceKind;
use riskwright_domain::assessment::gaps::{ApproverFault, Gap, StepCount};
use riskwright_domain::assessment::{
    Addendum, AssessmentKind, AssessmentStatus, OpenItem, Rejection, Source,
};
use riskwright_domain::number::{AssessmentNumber, PersonNumber};
use riskwright_domain::retention::RecordName;
use riskwright_domain::risk::Level;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every assessment.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssessmentList {
    /// Newest first.
    pub assessments: Vec<AssessmentRow>,
    /// Whether a new yearly one may be begun: none is being worked on.
    pub may_begin: bool,
}

/// An assessment in the list.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssessmentRow {
    /// Number.
    pub number: AssessmentNumber,
    /// Calendar year it counts for.
    pub year: i16,
    /// Yearly or triggered.
    pub kind: AssessmentKind,
    /// Where in its life it is.
    pub status: AssessmentStatus,
    /// First day of work on it.
    pub started_on: Date,
    /// Day of its first approval.
    pub approved_on: Option<Date>,
    /// The assessment it follows.
    pub previous: Option<AssessmentNumber>,
    /// Risks in its register.
    pub risks: u32,
    /// The highest level among them.
    pub highest: Option<Level>,
}

/// The assessment being worked on, else the current one, in short.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssessmentView {
    /// Number.
    pub number: AssessmentNumber,
    /// Calendar year it counts for.
    pub year: i16,
    /// Yearly or triggered.
    pub kind: AssessmentKind,
    /// Where in its life it is.
    pub status: AssessmentStatus,
    /// What it covers.
    pub scope: String,
    /// The method as printed.
    pub method: String,
    /// First day of work on it.
    pub started_on: Date,
    /// Day it must be done.
    pub due: Option<Date>,
    /// Who made it.
    pub assessors: Vec<PersonNumber>,
    /// Sources of threat information.
    pub sources: Vec<Source>,
    /// What could not be examined.
    pub open_items: Vec<OpenItem>,
    /// The assessment it follows.
    pub previous: Option<AssessmentNumber>,
    /// Day of its first approval.
    pub approved_on: Option<Date>,
    /// Who approved it.
    pub approvals: Vec<ApprovalView>,
    /// SHA-256 (hex) of its content as it is now: what an approval would bind to.
    pub content_hash: String,
    /// Records changed since the approval, by name; the approved state stays in the history.
    pub changed_since: Vec<RecordName>,
    /// Corrections after the approval.
    pub addenda: Vec<Addendum>,
    /// Why it was sent back.
    pub rejections: Vec<Rejection>,
    /// Everything that is missing before it may be approved.
    pub gaps: Vec<Gap>,
    /// How far each step is.
    pub steps: Vec<StepCount>,
    /// What keeps the person who asks from approving.
    pub approver_faults: Vec<ApproverFault>,
    /// The capacities in which the person who asks may approve.
    pub capacities: Vec<Capacity>,
    /// Records that came forward and wait to be confirmed or changed.
    pub to_confirm: Vec<RecordName>,
    /// Whether it may still be changed.
    pub open: bool,
    /// Revision to name when saving.
    pub revision: i64,
}

/// An approval with the person's name.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ApprovalView {
    /// The approval.
    pub approval: Approval,
    /// Name of the person.
    pub name: String,
    /// Whether the content as approved still has the hash it was approved with.
    pub holds: bool,
}

/// What an assessment says of itself.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveAssessment {
    /// What it covers.
    pub scope: String,
    /// Day it must be done.
    #[serde(default)]
    pub due: Option<Date>,
    /// Who makes it.
    pub assessors: Vec<PersonNumber>,
    /// Sources of threat information.
    pub sources: Vec<Source>,
    /// What could not be examined.
    pub open_items: Vec<OpenItem>,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// Begins an assessment.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Begin {
    /// Calendar year it counts for.
    pub year: i16,
    /// Yearly or triggered.
    pub kind: AssessmentKind,
    /// The approved assessment whose answers come forward; none for a blank one.
    #[serde(default)]
    pub previous: Option<AssessmentNumber>,
    /// What it covers; that of the previous one if left out.
    #[serde(default)]
    pub scope: Option<String>,
}

/// What came forward.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Begun {
    /// Number of the new assessment.
    pub number: AssessmentNumber,
    /// Records to confirm or change.
    pub to_confirm: u32,
}

/// Marks records that came forward as still right.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The records: kind and id as `to_confirm` names them.
    pub records: Vec<RecordName>,
}

/// What is left to confirm.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Confirmed {
    /// Records that still wait.
    pub to_confirm: Vec<RecordName>,
}

/// Approves the assessment being worked on.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Approve {
    /// In which capacity.
    pub capacity: Capacity,
    /// What the person declares.
    pub statement: String,
    /// SHA-256 (hex) of the content that the person saw.
    pub content_hash: String,
}

/// Sends the assessment back.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Reject {
    /// What is to be done first.
    pub reason: String,
}

/// A correction of an approved assessment.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AddAddendum {
    /// The assessment.
    pub assessment: AssessmentNumber,
    /// What it is about.
    pub about: String,
    /// What is corrected, and why.
    pub text: String,
}

/// Limb by limb, what covers 45 CFR 164.306(a)(1)-(4) and what does not.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Proof {
    /// Number of the assessment.
    pub assessment: AssessmentNumber,
    /// The four limbs in the order of the rule.
    pub limbs: Vec<ProofLimb>,
    /// What this page is and is not.
    pub note: String,
}

/// A limb of 45 CFR 164.306(a).
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ProofLimb {
    /// `45 CFR 164.306(a)(2)`.
    pub citation: String,
    /// Title.
    pub title: String,
    /// What it asks, in our words.
    pub requirement: String,
    /// What is there to cover it.
    pub covered: Vec<ProofItem>,
    /// What is not covered, each with its place.
    pub uncovered: Vec<ProofItem>,
}

/// Something that covers a limb, or fails to.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ProofItem {
    /// In words: `24 of 24 assets have an owner and three ratings`.
    pub text: String,
    /// Records it rests on, at most 20.
    pub records: Vec<RecordName>,
}

/// Two assessments to compare; the two newest if left out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Compare {
    /// The earlier one.
    #[serde(default)]
    pub from: Option<AssessmentNumber>,
    /// The later one.
    #[serde(default)]
    pub to: Option<AssessmentNumber>,
}

/// What differs between two assessments.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct DifferenceView {
    /// The earlier one.
    pub from: AssessmentNumber,
    /// The later one.
    pub to: AssessmentNumber,
    /// Every difference, by kind of record.
    pub changes: Vec<DifferenceRow>,
}

/// A difference.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct DifferenceRow {
    /// The record.
    pub record: RecordName,
    /// What people call it.
    pub title: String,
    /// New, worse, better, closed, changed, gone.
    pub change: DifferenceKind,
    /// Before and after in words, where it was there before and after.
    pub words: String,
    /// When it was recorded, UTC.
    pub recorded_at: Option<Timestamp>,
}
