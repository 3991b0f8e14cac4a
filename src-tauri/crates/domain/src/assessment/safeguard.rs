//! What is in place for each safeguard item, and the decisions on addressable specifications.

use crate::approval::Approval;
use crate::number::{Citation, EvidenceNumber, PersonNumber, PolicyNumber, RiskNumber};
use crate::serde_skip::is_false;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The state of one safeguard item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SafeguardStatus {
    /// The item.
    pub safeguard: Citation,
    /// What is in place.
    pub status: SafeguardState,
    /// How, or why it does not apply.
    pub note: String,
    /// Policies that carry it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<PolicyNumber>,
    /// Proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceNumber>,
    /// Who closes the gap, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonNumber>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}

/// States of a safeguard item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SafeguardState {
    /// In place with evidence.
    InPlace,
    /// Partly in place.
    Partial,
    /// Planned with an owner and a day.
    Planned,
    /// Not in place.
    NotInPlace,
    /// An equivalent alternative; addressable items only.
    Alternative,
    /// Does not apply; only where the item has `applies_if`.
    NotApplicable,
}

/// The decision record of 45 CFR 164.306(d)(3) for one addressable specification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddressableDecision {
    /// The specification.
    pub specification: Citation,
    /// Its likely contribution to protecting ePHI here.
    pub contribution: String,
    /// Size, complexity and capabilities: 164.306(b)(2)(i).
    pub size: String,
    /// Technical infrastructure: 164.306(b)(2)(ii).
    pub infrastructure: String,
    /// Costs: 164.306(b)(2)(iii).
    pub cost: String,
    /// Probability and criticality: 164.306(b)(2)(iv).
    pub probability: String,
    /// Whether it is reasonable and appropriate here.
    pub reasonable: bool,
    /// Why.
    pub rationale: String,
    /// Risks that it lowers, or that the alternative lowers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskNumber>,
    /// Whether cost is the main reason against it; refused as the only one (a product rule).
    #[serde(default, skip_serializing_if = "is_false")]
    pub cost_is_main_reason: bool,
    /// Day by which it is implemented, where it is reasonable and appropriate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implemented_by: Option<Date>,
    /// Why no alternative is reasonable and appropriate either, and how the standard is met all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_alternative_reason: Option<String>,
    /// The equivalent measure, where the specification is not reasonable and appropriate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<String>,
    /// The policy that carries the decision; a draft suffices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyNumber>,
    /// Approval of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// Day of the next look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}
