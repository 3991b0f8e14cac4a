//! Excel workbooks (ISO/IEC 29500): a sheet a table, texts always as strings, never a formula.

use super::cell::{Cell, CellKind, LARGEST_NUMBER};
use super::{Column, Spreadsheet};
use jiff::civil::{Date, date};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Longest name of a tab, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// Characters that the name of a tab may not hold.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The first day that every program counts alike: Excel has a 29 February 1900, which never was.
const FIRST_DAY: Date = date(1900, 3, 1);

/// Why tables do not fit into a workbook.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A text is longer than a cell takes: 32,767 UTF-16 units.
    #[error("a text is longer than a cell takes: sheet {sheet}, row {row}, column {column}")]
    LongText {
        /// Position of the table, from 1.
        sheet: usize,
        /// Row as a person sees it, from 1.
        row: u32,
        /// Column, from 1.
        column: u16,
    },
    /// More rows or columns than a sheet takes: 1,048,576 and 16,384.
    #[error("sheet {sheet} has more rows or columns than a sheet takes")]
    LargeSheet {
        /// Position of the table, from 1.
        sheet: usize,
    },
    /// The file cannot be put together.
    #[error("the workbook cannot be written")]
    Workbook(#[source] XlsxError),
}

/// A workbook with a sheet for each table; the same tables give the same bytes.
///
/// The names of the columns are bold, stay in view and can be filtered by. Days are days, numbers are numbers.
///
/// # Errors
/// [`WriteError`] for what a workbook does not hold.
pub fn write(sheets: &[Spreadsheet]) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties()?);
    let mut taken = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let name = tab_name(&sheet.title, &taken);
        let page = workbook.add_worksheet();
        page.set_name(&name).map_err(WriteError::Workbook)?;
        taken.push(name.to_lowercase());
        Page { page, sheet: at + 1 }.fill(sheet)?;
    }
    workbook.save_to_buffer().map_err(WriteError::Workbook)
}

/// A workbook names the time it was made; a fixed one, as the same content is to give the same bytes.
fn properties() -> Result<DocProperties, WriteError> {
    let at = ExcelDateTime::from_ymd(2000, 1, 1).map_err(WriteError::Workbook)?;
    Ok(DocProperties::new().set_creation_datetime(&at))
}

struct Page<'a> {
    page: &'a mut Worksheet,
    sheet: usize,
}

impl Page<'_> {
    fn fill(&mut self, sheet: &Spreadsheet) -> Result<(), WriteError> {
        self.head(&sheet.columns)?;
        for (at, row) in sheet.rows.iter().enumerate() {
            let row_number = u32::try_from(at + 1).map_err(|_| self.large())?;
            for (column, cell) in row.iter().enumerate() {
                let column = self.column(column)?;
                self.put(row_number, column, cell)?;
            }
        }
        self.filter(sheet)
    }

    fn head(&mut self, columns: &[Column]) -> Result<(), WriteError> {
        let (number, bold) = (self.sheet, Format::new().set_bold());
        for (at, column) in columns.iter().enumerate() {
            let place = self.column(at)?;
            let format = column_format(column.kind);
            let set = self.page.set_column_width(place, f64::from(column.width));
            set.and_then(|page| page.set_column_format(place, &format))
                .and_then(|page| page.write_string_with_format(0, place, &column.name, &bold))
                .map_err(|error| told(number, &error, 0, place))?;
        }
        Ok(())
    }

    fn put(&mut self, row: u32, column: u16, cell: &Cell) -> Result<(), WriteError> {
        let number = self.sheet;
        let done = match cell {
            Cell::Empty => return Ok(()),
            Cell::Number(number) if number.unsigned_abs() <= LARGEST_NUMBER.unsigned_abs() => {
                // Exact: the guard keeps to what binary64 holds.
                let number = *number as f64;
                self.page.write_number(row, column, number)
            }
            Cell::Date(day) if *day >= FIRST_DAY => {
                let format = column_format(CellKind::Date);
                excel_day(*day)
                    .and_then(|day| self.page.write_datetime_with_format(row, column, day, &format))
            }
            other => {
                let format = column_format(CellKind::Text);
                self.page.write_string_with_format(row, column, other.words(), &format)
            }
        };
        done.map(|_| ()).map_err(|error| told(number, &error, row, column))
    }

    fn filter(&mut self, sheet: &Spreadsheet) -> Result<(), WriteError> {
        let Some(last) = sheet.columns.len().checked_sub(1) else { return Ok(()) };
        let (rows, last) = (u32::try_from(sheet.rows.len()).map_err(|_| self.large())?, self.column(last)?);
        let number = self.sheet;
        let frozen = self.page.set_freeze_panes(1, 0);
        frozen
            .and_then(|page| page.autofilter(0, 0, rows, last))
            .map(|_| ())
            .map_err(|error| told(number, &error, rows, last))
    }

    fn column(&self, at: usize) -> Result<u16, WriteError> {
        u16::try_from(at).map_err(|_| self.large())
    }

    fn large(&self) -> WriteError {
        WriteError::LargeSheet { sheet: self.sheet }
    }
}

fn told(sheet: usize, error: &XlsxError, row: u32, column: u16) -> WriteError {
    match error {
        XlsxError::MaxStringLengthExceeded => {
            WriteError::LongText { sheet, row: row + 1, column: column + 1 }
        }
        _ => WriteError::LargeSheet { sheet },
    }
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

/// What a person types into a column of text stays text: `@` is the format for that.
fn column_format(kind: CellKind) -> Format {
    Format::new().set_num_format(match kind {
        CellKind::Text => "@",
        CellKind::Number => "0",
        CellKind::Date => "yyyy-mm-dd",
    })
}

/// A name that a tab may have and no other one has: `taken` holds the others in small letters.
fn tab_name(title: &str, taken: &[String]) -> String {
    let allowed: String = title.chars().map(|one| if bad_in_name(one) { ' ' } else { one }).collect();
    let allowed = allowed.trim_matches([' ', '\'']);
    // Excel keeps the name for itself.
    let allowed =
        if allowed.is_empty() || allowed.eq_ignore_ascii_case("history") { "Sheet" } else { allowed };
    let mut name = cut(allowed, LONGEST_NAME);
    let mut number = 2;
    while taken.contains(&name.to_lowercase()) {
        let end = format!(" {number}");
        name = cut(allowed, LONGEST_NAME - end.len()) + &end;
        number += 1;
    }
    name
}

fn bad_in_name(one: char) -> bool {
    one.is_control() || NOT_IN_NAMES.contains(&one) || matches!(one, '\u{FFFE}' | '\u{FFFF}')
}

fn cut(text: &str, longest: usize) -> String {
    let mut length = 0;
    let fits = |one: &char| {
        length += one.len_utf16();
        length <= longest
    };
    text.chars().take_while(fits).collect::<String>().trim_end_matches([' ', '\'']).to_owned()
}
