//! What would become of every row of a sheet: the same for the preview and for the import.

use super::lookup::Lookup;
use super::row::{Read, read, text, whole_row};
use super::{AssetField, ImportFate, ImportPreview, ImportProblem, ImportRow, Mapped, column};
use crate::command::inventory::rule;
use crate::error::{CommandError, CommandResult, FieldError};
use crate::faults::Faults;
use riskwright_documents::spreadsheet::{ReadRow, ReadSheet};
use riskwright_domain::assessment::{Assessment, Asset};
use riskwright_domain::workspace::Content;
use std::collections::BTreeMap;

/// Most rows of an inventory; a large hospital has some thousands.
const MOST_ROWS: usize = 20_000;

/// Most empty rows between others that are listed one by one.
const MOST_EMPTY: usize = 1000;

/// Which sheet and columns.
pub struct Wanted<'a> {
    /// Name of the sheet; the first that holds anything if left out.
    pub sheet: Option<&'a str>,
    /// The columns; guessed from the headings if left out.
    pub mapping: Option<&'a [Mapped]>,
}

/// A preview, and what it would write.
pub struct Plan {
    /// What a person is shown.
    pub preview: ImportPreview,
    /// New assets without a number.
    pub new: Vec<Asset>,
    /// Assets that are there and would change.
    pub changed: Vec<Asset>,
}

/// Looks at every row of a sheet.
///
/// # Errors
/// `invalid` for a sheet or mapping that the file has not, and for more rows than an inventory has.
pub fn plan(
    content: &Content,
    assessment: &Assessment,
    sheets: &[ReadSheet],
    wanted: &Wanted<'_>,
) -> CommandResult<Plan> {
    let sheet = chosen(sheets, wanted.sheet)?;
    let (headings, rows) = parts(sheet)?;
    let mapping = match wanted.mapping {
        Some(mapping) => column::checked(mapping, headings.len())?,
        None => column::guessed(&headings),
    };
    let mut planner = Planner::new(content, assessment, mapping);
    let mut before = sheet.rows.first().map_or(0, |row| row.number);
    for row in rows {
        planner.empty(before, row.number);
        planner.row(row);
        before = row.number;
    }
    Ok(planner.done(sheets, sheet, headings, rows))
}

fn chosen<'a>(sheets: &'a [ReadSheet], name: Option<&str>) -> CommandResult<&'a ReadSheet> {
    let found = match name {
        Some(name) => sheets.iter().find(|sheet| sheet.name == name),
        None => sheets.iter().find(|sheet| !sheet.rows.is_empty()),
    };
    found.ok_or_else(|| {
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let message = format!("The file has no such sheet; it has: {}.", names.join(", "));
        let field = FieldError::new("sheet", "unknown_reference", message);
        CommandError::invalid("The sheet is not in the file.", vec![field])
    })
}

/// The headings, as many as the widest row has cells, and the rows below.
fn parts(sheet: &ReadSheet) -> CommandResult<(Vec<String>, &[ReadRow])> {
    let Some((first, rows)) = sheet.rows.split_first() else {
        let field = FieldError::new("sheet", "empty", "The first row has to hold the names of the columns.");
        return Err(CommandError::invalid("There is nothing in the sheet.", vec![field]));
    };
    if rows.len() > MOST_ROWS {
        let message = format!("Take {MOST_ROWS} rows or fewer at once; these are {}.", rows.len());
        let field = FieldError {
            limit: Some(MOST_ROWS.to_string()),
            ..FieldError::new("content", "too_many", message)
        };
        return Err(CommandError::invalid("The sheet has too many rows.", vec![field]));
    }
    let widest = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut headings: Vec<String> = first.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    headings.resize(widest, String::new());
    Ok((headings, rows))
}

/// Goes through the rows, and knows which were about what.
struct Planner<'a> {
    content: &'a Content,
    assessment: &'a Assessment,
    lookup: Lookup<'a>,
    mapping: Vec<Mapped>,
    /// Rows by what they are about.
    seen: BTreeMap<String, u32>,
    rows: Vec<ImportRow>,
    empty: usize,
    new: Vec<Asset>,
    changed: Vec<Asset>,
}

impl<'a> Planner<'a> {
    fn new(content: &'a Content, assessment: &'a Assessment, mapping: Vec<Mapped>) -> Self {
        Self {
            content,
            assessment,
            lookup: Lookup::of(content, assessment),
            mapping,
            seen: BTreeMap::new(),
            rows: Vec::new(),
            empty: 0,
            new: Vec::new(),
            changed: Vec::new(),
        }
    }

    /// The rows between two that hold something.
    fn empty(&mut self, before: u32, after: u32) {
        for row in before.saturating_add(1)..after {
            self.empty += 1;
            if self.empty <= MOST_EMPTY {
                self.rows.push(shown(row, ImportFate::Empty, String::new(), Vec::new()));
            }
        }
    }

