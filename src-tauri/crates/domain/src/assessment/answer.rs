//! Answers to the guided questions of 45 CFR 164.306; what their rows may hold is judged in `answer_check`.

use crate::number::{EvidenceNumber, PersonNumber, QuestionId};
use crate::serde_skip::is_false;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Values by column: text as typed, numbers in plain digits, dates as `2026-11-22`, people and assets by number.
pub type AnswerRow = BTreeMap<String, String>;

/// One answer; a question that fills an entity is answered by the entity's rows and the mark that they are complete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FactorAnswer {
    /// The question.
    pub question: QuestionId,
    /// The answer in words; empty where rows or choices say all.
    #[serde(default)]
    pub answer: String,
    /// Choices ticked, where the question offers choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Rows of a question with columns; one row where the answer has parts, such as a date and a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<AnswerRow>,
    /// The mark that a list is complete, empty or not.
    #[serde(default, skip_serializing_if = "is_false")]
    pub complete: bool,
    /// Why the question does not apply; only where the question says when it may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<String>,
    /// Proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceNumber>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
    /// Who answered.
    pub by: PersonNumber,
    /// When.
    pub on: Date,
}
