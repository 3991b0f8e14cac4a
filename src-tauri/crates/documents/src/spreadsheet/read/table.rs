//! Comma-separated values: RFC 4180, and what programs write instead of it.
//!
//! Written out here rather than taken from a library, because a library passes over what a person must be told: a
//! quotation mark that nothing closes, and how many empty rows lie between two others.

use super::{Encoding, ReadError, ReadRow, Taken, taken_back};
use crate::spreadsheet::csv::MARK;

/// What may stand between cells; the first that occurs most wins.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The rows that hold anything, with the number that a spreadsheet program shows.
pub fn read(bytes: &[u8]) -> Result<Vec<ReadRow>, ReadError> {
    let text = text(bytes)?;
    let mut taken = Taken::default();
    let mut cursor = Cursor { rest: text.chars().peekable(), separator: separator(text), line: 1 };
    let mut rows = Vec::new();
    let mut number = 0;
    while cursor.rest.peek().is_some() {
        number += 1;
        let cells = cursor.row(&mut taken)?;
        if cells.iter().any(|cell| !cell.is_empty()) {
            taken.row()?;
            rows.push(ReadRow { number, cells });
        }
    }
    Ok(rows)
}

fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(ReadError::NotText { line: 1, encoding: Encoding::Utf16 });
    }
    let line = |at: usize| 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(ReadError::NotText { line: line(at), encoding: Encoding::Utf16 });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ReadError::NotText {
        line: line(error.valid_up_to()),
        encoding: Encoding::Unknown,
    })?;
    Ok(text.strip_prefix(MARK).unwrap_or(text))
}

/// The separator that occurs most outside of quotation marks, in the first row where any does.
fn separator(text: &str) -> char {
    let mut counts = [0_u32; SEPARATORS.len()];
    let mut quoted = false;
    for one in text.chars() {
        match one {
            '"' => quoted = !quoted,
            '\r' | '\n' if !quoted && counts.iter().any(|count| *count > 0) => break,
            _ if !quoted => {
                let found = SEPARATORS.iter().zip(&mut counts).find(|(separator, _)| **separator == one);
                if let Some((_, count)) = found {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.into_iter().max().unwrap_or_default();
    SEPARATORS
        .into_iter()
        .zip(counts)
        .find(|(_, count)| *count == most)
        .map_or(',', |(separator, _)| separator)
}

struct Cursor<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
}

impl Cursor<'_> {
    fn row(&mut self, taken: &mut Taken) -> Result<Vec<String>, ReadError> {
        let mut cells = Vec::new();
        loop {
            taken.cells(1)?;
            cells.push(taken_back(self.cell()?));
            match self.rest.next() {
                Some(one) if one == self.separator => {}
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    self.line += 1;
                    return Ok(cells);
                }
                Some(_) => {
                    self.line += 1;
                    return Ok(cells);
                }
                None => return Ok(cells),
            }
        }
    }

    /// A cell, without what ends it: a separator, the end of the line, or of the text.
    fn cell(&mut self) -> Result<String, ReadError> {
        if self.rest.next_if_eq(&'"').is_some() { self.quoted() } else { Ok(self.plain()) }
    }

    fn plain(&mut self) -> String {
        let separator = self.separator;
        let mut cell = String::new();
        while let Some(one) = self.rest.next_if(|one| *one != separator && !matches!(one, '\r' | '\n')) {
            cell.push(one);
        }
        cell
    }

    fn quoted(&mut self) -> Result<String, ReadError> {
        let broken = ReadError::Broken { line: self.line };
        let mut cell = String::new();
        while let Some(one) = self.rest.next() {
            if one == '"' && self.rest.next_if_eq(&'"').is_none() {
                let separator = self.separator;
                let ends = self.rest.peek().is_none_or(|one| *one == separator || matches!(one, '\r' | '\n'));
                return if ends { Ok(cell) } else { Err(broken) };
            }
            if one == '\n' {
                self.line += 1;
            }
            cell.push(one);
        }
        Err(broken)
    }
}
