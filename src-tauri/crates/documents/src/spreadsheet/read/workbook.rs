//! Excel workbooks: every sheet, cell by cell, unpacked only as far as the limits go.

use super::{LARGEST_TEXT, ReadError, ReadRow, ReadSheet, Taken};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use zip::ZipArchive;

/// Days that are shown as a date, from 1900-01-01 to 9999-12-31; what is less than a day is a time.
const CALENDAR: Range<f64> = 0.0..2_958_466.0;

/// The sheets in the order of the tabs; pages that only hold a chart are none.
pub fn read(bytes: &[u8]) -> Result<Vec<ReadSheet>, ReadError> {
    unpacks(bytes)?;
    // The reader's own arithmetic may fail on a part that lies, such as a range that ends before it begins.
    let unreadable = |_| Err(ReadError::BrokenWorkbook { sheet: None });
    catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or_else(unreadable)
}

fn sheets(bytes: &[u8]) -> Result<Vec<ReadSheet>, ReadError> {
    let broken = |_| ReadError::BrokenWorkbook { sheet: None };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut taken = Taken::default();
    let read = names.into_iter().map(|name| {
        let rows = rows(&mut workbook, &name, &mut taken)?;
        Ok(ReadSheet { name, rows })
    });
    read.collect()
}

/// Unpacks everything once, and keeps nothing of it: what the directory says of the sizes may be a lie.
fn unpacks(bytes: &[u8]) -> Result<(), ReadError> {
    let broken = ReadError::BrokenWorkbook { sheet: None };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken.clone())?;
    let mut left = LARGEST_TEXT as u64;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| broken.clone())?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|_| broken.clone())?;
        left = left.checked_sub(unpacked).ok_or(ReadError::TooLargeUnpacked { limit: LARGEST_TEXT })?;
    }
    Ok(())
}

fn rows(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    taken: &mut Taken,
) -> Result<Vec<ReadRow>, ReadError> {
    let broken = || ReadError::BrokenWorkbook { sheet: Some(name.to_owned()) };
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| broken())?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|_| broken())? {
        let (row, column) = cell.pos;
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            let (row, column) = (row.saturating_add(1), column.saturating_add(1));
            return Err(ReadError::NotComputed { sheet: name.to_owned(), row, column });
        }
        let words = words(&cell.value);
        if words.is_empty() {
            continue;
        }
        taken.text(words.len())?;
        if !rows.contains_key(&row) {
            taken.row()?;
        }
        let place = place(rows.entry(row).or_default(), column, taken)?;
        if !place.is_empty() {
            return Err(broken());
        }
        *place = words;
    }
    Ok(rows.into_iter().map(|(row, cells)| ReadRow { number: row.saturating_add(1), cells }).collect())
}

fn place<'a>(
    cells: &'a mut Vec<String>,
    column: u32,
    taken: &mut Taken,
) -> Result<&'a mut String, ReadError> {
    let wanted = usize::try_from(column).unwrap_or(usize::MAX).saturating_add(1);
    if wanted > cells.len() {
        taken.cells(wanted - cells.len())?;
        cells.resize_with(wanted, String::new);
    }
    cells.get_mut(wanted - 1).ok_or(ReadError::BrokenWorkbook { sheet: None })
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(at) => instant(*at),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day, a time, or both; a length of time, and what lies outside of the calendar, in days as it is stored.
fn instant(at: ExcelDateTime) -> String {
    let days = at.as_f64();
    if at.is_duration() || !CALENDAR.contains(&days) {
        return days.to_string();
    }
    let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = match milli {
        0 => format!("{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}.{milli:03}"),
    };
    if days < 1.0 {
        return time;
    }
    if (hour, minute, second, milli) == (0, 0, 0, 0) { date } else { format!("{date}T{time}") }
}
