//! Approvals: who said yes to exactly what, when and in which capacity.
//!
//! Digital signatures on paper are a matter of the documents crate; an approval is an act in the record.

use crate::number::PersonNumber;
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One person's approval of one exact content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Approval {
    /// Who approved.
    pub by: PersonNumber,
    /// In which capacity.
    pub capacity: Capacity,
    /// The civil date of the approval in the organization's time zone.
    pub on: Date,
    /// What the person declared.
    pub statement: String,
    /// SHA-256 (hex) of what was approved; empty until the content is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<String>,
    /// When and how the approval reached this workspace; not part of the exchange format.
    #[serde(skip)]
    #[ts(skip)]
    pub recorded: Option<Recorded>,
}

impl Approval {
    /// An approval given in the workspace, of the content with this hash.
    #[must_use]
    pub fn given(
        by: PersonNumber,
        capacity: Capacity,
        on: Date,
        statement: &str,
        content_hash: String,
    ) -> Self {
        let statement = statement.trim().to_owned();
        Self { by, capacity, on, statement, content_hash: Some(content_hash), recorded: None }
    }
}

/// The capacity in which a person approves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// The official of 45 CFR 164.308(a)(2).
    SecurityOfficial,
    /// A member of the executive: governing body or senior management.
    Executive,
    /// The privacy official of 45 CFR 164.530(a)(1).
    PrivacyOfficial,
    /// An outside reviewer, offered where the organization has no second person.
    OutsideReviewer,
}

impl Capacity {
    /// The capacity in words for paper and screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::SecurityOfficial => "Security official",
            Self::Executive => "Executive",
            Self::PrivacyOfficial => "Privacy official",
            Self::OutsideReviewer => "Outside reviewer",
        }
    }
}

/// A decision of an approver that something is not ready.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Rejection {
    /// What is to be done first.
    pub reason: String,
    /// Who sent it back.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
}

/// When a record entered the workspace, and from which file if it was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Recorded {
    /// Instant of recording, UTC.
    pub at: Timestamp,
    /// SHA-256 (hex) of the exchange file it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<String>,
}
