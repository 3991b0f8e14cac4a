//! Cross-reference sections, as tables and as streams, with their trailers (ISO 32000-1, 7.5.4, 7.5.5 and 7.5.8).

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Object};

use super::budget::Budget;
use super::filter::decompress;
use super::place::Entry;
use super::scanner::Scanner;
use super::{Read, ReadError};

/// Largest object number (ISO 32000-1, Annex C).
const LARGEST_NUMBER: usize = 8_388_607;

/// One cross-reference section.
pub(crate) struct Section {
    /// The bytes from its first to behind its trailer.
    pub(crate) span: Range<usize>,
    /// Whether it is a stream.
    pub(crate) is_stream: bool,
    /// What it says about each object number.
    pub(crate) entries: BTreeMap<u32, Entry>,
    /// Its trailer, for a stream the stream's dictionary.
    pub(crate) trailer: Dictionary,
}

impl Section {
    /// Reads the section that begins at a byte offset, with the section that a hybrid file adds to it.
    pub(crate) fn read(bytes: &[u8], at: usize, budget: &Budget) -> Read<Self> {
        let unreadable = ReadError::CrossReference { at };
        let raise = |error| if error == ReadError::TooLarge { error } else { unreadable };
        let mut scanner = Scanner::new(bytes, at, budget);
        if !scanner.skip(b"xref") {
            return stream(bytes, at, budget).map_err(raise);
        }
        let mut section = table(&mut scanner, at, budget).map_err(raise)?;
        if let Ok(hidden) = section.trailer.get(b"XRefStm") {
            let hidden = offset(hidden).ok_or(unreadable)?;
            section.reveal(stream(bytes, hidden, budget).map_err(raise)?);
        }
        Ok(section)
    }

    /// Byte offset of the section before this one.
    pub(crate) fn previous(&self) -> Read<Option<usize>> {
        match self.trailer.get(b"Prev") {
            Err(_) => Ok(None),
            Ok(value) => offset(value).map(Some).ok_or(ReadError::CrossReference { at: self.span.start }),
        }
    }

    /// Adds the objects that a table hides from readers that know no cross-reference streams.
    fn reveal(&mut self, hidden: Self) {
        for (number, entry) in hidden.entries {
            let place = self.entries.entry(number).or_insert(entry);
            if *place == Entry::Free {
                *place = entry;
            }
        }
    }
}

fn table(scanner: &mut Scanner, at: usize, budget: &Budget) -> Read<Section> {
    let mut entries = BTreeMap::new();
    scanner.skip_space();
    while !scanner.skip(b"trailer") {
        let first = scanner.unsigned()?;
        scanner.skip_space();
        let count = scanner.unsigned()?;
        for index in 0..count {
            budget.take_value()?;
            let entry = row(scanner)?;
            insert(&mut entries, first.saturating_add(index), entry)?;
        }
        scanner.skip_space();
    }
    scanner.skip_space();
    let Object::Dictionary(trailer) = scanner.value()? else {
        return Err(ReadError::CrossReference { at });
    };
    Ok(Section { span: at..scanner.at(), is_stream: false, entries, trailer })
}

fn row(scanner: &mut Scanner) -> Read<Entry> {
    scanner.skip_space();
    let offset = scanner.unsigned()?;
    scanner.skip_space();
    let generation = scanner.unsigned()?;
    scanner.skip_space();
    if scanner.skip(b"f") {
        return Ok(Entry::Free);
    }
    scanner.require(b"n")?;
    let malformed = ReadError::Value { at: scanner.at() };
    Ok(Entry::At { offset, generation: u16::try_from(generation).map_err(|_| malformed)? })
}

fn stream(bytes: &[u8], at: usize, budget: &Budget) -> Read<Section> {
    let unreadable = ReadError::CrossReference { at };
    let mut scanner = Scanner::new(bytes, at, budget);
    scanner.object_header()?;
    let Object::Dictionary(trailer) = scanner.value()? else { return Err(unreadable) };
    if !trailer.has_type(b"XRef") || !scanner.stream_start() {
        return Err(unreadable);
    }
    let length = trailer.get(b"Length").ok().and_then(offset).ok_or(unreadable)?;
    let data = scanner.stream_end(length)?;
    scanner.skip_space();
    scanner.require(b"endobj")?;
    let rows = decompress(&trailer, bytes.get(data).unwrap_or_default(), budget)?;
    let entries = rows_of(&trailer, &rows, budget)?;
    Ok(Section { span: at..scanner.at(), is_stream: true, entries, trailer })
}

fn rows_of(trailer: &Dictionary, rows: &[u8], budget: &Budget) -> Read<BTreeMap<u32, Entry>> {
    let malformed = ReadError::Value { at: 0 };
    let widths = naturals(trailer, b"W").ok_or(malformed)?;
    let &[kind, second, third] = widths.as_slice() else { return Err(malformed) };
    if [kind, second, third].iter().any(|width| *width > 7) || kind + second + third == 0 {
        return Err(malformed);
    }
    let size = trailer.get(b"Size").ok().and_then(offset).ok_or(malformed)?;
    let index =
        if trailer.has(b"Index") { naturals(trailer, b"Index").ok_or(malformed)? } else { vec![0, size] };
    let mut rows = rows.chunks_exact(kind + second + third);
    let mut entries = BTreeMap::new();
    for section in index.chunks(2) {
        let &[first, count] = section else { return Err(malformed) };
        for step in 0..count {
            budget.take_value()?;
            let row = rows.next().ok_or(malformed)?;
            let entry = binary_row(row, kind, second).ok_or(malformed)?;
            insert(&mut entries, first.saturating_add(step), entry)?;
        }
    }
    Ok(entries)
}

fn binary_row(row: &[u8], kind: usize, second: usize) -> Option<Entry> {
    let (kind, rest) = row.split_at_checked(kind)?;
    let (second, third) = rest.split_at_checked(second)?;
    let kind = if kind.is_empty() { 1 } else { big_endian(kind) };
    match kind {
        0 => Some(Entry::Free),
        1 => {
            Some(Entry::At { offset: big_endian(second), generation: u16::try_from(big_endian(third)).ok()? })
        }
        2 => Some(Entry::In { container: u32::try_from(big_endian(second)).ok()?, index: big_endian(third) }),
        _ => None,
    }
}

/// The number of at most seven bytes.
fn big_endian(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// Notes an entry; a number that comes twice in a section is an error, because readers differ in which they take.
fn insert(entries: &mut BTreeMap<u32, Entry>, number: usize, entry: Entry) -> Read<()> {
    let malformed = ReadError::Value { at: 0 };
    if number > LARGEST_NUMBER {
        return Err(malformed);
    }
    let number = u32::try_from(number).map_err(|_| malformed)?;
    match entries.insert(number, entry) {
        None => Ok(()),
        Some(_) => Err(malformed),
    }
}

fn naturals(dictionary: &Dictionary, key: &[u8]) -> Option<Vec<usize>> {
    dictionary.get(key).ok()?.as_array().ok()?.iter().map(offset).collect()
}

fn offset(value: &Object) -> Option<usize> {
    usize::try_from(value.as_i64().ok()?).ok()
}
