//! Files and standard input of the caller, read with a limit: what is too large is refused before it costs memory.

use crate::failure::Failure;
use riskwright_app::{CommandError, ErrorCode};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// The largest PDF taken, in bytes; a policy has less than one megabyte.
pub const LARGEST_DOCUMENT: usize = 64 * 1024 * 1024;

/// The largest list, key or text for the lint taken, in bytes.
pub const LARGEST_TEXT: usize = 8 * 1024 * 1024;

/// The bytes of a file.
pub fn bytes(file: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::file(file, error);
    let opened = File::open(file).map_err(failed)?;
    let size = opened.metadata().map_err(failed)?.len();
    if usize::try_from(size).map_or(true, |size| size > most) {
        return Err(too_large(Some(size), most));
    }
    // A pipe or a device has no size of its own.
    limited(opened, most, file)
}

/// The text of a file.
pub fn text(file: &Path, most: usize) -> Result<String, Failure> {
    utf8(bytes(file, most)?, file)
}

/// The text of standard input.
pub fn standard(most: usize) -> Result<String, Failure> {
    let place = Path::new("standard input");
    utf8(limited(std::io::stdin().lock(), most, place)?, place)
}

fn limited(source: impl Read, most: usize, place: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    source.take(limit).read_to_end(&mut bytes).map_err(|error| Failure::file(place, error))?;
    if bytes.len() > most { Err(too_large(None, most)) } else { Ok(bytes) }
}

fn utf8(bytes: Vec<u8>, place: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes)
        .map_err(|_| Failure::file(place, std::io::Error::new(ErrorKind::InvalidData, "not UTF-8 text")))
}

fn too_large(size: Option<u64>, most: usize) -> Failure {
    let has = size.map_or_else(|| "too many".to_owned(), |size| size.to_string());
    CommandError::new(ErrorCode::Invalid, format!("The file has {has} bytes; at most {most} are taken."))
        .hint("Check that this is the right file.")
        .into()
}
