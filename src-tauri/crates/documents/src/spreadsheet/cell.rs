//! A cell of a table, and the escape that keeps a text from being computed.

use jiff::civil::Date;

/// The largest whole number that a spreadsheet program holds exactly: 2^53, as its numbers are binary64 (IEEE 754).
pub const LARGEST_NUMBER: i64 = 1 << 53;

/// What a spreadsheet program, or one that opens its files, takes for the beginning of something to compute.
///
/// The last four are the wide forms that some programs take for the narrow ones; the apostrophe is here so that an
/// escaped text can be told from one that began so.
const COMPUTED: [char; 12] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\'', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text: what is typed stays as it is typed.
    Text,
    /// Whole numbers.
    Number,
    /// Days, shown as `2026-11-21`.
    Date,
}

/// A value in a [`super::Spreadsheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, never a formula.
    Text(String),
    /// A whole number; beyond [`LARGEST_NUMBER`] XLSX gets its digits as text, so that none is lost.
    Number(i64),
    /// A day; before 1900-03-01 XLSX gets it as text, because no two programs count those days alike.
    Date(Date),
}

impl Cell {
    /// The value as people read it: numbers as digits, days as in ISO 8601.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Cell {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A text with an apostrophe before it where it would be computed.
pub fn harmless(text: String) -> String {
    if text.starts_with(COMPUTED) { format!("'{text}") } else { text }
}

/// The text that [`harmless`] was given.
pub fn taken_back(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(COMPUTED) => rest.to_owned(),
        _ => text,
    }
}
