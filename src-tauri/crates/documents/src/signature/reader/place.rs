//! Where an object lies and what was read there.

use std::ops::Range;

use lopdf::{Dictionary, Object};

/// What a cross-reference section says about one object number (ISO 32000-1, 7.5.4 and 7.5.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// The number is not in use.
    Free,
    /// The object stands in the file at a byte offset.
    At {
        /// Byte offset from the beginning of the file.
        offset: usize,
        /// Generation number.
        generation: u16,
    },
    /// The object is one of those in an object stream.
    In {
        /// Number of the object stream.
        container: u32,
        /// Place among the objects of the stream, from 0.
        index: usize,
    },
}

/// An indirect object: its value and, for a stream, where its data lies.
///
/// The value of a stream is its dictionary; the data stays in the file, so that one that is named many times is held
/// once.
#[derive(Debug)]
pub(crate) struct Indirect {
    /// The value, or the dictionary of a stream.
    pub(crate) value: Object,
    /// The bytes of a stream's data in the file, as they stand there.
    pub(crate) data: Option<Range<usize>>,
    /// The bytes from the object number to `endobj`; `None` for an object of an object stream.
    pub(crate) span: Option<Range<usize>>,
}

impl Indirect {
    /// The dictionary of a dictionary or stream.
    pub(crate) fn dictionary(&self) -> Option<&Dictionary> {
        self.value.as_dict().ok()
    }
}
