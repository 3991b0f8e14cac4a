//! Object streams: objects that lie compressed within a stream (ISO 32000-1, 7.5.7).

use lopdf::{Dictionary, Object};

use super::budget::Budget;
use super::filter::decompress;
use super::scanner::Scanner;
use super::{Read, ReadError};

/// The decompressed data of an object stream and where each of its objects begins.
pub(crate) struct Container {
    data: Vec<u8>,
    places: Vec<(u32, usize)>,
}

impl Container {
    /// Reads the header of an object stream.
    pub(crate) fn read(dictionary: &Dictionary, data: &[u8], budget: &Budget) -> Read<Self> {
        let malformed = ReadError::Value { at: 0 };
        if !dictionary.has_type(b"ObjStm") {
            return Err(malformed);
        }
        let count = natural(dictionary, b"N").ok_or(malformed)?;
        let first = natural(dictionary, b"First").ok_or(malformed)?;
        let data = decompress(dictionary, data, budget)?;
        let places = places(&data, count, first, budget)?;
        Ok(Self { data, places })
    }

    /// Reads the object of a number, which must stand at `index`.
    pub(crate) fn object(&self, number: u32, index: usize, budget: &Budget) -> Read<Object> {
        let (found, at) = *self.places.get(index).ok_or(ReadError::Value { at: 0 })?;
        if found != number {
            return Err(ReadError::Value { at });
        }
        Scanner::new(&self.data, at, budget).value()
    }
}

fn places(data: &[u8], count: usize, first: usize, budget: &Budget) -> Read<Vec<(u32, usize)>> {
    let mut scanner = Scanner::new(data, 0, budget);
    let mut places = Vec::new();
    for _ in 0..count {
        budget.take_value()?;
        scanner.skip_space();
        let malformed = ReadError::Value { at: scanner.at() };
        let number = u32::try_from(scanner.unsigned()?).map_err(|_| malformed)?;
        scanner.skip_space();
        let at = first.checked_add(scanner.unsigned()?).filter(|at| *at < data.len()).ok_or(malformed)?;
        places.push((number, at));
    }
    Ok(places)
}

fn natural(dictionary: &Dictionary, key: &[u8]) -> Option<usize> {
    usize::try_from(dictionary.get(key).ok()?.as_i64().ok()?).ok()
}
