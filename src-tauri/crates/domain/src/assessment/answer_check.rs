//! Whether an answer to a guided question holds what the question asks for; every fault, with its place.
//!
//! What the records say that answer a question is judged in `gaps`; here only the mark that they are complete.

use super::{AnswerRow, FactorAnswer};
use crate::catalogue::{AnswerType, Column, ColumnKind, Question};
use crate::text::blank;
use crate::workspace::Content;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Fewest characters of a reason why a question does not apply.
pub const SHORTEST_REASON: usize = 20;
/// The option that stands alone.
const NONE: &str = "none";
/// What a question answered by yes or no offers.
pub const YES_NO: [&str; 2] = ["yes", "no"];

/// Something an answer lacks or may not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct AnswerFault {
    /// Place within the answer: `rows/2/found_on`.
    pub place: String,
    /// What is wrong.
    pub code: AnswerFaultCode,
    /// The value that is wrong, or what was expected; empty where something is missing.
    pub value: String,
}

/// Kinds of fault.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum AnswerFaultCode {
    /// Words are asked for.
    WordsMissing,
    /// A choice is asked for.
    ChoiceMissing,
    /// One choice is asked for and there are more.
    TooManyChoices,
    /// A choice that the question does not offer.
    UnknownChoice,
    /// `none` together with something.
    NoneAmongOthers,
    /// Rows are asked for.
    RowsMissing,
    /// Words stand where rows are asked for.
    WordsInsteadOfRows,
    /// One row is asked for and there are more.
    TooManyRows,
    /// Rows where the question has no columns.
    RowsNotAsked,
    /// The mark that the list is complete, or that it was read.
    MarkMissing,
    /// A value that every row must have.
    ValueMissing,
    /// A column that the question does not have.
    UnknownColumn,
    /// No whole number of 0 or more.
    NotANumber,
    /// No whole number of 0 to 100.
    NotAPercentage,
    /// No date such as `2026-11-22`.
    NotADate,
    /// Neither yes nor no.
    NotYesOrNo,
    /// Below the lowest number allowed.
    TooSmall,
    /// Above the highest number allowed.
    TooLarge,
    /// Nobody of the organization.
    UnknownPerson,
    /// No asset of the inventory.
    UnknownAsset,
    /// No item of evidence on the register.
    UnknownEvidence,
    /// This question always applies.
    NotApplicableRefused,
    /// A reason too short to be one.
    ReasonTooShort,
}

impl AnswerFaultCode {
    /// Whether something is still missing, rather than wrong: such an answer may be saved and finished later.
    #[must_use]
    pub fn is_incomplete(self) -> bool {
        matches!(
            self,
            Self::WordsMissing
                | Self::ChoiceMissing
                | Self::RowsMissing
                | Self::WordsInsteadOfRows
                | Self::MarkMissing
                | Self::ValueMissing
        )
    }
}

/// Everything that is wrong with an answer; empty where it answers the question.
#[must_use]
pub fn faults(question: &Question, answer: &FactorAnswer, content: &Content) -> Vec<AnswerFault> {
    let mut found = match &answer.not_applicable {
        Some(reason) => not_applicable(question, reason),
        None => given(question, answer, content),
    };
    let known = |number: &_| content.evidence.iter().any(|one| one.number == *number);
    let unknown = answer.evidence.iter().enumerate().filter(|(_, number)| !known(*number));
    found.extend(unknown.map(|(at, number)| {
        fault(format!("evidence/{at}"), AnswerFaultCode::UnknownEvidence, number.as_str())
    }));
    found
}

/// Whether nothing at all was answered.
#[must_use]
pub fn is_empty(answer: &FactorAnswer) -> bool {
    blank(&answer.answer)
        && answer.choices.is_empty()
        && answer.rows.is_empty()
        && !answer.complete
        && answer.not_applicable.is_none()
}

fn not_applicable(question: &Question, reason: &str) -> Vec<AnswerFault> {
    let place = || "not_applicable".to_owned();
    if question.not_applicable_if.is_none() {
        return vec![fault(place(), AnswerFaultCode::NotApplicableRefused, "")];
    }
    let short = reason.trim().chars().count() < SHORTEST_REASON;
    let short = short.then(|| fault(place(), AnswerFaultCode::ReasonTooShort, reason.trim()));
    short.into_iter().collect()
}

fn given(question: &Question, answer: &FactorAnswer, content: &Content) -> Vec<AnswerFault> {
    let mut found = choices(question, answer);
    if question.answered_in.is_none() {
        found.extend(words(question, answer));
        found.extend(rows(question, answer, content));
    }
    if question.has_mark() && !answer.complete {
        found.push(fault("complete", AnswerFaultCode::MarkMissing, ""));
    }
    found
}

/// Needed for questions in words, and beside a yes or no.
fn words(question: &Question, answer: &FactorAnswer) -> Option<AnswerFault> {
    let asked = matches!(question.answer_type, AnswerType::Text | AnswerType::BooleanExplain);
    (asked && blank(&answer.answer)).then(|| fault("answer", AnswerFaultCode::WordsMissing, ""))
}