    fn row(&mut self, row: &ReadRow) {
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return self.rows.push(shown(row.number, ImportFate::Empty, String::new(), Vec::new()));
        }
        let mut found = read(&self.assessment.assets, &self.lookup, &self.mapping, &row.cells);
        self.check(&mut found, row.number);
        let fate = fate(&found);
        let name = found.asset.name.clone();
        let number = found.there.map(|asset| asset.number.clone());
        self.rows.push(ImportRow { number, ..shown(row.number, fate, name, found.problems) });
        match fate {
            ImportFate::Add => self.new.push(found.asset),
            ImportFate::Change => self.changed.push(Asset { carried: false, ..found.asset }),
            _ => {}
        }
    }

    /// The rules that hold for an asset however it comes, and that no other row is about it.
    fn check(&mut self, found: &mut Read<'_>, row: u32) {
        let mut faults = Faults::new();
        rule::asset(&mut faults, self.content, self.assessment, &found.asset, "");
        for fault in faults.into_fields() {
            let field = field_of(&fault.field);
            let told = found.problems.iter().any(|problem| problem.blocking && problem.field == field);
            if field.is_none() || !told {
                found.problems.push(ImportProblem { field, ..whole_row(&fault.message) });
            }
        }
        let subject = match found.there {
            Some(asset) => asset.number.to_string(),
            None => super::cell::spaced(&found.asset.name),
        };
        if let Some(before) = self.seen.get(&subject).filter(|_| !subject.is_empty()) {
            found
                .problems
                .push(whole_row(&format!("Row {before} is about the same asset; keep one of the two.")));
        } else {
            self.seen.insert(subject, row);
        }
    }

    fn done(self, sheets: &[ReadSheet], sheet: &ReadSheet, headings: Vec<String>, rows: &[ReadRow]) -> Plan {
        let count = |fate: ImportFate| {
            u32::try_from(self.rows.iter().filter(|row| row.fate == fate).count()).unwrap_or(u32::MAX)
        };
        let problems = of_sheet(&headings, &self.mapping, rows, self.empty);
        let preview = ImportPreview {
            sheets: sheets.iter().map(|sheet| sheet.name.clone()).collect(),
            sheet: sheet.name.clone(),
            headings,
            added: count(ImportFate::Add),
            changed: count(ImportFate::Change),
            unchanged: count(ImportFate::Same),
            refused: count(ImportFate::Refused),
            mapping: self.mapping,
            rows: self.rows,
            problems,
        };
        Plan { preview, new: self.new, changed: self.changed }
    }
}

fn fate(found: &Read<'_>) -> ImportFate {
    if found.problems.iter().any(|problem| problem.blocking) {
        return ImportFate::Refused;
    }
    match found.there {
        None => ImportFate::Add,
        Some(there) if *there == found.asset => ImportFate::Same,
        Some(_) => ImportFate::Change,
    }
}

fn shown(row: u32, fate: ImportFate, name: String, problems: Vec<ImportProblem>) -> ImportRow {
    ImportRow { row, fate, name, number: None, problems }
}

/// What is not taken of the sheet as a whole: columns that fill nothing, and empty rows that are not listed.
fn of_sheet(headings: &[String], mapping: &[Mapped], rows: &[ReadRow], empty: usize) -> Vec<ImportProblem> {
    let mut problems = Vec::new();
    if !mapping.iter().any(|mapped| matches!(mapped.field, AssetField::Name | AssetField::Number)) {
        problems.push(whole_row("No column gives the name: say which one does."));
    }
    for (column, heading) in (0_u32..).zip(headings) {
        let place = Mapped { column, field: AssetField::Name };
        let holds = rows.iter().filter(|row| text(&place, &row.cells).is_some()).count();
        if holds == 0 || mapping.iter().any(|mapped| mapped.column == column) {
            continue;
        }
        let name = if heading.is_empty() { "without a heading".to_owned() } else { format!("{heading:?}") };
        let message =
            format!("Column {} ({name}) fills no field: its {holds} cells are not taken.", column + 1);
        problems.push(ImportProblem { column: Some(column), blocking: false, ..whole_row(&message) });
    }
    if empty > MOST_EMPTY {
        let message =
            format!("{empty} rows between the others are empty; the first {MOST_EMPTY} are listed.");
        problems.push(ImportProblem { blocking: false, ..whole_row(&message) });
    }
    problems
}

/// The field of a column that fills a field of an asset.
fn field_of(name: &str) -> Option<AssetField> {
    match name {
        "name" => Some(AssetField::Name),
        "owner" => Some(AssetField::Owner),
        "vendor" => Some(AssetField::Vendor),
        "sites" => Some(AssetField::Sites),
        "information" => Some(AssetField::Information),
        "recovery_time_hours" => Some(AssetField::RecoveryTime),
        "recovery_point_hours" => Some(AssetField::RecoveryPoint),
        _ => None,
    }
}
