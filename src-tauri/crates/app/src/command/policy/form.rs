//! Requests and responses of drafting, approving and publishing.

use jiff::civil::Date;
pub use riskwright_domain::approval::Capacity;
use riskwright_domain::number::{
    AssessmentNumber, EvidenceNumber, PersonNumber, PolicyNumber, StatementNumber,
};
pub use riskwright_domain::policy::coverage::Coverage;
pub use riskwright_domain::policy::draft::{LeftOut, Recommendation};
use riskwright_domain::policy::{PolicyVersion, VersionStatus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which policies of the catalogue the organization needs.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Recommendations {
    /// The assessment they rest on.
    pub assessment: AssessmentNumber,
    /// Every policy of the catalogue.
    pub policies: Vec<Recommendation>,
}

/// A policy of the catalogue to draft.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftPolicy {
    /// Its number.
    pub number: PolicyNumber,
}

/// A new version to begin from the one in force, else the newest.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginVersion {
    /// The policy.
    pub number: PolicyNumber,
    /// Why a new version is written.
    pub change_reason: String,
}

/// A draft that was begun.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Drafted {
    /// The policy.
    pub number: PolicyNumber,
    /// The version.
    pub version: String,
    /// Statements of the template that no risk of the assessment asks for.
    pub left_out: Vec<LeftOut>,
    /// Links of the version before whose risk is none of the assessment's any more.
    pub links_lost: u32,
}

/// Names one version.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct VersionName {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
}

/// A draft as the officer left it.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveVersion {
    /// The policy.
    pub policy: PolicyNumber,
    /// The content; number, status, author, approvals and whatever else a life brings stay as they are.
    pub content: PolicyVersion,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// A draft to hand to the approvers.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SubmitVersion {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// First day in force.
    pub effective_from: Date,
    /// Day of the next review; by the interval of the policy if left out.
    #[serde(default)]
    pub next_review: Option<Date>,
}

/// A version that is not ready.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SendBack {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// What is to be done first.
    pub reason: String,
}

/// An approval of exactly what the person saw.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ApproveVersion {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// In which capacity.
    pub capacity: Capacity,
    /// What the person declares.
    pub statement: String,
    /// SHA-256 (hex) of what the person saw.
    pub content_hash: String,
}

/// A policy to end without a successor.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RetirePolicy {
    /// The policy.
    pub policy: PolicyNumber,
    /// Last day in force.
    pub last_day: Date,
    /// Why.
    pub reason: String,
}

/// A review of the version in force.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewPolicy {
    /// The policy.
    pub policy: PolicyNumber,
    /// What was found and decided.
    pub outcome: String,
    /// Day of the next review.
    pub next_review: Date,
}

/// What keeps a version back, and what can be done with it now.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Gates {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// Where in its life it is.
    pub status: VersionStatus,
    /// SHA-256 (hex) of what approvals bind to, once it is in review.
    pub content_hash: Option<String>,
    /// What keeps it from approval or, later, from being put into force; complete.
    pub rows: Vec<GateRow>,
    /// Capacities in which it still needs an approval, once it is in review.
    pub lacking: Vec<Capacity>,
    /// Capacities in which the person who asks may approve it now.
    pub may_approve: Vec<Capacity>,
    /// Acts that its state allows.
    pub acts: Vec<VersionAct>,
    /// Revision of the version.
    pub revision: i64,
}

/// Acts on a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionAct {
    /// Change its content.
    Save,
    /// Throw it away.
    Discard,
    /// Hand it to the approvers.
    Submit,
    /// Send it back to its author.
    SendBack,
    /// Approve it.
    Approve,
    /// Put it into force.
    Publish,
    /// Begin the next version.
    Begin,
    /// Record a review.
    Review,
    /// End it without a successor.
    Retire,
}

/// Something that keeps a version back, in words.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct GateRow {
    /// Place within the version as a JSON pointer (RFC 6901).
    pub path: String,
    /// Name of the refusal for programs: `no_basis`.
    pub code: String,
    /// The row concerned, or what is missing.
    pub subject: String,
    /// What to do.
    pub words: String,
    /// Whether it only deserves a look.
    pub warning: bool,
}

/// Coverage of the register with the names of what it mentions.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct CoverageView {
    /// The coverage.
    pub coverage: Coverage,
    /// Names of threats, by id.
    pub threats: BTreeMap<String, String>,
    /// Names of assets, by number of the risk.
    pub assets: BTreeMap<String, String>,
    /// Titles of policies, by number.
    pub policies: BTreeMap<String, String>,
    /// Safeguard items that no version in force carries, though they apply.
    pub safeguards_without_policy: Vec<String>,
}

/// Two versions to compare.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareVersions {
    /// The policy.
    pub policy: PolicyNumber,
    /// The earlier version.
    pub from: String,
    /// The later version.
    pub to: String,
}

/// Two versions word by word.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Comparison {
    /// Sections that differ, in the order of the paper.
    pub sections: Vec<ComparedSection>,
}

/// A section of which some words differ.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ComparedSection {
    /// Name of the section: `statements`.
    pub section: String,
    /// The row, where the section has rows: `S-03`.
    pub row: Option<String>,
    /// The words in order.
    pub words: Vec<ComparedWords>,
}

/// Some words and which version has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct ComparedWords {
    /// Which has them.
    pub side: ComparedSide,
    /// The words with the space after them.
    pub text: String,
}

/// Which version has some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ComparedSide {
    /// Both.
    Both,
    /// The earlier alone.
    From,
    /// The later alone.
    To,
}

/// Grants an exception to a policy in force.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GrantException {
    /// The policy.
    pub policy: PolicyNumber,
    /// For whom or what.
    pub who: String,
    /// The statement, if not the whole policy.
    #[serde(default)]
    pub statement: Option<StatementNumber>,
    /// Why.
    pub reason: String,
    /// What protects instead.
    pub measures: String,
    /// First day.
    pub from: Date,
    /// Last day, at most 12 months later.
    pub until: Date,
}

/// Ends an exception before its last day.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EndException {
    /// The policy.
    pub policy: PolicyNumber,
    /// Number of the exception: `E-01`.
    pub number: String,
    /// Why.
    pub reason: String,
}

/// Records to whom a version was given.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Distribute {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// When.
    pub on: Date,
    /// To whom.
    pub to: String,
    /// How.
    pub how: String,
}

/// Records who has read a version and agreed to follow it.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// Names of those who signed.
    pub names: Vec<String>,
    /// When.
    pub on: Date,
    /// How it is known: signed list, e-mail.
    pub how: String,
}

/// Records the approval of somebody without the program, who returned the PDF with a digital signature.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ApproveByDocument {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version in review.
    pub version: String,
    /// Who approved.
    pub person: PersonNumber,
    /// In which capacity.
    pub capacity: Capacity,
    /// What the person declared.
    pub statement: String,
    /// The document that was sent: `D-0001`.
    pub document: String,
    /// The file that came back, base64.
    pub file: String,
}

/// Records the approval of somebody without the program, who signed a printed copy in ink.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ApproveOnPaper {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version in review.
    pub version: String,
    /// Who approved.
    pub person: PersonNumber,
    /// In which capacity.
    pub capacity: Capacity,
    /// What the person declared.
    pub statement: String,
    /// The day beside the signature.
    pub on: Date,
    /// The scan of the signed copy.
    pub evidence: EvidenceNumber,
    /// The first 12 characters of the content hash, as they stand at the foot of the signed pages.
    pub hash: String,
}
