//! Files of spreadsheet programs as rows of text, within limits.
//!
//! What a file is, its first bytes say; its name only says what it should have been.

mod table;
mod workbook;

use super::cell::taken_back;

/// Largest file, in bytes.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// Most rows that hold anything, all sheets together.
pub const MOST_ROWS: usize = 200_000;

/// Most cells, the empty ones before the last of a row counted too, all sheets together.
pub const MOST_CELLS: usize = 2_000_000;

/// Most bytes of text in all cells, and of a workbook once it is unpacked.
pub const LARGEST_TEXT: usize = 200 * 1024 * 1024;

const ZIP: &[u8] = b"PK\x03\x04";
const EMPTY_ZIP: &[u8] = b"PK\x05\x06";
/// Excel before 2007, and every newer workbook that is locked with a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSheet {
    /// Name of the tab; the file's name for comma-separated values.
    pub name: String,
    /// The rows that hold anything, from the top.
    pub rows: Vec<ReadRow>,
}

/// A row that holds anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Number as a person sees it beside the row, from 1.
    pub number: u32,
    /// Its cells from the first column on, as many as the row has.
    pub cells: Vec<String>,
}

/// How the bytes of a text that is not UTF-8 seem to be encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Two bytes a character: Excel's "Unicode text".
    Utf16,
    /// An older one; the bytes do not say which.
    Unknown,
}

/// Why a file cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file has more than [`LARGEST_FILE`] bytes.
    #[error("the file has more than {limit} bytes")]
    TooLarge {
        /// Most bytes.
        limit: usize,
    },
    /// The file is small, what is packed in it is not.
    #[error("unpacked, the file has more than {limit} bytes")]
    TooLargeUnpacked {
        /// Most bytes.
        limit: usize,
    },
    /// More than [`MOST_ROWS`] rows.
    #[error("there are more than {limit} rows")]
    TooManyRows {
        /// Most rows.
        limit: usize,
    },
    /// More than [`MOST_CELLS`] cells.
    #[error("there are more than {limit} cells")]
    TooManyCells {
        /// Most cells.
        limit: usize,
    },
    /// A text is not UTF-8, or holds the character NUL.
    #[error("line {line} is not UTF-8 text")]
    NotText {
        /// Line, from 1.
        line: usize,
        /// What it seems to be.
        encoding: Encoding,
    },
    /// A quotation mark opens a cell and nothing closes it, or something stands behind the closing one.
    #[error("the quotation marks of line {line} do not match")]
    Broken {
        /// Line where the cell begins, from 1.
        line: usize,
    },
    /// A formula whose result is not in the file: no spreadsheet program has saved it.
    #[error("sheet {sheet}, row {row}, column {column}: a formula without its result")]
    NotComputed {
        /// Name of the tab.
        sheet: String,
        /// Row, from 1.
        row: u32,
        /// Column, from 1.
        column: u32,
    },
    /// The file is a workbook by its name or first bytes, and cannot be read as one.
    #[error("the workbook is damaged or no workbook")]
    BrokenWorkbook {
        /// Name of the tab; none where it is not about one.
        sheet: Option<String>,
    },
    /// A workbook of Excel 97–2003, or one that is locked with a password.
    #[error("the workbook is of an old form or locked with a password")]
    OldOrLocked,
    /// There is no sheet in it that holds anything.
    #[error("there is nothing in the file")]
    NoSheet,
}

/// The sheets of a file: XLSX, or comma-separated values (also with semicolons or tabs), UTF-8.
///
/// Every cell is text: days as in ISO 8601, numbers in digits, results in place of formulas. An apostrophe that
/// [`super::csv::write`] put before a text is taken back. Rows without any text are left out; the numbers of the
/// others tell.
///
/// # Errors
/// [`ReadError`]; then nothing was taken.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Vec<ReadSheet>, ReadError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge { limit: LARGEST_FILE });
    }
    if bytes.starts_with(COMPOUND) {
        return Err(ReadError::OldOrLocked);
    }
    let sheets = if bytes.starts_with(ZIP) || bytes.starts_with(EMPTY_ZIP) || named_workbook(file_name) {
        workbook::read(bytes)?
    } else {
        let rows = table::read(bytes)?;
        vec![ReadSheet { name: file_name.to_owned(), rows }]
    };
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ReadError::NoSheet);
    }
    Ok(sheets)
}

fn named_workbook(file_name: &str) -> bool {
    let end = file_name.rsplit('.').next().unwrap_or_default();
    ["xlsx", "xlsm", "xls", "ods"].iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// Counts what was taken, so that no file takes more than the limits.
#[derive(Default)]
struct Taken {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Taken {
    fn row(&mut self) -> Result<(), ReadError> {
        self.rows += 1;
        if self.rows > MOST_ROWS { Err(ReadError::TooManyRows { limit: MOST_ROWS }) } else { Ok(()) }
    }

    fn cells(&mut self, more: usize) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(more);
        if self.cells > MOST_CELLS { Err(ReadError::TooManyCells { limit: MOST_CELLS }) } else { Ok(()) }
    }

    fn text(&mut self, more: usize) -> Result<(), ReadError> {
        self.text = self.text.saturating_add(more);
        let limit = LARGEST_TEXT;
        if self.text > limit { Err(ReadError::TooLargeUnpacked { limit }) } else { Ok(()) }
    }
}
