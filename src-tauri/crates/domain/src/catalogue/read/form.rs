//! Whether a question of the assessment has what the form of its answer needs, and nothing that contradicts it.

use crate::catalogue::problem::CatalogueProblemCode;
use crate::catalogue::{AnswerType, AskedPer, Column, ColumnKind, Question};
use std::collections::BTreeSet;

/// What a fault names: the field and what is wrong with it.
type Fault = (&'static str, CatalogueProblemCode);

/// Every fault in the form of a question.
pub(super) fn faults(question: &Question) -> Vec<Fault> {
    let mut found = columns(&question.columns);
    let in_records = question.answered_in.is_some();
    let rows = needs_rows(question.answer_type);
    let choices = matches!(question.answer_type, AnswerType::Choice | AnswerType::MultiChoice);
    let missing = CatalogueProblemCode::MissingField;
    let wrong = CatalogueProblemCode::WrongReference;
    let rules = [
        (question.per != AskedPer::Organization && !in_records, "answered_in", missing.clone()),
        (in_records && !question.columns.is_empty(), "columns", wrong.clone()),
        (!in_records && rows && question.columns.is_empty(), "columns", missing.clone()),
        (!rows && !question.columns.is_empty(), "columns", wrong.clone()),
        (choices && question.options.is_empty(), "options", missing),
        (!choices && !question.options.is_empty(), "options", wrong),
    ];
    found.extend(rules.into_iter().filter(|(amiss, _, _)| *amiss).map(|(_, field, code)| (field, code)));
    found
}

/// Each column once, and limits only where there are numbers.
fn columns(columns: &[Column]) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for column in columns {
        if !seen.insert(column.id.as_str()) {
            found.push(("columns", CatalogueProblemCode::DuplicateId));
        }
        let limited = column.min.is_some() || column.max.is_some();
        let numeric = matches!(column.kind, ColumnKind::Number | ColumnKind::Money | ColumnKind::Percentage);
        if limited && !numeric {
            found.push(("columns", CatalogueProblemCode::WrongReference));
        }
    }
    found
}

fn needs_rows(form: AnswerType) -> bool {
    matches!(
        form,
        AnswerType::Table
            | AnswerType::NumberTable
            | AnswerType::Matrix
            | AnswerType::DateNumber
            | AnswerType::DateText
            | AnswerType::MoneyDate
            | AnswerType::Number
            | AnswerType::Percentage
            | AnswerType::PersonDate
            | AnswerType::Timeframe
    )
}
