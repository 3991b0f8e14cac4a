//! Comma-separated values (RFC 4180), nothing in them a spreadsheet program would compute.
//!
//! UTF-8 with a byte order mark: without it Excel takes the bytes for those of an old code page and spoils every
//! name with an accent; other programs pass over it.

use super::Spreadsheet;
use super::cell::{Cell, harmless};
use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use std::io::Error;

/// The byte order mark.
pub const MARK: &str = "\u{FEFF}";

/// The names of the columns and each row as a line that ends in CR LF.
///
/// A text that begins like a formula gets an apostrophe before it, which [`super::read()`] takes back; a number stays a
/// number, even a negative one. Every text is quoted, so that a reader who expects semicolons sees the same cells.
///
/// # Errors
/// What the library answers; writing into memory gives it no cause.
pub fn write(sheet: &Spreadsheet) -> Result<Vec<u8>, Error> {
    let mut bytes = MARK.as_bytes().to_vec();
    let mut lines = WriterBuilder::new()
        .flexible(true)
        .quote_style(QuoteStyle::NonNumeric)
        .terminator(Terminator::CRLF)
        .from_writer(&mut bytes);
    lines.write_record(sheet.columns.iter().map(|column| harmless(column.name.clone())))?;
    for row in &sheet.rows {
        lines.write_record(row.iter().map(harmless_words))?;
    }
    lines.flush()?;
    drop(lines);
    Ok(bytes)
}

fn harmless_words(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        _ => harmless(cell.words()),
    }
}
