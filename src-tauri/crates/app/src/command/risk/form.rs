//! Requests of the commands that change a risk beside its rating.

use jiff::civil::Date;
use riskwright_domain::number::{ConditionId, EvidenceNumber, PersonNumber, RiskNumber, VulnerabilityId};
use riskwright_domain::practice::Scope;
use riskwright_domain::risk::{Control, FourFactors, Likelihoods, MeasureOption, TreatmentOption};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a risk is, beside its rating.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveRiskFacts {
    /// The risk.
    pub number: RiskNumber,
    /// Vulnerabilities that apply here.
    pub vulnerabilities: Vec<VulnerabilityId>,
    /// Conditions that apply here.
    pub predisposing_conditions: Vec<ConditionId>,
    /// What would happen.
    pub effect: String,
    /// Controls in place with evidence today.
    pub controls: Vec<Control>,
    /// Who answers for it.
    pub owner: PersonNumber,
    /// Rated as if no own safeguard worked.
    #[serde(default)]
    pub inherent: Option<Likelihoods>,
    /// Rated as if the planned treatment were done.
    #[serde(default)]
    pub target: Option<Likelihoods>,
    /// Proof behind the rating.
    #[serde(default)]
    pub evidence: Vec<EvidenceNumber>,
    /// Who, what data, which systems and when the risk reaches; as it is if left out. Practices are compared with it.
    #[serde(default)]
    pub scope: Option<Scope>,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// A plan for a risk.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TreatRisk {
    /// The risk.
    pub number: RiskNumber,
    /// Mitigate, avoid or transfer.
    pub option: TreatmentOption,
    /// What will be done.
    pub plan: String,
    /// Who does it.
    pub owner: PersonNumber,
    /// When it must be done.
    pub due: Date,
    /// One-off cost in whole US dollars.
    #[serde(default)]
    pub cost_once: Option<u32>,
    /// Yearly cost in whole US dollars.
    #[serde(default)]
    pub cost_yearly: Option<u32>,
    /// Why this measure.
    #[serde(default)]
    pub four_factors: Option<FourFactors>,
    /// Other measures that were weighed.
    #[serde(default)]
    pub options: Vec<MeasureOption>,
    /// Rated as if the plan were done.
    #[serde(default)]
    pub target: Option<Likelihoods>,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// Accepts a risk for a time, in the name of the person who asks.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptRisk {
    /// The risk.
    pub number: RiskNumber,
    /// Why.
    pub reason: String,
    /// The last day on which the acceptance holds.
    pub expires: Date,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// Ends a treatment: the new rating and what proves it.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FinishTreatment {
    /// The risk.
    pub number: RiskNumber,
    /// When it was done.
    pub done_on: Date,
    /// The rating now.
    pub residual: Likelihoods,
    /// Why.
    pub rationale: String,
    /// Proof that it works; at least one item.
    pub evidence: Vec<EvidenceNumber>,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// Closes a risk that is none any more.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseRisk {
    /// The risk.
    pub number: RiskNumber,
    /// Why it is none any more.
    pub reason: String,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// What a person may do about a risk by its level: the method's limits.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AcceptanceLimit {
    /// Whether the person who asks may accept it.
    pub may_accept: bool,
    /// The last day an acceptance given today may name.
    pub latest: Option<Date>,
    /// Who may accept a risk of this level, in words.
    pub who: String,
    /// Days in which a plan is due, and in which it is done, in words.
    pub times: String,
}
