//! From a sheet to the bytes of a report.

use super::{Report, ReportFormat};
use crate::calendar;
use crate::command::assessment::{self, Compare, DifferenceKind};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::state::State;
use jiff::Timestamp;
use riskwright_documents::assessment::difference::Change;
use riskwright_documents::assessment::{
    Sheet, difference, heat_map, one_page_style, register, report, safeguard_gaps, style, summary,
    treatment_plan,
};
use riskwright_documents::spreadsheet::{Spreadsheet, csv, xlsx};
use riskwright_documents::{Document, Stamp, Style, pdf};
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::number::AssessmentNumber;
use std::fmt::Display;

/// The file; the same sheet and time give the same bytes.
///
/// # Errors
/// `document` for a text that cannot be set, `not_found` without an earlier assessment to compare with.
pub fn bytes(
    sheet: &Sheet<'_>,
    report: Report,
    format: ReportFormat,
    at: Timestamp,
    changes: &[Change],
) -> CommandResult<Vec<u8>> {
    match format {
        ReportFormat::Pdf => pages(&document(sheet, report, changes)?, look(report), at),
        ReportFormat::Xlsx => xlsx::write(&tables(sheet, report)).map_err(|error| untold(&error)),
        ReportFormat::Csv => {
            let first = tables(sheet, report).first().map(csv::write).transpose();
            Ok(first.map_err(|error| untold(&error))?.unwrap_or_default())
        }
        ReportFormat::Ics => Ok(calendar::write(sheet.content, sheet.assessment, at).into_bytes()),
    }
}

/// What differs from the assessment before, in words.
///
/// # Errors
/// `not_found` where there is none; what the comparison answers.
pub fn changes(state: &mut State, to: &AssessmentNumber) -> CommandResult<Vec<Change>> {
    let content = state.session()?.content()?;
    let from = content.assessments.iter().find(|one| one.number == *to).and_then(|one| one.previous.clone());
    let compare = Compare { from: Some(from.ok_or_else(nothing_before)?), to: Some(to.clone()) };
    let view = assessment::difference(state, compare)?;
    let changes = view.changes.into_iter().map(|row| Change {
        group: group(&row.record.kind),
        record: row.record.id.rsplit('/').next().unwrap_or_default().to_owned(),
        title: row.title,
        change: kind(row.change).to_owned(),
        words: row.words,
    });
    Ok(changes.collect())
}

fn document(sheet: &Sheet<'_>, report: Report, changes: &[Change]) -> CommandResult<Document> {
    Ok(match report {
        Report::Assessment => report::document(sheet),
        Report::Summary => summary::document(sheet),
        Report::Register => register::document(sheet),
        Report::HeatMap => heat_map::document(sheet),
        Report::TreatmentPlan => treatment_plan::document(sheet),
        Report::SafeguardGaps => safeguard_gaps::document(sheet),
        Report::Difference => {
            let from = sheet.assessment.previous.as_ref().ok_or_else(nothing_before)?;
            difference::document(sheet, from, changes)
        }
        Report::Calendar => return Err(CommandError::internal("report")),
    })
}

fn look(report: Report) -> Style {
    if report == Report::Summary { one_page_style() } else { style() }
}

/// A document as the bytes of a PDF whose identifier is made of its content.
///
/// # Errors
/// `document` for a text that cannot be set.
pub fn pages(document: &Document, style: Style, at: Timestamp) -> CommandResult<Vec<u8>> {
    let text = serde_json::to_vec(document).map_err(|_| CommandError::internal("report"))?;
    let hash = hex::decode(sha256_hex(&text)).unwrap_or_default();
    let identifier = std::array::from_fn(|place| hash.get(place).copied().unwrap_or_default());
    Ok(pdf::write(document, &style, &Stamp { created: at, identifier })?)
}

/// The sheets of a report; a file of comma-separated values takes the first.
fn tables(sheet: &Sheet<'_>, report: Report) -> Vec<Spreadsheet> {
    match report {
        Report::Register => register::spreadsheets(sheet),
        Report::TreatmentPlan => vec![treatment_plan::spreadsheet(sheet)],
        Report::SafeguardGaps => vec![safeguard_gaps::spreadsheet(sheet)],
        Report::Assessment | Report::Summary | Report::HeatMap | Report::Difference | Report::Calendar => {
            Vec::new()
        }
    }
}

fn untold(error: &impl Display) -> CommandError {
    CommandError::new(ErrorCode::Document, format!("The spreadsheet cannot be written: {error}."))
}

fn nothing_before() -> CommandError {
    CommandError::new(ErrorCode::NotFound, "There is no earlier assessment to compare with.")
}

/// The kind of record as a heading.
fn group(kind: &str) -> String {
    match kind {
        "risk" => "Risks".to_owned(),
        "asset" => "Assets".to_owned(),
        "threat" | "threat_disposition" => "Threats".to_owned(),
        "safeguard" | "safeguard_status" => "Safeguards".to_owned(),
        "decision" | "addressable_decision" => "Decisions".to_owned(),
        "answer" | "factor_answer" => "Answers".to_owned(),
        "vendor" => "Vendors".to_owned(),
        other => other.replace('_', " "),
    }
}

fn kind(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::New => "New",
        DifferenceKind::Worse => "Worse",
        DifferenceKind::Better => "Better",
        DifferenceKind::Closed => "Closed",
        DifferenceKind::Changed => "Changed",
        DifferenceKind::Gone => "Gone",
    }
}
