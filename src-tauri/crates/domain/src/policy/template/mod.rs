//! Policy templates: what a policy says for organizations of every size, before one of them adopts it.
//!
//! A template is data. What an organization's facts make of it is `draft`'s; the order of sections on paper is the
//! documents crate's.

mod available;
mod by_size;
mod check;
mod condition;
mod phrase;
mod pieces;
mod problem;
mod read;
mod text;

pub use by_size::BySize;
pub use condition::{Condition, Fact, Size};
pub use pieces::{Piece, Pieces};
pub use problem::{TemplateProblem, TemplateProblemCode};
pub use read::read;
pub(crate) use text::references;

use super::{Alignment, Effect, Phase};
use crate::assessment::AssetKind;
use crate::number::{Citation, ParameterNumber, PolicyNumber, PracticeTypeId};
use crate::number::{StatementNumber, ThreatId, TimeframeNumber};
use serde::Deserialize;

/// The text of one policy of the catalogue.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyTemplate {
    /// The policy of the catalogue, from which title and covered safeguards come.
    pub policy: PolicyNumber,
    /// The role that keeps the policy.
    pub owner: String,
    /// Types of practice it governs.
    #[serde(default)]
    pub practice_types: Vec<PracticeTypeId>,
    /// Which duty and which risk it serves.
    pub purpose: Pieces,
    /// What it applies to.
    pub scope: TemplateScope,
    /// Terms, among them every event that starts a clock.
    pub definitions: Vec<TemplateDefinition>,
    /// Roles and authority.
    pub roles: Vec<TemplateRole>,
    /// Normative sentences.
    pub statements: Vec<TemplateStatement>,
    /// Steps, tools, forms, records; CommonMark.
    pub procedures: Pieces,
    /// Times.
    pub timeframes: Vec<TemplateTimeframe>,
    /// Thresholds, sample sizes, strengths.
    pub parameters: Vec<TemplateParameter>,
    /// Policies whose times and parameters count here too.
    #[serde(default)]
    pub incorporates: Vec<PolicyNumber>,
    /// 45 CFR 171.203(c).
    #[serde(default)]
    pub even_application: Option<Pieces>,
    /// 45 CFR 171.203(b).
    #[serde(default)]
    pub effect_on_access: Option<Pieces>,
    /// 45 CFR 164.306(b)(2).
    pub factors: TemplateFactors,
    /// What follows a violation.
    pub sanctions: Pieces,
    /// Who may grant an exception.
    pub exceptions: Pieces,
    /// Who is trained.
    pub training: Pieces,
    /// Measures, evidence, owner.
    pub monitoring: Pieces,
    /// Interval of review in months.
    pub review_months: u8,
    /// Events that start a review.
    pub review_triggers: Vec<String>,
    /// Who can read it and where.
    pub availability: Pieces,
    /// Law and documents beside it.
    pub related: Vec<String>,
}

/// What a policy applies to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateScope {
    /// In words.
    pub text: Pieces,
    /// Kinds of asset in scope.
    pub asset_kinds: Vec<AssetKind>,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateDefinition {
    /// The term.
    pub term: String,
    /// Its meaning.
    pub meaning: String,
    /// When it is there.
    #[serde(default)]
    pub when: Condition,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateRole {
    /// The role as statements write it.
    pub role: String,
    /// What it decides or does.
    pub authority: String,
    /// Whether it may stop access to EHI.
    #[serde(default)]
    pub may_stop_access: bool,
    /// When it is there.
    #[serde(default)]
    pub when: Condition,
}

/// A duty of a role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateStatement {
    /// Name within the template; a draft numbers anew.
    pub id: StatementNumber,
    /// The role that has the duty.
    pub role: String,
    /// The sentence, its times as references to rows of the timeframe table.
    pub text: String,
    /// Whether the duty stops or limits access, exchange or use of EHI.
    #[serde(default)]
    pub restricts_ehi: bool,
    /// When it is there.
    #[serde(default)]
    pub when: Condition,
    /// Kinds of risk that it answers.
    #[serde(default)]
    pub answers: Vec<Answers>,
    /// Safeguards it implements.
    #[serde(default)]
    pub safeguards: Vec<Citation>,
    /// Standards it follows.
    pub alignments: Vec<Alignment>,
}

/// What following a statement does to risks of some threats.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Threats of the catalogue.
    pub threats: Vec<ThreatId>,
    /// The effect on each of their risks.
    pub effect: Effect,
}

/// A time.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateTimeframe {
    /// Name within the template.
    pub id: TimeframeNumber,
    /// Identify, respond, address, or upkeep.
    pub phase: Phase,
    /// Severity it is for.
    #[serde(default)]
    pub severity: Option<String>,
    /// Who acts.
    pub role: String,
    /// What is done.
    pub action: String,
    /// `within`, `no later than`, `every`, …
    pub comparator: String,
    /// How much, perhaps by size.
    pub quantity: BySize<i64>,
    /// Of what.
    pub unit: String,
    /// The event that starts the clock.
    pub trigger: String,
    /// The law that sets an outer limit.
    #[serde(default)]
    pub legal_limit: Option<Citation>,
    /// When it is there.
    #[serde(default)]
    pub when: Condition,
}

/// A threshold, sample size, strength or closed list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateParameter {
    /// Name within the template.
    pub id: ParameterNumber,
    /// The phase it is for.
    pub phase: Phase,
    /// What is measured.
    pub name: String,
    /// `>=`, `>`, `=`, `<`, `<=` or `in`.
    pub comparator: String,
    /// The value, perhaps by size.
    pub value: BySize<String>,
    /// The unit.
    #[serde(default)]
    pub unit: String,
    /// When it is there.
    #[serde(default)]
    pub when: Condition,
}

/// The four factors as weighed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateFactors {
    /// Size, complexity and capabilities.
    pub size: Pieces,
    /// Technical infrastructure.
    pub infrastructure: Pieces,
    /// Costs.
    pub cost: Pieces,
    /// Probability and criticality.
    pub probability: Pieces,
}

impl PolicyTemplate {
    /// Every section of free text with its name, in the order of the file.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, &Pieces)> {
        let optional =
            [("even_application", &self.even_application), ("effect_on_access", &self.effect_on_access)];
        let optional =
            optional.into_iter().filter_map(|(name, pieces)| pieces.as_ref().map(|one| (name, one)));
        let first =
            [("purpose", &self.purpose), ("scope", &self.scope.text), ("procedures", &self.procedures)];
        let factors = &self.factors;
        let last = [
            ("size", &factors.size),
            ("infrastructure", &factors.infrastructure),
            ("cost", &factors.cost),
            ("probability", &factors.probability),
            ("sanctions", &self.sanctions),
            ("exceptions", &self.exceptions),
            ("training", &self.training),
            ("monitoring", &self.monitoring),
            ("availability", &self.availability),
        ];
        first.into_iter().chain(optional).chain(last).collect()
    }
}
