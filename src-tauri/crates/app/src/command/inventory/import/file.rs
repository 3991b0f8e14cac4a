//! The file of an import as sheets of text.

use crate::error::{CommandError, CommandResult, FieldError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use riskwright_documents::spreadsheet::{Encoding, LARGEST_FILE, ReadError, ReadSheet, read as read_sheets};

/// The sheets of a file.
///
/// # Errors
/// `invalid` where it is no base64, too large, or no spreadsheet that can be read.
pub fn read(name: &str, base64: &str) -> CommandResult<Vec<ReadSheet>> {
    if base64.len() / 4 > LARGEST_FILE / 3 + 1 {
        return Err(refused(&ReadError::TooLarge { limit: LARGEST_FILE }));
    }
    let bytes = STANDARD.decode(base64).map_err(|_| {
        let field = FieldError::new("content", "malformed", "The file did not arrive as base64 (RFC 4648).");
        CommandError::invalid("The file did not arrive whole.", vec![field])
    })?;
    read_sheets(&bytes, name).map_err(|error| refused(&error))
}

fn refused(error: &ReadError) -> CommandError {
    let message = format!("The file cannot be taken: {error}.");
    let field = FieldError::new("content", "unreadable", message.clone());
    CommandError::invalid(message, vec![field]).hint(hint(error))
}

fn hint(error: &ReadError) -> String {
    match error {
        ReadError::TooLarge { .. }
        | ReadError::TooLargeUnpacked { .. }
        | ReadError::TooManyRows { .. }
        | ReadError::TooManyCells { .. } => {
            "Keep the columns and rows of the inventory, and take it in parts."
        }
        ReadError::NotText { encoding: Encoding::Utf16, .. } | ReadError::NotText { .. } => {
            "Save it from the spreadsheet program as \"CSV UTF-8\" or as a workbook (.xlsx)."
        }
        ReadError::Broken { .. } => "Open it in a spreadsheet program and save it anew as CSV.",
        ReadError::NotComputed { .. } => {
            "Open the workbook in a spreadsheet program, save it, and take it again."
        }
        ReadError::BrokenWorkbook { .. } => {
            "Open it in a spreadsheet program and save it as a workbook (.xlsx)."
        }
        ReadError::OldOrLocked => "Take the password off, or save it as a workbook of today (.xlsx).",
        ReadError::NoSheet => {
            "Choose the file that holds the inventory, with the names of the columns in its first row."
        }
    }
    .to_owned()
}
