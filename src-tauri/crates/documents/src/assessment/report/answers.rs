//! The guided questions by factor, with their answers: 45 CFR 164.306(a)-(e).

use crate::assessment::risk_card::closed;
use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column, Run};
use riskwright_domain::assessment::{AnswerRow, FactorAnswer};
use riskwright_domain::catalogue::{Column as Asked, ColumnKind, Factor, Question};
use std::collections::BTreeMap;

/// More columns than this do not fit beside each other.
const MOST_COLUMNS: usize = 6;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let answers: BTreeMap<&str, &FactorAnswer> =
        sheet.assessment.answers.iter().map(|one| (one.question.as_str(), one)).collect();
    let mut blocks = vec![
        Block::heading(1, "answers", "Questions on the general rules"),
        Block::paragraph(
            "The questions are ours, grouped by the provision they serve; the rule prescribes no questionnaire.",
        ),
    ];
    let Some(rule) = sheet.rule() else { return blocks };
    for factor in rule.order.iter().filter_map(|id| rule.factors.get(id)) {
        blocks.extend(of_factor(sheet, factor, &answers));
    }
    blocks
}

fn of_factor(sheet: &Sheet<'_>, factor: &Factor, answers: &BTreeMap<&str, &FactorAnswer>) -> Vec<Block> {
    let title = format!("{} – {}", words::short(&factor.citation), factor.title);
    let columns =
        [Column::new("Question", 10), Column::new("Answer", 17), Column::new("By, on, evidence", 7)];
    let answer = |question: &Question| answers.get(question.id.as_str()).copied();
    let rows: Vec<[Vec<Run>; 3]> =
        factor.questions.iter().map(|question| row(sheet, question, answer(question))).collect();
    let mut blocks =
        vec![Block::heading(2, format!("factor-{}", factor.id), title), Block::table("", columns, rows)];
    blocks.extend(factor.questions.iter().filter_map(|question| table(sheet, question, answer(question)?)));
    blocks
}

fn row(sheet: &Sheet<'_>, question: &Question, answer: Option<&FactorAnswer>) -> [Vec<Run>; 3] {
    let asked = vec![Run::plain(format!("{} {}", question.id, question.prompt))];
    let Some(answer) = answer else {
        let words = match (question.answered_in, question.required) {
            (Some(_), _) => "See the records of this report",
            (None, true) => "Not answered yet",
            (None, false) => "Not answered; not required",
        };
        return [asked, vec![Run::italic(words)], vec![Run::plain(words::NONE)]];
    };
    let mut who = format!("{}, {}", sheet.person(&answer.by), answer.on);
    if !answer.evidence.is_empty() {
        who += &format!(", {}", words::evidence(&answer.evidence));
    }
    if answer.carried {
        who += "; carried forward, not confirmed yet";
    }
    [asked, said(sheet, question, answer), vec![Run::plain(who)]]
}

fn said(sheet: &Sheet<'_>, question: &Question, answer: &FactorAnswer) -> Vec<Run> {
    if let Some(reason) = &answer.not_applicable {
        return vec![Run::bold("Does not apply: "), Run::plain(reason.as_str())];
    }
    let mut parts: Vec<String> = Vec::new();
    if !answer.choices.is_empty() {
        parts.push(closed(&answer.choices.join(", ")));
    }
    if !answer.answer.trim().is_empty() {
        parts.push(answer.answer.trim().to_owned());
    }
    match answer.rows.as_slice() {
        [only] => parts.push(in_line(sheet, question, only)),
        [] => {}
        rows if fits(question) => parts.push(format!("{}; see the table below.", rows_in_words(rows.len()))),
        rows => parts.extend(rows.iter().map(|row| format!("– {}", in_line(sheet, question, row)))),
    }
    if parts.is_empty() && answer.complete {
        parts.push("The list is complete.".to_owned());
    }
    vec![Run::plain(words::filled(&parts.join(" ")))]
}

fn rows_in_words(count: usize) -> String {
    words::count(count, "entry", "entries")
}

fn fits(question: &Question) -> bool {
    (1..=MOST_COLUMNS).contains(&question.columns.len())
}

/// The rows of an answer that has several, as a table of their own.
fn table(sheet: &Sheet<'_>, question: &Question, answer: &FactorAnswer) -> Option<Block> {
    if answer.rows.len() < 2 || !fits(question) {
        return None;
    }
    let columns = question.columns.iter().map(|column| match column.kind {
        ColumnKind::Number | ColumnKind::Money | ColumnKind::Percentage => Column::numbers(&column.title, 2),
        ColumnKind::Text => Column::new(&column.title, 4),
        _ => Column::new(&column.title, 2),
    });
    let rows = answer.rows.iter().map(|row| {
        question.columns.iter().map(|column| words::filled(&value(sheet, column, row))).collect::<Vec<_>>()
    });
    Some(Block::table(format!("{} {}", question.id, question.prompt), columns, rows))
}

fn in_line(sheet: &Sheet<'_>, question: &Question, row: &AnswerRow) -> String {
    let named = question.columns.iter().map(|column| (column.title.as_str(), value(sheet, column, row)));
    let known: Vec<&str> = question.columns.iter().map(|column| column.id.as_str()).collect();
    let other = row.iter().filter(|(id, _)| !known.contains(&id.as_str()));
    let other = other.map(|(id, value)| (id.as_str(), value.clone()));
    let parts = named.chain(other).filter(|(_, value)| !value.trim().is_empty());
    parts.map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("; ")
}

/// A value as people read it: names for numbers of people and assets, dollars for money.
fn value(sheet: &Sheet<'_>, column: &Asked, row: &AnswerRow) -> String {
    let Some(value) = row.get(&column.id) else { return String::new() };
    match column.kind {
        ColumnKind::Person => sheet.person(&value.as_str().into()),
        ColumnKind::Asset => sheet.asset(&value.as_str().into()),
        ColumnKind::Money => value.parse().map_or_else(|_| value.clone(), words::money),
        ColumnKind::Number => value.parse().map_or_else(|_| value.clone(), words::grouped),
        ColumnKind::Percentage => format!("{value} %"),
        ColumnKind::Text | ColumnKind::Date | ColumnKind::Choice => value.clone(),
    }
}
