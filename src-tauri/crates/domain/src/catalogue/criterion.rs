//! The Security Exception of 45 CFR 171.203 as criteria that can be checked one by one.
//!
//! Here is what is asked and on what basis; the answers are found in [`crate::practice`].

use super::edition::RuleEdition;
use super::item::{Item, Set};
use super::practice_type::PracticeType;
use crate::number::CriterionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One edition of the Security Exception.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SecurityException {
    /// Which text.
    pub edition: RuleEdition,
    /// How criteria combine to a conclusion.
    pub logic: ExceptionLogic,
    /// The criteria in order.
    pub criteria: Set<Criterion>,
    /// The terms of the rule and where their meaning was read.
    pub concepts: Vec<Concept>,
    /// Common practices and the policies that usually carry them.
    pub practice_types: Set<PracticeType>,
}

/// One checkable condition of 45 CFR 171.203 or of the definitions around it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Criterion {
    /// Id: `SE-d4-respond-time`.
    pub id: CriterionId,
    /// The paragraph of 45 CFR Part 171.
    pub paragraph: String,
    /// The path it belongs to.
    pub applies_to_path: CriterionPath,
    /// The question.
    pub question: String,
    /// What must be recorded.
    pub evidence_required: Vec<String>,
    /// What the program checks by itself.
    pub automatic_check: String,
    /// Whether a person must judge beyond that.
    pub human_judgement: bool,
    /// Whether the conclusion depends on it.
    pub blocking: bool,
    /// Whether law or product asks for it.
    pub basis: CriterionBasis,
    /// Criteria that must be met first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<CriterionId>,
    /// How we read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Item for Criterion {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn citation(&self) -> Option<String> {
        Some(format!("45 CFR {}", self.paragraph))
    }
}

/// The path of 45 CFR 171.203(d) or (e) that a criterion belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum CriterionPath {
    /// Either path.
    Both,
    /// (d): the practice implements an organizational security policy.
    OrganizationalPolicy,
    /// (e): a determination in each case.
    CaseByCase,
}

/// Who asks for a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum CriterionBasis {
    /// The rule says so.
    Law,
    /// We read the rule so.
    Reading,
    /// The rule says so; the number or form of proof is ours.
    LawWithProductThreshold,
    /// Good practice of ours, reported apart from the rule.
    ProductRule,
}

/// How criteria combine to a conclusion.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ExceptionLogic {
    /// When the documentation supports the conditions.
    pub qualifies: String,
    /// How the facts choose the path.
    pub path_rule: String,
    /// Conclusions in order of precedence.
    pub result_states: Vec<ResultState>,
    /// What that order means.
    pub precedence: String,
    /// Results of one criterion.
    pub criterion_results: Vec<CriterionResult>,
    /// What happens to a criterion that waits for another.
    pub requires_rule: String,
    /// What each basis means.
    pub basis_rule: BTreeMap<CriterionBasis, String>,
    /// Words that the product uses and never uses.
    pub wording_rule: String,
    /// The other exception that sends here.
    pub linkage: String,
    /// What failing means and does not mean.
    pub failure_effect: String,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

/// Conclusions about a practice, in order of precedence.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ResultState {
    /// The practice is not likely to interfere.
    ExceptionNotNeeded,
    /// No actor, no EHI, or required by law.
    OutsideDefinition,
    /// Not yet looked at.
    NotAssessed,
    /// A blocking criterion is not met.
    NotSupported,
    /// It was supported and has lapsed.
    Expired,
    /// Only judgement by a person is left.
    InReview,
    /// Documentation supports the conditions.
    Supported,
}

impl ResultState {
    /// Whether a script that asks is answered with no: not supported, expired or not assessed.
    #[must_use]
    pub fn is_no(self) -> bool {
        matches!(self, Self::NotAssessed | Self::NotSupported | Self::Expired)
    }
}

/// Results of one criterion.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum CriterionResult {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// A person must judge.
    NeedsJudgement,
    /// Another path, or waiting for another criterion.
    NotApplicable,
}

/// A term of the rule and what was read about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// The term.
    pub term: String,
    /// The paragraph.
    pub citation: String,
    /// What it means, in our words.
    pub meaning: String,
    /// Sources read.
    pub seen: Vec<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}
