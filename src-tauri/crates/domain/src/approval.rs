//! Approvals: who said yes to exactly what, when and in which capacity.
//!
//! Digital signatures on paper are a matter of the documents crate; an approval is an act in the record.

use crate::number::{EvidenceNumber, PersonNumber};
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
    /// How it was given, if not in the workspace by the person themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<ApprovalMeans>,
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
        Self { by, capacity, on, statement, content_hash: Some(content_hash), means: None, recorded: None }
    }
}

/// How an approval reached the record of somebody who did not open the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ApprovalMeans {
    /// A PDF written from the workspace came back with a digital signature.
    SignedPdf {
        /// Number of the document: `D-0001`.
        document: String,
        /// SHA-256 (hex) of the file that came back.
        sha256: String,
        /// Name in the signer's certificate.
        signer: String,
    },
    /// A printed copy came back signed in ink, and a scan of it is evidence.
    WetInk {
        /// The scan.
        evidence: EvidenceNumber,
    },
}

impl ApprovalMeans {
    /// In words, for a page: `signed PDF D-0001`.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::SignedPdf { document, signer, .. } => {
                format!("signed PDF {document}, certificate of {signer}")
            }
            Self::WetInk { evidence } => format!("signed in ink, scan {evidence}"),
        }
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
