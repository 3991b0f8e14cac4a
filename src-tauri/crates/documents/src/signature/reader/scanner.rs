//! Reading values one after the other, with their places (ISO 32000-1, 7.2 and 7.3).

use std::ops::Range;

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

use super::budget::Budget;
use super::{Read, ReadError, literal};

/// Levels of arrays and dictionaries within each other.
const DEPTH: usize = 64;

/// One entry of a dictionary with the place of its value.
pub(crate) struct Placed {
    /// The key without its slash.
    pub(crate) key: Vec<u8>,
    /// The value.
    pub(crate) value: Object,
    /// The bytes of the value, from its first to behind its last.
    pub(crate) span: Range<usize>,
}

/// A place in bytes from which values are read.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    budget: &'a Budget,
}

impl<'a> Scanner<'a> {
    /// A scanner that begins at a byte offset.
    pub(crate) fn new(bytes: &'a [u8], at: usize, budget: &'a Budget) -> Self {
        Self { bytes, at, budget }
    }

    /// The offset of the next byte.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Reads the next value of any kind but a stream.
    pub(crate) fn value(&mut self) -> Read<Object> {
        self.nested(0)
    }

    /// Reads a dictionary with the place of each of its values; a key that comes twice is an error, because readers
    /// differ in which of the two they take.
    pub(crate) fn placed_dictionary(&mut self) -> Read<Vec<Placed>> {
        self.skip_space();
        self.entries(0)
    }

    /// Reads `N G obj` and gives the object's identifier.
    pub(crate) fn object_header(&mut self) -> Read<ObjectId> {
        self.skip_space();
        let number = self.unsigned()?;
        self.skip_space();
        let generation = self.unsigned()?;
        self.skip_space();
        self.require(b"obj")?;
        let malformed = self.malformed();
        let number = u32::try_from(number).map_err(|_| malformed)?;
        Ok((number, u16::try_from(generation).map_err(|_| malformed)?))
    }

    /// Steps over `stream` and its end of line, if they come next.
    pub(crate) fn stream_start(&mut self) -> bool {
        let before = self.at;
        self.skip_space();
        let found = self.skip(b"stream") && (self.skip(b"\r\n") || self.skip(b"\n"));
        if !found {
            self.at = before;
        }
        found
    }

    /// Steps over `length` bytes of data and `endstream`.
    pub(crate) fn stream_end(&mut self, length: usize) -> Read<Range<usize>> {
        let start = self.at;
        let end = start.checked_add(length).filter(|end| *end <= self.bytes.len()).ok_or(self.malformed())?;
        self.at = end;
        self.take_while(literal::is_space);
        self.require(b"endstream")?;
        Ok(start..end)
    }

    /// Reads an unsigned decimal number.
    pub(crate) fn unsigned(&mut self) -> Read<usize> {
        let start = self.at;
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        std::str::from_utf8(digits)
            .ok()
            .and_then(|digits| digits.parse().ok())
            .ok_or(ReadError::Value { at: start })
    }

    /// Steps over white space and comments.
    pub(crate) fn skip_space(&mut self) {
        loop {
            self.take_while(literal::is_space);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| byte != b'\n' && byte != b'\r');
        }
    }

    /// Steps over a word that must come next.
    pub(crate) fn require(&mut self, word: &[u8]) -> Read<()> {
        if self.skip(word) { Ok(()) } else { Err(self.malformed()) }
    }

    /// Steps over a word, if it comes next.
    pub(crate) fn skip(&mut self, word: &[u8]) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// The next byte.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn nested(&mut self, depth: usize) -> Read<Object> {
        self.skip_space();
        if depth > DEPTH {
            return Err(ReadError::TooLarge);
        }
        self.budget.take_value()?;
        match self.peek() {
            Some(b'/') => self.name().map(Object::Name),
            Some(b'(') => self.text(),
            Some(b'[') => self.array(depth),
            Some(b'<') if self.rest().starts_with(b"<<") => self.dictionary(depth),
            Some(b'<') => self.hexadecimal(),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => self.number_or_reference(),
            _ => self.word(),
        }
    }

    fn array(&mut self, depth: usize) -> Read<Object> {
        self.require(b"[")?;
        let mut values = Vec::new();
        loop {
            self.skip_space();
            if self.skip(b"]") {
                return Ok(Object::Array(values));
            }
            values.push(self.nested(depth + 1)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Read<Object> {
        let entries = self.entries(depth)?;
        let mut dictionary = Dictionary::new();
        for entry in entries {
            dictionary.set(entry.key, entry.value);
        }
        Ok(Object::Dictionary(dictionary))
    }

    fn entries(&mut self, depth: usize) -> Read<Vec<Placed>> {
        self.require(b"<<")?;
        let mut entries: Vec<Placed> = Vec::new();
        let mut keys = std::collections::HashSet::new();
        loop {
            self.skip_space();
            if self.skip(b">>") {
                return Ok(entries);
            }
            let place = self.malformed();
            let key = self.name()?;
            if !keys.insert(key.clone()) {
                return Err(place);
            }
            self.skip_space();
            let start = self.at;
            let value = self.nested(depth + 1)?;
            entries.push(Placed { key, value, span: start..self.at });
        }
    }

    fn name(&mut self) -> Read<Vec<u8>> {
        self.require(b"/")?;
        let start = self.at;
        let written = self.take_while(literal::is_regular);
        literal::name(written).ok_or(ReadError::Value { at: start })
    }

    fn text(&mut self) -> Read<Object> {
        let (text, length) = literal::text(self.rest()).ok_or(self.malformed())?;
        self.budget.take_text(length);
        self.at += length;
        Ok(Object::String(text, StringFormat::Literal))
    }

    fn hexadecimal(&mut self) -> Read<Object> {
        let (text, length) = literal::hexadecimal(self.rest()).ok_or(self.malformed())?;
        self.budget.take_text(length);
        self.at += length;
        Ok(Object::String(text, StringFormat::Hexadecimal))
    }

    fn number_or_reference(&mut self) -> Read<Object> {
        let start = self.at;
        let written = self.take_while(literal::is_regular);
        let number = literal::number(written).ok_or(ReadError::Value { at: start })?;
        let Object::Integer(first) = number else { return Ok(number) };
        let after = self.at;
        if let Some(reference) = self.reference(first) {
            return Ok(reference);
        }
        self.at = after;
        Ok(number)
    }

    fn reference(&mut self, number: i64) -> Option<Object> {
        let number = u32::try_from(number).ok()?;
        self.skip_space();
        let generation = u16::try_from(self.unsigned().ok()?).ok()?;
        self.skip_space();
        let ends = self.skip(b"R") && !self.peek().is_some_and(literal::is_regular);
        ends.then_some(Object::Reference((number, generation)))
    }

    fn word(&mut self) -> Read<Object> {
        let start = self.at;
        match self.take_while(literal::is_regular) {
            b"true" => Ok(Object::Boolean(true)),
            b"false" => Ok(Object::Boolean(false)),
            b"null" => Ok(Object::Null),
            _ => Err(ReadError::Value { at: start }),
        }
    }

    fn take_while(&mut self, accept: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !accept(*byte)).unwrap_or(rest.len());
        self.at += length;
        self.budget.take_text(length);
        rest.get(..length).unwrap_or_default()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn malformed(&self) -> ReadError {
        ReadError::Value { at: self.at }
    }
}
