//! Alignment with consensus-based standards or best practice guidance: 45 CFR 171.203(d)(3).

use crate::number::FrameworkId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One element of one framework that a statement follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Alignment {
    /// The framework of the catalogue.
    pub framework: FrameworkId,
    /// The element's official id: `RS.MI-01`.
    pub element: String,
    /// How the statement follows it, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub explanation: String,
    /// Why it is applicable to this organization and technology.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub applicability: String,
}
