//! Answers to the guided questions of 45 CFR 164.306.

use crate::number::{PersonNumber, QuestionId};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One answer in words; questions that fill an entity are answered by its rows and a completeness mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FactorAnswer {
    /// The question.
    pub question: QuestionId,
    /// The answer, or the mark that a list is complete.
    pub answer: String,
    /// Choices ticked, where the question offers choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Who answered.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
}
