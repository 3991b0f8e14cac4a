//! What is done about a risk: treatment plans, the measures weighed for them, and acceptances.

use super::level::Level;
use crate::number::PersonNumber;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A plan for a risk: 45 CFR 164.308(a)(1)(ii)(B).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Treatment {
    /// Mitigate, avoid or transfer.
    pub option: TreatmentOption,
    /// What will be done.
    pub plan: String,
    /// Who does it.
    pub owner: PersonNumber,
    /// When it must be done.
    pub due: Date,
    /// One-off cost in whole US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_once: Option<u32>,
    /// Yearly cost in whole US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_yearly: Option<u32>,
    /// Why this measure, by the four factors of 45 CFR 164.306(b)(2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub four_factors: Option<FourFactors>,
    /// Other measures that were weighed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<MeasureOption>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
}

/// The card of a measure that was chosen: 45 CFR 164.306(b)(2)(i)-(iv).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FourFactors {
    /// Size, complexity and capabilities.
    pub size: String,
    /// Technical infrastructure, hardware and software security capabilities.
    pub infrastructure: String,
    /// Costs.
    pub cost: String,
    /// Probability and criticality of the risks.
    pub probability: String,
}

/// A measure that was weighed and not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MeasureOption {
    /// What would have been done.
    pub measure: String,
    /// One-off cost in whole US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_once: Option<u32>,
    /// Yearly cost in whole US dollars.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_yearly: Option<u32>,
    /// Level of risk that would have been left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Why it was not chosen.
    pub reason: String,
}

/// The choices other than acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum TreatmentOption {
    /// Lower likelihood or impact.
    Mitigate,
    /// Stop what causes the risk.
    Avoid,
    /// Move part of the harm to another party.
    Transfer,
}

/// A decision to live with a risk for a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Who accepted it.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// The last day on which the acceptance holds.
    pub expires: Date,
}
