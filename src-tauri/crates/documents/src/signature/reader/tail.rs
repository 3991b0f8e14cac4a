//! The end of a file: `startxref`, its number and `%%EOF` (ISO 32000-1, 7.5.5).

use super::budget::Budget;
use super::scanner::Scanner;
use super::{Read, ReadError};

/// Bytes at the end in which `startxref` is looked for.
const WINDOW: usize = 2048;

/// What the end of a file says.
pub(crate) struct Tail {
    /// Byte offset of the newest cross-reference section.
    pub(crate) section: usize,
    /// Bytes that follow `%%EOF` and its end of line.
    pub(crate) trailing: usize,
}

/// Reads the end of a file.
pub(crate) fn read(bytes: &[u8], budget: &Budget) -> Read<Tail> {
    let found = find_last(bytes, b"startxref").ok_or(ReadError::NoCrossReference)?;
    let mut scanner = Scanner::new(bytes, found, budget);
    let tail = |scanner: &mut Scanner| {
        scanner.require(b"startxref")?;
        while scanner.skip(b"\r") || scanner.skip(b"\n") || scanner.skip(b" ") {}
        let section = scanner.unsigned()?;
        while scanner.skip(b"\r") || scanner.skip(b"\n") || scanner.skip(b" ") {}
        scanner.require(b"%%EOF")?;
        Ok(section)
    };
    let section = tail(&mut scanner).map_err(|_: ReadError| ReadError::NoCrossReference)?;
    let _ends_a_line = scanner.skip(b"\r\n") || scanner.skip(b"\n") || scanner.skip(b"\r");
    Ok(Tail { section, trailing: bytes.len().saturating_sub(scanner.at()) })
}

fn find_last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(WINDOW);
    bytes.get(from..)?.windows(word.len()).rposition(|window| window == word).map(|at| from + at)
}
