//! Comma-separated values (RFC 4180), nothing in them a spreadsheet program would compute.
//!
//! UTF-8 with a byte order mark: without it Excel takes the bytes for those of an old code page and spoils every
//! name with an accent; other programs pass over it.

use super::Spreadsheet;
use super::cell::{Cell, harmless};

/// The byte order mark.
pub const MARK: &str = "\u{FEFF}";

/// The names of the columns and each row as a line that ends in CR LF.
///
/// A text that begins like a formula gets an apostrophe before it, which [`super::read()`] takes back; a number stays a
/// number, even a negative one. Whatever could be taken for a separator is quoted, so that a reader who expects
/// semicolons sees the same cells.
#[must_use]
pub fn write(sheet: &Spreadsheet) -> Vec<u8> {
    let mut text = String::from(MARK);
    let names: Vec<Cell> = sheet.columns.iter().map(|column| Cell::Text(column.name.clone())).collect();
    line(&mut text, &names);
    for row in &sheet.rows {
        line(&mut text, row);
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: &[Cell]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&quoted(harmless_words(cell)));
    }
    text.push_str("\r\n");
}

fn harmless_words(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        _ => harmless(cell.words()),
    }
}

fn quoted(words: String) -> String {
    if words.contains([',', ';', '\t', '"', '\r', '\n']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}