fn choices(question: &Question, answer: &FactorAnswer) -> Vec<AnswerFault> {
    let offered: Vec<&str> = match question.answer_type {
        AnswerType::BooleanExplain => YES_NO.to_vec(),
        _ => question.options.iter().map(String::as_str).collect(),
    };
    let mut found: Vec<AnswerFault> = answer
        .choices
        .iter()
        .enumerate()
        .filter(|(_, choice)| !offered.contains(&choice.as_str()))
        .map(|(at, choice)| fault(format!("choices/{at}"), AnswerFaultCode::UnknownChoice, choice))
        .collect();
    if question.answered_in.is_some() || offered.is_empty() {
        return found;
    }
    let one = matches!(question.answer_type, AnswerType::Choice | AnswerType::BooleanExplain);
    let alone = answer.choices.iter().any(|choice| choice == NONE);
    let code = match answer.choices.len() {
        0 => Some(AnswerFaultCode::ChoiceMissing),
        2.. if one => Some(AnswerFaultCode::TooManyChoices),
        2.. if alone => Some(AnswerFaultCode::NoneAmongOthers),
        _ => None,
    };
    found.extend(code.map(|code| fault("choices", code, "")));
    found
}

fn rows(question: &Question, answer: &FactorAnswer, content: &Content) -> Vec<AnswerFault> {
    if question.columns.is_empty() {
        let unasked = !answer.rows.is_empty();
        return unasked.then(|| fault("rows", AnswerFaultCode::RowsNotAsked, "")).into_iter().collect();
    }
    let mut found: Vec<AnswerFault> = number_of_rows(question, answer).into_iter().collect();
    let rows = answer.rows.iter().enumerate();
    found.extend(rows.flat_map(|(at, one)| row(&question.columns, at, one, content)));
    found
}

/// A list may be empty where a mark says that it is complete; an answer with parts is one row.
fn number_of_rows(question: &Question, answer: &FactorAnswer) -> Option<AnswerFault> {
    let marked = question.is_list() && question.has_mark() && answer.complete;
    let code = match answer.rows.len() {
        0 if marked => return None,
        0 if blank(&answer.answer) => AnswerFaultCode::RowsMissing,
        0 => AnswerFaultCode::WordsInsteadOfRows,
        2.. if !question.is_list() => AnswerFaultCode::TooManyRows,
        _ => return None,
    };
    Some(fault("rows", code, ""))
}

fn row(columns: &[Column], at: usize, row: &AnswerRow, content: &Content) -> Vec<AnswerFault> {
    let place = |column: &str| format!("rows/{at}/{column}");
    let unknown = row.keys().filter(|key| !columns.iter().any(|column| column.id == **key));
    let mut found: Vec<AnswerFault> =
        unknown.map(|key| fault(place(key), AnswerFaultCode::UnknownColumn, key)).collect();
    for column in columns {
        let value = row.get(&column.id).map(|value| value.trim()).unwrap_or_default();
        let code = match value {
            "" if column.optional => None,
            "" => Some(AnswerFaultCode::ValueMissing),
            value => wrong(column, value, content),
        };
        found.extend(code.map(|code| fault(place(&column.id), code, value)));
    }
    found
}

fn wrong(column: &Column, value: &str, content: &Content) -> Option<AnswerFaultCode> {
    match column.kind {
        ColumnKind::Text => None,
        ColumnKind::Number | ColumnKind::Money => outside(column, value),
        ColumnKind::Percentage => {
            let share = digits(value).is_some_and(|share| share <= 100);
            (!share).then_some(AnswerFaultCode::NotAPercentage)
        }
        ColumnKind::Date => value.parse::<Date>().is_err().then_some(AnswerFaultCode::NotADate),
        ColumnKind::Choice => (!YES_NO.contains(&value)).then_some(AnswerFaultCode::NotYesOrNo),
        ColumnKind::Person => {
            let known = content.people.iter().any(|person| person.number.as_str() == value);
            (!known).then_some(AnswerFaultCode::UnknownPerson)
        }
        ColumnKind::Asset => {
            let mut assets = content.assessments.iter().flat_map(|one| &one.assets);
            let known = assets.any(|asset| asset.number.as_str() == value);
            (!known).then_some(AnswerFaultCode::UnknownAsset)
        }
    }
}

fn outside(column: &Column, value: &str) -> Option<AnswerFaultCode> {
    let Some(number) = digits(value) else { return Some(AnswerFaultCode::NotANumber) };
    if column.min.is_some_and(|min| number < min) {
        return Some(AnswerFaultCode::TooSmall);
    }
    column.max.is_some_and(|max| max < number).then_some(AnswerFaultCode::TooLarge)
}

/// Plain digits only: no sign, no separator.
fn digits(value: &str) -> Option<u32> {
    value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok()).flatten()
}

fn fault(place: impl Into<String>, code: AnswerFaultCode, value: &str) -> AnswerFault {
    AnswerFault { place: place.into(), code, value: value.to_owned() }
}
