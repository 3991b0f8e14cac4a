//! The risk as it stands in a register.

use super::level::Level;
use super::rate::{CiaImpact, Rating, rate};
use super::treatment::{Acceptance, Treatment};
use crate::number::{
    AssetNumber, Citation, ConditionId, EvidenceNumber, PersonNumber, RiskNumber, ThreatId, VulnerabilityId,
};
use crate::practice::Scope;
use crate::serde_skip::is_false;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// One risk of one assessment: 45 CFR 164.308(a)(1)(ii)(A), NIST SP 800-30 Rev. 1 section 3.2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Risk {
    /// Identity across assessments; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number in the register, never reused.
    pub number: RiskNumber,
    /// The threat, of the catalogue or the organization's own.
    pub threat: ThreatId,
    /// What the threat exploits; a risk needs one of these or a predisposing condition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vulnerabilities: Vec<VulnerabilityId>,
    /// What makes harm more likely here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predisposing_conditions: Vec<ConditionId>,
    /// Where the ePHI is.
    pub asset: AssetNumber,
    /// What would happen, in one or two sentences.
    pub effect: String,
    /// Who, what data, which systems and when the risk reaches; see 45 CFR 171.203(b).
    #[serde(default, skip_serializing_if = "Scope::is_everything")]
    pub scope: Scope,
    /// Controls in place with evidence today.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Control>,
    /// Current rating: what goes in; the level is looked up. Absent until somebody rates it: nothing is pre-rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual: Option<Likelihoods>,
    /// Rated as if no own safeguard worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inherent: Option<Likelihoods>,
    /// Rated as if the planned treatment were done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Likelihoods>,
    /// Why these values; a level without a rationale is not a result.
    #[serde(default)]
    pub rationale: String,
    /// Who rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rated_by: Option<PersonNumber>,
    /// Date of the current rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rated_on: Option<Date>,
    /// Who answers for the risk.
    pub owner: PersonNumber,
    /// Where in its life the risk is.
    pub status: RiskState,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Treatment>,
    /// Who accepted it and until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<Acceptance>,
    /// Proof behind the rating.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceNumber>,
    /// Why it is none any more, once it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closing>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}

impl Risk {
    /// The current rating by tables G-5 and I-2; none until it is rated.
    #[must_use]
    pub fn rating(&self) -> Option<Rating> {
        self.residual.map(|values| values.rating())
    }

    /// The current level; none until it is rated.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.rating().map(|rating| rating.level)
    }

    /// Whether the target lies above the current rating: then it is none, for the treatment went further already.
    #[must_use]
    pub fn is_target_above(&self) -> bool {
        let target = self.target.map(|target| target.rating().level);
        target.zip(self.level()).is_some_and(|(target, level)| target > level)
    }

    /// The same without a target that lies above the current rating.
    #[must_use]
    pub fn without_passed_target(self) -> Self {
        let target = self.target.filter(|_| !self.is_target_above());
        Self { target, ..self }
    }

    /// SHA-256 (hex) of what the rating rests on; a link keeps it to show when the risk has moved on.
    #[must_use]
    pub fn rating_hash(&self) -> String {
        crate::audit::hash_of(&(&self.threat, &self.asset, &self.residual))
    }
}

/// The values a person gives for one rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Likelihoods {
    /// Likelihood of initiation (adversarial, table G-2) or occurrence (other, table G-3).
    pub initiation: Level,
    /// Likelihood that harm follows once it starts (table G-4).
    pub adverse: Level,
    /// Impact on confidentiality, integrity and availability (table H-3).
    pub impact: CiaImpact,
}

impl Likelihoods {
    /// The rating these values give by tables G-5 and I-2.
    #[must_use]
    pub fn rating(&self) -> Rating {
        rate(self.initiation, self.adverse, self.impact)
    }
}

/// A control that is in place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Control {
    /// What is in place.
    pub description: String,
    /// Safeguard items it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<Citation>,
    /// When it was last shown to work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tested_on: Option<Date>,
}

/// The end of a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Why it is none any more.
    pub reason: String,
    /// Who closed it.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
}

/// Where in its life a risk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RiskState {
    /// Found, not yet analyzed.
    Identified,
    /// Likelihood and impact are rated.
    Analyzed,
    /// Weighed against tolerance.
    Evaluated,
    /// A plan is set.
    TreatmentPlanned,
    /// Accepted for a time.
    Accepted,
    /// The plan is done.
    Treated,
    /// Watched.
    Monitored,
    /// No longer a risk.
    Closed,
}
