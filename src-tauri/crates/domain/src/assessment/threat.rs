//! What was decided about each threat.

use crate::catalogue::{SecurityObjective, SourceClass};
use crate::number::ThreatId;
use crate::serde_skip::is_false;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The decision about one threat: 45 CFR 164.306(a)(2)-(3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ThreatDisposition {
    /// The threat.
    pub threat: ThreatId,
    /// Applicable or not.
    pub answer: ThreatAnswer,
    /// Why; needed where it does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}

/// Whether a threat is reasonably anticipated here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ThreatAnswer {
    /// It is.
    Applicable,
    /// It is not, for the reason given.
    NotApplicable,
    /// To be settled before approval.
    Unsure,
}

/// A threat that the catalogue does not have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OwnThreat {
    /// Id, not used by the catalogue: `TX-01`.
    pub id: ThreatId,
    /// Name.
    pub name: String,
    /// What happens.
    pub description: String,
    /// Class of its source: NIST SP 800-30 Rev. 1, Table D-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_class: Option<SourceClass>,
    /// What it harms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cia: Vec<SecurityObjective>,
    /// Whether it is a use or disclosure that the Privacy Rule does not permit: 45 CFR 164.306(a)(3).
    #[serde(default, skip_serializing_if = "is_false")]
    pub impermissible_use: bool,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}
