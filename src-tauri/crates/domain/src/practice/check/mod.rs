//! The Security Exception check: every criterion of 45 CFR 171.203 for one practice on one day.
//!
//! What is asked is data of the catalogue; how each question is answered is code in [`predicate`], found by
//! criterion id; how answers combine is in `logic`. The check reads facts and judgements and writes nothing.

pub mod facts;
pub mod finding;
pub mod lapse;
pub mod limit;
mod logic;
pub mod predicate;
mod requires;
pub mod subject;
pub mod words;

pub use crate::catalogue::{CriterionResult, ResultState};
pub use facts::Facts;
pub use finding::{Cure, FixTarget};
pub use lapse::{Lapse, LapseKind};
pub use predicate::missing_predicates;
pub use words::conclusion_words;

use super::{Judgement, Practice};
use crate::catalogue::{Catalogue, CriterionBasis, CriterionPath};
use crate::number::{CriterionId, PracticeNumber};
use crate::workspace::Content;
use finding::Automatic;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use subject::Subject;
use thiserror::Error;
use ts_rs::TS;

/// The check of one practice on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Check {
    /// The practice.
    pub practice: PracticeNumber,
    /// The path that the facts choose; `None` until it is said what the practice rests on.
    pub path: Option<Path>,
    /// The day.
    pub on: Date,
    /// The edition of the rule that was in force on it.
    pub rule_edition: String,
    /// The conclusion.
    pub conclusion: ResultState,
    /// The conclusion in a sentence, with what is left to do.
    pub words: String,
    /// The last day on which support holds if nothing else happens; only where it is supported.
    pub supported_until: Option<Date>,
    /// What ended a support that was there.
    pub lapses: Vec<Lapse>,
    /// What to do before the path can be known; only where it is not.
    pub fix: Option<String>,
    /// Where.
    pub fix_target: Option<FixTarget>,
    /// The criteria of the path, in the order of the rule.
    pub criteria: Vec<CriterionFinding>,
}

/// A path of 45 CFR 171.203.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Path {
    /// (d): the practice implements an organizational security policy.
    D,
    /// (e): it rests on a determination for the case.
    E,
}

/// What was found on one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CriterionFinding {
    /// The criterion.
    pub id: CriterionId,
    /// The paragraph of 45 CFR Part 171.
    pub paragraph: String,
    /// Whether law or product asks for it.
    pub basis: CriterionBasis,
    /// Whether the conclusion depends on it.
    pub blocking: bool,
    /// The question.
    pub question: String,
    /// The result.
    pub result: CriterionResult,
    /// The criteria at fault that it waits for.
    pub waits_for: Vec<CriterionId>,
    /// What was found, in words.
    pub explanation: String,
    /// Records it rests on, by number.
    pub evidence: Vec<String>,
    /// Approvals it rests on that came with an imported file, in words.
    pub imported: Vec<String>,
    /// The judgement that counts.
    pub judgement: Option<Judgement>,
    /// How the rule is read here, where it is a reading.
    pub note: Option<String>,
    /// What to do, in one sentence.
    pub fix: Option<String>,
    /// Where.
    pub fix_target: Option<FixTarget>,
}

/// Why a check could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CheckError {
    /// The day lies before any edition of the rule.
    #[error("no edition of 45 CFR 171.203 in force on {on}")]
    NoEdition {
        /// The day.
        on: Date,
        /// The first day of any edition.
        earliest: Option<Date>,
    },
    /// The edition has criteria that this version of the program cannot answer.
    #[error("criteria without predicate: {ids:?}")]
    NoPredicate {
        /// The criteria.
        ids: Vec<CriterionId>,
    },
}

/// Checks one practice; for many, build [`Facts`] once and use [`check_with`].
///
/// # Errors
/// [`CheckError`] if the day lies before any edition, or the edition has a criterion without predicate.
pub fn check(
    catalogue: &Catalogue,
    content: &Content,
    practice: &Practice,
    on: Date,
) -> Result<Check, CheckError> {
    check_with(&Facts::new(catalogue, content), practice, on)
}

/// Checks one practice against indexed content.
///
/// # Errors
/// As [`check`].
pub fn check_with(facts: &Facts<'_>, practice: &Practice, on: Date) -> Result<Check, CheckError> {
    let subject = Subject::new(facts, practice, on)?;
    let missing = missing_predicates(&subject.rule.criteria);
    if !missing.is_empty() {
        return Err(CheckError::NoPredicate { ids: missing });
    }
    let path = subject.path();
    let criteria = subject.rule.criteria.iter().filter(|criterion| asked(criterion.applies_to_path, path));
    let answered = criteria.filter_map(|criterion| logic::answer(&subject, criterion)).collect();
    Ok(logic::conclude(&subject, answered))
}

/// Everything that keeps the determination of a practice from being what 45 CFR 171.203(e) asks, one cure a criterion,
/// in the order of the rule; nothing waits for anything here.
///
/// # Errors
/// As [`check`], but for criteria without predicate.
pub fn faults_of_case(facts: &Facts<'_>, practice: &Practice, on: Date) -> Result<Vec<Cure>, CheckError> {
    let subject = Subject::new(facts, practice, on)?;
    let of_case = subject.rule.criteria.iter().filter(|one| one.applies_to_path == CriterionPath::CaseByCase);
    let findings = of_case.filter_map(|one| Some(predicate::find(one.id.as_str())?(&subject)));
    Ok(findings
        .filter_map(|finding| match finding.automatic {
            Automatic::Unsatisfied(cure) | Automatic::Lapsed(cure) => Some(cure),
            Automatic::Satisfied => None,
        })
        .collect())
}

/// Whether criteria of this path are asked where the facts choose the other.
fn asked(criterion: CriterionPath, path: Option<Path>) -> bool {
    match criterion {
        CriterionPath::Both => true,
        CriterionPath::OrganizationalPolicy => path == Some(Path::D),
        CriterionPath::CaseByCase => path == Some(Path::E),
    }
}
