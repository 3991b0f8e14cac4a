//! Requests and responses of the guided path and its answers.

pub use riskwright_domain::assessment::path::AnswerState;
use riskwright_domain::assessment::{AnswerRow, FactorAnswer};
use riskwright_domain::catalogue::{AnsweredIn, Question};
use riskwright_domain::number::{AssessmentNumber, EvidenceNumber, QuestionId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The guided path through 45 CFR 164.306.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(rename = "GuidedPath")]
pub struct Path {
    /// Number of the assessment.
    pub assessment: AssessmentNumber,
    /// Whether it may still be changed.
    pub open: bool,
    /// The factors in the suggested order.
    pub factors: Vec<PathFactor>,
    /// The question to go on with; none when all are answered.
    pub next: Option<QuestionId>,
    /// About how many minutes are left at the pace of the person who asks; none before enough was answered.
    pub minutes_left: Option<u32>,
    /// The question the person answered last; where to land when the work is taken up again.
    pub last: Option<QuestionId>,
}

/// A factor with its questions.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PathFactor {
    /// Id: `F-b2iv`.
    pub id: String,
    /// Where the rule has it.
    pub citation: String,
    /// Title.
    pub title: String,
    /// What the rule asks, in our words.
    pub requirement: String,
    /// Why it matters.
    pub why_it_matters: String,
    /// The questions.
    pub questions: Vec<PathQuestion>,
}

/// A question with its answer.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PathQuestion {
    /// The question as the catalogue has it.
    pub question: Question,
    /// An example for an organization of this size.
    pub example: Option<String>,
    /// The answer, for questions that have one of their own.
    pub answer: Option<FactorAnswer>,
    /// Revision of the answer, to name when saving; 0 where there is none.
    pub revision: i64,
    /// Where it is answered, for questions that records answer.
    pub answered_in: Option<AnsweredIn>,
    /// How it stands.
    pub state: AnswerState,
    /// Records that answer it, and how many there are to answer; 1 of 1 for an answer of its own.
    pub done: u32,
    /// How many there are to answer.
    pub total: u32,
}

/// An answer of its own.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveAnswer {
    /// The question.
    pub question: QuestionId,
    /// The answer in words.
    #[serde(default)]
    pub answer: String,
    /// Choices ticked.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Rows; one row where the answer has parts.
    #[serde(default)]
    pub rows: Vec<AnswerRow>,
    /// The mark that a list is complete.
    #[serde(default)]
    pub complete: bool,
    /// Why it does not apply.
    #[serde(default)]
    pub not_applicable: Option<String>,
    /// Proof.
    #[serde(default)]
    pub evidence: Vec<EvidenceNumber>,
    /// The revision this change was based on; 0 for a first answer.
    pub based_on_revision: i64,
}

/// What was saved of an answer.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SavedAnswer {
    /// The question as it stands now.
    pub question: PathQuestion,
}
