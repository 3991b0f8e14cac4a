//! Guided questions on the general rules of 45 CFR 164.306; the rule sets no questionnaire, these are ours.

use super::item::Item;
use crate::number::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A general requirement or a factor of 45 CFR 164.306 with its questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Id: `F-b2iv`.
    pub id: String,
    /// Where the rule has it.
    pub citation: String,
    /// Short title, ours.
    pub title: String,
    /// The duty in our words.
    pub requirement: String,
    /// Why an assessment asks.
    pub why_it_matters: String,
    /// The questions in order.
    pub questions: Vec<Question>,
    /// What must hold before the factor counts as answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub completeness_checks: Vec<String>,
    /// Values that follow from the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_values: Vec<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

impl Item for Factor {
    fn id(&self) -> &str {
        &self.id
    }

    fn citation(&self) -> Option<String> {
        Some(self.citation.clone())
    }
}

/// A question of the assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Question {
    /// Id: `Q001`.
    pub id: QuestionId,
    /// The question.
    pub prompt: String,
    /// The form of the answer.
    #[serde(rename = "type")]
    pub answer_type: AnswerType,
    /// Whether an assessment may be approved without an answer.
    pub required: bool,
    /// The choices, where it offers some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// How to answer.
    pub guidance: String,
    /// What proves the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What the answer fills: records, their fields, and policies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feeds: Vec<String>,
    /// What it is asked once for.
    pub per: AskedPer,
    /// What counts as an answer, where rows do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// Asked only after this answer to another question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_if: Option<AskedIf>,
    /// The law behind it, where it is not that of the factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

/// An answer that opens a further question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AskedIf {
    /// The other question.
    pub question: QuestionId,
    /// The answer to it.
    pub answer: String,
}

/// What a question is asked once for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AskedPer {
    /// The whole organization.
    Organization,
    /// Each asset.
    Asset,
    /// Each threat.
    Threat,
    /// Each risk.
    Risk,
    /// Each measure under consideration.
    Measure,
    /// Each safeguard item.
    Safeguard,
    /// Each addressable specification.
    #[serde(rename = "addressable specification")]
    AddressableSpecification,
}

/// Forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerType {
    /// A mark that it was read.
    Acknowledge,
    /// Yes or no with a reason.
    BooleanExplain,
    /// Entries of the catalogue.
    CatalogSelect,
    /// One of the options.
    Choice,
    /// A date and a number.
    DateNumber,
    /// A date and words.
    DateText,
    /// A link to another record.
    Link,
    /// A link and a date.
    LinkDate,
    /// A grid of marks.
    Matrix,
    /// An amount and a date.
    MoneyDate,
    /// Some of the options.
    MultiChoice,
    /// A number.
    Number,
    /// Numbers by row.
    NumberTable,
    /// A share of a hundred.
    Percentage,
    /// A person.
    Person,
    /// A person and a date.
    PersonDate,
    /// One rating.
    Rating,
    /// Ratings for confidentiality, integrity and availability.
    RatingCia,
    /// Rows.
    Table,
    /// Words.
    Text,
    /// An objective timeframe.
    Timeframe,
}
