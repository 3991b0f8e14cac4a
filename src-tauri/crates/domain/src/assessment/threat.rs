//! What was decided about each threat.

use crate::number::ThreatId;
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
pub struct OwnThreat {
    /// Id, not used by the catalogue: `TX-01`.
    pub id: ThreatId,
    /// Name.
    pub name: String,
    /// What happens.
    pub description: String,
}
