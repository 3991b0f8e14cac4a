//! Events that open a review before the yearly date: 45 CFR 164.306(e), 164.308(a)(8).
//!
//! What an assessment does with a review is in `assessment`.

mod touched;

pub use touched::{NAMEABLE, known, touched};

use crate::number::PersonNumber;
use crate::retention::RecordName;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// An event, what it touches, and what the review of that came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Trigger {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number: `TR-001`.
    pub number: String,
    /// What kind of event.
    pub kind: TriggerKind,
    /// What happened, in a sentence.
    pub what: String,
    /// Day of the event.
    pub on: Date,
    /// Records that are looked at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touches: Vec<RecordName>,
    /// Who looks.
    pub owner: PersonNumber,
    /// By when.
    pub due: Date,
    /// What the review came to; open until there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// The end of a review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What was found and changed.
    pub text: String,
    /// Who ended it.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
}

/// Kinds of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum TriggerKind {
    /// A new or replaced system with ePHI.
    NewSystem,
    /// A new business associate.
    NewVendor,
    /// A security incident.
    Incident,
    /// A breach.
    Breach,
    /// A new or changed location.
    Location,
    /// Merger or change of ownership.
    Merger,
    /// A new law or guidance.
    LawChange,
    /// A critical vulnerability in a system with ePHI.
    Vulnerability,
    /// A test that failed: contingency, restore, scan.
    FailedTest,
    /// Much of the workforce changed.
    Turnover,
    /// Anything else.
    Other,
}

impl Trigger {
    /// Whether nobody ended its review yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
}
