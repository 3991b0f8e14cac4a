//! Typed tables for spreadsheet programs, and files of spreadsheet programs back as rows of text.
//!
//! Out goes [`Spreadsheet`] through [`csv::write`] or [`xlsx::write`]; in comes a file through [`read()`]. Nothing that
//! is written is a formula, whatever a text begins with. What the columns mean, and which record a row becomes, does
//! not belong here.

mod cell;
pub mod csv;
mod read;
pub mod xlsx;

pub use cell::{Cell, CellKind, LARGEST_NUMBER};
pub use read::{
    Encoding, LARGEST_FILE, LARGEST_TEXT, MOST_CELLS, MOST_ROWS, ReadError, ReadRow, ReadSheet, read,
};

/// A table as one sheet: named columns and typed rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spreadsheet {
    /// Name of the sheet, for people; XLSX shortens it to what a tab may be called.
    pub title: String,
    /// The columns; their names are the first row.
    pub columns: Vec<Column>,
    /// The rows below; a row may be shorter or longer than the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a [`Spreadsheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Name, in the first row.
    pub name: String,
    /// How empty cells of the column take what a person types into them.
    pub kind: CellKind,
    /// Width in characters; only XLSX shows it.
    pub width: u8,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn text(name: impl Into<String>, width: u8) -> Self {
        Self { name: name.into(), kind: CellKind::Text, width }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(name: impl Into<String>, width: u8) -> Self {
        Self { name: name.into(), kind: CellKind::Number, width }
    }

    /// A column of dates.
    #[must_use]
    pub fn date(name: impl Into<String>, width: u8) -> Self {
        Self { name: name.into(), kind: CellKind::Date, width }
    }
}
