//! A determination for one case: 45 CFR 171.203(e).

use crate::number::{EvidenceNumber, PersonNumber, RiskNumber};
use crate::risk::Likelihoods;
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was decided for one case, on which facts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CaseDetermination {
    /// Why no organizational security policy covers this practice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub no_policy_reason: String,
    /// Why it does not implement an effective policy that lists its type.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_this_policy_reason: String,
    /// The particular facts and circumstances.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub facts: String,
    /// Who asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub requestor: String,
    /// What was asked for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub request: String,
    /// When it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Timestamp>,
    /// When it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Timestamp>,
    /// A risk of the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskNumber>,
    /// A risk recorded here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_risk: Option<RecordedRisk>,
    /// Why the practice is necessary, and what would happen without it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub necessity: String,
    /// Proof that the risk is real and current.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceNumber>,
    /// Alternatives considered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// Why fewer than two were there to consider.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub few_alternatives_reason: String,
    /// The conclusion on the alternatives.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conclusion: String,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<PersonNumber>,
    /// The decision is for this case only.
    #[serde(default)]
    pub single_case: bool,
    /// Earlier determinations with the same reasoning in the 90 days before.
    #[serde(default)]
    pub reuses_in_90_days: u32,
    /// Day of the next look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
    /// What ends the practice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub end_condition: String,
}

/// A risk recorded in the determination itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordedRisk {
    /// The threat in words.
    pub threat: String,
    /// The vulnerability in words.
    pub vulnerability: String,
    /// The asset in words.
    pub asset: String,
    /// What would happen.
    pub effect: String,
    /// Its rating.
    pub rating: Likelihoods,
    /// What it reaches.
    #[serde(default)]
    pub scope: super::Scope,
}

/// An option that was weighed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Alternative {
    /// What it is.
    pub description: String,
    /// Whether it addresses the risk; `None` until answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses_risk: Option<bool>,
    /// Whether it interferes less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_interfering: Option<bool>,
    /// Whether it is reasonable and appropriate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasonable: Option<bool>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
