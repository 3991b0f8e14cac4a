//! Rows of a spreadsheet: the preview that drops none, and the import.

mod cell;
mod column;
mod file;
mod lookup;
mod plan;
mod row;

use super::form::*;
use super::starter::next_numbers;
use crate::error::{CommandError, CommandResult, FieldError};
use crate::state::State;
use crate::words;
use plan::{Plan, Wanted, plan};
use riskwright_domain::assessment::Asset;
use riskwright_domain::number::AssessmentNumber;
use riskwright_store::Writer;

/// Longest list of refused rows that an error names one by one.
const MOST_NAMED: usize = 200;

/// What an import would do; nothing is written.
///
/// # Errors
/// `invalid` for a file, sheet or mapping that cannot be taken, `frozen`.
pub fn preview(state: &mut State, request: PreviewImport) -> CommandResult<ImportPreview> {
    let content = state.session()?.content()?;
    let assessment = words::changeable(content)?;
    let sheets = file::read(&request.file_name, &request.content)?;
    let wanted = Wanted { sheet: request.sheet.as_deref(), mapping: request.mapping.as_deref() };
    Ok(plan(content, assessment, &sheets, &wanted)?.preview)
}

/// Takes the rows: all that the preview of the same file takes, in one transaction.
///
/// # Errors
/// `invalid` for a file, sheet or mapping that cannot be taken, and with every refused row unless those are to be left
/// out; `frozen`.
pub fn import(state: &mut State, request: ImportAssets) -> CommandResult<ImportedAssets> {
    let session = state.session()?;
    words::changeable(session.content()?)?;
    let sheets = file::read(&request.file_name, &request.content)?;
    session.write("inventory::import", |writer| {
        // Looked at again within the transaction: what was shown may be old.
        let content = riskwright_store::content::load(writer)?;
        let assessment = words::changeable(&content)?;
        let wanted = Wanted { sheet: Some(&request.sheet), mapping: Some(&request.mapping) };
        let plan = plan(&content, assessment, &sheets, &wanted)?;
        if !request.leave_out_refused {
            refuse(&plan.preview)?;
        }
        write(writer, &assessment.number, plan)
    })
}

fn write(writer: &mut Writer<'_>, number: &AssessmentNumber, plan: Plan) -> CommandResult<ImportedAssets> {
    let numbers = next_numbers(writer, plan.new.len())?;
    for (asset, given) in plan.new.into_iter().zip(numbers) {
        writer.put_asset(number, &Asset { number: given, ..asset })?;
    }
    for asset in &plan.changed {
        writer.put_asset(number, asset)?;
    }
    let preview = plan.preview;
    let refused = preview.rows.into_iter().filter(|row| row.fate == ImportFate::Refused);
    Ok(ImportedAssets {
        added: preview.added,
        changed: preview.changed,
        unchanged: preview.unchanged,
        left_out: refused.collect(),
    })
}

fn refuse(preview: &ImportPreview) -> CommandResult<()> {
    if preview.refused == 0 {
        return Ok(());
    }
    let refused = preview.rows.iter().filter(|row| row.fate == ImportFate::Refused);
    let blocking = refused.flat_map(|row| row.problems.iter().map(move |problem| (row, problem)));
    let blocking = blocking.filter(|(_, problem)| problem.blocking).take(MOST_NAMED);
    let fields = blocking.map(|(row, problem)| FieldError {
        line: Some(row.row),
        column: problem.column.map(|column| column.saturating_add(1)),
        ..FieldError::new(format!("row {}", row.row), "refused", &problem.message)
    });
    let message = format!("Nothing was taken: {} of the rows cannot be taken as they are.", preview.refused);
    Err(CommandError::invalid(message, fields.collect())
        .hint("Correct them in the file, or choose to leave those rows out."))
}
