//! Practices: what the organization does for security that may interfere with access, exchange or use of EHI.
//!
//! 45 CFR 171.203. A practice holds facts and judgements; [`check`] weighs them. What its records and wording give
//! cause to look at again is in [`consistency`] and [`warnings`].

pub mod application;
pub mod check;
pub mod consistency;
pub mod determination;
pub mod scope;
pub mod warnings;

pub use application::{Application, ApplicationRecord, Differentiator, Training};
pub use determination::{Alternative, CaseDetermination, RecordedRisk};
pub use scope::{Dimension, Reach, Scope};

use crate::number::{
    CriterionId, PersonNumber, PolicyNumber, PracticeNumber, PracticeTypeId, RiskNumber, StatementNumber,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A practice and what is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Practice {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number.
    pub number: PracticeNumber,
    /// Title.
    pub title: String,
    /// What exactly is done, 40 characters or more.
    pub description: String,
    /// Type of practice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice_type: Option<PracticeTypeId>,
    /// Proposed, active, ended.
    pub state: PracticeState,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_date: Option<Date>,
    /// Last day, if set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Date>,
    /// Interval of review in calendar days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_interval_days: Option<u32>,
    /// Begun in an emergency.
    #[serde(default)]
    pub emergency: bool,
    /// Classes of requestors whose access may be touched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub affected_requestors: Vec<String>,
    /// EHI that may be touched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub affected_ehi: Vec<String>,
    /// Whether it is EHI: 45 CFR 171.102.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_ehi: Option<Answer<YesNo>>,
    /// Whether it is likely to interfere: 45 CFR 171.103(a).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interference: Option<Answer<Interference>>,
    /// The law that requires it, if one does; permitted by law is not required by law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_by_law: Option<RequiredByLaw>,
    /// What it does for confidentiality, integrity and availability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// Risks it acts on, each with a sentence of cause and effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<PracticeRisk>,
    /// Other purposes that might explain it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_purposes: Option<OtherPurposes>,
    /// Who decided it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// What it reaches.
    #[serde(default)]
    pub scope: Scope,
    /// Why it reaches further than the risk, by dimension.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope_reasons: Vec<ScopeReason>,
    /// How much it restricts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restrictiveness: Option<Restrictiveness>,
    /// A second person who approved a full block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_approval: Option<Decision>,
    /// Less restrictive options that were looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// How it is applied, to whom, and with what record: 45 CFR 171.203(c).
    #[serde(default)]
    pub application: Application,
    /// What it rests on: a policy (d) or a case determination (e).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Judgements recorded by people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
    /// Reviews held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<PracticeReview>,
}

/// Life of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeState {
    /// Not begun.
    Proposed,
    /// In use.
    Active,
    /// Over.
    Ended,
}

/// An answer with its reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Answer<T> {
    /// The answer.
    pub answer: T,
    /// Why.
    pub reason: String,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Whether a practice is likely to interfere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Interference {
    /// Likely.
    Likely,
    /// Not likely: no exception is needed.
    NotLikely,
    /// Not known.
    Unsure,
}

/// Whether law requires the practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RequiredByLaw {
    /// Yes or no.
    pub answer: YesNo,
    /// The law, if yes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub citation: String,
}

/// What a practice does for each of the three.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Protection {
    /// Confidentiality of EHI.
    pub confidentiality: ProtectionEffect,
    /// Integrity of EHI.
    pub integrity: ProtectionEffect,
    /// Availability of EHI.
    pub availability: ProtectionEffect,
    /// By what mechanism it protects.
    pub mechanism: String,
    /// Why a harm to one of the three is accepted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub harm_reason: String,
}

/// Effect on one of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionEffect {
    /// Protects it.
    Protects,
    /// Leaves it as it is.
    Unaffected,
    /// Harms it.
    Harms,
}

/// A risk that the practice acts on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PracticeRisk {
    /// The risk.
    pub risk: RiskNumber,
    /// Cause and effect in one step, 40 characters or more.
    pub explanation: String,
    /// Level of the risk when the link was made or last confirmed; a higher level since ends the support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<crate::risk::Level>,
}

/// Whether a commercial, competitive, convenience or cost purpose explains the practice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OtherPurposes {
    /// Yes if there is another purpose.
    pub answer: YesNo,
    /// What was considered.
    pub statement: String,
    /// Who reviewed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<PersonNumber>,
    /// A second reviewer outside IT and commercial functions, who concurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concurs: Option<PersonNumber>,
}

/// A decision by a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Who decided.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
    /// On what record.
    pub record: String,
    /// Why it was decided after the start, if it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub late_reason: String,
}

/// Why the practice reaches further than the risk in one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ScopeReason {
    /// The dimension.
    pub dimension: Dimension,
    /// Why.
    pub reason: String,
}

/// How much a practice restricts, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Restrictiveness {
    /// Access comes later.
    Delay,
    /// Access needs something first.
    Condition,
    /// Less at a time.
    Limit,
    /// Some of it is stopped.
    PartialBlock,
    /// All of it is stopped.
    FullBlock,
}

/// What a practice rests on; chosen by fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// It implements an organizational security policy: 45 CFR 171.203(d).
    Policy(PolicyBasis),
    /// It rests on a determination for this case: 45 CFR 171.203(e).
    Case(Box<CaseDetermination>),
}

/// The policy statement that a practice implements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyBasis {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version: `1.0`.
    pub version: String,
    /// The statements.
    pub statements: Vec<StatementNumber>,
}

/// A person's judgement on one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The criterion.
    pub criterion: CriterionId,
    /// Whether it is met.
    pub met: bool,
    /// Who judged.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// A review of a practice in use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PracticeReview {
    /// When.
    pub on: Date,
    /// By whom.
    pub by: PersonNumber,
    /// What was found.
    pub outcome: String,
    /// Whether a finding is open.
    #[serde(default)]
    pub open_finding: bool,
}
