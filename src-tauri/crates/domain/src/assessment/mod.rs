//! A risk assessment: what was looked at, what could happen, how bad, and what is in place.
//!
//! 45 CFR 164.306(a)-(e) and 164.308(a)(1)(ii)(A). Ratings are in [`crate::risk`].

pub mod answer;
pub mod answer_check;
pub mod carry;
pub mod decision;
pub mod difference;
pub mod gaps;
pub mod inventory;
pub mod limbs;
pub mod pace;
pub mod path;
pub mod propose;
pub mod register;
pub mod safeguard;
pub mod seal;
pub mod starter;
pub mod threat;

pub use answer::{AnswerRow, FactorAnswer};
pub use inventory::{Asset, AssetKind, Capability, DataFlow, Handling, Vendor};
pub use safeguard::{AddressableDecision, SafeguardState, SafeguardStatus};
pub use threat::{OwnThreat, ThreatAnswer, ThreatDisposition};

pub use crate::approval::Rejection;

use crate::approval::Approval;
use crate::number::{AssessmentNumber, PersonNumber};
use crate::risk::Risk;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// One assessment of the whole organization or of what a change touched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Assessment {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number: `AS-2026`.
    pub number: AssessmentNumber,
    /// Calendar year it counts for.
    pub year: i16,
    /// Yearly or triggered by an event.
    pub kind: AssessmentKind,
    /// Where in its life it is.
    pub status: AssessmentStatus,
    /// What it covers, in words.
    pub scope: String,
    /// The method as printed: `NIST SP 800-30 Rev. 1`.
    pub method: String,
    /// Edition of the threat catalogue it was made with.
    pub catalogue: String,
    /// First day of work on it.
    pub started_on: Date,
    /// Day it must be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Who made it.
    pub assessors: Vec<PersonNumber>,
    /// Sources of threat information and when they were consulted.
    pub sources: Vec<Source>,
    /// The assessment it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<AssessmentNumber>,
    /// Approvals; the first by an allowed person freezes the assessment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval>,
    /// Answers to the guided questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FactorAnswer>,
    /// Inventory of ePHI and EHI.
    pub assets: Vec<Asset>,
    /// Flows between assets and to outside parties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flows: Vec<DataFlow>,
    /// Business associates and other vendors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vendors: Vec<Vendor>,
    /// Threats that the catalogue does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_threats: Vec<OwnThreat>,
    /// A disposition for each threat.
    pub threats: Vec<ThreatDisposition>,
    /// The register.
    pub risks: Vec<Risk>,
    /// A status for each safeguard item.
    pub safeguards: Vec<SafeguardStatus>,
    /// A decision for each addressable specification.
    pub decisions: Vec<AddressableDecision>,
    /// What could not be examined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_items: Vec<OpenItem>,
    /// Why it was sent back, newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejections: Vec<Rejection>,
    /// Corrections after the approval, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addenda: Vec<Addendum>,
}

impl Assessment {
    /// The day the first approval was given, if it is approved or superseded.
    #[must_use]
    pub fn approved_on(&self) -> Option<Date> {
        matches!(self.status, AssessmentStatus::Approved | AssessmentStatus::Superseded)
            .then(|| self.approvals.iter().map(|approval| approval.on).min())
            .flatten()
    }
}

/// Why an assessment was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentKind {
    /// The yearly one.
    Annual,
    /// Made because of an event: 45 CFR 164.306(e).
    Triggered,
}

/// Life of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentStatus {
    /// Begun.
    Draft,
    /// Being answered.
    InProgress,
    /// Complete, with the approver.
    InReview,
    /// Frozen.
    Approved,
    /// Followed by a newer approved one.
    Superseded,
}

/// A source of threat information.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name.
    pub name: String,
    /// Day it was consulted.
    pub consulted_on: Date,
}

/// Something left open, with an owner and a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OpenItem {
    /// What.
    pub what: String,
    /// Who follows it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonNumber>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// A correction of an approved assessment, which itself stays as it was approved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Addendum {
    /// What it is about: a record's number, or the part of the assessment.
    pub about: String,
    /// What is corrected, and why.
    pub text: String,
    /// Who wrote it.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
}
