//! `riskwright inventory`.

use super::opened;
use crate::Done;
use crate::arguments::{ImportInventory, Inventory, Secret};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::evidence::FileContent;
use riskwright_app::command::inventory::{
    self, ImportAssets, ImportFate, ImportPreview, ImportProblem, ImportRow, PreviewImport,
};
use riskwright_app::{Effect, Needs};
use std::path::Path;

/// Imports.
pub fn run(what: &Inventory, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    match what {
        Inventory::Import(import) => self::import(import, secret, output),
    }
}

/// Says what becomes of every row, then takes them unless it is a dry run; no where a row is refused.
fn import(import: &ImportInventory, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let FileContent { name: file_name, base64: content } = file(&import.file)?;
    let app = opened(&import.workspace, secret)?;
    let request = PreviewImport {
        file_name: file_name.clone(),
        content: content.clone(),
        sheet: import.sheet.clone(),
        mapping: None,
    };
    let preview = app.run("inventory::preview", Effect::Read, Needs::Account, |state| {
        inventory::preview(state, request)
    })?;
    show(&preview, output);
    if import.dry_run {
        return Ok((preview.refused == 0).into());
    }
    let request = ImportAssets {
        file_name,
        content,
        sheet: preview.sheet,
        mapping: preview.mapping,
        leave_out_refused: import.leave_out_refused,
    };
    let done = app
        .run("inventory::import", Effect::Write, Needs::Content, |state| inventory::import(state, request))?;
    output.answer(&done, || {
        let left_out = done.left_out.len();
        format!(
            "Added {}, changed {}, left {} as they are, left out {left_out}.",
            done.added, done.changed, done.unchanged
        )
    });
    Ok(Done::from(done.left_out.is_empty()))
}

/// A line for the sheet, one a row, and one a problem.
fn show(preview: &ImportPreview, output: &Output) {
    for problem in &preview.problems {
        output.answer(problem, || format!("{}: {}", preview.sheet, sentence(problem)));
    }
    for row in &preview.rows {
        output.answer(row, || words(row));
    }
}

fn words(row: &ImportRow) -> String {
    let fate = match row.fate {
        ImportFate::Add => "add",
        ImportFate::Change => "change",
        ImportFate::Same => "same",
        ImportFate::Refused => "refused",
        ImportFate::Empty => "empty",
    };
    let number = row.number.as_ref().map(|number| format!(" ({number})")).unwrap_or_default();
    let mut text = format!("row {}: {fate} {}{number}", row.row, row.name).trim_end().to_owned();
    for problem in &row.problems {
        text += &format!("\n  {}", sentence(problem));
    }
    text
}

fn sentence(problem: &ImportProblem) -> String {
    let weight = if problem.blocking { "error" } else { "note" };
    let column = problem.column.map(|column| format!(" in column {}", column + 1)).unwrap_or_default();
    format!("{weight}{column}: {}", problem.message)
}

fn file(path: &Path) -> Result<FileContent, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(FileContent::of(&name, &bytes))
}
