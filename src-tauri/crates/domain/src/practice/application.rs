//! How a practice is applied, and the record that it is applied as written: 45 CFR 171.203(c).

use crate::number::{PersonNumber, RiskNumber};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rule of application, what it may depend on, and its records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Application {
    /// Who are the similarly situated requestors, and the rule that is the same for all of them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// Day of the last change of the rule; support ends until a review looked at the changed rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_changed_on: Option<Date>,
    /// Requestors that the rule names individually.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_requestors: Vec<NamedRequestor>,
    /// What the rule treats differently; `None` until answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub differentiators: Option<Vec<Differentiator>>,
    /// Whether own staff, affiliates and vendors with the same risk get the same treatment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_comparison: Option<InternalComparison>,
    /// The practice has not been applied yet.
    #[serde(default)]
    pub not_yet_applied: bool,
    /// Each time it was applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<ApplicationRecord>,
    /// Training of those who apply it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub training: Vec<Training>,
    /// Roles that apply it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applied_by: Vec<String>,
}

/// A requestor named in the rule, and the risk that names it too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct NamedRequestor {
    /// The requestor.
    pub name: String,
    /// The risk that this requestor poses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskNumber>,
}

/// Something the rule depends on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Differentiator {
    /// What kind of difference.
    pub kind: DifferentiatorKind,
    /// What it is.
    pub description: String,
    /// The rated risk that differs, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskNumber>,
}

/// Kinds of difference that a rule may not rest on without a rated risk difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum DifferentiatorKind {
    /// The requestor is a competitor.
    Competitor,
    /// The requestor is or is not affiliated.
    Affiliation,
    /// The requestor pays or does not.
    Revenue,
    /// The requestor's identity or class: patient-chosen app, payer.
    RequestorIdentity,
    /// A measured behaviour or technical property.
    Behaviour,
}

/// The same question asked of insiders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct InternalComparison {
    /// Whether they are treated the same.
    pub same: bool,
    /// How that is known.
    pub statement: String,
    /// The rated risk that differs, if they are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<RiskNumber>,
}

/// One application of the practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApplicationRecord {
    /// When.
    pub on: Date,
    /// Class of the requestor.
    pub requestor_class: String,
    /// What was done and how it ended.
    pub outcome: String,
    /// Whether access was limited this time; unknown where it was not recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restricted: Option<bool>,
    /// Where the rule was not followed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<Deviation>,
}

/// A departure from the rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Deviation {
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<PersonNumber>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Training of a role that applies the practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// The role.
    pub role: String,
    /// Day of completion.
    pub completed_on: Date,
}
