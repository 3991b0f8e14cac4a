//! Sections that bind: statements, procedures, times and parameters.

use super::Sheet;
use crate::block::{Block, Column, Run};
use crate::template::commonmark_blocks;
use riskwright_domain::policy::{Parameter, Phase, PolicyVersion, Statement, Timeframe};

pub fn statements(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "statements", "Policy statements")];
    for statement in &sheet.version.statements {
        blocks.push(Block::paragraph(vec![
            Run::bold(format!("{}  ", statement.number)),
            Run::plain(statement.text.as_str()),
        ]));
        blocks.push(Block::paragraph(vec![Run::italic(answers(sheet, statement))]));
    }
    blocks
}

pub fn procedures(sheet: &Sheet<'_>) -> Vec<Block> {
    if sheet.version.procedures.trim().is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(1, "procedures", "Procedures")];
    blocks.extend(commonmark_blocks(&sheet.version.procedures, 1));
    blocks
}

pub fn timeframes(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut rows: Vec<[String; 7]> = sheet.version.timeframes.iter().map(|one| time_row(one, "")).collect();
    for (number, version) in incorporated(sheet) {
        rows.extend(version.timeframes.iter().map(|one| time_row(one, &number)));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        Column::new("No.", 9),
        Column::new("Phase", 12),
        Column::new("Severity", 12),
        Column::new("Who", 15),
        Column::new("Does what", 23),
        Column::new("Limit", 17),
        Column::new("Clock starts at", 17),
    ];
    vec![
        Block::heading(1, "timeframes", "Timeframes"),
        Block::paragraph(
            "Each limit runs from an event with a time stamp, so that a third party with the records can say whether it was kept.",
        ),
        Block::table(
            "Timeframes for identifying, responding to and addressing security incidents, and for upkeep",
            columns,
            rows,
        ),
        Block::paragraph("The same in words:"),
        Block::bullets(sheet.version.timeframes.iter().map(in_words)),
    ]
}

pub fn parameters(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut rows: Vec<[String; 4]> =
        sheet.version.parameters.iter().map(|one| parameter_row(one, "")).collect();
    for (number, version) in incorporated(sheet) {
        rows.extend(version.parameters.iter().map(|one| parameter_row(one, &number)));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        Column::new("No.", 3),
        Column::new("Phase", 3),
        Column::new("Parameter", 8),
        Column::new("Value", 6),
    ];
    vec![
        Block::heading(1, "parameters", "Other parameters"),
        Block::table("Thresholds, severities, escalation points and strengths", columns, rows),
    ]
}

fn answers(sheet: &Sheet<'_>, statement: &Statement) -> String {
    let mut parts = Vec::new();
    if !statement.risks.is_empty() {
        parts.push(format!("Risks: {}", list(statement.risks.iter().map(|link| link.risk.to_string()))));
    }
    if !statement.safeguards.is_empty() {
        parts.push(format!(
            "Safeguards: {}",
            list(statement.safeguards.iter().map(|citation| citation.to_string().replace("45 CFR ", "")))
        ));
    }
    if !statement.alignments.is_empty() {
        parts.push(format!(
            "Standards: {}",
            list(statement.alignments.iter().map(|one| format!(
                "{} {}",
                super::basis::short_name(sheet.standards(), &one.framework),
                one.element
            )))
        ));
    }
    if statement.risks.is_empty() {
        parts.insert(0, "Duty only: carries a required safeguard, answers no rated risk".to_owned());
    }
    format!("{}.", parts.join(". "))
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

fn incorporated<'a>(sheet: &Sheet<'a>) -> Vec<(String, &'a PolicyVersion)> {
    let day = sheet.version.effective_from.unwrap_or(sheet.version.created_on);
    let named = |number: &riskwright_domain::number::PolicyNumber| {
        sheet.policies.iter().find(|policy| policy.number == *number)
    };
    sheet
        .version
        .incorporates
        .iter()
        .filter_map(named)
        .filter_map(|policy| Some((policy.number.to_string(), policy.in_force_on(day)?)))
        .collect()
}

fn time_row(one: &Timeframe, policy: &str) -> [String; 7] {
    [
        numbered(policy, one.number.as_str()),
        one.phase.label().to_owned(),
        one.severity
            .clone()
            .unwrap_or_else(|| if one.phase == Phase::Govern { "–".to_owned() } else { "all".to_owned() }),
        one.role.clone(),
        one.action.clone(),
        limit(one),
        one.trigger.clone(),
    ]
}

/// `T-06, respond, severity 1: Incident Lead shall contain the incident within 4 hours; the clock starts at declaration.`
fn in_words(one: &Timeframe) -> String {
    let severity = one.severity.as_ref().map(|severity| format!(", severity {severity}")).unwrap_or_default();
    format!(
        "{}, {}{severity}: {} shall {} {}; the clock starts at: {}.",
        one.number,
        one.phase.label().to_lowercase(),
        one.role,
        one.action,
        limit(one),
        one.trigger
    )
}

/// The limit as printed: `within 4 hours`, with the law that caps it.
pub fn limit(one: &Timeframe) -> String {
    let unit = if one.quantity == 1 { one.unit.trim_end_matches('s') } else { one.unit.as_str() };
    let law = one.legal_limit.as_ref().map(|citation| format!(" ({citation})")).unwrap_or_default();
    format!("{} {} {unit}{law}", one.comparator, one.quantity)
}

fn parameter_row(one: &Parameter, policy: &str) -> [String; 4] {
    let sign = match one.comparator.as_str() {
        ">=" => "at least",
        "<=" => "at most",
        ">" => "more than",
        "<" => "less than",
        "in" => "one of",
        _ => "exactly",
    };
    let value = format!("{sign} {} {}", one.value, one.unit);
    [
        numbered(policy, one.number.as_str()),
        one.phase.label().to_owned(),
        one.name.clone(),
        value.trim_end().to_owned(),
    ]
}

fn numbered(policy: &str, number: &str) -> String {
    if policy.is_empty() { number.to_owned() } else { format!("{policy}/{number}") }
}
