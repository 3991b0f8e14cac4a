//! Threats, vulnerabilities and predisposing conditions: the idea of NIST SP 800-30 Rev. 1, Appendices D to F.

use super::edition::RuleEdition;
use super::item::{Item, Set};
use crate::number::{Citation, ConditionId, PolicyNumber, ThreatId, VulnerabilityId};
use crate::serde_skip::is_false;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One edition of the threat catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ThreatCatalogue {
    /// Which edition; an assessment names it.
    pub edition: RuleEdition,
    /// Threats.
    pub threats: Set<Threat>,
    /// What a threat may exploit.
    pub vulnerabilities: Set<Vulnerability>,
    /// What makes harm more likely here than elsewhere.
    pub predisposing_conditions: Set<PredisposingCondition>,
}

/// Something that could harm ePHI; likelihood and impact are the entity's to rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Threat {
    /// Id: `T-001`.
    pub id: ThreatId,
    /// Name.
    pub name: String,
    /// Class of its source.
    pub source_class: SourceClass,
    /// The source: `criminal group`.
    pub source: String,
    /// The HICP threat it is an instance of: `HICP-T2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hicp_threat: Option<String>,
    /// What it harms.
    pub cia: Vec<SecurityObjective>,
    /// What happens.
    pub description: String,
    /// Whether it is a use or disclosure that the Privacy Rule does not permit: 45 CFR 164.306(a)(3).
    #[serde(default, skip_serializing_if = "is_false")]
    pub impermissible_use: bool,
    /// Vulnerabilities it may exploit.
    pub vulnerabilities: Vec<VulnerabilityId>,
    /// Conditions that favour it.
    pub predisposing_conditions: Vec<ConditionId>,
    /// Safeguards that bear on it.
    pub safeguards: Vec<Citation>,
    /// Policies that usually answer it.
    pub policies: Vec<PolicyNumber>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Item for Threat {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// Classes of threat source: NIST SP 800-30 Rev. 1, Table D-2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SourceClass {
    /// Somebody means harm.
    Adversarial,
    /// Somebody errs.
    Accidental,
    /// Equipment, software or supplies fail.
    Structural,
    /// Nature, or infrastructure outside control.
    Environmental,
}

/// What security keeps: 45 CFR 164.304.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub enum SecurityObjective {
    /// Confidentiality.
    #[serde(rename = "C")]
    Confidentiality,
    /// Integrity.
    #[serde(rename = "I")]
    Integrity,
    /// Availability.
    #[serde(rename = "A")]
    Availability,
}

/// A weakness that a threat may exploit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Vulnerability {
    /// Id: `V-01`.
    pub id: VulnerabilityId,
    /// Where it lies.
    pub kind: VulnerabilityKind,
    /// Name.
    pub name: String,
    /// Safeguards that close it.
    pub safeguards: Vec<Citation>,
}

impl Item for Vulnerability {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// Where a vulnerability lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum VulnerabilityKind {
    /// In systems.
    Technical,
    /// In premises and equipment.
    Physical,
    /// In the way of working.
    Organizational,
    /// In what people know and do.
    Human,
}

/// A circumstance that makes harm more likely: NIST SP 800-30 Rev. 1, Appendix F.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PredisposingCondition {
    /// Id: `PC-01`.
    pub id: ConditionId,
    /// Name.
    pub name: String,
}

impl Item for PredisposingCondition {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}
