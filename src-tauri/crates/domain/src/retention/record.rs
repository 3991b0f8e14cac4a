//! Names of records as the history has them, and which of them are kept and disposed of by themselves.

use crate::number::PolicyNumber;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// Kind of a policy, which goes with its last version.
pub const POLICY: &str = "policy";
/// Kind of a version of a policy, with its approvals.
pub const POLICY_VERSION: &str = "policy_version";
/// Kind of an assessment, with all its lists.
pub const ASSESSMENT: &str = "assessment";
/// Kind of a practice.
pub const PRACTICE: &str = "practice";
/// Kind of an incident or a drill.
pub const INCIDENT: &str = "incident";
/// Kind of a document that was written.
pub const DOCUMENT: &str = "document";
/// Kind of an item of evidence.
pub const EVIDENCE: &str = "evidence";
const APPROVAL: &str = "approval";
/// Kinds that belong to an assessment, whose number their id begins with.
const OF_ASSESSMENT: [&str; 6] =
    ["asset", "factor_answer", "threat_disposition", "risk", "safeguard_status", "addressable_decision"];

/// Names a record of the workspace as the history does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordName {
    /// Kind: `policy_version`.
    pub kind: String,
    /// Id within the kind: `POL-11/1.0`.
    pub id: String,
}

impl RecordName {
    /// The name of a record.
    #[must_use]
    pub fn new(kind: &str, id: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), id: id.into() }
    }

    /// The name of a version of a policy.
    #[must_use]
    pub fn version(policy: &PolicyNumber, number: &str) -> Self {
        Self::new(POLICY_VERSION, format!("{policy}/{number}"))
    }

    /// The record that this one is kept and disposed of with: for `risk AS-2026/R-0042` its assessment, for
    /// what stands by itself the record.
    #[must_use]
    pub fn kept_as(&self) -> Self {
        let parts: Vec<&str> = self.id.split('/').collect();
        match (self.kind.as_str(), parts.as_slice()) {
            (APPROVAL, [policy, version, _, _]) => Self::new(POLICY_VERSION, format!("{policy}/{version}")),
            (APPROVAL, [assessment, _, _]) => Self::new(ASSESSMENT, *assessment),
            (kind, [assessment, ..]) if OF_ASSESSMENT.contains(&kind) => Self::new(ASSESSMENT, *assessment),
            _ => self.clone(),
        }
    }
}

impl fmt::Display for RecordName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

/// What retention needs to know of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDocument {
    /// Number: `D-0001`.
    pub number: String,
    /// The policy it prints.
    pub policy: PolicyNumber,
    /// The version it prints.
    pub version: String,
    /// The day it was written, in the organization's time zone.
    pub written_on: Date,
}

impl WrittenDocument {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> RecordName {
        RecordName::new(DOCUMENT, self.number.clone())
    }

    /// The name of the version it prints.
    #[must_use]
    pub fn printed(&self) -> RecordName {
        RecordName::version(&self.policy, &self.version)
    }
}
