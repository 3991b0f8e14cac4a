//! Threats and hazards: what is decided about each, the organization's own, and the risks that applicable ones propose.

mod decision;
mod list;
mod proposal;
mod register;

pub use super::Empty;
pub use super::inventory::Added;
pub use super::saved::Saved;
pub use decision::{decide, remove_own, save_own};
pub use list::list;
pub use proposal::propose;
pub use register::add_risks;

use riskwright_domain::assessment::{Assessment, ThreatAnswer};
use riskwright_domain::catalogue::{Catalogue, SecurityObjective, SourceClass, ThreatCatalogue};
use riskwright_domain::number::{AssessmentNumber, AssetNumber, ConditionId, ThreatId, VulnerabilityId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every threat of the catalogue and the organization's own.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ThreatList {
    /// Number of the assessment.
    pub assessment: AssessmentNumber,
    /// Whether it may still be changed.
    pub open: bool,
    /// Edition of the catalogue.
    pub catalogue: String,
    /// The threats.
    pub threats: Vec<ThreatRow>,
}

/// A threat and what was decided about it.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ThreatRow {
    /// Id.
    pub id: ThreatId,
    /// Name.
    pub name: String,
    /// What happens.
    pub description: String,
    /// Class of its source.
    pub source_class: Option<SourceClass>,
    /// The source: `criminal group`.
    pub source: String,
    /// The HICP threat it is an instance of.
    pub hicp_threat: Option<String>,
    /// What it harms.
    pub cia: Vec<SecurityObjective>,
    /// Whether it is a use or disclosure that the Privacy Rule does not permit: 45 CFR 164.306(a)(3).
    pub impermissible_use: bool,
    /// Whether it is the organization's own.
    pub own: bool,
    /// What was decided; nothing yet if left out.
    pub answer: Option<ThreatAnswer>,
    /// Why.
    pub reason: Option<String>,
    /// Came forward and waits to be confirmed or changed.
    pub carried: bool,
    /// Vulnerabilities it may exploit, by name.
    pub vulnerabilities: Vec<NamedId>,
    /// Conditions that favour it, by name.
    pub conditions: Vec<NamedId>,
    /// Safeguards that bear on it.
    pub safeguards: Vec<String>,
    /// Risks in the register.
    pub risks: Vec<String>,
    /// Revision of the decision; 0 where there is none.
    pub revision: i64,
}

/// An id of the catalogue with its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, TS)]
pub struct NamedId {
    /// The id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A decision about a threat.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DecideThreat {
    /// The threat.
    pub threat: ThreatId,
    /// The decision.
    pub answer: ThreatAnswer,
    /// Why; 20 characters or more where it does not apply.
    #[serde(default)]
    pub reason: Option<String>,
    /// The revision this change was based on; 0 for a first decision.
    pub based_on_revision: i64,
}

/// A threat of the organization's own; without an id it is new.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveOwnThreat {
    /// Its id; none for a new one.
    #[serde(default)]
    pub id: Option<ThreatId>,
    /// Name.
    pub name: String,
    /// What happens.
    pub description: String,
    /// Class of its source.
    pub source_class: SourceClass,
    /// What it harms.
    pub cia: Vec<SecurityObjective>,
    /// Whether it is a use or disclosure that the Privacy Rule does not permit.
    #[serde(default)]
    pub impermissible_use: bool,
}

/// Names a threat.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ThreatName {
    /// Its id.
    pub id: ThreatId,
}

/// Risks that the applicable threats propose.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Proposals {
    /// By threat, then asset.
    pub proposals: Vec<Proposal>,
    /// Threats that apply and have neither a risk nor a proposal.
    pub without: Vec<NamedId>,
    /// Assets that nothing is proposed for, because nobody rated their confidentiality, integrity and availability.
    pub unrated_assets: Vec<NamedId>,
    /// Most assets that one threat proposes: the most critical of those it touches.
    pub most_assets: u32,
}

/// A risk as it might be put into the register; nothing is rated.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Proposal {
    /// The threat.
    pub threat: ThreatId,
    /// Its name.
    pub threat_name: String,
    /// The asset it touches.
    pub asset: AssetNumber,
    /// Its name.
    pub asset_name: String,
    /// Vulnerabilities that may apply.
    pub vulnerabilities: Vec<NamedId>,
    /// Conditions that may apply.
    pub conditions: Vec<NamedId>,
    /// Why it is proposed.
    pub because: String,
}

/// Risks to be put into the register, unrated.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AddRisks {
    /// The risks.
    pub risks: Vec<NewRisk>,
}

/// A risk to be put into the register.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRisk {
    /// The threat.
    pub threat: ThreatId,
    /// The asset.
    pub asset: AssetNumber,
    /// Vulnerabilities that apply here.
    #[serde(default)]
    pub vulnerabilities: Vec<VulnerabilityId>,
    /// Conditions that apply here.
    #[serde(default)]
    pub conditions: Vec<ConditionId>,
    /// What would happen; may be written later.
    #[serde(default)]
    pub effect: String,
}

/// The catalogue of threats that an assessment is made with, else the newest.
pub(super) fn catalogue_of(assessment: &Assessment) -> Option<&'static ThreatCatalogue> {
    let editions = &Catalogue::embedded().threat_catalogues;
    editions.get(&assessment.catalogue).or(editions.latest())
}

/// A vulnerability with its name.
pub(super) fn vulnerability(id: &VulnerabilityId) -> NamedId {
    let known = Catalogue::embedded().vulnerability(id.as_str());
    NamedId { id: id.to_string(), name: known.map_or_else(|| id.to_string(), |one| one.name.clone()) }
}

/// A condition with its name.
pub(super) fn condition(id: &ConditionId) -> NamedId {
    let known = Catalogue::embedded().predisposing_condition(id.as_str());
    NamedId { id: id.to_string(), name: known.map_or_else(|| id.to_string(), |one| one.name.clone()) }
}
