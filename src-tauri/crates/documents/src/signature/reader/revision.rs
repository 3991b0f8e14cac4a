//! One revision of a document: what the newest cross-reference section of some bytes leads to.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use lopdf::{Dictionary, Object, ObjectId};

use super::budget::Budget;
use super::container::Container;
use super::place::{Entry, Indirect};
use super::scanner::{Placed, Scanner};
use super::section::Section;
use super::{Read, ReadError, tail};

/// Cross-reference sections of one file, about the number of its revisions.
const SECTIONS: usize = 128;

/// Longest file that is read.
const LONGEST: usize = 128 << 20;

/// How the length of a stream is found that stands in an object of its own.
type Length<'a> = fn(&Revision<'a>, ObjectId) -> Read<i64>;

/// A document as its newest cross-reference section shows it; a prefix of a file is its earlier revision.
pub(crate) struct Revision<'a> {
    /// The bytes of the file, to the end of this revision.
    pub(crate) bytes: &'a [u8],
    /// The cross-reference sections, newest first.
    pub(crate) sections: Vec<Section>,
    /// The trailer of the newest section.
    pub(crate) trailer: Dictionary,
    /// Bytes behind the end-of-file mark.
    pub(crate) trailing: usize,
    entries: BTreeMap<u32, Entry>,
    objects: RefCell<BTreeMap<u32, Read<Option<Rc<Indirect>>>>>,
    containers: RefCell<BTreeMap<u32, Read<Rc<Container>>>>,
    budget: Budget,
}

impl<'a> Revision<'a> {
    /// Reads the cross-references of some bytes; objects are read when they are asked for.
    ///
    /// # Errors
    /// [`ReadError::NotPdf`] without a header in the first byte, [`ReadError::NoCrossReference`] and
    /// [`ReadError::CrossReference`] for a broken history, [`ReadError::Encrypted`] for an encrypted file,
    /// [`ReadError::TooLarge`] for one of more than 128 MiB.
    pub(crate) fn read(bytes: &'a [u8]) -> Read<Self> {
        if !bytes.starts_with(b"%PDF-") {
            return Err(ReadError::NotPdf);
        }
        if bytes.len() > LONGEST {
            return Err(ReadError::TooLarge);
        }
        let budget = Budget::full();
        let tail = tail::read(bytes, &budget)?;
        let sections = history(bytes, tail.section, &budget)?;
        Self::of_sections(bytes, sections, tail.trailing, budget)
    }

    /// The document as it stood before the newest `later` cross-reference sections; `None` if there are no more.
    pub(crate) fn before(&self, later: usize) -> Option<Read<Self>> {
        let start = self.sections.get(later)?.span.start;
        let budget = Budget::full();
        let sections = match history(self.bytes, start, &budget) {
            Ok(sections) => sections,
            Err(error) => return Some(Err(error)),
        };
        Some(Self::of_sections(self.bytes, sections, 0, budget))
    }

    fn of_sections(bytes: &'a [u8], sections: Vec<Section>, trailing: usize, budget: Budget) -> Read<Self> {
        let newest = sections.first().ok_or(ReadError::NoCrossReference)?;
        let trailer = newest.trailer.clone();
        if sections.iter().any(|section| section.trailer.has(b"Encrypt")) {
            return Err(ReadError::Encrypted);
        }
        let mut entries = BTreeMap::new();
        for section in &sections {
            for (number, entry) in &section.entries {
                entries.entry(*number).or_insert(*entry);
            }
        }
        Ok(Self {
            bytes,
            sections,
            trailer,
            trailing,
            entries,
            objects: RefCell::default(),
            containers: RefCell::default(),
            budget,
        })
    }

    /// The object of an identifier; `None`, which stands for null, if there is none.
    pub(crate) fn object(&self, id: ObjectId) -> Read<Option<Rc<Indirect>>> {
        match self.entries.get(&id.0) {
            None | Some(Entry::Free) => return Ok(None),
            Some(Entry::At { generation, .. }) if *generation != id.1 => return Ok(None),
            Some(Entry::In { .. }) if id.1 != 0 => return Ok(None),
            Some(_) => {}
        }
        if let Some(known) = self.objects.borrow().get(&id.0) {
            return known.clone();
        }
        let read = self.read_object(id).map(|object| Some(Rc::new(object)));
        self.objects.borrow_mut().insert(id.0, read.clone());
        read
    }

    /// A value itself, or what it refers to; null if it refers to nothing.
    pub(crate) fn follow(&self, value: &Object) -> Read<Object> {
        let Object::Reference(id) = value else { return Ok(value.clone()) };
        Ok(self.object(*id)?.map_or(Object::Null, |object| object.value.clone()))
    }

    /// The dictionary that an entry of a dictionary is or refers to; `None` if it is absent or null.
    pub(crate) fn dictionary_in(&self, dictionary: &Dictionary, key: &[u8]) -> Read<Option<Dictionary>> {
        let Ok(value) = dictionary.get(key) else { return Ok(None) };
        match self.follow(value)? {
            Object::Null => Ok(None),
            Object::Dictionary(inner) => Ok(Some(inner)),
            _ => Err(ReadError::Value { at: 0 }),
        }
    }

    /// The document's catalog.
    pub(crate) fn catalog(&self) -> Read<Dictionary> {
        self.dictionary_in(&self.trailer, b"Root")?.ok_or(ReadError::Value { at: 0 })
    }

    /// The document's form; `None` if it has none.
    pub(crate) fn form(&self) -> Read<Option<Dictionary>> {
        self.dictionary_in(&self.catalog()?, b"AcroForm")
    }

    /// The byte offset of an object that stands in the file itself, not in an object stream.
    pub(crate) fn offset(&self, id: ObjectId) -> Option<usize> {
        match self.entries.get(&id.0)? {
            Entry::At { offset, generation } if *generation == id.1 => Some(*offset),
            _ => None,
        }
    }

    /// The bytes of the object at an offset, which may be one that a later section replaces.
    pub(crate) fn span(&self, id: ObjectId, offset: usize) -> Option<Range<usize>> {
        self.read_at(offset, id, Self::length).ok()?.span
    }

    /// The entries of a dictionary object with their places in the file.
    pub(crate) fn placed(&self, id: ObjectId) -> Read<Vec<Placed>> {
        let offset = self.offset(id).ok_or(ReadError::Value { at: 0 })?;
        let mut scanner = Scanner::new(self.bytes, offset, &self.budget);
        scanner.object_header()?;
        scanner.placed_dictionary()
    }

    /// The data of a stream as it stands in the file; nothing for another object.
    pub(crate) fn data(&self, object: &Indirect) -> &'a [u8] {
        object.data.clone().and_then(|data| self.bytes.get(data)).unwrap_or_default()
    }

    /// The highest object number in use or once in use.
    pub(crate) fn highest_number(&self) -> u32 {
        self.entries.last_key_value().map_or(0, |(number, _)| *number)
    }

    fn read_object(&self, id: ObjectId) -> Read<Indirect> {
        match self.entries.get(&id.0) {
            Some(Entry::At { offset, .. }) => self.read_at(*offset, id, Self::length),
            Some(Entry::In { container, index }) => self.read_in(*container, *index, id.0),
            _ => Err(ReadError::Value { at: 0 }),
        }
    }

    fn read_at(&self, offset: usize, id: ObjectId, length: Length<'a>) -> Read<Indirect> {
        let mut scanner = Scanner::new(self.bytes, offset, &self.budget);
        if scanner.object_header()? != id {
            return Err(ReadError::Value { at: offset });
        }
        let value = scanner.value()?;
        // An object that is only a reference would make two names for one object.
        if matches!(value, Object::Reference(_)) {
            return Err(ReadError::Value { at: offset });
        }
        let data = self.stream_data(&value, &mut scanner, length)?;
        scanner.skip_space();
        scanner.require(b"endobj")?;
        Ok(Indirect { value, data, span: Some(offset..scanner.at()) })
    }

    fn stream_data(
        &self,
        value: &Object,
        scanner: &mut Scanner,
        length: Length<'a>,
    ) -> Read<Option<Range<usize>>> {
        let Object::Dictionary(dictionary) = value else { return Ok(None) };
        if !scanner.stream_start() {
            return Ok(None);
        }
        let malformed = ReadError::Value { at: scanner.at() };
        let length = match dictionary.get(b"Length").map_err(|_| malformed)? {
            Object::Reference(id) => length(self, *id)?,
            direct => direct.as_i64().map_err(|_| malformed)?,
        };
        scanner.stream_end(usize::try_from(length).map_err(|_| malformed)?).map(Some)
    }

    /// A stream's length that stands in an object of its own.
    fn length(&self, id: ObjectId) -> Read<i64> {
        let Some(Entry::In { container, index }) = self.entries.get(&id.0) else {
            return self.plain_length(id);
        };
        let value = self.container(*container)?.object(id.0, *index, &self.budget)?;
        value.as_i64().map_err(|_| ReadError::Value { at: 0 })
    }

    /// A stream's length that stands in an object of its own, outside of any object stream.
    ///
    /// It goes neither through [`Self::object`] nor through a container, so that no stream waits for itself and none
    /// for a long row of others.
    fn plain_length(&self, id: ObjectId) -> Read<i64> {
        let malformed = ReadError::Value { at: 0 };
        let mut scanner = Scanner::new(self.bytes, self.offset(id).ok_or(malformed)?, &self.budget);
        if scanner.object_header()? != id {
            return Err(malformed);
        }
        scanner.value()?.as_i64().map_err(|_| malformed)
    }

    fn read_in(&self, container: u32, index: usize, number: u32) -> Read<Indirect> {
        let value = self.container(container)?.object(number, index, &self.budget)?;
        if matches!(value, Object::Reference(_)) {
            return Err(ReadError::Value { at: 0 });
        }
        Ok(Indirect { value, data: None, span: None })
    }

    fn container(&self, number: u32) -> Read<Rc<Container>> {
        if let Some(known) = self.containers.borrow().get(&number) {
            return known.clone();
        }
        let read = self.read_container(number).map(Rc::new);
        self.containers.borrow_mut().insert(number, read.clone());
        read
    }

    fn read_container(&self, number: u32) -> Read<Container> {
        let malformed = ReadError::Value { at: 0 };
        let Some(Entry::At { offset, generation: 0 }) = self.entries.get(&number) else {
            return Err(malformed);
        };
        let object = self.read_at(*offset, (number, 0), Self::plain_length)?;
        let dictionary = object.dictionary().filter(|_| object.data.is_some()).ok_or(malformed)?;
        Container::read(dictionary, self.data(&object), &self.budget)
    }
}

/// The cross-reference sections from one to the oldest.
fn history(bytes: &[u8], newest: usize, budget: &Budget) -> Read<Vec<Section>> {
    let mut sections = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = Some(newest);
    while let Some(at) = next {
        if at >= bytes.len() || !seen.insert(at) || sections.len() == SECTIONS {
            return Err(ReadError::CrossReference { at });
        }
        let section = Section::read(bytes, at, budget)?;
        next = section.previous()?;
        sections.push(section);
    }
    Ok(sections)
}
